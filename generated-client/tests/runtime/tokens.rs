//! Tokens that change.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use botpress_runtime::operations::DeleteUser;
use botpress_runtime::runtime::codegen::{Decode, RequestParts};
use botpress_runtime::runtime::{Operation, RawResponse, Request, RetryPolicy, Token};
use botpress_runtime::testing::{Reply as Canned, Service};
use botpress_runtime::{Client, ClientBuilder, ErrorKind};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::{Echo, List, builder};
use test_server::{Reply, Server};

const SECOND: Duration = Duration::from_secs(1);

/// A client whose tokens are `token-1`, `token-2`, …, and how often it has asked for one.
fn counted(builder: ClientBuilder) -> (Client, Arc<AtomicUsize>) {
    slow(builder, Duration::ZERO, Duration::MAX)
}

/// The same, with the time that it takes to ask, and the lifetime of a token.
pub(crate) fn slow(
    builder: ClientBuilder,
    pause: Duration,
    lifetime: Duration,
) -> (Client, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let asked = count.clone();
    let builder = builder.token_from(move || {
        let number = asked.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            sleep(pause).await;
            Ok(Token::new(format!("token-{number}")).expires_in(lifetime))
        }
    });
    (builder.build().unwrap(), count)
}

/// A service that deletes users.
fn deleting() -> Service {
    let service = Service::new();
    service.on(|_: &DeleteUser| true).respond(json!({}));
    service
}

/// An operation that needs no token.
#[derive(Clone, Debug)]
struct Open;

impl Request for Open {
    type Response = String;
    type Error = Value;

    const OPERATION: Operation = Operation::get("open", "/open").with_security(&[]);

    fn encode(&self, _: &mut RequestParts) {}

    fn decode(response: &RawResponse) -> Decode<String> {
        response.json()
    }
}

fn tokens(server: &Server) -> Vec<String> {
    let received = server.received();
    let tokens = received
        .iter()
        .map(|request| request.header("authorization"));
    tokens
        .map(|token| token.unwrap_or("none").to_owned())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn one_call_asks_for_a_token_and_its_clones_share_it() {
    let (client, count) = slow(deleting().builder(), SECOND, Duration::MAX);
    let mut calls = JoinSet::new();
    for number in 0..200 {
        let client = client.with_bot_id(number.to_string()).unwrap();
        calls.spawn(async move { client.delete_user("u").await });
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    sleep(1_000_000 * SECOND).await;
    client.delete_user("u").await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_asked_for_again_shortly_before_it_expires() {
    for (lifetime, used) in [(3600, 3569), (100, 89)] {
        let (client, count) = slow(deleting().builder(), SECOND, lifetime * SECOND);
        client.delete_user("u").await.unwrap();
        sleep(used * SECOND).await;
        client.delete_user("u").await.unwrap();
        assert_eq!(count.load(Ordering::SeqCst), 1);
        sleep(2 * SECOND).await;
        client.delete_user("u").await.unwrap();
        assert_eq!(count.load(Ordering::SeqCst), 2);
    }
    // A token without a lifetime serves the call that has asked for it.
    let (client, count) = slow(deleting().builder(), SECOND, Duration::ZERO);
    client.delete_user("u").await.unwrap();
    client.delete_user("u").await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_not_lost_with_the_call_that_asks_for_it() {
    let (client, count) = slow(deleting().builder(), SECOND, Duration::MAX);
    let first = tokio::spawn(client.delete_user("first").send());
    sleep(SECOND / 2).await;
    let second = tokio::spawn(client.delete_user("second").send());
    assert!(
        timeout(SECOND / 4, client.delete_user("u").send())
            .await
            .is_err()
    );
    first.abort();
    second.await.unwrap().unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 1);
    // Nor with the only call, or with calls that are too short for it.
    let (client, count) = slow(deleting().builder(), SECOND, Duration::MAX);
    for _ in 0..2 {
        let call = client.delete_user("u").with_timeout(SECOND / 4);
        let error = call.await.unwrap_err();
        assert!(error.is_timeout() && error.is_retryable(), "{error}");
    }
    sleep(SECOND).await;
    client.delete_user("u").await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_function_that_never_ends_is_given_up() {
    let builder = deleting().builder().timeout(10 * SECOND);
    let (client, count) = slow(builder, Duration::MAX, Duration::MAX);
    for _ in 0..2 {
        let error = client.delete_user("u").await.unwrap_err();
        assert!(error.is_timeout(), "{error}");
        sleep(SECOND).await;
    }
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_takes_too_long_may_be_there_the_next_time() {
    let reasons = Arc::new(Mutex::new(Vec::new()));
    let log = reasons.clone();
    let builder = deleting().builder().on_attempt(move |attempt| {
        log.lock().unwrap().extend(attempt.not_retried());
    });
    let (client, _) = slow(builder, Duration::MAX, Duration::MAX);
    let error = client.delete_user("u").await.unwrap_err();
    // The attempt counts, although it was not sent.
    assert!(error.is_retryable() && error.attempts() == 1, "{error}");
    let reasons = reasons.lock().unwrap();
    assert_eq!(reasons.len(), 1);
    assert_eq!(reasons[0].to_string(), "the time of the call is over");
}

#[tokio::test(start_paused = true)]
async fn a_call_with_time_gets_a_token_that_others_have_no_time_for() {
    let builder = deleting().builder().timeout(SECOND / 4);
    let (client, count) = slow(builder, SECOND, Duration::MAX);
    let patient = client.delete_user("u").with_timeout(10 * SECOND);
    let (short, long) = tokio::join!(client.delete_user("u"), patient);
    assert!(short.unwrap_err().is_timeout());
    long.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 2);
    // A call that is dropped leaves the function the time of the client, not its own.
    let builder = deleting().builder().timeout(SECOND);
    let (client, _) = slow(builder, Duration::MAX, Duration::MAX);
    let call = client.delete_user("u").with_timeout(100 * SECOND);
    assert!(timeout(SECOND / 4, call.send()).await.is_err());
    let start = tokio::time::Instant::now();
    let call = client.delete_user("u").with_timeout(3 * SECOND);
    assert!(call.await.unwrap_err().is_timeout());
    assert_eq!(start.elapsed(), 3 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_expires_while_a_call_waits_is_not_sent() {
    let service = Service::new();
    let reply = Canned::new(200).json(json!({})).after(2 * SECOND);
    service.on(|_: &DeleteUser| true).reply(reply);
    let builder = service.builder().max_concurrent_calls(1);
    let (client, count) = slow(builder, Duration::ZERO, 3 * SECOND);
    let mut calls = JoinSet::new();
    for _ in 0..5 {
        calls.spawn(client.delete_user("u").send());
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    let requests = service.requests();
    let tokens: Vec<_> = requests
        .iter()
        .map(|sent| {
            sent.header("authorization")
                .unwrap()
                .rsplit_once('-')
                .unwrap()
                .1
        })
        .collect();
    // Two calls fit into the lifetime of a token.
    assert_eq!(tokens, ["1", "1", "2", "2", "3"]);
    assert_eq!(count.load(Ordering::SeqCst), 3);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_asked_for_once_however_long_calls_wait() {
    // Tokens of 600 ms, a queue of two seconds, and a rate limit that the calls just fit into.
    let service = Service::new();
    let limit = [("ratelimit-limit", "41"), ("ratelimit-reset", "1000")];
    let places = AtomicUsize::new(41);
    service.on(|_: &DeleteUser| true).reply_with(move |_| {
        let rest = places.fetch_sub(1, Ordering::SeqCst) - 1;
        let reply = Canned::new(200).json(json!({})).after(SECOND / 5);
        let reply = limit
            .iter()
            .fold(reply, |reply, (name, value)| reply.header(name, value));
        reply.header("ratelimit-remaining", &rest.to_string())
    });
    let builder = service
        .builder()
        .max_concurrent_calls(4)
        .wait_for_rate_limit();
    let (client, count) = slow(builder, SECOND / 20, SECOND * 2 / 3);
    client.delete_user("u").await.unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..40 {
        calls.spawn(client.delete_user("u").send());
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(service.requests().len(), 41);
    assert!(count.load(Ordering::SeqCst) <= 6, "{count:?}");
    // A queue that is longer than many tokens.
    let service = Service::new();
    let reply = Canned::new(200).json(json!({})).after(SECOND / 5);
    service.on(|_: &DeleteUser| true).reply(reply);
    let builder = service.builder().max_concurrent_calls(1);
    let (client, count) = slow(builder, SECOND / 1000, SECOND * 2 / 3);
    let mut calls = JoinSet::new();
    for _ in 0..60 {
        calls.spawn(client.delete_user("u").send());
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    let count = count.load(Ordering::SeqCst);
    assert!((20..=21).contains(&count), "{count}");
    let last = &service.requests()[59];
    assert_eq!(
        last.header("authorization"),
        Some(&*format!("Bearer token-{count}"))
    );
    // A token that serves one call is asked for once for each.
    let builder = deleting().builder().max_concurrent_calls(1);
    let (client, count) = slow(builder, SECOND, Duration::ZERO);
    let mut calls = JoinSet::new();
    for _ in 0..5 {
        calls.spawn(client.delete_user("u").send());
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(count.load(Ordering::SeqCst), 5);
}

#[tokio::test(start_paused = true)]
async fn a_function_may_make_calls_of_the_client_that_need_no_token() {
    let service = deleting();
    service
        .on(|_: &Open| true)
        .reply(Canned::new(200).json(json!("token")));
    let opened = Arc::new(OnceLock::<Client>::new());
    let inner = opened.clone();
    let builder = service.builder().max_concurrent_calls(1);
    let builder = builder.token_from(move || {
        let client = inner.get().unwrap().clone();
        async move { Ok(Token::new(client.call(Open).await?)) }
    });
    let client = builder.build().unwrap();
    opened.set(client.clone()).unwrap();
    let (first, second) = tokio::join!(client.delete_user("a"), client.delete_user("b"));
    first.unwrap();
    second.unwrap();
}

#[tokio::test]
async fn a_service_that_rejects_all_tokens_is_asked_for_one_in_each_call() {
    let server = Server::answering(|_, _| Reply::new("401 Unauthorized", &[], "{}"));
    let (client, count) = counted(builder(&server));
    for _ in 0..6 {
        client.call(Echo::new("a")).await.unwrap_err();
    }
    assert_eq!(count.load(Ordering::SeqCst), 7);
}

#[tokio::test(start_paused = true)]
async fn calls_that_wait_share_a_failure_and_later_ones_ask_again() {
    let count = Arc::new(AtomicUsize::new(0));
    let asked = count.clone();
    let builder = deleting().builder().token_from(move || {
        let is_first = asked.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            sleep(SECOND).await;
            if is_first {
                return Err(std::io::Error::other("the login is closed").into());
            }
            Ok(Token::new("later"))
        }
    });
    let client = builder.build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(client.delete_user("u").send());
    }
    for result in calls.join_all().await {
        let error = result.unwrap_err();
        assert_eq!(
            error.to_string(),
            "deleteUser: the function of `token_from` failed: the login is closed"
        );
        let ErrorKind::Hook(cause) = error.kind() else {
            panic!("{error}")
        };
        assert!(cause.cause().unwrap().is::<std::io::Error>());
    }
    assert_eq!(count.load(Ordering::SeqCst), 1);
    client.delete_user("u").await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_rejected_token_is_replaced_once_in_any_call() {
    let refused = || Reply::new("401 Unauthorized", &[], "{}");
    for policy in [RetryPolicy::default(), RetryPolicy::none()] {
        let server = Server::start([refused(), Reply::json("null")]);
        let (client, _) = counted(builder(&server).retry(policy));
        client.call(Echo::new("a")).await.unwrap();
        client.call(List::default()).await.unwrap();
        assert_eq!(
            tokens(&server),
            ["Bearer token-1", "Bearer token-2", "Bearer token-2"]
        );
    }
    let server = Server::start([refused()]);
    let (client, count) = counted(builder(&server));
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(tokens(&server), ["Bearer token-1", "Bearer token-2"]);
    assert_eq!((error.attempts(), count.load(Ordering::SeqCst)), (2, 2));
    // A token that does not come from the function is not replaced.
    let fixed = client.with_token("fixed").unwrap();
    assert_eq!(fixed.call(Echo::new("a")).await.unwrap_err().attempts(), 1);
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn calls_whose_tokens_are_rejected_together_ask_once() {
    let server = Server::answering(|_, request| match request.header("authorization") {
        Some("Bearer token-1") => Reply::new("401 Unauthorized", &[], "{}"),
        _ => Reply::json("null"),
    });
    let (client, count) = counted(builder(&server));
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(client.call(Echo::new("a")).send());
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn headers_and_tokens_of_a_call_replace_the_function() {
    let server = Server::start([Reply::json("null")]);
    let (client, count) = counted(builder(&server));
    let call = || client.call(Echo::new("a"));
    call()
        .with_header("authorization", "Own key")
        .await
        .unwrap();
    call().with_header("authorization", "").await.unwrap();
    client
        .with_token("another")
        .unwrap()
        .call(Echo::new("a"))
        .await
        .unwrap();
    let without = client.with_header("authorization", "").unwrap();
    without
        .call_json("deleteUser", json!({"id": "u"}))
        .await
        .unwrap_err();
    assert_eq!(count.load(Ordering::SeqCst), 0);
    client
        .call_json("deleteUser", json!({"id": "u"}))
        .await
        .unwrap();
    assert_eq!(
        tokens(&server),
        ["Own key", "none", "Bearer another", "Bearer token-1"]
    );
}

#[tokio::test]
async fn a_token_is_never_shown() {
    let server = Server::start([Reply::json("null")]);
    let token = Token::new("secret-token-0001").expires_in(SECOND);
    assert_eq!(format!("{token:?}"), "Token { expires: true, .. }");
    for token in ["secret\n-token-0001", "Bearer secret-token-0001", ""] {
        let builder = builder(&server).token_from(move || async move { Ok(Token::new(token)) });
        let error = builder
            .build()
            .unwrap()
            .call(Echo::new("a"))
            .await
            .unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Hook(_)));
        let text = format!("{error} {error:?} {:?}", error.kind());
        assert!(
            text.contains("`token_from` failed: the token ") && !text.contains("0001"),
            "{text}"
        );
    }
    assert!(server.received().is_empty());
}
