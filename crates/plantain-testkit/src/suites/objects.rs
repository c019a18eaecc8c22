//! What every store of files does.

use std::ops::Range;
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use plantain_store::{Durability, ObjectKind, ObjectName, Objects, StoreError};
use sha2::{Digest, Sha256};

/// Size of the large file: several pieces of every store, and no whole number of them.
const LARGE_BYTES: usize = (12 << 20) + 12_345;
/// Further off than any clock is wrong.
const HOUR_MS: i64 = 3_600_000;

/// Checks an empty store of objects, and leaves it empty.
pub async fn objects(store: &dyn Objects) {
    assert_eq!(store.list(None, 10).await.unwrap(), []);
    whole(store).await;
    parts(store).await;
    uploads(store).await;
    lists(store).await;
    deletes(store).await;
    assert_eq!(store.list(None, 10).await.unwrap(), []);
}

/// Returns bytes that look random, and the name that they have.
pub fn file(seed: u8, size_bytes: usize, kind: ObjectKind) -> (ObjectName, Bytes) {
    let mut state = u64::from(seed) + 1;
    let mut bytes = Vec::with_capacity(size_bytes + 8);
    while bytes.len() < size_bytes {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        bytes.extend_from_slice(&(state ^ (state >> 29)).to_le_bytes());
    }
    bytes.truncate(size_bytes);
    (
        ObjectName::new(Sha256::digest(&bytes).into(), kind),
        bytes.into(),
    )
}

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    since.as_millis().try_into().unwrap()
}

async fn remove(store: &dyn Objects, name: &ObjectName) {
    assert!(
        store.delete(name, now_ms() + HOUR_MS).await.unwrap(),
        "{name}"
    );
}

async fn whole(store: &dyn Objects) {
    for (size, durability) in [
        (0, Durability::Soon),
        (11, Durability::Disk),
        (LARGE_BYTES, Durability::Disk),
    ] {
        let (name, bytes) = file(1, size, ObjectKind::Png);
        let other = ObjectName::parse(&name.to_string().replace(".png", ".webp")).unwrap();
        assert_eq!(store.get(&name).await.unwrap(), None);
        assert_eq!(store.stat(&name).await.unwrap(), None);
        assert!(store.read(&name, None).await.unwrap().is_none());
        store.put(&name, bytes.clone(), durability).await.unwrap();
        store.put(&name, bytes.clone(), durability).await.unwrap();
        assert!(
            store.get(&name).await.unwrap() == Some(bytes),
            "{size} bytes came back changed"
        );
        assert_eq!(store.get(&other).await.unwrap(), None);
        let stat = store.stat(&name).await.unwrap().unwrap();
        assert_eq!(stat.size_bytes, size as u64);
        assert!((now_ms() - stat.stored_ms).abs() < HOUR_MS, "{stat:?}");
        remove(store, &name).await;
        assert_eq!(store.get(&name).await.unwrap(), None);
    }
}

async fn parts(store: &dyn Objects) {
    let (name, bytes) = file(2, LARGE_BYTES, ObjectKind::Pdf);
    store
        .put(&name, bytes.clone(), Durability::Soon)
        .await
        .unwrap();
    let all = LARGE_BYTES as u64;
    let cases: [(Option<Range<u64>>, Range<u64>); 6] = [
        (None, 0..all),
        (Some(0..1), 0..1),
        (Some(5_000_000..5_000_000), 5_000_000..5_000_000),
        (Some(1_000..9_000_000), 1_000..9_000_000),
        (Some(all - 3..all), all - 3..all),
        (Some(all - 3..u64::MAX), all - 3..all),
    ];
    for (asked, expected) in cases {
        let reader = store.read(&name, asked.clone()).await.unwrap().unwrap();
        assert_eq!(reader.stat.size_bytes, all);
        assert_eq!(reader.range, expected, "{asked:?}");
        let part = reader.collect().await.unwrap();
        let expected = expected.start as usize..expected.end as usize;
        assert!(part == bytes.slice(expected), "{asked:?} came back changed");
    }
    remove(store, &name).await;
}

async fn uploads(store: &dyn Objects) {
    for (size, piece) in [
        (0, 1),
        (10, 3),
        (LARGE_BYTES, 700_001),
        (LARGE_BYTES, LARGE_BYTES),
    ] {
        let (name, bytes) = file(3, size, ObjectKind::Jsonl);
        for _twice in 0..2 {
            let mut upload = store
                .upload(ObjectKind::Jsonl, size as u64, Durability::Disk)
                .await
                .unwrap();
            for piece in bytes.chunks(piece) {
                upload.write(bytes.slice_ref(piece)).await.unwrap();
            }
            assert_eq!(upload.finish().await.unwrap(), (name.clone(), size as u64));
        }
        assert!(
            store.get(&name).await.unwrap() == Some(bytes),
            "{size} bytes by {piece}"
        );
        remove(store, &name).await;
    }
    let mut upload = store
        .upload(ObjectKind::Binary, 10, Durability::Soon)
        .await
        .unwrap();
    upload.write(Bytes::from_static(b"eight by")).await.unwrap();
    let more = upload.write(Bytes::from_static(b"tes")).await;
    assert!(
        matches!(more, Err(StoreError::TooLarge { bytes_max: 10, .. })),
        "{more:?}"
    );
    drop(upload);
    let (_, bytes) = file(4, LARGE_BYTES, ObjectKind::Binary);
    let mut upload = store
        .upload(ObjectKind::Binary, u64::MAX, Durability::Soon)
        .await
        .unwrap();
    upload.write(bytes).await.unwrap();
    drop(upload);
    assert_eq!(
        store.list(None, 10).await.unwrap(),
        [],
        "a dropped upload left something"
    );
}

async fn lists(store: &dyn Objects) {
    let mut names: Vec<_> = (0..7)
        .flat_map(|seed| {
            [
                file(seed, 20, ObjectKind::Png),
                file(seed, 20, ObjectKind::Webp),
            ]
        })
        .collect();
    for (name, bytes) in &names {
        store
            .put(name, bytes.clone(), Durability::Soon)
            .await
            .unwrap();
    }
    names.sort();
    for limit in [1, 3, 14, 100] {
        let mut listed = Vec::new();
        loop {
            let after = listed.last().cloned();
            let page = store.list(after.as_ref(), limit).await.unwrap();
            assert!(page.len() <= limit);
            assert!(page.iter().all(|(_, stat)| stat.size_bytes == 20));
            let end = page.len() < limit;
            listed.extend(page.into_iter().map(|(name, _)| name));
            if end {
                break;
            }
        }
        assert!(
            listed.iter().eq(names.iter().map(|(name, _)| name)),
            "{limit} at a time: {listed:?}"
        );
    }
    for (name, _) in &names {
        remove(store, name).await;
    }
}

async fn deletes(store: &dyn Objects) {
    let (name, bytes) = file(5, 100, ObjectKind::Png);
    assert!(
        !store.delete(&name, now_ms() + HOUR_MS).await.unwrap(),
        "nothing was deleted"
    );
    store
        .put(&name, bytes.clone(), Durability::Soon)
        .await
        .unwrap();
    assert!(
        !store.delete(&name, now_ms() - HOUR_MS).await.unwrap(),
        "a file that was put since was deleted"
    );
    assert_eq!(store.get(&name).await.unwrap(), Some(bytes));
    remove(store, &name).await;
    assert!(!store.delete(&name, now_ms() + HOUR_MS).await.unwrap());
}
