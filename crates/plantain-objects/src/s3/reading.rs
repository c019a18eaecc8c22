//! Files that are read from a bucket. A reply that breaks off is taken up where it ended, since files never change.

use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream;
use plantain_store::{ObjectReader, ObjectStat, StoreError};
use reqwest::header::CONTENT_RANGE;
use reqwest::{Method, Response, StatusCode};

use super::client::{Call, Client, Refusal};
use super::{CANNOT_READ, failed, stat_of, stored_ms, unreadable};

/// How often one file's reply may break off.
const BREAKS_MAX: u32 = 3;

pub(super) async fn open(
    client: Arc<Client>,
    key: String,
    range: Option<Range<u64>>,
) -> Result<Option<ObjectReader>, StoreError> {
    // The protocol has no words for a part without bytes.
    let empty = range
        .as_ref()
        .filter(|range| range.is_empty())
        .map(|range| range.start);
    let asked = match empty {
        Some(start) => Some(start.saturating_sub(1)..start.max(1)),
        None => range,
    };
    let response = match request(&client, &key, asked).await {
        Ok(response) => response,
        Err(refusal) if refusal.is_missing() => return Ok(None),
        Err(refusal) => return Err(failed(CANNOT_READ)(refusal)),
    };
    let (stat, range) = extent(&response)?;
    let range = match empty {
        Some(start) => start..start,
        None => range,
    };
    let reading = Reading {
        client,
        key,
        response: Some(response).filter(|_| !range.is_empty()),
        next: range.start,
        end: range.end,
        breaks: 0,
    };
    Ok(Some(ObjectReader {
        stat,
        range,
        pieces: Box::pin(stream::try_unfold(reading, Reading::step)),
    }))
}

async fn request(
    client: &Client,
    key: &str,
    range: Option<Range<u64>>,
) -> Result<Response, Refusal> {
    let mut call = Call::new(Method::GET, Some(key));
    if let Some(Range { start, end }) = range {
        // Servers read these numbers as signed.
        let last = i64::try_from(end).map_or(String::new(), |end| (end - 1).to_string());
        call.headers
            .push(("range", format!("bytes={start}-{last}")));
    }
    client.send(&call).await
}

/// Returns what is known of the file, and which part of it the reply holds.
fn extent(response: &Response) -> Result<(ObjectStat, Range<u64>), StoreError> {
    let headers = response.headers();
    if response.status() != StatusCode::PARTIAL_CONTENT {
        let stat = stat_of(headers)?;
        return Ok((stat, 0..stat.size_bytes));
    }
    let value = headers
        .get(CONTENT_RANGE)
        .and_then(|value| value.to_str().ok());
    let numbers = || {
        let (range, whole) = value?.strip_prefix("bytes ")?.split_once('/')?;
        let (first, last) = range.split_once('-')?;
        let numbers: (u64, u64) = (first.parse().ok()?, last.parse().ok()?);
        Some((numbers.0..numbers.1 + 1, whole.parse().ok()?))
    };
    let (range, size_bytes) = numbers().ok_or_else(|| unreadable("no Content-Range"))?;
    let stored_ms = stored_ms(headers)?;
    let stat = ObjectStat {
        size_bytes,
        stored_ms,
    };
    Ok((stat, range))
}

/// A file on its way.
struct Reading {
    client: Arc<Client>,
    key: String,
    response: Option<Response>,
    next: u64,
    end: u64,
    breaks: u32,
}

impl Reading {
    async fn step(mut self) -> Result<Option<(Bytes, Self)>, StoreError> {
        while self.next < self.end {
            match self.piece().await {
                Ok(piece) => {
                    self.next += piece.len() as u64;
                    return Ok(Some((piece, self)));
                }
                Err(refusal) if self.breaks == BREAKS_MAX => {
                    return Err(failed(CANNOT_READ)(refusal));
                }
                Err(_) => {
                    self.breaks += 1;
                    self.response = None;
                }
            }
        }
        Ok(None)
    }

    async fn piece(&mut self) -> Result<Bytes, Refusal> {
        let response = match &mut self.response {
            Some(response) => response,
            none => {
                let rest = Some(self.next..self.end);
                none.insert(request(&self.client, &self.key, rest).await?)
            }
        };
        match response.chunk().await {
            Ok(Some(piece)) => Ok(piece),
            Ok(None) => Err(Refusal::Silent("the bucket's reply ended early".to_owned())),
            Err(error) => Err(Refusal::silent(&error)),
        }
    }
}
