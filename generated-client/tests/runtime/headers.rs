//! Headers of a client and of a call.

use botpress_runtime::ErrorKind;
use serde_json::json;

use super::{Echo, builder};
use test_server::{Reply, Server};

#[tokio::test]
async fn headers_of_a_client_are_sent_with_each_call() {
    let server = Server::start([Reply::json("null")]);
    let client = builder(&server).user_agent("mine/1").header("x-extra", 1);
    let client = client.build().unwrap();
    client.call(Echo::new("a")).await.unwrap();
    let client = client.with_token("another").unwrap();
    let client = client.with_integration_alias("alias").unwrap();
    client.call(Echo::new("a")).await.unwrap();

    let [first, second] = &server.received()[..] else {
        panic!("not two requests")
    };
    assert_eq!(
        (first.header("user-agent"), first.header("x-extra")),
        (Some("mine/1"), Some("1"))
    );
    assert_eq!(
        first.header("authorization"),
        Some("Bearer secret-token-0001")
    );
    assert_eq!(second.header("authorization"), Some("Bearer another"));
    assert_eq!(second.header("x-integration-alias"), Some("alias"));
    assert!(
        client
            .with_bot_id("")
            .unwrap_err()
            .to_string()
            .contains("`bot_id` is not set")
    );
    assert!(client.with_token("a\nb").is_err());
}

#[tokio::test]
async fn headers_of_the_connection_cannot_be_set() {
    let server = Server::start([Reply::json("null")]);
    let client = builder(&server).build().unwrap();
    for name in [
        "content-length",
        "Transfer-Encoding",
        "connection",
        "TE",
        "upgrade",
        "expect",
        "Keep-Alive",
        "trailer",
        "Proxy-Authorization",
        "proxy-x",
    ] {
        let call = client.call(Echo::new("a")).with_header(name, 3);
        let error = call.await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Encode(_)), "{error}");
        assert!(error.to_string().contains("belongs to the connection"));
        assert!(client.with_header(name, 3).is_err(), "{name}");
        let error = builder(&server).header(name, 3).build().unwrap_err();
        assert_eq!(error.setting(), name.to_lowercase());
        let input = json!({"id": "u", format!("header.{name}"): "3"});
        client.call_json("deleteUser", input).await.unwrap_err();
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn headers_that_contradict_the_request_cannot_be_set() {
    let server = Server::start([Reply::json("null")]);
    let client = builder(&server).build().unwrap();
    for (name, problem) in [
        ("Host", "header `Host` is a part of the base URL"),
        (
            "content-encoding",
            "header `content-encoding` describes a compression",
        ),
        ("a\r\nb", "header `a\\r\\nb` is not a valid header name"),
    ] {
        let error = client.call(Echo::new("a")).with_header(name, "gzip").await;
        let error = error.unwrap_err().to_string();
        assert!(error.contains(problem) && !error.contains('\n'), "{error}");
        builder(&server).header(name, "gzip").build().unwrap_err();
        client.with_header(name, "gzip").unwrap_err();
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn an_empty_value_removes_a_header_from_a_call() {
    let server = Server::start([Reply::json("null")]);
    let client = builder(&server).header("x-extra", 1).build().unwrap();
    for empty in ["", " ", "\t"] {
        let call = client.call(Echo::new("a")).with_header("X-Extra", empty);
        call.with_header("authorization", empty).await.unwrap();
        let got = server.received().pop().unwrap();
        assert_eq!(
            (got.header("x-extra"), got.header("authorization")),
            (None, None)
        );
        // Required headers cannot be removed.
        let error = client.get_user("u").with_bot_id(empty).await.unwrap_err();
        let text = "getUser: the client's setting `bot_id` is empty in this call";
        assert_eq!(error.to_string(), text);
    }
    let cookie = Echo {
        cookie: "c".into(),
        ..Echo::new("a")
    };
    let call = client.call(cookie).with_header("cookie", "");
    call.with_header("content-type", "").await.unwrap();
    let got = server.received().pop().unwrap();
    // The cookies of the inputs are sent.
    assert_eq!(
        (got.header("cookie"), got.header("content-type")),
        (Some("crumb=c"), None)
    );
    let call = client.call(Echo::new("a")).with_header("x-extra", "");
    call.with_header("x-extra", " 2 ").await.unwrap();
    assert_eq!(
        server.received().pop().unwrap().header("x-extra"),
        Some("2")
    );
    assert_eq!(server.received().len(), 5);
    client.call(Echo::new("a")).await.unwrap();
    assert_eq!(
        server.received().pop().unwrap().header("x-extra"),
        Some("1")
    );
}

#[tokio::test]
async fn an_empty_value_removes_a_header_from_a_client() {
    let server = Server::start([Reply::json("null")]);
    let blank = builder(&server).header("x-extra", " ").build().unwrap();
    blank.call(Echo::new("a")).await.unwrap();
    assert_eq!(server.received()[0].header("x-extra"), None);
    let client = blank.with_header("Authorization", "").unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    let text = "echo: the client's setting `token` is not set";
    assert_eq!(error.to_string(), text);
    let client = blank.with_header("authorization", "Custom 1").unwrap();
    client.call(Echo::new("a")).await.unwrap();
    let error = builder(&server).bot_id(" ").build().unwrap_err();
    assert_eq!(error.setting(), "bot_id");
}

#[tokio::test]
async fn a_setting_with_an_empty_value_is_not_replaced_by_the_one_of_the_client() {
    let server = Server::start([Reply::json("{}")]);
    let client = builder(&server).integration_id("i").build().unwrap();
    let required = "deleteUser: the client's setting `bot_id` is empty in this call";
    let optional = "deleteUser: the client's setting `integration_id` is empty in this call";
    for (header, text) in [("x-bot-id", required), ("x-integration-id", optional)] {
        let spellings = [header, &header.to_uppercase()].map(|name| format!("header.{name}"));
        for name in spellings.into_iter().chain([header.to_owned()]) {
            for empty in [json!(""), json!(" "), json!(null)] {
                let input = json!({"id": "u", &name: empty});
                let error = client.call_json("deleteUser", input).await.unwrap_err();
                assert_eq!(error.to_string(), text, "{name}");
            }
        }
    }
    let call = client.delete_user("u").with_integration_id("");
    assert_eq!(call.await.unwrap_err().to_string(), optional);
    let error = client.with_integration_id(" ").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the client's setting `integration_id` is empty"
    );
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn the_user_agent_names_this_crate() {
    let server = Server::start([Reply::json("null")]);
    let client = builder(&server).build().unwrap();
    client.call(Echo::new("a")).await.unwrap();
    let expected = concat!("botpress-runtime/", env!("CARGO_PKG_VERSION"));
    assert_eq!(server.received()[0].header("user-agent"), Some(expected));
}
