//! The one error that crosses layers: who is to blame, what the caller reads, what the log gets.

use std::borrow::Cow;
use std::fmt;

use crate::{Category, LimitState, Severity};

/// Longest part of an offending value that is quoted back, in characters.
const VALUE_CHARS_MAX: usize = 80;

/// What went wrong, for a protocol to put in its own shape.
///
/// `message` is for the caller and ends with what to do about it; `detail` is for the log only.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    pub kind: ErrorKind,
    /// Stable word for machines, snake case ("invalid_size", "does_not_fit").
    pub code: &'static str,
    /// The field as the protocol spells it, with its path ("generationConfig.imageConfig.aspectRatio").
    pub field: Option<Cow<'static, str>>,
    /// The offending value, shortened.
    pub value: Option<Box<str>>,
    /// What the caller sees: what is wrong and the remedy.
    pub message: Box<str>,
    /// What the log gets in addition. Never sent.
    pub detail: Option<Box<str>>,
    /// Seconds after which a retry can help.
    pub retry_after_s: Option<u32>,
    /// How the caller stands against its limits, when one of them refused.
    pub limits: Option<Box<LimitState>>,
    /// What the policy found, when it refused.
    pub refusal: Option<Box<Refusal>>,
}

/// What a policy refused a request for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Stable id of the rule.
    pub rule: Box<str>,
    /// None for rules of the owner that name none.
    pub category: Option<Category>,
    pub severity: Severity,
}

/// Kind of failure; each protocol maps it to a status of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// 400: the request is malformed or a value is out of range.
    Invalid,
    /// 401: no key, or one that is wrong or expired.
    Unauthenticated,
    /// 402: no credit left.
    Payment,
    /// 403: the key may not do this, or policy forbids it.
    Forbidden,
    /// 404: no such model, task, output or path.
    NotFound,
    /// 405: the path exists, the method does not.
    Method,
    /// 409: contradicts what is stored.
    Conflict,
    /// 413: body, picture or prompt over a limit.
    TooLarge,
    /// 415: a media type that is not understood.
    MediaType,
    /// 422: understood, but cannot be done as asked.
    CannotDo,
    /// 429: over a rate or concurrency limit.
    Limit,
    /// 499: the caller went away or cancelled.
    Cancelled,
    /// 500: our fault.
    Internal,
    /// 501: this server has no such feature.
    Unsupported,
    /// 502: an outside engine failed.
    Upstream,
    /// 503: too busy, starting or draining.
    Unavailable,
    /// 504: an engine took too long.
    Timeout,
}

/// Who can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Culprit {
    /// What was sent.
    Input,
    /// Who sent it: key, scope, balance.
    Caller,
    /// A limit; waiting helps.
    Limit,
    /// The server or something behind it.
    World,
}

impl ErrorKind {
    pub const ALL: [Self; 17] = [
        Self::Invalid,
        Self::Unauthenticated,
        Self::Payment,
        Self::Forbidden,
        Self::NotFound,
        Self::Method,
        Self::Conflict,
        Self::TooLarge,
        Self::MediaType,
        Self::CannotDo,
        Self::Limit,
        Self::Cancelled,
        Self::Internal,
        Self::Unsupported,
        Self::Upstream,
        Self::Unavailable,
        Self::Timeout,
    ];

    /// Returns the HTTP status that protocols use unless their vendor differs.
    pub fn status(self) -> u16 {
        match self {
            Self::Invalid => 400,
            Self::Unauthenticated => 401,
            Self::Payment => 402,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Method => 405,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::MediaType => 415,
            Self::CannotDo => 422,
            Self::Limit => 429,
            Self::Cancelled => 499,
            Self::Internal => 500,
            Self::Unsupported => 501,
            Self::Upstream => 502,
            Self::Unavailable => 503,
            Self::Timeout => 504,
        }
    }

    /// Returns the kind with this status; [`ErrorKind::Internal`] for any other.
    pub fn from_status(status: u16) -> Self {
        let known = Self::ALL.into_iter().find(|kind| kind.status() == status);
        known.unwrap_or(Self::Internal)
    }

    pub fn culprit(self) -> Culprit {
        match self {
            Self::Invalid
            | Self::NotFound
            | Self::Method
            | Self::Conflict
            | Self::TooLarge
            | Self::MediaType
            | Self::CannotDo
            | Self::Unsupported => Culprit::Input,
            Self::Unauthenticated | Self::Payment | Self::Forbidden | Self::Cancelled => {
                Culprit::Caller
            }
            Self::Limit => Culprit::Limit,
            Self::Internal | Self::Upstream | Self::Unavailable | Self::Timeout => Culprit::World,
        }
    }
}

impl Error {
    /// Returns an error with a message that is complete in itself.
    pub fn new(kind: ErrorKind, code: &'static str, message: impl Into<Box<str>>) -> Self {
        Self {
            kind,
            code,
            field: None,
            value: None,
            message: message.into(),
            detail: None,
            retry_after_s: None,
            limits: None,
            refusal: None,
        }
    }

    /// Returns a 400 that names field and value; `remedy` continues the sentence ("must be …").
    pub fn invalid(
        code: &'static str,
        field: impl Into<Cow<'static, str>>,
        value: impl fmt::Display,
        remedy: impl fmt::Display,
    ) -> Self {
        let field = field.into();
        let value = shorten(&value.to_string());
        Self {
            field: Some(field.clone()),
            value: Some(value.clone()),
            ..Self::new(
                ErrorKind::Invalid,
                code,
                format!("{field}: {value:?} is not valid; it {remedy}."),
            )
        }
    }

    /// Returns a 400 for a field that must be there and is not.
    pub fn missing(field: impl Into<Cow<'static, str>>, remedy: impl fmt::Display) -> Self {
        let field = field.into();
        Self {
            field: Some(field.clone()),
            ..Self::new(
                ErrorKind::Invalid,
                "missing_field",
                format!("{field} is missing; {remedy}."),
            )
        }
    }

    /// Returns a 500: the caller learns nothing but that it is our fault, the log gets `detail`.
    pub fn internal(detail: impl fmt::Display) -> Self {
        Self {
            detail: Some(detail.to_string().into()),
            ..Self::new(
                ErrorKind::Internal,
                "internal_error",
                "The server failed; the request may be sent again. If it keeps failing, look for this request's id in the server's log.",
            )
        }
    }

    /// Returns the error with the field replaced, for a layer that knows the wire's spelling.
    #[must_use]
    pub fn at(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        let field = field.into();
        if let Some(old) = &self.field
            && let Some(rest) = self.message.strip_prefix(old.as_ref())
        {
            self.message = format!("{field}{rest}").into();
        }
        self.field = Some(field);
        self
    }

    #[must_use]
    pub fn with_field(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.field = Some(field.into());
        self
    }

    #[must_use]
    pub fn with_value(mut self, value: impl fmt::Display) -> Self {
        self.value = Some(shorten(&value.to_string()));
        self
    }

    #[must_use]
    pub fn with_detail(mut self, detail: impl fmt::Display) -> Self {
        self.detail = Some(detail.to_string().into());
        self
    }

    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after_s = Some(seconds);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

fn shorten(value: &str) -> Box<str> {
    match value.char_indices().nth(VALUE_CHARS_MAX) {
        None => value.into(),
        Some((end, _)) => format!("{}…", &value[..end]).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_names_field_value_and_remedy() {
        let error = Error::invalid("invalid_count", "n", 11, "must be 1 to 10");
        assert_eq!(
            &*error.message,
            "n: \"11\" is not valid; it must be 1 to 10."
        );
        let error = error.at("parameters.sampleCount");
        assert_eq!(error.field.as_deref(), Some("parameters.sampleCount"));
        assert!(error.message.starts_with("parameters.sampleCount: "));
    }

    #[test]
    fn long_values_are_shortened_on_a_character() {
        let error = Error::invalid("x", "size", "é".repeat(500), "must be short");
        let value = error.value.unwrap();
        assert_eq!(value.chars().count(), VALUE_CHARS_MAX + 1);
        assert!(value.ends_with('…'));
    }

    #[test]
    fn every_kind_has_its_own_status() {
        for kind in ErrorKind::ALL {
            assert_eq!(ErrorKind::from_status(kind.status()), kind);
        }
        assert_eq!(ErrorKind::from_status(418), ErrorKind::Internal);
        assert_eq!(ErrorKind::Limit.culprit(), Culprit::Limit);
        assert_eq!(ErrorKind::Internal.culprit(), Culprit::World);
    }
}
