//! JSON in a prompt: product data and the like, bare or in a code fence.

use serde_json::Value;

use crate::{Record, Span};

/// Bytes of one JSON text, and records of one prompt, at most.
const JSON_BYTES_MAX: usize = 200_000;
const RECORDS_MAX: usize = 200;
const DEPTH_MAX: usize = 16;

/// A JSON text in the prompt.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// Bytes to leave out of the prose, the fence included.
    pub outer: Span,
    pub records: Vec<Record>,
    /// For each record, whether it stands in a list inside another one.
    pub nested: Vec<bool>,
}

/// Returns the JSON objects and arrays of `prompt`, in order.
pub(crate) fn find(prompt: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    // A text without a closing bracket is searched once, not once for every opening one.
    let (mut last_brace, mut last_bracket) = (
        prompt.rfind('}').unwrap_or(0),
        prompt.rfind(']').unwrap_or(0),
    );
    let mut tries = 0;
    while let Some(offset) = prompt[at..].find(['{', '[']) {
        let start = at + offset;
        let closes = if prompt.as_bytes()[start] == b'{' {
            &mut last_brace
        } else {
            &mut last_bracket
        };
        let likely = looks_like_json(&prompt[start..]);
        if *closes < start || !likely || tries > 64 {
            at = start + 1;
            continue;
        }
        tries += 1;
        match parse(&prompt[start..]) {
            Some((value, len)) => {
                let span = start..start + len;
                let mut found_records = Vec::new();
                collect(&value, &span, &mut found_records, 0);
                let top = found_records.iter().map(|(depth, _)| *depth).min();
                let nested = found_records
                    .iter()
                    .map(|(depth, _)| Some(*depth) > top)
                    .collect();
                let records: Vec<Record> = found_records
                    .into_iter()
                    .map(|(_, record)| record)
                    .collect();
                let outer = with_fence(prompt, span);
                at = outer.end;
                if !records.is_empty() {
                    found.push(Found {
                        outer,
                        records,
                        nested,
                    });
                }
            }
            None => at = start + 1,
        }
    }
    found
}

fn looks_like_json(text: &str) -> bool {
    let mut chars = text.chars().skip(1).filter(|c| !c.is_whitespace());
    matches!(chars.next(), Some('"' | '{' | '[')) || is_relaxed(text)
}

/// `{chart: bar, title: 'Books'}`: whether a record is written without quotes around its names, two at least.
fn is_relaxed(text: &str) -> bool {
    const NAMES_MIN: usize = 2;
    let end = closing(text).unwrap_or(0);
    let inner = text.get(1..end).unwrap_or_default();
    let name = |part: &str| {
        part.split_once(':').is_some_and(|(name, value)| {
            let name = name.trim();
            !name.is_empty()
                && !value.starts_with('/')
                && name
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        })
    };
    let mut parts = inner.split(',');
    text.starts_with('{')
        && parts.next().is_some_and(name)
        && parts.filter(|part| name(part)).count() + 1 >= NAMES_MIN
}

/// Where the bracket that opens a text is closed; none when it is not.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().take(JSON_BYTES_MAX) {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Writes a record with bare names and words, or with single quotes, as JSON.
fn strict(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let len = match c {
            '"' | '\'' => {
                let end = rest[1..].find(c).map_or(rest.len(), |at| at + 2);
                let inner = &rest[1..(end - 1).max(1)];
                out.push_str(&Value::from(inner).to_string());
                end
            }
            '{' | '}' | '[' | ']' | ':' | ',' => {
                out.push(c);
                c.len_utf8()
            }
            c if c.is_whitespace() => c.len_utf8(),
            _ => {
                let end = rest
                    .find(['{', '}', '[', ']', ':', ',', '\n'])
                    .unwrap_or(rest.len());
                let bare = rest[..end].trim();
                let own = bare.parse::<f64>().is_ok() || matches!(bare, "true" | "false" | "null");
                match own {
                    true => out.push_str(bare),
                    false => out.push_str(&Value::from(bare).to_string()),
                }
                end
            }
        };
        rest = &rest[len..];
    }
    out
}

fn parse(text: &str) -> Option<(Value, usize)> {
    let mut end = text.len().min(JSON_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut stream = serde_json::Deserializer::from_str(&text[..end]).into_iter::<Value>();
    match stream.next()? {
        Ok(value) => Some((value, stream.byte_offset())),
        Err(_) => {
            let end = closing(&text[..end]).filter(|_| is_relaxed(text))? + 1;
            Some((serde_json::from_str(&strict(&text[..end])).ok()?, end))
        }
    }
}

/// Takes a surrounding code fence in.
fn with_fence(prompt: &str, span: Span) -> Span {
    let before = prompt[..span.start].trim_end();
    let lead = before
        .strip_suffix("```json")
        .or_else(|| before.strip_suffix("```"));
    let after = &prompt[span.end..];
    let close = after.trim_start().strip_prefix("```");
    match (lead, close) {
        (Some(lead), Some(rest)) => lead.len()..prompt.len() - rest.len(),
        _ => span,
    }
}

fn collect(value: &Value, span: &Span, records: &mut Vec<(usize, Record)>, depth: usize) {
    if depth > DEPTH_MAX || records.len() >= RECORDS_MAX {
        return;
    }
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect(item, span, records, depth + 1)),
        Value::Object(map) => {
            let mut fields = Vec::new();
            for (key, value) in map {
                match value {
                    Value::Array(items) if items.iter().any(Value::is_object) => {}
                    // "stats": {"races": 42}: facts of the same thing under a name of their own.
                    Value::Object(inner) if depth == 0 && !inner.contains_key("name") => {
                        fields.extend(
                            inner
                                .iter()
                                .filter(|(_, value)| !value.is_object() && !value.is_array())
                                .filter_map(|(key, value)| Some((key.clone(), scalar(value)?))),
                        );
                    }
                    Value::Object(_) => {}
                    // The parts of a screen are texts of their own.
                    Value::Array(items) if is_part(key) => fields.extend(
                        items
                            .iter()
                            .filter_map(scalar)
                            .map(|text| (key.clone(), text)),
                    ),
                    // What a plan or a product holds is a line each.
                    Value::Array(items)
                        if depth > 0 && role_of_field(key) == Some(crate::Role::Item) =>
                    {
                        fields.extend(
                            items
                                .iter()
                                .filter_map(scalar)
                                .map(|text| (key.clone(), text)),
                        );
                    }
                    other => fields.extend(scalar(other).map(|text| (key.clone(), text))),
                }
            }
            if !fields.is_empty() {
                let record = Record {
                    fields,
                    span: span.clone(),
                };
                records.push((depth, record));
            }
            map.values()
                .filter(|value| {
                    value
                        .as_object()
                        .is_some_and(|inner| depth > 0 || inner.contains_key("name"))
                        || value
                            .as_array()
                            .is_some_and(|items| items.iter().any(Value::is_object))
                })
                .for_each(|value| collect(value, span, records, depth + 1));
        }
        _ => {}
    }
}

/// Text of a scalar, or of a list of scalars.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(true) => Some("yes".into()),
        Value::Bool(false) | Value::Null | Value::Object(_) => None,
        Value::Array(items) => {
            let parts: Vec<String> = items.iter().filter_map(scalar).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
    }
}

/// Fields that list parts of a screen.
fn is_part(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "fields"
            | "inputs"
            | "links"
            | "tabs"
            | "columns"
            | "buttons"
            | "toggles"
            | "options"
            | "nav"
    )
}

/// Whether a field says what kind of picture is wanted.
pub(crate) fn names_the_kind(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "screen" | "type" | "kind" | "page" | "component" | "view" | "genre" | "format" | "design"
    )
}

/// Field names whose values are printed, with the role they play; anything else is data for the planner.
pub(crate) fn role_of_field(name: &str) -> Option<crate::Role> {
    use crate::Role;
    Some(match name.to_lowercase().as_str() {
        "title" | "headline" | "heading" | "name" | "product" | "product_name" | "event"
        | "hotel" | "restaurant" | "song" | "course" | "recipe" | "movie" | "book" | "artist"
        | "track" => Role::Title,
        "subtitle" | "tagline" | "subheading" | "slogan" => Role::Subtitle,
        "price" | "sale_price" | "new_price" | "cost" | "amount" => Role::Price,
        "old_price" | "oldprice" | "original_price" | "was" | "list_price" | "compare_at_price" => {
            Role::OldPrice
        }
        "fields" | "inputs" => Role::Field,
        "links" => Role::Link,
        "tabs" | "nav" => Role::Tab,
        "columns" => Role::Column,
        "toggles" | "options" => Role::Item,
        "buttons" => Role::Button,
        "cta" | "button" | "button_text" | "call_to_action" => Role::Button,
        "badge" | "discount" | "offer" | "promo" => Role::Badge,
        "date" | "day" | "when" => Role::Date,
        "time" | "doors" => Role::Time,
        "venue" | "location" | "place" | "address" | "city" => Role::Place,
        "brand" | "company" | "vendor" => Role::Brand,
        "description" | "body" | "text" | "copy" | "message" => Role::Body,
        "label" | "metric" => Role::Label,
        "value" => Role::Value,
        "author" | "person" | "speaker" | "recipient" => Role::Person,
        "role" | "job" | "job_title" | "position" | "occupation" | "profession" => Role::Subtitle,
        "bio" | "about" | "summary" | "intro" | "note" | "caption" => Role::Body,
        "email" | "phone" | "website" | "url" | "handle" | "username" => Role::Contact,
        "features" | "ingredients" | "items" | "size" | "weight" | "rating" => Role::Item,
        _ => return None,
    })
}

/// Fields that steer the picture; they are neither printed nor shown as figures.
pub(crate) fn steers(name: &str) -> bool {
    names_the_kind(name)
        || matches!(
            name.to_lowercase().as_str(),
            "app"
                | "style"
                | "theme"
                | "palette"
                | "color"
                | "colors"
                | "colour"
                | "colours"
                | "background"
                | "font"
                | "fonts"
                | "mood"
                | "layout"
                | "ratio"
                | "aspect"
                | "aspect_ratio"
                | "width"
                | "height"
                | "language"
                | "lang"
                | "locale"
                | "platform"
                | "device"
                | "mode"
                | "dark"
                | "dark_mode"
                | "id"
                | "icon"
                | "image"
                | "photo"
                | "avatar"
                | "illustration"
                | "prompt"
                | "template"
                | "currency"
                | "highlight"
                | "highlighted"
                | "featured"
                | "popular"
                | "recommended"
                | "active"
                | "selected"
        )
}

/// Fields that tell what is to be drawn.
pub(crate) fn describes_the_picture(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "art"
            | "artwork"
            | "cover_art"
            | "drawing"
            | "illustration"
            | "image"
            | "imagery"
            | "photo"
            | "picture"
            | "scene"
            | "subject"
            | "visual"
            | "visuals"
    )
}

/// Longest text of a field without a role that is printed, in letters.
const COPY_CHARS_MAX: usize = 120;

/// Whether a field of a printed piece that has no role of its own holds words for its readers: any but those that steer
/// the picture or tell the designer what it is for.
pub(crate) fn is_copy(name: &str, text: &str) -> bool {
    let name = name.rsplit('.').next().unwrap_or(name).to_lowercase();
    let told = matches!(
        name.as_str(),
        "tone"
            | "audience"
            | "purpose"
            | "goal"
            | "setting"
            | "objects"
            | "object"
            | "elements"
            | "composition"
            | "lighting"
            | "camera"
            | "quality"
            | "notes"
            | "instructions"
            | "medium"
            | "asset"
            | "accent"
            | "typography"
            | "orientation"
            | "resolution"
            | "industry"
            | "category"
    );
    !told
        && !steers(&name)
        && !describes_the_picture(&name)
        && text.chars().count() <= COPY_CHARS_MAX
        && text != "yes"
        && text.chars().any(char::is_alphabetic)
}

/// "total_distance" → "Total distance".
pub(crate) fn label_of(name: &str) -> String {
    let mut words = String::new();
    let mut before = ' ';
    for c in name.chars() {
        match c {
            '_' | '-' => words.push(' '),
            c if c.is_uppercase() && before.is_lowercase() => {
                words.push(' ');
                words.extend(c.to_lowercase());
            }
            c => words.push(c),
        }
        before = c;
    }
    crate::literals::capitalized(words.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_objects_lists_and_fences() {
        let found = find(
            "sale banner ```json\n[{\"name\":\"Mug\",\"price\":\"$12\"},{\"name\":\"Bowl\",\"price\":9.5}]\n``` please",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].records.len(), 2);
        assert_eq!(
            found[0].records[1].fields,
            [
                ("name".to_string(), "Bowl".to_string()),
                ("price".to_string(), "9.5".to_string())
            ]
        );
        assert!(find("a set {of things} and [brackets]").is_empty());
        assert!(find("{\"open\": ").is_empty());
    }
}
