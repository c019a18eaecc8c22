//! Files as they travel.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::body::Whole;

/// The text parts of an upload.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "a form")]
pub struct UploadFields {
    pub purpose: Option<String>,
    pub expires_after: Option<ExpiresAfter>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "an object with anchor and seconds")]
pub struct ExpiresAfter {
    pub anchor: Option<String>,
    pub seconds: Option<Whole>,
}

/// The form of an upload.
#[derive(Debug, ToSchema)]
#[schema(as = OpenAiFileForm)]
#[expect(dead_code, reason = "describes a form, which is read part by part")]
pub struct UploadForm {
    /// At most 100 MB.
    #[schema(value_type = String, content_media_type = "application/octet-stream")]
    pub file: bytes::Bytes,
    /// vision, user_data, assistants, batch, fine-tune or evals.
    pub purpose: String,
    /// `created_at`, with the next.
    #[serde(rename = "expires_after[anchor]")]
    pub expires_after_anchor: Option<String>,
    /// 3,600 to 2,592,000 seconds.
    #[serde(rename = "expires_after[seconds]")]
    pub expires_after_seconds: Option<u32>,
}

/// A file, without what is in it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiFile)]
pub struct FileObject {
    pub id: String,
    pub object: &'static str,
    pub bytes: u64,
    /// Unix seconds.
    pub created_at: i64,
    /// Unix seconds.
    pub expires_at: Option<i64>,
    pub filename: String,
    pub purpose: String,
    pub status: &'static str,
    pub status_details: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiFileList)]
pub struct FileList {
    pub object: &'static str,
    pub data: Vec<FileObject>,
    pub first_id: Option<String>,
    pub last_id: Option<String>,
    pub has_more: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiFileDeleted)]
pub struct FileDeleted {
    pub id: String,
    pub object: &'static str,
    pub deleted: bool,
}

/// Which files are listed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ListQuery {
    pub after: Option<String>,
    pub limit: Option<String>,
    pub order: Option<String>,
    pub purpose: Option<String>,
}
