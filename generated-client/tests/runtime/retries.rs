//! Retries: which calls are retried, when, and for how long.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use botpress_runtime::runtime::{Attempt, RetryPolicy};
use botpress_runtime::testing::{Reply as Canned, Service};
use botpress_runtime::{Client, ErrorKind};
use serde_json::json;

use super::{Echo, List, builder, quick};
use test_server::{Reply, Server};

fn refusal(status: &str) -> Reply {
    Reply::new(status, &[], "{}")
}

/// The number of requests of a `GET` and of a `POST` whose first response is `first` and whose next one is a success.
async fn requests(first: Reply) -> [usize; 2] {
    let mut counts = [0; 2];
    for (count, is_get) in counts.iter_mut().zip([true, false]) {
        let server = Server::start([first.clone(), Reply::json("null")]);
        let client = builder(&server).retry(quick()).build().unwrap();
        let result = if is_get {
            client.call(List::default()).await
        } else {
            client.call(Echo::new("a")).await
        };
        *count = server.received().len();
        assert_eq!(result.is_ok(), *count == 2);
    }
    counts
}

#[tokio::test]
async fn only_safe_retries_are_made() {
    for (status, expected) in [
        ("429 Too Many Requests", [2, 2]),
        ("502 Bad Gateway", [2, 1]),
        ("503 Service Unavailable", [2, 1]),
        ("504 Gateway Timeout", [2, 1]),
        ("500 Internal Server Error", [1, 1]),
        ("501 Not Implemented", [1, 1]),
        ("400 Bad Request", [1, 1]),
        ("404 Not Found", [1, 1]),
        ("409 Conflict", [1, 1]),
    ] {
        assert_eq!(requests(refusal(status)).await, expected, "{status}");
    }
}

#[tokio::test]
async fn a_post_is_not_retried_once_it_was_sent() {
    // The server closes the connection after reading the request: before the response, and in the middle of it.
    for cut in ["", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n[1"] {
        assert_eq!(requests(Reply::cut(cut)).await, [2, 1], "{cut:?}");
    }
}

#[tokio::test]
async fn a_post_is_retried_if_connecting_fails() {
    // No test listens on this port.
    let url = "http://127.0.0.1:1";
    let attempts = Arc::new(Mutex::new(0));
    let counted = attempts.clone();
    let client = Client::builder()
        .base_url(url)
        .token("t")
        .bot_id("b")
        .retry(quick())
        .on_attempt(move |attempt: &Attempt<'_>| {
            assert!(attempt.transport_error().unwrap().is_connect());
            *counted.lock().unwrap() += 1;
        })
        .build()
        .unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert!(error.is_transport() && error.is_retryable());
    assert_eq!(*attempts.lock().unwrap(), 4);
}

#[tokio::test]
async fn the_status_in_the_body_takes_precedence() {
    let limited = Reply::new(
        "400 Bad Request",
        &[],
        r#"{"type":"RateLimited","message":"slow down"}"#,
    );
    let server = Server::start([limited, Reply::json("{}")]);
    let client = builder(&server).retry(quick()).build().unwrap();
    client.delete_conversation("conv_1").await.unwrap();
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn the_http_status_may_also_say_that_a_retry_is_safe() {
    for (status, expected) in [
        ("429 Too Many Requests", 2),
        ("503 Service Unavailable", 2),
        ("500 Internal Server Error", 1),
    ] {
        let busy = Reply::new(status, &[], r#"{"type":"Internal","message":"m"}"#);
        let server = Server::start([busy, Reply::json("{}")]);
        let client = builder(&server).retry(quick()).build().unwrap();
        let result = client.delete_conversation("conv_1").await;
        assert_eq!(server.received().len(), expected, "{status}");
        assert_eq!(result.is_ok(), expected == 2);
    }
    let busy = Reply::new("429 Too Many Requests", &[], r#"{"type":"Internal"}"#);
    let client = builder(&Server::start([busy]))
        .retry(RetryPolicy::none())
        .build();
    let error = client.unwrap().delete_conversation("c").await.unwrap_err();
    assert!(error.is_retryable() && error.status() == Some(500));
}

/// The number of connections, and the error, of a `GET` from a server that sends these bytes.
async fn misunderstood(bytes: &'static [u8], scheme: &str) -> (usize, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let count = connections.clone();
    thread::spawn(move || {
        for stream in listener.incoming() {
            count.fetch_add(1, Ordering::SeqCst);
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(bytes);
        }
    });
    let client = Client::builder()
        .base_url(format!("{scheme}://{address}"))
        .token("t")
        .bot_id("b")
        .retry(quick())
        .build()
        .unwrap();
    let error = client.call(List::default()).await.unwrap_err();
    assert!(!error.is_retryable(), "{error}");
    (connections.load(Ordering::SeqCst), error.to_string())
}

#[tokio::test]
async fn another_protocol_is_named_and_not_tried_again() {
    let alert = b"\x15\x03\x01\x00\x02\x02\x46";
    let settings = b"\0\0\x06\x04\0\0\0\0\0\0\x05\0\0\x40\0";
    for bytes in [
        &alert[..],
        settings,
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"220 mail ESMTP\r\n",
    ] {
        let (connections, error) = misunderstood(bytes, "http").await;
        assert_eq!(connections, 1, "{error}");
        assert!(
            error.starts_with("list: the connection failed: the response is not HTTP/1.1"),
            "{error}"
        );
    }
    let (connections, error) = misunderstood(b"HTTP/1.1 400 Bad Request\r\n\r\n", "https").await;
    assert_eq!(connections, 1, "{error}");
    assert!(error.contains("does not use TLS here"), "{error}");
}

#[tokio::test]
async fn a_retry_sends_the_same_request() {
    let server = Server::start([refusal("429 Too Many Requests"), Reply::json("1")]);
    let client = builder(&server).retry(quick()).build().unwrap();
    client
        .call(Echo::new("a"))
        .with_header("x-extra", "1")
        .with_property("more", 1)
        .await
        .unwrap();
    let [first, second] = &server.received()[..] else {
        panic!("not two requests")
    };
    assert_eq!(
        (&first.target, &first.headers, &first.body),
        (&second.target, &second.headers, &second.body)
    );
}

#[tokio::test]
async fn retries_wait_as_long_as_the_service_asks() {
    for (name, value) in [("retry-after", "1"), ("ratelimit-reset", "1")] {
        let server = Server::start([
            Reply::new("429 Too Many Requests", &[(name, value)], "{}"),
            Reply::json("1"),
        ]);
        let client = builder(&server).retry(quick()).build().unwrap();
        let start = Instant::now();
        client.call(Echo::new("a")).await.unwrap();
        let waited = start.elapsed();
        assert!(
            waited >= Duration::from_secs(1) && waited < Duration::from_secs(20),
            "{name}: {waited:?}"
        );
    }
}

#[tokio::test]
async fn a_delay_beyond_the_timeout_is_not_started() {
    let server = Server::start([Reply::new(
        "429 Too Many Requests",
        &[("retry-after", "30"), ("ratelimit-limit", "100")],
        r#"{"type":"RateLimited","message":"slow down"}"#,
    )]);
    let client = builder(&server)
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    let start = Instant::now();
    let error = client.delete_conversation("conv_1").await.unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(5));
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    let window = error.api().unwrap().response().rate_limit().unwrap();
    assert_eq!(window.limit, Some(100));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn attempts_and_delays_share_one_timeout() {
    let busy = |seconds| Reply::new("503 Service Unavailable", &[("retry-after", seconds)], "{}");
    let server = Server::start([busy("1"), busy("9")]);
    let client = builder(&server)
        .retry(quick())
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    // Each of the waits fits into the timeout, but not both.
    let error = client.call(List::default()).await.unwrap_err();
    // The error is the last response, not the timeout.
    assert_eq!(error.status(), Some(503));
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn the_timeout_of_the_call_ends_a_slow_attempt() {
    let slow = Reply::raw(
        &["HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n", "1"],
        Duration::from_secs(60),
    );
    let server = Server::start([refusal("503 Service Unavailable"), slow]);
    let client = builder(&server)
        .retry(quick())
        .timeout(Duration::from_secs(2))
        .build()
        .unwrap();
    let start = Instant::now();
    let error = client.call(List::default()).await.unwrap_err();
    assert!(error.is_timeout() && start.elapsed() < Duration::from_secs(30));
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_policy_sets_the_number_of_retries_and_their_condition() {
    let server = Server::start([refusal("500 Internal Server Error")]);
    let policy = quick()
        .max_retries(2)
        .retry_if(|attempt| attempt.status() == Some(500) && attempt.operation().id() == "echo");
    let client = builder(&server).retry(policy).build().unwrap();
    client.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(server.received().len(), 3);
    client.call(List::default()).await.unwrap_err();
    assert_eq!(server.received().len(), 4);
    let none = RetryPolicy::none();
    client
        .call(Echo::new("a"))
        .with_retry(none)
        .await
        .unwrap_err();
    assert_eq!(server.received().len(), 5);
}

#[tokio::test]
async fn a_hook_sees_each_attempt() {
    let server = Server::start([
        refusal("503 Service Unavailable"),
        Reply::cut(""),
        Reply::json("1"),
    ]);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let client = builder(&server)
        .retry(quick())
        .on_attempt(move |attempt| {
            let mut log = log.lock().unwrap();
            log.push((
                attempt.number(),
                attempt.operation().id(),
                attempt.status(),
                attempt.transport_error().is_some(),
                attempt.retry_in().is_some(),
            ));
        })
        .build()
        .unwrap();
    client.call(List::default()).await.unwrap();
    assert_eq!(
        *seen.lock().unwrap(),
        [
            (1, "list", Some(503), false, true),
            (2, "list", None, true, true),
            (3, "list", Some(200), false, false),
        ]
    );
}

#[tokio::test]
async fn a_response_over_the_limit_is_not_requested_again() {
    let server = Server::start([Reply::json("1")]);
    let client = builder(&server).max_response_body(0).build().unwrap();
    let error = client.call(List::default()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { limit: 0 }));
    assert!(!error.is_retryable());
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn the_longest_durations_are_no_special_case() {
    let busy = |headers: &[(&str, &str)]| Reply::new("429 Too Many Requests", headers, "");
    let long = "99999999999999999999999";
    let server = Server::start([
        busy(&[]),
        Reply::json("1"),
        busy(&[("retry-after", long)]),
        busy(&[("ratelimit-reset", long)]),
    ]);
    let client = builder(&server)
        .timeout(Duration::MAX)
        .connect_timeout(Duration::MAX)
        .retry(
            RetryPolicy::default()
                .min_delay(Duration::from_millis(1))
                .max_delay(Duration::MAX),
        )
        .build()
        .unwrap();
    assert_eq!(client.call(Echo::new("a")).await.unwrap(), 1);
    for _ in 0..2 {
        let call = client.call(Echo::new("a"));
        let error = call.await.unwrap_err();
        assert_eq!(error.retry_after(), Some(Duration::MAX));
    }
    let policy = RetryPolicy::default().min_delay(Duration::MAX);
    let call = client.call(Echo::new("a")).with_retry(policy);
    assert!(
        call.with_timeout(Duration::from_secs(9))
            .await
            .unwrap_err()
            .is_rate_limited()
    );
    assert_eq!(server.received().len(), 5);
    let server = Server::start([Reply::json("1")]);
    let client = builder(&server).build().unwrap();
    let bytes = client.call(Echo::new("a")).byte_stream().await.unwrap();
    let mut bytes = bytes.with_idle_timeout(Duration::MAX);
    assert_eq!(bytes.try_next().await.unwrap().unwrap(), "1");
}

#[tokio::test(start_paused = true)]
async fn a_rate_limit_whose_body_stalls_is_repeated() {
    let stalls = Canned::new(429).header("retry-after", "0").chunk("{");
    let service = Service::new();
    let rule = service.on(|_: &Echo| true).reply(stalls.then_hang());
    rule.times(1)
        .then()
        .reply(Canned::new(200).json(json!("done")));
    let policy = quick().attempt_timeout(Duration::from_millis(50));
    let client = service.builder().retry(policy).build().unwrap();
    // Its operation is a `POST`.
    client.call(Echo::new("a")).await.unwrap();
    assert_eq!(service.requests().len(), 2);
}
