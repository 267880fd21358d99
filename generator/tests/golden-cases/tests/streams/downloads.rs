//! Responses as streams of bytes.

use std::time::{Duration, Instant};

use crate::types::Problem;
use crate::{Client, client};
use openapi_client_runtime::bytes::Bytes;
use openapi_client_runtime::{ByteStream, ErrorKind};
use test_server::{Reply, Server};

const PAUSE: Duration = Duration::from_millis(200);

async fn rest(stream: &mut ByteStream<Problem>) -> Vec<Bytes> {
    let mut chunks = Vec::new();
    while let Some(chunk) = stream.try_next().await.unwrap() {
        chunks.push(chunk);
    }
    chunks
}

#[tokio::test]
async fn chunks_arrive_when_they_are_sent_however_long_it_takes() {
    let chunks = ["a", "b", "c", "d", "e", "f"];
    let server = Server::start([Reply::slow("content-type: image/png\r\n", &chunks, PAUSE)]);
    let client = client(&server).with_timeout(3 * PAUSE);
    let start = Instant::now();
    let mut file = client.read_file("a").byte_stream().await.unwrap();
    assert_eq!(file.try_next().await.unwrap().unwrap(), "a");
    assert!(start.elapsed() < 5 * PAUSE, "{:?}", start.elapsed());
    assert_eq!(rest(&mut file).await.concat(), b"bcdef");
    assert!(start.elapsed() >= 6 * PAUSE);
    assert_eq!(file.status(), 200);
    assert_eq!(file.content_type(), Some("image/png"));
    assert_eq!(file.content_length(), None);
    // Reading the same response as a whole times out.
    let error = client.read_file("a").await.unwrap_err();
    assert!(error.is_timeout());
}

#[tokio::test]
async fn only_buffered_bodies_have_a_limit() {
    let body = "0123456789".repeat(10);
    let server = Server::start([Reply::new("200 OK", &[], &body)]);
    let client = Client::builder().base_url(server.url());
    let client = client.max_response_body(99).build().unwrap();
    let error = client.read_file("a").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { limit: 99 }));
    let mut file = client.read_file("a").byte_stream().await.unwrap();
    assert_eq!(file.content_length(), Some(100));
    assert_eq!(rest(&mut file).await.concat(), body.as_bytes());
    assert!(file.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn errors_are_the_same_as_for_any_call() {
    let server = Server::start([
        Reply::new("503 Service Unavailable", &[], "{}"),
        Reply::new("404 Not Found", &[], r#"{"message": "No such file."}"#),
    ]);
    let call = client(&server).read_file("a");
    let error = call.byte_stream().await.unwrap_err();
    assert!(error.is_not_found());
    let message = &error.body().unwrap().message;
    assert_eq!(message.as_deref(), Some("No such file."));
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_body_that_stalls_or_breaks_off_is_an_error() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc";
    let server = Server::start([
        Reply::raw(&[head, "def"], 20 * PAUSE),
        Reply::raw(&[head, "def"], 20 * PAUSE),
        Reply::cut(head),
    ]);
    let client = client(&server);
    let call = client.read_file("a").with_timeout(PAUSE);
    let mut file = call.byte_stream().await.unwrap();
    assert_eq!(file.try_next().await.unwrap().unwrap(), "abc");
    let start = Instant::now();
    let error = file.try_next().await.unwrap_err();
    assert!(error.is_timeout() && start.elapsed() < 5 * PAUSE);
    assert!(matches!(error.kind(), ErrorKind::Stalled { idle_timeout } if *idle_timeout == PAUSE));
    assert!(file.try_next().await.unwrap().is_none());

    let file = client.read_file("a").byte_stream().await.unwrap();
    let mut file = file.with_idle_timeout(2 * PAUSE);
    assert_eq!(file.try_next().await.unwrap().unwrap(), "abc");
    let error = file.try_next().await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Stalled { idle_timeout } if *idle_timeout == 2 * PAUSE)
    );

    let mut file = client.read_file("a").byte_stream().await.unwrap();
    assert_eq!(file.try_next().await.unwrap().unwrap(), "abc");
    let error = file.try_next().await.unwrap_err();
    assert!(error.is_transport(), "{error}");
    assert!(file.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn any_response_can_be_streamed() {
    let server = Server::start([Reply::json("{\"seconds\": 1}")]);
    let client = client(&server);
    let mut response = client.follow_log().byte_stream().await.unwrap();
    let chunk = response.try_next().await.unwrap().unwrap();
    assert_eq!(chunk, "{\"seconds\": 1}");
}
