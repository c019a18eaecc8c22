//! Every bad input answers in its protocol's own shape, naming the field and what is allowed.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use plantain_engine::EngineError;
use plantain_testkit::Behaviour;
use serde_json::Value;

use crate::house::{Answer, House, request};

#[derive(Debug, Clone, Copy)]
enum Shape {
    Native,
    OpenAi,
    Gemini,
    Evolink,
}

use Shape::{Evolink, Gemini, Native, OpenAi};

/// Checks that the error has the protocol's shape, and returns its message.
fn check_shape(shape: Shape, status: u16, answer: &Answer) -> String {
    assert_eq!(answer.status.as_u16(), status, "{:?}", answer.json());
    assert_eq!(answer.header("content-type"), "application/json");
    assert!(answer.header("x-request-id").starts_with("req_"));
    let json = answer.json();
    let error = &json["error"];
    let text = |name: &str| {
        error[name]
            .as_str()
            .unwrap_or_else(|| panic!("{name} in {json}"))
    };
    match shape {
        Native => {
            text("code");
            assert_eq!(text("request_id"), answer.header("x-request-id"));
        }
        OpenAi => {
            text("type");
            text("code");
            assert!(error.get("param").is_some(), "{json}");
        }
        Gemini => {
            assert_eq!(error["code"], status, "{json}");
            let word = text("status");
            assert!(
                word.bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte == b'_')
            );
            assert!(error["details"][0]["@type"].is_string(), "{json}");
        }
        Evolink => {
            text("code");
            text("type");
        }
    }
    text("message").to_owned()
}

fn field(shape: Shape, json: &Value) -> Option<&str> {
    let error = &json["error"];
    match shape {
        Native => error["field"].as_str(),
        OpenAi | Evolink => error["param"].as_str(),
        Gemini => {
            let details = error["details"].as_array()?;
            details
                .iter()
                .find_map(|detail| detail["fieldViolations"][0]["field"].as_str())
        }
    }
}

/// Protocol, path, body; status, field and part of the message that must come.
type Case = (
    Shape,
    &'static str,
    String,
    u16,
    Option<&'static str>,
    &'static str,
);

const NATIVE: &str = "/plantain/v1/images/generate";
const OPENAI: &str = "/v1/images/generations";
const GEMINI: &str = "/v1beta/models/gemini-3.1-flash-image:generateContent";
const EVOLINK: &str = "/v1/images/generate";

fn gemini(config: &str) -> String {
    format!(r#"{{"contents":[{{"parts":[{{"text":"a cat"}}]}}],"generationConfig":{config}}}"#)
}

fn prompt(fields: &str) -> String {
    format!(r#"{{"prompt":"a cat",{fields}}}"#)
}

#[tokio::test]
async fn bad_values() {
    let long = "word ".repeat(33_000);
    let cases: Vec<Case> = vec![
        // Prompts.
        (
            Native,
            NATIVE,
            r#"{"prompt":""}"#.into(),
            400,
            Some("prompt"),
            "empty",
        ),
        (
            OpenAi,
            OPENAI,
            r#"{"prompt":"  "}"#.into(),
            400,
            Some("prompt"),
            "empty",
        ),
        (
            OpenAi,
            OPENAI,
            r#"{"model":"gpt-image-1"}"#.into(),
            400,
            Some("prompt"),
            "missing",
        ),
        (
            Evolink,
            EVOLINK,
            r#"{"prompt":"\n"}"#.into(),
            400,
            Some("prompt"),
            "empty",
        ),
        (
            Gemini,
            GEMINI,
            r#"{"contents":[{"parts":[{"text":""}]}]}"#.into(),
            400,
            Some("contents"),
            "empty",
        ),
        (
            Gemini,
            GEMINI,
            "{}".into(),
            400,
            Some("contents"),
            "missing",
        ),
        (
            Native,
            NATIVE,
            format!(r#"{{"prompt":"{long}"}}"#),
            400,
            Some("prompt"),
            "32768",
        ),
        (
            OpenAi,
            OPENAI,
            format!(r#"{{"prompt":"{long}"}}"#),
            400,
            Some("prompt"),
            "32768",
        ),
        (
            Evolink,
            EVOLINK,
            format!(r#"{{"prompt":"{long}"}}"#),
            400,
            Some("prompt"),
            "32768",
        ),
        (
            Gemini,
            GEMINI,
            format!(r#"{{"contents":[{{"parts":[{{"text":"{long}"}}]}}]}}"#),
            400,
            Some("contents"),
            "32768",
        ),
        // Sizes and ratios.
        (
            Native,
            NATIVE,
            prompt(r#""size":"0x0""#),
            400,
            Some("size"),
            "16 to 12288",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""size":"1x1""#),
            400,
            Some("size"),
            "16 to 12288",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""size":"40000x40000""#),
            400,
            Some("size"),
            "16 to 12288",
        ),
        (
            Evolink,
            EVOLINK,
            prompt(r#""resolution":"40000x40000""#),
            400,
            Some("resolution"),
            "16 to 12288",
        ),
        (
            Evolink,
            EVOLINK,
            prompt(r#""size":"huge""#),
            400,
            Some("size"),
            "1024x1024",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""aspect_ratio":"7:2""#),
            400,
            Some("aspect_ratio"),
            "16:9",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""size":"64x64","tier":"2K""#),
            400,
            Some("size"),
            "tier",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""tier":"3K""#),
            400,
            Some("tier"),
            "4K",
        ),
        (
            Gemini,
            GEMINI,
            gemini(r#"{"imageConfig":{"aspectRatio":"5:1"}}"#),
            400,
            Some("generationConfig.imageConfig.aspectRatio"),
            "16:9",
        ),
        (
            Gemini,
            GEMINI,
            gemini(r#"{"imageConfig":{"imageSize":"8K"}}"#),
            400,
            Some("generationConfig.imageConfig.imageSize"),
            "4K",
        ),
        // Counts.
        (
            Native,
            NATIVE,
            prompt(r#""count":0"#),
            400,
            Some("count"),
            "1 to 10",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""n":0"#),
            400,
            Some("n"),
            "1 to 10",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""n":11"#),
            400,
            Some("n"),
            "1 to 10",
        ),
        (
            Evolink,
            EVOLINK,
            prompt(r#""n":11"#),
            400,
            Some("n"),
            "1 to 10",
        ),
        (
            Gemini,
            GEMINI,
            gemini(r#"{"candidateCount":0}"#),
            400,
            Some("generationConfig.candidateCount"),
            "1 to 10",
        ),
        // Models.
        (
            Native,
            NATIVE,
            prompt(r#""model":"easle""#),
            404,
            Some("model"),
            "easel",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""model":"gpt-image-7""#),
            404,
            Some("model"),
            "gpt-image-",
        ),
        (
            Evolink,
            EVOLINK,
            prompt(r#""model":"nano-banan""#),
            404,
            Some("model"),
            "nano-banana",
        ),
        (
            Gemini,
            "/v1beta/models/nope:generateContent",
            gemini("{}"),
            404,
            Some("model"),
            "easel",
        ),
        (
            Gemini,
            "/v1beta/models/easel:magic",
            gemini("{}"),
            404,
            None,
            "generateContent",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""model":"""#),
            400,
            Some("model"),
            "easel",
        ),
        // Formats and words.
        (
            Native,
            NATIVE,
            prompt(r#""format":"bmp""#),
            400,
            Some("format"),
            "png, jpeg, webp, svg, pdf",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""format":"jpeg","background":"transparent""#),
            400,
            Some("format"),
            "png or webp",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""quality":101,"format":"webp""#),
            400,
            Some("quality"),
            "1 to 100",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""quality":50"#),
            400,
            Some("quality"),
            "jpeg or webp",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""output":"carrier pigeon""#),
            400,
            Some("output"),
            "binary",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""output":"binary","count":2"#),
            400,
            Some("output"),
            "count of 1",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""seed":-1"#),
            400,
            Some("seed"),
            "18446744073709551615",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""output_format":"gif""#),
            400,
            Some("output_format"),
            "png, jpeg, webp",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""quality":"best","n":1"#),
            400,
            Some("quality"),
            "low, medium, high",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""background":"blue""#),
            400,
            Some("background"),
            "transparent",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""response_format":"png""#),
            400,
            Some("response_format"),
            "b64_json",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""output_compression":50"#),
            400,
            Some("output_compression"),
            "jpeg or webp",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""partial_images":4,"stream":true"#),
            400,
            Some("partial_images"),
            "0 to 3",
        ),
        (
            Evolink,
            EVOLINK,
            prompt(r#""format":"tiff""#),
            400,
            Some("format"),
            "png, jpeg, webp",
        ),
        (
            Evolink,
            EVOLINK,
            prompt(r#""quality":"3K""#),
            400,
            Some("quality"),
            "4K",
        ),
        // Wrong types, broken JSON.
        (
            Native,
            NATIVE,
            prompt(r#""count":"two""#),
            400,
            Some("count"),
            "a whole number",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""filler":"some""#),
            400,
            Some("filler"),
            "none",
        ),
        (
            Native,
            NATIVE,
            r#"{"prompt":["a cat"]}"#.into(),
            400,
            Some("prompt"),
            "a string",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""n":1.5"#),
            400,
            Some("n"),
            "a whole number",
        ),
        (
            OpenAi,
            OPENAI,
            prompt(r#""n":1,"size":1024"#),
            400,
            Some("size"),
            "a string",
        ),
        (
            OpenAi,
            OPENAI,
            "[]".into(),
            400,
            Some("body"),
            "a JSON object",
        ),
        (
            Evolink,
            EVOLINK,
            prompt(r#""size":["1:1"]"#),
            400,
            Some("size"),
            "a string",
        ),
        (
            Gemini,
            GEMINI,
            r#"{"contents":"a cat"}"#.into(),
            400,
            Some("contents"),
            "a sequence",
        ),
        (
            Gemini,
            GEMINI,
            r#"{"contents":[{"parts":[{"text":5}]}]}"#.into(),
            400,
            Some("contents[0].parts[0].text"),
            "a string",
        ),
        (
            Native,
            NATIVE,
            r#"{"prompt":"#.into(),
            400,
            None,
            "not valid JSON",
        ),
        (
            OpenAi,
            OPENAI,
            "nonsense".into(),
            400,
            None,
            "not valid JSON",
        ),
        (Evolink, EVOLINK, String::new(), 400, None, "empty"),
        (
            Gemini,
            GEMINI,
            "{\"contents\":[]}}".into(),
            400,
            None,
            "not valid JSON",
        ),
        (
            Native,
            NATIVE,
            prompt(r#""sise":"1K""#),
            400,
            Some("sise"),
            "aspect_ratio",
        ),
        // Not there yet.
        (
            Evolink,
            EVOLINK,
            prompt(r#""image_urls":["http://169.254.169.254/latest/meta-data"]"#),
            400,
            Some("image_urls[0]"),
            "public internet",
        ),
        (
            Evolink,
            OPENAI,
            prompt(r#""size":"16:9","quality":"9K""#),
            400,
            Some("quality"),
            "0.5K",
        ),
        (
            Evolink,
            "/evolink/v1/images/generations",
            prompt(r#""callback_url":"https://127.0.0.1/hook""#),
            400,
            Some("callback_url"),
            "public internet",
        ),
        (
            Gemini,
            GEMINI,
            r#"{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":""}}]}]}"#
                .into(),
            400,
            Some("contents[0].parts[0].inlineData.data"),
            "base64",
        ),
    ];
    let house = House::open().await;
    for (shape, path, body, status, expected_field, part) in cases {
        let answer = house.post(path, &body).await;
        let shown: String = body.chars().take(120).collect();
        let message = check_shape(shape, status, &answer);
        assert_eq!(
            field(shape, &answer.json()),
            expected_field,
            "{path} {shown}"
        );
        assert!(message.contains(part), "{path} {shown}: {message}");
    }
    assert!(house.engine.jobs().is_empty(), "something bad was drawn");
}

#[tokio::test]
async fn bodies_over_the_limit() {
    let house = House::open().await;
    let large = vec![b' '; BODY_BYTES_MAX + 1];
    for (shape, path) in [
        (Native, NATIVE),
        (OpenAi, OPENAI),
        (Gemini, GEMINI),
        (Evolink, EVOLINK),
    ] {
        let declared = (large.len() + 5).to_string();
        let headers = [("content-length", declared.as_str())];
        let body = Body::from(large.clone());
        let answer = house
            .send(request(Method::POST, path, &headers, body))
            .await;
        check_shape(shape, 413, &answer);
        let answer = house
            .send(request(Method::POST, path, &[], Body::from(large.clone())))
            .await;
        check_shape(shape, 413, &answer);
    }
}

const BODY_BYTES_MAX: usize = 100 << 20;

#[tokio::test]
async fn forms_are_no_json() {
    let house = House::open().await;
    let headers = [("content-type", "multipart/form-data; boundary=x")];
    for (shape, path) in [
        (Native, NATIVE),
        (OpenAi, OPENAI),
        (Gemini, GEMINI),
        (Evolink, EVOLINK),
    ] {
        let answer = house.post_with(path, &headers, "--x--").await;
        check_shape(shape, 415, &answer);
    }
    // What curl sends with -d is still JSON to us.
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let body = prompt(r#""size":"16x16""#);
    let answer = house.post_with(NATIVE, &headers, &body).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn wrong_methods_and_unknown_paths() {
    let cases = [
        (Native, Method::GET, NATIVE, 405),
        (OpenAi, Method::PUT, OPENAI, 405),
        (Gemini, Method::PATCH, GEMINI, 405),
        (Evolink, Method::GET, EVOLINK, 405),
        (Native, Method::GET, "/plantain/v1/nothing", 404),
        (Native, Method::GET, "/nothing", 404),
        (OpenAi, Method::POST, "/openai/v1/nothing", 404),
        (OpenAi, Method::GET, "/v1/nothing", 404),
        (Gemini, Method::GET, "/v1beta/nothing", 404),
        (Gemini, Method::GET, "/gemini/v1beta/models/nope", 404),
        (OpenAi, Method::GET, "/openai/v1/models/nope", 404),
        (Evolink, Method::POST, "/evolink/v1/nothing", 404),
    ];
    let house = House::open().await;
    for (shape, method, path, status) in cases {
        let answer = house
            .send(request(method.clone(), path, &[], Body::empty()))
            .await;
        let message = check_shape(shape, status, &answer);
        assert!(
            message.contains(path) || message.contains("nope"),
            "{method} {path}: {message}"
        );
        if status == 405 {
            assert!(!answer.header("allow").is_empty(), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn engines_that_fail_and_panic_say_no_secrets() {
    let secret = "the secret detail";
    let failed = EngineError::Failed {
        detail: secret.into(),
        retry_helps: false,
    };
    for behaviour in [Behaviour::Fail(failed), Behaviour::Panic] {
        let house = House::with(behaviour, true).await;
        let body = prompt(r#""size":"16x16""#);
        let cases = [
            (Native, NATIVE, body.clone()),
            (OpenAi, OPENAI, body.clone()),
            (Evolink, EVOLINK, body),
            (Gemini, GEMINI, gemini("{}")),
        ];
        for (shape, path, body) in cases {
            let answer = house.post(path, &body).await;
            check_shape(shape, 500, &answer);
            let text = String::from_utf8_lossy(&answer.bytes);
            assert!(!text.contains(secret) && !text.contains("panic"), "{text}");
        }
    }
}

#[tokio::test]
async fn what_cannot_be_done_is_a_422() {
    let small = plantain_core::PixelSize::new("size", 640, 640).unwrap();
    let behaviour = Behaviour::Fail(EngineError::DoesNotFit {
        smallest: Some(small),
    });
    let house = House::with(behaviour, true).await;
    let body = prompt(r#""size":"16x16""#);
    for (shape, path, body, status) in [
        (Native, NATIVE, body.clone(), 422),
        (OpenAi, OPENAI, body.clone(), 422),
        (Evolink, EVOLINK, body, 422),
        (Gemini, GEMINI, gemini("{}"), 400),
    ] {
        let answer = house.post(path, &body).await;
        let message = check_shape(shape, status, &answer);
        assert!(message.contains("640x640"), "{message}");
    }
}

#[tokio::test]
async fn a_full_house_says_when_to_come_again() {
    let house = House::narrow(Behaviour::DrawAfter(std::time::Duration::from_secs(3600))).await;
    let body = prompt(r#""size":"16x16""#);
    let router = house.router.clone();
    let first = request(Method::POST, NATIVE, &[], Body::from(body.clone()));
    let drawing = tokio::spawn(tower::ServiceExt::oneshot(router, first));
    while house.engine.jobs().is_empty() {
        tokio::task::yield_now().await;
    }
    for (shape, path, body) in [
        (Native, NATIVE, body.clone()),
        (OpenAi, OPENAI, body.clone()),
        (Evolink, EVOLINK, body),
        (Gemini, GEMINI, gemini("{}")),
    ] {
        let answer = house.post(path, &body).await;
        check_shape(shape, 503, &answer);
        assert_eq!(answer.header("retry-after"), "1");
    }
    // The client goes away, and what was drawn for it stops: else this test would last an hour.
    drawing.abort();
}
