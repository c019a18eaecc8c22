//! Budgets, credit, usage and the ledger, over the native API.

use axum::body::Body;
use axum::http::Method;
use plantain_app::{PriceBook, PriceWish, Unpriced};
use plantain_store::Grant;
use serde_json::{Value, json};

use crate::house::{ADMIN_TOKEN, Answer, House, request};

/// A server on which a picture costs a quarter.
async fn house() -> House {
    let wish = PriceWish {
        amount: "0.25".into(),
        ..PriceWish::default()
    };
    let price = wish.check(&|name| name.to_owned()).unwrap();
    House::priced(PriceBook::new(vec![price], Unpriced::Refuse)).await
}

async fn ask(house: &House, secret: &str, method: Method, path: &str, body: Value) -> Answer {
    let bearer = format!("Bearer {secret}");
    let body = match body {
        Value::Null => Body::empty(),
        body => Body::from(body.to_string()),
    };
    let path = format!("/plantain/v1/{path}");
    house
        .send(request(method, &path, &[("authorization", &bearer)], body))
        .await
}

async fn get(house: &House, path: &str) -> Value {
    let answer = ask(house, ADMIN_TOKEN, Method::GET, path, Value::Null).await;
    assert_eq!(answer.status, 200, "{path}: {:?}", answer.bytes);
    answer.json()
}

async fn post(house: &House, path: &str, body: Value) -> Answer {
    ask(house, ADMIN_TOKEN, Method::POST, path, body).await
}

async fn draw(house: &House, secret: &str, count: u32) -> Answer {
    let body = json!({"prompt": "a cat", "size": "16x16", "count": count});
    ask(house, secret, Method::POST, "images/generate", body).await
}

#[tokio::test]
async fn a_budget_holds_and_is_told_of() {
    let house = house().await;
    let grant = Grant {
        team: Some("north".into()),
        ..Grant::default()
    };
    let key = house.granted("laptop", grant).await;
    let wish = json!({"subject": "team:north", "period": "day", "limit": "1", "alerts": [50]});
    let set = post(&house, "budgets", wish.clone()).await;
    assert_eq!(set.status, 200, "{:?}", set.bytes);
    let id = set.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(draw(&house, &key, 3).await.status, 200);
    let refused = draw(&house, &key, 2).await;
    assert_eq!(refused.status, 402);
    assert_eq!(refused.json()["error"]["code"], "budget_exceeded");
    let budget = &get(&house, "budgets").await["budgets"][0];
    let expected = json!({
        "id": id, "subject": "team:north", "period": "day", "limit": "1.00", "reserved": "0.00",
        "spent": "0.75", "left": "0.25", "alerts": [50], "alerts_passed": [50],
        "created_ms": budget["created_ms"],
    });
    assert_eq!(*budget, expected);
    // A budget that is set anew keeps its id and what was spent.
    let mut more = wish;
    more["limit"] = "2".into();
    let again = post(&house, "budgets", more).await.json();
    assert_eq!((&again["id"], &again["left"]), (&json!(id), &json!("1.25")));
    assert_eq!(draw(&house, &key, 2).await.status, 200);
    let path = format!("budgets/{id}");
    for status in [204, 404] {
        let removed = ask(&house, ADMIN_TOKEN, Method::DELETE, &path, Value::Null).await;
        assert_eq!(removed.status, status);
    }
}

#[tokio::test]
async fn credit_is_spent_and_added() {
    let house = house().await;
    let key = house.key("laptop").await;
    let wish = json!({"subject": "all", "amount": "0.5", "note": "gift"});
    assert_eq!(post(&house, "credit", wish).await.json()["balance"], "0.50");
    assert_eq!(draw(&house, &key, 2).await.status, 200);
    let refused = draw(&house, &key, 1).await;
    assert_eq!(refused.json()["error"]["code"], "no_credit");
    assert_eq!(get(&house, "credit?subject=all").await["balance"], "0.00");
    let other = get(&house, "credit?subject=team:north").await;
    assert_eq!(other["balance"], Value::Null);
    let kinds = get(&house, "ledger").await;
    let kinds: Vec<_> = kinds["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| format!("{} {}", line["kind"].as_str().unwrap(), line["amount"]))
        .collect();
    let expected = [
        "top_up \"0.50\"",
        "reserve \"0.50\"",
        "release \"0.50\"",
        "settle \"0.50\"",
    ];
    assert_eq!(kinds, expected);
}

#[tokio::test]
async fn keys_see_their_own_usage_and_accountants_everybodys() {
    let house = house().await;
    let (first, second) = (house.key("a").await, house.key("b").await);
    draw(&house, &first, 1).await;
    draw(&house, &second, 3).await;
    let own = ask(&house, &first, Method::GET, "usage?by=key", Value::Null).await;
    let own = own.json();
    assert_eq!(own["usage"].as_array().unwrap().len(), 1);
    assert_eq!(own["charged"], "0.25");
    assert_eq!(get(&house, "usage?by=model").await["charged"], "1.00");
    let csv = ask(
        &house,
        ADMIN_TOKEN,
        Method::GET,
        "usage?by=model&format=csv",
        Value::Null,
    )
    .await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    let text = String::from_utf8(csv.bytes.to_vec()).unwrap();
    assert_eq!(text, "model,tasks,pictures,charged\r\neasel,2,4,1.00\r\n");
    for path in ["budgets", "ledger", "credit?subject=all"] {
        let refused = ask(&house, &first, Method::GET, path, Value::Null).await;
        assert_eq!(refused.status, 403, "{path}");
    }
    let prices = ask(&house, &first, Method::GET, "prices", Value::Null).await;
    assert_eq!(prices.json()["prices"][0]["amount"], "0.25");
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let house = house().await;
    let good = json!({"subject": "all", "period": "day", "limit": "1"});
    for (field, value) in [
        ("subject", json!("everybody")),
        ("subject", json!("key:key_unknown")),
        ("period", json!("week")),
        ("limit", json!("-1")),
        ("limit", json!("1.0000001")),
        ("alerts", json!([0])),
        ("alerts", json!([101])),
        ("alerts", json!([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])),
    ] {
        let mut wish = good.clone();
        wish[field] = value.clone();
        let answer = post(&house, "budgets", wish).await;
        assert_eq!(answer.status, 400, "{field} {value}");
        assert_eq!(answer.json()["error"]["field"], field, "{value}");
    }
    let nothing = json!({"subject": "all", "amount": "0"});
    assert_eq!(post(&house, "credit", nothing).await.status, 400);
    for path in [
        "usage?by=week",
        "usage?from=yesterday",
        "usage?format=xml",
        "ledger?limit=0",
        "ledger?after=x",
        "credit",
    ] {
        let answer = ask(&house, ADMIN_TOKEN, Method::GET, path, Value::Null).await;
        assert_eq!(answer.status, 400, "{path}");
    }
}
