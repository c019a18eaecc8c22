//! What travels on `/plantain/v1/files` and `/plantain/v1/data`.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which files are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// The last file of the page before.
    pub after: Option<String>,
    /// 1 to 500; 50 when missing.
    pub limit: Option<u32>,
}

/// A page of files.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StoredFilePage)]
pub struct Page {
    pub files: Vec<File>,
    /// For `after` of the next page; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_after: Option<String>,
    /// All files of the caller, and their bytes; a file counts once.
    pub files_total: u64,
    pub bytes_total: u64,
}

/// A stored file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StoredFile)]
pub struct File {
    /// SHA-256 of what it holds, and an extension.
    pub name: String,
    pub size_bytes: u64,
    /// Unix milliseconds, as all times here.
    pub created_ms: i64,
    /// To the hour.
    pub last_used_ms: i64,
    /// It stays whatever its age and size.
    pub pinned: bool,
    /// When it goes in any case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_ms: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// A link that works for a while.
    pub url: String,
}

/// What was deleted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeletedData)]
pub struct Forgotten {
    pub tasks: u64,
    pub sessions: u64,
    pub documents: u64,
    pub files: u64,
    /// Files that were stored in the last ten minutes; they go when these are over.
    pub files_waiting: u64,
    /// Tasks that had not stopped within five seconds; call again.
    pub tasks_running: u64,
}
