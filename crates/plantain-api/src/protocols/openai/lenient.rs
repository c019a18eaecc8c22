//! Fields that clients write in more than one form.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A text, or a list of things.
#[derive(Debug, Clone, PartialEq)]
pub enum TextOr<T> {
    Text(String),
    List(Vec<T>),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for TextOrVisitor<T> {
            type Value = TextOr<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<TextOr<T>, E> {
                Ok(TextOr::Text(text.to_owned()))
            }

            fn visit_string<E: de::Error>(self, text: String) -> Result<TextOr<T>, E> {
                Ok(TextOr::Text(text))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<TextOr<T>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(TextOr::List)
            }
        }

        deserializer.deserialize_any(TextOrVisitor(PhantomData))
    }
}

/// A link or data URL, bare or as an object with `url`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageUrl(pub String);

impl<'de> Deserialize<'de> for ImageUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ImageUrlVisitor;

        #[derive(serde::Deserialize)]
        struct Inside {
            url: String,
        }

        impl<'de> Visitor<'de> for ImageUrlVisitor {
            type Value = ImageUrl;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a link or a data URL")
            }

            fn visit_str<E: de::Error>(self, url: &str) -> Result<ImageUrl, E> {
                Ok(ImageUrl(url.to_owned()))
            }

            fn visit_string<E: de::Error>(self, url: String) -> Result<ImageUrl, E> {
                Ok(ImageUrl(url))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ImageUrl, A::Error> {
                let inside = Inside::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ImageUrl(inside.url))
            }
        }

        deserializer.deserialize_any(ImageUrlVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::parse;

    #[derive(Debug, serde::Deserialize)]
    #[serde(expecting = "a JSON object")]
    struct Body {
        input: Option<TextOr<Part>>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(expecting = "a JSON object")]
    struct Part {
        image_url: ImageUrl,
    }

    #[test]
    fn both_forms_are_read_and_errors_name_their_place() {
        for (text, expected) in [
            (r#"{"input":"a cat"}"#, Ok("a cat")),
            (r#"{"input":[{"image_url":"u"}]}"#, Ok("u")),
            (
                r#"{"input":[{"image_url":{"url":"v","detail":"low"}}]}"#,
                Ok("v"),
            ),
            (r#"{"input":5}"#, Err("input")),
            (r#"{"input":[{"image_url":[]}]}"#, Err("input[0].image_url")),
            (
                r#"{"input":[{"image_url":{"url":1}}]}"#,
                Err("input[0].image_url.url"),
            ),
        ] {
            let found = parse::<Body>(text.as_bytes()).map(|body| match body.input.unwrap() {
                TextOr::Text(text) => text,
                TextOr::List(parts) => parts[0].image_url.0.clone(),
            });
            match expected {
                Ok(expected) => assert_eq!(found.unwrap(), expected, "{text}"),
                Err(field) => {
                    let error = found.unwrap_err();
                    assert_eq!(error.code, "invalid_type", "{text}");
                    assert!(
                        field.starts_with(error.field.as_deref().unwrap()),
                        "{text}: {error:?}"
                    );
                }
            }
        }
    }
}
