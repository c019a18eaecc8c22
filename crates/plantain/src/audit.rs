//! `plantain audit`.

use plantain_app::audit::{COLUMNS, EventWish, fields};
use plantain_app::export::csv_line;
use plantain_app::{SystemWorld, World};
use plantain_db::Database;
use plantain_store::{Audit, AuditEvent, AuditOutcome, AuditRecord};
use serde_json::{Map, Value};

use crate::cli::{AuditArgs, AuditFormat};
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::{screen, small_runtime};

pub fn run(args: AuditArgs) -> Result<(), Failure> {
    small_runtime()?.block_on(show(args))
}

async fn show(args: AuditArgs) -> Result<(), Failure> {
    let wish = EventWish {
        actor: args.actor,
        action: args.action,
        object: args.object,
        outcome: args.outcome,
        since: args.since,
        until: args.until,
        cursor: None,
        limit: None,
    };
    let mut filter = wish.check()?;
    if args.format == AuditFormat::Csv {
        screen::line(csv_line(&COLUMNS).trim_end())?;
    }
    let data = DataDir::of(&args.data);
    let Some(database) = data.open_existing_database().await? else {
        return Ok(());
    };
    let mut left = args.limit.unwrap_or(usize::MAX);
    while left > 0 {
        let records = database.events(&filter).await;
        let records = records.map_err(|error| Failure::Machine(error.to_string()))?;
        for record in records.iter().take(left) {
            print(record, args.format)?;
        }
        left = left.saturating_sub(records.len());
        match records.last() {
            Some(last) if records.len() == filter.limit as usize => {
                filter.before = Some(last.number)
            }
            _ => break,
        }
    }
    database.close().await;
    Ok(())
}

/// Writes down that somebody with the record in hand changed something.
pub async fn note(
    database: &Database,
    action: &str,
    object: &str,
    reason: &str,
) -> Result<(), Failure> {
    let event = AuditEvent {
        at_ms: SystemWorld.now_ms(),
        actor: "command".to_owned(),
        action: action.to_owned(),
        object: object.to_owned(),
        outcome: AuditOutcome::Done,
        reason: reason.to_owned(),
    };
    let noted = Audit::note(database, &event).await;
    noted.map_err(|error| Failure::Machine(error.to_string()))
}

fn print(record: &AuditRecord, format: AuditFormat) -> Result<(), Failure> {
    let fields = fields(record);
    match format {
        AuditFormat::Csv => screen::line(csv_line(&fields).trim_end()),
        AuditFormat::Text => {
            let [_, time, actor, action, object, outcome, reason] = fields;
            screen::line(format_args!(
                "{time}  {outcome:7}  {action:12}  {actor}  {object}  {reason}"
            ))
        }
        AuditFormat::Json => {
            let pairs = COLUMNS.iter().zip(fields);
            let mut event: Map<_, _> = pairs
                .map(|(name, field)| ((*name).to_owned(), Value::from(field)))
                .collect();
            event.insert("number".to_owned(), record.number.into());
            screen::line(Value::Object(event))
        }
    }
}
