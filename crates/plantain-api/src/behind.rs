//! Work that goes on after its client was answered. It is a task like any other, so any process may do it; the reply is made
//! when somebody asks for it.

use std::time::Duration;

use plantain_app::{Caller, Drawn, Order};
use plantain_core::{Error, ErrorKind, Id, TaskStatus};
use plantain_store::{TaskFilter, TaskRecord};

use crate::Server;
use crate::records::Record;

/// Tasks that are read at once.
const PAGE: u32 = 500;
/// How long a task is waited for before what waits for it is looked at again.
const WAIT: Duration = Duration::from_secs(60);

/// How a task stands.
#[derive(Debug)]
pub enum Standing {
    Queued,
    Running,
    Cancelled,
    Failed(Error),
    Drawn(Box<Drawn>),
}

/// Returns how one of the caller's tasks stands, with its pictures if it has any.
///
/// # Errors
/// What went wrong here, never what went wrong with the task.
pub async fn standing(server: &Server, task: &TaskRecord) -> Result<Standing, Error> {
    let tasks = &server.app.tasks;
    Ok(match task.status {
        TaskStatus::Queued => Standing::Queued,
        TaskStatus::Running => Standing::Running,
        TaskStatus::Cancelled => Standing::Cancelled,
        TaskStatus::Succeeded | TaskStatus::Failed => match tasks.result(task) {
            Ok(_) => Standing::Drawn(Box::new(tasks.drawn(task).await?)),
            Err(error) => Standing::Failed(error),
        },
    })
}

/// Returns a task that something of the caller's waits for; none when it is not kept any more.
pub async fn task(server: &Server, caller: &Caller, id: &str) -> Result<Option<TaskRecord>, Error> {
    let id = Id::from_stored(id);
    match server.app.tasks.get(caller, &id).await {
        Ok(task) => Ok(Some(task)),
        Err(error) if error.kind == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns the failure of something whose task is not kept any more.
pub fn gone() -> Error {
    let message = "The task that drew this is not kept any more; send the request again.";
    Error::new(ErrorKind::NotFound, "task_gone", message)
}

/// Takes an order to be drawn behind the client's back, and returns the id of its task.
pub async fn submit(server: &Server, order: Order) -> Result<String, Error> {
    let (task, _) = server.app.submit(order).await?;
    Ok(task.id.to_string())
}

/// Waits for the end of a task, but not for ever: whoever waits looks again then.
async fn wait(server: &Server, caller: &Caller, id: &str) -> Result<(), Error> {
    let id = Id::from_stored(id);
    server.app.tasks.wait(caller, &id, WAIT).await.map(drop)
}

/// Something that waits for a task, and is finished by whoever asks for it once that has ended, in whatever process.
pub trait Deferred: Sized {
    /// Returns the task that it waits for; none when it is at its end.
    fn task(&self) -> Option<&str>;

    /// Returns the one with this id as it stands now, or a 404.
    async fn get(server: &Server, caller: &Caller, id: &str) -> Result<Record<Self>, Error>;
}

/// As [`Deferred::get`], but waits until it is at its end.
pub async fn ended<T: Deferred>(
    server: &Server,
    caller: &Caller,
    id: &str,
) -> Result<Record<T>, Error> {
    loop {
        let record = T::get(server, caller, id).await?;
        let Some(task) = record.body.task() else {
            return Ok(record);
        };
        wait(server, caller, task).await?;
    }
}

/// Gives up what something waits for, if anything.
pub async fn give_up(
    server: &Server,
    caller: &Caller,
    deferred: &impl Deferred,
) -> Result<(), Error> {
    match deferred.task() {
        Some(task) => cancel(server, caller, task).await,
        None => Ok(()),
    }
}

/// Cancels a task, if it has not ended.
async fn cancel(server: &Server, caller: &Caller, id: &str) -> Result<(), Error> {
    let cancelling = server.app.tasks.cancel(caller, &Id::from_stored(id)).await;
    match cancelling {
        Err(error) if error.kind != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Returns the tasks of a batch, newest first.
pub async fn tasks_of(
    server: &Server,
    caller: &Caller,
    batch: &Id,
    status: Option<TaskStatus>,
) -> Result<Vec<TaskRecord>, Error> {
    let mut filter = TaskFilter {
        owner: Some(caller.owner().to_owned()),
        session: Some(batch.clone()),
        status,
        limit: PAGE,
        ..TaskFilter::default()
    };
    let mut all = Vec::new();
    loop {
        let page = server.app.tasks.list(caller, filter.clone()).await?;
        let full = page.len() == PAGE as usize;
        filter.after = page.last().map(|task| task.id.clone());
        all.extend(page);
        if !full {
            return Ok(all);
        }
    }
}

/// Cancels every task of a batch that has not ended.
pub async fn cancel_all(server: &Server, caller: &Caller, batch: &Id) -> Result<(), Error> {
    for status in [TaskStatus::Queued, TaskStatus::Running] {
        for task in tasks_of(server, caller, batch, Some(status)).await? {
            server.app.tasks.cancel(caller, &task.id).await?;
        }
    }
    Ok(())
}

/// How many tasks of a batch stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub queued: i64,
    pub running: i64,
    pub succeeded: i64,
    pub failed: i64,
    pub cancelled: i64,
}

impl Count {
    /// Counts what a tally lists.
    pub fn of(by_status: &[(TaskStatus, i64)]) -> Self {
        let mut count = Self::default();
        for (status, tasks) in by_status {
            *match status {
                TaskStatus::Queued => &mut count.queued,
                TaskStatus::Running => &mut count.running,
                TaskStatus::Succeeded => &mut count.succeeded,
                TaskStatus::Failed => &mut count.failed,
                TaskStatus::Cancelled => &mut count.cancelled,
            } += tasks;
        }
        count
    }

    /// Whether none has to be waited for.
    pub fn is_done(self) -> bool {
        self.queued + self.running == 0
    }
}
