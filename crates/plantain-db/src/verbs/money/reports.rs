//! Budgets as they stand, and what was used.

use std::collections::BTreeMap;

use plantain_core::Id;
use plantain_store::{
    Budget, BudgetState, EntryKind, LedgerEntry, LedgerQuery, Micro, Reckoning, StoreError,
    Subject, UsageBy, UsageLine, UsageQuery, civil_date,
};

use super::purse::period_of;
use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::{Row, values};
use crate::verbs::tasks::split_tags;

pub async fn set_budget(tx: &mut Tx<'_>, budget: &Budget) -> Result<Done<()>, DbError> {
    let sql = "INSERT INTO budgets (id, subject, period, max_amount, alerts, created_ms) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (subject, period) DO UPDATE SET \
               max_amount = excluded.max_amount, alerts = excluded.alerts";
    let alerts: Vec<String> = budget.alerts.iter().map(u32::to_string).collect();
    let values = values![
        &budget.id,
        budget.subject.to_string(),
        budget.period.name(),
        budget.limit.0,
        alerts.join(","),
        budget.created_ms,
    ];
    tx.execute(sql, values).await?;
    Ok(Done::Keep(()))
}

pub async fn remove_budget(tx: &mut Tx<'_>, id: &Id) -> Result<Done<bool>, DbError> {
    let removed = tx
        .execute("DELETE FROM budgets WHERE id = $1", values![id])
        .await?;
    Ok(Done::Keep(removed == 1))
}

pub async fn budgets(tx: &mut Tx<'_>, now_ms: i64) -> Result<Done<Vec<BudgetState>>, DbError> {
    let sql = "SELECT id, subject, period, max_amount, alerts, created_ms FROM budgets \
               ORDER BY subject, period";
    let mut states = Vec::new();
    for row in tx.rows(sql, &[]).await? {
        let budget = load(row)?;
        let sql = "SELECT reserved, settled FROM spending WHERE budget = $1 AND start_ms = $2";
        let start_ms = budget.period.start_ms(now_ms);
        let spending = tx.row(sql, values![&budget.id, start_ms]).await?;
        let (reserved, settled) = match spending {
            Some(mut row) => (row.int()?, row.int()?),
            None => (0, 0),
        };
        let sql = "SELECT percent FROM alerts WHERE budget = $1 AND start_ms = $2 ORDER BY percent";
        let passed = tx.rows(sql, values![&budget.id, start_ms]).await?;
        let passed = passed.into_iter().map(|mut row| row.small());
        states.push(BudgetState {
            budget,
            passed: passed.collect::<Result<_, _>>()?,
            reserved: Micro(reserved),
            settled: Micro(settled),
        });
    }
    Ok(Done::Keep(states))
}

/// Reads a row of id, subject, period, limit, alerts and creation.
pub(super) fn load(mut row: Row) -> Result<Budget, StoreError> {
    let damaged = |error| StoreError::damaged("a budget's row", error);
    Ok(Budget {
        id: row.id()?,
        subject: Subject::parse("subject", &row.text()?).map_err(damaged)?,
        period: period_of(&row.text()?)?,
        limit: Micro(row.int()?),
        alerts: row
            .text()?
            .split(',')
            .filter_map(|percent| percent.parse().ok())
            .collect(),
        created_ms: row.int()?,
    })
}

pub async fn usage(tx: &mut Tx<'_>, query: &UsageQuery) -> Result<Done<Vec<UsageLine>>, DbError> {
    let column = match query.by {
        UsageBy::Key => "owner",
        UsageBy::Team => "coalesce(team, '')",
        UsageBy::Model => "coalesce(model, '')",
        // Days since 1970; whole numbers divide to whole numbers in both databases.
        UsageBy::Day => "CAST(at_ms / 86400000 AS TEXT)",
        UsageBy::Tag => "tags",
    };
    // Sums in PostgreSQL are wider than what they add up.
    let sql = format!(
        "SELECT {column}, count(*), CAST(sum(pictures) AS BIGINT), CAST(sum(amount) AS BIGINT) \
         FROM ledger WHERE kind = 'settle' AND at_ms >= $1 AND at_ms < $2 \
         AND (owner = $3 OR $4 = 1) GROUP BY {column} ORDER BY 1"
    );
    let key = query.key.as_ref().map_or("", Id::as_str);
    let values = values![query.from_ms, query.until_ms, key, query.key.is_none()];
    let mut lines = Vec::new();
    for mut row in tx.rows(&sql, values).await? {
        lines.push(UsageLine {
            of: row.text()?,
            tasks: row.int()?,
            pictures: row.int()?,
            charged: Micro(row.int()?),
        });
    }
    Ok(Done::Keep(match query.by {
        UsageBy::Tag => by_single_tag(lines),
        UsageBy::Day => lines.into_iter().map(with_date).collect(),
        UsageBy::Key | UsageBy::Team | UsageBy::Model => lines,
    }))
}

/// A task with two tags counts under both.
fn by_single_tag(lines: Vec<UsageLine>) -> Vec<UsageLine> {
    let mut tags: BTreeMap<String, UsageLine> = BTreeMap::new();
    for line in lines {
        let mut of: Vec<_> = line.of.split('\n').filter(|tag| !tag.is_empty()).collect();
        if of.is_empty() {
            of.push("");
        }
        for tag in of {
            let sum = tags.entry(tag.to_owned()).or_insert_with(|| UsageLine {
                of: tag.to_owned(),
                tasks: 0,
                pictures: 0,
                charged: Micro::ZERO,
            });
            sum.tasks += line.tasks;
            sum.pictures += line.pictures;
            sum.charged.0 += line.charged.0;
        }
    }
    tags.into_values().collect()
}

fn with_date(line: UsageLine) -> UsageLine {
    let (year, month, day) = civil_date(line.of.parse().unwrap_or_default());
    UsageLine {
        of: format!("{year:04}-{month:02}-{day:02}"),
        ..line
    }
}

pub async fn turnover(
    tx: &mut Tx<'_>,
    from_ms: i64,
    until_ms: i64,
) -> Result<Done<Vec<(EntryKind, i64, Micro)>>, DbError> {
    let sql = "SELECT kind, count(*), CAST(sum(amount) AS BIGINT) FROM ledger \
               WHERE at_ms >= $1 AND at_ms < $2 GROUP BY kind";
    let mut lines = Vec::new();
    for mut row in tx.rows(sql, values![from_ms, until_ms]).await? {
        let name = row.text()?;
        let kind = EntryKind::parse(&name)
            .ok_or_else(|| StoreError::damaged("a line of the ledger", name))?;
        lines.push((kind, row.int()?, Micro(row.int()?)));
    }
    Ok(Done::Keep(lines))
}

pub async fn ledger(
    tx: &mut Tx<'_>,
    query: &LedgerQuery,
) -> Result<Done<Vec<LedgerEntry>>, DbError> {
    let sql = "SELECT seq, at_ms, kind, task, owner, team, model, engine, tags, pictures, amount, note \
               FROM ledger WHERE seq > $1 AND at_ms >= $2 AND at_ms < $3 ORDER BY seq LIMIT $4";
    let values = values![query.after, query.from_ms, query.until_ms, query.limit];
    let rows = tx.rows(sql, values).await?;
    let entries = rows.into_iter().map(entry);
    Ok(Done::Keep(entries.collect::<Result<_, _>>()?))
}

fn entry(mut row: Row) -> Result<LedgerEntry, StoreError> {
    Ok(LedgerEntry {
        number: row.int()?,
        at_ms: row.int()?,
        kind: {
            let name = row.text()?;
            EntryKind::parse(&name)
                .ok_or_else(|| StoreError::damaged("a line of the ledger", name))?
        },
        task: row.text_or_null()?.map(Id::from_stored),
        owner: row.text()?,
        team: row.text_or_null()?,
        model: row.text_or_null()?,
        engine: row.text_or_null()?,
        tags: split_tags(&row.text()?),
        pictures: row.int()?,
        amount: Micro(row.int()?),
        note: row.text_or_null()?,
    })
}

pub async fn reckon(tx: &mut Tx<'_>) -> Result<Done<Reckoning>, DbError> {
    let sum = |what: &str| format!("CAST(coalesce(sum({what}), 0) AS BIGINT)");
    let known = "task IN (SELECT id FROM tasks)";
    let sql = format!(
        "SELECT (SELECT {settled} FROM ledger WHERE kind = 'settle' AND {known}), \
         (SELECT {charged} FROM tasks), \
         (SELECT {held} FROM ledger WHERE kind IN ('reserve', 'release') AND {known}), \
         (SELECT {reserved} FROM tasks WHERE status IN ('queued', 'running'))",
        settled = sum("amount"),
        charged = sum("charged"),
        held = sum("CASE WHEN kind = 'reserve' THEN amount ELSE -amount END"),
        reserved = sum("reserved"),
    );
    let row = tx.row(&sql, &[]).await?;
    let reckoning = row.map(|mut row| {
        Ok::<_, DbError>(Reckoning {
            ledger_settled: Micro(row.int()?),
            tasks_charged: Micro(row.int()?),
            ledger_held: Micro(row.int()?),
            tasks_held: Micro(row.int()?),
        })
    });
    Ok(Done::Keep(reckoning.transpose()?.unwrap_or_default()))
}
