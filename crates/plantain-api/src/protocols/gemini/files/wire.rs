//! What travels on the paths of files.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The start of an upload. Sizes and types also stand in headers, which count.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = GeminiStartUpload)]
pub struct Start {
    pub file: Option<NewFile>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object")]
#[schema(as = GeminiNewFile)]
pub struct NewFile {
    /// "files/" and 1 to 40 lower-case letters, digits and dashes; chosen when missing.
    pub name: Option<String>,
    #[serde(alias = "display_name")]
    pub display_name: Option<String>,
    #[serde(alias = "mime_type")]
    pub mime_type: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GeminiUploaded)]
pub struct Uploaded {
    /// The file, once all of it came.
    #[schema(required = false)]
    pub file: File,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiFileList)]
pub struct FileList {
    pub files: Vec<File>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page_token: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiFile)]
pub struct File {
    /// "files/" and the id.
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    pub mime_type: String,
    /// A number in text.
    pub size_bytes: String,
    pub create_time: String,
    pub update_time: String,
    pub expiration_time: String,
    /// SHA-256 of the bytes, base64.
    pub sha256_hash: String,
    /// What contents name the file by.
    pub uri: String,
    pub download_uri: String,
    pub state: &'static str,
    /// UPLOADED or GENERATED.
    pub source: &'static str,
}
