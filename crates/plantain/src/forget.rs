//! `plantain forget`.

use std::sync::Arc;

use plantain_app::{Retention, RetentionConfig, SystemWorld};
use plantain_core::{Error, Id};
use plantain_store::Sessions;
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
        Arc::new(database.clone()),
        RetentionConfig::default(),
        Arc::new(SystemWorld),
    );
    let session = args.session.map(Id::from_stored);
    let sweep = retention.forget(&args.key, session.as_ref()).await;
    let talks = match &session {
        Some(id) => database.forget(&args.key, id.as_str()).await.map(u64::from),
        None => database.forget_all(&args.key).await,
    };
    database.close().await;
    let (sweep, talks) = (sweep?, talks.map_err(Error::from)?);
    if args.json {
        return screen::json(&json!({
            "released": sweep.released,
            "deleted": sweep.deleted,
            "waiting": sweep.waiting,
            "sessions": talks,
        }));
    }
    let (released, deleted) = (sweep.released, sweep.deleted);
    screen::line(format_args!(
        "{released} claims given up, {deleted} files deleted, {talks} sessions forgotten"
    ))?;
    if sweep.waiting > 0 {
        let waiting = sweep.waiting;
        screen::line(format_args!(
            "{waiting} files were stored just now; the running server deletes them within a quarter of an hour"
        ))?;
    }
    Ok(())
}
