//! The OpenAPI document is committed, so that every change of the surface is seen in review.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::house::House;

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");

#[test]
fn the_committed_document_is_the_code() {
    let document = plantain_api::openapi_document().unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(COMMITTED, &document).unwrap();
    }
    let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
    assert!(
        committed == document,
        "the surface changed; look at it and run the tests with BLESS=1 to commit it"
    );
}

/// The operations of the document with their names, as in "GET /healthz".
fn operations() -> Vec<(String, Value)> {
    let text = plantain_api::openapi_document().unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let named = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().iter();
        methods.map(move |(method, operation)| {
            let name = format!("{} {path}", method.to_uppercase());
            (name, operation.clone())
        })
    });
    named.collect()
}

/// `conformance/test_document.py` executes what stands there.
#[test]
fn every_operation_can_be_executed_as_it_stands() {
    for (name, operation) in operations() {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let needed = parameter["required"] == true;
            let shown = !parameter["example"].is_null();
            assert!(shown || !needed, "{name}: {parameter}");
        }
        let content = &operation["requestBody"]["content"];
        for (kind, body) in content.as_object().into_iter().flatten() {
            assert!(!body["example"].is_null(), "{name}: {kind}");
        }
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.keys().any(|status| status.starts_with('2')));
        assert!(responses.contains_key("4XX") && responses.contains_key("5XX"));
    }
}

#[test]
fn no_example_is_of_something_else() {
    let operations = operations();
    let text = include_str!("../../src/openapi/examples.json");
    let examples: Value = serde_json::from_str(text).unwrap();
    for (name, example) in examples.as_object().unwrap() {
        let found = operations.iter().find(|(other, _)| other == name);
        let (_, operation) = found.unwrap_or_else(|| panic!("{name} is gone"));
        let parameters = operation["parameters"].as_array();
        for field in ["parameters", "from"] {
            for wanted in example[field].as_object().into_iter().flatten() {
                let known = parameters.into_iter().flatten();
                let mut known = known.map(|parameter| &parameter["name"]);
                assert!(known.any(|known| known == wanted.0), "{name}: {wanted:?}");
            }
        }
        for from in example["from"].as_object().into_iter().flatten() {
            let (source, _) = from.1.as_str().unwrap().split_once('#').unwrap();
            let known = operations.iter().any(|(other, _)| other == source);
            assert!(known, "{name}: {source}");
        }
    }
}

#[test]
fn no_two_operations_have_one_name() {
    let operations = operations();
    let names: BTreeSet<String> = operations
        .iter()
        .map(|(_, operation)| operation["operationId"].to_string())
        .collect();
    assert_eq!(names.len(), operations.len());
}

#[tokio::test]
async fn it_is_served() {
    let house = House::open().await;
    let json = house.get("/openapi.json").await.json();
    assert!(json["openapi"].as_str().unwrap().starts_with("3.1"));
    assert!(json["paths"]["/plantain/v1/images/generate"]["post"].is_object());
}
