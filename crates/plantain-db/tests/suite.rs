//! Both databases under the suites that every database passes.

use plantain_db::Database;
use plantain_store::{Keys, Scope, Scopes};
use plantain_testkit::{postgres, suites};

/// Runs a suite on SQLite in memory and in a file, and on PostgreSQL, each with an empty database.
macro_rules! suite {
    ($name:ident: $check:path) => {
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn in_memory() {
                let db = plantain_db::Database::in_memory().await.unwrap();
                $check(&db).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn in_a_file() {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("plantain.db");
                let db = plantain_db::Database::open(&path).await.unwrap();
                $check(&db).await;
                db.close().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn in_postgres() {
                let url = plantain_testkit::postgres::database();
                let db = plantain_db::Database::connect(&url).await.unwrap();
                $check(&db).await;
                db.close().await;
            }
        }
    };
}

suite!(keys: plantain_testkit::suites::keys);
suite!(audit: plantain_testkit::suites::audit);
suite!(documents: plantain_testkit::suites::documents);
suite!(object_index: plantain_testkit::suites::object_index);
suite!(sessions: plantain_testkit::suites::sessions);
suite!(life: plantain_testkit::suites::tasks::life);
suite!(leases: plantain_testkit::suites::tasks::leases);
suite!(order: plantain_testkit::suites::tasks::order);
suite!(promises: plantain_testkit::suites::tasks::promises);
suite!(model: plantain_testkit::suites::queue::model);
suite!(lists: plantain_testkit::suites::tasks::lists);
suite!(budgets: plantain_testkit::suites::money::budgets);
suite!(alerts: plantain_testkit::suites::money::alerts);
suite!(credit: plantain_testkit::suites::money::credit);
suite!(usage: plantain_testkit::suites::money::usage);
suite!(crowd: plantain_testkit::suites::tasks::crowd);
suite!(messages: plantain_testkit::suites::tasks::messages);

#[tokio::test]
async fn a_file_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plantain.db");
    let db = Database::open(&path).await.unwrap();
    suites::keys(&db).await;
    let before = db.list().await.unwrap();
    db.close().await;

    let again = Database::open(&path).await.unwrap();
    assert_eq!(again.list().await.unwrap(), before);
    assert!(before[0].scopes == Scopes::new([Scope::Images]));
}

#[tokio::test]
async fn a_second_process_sees_new_keys_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plantain.db");
    let server = Database::open(&path).await.unwrap();
    let command = Database::open(&path).await.unwrap();
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
    assert!(Database::open(missing).await.is_err());
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable_and_says_so() {
    let gone = "postgres://postgres@127.0.0.1:1/nothing?connect_timeout=2";
    let refused = Database::connect(gone)
        .await
        .err()
        .expect("nobody listens on port 1");
    assert!(
        refused.to_string().contains("cannot be reached"),
        "{refused}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn news_reaches_other_processes() {
    use plantain_store::{Durability, Signal, Tasks};
    let url = postgres::database();
    let one = Database::connect(&url).await.unwrap();
    let other = Database::connect(&url).await.unwrap();
    let mut news = other.signals();
    // Whoever listens may still be connecting; the news is told until it is heard.
    let heard = async {
        for n in 0.. {
            let task = suites::tasks::task(&format!("task_{n}"), "a");
            one.submit(&task, Durability::Soon).await.unwrap();
            let wait = std::time::Duration::from_millis(50);
            if let Ok(Ok(signal)) = tokio::time::timeout(wait, news.recv()).await {
                return signal;
            }
        }
        unreachable!("the loop has no end")
    };
    let heard = tokio::time::timeout(std::time::Duration::from_secs(20), heard).await;
    assert_eq!(heard.expect("news within 20 s"), Signal::Queued);
}
