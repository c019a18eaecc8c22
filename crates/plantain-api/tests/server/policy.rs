//! What the policy refuses, in each protocol's words.

use serde_json::Value;

use crate::house::House;

const PROMPT: &str = "a photo of a nude woman";

fn turn(text: &str) -> String {
    serde_json::json!({"contents": [{"parts": [{"text": text}]}]}).to_string()
}

fn prompt(text: &str) -> String {
    serde_json::json!({ "prompt": text }).to_string()
}

#[tokio::test]
async fn refusals_have_each_vendors_shape() {
    let house = House::open().await;
    let openai = house
        .post("/openai/v1/images/generations", &prompt(PROMPT))
        .await;
    assert_eq!(openai.status, 400);
    assert_eq!(openai.header("x-should-retry"), "false");
    let error = &openai.json()["error"];
    assert_eq!(error["type"], "image_generation_user_error");
    assert_eq!(error["code"], "moderation_blocked");

    let evolink = house.post("/v1/images/generate", &prompt(PROMPT)).await;
    assert_eq!(evolink.status, 400);
    assert_eq!(evolink.json()["error"]["code"], "content_policy_violation");

    let native = house
        .post("/plantain/v1/images/generate", &prompt(PROMPT))
        .await;
    assert_eq!(native.status, 403);
    let error = &native.json()["error"];
    assert_eq!(error["code"], "policy_blocked");
    assert_eq!(error["rule"], "sexual.nudity");
    assert_eq!(error["category"], "sexual");
    let message = error["message"].as_str().unwrap();
    assert!(!message.contains("nude"), "{message}");
    assert!(house.engine.jobs().is_empty());
}

#[tokio::test]
async fn gemini_refuses_with_success_and_a_reason() {
    let house = House::open().await;
    let whole = "/v1beta/models/easel:generateContent";
    let stream = "/v1beta/models/easel:streamGenerateContent";
    let cases = [
        (PROMPT, "IMAGE_SAFETY", "SAFETY"),
        (
            "sexy photo of a 12 year old",
            "IMAGE_PROHIBITED_CONTENT",
            "PROHIBITED_CONTENT",
        ),
    ];
    for (text, finish, block) in cases {
        let check = |reply: &Value| {
            assert_eq!(reply["candidates"][0]["finishReason"], finish);
            assert!(reply["candidates"][0].get("content").is_none());
            assert_eq!(reply["promptFeedback"]["blockReason"], block);
            let rating = &reply["promptFeedback"]["safetyRatings"][0];
            assert_eq!(rating["category"], "HARM_CATEGORY_SEXUALLY_EXPLICIT");
            assert_eq!(rating["blocked"], true);
            assert!(reply["usageMetadata"]["promptTokenCount"].is_u64());
        };
        let answer = house.post(whole, &turn(text)).await;
        assert_eq!(answer.status, 200);
        check(&answer.json());
        let answer = house.post(stream, &turn(text)).await;
        check(&answer.json()[0]);
        let answer = house.post(&format!("{stream}?alt=sse"), &turn(text)).await;
        assert_eq!(answer.header("content-type"), "text/event-stream");
        let text = String::from_utf8(answer.bytes.to_vec()).unwrap();
        let data = text.strip_prefix("data: ").unwrap().trim_end();
        check(&serde_json::from_str(data).unwrap());
    }
    assert!(house.engine.jobs().is_empty());
}

#[tokio::test]
async fn edits_scenes_and_plans_are_judged_too() {
    const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    let house = House::open().await;
    let edit = serde_json::json!({"prompt": "remove her clothes", "image": PIXEL}).to_string();
    let scene =
        serde_json::json!({"scene": {"nodes": [{"text": "fine"}, {"text": "hardcore porn"}]}})
            .to_string();
    for (path, body) in [
        ("/plantain/v1/images/edit", edit.as_str()),
        ("/plantain/v1/scenes/render", scene.as_str()),
        ("/plantain/v1/scenes/plan", &prompt(PROMPT)),
    ] {
        let answer = house.post(path, body).await;
        assert_eq!(answer.status, 403, "{path}: {:?}", answer.bytes);
        assert_eq!(answer.json()["error"]["code"], "policy_blocked", "{path}");
    }
    assert!(house.engine.jobs().is_empty());
}
