//! Budgets, credit, usage and prices as they are written.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What may be spent, by whom, in which time.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SetBudget)]
pub struct SetBudget {
    /// all, team:NAME or key:ID.
    #[schema(example = "team:north")]
    pub subject: String,
    /// day, month or total; days and months begin at midnight UTC.
    #[schema(example = "month")]
    pub period: String,
    /// With at most six decimals.
    #[schema(example = "250.00")]
    pub limit: String,
    /// Percents of the limit at which word is sent; 80 and 100 when missing.
    pub alerts: Option<Vec<u32>>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Budget)]
pub struct Budget {
    pub id: String,
    pub subject: String,
    pub period: &'static str,
    pub limit: String,
    /// Held for tasks that have not ended.
    pub reserved: String,
    /// Charged in the period under way.
    pub spent: String,
    pub left: String,
    pub alerts: Vec<u32>,
    /// Those that were passed in the period under way.
    pub alerts_passed: Vec<u32>,
    pub created_ms: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Budgets)]
pub struct Budgets {
    pub budgets: Vec<Budget>,
}

/// Prepaid credit to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TopUp)]
pub struct TopUp {
    /// all, team:NAME or key:ID. From the first top-up on the subject spends only what it has.
    #[schema(example = "team:north")]
    pub subject: String,
    #[schema(example = "100.00")]
    pub amount: String,
    /// Stands in the ledger.
    pub note: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Credit)]
pub struct Credit {
    pub subject: String,
    /// Null when the subject never had any, and then spends without credit.
    pub balance: Option<String>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CreditQuery {
    /// all, team:NAME or key:ID.
    pub subject: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UsageQuery {
    /// key, team, model, day (default) or tag.
    pub by: Option<String>,
    /// A day (2026-11-21, UTC) or Unix milliseconds; from then on.
    pub from: Option<String>,
    /// As `from`; before then.
    pub until: Option<String>,
    /// Only this key's. Keys without the scope usage see their own in any case.
    pub key: Option<String>,
    /// json (default) or csv.
    pub format: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UsageReport)]
pub struct UsageReport {
    pub by: String,
    pub usage: Vec<UsageLine>,
    /// Of all lines together; under tags a task with two counts twice.
    pub charged: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UsageLine)]
pub struct UsageLine {
    /// The key's id, the team's or model's name, the day or the tag; empty where there is none.
    pub of: String,
    pub tasks: i64,
    pub pictures: i64,
    pub charged: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LedgerQuery {
    /// A day (2026-11-21, UTC) or Unix milliseconds; from then on.
    pub from: Option<String>,
    /// As `from`; before then.
    pub until: Option<String>,
    /// The number of the last line of the page before.
    pub after: Option<i64>,
    /// 1 to 1000; 1000 when missing.
    pub limit: Option<u32>,
    /// json (default) or csv.
    pub format: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ledger)]
pub struct Ledger {
    pub lines: Vec<LedgerLine>,
    /// Give it as `after` for the next page; null on the last.
    pub next: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LedgerLine)]
pub struct LedgerLine {
    pub number: i64,
    pub at_ms: i64,
    /// reserve, release, settle or top_up.
    pub kind: &'static str,
    pub task: Option<String>,
    /// The key whose task it is, or the subject that was topped up.
    pub owner: String,
    pub team: Option<String>,
    pub model: Option<String>,
    pub engine: Option<String>,
    pub tags: Vec<String>,
    pub pictures: i64,
    pub amount: String,
    pub note: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Prices)]
pub struct Prices {
    /// The most exact line counts; without one that fits, the request is free or refused as the owner chose.
    pub prices: Vec<Price>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Price)]
pub struct Price {
    pub model: String,
    pub operation: String,
    /// 512, 1K, 2K, 4K or *.
    pub size: String,
    /// For one picture.
    pub amount: String,
    pub since: String,
    pub source: String,
}
