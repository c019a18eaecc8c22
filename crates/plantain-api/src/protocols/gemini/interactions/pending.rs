//! Interactions that are drawn in the background. Each waits for a task, and whoever asks for the interaction once that has
//! ended finishes it, in whatever process.

use plantain_app::Caller;
use plantain_core::Error;

use super::from_wire::Keeping;
use super::kept::{self, Interaction, Outcome, Pending};
use super::wire::Problem;
use crate::Server;
use crate::behind::{self, Deferred, Standing};
use crate::records::Record;

impl Deferred for Interaction {
    fn task(&self) -> Option<&str> {
        self.pending.as_ref().map(|pending| pending.task.as_str())
    }

    async fn get(server: &Server, caller: &Caller, id: &str) -> Result<Record<Self>, Error> {
        let record = kept::find(server, caller.owner(), id).await?;
        match record.body.pending.clone() {
            Some(pending) => settle(server, caller, record, pending).await,
            None => Ok(record),
        }
    }
}

async fn settle(
    server: &Server,
    caller: &Caller,
    mut record: Record<Interaction>,
    pending: Pending,
) -> Result<Record<Interaction>, Error> {
    let standing = match behind::task(server, caller, &pending.task).await? {
        Some(task) => behind::standing(server, &task).await?,
        None => Standing::Failed(behind::gone()),
    };
    let outcome = match standing {
        Standing::Queued | Standing::Running => return Ok(record),
        Standing::Cancelled => Outcome::Cancelled,
        Standing::Failed(error) => failed(&error),
        Standing::Drawn(drawn) => {
            let keeping = Keeping {
                by_uri: pending.by_uri,
                store: true,
            };
            let owner = caller.owner();
            let (outcome, _) =
                kept::drawn(server, owner, &drawn, &pending.narration, keeping).await?;
            outcome
        }
    };
    record.body.end(outcome, server.app.world.now_ms());
    kept::save(server, caller.owner(), &record).await?;
    Ok(record)
}

/// Returns what becomes of an interaction that could not be drawn.
pub fn failed(error: &Error) -> Outcome {
    Outcome::Failed {
        problem: Problem {
            code: error.code.to_owned(),
            message: error.message.to_string(),
        },
    }
}
