//! Model names.

use std::fmt;

use crate::Error;

/// Longest model name, in bytes.
const MODEL_ID_BYTES_MAX: usize = 200;

/// The name of a model as a client gives it, without a leading `models/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ModelId(String);

impl ModelId {
    /// The embedded engine, which every server has.
    pub const EASEL: &'static str = "easel";

    /// Returns the name, or an error that names `field` when it is empty, too long or no printable text.
    pub fn new(field: &'static str, name: &str) -> Result<Self, Error> {
        let name = name.strip_prefix("models/").unwrap_or(name).trim();
        let printable = name.chars().all(|c| c.is_ascii_graphic());
        if name.is_empty() || name.len() > MODEL_ID_BYTES_MAX || !printable {
            return Err(Error::invalid(
                "invalid_model",
                field,
                name,
                "must be a model name such as \"easel\"; GET /plantain/v1/models lists them",
            ));
        }
        Ok(Self(name.to_owned()))
    }

    pub fn easel() -> Self {
        Self(Self::EASEL.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ModelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_printable_and_short() {
        let model = ModelId::new("model", "models/gemini-3.1-flash-image-preview").unwrap();
        assert_eq!(model.as_str(), "gemini-3.1-flash-image-preview");
        assert!(ModelId::new("model", "fal-ai/nano-banana-2").is_ok());
        for bad in ["", "  ", "a b", "é", "a\nb", &"x".repeat(201)] {
            assert!(ModelId::new("model", bad).is_err(), "{bad:?}");
        }
    }
}
