//! Chat completions.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_engine::{EngineError, JobSubject};
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use super::{error, events, png};
use crate::house::{House, picture};

const PATH: &str = "/v1/chat/completions";

fn base64_of(image: &Value) -> Value {
    assert_eq!(image["type"], "image_url");
    let url = image["image_url"]["url"].as_str().unwrap();
    url.strip_prefix("data:image/png;base64,").unwrap().into()
}

#[tokio::test]
async fn a_message_carries_the_picture() {
    let house = House::open().await;
    let body = json!({"model": "x", "messages": [{"role": "system", "content": "Be brief."},
        {"role": "user", "content": "cat"}], "modalities": ["image", "text"], "n": 2, "size": "32x16"});
    let answer = house.post(PATH, &body.to_string()).await;
    assert!(
        answer
            .header("x-plantain-notes")
            .contains("instructions_ignored")
    );
    let json = answer.json();
    assert_eq!(
        (&json["object"], &json["model"]),
        (&json!("chat.completion"), &json!("x"))
    );
    let choices = json["choices"].as_array().unwrap();
    assert_eq!(choices.len(), 2);
    for (index, choice) in choices.iter().enumerate() {
        assert_eq!(choice["index"], index);
        assert_eq!(choice["finish_reason"], "stop");
        let message = &choice["message"];
        assert_eq!(message["role"], "assistant");
        assert!(
            message["content"]
                .as_str()
                .unwrap()
                .starts_with("A picture of cat")
        );
        assert_eq!(picture(&base64_of(&message["images"][0])).1, 32);
    }
    let usage = &json["usage"];
    assert!(usage["completion_tokens"].as_u64().unwrap() > 0);
    assert_eq!(
        usage["completion_tokens"],
        usage["completion_tokens_details"]["image_tokens"]
    );
}

#[tokio::test]
async fn pictures_of_either_side_are_changed() {
    let house = House::open().await;
    let url = format!(
        "data:image/png;base64,{}",
        STANDARD.encode(png(8, 8, [9, 9, 9, 255]))
    );
    let part = json!({"type": "image_url", "image_url": {"url": url}});
    let users = json!([{"role": "user", "content": [{"type": "text", "text": "bluer"}, part]}]);
    let models = json!([{"role": "user", "content": "cat"},
        {"role": "assistant", "content": null, "images": [part]}, {"role": "user", "content": "bluer"}]);
    for messages in [users, models] {
        let body = json!({"model": "google/gemini-2.5-flash-image", "messages": messages, "size": "16x16"});
        let answer = house.post(PATH, &body.to_string()).await;
        assert_eq!(answer.status, 200, "{:?}", answer.json());
        let jobs = house.engine.jobs();
        let JobSubject::Edit(edit) = &jobs.last().unwrap().subject else {
            panic!("no edit");
        };
        assert_eq!(
            (&*edit.instruction, edit.inputs[0].pixels.width),
            ("bluer", 8)
        );
    }
    let config = json!({"aspect_ratio": "16:9", "image_size": "1K"});
    let body = json!({"model": "easel", "messages": [{"role": "user", "content": "cat"}], "image_config": config});
    let json = house.post(PATH, &body.to_string()).await.json();
    let image = base64_of(&json["choices"][0]["message"]["images"][0]);
    assert_eq!((picture(&image).1, picture(&image).2), (1376, 768));
}

#[tokio::test]
async fn a_stream_ends_as_chats_do() {
    let house = House::open().await;
    let body = json!({"model": "easel", "messages": [{"role": "user", "content": "cat"}], "size": "16x16",
        "n": 2, "stream": true, "stream_options": {"include_usage": true}});
    let events = events(&house.post(PATH, &body.to_string()).await);
    let data: Vec<&Value> = events.iter().map(|(_, data)| data).collect();
    assert_eq!(*data[data.len() - 1], "[DONE]");
    assert!(
        data[data.len() - 2]["usage"]["total_tokens"]
            .as_u64()
            .unwrap()
            > 0
    );
    let pieces = &data[..data.len() - 2];
    for index in 0..2 {
        let of = pieces.iter().map(|piece| &piece["choices"][0]);
        let of: Vec<_> = of.filter(|choice| choice["index"] == index).collect();
        assert_eq!(of[0]["delta"]["role"], "assistant");
        assert_eq!(picture(&base64_of(&of[1]["delta"]["images"][0])).1, 16);
        assert_eq!(of[2]["finish_reason"], "stop");
        assert_eq!(of.len(), 3);
    }
}

#[tokio::test]
async fn what_is_no_picture_is_refused() {
    let house = House::open().await;
    let user = json!([{"role": "user", "content": "cat"}]);
    for (body, status, param) in [
        (
            json!({"model": "gpt-5.2", "messages": user}),
            400,
            "modalities",
        ),
        (
            json!({"model": "easel", "messages": user, "modalities": ["text"]}),
            400,
            "modalities",
        ),
        (
            json!({"model": "gpt-image-9", "messages": user}),
            404,
            "model",
        ),
        (json!({"model": "easel"}), 400, "messages"),
        (json!({"model": "easel", "messages": []}), 400, "messages"),
        (
            json!({"model": "easel", "messages": [{"role": "user"}]}),
            400,
            "messages[0].content",
        ),
        (
            json!({"model": "easel", "messages": [{"content": "a"}]}),
            400,
            "messages[0].role",
        ),
        (
            json!({"model": "easel", "messages": user, "n": 11}),
            400,
            "n",
        ),
        (
            json!({"model": "easel", "messages": [{"role": "user", "content": [{"type": "file"}]}]}),
            400,
            "messages[0].content[0].type",
        ),
    ] {
        let (found, _, field) = error(&house.post(PATH, &body.to_string()).await);
        assert_eq!((found, field.as_str()), (status, param), "{body}");
    }
    let fails = House::with(
        Behaviour::Fail(EngineError::DoesNotFit { smallest: None }),
        true,
    )
    .await;
    for stream in [false, true] {
        let body = json!({"model": "easel", "messages": user, "stream": stream});
        let (status, code, _) = error(&fails.post(PATH, &body.to_string()).await);
        assert_eq!((status, code.as_str()), (422, "does_not_fit"));
    }
}
