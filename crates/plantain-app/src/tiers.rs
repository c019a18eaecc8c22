//! Tiers: how much the keys of a kind may use.

use std::collections::BTreeMap;

use plantain_core::{Error, ErrorKind};

/// The tier of keys that name none, unless the owner says otherwise.
pub const UNLIMITED: &str = "unlimited";

/// How much each key of a tier may use. What is missing is not limited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tier {
    /// At least 1. As many may come at once.
    pub requests_per_minute: Option<u32>,
    /// At least 1. As many may be asked for at once.
    pub images_per_day: Option<u32>,
    /// Requests under way at once, at least 1.
    pub concurrency: Option<u32>,
    /// Name of the policy for keys that name none.
    pub policy: Option<String>,
}

/// Every tier by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiers {
    tiers: BTreeMap<String, Tier>,
    default: String,
}

/// The tiers that are always there: name, requests a minute, images a day, requests at once; 0 is no limit.
const PRESETS: &[(&str, u32, u32, u32)] = &[
    ("free", 15, 1_500, 4),
    ("free-small", 10, 1_500, 2),
    ("growth", 120, 0, 24),
    ("paid", 2_000, 0, 256),
    ("paid-small", 60, 0, 16),
    (UNLIMITED, 0, 0, 0),
];

impl Default for Tiers {
    fn default() -> Self {
        let some = |count: u32| (count > 0).then_some(count);
        let preset = |&(name, requests, images, places): &(&str, u32, u32, u32)| {
            let tier = Tier {
                requests_per_minute: some(requests),
                images_per_day: some(images),
                concurrency: some(places),
                policy: None,
            };
            (name.to_owned(), tier)
        };
        Self {
            tiers: PRESETS.iter().map(preset).collect(),
            default: UNLIMITED.to_owned(),
        }
    }
}

impl Tiers {
    /// Returns the presets, with the owner's tiers in place of those of the same name, and the tier of keys that name none.
    pub fn new(
        own: impl IntoIterator<Item = (String, Tier)>,
        default: Option<String>,
    ) -> Result<Self, Error> {
        let mut tiers = Self::default();
        tiers.tiers.extend(own);
        if let Some(default) = default {
            tiers.check("limits.default_tier", &default)?;
            tiers.default = default;
        }
        Ok(tiers)
    }

    /// Returns the names in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tiers.keys().map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Tier)> {
        self.tiers.iter().map(|(name, tier)| (name.as_str(), tier))
    }

    /// Returns the name of the tier of keys that name none.
    pub fn default_name(&self) -> &str {
        &self.default
    }

    /// Returns an error that names `field` when there is no such tier.
    pub fn check(&self, field: &'static str, name: &str) -> Result<(), Error> {
        if self.tiers.contains_key(name) {
            return Ok(());
        }
        let names: Vec<_> = self.names().collect();
        let remedy = format!("must be one of {}", names.join(", "));
        Err(Error::invalid("unknown_tier", field, name, remedy))
    }

    /// Returns the tier of a key and its name. A key whose tier is gone may not draw: nobody knows how much it may use.
    pub fn of<'a>(&'a self, name: Option<&'a str>) -> Result<(&'a str, &'a Tier), Error> {
        let name = name.unwrap_or(&self.default);
        match self.tiers.get(name) {
            Some(tier) => Ok((name, tier)),
            None => Err(Error::new(
                ErrorKind::Forbidden,
                "unknown_tier",
                format!(
                    "The tier of this key, {name:?}, is not set up on this server; ask its owner to add [tiers.{name}] to the configuration."
                ),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_can_be_replaced_and_added_to() {
        let own = [
            (
                "free".to_owned(),
                Tier {
                    requests_per_minute: Some(1),
                    ..Tier::default()
                },
            ),
            ("gold".to_owned(), Tier::default()),
        ];
        let tiers = Tiers::new(own, Some("free".into())).unwrap();
        assert_eq!(tiers.of(None).unwrap().1.requests_per_minute, Some(1));
        assert_eq!(tiers.of(None).unwrap().1.images_per_day, None);
        assert_eq!(
            tiers.of(Some("growth")).unwrap().1.requests_per_minute,
            Some(120)
        );
        assert_eq!(tiers.of(Some("gold")).unwrap().0, "gold");
        assert_eq!(tiers.of(Some("lost")).unwrap_err().code, "unknown_tier");
        assert!(Tiers::new([], Some("lost".into())).is_err());
        assert_eq!(
            Tiers::default().of(None).unwrap(),
            (UNLIMITED, &Tier::default())
        );
    }
}
