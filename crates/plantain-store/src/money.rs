//! Money as it is kept: whole micro-units of one currency, an append-only ledger, budgets and prepaid credit.

use std::fmt;

use plantain_core::{Error, Id};

use crate::Reply;

/// An amount in millionths of the currency unit. Never a fraction, never floating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Micro(pub i64);

impl Micro {
    pub const ZERO: Self = Self(0);
    /// The most that one amount may be: sums of a million of them still fit.
    pub const MAX: Self = Self(1_000_000_000_000);

    /// Returns the amount for text such as "12.5" with at most six decimals, or an error that names `field`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        let bad = || {
            let remedy =
                "must be an amount such as 12 or 0.045, not negative, with at most six decimals";
            Error::invalid("invalid_amount", field, text, remedy)
        };
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 6 {
            return Err(bad());
        }
        let whole: i64 = whole.parse().map_err(|_| bad())?;
        let part: i64 = format!("{part:0<6}").parse().map_err(|_| bad())?;
        let micro = whole
            .checked_mul(1_000_000)
            .and_then(|micro| micro.checked_add(part))
            .ok_or_else(bad)?;
        if micro > Self::MAX.0 {
            return Err(bad());
        }
        Ok(Self(micro))
    }
}

impl fmt::Display for Micro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let micro = self.0.unsigned_abs();
        let part = format!("{:06}", micro % 1_000_000);
        // At least cents, and no zeros beyond them.
        let part = part.trim_end_matches('0');
        write!(f, "{sign}{}.{part:0<2}", micro / 1_000_000)
    }
}

/// Whose money it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// Everybody together.
    All,
    Team(String),
    Key(Id),
}

impl Subject {
    /// Returns the subject that wrote this text, or an error that names `field`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        match text.split_once(':') {
            None if text == "all" => Ok(Self::All),
            Some(("team", name)) if !name.is_empty() => Ok(Self::Team(name.to_owned())),
            Some(("key", id)) if !id.is_empty() => Ok(Self::Key(Id::from_stored(id))),
            _ => Err(Error::invalid(
                "invalid_subject",
                field,
                text,
                "must be all, team:NAME or key:ID",
            )),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Team(name) => write!(f, "team:{name}"),
            Self::Key(id) => write!(f, "key:{id}"),
        }
    }
}

/// How often a budget begins anew, at midnight UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Day,
    Month,
    /// Never.
    Total,
}

impl Period {
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Total];

    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Total => "total",
        }
    }

    /// Returns the period, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        let known = Self::ALL.into_iter().find(|period| period.name() == name);
        known.ok_or_else(|| {
            Error::invalid(
                "invalid_period",
                field,
                name,
                "must be one of day, month, total",
            )
        })
    }

    /// Returns the first millisecond of the period that `now_ms` is in.
    pub fn start_ms(self, now_ms: i64) -> i64 {
        match self {
            Self::Day => now_ms.div_euclid(DAY_MS) * DAY_MS,
            Self::Month => {
                let (year, month, _) = civil_date(now_ms.div_euclid(DAY_MS));
                days_to(year, month) * DAY_MS
            }
            Self::Total => 0,
        }
    }
}

/// Milliseconds of a day.
pub const DAY_MS: i64 = 86_400_000;

/// Returns year, month and day of the month of a day counted from 1 January 1970, proleptic Gregorian.
pub fn civil_date(days: i64) -> (i64, u32, u32) {
    // Years are counted from March, so that the leap day is the last of its year.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month as u32, day as u32)
}

/// Returns the days from 1 January 1970 to the first of a month.
pub fn days_to(year: i64, month: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// A limit on what may be spent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    pub id: Id,
    pub subject: Subject,
    pub period: Period,
    pub limit: Micro,
    /// Shares of the limit, percent, at which an alert is sent.
    pub alerts: Vec<u32>,
    pub created_ms: i64,
}

/// A share of a budget that was passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetAlert {
    pub budget: Id,
    pub subject: Subject,
    pub period: Period,
    /// When the period began, Unix milliseconds.
    pub start_ms: i64,
    /// Of the limit.
    pub percent: u32,
    pub limit: Micro,
    /// Spent and held.
    pub used: Micro,
}

impl BudgetAlert {
    /// Returns what a message about it holds for whoever writes the letter: its form is `"alert"`, amounts are in micro-units.
    pub fn form_json(&self) -> String {
        serde_json::json!({
            "form": "alert",
            "alert": {
                "budget": self.budget.as_str(),
                "subject": self.subject.to_string(),
                "period": self.period.name(),
                "start_ms": self.start_ms,
                "percent": self.percent,
                "limit": self.limit.0,
                "used": self.used.0,
            },
        })
        .to_string()
    }
}

/// A budget with what was spent in the period under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetState {
    pub budget: Budget,
    /// The shares that were passed in this period, percent, the least first.
    pub passed: Vec<u32>,
    /// Held for tasks that have not ended.
    pub reserved: Micro,
    pub settled: Micro,
}

/// What a line of the ledger says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Held for a task.
    Reserve,
    /// No longer held.
    Release,
    /// Charged for what a task gave.
    Settle,
    /// Credit was bought or given.
    TopUp,
}

impl EntryKind {
    pub const ALL: [Self; 4] = [Self::Reserve, Self::Release, Self::Settle, Self::TopUp];

    pub fn name(self) -> &'static str {
        match self {
            Self::Reserve => "reserve",
            Self::Release => "release",
            Self::Settle => "settle",
            Self::TopUp => "top_up",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// Counts up.
    pub number: i64,
    pub at_ms: i64,
    pub kind: EntryKind,
    pub task: Option<Id>,
    /// The key whose task it is, or the subject that was topped up.
    pub owner: String,
    pub team: Option<String>,
    pub model: Option<String>,
    /// The engine that drew, once it did.
    pub engine: Option<String>,
    pub tags: Vec<String>,
    pub pictures: i64,
    pub amount: Micro,
    pub note: Option<String>,
}

/// Which lines of the ledger, oldest first. Times are Unix milliseconds, `until_ms` exclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerQuery {
    pub from_ms: i64,
    pub until_ms: i64,
    /// Only lines after this number, the last of the page before.
    pub after: i64,
    pub limit: u32,
}

/// What usage is added up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsageBy {
    Key,
    Team,
    Model,
    Day,
    Tag,
}

impl UsageBy {
    pub const ALL: [Self; 5] = [Self::Key, Self::Team, Self::Model, Self::Day, Self::Tag];

    pub fn name(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Team => "team",
            Self::Model => "model",
            Self::Day => "day",
            Self::Tag => "tag",
        }
    }

    /// Returns the way of adding up, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        let known = Self::ALL.into_iter().find(|by| by.name() == name);
        known.ok_or_else(|| {
            Error::invalid(
                "invalid_grouping",
                field,
                name,
                "must be one of key, team, model, day, tag",
            )
        })
    }
}

/// What one key, team, model, day or tag used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageLine {
    /// The key's id, the team's or model's name, "2026-11-21" or the tag; empty where there is none.
    pub of: String,
    pub tasks: i64,
    pub pictures: i64,
    pub charged: Micro,
}

/// Which part of the ledger is added up. Times are Unix milliseconds, `until_ms` exclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageQuery {
    pub by: UsageBy,
    pub from_ms: i64,
    pub until_ms: i64,
    /// Only this key; none: everybody.
    pub key: Option<Id>,
}

/// Whether the books agree with the tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reckoning {
    /// What the ledger says was charged for tasks that are still in the record.
    pub ledger_settled: Micro,
    /// What those tasks say they were charged.
    pub tasks_charged: Micro,
    /// What the ledger says is held.
    pub ledger_held: Micro,
    /// What the tasks under way hold.
    pub tasks_held: Micro,
}

impl Reckoning {
    pub fn agrees(&self) -> bool {
        self.ledger_settled == self.tasks_charged && self.ledger_held == self.tasks_held
    }
}

/// Budgets, credit, and the ledger's answers. Reserving and settling happen with the tasks ([`crate::Tasks`]).
pub trait Money: Send + Sync {
    /// Stores a budget; one with the same subject and period is replaced and keeps what was spent.
    fn set_budget<'a>(&'a self, budget: &'a Budget) -> Reply<'a, ()>;

    /// Removes a budget; false when there is none.
    fn remove_budget<'a>(&'a self, id: &'a Id) -> Reply<'a, bool>;

    /// Returns every budget with what was spent in the period of `now_ms`.
    fn budgets(&self, now_ms: i64) -> Reply<'_, Vec<BudgetState>>;

    /// Adds prepaid credit and returns the balance. From the first top-up on, the subject spends only what it has.
    fn top_up<'a>(
        &'a self,
        subject: &'a Subject,
        amount: Micro,
        note: &'a str,
        now_ms: i64,
    ) -> Reply<'a, Micro>;

    /// Returns what is left of the credit; none when the subject never had any.
    fn balance<'a>(&'a self, subject: &'a Subject) -> Reply<'a, Option<Micro>>;

    /// Adds up what was charged.
    fn usage<'a>(&'a self, query: &'a UsageQuery) -> Reply<'a, Vec<UsageLine>>;

    /// Adds the ledger up from `from_ms` until before `until_ms` by kind of line: how many, and the sum of their amounts.
    fn turnover(&self, from_ms: i64, until_ms: i64) -> Reply<'_, Vec<(EntryKind, i64, Micro)>>;

    /// Returns lines of the ledger.
    fn ledger<'a>(&'a self, query: &'a LedgerQuery) -> Reply<'a, Vec<LedgerEntry>>;

    /// Adds up both sides of the books.
    fn reckon(&self) -> Reply<'_, Reckoning>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (text, micro, shown) in [
            ("0", 0, "0.00"),
            ("12", 12_000_000, "12.00"),
            ("0.045", 45_000, "0.045"),
            ("1.000001", 1_000_001, "1.000001"),
            ("0.10", 100_000, "0.10"),
        ] {
            let amount = Micro::parse("limit", text).unwrap();
            assert_eq!(amount, Micro(micro), "{text}");
            assert_eq!(amount.to_string(), shown);
        }
        for bad in [
            "",
            ".",
            "1.",
            ".5",
            "-1",
            "1e3",
            "0.0000001",
            "99999999999999",
        ] {
            assert!(Micro::parse("limit", bad).is_err(), "{bad}");
        }
        assert_eq!(Micro(-45_000).to_string(), "-0.045");
    }

    #[test]
    fn periods_begin_at_midnight_utc() {
        // 21 November 2026, 06:27:10 UTC.
        let now_ms = 1_795_242_430_000;
        assert_eq!(civil_date(now_ms / DAY_MS), (2026, 11, 21));
        assert_eq!(Period::Day.start_ms(now_ms), 1_795_219_200_000);
        let (year, month, day) = civil_date(Period::Month.start_ms(now_ms) / DAY_MS);
        assert_eq!((year, month, day), (2026, 11, 1));
        assert_eq!(Period::Total.start_ms(now_ms), 0);
        for (days, expected) in [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (11_016, (2000, 2, 29)),
            (20_513, (2026, 3, 1)),
        ] {
            assert_eq!(civil_date(days), expected);
            assert_eq!(
                days_to(expected.0, expected.1) + i64::from(expected.2) - 1,
                days
            );
        }
    }

    #[test]
    fn subjects_have_one_spelling() {
        for text in ["all", "team:north", "key:key_1"] {
            assert_eq!(Subject::parse("subject", text).unwrap().to_string(), text);
        }
        for bad in ["", "team:", "everybody", "key"] {
            assert!(Subject::parse("subject", bad).is_err(), "{bad}");
        }
    }
}
