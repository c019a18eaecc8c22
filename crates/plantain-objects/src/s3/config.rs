//! Which bucket, where it is and who asks.

use std::fmt;

use plantain_core::Error;
use reqwest::Url;

use super::sign::{Credentials, encode};

const FIELD: &str = "--objects";
const REGION: &str = "us-east-1";

/// A bucket and how to reach it.
#[derive(Clone)]
pub struct S3Config {
    /// Scheme and host.
    pub(super) origin: String,
    pub(super) host: String,
    /// Path of the bucket, without a slash at the end.
    bucket_path: String,
    /// What names begin with: empty, or with a slash at the end.
    pub(super) prefix: String,
    pub(super) region: String,
    pub(super) credentials: Credentials,
}

impl S3Config {
    /// Reads `s3://bucket/prefix?region=…&endpoint=…&style=path|virtual`. What is missing is looked up in the environment, where
    /// the credentials have to be: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION,
    /// AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL.
    ///
    /// # Errors
    /// Invalid, naming what is wrong; a 400-like error without credentials. No secret is quoted.
    pub fn parse(url: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Self, Error> {
        let variable = |name| variable(name).filter(|value| !value.is_empty());
        let wrong =
            |remedy: &str| Error::invalid("invalid_objects", FIELD, without_secrets(url), remedy);
        let form =
            "must look like s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example";
        let parsed = Url::parse(url).map_err(|_| wrong(form))?;
        if !parsed.username().is_empty() || parsed.password().is_some() {
            return Err(wrong(
                "must not hold credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            ));
        }
        let bucket = parsed.host_str().unwrap_or("").to_owned();
        let sane = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
        if parsed.scheme() != "s3" || bucket.len() < 3 || !bucket.bytes().all(sane) {
            return Err(wrong(form));
        }
        let Place {
            region,
            endpoint,
            style,
        } = Place::parse(&parsed).map_err(|remedy| wrong(&remedy))?;
        let region = region
            .or_else(|| variable("AWS_REGION"))
            .or_else(|| variable("AWS_DEFAULT_REGION"))
            .unwrap_or_else(|| REGION.to_owned());
        let endpoint = endpoint
            .or_else(|| variable("AWS_ENDPOINT_URL_S3"))
            .or_else(|| variable("AWS_ENDPOINT_URL"));
        // Buckets with dots don't match the certificates of hosts; other vendors seldom have a host for each bucket.
        let style = style.unwrap_or(match endpoint.is_some() || bucket.contains('.') {
            true => Style::Path,
            false => Style::Virtual,
        });
        let endpoint = endpoint.unwrap_or_else(|| format!("https://s3.{region}.amazonaws.com"));
        let address = Address::of(&endpoint, &bucket, style).ok_or_else(|| {
            wrong("must have an endpoint such as https://s3.example or http://127.0.0.1:9000")
        })?;
        let secret = |name: &'static str| {
            let remedy = "S3 needs credentials in the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
            variable(name).ok_or_else(|| Error::missing(name, remedy))
        };
        Ok(Self {
            origin: address.origin,
            host: address.host,
            bucket_path: address.bucket_path,
            prefix: prefix(&parsed)
                .ok_or_else(|| wrong("must have a prefix of letters, digits, - . _ = and /"))?,
            region,
            credentials: Credentials {
                access_key_id: secret("AWS_ACCESS_KEY_ID")?,
                secret_access_key: secret("AWS_SECRET_ACCESS_KEY")?,
                session_token: variable("AWS_SESSION_TOKEN"),
            },
        })
    }
}

impl S3Config {
    /// Returns the encoded path of a key, or of the bucket.
    pub(super) fn path(&self, key: Option<&str>) -> String {
        format!("{}/{}", self.bucket_path, encode(key.unwrap_or(""), "/"))
    }
}

impl fmt::Debug for S3Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.path(Some(&self.prefix)))
    }
}

/// Where the bucket stands in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Path,
    Virtual,
}

#[derive(Default)]
struct Place {
    region: Option<String>,
    endpoint: Option<String>,
    style: Option<Style>,
}

impl Place {
    /// Returns what the URL's parameters say, or what is to be done about them.
    fn parse(url: &Url) -> Result<Self, String> {
        let mut place = Self::default();
        for (name, value) in url.query_pairs() {
            let value = value.into_owned();
            match (&*name, value.as_str()) {
                ("region", _) => place.region = Some(value),
                ("endpoint", _) => place.endpoint = Some(value),
                ("style", "path") => place.style = Some(Style::Path),
                ("style", "virtual") => place.style = Some(Style::Virtual),
                ("style", _) => return Err("must have style=path or style=virtual".to_owned()),
                _ => {
                    return Err(format!(
                        "must not have {name:?}; it takes region, endpoint and style"
                    ));
                }
            }
        }
        Ok(place)
    }
}

struct Address {
    origin: String,
    host: String,
    bucket_path: String,
}

impl Address {
    fn of(endpoint: &str, bucket: &str, style: Style) -> Option<Self> {
        let url = Url::parse(endpoint).ok()?;
        let plain = url.query().is_none() && url.username().is_empty() && url.password().is_none();
        if !matches!(url.scheme(), "http" | "https") || !plain {
            return None;
        }
        let host = url.host_str()?;
        let port = url.port().map_or(String::new(), |port| format!(":{port}"));
        let path = url.path().trim_end_matches('/');
        let (host, bucket_path) = match style {
            Style::Path => (format!("{host}{port}"), format!("{path}/{bucket}")),
            Style::Virtual => (format!("{bucket}.{host}{port}"), path.to_owned()),
        };
        Some(Self {
            origin: format!("{}://{host}", url.scheme()),
            host,
            bucket_path,
        })
    }
}

/// Returns what names begin with, or none if it holds characters that would have to be written in another way.
fn prefix(url: &Url) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._=".contains(&byte);
    let mut prefix = String::new();
    for segment in url.path().split('/').filter(|segment| !segment.is_empty()) {
        if !segment.bytes().all(plain) {
            return None;
        }
        prefix.push_str(segment);
        prefix.push('/');
    }
    Some(prefix)
}

/// Returns the URL without what stands before an @, for messages.
fn without_secrets(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) if at > scheme => {
            format!("{}://…{}", &url[..scheme], &url[at..])
        }
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [(&str, &str); 2] = [
        ("AWS_ACCESS_KEY_ID", "id"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
    ];

    fn parse(url: &str, environment: &[(&str, &str)]) -> Result<S3Config, Error> {
        S3Config::parse(url, &|name| {
            let found = environment.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[track_caller]
    fn check(url: &str, more: &[(&str, &str)], region: &str, address: &str) {
        let config = parse(url, &[&KEYS, more].concat()).unwrap();
        assert_eq!(config.region, region, "{url}");
        let name = format!("{}x.png", config.prefix);
        assert_eq!(
            format!("{}{}", config.origin, config.path(Some(&name))),
            address,
            "{url}"
        );
    }

    #[test]
    fn addresses() {
        let ours = ("AWS_ENDPOINT_URL", "http://127.0.0.1:9000/");
        check(
            "s3://pics",
            &[],
            "us-east-1",
            "https://pics.s3.us-east-1.amazonaws.com/x.png",
        );
        check(
            "s3://pics/a//b/?region=eu-west-1",
            &[("AWS_REGION", "us-west-2")],
            "eu-west-1",
            "https://pics.s3.eu-west-1.amazonaws.com/a/b/x.png",
        );
        check(
            "s3://my.pics",
            &[("AWS_DEFAULT_REGION", "x-1")],
            "x-1",
            "https://s3.x-1.amazonaws.com/my.pics/x.png",
        );
        check(
            "s3://pics/p",
            &[ours],
            "us-east-1",
            "http://127.0.0.1:9000/pics/p/x.png",
        );
        check(
            "s3://pics?style=virtual",
            &[ours],
            "us-east-1",
            "http://pics.127.0.0.1:9000/x.png",
        );
        check(
            "s3://pics?endpoint=https://s3.example/base",
            &[ours],
            "us-east-1",
            "https://s3.example/base/pics/x.png",
        );
    }

    #[test]
    fn what_is_wrong_is_named_and_no_secret_is_shown() {
        for (url, says) in [
            ("", "must look like"),
            ("pics", "must look like"),
            ("https://pics/x", "must look like"),
            ("s3://", "must look like"),
            ("s3:///x", "must look like"),
            ("s3://pics?regoin=x", "regoin"),
            ("s3://pics?style=round", "style=path"),
            ("s3://pics?endpoint=127.0.0.1:9000", "endpoint"),
            ("s3://pics?endpoint=ftp://x", "endpoint"),
            ("s3://pics?endpoint=http://id:secret@x", "endpoint"),
            ("s3://pics/%C3%BC", "prefix"),
            ("s3://pics/a b", "prefix"),
            ("s3://id:hush@pics", "AWS_ACCESS_KEY_ID"),
        ] {
            let error = parse(url, &KEYS).unwrap_err();
            assert!(error.message.contains(says), "{url}: {error}");
            assert!(!format!("{error:?}").contains("hush"), "{error:?}");
        }
        let error = parse("s3://pics", &[KEYS[0], (KEYS[1].0, "")]).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("AWS_SECRET_ACCESS_KEY"));
        let config = parse("s3://pics", &KEYS).unwrap();
        assert!(!format!("{config:?}").contains("secret"));
    }
}
