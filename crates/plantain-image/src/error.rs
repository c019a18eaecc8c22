//! What can go wrong between bytes and pixels, and whose fault it is.

use crate::Format;

/// The result of every fallible function here.
pub type Result<T> = std::result::Result<T, ImageError>;

/// Whose fault an error is; the edge maps it to a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Culprit {
    /// The bytes or options that were handed in are wrong.
    Input,
    /// They are well formed but exceed a limit.
    Limit,
    /// Our own code or a codec failed on input that it should have handled.
    Internal,
}

/// An error of this crate. Its text names the offending thing, its value and, for limits, the limit.
#[derive(Debug, thiserror::Error)]
pub enum ImageError {
    /// The first bytes match no picture format.
    #[error("not a picture: {found}; send PNG, JPEG or WebP")]
    NotAPicture {
        /// What was found instead.
        found: String,
    },
    /// A real picture format that is not decoded here.
    #[error("{format} pictures cannot be read; convert to PNG, JPEG or WebP")]
    UnsupportedFormat {
        /// The format's name.
        format: &'static str,
    },
    /// The format is known, yet this file uses a feature of it that is not decoded here.
    #[error("this {format} cannot be read: {detail}")]
    UnsupportedFeature {
        /// The file's format.
        format: Format,
        /// The feature.
        detail: String,
    },
    /// The bytes break the rules of their format, or end too early.
    #[error("the {format} is damaged: {detail}")]
    Damaged {
        /// The file's format.
        format: Format,
        /// Where and how.
        detail: String,
    },
    /// A count, side or size is above its limit.
    #[error("{what} is {value}, the limit is {limit}")]
    OverLimit {
        /// What was measured, with its unit.
        what: &'static str,
        /// The value that was found.
        value: u64,
        /// The largest accepted value.
        limit: u64,
    },
    /// An option or argument has a value outside its range.
    #[error("{field} is {value}; {expected}")]
    BadValue {
        /// The option's name.
        field: &'static str,
        /// The value that was given.
        value: String,
        /// What would be accepted.
        expected: &'static str,
    },
    /// A codec failed on input that had passed every check.
    #[error("{what} failed: {detail}")]
    Internal {
        /// The step that failed.
        what: &'static str,
        /// What it reported.
        detail: String,
    },
}

impl ImageError {
    /// Returns whose fault it is.
    pub fn culprit(&self) -> Culprit {
        match self {
            Self::NotAPicture { .. }
            | Self::UnsupportedFormat { .. }
            | Self::UnsupportedFeature { .. }
            | Self::Damaged { .. }
            | Self::BadValue { .. } => Culprit::Input,
            Self::OverLimit { .. } => Culprit::Limit,
            Self::Internal { .. } => Culprit::Internal,
        }
    }

    pub(crate) fn damaged(format: Format, detail: impl ToString) -> Self {
        Self::Damaged {
            format,
            detail: detail.to_string(),
        }
    }

    pub(crate) fn internal(what: &'static str, detail: impl ToString) -> Self {
        Self::Internal {
            what,
            detail: detail.to_string(),
        }
    }

    /// Returns an error unless `value` is at most `limit`.
    pub(crate) fn check_limit(what: &'static str, value: u64, limit: u64) -> Result<()> {
        if value <= limit {
            return Ok(());
        }
        Err(Self::OverLimit { what, value, limit })
    }
}
