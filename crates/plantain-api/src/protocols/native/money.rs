//! `/plantain/v1/budgets`, `credit`, `usage`, `ledger`, `prices`: what may be spent, and what was.

pub mod wire;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::books::{LEDGER_COLUMNS, ledger_fields, usage_csv};
use plantain_app::export::csv_line;
use plantain_app::{BudgetWish, LedgerWish, UsageWish};
use plantain_core::Error;
use plantain_store::{BudgetState, LedgerEntry, Micro};

use super::wire::ErrorReply;
use crate::address::{Path, Query};
use crate::body::Wire;
use crate::door::{Accountant, Admin, Visitor};
use crate::fail::Fail;
use crate::{Server, json};

/// Alerts of a budget that names none, percent.
const ALERTS: [u32; 2] = [80, 100];

/// Lists every budget, with what was spent in the period under way.
#[utoipa::path(get, path = "/plantain/v1/budgets", tag = "money",
    responses((status = 200, description = "Every budget.", body = wire::Budgets)))]
pub async fn list_budgets(
    State(server): State<Arc<Server>>,
    accountant: Accountant,
) -> Result<Response, Fail> {
    accountant.must_see_all()?;
    let budgets = server.app.books.budgets().await?;
    let budgets = wire::Budgets {
        budgets: budgets.iter().map(budget).collect(),
    };
    Ok(json::reply(StatusCode::OK, &budgets, 0)?)
}

/// Sets a budget. One with the same subject and period is changed and keeps what was spent.
#[utoipa::path(post, path = "/plantain/v1/budgets", tag = "money",
    request_body = wire::SetBudget,
    responses(
        (status = 200, description = "The budget as it stands.", body = wire::Budget),
        (status = 400, description = "A field is wrong.", body = ErrorReply<'_>),
    ))]
pub async fn set_budget(
    State(server): State<Arc<Server>>,
    Admin { caller }: Admin,
    Wire(body): Wire<wire::SetBudget>,
) -> Result<Response, Fail> {
    let wish = BudgetWish {
        subject: body.subject,
        period: body.period,
        limit: body.limit,
        alerts: body.alerts.unwrap_or_else(|| ALERTS.to_vec()),
    };
    let state = server.app.books.set_budget(wish).await?;
    let set = &state.budget;
    let reason = format!("{} a {} for {}", set.limit, set.period.name(), set.subject);
    let audit = &server.app.audit;
    audit
        .done(&caller, "budget.set", set.id.as_str(), reason)
        .await;
    Ok(json::reply(StatusCode::OK, &budget(&state), 0)?)
}

/// Removes a budget.
#[utoipa::path(delete, path = "/plantain/v1/budgets/{id}", tag = "money",
    params(("id" = String, Path, description = "Id of the budget.")),
    responses(
        (status = 204, description = "Removed."),
        (status = 404, description = "No such budget.", body = ErrorReply<'_>),
    ))]
pub async fn remove_budget(
    State(server): State<Arc<Server>>,
    Admin { caller }: Admin,
    Path(id): Path<String>,
) -> Result<StatusCode, Fail> {
    server.app.books.remove_budget(&id).await?;
    let audit = &server.app.audit;
    audit
        .done(&caller, "budget.remove", &id, String::new())
        .await;
    Ok(StatusCode::NO_CONTENT)
}

/// Returns what is left of a subject's prepaid credit.
#[utoipa::path(get, path = "/plantain/v1/credit", tag = "money",
    params(wire::CreditQuery),
    responses(
        (status = 200, description = "The balance.", body = wire::Credit),
        (status = 400, description = "No such subject.", body = ErrorReply<'_>),
    ))]
pub async fn credit(
    State(server): State<Arc<Server>>,
    accountant: Accountant,
    Query(query): Query<wire::CreditQuery>,
) -> Result<Response, Fail> {
    accountant.must_see_all()?;
    let (subject, balance) = server.app.books.balance(&query.subject).await?;
    let credit = wire::Credit {
        subject: subject.to_string(),
        balance: balance.map(|balance| balance.to_string()),
    };
    Ok(json::reply(StatusCode::OK, &credit, 0)?)
}

/// Adds prepaid credit.
#[utoipa::path(post, path = "/plantain/v1/credit", tag = "money",
    request_body = wire::TopUp,
    responses(
        (status = 200, description = "The balance afterwards.", body = wire::Credit),
        (status = 400, description = "A field is wrong.", body = ErrorReply<'_>),
    ))]
pub async fn top_up(
    State(server): State<Arc<Server>>,
    Admin { caller }: Admin,
    Wire(body): Wire<wire::TopUp>,
) -> Result<Response, Fail> {
    let note = body.note.unwrap_or_default();
    let books = &server.app.books;
    let (subject, balance) = books.top_up(&body.subject, &body.amount, &note).await?;
    let subject = subject.to_string();
    let audit = &server.app.audit;
    audit
        .done(&caller, "credit.top_up", &subject, body.amount)
        .await;
    let credit = wire::Credit {
        subject,
        balance: Some(balance.to_string()),
    };
    Ok(json::reply(StatusCode::OK, &credit, 0)?)
}

/// Adds up what was charged.
#[utoipa::path(get, path = "/plantain/v1/usage", tag = "money",
    params(wire::UsageQuery),
    responses(
        (status = 200, description = "A line for each key, team, model, day or tag.", content((wire::UsageReport = "application/json"), (String = "text/csv"))),
        (status = 400, description = "A filter is wrong.", body = ErrorReply<'_>),
    ))]
pub async fn usage(
    State(server): State<Arc<Server>>,
    accountant: Accountant,
    Query(query): Query<wire::UsageQuery>,
) -> Result<Response, Fail> {
    let by = query.by.unwrap_or_else(|| "day".to_owned());
    let wish = UsageWish {
        by: Some(by.clone()),
        from: query.from,
        until: query.until,
        key: accountant.own.or(query.key),
    };
    let lines = server.app.books.usage(wish).await?;
    if is_csv(query.format.as_deref())? {
        return Ok(csv(usage_csv(&by, &lines)));
    }
    let charged = Micro(lines.iter().map(|line| line.charged.0).sum());
    let report = wire::UsageReport {
        by,
        charged: charged.to_string(),
        usage: lines
            .into_iter()
            .map(|line| wire::UsageLine {
                of: line.of,
                tasks: line.tasks,
                pictures: line.pictures,
                charged: line.charged.to_string(),
            })
            .collect(),
    };
    Ok(json::reply(StatusCode::OK, &report, 0)?)
}

/// Returns the ledger line by line, oldest first.
#[utoipa::path(get, path = "/plantain/v1/ledger", tag = "money",
    params(wire::LedgerQuery),
    responses(
        (status = 200, description = "A page of the ledger.", content((wire::Ledger = "application/json"), (String = "text/csv"))),
        (status = 400, description = "A filter is wrong.", body = ErrorReply<'_>),
    ))]
pub async fn ledger(
    State(server): State<Arc<Server>>,
    accountant: Accountant,
    Query(query): Query<wire::LedgerQuery>,
) -> Result<Response, Fail> {
    accountant.must_see_all()?;
    let wish = LedgerWish {
        from: query.from,
        until: query.until,
        after: query.after,
        limit: query.limit,
    };
    let limit = wish.limit;
    let lines = server.app.books.ledger(wish).await?;
    if is_csv(query.format.as_deref())? {
        let rows = lines.iter().map(|line| csv_line(&ledger_fields(line)));
        let head = std::iter::once(csv_line(&LEDGER_COLUMNS));
        return Ok(csv(head.chain(rows).collect()));
    }
    let full = limit.is_none_or(|limit| lines.len() == limit as usize);
    let ledger = wire::Ledger {
        next: lines.last().filter(|_| full).map(|last| last.number),
        lines: lines.into_iter().map(line).collect(),
    };
    Ok(json::reply(StatusCode::OK, &ledger, 0)?)
}

/// Lists the price book.
#[utoipa::path(get, path = "/plantain/v1/prices", tag = "money",
    responses((status = 200, description = "Every line; none where nothing costs.", body = wire::Prices)))]
pub async fn prices(State(server): State<Arc<Server>>, _: Visitor) -> Result<Response, Fail> {
    let lines = server.app.tasks.prices().prices().iter();
    let prices = wire::Prices {
        prices: lines
            .map(|price| wire::Price {
                model: price.model.clone(),
                operation: price.operation.clone(),
                size: price.tier.map_or("*", |tier| tier.name()).to_owned(),
                amount: price.amount.to_string(),
                since: price.since.clone(),
                source: price.source.clone(),
            })
            .collect(),
    };
    Ok(json::reply(StatusCode::OK, &prices, 0)?)
}

fn budget(state: &BudgetState) -> wire::Budget {
    let budget = &state.budget;
    let left = budget.limit.0 - state.reserved.0 - state.settled.0;
    wire::Budget {
        id: budget.id.to_string(),
        subject: budget.subject.to_string(),
        period: budget.period.name(),
        limit: budget.limit.to_string(),
        reserved: state.reserved.to_string(),
        spent: state.settled.to_string(),
        left: Micro(left).to_string(),
        alerts: budget.alerts.clone(),
        alerts_passed: state.passed.clone(),
        created_ms: budget.created_ms,
    }
}

fn line(entry: LedgerEntry) -> wire::LedgerLine {
    wire::LedgerLine {
        number: entry.number,
        at_ms: entry.at_ms,
        kind: entry.kind.name(),
        task: entry.task.map(|id| id.to_string()),
        owner: entry.owner,
        team: entry.team,
        model: entry.model,
        engine: entry.engine,
        tags: entry.tags,
        pictures: entry.pictures,
        amount: entry.amount.to_string(),
        note: entry.note,
    }
}

fn is_csv(format: Option<&str>) -> Result<bool, Error> {
    match format {
        None | Some("json") => Ok(false),
        Some("csv") => Ok(true),
        Some(other) => {
            let remedy = "must be json or csv";
            Err(Error::invalid("invalid_format", "format", other, remedy))
        }
    }
}

fn csv(text: String) -> Response {
    json::respond(StatusCode::OK, "text/csv; charset=utf-8", Body::from(text))
}
