//! What every queue must do.

use plantain_core::{Id, TaskStatus};
use plantain_store::{
    Budget, Cancelling, Durability, Ending, Idempotency, Lease, MessageFilter, Micro, NewMessage,
    NewTask, Period, Record, Subject, Submitted, TaskFilter,
};

/// Returns a free task of `owner` that waits.
pub fn task(id: &str, owner: &str) -> NewTask {
    NewTask {
        id: Id::from_stored(id),
        owner: owner.to_owned(),
        team: None,
        protocol: "native".into(),
        operation: "generate".into(),
        model: "easel".into(),
        priority: 0,
        created_ms: 1_000,
        start_by_ms: None,
        run_ms_max: None,
        request_json: r#"{"prompt":"a pear"}"#.into(),
        client_json: None,
        tags: vec![],
        session: None,
        price: Micro::ZERO,
        payers: vec![],
        idempotency: None,
        lease: None,
        webhook: None,
        running_max: None,
        alerts_to: None,
        trace: None,
    }
}

/// Returns how a task ends well.
pub fn done(charged: i64, at_ms: i64) -> Ending {
    Ending {
        status: TaskStatus::Succeeded,
        result_json: Some(r#"{"pictures":[]}"#.into()),
        error_json: None,
        charged: Micro(charged),
        pictures: 1,
        engine: Some("easel".into()),
        at_ms,
    }
}

pub(super) async fn store(record: &dyn Record, task: NewTask) -> Submitted {
    record.submit(&task, Durability::Disk).await.unwrap()
}

async fn claimed(record: &dyn Record, now_ms: i64) -> Option<String> {
    let task = record.claim("w", now_ms, now_ms + 1_000).await.unwrap();
    task.map(|task| task.id.to_string())
}

async fn status(record: &dyn Record, id: &str) -> TaskStatus {
    let task = record.get(&Id::from_stored(id)).await.unwrap();
    task.expect("the task is there").status
}

/// Checks the way of a task from the queue to its end. The store is empty.
pub async fn life(record: &dyn Record) {
    assert_eq!(claimed(record, 1_000).await, None);
    let new = NewTask {
        team: Some("north".into()),
        priority: -2,
        start_by_ms: Some(9_000),
        run_ms_max: Some(60_000),
        client_json: Some(r#"{"n":1}"#.into()),
        tags: vec!["autumn".into(), "spring".into()],
        session: Some(Id::from_stored("batch_1")),
        ..task("task_1", "a")
    };
    assert_eq!(store(record, new.clone()).await, Submitted::New(vec![]));
    let kept = record.get(&new.id).await.unwrap();
    assert_eq!(kept, Some(new.record()));
    let running = record.claim("w1", 2_000, 3_000).await.unwrap().unwrap();
    assert_eq!(
        (running.status, running.attempt, running.started_ms),
        (TaskStatus::Running, 1, Some(2_000))
    );
    assert_eq!(&*running.request_json, r#"{"prompt":"a pear"}"#);
    assert_eq!(claimed(record, 2_000).await, None, "claimed twice");
    let id = running.id;
    assert!(record.progress(&id, 1, 40).await.unwrap());
    let held = record.renew("w1", 2_900, 3_900).await.unwrap();
    assert_eq!((held.len(), held[0].attempt), (1, 1));
    assert!(record.renew("w2", 2_900, 3_900).await.unwrap().is_empty());
    assert!(
        !record
            .finish(&id, 2, &done(0, 3_000), Durability::Disk)
            .await
            .unwrap()
    );
    assert!(
        record
            .finish(&id, 1, &done(0, 3_000), Durability::Disk)
            .await
            .unwrap()
    );
    assert!(
        !record
            .finish(&id, 1, &done(0, 3_000), Durability::Disk)
            .await
            .unwrap(),
        "finished twice"
    );
    let ended = record.get(&id).await.unwrap().unwrap();
    assert_eq!((ended.status, ended.progress), (TaskStatus::Succeeded, 100));
    assert_eq!(ended.finished_ms, Some(3_000));
    assert_eq!(
        record.cancel(&id, None, 4_000).await.unwrap(),
        Cancelling::Ended(TaskStatus::Succeeded)
    );
}

/// Checks that whoever loses a lease loses the task, and that tasks come back. The store is empty.
pub async fn leases(record: &dyn Record) {
    store(record, task("task_1", "a")).await;
    let first = record.claim("w1", 1_000, 2_000).await.unwrap().unwrap();
    assert!(
        record.sweep(2_000, 3).await.unwrap().requeued.is_empty(),
        "still held"
    );
    assert!(
        !record
            .finish(&first.id, 1, &done(0, 2_001), Durability::Soon)
            .await
            .unwrap(),
        "a lease that ran out finished a task"
    );
    assert!(record.renew("w1", 2_001, 5_000).await.unwrap().is_empty());
    assert_eq!(
        record.sweep(2_001, 3).await.unwrap().requeued,
        std::slice::from_ref(&first.id)
    );
    let second = record.claim("w2", 2_100, 3_000).await.unwrap().unwrap();
    assert_eq!(second.attempt, 2);
    assert!(
        !record
            .finish(&first.id, 1, &done(0, 2_200), Durability::Soon)
            .await
            .unwrap()
    );
    // A failure that a retry can help, then a worker that stops, then too many attempts.
    assert!(record.retry(&first.id, 2, 9_000, "{}").await.unwrap());
    assert_eq!(claimed(record, 8_999).await, None, "before it is ready");
    let third = record.claim("w3", 9_000, 9_500).await.unwrap().unwrap();
    assert_eq!(third.attempt, 3);
    let swept = record.sweep(9_501, 3).await.unwrap();
    assert_eq!((swept.requeued.len(), swept.ended.len()), (0, 1));
    let failed = record.get(&first.id).await.unwrap().unwrap();
    assert_eq!(failed.status, TaskStatus::Failed);
    assert!(failed.error_json.unwrap().contains("worker_lost"));

    store(record, task("task_2", "a")).await;
    let given = record.claim("w1", 10_000, 11_000).await.unwrap().unwrap();
    assert!(record.hand_back(&given.id, 1, 10_001).await.unwrap());
    assert!(
        !record
            .finish(&given.id, 1, &done(0, 10_002), Durability::Soon)
            .await
            .unwrap()
    );
    assert_eq!(claimed(record, 10_001).await.as_deref(), Some("task_2"));

    let late = NewTask {
        start_by_ms: Some(20_000),
        ..task("task_3", "b")
    };
    store(record, late).await;
    assert!(record.sweep(20_000, 3).await.unwrap().ended.is_empty());
    assert_eq!(record.sweep(20_001, 3).await.unwrap().ended.len(), 1);
    assert_eq!(status(record, "task_3").await, TaskStatus::Failed);
}

/// Checks who goes first. The store is empty.
pub async fn order(record: &dyn Record) {
    for n in 0..4 {
        store(record, task(&format!("a{n}"), "greedy")).await;
    }
    store(record, task("b0", "modest")).await;
    store(
        record,
        NewTask {
            priority: 1,
            ..task("low", "modest")
        },
    )
    .await;
    store(
        record,
        NewTask {
            priority: -1,
            ..task("high", "greedy")
        },
    )
    .await;
    let mut served = Vec::new();
    for now_ms in 2_000.. {
        let Some(id) = claimed(record, now_ms).await else {
            break;
        };
        record
            .finish(
                &Id::from_stored(id.as_str()),
                1,
                &done(0, now_ms),
                Durability::Soon,
            )
            .await
            .unwrap();
        served.push(id);
    }
    assert_eq!(served, ["high", "b0", "a0", "a1", "a2", "a3", "low"]);
    // With work that lasts, everybody gets a place before anybody gets two.
    for n in 0..3 {
        store(record, task(&format!("c{n}"), "greedy")).await;
    }
    store(record, task("d0", "modest")).await;
    store(record, task("e0", "third")).await;
    let mut first = Vec::new();
    for _ in 0..3 {
        first.push(
            record
                .claim("w", 9_000, 99_000)
                .await
                .unwrap()
                .unwrap()
                .owner,
        );
    }
    first.sort();
    assert_eq!(first, ["greedy", "modest", "third"]);
    // Who may run two at once gets no third.
    let capped = |id: &str| NewTask {
        running_max: Some(1),
        ..task(id, "capped")
    };
    store(record, capped("f0")).await;
    store(record, capped("f1")).await;
    let mut rest = Vec::new();
    while let Some(id) = claimed(record, 9_500).await {
        rest.push(id);
    }
    rest.sort();
    assert_eq!(rest, ["c1", "c2", "f0"]);
}

/// Checks the ways to stop a task, and promises of repetition. The store is empty.
pub async fn promises(record: &dyn Record) {
    store(record, task("task_1", "a")).await;
    let id = Id::from_stored("task_1");
    assert_eq!(
        record.cancel(&id, Some("b"), 1_500).await.unwrap(),
        Cancelling::Unknown
    );
    assert_eq!(
        record.cancel(&id, Some("a"), 1_500).await.unwrap(),
        Cancelling::Done
    );
    assert_eq!(claimed(record, 2_000).await, None);
    let held = NewTask {
        lease: Some(Lease {
            worker: "w".into(),
            until_ms: 5_000,
        }),
        ..task("task_2", "a")
    };
    store(record, held).await;
    let id = Id::from_stored("task_2");
    assert_eq!(status(record, "task_2").await, TaskStatus::Running);
    assert_eq!(record.to_cancel("w").await.unwrap(), []);
    assert_eq!(
        record.cancel(&id, None, 2_000).await.unwrap(),
        Cancelling::Requested
    );
    assert_eq!(
        record.to_cancel("w").await.unwrap(),
        std::slice::from_ref(&id)
    );
    assert!(record.renew("w", 2_000, 6_000).await.unwrap()[0].cancel_requested);
    assert_eq!(record.sweep(6_001, 9).await.unwrap().ended, [id]);
    assert_eq!(status(record, "task_2").await, TaskStatus::Cancelled);

    let promised = |id: &str, owner: &str, sha: u8| NewTask {
        idempotency: Some(Idempotency {
            key: "order-7".into(),
            request_sha256: [sha; 32],
        }),
        ..task(id, owner)
    };
    assert_eq!(
        store(record, promised("p1", "a", 1)).await,
        Submitted::New(vec![])
    );
    let same = store(record, promised("p2", "a", 1)).await;
    assert!(matches!(same, Submitted::Same(task) if task.id.as_str() == "p1"));
    let other = store(record, promised("p3", "a", 2)).await;
    assert_eq!(other, Submitted::Different(Id::from_stored("p1")));
    assert_eq!(
        store(record, promised("p4", "b", 2)).await,
        Submitted::New(vec![])
    );
    assert!(record.get(&Id::from_stored("p2")).await.unwrap().is_none());
}

/// Checks that lists find what they should, page by page, and that old tasks go. The store is empty.
pub async fn lists(record: &dyn Record) {
    for n in 0..5 {
        let tags = match n % 2 {
            0 => vec!["even".to_owned(), "50%_off".to_owned()],
            _ => vec![],
        };
        let new = NewTask {
            created_ms: 1_000 * n,
            tags,
            ..task(&format!("task_{n}"), if n < 3 { "a" } else { "b" })
        };
        store(record, new).await;
    }
    let ids = |filter: TaskFilter| async move {
        let filter = TaskFilter {
            limit: filter.limit.max(2),
            ..filter
        };
        let tasks = record.list(&filter).await.unwrap();
        tasks
            .iter()
            .map(|task| task.id.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(ids(TaskFilter::default()).await, "task_4 task_3");
    let after = Some(Id::from_stored("task_3"));
    assert_eq!(
        ids(TaskFilter {
            after,
            ..Default::default()
        })
        .await,
        "task_2 task_1"
    );
    let owner = Some("b".to_owned());
    assert_eq!(
        ids(TaskFilter {
            owner,
            limit: 9,
            ..Default::default()
        })
        .await,
        "task_4 task_3"
    );
    let tagged = |tag: &str| TaskFilter {
        tag: Some(tag.into()),
        limit: 9,
        ..Default::default()
    };
    assert_eq!(ids(tagged("even")).await, "task_4 task_2 task_0");
    assert_eq!(ids(tagged("50%_off")).await, "task_4 task_2 task_0");
    assert_eq!(ids(tagged("%")).await, "");
    let (from_ms, until_ms) = (Some(1_000), Some(3_000));
    assert_eq!(
        ids(TaskFilter {
            from_ms,
            until_ms,
            ..Default::default()
        })
        .await,
        "task_2 task_1"
    );
    let status = Some(TaskStatus::Running);
    assert_eq!(
        ids(TaskFilter {
            status,
            ..Default::default()
        })
        .await,
        ""
    );
    let depth = record.depth().await.unwrap();
    assert_eq!(
        (depth.queued, depth.running, depth.oldest_queued_ms),
        (5, 0, Some(0))
    );
    for n in [0, 3] {
        let id = Id::from_stored(format!("task_{n}"));
        record.cancel(&id, None, 7_000 + n).await.unwrap();
    }
    assert_eq!(record.purge(7_001, 10).await.unwrap(), 1);
    assert!(
        record
            .get(&Id::from_stored("task_0"))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        record
            .get(&Id::from_stored("task_3"))
            .await
            .unwrap()
            .is_some()
    );
}

/// Checks that no number of requests at once overruns a budget or shares a task. The store is empty.
pub async fn crowd<R: Record + Clone + Send + Sync + 'static>(record: &R) {
    let subject = Subject::Key(Id::from_stored("key_1"));
    let budget = Budget {
        id: Id::from_stored("budget_1"),
        subject: subject.clone(),
        period: Period::Total,
        limit: Micro(1_000),
        alerts: vec![],
        created_ms: 0,
    };
    record.set_budget(&budget).await.unwrap();
    let everybody = (0..64).map(|n| {
        let (record, subject) = (record.clone(), subject.clone());
        tokio::spawn(async move {
            let new = NewTask {
                price: Micro(30),
                payers: vec![subject],
                ..task(&format!("t{n}"), "key_1")
            };
            record.submit(&new, Durability::Disk).await.unwrap() == Submitted::New(vec![])
        })
    });
    let mut accepted = 0;
    for one in everybody.collect::<Vec<_>>() {
        accepted += usize::from(one.await.unwrap());
    }
    assert_eq!(accepted, 33, "1000 / 30");
    let workers = (0..16).map(|n| {
        let record = record.clone();
        tokio::spawn(async move {
            let mut mine = Vec::new();
            while let Some(task) = record.claim(&format!("w{n}"), 2_000, 9_000).await.unwrap() {
                mine.push(task.id.to_string());
                record
                    .finish(&task.id, 1, &done(30, 3_000), Durability::Soon)
                    .await
                    .unwrap();
            }
            mine
        })
    });
    let mut served = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        served.extend(worker.await.unwrap());
    }
    served.sort();
    served.dedup();
    assert_eq!(served.len(), accepted);
    assert_eq!(record.budgets(0).await.unwrap()[0].settled, Micro(990));
    assert!(record.reckon().await.unwrap().agrees());
}

/// Checks that messages leave with the end of their task, in order, until they arrive. The store is empty.
pub async fn messages(record: &dyn Record) {
    use plantain_store::{AfterDelivery, Delivery, MessageStatus};
    let message = |id: &str| NewMessage {
        id: Id::from_stored(id),
        url: "https://example.com/hook".into(),
        form_json: "{}".into(),
    };
    store(
        record,
        NewTask {
            webhook: Some(message("m1")),
            ..task("t1", "a")
        },
    )
    .await;
    let due = |now_ms| async move {
        let due = record
            .claim_messages(now_ms, now_ms + 100, 10)
            .await
            .unwrap();
        due.iter()
            .map(|m| m.id.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(due(9_000).await, "", "its task has not ended");
    let id = record.claim("w", 1_000, 2_000).await.unwrap().unwrap().id;
    record.post(&id, &message("m2"), 1_500).await.unwrap();
    assert_eq!(due(1_500).await, "m2");
    record
        .finish(&id, 1, &done(0, 1_600), Durability::Disk)
        .await
        .unwrap();
    assert_eq!(record.lag().await.unwrap(), (2, Some(1_500)));
    assert_eq!(due(1_700).await, "m1", "the other one is on its way");
    assert_eq!(due(1_750).await, "");
    let attempt = |message: &str, attempt, at_ms, status| Delivery {
        message: Id::from_stored(message),
        attempt,
        at_ms,
        took_ms: 5,
        status,
        detail: "no \"answer\"".into(),
    };
    record
        .delivered(&attempt("m1", 1, 1_700, None), AfterDelivery::Again(5_000))
        .await
        .unwrap();
    record
        .delivered(
            &attempt("m2", 1, 1_700, Some(204)),
            AfterDelivery::Delivered,
        )
        .await
        .unwrap();
    assert_eq!(due(4_999).await, "");
    assert_eq!(due(5_000).await, "m1");
    record.post(&id, &message("m3"), 5_001).await.unwrap();
    assert_eq!(
        due(5_002).await,
        "",
        "an earlier message about the task is on its way"
    );
    record
        .delivered(&attempt("m1", 2, 5_000, Some(500)), AfterDelivery::GivenUp)
        .await
        .unwrap();
    assert_eq!(due(5_003).await, "m3");
    let log = record.deliveries(&Id::from_stored("m1")).await.unwrap();
    assert_eq!(
        log.iter().map(|d| d.status).collect::<Vec<_>>(),
        [None, Some(500)]
    );
    let failed = record
        .message(&Id::from_stored("m1"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((failed.status, failed.attempts), (MessageStatus::Failed, 2));
    assert!(record.replay(&failed.id, 6_000).await.unwrap());
    assert_eq!(due(6_000).await, "m1");
    assert!(!record.replay(&Id::from_stored("m9"), 6_000).await.unwrap());
    let listed = record
        .messages(&MessageFilter {
            owner: Some("a".into()),
            task: Some(id.clone()),
            limit: 2,
            ..MessageFilter::default()
        })
        .await
        .unwrap();
    assert_eq!(
        listed.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(),
        ["m3", "m2"]
    );
    assert!(
        record
            .messages(&MessageFilter {
                owner: Some("b".into()),
                limit: 9,
                ..MessageFilter::default()
            })
            .await
            .unwrap()
            .is_empty()
    );
}
