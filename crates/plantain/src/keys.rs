//! `plantain keys`.

use plantain_app::{NewKey, SystemWorld, World, mint_key};
use plantain_core::{Error, ErrorKind};
use plantain_db::Database;
use plantain_store::{KeyRecord, Keys, Scopes, StoreError};
use serde_json::{Value, json};

use crate::cli::{CreateKeyArgs, DataArgs, KeysArgs, KeysCommand, ListKeysArgs, RevokeKeyArgs};
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::{screen, small_runtime};

const DAY_MS: i64 = 86_400_000;

pub fn run(args: KeysArgs) -> Result<(), Failure> {
    let runtime = small_runtime()?;
    match args.command {
        KeysCommand::Create(args) => runtime.block_on(create(args)),
        KeysCommand::List(args) => runtime.block_on(list(args)),
        KeysCommand::Revoke(args) => runtime.block_on(revoke(args)),
    }
}

async fn create(args: CreateKeyArgs) -> Result<(), Failure> {
    let world = SystemWorld;
    if args.name.trim().is_empty() {
        return Err(Error::missing("--name", "say what you call the key").into());
    }
    let new = NewKey {
        name: args.name,
        scopes: Scopes::parse("--scopes", &args.scopes)?,
        expires_ms: args
            .expires_days
            .map(|days| world.now_ms() + i64::from(days) * DAY_MS),
    };
    let (record, secret) = mint_key(new, &world);
    let database = open(&args.data).await?;
    database.insert(&record).await.map_err(stored)?;
    database.close().await;
    if args.json {
        let mut key = describe(&record);
        key["key"] = secret.into();
        return screen::json(&key);
    }
    // The key alone goes to standard output, so that `KEY=$(plantain keys create --name x)` works.
    eprintln!(
        "Made {} ({}). This is the key; it is shown once:",
        record.id, record.name
    );
    screen::line(secret)
}

async fn list(args: ListKeysArgs) -> Result<(), Failure> {
    let records = if DataDir::of(&args.data).exists() {
        let database = open(&args.data).await?;
        database.list().await.map_err(stored)?
    } else {
        Vec::new()
    };
    if args.json {
        let keys: Vec<_> = records.iter().map(describe).collect();
        return screen::json(&json!({ "keys": keys }));
    }
    if records.is_empty() {
        return screen::line("There are no keys; `plantain keys create --name NAME` makes one.");
    }
    let now_ms = SystemWorld.now_ms();
    for record in records {
        let state = match (record.revoked_ms, record.is_live(now_ms)) {
            (Some(_), _) => "revoked",
            (None, false) => "expired",
            (None, true) => "live",
        };
        screen::line(format_args!(
            "{}  {}…  {:7}  {:12}  {}",
            record.id, record.prefix, state, record.scopes, record.name
        ))?;
    }
    Ok(())
}

async fn revoke(args: RevokeKeyArgs) -> Result<(), Failure> {
    let known = DataDir::of(&args.data).exists();
    let revoked = known && {
        let database = open(&args.data).await?;
        let now_ms = SystemWorld.now_ms();
        let revoked = database.revoke(&args.key, now_ms).await.map_err(stored)?;
        database.close().await;
        revoked
    };
    if !revoked {
        let message = format!(
            "No live key is called {:?}; `plantain keys list` shows them.",
            args.key
        );
        return Err(Error::new(ErrorKind::NotFound, "unknown_key", message).into());
    }
    if args.json {
        return screen::json(&json!({"revoked": args.key}));
    }
    screen::line(format_args!("Revoked {}.", args.key))
}

async fn open(args: &DataArgs) -> Result<Database, Failure> {
    DataDir::of(args).open_database().await
}

fn describe(record: &KeyRecord) -> Value {
    json!({
        "id": record.id.as_str(),
        "name": record.name,
        "prefix": record.prefix,
        "scopes": record.scopes.to_string(),
        "created_ms": record.created_ms,
        "expires_ms": record.expires_ms,
        "revoked_ms": record.revoked_ms,
    })
}

fn stored(error: StoreError) -> Failure {
    Failure::Machine(error.to_string())
}
