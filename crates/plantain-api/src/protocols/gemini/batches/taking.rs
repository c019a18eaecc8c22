//! From the lines of a batch to tasks. Each line is promised its task by its place in the batch, so that taking it twice makes
//! no second one.

use std::sync::Arc;

use futures_util::{StreamExt, stream};
use plantain_app::{Order, Terms};
use plantain_core::{Error, Id, ModelId};
use serde::{Deserialize, Serialize};

use super::super::from_wire::Narration;
use super::super::tokens::Tokens;
use super::super::{refusal, routes};
use super::answers;
use super::kept::{self, Answer, Batch};
use super::wire::Line;
use crate::Server;
use crate::door::Visitor;
use crate::protocol::Protocol;
use crate::records::Record;

/// Lines whose pictures are opened at once.
const OPENED_AT_ONCE: usize = 16;
/// Single requests go first.
const PRIORITY: i64 = 10;

/// What is remembered of a line beside its task.
#[derive(Debug, Serialize, Deserialize)]
pub struct Place {
    /// From 0.
    pub index: usize,
    pub narration: Narration,
}

/// Makes every line of a batch a task, or notes down why it cannot be one.
///
/// # Errors
/// When the caller's limits have no room for the batch; nothing is taken then.
pub async fn take(
    server: Arc<Server>,
    visitor: Visitor,
    mut record: Record<Batch>,
) -> Result<Record<Batch>, Error> {
    let lines = record.body.lines(&server).await?;
    let mut orders = Vec::with_capacity(lines.len());
    let mut places = Vec::with_capacity(lines.len());
    let whole = (
        ModelId::new("model", &record.body.model)?,
        record.id.clone(),
    );
    for (index, order) in self::orders(&server, &visitor, &lines, &whole).await {
        match order {
            Ok((order, tokens)) => {
                places.push((index, tokens));
                orders.push(order);
            }
            Err(error) => {
                let json = answers::of_error(&lines[index], &error);
                record
                    .body
                    .refused
                    .insert(index, Answer { json, failed: true });
            }
        }
    }
    let taken = server.app.submit_each(orders).await?;
    for ((index, tokens), taken) in places.into_iter().zip(taken) {
        if let Err(error) = taken {
            let answer = refused(&server, &lines[index], &error, tokens)?;
            record.body.refused.insert(index, answer);
        }
    }
    record.body.taken = true;
    record.body.updated_ms = server.app.world.now_ms();
    kept::save(&server, visitor.caller.owner(), &record).await?;
    Ok(record)
}

/// Returns the answer to a line that cannot be taken. What the policy refuses is no failure: Google's clients read it as a
/// reply.
fn refused(server: &Server, line: &Line, error: &Error, tokens: Tokens) -> Result<Answer, Error> {
    let Some(refusal) = &error.refusal else {
        let json = answers::of_error(line, error);
        return Ok(Answer { json, failed: true });
    };
    let names = routes::names_of_nobody(server);
    let reply = refusal::to_wire(error, refusal, tokens, &names);
    let reply = serde_json::to_string(&reply).map_err(Error::internal)?;
    let json = answers::of_reply(line, &reply);
    Ok(Answer {
        json,
        failed: false,
    })
}

async fn orders(
    server: &Server,
    visitor: &Visitor,
    lines: &[Line],
    whole: &(ModelId, Id),
) -> Vec<(usize, Result<(Order, Tokens), Error>)> {
    // Lines are owned by what works on them: futures that borrow from an iterator cannot be sent between threads.
    let owned: Vec<_> = lines.iter().cloned().enumerate().collect();
    let opening = stream::iter(owned).map(|(index, line)| async move {
        (index, order(server, visitor, index, &line, whole).await)
    });
    opening.buffered(OPENED_AT_ONCE).collect().await
}

async fn order(
    server: &Server,
    visitor: &Visitor,
    index: usize,
    line: &Line,
    (model, batch): &(ModelId, Id),
) -> Result<(Order, Tokens), Error> {
    let request = kept::request(line)?;
    let order = routes::order(server, visitor, model.clone(), &request).await?;
    let narration = order.narration;
    let tokens = narration.tokens;
    let place = serde_json::to_string(&Place { index, narration }).map_err(Error::internal)?;
    let terms = Terms {
        idempotency_key: Some(format!("{batch}/{index}")),
        session: Some(batch.clone()),
        client_json: Some(place.into()),
        priority: PRIORITY,
        ..visitor.terms.clone()
    };
    let drawing = Order::new(
        visitor.caller.clone(),
        Protocol::Gemini.name(),
        order.request,
    );
    Ok((drawing.on(terms), tokens))
}
