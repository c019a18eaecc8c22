//! What travels on `/evolink/v1` and on `/v1/images/generate`.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::body::Whole;
use crate::json;

/// A request for pictures, answered at once. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = EvolinkGenerate)]
pub struct Generate {
    pub prompt: Option<String>,
    pub model: Option<String>,
    /// `WxH`, a ratio or `auto`.
    pub size: Option<String>,
    /// `WxH` or a tier.
    pub resolution: Option<String>,
    pub aspect_ratio: Option<String>,
    /// A tier (0.5K, 1K, 2K, 4K); quality words are accepted and change nothing.
    pub quality: Option<String>,
    /// png (default), jpeg, jpg, webp, svg or pdf.
    pub format: Option<String>,
    /// b64_json or url.
    pub response_format: Option<String>,
    /// Where to send the task when it has ended: an https address.
    pub callback_url: Option<String>,
    /// 1 to 10.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub n: Option<Whole>,
    #[schema(value_type = Option<u64>)]
    pub seed: Option<Whole>,
    /// auto, opaque or transparent.
    pub background: Option<String>,
    /// A picture to change: a link, base64 or a data URL. The prompt then says what to change.
    #[schema(value_type = Option<String>)]
    pub image: Option<serde_json::Value>,
    #[schema(value_type = Option<String>)]
    pub image_url: Option<serde_json::Value>,
    /// Several pictures: the first is changed, the prompt may speak of the others.
    #[schema(value_type = Option<Vec<String>>)]
    pub image_urls: Option<serde_json::Value>,
}

/// A task, also in callbacks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkTask)]
pub struct Task {
    pub id: String,
    pub object: &'static str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub model: String,
    /// Unix seconds.
    pub created: i64,
    /// pending, processing, completed or failed.
    pub status: &'static str,
    /// Percent.
    pub progress: u32,
    /// Links to the pictures, once it is completed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<String>,
    pub task_info: TaskInfo,
    pub usage: TaskUsage,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<TaskFailure>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkTaskInfo)]
pub struct TaskInfo {
    pub can_cancel: bool,
    /// Seconds.
    pub estimated_time: u32,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkTaskUsage)]
pub struct TaskUsage {
    pub billing_rule: &'static str,
    pub credits_reserved: f64,
    pub user_group: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkTaskFailure)]
pub struct TaskFailure {
    pub code: &'static str,
    pub message: String,
}

/// What `/v1/images/generate` answers.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = EvolinkDrawn)]
pub enum Drawn<'a> {
    List(List<'a>),
    Object(Object<'a>),
}

/// The list shape: `data` is a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkList)]
pub struct List<'a> {
    /// Unix seconds.
    pub created: i64,
    pub model: &'a str,
    pub data: Vec<Item>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkItem)]
pub struct Item {
    #[serde(
        serialize_with = "json::base64_option",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>, content_encoding = "base64")]
    pub b64_json: Option<Bytes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The object shape: `data` is the first picture, further ones are in `images`.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkObject)]
pub struct Object<'a> {
    /// Unix seconds.
    pub created: i64,
    pub model: &'a str,
    pub data: Picture,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Picture>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkPicture)]
pub struct Picture {
    pub url: String,
    pub width: u32,
    pub height: u32,
    pub content_type: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkErrorReply)]
pub struct ErrorReply<'a> {
    pub error: ErrorBody<'a>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkError)]
pub struct ErrorBody<'a> {
    pub code: &'static str,
    pub message: &'a str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The field that is wrong.
    pub param: Option<&'a str>,
    /// What went wrong, more closely than `code`.
    pub reason: &'a str,
}

/// A file to be kept. Both spellings of each name are taken.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = EvolinkFileRequest)]
pub struct FileRequest {
    /// Bare or as a data URL.
    #[serde(alias = "base64Data")]
    pub base64_data: Option<String>,
    /// Where the file is.
    #[serde(alias = "fileUrl")]
    pub file_url: Option<String>,
    /// A word of the client's own, told again.
    #[serde(alias = "uploadPath")]
    pub upload_path: Option<String>,
    #[serde(alias = "fileName")]
    pub file_name: Option<String>,
}

/// The form of an upload.
#[derive(Debug, ToSchema)]
#[schema(as = EvolinkFileForm)]
#[expect(dead_code, reason = "describes a form, which is read part by part")]
pub struct FileForm {
    #[schema(value_type = String, content_media_type = "application/octet-stream")]
    pub file: Bytes,
    pub upload_path: Option<String>,
    pub file_name: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkFileReply)]
pub struct FileReply {
    pub success: bool,
    pub code: u16,
    pub msg: &'static str,
    pub data: FileData,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvolinkFileData)]
pub struct FileData {
    pub file_id: String,
    pub file_name: String,
    pub original_name: String,
    pub file_size: u64,
    pub mime_type: &'static str,
    pub upload_path: String,
    /// For `image_urls`; needs no key.
    pub file_url: String,
    /// The same file, for its owner.
    pub download_url: String,
    pub upload_time: String,
    pub expires_at: String,
}
