//! What a picture says about its own making, so that it can be drawn in another way.

use bytes::Bytes;
use plantain_core::{Error, ErrorKind, PixelSize, Prompt, Seed};
use plantain_engine::provenance;
use plantain_image::{Metadata, probe, read_metadata};

use crate::Studio;

/// What a picture was drawn from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    pub prompt: Prompt,
    /// None where the file does not tell.
    pub seed: Option<Seed>,
    pub size: PixelSize,
}

impl Studio {
    /// Returns what a picture was drawn from, as its file says; `field` is the wire's name of the picture.
    ///
    /// # Errors
    /// Invalid for what is no picture; [`ErrorKind::CannotDo`] for one that does not say, since only a generative engine
    /// could make another picture of the same content.
    pub async fn recipe(&self, field: &'static str, file: Bytes) -> Result<Recipe, Error> {
        let read = move || recipe(field, &file);
        tokio::task::spawn_blocking(read)
            .await
            .map_err(Error::internal)?
    }
}

fn recipe(field: &'static str, file: &[u8]) -> Result<Recipe, Error> {
    let wrong = |error| {
        let message = format!("{field}: {error}.");
        Error::new(ErrorKind::Invalid, "invalid_image", message).with_field(field)
    };
    let info = probe(file).map_err(wrong)?;
    // Damaged metadata tells as much as none.
    let metadata = read_metadata(file).unwrap_or_default();
    let prompt = metadata
        .get(provenance::PROMPT)
        .ok_or_else(|| unknown(field, &metadata))?;
    let seed = metadata.get(provenance::SEED);
    let size = PixelSize::new(field, info.width.into(), info.height.into())?;
    Ok(Recipe {
        prompt: Prompt::new(field, prompt)?,
        seed: seed.and_then(|seed| seed.parse().ok()).map(Seed),
        size,
    })
}

fn unknown(field: &'static str, metadata: &Metadata) -> Error {
    let why = match metadata.get(provenance::INSTRUCTION) {
        Some(_) => "the picture was edited, so that no prompt describes it",
        None => "the picture does not say from which prompt it was drawn",
    };
    Error::new(
        ErrorKind::CannotDo,
        "needs_generative_engine",
        format!(
            "{field}: {why}; another picture of the same content needs a generative engine. Send a picture that Plantain drew from a prompt, or say in words what to change and send it to images/edits."
        ),
    )
    .with_field(field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_core::Pixels;
    use plantain_image::{Coding, EncodeOptions, encode};

    fn picture(fields: &[(&str, &str)]) -> Vec<u8> {
        let pixels = Pixels {
            width: 32,
            height: 16,
            rgba: vec![9; 32 * 16 * 4],
            opaque: false,
        };
        let fields = fields.iter();
        let metadata = Metadata {
            fields: fields
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
            ..Metadata::default()
        };
        let options = EncodeOptions {
            coding: Coding::Png,
            metadata,
        };
        encode(&pixels, &options).unwrap()
    }

    #[test]
    fn a_picture_tells_what_it_was_drawn_from_or_why_it_cannot() {
        let drawn = picture(&[(provenance::PROMPT, "a cat"), (provenance::SEED, "7")]);
        let found = recipe("image", &drawn).unwrap();
        assert_eq!(
            (found.prompt.as_str(), found.seed),
            ("a cat", Some(Seed(7)))
        );
        assert_eq!((found.size.width(), found.size.height()), (32, 16));
        let edited = picture(&[(provenance::INSTRUCTION, "bigger")]);
        for (file, code, part) in [
            (edited, "needs_generative_engine", "was edited"),
            (picture(&[]), "needs_generative_engine", "does not say"),
            (b"no picture".to_vec(), "invalid_image", "image: "),
        ] {
            let error = recipe("image", &file).unwrap_err();
            assert_eq!((error.code, error.field.as_deref()), (code, Some("image")));
            assert!(error.message.contains(part), "{}", error.message);
        }
    }
}
