//! The golden case `features`, with all of its features off, because this crate does not declare them. The checks of the
//! workspace build it as a separate crate, with each feature and with all of them.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    unexpected_cfgs,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/features/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/features/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use serde_json::json;
use test_server::{Reply, Server};
use types::{Level, Problem};

#[tokio::test]
async fn operations_without_tags_are_always_available() {
    let server = Server::start([
        Reply::json(r#"{"level": "fine"}"#),
        Reply::new("500 Internal Server Error", &[], r#"{"message": "sorry"}"#),
    ]);
    let builder = Client::builder().base_url(server.url()).tenant("acme");
    let client = builder.build().unwrap();
    let status = client.get_status().await.unwrap();
    assert_eq!(status.level, Some(Level::Fine));
    let error = client.get_status().await.unwrap_err();
    let problem: &Problem = error.body().unwrap();
    assert_eq!(problem.message.as_deref(), Some("sorry"));
    assert_eq!(server.received()[0].header("x-tenant"), Some("acme"));
}

#[tokio::test]
async fn calls_by_name_distinguish_disabled_and_unknown_operations() {
    let client = Client::builder().base_url("http://localhost:1").build();
    let client = client.unwrap();
    let named = generated::operations();
    assert_eq!(named.len(), 1);
    for (name, message) in [
        (
            "getUser",
            "the operation `getUser` is not compiled in: it needs the cargo feature `users`",
        ),
        (
            "PUT /users/{id}",
            "the operation `PUT /users/{id}` is not compiled in: it needs the cargo feature `users` or `admin-tools`",
        ),
        ("getUsers", "unknown operation `getUsers`"),
    ] {
        let error = client.call_json(name, json!({})).await.unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(error.to_json()["kind"], "operation");
    }
}
