//! Limits on time and size.

use std::time::{Duration, Instant};

use botpress_runtime::ErrorKind;

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
