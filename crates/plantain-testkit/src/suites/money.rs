//! Money: budgets that no task gets past, credit, and what was used.

use plantain_core::{Id, TaskStatus};
use plantain_store::{
    Budget, BudgetAlert, Durability, Micro, NewTask, Period, Record, Subject, Submitted, UsageBy,
    UsageQuery,
};

use super::tasks::{done, store, task};

/// A time on the second day.
const TOMORROW_MS: i64 = 90_000_000;

fn payer() -> Subject {
    Subject::Key(Id::from_stored("key_1"))
}

fn budget() -> Budget {
    Budget {
        id: Id::from_stored("budget_1"),
        subject: payer(),
        period: Period::Day,
        limit: Micro(100),
        alerts: vec![80],
        created_ms: 0,
    }
}

/// Returns a task that the payer pays for.
fn priced(id: &str, price: i64) -> NewTask {
    NewTask {
        price: Micro(price),
        payers: vec![payer()],
        alerts_to: Some("https://alerts.example/".into()),
        team: Some("north".into()),
        tags: vec!["spring".into()],
        ..task(id, "key_1")
    }
}

async fn cancel(record: &dyn Record, id: &str, now_ms: i64) {
    let id = Id::from_stored(id);
    record.cancel(&id, None, now_ms).await.unwrap();
}

/// Claims the only task that waits, and ends it for this price.
async fn finish(record: &dyn Record, id: &str, charged: i64) {
    let claimed = record.claim("w", 2_000, 3_000).await.unwrap().unwrap();
    assert_eq!(claimed.id.as_str(), id);
    let ending = done(charged, 2_500);
    let ended = record.finish(&claimed.id, 1, &ending, Durability::Disk);
    ended.await.unwrap();
}

/// What is held and spent of the budget now; the books agree, too.
async fn check_budget(record: &dyn Record, reserved: i64, settled: i64) {
    let states = record.budgets(1_000).await.unwrap();
    let found = (states[0].reserved, states[0].settled);
    assert_eq!(found, (Micro(reserved), Micro(settled)));
    assert!(record.reckon().await.unwrap().agrees());
}

/// A budget holds what tasks may cost, keeps what they did cost, and refuses what does not fit.
pub async fn budgets(record: &dyn Record) {
    let budget = budget();
    record.set_budget(&budget).await.unwrap();
    let accepted = Submitted::New(vec![]);
    assert_eq!(store(record, priced("t1", 60)).await, accepted);
    let refused = Submitted::OverBudget {
        subject: payer(),
        limit: Micro(100),
        used: Micro(60),
    };
    assert_eq!(store(record, priced("t2", 41)).await, refused);
    assert!(record.get(&Id::from_stored("t2")).await.unwrap().is_none());
    store(record, priced("t3", 40)).await;
    assert_eq!(store(record, task("free", "key_1")).await, accepted);
    check_budget(record, 100, 0).await;
    finish(record, "t1", 55).await;
    check_budget(record, 40, 55).await;
    cancel(record, "t3", 2_600).await;
    check_budget(record, 0, 55).await;
    // A new day, a new budget; what was held yesterday counts yesterday.
    let tomorrow = record.budgets(TOMORROW_MS).await.unwrap();
    assert_eq!(tomorrow[0].settled, Micro(0));
    assert!(record.remove_budget(&budget.id).await.unwrap());
    assert!(!record.remove_budget(&budget.id).await.unwrap());
}

/// An alert is told with the task that passes it, once in a period.
pub async fn alerts(record: &dyn Record) {
    let budget = budget();
    record.set_budget(&budget).await.unwrap();
    store(record, priced("t1", 60)).await;
    let alert = BudgetAlert {
        budget: budget.id.clone(),
        subject: payer(),
        period: Period::Day,
        start_ms: 0,
        percent: 80,
        limit: Micro(100),
        used: Micro(100),
    };
    let passed = Submitted::New(vec![alert.clone()]);
    assert_eq!(store(record, priced("t2", 40)).await, passed);
    let told = record.claim_messages(1_000, 2_000, 10).await.unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(*told[0].form_json, alert.form_json());
    assert_eq!((&told[0].task, &*told[0].owner), (&budget.id, ""));
    assert_eq!(record.budgets(1_000).await.unwrap()[0].passed, [80]);
    cancel(record, "t2", 2_600).await;
    let again = store(record, priced("again", 40)).await;
    assert_eq!(again, Submitted::New(vec![]));
}

/// Credit is held, and comes back with what is refused or fails.
pub async fn credit(record: &dyn Record) {
    record.set_budget(&budget()).await.unwrap();
    let payer = payer();
    assert_eq!(record.balance(&payer).await.unwrap(), None);
    let given = record.top_up(&payer, Micro(50), "gift", 3_000).await;
    assert_eq!(given.unwrap(), Micro(50));
    let refused = Submitted::NoCredit {
        subject: payer.clone(),
        balance: Micro(50),
    };
    assert_eq!(store(record, priced("dear", 60)).await, refused);
    // What the budget held before the refusal came back.
    check_budget(record, 0, 0).await;
    store(record, priced("t1", 50)).await;
    assert_eq!(record.balance(&payer).await.unwrap(), Some(Micro(0)));
    let claimed = record.claim("w", 2_000, 3_000).await.unwrap().unwrap();
    let mut failed = done(0, 2_500);
    failed.status = TaskStatus::Failed;
    let ended = record.finish(&claimed.id, 1, &failed, Durability::Disk);
    ended.await.unwrap();
    assert_eq!(record.balance(&payer).await.unwrap(), Some(Micro(50)));
    check_budget(record, 0, 0).await;
}

/// What finished tasks cost is added up in every way; what was given up is not in it.
pub async fn usage(record: &dyn Record) {
    store(record, priced("t1", 60)).await;
    finish(record, "t1", 55).await;
    store(record, priced("t2", 40)).await;
    cancel(record, "t2", 2_600).await;
    for (by, of) in [
        (UsageBy::Key, "key_1"),
        (UsageBy::Team, "north"),
        (UsageBy::Model, "easel"),
        (UsageBy::Day, "1970-01-01"),
        (UsageBy::Tag, "spring"),
    ] {
        let query = UsageQuery {
            by,
            from_ms: 0,
            until_ms: i64::MAX,
            key: Some(Id::from_stored("key_1")),
        };
        let lines = record.usage(&query).await.unwrap();
        let lines: Vec<_> = lines
            .iter()
            .map(|line| (&*line.of, line.tasks, line.pictures, line.charged.0))
            .collect();
        assert_eq!(lines, [(of, 1, 1, 55)], "{by:?}");
    }
}
