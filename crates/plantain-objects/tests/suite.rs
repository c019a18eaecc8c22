//! Every variant under the suite that all stores of objects pass.

use std::path::Path;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use plantain_objects::{LocalFolder, Memory};
use plantain_store::{Durability, ObjectKind, Objects};
use plantain_testkit::suites;

#[tokio::test]
async fn memory() {
    let store = Memory::new();
    suites::objects(&store).await;
    assert!(store.is_empty());
}

#[tokio::test]
async fn local_folder_makes_itself_and_leaves_no_parts() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("outputs");
    let store = LocalFolder::new(&root);
    suites::objects(&store).await;
    assert_eq!(files_below(&root), Vec::<String>::new());

    let (name, bytes) = suites::file(1, 10, ObjectKind::Png);
    store.put(&name, bytes, Durability::Disk).await.unwrap();
    let digest = name.digest();
    let expected = format!("{}/{}/{name}", &digest[..2], &digest[2..4]);
    assert_eq!(files_below(&root), [expected]);
}

#[tokio::test]
async fn what_is_not_ours_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let (name, bytes) = suites::file(1, 10, ObjectKind::Png);
    let store = LocalFolder::new(folder.path());
    store.put(&name, bytes, Durability::Soon).await.unwrap();
    let shelf = folder.path().join(&name.digest()[..2]);
    for stray in ["README", "ab", "parts/x.part"] {
        std::fs::write(folder.path().join(stray), "stray").unwrap();
    }
    std::fs::write(shelf.join("stray.png"), "stray").unwrap();
    std::fs::write(shelf.join(&name.digest()[2..4]).join("notes.txt"), "stray").unwrap();
    let listed = store.list(None, 10).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].0, name);
}

#[tokio::test]
async fn a_file_that_was_cut_off_is_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let (name, bytes) = suites::file(1, 10_000, ObjectKind::Png);
    let store = LocalFolder::new(folder.path());
    store
        .put(&name, bytes.clone(), Durability::Soon)
        .await
        .unwrap();
    let path = folder.path().join(&files_below(folder.path())[0]);
    std::fs::write(path, &bytes[..100]).unwrap();
    store
        .put(&name, bytes.clone(), Durability::Soon)
        .await
        .unwrap();
    assert_eq!(store.get(&name).await.unwrap(), Some(bytes));
}

#[tokio::test]
async fn putting_again_keeps_a_file_from_being_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let (name, bytes) = suites::file(1, 100, ObjectKind::Png);
    let store = LocalFolder::new(folder.path());
    store
        .put(&name, bytes.clone(), Durability::Soon)
        .await
        .unwrap();
    let path = folder.path().join(&files_below(folder.path())[0]);
    let old = SystemTime::now() - Duration::from_secs(7_200);
    std::fs::File::open(&path)
        .unwrap()
        .set_modified(old)
        .unwrap();
    let stat = store.stat(&name).await.unwrap().unwrap();
    store.put(&name, bytes, Durability::Soon).await.unwrap();
    assert!(
        !store
            .delete(&name, stat.stored_ms + 3_600_000)
            .await
            .unwrap()
    );
    assert!(path.exists());
}

#[tokio::test]
async fn parts_of_the_killed_are_swept_and_those_of_the_living_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let store = LocalFolder::new(folder.path());
    let mut living = store
        .upload(ObjectKind::Png, 100, Durability::Soon)
        .await
        .unwrap();
    living.write(Bytes::from_static(b"begun")).await.unwrap();
    let killed = folder.path().join("parts/1-0.part");
    std::fs::write(&killed, "half a fi").unwrap();
    let old = SystemTime::now() - Duration::from_secs(7_200);
    std::fs::File::open(&killed)
        .unwrap()
        .set_modified(old)
        .unwrap();
    let hour_ago = SystemTime::now() - Duration::from_secs(3_600);
    let hour_ago = hour_ago.duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let hour_ago_ms = hour_ago.as_millis().try_into().unwrap();
    assert_eq!(store.remove_stale_parts(hour_ago_ms).await.unwrap(), 1);
    assert!(!killed.exists());
    let (name, _) = living.finish().await.unwrap();
    assert_eq!(
        store.get(&name).await.unwrap(),
        Some(Bytes::from_static(b"begun"))
    );
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_an_error_that_can_pass() {
    let store = LocalFolder::new("/proc/nothing");
    let (name, bytes) = suites::file(1, 10, ObjectKind::Png);
    let put = store.put(&name, bytes, Durability::Soon).await;
    assert!(put.unwrap_err().is_retryable());
    let upload = store.upload(ObjectKind::Png, 10, Durability::Soon).await;
    assert!(upload.err().unwrap().is_retryable());
}

/// Returns the paths of all files below a folder, from there, in order.
fn files_below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path.strip_prefix(root).unwrap();
                found.push(path.to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}
