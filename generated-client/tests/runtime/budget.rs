//! The retry budget that the clones of a client share, and the reasons for not repeating an attempt.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use botpress_runtime::Client;
use botpress_runtime::operations::{CreateMessage, DeleteUser, GetUser};
use botpress_runtime::runtime::{NotRetried, RetryPolicy, Token};
use botpress_runtime::testing::{Reply, Service};
use serde_json::json;
use tokio::task::JoinSet;

/// Makes calls at once, and returns how many of them succeeded.
async fn succeeded(client: &Client, calls: usize) -> usize {
    let mut set = JoinSet::new();
    for _ in 0..calls {
        let client = client.with_bot_id("another").unwrap();
        set.spawn(async move { client.delete_user("u").await.is_ok() });
    }
    let results = set.join_all().await;
    results.into_iter().filter(|is_ok| *is_ok).count()
}

/// A service that responds with this status, and then with success.
fn failing(times: usize, status: u16) -> Service {
    let service = Service::new();
    service
        .on(|_: &DeleteUser| true)
        .reply(Reply::new(status))
        .times(times)
        .then()
        .respond(json!({}));
    service
}

#[tokio::test(start_paused = true)]
async fn retries_do_not_multiply_the_load_of_a_service_that_is_down() {
    let service = failing(10_000, 503);
    let client = service.client();
    assert_eq!(succeeded(&client, 200).await, 0);
    // 500 tokens pay for 100 retries.
    assert_eq!(service.calls::<DeleteUser>().len(), 300);
    assert_eq!(succeeded(&client, 200).await, 0);
    assert_eq!(service.calls::<DeleteUser>().len(), 500);
    // Another client has a budget of its own, and a policy can do without.
    assert_eq!(succeeded(&service.client(), 1).await, 0);
    assert_eq!(service.calls::<DeleteUser>().len(), 504);
    let client = client.with_retry(RetryPolicy::default().without_budget());
    assert_eq!(succeeded(&client, 10).await, 0);
    assert_eq!(service.calls::<DeleteUser>().len(), 544);
}

#[tokio::test(start_paused = true)]
async fn a_timeout_costs_twice_as_much() {
    let service = failing(10_000, 504);
    assert_eq!(succeeded(&service.client(), 200).await, 0);
    assert_eq!(service.calls::<DeleteUser>().len(), 250);
}

#[tokio::test(start_paused = true)]
async fn a_retry_that_only_the_caller_allows_costs_as_much() {
    let service = failing(10_000, 500);
    let policy = RetryPolicy::default().retry_if(|_| true);
    let client = service.client().with_retry(policy);
    assert_eq!(succeeded(&client, 200).await, 0);
    assert_eq!(service.calls::<DeleteUser>().len(), 300);
}

#[tokio::test(start_paused = true)]
async fn successes_fill_the_budget_again() {
    let service = failing(300, 503);
    let client = service.client();
    assert_eq!(succeeded(&client, 200).await, 0);
    assert_eq!(service.calls::<DeleteUser>().len(), 300);
    assert_eq!(succeeded(&client, 10).await, 10);
    // Ten successes pay for two retries.
    service.on(|_: &GetUser| true).reply(Reply::new(503));
    client.get_user("u").await.unwrap_err();
    assert_eq!(service.calls::<GetUser>().len(), 3);
    client.get_user("u").await.unwrap_err();
    assert_eq!(service.calls::<GetUser>().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_retry_that_helps_is_free_in_the_end() {
    let service = Service::new();
    for _ in 0..300 {
        let id = |call: &DeleteUser| call.id == "u";
        service
            .on(id)
            .reply(Reply::new(503))
            .times(1)
            .then()
            .respond(json!({}))
            .times(1);
    }
    let client = service.client();
    for _ in 0..300 {
        client.delete_user("u").await.unwrap();
    }
}

/// How many retries the budget pays for after the calls to empty it, and one more call.
async fn left_after(replies: &[Reply]) -> usize {
    let service = Service::new();
    service
        .on(|call: &DeleteUser| call.id == "u")
        .reply(Reply::new(503));
    for reply in replies {
        let rule = service.on(|call: &DeleteUser| call.id == "other");
        rule.reply(reply.clone()).times(1);
    }
    service
        .on(|call: &DeleteUser| call.id == "fine")
        .respond(json!({}));
    let builder = service.builder();
    let token = || async { Ok(Token::new("t")) };
    let client = builder.token_from(token).build().unwrap();
    succeeded(&client, 200).await;
    for _ in 0..5 {
        client.delete_user("fine").await.unwrap();
    }
    let _ = client.delete_user("other").await;
    let before = service.calls::<DeleteUser>().len();
    succeeded(&client, 5).await;
    service.calls::<DeleteUser>().len() - before - 5
}

#[tokio::test(start_paused = true)]
async fn a_retry_is_refunded_once() {
    let [down, rejected, fine] = [503, 401, 200].map(Reply::new);
    let fine = fine.json(json!({}));
    assert_eq!(left_after(&[down.clone(), fine.clone()]).await, 1);
    assert_eq!(left_after(&[down, rejected, fine]).await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_response_that_stalls_is_refunded_once() {
    let down = Reply::new(503);
    let stalled = Reply::new(404).chunk("{").then_hang();
    assert_eq!(left_after(&[down.clone(), Reply::new(404)]).await, 1);
    assert_eq!(left_after(&[down, stalled]).await, 1);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_goes_on_leaves_its_retry() {
    let service = failing(10_000, 503);
    service
        .on(|_: &GetUser| true)
        .reply(Reply::new(503).after(Duration::from_secs(40)));
    let reasons = Arc::new(Mutex::new(Vec::new()));
    let log = reasons.clone();
    let hook = move |attempt: &botpress_runtime::runtime::Attempt<'_>| {
        log.lock().unwrap().extend(attempt.not_retried());
    };
    let client = service.builder().on_attempt(hook).build().unwrap();
    succeeded(&client, 200).await;
    reasons.lock().unwrap().clear();
    let once = RetryPolicy::default().max_retries(1);
    client.get_user("u").with_retry(once).await.unwrap_err();
    let reasons = reasons.lock().unwrap();
    assert!(matches!(reasons[..], [NotRetried::Budget]), "{reasons:?}");
}

#[tokio::test(start_paused = true)]
async fn a_wait_for_the_rate_limit_is_free() {
    let service = Service::new();
    service
        .on(|_: &DeleteUser| true)
        .reply(Reply::new(429).header("retry-after", "1"))
        .times(400)
        .then()
        .respond(json!({}));
    assert_eq!(succeeded(&service.client(), 200).await, 200);
    let service = failing(10_000, 429);
    assert_eq!(succeeded(&service.client(), 200).await, 0);
    assert_eq!(service.calls::<DeleteUser>().len(), 300);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_says_why_it_is_not_repeated() {
    let reasons = Arc::new(Mutex::new(Vec::new()));
    let service = Service::new();
    service
        .on(|call: &GetUser| call.id == "500")
        .reply(Reply::new(500));
    service
        .on(|call: &GetUser| call.id == "404")
        .reply(Reply::new(404));
    let busy = Reply::new(503).header("retry-after", "50");
    service.on(|call: &GetUser| call.id == "busy").reply(busy);
    service
        .on(|call: &GetUser| call.id == "503")
        .reply(Reply::new(503));
    service
        .on(|call: &GetUser| call.id == "hang")
        .reply(Reply::hang());
    service
        .on(|_: &CreateMessage| true)
        .reply(Reply::lost_connection());
    let log = reasons.clone();
    let builder = service.builder().on_attempt(move |attempt| {
        assert!(attempt.retry_in().is_none() || attempt.not_retried().is_none());
        let text = format!("{attempt:?}");
        assert_eq!(
            text.contains("not_retried: "),
            attempt.not_retried().is_some()
        );
        log.lock().unwrap().extend(attempt.not_retried());
    });
    let client = builder.build().unwrap();
    for id in ["500", "404", "busy", "503"] {
        client.get_user(id).await.unwrap_err();
    }
    let message = client.create_message(json!({}), "u", "c", "text", []);
    message.await.unwrap_err();
    let never = RetryPolicy::default().retry_if(|_| false);
    client.get_user("503").with_retry(never).await.unwrap_err();
    let call = client.get_user("hang").with_retry(RetryPolicy::none());
    call.await.unwrap_err();
    let reasons = reasons.lock().unwrap();
    assert!(
        matches!(
            reasons[..],
            [
                NotRetried::Permanent(_),
                NotRetried::Permanent(_),
                NotRetried::Timeout,
                NotRetried::MaxRetries,
                NotRetried::Unsafe(_),
                NotRetried::Condition,
                NotRetried::Permanent("the time of the call is over"),
            ]
        ),
        "{reasons:?}"
    );
    assert_eq!(
        reasons[4].to_string(),
        "the connection was lost, so the service may have received the request"
    );
}
