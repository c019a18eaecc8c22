//! The audit log: who did what to which, and why.

use std::sync::Arc;

use plantain_core::{Error, ModelId};
use plantain_store::{Audit, AuditEvent, AuditFilter, AuditOutcome, AuditRecord};

use crate::export::{rfc3339, time};
use crate::policy::Finding;
use crate::{Caller, World};

/// Longest object of an event, characters; the names of models come from strangers.
const OBJECT_CHARS_MAX: usize = 200;

/// Writes events down.
pub struct AuditLog {
    store: Arc<dyn Audit>,
    world: Arc<dyn World>,
}

impl AuditLog {
    pub fn new(store: Arc<dyn Audit>, world: Arc<dyn World>) -> Self {
        Self { store, world }
    }

    /// Writes down that a caller changed something. A log that cannot be written is told of in the server's own, and is no
    /// reason to undo what was done.
    pub async fn done(&self, caller: &Caller, action: &str, object: &str, reason: String) {
        self.note(caller.actor(), action, object, AuditOutcome::Done, reason)
            .await;
    }

    /// Writes down what the policy refused.
    pub async fn refused(&self, caller: &Caller, model: &ModelId, error: &Error) {
        let Some(refusal) = &error.refusal else {
            return;
        };
        let outcome = AuditOutcome::Refused;
        let reason = reason(&refusal.rule, refusal.category, refusal.severity);
        self.note(
            caller.actor(),
            "policy.block",
            model.as_str(),
            outcome,
            reason,
        )
        .await;
    }

    /// Writes down what the policy let through and wants looked at.
    pub async fn flagged(&self, caller: &Caller, model: &ModelId, findings: &[Finding]) {
        for finding in findings {
            let outcome = AuditOutcome::Flagged;
            let reason = reason(&finding.rule, finding.category, finding.severity);
            self.note(
                caller.actor(),
                "policy.flag",
                model.as_str(),
                outcome,
                reason,
            )
            .await;
        }
    }

    /// Returns the events that the filter asks for, latest first.
    pub async fn events(&self, filter: &AuditFilter) -> Result<Vec<AuditRecord>, Error> {
        Ok(self.store.events(filter).await?)
    }

    async fn note(
        &self,
        actor: &str,
        action: &str,
        object: &str,
        outcome: AuditOutcome,
        reason: String,
    ) {
        let event = AuditEvent {
            at_ms: self.world.now_ms(),
            actor: actor.to_owned(),
            action: action.to_owned(),
            object: object.chars().take(OBJECT_CHARS_MAX).collect(),
            outcome,
            reason,
        };
        if let Err(error) = self.store.note(&event).await {
            tracing::error!(%error, actor, action, "an event is missing in the audit log");
        }
    }
}

fn reason(
    rule: &str,
    category: Option<plantain_core::Category>,
    severity: plantain_core::Severity,
) -> String {
    match category {
        Some(category) => format!("{rule} ({category}, {severity})"),
        None => rule.to_owned(),
    }
}

/// Most events on a page, and how many when nobody says.
const LIMIT_MAX: u32 = 1_000;
const LIMIT: u32 = 100;

/// Which events are wanted, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventWish {
    pub actor: Option<String>,
    pub action: Option<String>,
    pub object: Option<String>,
    pub outcome: Option<String>,
    /// A day (2026-11-21, UTC) or Unix milliseconds.
    pub since: Option<String>,
    pub until: Option<String>,
    /// The number of the last event of the page before.
    pub cursor: Option<String>,
    pub limit: Option<String>,
}

impl EventWish {
    /// Returns the filter, or an error that names the field that is wrong.
    pub fn check(self) -> Result<AuditFilter, Error> {
        let outcome = self.outcome.as_deref();
        let outcome = outcome.map(|name| AuditOutcome::parse("outcome", name));
        let time = |field, text: Option<String>| text.map(|text| time(field, &text)).transpose();
        let limit = match self.limit.as_deref() {
            None => LIMIT,
            Some(text) => text
                .parse()
                .ok()
                .filter(|limit| (1..=LIMIT_MAX).contains(limit))
                .ok_or_else(|| {
                    let remedy = format!("must be a whole number from 1 to {LIMIT_MAX}");
                    Error::invalid("invalid_limit", "limit", text, remedy)
                })?,
        };
        let before = self.cursor.map(|cursor| {
            cursor.parse().map_err(|_| {
                let remedy = "must be the cursor of the page before";
                Error::invalid("invalid_cursor", "cursor", &cursor, remedy)
            })
        });
        Ok(AuditFilter {
            actor: self.actor,
            action: self.action,
            object: self.object,
            outcome: outcome.transpose()?,
            since_ms: time("since", self.since)?,
            until_ms: time("until", self.until)?,
            before: before.transpose()?,
            limit,
        })
    }
}

/// The columns of an export, in their order.
pub const COLUMNS: [&str; 7] = [
    "number", "time", "actor", "action", "object", "outcome", "reason",
];

/// Returns the fields of an event as [`COLUMNS`] names them; the time in UTC as RFC 3339 writes it.
pub fn fields(record: &AuditRecord) -> [String; 7] {
    let event = &record.event;
    [
        record.number.to_string(),
        rfc3339(event.at_ms),
        event.actor.clone(),
        event.action.clone(),
        event.object.clone(),
        event.outcome.name().to_owned(),
        event.reason.clone(),
    ]
}
