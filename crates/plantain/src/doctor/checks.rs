//! What stands behind the server: record, limiter, classifier.

use std::time::Duration;

use plantain_app::{SystemWorld, Tiers, World};
use plantain_db::Database;
use plantain_engine::Classifier;
use plantain_limits::Redis;
use plantain_moderation::{Moderation, ModerationConfig};
use plantain_store::{Limiter, Money, Outbox, TaskFilter, Tasks};

use super::Finding;
use crate::cli::SegmenterArgs;
use crate::config::ClassifierSettings;
use crate::data_dir::DataDir;

/// How far the newest task may lie ahead of the clock.
const AHEAD_MS_MAX: i64 = 60_000;

/// Reads the record: is it whole, do the books agree with the tasks, does anything hang?
pub async fn database(data: &DataDir) -> Finding {
    if !data.exists() {
        return Ok("made on first start".into());
    }
    let database = data.open_database().await.map_err(|failure| {
        let why = failure.message();
        format!("it does not open: {why}; is its server there, and is the URL right?")
    })?;
    let found = look(&database).await;
    database.close().await;
    found
}

async fn look(database: &Database) -> Finding {
    let failed = |error: plantain_store::StoreError| {
        format!("it does not answer: {error}; look at its own log")
    };
    if let Some(path) = database.path() {
        plantain_db::check(path).map_err(|error| {
            format!("{error}; stop the server and bring back a backup with `plantain restore`")
        })?;
    }
    let books = database.reckon().await.map_err(failed)?;
    if !books.agrees() {
        return Err(format!(
            "the books do not agree: the ledger charged {} and holds {}, the tasks say {} and {}; please report it with `plantain usage`",
            books.ledger_settled, books.ledger_held, books.tasks_charged, books.tasks_held
        ));
    }
    let newest = TaskFilter {
        limit: 1,
        ..TaskFilter::default()
    };
    let newest = database.list(&newest).await.map_err(failed)?;
    let now_ms = SystemWorld.now_ms();
    if let Some(task) = newest.first()
        && task.created_ms > now_ms + AHEAD_MS_MAX
    {
        let ahead_s = (task.created_ms - now_ms) / 1000;
        return Err(format!(
            "the newest task was stored {ahead_s} s from now; the clock was set back, or those of your machines differ"
        ));
    }
    let depth = database.depth().await.map_err(failed)?;
    let (pending, _) = database.lag().await.map_err(failed)?;
    Ok(format!(
        "{}, its tables up to date, the books agree; {} tasks wait, {} run, {pending} webhooks to be sent",
        database.kind(),
        depth.queued,
        depth.running
    ))
}

pub async fn redis(url: Option<&str>) -> Finding {
    let Some(url) = url.filter(|url| !url.is_empty()) else {
        return Ok("none; each server counts limits for itself".into());
    };
    let wrong = |error: plantain_store::StoreError| {
        format!("{error}; check --redis and that its server runs, or see [limits] on_failure")
    };
    let redis = Redis::new(url, "plantain:doctor:").map_err(wrong)?;
    redis.ping().await.map_err(wrong)?;
    Ok("it answers".into())
}

pub fn tiers(tiers: &Tiers) -> String {
    let name = match tiers.of(None) {
        Ok((name, _)) => name,
        Err(_) => "none",
    };
    format!("settings are valid; keys without a tier have {name:?}")
}

/// Has a harmless sentence judged.
pub async fn classifier(settings: Option<ClassifierSettings>) -> Finding {
    let Some(settings) = settings else {
        return Ok("none; the built-in rules judge".into());
    };
    let wrong = |why: String| {
        format!("{why}; check [classifier] and PLANTAIN_CLASSIFIER_KEY, or see its on_failure")
    };
    let moderation = Moderation::new(ModerationConfig {
        url: settings.url,
        model: settings.model,
        key: std::env::var("PLANTAIN_CLASSIFIER_KEY")
            .ok()
            .filter(|key| !key.is_empty()),
        timeout: Duration::from_millis(settings.timeout_ms),
    })
    .map_err(wrong)?;
    let scores = moderation
        .classify("a bowl of pears")
        .await
        .map_err(wrong)?;
    Ok(format!(
        "{} answers with {} scores",
        moderation.name(),
        scores.len()
    ))
}

/// Reads the segmenter and runs it once.
pub fn segmenter(args: &SegmenterArgs) -> Finding {
    match crate::segmenter::open(args) {
        Ok(Some(opened)) => Ok(opened.about),
        Ok(None) => Ok("none; subjects are found by the pixels alone".into()),
        Err(failure) => Err(failure.message()),
    }
}
