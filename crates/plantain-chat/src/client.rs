//! The HTTP side: one request a turn, under limits of time and size.

use std::sync::Arc;
use std::time::Duration;

use plantain_engine::{Planning, SceneCheck, ScenePlanner, SceneRequest};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::brief;

/// Tries in all: the first answer, and one after an objection.
const TRIES: usize = 2;
/// Longest answer that is read, bytes.
const ANSWER_BYTES_MAX: usize = 8 << 20;
/// Longest part of a refusal that is passed on, characters.
const REFUSAL_CHARS_MAX: usize = 300;

/// Where the model is.
#[derive(Debug, Clone)]
pub struct ChatConfig {
    /// Base URL up to and with the version, as SDKs take it: `http://127.0.0.1:11434/v1`.
    pub base_url: String,
    pub model: String,
    /// Sent as a bearer token.
    pub key: Option<String>,
    /// For one turn, from connecting to the last byte.
    pub timeout: Duration,
}

/// Asks a chat endpoint for scenes.
pub struct ChatPlanner {
    config: ChatConfig,
    client: reqwest::Client,
}

#[derive(Deserialize)]
struct Completion {
    #[serde(default)]
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: Option<String>,
}

impl ChatPlanner {
    /// Prepares the client; nothing is sent yet.
    ///
    /// # Errors
    /// A sentence when the machine's TLS certificates cannot be used.
    pub fn new(config: ChatConfig) -> Result<Self, String> {
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

    async fn converse(
        &self,
        request: SceneRequest<'_>,
        check: &SceneCheck<'_>,
    ) -> Result<Arc<str>, String> {
        let mut messages = brief::messages(&request);
        let mut objection = String::new();
        for _ in 0..TRIES {
            let answer = self.turn(&messages, request.seed).await?;
            let verdict = match brief::object_in(&answer) {
                Some(scene) => check(scene).map(|()| Arc::from(scene)),
                None => Err("the answer holds no JSON object.".to_owned()),
            };
            match verdict {
                Ok(scene) => return Ok(scene),
                Err(why) => {
                    messages.extend(brief::objection(&answer, &why));
                    objection = why;
                }
            }
        }
        Err(format!("its scene cannot be drawn: {objection}"))
    }

    async fn turn(&self, messages: &[Value], seed: u64) -> Result<String, String> {
        let body = json!({
            "model": self.config.model,
            "messages": messages,
            "temperature": 0,
            // Endpoints read seeds as signed numbers.
            "seed": seed % (1 << 53),
            "response_format": {"type": "json_object"},
        });
        let url = format!(
            "{}/chat/completions",
            self.config.base_url.trim_end_matches('/')
        );
        let mut call = self
            .client
            .post(url)
            .header("content-type", "application/json")
            .body(body.to_string());
        if let Some(key) = &self.config.key {
            call = call.bearer_auth(key);
        }
        let failed = |error: reqwest::Error| format!("it did not answer: {}", error.without_url());
        let mut response = call.send().await.map_err(failed)?;
        let status = response.status();
        let mut bytes = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(failed)? {
            if bytes.len() + piece.len() > ANSWER_BYTES_MAX {
                return Err(format!(
                    "its answer is longer than {} MiB",
                    ANSWER_BYTES_MAX >> 20
                ));
            }
            bytes.extend_from_slice(&piece);
        }
        if !status.is_success() {
            let text = String::from_utf8_lossy(&bytes);
            let text: String = text.chars().take(REFUSAL_CHARS_MAX).collect();
            return Err(format!("it answered {status}: {text}"));
        }
        let completion: Completion = serde_json::from_slice(&bytes)
            .map_err(|error| format!("its answer is no chat completion: {error}"))?;
        let first = completion.choices.into_iter().next();
        first
            .and_then(|choice| choice.message.content)
            .ok_or_else(|| "its answer has no content".to_owned())
    }
}

impl ScenePlanner for ChatPlanner {
    fn name(&self) -> &str {
        &self.config.model
    }

    fn plan<'a>(&'a self, request: SceneRequest<'a>, check: &'a SceneCheck<'a>) -> Planning<'a> {
        Box::pin(self.converse(request, check))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    use super::*;

    /// Answers each connection with the next of these, status and body; returns the base URL and what was asked.
    async fn stub(answers: Vec<(u16, String)>) -> (String, Arc<Mutex<Vec<String>>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        tokio::spawn(async move {
            for (status, body) in answers {
                let (mut socket, _) = listener.accept().await.unwrap();
                let mut text = Vec::new();
                let mut buffer = [0; 65_536];
                loop {
                    let n = socket.read(&mut buffer).await.unwrap();
                    text.extend_from_slice(&buffer[..n]);
                    let whole = String::from_utf8_lossy(&text).into_owned();
                    let Some((head, rest)) = whole.split_once("\r\n\r\n") else {
                        continue;
                    };
                    let length = head.to_lowercase();
                    let length = length.split("content-length: ").nth(1).unwrap();
                    let length: usize = length.lines().next().unwrap().trim().parse().unwrap();
                    if rest.len() >= length || n == 0 {
                        break;
                    }
                }
                seen.lock()
                    .unwrap()
                    .push(String::from_utf8_lossy(&text).into_owned());
                let reply = format!(
                    "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
                    body.len()
                );
                socket.write_all(reply.as_bytes()).await.unwrap();
            }
        });
        (url, asked)
    }

    fn says(content: &str) -> (u16, String) {
        let body = json!({"choices": [{"message": {"role": "assistant", "content": content}}]});
        (200, body.to_string())
    }

    async fn plan(answers: Vec<(u16, String)>) -> (Result<Arc<str>, String>, Vec<String>) {
        let (base_url, asked) = stub(answers).await;
        let planner = ChatPlanner::new(ChatConfig {
            base_url,
            model: "local-model".into(),
            key: Some("k-1".into()),
            timeout: Duration::from_secs(20),
        })
        .unwrap();
        let request = SceneRequest {
            prompt: "a poster",
            draft: "{\"version\":1}",
            schema: "{}",
            seed: u64::MAX,
        };
        let check = |scene: &str| {
            if scene.contains("good") {
                Ok(())
            } else {
                Err("it is not good.".to_owned())
            }
        };
        let answer = planner.plan(request, &check).await;
        let asked = asked.lock().unwrap().clone();
        (answer, asked)
    }

    #[tokio::test]
    async fn a_good_scene_is_taken_and_the_key_is_sent() {
        let (answer, asked) = plan(vec![says("```json\n{\"good\":1}\n```")]).await;
        assert_eq!(&*answer.unwrap(), "{\"good\":1}");
        assert_eq!(asked.len(), 1);
        assert!(asked[0].starts_with("POST /v1/chat/completions"));
        assert!(
            asked[0]
                .to_lowercase()
                .contains("authorization: bearer k-1")
        );
        assert!(asked[0].contains("local-model"));
    }

    #[tokio::test]
    async fn a_bad_scene_gets_one_more_try_with_the_reason() {
        let (answer, asked) = plan(vec![says("{\"bad\":1}"), says("{\"good\":2}")]).await;
        assert_eq!(&*answer.unwrap(), "{\"good\":2}");
        assert!(asked[1].contains("it is not good."));
        let (answer, asked) =
            plan(vec![says("no"), says("{\"bad\":1}"), says("{\"good\":1}")]).await;
        assert!(answer.unwrap_err().contains("it is not good."));
        assert_eq!(asked.len(), 2);
    }

    #[tokio::test]
    async fn refusals_and_nonsense_are_told() {
        for (answer, words) in [
            ((401, "{\"error\":\"who are you\"}".to_owned()), "401"),
            ((200, "hello".to_owned()), "no chat completion"),
            ((200, "{\"choices\":[]}".to_owned()), "no content"),
        ] {
            let (answer, _) = plan(vec![answer]).await;
            let why = answer.unwrap_err();
            assert!(why.contains(words), "{why}");
        }
        let planner = ChatPlanner::new(ChatConfig {
            base_url: "http://127.0.0.1:9/v1".into(),
            model: "m".into(),
            key: None,
            timeout: Duration::from_secs(5),
        })
        .unwrap();
        let request = SceneRequest {
            prompt: "a poster",
            draft: "{}",
            schema: "{}",
            seed: 1,
        };
        let why = planner.plan(request, &|_| Ok(())).await.unwrap_err();
        assert!(why.contains("did not answer"), "{why}");
    }
}
