//! `plantain keys`.

use plantain_app::keys::{KeyWish, grace_until_ms};
use plantain_app::{SystemWorld, World, mint_key, mint_secret};
use plantain_core::{Error, ErrorKind};
use plantain_db::Database;
use plantain_store::{KeyRecord, Keys, StoreError};
use serde_json::{Value, json};

use crate::cli::{
    CreateKeyArgs, DataArgs, KeysArgs, KeysCommand, ListKeysArgs, RevokeKeyArgs, RotateKeyArgs,
};
use crate::config::Settings;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::{audit, screen, small_runtime};

pub fn run(args: KeysArgs, settings: &Settings) -> Result<(), Failure> {
    let runtime = small_runtime()?;
    match args.command {
        KeysCommand::Create(args) => runtime.block_on(create(args, settings)),
        KeysCommand::List(args) => runtime.block_on(list(args)),
        KeysCommand::Rotate(args) => runtime.block_on(rotate(args)),
        KeysCommand::Revoke(args) => runtime.block_on(revoke(args)),
    }
}

async fn create(args: CreateKeyArgs, settings: &Settings) -> Result<(), Failure> {
    let world = SystemWorld;
    let wish = KeyWish {
        name: args.name,
        scopes: Some(args.scopes),
        expires_days: args.expires_days.map(i64::from),
        tier: args.tier,
        team: args.team,
        policy: args.policy,
        models: args.models,
        tags: args.tags,
    };
    let new = wish.check(world.now_ms(), &settings.tiers, &settings.policies)?;
    let (record, secret) = mint_key(new, &world);
    let database = open(&args.data).await?;
    database.insert(&record).await.map_err(stored)?;
    audit::note(&database, "key.create", record.id.as_str(), &record.name).await?;
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
    let records = match DataDir::of(&args.data).open_existing_database().await? {
        Some(database) => database.list().await.map_err(stored)?,
        None => Vec::new(),
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
            "{}  {}…  {:7}  {:12}  {:10}  {}",
            record.id,
            record.prefix,
            state,
            record.scopes,
            record.grant.tier.as_deref().unwrap_or("-"),
            record.name
        ))?;
    }
    Ok(())
}

async fn rotate(args: RotateKeyArgs) -> Result<(), Failure> {
    let world = SystemWorld;
    let until_ms = grace_until_ms(world.now_ms(), i64::from(args.grace_hours))?;
    let (kept, secret) = mint_secret(&world);
    let rotated = match DataDir::of(&args.data).open_existing_database().await? {
        Some(database) => {
            let rotated = database.rotate(&args.key, &kept, until_ms).await;
            let rotated = rotated.map_err(stored)?;
            if let Some(record) = &rotated {
                let reason = format!("the secret before it opens for {} h", args.grace_hours);
                audit::note(&database, "key.rotate", record.id.as_str(), &reason).await?;
            }
            database.close().await;
            rotated
        }
        None => None,
    };
    let record = rotated.ok_or_else(|| unknown_key(&args.key))?;
    if args.json {
        let mut key = describe(&record);
        key["key"] = secret.into();
        return screen::json(&key);
    }
    eprintln!(
        "Rotated {} ({}). This is its new secret, shown once; the one before it opens for {} h:",
        record.id, record.name, args.grace_hours
    );
    screen::line(secret)
}

fn unknown_key(key: &str) -> Error {
    let message = format!("No live key is called {key:?}; `plantain keys list` shows them.");
    Error::new(ErrorKind::NotFound, "unknown_key", message)
}

async fn revoke(args: RevokeKeyArgs) -> Result<(), Failure> {
    let revoked = match DataDir::of(&args.data).open_existing_database().await? {
        Some(database) => {
            let now_ms = SystemWorld.now_ms();
            let revoked = database.revoke(&args.key, now_ms).await.map_err(stored)?;
            if revoked {
                audit::note(&database, "key.revoke", &args.key, "").await?;
            }
            database.close().await;
            revoked
        }
        None => false,
    };
    if !revoked {
        return Err(unknown_key(&args.key).into());
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
        "tier": record.grant.tier,
        "team": record.grant.team,
        "policy": record.grant.policy,
        "models": record.grant.models,
        "tags": record.grant.tags,
        "former_until_ms": record.former.as_ref().map(|former| former.until_ms),
    })
}

fn stored(error: StoreError) -> Failure {
    Failure::Machine(error.to_string())
}
