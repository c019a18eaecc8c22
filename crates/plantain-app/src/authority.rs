//! Who may come in.
//!
//! A server on loopback without any key is open: everybody on the machine may draw. It then believes only requests that
//! are plainly local, so that no web page and no proxy can use it: `Host` is loopback, `Origin` is its own, nothing was
//! forwarded. The first key that is ever stored, or an admin key from the environment, closes it for good.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use plantain_core::{Error, ErrorKind, Id, ModelId};
use plantain_store::{Grant, KeyRecord, KeySecret, Keys, Scope, Scopes};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::World;
use crate::world::random_bytes;

/// What every key starts with, so that people and scanners know it.
const KEY_START: &str = "plt_";
/// Characters of a key that are kept in clear, to find it by: 48 random bits.
const PREFIX_CHARS: usize = 12;
/// The key id that the log shows for the admin key from the environment.
const ADMIN_KEY_ID: &str = "admin";
/// What callers without a key are called.
const KEYLESS: &str = "local";

/// What decides whether the server is open.
#[derive(Debug, Clone, Default)]
pub struct AuthorityConfig {
    /// The server listens on loopback only.
    pub loopback: bool,
    /// A key with every scope, from the environment.
    pub admin_key: Option<String>,
    /// Opens admin routes; printed at start, ends with the process.
    pub admin_token: Option<String>,
}

/// Knows the keys.
pub struct Authority {
    keys: Arc<dyn Keys>,
    config: AuthorityConfig,
    world: Arc<dyn World>,
    /// Once there was a key, the server never opens again.
    closed: AtomicBool,
}

/// How a request comes to the door.
#[derive(Debug, Clone, Copy, Default)]
pub struct Approach<'a> {
    /// The key, wherever the protocol carries it.
    pub secret: Option<&'a str>,
    /// The authority that was asked for.
    pub host: Option<&'a str>,
    pub origin: Option<&'a str>,
    /// Some proxy says that it forwarded the request.
    pub forwarded: bool,
}

/// Who was let in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caller {
    /// None on an open server.
    pub key_id: Option<Id>,
    /// Whether nothing is limited: the owner, by the admin key from the environment or the token printed at start.
    pub unlimited: bool,
    /// Sees what belongs to others.
    pub admin: bool,
    /// What the key may use, and whose it is.
    pub grant: Arc<Grant>,
}

impl Caller {
    fn the_owner() -> Self {
        Self {
            unlimited: true,
            admin: true,
            ..Self::default()
        }
    }

    /// Returns somebody on the machine of an open server, who owns everything on it.
    pub fn local() -> Self {
        Self {
            admin: true,
            ..Self::default()
        }
    }

    /// Returns somebody who sees what this owner ([`Caller::owner`]) has, and may do nothing else.
    pub fn seeing(owner: &str) -> Self {
        let known = owner != KEYLESS;
        Self {
            key_id: known.then(|| Id::from_stored(owner)),
            ..Self::default()
        }
    }

    /// Whether the caller may see everybody's things.
    pub fn sees_all(&self) -> bool {
        self.admin
    }

    pub fn may_see(&self, owner: &str) -> bool {
        self.admin || self.owner() == owner
    }

    /// Returns who they are for the audit log.
    pub fn actor(&self) -> &str {
        match &self.key_id {
            Some(key_id) => key_id.as_str(),
            None if self.unlimited => ADMIN_KEY_ID,
            None => KEYLESS,
        }
    }

    /// Returns an error unless the key may ask for this model.
    pub fn check_model(&self, model: &ModelId) -> Result<(), Error> {
        if self.grant.allows(model.as_str()) {
            return Ok(());
        }
        let message = format!(
            "This key may not use the model {:?}; it may use {}. Ask for one of those, or use another key.",
            model.as_str(),
            self.grant.models.join(", ")
        );
        let error = Error::new(ErrorKind::Forbidden, "model_not_allowed", message);
        Err(error.with_field("model").with_value(model))
    }

    /// Returns what their documents are found by. Callers without a key share what they make.
    pub fn owner(&self) -> &str {
        self.key_id.as_ref().map_or(KEYLESS, Id::as_str)
    }
}

/// A key to be made.
#[derive(Debug, Clone)]
pub struct NewKey {
    pub name: String,
    pub scopes: Scopes,
    /// Unix milliseconds; none: never.
    pub expires_ms: Option<i64>,
    pub grant: Grant,
}

/// Returns a new secret of 256 random bits, which is shown once, and what is stored of it.
pub fn mint_secret(world: &dyn World) -> (KeySecret, String) {
    let secret = format!("{KEY_START}{}", URL_SAFE_NO_PAD.encode(world.random()));
    let kept = KeySecret {
        prefix: secret[..PREFIX_CHARS].to_owned(),
        sha256: Sha256::digest(secret.as_bytes()).into(),
    };
    (kept, secret)
}

/// Returns a new key: what is stored, and its secret, which is shown once.
pub fn mint_key(new: NewKey, world: &dyn World) -> (KeyRecord, String) {
    let (kept, secret) = mint_secret(world);
    let record = KeyRecord {
        id: Id::new("key", random_bytes(world)),
        name: new.name,
        prefix: kept.prefix,
        sha256: kept.sha256,
        scopes: new.scopes,
        created_ms: world.now_ms(),
        expires_ms: new.expires_ms,
        revoked_ms: None,
        grant: new.grant,
        former: None,
    };
    (record, secret)
}

impl Authority {
    pub fn new(keys: Arc<dyn Keys>, config: AuthorityConfig, world: Arc<dyn World>) -> Self {
        Self {
            keys,
            config,
            world,
            closed: AtomicBool::new(false),
        }
    }

    /// Returns the store of keys, for the routes that manage them.
    pub fn keys(&self) -> &dyn Keys {
        &*self.keys
    }

    /// Whether nobody needs a key.
    pub async fn is_open(&self) -> Result<bool, Error> {
        if !self.config.loopback || self.config.admin_key.is_some() {
            return Ok(false);
        }
        if self.closed.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let any = self.keys.any().await?;
        self.closed.store(any, Ordering::Relaxed);
        Ok(!any)
    }

    /// Lets the request in to do what `need` says, or says why not and what would help.
    pub async fn admit(&self, approach: Approach<'_>, need: Scope) -> Result<Caller, Error> {
        if self.is_open().await? {
            check_local(approach)?;
            return match need {
                Scope::Images | Scope::Metrics => Ok(Caller::local()),
                Scope::Usage | Scope::Audit | Scope::Admin => self.admit_admin_token(approach),
            };
        }
        let Some(secret) = approach.secret else {
            return Err(unauthenticated(
                "missing_key",
                "This server needs a key; send it as \"Authorization: Bearer KEY\" (or x-goog-api-key). `plantain keys create` makes one.",
            ));
        };
        if self.is_admin_key(secret) {
            return Ok(Caller {
                key_id: Some(Id::from_stored(ADMIN_KEY_ID)),
                unlimited: true,
                admin: true,
                ..Caller::default()
            });
        }
        if need != Scope::Images && self.is_admin_token(secret) {
            return Ok(Caller::the_owner());
        }
        self.admit_key(secret, need).await
    }

    async fn admit_key(&self, secret: &str, need: Scope) -> Result<Caller, Error> {
        let wrong = || {
            unauthenticated(
                "invalid_key",
                "The key is not known here; check it for missing characters, or make one with `plantain keys create`.",
            )
        };
        let prefix = secret.get(..PREFIX_CHARS).ok_or_else(wrong)?;
        let key = self.keys.by_prefix(prefix).await?.ok_or_else(wrong)?;
        let sha256: [u8; 32] = Sha256::digest(secret.as_bytes()).into();
        let now_ms = self.world.now_ms();
        let expected = key.sha256_of(prefix, now_ms);
        if !expected.is_some_and(|expected| sha256.ct_eq(expected).into()) {
            return Err(wrong());
        }
        if !key.is_live(now_ms) {
            return Err(unauthenticated(
                "key_ended",
                "The key has expired or was revoked; ask for a new one.",
            ));
        }
        if !key.scopes.allow(need) {
            return Err(Error::new(
                ErrorKind::Forbidden,
                "missing_scope",
                format!(
                    "The key may not do this: it needs the scope {:?} and has {:?}.",
                    need.name(),
                    key.scopes.to_string()
                ),
            ));
        }
        Ok(Caller {
            admin: key.scopes.allow(Scope::Admin),
            key_id: Some(key.id),
            grant: Arc::new(key.grant),
            unlimited: false,
        })
    }

    /// Returns whom an address stands for that was signed for a key: the key must be live and may draw.
    pub async fn by_id(&self, id: &str) -> Result<Caller, Error> {
        if id == ADMIN_KEY_ID && self.config.admin_key.is_some() {
            return Ok(Caller {
                key_id: Some(Id::from_stored(ADMIN_KEY_ID)),
                unlimited: true,
                ..Caller::default()
            });
        }
        let key = self.keys.by_id(id).await?;
        let key =
            key.filter(|key| key.is_live(self.world.now_ms()) && key.scopes.allow(Scope::Images));
        let key = key.ok_or_else(|| {
            let message =
                "The key that this address was signed for has ended; sign it for another.";
            Error::new(ErrorKind::Forbidden, "key_ended", message).with_field("key")
        })?;
        Ok(Caller {
            key_id: Some(key.id),
            grant: Arc::new(key.grant),
            ..Caller::default()
        })
    }

    fn admit_admin_token(&self, approach: Approach<'_>) -> Result<Caller, Error> {
        match approach.secret {
            Some(secret) if self.is_admin_token(secret) => Ok(Caller::the_owner()),
            _ => Err(unauthenticated(
                "missing_admin_token",
                "This route needs the admin token that the server printed when it started; send it as \"Authorization: Bearer TOKEN\".",
            )),
        }
    }

    fn is_admin_key(&self, secret: &str) -> bool {
        same(self.config.admin_key.as_deref(), secret)
    }

    fn is_admin_token(&self, secret: &str) -> bool {
        same(self.config.admin_token.as_deref(), secret)
    }
}

/// Compares in a time that does not depend on where the two differ.
fn same(expected: Option<&str>, given: &str) -> bool {
    expected.is_some_and(|expected| {
        Sha256::digest(expected)[..]
            .ct_eq(&Sha256::digest(given)[..])
            .into()
    })
}

/// Refuses what did not plainly come from this machine.
fn check_local(approach: Approach<'_>) -> Result<(), Error> {
    if approach.forwarded {
        return Err(unauthenticated(
            "forwarded",
            "A proxy forwarded this request, but the server has no keys yet; make one with `plantain keys create` first.",
        ));
    }
    let host = approach.host.unwrap_or_default();
    if !is_loopback(host) {
        return Err(forbidden_open(
            "foreign_host",
            format!("Without keys the server answers on loopback only, not as {host:?}."),
        ));
    }
    if let Some(origin) = approach.origin {
        let authority = origin.split_once("://").map_or("", |(_, rest)| rest);
        if authority != host {
            return Err(forbidden_open(
                "foreign_origin",
                format!(
                    "Without keys the server answers no other web page, and this request came from {origin:?}."
                ),
            ));
        }
    }
    Ok(())
}

/// Whether a `Host` value names this machine: `localhost`, a name below it or a loopback address, with or without a port.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, "")) => name,
            Some((name, port)) if is_port(port) => name,
            _ => return false,
        },
        None => match host.find(':') {
            Some(colon) if is_port(&host[colon..]) => &host[..colon],
            Some(_) => return false,
            None => host,
        },
    };
    // Names below `localhost` are this machine too (RFC 6761).
    let last = name.rsplit('.').next().unwrap_or_default();
    last.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Whether `text` is a colon and digits.
fn is_port(text: &str) -> bool {
    let digits = text.strip_prefix(':').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn unauthenticated(code: &'static str, message: &str) -> Error {
    Error::new(ErrorKind::Unauthenticated, code, message)
}

fn forbidden_open(code: &'static str, message: String) -> Error {
    let message = format!("{message} Make a key with `plantain keys create` to open it to others.");
    Error::new(ErrorKind::Forbidden, code, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_db::Database;

    struct Frozen(i64);

    impl World for Frozen {
        fn now_ms(&self) -> i64 {
            self.0
        }

        fn random(&self) -> [u8; 32] {
            std::array::from_fn(|index| index as u8)
        }
    }

    const NOW_MS: i64 = 1_000_000;
    const LOCAL: Approach<'static> = Approach {
        secret: None,
        host: Some("127.0.0.1:8080"),
        origin: None,
        forwarded: false,
    };

    async fn authority(config: AuthorityConfig) -> Authority {
        let keys = Database::in_memory().await.unwrap();
        Authority::new(Arc::new(keys), config, Arc::new(Frozen(NOW_MS)))
    }

    fn open() -> AuthorityConfig {
        AuthorityConfig {
            loopback: true,
            admin_key: None,
            admin_token: Some("token".into()),
        }
    }

    async fn store(authority: &Authority, scopes: &str, expires_ms: Option<i64>) -> String {
        let new = NewKey {
            name: "test".into(),
            scopes: Scopes::parse("scopes", scopes).unwrap(),
            expires_ms,
            grant: Grant::default(),
        };
        let (record, secret) = mint_key(new, &Frozen(NOW_MS));
        authority.keys().insert(&record).await.unwrap();
        secret
    }

    #[tokio::test]
    async fn open_loopback_believes_only_local_requests() {
        let authority = authority(open()).await;
        let local = LOCAL;
        let cases = [
            (local, None),
            (
                Approach {
                    secret: Some("anything"),
                    ..local
                },
                None,
            ),
            (
                Approach {
                    host: Some("localhost"),
                    ..local
                },
                None,
            ),
            (
                Approach {
                    host: Some("[::1]:9"),
                    ..local
                },
                None,
            ),
            (
                Approach {
                    host: Some("127.8.9.1:80"),
                    ..local
                },
                None,
            ),
            (
                Approach {
                    host: None,
                    ..local
                },
                Some("foreign_host"),
            ),
            (
                Approach {
                    host: Some("evil.example"),
                    ..local
                },
                Some("foreign_host"),
            ),
            (
                Approach {
                    host: Some("localhost.evil.example"),
                    ..local
                },
                Some("foreign_host"),
            ),
            (
                Approach {
                    host: Some("127.0.0.1:80:x"),
                    ..local
                },
                Some("foreign_host"),
            ),
            (
                Approach {
                    host: Some("10.0.0.1:8080"),
                    ..local
                },
                Some("foreign_host"),
            ),
            (
                Approach {
                    origin: Some("http://127.0.0.1:8080"),
                    ..local
                },
                None,
            ),
            (
                Approach {
                    origin: Some("http://localhost:3000"),
                    ..local
                },
                Some("foreign_origin"),
            ),
            (
                Approach {
                    origin: Some("https://evil.example"),
                    ..local
                },
                Some("foreign_origin"),
            ),
            (
                Approach {
                    origin: Some("null"),
                    ..local
                },
                Some("foreign_origin"),
            ),
            (
                Approach {
                    forwarded: true,
                    ..local
                },
                Some("forwarded"),
            ),
        ];
        for (approach, expected) in cases {
            let got = authority.admit(approach, Scope::Images).await;
            assert_eq!(got.err().map(|error| error.code), expected, "{approach:?}");
        }
    }

    #[tokio::test]
    async fn admin_routes_need_the_token_even_when_open() {
        let authority = authority(open()).await;
        for (secret, expected) in [(None, false), (Some("wrong"), false), (Some("token"), true)] {
            let approach = Approach { secret, ..LOCAL };
            let got = authority.admit(approach, Scope::Admin).await;
            assert_eq!(got.is_ok(), expected, "{secret:?}");
        }
    }

    #[tokio::test]
    async fn the_first_key_closes_the_server_for_good() {
        let authority = authority(open()).await;
        assert!(authority.is_open().await.unwrap());
        let secret = store(&authority, "images", Some(NOW_MS + 1)).await;
        assert!(secret.starts_with(KEY_START) && secret.len() > 40);

        let with = |secret| Approach {
            secret,
            host: Some("any.example"),
            ..LOCAL
        };
        let admit = |secret, need| authority.admit(with(secret), need);
        let code = |got: Result<Caller, Error>| got.err().map(|error| error.code);
        let key = Some(secret.as_str());
        assert_eq!(code(admit(None, Scope::Images).await), Some("missing_key"));
        assert_eq!(
            code(admit(Some("plt_short"), Scope::Images).await),
            Some("invalid_key")
        );
        let forged = format!("{}x", &secret[..secret.len() - 1]);
        assert_eq!(
            code(admit(Some(&forged), Scope::Images).await),
            Some("invalid_key")
        );
        assert_eq!(code(admit(key, Scope::Images).await), None);
        assert_eq!(code(admit(key, Scope::Admin).await), Some("missing_scope"));

        let prefix = &secret[..PREFIX_CHARS];
        assert!(authority.keys().revoke(prefix, NOW_MS).await.unwrap());
        assert_eq!(code(admit(key, Scope::Images).await), Some("key_ended"));
        assert_eq!(code(admit(None, Scope::Images).await), Some("missing_key"));
    }

    #[tokio::test]
    async fn keys_expire() {
        let authority = authority(AuthorityConfig::default()).await;
        let secret = store(&authority, "images", Some(NOW_MS)).await;
        let approach = Approach {
            secret: Some(&secret),
            ..LOCAL
        };
        let error = authority.admit(approach, Scope::Images).await.unwrap_err();
        assert_eq!(error.code, "key_ended");
    }

    #[tokio::test]
    async fn the_admin_key_opens_everything_and_closes_the_door() {
        let config = AuthorityConfig {
            admin_key: Some("from the environment".into()),
            ..open()
        };
        let authority = authority(config).await;
        assert!(!authority.is_open().await.unwrap());
        for need in Scope::ALL {
            let approach = Approach {
                secret: Some("from the environment"),
                ..LOCAL
            };
            let caller = authority.admit(approach, need).await.unwrap();
            assert_eq!(caller.key_id.unwrap().as_str(), "admin");
            assert!(authority.admit(LOCAL, need).await.is_err());
        }
    }
}
