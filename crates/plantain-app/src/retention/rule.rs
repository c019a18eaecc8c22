//! How long an owner's files stay, and how many bytes of them.

use std::collections::BTreeMap;
use std::str::FromStr;

use plantain_core::Error;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How long files stay that are not pinned and have no end of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetentionRule {
    /// Milliseconds since they were stored; none: for ever.
    pub age_ms: Option<i64>,
    /// Bytes that an owner may have; beyond them the files go that were not used for longest. None: any number.
    pub bytes_max: Option<u64>,
}

impl RetentionRule {
    /// As long as vendors keep results, and room for some ten thousand pictures.
    pub const DEFAULT: Self = Self {
        age_ms: Some(30 * DAY_MS),
        bytes_max: Some(10_000_000_000),
    };
    /// Rules with a name.
    const PRESETS: [(&str, Self); 3] = [
        ("default", Self::DEFAULT),
        (
            "evolink",
            Self {
                age_ms: Some(DAY_MS),
                bytes_max: Self::DEFAULT.bytes_max,
            },
        ),
        (
            "forever",
            Self {
                age_ms: None,
                bytes_max: None,
            },
        ),
    ];

    /// Reads an age alone: "24h", "30d" or "forever"; none: for ever.
    ///
    /// # Errors
    /// Invalid, naming `field`, for anything else.
    pub fn age(field: &'static str, text: &str) -> Result<Option<i64>, Error> {
        let rule = match text {
            "default" | "evolink" => None,
            text => Self::parse(field, text).ok(),
        };
        let rule = rule
            .filter(|rule| rule.bytes_max.is_none())
            .ok_or_else(|| {
                let remedy = "must be an age in h or d, or forever";
                Error::invalid("invalid_age", field, text, remedy)
            })?;
        Ok(rule.age_ms)
    }

    /// Reads a preset's name, or an age, a size or both: "24h", "30d,10GB", "500MB".
    ///
    /// # Errors
    /// Invalid, naming `field`, for anything else.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        let wrong = || {
            let remedy = "must be default (30d,10GB), evolink (24h,10GB), forever, or an age in h or d, a size in MB, GB or TB, or both with a comma";
            Error::invalid("invalid_retention", field, text, remedy)
        };
        let preset = Self::PRESETS.into_iter().find(|(name, _)| *name == text);
        if let Some((_, rule)) = preset {
            return Ok(rule);
        }
        let mut rule = Self {
            age_ms: None,
            bytes_max: None,
        };
        for part in text.split(',').map(str::trim) {
            let end = part.find(|c: char| !c.is_ascii_digit());
            let (number, unit) = part.split_at(end.ok_or_else(wrong)?);
            let number = i64::from_str(number).ok().filter(|number| *number > 0);
            let number = number.ok_or_else(wrong)?;
            let times = |unit: i64| number.checked_mul(unit).ok_or_else(wrong);
            match unit.trim() {
                "h" if rule.age_ms.is_none() => rule.age_ms = Some(times(HOUR_MS)?),
                "d" if rule.age_ms.is_none() => rule.age_ms = Some(times(DAY_MS)?),
                unit if rule.bytes_max.is_none() => {
                    let unit = match unit {
                        "MB" => 1_000_000,
                        "GB" => 1_000_000_000,
                        "TB" => 1_000_000_000_000,
                        _ => return Err(wrong()),
                    };
                    rule.bytes_max = Some(times(unit)?.unsigned_abs());
                }
                _ => return Err(wrong()),
            }
        }
        Ok(rule)
    }
}

/// Which rule is whose.
#[derive(Debug, Clone)]
pub struct RetentionConfig {
    pub default: RetentionRule,
    /// By owner, a key's id.
    pub owners: BTreeMap<String, RetentionRule>,
}

impl Default for RetentionConfig {
    fn default() -> Self {
        Self {
            default: RetentionRule::DEFAULT,
            owners: BTreeMap::new(),
        }
    }
}

impl RetentionConfig {
    pub fn rule(&self, owner: &str) -> RetentionRule {
        self.owners.get(owner).copied().unwrap_or(self.default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read() {
        let rule = |age_ms, bytes_max| RetentionRule { age_ms, bytes_max };
        for (text, expected) in [
            ("default", rule(Some(30 * DAY_MS), Some(10_000_000_000))),
            ("evolink", rule(Some(DAY_MS), Some(10_000_000_000))),
            ("forever", rule(None, None)),
            ("24h", rule(Some(DAY_MS), None)),
            ("7d, 500MB", rule(Some(7 * DAY_MS), Some(500_000_000))),
            ("2TB,1h", rule(Some(HOUR_MS), Some(2_000_000_000_000))),
        ] {
            assert_eq!(
                RetentionRule::parse("--retention", text).unwrap(),
                expected,
                "{text}"
            );
        }
        for bad in [
            "",
            "0d",
            "-1d",
            "5",
            "5x",
            "1d,2d",
            "1GB,1MB",
            "9999999999999999d",
            "1d,",
            "d",
        ] {
            let error = RetentionRule::parse("--retention", bad).unwrap_err();
            assert_eq!(error.field.as_deref(), Some("--retention"), "{bad}");
        }
    }
}
