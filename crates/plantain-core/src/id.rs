//! Ids: a word for the kind of thing, and 128 random bits.

use std::fmt;

/// Crockford's alphabet, lower case: no letter that can be taken for a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters that 128 bits need at five bits each.
const ID_CHARS: usize = 26;

/// An id such as `req_01hv…`: a prefix for people and 26 characters for machines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// Returns the id for `random`, which the caller takes from the operating system.
    pub fn new(prefix: &str, random: [u8; 16]) -> Self {
        let mut bits = u128::from_be_bytes(random);
        let mut tail = [0u8; ID_CHARS];
        for slot in tail.iter_mut().rev() {
            *slot = ALPHABET[(bits & 31) as usize];
            bits >>= 5;
        }
        let tail: String = tail.iter().map(|&byte| char::from(byte)).collect();
        Self(format!("{prefix}_{tail}"))
    }

    /// Returns the id as it was stored or sent; not checked.
    pub fn from_stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_one_length_and_differ_where_bits_differ() {
        let zero = Id::new("req", [0; 16]);
        let ones = Id::new("req", [255; 16]);
        assert_eq!(zero.as_str(), "req_00000000000000000000000000");
        assert_eq!(ones.as_str(), "req_7zzzzzzzzzzzzzzzzzzzzzzzzz");
        let mut last = [0; 16];
        last[15] = 1;
        assert_ne!(zero, Id::new("req", last));
    }
}
