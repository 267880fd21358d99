//! Successful responses, with and without deviations from the document.

use std::error::Error as _;

use botpress_runtime::ErrorKind;
use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::runtime::codegen::RequestParts;
use botpress_runtime::runtime::{Binary, FromResponse, Operation, Request, Text};
use serde_json::{Value, json};

use super::{Echo, client};
use test_server::{Reply, Server};

#[tokio::test]
async fn a_response_that_cannot_be_decoded_is_an_error() {
    let body =
        json!({"conversations": [{"id": "a", "createdAt": "yesterday"}], "meta": {}}).to_string();
    let server = Server::start([
        Reply::json(&body),
        Reply::json(r#"{"conversations":[]}"#),
        Reply::json(""),
    ]);
    let client = client(&server);
    let error = client.list_conversations().await.unwrap_err();
    let ErrorKind::Decode {
        error: problem,
        response,
    } = error.kind()
    else {
        panic!("{error}")
    };
    assert_eq!(problem.path(), "$.conversations[0].createdAt");
    assert!(problem.excerpt().starts_with(r#""yesterday""#));
    assert_eq!(response.body(), body.as_bytes());
    assert!(
        error
            .to_string()
            .starts_with("listConversations: cannot decode the response (200 OK): "),
        "{error}"
    );
    assert!(error.source().is_none() && problem.source().is_none());

    let error = client.list_conversations().await.unwrap_err();
    assert!(
        error.to_string().contains("missing field `meta` at $"),
        "{error}"
    );
    assert!(matches!(
        client.list_conversations().await.unwrap_err().kind(),
        ErrorKind::Decode { .. }
    ));
}

#[tokio::test]
async fn null_is_an_empty_list_or_map() {
    let server = Server::start([
        Reply::json(r#"{"conversations":null,"meta":{}}"#),
        Reply::json(
            r#"{"users":[{"id":"u","createdAt":"2024-01-01T00:00:00Z","updatedAt":"2024-01-01T00:00:00Z","tags":null},{"id":"v","createdAt":"2024-01-01T00:00:00Z","updatedAt":"2024-01-01T00:00:00Z","tags":null}],"meta":null}"#,
        ),
        Reply::json(r#"{"user":null}"#),
    ]);
    let client = client(&server);
    let page = client.list_conversations().await.unwrap();
    assert!(page.conversations.is_empty());
    let users = client.list_users().collect_all().await.unwrap();
    assert!(users.len() == 2 && users[1].tags.is_empty());
    let error = client.get_user("u").await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("null, expected an object at $.user"),
        "{error}"
    );
}

#[tokio::test]
async fn a_response_without_required_members_may_be_anything() {
    for body in [
        "",
        " \r\n",
        "null",
        "OK",
        "\"ok\"",
        "true",
        "[]",
        "Deleted: 1",
        "\u{feff}",
        "\u{feff} \n",
        "\u{feff}null",
        "{",
        "{a: 1}",
        "{\"a\": }",
        "{} trailing",
        "<deleted/>",
        "<?xml version=\"1.0\"?><ok>1</ok>",
        "NaN",
    ] {
        let server = Server::start([Reply::json(body)]);
        let client = client(&server);
        client.delete_user("u").await.expect(body);
        // Other types stay strict.
        client.get_user("u").await.expect_err(body);
    }
    for page in [
        "<html>Log in</html>",
        " \n<!doctype HTML>\n<title>Log in</title>",
    ] {
        let server = Server::start([Reply::json(page)]);
        client(&server).delete_user("u").await.expect_err(page);
    }
    let html = [("content-type", "text/html; charset=utf-8")];
    let server = Server::start([Reply::new("200 OK", &html, "<p>Log in</p>")]);
    client(&server).delete_user("u").await.unwrap_err();
}

/// An operation with a response of some type, which accepts these media types.
struct Get<T>(&'static str, std::marker::PhantomData<fn() -> T>);

impl<T> Clone for Get<T> {
    fn clone(&self) -> Self {
        Self(self.0, self.1)
    }
}

impl<T> std::fmt::Debug for Get<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl<T> Get<T> {
    fn accepting(media_types: &'static str) -> Self {
        Self(media_types, std::marker::PhantomData)
    }
}

impl<T: FromResponse + Send + 'static> Request for Get<T> {
    type Response = T;
    type Error = Value;

    const OPERATION: Operation = Operation::get("get", "/get");

    fn encode(&self, parts: &mut RequestParts) {
        parts.accept(self.0);
    }
}

const PAGE: &str = "<!doctype html><title>Log in</title>";

fn declared(media_type: &str, body: &str) -> Server {
    Server::start([Reply::new("200 OK", &[("content-type", media_type)], body)])
}

#[tokio::test]
async fn no_content_may_be_any_text_but_a_page() {
    let get = || Get::<()>::accepting("application/json");
    let server = declared("text/html; charset=utf-8", PAGE);
    let error = client(&server).call(get()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "get: cannot decode the response (200 OK): the body is a page of HTML instead of no content, near `{PAGE}`"
        )
    );
    let server = declared("text/plain", PAGE);
    client(&server).call(get()).await.unwrap_err();
    for (media_type, body) in [
        ("text/html", ""),
        ("text/html", "OK"),
        ("text/plain", "OK <html>"),
        ("application/xml", "<ok/>"),
        ("application/json", "[]"),
    ] {
        let server = declared(media_type, body);
        client(&server).call(get()).await.unwrap();
    }
}

#[tokio::test]
async fn html_is_not_passed_off_as_another_media_type() {
    let server = declared("text/html", PAGE);
    let text = "the body is HTML, which the request does not accept";
    let csv = client(&server).call(Get::<Text>::accepting("text/csv"));
    let error = csv.await.unwrap_err();
    assert!(error.to_string().contains(text), "{error}");
    let bytes = Get::<Binary>::accepting("application/octet-stream");
    let error = client(&server).call(bytes).await.unwrap_err();
    assert!(error.to_string().contains(text), "{error}");
    for accepted in [
        "text/html",
        "text/csv, Text/*;q=0.5",
        "*/*",
        "application/xhtml+xml",
    ] {
        let call = client(&server).call(Get::<Text>::accepting(accepted));
        assert_eq!(call.await.unwrap(), PAGE);
    }
    for (media_type, body) in [("text/html", "a,b"), ("text/csv", PAGE)] {
        let server = declared(media_type, body);
        let call = client(&server).call(Get::<Text>::accepting("text/csv"));
        assert_eq!(call.await.unwrap(), body);
    }
}

#[tokio::test]
async fn a_compressed_response_is_named() {
    let compressed = [0x1f, 0x8b, 0x08, 0x00, 0x00];
    let encoding = ("content-encoding", "gzip");
    let server = Server::start([
        Reply::new("200 OK", &[encoding], compressed),
        Reply::new("404 Not Found", &[encoding], compressed),
        // Only the header says so.
        Reply::new("200 OK", &[("content-encoding", "GZIP")], "1"),
        Reply::new("200 OK", &[("content-encoding", "utf-8")], "[}"),
    ]);
    let client = client(&server);
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "echo: cannot decode the response (200 OK): the body is compressed as `gzip`, and the HTTP client does not \
         decompress it; the cargo feature `gzip` makes it do so"
    );
    let error = client.call(Echo::new("a")).await.unwrap_err();
    let text = "echo: 404 Not Found: (a body compressed as `gzip`)";
    assert_eq!(error.to_string(), text);
    assert_eq!(client.call(Echo::new("a")).await.unwrap(), 1);
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert!(!error.to_string().contains("compressed"), "{error}");
}

#[tokio::test]
async fn a_compressed_body_is_not_a_part_of_an_error_as_json() {
    let server = Server::start([Reply::new("502 Bad Gateway", &[], [0x1f, 0x8b, 0x08])]);
    let client = client(&server).with_retry(RetryPolicy::none());
    let error = client.call_json(
        "deleteUser",
        json!({"id": "u", "header.accept-encoding": "gzip"}),
    );
    let error = error.await.unwrap_err().to_json();
    let text = "deleteUser: 502 Bad Gateway: (a body compressed as `gzip`)";
    assert_eq!(
        error,
        json!({"kind": "api", "message": text, "status": 502})
    );
}

#[tokio::test]
async fn a_compression_is_found_without_its_header_or_in_several() {
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [u8], &'a str);

    let compressed = [0x1f, 0x8b, 0x08, 0x00, 0x00];
    let zstd = [0x28, 0xb5, 0x2f, 0xfd, 0xff];
    let encoding = |value| ("content-encoding", value);
    let replies: [Case<'_>; 5] = [
        (&[], &compressed, "gzip"),
        (&[], &zstd, "zstd"),
        (
            &[encoding("identity"), encoding("x-gzip")],
            &compressed,
            "identity, x-gzip",
        ),
        (&[encoding("identity, br")], &[0xff, 0x01], "identity, br"),
        (
            &[("content-type", "application/json"), encoding("")],
            &compressed,
            "gzip",
        ),
    ];
    for (headers, body, name) in replies {
        let server = Server::start([Reply::new("200 OK", headers, body)]);
        let error = client(&server).call(Echo::new("a")).await.unwrap_err();
        let text = format!("the body is compressed as `{name}`, and");
        assert!(error.to_string().contains(&text), "{error}");
    }
}

#[tokio::test]
async fn compressed_bytes_are_not_passed_off_as_others() {
    let compressed = [0x1f, 0x8b, 0x08, 0x00, 0x00];
    let encoding = ("content-encoding", "gzip");
    let server = Server::start([
        Reply::new("200 OK", &[encoding], compressed),
        // A file that is compressed.
        Reply::new("200 OK", &[], compressed),
        Reply::new(
            "200 OK",
            &[encoding, ("content-type", "application/x-gzip")],
            compressed,
        ),
    ]);
    let client = client(&server);
    let error = client.call(Echo::new("a")).byte_stream().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode { .. }));
    assert!(
        error.to_string().contains("compressed as `gzip`"),
        "{error}"
    );
    for _ in 0..2 {
        let mut bytes = client.call(Echo::new("a")).byte_stream().await.unwrap();
        assert_eq!(bytes.try_next().await.unwrap().unwrap(), compressed[..]);
    }
}

#[tokio::test]
async fn unknown_members_and_values_are_accepted() {
    let server = Server::start([
        Reply::json(r#"{"new": {"a": [1, 2]}}"#),
        Reply::json(
            r#"{"conversations":[{"id":"c","createdAt":"2024-01-01T00:00:00Z","updatedAt":"2024-01-01T00:00:00.000Z","channel":"x","integration":"y","tags":{},"messageCount":1,"properties":{"a":null}}],"meta":{"total":1}}"#,
        ),
    ]);
    let client = client(&server);
    let response = client
        .delete_conversation("conv_1")
        .send_with_response()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(
        response.raw().body(),
        r#"{"new": {"a": [1, 2]}}"#.as_bytes()
    );
    assert_eq!(
        client.list_conversations().await.unwrap().conversations[0].id,
        "c"
    );
}

#[tokio::test]
async fn half_a_surrogate_pair_does_not_break_a_page() {
    let body = r#"{"user":{"id":"u","createdAt":"2024-01-01T00:00:00Z","updatedAt":"9999-12-31T23:59:59.999Z","tags":{},"name":"cut \ud83d"}}"#;
    let server = Server::start([Reply::json(body)]);
    let user = client(&server).get_user("u").await.unwrap().user;
    assert_eq!(user.name.as_deref(), Some("cut \u{fffd}"));
    assert_eq!(user.updated_at.to_string(), "9999-12-31T23:59:59.999Z");
}
