//! Budgets, credit and the ledger.

mod purse;
mod reports;

use std::sync::Arc;

use plantain_core::Id;
use plantain_store::{
    Budget, BudgetState, Durability, Ending, EntryKind, LedgerEntry, LedgerQuery, Micro, Money,
    NewTask, Reckoning, Reply, Subject, UsageLine, UsageQuery,
};

pub(super) use self::purse::{Held, Purse};
use super::op;
use crate::Database;
use crate::tx::{DbError, Tx};
use crate::value::values;
use crate::verbs::tasks::join_tags;

/// A line of the ledger to be written.
pub(super) struct Payment {
    pub task: String,
    owner: String,
    team: Option<String>,
    model: String,
    /// As the task's row has them.
    tags: String,
    kind: EntryKind,
    amount: Micro,
    pictures: u32,
    engine: Option<String>,
    at_ms: i64,
}

impl Payment {
    /// Returns a line about a task, to be filled in.
    pub fn of_task(
        task: String,
        owner: String,
        team: Option<String>,
        model: String,
        tags: String,
    ) -> Self {
        Self {
            task,
            owner,
            team,
            model,
            tags,
            kind: EntryKind::Reserve,
            amount: Micro::ZERO,
            pictures: 0,
            engine: None,
            at_ms: 0,
        }
    }

    pub fn reserve(task: &NewTask) -> Self {
        Self {
            amount: task.price,
            at_ms: task.created_ms,
            ..Self::of_task(
                task.id.to_string(),
                task.owner.clone(),
                task.team.clone(),
                task.model.clone(),
                join_tags(&task.tags),
            )
        }
    }

    pub fn release(&self, amount: Micro, at_ms: i64) -> Self {
        Self {
            kind: EntryKind::Release,
            amount,
            at_ms,
            ..self.again()
        }
    }

    pub fn settle(&self, ending: &Ending) -> Self {
        Self {
            kind: EntryKind::Settle,
            amount: ending.charged,
            pictures: ending.pictures,
            engine: ending.engine.clone(),
            at_ms: ending.at_ms,
            ..self.again()
        }
    }

    fn again(&self) -> Self {
        Self::of_task(
            self.task.clone(),
            self.owner.clone(),
            self.team.clone(),
            self.model.clone(),
            self.tags.clone(),
        )
    }
}

/// Writes a line into the ledger.
pub(super) async fn enter(tx: &mut Tx<'_>, payment: &Payment) -> Result<(), DbError> {
    let sql = "INSERT INTO ledger (at_ms, kind, task, owner, team, model, engine, tags, pictures, amount) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = values![
        payment.at_ms,
        payment.kind.name(),
        &payment.task,
        &payment.owner,
        payment.team.as_ref(),
        &payment.model,
        payment.engine.as_ref(),
        &payment.tags,
        payment.pictures,
        payment.amount.0,
    ];
    tx.execute(sql, values).await?;
    Ok(())
}

impl Money for Database {
    fn set_budget<'a>(&'a self, budget: &'a Budget) -> Reply<'a, ()> {
        let budget = Arc::new(budget.clone());
        let op = op!((budget) | tx | reports::set_budget(tx, &budget).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn remove_budget<'a>(&'a self, id: &'a Id) -> Reply<'a, bool> {
        let id = id.clone();
        let op = op!((id) | tx | reports::remove_budget(tx, &id).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn budgets(&self, now_ms: i64) -> Reply<'_, Vec<BudgetState>> {
        Box::pin(self.read(op!(() | tx | reports::budgets(tx, now_ms).await)))
    }

    fn top_up<'a>(
        &'a self,
        subject: &'a Subject,
        amount: Micro,
        note: &'a str,
        now_ms: i64,
    ) -> Reply<'a, Micro> {
        let (subject, note) = (subject.clone(), note.to_owned());
        let op =
            op!((subject, note) | tx | purse::top_up(tx, &subject, amount, &note, now_ms).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn balance<'a>(&'a self, subject: &'a Subject) -> Reply<'a, Option<Micro>> {
        let subject = subject.to_string();
        Box::pin(self.look_up(op!((subject) | tx | purse::balance(tx, &subject).await)))
    }

    fn usage<'a>(&'a self, query: &'a UsageQuery) -> Reply<'a, Vec<UsageLine>> {
        let query = Arc::new(query.clone());
        Box::pin(self.read(op!((query) | tx | reports::usage(tx, &query).await)))
    }

    fn turnover(&self, from_ms: i64, until_ms: i64) -> Reply<'_, Vec<(EntryKind, i64, Micro)>> {
        Box::pin(self.read(op!(()
            | tx
            | reports::turnover(tx, from_ms, until_ms).await)))
    }

    fn ledger<'a>(&'a self, query: &'a LedgerQuery) -> Reply<'a, Vec<LedgerEntry>> {
        let query = Arc::new(query.clone());
        Box::pin(self.read(op!((query) | tx | reports::ledger(tx, &query).await)))
    }

    fn reckon(&self) -> Reply<'_, Reckoning> {
        Box::pin(self.read(op!(() | tx | reports::reckon(tx).await)))
    }
}
