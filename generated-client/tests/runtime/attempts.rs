//! Attempts that are given up for another one, because nothing arrives.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use botpress_runtime::operations::{CreateMessage, GetUser, ListUsers};
use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::testing::{Reply, Service};
use botpress_runtime::{Client, ErrorKind};
use serde_json::json;
use tokio::time::Instant;

use super::List;

const USER: &str = r#"{"user": {"id": "u", "tags": {},
    "createdAt": "2026-01-31T12:00:00Z", "updatedAt": "2026-01-31T12:00:00Z"}}"#;

/// A service that is silent in the first attempts.
fn silent_at_first(attempts: usize) -> Service {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .reply(Reply::hang())
        .times(attempts)
        .then()
        .reply(
            Reply::new(200)
                .header("content-type", "application/json")
                .chunk(USER),
        );
    service.on(|_: &CreateMessage| true).reply(Reply::hang());
    service
}

#[tokio::test(start_paused = true)]
async fn a_silent_attempt_is_given_up_once_and_leaves_time_for_the_next_one() {
    let service = silent_at_first(1);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let hook = move |attempt: &botpress_runtime::runtime::Attempt<'_>| {
        log.lock().unwrap().push(format!("{attempt:?}"));
    };
    let client = service.builder().on_attempt(hook).build().unwrap();
    let start = Instant::now();
    client.get_user("u").await.unwrap();
    // A quarter of 60 seconds, and the delay of the retry.
    assert_eq!(start.elapsed().as_secs(), 15);
    let first = seen.lock().unwrap()[0].clone();
    assert!(
        first.contains("failure: nothing of the response arrived for 15s")
            && first.contains("retry_in: "),
        "{first}"
    );

    // The second attempt has the rest, because the service may just be slow.
    let service = silent_at_first(9);
    let start = Instant::now();
    let error = service.client().get_user("u").await.unwrap_err();
    let text = "getUser: no complete response within 60s (2 attempts in 60.0s)";
    assert_eq!(error.to_string(), text);
    assert_eq!(start.elapsed().as_secs(), 60);
    assert_eq!(service.calls::<GetUser>().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_is_not_repeated_is_not_given_up() {
    let service = silent_at_first(9);
    let client = service.client();
    let call = || client.create_message(json!({}), "u", "c", "text", []);
    let start = Instant::now();
    assert!(call().await.unwrap_err().is_timeout());
    assert_eq!(start.elapsed().as_secs(), 60);
    assert_eq!(service.calls::<CreateMessage>().len(), 1);
    for policy in [
        RetryPolicy::none(),
        RetryPolicy::default().retry_if(|attempt| attempt.status() == Some(503)),
    ] {
        let start = Instant::now();
        let call = client.get_user("u").with_retry(policy);
        let error = call.await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Timeout { .. }), "{error}");
        assert_eq!(start.elapsed().as_secs(), 60);
    }
    assert_eq!(service.calls::<GetUser>().len(), 2);
    // If the caller says that a `POST` can be repeated, it is.
    let policy = RetryPolicy::default().retry_if(|_| true);
    call().with_retry(policy).await.unwrap_err();
    assert_eq!(service.calls::<CreateMessage>().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_short_call_is_not_sent_again_because_it_takes_long() {
    for (timeout, attempts) in [(9, 1), (10, 2), (300, 2)] {
        let service = silent_at_first(9);
        let call = service.client().get_user("u");
        let start = Instant::now();
        let call = call.with_timeout(Duration::from_secs(timeout));
        assert!(call.await.unwrap_err().is_timeout());
        assert_eq!(start.elapsed().as_secs(), timeout);
        assert_eq!(service.calls::<GetUser>().len(), attempts, "{timeout}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_policy_sets_the_time_of_an_attempt() {
    let service = silent_at_first(3);
    let client = service.client();
    let policy = RetryPolicy::default().attempt_timeout(Duration::from_secs(2));
    let start = Instant::now();
    let call = client.get_user("u").with_retry(policy.clone());
    call.await.unwrap();
    assert_eq!(service.calls::<GetUser>().len(), 4);
    assert!((6..12).contains(&start.elapsed().as_secs()));
    // The last attempt has the rest of the time.
    let service = silent_at_first(9);
    let call = service.client().get_user("u").with_retry(policy);
    let start = Instant::now();
    call.await.unwrap_err();
    assert_eq!(service.calls::<GetUser>().len(), 4);
    assert_eq!(start.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn a_response_that_goes_on_arriving_is_not_given_up() {
    let service = Service::new();
    let pause = Duration::from_secs(10);
    let pieces = Reply::new(200).header("content-type", "application/json");
    let (first, rest) = USER.split_at(9);
    let slow = pieces.pause(pause).chunk(first).pause(pause).chunk(rest);
    service.on(|_: &GetUser| true).reply(slow.after(pause));
    service.client().get_user("u").await.unwrap();
    assert_eq!(service.calls::<GetUser>().len(), 1);

    // A stream has pauses of its own.
    let service = Service::new();
    let stream = Reply::new(200).chunk("a").pause(5 * pause).chunk("b");
    service.on(|_: &ListUsers| true).reply(stream);
    let call = service.client().list_users();
    let mut bytes = call.byte_stream().await.unwrap();
    while bytes.try_next().await.unwrap().is_some() {}
    assert_eq!(service.calls::<ListUsers>().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_response_that_stops_arriving_is_given_up() {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .reply(Reply::new(200).chunk("{").then_hang())
        .then()
        .reply(Reply::new(200).chunk(USER));
    let start = Instant::now();
    service.client().get_user("u").await.unwrap();
    assert_eq!(start.elapsed().as_secs(), 15);
}

/// Responds to the first request of each connection, and is silent then, as if the connection was lost on the way. The first
/// response waits until there are enough connections.
fn serve(listener: &TcpListener, connections: usize) {
    let accepted = Arc::new(Mutex::new(0));
    for stream in listener.incoming() {
        *accepted.lock().unwrap() += 1;
        let (mut stream, accepted) = (stream.unwrap(), accepted.clone());
        thread::spawn(move || {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            while *accepted.lock().unwrap() < connections {
                thread::sleep(Duration::from_millis(1));
            }
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n1");
            while stream.read(&mut request).is_ok_and(|length| length > 0) {}
        });
    }
}

#[tokio::test]
async fn pooled_connections_that_died_cost_an_attempt_each() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || serve(&listener, 2));
    let policy = RetryPolicy::default()
        .min_delay(Duration::from_millis(1))
        .attempt_timeout(Duration::from_millis(300));
    let attempts = Arc::new(Mutex::new(0));
    let count = attempts.clone();
    let client = Client::builder()
        .base_url(format!("http://{address}"))
        .token("t")
        .bot_id("b")
        .timeout(Duration::from_secs(300))
        .retry(policy.clone())
        .on_attempt(move |_| *count.lock().unwrap() += 1)
        .build()
        .unwrap();
    // Two connections are in the pool.
    let patient = RetryPolicy::none();
    let call = || client.call(List::default()).with_retry(patient.clone());
    let (first, second) = tokio::join!(call().send(), call().send());
    assert!(first.is_ok() && second.is_ok());
    *attempts.lock().unwrap() = 0;
    assert_eq!(client.call(List::default()).await.unwrap(), 1);
    // Two in vain; on a slow machine, another one that just takes long.
    assert!((3..=4).contains(&*attempts.lock().unwrap()));
    drop(TcpStream::connect(address));
}

#[tokio::test(start_paused = true)]
async fn an_attempt_says_how_long_it_took_and_how_much_was_sent() {
    let service = Service::new();
    let rule = service.on(|_: &CreateMessage| true);
    let slow = Duration::from_secs(2);
    let rule = rule
        .reply(Reply::new(429).chunk("slow down").after(slow))
        .times(1);
    let rule = rule.then().reply(Reply::no_connection()).times(1).then();
    rule.reply(Reply::new(200).chunk("{}x"));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let hook = move |attempt: &botpress_runtime::runtime::Attempt<'_>| {
        let sizes = (attempt.request_body_size(), attempt.response_body_size());
        log.lock().unwrap().push((attempt.duration(), sizes));
        assert!(attempt.elapsed() >= attempt.duration());
    };
    let client = service.builder().on_attempt(hook).build().unwrap();
    let call = client.create_message(json!({}), "u", "c", "text", []);
    call.await.unwrap_err();
    let sent = service.requests()[0].body.len() as u64;
    assert!(sent > 10);
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    assert_eq!(
        seen,
        [
            (slow, (Some(sent), Some(9))),
            (Duration::ZERO, (Some(sent), None)),
            (Duration::ZERO, (Some(sent), Some(3))),
        ]
    );
}
