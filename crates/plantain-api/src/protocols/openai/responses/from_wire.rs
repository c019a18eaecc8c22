//! Wire structs → what the last turn wants.

use plantain_core::{Error, ModelId};
use plantain_engine::Note;
use serde_json::{Map, Value, json};

use super::wire::{CreateResponse, Item, ToolExtras};
use crate::body::parse_at;
use crate::pictures::PictureRef;
use crate::protocols::openai::conversation::{self, Action, Turn};
use crate::protocols::openai::lenient::TextOr;
use crate::protocols::openai::parts::{self, Part, instructions_ignored, tools_ignored};
use crate::protocols::openai::sources::Source;
use crate::protocols::openai::wire::Generations;

const IMAGE_TOOL: &str = "image_generation";
/// Ids of pictures begin so.
pub const CALL_PREFIX: &str = "ig";
/// Most pairs of metadata, and the longest name and text of one, characters.
const METADATA_MAX: usize = 16;
const METADATA_NAME_CHARS_MAX: usize = 64;
const METADATA_TEXT_CHARS_MAX: usize = 512;

/// A request for a response, checked as far as it goes without anything that is kept.
#[derive(Debug)]
pub struct Plan {
    pub turns: Vec<Turn>,
    pub action: Action,
    pub mask: Option<Source>,
    /// The options of the image tool, with the model that draws.
    pub options: Generations,
    /// Where the options stood, for messages.
    pub tool: String,
    /// The name that the request was sent to.
    pub model: String,
    pub previous: Option<String>,
    pub store: bool,
    pub stream: bool,
    pub background: bool,
    pub echo: Map<String, Value>,
    /// The input as it is kept: without the bytes of pictures.
    pub input: Vec<Value>,
    pub unmet: Vec<Note>,
}

/// Returns the plan of a request.
pub fn plan(body: CreateResponse) -> Result<Plan, Error> {
    check_absent(
        "conversation",
        body.conversation.as_ref(),
        "name the response before with previous_response_id",
    )?;
    check_absent("prompt", body.prompt.as_ref(), "send the text as input")?;
    check_metadata(body.metadata.as_ref())?;
    let (store, background) = (body.store.unwrap_or(true), body.background.unwrap_or(false));
    if background && !store {
        let remedy = "must be true, or left out, for a response in the background: it has to be fetched later";
        return Err(Error::invalid("invalid_store", "store", false, remedy));
    }
    let model = body.model.as_deref();
    let drawing = conversation::drawing_model("model", model)?;
    let (tool, found) = image_tool(&body)?;
    let options: Option<Generations> = found.map(|found| parse_at(&tool, found)).transpose()?;
    let extras: Option<ToolExtras> = found.map(|found| parse_at(&tool, found)).transpose()?;
    let (mut options, extras) = (options.unwrap_or_default(), extras.unwrap_or_default());
    options.model.get_or_insert(drawing.to_string());
    // Streams and previews are decided by the request, not by the tool.
    options.stream = body.stream;
    let action = match extras.action.as_deref() {
        Some(name) => Action::parse(&format!("{tool}.action"), name)?,
        None => Action::Auto,
    };
    let mask = extras.input_image_mask.map(|mask| {
        let url = mask.image_url.as_ref().map(|url| url.0.as_str());
        Source::of_object(
            format!("{tool}.input_image_mask"),
            url,
            mask.file_id.as_deref(),
        )
    });
    let mut plan = Plan {
        turns: Vec::new(),
        action,
        mask: mask.transpose()?,
        options,
        tool,
        model: model.unwrap_or(ModelId::EASEL).to_owned(),
        previous: body.previous_response_id.clone(),
        store,
        stream: body.stream.unwrap_or(false),
        background,
        unmet: unmet(&body),
        echo: echo(&body),
        input: Vec::new(),
    };
    let input = body.input.ok_or_else(|| {
        Error::missing(
            "input",
            "send a text, or messages with input_text and input_image",
        )
    })?;
    read_input(input, &mut plan)?;
    Ok(plan)
}

fn check_absent(field: &'static str, value: Option<&Value>, remedy: &str) -> Result<(), Error> {
    match value {
        None | Some(Value::Null) => Ok(()),
        Some(_) => Err(Error::invalid(
            "unsupported_field",
            field,
            "a value",
            format_args!("must be left out: this server has none; {remedy}"),
        )),
    }
}

fn check_metadata(metadata: Option<&Map<String, Value>>) -> Result<(), Error> {
    let Some(metadata) = metadata else {
        return Ok(());
    };
    let fits = |text: &str, most| text.chars().nth(most).is_none();
    let good = |(name, value): (&String, &Value)| {
        let text = value.as_str();
        fits(name, METADATA_NAME_CHARS_MAX)
            && text.is_some_and(|text| fits(text, METADATA_TEXT_CHARS_MAX))
    };
    if metadata.len() <= METADATA_MAX && metadata.iter().all(good) {
        return Ok(());
    }
    Err(Error::invalid(
        "invalid_metadata",
        "metadata",
        "an object",
        format_args!(
            "must have at most {METADATA_MAX} names of {METADATA_NAME_CHARS_MAX} characters, each with a text of {METADATA_TEXT_CHARS_MAX}"
        ),
    ))
}

/// Returns where the image tool stands and what it says, if anything; an error when it is not to be used.
fn image_tool(body: &CreateResponse) -> Result<(String, Option<&Value>), Error> {
    let kind = |tool: &Value| tool.get("type").and_then(Value::as_str).map(str::to_owned);
    let tools = body.tools.as_deref().unwrap_or_default();
    for (index, tool) in tools.iter().enumerate() {
        if kind(tool).is_none() {
            let field = format!("tools[{index}].type");
            return Err(Error::missing(field, "say which tool it is"));
        }
    }
    let is_image = |tool: &Value| kind(tool).as_deref() == Some(IMAGE_TOOL);
    let chosen = tool_choice(body.tool_choice.as_ref())?;
    if let Some(index) = tools.iter().position(is_image) {
        return Ok((format!("tools[{index}]"), Some(&tools[index])));
    }
    let draws = body
        .model
        .as_deref()
        .is_some_and(conversation::is_image_model);
    if chosen || draws {
        return Ok(("tools[0]".to_owned(), None));
    }
    Err(Error::missing(
        "tools",
        "add {\"type\": \"image_generation\"}: this server answers with pictures and does not hold talks",
    ))
}

/// Returns whether the choice names the image tool; an error when it rules it out.
fn tool_choice(choice: Option<&Value>) -> Result<bool, Error> {
    let name = |value: &Value| value.get("type").and_then(Value::as_str).map(str::to_owned);
    let is_image = |value: &Value| name(value).as_deref() == Some(IMAGE_TOOL);
    let allowed = match choice {
        None | Some(Value::Null) => return Ok(false),
        Some(Value::String(word)) if word == "auto" || word == "required" => return Ok(false),
        Some(choice) if name(choice).as_deref() == Some("allowed_tools") => {
            let tools = choice.get("tools").and_then(Value::as_array);
            tools.is_some_and(|tools| tools.iter().any(is_image))
        }
        Some(choice) => is_image(choice),
    };
    match (allowed, choice) {
        (true, _) => Ok(true),
        (false, choice) => Err(Error::invalid(
            "invalid_tool_choice",
            "tool_choice",
            choice.unwrap_or(&Value::Null),
            "must be auto, required, {\"type\": \"image_generation\"} or allowed_tools with it: this server answers with pictures",
        )),
    }
}

fn unmet(body: &CreateResponse) -> Vec<Note> {
    let mut unmet = Vec::new();
    if body
        .instructions
        .as_ref()
        .is_some_and(|value| !value.is_null())
    {
        unmet.push(instructions_ignored());
    }
    let mut tools = body.tools.iter().flatten();
    if tools.any(|tool| tool.get("type").and_then(Value::as_str) != Some(IMAGE_TOOL)) {
        unmet.push(tools_ignored());
    }
    unmet
}

/// What the request said and the response gives back, with the published defaults.
fn echo(body: &CreateResponse) -> Map<String, Value> {
    let given = |name: &str, default: Value| {
        let value = match name {
            "instructions" => body.instructions.as_ref(),
            "tool_choice" => body.tool_choice.as_ref(),
            _ => body.rest.get(name),
        };
        (
            name.to_owned(),
            value
                .filter(|value| !value.is_null())
                .cloned()
                .unwrap_or(default),
        )
    };
    let tools = body.tools.iter().flatten().map(without_bytes).collect();
    let mut echo = Map::from_iter([
        given("instructions", Value::Null),
        given("max_output_tokens", Value::Null),
        given("parallel_tool_calls", json!(true)),
        given("reasoning", json!({"effort": null, "summary": null})),
        given("service_tier", json!("default")),
        given("temperature", json!(1.0)),
        given("text", json!({"format": {"type": "text"}})),
        given("tool_choice", json!("auto")),
        ("tools".to_owned(), Value::Array(tools)),
        given("top_p", json!(1.0)),
        given("truncation", json!("disabled")),
        given("user", Value::Null),
    ]);
    for name in ["safety_identifier", "prompt_cache_key", "max_tool_calls"] {
        echo.extend(
            body.rest
                .get_key_value(name)
                .map(|(name, value)| (name.clone(), value.clone())),
        );
    }
    let metadata = body.metadata.clone().unwrap_or_default();
    echo.insert("metadata".to_owned(), Value::Object(metadata));
    echo
}

/// A tool without the bytes of its mask.
fn without_bytes(tool: &Value) -> Value {
    let is_data = |mask: &Value| {
        let url = mask.get("image_url").and_then(Value::as_str);
        url.is_some_and(|url| url.starts_with("data:"))
    };
    let mut tool = tool.clone();
    if tool.get("input_image_mask").is_some_and(is_data)
        && let Some(fields) = tool.as_object_mut()
    {
        fields.remove("input_image_mask");
    }
    tool
}

fn read_input(input: TextOr<Item>, plan: &mut Plan) -> Result<(), Error> {
    let items = match input {
        TextOr::Text(text) => {
            let content = json!([{"type": "input_text", "text": text}]);
            plan.input
                .push(json!({"type": "message", "role": "user", "content": content}));
            plan.turns.push(Turn {
                text,
                ..Turn::default()
            });
            return Ok(());
        }
        TextOr::List(items) => items,
    };
    for (index, item) in items.into_iter().enumerate() {
        let field = format!("input[{index}]");
        match item.kind.as_deref() {
            None | Some("message") => message(field, item, plan)?,
            Some(IMAGE_TOOL_CALL) => {
                plan.input
                    .push(json!({"type": IMAGE_TOOL_CALL, "id": item.id}));
                plan.turns.push(Turn {
                    by_model: true,
                    pictures: vec![earlier_picture(field, item)?],
                    ..Turn::default()
                });
            }
            Some("item_reference") => {
                let is_picture = |id: &String| id.starts_with(CALL_PREFIX);
                plan.input
                    .push(json!({"type": "item_reference", "id": item.id}));
                if item.id.as_ref().is_some_and(is_picture) {
                    plan.turns.push(Turn {
                        by_model: true,
                        pictures: vec![earlier_picture(field, item)?],
                        ..Turn::default()
                    });
                }
            }
            // Reasoning, calls of other tools and their outputs say nothing about pictures.
            Some(kind) => plan.input.push(json!({"type": kind, "id": item.id})),
        }
    }
    Ok(())
}

const IMAGE_TOOL_CALL: &str = "image_generation_call";

fn earlier_picture(field: String, item: Item) -> Result<Source, Error> {
    match (item.result.filter(|result| !result.is_empty()), item.id) {
        (Some(result), _) => {
            PictureRef::parse(format!("{field}.result"), &result).map(Source::Picture)
        }
        (None, Some(id)) => Ok(Source::Call {
            field: format!("{field}.id"),
            id,
        }),
        (None, None) => Err(Error::missing(
            format!("{field}.result"),
            "send the picture that the call gave, or its id if the response was stored",
        )),
    }
}

fn message(field: String, item: Item, plan: &mut Plan) -> Result<(), Error> {
    let role = item.role.as_deref().unwrap_or("user");
    let by_model = match role {
        "user" => false,
        "assistant" => true,
        "system" | "developer" => {
            if !plan
                .unmet
                .iter()
                .any(|note| note.code == "instructions_ignored")
            {
                plan.unmet.push(instructions_ignored());
            }
            plan.input.push(json!({"type": "message", "role": role}));
            return Ok(());
        }
        other => {
            let remedy = "must be one of user, assistant, system, developer";
            return Err(Error::invalid(
                "invalid_role",
                format!("{field}.role"),
                other,
                remedy,
            ));
        }
    };
    let mut turn = Turn {
        by_model,
        ..Turn::default()
    };
    let mut content = Vec::new();
    match item.content {
        Some(TextOr::Text(text)) => {
            content.push(json!({"type": "input_text", "text": text}));
            turn.text = text;
        }
        Some(TextOr::List(parts)) => {
            for (index, part) in parts.into_iter().enumerate() {
                content.push(kept_part(&part));
                parts::read(format!("{field}.content[{index}]"), part, &mut turn)?;
            }
        }
        None => {
            let remedy = "send a text, or parts with input_text and input_image";
            return Err(Error::missing(format!("{field}.content"), remedy));
        }
    }
    plan.input
        .push(json!({"type": "message", "role": role, "content": content}));
    plan.turns.push(turn);
    Ok(())
}

fn kept_part(part: &Part) -> Value {
    let url = part.image_url.as_ref().map(|url| url.0.as_str());
    let url = url.filter(|url| !url.starts_with("data:"));
    match &part.text {
        Some(text) => json!({"type": part.kind, "text": text}),
        None => {
            json!({"type": part.kind, "image_url": url, "file_id": part.file_id, "detail": "auto"})
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::parse;

    fn plan_of(text: &str) -> Result<Plan, Error> {
        plan(parse(text.as_bytes())?)
    }

    fn with(fields: &str) -> String {
        format!(
            r#"{{"model":"gpt-5.2","input":"a cat","tools":[{{"type":"image_generation"}}]{fields}}}"#
        )
    }

    #[test]
    fn items_become_turns() {
        let text = r#"{"model":"gpt-5.2","tools":[{"type":"image_generation","action":"edit","size":"512x512"}],
            "input":[
            {"role":"system","content":"Be brief."},
            {"role":"user","content":"a cat"},
            {"type":"reasoning","id":"rs_1","summary":[]},
            {"type":"image_generation_call","id":"ig_1","result":null,"status":"completed"},
            {"role":"assistant","content":[{"type":"output_text","text":"Done.","annotations":[]}]},
            {"type":"item_reference","id":"msg_1"},
            {"role":"user","content":[{"type":"input_text","text":"a hat"},
                {"type":"input_image","file_id":"file-1","detail":"auto"}]}]}"#;
        let plan = plan_of(text).unwrap();
        let turns: Vec<_> = plan
            .turns
            .iter()
            .map(|t| (t.by_model, t.text.as_str(), t.pictures.len()))
            .collect();
        assert_eq!(
            turns,
            [
                (false, "a cat", 0),
                (true, "", 1),
                (true, "Done.", 0),
                (false, "a hat", 1)
            ]
        );
        assert_eq!(plan.action, Action::Edit);
        assert_eq!(plan.options.size.as_deref(), Some("512x512"));
        assert_eq!(plan.unmet.len(), 1);
        assert_eq!(plan.input.len(), 7);
    }

    #[test]
    fn the_image_tool_must_be_allowed() {
        for (fields, expected) in [
            (r#","tool_choice":"auto""#, None),
            (r#","tool_choice":"required""#, None),
            (r#","tool_choice":null"#, None),
            (r#","tool_choice":{"type":"image_generation"}"#, None),
            (
                r#","tool_choice":{"type":"allowed_tools","mode":"auto","tools":[{"type":"image_generation"}]}"#,
                None,
            ),
            (r#","tool_choice":"none""#, Some("tool_choice")),
            (
                r#","tool_choice":{"type":"function","name":"f"}"#,
                Some("tool_choice"),
            ),
            (
                r#","tool_choice":{"type":"allowed_tools","tools":[]}"#,
                Some("tool_choice"),
            ),
        ] {
            let error = plan_of(&with(fields)).err();
            assert_eq!(
                error.as_ref().and_then(|e| e.field.as_deref()),
                expected,
                "{fields}"
            );
        }
        for (text, field) in [
            (r#"{"model":"gpt-5.2","input":"hi"}"#, Some("tools")),
            (
                r#"{"model":"gpt-5.2","input":"hi","tools":[{"type":"web_search"}]}"#,
                Some("tools"),
            ),
            (
                r#"{"model":"gpt-5.2","input":"hi","tools":[{}]}"#,
                Some("tools[0].type"),
            ),
            (r#"{"model":"gpt-image-9","input":"hi"}"#, Some("model")),
            (r#"{"model":"gpt-image-1","input":"hi"}"#, None),
            (
                r#"{"input":"hi","tool_choice":{"type":"image_generation"}}"#,
                None,
            ),
        ] {
            let error = plan_of(text).err();
            assert_eq!(
                error.as_ref().and_then(|e| e.field.as_deref()),
                field,
                "{text}"
            );
        }
    }

    #[test]
    fn errors_name_their_place() {
        for (text, field) in [
            (with(r#","conversation":"conv_1""#), "conversation"),
            (with(r#","background":true,"store":false"#), "store"),
            (with(r#","metadata":{"a":1}"#), "metadata"),
            (
                r#"{"tools":[{"type":"image_generation","action":"x"}],"input":"a"}"#.to_owned(),
                "tools[0].action",
            ),
            (
                r#"{"tools":[{"type":"image_generation","size":5}],"input":"a"}"#.to_owned(),
                "tools[0].size",
            ),
            (r#"{"model":"easel"}"#.to_owned(), "input"),
            (
                r#"{"model":"easel","input":[{"role":"king","content":"a"}]}"#.to_owned(),
                "input[0].role",
            ),
            (
                r#"{"model":"easel","input":[{"role":"user"}]}"#.to_owned(),
                "input[0].content",
            ),
            (
                r#"{"model":"easel","input":[{"role":"user","content":[{"type":"input_audio"}]}]}"#
                    .to_owned(),
                "input[0].content[0].type",
            ),
            (
                r#"{"model":"easel","input":[{"role":"user","content":[{"type":"input_image"}]}]}"#
                    .to_owned(),
                "input[0].content[0]",
            ),
            (
                r#"{"model":"easel","input":[{"type":"image_generation_call"}]}"#.to_owned(),
                "input[0].result",
            ),
        ] {
            let error = plan_of(&text).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{text}: {error}");
        }
    }

    #[test]
    fn what_was_sent_is_given_back_without_bytes_of_pictures() {
        let text = r#"{"model":"gpt-5.2","input":[{"role":"user","content":[{"type":"input_text","text":"a"},
            {"type":"input_image","image_url":"data:image/png;base64,AAAA"}]}],"temperature":0.5,"metadata":{"k":"v"},
            "tools":[{"type":"image_generation","input_image_mask":{"image_url":"data:image/png;base64,AAAA"}}]}"#;
        let plan = plan_of(text).unwrap();
        assert_eq!(plan.echo["temperature"], 0.5);
        assert_eq!(plan.echo["top_p"], 1.0);
        assert_eq!(plan.echo["metadata"], json!({"k": "v"}));
        assert_eq!(plan.echo["tools"], json!([{"type": "image_generation"}]));
        assert!(!json!(plan.input).to_string().contains("data:"));
        assert!(plan.mask.is_some());
    }
}
