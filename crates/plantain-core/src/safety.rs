//! What pictures may be refused for, and how strictly.

use std::fmt;

use crate::Error;

/// What a policy looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Nudity and sexual acts of adults.
    Sexual,
    /// Anything sexual with a minor.
    Minors,
    /// Contempt for people because of what they are.
    Hate,
    /// Threats and abuse aimed at a person.
    Harassment,
    /// Gore and cruelty.
    Violence,
    SelfHarm,
    /// How to make weapons, explosives, poisons and hard drugs; praise of terror.
    Dangerous,
    /// Forged papers and money, undressing somebody on a picture.
    Deception,
}

impl Category {
    pub const ALL: [Self; 8] = [
        Self::Sexual,
        Self::Minors,
        Self::Hate,
        Self::Harassment,
        Self::Violence,
        Self::SelfHarm,
        Self::Dangerous,
        Self::Deception,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Sexual => "sexual",
            Self::Minors => "minors",
            Self::Hate => "hate",
            Self::Harassment => "harassment",
            Self::Violence => "violence",
            Self::SelfHarm => "self_harm",
            Self::Dangerous => "dangerous",
            Self::Deception => "deception",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.name() == name)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How bad and how certain a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Low,
    Medium,
    High,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The least severity that is acted on, strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threshold {
    From(Severity),
    /// Nothing is acted on.
    Off,
}

impl Threshold {
    /// Whether a finding of `severity` is acted on.
    pub fn reached_by(self, severity: Severity) -> bool {
        match self {
            Self::From(least) => severity >= least,
            Self::Off => false,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::From(severity) => severity.name(),
            Self::Off => "off",
        }
    }

    /// Returns the threshold, or an error that names `field`.
    pub fn parse(field: String, name: &str) -> Result<Self, Error> {
        let severity = Severity::ALL
            .into_iter()
            .find(|severity| severity.name() == name);
        match (severity, name) {
            (Some(severity), _) => Ok(Self::From(severity)),
            (None, "off") => Ok(Self::Off),
            (None, _) => Err(Error::invalid(
                "invalid_threshold",
                field,
                name,
                "must be low, medium, high or off: the least severity that is acted on",
            )),
        }
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How strictly a caller wants to be treated, by category. The owner's policy decides what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SafetyWishes([Option<Threshold>; Category::ALL.len()]);

impl SafetyWishes {
    pub fn get(&self, category: Category) -> Option<Threshold> {
        self.0[category as usize]
    }

    pub fn set(&mut self, category: Category, threshold: Threshold) {
        self.0[category as usize] = Some(threshold);
    }

    /// Sets every category that callers may choose for; what concerns minors is not among them.
    pub fn set_all(&mut self, threshold: Threshold) {
        for category in Category::ALL {
            if category != Category::Minors {
                self.set(category, threshold);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_order_from_strict_to_off() {
        let cases = [
            ("low", [true, true, true]),
            ("medium", [false, true, true]),
            ("high", [false, false, true]),
            ("off", [false, false, false]),
        ];
        let mut before = None;
        for (name, reached) in cases {
            let threshold = Threshold::parse("t".into(), name).unwrap();
            assert_eq!(threshold.to_string(), name);
            assert_eq!(
                Severity::ALL.map(|severity| threshold.reached_by(severity)),
                reached
            );
            assert!(before < Some(threshold), "{name}");
            before = Some(threshold);
        }
        assert!(Threshold::parse("t".into(), "lots").is_err());
    }

    #[test]
    fn wishes_are_kept_by_category() {
        let mut wishes = SafetyWishes::default();
        wishes.set_all(Threshold::Off);
        for category in Category::ALL {
            let expected = (category != Category::Minors).then_some(Threshold::Off);
            assert_eq!(wishes.get(category), expected, "{category}");
            assert_eq!(Category::from_name(category.name()), Some(category));
        }
    }
}
