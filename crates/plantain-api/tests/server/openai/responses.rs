//! The Responses API.

use std::time::Duration;

use axum::body::Body;
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plantain_engine::{EngineError, JobSubject};
use plantain_testkit::Behaviour;
use serde_json::{Value, json};

use super::{error, events, png, post_form};
use crate::house::{House, picture, request};

const PATH: &str = "/v1/responses";

async fn create(house: &House, fields: Value) -> Value {
    let answer = house.post(PATH, &body(fields).to_string()).await;
    assert_eq!(answer.status, 200, "{:?}", answer.json());
    answer.json()
}

/// A request with the image tool, small, and these fields; `tool` are fields of the tool.
fn body(fields: Value) -> Value {
    let mut body = json!({"model": "gpt-5.2", "input": "a cat",
        "tools": [{"type": "image_generation", "size": "32x16"}]});
    for (name, value) in fields.as_object().unwrap() {
        match name.as_str() {
            "tool" => {
                let tool = body["tools"][0].as_object_mut().unwrap();
                tool.extend(value.as_object().unwrap().clone());
            }
            _ => body[name] = value.clone(),
        }
    }
    body
}

/// Returns instruction and first picture's width of the last job, none if it was no edit.
fn last_edit(house: &House) -> Option<(String, u32)> {
    match &house.engine.jobs().last().unwrap().subject {
        JobSubject::Edit(edit) => Some((edit.instruction.to_string(), edit.inputs[0].pixels.width)),
        _ => None,
    }
}

#[tokio::test]
async fn a_response_is_a_picture_and_a_sentence() {
    let house = House::open().await;
    let fields =
        json!({"metadata": {"k": "v"}, "instructions": "Be brief.", "tool": {"quality": "low"}});
    let json = create(&house, fields).await;
    assert_eq!(
        (&json["object"], &json["status"]),
        (&json!("response"), &json!("completed"))
    );
    assert_eq!(
        (&json["model"], &json["metadata"]["k"]),
        (&json!("gpt-5.2"), &json!("v"))
    );
    assert!(json["error"].is_null() && json["incomplete_details"].is_null());
    let call = &json["output"][0];
    assert_eq!(
        (&call["type"], &call["status"]),
        (&json!("image_generation_call"), &json!("completed"))
    );
    assert_eq!(
        (&call["action"], &call["revised_prompt"]),
        (&json!("generate"), &json!("a cat"))
    );
    assert_eq!(
        (&call["size"], &call["quality"], &call["output_format"]),
        (&json!("32x16"), &json!("low"), &json!("png"))
    );
    assert_eq!(picture(&call["result"]).1, 32);
    let message = &json["output"][1];
    assert_eq!(
        (&message["type"], &message["role"]),
        (&json!("message"), &json!("assistant"))
    );
    let text = message["content"][0]["text"].as_str().unwrap();
    assert!(
        text.starts_with("A picture of a cat") && text.contains("Instructions"),
        "{text}"
    );
    assert_eq!(message["content"][0]["annotations"], json!([]));
    let usage = &json["usage"];
    let sum = usage["input_tokens"].as_u64().unwrap() + usage["output_tokens"].as_u64().unwrap();
    assert_eq!(usage["total_tokens"], sum);
    assert!(
        json["tool_usage"]["image_gen"]["output_tokens"]
            .as_u64()
            .unwrap()
            > 0
    );

    let id = json["id"].as_str().unwrap();
    assert_eq!(house.get(&format!("{PATH}/{id}")).await.json(), json);
    let items = house.get(&format!("{PATH}/{id}/input_items")).await.json();
    assert_eq!(items["data"][0]["content"][0]["text"], "a cat");
}

#[tokio::test]
async fn a_conversation_changes_its_picture() {
    let house = House::open().await;
    let first = create(&house, json!({"tool": {"n": 2}})).await;
    let calls: Vec<&Value> = first["output"].as_array().unwrap().iter().collect();
    assert_eq!(calls.len(), 3);
    let next =
        json!({"previous_response_id": first["id"], "input": "bluer", "tool": {"size": "64x64"}});
    let second = create(&house, next).await;
    assert_eq!(last_edit(&house), Some(("bluer".into(), 32)));
    assert_eq!(second["previous_response_id"], first["id"]);
    let third = json!({"previous_response_id": second["id"], "input": "greener"});
    create(&house, third).await;
    assert_eq!(last_edit(&house), Some(("greener".into(), 64)));

    // The same by items: with the picture, with its id only, and by reference.
    let call = &first["output"][0];
    let reference = json!({"type": "item_reference", "id": call["id"]});
    let by_id = json!({"type": "image_generation_call", "id": call["id"]});
    for item in [call.clone(), by_id, reference] {
        let input = json!([{"role": "user", "content": "a cat"}, item, {"role": "user", "content": "bluer"}]);
        create(&house, json!({"input": input, "store": false})).await;
        assert_eq!(last_edit(&house), Some(("bluer".into(), 32)));
    }

    // Asked to generate, it draws what was said so far.
    let again = json!({"previous_response_id": first["id"], "input": "and a dog", "tool": {"action": "generate"}});
    create(&house, again).await;
    let JobSubject::Prompt(prompt) = &house.engine.jobs().last().unwrap().subject.clone() else {
        panic!("an edit");
    };
    assert_eq!(&**prompt, "a cat\nand a dog");
}

#[tokio::test]
async fn pictures_come_as_files_and_masks_too() {
    let house = House::open().await;
    let parts = [
        ("purpose", None, b"vision".as_slice()),
        ("file", Some("a.png"), &png(8, 8, [9, 9, 9, 255])),
    ];
    let file = post_form(&house, "/v1/files", &parts).await.json();
    let data = format!(
        "data:image/png;base64,{}",
        STANDARD.encode(png(8, 8, [0, 0, 0, 0]))
    );
    for (image, mask) in [
        (
            json!({"type": "input_image", "file_id": file["id"]}),
            json!({"image_url": data}),
        ),
        (
            json!({"type": "input_image", "image_url": data}),
            json!({"file_id": file["id"]}),
        ),
    ] {
        let input =
            json!([{"role": "user", "content": [{"type": "input_text", "text": "bluer"}, image]}]);
        let fields = json!({"input": input, "tool": {"action": "edit", "input_image_mask": mask}});
        let answer = house.post(PATH, &body(fields).to_string()).await;
        // The second mask has nothing to see through.
        match answer.status.as_u16() {
            200 => assert_eq!(last_edit(&house), Some(("bluer".into(), 8))),
            _ => assert_eq!(error(&answer).1, "mask_without_alpha"),
        }
    }
    assert_eq!(house.engine.jobs().len(), 1);
}

#[tokio::test]
async fn streams_number_their_events() {
    let house = House::open().await;
    let fields = json!({"stream": true, "tool": {"n": 1, "partial_images": 2}});
    let told = events(&house.post(PATH, &body(fields).to_string()).await);
    for (index, (name, data)) in told[5..7].iter().enumerate() {
        assert_eq!(name, "response.image_generation_call.partial_image");
        assert_eq!(data["partial_image_index"], index);
        assert_eq!(picture(&data["partial_image_b64"]).1, 32);
        assert_eq!(data["item_id"], told[2].1["item"]["id"]);
    }
    let fields = json!({"stream": true, "tool": {"n": 2}});
    let events = events(&house.post(PATH, &body(fields).to_string()).await);
    for (number, (name, data)) in events.iter().enumerate() {
        assert_eq!(
            (name.as_str(), &data["type"]),
            (data["type"].as_str().unwrap(), &json!(name))
        );
        assert_eq!(data["sequence_number"], number);
    }
    let names: Vec<&str> = events
        .iter()
        .map(|(name, _)| name.strip_prefix("response.").unwrap())
        .collect();
    let call = [
        "output_item.added",
        "image_generation_call.in_progress",
        "image_generation_call.generating",
        "image_generation_call.completed",
        "output_item.done",
    ];
    let mut expected = vec!["created", "in_progress"];
    expected.extend(call);
    expected.extend(call);
    expected.extend([
        "output_item.added",
        "content_part.added",
        "output_text.delta",
        "output_text.done",
        "content_part.done",
        "output_item.done",
        "completed",
    ]);
    assert_eq!(names, expected);
    let done = &events.last().unwrap().1["response"];
    assert_eq!(done["output"].as_array().unwrap().len(), 3);
    assert_ne!(done["output"][0]["result"], done["output"][1]["result"]);
    assert_eq!(events[6].1["item"], done["output"][0]);

    // What was stored is the same, and can be told again from any event on.
    let path = format!("{PATH}/{}", done["id"].as_str().unwrap());
    assert_eq!(house.get(&path).await.json(), *done);
    let again = super::events(
        &house
            .get(&format!("{path}?stream=true&starting_after=11"))
            .await,
    );
    assert_eq!(again, events[12..]);
}

#[tokio::test]
async fn a_stream_tells_of_its_failure() {
    let fails = House::with(
        Behaviour::Fail(EngineError::DoesNotFit { smallest: None }),
        true,
    )
    .await;
    let events = events(
        &fails
            .post(PATH, &body(json!({"stream": true})).to_string())
            .await,
    );
    let names: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names[5..],
        ["response.output_item.done", "response.failed", "error"]
    );
    assert_eq!(events[5].1["item"]["status"], "failed");
    let failed = &events[6].1["response"];
    assert_eq!(
        (&failed["status"], &failed["error"]["code"]),
        (&json!("failed"), &json!("does_not_fit"))
    );
    assert_eq!(events[7].1["error"]["code"], "does_not_fit");
    let id = failed["id"].as_str().unwrap();
    assert_eq!(fails.get(&format!("{PATH}/{id}")).await.json(), *failed);
    let next = body(json!({"previous_response_id": id}));
    let (status, code, _) = error(&fails.post(PATH, &next.to_string()).await);
    assert_eq!(
        (status, code.as_str()),
        (400, "previous_response_unfinished")
    );
    // Without a stream it is an ordinary error, and so is what shows before the stream begins.
    let (status, code, _) = error(&fails.post(PATH, &body(json!({})).to_string()).await);
    assert_eq!((status, code.as_str()), (422, "does_not_fit"));
    let early = body(json!({"stream": true, "tool": {"size": "9x9"}}));
    assert_eq!(error(&fails.post(PATH, &early.to_string()).await).0, 400);
}

#[tokio::test]
async fn stored_or_not_and_deleted() {
    let house = House::open().await;
    let loose = create(&house, json!({"store": false})).await;
    assert_eq!(loose["store"], false);
    assert!(house.objects.is_empty());
    let path = format!("{PATH}/{}", loose["id"].as_str().unwrap());
    assert_eq!(error(&house.get(&path).await).1, "unknown_response");

    let kept = create(&house, json!({})).await;
    let id = kept["id"].as_str().unwrap();
    let path = format!("{PATH}/{id}");
    let cancel = house.post(&format!("{path}/cancel"), "").await;
    assert_eq!(error(&cancel).1, "not_in_background");
    let gone = house
        .send(request(Method::DELETE, &path, &[], Body::empty()))
        .await;
    assert_eq!(gone.json()["deleted"], true);
    assert_eq!(error(&house.get(&path).await).0, 404);
    let next = body(json!({"previous_response_id": id}));
    let (status, code, param) = error(&house.post(PATH, &next.to_string()).await);
    assert_eq!(
        (status, code.as_str(), param.as_str()),
        (400, "previous_response_not_found", "previous_response_id")
    );
    let item = json!([{"type": "image_generation_call", "id": kept["output"][0]["id"]}, {"role": "user", "content": "x"}]);
    let (status, code, param) = error(
        &house
            .post(PATH, &body(json!({"input": item})).to_string())
            .await,
    );
    assert_eq!(
        (status, code.as_str(), param.as_str()),
        (404, "unknown_image_call", "input[0].id")
    );
}

#[tokio::test]
async fn what_is_kept_has_limits() {
    let house = House::open().await;
    let long = "word ".repeat(1 << 20);
    let said =
        json!([{"role": "assistant", "content": long}, {"role": "user", "content": "a cat"}]);
    let tools =
        json!([{"type": "image_generation", "size": "16x16"}, {"type": "function", "name": long}]);
    for fields in [json!({"input": said}), json!({"tools": tools})] {
        let (status, code, _) = error(&house.post(PATH, &body(fields).to_string()).await);
        assert_eq!((status, code.as_str()), (413, "conversation_too_long"));
    }
    let image = json!({"type": "input_image", "file_id": "file-1"});
    let many =
        json!([{"role": "user", "content": vec![image; 17]}, {"role": "user", "content": "a cat"}]);
    let (status, code, _) = error(
        &house
            .post(PATH, &body(json!({"input": many})).to_string())
            .await,
    );
    assert_eq!((status, code.as_str()), (400, "too_many_pictures"));
    for id in ["%00", "%F0%9F%8D%8C", "a%20b"] {
        assert_eq!(
            error(&house.get(&format!("{PATH}/{id}")).await).0,
            404,
            "{id}"
        );
    }
}

#[tokio::test]
async fn in_the_background_it_is_drawn_meanwhile() {
    let house = House::open().await;
    let queued = create(&house, json!({"background": true})).await;
    assert_eq!(queued["status"], "queued");
    let path = format!("{PATH}/{}", queued["id"].as_str().unwrap());
    assert_eq!(house.get(&path).await.json()["status"], "queued");
    // The stream waits for the end.
    let stream = format!("{path}?stream=true");
    let (told, ()) = tokio::join!(house.get(&stream), house.work());
    let told = events(&told);
    assert_eq!(told.last().unwrap().0, "response.completed");
    let done = house.get(&path).await.json();
    assert_eq!(told.last().unwrap().1["response"], done);
    assert_eq!(picture(&done["output"][0]["result"]).1, 32);
    let at_once = json!({"background": true, "stream": true});
    let at_once = body(at_once).to_string();
    let told = tokio::select! {
        told = house.post(PATH, &at_once) => events(&told),
        () = house.work_on() => unreachable!("it works for ever"),
    };
    assert_eq!(
        (told[0].0.as_str(), told.last().unwrap().0.as_str()),
        ("response.created", "response.completed")
    );

    let slow = House::with(Behaviour::DrawAfter(Duration::from_secs(3600)), true).await;
    let under_way = create(&slow, json!({"background": true})).await;
    let path = format!("{PATH}/{}", under_way["id"].as_str().unwrap());
    for _ in 0..2 {
        let cancelled = slow.post(&format!("{path}/cancel"), "").await.json();
        assert_eq!(cancelled["status"], "cancelled");
    }
    assert_eq!(slow.get(&path).await.json()["status"], "cancelled");

    let fails = House::with(
        Behaviour::Fail(EngineError::DoesNotFit { smallest: None }),
        true,
    )
    .await;
    let queued = create(&fails, json!({"background": true})).await;
    let path = format!("{PATH}/{}", queued["id"].as_str().unwrap());
    fails.work().await;
    let told = events(&fails.get(&format!("{path}?stream=true")).await);
    assert_eq!(told.last().unwrap().0, "response.failed");
    assert_eq!(
        fails.get(&path).await.json()["error"]["code"],
        "does_not_fit"
    );
}

#[tokio::test]
async fn an_order_for_another_picture_is_no_edit() {
    let error = EngineError::InstructionNotUnderstood {
        words: vec!["map".into()],
    };
    let house = House::with(Behaviour::FailEdits(error), true).await;
    let first = create(&house, json!({})).await;
    let turn = |text: &str| body(json!({"previous_response_id": first["id"], "input": text}));
    let answer = house
        .post(PATH, &turn("Now draw a map").to_string())
        .await
        .json();
    assert_eq!(answer["output"][0]["action"], "generate", "{answer}");
    let refused = house.post(PATH, &turn("blorp the map").to_string()).await;
    assert_eq!(super::error(&refused).1, "not_understood");
    let mut streamed = turn("Now draw a map");
    streamed["stream"] = true.into();
    let told = events(&house.post(PATH, &streamed.to_string()).await);
    assert_eq!(told.last().unwrap().0, "response.completed");
}

#[tokio::test]
async fn others_do_not_find_it() {
    let house = House::with(Behaviour::Draw, false).await;
    let keys = [house.key("one").await, house.key("two").await];
    let headers = keys.map(|key| format!("Bearer {key}"));
    let with = |key: usize| [("authorization", headers[key].as_str())];
    let answer = house
        .post_with(PATH, &with(0), &body(json!({})).to_string())
        .await;
    let json = answer.json();
    let id = json["id"].as_str().unwrap();
    let path = format!("{PATH}/{id}");
    for (key, status) in [(0, 200), (1, 404)] {
        let answer = house
            .send(request(Method::GET, &path, &with(key), Body::empty()))
            .await;
        assert_eq!(answer.status, status);
        let next = body(json!({"previous_response_id": id, "input": "bluer"}));
        let next = house.post_with(PATH, &with(key), &next.to_string()).await;
        assert_eq!(next.status.is_success(), key == 0);
    }
}
