//! What travels on `/plantain/v1`.

use std::borrow::Cow;

use bytes::Bytes;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::look::{BrandKit, StyleOf};
use crate::body::Whole;
use crate::json;

/// A request for pictures: what they show, and how they should be made. All but the first two may be left out.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = ImageRequest)]
pub struct Request {
    /// What the picture should show; at most 32,768 tokens. For `images/generate` and `scenes/plan`.
    #[schema(example = "A poster for a jazz concert, title \"Blue Hour\", 14 June, 8 pm")]
    pub prompt: Option<String>,
    /// A scene document, for `scenes/render`; its schema is at `/plantain/v1/scene.schema.json`.
    #[schema(value_type = Option<Object>)]
    pub scene: Option<Value>,
    /// The picture to change, for `images/edit`: a file as base64 or as a data URL, or a link to an output.
    pub image: Option<String>,
    /// Several pictures, for `images/edit`: the first is changed, the prompt may speak of the others. At most 16.
    pub images: Option<Vec<String>>,
    /// A picture as large as the first that says where it may change: base64 or a data URL.
    pub mask: Option<String>,
    /// What the mask repaints: alpha (see-through parts), white, black, or auto (default): by alpha where the mask has
    /// see-through parts, else white.
    pub mask_mode: Option<String>,
    /// Shapes that say where the first picture may change, instead of a mask.
    pub mask_shapes: Option<Vec<Shape>>,
    /// A model name; the embedded engine when missing.
    #[schema(example = "easel")]
    pub model: Option<String>,
    /// `WxH` in pixels (16 to 12,288 a side, at most 36 megapixels), a ratio, a tier (512, 1K, 2K, 4K) or `auto`.
    #[schema(example = "1024x1024")]
    pub size: Option<String>,
    /// A ratio such as `16:9`, or square, portrait, landscape. Not beside pixels.
    pub aspect_ratio: Option<String>,
    /// How much detail: 512, 1K, 2K or 4K. Not beside pixels.
    pub tier: Option<String>,
    /// How many pictures, 1 to 10.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub count: Option<Whole>,
    /// Same request, engine version and seed: same bytes. Chosen and reported when missing.
    #[schema(value_type = Option<u64>)]
    pub seed: Option<Whole>,
    /// png (default), jpeg, webp, svg or pdf.
    pub format: Option<String>,
    /// 1 to 100, for jpeg and webp. WebP without a quality is lossless.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 100)]
    pub quality: Option<Whole>,
    /// How letters stand in an svg: outlines (default), or text with the fonts embedded.
    pub letters: Option<String>,
    /// auto, opaque or transparent.
    pub background: Option<String>,
    /// Colours, fonts and logo to keep to.
    pub brand: Option<BrandKit>,
    /// The picture whose look this one keeps, so that a series looks like one: a scene document, or a picture file as
    /// base64 or as a data URL. A picture that was not made here gives its colours.
    #[schema(value_type = Option<Object>)]
    pub style_of: Option<StyleOf>,
    /// Who plans the picture: default (as the server is set up), rules, or llm (the server's chat endpoint; the rules step in
    /// where its scene does not hold).
    pub planner: Option<String>,
    /// Refuse what cannot be drawn as asked, rather than draw the nearest thing and note it.
    pub strict: Option<bool>,
    /// Whether plausible sample content may fill what the prompt leaves open: true (default), false or "none".
    #[schema(value_type = Option<bool>)]
    pub filler: Option<Filler>,
    /// How pictures come back: b64_json (default), url, or binary (the one picture is the body).
    pub output: Option<String>,
    /// Whether the reply holds the scene that was drawn.
    pub include_scene: Option<bool>,
}

/// Reads the fields of a request for pictures with those that stand beside them in one object, `names`; no other is allowed.
pub fn beside<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
    names: &[&str],
) -> Result<(Request, T), D::Error> {
    let mut drawing = Map::<String, Value>::deserialize(deserializer)?;
    let mut own = Map::new();
    for name in names {
        if let Some(value) = drawing.remove(*name) {
            own.insert((*name).to_owned(), value);
        }
    }
    let own = T::deserialize(Value::Object(own)).map_err(D::Error::custom)?;
    let drawing = Request::deserialize(Value::Object(drawing)).map_err(D::Error::custom)?;
    Ok((drawing, own))
}

/// A part of a picture, in its pixels from the top left: exactly one of the three.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(
    expecting = "an object with box, polygon or point",
    deny_unknown_fields
)]
#[schema(as = MaskShape)]
pub struct Shape {
    /// Left, top, width, height.
    #[serde(rename = "box")]
    #[schema(value_type = Option<Vec<i32>>, example = json!([40, 60, 200, 120]))]
    pub bounds: Option<Vec<f64>>,
    /// Corners of a closed outline, at least three.
    #[schema(value_type = Option<Vec<Vec<i32>>>)]
    pub polygon: Option<Vec<Vec<f64>>>,
    /// A point in a region of like colour.
    #[schema(value_type = Option<Vec<i32>>, example = json!([512, 300]))]
    pub point: Option<Vec<f64>>,
}

/// A switch, or the word "none".
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "true, false or \"none\"")]
pub enum Filler {
    Switch(bool),
    Word(String),
}

/// Pictures, and what there is to say about them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GenerateReply)]
pub struct Generated<'a> {
    pub id: &'a str,
    /// Unix seconds.
    pub created: i64,
    /// The model that was asked for.
    pub model: &'a str,
    /// The engine that drew.
    pub engine: Engine,
    pub images: Vec<Image<'a>>,
    pub usage: Usage,
    pub timing: Timing,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Engine {
    pub name: &'static str,
    pub version: &'static str,
}

/// One picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct Image<'a> {
    /// The file, base64.
    #[serde(
        serialize_with = "json::base64_option",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>, content_encoding = "base64")]
    pub b64_json: Option<Bytes>,
    /// Where the file can be fetched until the link expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Unix seconds at which the link expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url_expires: Option<i64>,
    pub width: u32,
    pub height: u32,
    pub format: &'static str,
    pub media_type: &'static str,
    pub size_bytes: usize,
    pub seed: u64,
    /// Alternative text.
    pub alt: &'a str,
    /// The reasoning behind the layout, sentence by sentence.
    pub plan: &'a [String],
    pub notes: Vec<Note<'a>>,
    /// The scene that was drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub scene: Option<Box<RawValue>>,
    /// What was changed, for edits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<Edit>,
}

/// What an edit did.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EditReport)]
pub struct Edit {
    /// How the place was found, the least sure of several: scene, mask, whole, segmenter, background, color or
    /// salient_subject.
    pub located_by: Cow<'static, str>,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// Share of the pixels that differ from the picture that was sent, 0 to 1.
    pub changed_fraction: f32,
}

/// Something that was not understood, was replaced or could not be honoured.
#[derive(Debug, Serialize, ToSchema)]
pub struct Note<'a> {
    /// Stable word for machines.
    pub code: &'a str,
    pub message: &'a str,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Usage {
    pub prompt_tokens: usize,
    pub images: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Timing {
    pub queued_ms: f64,
    pub run_ms: f64,
    /// Every picture was drawn before.
    pub cached: bool,
}

/// A plan that was not drawn.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlanReply)]
pub struct Planned<'a> {
    pub engine: Engine,
    pub seed: u64,
    pub width: u32,
    pub height: u32,
    /// The scene, ready for `scenes/render`.
    #[schema(value_type = Object)]
    pub scene: Box<RawValue>,
    pub alt: &'a str,
    pub plan: &'a [String],
    pub notes: Vec<Note<'a>>,
}

/// Every model name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ModelList)]
pub struct Models {
    pub models: Vec<Model>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Model)]
pub struct Model {
    pub id: &'static str,
    pub title: &'static str,
    /// plantain, google, openai or gateway.
    pub owner: &'static str,
    /// The engine that draws for this name.
    pub engine: &'static str,
    pub formats: Vec<&'static str>,
    pub transparency: bool,
    pub pixels_max: u64,
}

/// A key to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = KeyRequest)]
pub struct CreateKey {
    /// What you call it.
    pub name: Option<String>,
    /// One or several of images (default), usage, audit, metrics, admin, parted by commas.
    pub scopes: Option<String>,
    /// Days until it ends; never when missing.
    #[schema(value_type = Option<u32>)]
    pub expires_days: Option<Whole>,
    /// How much it may use; the server's default when missing.
    pub tier: Option<String>,
    /// Whose it is, for usage by team.
    pub team: Option<String>,
    /// The policy that it is judged by; that of its tier when missing.
    pub policy: Option<String>,
    /// Names of models that it may ask for, or their beginnings with a `*`; every model when missing.
    pub models: Option<Vec<String>>,
    pub tags: Option<Vec<String>>,
}

/// Another secret for a key.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = KeyRotation)]
pub struct RotateKey {
    /// Hours that the secret before it still opens, 0 to 720; 24 when missing.
    #[schema(value_type = Option<u32>)]
    pub grace_hours: Option<Whole>,
}

/// Which events are wanted.
#[derive(Debug, Clone, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Id of a key, admin, local or command.
    pub actor: Option<String>,
    /// Such as key.create; with a point at the end every action of the kind.
    pub action: Option<String>,
    pub object: Option<String>,
    /// done, refused or flagged.
    pub outcome: Option<String>,
    /// A day (2026-11-21, UTC) or Unix milliseconds; from then on.
    pub since: Option<String>,
    /// As `since`; before then.
    pub until: Option<String>,
    /// From the page before.
    pub cursor: Option<String>,
    /// 1 to 1000; 100 when missing.
    pub limit: Option<String>,
    /// json (default), jsonl or csv.
    pub format: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEvent)]
pub struct AuditEvent {
    pub number: i64,
    /// Unix milliseconds.
    pub at_ms: i64,
    /// The same in UTC.
    pub time: String,
    pub actor: String,
    pub action: String,
    pub object: String,
    /// done, refused or flagged.
    pub outcome: &'static str,
    pub reason: String,
}

/// Events, latest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditPage)]
pub struct AuditPage {
    pub events: Vec<AuditEvent>,
    /// Cursor of the next page, if there may be one.
    pub next: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Key)]
pub struct Key {
    pub id: String,
    pub name: String,
    /// The key's first characters.
    pub prefix: String,
    pub scopes: String,
    /// Unix milliseconds, like the next two.
    pub created_ms: i64,
    pub expires_ms: Option<i64>,
    pub revoked_ms: Option<i64>,
    pub tier: Option<String>,
    pub team: Option<String>,
    pub policy: Option<String>,
    /// Empty: every model.
    pub models: Vec<String>,
    pub tags: Vec<String>,
    /// Until when the secret before the last rotation opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former_until_ms: Option<i64>,
    /// The key itself, shown once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeyList)]
pub struct Keys {
    pub keys: Vec<Key>,
}

/// An error.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ErrorReply)]
pub struct ErrorReply<'a> {
    pub error: ErrorBody<'a>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Error)]
pub struct ErrorBody<'a> {
    /// Stable word for machines.
    pub code: &'a str,
    /// What is wrong and what to do about it.
    pub message: &'a str,
    /// The field that is wrong.
    pub field: Option<&'a str>,
    /// The value that is wrong, shortened.
    pub value: Option<&'a str>,
    /// For asking about this request.
    pub request_id: &'a str,
    /// The rule of the policy that refused, and its category if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<&'a str>,
    /// The limit that is used up: requests, images or concurrency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<&'a str>,
}
