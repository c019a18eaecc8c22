//! Seeds.

use std::fmt;

use crate::Error;

/// Seeds that we choose stay below this, so that every JSON reader can repeat them exactly.
const CHOSEN_LIMIT: u64 = 1 << 53;

/// What decides between equally good pictures. Same request, engine version and seed: same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seed(pub u64);

impl Seed {
    /// Returns the seed for a number from outside, or an error that names `field`.
    pub fn new(field: &'static str, number: i128) -> Result<Self, Error> {
        u64::try_from(number).map(Self).map_err(|_| {
            Error::invalid(
                "invalid_seed",
                field,
                number,
                format_args!(
                    "must be a whole number from 0 to {}; leave it out to have one chosen",
                    u64::MAX
                ),
            )
        })
    }

    /// Returns a seed made from random bits.
    pub fn from_random(random: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(random) % (CHOSEN_LIMIT - u64::from(u8::MAX)))
    }

    /// Returns the seed of picture `index` of a batch: the number after that of the picture before.
    ///
    /// Picture 0 has the seed of the request, so asking for one picture with a reported seed draws that picture again.
    pub fn derive(self, index: u8) -> Self {
        Self(self.0.wrapping_add(u64::from(index)))
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_has_distinct_seeds_and_starts_with_its_own() {
        for seed in [0, 1, 42, u64::MAX] {
            let seeds: std::collections::BTreeSet<_> =
                (0..10).map(|index| Seed(seed).derive(index)).collect();
            assert_eq!(seeds.len(), 10);
            assert_eq!(Seed(seed).derive(0), Seed(seed));
        }
    }

    #[test]
    fn derivation_never_changes() {
        assert_eq!(Seed(7).derive(1), Seed(7).derive(1));
        assert!(Seed(7).derive(9).0 < CHOSEN_LIMIT);
        assert!(Seed::from_random([255; 8]).0 < CHOSEN_LIMIT);
    }
}
