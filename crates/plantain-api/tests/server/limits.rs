//! Limits, in each protocol's words.

use plantain_app::Tier;
use plantain_store::Grant;
use plantain_testkit::Behaviour;
use std::time::Duration;

use crate::house::{Answer, House};

const BODY: &str = r#"{"prompt":"a cat","size":"16x16"}"#;
const TURN: &str = r#"{"contents":[{"parts":[{"text":"a cat"}]}]}"#;
const OPENAI: &str = "/openai/v1/images/generations";
const GEMINI: &str = "/v1beta/models/easel:generateContent";
const EVOLINK: &str = "/v1/images/generate";
const NATIVE: &str = "/plantain/v1/images/generate";

fn two_a_minute() -> Tier {
    Tier {
        requests_per_minute: Some(2),
        images_per_day: Some(10),
        ..Tier::default()
    }
}

async fn ask(house: &House, key: &str, path: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {key}");
    house
        .post_with(path, &[("authorization", &bearer)], body)
        .await
}

#[tokio::test]
async fn each_protocol_tells_what_is_left_and_when_to_come_again() {
    for (path, body) in [
        (OPENAI, BODY),
        (GEMINI, TURN),
        (EVOLINK, BODY),
        (NATIVE, BODY),
    ] {
        let house = House::tiered(Behaviour::Draw, two_a_minute()).await;
        let key = house.key("a").await;
        let first = ask(&house, &key, path, body).await;
        assert_eq!(first.status, 200, "{path}");
        assert_eq!(ask(&house, &key, path, body).await.status, 200);
        let refused = ask(&house, &key, path, body).await;
        assert_eq!(refused.status, 429, "{path}");
        assert_eq!(refused.header("retry-after"), "30", "{path}");
        assert_eq!(house.engine.jobs().len(), 2, "{path}");
        let error = &refused.json()["error"];
        match path {
            OPENAI => {
                assert_eq!(first.header("x-ratelimit-limit-requests"), "2");
                assert_eq!(first.header("x-ratelimit-remaining-requests"), "1");
                assert_eq!(first.header("x-ratelimit-reset-requests"), "30s");
                assert_eq!(first.header("x-ratelimit-remaining-images"), "9");
                assert_eq!(refused.header("x-ratelimit-remaining-requests"), "0");
                let ms: u64 = refused.header("retry-after-ms").parse().unwrap();
                assert!((29_000..=30_000).contains(&ms), "{ms}");
                assert_eq!(error["code"], "rate_limit_exceeded");
                assert_eq!(error["type"], "rate_limit_error");
            }
            GEMINI => {
                assert_eq!(error["status"], "RESOURCE_EXHAUSTED");
                let details = error["details"].as_array().unwrap();
                let of = |kind: &str| {
                    let name = format!("type.googleapis.com/google.rpc.{kind}");
                    details
                        .iter()
                        .find(|d| d["@type"] == name.as_str())
                        .unwrap()
                };
                let violation = &of("QuotaFailure")["violations"][0];
                assert_eq!(violation["quotaId"], "GenerateRequestsPerMinutePerKey");
                assert_eq!(violation["quotaValue"], "2");
                assert_eq!(of("RetryInfo")["retryDelay"], "30s");
                assert_eq!(first.header("ratelimit"), "");
            }
            EVOLINK => assert_eq!(error["code"], "resource_exhausted"),
            _ => {
                assert_eq!(
                    first.header("ratelimit-policy"),
                    "\"requests\";q=2;w=60, \"images\";q=10;w=86400"
                );
                assert_eq!(
                    first.header("ratelimit"),
                    "\"requests\";r=1;t=30, \"images\";r=9;t=8640"
                );
                assert_eq!(error["code"], "requests_limit");
                assert_eq!(error["limit"], "requests");
            }
        }
    }
}

#[tokio::test]
async fn keys_are_limited_apart_and_the_owner_is_not() {
    let house = House::tiered(Behaviour::Draw, two_a_minute()).await;
    let (one, other) = (house.key("a").await, house.key("b").await);
    for expected in [200, 200, 429] {
        assert_eq!(ask(&house, &one, OPENAI, BODY).await.status, expected);
    }
    assert_eq!(ask(&house, &other, OPENAI, BODY).await.status, 200);
    // Lists of models are not counted, and a refused key still reads them.
    let path = format!("/v1beta/models?key={one}");
    assert_eq!(house.get(&path).await.status, 200);
}

#[tokio::test]
async fn pictures_that_were_not_drawn_are_not_counted() {
    let tier = Tier {
        images_per_day: Some(3),
        ..Tier::default()
    };
    let house = House::tiered(Behaviour::Draw, tier).await;
    let key = house.key("a").await;
    let many = r#"{"prompt":"cat","size":"16x16","n":4}"#;
    let never = ask(&house, &key, OPENAI, many).await;
    assert_eq!(never.status, 429);
    assert_eq!(never.header("retry-after"), "", "waiting does not help");
    let unknown = r#"{"prompt":"cat","model":"no-such-model","n":3}"#;
    assert_eq!(ask(&house, &key, OPENAI, unknown).await.status, 404);
    let blocked = r#"{"prompt":"a nude woman","n":3}"#;
    assert_eq!(ask(&house, &key, OPENAI, blocked).await.status, 400);
    let three = r#"{"prompt":"cat","size":"16x16","n":3}"#;
    let answer = ask(&house, &key, OPENAI, three).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("x-ratelimit-remaining-images"), "0");
}

#[tokio::test]
async fn places_are_given_back_when_requests_end_in_whatever_way() {
    let tier = Tier {
        concurrency: Some(1),
        ..Tier::default()
    };
    let slow = Behaviour::DrawAfter(Duration::from_secs(3_600));
    let house = std::sync::Arc::new(House::tiered(slow, tier).await);
    let key = house.key("a").await;
    for _ in 0..3 {
        let long = tokio::spawn({
            let (house, key) = (std::sync::Arc::clone(&house), key.clone());
            async move { ask(&house, &key, OPENAI, BODY).await }
        });
        let jobs = house.engine.jobs().len();
        while house.engine.jobs().len() == jobs {
            tokio::task::yield_now().await;
        }
        let refused = ask(&house, &key, OPENAI, BODY).await;
        assert_eq!(refused.status, 429);
        assert_eq!(refused.header("retry-after"), "1");
        // The client goes away; its place becomes free a moment later.
        long.abort();
        assert!(long.await.is_err());
        let blocked = r#"{"prompt":"a nude woman"}"#;
        while ask(&house, &key, OPENAI, blocked).await.status == 429 {
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn keys_may_have_tiers_and_models_of_their_own() {
    let house = House::tiered(Behaviour::Draw, two_a_minute()).await;
    let grant = |tier: Option<&str>, models: &[&str]| Grant {
        tier: tier.map(str::to_owned),
        models: models.iter().map(|model| (*model).to_owned()).collect(),
        ..Grant::default()
    };
    let growth = house.granted("a", grant(Some("growth"), &[])).await;
    let answer = ask(&house, &growth, OPENAI, BODY).await;
    assert_eq!(answer.header("x-ratelimit-limit-requests"), "120");

    let lost = house.granted("b", grant(Some("lost"), &[])).await;
    let answer = ask(&house, &lost, NATIVE, BODY).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.json()["error"]["code"], "unknown_tier");

    let bound = house
        .granted("c", grant(Some("unlimited"), &["gpt-*"]))
        .await;
    let answer = ask(&house, &bound, NATIVE, BODY).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.json()["error"]["code"], "model_not_allowed");
    let body = r#"{"prompt":"a cat","size":"16x16","model":"gpt-image-1"}"#;
    assert_eq!(ask(&house, &bound, OPENAI, body).await.status, 200);
}
