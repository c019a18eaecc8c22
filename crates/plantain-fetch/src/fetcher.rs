//! The HTTP side.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use plantain_store::{Letter, PostReply, Posted, Remote, RemoteError, RemoteReply};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::{Client, Response, Url, header, redirect};

use crate::Allowance;

/// Redirects that are followed.
const REDIRECTS_MAX: usize = 5;
/// For connecting, and for the whole from there to the last byte.
const CONNECT_TIME_MAX: Duration = Duration::from_secs(5);
const TIME_MAX: Duration = Duration::from_secs(20);
/// How much of the answer to a message is kept.
const EXCERPT_BYTES_MAX: usize = 1_000;

/// Fetches what stands behind links.
pub struct Fetcher {
    client: Client,
    allowance: Arc<Allowance>,
}

impl Fetcher {
    /// Prepares the client; nothing is sent yet.
    ///
    /// # Errors
    /// A sentence when the machine's TLS certificates cannot be used.
    pub fn new(allowance: Allowance) -> Result<Self, String> {
        // Another part of the program may have chosen the same provider before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let allowance = Arc::new(allowance);
        let client = Client::builder()
            .connect_timeout(CONNECT_TIME_MAX)
            .timeout(TIME_MAX)
            // Each hop is judged here, and a proxy would resolve names out of our sight.
            .redirect(redirect::Policy::none())
            .no_proxy()
            .dns_resolver(Arc::new(GuardedNames(Arc::clone(&allowance))))
            .user_agent(concat!("plantain/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { client, allowance })
    }

    async fn fetch(&self, link: &str, bytes_max: usize) -> Result<Bytes, RemoteError> {
        let mut url = Url::parse(link).map_err(|error| RemoteError::Refused(error.to_string()))?;
        for _ in 0..=REDIRECTS_MAX {
            self.check(&url)?;
            let reply = self.client.get(url.clone()).send().await.map_err(failed)?;
            if !reply.status().is_redirection() {
                return read(reply, bytes_max).await;
            }
            let target = reply.headers().get(header::LOCATION);
            let target = target.and_then(|target| target.to_str().ok());
            let target =
                target.ok_or_else(|| RemoteError::Failed("a redirect leads nowhere".to_owned()))?;
            url = url
                .join(target)
                .map_err(|error| RemoteError::Failed(error.to_string()))?;
        }
        Err(RemoteError::Failed(format!(
            "more than {REDIRECTS_MAX} redirects"
        )))
    }

    async fn send(&self, link: &str, letter: &Letter) -> Result<Posted, RemoteError> {
        let url = self.post_url(link)?;
        let mut request = self.client.post(url).timeout(letter.time_max);
        for (name, value) in &letter.headers {
            request = request.header(name, value);
        }
        let mut reply = request
            .body(letter.body.clone())
            .send()
            .await
            .map_err(failed)?;
        let status = reply.status().as_u16();
        let mut excerpt = Vec::new();
        // What it says is for people only; an answer that breaks off has been given all the same.
        while excerpt.len() < EXCERPT_BYTES_MAX
            && let Ok(Some(piece)) = reply.chunk().await
        {
            excerpt.extend_from_slice(&piece);
        }
        excerpt.truncate(EXCERPT_BYTES_MAX);
        Ok(Posted {
            status,
            excerpt: String::from_utf8_lossy(&excerpt).replace(char::is_control, " "),
        })
    }

    /// Returns the address if messages may be posted there: https, or http where the owner trusts the host.
    fn post_url(&self, link: &str) -> Result<Url, RemoteError> {
        let url = Url::parse(link).map_err(|error| RemoteError::Refused(error.to_string()))?;
        self.check(&url)?;
        let host = url.host_str().unwrap_or_default();
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let trusted = match bare.parse::<IpAddr>() {
            Ok(address) => self.allowance.trusts_address(address),
            Err(_) => self.allowance.trusts_host(host),
        };
        if url.scheme() != "https" && !trusted {
            return Err(RemoteError::Refused(format!(
                "{} is not https",
                url.scheme()
            )));
        }
        Ok(url)
    }

    /// Judges what can be judged before names are resolved.
    fn check(&self, url: &Url) -> Result<(), RemoteError> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(RemoteError::Refused(format!(
                "{} is neither http nor https",
                url.scheme()
            )));
        }
        let host = url.host_str().unwrap_or_default();
        let address = host
            .trim_start_matches('[')
            .trim_end_matches(']')
            .parse::<IpAddr>();
        match address {
            Ok(address) if !self.allowance.admits(address) => {
                Err(RemoteError::Refused(not_public(host)))
            }
            _ => Ok(()),
        }
    }
}

impl Remote for Fetcher {
    fn get<'a>(&'a self, link: &'a str, bytes_max: usize) -> RemoteReply<'a> {
        Box::pin(self.fetch(link, bytes_max))
    }

    fn post<'a>(&'a self, link: &'a str, letter: &'a Letter) -> PostReply<'a> {
        Box::pin(self.send(link, letter))
    }

    fn check_post(&self, link: &str) -> Result<(), RemoteError> {
        self.post_url(link).map(drop)
    }
}

async fn read(mut reply: Response, bytes_max: usize) -> Result<Bytes, RemoteError> {
    if !reply.status().is_success() {
        return Err(RemoteError::Failed(format!(
            "it answers {}",
            reply.status()
        )));
    }
    if reply
        .content_length()
        .is_some_and(|length| length > bytes_max as u64)
    {
        return Err(RemoteError::TooLarge);
    }
    let mut bytes = Vec::new();
    while let Some(piece) = reply.chunk().await.map_err(failed)? {
        if bytes.len() + piece.len() > bytes_max {
            return Err(RemoteError::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes.into())
}

/// Names the cause and not the client's layers around it; a refusal by address is told as such.
fn failed(error: reqwest::Error) -> RemoteError {
    let mut cause: &(dyn std::error::Error + 'static) = &error;
    loop {
        if let Some(NotPublic(host)) = cause.downcast_ref::<NotPublic>() {
            return RemoteError::Refused(not_public(host));
        }
        match cause.source() {
            Some(deeper) => cause = deeper,
            None if error.is_timeout() => {
                return RemoteError::Failed("it takes too long to answer".to_owned());
            }
            None => return RemoteError::Failed(cause.to_string()),
        }
    }
}

fn not_public(host: &str) -> String {
    format!("{host} is not on the public internet")
}

/// A name that leads to no address that may be asked.
#[derive(Debug)]
struct NotPublic(String);

impl std::fmt::Display for NotPublic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&not_public(&self.0))
    }
}

impl std::error::Error for NotPublic {}

/// Resolves names to those of their addresses that may be asked. The connection goes to what was judged, so a name that
/// changes its address in between gains nothing.
struct GuardedNames(Arc<Allowance>);

impl Resolve for GuardedNames {
    fn resolve(&self, name: Name) -> Resolving {
        let allowance = Arc::clone(&self.0);
        Box::pin(async move {
            let host = name.as_str().trim_end_matches('.').to_ascii_lowercase();
            let found = tokio::net::lookup_host((host.as_str(), 0)).await?;
            let trusted = allowance.trusts_host(&host);
            let admitted: Vec<SocketAddr> = found
                .filter(|address| trusted || allowance.admits(address.ip()))
                .collect();
            if admitted.is_empty() {
                return Err(NotPublic(host).into());
            }
            let addresses: Addrs = Box::new(admitted.into_iter());
            Ok(addresses)
        })
    }
}
