//! What every operation of the document has, and no handler needs to write down: its name, its errors, its example.

use serde_json::{Map, Value, json};

use super::examples::Examples;

/// How each dialect describes its errors, by the tag of its operations; all others are the native ones.
const ERRORS: [(&str, &str); 6] = [
    ("atlascloud", "AtlasError"),
    ("evolink", "EvolinkErrorReply"),
    ("fal", "FalErrorReply"),
    ("gemini", "GeminiErrorReply"),
    ("openai", "OpenAiErrorReply"),
    ("replicate", "ReplicateError"),
];
/// Whose fields stand beside those of their `drawing`.
const BESIDE: [&str; 2] = ["TaskOrder", "TurnRequest"];

/// Completes a document.
pub fn complete(document: &mut Value, examples: &Examples) {
    for name in BESIDE {
        lift(&mut document["components"]["schemas"][name]);
    }
    let Some(paths) = document["paths"].as_object_mut() else {
        return;
    };
    for (path, item) in paths.iter_mut() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            operation["operationId"] = name(method, path).into();
            add_errors(operation);
            examples.add(method, path, operation);
        }
    }
    examples.link(paths);
}

/// Returns the name of an operation: generated clients call their functions by it, so no two have the same.
pub fn name(method: &str, path: &str) -> String {
    let word = |sign: char| !sign.is_ascii_alphanumeric();
    std::iter::once(method)
        .chain(path.split(word).filter(|part| !part.is_empty()))
        .collect::<Vec<_>>()
        .join("_")
}

/// Says what errors look like, where the handler says no more of them.
fn add_errors(operation: &mut Value) {
    let tag = operation["tags"][0].as_str().unwrap_or_default();
    let found = ERRORS.iter().find(|(of, _)| *of == tag);
    let schema = format!(
        "#/components/schemas/{}",
        found.map_or("ErrorReply", |(_, schema)| schema)
    );
    for (status, description) in [
        ("4XX", "The request cannot be served as it is."),
        ("5XX", "The server cannot serve it now."),
    ] {
        let content = json!({"application/json": {"schema": {"$ref": schema}}});
        operation["responses"][status] = json!({"description": description, "content": content});
    }
}

/// Puts the fields of `drawing` beside it.
fn lift(schema: &mut Value) {
    let Some(own) = schema["properties"].as_object_mut() else {
        return;
    };
    let mut drawing = own.remove("drawing").unwrap_or_default();
    let mut all: Map<String, Value> = match drawing["properties"].take() {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    all.append(own);
    *own = all;
    // Lists that are not sent are empty.
    schema
        .as_object_mut()
        .map(|schema| schema.remove("required"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words() {
        let cases = [
            ("get", "/plantain/v1/tasks/{id}", "get_plantain_v1_tasks_id"),
            ("get", "/.well-known/jwks.json", "get_well_known_jwks_json"),
        ];
        for (method, path, expected) in cases {
            assert_eq!(name(method, path), expected);
        }
    }

    #[test]
    fn fields_of_a_drawing_stand_beside_the_others() {
        let mut schema = json!({"required": ["drawing"], "properties":
            {"drawing": {"properties": {"prompt": 1}}, "tags": 2}});
        lift(&mut schema);
        assert_eq!(schema, json!({"properties": {"prompt": 1, "tags": 2}}));
    }
}
