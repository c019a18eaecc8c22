//! Large files, stored part by part, so that a broken line costs one part and not the file.

use futures_util::{StreamExt, TryStreamExt, stream};
use plantain_store::{ObjectKind, StoreError};
use reqwest::Method;
use reqwest::header::ETAG;

use super::client::{Call, Client};
use super::spool::Source;
use super::{CANNOT_STORE, failed, field, unreadable, xml};

/// Largest file that is stored by one request.
pub(super) const SINGLE_BYTES_MAX: u64 = 16 << 20;
/// Least size of a part; the protocol wants 5 MiB, and 10,000 parts at most.
const PART_BYTES: u64 = 8 << 20;
const PARTS_MAX: u64 = 10_000;
/// Parts that are sent at once.
const PARTS_AT_ONCE: usize = 3;

/// Stores the file, or nothing of it.
pub(super) async fn store(
    client: &Client,
    key: &str,
    kind: ObjectKind,
    source: &Source,
) -> Result<(), StoreError> {
    let begin = Call {
        query: &[("uploads", "")],
        headers: vec![("content-type", kind.media_type().to_owned())],
        ..Call::new(Method::POST, Some(key))
    };
    let reply = client.ask(&begin).await.map_err(failed(CANNOT_STORE))?;
    let upload = field(&reply, "UploadId")?;
    let stored = fill(client, key, &upload, source).await;
    if stored.is_err() {
        let query = [("uploadId", upload.as_str())];
        let abort = Call {
            query: &query,
            ..Call::new(Method::DELETE, Some(key))
        };
        // What the bucket then still holds costs its owner money until a rule of theirs removes it, but harms nobody.
        if let Err(refusal) = client.ask(&abort).await {
            tracing::warn!(%refusal, "an upload that failed could not be taken back");
        }
    }
    stored
}

async fn fill(client: &Client, key: &str, upload: &str, source: &Source) -> Result<(), StoreError> {
    let size = source.size_bytes();
    let part_bytes = PART_BYTES.max(size.div_ceil(PARTS_MAX));
    let parts = stream::iter(0..size.div_ceil(part_bytes)).map(|index| {
        let range = index * part_bytes..((index + 1) * part_bytes).min(size);
        store_part(client, key, upload, index + 1, source, range)
    });
    let tags: Vec<String> = parts.buffered(PARTS_AT_ONCE).try_collect().await?;
    let mut list = String::from("<CompleteMultipartUpload>");
    for (index, tag) in tags.iter().enumerate() {
        let (number, tag) = (index + 1, xml::escape(tag));
        list.push_str(&format!(
            "<Part><PartNumber>{number}</PartNumber><ETag>{tag}</ETag></Part>"
        ));
    }
    list.push_str("</CompleteMultipartUpload>");
    let query = [("uploadId", upload)];
    let complete = Call {
        query: &query,
        body: list.into(),
        ..Call::new(Method::POST, Some(key))
    };
    match client.ask(&complete).await {
        Ok(_) => Ok(()),
        // The answer to an earlier try was lost on the way: the upload is over because it is complete.
        Err(refusal) if refusal.code() == "NoSuchUpload" && is_there(client, key).await => Ok(()),
        Err(refusal) => Err(failed(CANNOT_STORE)(refusal)),
    }
}

/// Returns the tag by which the bucket knows the part.
async fn store_part(
    client: &Client,
    key: &str,
    upload: &str,
    number: u64,
    source: &Source,
    range: std::ops::Range<u64>,
) -> Result<String, StoreError> {
    let number = number.to_string();
    let query = [("partNumber", number.as_str()), ("uploadId", upload)];
    let call = Call {
        query: &query,
        body: source.part(range).await?,
        ..Call::new(Method::PUT, Some(key))
    };
    let response = client.send(&call).await.map_err(failed(CANNOT_STORE))?;
    let tag = response
        .headers()
        .get(ETAG)
        .and_then(|tag| tag.to_str().ok());
    tag.map(str::to_owned)
        .ok_or_else(|| unreadable("a part without an ETag"))
}

async fn is_there(client: &Client, key: &str) -> bool {
    client
        .send(&Call::new(Method::HEAD, Some(key)))
        .await
        .is_ok()
}
