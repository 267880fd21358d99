//! Calls that wait for the rate limit of the service.

use std::sync::Mutex;
use std::time::Duration;

use botpress_runtime::operations::{CreateUser, DeleteUser, GetUser};
use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::testing::{Reply, Service};
use botpress_runtime::{Client, ErrorKind};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);
/// The length of a window of the service.
const WINDOW: Duration = Duration::from_secs(10);

/// The service's own count of calls.
struct Count {
    /// The number of calls in a window.
    limit: usize,
    /// The start of each window, and the number of calls in it.
    windows: Vec<(Instant, usize)>,
    refused: usize,
}

impl Count {
    fn reply(&mut self) -> Reply {
        let now = Instant::now();
        match self.windows.last() {
            Some((start, _)) if now - *start < WINDOW => {}
            _ => self.windows.push((now, 0)),
        }
        let (start, calls) = self.windows.last_mut().unwrap();
        *calls += 1;
        let reply = if *calls <= self.limit {
            Reply::new(200).json(json!({}))
        } else {
            self.refused += 1;
            Reply::new(429)
        };
        let reset = (*start + WINDOW - now).as_secs_f64().ceil();
        reply
            .header("ratelimit-limit", &self.limit.to_string())
            .header(
                "ratelimit-remaining",
                &self.limit.saturating_sub(*calls).to_string(),
            )
            .header("ratelimit-reset", &reset.to_string())
    }
}

/// A service with a rate limit, which takes a while to respond.
fn limited(limit: usize) -> (Service, &'static Mutex<Count>) {
    let service = Service::new();
    let count = Box::leak(Box::new(Mutex::new(Count {
        limit,
        windows: Vec::new(),
        refused: 0,
    })));
    let count = &*count;
    let deleted = service.on(|_: &DeleteUser| true);
    deleted.reply_with(|_| count.lock().unwrap().reply().after(SECOND / 2));
    (service, count)
}

fn waiting(service: &Service) -> Client {
    service.builder().wait_for_rate_limit().build().unwrap()
}

fn deleted(service: &Service) -> Vec<String> {
    let calls = service.calls::<DeleteUser>();
    let ids = calls.iter().map(|call| call.request.id.to_string());
    ids.collect()
}

#[tokio::test(start_paused = true)]
async fn many_calls_stay_inside_of_the_windows_and_keep_their_order() {
    let (service, count) = limited(50);
    let client = waiting(&service);
    // From now on, the limit is known.
    client.delete_user("first").await.unwrap();
    let mut calls = JoinSet::new();
    for number in 0..200 {
        let client = client.with_timeout(10 * WINDOW);
        calls.spawn(async move { client.delete_user(number.to_string()).await });
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    let count = count.lock().unwrap();
    assert_eq!(count.refused, 0);
    let calls: Vec<_> = count.windows.iter().map(|(_, calls)| *calls).collect();
    assert_eq!(calls, [50, 50, 50, 50, 1]);
    let numbers: Vec<_> = (0..200).map(|number| number.to_string()).collect();
    assert_eq!(deleted(&service)[1..], numbers);
}

#[tokio::test(start_paused = true)]
async fn without_the_setting_calls_are_refused_and_retried() {
    let (service, count) = limited(2);
    let client = service.client();
    for _ in 0..5 {
        client.delete_user("u").await.unwrap();
    }
    assert!(count.lock().unwrap().refused > 0);
}

#[tokio::test(start_paused = true)]
async fn calls_that_the_service_refuses_make_the_others_wait() {
    let (service, count) = limited(5);
    let client = waiting(&service);
    // Nothing is known yet, so all are sent.
    let mut calls = JoinSet::new();
    for _ in 0..8 {
        let client = client.clone();
        calls.spawn(async move { client.delete_user("u").await });
    }
    sleep(SECOND).await;
    assert_eq!(count.lock().unwrap().refused, 3);
    calls.spawn(async move { client.delete_user("u").await });
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(count.lock().unwrap().refused, 3);
}

#[tokio::test(start_paused = true)]
async fn a_call_for_which_the_next_window_is_too_late_fails_at_once() {
    let (service, _) = limited(1);
    let client = waiting(&service);
    client.delete_user("first").await.unwrap();
    let start = Instant::now();
    let call = client.delete_user("late").with_timeout(WINDOW / 2);
    let error = call.await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!(
        error.to_string(),
        "deleteUser: not sent, because the rate limit of the service allows no call for another 10.0s"
    );
    assert!(error.is_rate_limited() && error.is_retryable() && !error.is_timeout());
    assert_eq!(error.retry_after(), Some(WINDOW));
    assert_eq!(deleted(&service), ["first"]);
    client.delete_user("patient").await.unwrap();
    assert_eq!(start.elapsed(), WINDOW + SECOND / 2);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_calls_in_progress_has_its_timeout() {
    let service = Service::new();
    let limit = |reply: Reply| {
        reply
            .header("ratelimit-remaining", "1")
            .header("ratelimit-reset", "60")
    };
    let user = Reply::new(200).json(json!({}));
    service.on(|_: &DeleteUser| true).reply(limit(user));
    service.on(|_: &GetUser| true).reply(Reply::hang());
    let client = waiting(&service);
    client.delete_user("u").await.unwrap();
    let running = tokio::spawn(client.get_user("u").send());
    sleep(SECOND).await;
    let start = Instant::now();
    let call = client.delete_user("late").with_timeout(SECOND);
    let error = call.await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::RateLimited { .. }));
    assert_eq!(start.elapsed(), SECOND);
    running.abort();
}

#[tokio::test(start_paused = true)]
async fn calls_that_are_dropped_leave_their_places_to_others() {
    let (service, _) = limited(1);
    let client = waiting(&service);
    client.delete_user("first").await.unwrap();
    let dropped = || async {
        let call = client.delete_user("dropped").send();
        assert!(timeout(SECOND, call).await.is_err());
    };
    dropped().await;
    let next = tokio::spawn(client.delete_user("next").send());
    // These wait behind another one.
    dropped().await;
    dropped().await;
    next.await.unwrap().unwrap();
    assert_eq!(deleted(&service), ["first", "next"]);
    // This one is next, and another one takes over.
    let next = tokio::spawn(client.delete_user("dropped").send());
    sleep(SECOND).await;
    let last = tokio::spawn(client.delete_user("last").send());
    sleep(SECOND).await;
    next.abort();
    last.await.unwrap().unwrap();
    assert_eq!(deleted(&service), ["first", "next", "last"]);
}

#[tokio::test(start_paused = true)]
async fn calls_that_are_not_sent_leave_their_places_to_others() {
    let (service, _) = limited(5);
    let builder = service.builder().wait_for_rate_limit();
    let builder = builder.before_attempt(|attempt| async move {
        if attempt.url().ends_with("/refused") {
            return Err("refused".into());
        }
        Ok(attempt)
    });
    let client = builder.max_request_body(9).build().unwrap();
    client.delete_user("first").await.unwrap();
    for _ in 0..9 {
        client.delete_user("refused").await.unwrap_err();
        let large = client.create_user([("tag", "value")]).await;
        assert!(matches!(large.unwrap_err().kind(), ErrorKind::Encode(_)));
    }
    let start = Instant::now();
    client
        .delete_user("next")
        .with_timeout(SECOND)
        .await
        .unwrap();
    assert_eq!(start.elapsed(), SECOND / 2);
}

#[tokio::test(start_paused = true)]
async fn callers_have_windows_of_their_own() {
    let (service, _) = limited(1);
    let client = waiting(&service);
    client.delete_user("first").await.unwrap();
    let quick = RetryPolicy::none();
    let delete = |client: &Client| {
        let call = client.delete_user("u").with_timeout(SECOND);
        call.with_retry(quick.clone()).send()
    };
    let is_sent = async |client: &Client| {
        let error = delete(client).await.unwrap_err();
        !matches!(error.kind(), ErrorKind::RateLimited { .. })
    };
    assert!(!is_sent(&client).await);
    assert!(!is_sent(&client.clone()).await);
    assert!(!is_sent(&client.with_timeout(SECOND)).await);
    let other_token = client.with_token("another").unwrap();
    assert!(is_sent(&other_token).await);
    assert!(!is_sent(&other_token).await);
    assert!(is_sent(&client.with_bot_id("another").unwrap()).await);
    let call = client.delete_user("u").with_header("x-bot-id", "third");
    let error = call.with_timeout(SECOND).await.unwrap_err();
    assert!(!matches!(error.kind(), ErrorKind::RateLimited { .. }));
    // Its window is not forgotten.
    assert!(!is_sent(&client).await);
}

#[tokio::test(start_paused = true)]
async fn calls_without_a_response_may_have_been_counted() {
    let service = Service::new();
    let limits = Reply::new(200)
        .header("ratelimit-remaining", "2")
        .header("ratelimit-reset", "10")
        .json(json!({}));
    service.on(|_: &DeleteUser| true).reply(limits);
    let lost = service
        .on(|_: &CreateUser| true)
        .reply(Reply::no_connection());
    let lost = lost.times(5).then().reply(Reply::lost_connection());
    drop(lost.times(2));
    let client = waiting(&service).with_retry(RetryPolicy::none());
    client.delete_user("u").await.unwrap();
    let start = Instant::now();
    for _ in 0..7 {
        let error = client.create_user([]).await.unwrap_err();
        assert!(error.is_transport());
    }
    assert_eq!(start.elapsed(), Duration::ZERO);
    client.delete_user("u").await.unwrap();
    assert_eq!(start.elapsed(), WINDOW);
}

#[tokio::test(start_paused = true)]
async fn a_wait_for_the_rate_limit_takes_no_turn() {
    let (service, _) = limited(1);
    let builder = service
        .builder()
        .wait_for_rate_limit()
        .max_concurrent_calls(1);
    let client = builder.build().unwrap();
    client.delete_user("first").await.unwrap();
    let start = Instant::now();
    let waiting = tokio::spawn(client.delete_user("u").send());
    sleep(SECOND).await;
    let other = client.with_token("another").unwrap();
    other
        .delete_user("u")
        .with_timeout(SECOND)
        .await
        .unwrap_err();
    assert_eq!(deleted(&service).len(), 2);
    assert!(start.elapsed() < 3 * SECOND);
    waiting.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn attempts_do_not_include_the_wait() {
    let (service, _) = limited(1);
    let builder = service.builder().wait_for_rate_limit();
    let builder = builder.on_attempt(|attempt| {
        assert_eq!(attempt.duration(), SECOND / 2);
    });
    let client = builder.build().unwrap();
    let start = Instant::now();
    for _ in 0..3 {
        client.delete_user("u").await.unwrap();
    }
    assert!(start.elapsed() > 2 * WINDOW);
}
