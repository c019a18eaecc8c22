//! Conversations.

use std::sync::Arc;

use plantain_core::Id;
use plantain_store::{
    Appended, Durability, Idempotency, NewTurn, Reply, SessionPage, SessionRecord, Sessions,
    StoreError, TurnRecord,
};

use super::op;
use crate::tx::{DbError, Tx};
use crate::value::{Row, values};
use crate::{Database, Done};

const COLUMNS: &str = "id, owner, title, created_ms, updated_ms, head, turns";
const TURN_COLUMNS: &str = "id, session, number, parent, task, created_ms, body_json, \
    idempotency_key, request_sha256";

impl Sessions for Database {
    fn create<'a>(&'a self, session: &'a SessionRecord) -> Reply<'a, ()> {
        let session = Arc::new(session.clone());
        let op = op!((session) | tx | create(tx, &session).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn session<'a>(&'a self, owner: &'a str, id: &'a str) -> Reply<'a, Option<SessionRecord>> {
        let (owner, id) = (owner.to_owned(), id.to_owned());
        Box::pin(self.look_up(op!((owner, id)
            | tx
            | Ok(Done::Keep(session(tx, &owner, &id, "").await?)))))
    }

    fn sessions<'a>(&'a self, page: SessionPage<'a>) -> Reply<'a, Vec<SessionRecord>> {
        let owner = page.owner.to_owned();
        let after = page.after.map(|(at_ms, id)| (at_ms, id.to_owned()));
        let limit = page.limit;
        Box::pin(self.read(op!((owner, after) | tx | {
            let (at_ms, id) = after.unwrap_or((i64::MAX, String::new()));
            let sql = format!(
                "SELECT {COLUMNS} FROM sessions WHERE owner = $1 \
                 AND (updated_ms < $2 OR (updated_ms = $2 AND id < $3)) \
                 ORDER BY updated_ms DESC, id DESC LIMIT $4"
            );
            let rows = tx.rows(&sql, values![owner, at_ms, id, limit]).await?;
            let sessions = rows.into_iter().map(load);
            Ok(Done::Keep(sessions.collect::<Result<_, _>>()?))
        })))
    }

    fn append<'a>(&'a self, turn: &'a NewTurn) -> Reply<'a, Appended> {
        let turn = Arc::new(turn.clone());
        let op = op!((turn) | tx | append(tx, &turn).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn turn<'a>(&'a self, session: &'a Id, id: &'a str) -> Reply<'a, Option<TurnRecord>> {
        let (session, id) = (session.clone(), id.to_owned());
        Box::pin(self.look_up(op!((session, id) | tx | {
            let sql =
                format!("SELECT {TURN_COLUMNS} FROM session_turns WHERE id = $1 AND session = $2");
            let row = tx.row(&sql, values![id, &session]).await?;
            Ok(Done::Keep(row.map(load_turn).transpose()?))
        })))
    }

    fn promised<'a>(&'a self, session: &'a Id, key: &'a str) -> Reply<'a, Option<TurnRecord>> {
        let (session, key) = (session.clone(), key.to_owned());
        Box::pin(self.look_up(op!((session, key) | tx | {
            let sql = format!(
                "SELECT {TURN_COLUMNS} FROM session_turns \
                 WHERE session = $1 AND idempotency_key = $2"
            );
            let row = tx.row(&sql, values![&session, key]).await?;
            Ok(Done::Keep(row.map(load_turn).transpose()?))
        })))
    }

    fn turns<'a>(&'a self, session: &'a Id, after: u32, limit: u32) -> Reply<'a, Vec<TurnRecord>> {
        let session = session.clone();
        Box::pin(self.read(op!((session) | tx | {
            let sql = format!(
                "SELECT {TURN_COLUMNS} FROM session_turns WHERE session = $1 AND number > $2 \
                 ORDER BY number LIMIT $3"
            );
            let rows = tx.rows(&sql, values![&session, after, limit]).await?;
            let turns = rows.into_iter().map(load_turn);
            Ok(Done::Keep(turns.collect::<Result<_, _>>()?))
        })))
    }

    fn move_head<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        head: Option<&'a Id>,
        at_ms: i64,
    ) -> Reply<'a, Option<SessionRecord>> {
        let (owner, id, head) = (owner.to_owned(), id.to_owned(), head.cloned());
        let op = op!((owner, id, head) | tx | {
            let sql = "UPDATE sessions SET head = $1, updated_ms = $2 WHERE id = $3 AND owner = $4";
            let values = values![head.as_ref(), at_ms, &id, &owner];
            tx.execute(sql, values).await?;
            Ok(Done::Keep(session(tx, &owner, &id, "").await?))
        });
        Box::pin(self.write(Durability::Disk, op))
    }

    fn forget<'a>(&'a self, owner: &'a str, id: &'a str) -> Reply<'a, bool> {
        let (owner, id) = (owner.to_owned(), id.to_owned());
        let op = op!((owner, id) | tx | {
            let sql = "DELETE FROM sessions WHERE id = $1 AND owner = $2";
            if tx.execute(sql, values![&id, &owner]).await? == 0 {
                return Ok(Done::Keep(false));
            }
            let sql = "DELETE FROM session_turns WHERE session = $1";
            tx.execute(sql, values![&id]).await?;
            Ok(Done::Keep(true))
        });
        Box::pin(self.write(Durability::Disk, op))
    }

    fn forget_all<'a>(&'a self, owner: &'a str) -> Reply<'a, u64> {
        let owner = owner.to_owned();
        let op = op!((owner) | tx | {
            let sql = "DELETE FROM session_turns WHERE session IN \
                       (SELECT id FROM sessions WHERE owner = $1)";
            tx.execute(sql, values![&owner]).await?;
            let sql = "DELETE FROM sessions WHERE owner = $1";
            Ok(Done::Keep(tx.execute(sql, values![&owner]).await?))
        });
        Box::pin(self.write(Durability::Disk, op))
    }
}

async fn create(tx: &mut Tx<'_>, session: &SessionRecord) -> Result<Done<()>, DbError> {
    let sql = format!("INSERT INTO sessions ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    let values = values![
        &session.id,
        &session.owner,
        session.title.as_ref(),
        session.created_ms,
        session.updated_ms,
        session.head.as_ref(),
        session.turns,
    ];
    tx.execute(&sql, values).await?;
    Ok(Done::Keep(()))
}

async fn session(
    tx: &mut Tx<'_>,
    owner: &str,
    id: &str,
    lock: &str,
) -> Result<Option<SessionRecord>, DbError> {
    let sql = format!("SELECT {COLUMNS} FROM sessions WHERE id = $1 AND owner = $2{lock}");
    let row = tx.row(&sql, values![id, owner]).await?;
    Ok(row.map(load).transpose()?)
}

/// Whoever appends holds the session's row, so that numbers have no gaps and nobody's head is lost.
async fn append(tx: &mut Tx<'_>, turn: &NewTurn) -> Result<Done<Appended>, DbError> {
    let lock = tx.for_update();
    let Some(mut session) = session(tx, &turn.owner, turn.session.as_str(), lock).await? else {
        return Ok(Done::Undo(Appended::Unknown));
    };
    let key = turn.promise.as_ref().map(|promise| &promise.key);
    let sql = format!(
        "SELECT {TURN_COLUMNS} FROM session_turns \
         WHERE session = $1 AND (task = $2 OR idempotency_key = $3)"
    );
    let same = values![&turn.session, turn.task.as_ref(), key];
    if let Some(row) = tx.row(&sql, same).await? {
        return Ok(Done::Undo(Appended::Same(session, load_turn(row)?)));
    }
    if session.turns >= turn.turns_max {
        return Ok(Done::Undo(Appended::Full));
    }
    session.turns += 1;
    session.updated_ms = session.updated_ms.max(turn.at_ms);
    if session.head == turn.head_before {
        session.head = Some(turn.id.clone());
    }
    let sql = "UPDATE sessions SET head = $1, updated_ms = $2, turns = $3 WHERE id = $4";
    let values = values![
        session.head.as_ref(),
        session.updated_ms,
        session.turns,
        &session.id
    ];
    tx.execute(sql, values).await?;
    let stored = TurnRecord {
        id: turn.id.clone(),
        session: turn.session.clone(),
        number: session.turns,
        parent: turn.parent.clone(),
        task: turn.task.clone(),
        created_ms: turn.at_ms,
        body_json: turn.body_json.clone(),
        promise: turn.promise.clone(),
    };
    let sql = format!(
        "INSERT INTO session_turns ({TURN_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    let values = values![
        &stored.id,
        &stored.session,
        stored.number,
        stored.parent.as_ref(),
        stored.task.as_ref(),
        stored.created_ms,
        &stored.body_json,
        key,
        turn.promise
            .as_ref()
            .map(|promise| &promise.request_sha256[..]),
    ];
    tx.execute(&sql, values).await?;
    Ok(Done::Keep(Appended::New(session, stored)))
}

fn load(mut row: Row) -> Result<SessionRecord, StoreError> {
    Ok(SessionRecord {
        id: row.id()?,
        owner: row.text()?,
        title: row.text_or_null()?,
        created_ms: row.int()?,
        updated_ms: row.int()?,
        head: row.text_or_null()?.map(Id::from_stored),
        turns: row.small()?,
    })
}

fn load_turn(mut row: Row) -> Result<TurnRecord, StoreError> {
    Ok(TurnRecord {
        id: row.id()?,
        session: row.id()?,
        number: row.small()?,
        parent: row.text_or_null()?.map(Id::from_stored),
        task: row.text_or_null()?.map(Id::from_stored),
        created_ms: row.int()?,
        body_json: row.text()?,
        promise: match row.text_or_null()? {
            Some(key) => Some(Idempotency {
                key,
                request_sha256: row.blob()?,
            }),
            None => None,
        },
    })
}
