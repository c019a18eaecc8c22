//! `plantain forget`.

use std::sync::Arc;

use plantain_app::{Forgetting, Forgotten, Retention, RetentionConfig, SystemWorld};
use plantain_core::Id;
use serde_json::json;

use crate::cli::ForgetArgs;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::objects::Place;
use crate::{screen, small_runtime};

pub fn run(args: ForgetArgs) -> Result<(), Failure> {
    small_runtime()?.block_on(forget(args))
}

async fn forget(args: ForgetArgs) -> Result<(), Failure> {
    let data = DataDir::of(&args.data);
    if !data.exists() {
        let path = data.database();
        let remedy = "name the server's data folder with --data-dir";
        return Err(Failure::machine(
            path.display(),
            format_args!("it is not there; {remedy}"),
        ));
    }
    let database = data.open_database().await?;
    let retention = Retention::new(
        Place::find(&args.objects, &data)?.open()?,
        Arc::new(database.clone()),
        RetentionConfig::default(),
        Arc::new(SystemWorld),
    );
    let forgetting = Forgetting {
        record: Arc::new(database.clone()),
        documents: Arc::new(database.clone()),
        sessions: Arc::new(database.clone()),
        retention: Arc::new(retention),
        world: Arc::new(SystemWorld),
    };
    let forgotten = match args.session.map(Id::from_stored) {
        Some(session) => forgetting.forget_session(&args.key, &session).await,
        None => forgetting.forget(&args.key).await,
    };
    database.close().await;
    let Forgotten {
        tasks,
        sessions,
        documents,
        files: sweep,
        running,
    } = forgotten?;
    if args.json {
        return screen::json(&json!({
            "tasks": tasks,
            "sessions": sessions,
            "documents": documents,
            "released": sweep.released,
            "deleted": sweep.deleted,
            "waiting": sweep.waiting,
            "running": running,
        }));
    }
    let (released, deleted) = (sweep.released, sweep.deleted);
    screen::line(format_args!(
        "{tasks} tasks, {sessions} sessions, {documents} documents deleted; {released} claims on files given up, {deleted} files deleted"
    ))?;
    if running > 0 {
        screen::line(format_args!(
            "{running} tasks had not stopped yet; call again"
        ))?;
    }
    if sweep.waiting > 0 {
        let waiting = sweep.waiting;
        screen::line(format_args!(
            "{waiting} files were stored just now; the running server deletes them within a quarter of an hour"
        ))?;
    }
    Ok(())
}
