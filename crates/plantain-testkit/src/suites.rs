//! One suite for each trait of the store; every backend calls it.

pub mod money;
mod object_index;
mod objects;
pub mod queue;
mod sessions;
pub mod tasks;

use plantain_core::Id;
use plantain_store::{
    Audit, AuditEvent, AuditFilter, AuditOutcome, Document, DocumentName, DocumentOrder,
    DocumentPage, Documents, FormerSecret, Grant, KeyRecord, KeySecret, Keys, Scope, Scopes,
};

pub use object_index::object_index;
pub use objects::{file, objects};
pub use sessions::sessions;

/// Returns a live key with this id and prefix.
pub fn key(id: &str, prefix: &str) -> KeyRecord {
    KeyRecord {
        id: Id::from_stored(id),
        name: format!("name of {id}"),
        prefix: prefix.to_owned(),
        sha256: [7; 32],
        scopes: Scopes::new([Scope::Images]),
        created_ms: 1_000,
        expires_ms: None,
        revoked_ms: None,
        grant: Grant::default(),
        former: None,
    }
}

/// Checks an empty store of keys.
pub async fn keys(store: &dyn Keys) {
    assert!(!store.any().await.unwrap());
    assert_eq!(store.by_prefix("plt_aaaaaaaa").await.unwrap(), None);
    assert_eq!(store.by_id("key_nobody").await.unwrap(), None);
    assert_eq!(store.list().await.unwrap(), vec![]);

    let first = key("key_1", "plt_aaaaaaaa");
    let second = KeyRecord {
        created_ms: 2_000,
        expires_ms: Some(5_000),
        scopes: Scopes::new([Scope::Admin, Scope::Images]),
        name: "naïve \"name\"; --".to_owned(),
        grant: Grant {
            tier: Some("free".to_owned()),
            team: Some("it's \"us\"".to_owned()),
            policy: Some("strict".to_owned()),
            models: vec!["easel".to_owned(), "gemini-*".to_owned()],
            tags: vec!["cost=12".to_owned()],
        },
        ..key("key_2", "plt_bbbbbbbb")
    };
    store.insert(&second).await.unwrap();
    store.insert(&first).await.unwrap();
    assert!(store.any().await.unwrap());
    assert_eq!(
        store.list().await.unwrap(),
        vec![first.clone(), second.clone()]
    );
    let found = store.by_prefix("plt_bbbbbbbb").await.unwrap();
    let id = found.as_ref().map_or("", |key| key.id.as_str());
    assert_eq!(store.by_id(id).await.unwrap(), found);
    assert_eq!(found.as_ref(), Some(&second));
    assert!(
        store.insert(&key("key_3", "plt_aaaaaaaa")).await.is_err(),
        "a prefix was stored twice"
    );

    rotation(store, &second).await;

    assert!(!store.revoke("key_9", 3_000).await.unwrap());
    assert!(store.revoke("key_1", 3_000).await.unwrap());
    assert!(
        !store.revoke("key_1", 4_000).await.unwrap(),
        "revoked twice"
    );
    assert!(store.revoke("key_2", 3_500).await.unwrap());
    let ended = store.rotate("key_2", &secret("plt_dddddddd"), 9_000).await;
    assert_eq!(ended.unwrap(), None, "a revoked key was rotated");
    let revoked = store.by_prefix("plt_aaaaaaaa").await.unwrap().unwrap();
    assert_eq!(revoked.revoked_ms, Some(3_000));
    assert!(
        store.any().await.unwrap(),
        "revoking keys opened the server"
    );
}

fn secret(prefix: &str) -> KeySecret {
    KeySecret {
        prefix: prefix.to_owned(),
        sha256: [9; 32],
    }
}

async fn rotation(store: &dyn Keys, before: &KeyRecord) {
    let new = secret("plt_cccccccc");
    assert_eq!(store.rotate("key_9", &new, 4_000).await.unwrap(), None);
    let rotated = store.rotate("plt_bbbbbbbb", &new, 4_000).await.unwrap();
    let expected = KeyRecord {
        prefix: new.prefix.clone(),
        sha256: new.sha256,
        former: Some(FormerSecret {
            secret: KeySecret {
                prefix: before.prefix.clone(),
                sha256: before.sha256,
            },
            until_ms: 4_000,
        }),
        ..before.clone()
    };
    assert_eq!(rotated.as_ref(), Some(&expected));
    for prefix in ["plt_bbbbbbbb", "plt_cccccccc"] {
        let found = store.by_prefix(prefix).await.unwrap();
        assert_eq!(found.as_ref(), Some(&expected), "{prefix}");
    }
}

/// Checks an empty audit log.
pub async fn audit(store: &dyn Audit) {
    let event = |at_ms, actor: &str, action: &str, outcome| AuditEvent {
        at_ms,
        actor: actor.to_owned(),
        action: action.to_owned(),
        object: format!("object of {actor}"),
        outcome,
        reason: "naïve \"reason\"; --".to_owned(),
    };
    let events = [
        event(10, "key_1", "key.create", AuditOutcome::Done),
        event(20, "key_2", "policy.block", AuditOutcome::Refused),
        event(20, "key_1", "policy.flag", AuditOutcome::Flagged),
        event(30, "key_1", "key.revoke", AuditOutcome::Done),
    ];
    for event in &events {
        store.note(event).await.unwrap();
    }
    let all = AuditFilter {
        limit: 10,
        ..AuditFilter::default()
    };
    let records = store.events(&all).await.unwrap();
    let got: Vec<_> = records.iter().map(|record| &record.event).collect();
    assert_eq!(got, events.iter().rev().collect::<Vec<_>>());
    assert!(records.is_sorted_by(|a, b| a.number > b.number));

    let some = |text: &str| Some(text.to_owned());
    let cases = [
        (
            AuditFilter {
                actor: some("key_2"),
                ..all.clone()
            },
            vec![1],
        ),
        (
            AuditFilter {
                action: some("key."),
                ..all.clone()
            },
            vec![3, 0],
        ),
        (
            AuditFilter {
                action: some("key.create"),
                ..all.clone()
            },
            vec![0],
        ),
        (
            AuditFilter {
                action: some("%."),
                ..all.clone()
            },
            vec![],
        ),
        (
            AuditFilter {
                object: some("object of key_2"),
                ..all.clone()
            },
            vec![1],
        ),
        (
            AuditFilter {
                outcome: Some(AuditOutcome::Flagged),
                ..all.clone()
            },
            vec![2],
        ),
        (
            AuditFilter {
                since_ms: Some(20),
                until_ms: Some(30),
                ..all.clone()
            },
            vec![2, 1],
        ),
        (
            AuditFilter {
                before: Some(records[1].number),
                ..all.clone()
            },
            vec![1, 0],
        ),
        (
            AuditFilter {
                limit: 1,
                ..all.clone()
            },
            vec![3],
        ),
    ];
    for (filter, expected) in cases {
        let records = store.events(&filter).await.unwrap();
        let got: Vec<_> = records.into_iter().map(|record| record.event).collect();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|index: usize| events[index].clone())
            .collect();
        assert_eq!(got, expected, "{filter:?}");
    }
}

/// Checks an empty store of documents.
pub async fn documents(store: &dyn Documents) {
    const NOW_MS: i64 = 10_000;
    let document = |id: &str, owner: &str, created_ms| Document {
        kind: "openai.response".to_owned(),
        id: Id::from_stored(id),
        owner: owner.to_owned(),
        created_ms,
        expires_ms: None,
        body_json: format!("{{\"text\":\"naïve \\\"{id}\\\"; --\"}}"),
    };
    let [one, two, three] = [("a", 5), ("b", 5), ("c", 4)].map(|(id, ms)| document(id, "ann", ms));
    let theirs = document("a", "bob", 6);
    let other_kind = Document {
        kind: "gemini.file".to_owned(),
        ..one.clone()
    };
    assert_eq!(store.get(one.name(), NOW_MS).await.unwrap(), None);
    for document in [&one, &two, &three, &theirs, &other_kind] {
        store.put(document).await.unwrap();
    }
    for document in [&one, &theirs, &other_kind] {
        let found = store.get(document.name(), NOW_MS).await.unwrap();
        assert_eq!(found.as_ref(), Some(document));
    }
    let stranger = DocumentName {
        owner: "eve",
        ..one.name()
    };
    assert_eq!(store.get(stranger, NOW_MS).await.unwrap(), None);
    assert!(!store.delete(stranger).await.unwrap());

    let all = DocumentPage {
        kind: "openai.response",
        owner: "ann",
        order: DocumentOrder::OldestFirst,
        after: None,
        limit: 10,
    };
    let newest = DocumentOrder::NewestFirst;
    let pages = [
        (all, vec![&three, &one, &two]),
        (
            DocumentPage {
                order: newest,
                ..all
            },
            vec![&two, &one, &three],
        ),
        (DocumentPage { limit: 1, ..all }, vec![&three]),
        (
            DocumentPage {
                after: Some((5, "a")),
                ..all
            },
            vec![&two],
        ),
        (
            DocumentPage {
                after: Some((5, "aa")),
                order: newest,
                ..all
            },
            vec![&one, &three],
        ),
        (
            DocumentPage {
                owner: "bob",
                ..all
            },
            vec![&theirs],
        ),
        (
            DocumentPage {
                owner: "eve",
                ..all
            },
            vec![],
        ),
    ];
    for (page, expected) in pages {
        let found = store.list(page, NOW_MS).await.unwrap();
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{page:?}");
    }

    let changed = Document {
        body_json: "{}".to_owned(),
        expires_ms: Some(NOW_MS),
        ..one.clone()
    };
    store.put(&changed).await.unwrap();
    let before = store.get(one.name(), NOW_MS - 1).await.unwrap();
    assert_eq!(before.as_ref(), Some(&changed));
    assert_eq!(store.get(one.name(), NOW_MS).await.unwrap(), None);
    assert_eq!(
        store.list(all, NOW_MS).await.unwrap(),
        [three.clone(), two.clone()]
    );
    assert_eq!(store.sweep(NOW_MS).await.unwrap(), 1);
    assert_eq!(store.sweep(NOW_MS).await.unwrap(), 0);
    assert!(store.delete(two.name()).await.unwrap());
    assert!(!store.delete(two.name()).await.unwrap(), "deleted twice");
    assert_eq!(store.list(all, NOW_MS).await.unwrap(), [three]);
}
