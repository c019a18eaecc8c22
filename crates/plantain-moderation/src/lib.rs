//! A classifier behind any endpoint that is compatible with OpenAI's `moderations`.

use std::collections::BTreeMap;
use std::time::Duration;

use plantain_core::Category;
use plantain_engine::{Classifier, Classifying, Likelihood};
use serde::Deserialize;
use serde_json::json;

/// Longest answer that is read, bytes.
const ANSWER_BYTES_MAX: usize = 1 << 20;

/// Where the classifier is.
#[derive(Debug, Clone)]
pub struct ModerationConfig {
    /// The whole URL: `http://127.0.0.1:9000/v1/moderations`.
    pub url: String,
    pub model: String,
    /// Sent as a bearer token.
    pub key: Option<String>,
    /// From connecting to the last byte.
    pub timeout: Duration,
}

/// Asks the endpoint.
pub struct Moderation {
    config: ModerationConfig,
    client: reqwest::Client,
}

#[derive(Deserialize)]
struct Answer {
    results: Vec<Verdict>,
}

#[derive(Deserialize)]
struct Verdict {
    category_scores: BTreeMap<String, Option<f32>>,
}

impl Moderation {
    /// Prepares the client; nothing is sent yet.
    ///
    /// # Errors
    /// A sentence when the machine's TLS certificates cannot be used.
    pub fn new(config: ModerationConfig) -> Result<Self, String> {
        // Another part of the program may have chosen the same provider before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(config.timeout)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("plantain/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { config, client })
    }

    async fn ask(&self, text: &str) -> Result<Vec<Likelihood>, String> {
        let body = json!({"model": self.config.model, "input": text});
        let mut call = self
            .client
            .post(&self.config.url)
            .header("content-type", "application/json")
            .body(body.to_string());
        if let Some(key) = &self.config.key {
            call = call.bearer_auth(key);
        }
        let failed = |error: reqwest::Error| format!("it did not answer: {}", error.without_url());
        let mut response = call.send().await.map_err(failed)?;
        let status = response.status();
        if !status.is_success() {
            return Err(format!("it answered {status}"));
        }
        let mut bytes = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(failed)? {
            if bytes.len() + piece.len() > ANSWER_BYTES_MAX {
                return Err("its answer is too long".to_owned());
            }
            bytes.extend_from_slice(&piece);
        }
        likelihoods(&bytes)
    }
}

/// Reads an answer; categories that we have no word for are left out.
fn likelihoods(bytes: &[u8]) -> Result<Vec<Likelihood>, String> {
    let answer: Answer = serde_json::from_slice(bytes)
        .map_err(|error| format!("its answer is no moderation: {error}"))?;
    if answer.results.is_empty() {
        return Err("its answer has no results".to_owned());
    }
    let mut highest: BTreeMap<Category, f32> = BTreeMap::new();
    for (name, score) in answer
        .results
        .iter()
        .flat_map(|result| &result.category_scores)
    {
        if let (Some(category), Some(score)) = (category(name), score) {
            let known = highest.entry(category).or_default();
            *known = known.max(*score);
        }
    }
    let likelihoods = highest.into_iter();
    Ok(likelihoods
        .map(|(category, score)| Likelihood { category, score })
        .collect())
}

/// Our category for one of OpenAI's (<https://platform.openai.com/docs/guides/moderation>).
fn category(name: &str) -> Option<Category> {
    Some(match name {
        "sexual/minors" => Category::Minors,
        "sexual" => Category::Sexual,
        "hate" | "hate/threatening" => Category::Hate,
        "harassment" | "harassment/threatening" => Category::Harassment,
        "violence" | "violence/graphic" => Category::Violence,
        "self-harm" | "self-harm/intent" | "self-harm/instructions" => Category::SelfHarm,
        "illicit" | "illicit/violent" => Category::Dangerous,
        _ => return None,
    })
}

impl Classifier for Moderation {
    fn name(&self) -> &str {
        &self.config.model
    }

    fn classify<'a>(&'a self, text: &'a str) -> Classifying<'a> {
        Box::pin(self.ask(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_by_category() {
        let answer = br#"{"id":"m","results":[{"flagged":true,"categories":{},"category_scores":
            {"violence":0.1,"violence/graphic":0.7,"sexual/minors":0.01,"weather":1.0,"hate":null}}]}"#;
        let got = likelihoods(answer).unwrap();
        let expected = [(Category::Minors, 0.01), (Category::Violence, 0.7)];
        let got: Vec<_> = got.iter().map(|one| (one.category, one.score)).collect();
        assert_eq!(got, expected);
        for bad in [&b"{}"[..], b"[]", b"{\"results\":[]}", b"not json"] {
            assert!(likelihoods(bad).is_err());
        }
    }
}
