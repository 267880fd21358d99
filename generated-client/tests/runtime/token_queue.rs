//! Calls that wait for a token and for a permission.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use botpress_runtime::operations::DeleteUser;
use botpress_runtime::runtime::Token;
use botpress_runtime::testing::{Reply, Service};
use botpress_runtime::{Client, ClientBuilder, ErrorKind};
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use super::tokens::slow;

const MILLISECOND: Duration = Duration::from_millis(1);
const SECOND: Duration = Duration::from_secs(1);

/// How many calls each worker has made, which makes its next call when the last one has ended.
async fn made(client: &Client, workers: u32, duration: Duration) -> Vec<u32> {
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for worker in 0..workers {
        let client = client.clone();
        tasks.spawn(async move {
            let mut count = 0;
            while start.elapsed() < duration {
                client.delete_user(format!("{worker}")).await.unwrap();
                count += 1;
            }
            count
        });
    }
    tasks.join_all().await
}

fn expect_alike(counts: &[u32], what: &str) {
    let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
    assert!(*least > 0 && most - least <= 2, "{what}: {counts:?}");
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_token_expires_in_the_queue_keeps_its_place() {
    for (workers, limit, call, lifetime) in [
        (60, 1, 200, 667),
        (10, 1, 100, 50),
        (11, 1, 100, 1111),
        (12, 1, 100, 400),
        (50, 5, 20, 50),
    ] {
        for asking in [0, 1, 30] {
            let service = Service::new();
            let reply = Reply::new(200).json(json!({})).after(call * MILLISECOND);
            service.on(|_: &DeleteUser| true).reply(reply);
            let builder = service
                .builder()
                .max_concurrent_calls(usize::try_from(limit).unwrap());
            let (client, _) = slow(builder, asking * MILLISECOND, lifetime * MILLISECOND);
            // Enough for twelve calls of each worker.
            let duration = 12 * workers * call / limit * MILLISECOND;
            let counts = made(&client, workers, duration).await;
            let what = format!("{workers} {limit} {call} {lifetime} {asking}");
            expect_alike(&counts, &what);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_token_expires_before_its_window_keeps_its_place() {
    for asking in [0, 50] {
        let service = Service::new();
        let reply = Reply::new(200).json(json!({}));
        let reply = reply
            .header("ratelimit-limit", "1")
            .header("ratelimit-remaining", "0")
            .header("ratelimit-reset", "10");
        service.on(|_: &DeleteUser| true).reply(reply);
        let builder = service.builder().wait_for_rate_limit();
        let (client, _) = slow(builder, asking * MILLISECOND, 9 * SECOND);
        let counts = made(&client, 3, 600 * SECOND).await;
        expect_alike(&counts, "windows");
    }
}

/// The settings that make calls wait in a queue.
fn with_limits(service: &Service) -> [ClientBuilder; 2] {
    [
        service.builder().max_concurrent_calls(8),
        service.builder().wait_for_rate_limit(),
    ]
}

#[tokio::test(start_paused = true)]
async fn calls_in_the_queue_share_a_failure_and_later_ones_ask_again() {
    let service = Service::new();
    service.on(|_: &DeleteUser| true).respond(json!({}));
    for builder in with_limits(&service) {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        let builder = builder.token_from(move || {
            let is_first = asked.fetch_add(1, Ordering::SeqCst) == 0;
            async move {
                sleep(10 * SECOND).await;
                if is_first {
                    return Err("the login is down".into());
                }
                Ok(Token::new("t"))
            }
        });
        let client = builder.build().unwrap();
        let start = Instant::now();
        let mut calls = JoinSet::new();
        for _ in 0..20 {
            calls.spawn(client.delete_user("u").send());
        }
        for result in calls.join_all().await {
            let error = result.unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::Hook(_)), "{error}");
        }
        assert_eq!(start.elapsed().as_secs(), 10);
        client.delete_user("u").await.unwrap();
        assert_eq!(count.load(Ordering::SeqCst), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_failed_renewal_fails_the_calls_that_are_in_the_queue_then() {
    let service = Service::new();
    let reply = Reply::new(200).json(json!({})).after(SECOND / 10);
    service.on(|_: &DeleteUser| true).reply(reply);
    let asked = AtomicUsize::new(0);
    let builder = service.builder().max_concurrent_calls(5);
    let builder = builder.token_from(move || {
        let number = asked.fetch_add(1, Ordering::SeqCst);
        async move {
            sleep(MILLISECOND).await;
            match number {
                1 => Err("the service is busy".into()),
                _ => Ok(Token::new("t").expires_in(SECOND)),
            }
        }
    });
    let client = builder.build().unwrap();
    let mut calls = JoinSet::new();
    for number in 0..200 {
        let client = client.clone();
        calls.spawn(async move {
            // Half of them come when the function has failed.
            let wait = if number < 100 { Duration::ZERO } else { SECOND };
            sleep(wait).await;
            client.delete_user("u").await
        });
    }
    let results = calls.join_all().await;
    let failed = results.iter().filter_map(|result| result.as_ref().err());
    let mut count = 0;
    for error in failed {
        count += 1;
        assert!(matches!(error.kind(), ErrorKind::Hook(_)), "{error}");
    }
    // In the 900 milliseconds of the first token, 45 have been sent.
    assert_eq!(count, 55);
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_time_is_over_while_the_first_one_waits_for_a_token_does_not_blame_a_limit() {
    let service = Service::new();
    service.on(|_: &DeleteUser| true).respond(json!({}));
    for builder in with_limits(&service) {
        let (client, _) = slow(builder, Duration::MAX, SECOND);
        let mut calls = JoinSet::new();
        for seconds in [10, 5, 5] {
            let call = client.delete_user("u").with_timeout(seconds * SECOND);
            calls.spawn(async move { (seconds, call.await.unwrap_err()) });
        }
        for (seconds, error) in calls.join_all().await {
            let text = format!(
                "deleteUser: the function of `token_from` did not end before the call's timeout of {seconds}s"
            );
            assert_eq!(error.to_string(), text);
            assert!(error.is_timeout() && !error.is_rate_limited());
        }
    }
}
