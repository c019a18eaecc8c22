//! Both variants under the suite that every store of objects passes.

use bytes::Bytes;
use plantain_core::OutputFormat;
use plantain_objects::{LocalFolder, Memory};
use plantain_store::{ObjectName, Objects};
use plantain_testkit::suites;

#[tokio::test]
async fn memory() {
    let store = Memory::new();
    suites::objects(&store).await;
    assert_eq!(store.len(), 2);
}

#[tokio::test]
async fn local_folder_makes_itself_and_leaves_no_parts() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("outputs");
    let store = LocalFolder::new(&root);
    suites::objects(&store).await;
    let shelf = root.join("01").join("01");
    let mut names: Vec<_> = std::fs::read_dir(shelf)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let digest = "01".repeat(32);
    assert_eq!(names, [format!("{digest}.png"), format!("{digest}.webp")]);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_an_error() {
    let store = LocalFolder::new("/proc/nothing");
    let name = ObjectName::new([2; 32], OutputFormat::Png);
    assert!(store.put(&name, Bytes::from_static(b"x")).await.is_err());
}
