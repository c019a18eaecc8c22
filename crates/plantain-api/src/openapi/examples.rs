//! Examples of every operation, from `examples.json`, which `conformance/test_document.py` executes.
//!
//! An entry has `parameters` by name, `body` (or `bodies` by media type), and `from`: which operation's answer a parameter
//! comes from, as in `POST /plantain/v1/tasks#/id`. The document says the last as a link.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::complete::name;

/// The examples by method and path.
#[derive(Debug, Deserialize)]
pub struct Examples(BTreeMap<String, Example>);

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    #[serde(default)]
    parameters: Map<String, Value>,
    #[serde(default)]
    from: BTreeMap<String, String>,
    body: Option<Value>,
    #[serde(default)]
    bodies: Map<String, Value>,
}

impl Examples {
    /// Returns the examples that are shipped.
    pub fn shipped() -> Result<Self, serde_json::Error> {
        serde_json::from_str(include_str!("examples.json"))
    }

    /// Adds the example of an operation to it.
    pub fn add(&self, method: &str, path: &str, operation: &mut Value) {
        let Some(example) = self.0.get(&key(method, path)) else {
            return;
        };
        let parameters = operation.get_mut("parameters");
        for parameter in parameters
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            let name = parameter["name"].as_str().unwrap_or_default();
            if let Some(value) = example.parameters.get(name) {
                parameter["example"] = value.clone();
            }
        }
        let content = operation.pointer_mut("/requestBody/content");
        for (kind, body) in content.and_then(Value::as_object_mut).into_iter().flatten() {
            if let Some(value) = example.bodies.get(kind).or(example.body.as_ref()) {
                body["example"] = value.clone();
            }
        }
    }

    /// Says in the document which answers hold what a parameter wants.
    pub fn link(&self, paths: &mut Map<String, Value>) {
        for (to, example) in &self.0 {
            let mut links: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
            for (parameter, from) in &example.from {
                if let Some((operation, pointer)) = from.split_once('#') {
                    let place = format!("$response.body#{pointer}");
                    let parameters = links.entry(operation).or_default();
                    parameters.insert(parameter.clone(), place.into());
                }
            }
            for (from, parameters) in links {
                add_link(paths, from, to, parameters);
            }
        }
    }
}

/// Adds a link to every success of `from`.
fn add_link(
    paths: &mut Map<String, Value>,
    from: &str,
    to: &str,
    parameters: Map<String, Value>,
) -> Option<()> {
    let (method, path) = to.split_once(' ')?;
    let id = name(&method.to_ascii_lowercase(), path);
    let (method, path) = from.split_once(' ')?;
    let operation = paths.get_mut(path)?.get_mut(method.to_ascii_lowercase())?;
    for (status, response) in operation["responses"].as_object_mut()? {
        if status.starts_with('2') {
            response["links"][&id] = json!({"operationId": id, "parameters": parameters});
        }
    }
    Some(())
}

fn key(method: &str, path: &str) -> String {
    format!("{} {path}", method.to_ascii_uppercase())
}
