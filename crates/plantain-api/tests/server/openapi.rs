//! The OpenAPI document is committed, so that every change of the surface is seen in review.

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

#[tokio::test]
async fn it_is_served() {
    let house = House::open().await;
    let json = house.get("/openapi.json").await.json();
    assert!(json["openapi"].as_str().unwrap().starts_with("3.1"));
    assert!(json["paths"]["/plantain/v1/images/generate"]["post"].is_object());
}
