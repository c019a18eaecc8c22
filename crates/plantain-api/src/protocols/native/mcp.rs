//! The Model Context Protocol: agents draw by calling tools. Messages are JSON-RPC 2.0, over HTTP at `/mcp` (the streamable
//! transport without sessions: each request has its answer in the reply) and over standard input and output
//! (`plantain mcp`). Revisions 2024-11-05 to 2025-11-25 of the specification differ in nothing that is used here.

pub mod routes;
mod tools;

use plantain_app::Drawn;
use plantain_core::Error;
use serde::Serialize;
use serde_json::{Map, Value, json};

pub use self::tools::Call;

/// Revisions that are spoken, newest first.
const REVISIONS: [&str; 4] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];
/// Codes of JSON-RPC.
const NO_JSON: i32 = -32_700;
const NO_REQUEST: i32 = -32_600;
const NO_METHOD: i32 = -32_601;
const WRONG_PARAMS: i32 = -32_602;
/// Told to models that may use the tools.
const INSTRUCTIONS: &str = "Draws posters, interfaces, charts, diagrams, labels, cards and illustrated scenes from a description, with every quoted text letter for letter; changes pictures by instruction. Put texts that must stand on the picture in quotes. Pictures made here keep their scene and can be edited without loss.";

/// What a message asks for.
#[derive(Debug)]
pub enum Asked {
    /// Answered already; none: a notification, which has no answer.
    Answered(Option<Value>),
    /// A tool is to be called; [`answer`] makes its outcome the answer.
    Tool { id: Value, call: Box<Call> },
}

/// Reads a message.
pub fn read(text: &[u8]) -> Asked {
    match serde_json::from_slice::<Value>(text) {
        Ok(message) => ask(message),
        Err(error) => {
            let message = format!("The message is not valid JSON: {error}.");
            Asked::Answered(Some(failure(Value::Null, NO_JSON, &message)))
        }
    }
}

fn ask(message: Value) -> Asked {
    let Value::Object(mut message) = message else {
        let text = "A message is one JSON object; send several one by one.";
        return Asked::Answered(Some(failure(Value::Null, NO_REQUEST, text)));
    };
    let id = message.remove("id").filter(|id| !id.is_null());
    let Some(Value::String(method)) = message.remove("method") else {
        // An answer to a question that was never asked has no answer either.
        if message.contains_key("result") || message.contains_key("error") {
            return Asked::Answered(None);
        }
        let text = "method is missing; name what is asked for.";
        return Asked::Answered(Some(failure(id.unwrap_or_default(), NO_REQUEST, text)));
    };
    let Some(id) = id else {
        return Asked::Answered(None);
    };
    let params = match message.remove("params") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(params)) => params,
        Some(_) => {
            let text = "params must be an object.";
            return Asked::Answered(Some(failure(id, WRONG_PARAMS, text)));
        }
    };
    let answered = match method.as_str() {
        "initialize" => success(id, welcome(&params)),
        "ping" => success(id, json!({})),
        "tools/list" => success(id, json!({ "tools": tools::list() })),
        "tools/call" => match Call::read(params) {
            Ok(call) => {
                let call = Box::new(call);
                return Asked::Tool { id, call };
            }
            Err(error) => failure(id, WRONG_PARAMS, &error.message),
        },
        other => {
            let text = format!(
                "There is no method {other:?}; there are initialize, ping, tools/list and tools/call."
            );
            failure(id, NO_METHOD, &text)
        }
    };
    Asked::Answered(Some(answered))
}

fn welcome(params: &Map<String, Value>) -> Value {
    let wanted = params.get("protocolVersion").and_then(Value::as_str);
    let spoken = REVISIONS.into_iter().find(|known| Some(*known) == wanted);
    json!({
        "protocolVersion": spoken.unwrap_or(REVISIONS[0]),
        "capabilities": {"tools": {"listChanged": false}},
        "serverInfo": {
            "name": "plantain",
            "title": "Plantain",
            "version": env!("CARGO_PKG_VERSION"),
        },
        "instructions": INSTRUCTIONS,
    })
}

/// Returns the answer to a tool call. `saved` says where pictures were written, if they were.
pub fn answer(id: &Value, outcome: &Result<Drawn, Error>, saved: &[String]) -> impl Serialize {
    let result = match outcome {
        Ok(drawn) => tools::drawn(drawn, saved),
        // Models mend what they are told is wrong; an error of the protocol would not reach them.
        Err(error) => tools::Outcome::failed(error),
    };
    Answer {
        jsonrpc: "2.0",
        id: id.clone(),
        result,
    }
}

#[derive(Serialize)]
struct Answer {
    jsonrpc: &'static str,
    id: Value,
    result: tools::Outcome,
}

fn success(id: Value, result: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "result": result})
}

fn failure(id: Value, code: i32, message: &str) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}})
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(text: &str) -> Option<Value> {
        match read(text.as_bytes()) {
            Asked::Answered(answer) => answer,
            Asked::Tool { .. } => panic!("{text} calls a tool"),
        }
    }

    #[test]
    fn messages_are_answered_as_the_specification_says() {
        for (text, code) in [
            ("{", NO_JSON),
            ("[]", NO_REQUEST),
            ("7", NO_REQUEST),
            (r#"{"id": 1}"#, NO_REQUEST),
            (r#"{"id": 1, "method": "tools/paint"}"#, NO_METHOD),
            (r#"{"id": 1, "method": "ping", "params": []}"#, WRONG_PARAMS),
            (r#"{"id": 1, "method": "tools/call"}"#, WRONG_PARAMS),
            (
                r#"{"id": 1, "method": "tools/call", "params": {"name": "paint"}}"#,
                WRONG_PARAMS,
            ),
            (
                r#"{"id": 1, "method": "tools/call", "params": {"name": "generate", "arguments": 7}}"#,
                WRONG_PARAMS,
            ),
        ] {
            assert_eq!(answered(text).unwrap()["error"]["code"], code, "{text}");
        }
        for text in [
            r#"{"method": "notifications/initialized"}"#,
            r#"{"id": 1, "result": {}}"#,
        ] {
            assert_eq!(answered(text), None, "{text}");
        }
        let ping = answered(r#"{"jsonrpc": "2.0", "id": "a", "method": "ping"}"#);
        assert_eq!(
            ping,
            Some(json!({"jsonrpc": "2.0", "id": "a", "result": {}}))
        );
        for (wanted, spoken) in [("2024-11-05", "2024-11-05"), ("1999-01-01", REVISIONS[0])] {
            let text = format!(
                r#"{{"id": 1, "method": "initialize", "params": {{"protocolVersion": "{wanted}"}}}}"#
            );
            let welcome = answered(&text).unwrap();
            assert_eq!(welcome["result"]["protocolVersion"], spoken);
        }
        let tools = answered(r#"{"id": 1, "method": "tools/list"}"#).unwrap();
        let names: Vec<_> = tools["result"]["tools"]
            .as_array()
            .unwrap()
            .iter()
            .map(|tool| tool["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["generate", "edit", "render"]);
    }
}
