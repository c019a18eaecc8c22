//! Conversations about pictures: what the last turn wants, and which picture it speaks of.
//!
//! Responses and chat completions are read into the same turns, so that both follow the same rules.

use std::sync::Arc;

use plantain_app::catalog;
use plantain_core::{
    EditSpec, Error, LookSpec, MaskReading, MaskSpec, ModelId, PictureFile, Prompt, StyleSource,
    Subject,
};

use super::sources::Source;
use crate::anew::orders_a_picture;

/// The model that draws when nobody names one: the published default of the image tool.
const DRAWING_MODEL: &str = "gpt-image-2.6-sunburst";
/// Parts of names that only image models have. A slip in one of them is an unknown model, not somebody who talks.
const IMAGE_MODEL_WORDS: [&str; 4] = ["image", "dall-e", "banana", "easel"];
/// What one side said, with the pictures that it showed.
#[derive(Debug, Default)]
pub struct Turn {
    pub by_model: bool,
    pub text: String,
    pub pictures: Vec<Source>,
}

/// Whether a picture is to be drawn or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Action {
    /// Changed if the conversation has one.
    #[default]
    Auto,
    Generate,
    Edit,
}

impl Action {
    /// Returns the action, or an error that names `field`.
    pub fn parse(field: &str, name: &str) -> Result<Self, Error> {
        Ok(match name {
            "auto" => Self::Auto,
            "generate" => Self::Generate,
            "edit" => Self::Edit,
            _ => {
                return Err(Error::invalid(
                    "invalid_action",
                    field.to_owned(),
                    name,
                    "must be one of auto, generate, edit",
                ));
            }
        })
    }
}

/// What the last turn of a conversation wants.
#[derive(Debug)]
pub struct Wish {
    /// What the user said in the last turn.
    text: String,
    /// What the user said in all turns.
    all_text: String,
    /// The picture to change, then those that the text may speak of; none when one is to be drawn.
    pub pictures: Vec<Source>,
    /// How many of the pictures came with the last turn.
    new_pictures: usize,
    action: Action,
}

impl Wish {
    /// Reads the turns, oldest first. The picture to change is the first one of the user's last turn or, if that brings
    /// none, the latest one of the conversation; behind pictures of the user stands the latest one of the model. `field`
    /// is the wire's name of the turns.
    pub fn read(turns: Vec<Turn>, action: Action, field: &'static str) -> Result<Self, Error> {
        let last = turns.iter().rposition(|turn| turn.by_model);
        let last = last.map_or(0, |at| at + 1);
        let said = |turns: &[Turn]| {
            let texts = turns.iter().filter(|turn| !turn.by_model);
            let texts = texts.map(|turn| turn.text.trim());
            texts
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("\n")
        };
        let (all_text, text) = (said(&turns), said(&turns[last..]));
        if text.is_empty() {
            return Err(Error::missing(
                field,
                "say in words what the picture should show, or what should be changed on it",
            ));
        }
        let mut turns = turns;
        let now = turns.split_off(last);
        let mut pictures: Vec<Source> = now.into_iter().flat_map(|turn| turn.pictures).collect();
        let new_pictures = pictures.len();
        let before = turns.into_iter().rev();
        let mut before = before.filter(|turn| turn.by_model || new_pictures == 0);
        pictures.extend(before.find_map(|turn| turn.pictures.into_iter().next_back()));
        if action == Action::Edit && pictures.is_empty() {
            return Err(Error::missing(
                field,
                "send the picture that is to be changed, or leave the action to \"auto\"",
            ));
        }
        if action == Action::Generate {
            // Pictures of earlier turns are not asked for; those of the last one show the look that is wanted.
            pictures.truncate(new_pictures);
        }
        Ok(Self {
            text,
            all_text,
            pictures,
            new_pictures,
            action,
        })
    }

    /// Returns what is drawn or changed, and the look to keep, once the pictures have been opened.
    pub fn subject(
        &self,
        field: &'static str,
        files: Vec<PictureFile>,
        mask: Option<PictureFile>,
    ) -> Result<(Subject, LookSpec), Error> {
        if self.action == Action::Generate || files.is_empty() {
            if let Some(mask) = mask {
                return Err(Error::invalid(
                    "mask_without_picture",
                    mask.field.into_string(),
                    "a mask",
                    "must come with a picture to change, and with an action other than generate",
                ));
            }
            let prompt = Prompt::new(field, self.all_text.as_str())?;
            let style_of = files.into_iter().next();
            let look = LookSpec {
                style_of: style_of.map(|picture| StyleSource::Picture(picture.file)),
                ..LookSpec::default()
            };
            return Ok((Subject::Prompt(prompt), look));
        }
        let spec = EditSpec {
            instruction: Prompt::new(field, self.text.as_str())?,
            pictures: files,
            mask: mask.map(|file| MaskSpec::File {
                file,
                reading: MaskReading::Alpha,
            }),
        };
        spec.check(field)?;
        Ok((Subject::Edit(Arc::new(spec)), LookSpec::default()))
    }

    /// Returns the prompt of a new picture, in case that the last turn is not understood as an edit, if it reads like the
    /// order for one ("draw a …") and nobody asked for an edit.
    pub fn anew(&self, field: &'static str) -> Option<Subject> {
        let open = self.action == Action::Auto && self.new_pictures == 0;
        if !open || self.pictures.is_empty() || !orders_a_picture(&self.text) {
            return None;
        }
        Prompt::new(field, self.text.as_str())
            .ok()
            .map(Subject::Prompt)
    }
}

/// Returns the model that draws for a name that a conversation is held with.
///
/// Names of image models draw. Anybody else only talks, which this server leaves out, and the default draws; but a name that
/// looks like an image model's and is none is unknown.
pub fn drawing_model(field: &'static str, name: Option<&str>) -> Result<ModelId, Error> {
    let default = ModelId::new(field, DRAWING_MODEL)?;
    let Some(name) = name else {
        return Ok(default);
    };
    let asked = ModelId::new(field, name)?;
    let unknown = match catalog::find(&asked) {
        Ok(_) => return Ok(asked),
        Err(unknown) => unknown,
    };
    // Gateways put the vendor before the name.
    if let Some((_, bare)) = asked.as_str().split_once('/')
        && let Ok(bare) = ModelId::new(field, bare)
        && catalog::find(&bare).is_ok()
    {
        return Ok(bare);
    }
    let lower = asked.as_str().to_ascii_lowercase();
    match IMAGE_MODEL_WORDS.iter().any(|word| lower.contains(word)) {
        true => Err(unknown),
        false => Ok(default),
    }
}

/// Whether a name is an image model's, so that a picture is meant without saying so.
pub fn is_image_model(name: &str) -> bool {
    drawing_model("model", Some(name)).is_ok_and(|model| model.as_str() != DRAWING_MODEL)
        || name == DRAWING_MODEL
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::PictureRef;

    fn user(text: &str, pictures: &[&str]) -> Turn {
        Turn {
            by_model: false,
            text: text.to_owned(),
            pictures: pictures.iter().map(|name| picture(name)).collect(),
        }
    }

    fn model(pictures: &[&str]) -> Turn {
        Turn {
            by_model: true,
            ..user("Here it is.", pictures)
        }
    }

    fn picture(name: &str) -> Source {
        let link = format!("https://example.com/{name}");
        Source::Picture(PictureRef::parse(name, &link).unwrap())
    }

    fn fields(wish: &Wish) -> Vec<&str> {
        let fields = wish.pictures.iter().map(|source| match source {
            Source::Picture(picture) => picture.field.as_str(),
            other => panic!("{other:?}"),
        });
        fields.collect()
    }

    #[test]
    fn the_latest_picture_is_changed() {
        let cases = [
            (vec![user("a cat", &[])], vec![], "a cat"),
            (
                vec![user("a cat", &[]), model(&[]), user("with a hat", &[])],
                vec![],
                "a cat\nwith a hat",
            ),
            (
                vec![
                    user("a cat", &[]),
                    model(&["m1", "m2"]),
                    user("bigger", &[]),
                ],
                vec!["m2"],
                "bigger",
            ),
            (
                vec![
                    model(&["m1"]),
                    user("this", &["u1"]),
                    user("and that", &["u2"]),
                ],
                vec!["u1", "u2", "m1"],
                "this\nand that",
            ),
            (
                vec![user("look", &["u1"]), model(&[]), user("bigger", &[])],
                vec!["u1"],
                "bigger",
            ),
            (
                vec![model(&["m1"]), user("x", &[]), model(&[]), user("y", &[])],
                vec!["m1"],
                "y",
            ),
        ];
        for (turns, pictures, text) in cases {
            let wish = Wish::read(turns, Action::Auto, "input").unwrap();
            assert_eq!(fields(&wish), pictures, "{text}");
            let files: Vec<_> = wish.pictures.iter().map(|_| file()).collect();
            let (subject, _) = wish.subject("input", files, None).unwrap();
            let said = match &subject {
                Subject::Prompt(prompt) => prompt,
                Subject::Edit(spec) => &spec.instruction,
                Subject::Scene(_) => panic!("a scene"),
            };
            assert_eq!(said.as_str(), text);
            assert_eq!(matches!(subject, Subject::Edit(_)), !pictures.is_empty());
        }
    }

    fn file() -> PictureFile {
        PictureFile {
            field: "input".into(),
            file: b"a picture".as_slice().into(),
        }
    }

    #[test]
    fn actions_decide_where_they_are_given() {
        let turns = || vec![user("a cat", &[]), model(&["m1"]), user("a dog", &["u1"])];
        let wish = Wish::read(turns(), Action::Generate, "input").unwrap();
        assert_eq!(fields(&wish), ["u1"]);
        let (subject, look) = wish.subject("input", vec![file()], None).unwrap();
        assert!(matches!(&subject, Subject::Prompt(prompt) if prompt.as_str() == "a cat\na dog"));
        assert!(look.style_of.is_some());
        let masked = wish.subject("input", vec![file()], Some(file()));
        assert_eq!(masked.unwrap_err().code, "mask_without_picture");

        let error = Wish::read(vec![user("bigger", &[])], Action::Edit, "input").unwrap_err();
        assert_eq!(error.code, "missing_field");
        let error = Wish::read(vec![user(" ", &["u1"])], Action::Auto, "input").unwrap_err();
        assert_eq!(error.field.as_deref(), Some("input"));
    }

    #[test]
    fn only_an_order_for_a_new_picture_is_drawn_anew() {
        for (text, action, anew) in [
            ("Now draw a map of Rome", Action::Auto, true),
            ("please create another poster", Action::Auto, true),
            ("draw a map of Rome", Action::Edit, false),
            ("create the chart anew", Action::Auto, false),
            ("blorp it", Action::Auto, false),
        ] {
            let turns = vec![model(&["m1"]), user(text, &[])];
            let wish = Wish::read(turns, action, "input").unwrap();
            assert_eq!(wish.anew("input").is_some(), anew, "{text}");
        }
    }

    #[test]
    fn who_talks_does_not_matter_and_slips_in_image_models_do() {
        for (name, expected) in [
            (None, Some(DRAWING_MODEL)),
            (Some("gpt-5.2"), Some(DRAWING_MODEL)),
            (Some("o4-mini"), Some(DRAWING_MODEL)),
            (Some("gpt-image-1"), Some("gpt-image-1")),
            (Some("openai/gpt-image-1"), Some("gpt-image-1")),
            (
                Some("google/gemini-2.5-flash-image"),
                Some("gemini-2.5-flash-image"),
            ),
            (Some("gpt-image-7"), None),
            (Some("dall-e-4"), None),
            (Some("a b"), None),
        ] {
            let found = drawing_model("model", name).ok();
            assert_eq!(found.as_ref().map(ModelId::as_str), expected, "{name:?}");
        }
        assert!(is_image_model("easel") && is_image_model(DRAWING_MODEL));
        assert!(!is_image_model("gpt-5.2") && !is_image_model("gpt-image-7"));
    }
}
