//! The books: budgets, prepaid credit, and what was used. What a task costs is held and charged with the task itself.

use std::sync::Arc;

use plantain_core::{Error, ErrorKind, Id};
use plantain_store::{
    Budget, BudgetState, Keys, LedgerEntry, LedgerQuery, Micro, Money, Period, Subject, UsageBy,
    UsageLine, UsageQuery,
};

use crate::World;
use crate::export::{csv_line, rfc3339, time};
use crate::world::random_bytes;

/// Most alerts of a budget.
const ALERTS_MAX: usize = 10;
/// Longest note of a top-up, characters.
const NOTE_CHARS_MAX: usize = 200;
/// Most lines of the ledger on a page, and how many when nobody says.
const LINES_MAX: u32 = 1_000;

/// Keeps budgets and credit, and answers for what was used.
pub struct Books {
    money: Arc<dyn Money>,
    keys: Arc<dyn Keys>,
    world: Arc<dyn World>,
}

/// A budget as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BudgetWish {
    /// "all", "team:NAME" or "key:ID".
    pub subject: String,
    /// "day", "month" or "total".
    pub period: String,
    /// An amount such as "12.50".
    pub limit: String,
    /// Percents of the limit at which word is sent.
    pub alerts: Vec<u32>,
}

/// Which usage is wanted, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UsageWish {
    /// "key", "team", "model", "day" or "tag"; none: by day.
    pub by: Option<String>,
    /// A day (2026-11-21, UTC) or Unix milliseconds.
    pub from: Option<String>,
    /// As `from`; before then.
    pub until: Option<String>,
    /// Only this key.
    pub key: Option<String>,
}

/// Which lines of the ledger are wanted, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerWish {
    pub from: Option<String>,
    pub until: Option<String>,
    /// Number of the last line of the page before.
    pub after: Option<i64>,
    pub limit: Option<u32>,
}

impl Books {
    pub fn new(money: Arc<dyn Money>, keys: Arc<dyn Keys>, world: Arc<dyn World>) -> Self {
        Self { money, keys, world }
    }

    /// Sets a budget and returns how it stands; one with the same subject and period is changed and keeps what was spent.
    pub async fn set_budget(&self, wish: BudgetWish) -> Result<BudgetState, Error> {
        let budget = Budget {
            id: Id::new("budget", random_bytes(&*self.world)),
            subject: self.subject("subject", &wish.subject).await?,
            period: Period::parse("period", &wish.period)?,
            limit: Micro::parse("limit", &wish.limit)?,
            alerts: check_alerts(wish.alerts)?,
            created_ms: self.world.now_ms(),
        };
        self.money.set_budget(&budget).await?;
        let same = |state: &BudgetState| {
            (&state.budget.subject, state.budget.period) == (&budget.subject, budget.period)
        };
        let found = self.budgets().await?.into_iter().find(same);
        found.ok_or_else(|| Error::internal("a budget is gone that was just set"))
    }

    /// Returns every budget with what was spent in the period under way.
    pub async fn budgets(&self) -> Result<Vec<BudgetState>, Error> {
        Ok(self.money.budgets(self.world.now_ms()).await?)
    }

    pub async fn remove_budget(&self, id: &str) -> Result<(), Error> {
        if self.money.remove_budget(&Id::from_stored(id)).await? {
            return Ok(());
        }
        let message = "There is no such budget; list them to see their ids.";
        let error = Error::new(ErrorKind::NotFound, "unknown_budget", message);
        Err(error.with_field("id").with_value(id))
    }

    /// Adds prepaid credit and returns the subject with its balance.
    pub async fn top_up(
        &self,
        subject: &str,
        amount: &str,
        note: &str,
    ) -> Result<(Subject, Micro), Error> {
        let subject = self.subject("subject", subject).await?;
        let amount = Micro::parse("amount", amount)?;
        if amount == Micro::ZERO {
            let remedy = "must be more than nothing";
            return Err(Error::invalid("invalid_amount", "amount", amount, remedy));
        }
        if note.chars().count() > NOTE_CHARS_MAX || note.chars().any(char::is_control) {
            let remedy = format!("must be one line of at most {NOTE_CHARS_MAX} characters");
            return Err(Error::invalid("invalid_note", "note", note, remedy));
        }
        let now_ms = self.world.now_ms();
        let balance = self.money.top_up(&subject, amount, note, now_ms).await?;
        Ok((subject, balance))
    }

    /// Returns what is left of a subject's credit; none when it never had any.
    pub async fn balance(&self, subject: &str) -> Result<(Subject, Option<Micro>), Error> {
        let subject = self.subject("subject", subject).await?;
        let balance = self.money.balance(&subject).await?;
        Ok((subject, balance))
    }

    /// Adds up what was charged.
    pub async fn usage(&self, wish: UsageWish) -> Result<Vec<UsageLine>, Error> {
        let by = match &wish.by {
            Some(name) => UsageBy::parse("by", name)?,
            None => UsageBy::Day,
        };
        let (from_ms, until_ms) = span(wish.from, wish.until)?;
        let query = UsageQuery {
            by,
            from_ms,
            until_ms,
            key: wish.key.as_deref().map(Id::from_stored),
        };
        Ok(self.money.usage(&query).await?)
    }

    /// Returns lines of the ledger, oldest first.
    pub async fn ledger(&self, wish: LedgerWish) -> Result<Vec<LedgerEntry>, Error> {
        let (from_ms, until_ms) = span(wish.from, wish.until)?;
        let limit = wish.limit.unwrap_or(LINES_MAX);
        if !(1..=LINES_MAX).contains(&limit) {
            let remedy = format!("must be 1 to {LINES_MAX}");
            return Err(Error::invalid("invalid_limit", "limit", limit, remedy));
        }
        let query = LedgerQuery {
            from_ms,
            until_ms,
            after: wish.after.unwrap_or(0),
            limit,
        };
        Ok(self.money.ledger(&query).await?)
    }

    /// Returns the subject; a key must be one that was made here, since a budget for another one would hold nobody back.
    async fn subject(&self, field: &'static str, text: &str) -> Result<Subject, Error> {
        let subject = Subject::parse(field, text)?;
        if let Subject::Key(id) = &subject {
            let keys = self.keys.list().await?;
            if !keys.iter().any(|key| key.id == *id) {
                let remedy = "names no key; `plantain keys list` shows their ids";
                return Err(Error::invalid("unknown_key", field, text, remedy));
            }
        }
        Ok(subject)
    }
}

fn check_alerts(mut alerts: Vec<u32>) -> Result<Vec<u32>, Error> {
    alerts.sort_unstable();
    alerts.dedup();
    if let Some(wrong) = alerts.iter().find(|percent| !(1..=100).contains(*percent)) {
        let remedy = "must be percents of the limit, 1 to 100";
        return Err(Error::invalid("invalid_alert", "alerts", wrong, remedy));
    }
    if alerts.len() > ALERTS_MAX {
        let remedy = format!("must be at most {ALERTS_MAX}");
        let error = Error::invalid("too_many_alerts", "alerts", alerts.len(), remedy);
        return Err(error);
    }
    Ok(alerts)
}

/// Returns a span of time; from the beginning and to the end where nothing is said.
fn span(from: Option<String>, until: Option<String>) -> Result<(i64, i64), Error> {
    let from_ms = from.map(|text| time("from", &text)).transpose()?;
    let until_ms = until.map(|text| time("until", &text)).transpose()?;
    Ok((from_ms.unwrap_or(0), until_ms.unwrap_or(i64::MAX)))
}

/// Returns usage as CSV with a head line.
pub fn usage_csv(by: &str, lines: &[UsageLine]) -> String {
    let mut text = csv_line(&[by, "tasks", "pictures", "charged"]);
    for line in lines {
        text += &csv_line(&[
            line.of.clone(),
            line.tasks.to_string(),
            line.pictures.to_string(),
            line.charged.to_string(),
        ]);
    }
    text
}

/// The columns of an exported ledger, in their order.
pub const LEDGER_COLUMNS: [&str; 12] = [
    "number", "time", "kind", "task", "owner", "team", "model", "engine", "tags", "pictures",
    "amount", "note",
];

/// Returns the fields of a line as [`LEDGER_COLUMNS`] names them.
pub fn ledger_fields(entry: &LedgerEntry) -> [String; 12] {
    [
        entry.number.to_string(),
        rfc3339(entry.at_ms),
        entry.kind.name().to_owned(),
        entry.task.as_ref().map(Id::to_string).unwrap_or_default(),
        entry.owner.clone(),
        entry.team.clone().unwrap_or_default(),
        entry.model.clone().unwrap_or_default(),
        entry.engine.clone().unwrap_or_default(),
        entry.tags.join(" "),
        entry.pictures.to_string(),
        entry.amount.to_string(),
        entry.note.clone().unwrap_or_default(),
    ]
}
