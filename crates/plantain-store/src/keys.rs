//! API keys as they are kept: a hash, a prefix to find it by, and what it may do.

use std::fmt;

use plantain_core::{Error, Id};

use crate::Reply;

/// A key as it is kept. The secret itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRecord {
    pub id: Id,
    /// What the owner calls it.
    pub name: String,
    /// First characters of the secret, unique, to find the row by.
    pub prefix: String,
    /// SHA-256 of the whole secret. The secret has 256 random bits, so no slow hash is needed.
    pub sha256: [u8; 32],
    pub scopes: Scopes,
    /// Unix milliseconds.
    pub created_ms: i64,
    /// Unix milliseconds; none: never.
    pub expires_ms: Option<i64>,
    /// Unix milliseconds; none: still good.
    pub revoked_ms: Option<i64>,
    pub grant: Grant,
    /// The secret before the last rotation, while it still opens.
    pub former: Option<FormerSecret>,
}

/// What a key may use, and whose it is. What is missing is as the server says for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grant {
    pub tier: Option<String>,
    /// For usage by team.
    pub team: Option<String>,
    pub policy: Option<String>,
    /// Names of models, or their beginnings with a `*`. None at all: every model.
    pub models: Vec<String>,
    /// For the owner's own bookkeeping.
    pub tags: Vec<String>,
}

impl Grant {
    /// Whether the key may ask for this model.
    pub fn allows(&self, model: &str) -> bool {
        let fits = |allowed: &String| match allowed.strip_suffix('*') {
            Some(start) => model
                .get(..start.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(start)),
            None => model.eq_ignore_ascii_case(allowed),
        };
        self.models.is_empty() || self.models.iter().any(fits)
    }
}

/// What is kept of a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySecret {
    pub prefix: String,
    pub sha256: [u8; 32],
}

/// A secret that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerSecret {
    pub secret: KeySecret,
    /// Until when it still opens, Unix milliseconds.
    pub until_ms: i64,
}

impl KeyRecord {
    /// Whether the key opens anything at `now_ms`.
    pub fn is_live(&self, now_ms: i64) -> bool {
        self.revoked_ms.is_none() && self.expires_ms.is_none_or(|expires| now_ms < expires)
    }

    /// Returns the hash of the secret with this prefix, if it opens at `now_ms`: the key's own, or the one before it while
    /// it is still good.
    pub fn sha256_of(&self, prefix: &str, now_ms: i64) -> Option<&[u8; 32]> {
        if self.prefix == prefix {
            return Some(&self.sha256);
        }
        let former = self.former.as_ref()?;
        let good = former.secret.prefix == prefix && now_ms < former.until_ms;
        good.then_some(&former.secret.sha256)
    }
}

/// Something that a key may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Draw pictures and read the model lists.
    Images,
    /// Read what was used and what it cost.
    Usage,
    /// Read the audit log.
    Audit,
    /// Read the server's metrics.
    Metrics,
    /// Manage keys and everything else.
    Admin,
}

impl Scope {
    pub const ALL: [Self; 5] = [
        Self::Images,
        Self::Usage,
        Self::Audit,
        Self::Metrics,
        Self::Admin,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Images => "images",
            Self::Usage => "usage",
            Self::Audit => "audit",
            Self::Metrics => "metrics",
            Self::Admin => "admin",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

/// A set of scopes, in the order of [`Scope::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    pub fn new(scopes: impl IntoIterator<Item = Scope>) -> Self {
        let mut scopes: Vec<_> = scopes.into_iter().collect();
        scopes.sort_unstable();
        scopes.dedup();
        Self(scopes)
    }

    /// Returns the scopes for words parted by commas, or an error that names `field`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        let words = text
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        let scopes: Option<Vec<_>> = words.map(Scope::from_name).collect();
        match scopes {
            Some(scopes) if !scopes.is_empty() => Ok(Self::new(scopes)),
            _ => Err(Error::invalid(
                "invalid_scope",
                field,
                text,
                "must be one or several of images, usage, audit, metrics, admin, parted by commas",
            )),
        }
    }

    /// Whether the set lets its holder do this. Who manages the server may also read about it.
    pub fn allow(&self, scope: Scope) -> bool {
        let reading = matches!(scope, Scope::Usage | Scope::Audit | Scope::Metrics);
        (reading && self.0.contains(&Scope::Admin)) || self.0.contains(&scope)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.0.iter().map(|scope| scope.name()).collect();
        f.write_str(&names.join(","))
    }
}

/// Where keys are kept.
pub trait Keys: Send + Sync {
    /// Stores a new key. Its id and prefix must be new.
    fn insert<'a>(&'a self, key: &'a KeyRecord) -> Reply<'a, ()>;

    /// Returns the key with this prefix, or that had it before it was rotated, live or not.
    fn by_prefix<'a>(&'a self, prefix: &'a str) -> Reply<'a, Option<KeyRecord>>;

    /// Returns the key with this id.
    fn by_id<'a>(&'a self, id: &'a str) -> Reply<'a, Option<KeyRecord>>;

    /// Returns every key, oldest first.
    fn list(&self) -> Reply<'_, Vec<KeyRecord>>;

    /// Whether any key was ever stored. Revoking the last key does not open the server again.
    fn any(&self) -> Reply<'_, bool>;

    /// Revokes the live key with this id or prefix; false when there is none.
    fn revoke<'a>(&'a self, id_or_prefix: &'a str, at_ms: i64) -> Reply<'a, bool>;

    /// Gives the live key with this id or prefix another secret; the one before it opens until `former_until_ms`. Returns
    /// the key as it is then; none when there is no such key.
    fn rotate<'a>(
        &'a self,
        id_or_prefix: &'a str,
        secret: &'a KeySecret,
        former_until_ms: i64,
    ) -> Reply<'a, Option<KeyRecord>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_a_set_with_one_spelling() {
        let scopes = Scopes::parse("scopes", "admin, images,admin").unwrap();
        assert_eq!(scopes.to_string(), "images,admin");
        assert!(scopes.allow(Scope::Admin));
        for bad in ["", ",", "root", "images;admin"] {
            assert!(Scopes::parse("scopes", bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn models_are_allowed_by_name_or_beginning() {
        let grant = |models: &[&str]| Grant {
            models: models.iter().map(|model| (*model).to_owned()).collect(),
            ..Grant::default()
        };
        let cases: &[(&[&str], &str, bool)] = &[
            (&[], "anything", true),
            (&["easel"], "Easel", true),
            (&["easel"], "easel-2", false),
            (&["gemini-*", "easel"], "gemini-3-pro-image", true),
            (&["gemini-*"], "gemin", false),
            (&["gemini-*"], "gemünd", false),
            (&["*"], "anything", true),
        ];
        for (models, model, expected) in cases {
            assert_eq!(grant(models).allows(model), *expected, "{models:?} {model}");
        }
    }

    #[test]
    fn a_former_secret_opens_for_a_while() {
        let secret = |prefix: &str, byte| KeySecret {
            prefix: prefix.to_owned(),
            sha256: [byte; 32],
        };
        let key = KeyRecord {
            id: Id::from_stored("key_1"),
            name: String::new(),
            prefix: "new".to_owned(),
            sha256: [1; 32],
            scopes: Scopes::new([Scope::Images]),
            created_ms: 0,
            expires_ms: None,
            revoked_ms: None,
            grant: Grant::default(),
            former: Some(FormerSecret {
                secret: secret("old", 2),
                until_ms: 10,
            }),
        };
        assert_eq!(key.sha256_of("new", 99), Some(&[1; 32]));
        assert_eq!(key.sha256_of("old", 9), Some(&[2; 32]));
        assert_eq!(key.sha256_of("old", 10), None);
        assert_eq!(key.sha256_of("else", 0), None);
    }

    #[test]
    fn keys_end() {
        let key = KeyRecord {
            id: Id::from_stored("key_1"),
            name: String::new(),
            prefix: String::new(),
            sha256: [0; 32],
            scopes: Scopes::new([Scope::Images]),
            created_ms: 0,
            expires_ms: Some(100),
            revoked_ms: None,
            grant: Grant::default(),
            former: None,
        };
        assert!(key.is_live(99));
        assert!(!key.is_live(100));
        let revoked = KeyRecord {
            revoked_ms: Some(1),
            ..key
        };
        assert!(!revoked.is_live(2));
    }
}
