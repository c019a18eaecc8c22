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
}

impl KeyRecord {
    /// Whether the key opens anything at `now_ms`.
    pub fn is_live(&self, now_ms: i64) -> bool {
        self.revoked_ms.is_none() && self.expires_ms.is_none_or(|expires| now_ms < expires)
    }
}

/// Something that a key may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Draw pictures and read the model lists.
    Images,
    /// Manage keys and everything else.
    Admin,
}

impl Scope {
    pub const ALL: [Self; 2] = [Self::Images, Self::Admin];

    pub fn name(self) -> &'static str {
        match self {
            Self::Images => "images",
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
                "must be images, admin or both, parted by a comma",
            )),
        }
    }

    pub fn allow(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
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

    /// Returns the key with this prefix, live or not.
    fn by_prefix<'a>(&'a self, prefix: &'a str) -> Reply<'a, Option<KeyRecord>>;

    /// Returns every key, oldest first.
    fn list(&self) -> Reply<'_, Vec<KeyRecord>>;

    /// Whether any key was ever stored. Revoking the last key does not open the server again.
    fn any(&self) -> Reply<'_, bool>;

    /// Revokes the live key with this id or prefix; false when there is none.
    fn revoke<'a>(&'a self, id_or_prefix: &'a str, at_ms: i64) -> Reply<'a, bool>;
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
