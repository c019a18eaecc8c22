//! Why an engine could not draw.

use plantain_core::{Error, ErrorKind, PixelSize};

use crate::Cancelled;

/// Why an engine could not draw, in words that reach the caller.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// A scene document that breaks the schema or a limit.
    #[error("scene{pointer}: {message}")]
    InvalidScene {
        /// JSON pointer into the document ("/root/children/3/text"), empty for the whole.
        pointer: String,
        /// What is wrong and what is allowed.
        message: String,
    },
    /// The look to keep cannot be read: the scene of another picture, or a brand's logo.
    #[error("the look is not valid: {message}")]
    InvalidLook {
        /// What is wrong and what is allowed, without a full stop.
        message: String,
    },
    /// The texts cannot be set legibly at this size.
    #[error("the text does not fit")]
    DoesNotFit {
        /// The smallest size of the same ratio that works, if any does.
        smallest: Option<PixelSize>,
    },
    /// Strict mode: words that mean nothing to this engine.
    #[error("not understood: {}", words.join(", "))]
    NotUnderstood { words: Vec<String> },
    /// Strict mode: a photograph, a likeness, an object that this engine cannot draw.
    #[error("needs a generative engine: {}", what.join(", "))]
    NeedsGenerativeEngine { what: Vec<String> },
    /// An edit whose words mean nothing to this engine; nothing was changed.
    #[error("instruction not understood: {}", words.join(", "))]
    InstructionNotUnderstood { words: Vec<String> },
    /// An edit that needs content which this engine cannot make; nothing was changed.
    #[error("edit needs a generative engine: {}", what.join(", "))]
    EditNeedsGenerativeEngine { what: Vec<String> },
    /// An edit of something that was not found, or that may be one of several things.
    #[error("not located: {target}")]
    TargetNotLocated {
        /// As the instruction calls it.
        target: String,
        /// What was found instead, each a short phrase.
        found: Vec<String>,
    },
    /// An edit after which the picture would be the same.
    #[error("nothing changed: {why}")]
    NothingChanged { why: String },
    /// This engine has no such ability.
    #[error("{engine} cannot {what}")]
    Unsupported { engine: &'static str, what: String },
    #[error("cancelled")]
    Cancelled,
    /// The engine itself failed; `detail` is for the log.
    #[error("the engine failed: {detail}")]
    Failed { detail: String, retry_helps: bool },
}

impl EngineError {
    pub fn unsupported(engine: &'static str, what: impl Into<String>) -> Self {
        Self::Unsupported {
            engine,
            what: what.into(),
        }
    }

    /// Whether the same job may succeed later.
    pub fn retry_helps(&self) -> bool {
        matches!(
            self,
            Self::Failed {
                retry_helps: true,
                ..
            }
        )
    }
}

impl From<Cancelled> for EngineError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<EngineError> for Error {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::InvalidScene { pointer, message } => Error::new(
                ErrorKind::Invalid,
                "invalid_scene",
                format!(
                    "scene{pointer}: {message} The schema is at /plantain/v1/scene.schema.json."
                ),
            )
            .with_field(format!("scene{pointer}")),
            EngineError::InvalidLook { message } => Error::new(
                ErrorKind::Invalid,
                "invalid_look",
                format!(
                    "style_of: {message}. Send a scene document or a picture that Plantain made."
                ),
            )
            .with_field("style_of"),
            EngineError::DoesNotFit { smallest } => {
                let remedy = match smallest {
                    Some(size) => format!("The smallest size of this shape that works is {size}."),
                    None => "Shorten the text or ask for another shape.".to_owned(),
                };
                Error::new(
                    ErrorKind::CannotDo,
                    "does_not_fit",
                    format!("The text of the prompt cannot be set legibly at this size. {remedy}"),
                )
            }
            EngineError::NotUnderstood { words } => Error::new(
                ErrorKind::CannotDo,
                "not_understood",
                format!(
                    "Not understood: {}. Say it in other words, or leave strict mode to have the rest drawn.",
                    words.join(", ")
                ),
            ),
            EngineError::NeedsGenerativeEngine { what } => Error::new(
                ErrorKind::CannotDo,
                "needs_generative_engine",
                format!(
                    "This engine cannot draw {}. Route the model to a generative engine, or leave strict mode to have the nearest thing drawn.",
                    what.join(", ")
                ),
            ),
            EngineError::InstructionNotUnderstood { words } => Error::new(
                ErrorKind::CannotDo,
                "not_understood",
                format!(
                    "Nothing was changed, because these words were not understood: {}. Say them in other words or leave them out.",
                    quoted(&words)
                ),
            ),
            EngineError::EditNeedsGenerativeEngine { what } => Error::new(
                ErrorKind::CannotDo,
                "needs_generative_engine",
                format!(
                    "Nothing was changed, because {} asks for new content that only a generative engine can make. Route the model to one: a diffusion model or a provider.",
                    quoted(&what)
                ),
            ),
            EngineError::TargetNotLocated { target, found } => Error::new(
                ErrorKind::CannotDo,
                "target_not_located",
                not_located(&target, &found),
            ),
            EngineError::NothingChanged { why } => Error::new(
                ErrorKind::CannotDo,
                "nothing_changed",
                format!("The picture would be the same after this edit: {why}."),
            ),
            EngineError::Unsupported { engine, what } => Error::new(
                ErrorKind::CannotDo,
                "engine_cannot",
                format!(
                    "The engine {engine} cannot {what}. Choose another model or leave that wish out."
                ),
            ),
            EngineError::Cancelled => Error::new(
                ErrorKind::Cancelled,
                "cancelled",
                "The request was cancelled.",
            ),
            EngineError::Failed { detail, .. } => Error::internal(detail),
        }
    }
}

fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    words.join(", ")
}

fn not_located(target: &str, found: &[String]) -> String {
    let found = match found {
        [] => "Nothing that could be meant was found.".to_owned(),
        found => format!("Found: {}.", found.join(", ")),
    };
    format!(
        "It is not clear where \"{target}\" is on the picture. {found} Send a mask, or name it by its colour, place or words."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_reaches_the_caller_as_its_own_kind() {
        let small = PixelSize::new("size", 640, 640).unwrap();
        let cases = [
            (
                EngineError::InvalidScene {
                    pointer: "/root".into(),
                    message: "is missing.".into(),
                },
                "invalid_scene",
                400,
            ),
            (
                EngineError::InvalidLook {
                    message: "version 99".into(),
                },
                "invalid_look",
                400,
            ),
            (
                EngineError::DoesNotFit {
                    smallest: Some(small),
                },
                "does_not_fit",
                422,
            ),
            (
                EngineError::NotUnderstood {
                    words: vec!["blorp".into()],
                },
                "not_understood",
                422,
            ),
            (EngineError::Cancelled, "cancelled", 499),
            (
                EngineError::Failed {
                    detail: "secret".into(),
                    retry_helps: true,
                },
                "internal_error",
                500,
            ),
        ];
        for (engine, code, status) in cases {
            let error = Error::from(engine);
            assert_eq!((error.code, error.kind.status()), (code, status));
            assert!(!error.message.contains("secret"));
        }
    }
}
