//! Responses that are compressed, with the features that decompress them.
#![cfg(all(feature = "brotli", feature = "gzip", feature = "zstd"))]

mod encodings;

use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::{Client, ClientBuilder, ErrorKind};
use encodings::{ENCODINGS, gzip, gzip_bomb, zstd_bomb};
use serde_json::json;
use test_server::{Reply, Server};

const USER: &str = r#"{"user": {"id": "u", "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z", "tags": {}}}"#;
const REFUSAL: &str = r#"{"code": 404, "type": "ResourceNotFound", "message": "no such user"}"#;

fn builder(server: &Server) -> ClientBuilder {
    let builder = Client::builder().base_url(server.url());
    builder.token("t").bot_id("b").retry(RetryPolicy::none())
}

fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

fn encoded(status: &str, encoding: &str, body: &[u8]) -> Reply {
    let headers = [
        ("content-type", "application/json"),
        ("content-encoding", encoding),
    ];
    Reply::new(status, &headers, body)
}

#[tokio::test]
async fn responses_are_decompressed() {
    for (encoding, encode) in ENCODINGS {
        let server = Server::start([encoded("200 OK", encoding, &encode(USER))]);
        let response = client(&server).get_user("u").send_with_response().await;
        let response = response.unwrap_or_else(|error| panic!("{encoding}: {error}"));
        assert_eq!(response.value.user.id, "u");
        // The raw response is the decompressed one.
        assert_eq!(response.raw().body(), USER);
        assert!(!response.headers().contains_key("content-encoding"));
        assert!(!response.headers().contains_key("content-length"));
        let received = server.received();
        let asked = received[0].header("accept-encoding").unwrap();
        let asked: Vec<&str> = asked.split(',').map(str::trim).collect();
        assert!(asked.contains(&encoding), "{asked:?}");
        let named = client(&server)
            .call_json("getUser", json!({"id": "u"}))
            .await;
        assert_eq!(named.unwrap()["user"]["id"], "u");
    }
}

#[tokio::test]
async fn error_responses_are_decompressed() {
    for (encoding, encode) in ENCODINGS {
        let server = Server::start([encoded("404 Not Found", encoding, &encode(REFUSAL))]);
        let error = client(&server).get_user("u").await.unwrap_err();
        let body = error
            .body()
            .unwrap_or_else(|| panic!("{encoding}: {error}"));
        assert_eq!(body.message.as_deref(), Some("no such user"));
    }
}

#[tokio::test]
async fn streams_are_decompressed() {
    for (encoding, encode) in ENCODINGS {
        let server = Server::start([encoded("200 OK", encoding, &encode(USER))]);
        let mut body = client(&server).get_user("u").byte_stream().await.unwrap();
        assert_eq!(
            body.content_length(),
            None,
            "it is not known before the end"
        );
        let mut bytes = Vec::new();
        while let Some(chunk) = body.try_next().await.unwrap() {
            bytes.extend_from_slice(&chunk);
        }
        assert_eq!(bytes, USER.as_bytes(), "{encoding}");
    }
}

#[tokio::test]
async fn the_limit_is_that_of_decompressed_bytes() {
    const MIB: usize = 1024 * 1024;
    let bombs = [
        ("gzip", gzip_bomb(100 * MIB / 258)),
        ("zstd", zstd_bomb(100 * MIB / (128 * 1024))),
    ];
    for (encoding, bomb) in bombs {
        assert!(bomb.len() < MIB);
        let limit = MIB as u64;
        let call = async |status| {
            let server = Server::start([encoded(status, encoding, &bomb)]);
            let client = builder(&server).max_response_body(limit).build().unwrap();
            client.get_user("u").await.unwrap_err()
        };
        let error = call("200 OK").await;
        let is_limit = |kind: &ErrorKind<_>| matches!(kind, ErrorKind::TooLarge { limit: found } if *found == limit);
        assert!(is_limit(error.kind()), "{encoding}: {error}");
        // The status of an error counts, whatever its body is.
        let error = call("404 Not Found").await;
        let text = error.to_string();
        assert!(error.is_not_found(), "{encoding}: {text}");
        assert!(
            text.contains("is larger than the limit of 1048576 bytes"),
            "{encoding}: {text}"
        );
        let ErrorKind::Api(error) = error.kind() else {
            panic!("{encoding}: {text}");
        };
        assert!(error.response().body().len() as u64 <= limit);
    }
}

#[tokio::test]
async fn a_body_that_is_not_compressed_as_declared_is_an_error() {
    for (encoding, _) in ENCODINGS {
        let server = Server::start([encoded("200 OK", encoding, USER.as_bytes())]);
        let called = client(&server).with_retry(RetryPolicy::default());
        let error = called.get_user("u").await.unwrap_err();
        assert!(
            error.is_transport() && !error.is_retryable(),
            "{encoding}: {error}"
        );
        assert_eq!(server.received().len(), 1, "{encoding}");
    }
    // Half of it is a lost connection.
    let server = Server::start([encoded("200 OK", "gzip", &gzip(USER)[..30])]);
    let error = client(&server).get_user("u").await.unwrap_err();
    assert!(error.is_transport() && error.is_retryable(), "{error}");
}

#[tokio::test]
async fn other_compressions_are_named() {
    let server = Server::start([encoded("200 OK", "deflate", &[0x78, 0x9c, 0xff])]);
    let error = client(&server).get_user("u").await.unwrap_err().to_string();
    let text = "the body is compressed as `deflate`, and the HTTP client does not decompress it";
    assert!(error.contains(text), "{error}");
    for declared in ["GZIP", "gzip, gzip"] {
        let server = Server::start([encoded("200 OK", declared, &gzip(&"x".repeat(9)))]);
        let error = client(&server).get_user("u").await.unwrap_err().to_string();
        let text = format!(
            "the body is compressed as `{declared}`, and the HTTP client does not decompress it; it only reads the header \
             `Content-Encoding: gzip`, alone and in lower case"
        );
        assert!(error.contains(&text), "{error}");
    }
}

#[tokio::test]
async fn a_call_may_refuse_compression() {
    let server = Server::start([Reply::json(USER)]);
    let call = client(&server).get_user("u");
    call.with_header("accept-encoding", "identity")
        .await
        .unwrap();
    assert_eq!(
        server.received()[0].header("accept-encoding"),
        Some("identity")
    );
}
