//! Why something could not be kept or found.

use plantain_core::Error;

/// Why a store failed. Not found is an answer, not an error.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database or disk refused.
    #[error("{what}: {cause}")]
    Failed { what: &'static str, cause: String },
    /// What was read is not what was written.
    #[error("{what} is damaged: {why}")]
    Damaged { what: &'static str, why: String },
}

impl StoreError {
    pub fn failed(what: &'static str, cause: impl std::fmt::Display) -> Self {
        Self::Failed {
            what,
            cause: cause.to_string(),
        }
    }

    pub fn damaged(what: &'static str, why: impl std::fmt::Display) -> Self {
        Self::Damaged {
            what,
            why: why.to_string(),
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Error::internal(error)
    }
}
