//! Images.

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_core::{OutputFormat, Pixels};
use plantain_engine::JobSubject;
use plantain_image::{Coding, EncodeOptions, Metadata, encode};
use serde_json::json;

use super::{error, events, png, post_form};
use crate::house::{House, NOW_MS, picture};

const PATH: &str = "/openai/v1/images/generations";

#[tokio::test]
async fn a_list_of_base64_unless_links_are_asked_for() {
    let house = House::open().await;
    for (fields, count) in [
        ("", 1),
        (r#","n":2"#, 2),
        (r#","response_format":"b64_json""#, 1),
    ] {
        let body = format!(r#"{{"model":"gpt-image-1","prompt":"cat","size":"32x16"{fields}}}"#);
        let json = house.post(PATH, &body).await.json();
        let data = json["data"].as_array().unwrap();
        assert_eq!(data.len(), count);
        for item in data {
            assert_eq!(picture(&item["b64_json"]), (OutputFormat::Png, 32, 16));
        }
        assert_eq!(json["created"], NOW_MS / 1000);
        assert_eq!(json["size"], "32x16");
        assert_eq!(json["background"], "opaque");
        assert_eq!(json["output_format"], "png");
        let usage = &json["usage"];
        let sum =
            usage["input_tokens"].as_u64().unwrap() + usage["output_tokens"].as_u64().unwrap();
        assert_eq!(usage["total_tokens"], sum);
    }
    assert!(house.objects.is_empty());
    let body = r#"{"prompt":"cat","size":"32x16","response_format":"url"}"#;
    let json = house.post(PATH, body).await.json();
    let url = json["data"][0]["url"].as_str().unwrap();
    assert!(json["data"][0].get("b64_json").is_none());
    let path = url.strip_prefix("http://127.0.0.1:8080").unwrap();
    assert_eq!(house.get(path).await.header("content-type"), "image/png");
}

#[tokio::test]
async fn retired_models_give_links_to_who_says_nothing() {
    let house = House::open().await;
    for (model, format, inline, linked) in [
        ("dall-e-3", "", true, true),
        ("dall-e-3", r#","response_format":"b64_json""#, true, false),
        ("dall-e-2", r#","response_format":"url""#, false, true),
        ("gpt-image-1", "", true, false),
    ] {
        let body = format!(r#"{{"model":"{model}","prompt":"cat","size":"16x16"{format}}}"#);
        let json = house.post(PATH, &body).await.json();
        let item = &json["data"][0];
        assert_eq!(item.get("b64_json").is_some(), inline, "{model} {format}");
        assert_eq!(item.get("url").is_some(), linked, "{model} {format}");
    }
}

#[tokio::test]
async fn formats_qualities_and_backgrounds() {
    let house = House::open().await;
    let body = r#"{"prompt":"cat","size":"16x16","output_format":"webp","output_compression":80,"background":"transparent","quality":"low"}"#;
    let json = house.post(PATH, body).await.json();
    assert_eq!(picture(&json["data"][0]["b64_json"]).0, OutputFormat::Webp);
    assert_eq!(json["background"], "transparent");
    assert_eq!(json["quality"], "low");
    let job = &house.engine.jobs()[0];
    assert_eq!(job.quality.unwrap().get(), 80);
    for word in [
        "auto", "low", "medium", "high", "xhigh", "max", "standard", "hd",
    ] {
        let body = format!(r#"{{"prompt":"cat","size":"16x16","quality":"{word}","seed":1}}"#);
        assert_eq!(
            house.post(PATH, &body).await.status,
            StatusCode::OK,
            "{word}"
        );
    }
}

#[tokio::test]
async fn a_stream_ends_with_the_picture() {
    let house = House::open().await;
    let body = r#"{"prompt":"cat","size":"16x16","stream":true,"partial_images":2,"n":2}"#;
    let answer = house
        .post_with(PATH, &[("accept", "application/json")], body)
        .await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let told = events(&answer);
    // Each picture comes behind its own previews, with the same seeds as without a stream.
    let names: Vec<_> = told.iter().map(|(name, _)| name.as_str()).collect();
    let one = [
        "image_generation.partial_image",
        "image_generation.partial_image",
        "image_generation.completed",
    ];
    assert_eq!(names, [one, one].concat());
    let whole = house
        .post(PATH, &body.replace("true", "false"))
        .await
        .json();
    for (index, (name, data)) in told.iter().enumerate() {
        assert_eq!(data["type"], name.as_str());
        assert_eq!(picture(&data["b64_json"]).1, 16);
        assert_eq!(data["size"], "16x16");
        match index % 3 {
            2 => {
                assert!(data["usage"]["total_tokens"].is_u64());
                assert_eq!(data["b64_json"], whole["data"][index / 3]["b64_json"]);
            }
            preview => assert_eq!(data["partial_image_index"], preview),
        }
    }
    // What is wrong is said before the stream begins.
    let bad = house.post(PATH, r#"{"prompt":"","stream":true}"#).await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn models() {
    let house = House::open().await;
    let json = house.get("/openai/v1/models").await.json();
    assert_eq!(json["object"], "list");
    assert_eq!(json["data"][0]["id"], "easel");
    let one = house.get("/v1/models/gpt-image-1").await.json();
    assert_eq!(one["object"], "model");
    assert_eq!(one["owned_by"], "openai");
    let slashed = house.get("/v1/models/fal-ai/nano-banana-2").await.json();
    assert_eq!(slashed["id"], "fal-ai/nano-banana-2");
}

#[tokio::test]
async fn failures_that_stay_are_not_retried() {
    let house = House::open().await;
    let answer = house.post(PATH, r#"{"prompt":"cat","model":"nope"}"#).await;
    assert_eq!(answer.header("x-should-retry"), "false");
    assert_eq!(answer.json()["error"]["code"], "model_not_found");
}

#[tokio::test]
async fn where_nothing_decides_both_worlds_can_read_the_reply() {
    let house = House::open().await;
    let body = r#"{"model":"gemini-3.1-flash-image-preview","prompt":"a cat"}"#;
    let json = house.post("/v1/images/generations", body).await.json();
    assert_eq!(picture(&json["data"][0]["b64_json"]).1, 1024);
    assert_eq!(json["created"], NOW_MS / 1000);
    assert_eq!(json["object"], "image.generation.task");
    assert_eq!(
        (&json["status"], &json["progress"]),
        (&json!("completed"), &json!(100))
    );
    assert!(json["id"].as_str().unwrap().starts_with("task-unified-"));
    assert_eq!(json["results"][0], json["data"][0]["url"]);
    assert_eq!(house.objects.len(), 1);
}

#[tokio::test]
async fn wishes_that_change_nothing_are_told() {
    let house = House::open().await;
    let body = r#"{"prompt":"cat","size":"16x16","style":"vivid","complexity":"high","output_format":"svg",
        "svg":{"model":"gpt-5.2"}}"#;
    let answer = house.post(PATH, body).await;
    assert_eq!(
        answer.header("x-plantain-notes"),
        "drawn_instead,style_ignored,complexity_ignored,svg_author_ignored"
    );
    assert_eq!(answer.header("openai-version"), "2020-10-01");
    assert!(answer.header("openai-processing-ms").parse::<u64>().is_ok());
    for (fields, param) in [
        (r#""output_format":"gif""#, "output_format"),
        (r#""frame_count":9"#, "frame_count"),
        (r#""frame_duration_ms":200"#, "frame_duration_ms"),
        (r#""svg":{}"#, "svg"),
        (r#""complexity":"huge""#, "complexity"),
    ] {
        let answer = house
            .post(PATH, &format!(r#"{{"prompt":"cat",{fields}}}"#))
            .await;
        let (status, _, found) = error(&answer);
        assert_eq!((status, found.as_str()), (400, param), "{fields}");
        assert!(answer.header("openai-processing-ms").parse::<u64>().is_ok());
    }
}

#[tokio::test]
async fn a_variation_is_another_picture_of_the_same_prompt() {
    const VARIATIONS: &str = "/v1/images/variations";
    let house = House::open().await;
    let drawn = house
        .post(PATH, r#"{"prompt":"a cat","size":"48x16"}"#)
        .await
        .json();
    let bytes = STANDARD
        .decode(drawn["data"][0]["b64_json"].as_str().unwrap())
        .unwrap();
    let image = ("image", Some("a.png"), bytes.as_slice());
    let two = [
        image,
        ("n", None, b"2"),
        ("response_format", None, b"b64_json"),
    ];
    let json = post_form(&house, VARIATIONS, &two).await.json();
    let data = json["data"].as_array().unwrap();
    assert_eq!(data.len(), 2);
    for item in data {
        assert_eq!(picture(&item["b64_json"]), (OutputFormat::Png, 48, 16));
        assert_ne!(item["b64_json"], drawn["data"][0]["b64_json"]);
    }
    let prompts: Vec<_> = house
        .engine
        .jobs()
        .into_iter()
        .map(|job| job.subject)
        .collect();
    assert!(prompts.iter().all(|prompt| *prompt == prompts[0]));
    let square = [image, ("size", None, b"64x64")];
    assert_eq!(
        post_form(&house, VARIATIONS, &square).await.json()["size"],
        "64x64"
    );

    let foreign = png(8, 8, [1, 2, 3, 255]);
    for (parts, status, code) in [
        (
            vec![("image", Some("a.png"), foreign.as_slice())],
            422,
            "needs_generative_engine",
        ),
        (
            vec![("image", Some("a.png"), b"no picture".as_slice())],
            400,
            "invalid_image",
        ),
        (vec![("n", None, b"1".as_slice())], 400, "missing_field"),
        (vec![image, image], 400, "too_many_pictures"),
    ] {
        let answer = post_form(&house, VARIATIONS, &parts).await;
        let found = error(&answer);
        assert_eq!((found.0, found.1.as_str()), (status, code));
        assert_eq!(found.2, "image");
    }
    assert_eq!(error(&house.post(VARIATIONS, "{}").await).0, 415);
}

#[tokio::test]
async fn markup_says_where() {
    const EDITS: &str = "/v1/images/edits";
    let house = House::open().await;
    let picture = png(8, 8, [9, 9, 9, 255]);
    let mut marks = Pixels {
        width: 8,
        height: 8,
        rgba: vec![0; 8 * 8 * 4],
        opaque: false,
    };
    marks.rgba[..4].copy_from_slice(&[255, 0, 0, 255]);
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: Metadata::default(),
    };
    let marks = encode(&marks, &options).unwrap();
    let image = ("image", Some("a.png"), picture.as_slice());
    let prompt = ("prompt", None, b"bluer".as_slice());
    let markup = ("markup", Some("m.png"), marks.as_slice());
    let answer = post_form(&house, EDITS, &[image, prompt, markup]).await;
    assert_eq!(answer.status, StatusCode::OK, "{:?}", answer.json());
    let JobSubject::Edit(edit) = &house.engine.jobs()[0].subject else {
        panic!("no edit");
    };
    let coverage = &edit.mask.as_ref().unwrap().coverage;
    assert_eq!((coverage[0], coverage[1]), (255, 0));
    let mask = ("mask", Some("m.png"), marks.as_slice());
    let both = error(&post_form(&house, EDITS, &[image, prompt, markup, mask]).await);
    assert_eq!((both.0, both.1.as_str()), (400, "markup_and_mask"));
    let opaque = ("markup", Some("m.png"), picture.as_slice());
    let opaque = error(&post_form(&house, EDITS, &[image, prompt, opaque]).await);
    assert_eq!(
        (opaque.1.as_str(), opaque.2.as_str()),
        ("markup_without_alpha", "markup")
    );
}

#[tokio::test]
async fn a_promise_is_kept_here_too() {
    let house = House::open().await;
    let poster = r#"{"prompt":"a poster","size":"64x64"}"#;
    let banner = r#"{"prompt":"a banner","size":"64x64"}"#;
    for (promise, body, expected) in [
        ("a", poster, 200),
        ("a", poster, 200),
        ("a", banner, 409),
        ("b", banner, 200),
        ("a", r#"{"prompt":"a banner","n":2,"stream":true}"#, 200),
    ] {
        let answer = house
            .post_with(PATH, &[("idempotency-key", promise)], body)
            .await;
        assert_eq!(answer.status, expected, "{promise} {body}");
    }
}
