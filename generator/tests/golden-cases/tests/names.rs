//! The golden case `names`: any names compile, and are unchanged on the wire.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/names/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/names/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use operations::{ReplaceThingType, ReplaceThingZone};
use serde_json::{Value, json};
use test_server::{Reply, Server};
use types::ThingKind;

#[tokio::test]
async fn names_on_the_wire_are_those_of_the_document() {
    let response = json!({"kind": "quote\"d\\", "": "nothing", "with space": "x"});
    let server = Server::start([Reply::json(response.to_string())]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let thing = client
        .replace_thing("path", ReplaceThingType::Plus1)
        .query_id("query")
        .send_(true)
        .clone_(false)
        .user_ids(["a", "b"])
        .body_id(7)
        .self_(true)
        .sent("1")
        .sent_less("2")
        .query_sent("3")
        .zone(ReplaceThingZone::GmtMinus1)
        .foo_bar("snake")
        .body_foo_bar("camel")
        .await
        .unwrap();
    let request = &server.received()[0];
    assert_eq!(
        request.target,
        "/things/path/%2B1?id=query&send=true&clone=false&userIDs=a&userIDs=b&Sent%5B%5D=3&Sent%3C=2&Sent=1&zone=GMT-1"
    );
    assert_eq!(
        serde_json::from_str::<Value>(&request.body).unwrap(),
        json!({"id": 7, "self": true, "fooBar": "camel", "foo_bar": "snake"})
    );
    assert_eq!(thing.kind, ThingKind::QuoteD);
    assert_eq!(thing.empty.as_deref(), Some("nothing"));
    assert_eq!(serde_json::to_value(&thing).unwrap(), response);
}

#[tokio::test]
async fn names_with_several_locations_are_qualified_in_flat_input() {
    let server = Server::start([Reply::json("{\"kind\": \"a\"}")]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let input = json!({"path.id": "p", "query.id": "q", "body.id": 1, "type": "other"});
    client.call_json("replaceThing", input).await.unwrap();
    let request = &server.received()[0];
    assert_eq!(request.target, "/things/p/other?id=q");
    assert_eq!(request.body, "{\"id\":1}");
    let unqualified = client
        .call_json("replaceThing", json!({"id": "p", "type": "a"}))
        .await;
    assert!(unqualified.unwrap_err().to_string().contains("path.id"));
}

#[tokio::test]
async fn setters_avoid_other_methods_of_their_type() {
    let server = Server::start([Reply::json("{}")]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let parts = types::RequestParts::new()
        .new_("n")
        .name_null_()
        .name_null("x")
        .ri_ben("j");
    let call = client
        .replace_parts("p")
        .with_header_("h")
        .new("q")
        .into_list(["l"]);
    call.request_parts(parts).await.unwrap();
    let request = &server.received()[0];
    assert_eq!(request.target, "/parts/p?with_header=h&new=q&into_list=l");
    assert_eq!(
        serde_json::from_str::<Value>(&request.body).unwrap(),
        json!({"new": "n", "name": null, "name_null": "x", "日本": "j"})
    );
}

#[tokio::test]
async fn a_body_that_shares_a_name_with_a_parameter_is_qualified_too() {
    let server = Server::start([Reply::json("{}")]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    client
        .call_json("replaceParts", json!({"path.of": "p"}))
        .await
        .unwrap();
    let input = json!({"path.of": "p", "body.of": "b", "name": "x"});
    client.call_json("replaceParts", input).await.unwrap();
    let received = server.received();
    assert_eq!(
        (received[0].target.as_str(), received[0].body.as_str()),
        ("/parts/p", "")
    );
    assert_eq!(received[1].target, "/parts/p");
    assert_eq!(
        serde_json::from_str::<Value>(&received[1].body).unwrap(),
        json!({"of": "b", "name": "x"})
    );
}

#[tokio::test]
async fn only_methods_of_the_client_are_reserved() {
    let server = Server::start([Reply::json("{}")]);
    let builder = Client::builder().base_url(server.url());
    let builder = builder.env("test").wrong("no").retry_header("never");
    let client = builder.build().unwrap().with_env("live").unwrap();
    // An operation and a schema may have the names of the client's types.
    let types::ClientBuilder { client: name, .. } = client.client().await.unwrap();
    assert_eq!(name, None);
    let sent = &server.received()[0];
    let headers = ["x-env", "x-wrong", "x-retry"].map(|name| sent.header(name));
    assert_eq!(headers, [Some("live"), Some("no"), Some("never")]);
}

#[test]
fn values_of_an_enum_are_distinct() {
    let values = [
        "",
        "+1",
        "-1",
        "self",
        "other",
        "Other",
        "1st",
        "something new",
    ];
    let types: Vec<ReplaceThingType> = values.iter().map(|value| (*value).into()).collect();
    // The one that is spelled like its variant has that name.
    assert_eq!(types[4], ReplaceThingType::Other2);
    assert_eq!(types[5], ReplaceThingType::Other);
    assert!(matches!(&types[7], ReplaceThingType::Unlisted(value) if value.as_str() == values[7]));
    let back: Vec<&str> = types.iter().map(ReplaceThingType::as_str).collect();
    assert_eq!(back, values);
}
