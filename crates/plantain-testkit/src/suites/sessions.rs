//! Conversations.

use plantain_core::Id;
use plantain_store::{
    Appended, Idempotency, NewTurn, SessionPage, SessionRecord, Sessions, TurnRecord,
};

fn id(text: &str) -> Id {
    Id::from_stored(text)
}

fn session(name: &str, owner: &str, at_ms: i64) -> SessionRecord {
    SessionRecord {
        id: id(name),
        owner: owner.to_owned(),
        title: None,
        created_ms: at_ms,
        updated_ms: at_ms,
        head: None,
        turns: 0,
    }
}

fn turn(name: &str, session: &str, head_before: Option<&str>) -> NewTurn {
    NewTurn {
        id: id(name),
        session: id(session),
        owner: "ann".to_owned(),
        parent: head_before.map(id),
        task: Some(id(&format!("task of {name}"))),
        at_ms: 5_000,
        body_json: format!("{{\"said\":\"{name} – 'naïve'\"}}"),
        promise: None,
        head_before: head_before.map(id),
        turns_max: 4,
    }
}

/// Checks an empty store of conversations.
pub async fn sessions(store: &dyn Sessions) {
    let first = SessionRecord {
        title: Some("it's \"ours\"; --".to_owned()),
        ..session("ses_1", "ann", 1_000)
    };
    let others = [
        session("ses_2", "ann", 2_000),
        session("ses_3", "ann", 2_000),
    ];
    let bobs = session("ses_4", "bob", 3_000);
    for session in [&first, &others[0], &others[1], &bobs] {
        store.create(session).await.unwrap();
    }
    assert!(store.create(&first).await.is_err(), "stored twice");
    let found = store.session("ann", "ses_1").await.unwrap();
    assert_eq!(found.as_ref(), Some(&first));
    assert_eq!(store.session("bob", "ses_1").await.unwrap(), None);

    assert_eq!(listed(store, None, 2).await, ["ses_3", "ses_2"]);
    let after = Some((2_000, "ses_2"));
    assert_eq!(listed(store, after, 2).await, ["ses_1"]);

    turns(store).await;
    assert_eq!(listed(store, None, 2).await, ["ses_1", "ses_3"]);

    assert!(!store.forget("bob", "ses_1").await.unwrap());
    assert!(store.forget("ann", "ses_1").await.unwrap());
    assert!(!store.forget("ann", "ses_1").await.unwrap());
    assert_eq!(store.turns(&id("ses_1"), 0, 10).await.unwrap(), []);
    let late = store.append(&turn("turn_9", "ses_1", None)).await.unwrap();
    assert_eq!(late, Appended::Unknown);
    let bare = NewTurn {
        task: None,
        ..turn("turn_8", "ses_2", None)
    };
    assert!(matches!(
        store.append(&bare).await.unwrap(),
        Appended::New(..)
    ));
    assert_eq!(store.forget_all("ann").await.unwrap(), 2);
    assert_eq!(store.turns(&id("ses_2"), 0, 10).await.unwrap(), []);
    assert_eq!(listed(store, None, 9).await, [""; 0]);
    assert!(store.session("bob", "ses_4").await.unwrap().is_some());
}

async fn listed(store: &dyn Sessions, after: Option<(i64, &str)>, limit: u32) -> Vec<String> {
    let page = SessionPage {
        owner: "ann",
        after,
        limit,
    };
    let sessions = store.sessions(page).await.unwrap();
    sessions.iter().map(|one| one.id.to_string()).collect()
}

async fn append(store: &dyn Sessions, turn: &NewTurn) -> (SessionRecord, TurnRecord) {
    match store.append(turn).await.unwrap() {
        Appended::New(session, turn) => (session, turn),
        other => panic!("{other:?}"),
    }
}

async fn turns(store: &dyn Sessions) {
    let promise = Idempotency {
        key: "it's \"once\"".to_owned(),
        request_sha256: [3; 32],
    };
    let one = NewTurn {
        promise: Some(promise.clone()),
        ..turn("turn_1", "ses_1", None)
    };
    let (session, stored) = append(store, &one).await;
    assert_eq!((session.turns, &session.head), (1, &Some(id("turn_1"))));
    assert_eq!(session.updated_ms, 5_000);
    assert_eq!((stored.number, &stored.parent), (1, &None));
    let again = NewTurn {
        id: id("turn_x"),
        ..one.clone()
    };
    let same = store.append(&again).await.unwrap();
    assert_eq!(same, Appended::Same(session.clone(), stored.clone()));
    let kept = NewTurn {
        promise: Some(promise.clone()),
        ..turn("turn_y", "ses_1", Some("turn_1"))
    };
    let same = store.append(&kept).await.unwrap();
    assert_eq!(same, Appended::Same(session.clone(), stored.clone()));
    let found = store.promised(&session.id, &promise.key).await.unwrap();
    assert_eq!(found.as_ref(), Some(&stored));
    assert_eq!(store.promised(&session.id, "other").await.unwrap(), None);

    // Two at once from the same head: both are kept, and the first that ends is the head.
    let rivals = [
        turn("turn_2", "ses_1", Some("turn_1")),
        turn("turn_3", "ses_1", Some("turn_1")),
    ];
    let (a, b) = tokio::join!(store.append(&rivals[0]), store.append(&rivals[1]));
    let mut ended = Vec::new();
    for appended in [a.unwrap(), b.unwrap()] {
        let Appended::New(_, turn) = appended else {
            panic!("{appended:?}");
        };
        ended.push(turn);
    }
    ended.sort_by_key(|turn| turn.number);
    assert_eq!([ended[0].number, ended[1].number], [2, 3]);
    let now = store.session("ann", "ses_1").await.unwrap().unwrap();
    assert_eq!((now.turns, now.head), (3, Some(ended[0].id.clone())));

    let back = store.move_head("ann", "ses_1", Some(&one.id), 6_000).await;
    let back = back.unwrap().unwrap();
    assert_eq!((back.head, back.updated_ms), (Some(id("turn_1")), 6_000));
    let foreign = store.move_head("bob", "ses_1", None, 7_000).await;
    assert_eq!(foreign.unwrap(), None);
    let none = store.move_head("ann", "ses_1", None, 6_000).await.unwrap();
    assert_eq!(none.unwrap().head, None);

    let (_, fourth) = append(store, &turn("turn_4", "ses_1", None)).await;
    assert_eq!(fourth.number, 4);
    let full = store.append(&turn("turn_5", "ses_1", Some("turn_4"))).await;
    assert_eq!(full.unwrap(), Appended::Full);

    let session = id("ses_1");
    let found = store.turn(&session, "turn_1").await.unwrap();
    assert_eq!(found, Some(stored));
    assert_eq!(store.turn(&id("ses_2"), "turn_1").await.unwrap(), None);
    let page = store.turns(&session, 1, 2).await.unwrap();
    assert_eq!(page, ended);
}
