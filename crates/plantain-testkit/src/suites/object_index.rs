//! What every index of stored files does.

use plantain_core::Id;
use plantain_store::{ObjectClaim, ObjectIndex, ObjectKind, ObjectName, ObjectUse};

fn name(number: u8) -> ObjectName {
    ObjectName::new([number; 32], ObjectKind::Png)
}

/// A claim on the file of this number, which has as many bytes, made at this time.
fn claim(owner: &str, number: u8, created_ms: i64) -> ObjectClaim {
    ObjectClaim {
        owner: owner.to_owned(),
        name: name(number),
        session: None,
        task: Some(Id::from_stored("task_1")),
        size_bytes: number.into(),
        created_ms,
        last_used_ms: created_ms,
        pinned: false,
        expires_ms: None,
    }
}

/// Checks an empty index.
pub async fn object_index(index: &impl ObjectIndex) {
    claims(index).await;
    ages(index).await;
    sizes(index).await;
    all(index).await;
    assert!(index.owners().await.unwrap().is_empty());
}

async fn bury(index: &impl ObjectIndex, expected: &[u8]) {
    let doomed = index.doomed(None, 100).await.unwrap();
    let expected: Vec<_> = expected.iter().map(|number| name(*number)).collect();
    assert_eq!(doomed, expected);
    for name in &doomed {
        index.buried(name).await.unwrap();
    }
    assert_eq!(index.doomed(None, 100).await.unwrap(), []);
}

async fn claims(index: &impl ObjectIndex) {
    let ann = claim("ann", 1, 10);
    index.claim(&ann).await.unwrap();
    index.claim(&claim("bob", 1, 20)).await.unwrap();
    index.claim(&claim("ann", 2, 30)).await.unwrap();
    assert_eq!(index.owners().await.unwrap(), ["ann", "bob"]);
    assert_eq!(
        index.list("ann", None, 1).await.unwrap(),
        std::slice::from_ref(&ann)
    );
    assert_eq!(
        index.list("ann", Some(&name(1)), 9).await.unwrap(),
        [claim("ann", 2, 30)]
    );
    assert_eq!(
        index.usage("ann").await.unwrap(),
        ObjectUse { files: 2, bytes: 3 }
    );
    assert_eq!(index.usage("eve").await.unwrap(), ObjectUse::default());
    assert_eq!(
        index.unclaimed(&[name(1), name(9), name(2)]).await.unwrap(),
        [name(9)]
    );

    // Claiming again is new, and keeps the pin.
    assert!(index.pin("ann", &name(1), true).await.unwrap());
    assert!(!index.pin("eve", &name(1), true).await.unwrap());
    index.claim(&claim("ann", 1, 40)).await.unwrap();
    index.touch(&name(1), 50).await.unwrap();
    index.touch(&name(1), 45).await.unwrap();
    let again = index.list("ann", None, 1).await.unwrap().remove(0);
    assert_eq!(
        (again.created_ms, again.last_used_ms, again.pinned),
        (40, 50, true)
    );

    // The file goes with the last claim only, and a new claim saves it.
    assert!(index.release("ann", &name(1), 60).await.unwrap());
    assert!(!index.release("ann", &name(1), 60).await.unwrap());
    assert!(index.is_claimed(&name(1)).await.unwrap());
    bury(index, &[]).await;
    assert!(index.release("bob", &name(1), 70).await.unwrap());
    assert!(!index.is_claimed(&name(1)).await.unwrap());
    assert_eq!(index.doomed(None, 9).await.unwrap(), [name(1)]);
    assert_eq!(index.doomed(Some(&name(1)), 9).await.unwrap(), []);
    index.claim(&claim("bob", 1, 80)).await.unwrap();
    bury(index, &[]).await;
    assert!(index.release("bob", &name(1), 90).await.unwrap());
    assert!(index.release("ann", &name(2), 90).await.unwrap());
    bury(index, &[1, 2]).await;
}

async fn ages(index: &impl ObjectIndex) {
    for (number, created_ms) in [(1, 100), (2, 200), (3, 300)] {
        index
            .claim(&claim("ann", number, created_ms))
            .await
            .unwrap();
    }
    let pinned = ObjectClaim {
        pinned: true,
        expires_ms: Some(1),
        ..claim("ann", 4, 1)
    };
    index.claim(&pinned).await.unwrap();
    let long = ObjectClaim {
        expires_ms: Some(900),
        ..claim("ann", 5, 1)
    };
    index.claim(&long).await.unwrap();
    index.claim(&claim("bob", 1, 1)).await.unwrap();
    assert_eq!(index.release_old("ann", 100, 500, 9).await.unwrap(), 0);
    assert_eq!(index.release_old("ann", 300, 500, 1).await.unwrap(), 1);
    assert_eq!(index.release_old("ann", 300, 500, 9).await.unwrap(), 1);
    bury(index, &[2]).await;
    assert_eq!(index.release_old("ann", 0, 900, 9).await.unwrap(), 1);
    bury(index, &[5]).await;
    assert_eq!(index.release_all("bob", None, 900).await.unwrap(), 1);
    assert_eq!(
        index.release_all("ann", None, 900).await.unwrap(),
        2,
        "a pin outlives its owner's wish"
    );
    bury(index, &[1, 3, 4]).await;
}

async fn sizes(index: &impl ObjectIndex) {
    for number in [10, 20, 30, 40] {
        index
            .claim(&claim("ann", number, number.into()))
            .await
            .unwrap();
    }
    // A second claim for a session is no second file.
    let session = ObjectClaim {
        session: Some(Id::from_stored("session_1")),
        ..claim("ann", 20, 20)
    };
    index.claim(&session).await.unwrap();
    assert_eq!(
        index.usage("ann").await.unwrap(),
        ObjectUse {
            files: 4,
            bytes: 100
        }
    );
    index.touch(&name(10), 99).await.unwrap();
    assert!(index.pin("ann", &name(30), true).await.unwrap());
    assert_eq!(index.release_over("ann", 100, 500, 9).await.unwrap(), 0);
    assert_eq!(index.release_over("ann", 41, 500, 9).await.unwrap(), 2);
    bury(index, &[20, 40]).await;
    assert_eq!(index.release_over("ann", 1, 500, 9).await.unwrap(), 1);
    assert_eq!(
        index.release_over("ann", 1, 500, 9).await.unwrap(),
        0,
        "what is pinned stays"
    );
    assert_eq!(index.release_all("ann", None, 500).await.unwrap(), 1);
    bury(index, &[10, 30]).await;
}

async fn all(index: &impl ObjectIndex) {
    let [one, two] = ["session_1", "session_2"].map(Id::from_stored);
    for (number, session) in [(1, Some(&one)), (2, Some(&one)), (2, Some(&two)), (3, None)] {
        let claim = ObjectClaim {
            session: session.cloned(),
            ..claim("ann", number, 1)
        };
        index.claim(&claim).await.unwrap();
    }
    assert_eq!(
        index.release_all("bob", Some(&one), 9).await.unwrap(),
        0,
        "a stranger's session"
    );
    assert_eq!(index.release_all("ann", Some(&one), 9).await.unwrap(), 2);
    bury(index, &[1]).await;
    assert_eq!(index.release_all("ann", None, 9).await.unwrap(), 2);
    bury(index, &[2, 3]).await;
}
