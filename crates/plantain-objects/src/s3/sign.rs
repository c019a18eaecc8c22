//! Signature version 4 of AWS: <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>.

use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::clock::compact_utc;

/// Who asks.
#[derive(Clone)]
pub struct Credentials {
    pub access_key_id: String,
    pub secret_access_key: String,
    /// For credentials that end soon.
    pub session_token: Option<String>,
}

/// What is signed of a request.
pub(super) struct Signable<'a> {
    pub method: &'a str,
    pub host: &'a str,
    /// Encoded.
    pub path: &'a str,
    /// Encoded and sorted, as [`query_text`] writes it.
    pub query: &'a str,
    /// SHA-256 of the body, hexadecimal.
    pub body_sha256: &'a str,
}

/// Returns the headers that make a request ours, beside `host`.
pub(super) fn signed_headers(
    credentials: &Credentials,
    region: &str,
    request: &Signable<'_>,
    now_s: i64,
) -> Vec<(&'static str, String)> {
    let time = compact_utc(now_s);
    let mut headers = vec![
        ("x-amz-content-sha256", request.body_sha256.to_owned()),
        ("x-amz-date", time.clone()),
    ];
    if let Some(token) = &credentials.session_token {
        headers.push(("x-amz-security-token", token.clone()));
    }
    let mut names = String::from("host");
    let mut canonical = format!("host:{}\n", request.host);
    for (name, value) in &headers {
        names.push(';');
        names.push_str(name);
        canonical.push_str(&format!("{name}:{}\n", value.trim()));
    }
    let Signable {
        method,
        path,
        query,
        body_sha256,
        ..
    } = request;
    let canonical = format!("{method}\n{path}\n{query}\n{canonical}\n{names}\n{body_sha256}");
    let date = &time[..8];
    let scope = format!("{date}/{region}/s3/aws4_request");
    let text = format!(
        "AWS4-HMAC-SHA256\n{time}\n{scope}\n{}",
        hex_sha256(canonical.as_bytes())
    );
    let mut key = hmac(
        format!("AWS4{}", credentials.secret_access_key).as_bytes(),
        date,
    );
    for part in [region, "s3", "aws4_request"] {
        key = hmac(&key, part);
    }
    let signature = hex(&hmac(&key, &text));
    let id = &credentials.access_key_id;
    headers.push((
        "authorization",
        format!(
            "AWS4-HMAC-SHA256 Credential={id}/{scope}, SignedHeaders={names}, Signature={signature}"
        ),
    ));
    headers
}

/// Returns the parameters as they stand in a URL and in what is signed.
pub(super) fn query_text(parameters: &[(&str, &str)]) -> String {
    let mut parts: Vec<_> = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name, ""), encode(value, "")))
        .collect();
    parts.sort_unstable();
    parts.join("&")
}

/// Encodes all but letters, digits, `-._~` and `kept`.
pub(super) fn encode(text: &str, kept: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if plain || kept.as_bytes().contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    encoded
}

pub(super) fn hex_sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hmac(key: &[u8], text: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vendor's published example of listing a bucket.
    #[test]
    fn signatures_are_the_vendors() {
        let credentials = Credentials {
            access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
            secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
            session_token: None,
        };
        let request = Signable {
            method: "GET",
            host: "examplebucket.s3.amazonaws.com",
            path: "/",
            query: &query_text(&[("prefix", "J"), ("max-keys", "2")]),
            body_sha256: &hex_sha256(b""),
        };
        let headers = signed_headers(&credentials, "us-east-1", &request, 1_369_353_600);
        let (_, authorization) = headers.last().unwrap();
        assert!(
            authorization
                .ends_with("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
            "{authorization}"
        );
    }

    #[test]
    fn encoding_leaves_only_unreserved_characters() {
        assert_eq!(encode("a b/ü+~_-.", "/"), "a%20b/%C3%BC%2B~_-.");
        let query = query_text(&[("start-after", "a/b"), ("list-type", "2"), ("prefix", "")]);
        assert_eq!(query, "list-type=2&prefix=&start-after=a%2Fb");
    }
}
