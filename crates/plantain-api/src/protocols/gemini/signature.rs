//! Thought signatures: opaque to clients, which send them back with the part that they stood at.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use plantain_core::Seed;

/// First byte of our signatures.
const VERSION: u8 = 1;

/// Returns the signature that makes the next turn start from the same seed.
pub fn sign(seed: Seed) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend_from_slice(&seed.0.to_le_bytes());
    STANDARD.encode(bytes)
}

/// Returns the seed in a signature, if it is one of ours. SDKs turn base64 into its URL-safe form.
pub fn seed(signature: &str) -> Option<Seed> {
    let bytes = STANDARD.decode(signature);
    let bytes = bytes.or_else(|_| URL_SAFE.decode(signature)).ok()?;
    let (version, seed) = bytes.split_first()?;
    let seed: [u8; 8] = seed.try_into().ok()?;
    (*version == VERSION).then(|| Seed(u64::from_le_bytes(seed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_say_something() {
        for number in [0, 77, u64::MAX, 0xfbff_fefd_fcfb_faf9] {
            let ours = sign(Seed(number));
            assert_eq!(seed(&ours), Some(Seed(number)));
            let turned = ours.replace('+', "-").replace('/', "_");
            assert_eq!(seed(&turned), Some(Seed(number)));
        }
        for foreign in ["", "c2lnLW9wYXF1ZS0x", "AgAAAAAAAAAA", "no base64!"] {
            assert_eq!(seed(foreign), None, "{foreign}");
        }
    }
}
