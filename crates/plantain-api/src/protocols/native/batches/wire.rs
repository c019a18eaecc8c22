//! What travels on `/plantain/v1/batches`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use crate::protocols::native::tasks::wire::Task;

/// Many requests at once. JSON lines and CSV (with the names of the fields in the first line) are taken, too; what concerns
/// the whole batch then stands in the query.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CreateBatch)]
pub struct Create {
    /// 1 to 10,000, each with the fields of a task and, if you like, an `id` of yours.
    #[schema(value_type = Vec<Object>, example = json!([{"id": "sku-1", "prompt": "a price tag, \"Espresso 3.20\""}]))]
    pub requests: Vec<Map<String, Value>>,
    #[serde(flatten)]
    pub whole: Whole,
}

/// What concerns a whole batch.
#[derive(Debug, Default, Clone, Deserialize, ToSchema, IntoParams)]
#[into_params(parameter_in = Query)]
#[schema(as = BatchTerms)]
pub struct Whole {
    /// For your own use.
    pub name: Option<String>,
    /// Where word is sent of each request that has ended; a request's own `webhook` goes first.
    pub webhook: Option<String>,
    /// -100 (first) to 100 (last); 10 when missing, so that single requests go first.
    pub priority: Option<i64>,
}

/// How a batch stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct Batch {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub created_ms: i64,
    pub total: i64,
    pub queued: i64,
    pub running: i64,
    pub succeeded: i64,
    pub failed: i64,
    pub cancelled: i64,
    /// Whether nothing is left to do.
    pub done: bool,
    /// Charged until now.
    pub charged: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BatchPage)]
pub struct Page {
    pub batches: Vec<Batch>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ResultsQuery {
    /// jsonl (default) or csv.
    pub format: Option<String>,
}

/// What became of one request, in the order in which they were sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BatchResult)]
pub struct ResultLine {
    /// From 1.
    pub row: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub task: Task,
}
