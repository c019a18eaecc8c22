//! Templates: prompts or scenes of the owner's with places to be filled in, `{title}`.

use std::collections::BTreeSet;

use plantain_core::{Error, ErrorKind};
use serde_json::{Map, Value};

use super::signing::Pairs;

/// A prompt or a scene with places, and the fields that it sets.
#[derive(Debug, Clone, Default)]
pub struct Template {
    /// "prompt" or "scene", and whatever else `images/generate` takes.
    pub fields: Map<String, Value>,
}

impl Template {
    /// Adds the template's fields, filled in, to those that the address sets.
    ///
    /// # Errors
    /// Invalid for a place without a value and for a value without a place.
    pub fn fill(&self, fields: &mut Map<String, Value>, values: Pairs) -> Result<(), Error> {
        let mut used = BTreeSet::new();
        for (name, value) in &self.fields {
            let mut value_of = |place: &str| {
                let value = values.get(place).ok_or_else(|| {
                    Error::missing(place.to_owned(), "say what the template should hold there")
                })?;
                used.insert(place.to_owned());
                Ok(match name == "prompt" {
                    true => curled(value),
                    false => value.clone(),
                })
            };
            let filled = fill(value, &mut value_of)?;
            fields.entry(name.clone()).or_insert(filled);
        }
        match values.keys().find(|word| !used.contains(*word)) {
            None => Ok(()),
            Some(word) => {
                let message = format!("{word}: the template has no such place; leave it out.");
                let error = Error::new(ErrorKind::Invalid, "unknown_place", message);
                Err(error.with_field(word.clone()))
            }
        }
    }

    /// Returns the words that stand in braces.
    pub fn places(&self) -> BTreeSet<String> {
        let mut places = BTreeSet::new();
        let mut value_of = |place: &str| {
            places.insert(place.to_owned());
            Ok(String::new())
        };
        for value in self.fields.values() {
            // Every place has a value, so nothing is missing.
            let _ = fill(value, &mut value_of);
        }
        places
    }
}

/// Tells what goes into a place.
type ValueOf<'a> = dyn FnMut(&str) -> Result<String, Error> + 'a;

fn fill(value: &Value, value_of: &mut ValueOf<'_>) -> Result<Value, Error> {
    Ok(match value {
        Value::String(text) => fill_text(text, value_of)?.into(),
        Value::Array(list) => {
            let list = list.iter().map(|value| fill(value, value_of));
            Value::Array(list.collect::<Result<_, _>>()?)
        }
        Value::Object(object) => {
            let object = object
                .iter()
                .map(|(name, value)| Ok((name.clone(), fill(value, value_of)?)));
            Value::Object(object.collect::<Result<_, Error>>()?)
        }
        other => other.clone(),
    })
}

/// Puts values into `{places}`; a brace that begins none stays as it is.
fn fill_text(text: &str, value_of: &mut ValueOf<'_>) -> Result<String, Error> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find('{') {
        filled.push_str(&rest[..begin]);
        rest = &rest[begin..];
        let place = rest.find('}').map(|end| &rest[1..end]);
        let Some(place) = place.filter(|place| is_place(place)) else {
            filled.push('{');
            rest = &rest[1..];
            continue;
        };
        filled.push_str(&value_of(place)?);
        rest = &rest[place.len() + 2..];
    }
    filled.push_str(rest);
    Ok(filled)
}

fn is_place(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    !text.is_empty() && text.bytes().all(is_word)
}

/// A prompt sets in straight quotes what stands on the picture; those of a value would end the quotation.
fn curled(value: &str) -> String {
    let mut open = false;
    let curl = |letter| match letter {
        '"' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        other => other,
    };
    value.chars().map(curl).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(template: Value, values: &[(&str, &str)], expected: Result<Value, &str>) {
        let template = Template {
            fields: template.as_object().unwrap().clone(),
        };
        let values = values
            .iter()
            .map(|(word, value)| ((*word).to_owned(), (*value).to_owned()));
        let mut fields = json!({"size": "600x400"}).as_object().unwrap().clone();
        let filled = template.fill(&mut fields, values.collect());
        let filled = filled.map(|()| Value::Object(fields));
        let filled = filled.map_err(|error| error.field.unwrap_or_default().into_owned());
        assert_eq!(filled, expected.map_err(str::to_owned), "{template:?}");
    }

    #[test]
    fn places_are_filled_in_and_nothing_else() {
        check(
            json!({"prompt": "A card, \"{title}\" {x y} {", "size": "1x1", "seed": 7}),
            &[("title", "say \"hi\"")],
            Ok(json!({"prompt": "A card, \"say “hi”\" {x y} {", "size": "600x400", "seed": 7})),
        );
        check(
            json!({"scene": {"nodes": [{"text": "{a}-{a}"}, 3]}}),
            &[("a", "\"")],
            Ok(json!({"scene": {"nodes": [{"text": "\"-\""}, 3]}, "size": "600x400"})),
        );
        let template = Template {
            fields: json!({"prompt": "{b} {x y}", "scene": [{"text": "{a}"}], "seed": 7})
                .as_object()
                .unwrap()
                .clone(),
        };
        assert_eq!(Vec::from_iter(template.places()), ["a", "b"]);
        check(json!({"prompt": "{title}"}), &[], Err("title"));
        check(json!({"prompt": "x"}), &[("title", "y")], Err("title"));
    }
}
