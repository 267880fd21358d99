//! Limits on time and size.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::{Client, ErrorKind};

use super::{Echo, builder, client};
use test_server::{Reply, Server};

#[tokio::test]
async fn a_timeout_covers_a_slow_body() {
    let slow = ["HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnu", "ll"];
    let server = Server::start([Reply::raw(&slow, Duration::from_secs(60))]);
    let client = client(&server);
    let start = Instant::now();
    let error = client
        .call(Echo::new("a"))
        .with_timeout(Duration::from_millis(100))
        .await
        .unwrap_err();
    assert!(error.is_timeout() && start.elapsed() < Duration::from_secs(30));
    assert_eq!(error.to_string(), "echo: no complete response within 100ms");
}

#[tokio::test]
async fn bodies_have_limits() {
    let exact = format!("{:>20}", "null");
    let over = format!("{:>21}", "null");
    let replies = [
        Reply::json(&exact),
        Reply::json(&over),
        Reply::chunked(&[&exact]),
        Reply::chunked(&["     ", &exact[4..]]),
    ];
    let server = Server::start(replies);
    let client = builder(&server)
        .max_response_body(20)
        .max_request_body(20)
        .build()
        .unwrap();
    let call = |text: &str| {
        client.call(Echo {
            body: Some(text.into()),
            ..Echo::new("a")
        })
    };
    for ok in [true, false, true, false] {
        match call("").await {
            Ok(value) => assert!(ok && value.is_null()),
            Err(error) => assert!(
                !ok && matches!(error.kind(), ErrorKind::TooLarge { limit: 20 }),
                "{error}"
            ),
        }
    }
    assert!(!matches!(
        call(&"x".repeat(18)).await.unwrap_err().kind(),
        ErrorKind::Encode(_)
    ));
    let error = call(&"x".repeat(19)).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("has 21 bytes, more than the limit of 20"),
        "{error}"
    );
    assert_eq!(server.received().len(), 5);
}

/// A server that answers with interim responses until the client disconnects, and then sends a message.
fn endless(interim: &'static str) -> (String, Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut stream = listener.accept().unwrap().0;
        stream.read_exact(&mut [0; 16]).unwrap();
        let block = interim.repeat(100);
        while stream.write_all(block.as_bytes()).is_ok() {
            // Without a pause, reading them takes seconds in a program that is not optimized.
            thread::sleep(Duration::from_millis(1));
        }
        sender.send(()).unwrap();
    });
    (format!("http://{address}"), receiver)
}

#[tokio::test]
async fn endless_interim_responses_end_with_the_timeout() {
    for interim in [
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n",
    ] {
        let (url, disconnected) = endless(interim);
        let client = Client::builder().base_url(url).token("t").bot_id("b");
        let client = client.build().unwrap();
        let call = client.call(Echo::new("a"));
        let error = call.with_timeout(Duration::from_millis(100)).await;
        assert!(matches!(
            error.unwrap_err().kind(),
            ErrorKind::Timeout { .. }
        ));
        let disconnected = tokio::task::spawn_blocking(move || disconnected.recv());
        disconnected.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_timeout_of_zero_is_an_error() {
    let server = Server::start([Reply::json("1")]);
    let zero = Duration::ZERO;
    let timeouts = builder(&server).timeout(zero).connect_timeout(zero);
    assert_eq!(
        timeouts.build().unwrap_err().to_string(),
        "the client's setting `timeout` is zero; the client's setting `connect_timeout` is zero"
    );
    let client = builder(&server).build().unwrap();
    for call in [
        client.call(Echo::new("a")).with_timeout(zero),
        client.with_timeout(zero).call(Echo::new("a")),
    ] {
        let error = call.await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Config(_)));
        assert_eq!(
            error.to_string(),
            "echo: the client's setting `timeout` is zero"
        );
    }
    let text = "the client's setting `retry` has an `attempt_timeout` of zero";
    let policy = RetryPolicy::default().attempt_timeout(zero);
    let error = builder(&server).retry(policy.clone()).build().unwrap_err();
    assert_eq!(error.to_string(), text);
    let call = client.call(Echo::new("a")).with_retry(policy);
    assert_eq!(call.await.unwrap_err().to_string(), format!("echo: {text}"));
    assert!(server.received().is_empty());
}
