//! Signed requests, sent again while that can help.

use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use reqwest::header::{CONTENT_LENGTH, HOST};
use reqwest::{Method, Response, StatusCode};

use super::config::S3Config;
use super::sign::{Signable, hex_sha256, query_text, signed_headers};
use super::xml;
use crate::clock::unix_ms;

/// Tries of one request in all.
const TRIES: u32 = 4;
/// Wait before the second try; it doubles with each further one.
const WAIT: Duration = Duration::from_millis(150);
const CONNECT_TIME_MAX: Duration = Duration::from_secs(5);
/// Longest silence of the other side.
const SILENCE_MAX: Duration = Duration::from_secs(30);
/// Slowest line on which a body still gets through.
const BYTES_PER_S_MIN: u64 = 128 << 10;
/// Longest reply in XML that is read; a page of 1,000 names takes a third of it.
const REPLY_BYTES_MAX: usize = 1 << 20;
/// Longest part of a refusal that is passed on, characters.
const REFUSAL_CHARS_MAX: usize = 200;

/// Asks one bucket.
pub(super) struct Client {
    pub config: S3Config,
    http: reqwest::Client,
}

/// A request before it is signed.
#[derive(Clone)]
pub(super) struct Call<'a> {
    pub method: Method,
    /// None: the bucket.
    pub key: Option<&'a str>,
    pub query: &'a [(&'a str, &'a str)],
    pub headers: Vec<(&'static str, String)>,
    pub body: Bytes,
    /// SHA-256 of the body in hexadecimal, if it is known already.
    pub body_sha256: Option<&'a str>,
}

impl<'a> Call<'a> {
    pub fn new(method: Method, key: Option<&'a str>) -> Self {
        Self {
            method,
            key,
            query: &[],
            headers: Vec::new(),
            body: Bytes::new(),
            body_sha256: None,
        }
    }
}

/// Why a bucket did not do as asked.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Nobody answered, or not to the end.
    Silent(String),
    Answered {
        status: StatusCode,
        /// The vendor's word: "NoSuchKey".
        code: String,
        message: String,
    },
}

impl Refusal {
    /// Whether it says that the file, not the bucket, is not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Answered { status, code, .. }
            if *status == StatusCode::NOT_FOUND && code != "NoSuchBucket")
    }

    pub fn code(&self) -> &str {
        match self {
            Self::Silent(_) => "",
            Self::Answered { code, .. } => code,
        }
    }

    pub fn silent(error: &reqwest::Error) -> Self {
        let mut text = String::from("the bucket cannot be reached");
        let mut cause = std::error::Error::source(error);
        while let Some(error) = cause {
            text.push_str(&format!(": {error}"));
            cause = error.source();
        }
        if error.is_timeout() {
            text.push_str(": it took too long");
        }
        Self::Silent(text)
    }

    fn can_pass(&self) -> bool {
        match self {
            Self::Silent(_) => true,
            Self::Answered { status, code, .. } => {
                status.is_server_error()
                    || matches!(status.as_u16(), 408 | 429)
                    || matches!(
                        code.as_str(),
                        "RequestTimeout" | "SlowDown" | "InternalError"
                    )
            }
        }
    }

    /// Returns what the owner can do about it.
    fn remedy(&self) -> &'static str {
        match self.code() {
            "NoSuchBucket" => "; create the bucket, or name another with --objects",
            "InvalidAccessKeyId" | "SignatureDoesNotMatch" | "InvalidToken" | "ExpiredToken" => {
                "; check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN"
            }
            "AccessDenied" => {
                "; the key needs s3:GetObject, PutObject, DeleteObject and ListBucket"
            }
            "RequestTimeTooSkewed" => "; set this machine's clock",
            "PermanentRedirect"
            | "AuthorizationHeaderMalformed"
            | "IllegalLocationConstraintException" => "; name the bucket's region in --objects",
            _ => "",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silent(why) => f.write_str(why),
            Self::Answered {
                status,
                code,
                message,
            } => {
                let status = status.as_u16();
                write!(
                    f,
                    "the bucket answered {status} {code} {message}{}",
                    self.remedy()
                )
            }
        }
    }
}

impl Client {
    /// # Errors
    /// A sentence when the machine's TLS certificates cannot be used.
    pub fn new(config: S3Config) -> Result<Self, String> {
        // Another part of the program may have chosen the same provider before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIME_MAX)
            .read_timeout(SILENCE_MAX)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("plantain/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { config, http })
    }

    /// Sends until it is answered for good. Every request here can be sent twice without harm.
    pub async fn send(&self, call: &Call<'_>) -> Result<Response, Refusal> {
        again(|| self.send_once(call)).await
    }

    /// As [`Client::send`], and reads the reply. A failure that is reported in a reply which began well counts.
    pub async fn ask(&self, call: &Call<'_>) -> Result<String, Refusal> {
        again(|| async { read_text(self.send_once(call).await?).await }).await
    }

    async fn send_once(&self, call: &Call<'_>) -> Result<Response, Refusal> {
        let config = &self.config;
        let path = config.path(call.key);
        let query = query_text(call.query);
        let hashed = match call.body_sha256 {
            Some(_) => String::new(),
            None => hex_sha256(&call.body),
        };
        let signable = Signable {
            method: call.method.as_str(),
            host: &config.host,
            path: &path,
            query: &query,
            body_sha256: call.body_sha256.unwrap_or(&hashed),
        };
        let now_s = unix_ms(SystemTime::now()) / 1000;
        let signed = signed_headers(&config.credentials, &config.region, &signable, now_s);
        let question = if query.is_empty() { "" } else { "?" };
        let url = format!("{}{path}{question}{query}", config.origin);
        let mut request = self
            .http
            .request(call.method.clone(), url)
            .header(HOST, &config.host);
        for (name, value) in signed.iter().chain(&call.headers) {
            request = request.header(*name, value);
        }
        let size = call.body.len() as u64;
        if call.method == Method::PUT || size > 0 {
            // The silence that is allowed does not count while we speak.
            let slowest = Duration::from_secs(size / BYTES_PER_S_MIN);
            request = request
                .header(CONTENT_LENGTH, size)
                .timeout(SILENCE_MAX + slowest)
                .body(call.body.clone());
        }
        let response = request
            .send()
            .await
            .map_err(|error| Refusal::silent(&error))?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        match read_text(response).await {
            Ok(text) => Err(refusal(status, &text)),
            // A reply that is no text still has a status.
            Err(_) => Err(refusal(status, "")),
        }
    }
}

/// Tries until it works, cannot work, or was tried often enough.
async fn again<T, F>(once: impl Fn() -> F) -> Result<T, Refusal>
where
    F: Future<Output = Result<T, Refusal>>,
{
    let mut wait = WAIT;
    for _ in 1..TRIES {
        match once().await {
            Err(refusal) if refusal.can_pass() => tokio::time::sleep(wait).await,
            answer => return answer,
        }
        wait *= 2;
    }
    once().await
}

async fn read_text(mut response: Response) -> Result<String, Refusal> {
    let status = response.status();
    let mut bytes = Vec::new();
    while let Some(piece) = response
        .chunk()
        .await
        .map_err(|error| Refusal::silent(&error))?
    {
        if bytes.len() + piece.len() > REPLY_BYTES_MAX {
            return Err(Refusal::Silent("the bucket's reply has no end".to_owned()));
        }
        bytes.extend_from_slice(&piece);
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| Refusal::Silent("the bucket's reply is no text".to_owned()))?;
    if status.is_success() && text.contains("<Error>") {
        return Err(refusal(StatusCode::INTERNAL_SERVER_ERROR, &text));
    }
    Ok(text)
}

fn refusal(status: StatusCode, text: &str) -> Refusal {
    let message = xml::text(text, "Message").unwrap_or_default();
    Refusal::Answered {
        status,
        code: xml::text(text, "Code").unwrap_or_default(),
        message: message.chars().take(REFUSAL_CHARS_MAX).collect(),
    }
}
