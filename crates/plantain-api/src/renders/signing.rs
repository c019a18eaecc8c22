//! Signatures of addresses. They are made over the decoded parts, in one order, so that proxies that write an address anew do
//! not break it: HMAC-SHA256 over the name and each `word=value` of the query in alphabetical order, a line each. The first 16
//! bytes are taken, as base64url.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use plantain_core::{Error, ErrorKind};
use sha2::Sha256;

/// Where such pictures are.
const RENDER_PATH: &str = "/r";
/// Bytes of the signature: 128 bits cannot be guessed.
const SIGNATURE_BYTES: usize = 16;

/// The decoded query.
pub type Pairs = BTreeMap<String, String>;

/// A picture's address to be signed.
#[derive(Debug, Clone, Default)]
pub struct RenderLink {
    /// A prompt or the name of a template, with its format: "card.png".
    pub name: String,
    /// The query, decoded.
    pub pairs: BTreeMap<String, String>,
}

impl RenderLink {
    /// Returns the path and query, signed.
    pub fn signed(&self, secret: &[u8]) -> String {
        let mut path = format!(
            "{RENDER_PATH}/{}/{}",
            sign(secret, &self.name, &self.pairs),
            encode(&self.name)
        );
        for (index, (word, value)) in self.pairs.iter().enumerate() {
            let before = if index == 0 { '?' } else { '&' };
            // Writing to a string cannot fail.
            let _ = write!(path, "{before}{}={}", encode(word), encode(value));
        }
        path
    }
}

/// What the secret of an owner is derived for.
pub fn purpose(owner: &str) -> String {
    format!("renders\n{owner}")
}

/// Returns the signature of an address.
pub fn sign(secret: &[u8], name: &str, pairs: &BTreeMap<String, String>) -> String {
    unpadded(&mac(secret, name, pairs).finalize().into_bytes()[..SIGNATURE_BYTES])
}

/// Returns an error unless the signature is that of the address.
pub fn check(secret: &[u8], signature: &str, name: &str, pairs: &Pairs) -> Result<(), Error> {
    let given = URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
    let right = given.len() == SIGNATURE_BYTES
        && mac(secret, name, pairs)
            .verify_truncated_left(&given)
            .is_ok();
    if right {
        return Ok(());
    }
    let message = "The signature is not that of this address; sign it again with `plantain sign` or the secret of /plantain/v1/renders/secret.";
    Err(Error::new(ErrorKind::Forbidden, "wrong_signature", message).with_field("signature"))
}

fn mac(secret: &[u8], name: &str, pairs: &Pairs) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
    mac.update(name.as_bytes());
    for (word, value) in pairs {
        mac.update(format!("\n{word}={value}").as_bytes());
    }
    mac
}

/// Returns base64url without padding.
pub fn unpadded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Decodes a query, in which a word may stand once.
pub fn pairs(query: &str) -> Result<Pairs, Error> {
    let mut pairs = Pairs::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (word, value) = part.split_once('=').unwrap_or((part, ""));
        let word = decode(word)?;
        if pairs.contains_key(&word) {
            let remedy = "stands twice in the query; leave one out";
            return Err(Error::invalid("repeated_field", word.clone(), word, remedy));
        }
        pairs.insert(word, decode(value)?);
    }
    Ok(pairs)
}

/// Decodes percents, and pluses as spaces, as forms write them.
fn decode(text: &str) -> Result<String, Error> {
    let bad = || {
        let remedy = "must be UTF-8 with percent encoding";
        Error::invalid("invalid_query", "query", text, remedy)
    };
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| (digit as char).to_digit(16));
                let (high, low) = (digit().ok_or_else(bad)?, digit().ok_or_else(bad)?);
                (high * 16 + low) as u8
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| bad())
}

/// Encodes everything but letters, digits and `-._~`.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(byte as char);
            }
            // Writing to a string cannot fail.
            _ => drop(write!(encoded, "%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive_the_address() {
        for text in ["", "a b", "50 % & more = ü?", "日本/語", "\"quoted\" +1"] {
            assert_eq!(decode(&encode(text)).unwrap(), text);
        }
        assert_eq!(decode("a+b").unwrap(), "a b");
        for bad in ["%", "%g0", "%ff"] {
            assert!(decode(bad).is_err(), "{bad}");
        }
        assert!(pairs("a=1&a=2").is_err());
    }

    #[test]
    fn whatever_is_changed_is_noticed() {
        let signed = RenderLink {
            name: "a card.png".into(),
            pairs: Pairs::from([("size".into(), "600x400".into()), ("b".into(), "".into())]),
        };
        let path = signed.signed(b"secret");
        let (head, query) = path.split_once('?').unwrap();
        let [signature, name] = head
            .strip_prefix("/r/")
            .and_then(|rest| rest.split_once('/'))
            .map(|(signature, name)| [signature, name])
            .unwrap();
        assert_eq!((name, query), ("a%20card.png", "b=&size=600x400"));
        let good = pairs(query).unwrap();
        let check = |secret: &[u8], signature: &str, name: &str, pairs: &Pairs| {
            check(secret, signature, name, pairs).is_ok()
        };
        assert!(check(b"secret", signature, "a card.png", &good));
        assert!(!check(b"other", signature, "a card.png", &good));
        assert!(!check(b"secret", &signature[1..], "a card.png", &good));
        assert!(!check(b"secret", "", "a card.png", &good));
        assert!(!check(b"secret", signature, "a cart.png", &good));
        let mut more = good.clone();
        more.insert("seed".into(), "1".into());
        assert!(!check(b"secret", signature, "a card.png", &more));
    }
}
