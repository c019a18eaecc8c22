//! Why something could not be kept or found.

use plantain_core::{Error, ErrorKind};

/// Seconds after which a client may come back when the storage cannot be reached.
const RETRY_AFTER_S: u32 = 5;

/// Why a store failed. Not found is an answer, not an error.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database or disk refused.
    #[error("{what}: {cause}")]
    Failed { what: &'static str, cause: String },
    /// What was read is not what was written.
    #[error("{what} is damaged: {why}")]
    Damaged { what: &'static str, why: String },
    /// It could not be done now, and may be done later: the disk is full, the other side is down or does not let us in.
    #[error("{what}: {cause}")]
    Unavailable { what: &'static str, cause: String },
    /// More bytes than were allowed.
    #[error("{what} has more than {bytes_max} bytes")]
    TooLarge { what: &'static str, bytes_max: u64 },
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

    pub fn unavailable(what: &'static str, cause: impl std::fmt::Display) -> Self {
        Self::Unavailable {
            what,
            cause: cause.to_string(),
        }
    }

    /// Whether the same call can succeed later: a task that meets it is tried again and not given up.
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Unavailable { .. })
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match &error {
            StoreError::Failed { .. } | StoreError::Damaged { .. } => Self::internal(error),
            StoreError::Unavailable { .. } => Self::new(
                ErrorKind::Unavailable,
                "storage_unavailable",
                "The server cannot reach its storage at the moment; send the request again.",
            )
            .with_detail(error)
            .retry_after(RETRY_AFTER_S),
            StoreError::TooLarge { bytes_max, .. } => Self::new(
                ErrorKind::TooLarge,
                "file_too_large",
                format!("The file is too large; it may have {bytes_max} bytes."),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_pass_is_tried_again() {
        let cases = [
            (StoreError::failed("x", "y"), false, ErrorKind::Internal),
            (StoreError::damaged("x", "y"), false, ErrorKind::Internal),
            (
                StoreError::unavailable("x", "y"),
                true,
                ErrorKind::Unavailable,
            ),
            (
                StoreError::TooLarge {
                    what: "x",
                    bytes_max: 1,
                },
                false,
                ErrorKind::TooLarge,
            ),
        ];
        for (error, retryable, kind) in cases {
            assert_eq!(error.is_retryable(), retryable, "{error}");
            assert_eq!(Error::from(error).kind, kind);
        }
    }
}
