//! Errors of calls: their text, their sources, and errors that the service reports.

use std::error::Error;
use std::time::Duration;

use botpress_runtime::operations::{DeleteUser, GetUser};
use botpress_runtime::runtime::codegen::{Decode, RequestParts};
use botpress_runtime::runtime::{Operation, RawResponse, Request, RetryPolicy};
use botpress_runtime::testing::{Reply as Canned, Service};
use botpress_runtime::{Client, ErrorKind};

use serde_json::{Value, json};

use super::{Echo, TOKEN, builder, client, quick};
use test_server::{Reply, Server};

#[tokio::test]
async fn errors_of_the_service_have_their_type_and_message() {
    let body = r#"{"id": "err_1", "code": 404, "type": "ResourceNotFound", "message": "No such conversation", "new": 1}"#;
    let older = r#"{"type": "RateLimited", "description": "Slow down", "status": 429}"#;
    let server = Server::start([
        Reply::new("404 Not Found", &[("x-request", "r1")], body),
        Reply::new("400 Bad Request", &[], body),
        Reply::new("429 Too Many Requests", &[], older),
        Reply::new(
            "502 Bad Gateway",
            &[("content-type", "text/html")],
            "<html>\n<h1>502</h1>",
        ),
        Reply::new("500 Internal Server Error", &[], &body[..40]),
        Reply::new("503 Service Unavailable", &[], ""),
    ]);
    let client = client(&server).with_retry(RetryPolicy::none());
    let mut errors = Vec::new();
    for _ in 0..6 {
        errors.push(client.delete_conversation("conv_1").await.unwrap_err());
    }
    let texts: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "deleteConversation: 404 ResourceNotFound: No such conversation (id err_1)",
            "deleteConversation: 404 ResourceNotFound (HTTP status 400): No such conversation (id err_1)",
            "deleteConversation: 429 RateLimited: Slow down",
            "deleteConversation: 502 Bad Gateway: <html> <h1>502</h1>",
            r#"deleteConversation: 500 Internal Server Error: {"id": "err_1", "code": 404, "type": "Re"#,
            "deleteConversation: 503 Service Unavailable",
        ]
    );
    assert!(errors[0].is_not_found() && errors[1].is_not_found() && errors[2].is_rate_limited());
    assert!(
        errors[3..]
            .iter()
            .all(|error| error.is_server_error() && error.body().is_none())
    );
    let api = errors[0].api().unwrap();
    let boxed: Box<dyn Error> = Box::new(api.clone());
    assert!(texts[0].ends_with(&boxed.to_string()) && errors[0].source().is_none());
    assert_eq!(api.headers()["x-request"], "r1");
    assert_eq!(api.text(), body);
    assert!(size_of_val(&errors[0]) <= size_of::<usize>());
}

#[tokio::test]
async fn an_error_body_that_deviates_from_the_document_is_read_as_far_as_possible() {
    let bodies = [
        "\u{feff}{\"type\": \"RateLimited\", \"message\": \"m\"}",
        r#"{"type": "RateLimited", "message": "cut \ud83d"}"#,
        r#"{"type": "RateLimited", "code": "429", "message": "m"}"#,
        r#"{"type": "RateLimited", "code": 429.0}"#,
        r#"{"type": "RateLimited", "message": {"text": ["m"]}, "id": null, "status": {}}"#,
        r#"{"type": "Newer", "code": "429"}"#,
    ];
    for body in bodies {
        let server = Server::start([Reply::new("400 Bad Request", &[], body), Reply::json("{}")]);
        let client = client(&server).with_retry(quick());
        client.delete_conversation("conv_1").await.expect(body);
        assert_eq!(server.received().len(), 2, "{body}");
    }
    let body = r#"{"type": "ResourceNotFound", "code": [], "message": {"a": 1}}"#;
    let server = Server::start([Reply::new("500 Internal Server Error", &[], body)]);
    let error = client(&server).get_user("u").await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    let text = r#"getUser: 404 ResourceNotFound (HTTP status 500): {"a":1}"#;
    assert_eq!(error.to_string(), text);
    assert_eq!(error.body().unwrap().code, None);
}

#[tokio::test]
async fn an_error_body_that_is_not_valid_is_read_as_far_as_possible() {
    let valid = r#"{"type": "ResourceNotFound", "message": "m"}"#;
    let utf_16: Vec<u8> = valid.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let full = "getUser: 404 ResourceNotFound (HTTP status 500): m";
    let bodies: [(&[u8], &str); 12] = [
        (
            br#"{"type": "ResourceNotFound", "metadata": NaN, "message": "m"}"#,
            full,
        ),
        (
            br#"{"type": "ResourceNotFound", "code": 1e999, "message": "m"}"#,
            full,
        ),
        (
            b"{\"type\": \"ResourceNotFound\", \"message\": \"m\", \"id\": \"a\nb\"}",
            full,
        ),
        (
            br#"{"type": "ResourceNotFound", "message": "m"} -- end"#,
            full,
        ),
        (
            br#"{"type": "ResourceNotFound", "message": "m", "metadata": {"a": [1, 2"#,
            "getUser: 500 ResourceNotFound: m",
        ),
        (&utf_16, full),
        (
            br#"{"type": "Newer", "code": 0, "status": 404, "message": "m"}"#,
            "getUser: 404 Newer (HTTP status 500): m",
        ),
        (
            br#"{"type": "Newer", "code": 200, "status": 99999}"#,
            "getUser: 500 Newer: ",
        ),
        (
            br#"{"message": "m"}"#,
            "getUser: 500 Internal Server Error: m",
        ),
        (
            br#"{"type": null, "code": 404, "message": "m"}"#,
            "getUser: 404 (HTTP status 500 Internal Server Error): m",
        ),
        (
            br#"{"status": "404"}"#,
            "getUser: 404 (HTTP status 500 Internal Server Error): ",
        ),
        (
            b"[oops] {}",
            "getUser: 500 Internal Server Error: [oops] {}",
        ),
    ];
    for (body, text) in bodies {
        let server = Server::start([Reply::new("500 Internal Server Error", &[], body)]);
        let error = client(&server).get_user("u").await.unwrap_err();
        assert!(error.to_string().starts_with(text), "{error}");
        assert_eq!(error.is_not_found(), text.contains("404"), "{error}");
        let api = error.api().unwrap();
        assert_eq!(api.text(), String::from_utf8_lossy(body));
        assert_eq!(
            api.body().is_some(),
            text.contains("ResourceNotFound") || text.contains("Newer")
        );
    }
}

#[tokio::test]
async fn a_status_without_a_name_is_a_number() {
    let server = Server::start([
        Reply::new("499 Odd", &[], ""),
        Reply::new("299 Odd", &[], "x"),
    ]);
    let client = client(&server);
    let text = async || client.call(Echo::new("a")).await.unwrap_err().to_string();
    assert_eq!(text().await, "echo: 499");
    let undecodable = text().await;
    assert!(
        undecodable.starts_with("echo: cannot decode the response (299): "),
        "{undecodable}"
    );
}

#[tokio::test]
async fn a_base_url_that_repeats_the_path_is_a_hint_in_the_error() {
    let server = Server::start([Reply::new("404 Not Found", &[], "")]);
    let text = async |base: &str| {
        let client = builder(&server).base_url(server.url() + base).build();
        let call = client.unwrap().delete_conversation("c");
        call.await.unwrap_err().to_string()
    };
    let hint = "deleteConversation: 404 Not Found (the path `/v1/chat` is in the base URL and in the operation)";
    assert_eq!(text("/v1/chat").await, hint);
    assert_eq!(text("/gateway/v1/chat/").await, hint);
    assert!(text("/v1").await.contains("`/v1` is in"));
    for base in ["", "/v1/chats", "/v", "/chat"] {
        assert_eq!(text(base).await, "deleteConversation: 404 Not Found");
    }
}

/// An operation whose own server has the first segment of its path, too.
#[derive(Clone, Debug)]
struct Repeated;

impl Request for Repeated {
    type Response = Value;
    type Error = Value;

    const OPERATION: Operation =
        Operation::get("getItem", "/store/item").with_server("https://shop.example/store");

    fn encode(&self, _: &mut RequestParts) {}

    fn decode(response: &RawResponse) -> Decode<Value> {
        response.json()
    }
}

#[tokio::test]
async fn a_path_that_the_document_repeats_is_no_mistake() {
    let service = Service::new();
    service.on(|_: &Repeated| true).reply(Canned::new(404));
    let text = "getItem: 404 Not Found";
    let wrong =
        "getItem: 404 Not Found (the path `/store` is in the base URL and in the operation)";
    for (base, is_not_found, expected) in [
        (None, true, text),
        (Some("https://proxy.example/store/"), true, text),
        (Some("https://proxy.example"), true, text),
        (Some("https://shop.example/store/store"), false, wrong),
    ] {
        let builder = match base {
            Some(base) => service.builder().base_url(base),
            None => service.builder(),
        };
        let client = builder.build().unwrap();
        let error = client.call(Repeated).await.unwrap_err();
        assert_eq!(error.to_string(), expected, "{base:?}");
        assert_eq!(error.is_not_found(), is_not_found, "{base:?}");
    }
}

#[tokio::test]
async fn a_404_of_something_else_than_the_service_says_nothing_about_the_object() {
    let html = [("content-type", "text/html")];
    let plain = [("content-type", "text/plain")];
    let known = r#"{"type": "ResourceNotFound", "message": "m"}"#;
    let page = "<!DOCTYPE HTML><html><title>404 Not Found</title>";
    let reply = |headers: &[(&str, &str)], body: &str| Reply::new("404 Not Found", headers, body);
    let replies = [
        (reply(&html, page), false, false),
        (reply(&[], page), false, false),
        (reply(&[], ""), true, false),
        (reply(&plain, "no such user"), true, false),
        (reply(&[], r#"{"message": "m"}"#), true, false),
        (reply(&[], known), true, true),
    ];
    for (reply, at_base, at_repeated_path) in replies {
        let server = Server::start([reply]);
        for (path, expected) in [("", at_base), ("/v1/chat", at_repeated_path)] {
            let client = builder(&server).base_url(server.url() + path).build();
            let error = client.unwrap().get_user("u").await.unwrap_err();
            assert_eq!(error.status(), Some(404));
            assert_eq!(error.is_not_found(), expected, "{path}: {error}");
        }
    }
    let server = Server::start([Reply::new("409 Conflict", &html, page)]);
    let error = client(&server).delete_user("u").await.unwrap_err();
    assert!(error.status() == Some(409) && !error.is_conflict());
}

#[tokio::test]
async fn errors_display_as_one_line() {
    let message = format!("two\nlines\u{1b}[31m {}", "x".repeat(1000));
    let body = json!({"type": "Internal", "message": message}).to_string();
    let server = Server::start([Reply::new("500 Internal Server Error", &[], &body)]);
    let client = client(&server);
    let error = client.delete_conversation("conv_1").await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("deleteConversation: 500 Internal: two lines [31m xxx"),
        "{text}"
    );
    assert!(text.ends_with("x…") && text.len() < 600, "{text}");
    assert_eq!(error.body().unwrap().message.as_deref(), Some(&*message));
}

#[tokio::test]
async fn names_and_ids_of_errors_cannot_break_a_line() {
    let body = r#"{"id": "err\n1", "code": 404, "type": "Not\r\nFound", "message": "a\nb"}"#;
    let server = Server::start([Reply::new("404 Not Found", &[], body)]);
    let error = client(&server).delete_user("user_1").await.unwrap_err();
    let text = "deleteUser: 404 Not Found: a b (id err 1)";
    assert_eq!(error.to_string(), text);
}

#[tokio::test]
async fn a_failed_connection_is_a_transport_error() {
    // No test listens on this port.
    let client = Client::builder()
        .base_url("http://127.0.0.1:1")
        .token(TOKEN)
        .bot_id("b")
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Transport(error) if error.is_connect()),
        "{error:?}"
    );
    let text = error.to_string();
    assert!(
        text.starts_with("echo: no connection to the service: "),
        "{text}"
    );
    // A report of the error and its sources shows the cause once.
    assert!(error.source().is_none());
    let ErrorKind::Transport(transport) = error.into_kind() else {
        panic!("{text}")
    };
    assert!(transport.http_error().is_connect() && text.ends_with(&transport.to_string()));
    assert!(transport.source().is_none());

    let server = Server::start([Reply::raw(
        &["HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n[1", "", "]"],
        Duration::ZERO,
    )]);
    let client = builder(&server)
        .timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    assert!(client.call(Echo::new("a")).await.is_err());
}

const FAILURE: &str = r#"{"id": "err_1", "code": 503, "type": "Internal", "message": "m"}"#;

#[tokio::test]
async fn an_error_says_its_id_and_how_many_attempts_in_how_much_time() {
    let server = Server::start([Reply::new("503 Service Unavailable", &[], FAILURE)]);
    let client = client(&server);
    let error = client.get_user("u").with_retry(quick()).await.unwrap_err();
    assert_eq!(error.id(), Some("err_1"));
    assert_eq!((error.attempts(), server.received().len()), (4, 4));
    let text = format!(
        "getUser: 500 Internal (HTTP status 503): m (id err_1) (4 attempts in {:.1?})",
        error.elapsed()
    );
    assert_eq!(error.to_string(), text);
    assert!(error.elapsed() > Duration::ZERO);
    // One attempt is not worth mentioning.
    let call = client.get_user("u").with_retry(RetryPolicy::none());
    let error = call.await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert!(!error.to_string().contains("attempt"), "{error}");
    // Nothing was sent.
    let error = client.get_user("").await.unwrap_err();
    assert_eq!((error.attempts(), error.elapsed()), (0, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn errors_without_a_response_have_attempts_too() {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .reply(Canned::no_connection());
    let call = service.client().get_user("u");
    let policy = RetryPolicy::default().min_delay(Duration::from_secs(5));
    let error = call.with_retry(policy.max_retries(1)).await.unwrap_err();
    assert!(error.is_transport());
    assert_eq!(error.attempts(), 2);
    assert!(error.elapsed() >= Duration::from_secs(5));
    assert!(error.to_string().contains(" (2 attempts in "), "{error}");
    // The number is that of the call, whatever is wrong with the response.
    let service = Service::new();
    let rule = service.on(|_: &GetUser| true);
    let rule = rule.reply(Canned::new(503)).times(1).then();
    rule.reply(Canned::new(200).chunk("x"));
    let error = service.client().get_user("u").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode { .. }));
    assert_eq!(error.attempts(), 2);
    let input = json!({"id": "u"});
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .reply(Canned::new(503).chunk(FAILURE));
    let error = service.client().call_json("getUser", input).await;
    let text = error.unwrap_err().to_string();
    assert!(text.contains("(id err_1) (4 attempts in "), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_delete_that_was_repeated_says_why_nothing_is_there() {
    let hint = "(an earlier attempt may have deleted it) (2 attempts in ";
    for (first, is_perhaps_done) in [
        (Canned::lost_connection(), true),
        (Canned::new(502), true),
        (Canned::hang(), true),
        // The service has not processed it.
        (Canned::no_connection(), false),
        (Canned::new(429), false),
    ] {
        let service = Service::new();
        let rule = service.on(|_: &DeleteUser| true);
        let rule = rule.reply(first).times(1).then();
        rule.reply(Canned::new(404));
        let error = service.client().delete_user("u").await.unwrap_err();
        assert!(error.is_not_found());
        assert_eq!(error.attempts(), 2);
        assert_eq!(error.to_string().contains(hint), is_perhaps_done, "{error}");
        let first = service.client().delete_user("u").await.unwrap_err();
        assert_eq!(first.to_string(), "deleteUser: 404 Not Found");
    }
}
