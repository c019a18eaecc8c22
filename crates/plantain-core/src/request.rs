//! What a client wants drawn, free of any protocol.

use std::sync::Arc;

use crate::{
    Background, Count, EditSpec, Encoding, Error, LookSpec, ModelId, Prompt, SafetyWishes, Seed,
    SizeSpec,
};

/// A request for one or more pictures, checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ImageRequest {
    pub model: ModelId,
    pub subject: Subject,
    pub size: SizeSpec,
    pub encoding: Encoding,
    pub background: Background,
    /// None: one is chosen and reported.
    pub seed: Option<Seed>,
    pub count: Count,
    /// Refuse (422) what cannot be drawn, rather than draw the nearest thing and note it.
    pub strict: bool,
    /// Whether plausible sample content may fill what the prompt leaves open.
    pub filler: bool,
    pub look: LookSpec,
    pub planner: PlannerChoice,
    pub safety: SafetyWishes,
}

/// Who plans the picture of a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PlannerChoice {
    /// As the server is set up; the rules unless it says otherwise.
    #[default]
    Default,
    /// The engine's own rules.
    Rules,
    /// The model behind the server's chat endpoint.
    Chat,
}

impl PlannerChoice {
    /// Returns the choice, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        Ok(match name {
            "default" => Self::Default,
            "rules" => Self::Rules,
            "llm" => Self::Chat,
            _ => {
                return Err(Error::invalid(
                    "invalid_planner",
                    field,
                    name,
                    "must be one of default, rules, llm",
                ));
            }
        })
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    Prompt(Prompt),
    /// A scene document, JSON. Untrusted.
    Scene(Arc<str>),
    Edit(Arc<EditSpec>),
}

impl ImageRequest {
    /// Returns a request for one PNG of `prompt` with every choice left open.
    pub fn new(model: ModelId, prompt: Prompt) -> Self {
        Self {
            model,
            subject: Subject::Prompt(prompt),
            size: SizeSpec::default(),
            encoding: Encoding::default(),
            background: Background::Auto,
            seed: None,
            count: Count::ONE,
            strict: false,
            filler: true,
            look: LookSpec::default(),
            planner: PlannerChoice::Default,
            safety: SafetyWishes::default(),
        }
    }

    /// Returns an error when two choices exclude each other; `format_field` is the wire's name of the format.
    pub fn check(&self, format_field: &'static str) -> Result<(), Error> {
        let format = self.encoding.format;
        if self.background == Background::Transparent && !format.has_alpha() {
            return Err(Error::invalid(
                "format_has_no_alpha",
                format_field,
                format,
                "cannot hold a transparent background; choose png or webp, or leave the background opaque",
            ));
        }
        Ok(())
    }

    pub fn prompt(&self) -> Option<&Prompt> {
        match &self.subject {
            Subject::Prompt(prompt) => Some(prompt),
            Subject::Scene(_) => None,
            Subject::Edit(edit) => Some(&edit.instruction),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OutputFormat;

    #[test]
    fn jpeg_cannot_be_transparent() {
        let prompt = Prompt::new("prompt", "a logo").unwrap();
        let mut request = ImageRequest::new(ModelId::easel(), prompt);
        request.background = Background::Transparent;
        for format in OutputFormat::ALL {
            request.encoding = format.into();
            assert_eq!(
                request.check("output_format").is_ok(),
                format != OutputFormat::Jpeg
            );
        }
    }
}
