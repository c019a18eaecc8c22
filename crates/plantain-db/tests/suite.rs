//! SQLite under the suite that every database passes.

use plantain_db::{MemoryDocuments, Sqlite};
use plantain_store::{Keys, Scope, Scopes};
use plantain_testkit::suites;

#[tokio::test]
async fn in_memory() {
    let db = Sqlite::in_memory().await.unwrap();
    suites::keys(&db).await;
}

#[tokio::test]
async fn in_a_file_that_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plantain.db");
    let db = Sqlite::open(&path).await.unwrap();
    suites::keys(&db).await;
    let before = db.list().await.unwrap();
    db.close().await;

    let again = Sqlite::open(&path).await.unwrap();
    assert_eq!(again.list().await.unwrap(), before);
    assert!(before[0].scopes == Scopes::new([Scope::Images]));
}

#[tokio::test]
async fn a_second_process_sees_new_keys_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plantain.db");
    let server = Sqlite::open(&path).await.unwrap();
    let command = Sqlite::open(&path).await.unwrap();
    assert!(!server.any().await.unwrap());
    command
        .insert(&suites::key("key_1", "plt_aaaaaaaa"))
        .await
        .unwrap();
    assert!(server.any().await.unwrap());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_an_error() {
    let missing = std::path::Path::new("/nonexistent/folder/plantain.db");
    assert!(Sqlite::open(missing).await.is_err());
}

#[tokio::test]
async fn documents_in_memory() {
    suites::documents(&MemoryDocuments::new()).await;
}
