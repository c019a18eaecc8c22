//! The row of a task.

use plantain_core::{TaskStatus, TraceContext};
use plantain_store::{Micro, StoreError, TaskRecord};

use crate::value::Row;

/// Columns in the order of [`load`].
pub const COLUMNS: &str = "id, owner, team, protocol, operation, model, status, priority, attempt, \
    created_ms, ready_ms, started_ms, finished_ms, start_by_ms, run_ms_max, progress, request_json, \
    client_json, result_json, error_json, reserved, charged, tags, session, cancel_requested, waited, \
    trace";

pub fn load(mut row: Row) -> Result<TaskRecord, StoreError> {
    Ok(TaskRecord {
        id: row.id()?,
        owner: row.text()?,
        team: row.text_or_null()?,
        protocol: row.text()?,
        operation: row.text()?,
        model: row.text()?,
        status: status(&row.text()?)?,
        priority: row.int()?,
        attempt: row.small()?,
        created_ms: row.int()?,
        ready_ms: row.int()?,
        started_ms: row.int_or_null()?,
        finished_ms: row.int_or_null()?,
        start_by_ms: row.int_or_null()?,
        run_ms_max: row.int_or_null()?,
        progress: row.small()?,
        request_json: row.text()?.into(),
        client_json: row.text_or_null()?.map(Into::into),
        result_json: row.text_or_null()?.map(Into::into),
        error_json: row.text_or_null()?.map(Into::into),
        reserved: Micro(row.int()?),
        charged: Micro(row.int()?),
        tags: split_tags(&row.text()?),
        session: row.text_or_null()?.map(plantain_core::Id::from_stored),
        cancel_requested: row.truth()?,
        waited: row.truth()?,
        trace: row
            .text_or_null()?
            .and_then(|text| TraceContext::parse(&text)),
    })
}

pub fn status(name: &str) -> Result<TaskStatus, StoreError> {
    TaskStatus::parse(name).ok_or_else(|| StoreError::damaged("a task's row", name))
}

/// Writes tags so that one can be found: each on a line of its own, with a line end on both sides.
pub fn join_tags(tags: &[String]) -> String {
    if tags.is_empty() {
        return String::new();
    }
    format!("\n{}\n", tags.join("\n"))
}

pub fn split_tags(text: &str) -> Vec<String> {
    let tags = text.split('\n').filter(|tag| !tag.is_empty());
    tags.map(str::to_owned).collect()
}
