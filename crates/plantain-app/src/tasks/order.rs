//! What a protocol orders, and how it becomes a task.

use std::sync::Arc;

use bytes::Bytes;
use plantain_core::{Error, ErrorKind, Id, ImageRequest, Seed, TraceContext};
use plantain_store::{Idempotency, Micro, NewMessage, NewTask, ObjectName, Subject, Submitted};
use sha2::{Digest, Sha256};

use super::{Start, stored};
use crate::world::random_bytes;
use crate::{Caller, World};

/// Longest idempotency key, bytes.
const IDEMPOTENCY_BYTES_MAX: usize = 255;
/// Most tags of a task, and the longest of them.
const TAGS_MAX: usize = 16;
const TAG_CHARS_MAX: usize = 64;

/// A request with who asks and on which terms.
#[derive(Debug, Clone)]
pub struct Order {
    pub caller: Caller,
    /// The dialect it came in ("gemini").
    pub protocol: &'static str,
    pub request: ImageRequest,
    pub terms: Terms,
}

/// What a client may say about a task beside what is to be drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Terms {
    /// What the protocol wants to remember for its replies; JSON.
    pub client_json: Option<Arc<str>>,
    pub tags: Vec<String>,
    /// Lower goes first; 0 is normal.
    pub priority: i64,
    pub idempotency_key: Option<String>,
    pub hook: Option<Hook>,
    pub session: Option<Id>,
    /// Milliseconds from now within which it must have begun.
    pub start_within_ms: Option<i64>,
    /// Most milliseconds that one attempt may run.
    pub run_ms_max: Option<i64>,
    /// Where the request stands in its trace.
    pub trace: Option<TraceContext>,
}

/// Where to send word when the task has ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Hook {
    pub url: String,
    /// The dialect and its choices, for whoever writes the message; JSON.
    pub form_json: Arc<str>,
}

/// An order that is ready to be stored.
pub(super) struct Prepared {
    pub task: NewTask,
    /// With its seed settled.
    pub request: ImageRequest,
    /// To be stored before the task is.
    pub files: Vec<(ObjectName, Bytes)>,
}

impl Order {
    /// Returns an order on ordinary terms.
    pub fn new(caller: Caller, protocol: &'static str, request: ImageRequest) -> Self {
        Self {
            caller,
            protocol,
            request,
            terms: Terms::default(),
        }
    }

    /// Returns the order on other terms.
    #[must_use]
    pub fn on(self, terms: Terms) -> Self {
        Self { terms, ..self }
    }

    /// Settles the seed and everything else that a task is made of.
    pub(super) fn into_task(
        self,
        world: &dyn World,
        price: Micro,
        start: Start,
    ) -> Result<Prepared, Error> {
        let Self {
            caller,
            protocol,
            mut request,
            terms,
        } = self;
        let (lease, running_max) = match start {
            Start::Now(lease) => (Some(lease), None),
            Start::Later { running_max } => (None, running_max),
        };
        let tags = check_tags(terms.tags)?;
        let chosen = request.seed;
        let seed = chosen.unwrap_or_else(|| Seed::from_random(random_bytes(world)));
        request.seed = Some(seed);
        let (mut form, files) = stored::store(&request, seed);
        form.seed_chosen = chosen.is_some();
        let request_json = serde_json::to_string(&form).map_err(Error::internal)?;
        let idempotency = terms
            .idempotency_key
            .map(|key| promise(key, protocol, &request, chosen))
            .transpose()?;
        let now_ms = world.now_ms();
        let mut payers = Vec::new();
        payers.extend(caller.grant.team.clone().map(Subject::Team));
        payers.extend(caller.key_id.clone().map(Subject::Key));
        let hook = terms.hook.map(|hook| NewMessage {
            id: Id::new("msg", random_bytes(world)),
            url: hook.url,
            form_json: hook.form_json,
        });
        let task = NewTask {
            id: Id::new("task", random_bytes(world)),
            owner: caller.owner().to_owned(),
            team: caller.grant.team.clone(),
            protocol: protocol.to_owned(),
            operation: form.operation().to_owned(),
            model: request.model.as_str().to_owned(),
            priority: terms.priority,
            created_ms: now_ms,
            start_by_ms: terms.start_within_ms.map(|ms| now_ms.saturating_add(ms)),
            run_ms_max: terms.run_ms_max,
            request_json: request_json.into(),
            client_json: terms.client_json,
            tags,
            session: terms.session,
            price,
            payers,
            idempotency,
            lease,
            webhook: hook,
            running_max,
            alerts_to: None,
            trace: terms.trace,
        };
        let files = files.into_iter().map(|(name, bytes)| {
            let name = ObjectName::parse(&name)
                .ok_or_else(|| Error::internal(format_args!("{name:?} is no name for a file")))?;
            Ok((name, bytes))
        });
        Ok(Prepared {
            task,
            request,
            files: files.collect::<Result<_, Error>>()?,
        })
    }
}

/// Returns the client's promise. A seed that we chose is not part of what was asked.
fn promise(
    key: String,
    protocol: &str,
    request: &ImageRequest,
    chosen: Option<Seed>,
) -> Result<Idempotency, Error> {
    if key.is_empty() || key.len() > IDEMPOTENCY_BYTES_MAX {
        return Err(Error::invalid(
            "invalid_idempotency_key",
            "Idempotency-Key",
            key,
            format_args!("must have 1 to {IDEMPOTENCY_BYTES_MAX} bytes"),
        ));
    }
    let (asked, _) = stored::store(request, chosen.unwrap_or(Seed(0)));
    let mut hash = Sha256::new();
    hash.update(protocol);
    hash.update([u8::from(chosen.is_some())]);
    hash.update(serde_json::to_vec(&asked).map_err(Error::internal)?);
    Ok(Idempotency {
        key,
        request_sha256: hash.finalize().into(),
    })
}

fn check_tags(mut tags: Vec<String>) -> Result<Vec<String>, Error> {
    let bad = |tag: &String| {
        tag.is_empty() || tag.chars().count() > TAG_CHARS_MAX || tag.chars().any(char::is_control)
    };
    if let Some(tag) = tags.iter().find(|tag| bad(tag)) {
        return Err(Error::invalid(
            "invalid_tag",
            "tags",
            tag,
            format_args!("must have 1 to {TAG_CHARS_MAX} characters on one line"),
        ));
    }
    tags.sort();
    tags.dedup();
    if tags.len() > TAGS_MAX {
        return Err(Error::invalid(
            "too_many_tags",
            "tags",
            tags.len(),
            format_args!("must be at most {TAGS_MAX} tags"),
        ));
    }
    Ok(tags)
}

/// Returns the error for a task that was not stored.
pub(super) fn refusal(refused: Submitted, price: Micro) -> Error {
    match refused {
        Submitted::Different(id) => Error::new(
            ErrorKind::Conflict,
            "idempotency_conflict",
            format!(
                "This Idempotency-Key was used for another request (task {id}); use a new key for a new request."
            ),
        )
        .with_field("Idempotency-Key"),
        Submitted::OverBudget {
            subject,
            limit,
            used,
        } => Error::new(
            ErrorKind::Payment,
            "budget_exceeded",
            format!(
                "The budget of {subject} is {limit}, of which {used} is spent or held, and this request costs {price}; wait for the next period or have the owner raise it."
            ),
        ),
        Submitted::NoCredit { subject, balance } => Error::new(
            ErrorKind::Payment,
            "no_credit",
            format!(
                "The credit of {subject} is {balance} and this request costs {price}; have it topped up."
            ),
        ),
        Submitted::New(_) | Submitted::Same(_) => Error::internal("a task was stored and refused"),
    }
}
