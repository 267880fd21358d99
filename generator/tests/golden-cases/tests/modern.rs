//! The golden case `modern`, a document in OpenAPI 3.1, on this runtime.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/modern/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/modern/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use serde_json::json;
use test_server::{Reply, Server};
use types::{Line, Order, OrderKind, OrderPaymentCard, OrderPaymentCash, OrderPaymentCashBy};

fn mirror() -> (Server, Client) {
    let server = Server::answering(|_, request| {
        Reply::json(if request.body.is_empty() {
            r#"{"kind":"order","note":null,"lines":[{"item":"tea","new":1}],"payment":null}"#
        } else {
            &request.body
        })
    });
    let client = Client::builder().base_url(server.url()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn lists_of_types_constants_and_definitions_become_types() {
    let (server, client) = mirror();
    let order = Order::new(OrderKind::Order, None, [Line::new("tea").count(2)])
        .pair(["a", "b"])
        .share(0.5)
        .payment(OrderPaymentCash::new(OrderPaymentCashBy::Cash))
        .seal("AAE=");
    assert_eq!(client.order(order.clone()).await.unwrap(), order);
    assert_eq!(
        server.received()[0].body,
        concat!(
            r#"{"kind":"order","note":null,"lines":[{"item":"tea","count":2}],"pair":["a","b"],"share":0.5,"#,
            r#""payment":{"by":"cash"},"seal":"AAE="}"#
        )
    );
    let input = json!({
        "kind": "order", "note": "soon", "lines": [], "place": {"city": "Bern"},
        "payment": {"by": "card", "card": "4111"},
    });
    let response = client.call_json("order", input.clone()).await.unwrap();
    assert_eq!(response, input);
    let card = serde_json::from_value::<OrderPaymentCard>(json!({"by": "card"}));
    assert_eq!(card.unwrap_err().to_string(), "missing field `card`");
}

#[tokio::test]
async fn a_parameter_of_several_types_on_a_path_that_is_a_reference() {
    let (server, client) = mirror();
    client.read_order("a/b").await.unwrap();
    let order = client.read_order(7).await.unwrap();
    assert_eq!(order.lines[0].item, "tea");
    let targets: Vec<_> = server
        .received()
        .into_iter()
        .map(|got| got.target)
        .collect();
    assert_eq!(targets, ["/orders/a%2Fb", "/orders/7"]);
}
