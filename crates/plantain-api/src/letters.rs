//! Webhooks: what is written to clients when a task has ended, in the dialect that it came in.

use std::time::Duration;

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use plantain_app::Hook;
use plantain_core::{Error, Id};
use plantain_store::{Letter, MessageRecord, Micro, RemoteError, TaskRecord};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::Sha256;

use crate::Server;
use crate::protocols::{evolink, fal, native, replicate};
use crate::time::rfc3339;

/// Longest address, characters.
const URL_CHARS_MAX: usize = 2048;
/// Waiting times of our own webhooks, seconds: the schedule that the Standard Webhooks specification recommends.
const STANDARD_SCHEDULE: &[u32] = &[5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
/// Evolink's: 1, 2 and 4 seconds after a failure, and no more.
const EVOLINK_SCHEDULE: &[u32] = &[1, 2, 4];
/// fal's: ten more attempts within two hours.
const FAL_SCHEDULE: &[u32] = &[5, 15, 45, 120, 300, 600, 900, 1_200, 1_800, 2_100];
/// Replicate's: a few more within about a minute.
const REPLICATE_SCHEDULE: &[u32] = &[2, 4, 8, 16, 32];
/// How long a receiver may take.
const STANDARD_TIME_MAX: Duration = Duration::from_secs(15);
const EVOLINK_TIME_MAX: Duration = Duration::from_secs(10);
/// Event of our own webhooks.
const EVENT: &str = "task.ended";
const ALERT_EVENT: &str = "budget.alert";
/// Event of a trial.
const TRIAL: &str = "webhook.test";

/// Dialects of webhooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    Native,
    Evolink,
    Fal,
    /// Ours, about a budget.
    Alert,
    Replicate,
    /// A prediction that begins.
    ReplicateStart,
}

/// What is remembered of a webhook until it is sent.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    form: Form,
    /// Under which address the client reached the server, for links.
    host: Option<String>,
    /// What an alert says ([`plantain_store::BudgetAlert::form_json`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<StoredAlert>,
}

/// A share of a budget that was passed. Amounts are in micro-units.
#[derive(Debug, Serialize, Deserialize)]
struct StoredAlert {
    budget: String,
    subject: String,
    period: String,
    start_ms: i64,
    percent: u32,
    limit: i64,
    used: i64,
}

impl Server {
    /// Returns the webhook to be sent to `url`, or an error that names `field`.
    pub(crate) fn hook(
        &self,
        form: Form,
        field: &'static str,
        url: &str,
        headers: &HeaderMap,
    ) -> Result<Hook, Error> {
        if url.chars().count() > URL_CHARS_MAX {
            let remedy = format!("must have at most {URL_CHARS_MAX} characters");
            return Err(Error::invalid("invalid_webhook", field, url, remedy));
        }
        if let Err(RemoteError::Refused(why) | RemoteError::Failed(why)) =
            self.app.remote.check_post(url)
        {
            let remedy = format!("must be an https address on the public internet: {why}");
            return Err(Error::invalid("invalid_webhook", field, url, remedy));
        }
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        let stored = Stored {
            form,
            host: host.map(str::to_owned),
            alert: None,
        };
        Ok(Hook {
            url: url.to_owned(),
            form_json: serde_json::to_string(&stored)
                .map_err(Error::internal)?
                .into(),
        })
    }

    /// Returns the letter about a task that has ended, or about a budget.
    pub async fn letter(
        &self,
        message: &MessageRecord,
        task: Option<&TaskRecord>,
    ) -> Result<Letter, Error> {
        let stored = stored(message)?;
        if let Some(alert) = stored.alert {
            return self.alert(message, &alert).await;
        }
        let task = task.ok_or_else(|| Error::internal("the task of a message is gone"))?;
        let mut headers = HeaderMap::new();
        if let Some(host) = stored.host.and_then(|host| host.parse().ok()) {
            headers.insert(header::HOST, host);
        }
        match stored.form {
            Form::Evolink => {
                let body = evolink::tasks::describe(self, task, &headers).await?;
                Ok(Letter {
                    headers: vec![json_type()],
                    body: serde_json::to_vec(&body).map_err(Error::internal)?.into(),
                    time_max: EVOLINK_TIME_MAX,
                })
            }
            Form::Fal => {
                let body = fal::webhooks::told(self, task, &headers).await?;
                let mut headers = vec![json_type()];
                headers.extend(fal::webhooks::sign(self, message, &body)?);
                Ok(Letter {
                    headers,
                    body: body.into(),
                    time_max: STANDARD_TIME_MAX,
                })
            }
            form @ (Form::Replicate | Form::ReplicateStart) => {
                let starts = form == Form::ReplicateStart;
                let body = replicate::webhooks::told(self, task, &headers, starts).await?;
                self.signed(&message.id, &message.owner, &body).await
            }
            Form::Native | Form::Alert => {
                let data = native::tasks::describe(self, task, &headers).await?;
                let finished_s = task.finished_ms.unwrap_or_default() / 1000;
                let body = json!({"type": EVENT, "timestamp": finished_s, "data": data});
                self.signed(&message.id, &message.owner, &body).await
            }
        }
    }

    async fn alert(&self, message: &MessageRecord, alert: &StoredAlert) -> Result<Letter, Error> {
        let data = json!({
            "budget": alert.budget,
            "subject": alert.subject,
            "period": alert.period,
            "period_start": rfc3339(alert.start_ms),
            "percent": alert.percent,
            "limit": Micro(alert.limit).to_string(),
            "used": Micro(alert.used).to_string(),
        });
        let at_s = message.created_ms / 1000;
        let body = json!({"type": ALERT_EVENT, "timestamp": at_s, "data": data});
        self.signed(&message.id, &message.owner, &body).await
    }

    /// Returns a letter of ours with its signature.
    async fn signed(&self, id: &Id, owner: &str, body: &impl Serialize) -> Result<Letter, Error> {
        let body = serde_json::to_vec(body).map_err(Error::internal)?;
        let mut headers = vec![json_type()];
        headers.extend(self.sign(id, owner, &body).await?);
        Ok(Letter {
            headers,
            body: body.into(),
            time_max: STANDARD_TIME_MAX,
        })
    }

    /// Returns a letter that receivers can be tried with.
    pub(crate) async fn trial_letter(&self, owner: &str) -> Result<Letter, Error> {
        let random = self.app.world.random();
        let id = Id::new("msg", std::array::from_fn(|index| random[index]));
        let now_s = self.app.world.now_ms() / 1000;
        let data = json!({"message": "This is a trial; there is nothing to do."});
        let body = json!({"type": TRIAL, "timestamp": now_s, "data": data});
        self.signed(&id, owner, &body).await
    }

    /// Signs as the Standard Webhooks specification says: HMAC-SHA256 over id, time and body. While a secret is being
    /// replaced, there is a signature by each.
    async fn sign(
        &self,
        id: &Id,
        owner: &str,
        body: &[u8],
    ) -> Result<[(String, String); 3], Error> {
        let now_ms = self.app.world.now_ms();
        let now_s = now_ms / 1000;
        let current = self.app.tasks.record().hook_secret(owner).await?;
        let mut signatures = vec![self.signature((owner, current.generation), id, now_s, body)];
        if let Some(former) = current.generation.checked_sub(1)
            && now_ms < current.former_until_ms
        {
            signatures.push(self.signature((owner, former), id, now_s, body));
        }
        Ok([
            ("webhook-id".to_owned(), id.to_string()),
            ("webhook-timestamp".to_owned(), now_s.to_string()),
            ("webhook-signature".to_owned(), signatures.join(" ")),
        ])
    }

    fn signature(
        &self,
        (owner, generation): (&str, u32),
        id: &Id,
        now_s: i64,
        body: &[u8],
    ) -> String {
        let key = self.hook_key(owner, generation);
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("HMAC takes keys of any length");
        mac.update(format!("{id}.{now_s}.").as_bytes());
        mac.update(body);
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    }

    /// Returns what an owner's webhooks are signed with: made from the server's secret, so that it need not be kept.
    fn hook_key(&self, owner: &str, generation: u32) -> [u8; 32] {
        let purpose = match generation {
            0 => format!("webhooks\n{owner}"),
            later => format!("webhooks\n{owner}\n{later}"),
        };
        self.app.outputs.derived_secret(&purpose)
    }

    /// Returns the secret as receivers' libraries take it.
    pub(crate) fn hook_secret(&self, owner: &str, generation: u32) -> String {
        format!(
            "whsec_{}",
            STANDARD.encode(self.hook_key(owner, generation))
        )
    }
}

/// Returns the waiting times between attempts, seconds.
pub fn schedule(message: &MessageRecord) -> &'static [u32] {
    match stored(message).map(|stored| stored.form) {
        Ok(Form::Evolink) => EVOLINK_SCHEDULE,
        Ok(Form::Fal) => FAL_SCHEDULE,
        Ok(Form::Replicate | Form::ReplicateStart) => REPLICATE_SCHEDULE,
        Ok(Form::Native | Form::Alert) | Err(_) => STANDARD_SCHEDULE,
    }
}

fn stored(message: &MessageRecord) -> Result<Stored, Error> {
    serde_json::from_str(&message.form_json).map_err(Error::internal)
}

fn json_type() -> (String, String) {
    ("content-type".to_owned(), "application/json".to_owned())
}
