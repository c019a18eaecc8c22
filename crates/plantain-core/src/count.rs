//! How many pictures one request asks for.

use crate::Error;

/// How many pictures, 1 to [`Count::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Count(u8);

impl Count {
    pub const ONE: Self = Self(1);
    pub const MAX: u8 = 10;

    /// Returns the count, or an error that names `field` when it is outside 1 to 10.
    pub fn new(field: &'static str, count: i64) -> Result<Self, Error> {
        match u8::try_from(count) {
            Ok(count @ 1..=Self::MAX) => Ok(Self(count)),
            _ => Err(Error::invalid(
                "invalid_count",
                field,
                count,
                format!("must be a whole number from 1 to {}", Self::MAX),
            )),
        }
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::ONE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_to_ten() {
        for bad in [i64::MIN, -1, 0, 11, 256, 257, i64::MAX] {
            let error = Count::new("n", bad).unwrap_err();
            assert_eq!(error.field.as_deref(), Some("n"), "{bad}");
            assert_eq!(error.value.as_deref(), Some(bad.to_string().as_str()));
        }
        for good in 1..=10 {
            assert_eq!(i64::from(Count::new("n", good).unwrap().get()), good);
        }
    }
}
