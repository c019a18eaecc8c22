//! Files in a bucket that speaks S3's protocol: Amazon's, or any other vendor's.
//!
//! Written against the vendor's reference (<https://docs.aws.amazon.com/AmazonS3/latest/API/>) with the HTTP client that the
//! program has anyway; `docs/decisions/` tells why.

mod client;
mod config;
mod multipart;
mod reading;
mod sign;
mod spool;
mod xml;

use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use plantain_store::{
    Durability, ObjectKind, ObjectName, ObjectReader, ObjectStat, Objects, Reply, StoreError,
    Upload,
};
use reqwest::Method;
use reqwest::header::{CONTENT_LENGTH, HeaderMap, LAST_MODIFIED};

pub use self::config::S3Config;

use self::client::{Call, Client, Refusal};
use self::spool::{Source, SpooledUpload};
use crate::clock::{parse_utc_ms, unix_ms};

const CANNOT_STORE: &str = "cannot store the file in the bucket";
const CANNOT_READ: &str = "cannot read the file from the bucket";
const CANNOT_LIST: &str = "cannot list the bucket";
const CANNOT_DELETE: &str = "cannot delete the file from the bucket";
/// Names in one reply, by the protocol.
const PAGE_MAX: usize = 1_000;

/// A bucket, or the part of it below a prefix. What was put is on disk there, whatever the durability that was asked for.
#[derive(Clone)]
pub struct S3 {
    client: Arc<Client>,
}

impl S3 {
    /// Prepares the client; nothing is sent yet.
    ///
    /// # Errors
    /// A sentence when the machine's TLS certificates cannot be used.
    pub fn new(config: S3Config) -> Result<Self, String> {
        let client = Arc::new(Client::new(config)?);
        Ok(Self { client })
    }

    fn key(&self, name: &ObjectName) -> String {
        format!("{}{name}", self.client.config.prefix)
    }

    /// Stores a file that lies in memory or in a temporary file.
    async fn store(&self, name: &ObjectName, source: &Source) -> Result<(), StoreError> {
        let key = self.key(name);
        if source.size_bytes() > multipart::SINGLE_BYTES_MAX {
            return multipart::store(&self.client, &key, name.kind(), source).await;
        }
        let call = Call {
            headers: vec![("content-type", name.kind().media_type().to_owned())],
            body: source.part(0..source.size_bytes()).await?,
            // The name is the hash, so the bucket checks for us that it got what we have.
            body_sha256: Some(name.digest()),
            ..Call::new(Method::PUT, Some(&key))
        };
        self.client.ask(&call).await.map_err(failed(CANNOT_STORE))?;
        Ok(())
    }

    async fn stat(
        &self,
        name: &ObjectName,
        what: &'static str,
    ) -> Result<Option<ObjectStat>, StoreError> {
        let key = self.key(name);
        match self.client.send(&Call::new(Method::HEAD, Some(&key))).await {
            Ok(response) => stat_of(response.headers()).map(Some),
            Err(refusal) if refusal.is_missing() => Ok(None),
            Err(refusal) => Err(failed(what)(refusal)),
        }
    }

    /// Returns one page of names after a key, and the key to go on after, if there is one.
    async fn page(
        &self,
        after: &str,
        limit: usize,
    ) -> Result<(Vec<(ObjectName, ObjectStat)>, Option<String>), StoreError> {
        let prefix = self.client.config.prefix.as_str();
        let most = limit.min(PAGE_MAX).to_string();
        let mut query = vec![("list-type", "2"), ("prefix", prefix), ("max-keys", &most)];
        if !after.is_empty() {
            query.push(("start-after", after));
        }
        let call = Call {
            query: &query,
            ..Call::new(Method::GET, None)
        };
        let reply = self.client.ask(&call).await.map_err(failed(CANNOT_LIST))?;
        let mut found = Vec::new();
        let mut last = None;
        for entry in xml::elements(&reply, "Contents") {
            let key = field(entry, "Key")?;
            let size_bytes = field(entry, "Size")?;
            let stored = field(entry, "LastModified")?;
            let stat = size_bytes.parse().ok().zip(parse_utc_ms(&stored));
            let (size_bytes, stored_ms) = stat.ok_or_else(|| unreadable(entry))?;
            if let Some(name) = key.strip_prefix(prefix).and_then(ObjectName::parse) {
                let stat = ObjectStat {
                    size_bytes,
                    stored_ms,
                };
                found.push((name, stat));
            }
            last = Some(key);
        }
        let more = field(&reply, "IsTruncated")? == "true";
        Ok((found, last.filter(|_| more)))
    }
}

impl Objects for S3 {
    fn put<'a>(&'a self, name: &'a ObjectName, bytes: Bytes, _: Durability) -> Reply<'a, ()> {
        Box::pin(async move { self.store(name, &Source::Memory(bytes)).await })
    }

    fn upload(
        &self,
        kind: ObjectKind,
        size_bytes_max: u64,
        _: Durability,
    ) -> Reply<'_, Box<dyn Upload>> {
        let upload = SpooledUpload::new(self.clone(), kind, size_bytes_max);
        Box::pin(async { Ok(Box::new(upload) as Box<dyn Upload>) })
    }

    fn get<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<Bytes>> {
        Box::pin(async move {
            match self.read(name, None).await? {
                Some(reader) => reader.collect().await.map(Some),
                None => Ok(None),
            }
        })
    }

    fn read<'a>(
        &'a self,
        name: &'a ObjectName,
        range: Option<Range<u64>>,
    ) -> Reply<'a, Option<ObjectReader>> {
        Box::pin(reading::open(
            Arc::clone(&self.client),
            self.key(name),
            range,
        ))
    }

    fn stat<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<ObjectStat>> {
        Box::pin(self.stat(name, CANNOT_READ))
    }

    fn list<'a>(
        &'a self,
        after: Option<&'a ObjectName>,
        limit: usize,
    ) -> Reply<'a, Vec<(ObjectName, ObjectStat)>> {
        Box::pin(async move {
            let mut after = after.map(|name| self.key(name)).unwrap_or_default();
            let mut found = Vec::new();
            while found.len() < limit {
                let (page, next) = self.page(&after, limit - found.len()).await?;
                found.extend(page);
                match next {
                    Some(next) => after = next,
                    None => break,
                }
            }
            Ok(found)
        })
    }

    /// Between looking at the age of the file and removing it a request passes; the protocol has no way to do both at once.
    fn delete<'a>(&'a self, name: &'a ObjectName, stored_before_ms: i64) -> Reply<'a, bool> {
        Box::pin(async move {
            match self.stat(name, CANNOT_DELETE).await? {
                Some(stat) if stat.stored_ms < stored_before_ms => {}
                _ => return Ok(false),
            }
            let key = self.key(name);
            let call = Call::new(Method::DELETE, Some(&key));
            self.client
                .ask(&call)
                .await
                .map_err(failed(CANNOT_DELETE))?;
            Ok(true)
        })
    }
}

/// Whatever a bucket refuses can be mended by its owner, and then the same call succeeds.
fn failed(what: &'static str) -> impl Fn(Refusal) -> StoreError {
    move |refusal| StoreError::unavailable(what, refusal)
}

fn field(xml: &str, name: &str) -> Result<String, StoreError> {
    xml::text(xml, name).ok_or_else(|| unreadable(xml))
}

fn unreadable(xml: &str) -> StoreError {
    let shown: String = xml.chars().take(200).collect();
    StoreError::damaged("the bucket's reply", shown)
}

fn stat_of(headers: &HeaderMap) -> Result<ObjectStat, StoreError> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let size_bytes = text(CONTENT_LENGTH).and_then(|text| text.parse().ok());
    Ok(ObjectStat {
        size_bytes: size_bytes.ok_or_else(|| unreadable("no Content-Length"))?,
        stored_ms: stored_ms(headers)?,
    })
}

fn stored_ms(headers: &HeaderMap) -> Result<i64, StoreError> {
    let value = headers
        .get(LAST_MODIFIED)
        .and_then(|value| value.to_str().ok());
    let time = value.and_then(|text| httpdate::parse_http_date(text).ok());
    time.map(unix_ms)
        .ok_or_else(|| unreadable("no Last-Modified"))
}
