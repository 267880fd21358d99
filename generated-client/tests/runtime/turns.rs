//! The limit on concurrent calls.

use std::time::Duration;

use botpress_runtime::operations::{DeleteUser, GetUser};
use botpress_runtime::testing::{Reply, Service};
use botpress_runtime::{Client, ErrorKind};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

/// A service that takes a second to delete a user, and never responds to other calls.
fn slow() -> Service {
    let service = Service::new();
    let deleted = service.on(|_: &DeleteUser| true).respond(json!({}));
    deleted.after(SECOND);
    service.on(|_: &GetUser| true).reply(Reply::hang());
    service
}

fn limited(service: &Service, limit: usize) -> Client {
    let builder = service.builder().max_concurrent_calls(limit);
    builder.build().unwrap()
}

fn deleted(service: &Service) -> Vec<String> {
    let calls = service.calls::<DeleteUser>();
    calls
        .iter()
        .map(|call| call.request.id.to_string())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn clones_share_a_limit_and_calls_have_their_turns_in_order() {
    let service = slow();
    let client = limited(&service, 10);
    let start = Instant::now();
    let mut calls = JoinSet::new();
    for number in 0..200 {
        let client = client.with_bot_id(number.to_string()).unwrap();
        calls.spawn(async move { client.delete_user(number.to_string()).await });
    }
    sleep(SECOND / 2).await;
    for turns in 1..=20 {
        assert_eq!(service.calls::<DeleteUser>().len(), turns * 10);
        sleep(SECOND).await;
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert!(start.elapsed() < 21 * SECOND);
    let numbers: Vec<_> = (0..200).map(|number| number.to_string()).collect();
    assert_eq!(deleted(&service), numbers);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_has_no_turn_before_its_timeout_was_not_sent() {
    let service = slow();
    let client = limited(&service, 1);
    let other = tokio::spawn(client.get_user("u").send());
    sleep(SECOND).await;
    let call = client.delete_user("u").with_timeout(SECOND);
    let error = call.await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotSent { .. }));
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!(
        error.to_string(),
        "deleteUser: waited 1s for its turn, because `max_concurrent_calls` other calls were in progress; nothing was sent"
    );
    assert!(deleted(&service).is_empty());
    other.abort();
}

#[tokio::test(start_paused = true)]
async fn calls_that_are_dropped_give_their_turns_back() {
    let service = slow();
    let client = limited(&service, 1);
    for _ in 0..3 {
        let running = tokio::spawn(client.get_user("u").send());
        sleep(SECOND).await;
        let waiting = client.delete_user("dropped").send();
        assert!(timeout(SECOND, waiting).await.is_err());
        let next = tokio::spawn(client.delete_user("next").send());
        sleep(SECOND).await;
        running.abort();
        assert!(next.await.unwrap().is_ok());
    }
    assert_eq!(deleted(&service), ["next"; 3]);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_a_retry_leaves_its_turn_to_others() {
    let service = Service::new();
    let busy = Reply::new(503).header("retry-after", "10");
    let first = service.on(|_: &DeleteUser| true).reply(busy).times(1);
    first.then().respond(json!({}));
    let client = limited(&service, 1);
    let start = Instant::now();
    let retried = tokio::spawn(client.delete_user("retried").send());
    sleep(SECOND).await;
    client.delete_user("other").await.unwrap();
    assert_eq!(start.elapsed(), SECOND);
    retried.await.unwrap().unwrap();
    assert_eq!(deleted(&service), ["retried", "other", "retried"]);
}

#[tokio::test(start_paused = true)]
async fn a_stream_has_its_turn_until_it_ends_or_is_dropped() {
    let service = Service::new();
    let chunks = Reply::new(200).chunk("a").pause(SECOND).chunk("b");
    service.on(|_: &GetUser| true).reply(chunks);
    service.on(|_: &DeleteUser| true).respond(json!({}));
    let client = limited(&service, 1);
    let delete = || client.delete_user("u").with_timeout(SECOND);
    for is_read in [true, false] {
        let mut stream = client.get_user("u").byte_stream().await.unwrap();
        assert!(stream.try_next().await.unwrap().is_some());
        let error = delete().await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotSent { .. }));
        if is_read {
            while stream.try_next().await.unwrap().is_some() {}
            delete().await.unwrap();
        } else {
            drop(stream);
            delete().await.unwrap();
        }
    }
}

#[test]
fn a_limit_of_zero_is_an_error() {
    let builder = Service::new().builder().max_concurrent_calls(0);
    assert_eq!(
        builder.build().unwrap_err().to_string(),
        "the client's setting `max_concurrent_calls` is zero"
    );
}
