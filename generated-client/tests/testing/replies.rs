//! Replies of every kind, and what the client makes of them.

use std::time::Duration;

use botpress_runtime::ErrorKind;
use botpress_runtime::operations::{CreateMessage, GetUser};
use botpress_runtime::testing::{Reply, Service};
use serde_json::json;
use tokio::time::Instant;

use crate::user;

fn service(reply: Reply) -> Service {
    let service = Service::new();
    service.on(|_: &GetUser| true).reply(reply.clone());
    service.on(|_: &CreateMessage| true).reply(reply);
    service
}

#[tokio::test(start_paused = true)]
async fn a_reply_that_hangs_ends_with_the_timeout_of_the_call() {
    let service = service(Reply::hang());
    let start = Instant::now();
    let error = service.client().get_user("user_1").await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        error.to_string(),
        "getUser: no complete response within 60s (2 attempts in 60.0s)"
    );
    assert!((60..61).contains(&start.elapsed().as_secs()));
}

#[tokio::test(start_paused = true)]
async fn attempts_and_waits_share_the_timeout_in_paused_time() {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .respond_error(429, json!({"type": "RateLimited"}))
        .header("retry-after", "25");
    let start = Instant::now();
    let error = service.client().get_user("user_1").await.unwrap_err();
    assert!(error.is_rate_limited());
    // A third wait would be longer than the timeout.
    assert_eq!(service.calls::<GetUser>().len(), 3);
    assert!((50..60).contains(&start.elapsed().as_secs()));
}

#[tokio::test(start_paused = true)]
async fn a_lost_connection_is_retried_if_that_is_safe() {
    let service = service(Reply::lost_connection());
    let client = service.client();
    let error = client.get_user("user_1").await.unwrap_err();
    assert!(error.is_transport() && error.is_retryable());
    assert_eq!(
        error.kind().to_string(),
        "the connection failed: connection closed before message completed"
    );
    assert_eq!(service.calls::<GetUser>().len(), 4);
    let error = client
        .create_message(json!({}), "u", "c", "text", [])
        .await
        .unwrap_err();
    assert!(error.is_transport() && !error.is_retryable());
    assert_eq!(service.calls::<CreateMessage>().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_cannot_be_made_is_always_retried() {
    let service = service(Reply::no_connection());
    let call = service
        .client()
        .create_message(json!({}), "u", "c", "text", []);
    let error = call.await.unwrap_err();
    let ErrorKind::Transport(transport) = error.kind() else {
        panic!("{error}")
    };
    assert!(transport.is_connect() && !transport.is_timeout());
    assert_eq!(
        error.kind().to_string(),
        "no connection to the service: connection refused"
    );
    assert_eq!(service.calls::<CreateMessage>().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_body_arrives_piece_by_piece() {
    let pause = Duration::from_secs(50);
    let reply = Reply::new(200)
        .chunk("one")
        .pause(pause)
        .pause(pause)
        .chunk("two");
    let mut stream = service(reply)
        .client()
        .get_user("user_1")
        .byte_stream()
        .await
        .unwrap();
    assert_eq!(stream.try_next().await.unwrap().unwrap(), "one");
    // The pause is longer than the timeout of the call.
    let error = stream.try_next().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Stalled { .. }), "{error}");

    let reply = Reply::new(200)
        .chunk("one")
        .pause(pause)
        .chunk("two")
        .then_lose_connection();
    let mut stream = service(reply)
        .client()
        .get_user("user_1")
        .byte_stream()
        .await
        .unwrap();
    let mut bytes = Vec::new();
    let error = loop {
        match stream.try_next().await {
            Ok(chunk) => bytes.extend_from_slice(&chunk.expect("it breaks off")),
            Err(error) => break error,
        }
    };
    assert_eq!(bytes, b"onetwo");
    assert!(error.is_transport(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_never_ends_ends_with_the_timeout() {
    let reply = Reply::new(200).chunk("{").then_hang();
    let error = service(reply)
        .client()
        .get_user("user_1")
        .await
        .unwrap_err();
    assert!(error.is_timeout());
}

#[tokio::test]
async fn a_reply_may_differ_from_the_document() {
    let reply = Reply::new(200)
        .header("x-a", "1")
        .header("x-a", "2")
        .json(json!({"user": 1}));
    let error = service(reply)
        .client()
        .get_user("user_1")
        .await
        .unwrap_err();
    let ErrorKind::Decode { error, response } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(error.path(), "$.user");
    assert_eq!(response.headers().get_all("x-a").iter().count(), 2);
    let error = service(Reply::new(502).chunk("<html>")).client();
    let error = error
        .create_message(json!({}), "u", "c", "text", [])
        .await
        .unwrap_err();
    assert_eq!(error.api().unwrap().text(), "<html>");
}

#[tokio::test]
async fn redirects_are_followed() {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .reply(Reply::new(307).header("location", "/elsewhere"))
        .then()
        .respond(json!({"user": user("user_1")}));
    service.client().get_user("user_1").await.unwrap();
    assert_eq!(service.requests()[1].url.path(), "/elsewhere");
}

#[test]
fn no_socket_is_needed() {
    // This runtime cannot open one.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    runtime.block_on(async {
        for reply in [
            Reply::no_connection(),
            Reply::lost_connection(),
            Reply::hang(),
            Reply::new(503),
        ] {
            assert!(service(reply).client().get_user("user_1").await.is_err());
        }
        let reply = Reply::response::<GetUser>(json!({"user": user("user_1")}));
        assert!(service(reply).client().get_user("user_1").await.is_ok());
    });
}
