//! Keys as their owner asks for them, by command or over HTTP.

use plantain_core::{Error, ModelId};
use plantain_store::{Grant, Scope, Scopes};

use crate::policy::Policies;
use crate::{NewKey, Tiers};

/// Milliseconds in a day and in an hour.
const DAY_MS: i64 = 86_400_000;
const HOUR_MS: i64 = 3_600_000;
/// Longest life of a key, days: a century.
const DAYS_MAX: i64 = 36_500;
/// Longest time that a secret may outlive its replacement, hours: thirty days.
const GRACE_HOURS_MAX: i64 = 720;
/// Longest name of a key, of a team and of a tag, characters.
const NAME_CHARS_MAX: usize = 100;
/// Most models and most tags of a key.
const ITEMS_MAX: usize = 100;

/// What is wanted of a new key, not checked yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyWish {
    pub name: String,
    /// Words parted by commas; none: images.
    pub scopes: Option<String>,
    /// None: never.
    pub expires_days: Option<i64>,
    pub tier: Option<String>,
    pub team: Option<String>,
    pub policy: Option<String>,
    pub models: Vec<String>,
    pub tags: Vec<String>,
}

impl KeyWish {
    /// Returns the key to be made, or an error that names the field that is wrong. Tiers and policies have to be there.
    pub fn check(self, now_ms: i64, tiers: &Tiers, policies: &Policies) -> Result<NewKey, Error> {
        check_name("name", &self.name)?;
        let scopes = match &self.scopes {
            Some(text) => Scopes::parse("scopes", text)?,
            None => Scopes::new([Scope::Images]),
        };
        let expires_ms = match self.expires_days {
            None => None,
            Some(days @ 1..=DAYS_MAX) => Some(now_ms + days * DAY_MS),
            Some(days) => {
                return Err(Error::invalid(
                    "invalid_expiry",
                    "expires_days",
                    days,
                    format_args!("must be 1 to {DAYS_MAX}; leave it out for a key without end"),
                ));
            }
        };
        if let Some(tier) = &self.tier {
            tiers.check("tier", tier)?;
        }
        if let Some(policy) = &self.policy {
            policies.check("policy", policy)?;
        }
        if let Some(team) = &self.team {
            check_name("team", team)?;
        }
        check_items("models", &self.models)?;
        for model in &self.models {
            if model != "*" {
                ModelId::new("models", model.trim_end_matches('*'))?;
            }
        }
        check_items("tags", &self.tags)?;
        Ok(NewKey {
            name: self.name,
            scopes,
            expires_ms,
            grant: Grant {
                tier: self.tier,
                team: self.team,
                policy: self.policy,
                models: self.models,
                tags: self.tags,
            },
        })
    }
}

/// Returns until when a secret opens that is replaced now, or an error that names `grace_hours`.
pub fn grace_until_ms(now_ms: i64, grace_hours: i64) -> Result<i64, Error> {
    if (0..=GRACE_HOURS_MAX).contains(&grace_hours) {
        return Ok(now_ms + grace_hours * HOUR_MS);
    }
    Err(Error::invalid(
        "invalid_grace",
        "grace_hours",
        grace_hours,
        format_args!("must be 0 to {GRACE_HOURS_MAX}"),
    ))
}

fn check_items(field: &'static str, items: &[String]) -> Result<(), Error> {
    if items.len() > ITEMS_MAX {
        let remedy = format!("must be at most {ITEMS_MAX}");
        return Err(Error::invalid("too_many", field, items.len(), remedy));
    }
    items.iter().try_for_each(|item| check_name(field, item))
}

/// Names are shown in lists and kept a line each.
fn check_name(field: &'static str, name: &str) -> Result<(), Error> {
    let fits = !name.trim().is_empty()
        && name.chars().count() <= NAME_CHARS_MAX
        && !name.chars().any(char::is_control);
    if fits {
        return Ok(());
    }
    Err(Error::invalid(
        "invalid_name",
        field,
        name,
        format_args!("must have 1 to {NAME_CHARS_MAX} characters on one line"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_are_checked_field_by_field() {
        let check = |change: fn(&mut KeyWish)| {
            let mut wish = KeyWish {
                name: "laptop".into(),
                ..KeyWish::default()
            };
            change(&mut wish);
            let made = wish.check(1_000, &Tiers::default(), &Policies::default());
            made.map_err(|error| error.field.unwrap_or_default().into_owned())
        };
        let made = check(|wish| wish.expires_days = Some(1)).unwrap();
        assert_eq!(made.expires_ms, Some(1_000 + DAY_MS));
        assert_eq!(made.scopes.to_string(), "images");
        let full = check(|wish| {
            wish.tier = Some("free".into());
            wish.models = vec!["gemini-*".into(), "*".into(), "fal-ai/nano-banana-2".into()];
            wish.tags = vec!["cost=12".into()];
        });
        assert_eq!(full.unwrap().grant.tier.as_deref(), Some("free"));
        type Change = fn(&mut KeyWish);
        let cases: [(Change, &str); 9] = [
            (|wish| wish.name = " ".into(), "name"),
            (|wish| wish.name = "a\nb".into(), "name"),
            (|wish| wish.scopes = Some("root".into()), "scopes"),
            (|wish| wish.expires_days = Some(0), "expires_days"),
            (|wish| wish.tier = Some("gold".into()), "tier"),
            (|wish| wish.policy = Some("lax".into()), "policy"),
            (|wish| wish.team = Some("x".repeat(101)), "team"),
            (|wish| wish.models = vec!["a\nb".into()], "models"),
            (|wish| wish.tags = vec!["x".into(); 101], "tags"),
        ];
        for (change, field) in cases {
            assert_eq!(check(change).unwrap_err(), field);
        }
        assert_eq!(grace_until_ms(0, 24), Ok(24 * HOUR_MS));
        assert!(grace_until_ms(0, -1).is_err());
    }
}
