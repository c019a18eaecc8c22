//! What is held for a task: shares of budgets, and prepaid credit.

use std::fmt;

use plantain_core::Id;
use plantain_store::{
    Budget, BudgetAlert, EntryKind, Micro, Period, StoreError, Subject, Submitted,
};

use super::reports;
use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::values;

/// From where a task's price is held, as its row remembers it: a line each.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::verbs) struct Purse(Vec<Hold>);

#[derive(Debug, PartialEq, Eq)]
enum Hold {
    /// A budget in the period that began then.
    Budget { id: Id, start_ms: i64 },
    /// The credit of a subject.
    Credit(String),
}

pub(in crate::verbs) enum Held {
    /// With the shares of budgets that were passed.
    Purse(Purse, Vec<BudgetAlert>),
    /// Something does not allow it; what was held so far must be undone.
    Refused(Submitted),
}

impl Purse {
    /// Holds `price` in every budget and credit of the payers. Rows are taken in one order, so that two who hold at the
    /// same time never wait for each other in a circle.
    pub async fn hold(
        tx: &mut Tx<'_>,
        payers: &[Subject],
        price: Micro,
        now_ms: i64,
    ) -> Result<Held, DbError> {
        let (mut holds, mut alerts) = (Vec::new(), Vec::new());
        if price.0 <= 0 {
            return Ok(Held::Purse(Self(holds), alerts));
        }
        let [all, team, key] = subjects(payers);
        let sql = "SELECT id, subject, period, max_amount, alerts, created_ms FROM budgets \
                   WHERE subject IN ($1, $2, $3) ORDER BY id";
        for row in tx.rows(sql, values![&all, &team, &key]).await? {
            let budget = reports::load(row)?;
            let start_ms = budget.period.start_ms(now_ms);
            match hold_budget(tx, &budget, start_ms, price).await? {
                Room::Held { used } => {
                    let passed = passed(tx, &budget, start_ms, (used, price), now_ms).await?;
                    alerts.extend(passed);
                }
                Room::None { used } => {
                    return Ok(Held::Refused(Submitted::OverBudget {
                        subject: budget.subject,
                        limit: budget.limit,
                        used,
                    }));
                }
            }
            holds.push(Hold::Budget {
                id: budget.id,
                start_ms,
            });
        }
        let sql = "SELECT subject FROM credit WHERE subject IN ($1, $2, $3) ORDER BY subject";
        for mut row in tx.rows(sql, values![&all, &team, &key]).await? {
            let subject = row.text()?;
            let sql =
                "UPDATE credit SET balance = balance - $2 WHERE subject = $1 AND balance >= $2";
            if tx.execute(sql, values![&subject, price.0]).await? == 0 {
                return Ok(Held::Refused(Submitted::NoCredit {
                    balance: balance_of(tx, &subject).await?.unwrap_or_default(),
                    subject: subject_of(&subject)?,
                }));
            }
            holds.push(Hold::Credit(subject));
        }
        Ok(Held::Purse(Self(holds), alerts))
    }

    /// Charges `charged` where `reserved` was held.
    pub async fn settle(
        &self,
        tx: &mut Tx<'_>,
        reserved: Micro,
        charged: Micro,
    ) -> Result<(), DbError> {
        for hold in &self.0 {
            match hold {
                Hold::Budget { id, start_ms } => {
                    let sql = "UPDATE spending SET reserved = reserved - $3, settled = settled + $4 \
                               WHERE budget = $1 AND start_ms = $2";
                    tx.execute(sql, values![id, *start_ms, reserved.0, charged.0])
                        .await?;
                }
                Hold::Credit(subject) => {
                    let sql = "UPDATE credit SET balance = balance + $2 WHERE subject = $1";
                    tx.execute(sql, values![subject, reserved.0 - charged.0])
                        .await?;
                }
            }
        }
        Ok(())
    }

    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        let bad = || StoreError::damaged("what is held for a task", text);
        let lines = text.lines().map(|line| match line.split_once(' ') {
            Some(("credit", subject)) => Ok(Hold::Credit(subject.to_owned())),
            Some(("budget", rest)) => {
                let (start, id) = rest.split_once(' ').ok_or_else(bad)?;
                Ok(Hold::Budget {
                    id: Id::from_stored(id),
                    start_ms: start.parse().map_err(|_| bad())?,
                })
            }
            _ => Err(bad()),
        });
        Ok(Self(lines.collect::<Result<_, _>>()?))
    }
}

impl fmt::Display for Purse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|hold| match hold {
            Hold::Budget { id, start_ms } => writeln!(f, "budget {start_ms} {id}"),
            Hold::Credit(subject) => writeln!(f, "credit {subject}"),
        })
    }
}

/// Whether a budget had room.
enum Room {
    /// The price is held; with it so much is spent and held.
    Held { used: Micro },
    /// Nothing is held; so much was spent and held before.
    None { used: Micro },
}

async fn hold_budget(
    tx: &mut Tx<'_>,
    budget: &Budget,
    start_ms: i64,
    price: Micro,
) -> Result<Room, DbError> {
    let sql = "INSERT INTO spending (budget, start_ms, reserved, settled) VALUES ($1, $2, 0, 0) \
               ON CONFLICT DO NOTHING";
    tx.execute(sql, values![&budget.id, start_ms]).await?;
    let sql = "UPDATE spending SET reserved = reserved + $3 \
               WHERE budget = $1 AND start_ms = $2 AND reserved + settled + $3 <= $4 \
               RETURNING reserved + settled";
    let values = values![&budget.id, start_ms, price.0, budget.limit.0];
    if let Some(mut row) = tx.row(sql, values).await? {
        let used = Micro(row.int()?);
        return Ok(Room::Held { used });
    }
    let sql = "SELECT reserved + settled FROM spending WHERE budget = $1 AND start_ms = $2";
    let row = tx.row(sql, values![&budget.id, start_ms]).await?;
    let used = Micro(row.map_or(Ok(0), |mut row| row.int())?);
    Ok(Room::None { used })
}

/// Returns the alerts that holding a price passed for the first time in the period, and notes them.
async fn passed(
    tx: &mut Tx<'_>,
    budget: &Budget,
    start_ms: i64,
    (used, price): (Micro, Micro),
    now_ms: i64,
) -> Result<Vec<BudgetAlert>, DbError> {
    let reaches = |amount: i64, percent: u32| {
        i128::from(amount) * 100 >= i128::from(budget.limit.0) * i128::from(percent)
    };
    let mut alerts = Vec::new();
    for &percent in &budget.alerts {
        if !reaches(used.0, percent) || reaches(used.0 - price.0, percent) {
            continue;
        }
        let sql = "INSERT INTO alerts (budget, start_ms, percent, at_ms) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT DO NOTHING";
        // What was held is given back when a task fails; the same share passed again is no news.
        let values = values![&budget.id, start_ms, percent, now_ms];
        if tx.execute(sql, values).await? == 1 {
            alerts.push(BudgetAlert {
                budget: budget.id.clone(),
                subject: budget.subject.clone(),
                period: budget.period,
                start_ms,
                percent,
                limit: budget.limit,
                used,
            });
        }
    }
    Ok(alerts)
}

/// Returns everybody, the team and the key as they are stored; who is missing is nobody else.
fn subjects(payers: &[Subject]) -> [String; 3] {
    let find = |wanted: fn(&Subject) -> bool| {
        let found = payers.iter().find(|payer| wanted(payer));
        found.map_or_else(|| Subject::All.to_string(), Subject::to_string)
    };
    [
        Subject::All.to_string(),
        find(|payer| matches!(payer, Subject::Team(_))),
        find(|payer| matches!(payer, Subject::Key(_))),
    ]
}

fn subject_of(text: &str) -> Result<Subject, StoreError> {
    Subject::parse("subject", text).map_err(|error| StoreError::damaged("a subject", error))
}

pub(super) fn period_of(text: &str) -> Result<Period, StoreError> {
    Period::parse("period", text).map_err(|error| StoreError::damaged("a budget's row", error))
}

pub(super) async fn top_up(
    tx: &mut Tx<'_>,
    subject: &Subject,
    amount: Micro,
    note: &str,
    now_ms: i64,
) -> Result<Done<Micro>, DbError> {
    let name = subject.to_string();
    let sql = "INSERT INTO credit (subject, balance) VALUES ($1, $2) \
               ON CONFLICT (subject) DO UPDATE SET balance = credit.balance + excluded.balance";
    tx.execute(sql, values![&name, amount.0]).await?;
    let sql = "INSERT INTO ledger (at_ms, kind, owner, tags, pictures, amount, note) \
               VALUES ($1, $2, $3, '', 0, $4, $5)";
    let values = values![now_ms, EntryKind::TopUp.name(), &name, amount.0, note];
    tx.execute(sql, values).await?;
    Ok(Done::Keep(balance_of(tx, &name).await?.unwrap_or_default()))
}

pub(super) async fn balance(
    tx: &mut Tx<'_>,
    subject: &str,
) -> Result<Done<Option<Micro>>, DbError> {
    Ok(Done::Keep(balance_of(tx, subject).await?))
}

async fn balance_of(tx: &mut Tx<'_>, subject: &str) -> Result<Option<Micro>, DbError> {
    let sql = "SELECT balance FROM credit WHERE subject = $1";
    let row = tx.row(sql, values![subject]).await?;
    Ok(row.map(|mut row| row.int()).transpose()?.map(Micro))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_remembered() {
        let purse = Purse(vec![
            Hold::Budget {
                id: Id::from_stored("budget_1"),
                start_ms: 86_400_000,
            },
            Hold::Credit("team:north of the river".into()),
        ]);
        assert_eq!(Purse::parse(&purse.to_string()).unwrap(), purse);
        assert_eq!(Purse::parse("").unwrap(), Purse(vec![]));
        for bad in ["x", "budget 1", "budget x y"] {
            assert!(Purse::parse(bad).is_err(), "{bad}");
        }
    }
}
