//! Paginated lists.

use std::time::Duration;

use botpress_runtime::operations::DeleteUser;
use botpress_runtime::runtime::{Items, RetryPolicy};
use botpress_runtime::testing::{Reply, Service};
use botpress_runtime::{Error, ErrorKind};
use serde_json::{Value, json};

use super::List;

/// A service that responds with these pages, one after the other.
fn service(pages: impl IntoIterator<Item = Value>) -> Service {
    replies(pages.into_iter().map(|page| Reply::new(200).json(page)))
}

/// A service with these replies, one after the other.
fn replies(replies: impl IntoIterator<Item = Reply>) -> Service {
    let service = Service::new();
    for reply in replies {
        service.on(|_: &List| true).reply(reply).times(1);
    }
    service
}

fn reply(items: &[i64], next: impl Into<Value>) -> Reply {
    Reply::new(200).json(page(items, next))
}

/// The items of a list, without retries of its calls.
fn items(service: &Service) -> Items<List> {
    let call = service.client().call(List::default());
    call.with_retry(RetryPolicy::none()).stream()
}

/// The tokens that the service was asked for.
fn tokens(service: &Service) -> Vec<String> {
    let requests = service.requests().into_iter();
    let tokens = requests.map(|sent| {
        let mut pairs = sent.url.query_pairs();
        let token = pairs.find(|(name, _)| name == "nextToken");
        token.map_or_else(String::new, |(_, token)| token.into_owned())
    });
    tokens.collect()
}

fn page(items: &[i64], next: impl Into<Value>) -> Value {
    json!({ "items": items, "next": next.into() })
}

#[tokio::test]
async fn pages_end_at_a_token_that_is_absent_null_or_empty() {
    for end in [json!(null), json!("")] {
        let service = service([page(&[1, 2], "a+/="), page(&[], "b"), page(&[3], end)]);
        assert_eq!(
            service
                .client()
                .call(List::default())
                .collect_all()
                .await
                .unwrap(),
            [1, 2, 3]
        );
        let requests = service.requests().into_iter();
        let targets: Vec<_> = requests
            .map(|sent| {
                format!(
                    "{}?{}",
                    sent.url.path(),
                    sent.url.query().unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(
            targets,
            [
                "/list?filter=a%20b",
                "/list?filter=a%20b&nextToken=a%2B%2F%3D",
                "/list?filter=a%20b&nextToken=b"
            ]
        );
    }
    let service = service([json!({"items": [1]})]);
    let mut pages = service.client().call(List::default()).pages();
    assert_eq!(pages.try_next().await.unwrap(), Some(json!({"items": [1]})));
    assert_eq!(pages.try_next().await.unwrap(), None);
    assert_eq!(pages.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn a_repeated_token_is_an_error() {
    let service = service([page(&[1], "a"), page(&[2], "b"), page(&[3], "a")]);
    let mut items = service.client().call(List::default()).stream();
    for expected in 1..=3 {
        assert_eq!(items.try_next().await.unwrap(), Some(expected));
    }
    let error = items.try_next().await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::RepeatedPage { token } if token == "a"),
        "{error}"
    );
    assert_eq!(items.try_next().await.unwrap(), None);
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn pages_are_requested_only_when_needed() {
    let service = service([page(&[1, 2], "a"), page(&[3, 4], "b")]);
    let client = service.client();
    assert!(
        client
            .call(List::default())
            .collect_up_to(0)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(service.requests().is_empty());
    assert_eq!(
        client.call(List::default()).collect_up_to(3).await.unwrap(),
        [1, 2, 3]
    );
    assert_eq!(service.requests().len(), 2);
}

#[tokio::test]
async fn a_stream_goes_on_with_the_same_page_after_an_error_that_may_pass() {
    let service = replies([
        Reply::no_connection(),
        reply(&[1, 2], "a"),
        Reply::new(503),
        Reply::lost_connection(),
        reply(&[3], "b"),
        Reply::new(429),
        reply(&[4], ""),
    ]);
    let mut items = items(&service);
    let mut seen = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(item)) => seen.push(item),
            Ok(None) => break,
            // The place of the failure.
            Err(error) => seen.push(-i64::from(error.status().unwrap_or(1))),
        }
    }
    assert_eq!(seen, [-1, 1, 2, -503, -1, 3, -429, 4]);
    assert_eq!(tokens(&service), ["", "", "a", "a", "a", "b", "b"]);
}

#[tokio::test]
async fn a_stream_ends_after_an_error_that_cannot_pass_and_keeps_its_place() {
    for reply_of_failure in [
        Reply::new(401),
        Reply::new(500),
        Reply::new(200).json(1).chunk("]"),
    ] {
        let service = replies([reply(&[1], "a"), reply_of_failure, reply(&[2], "")]);
        let mut failed = items(&service);
        assert_eq!(failed.try_next().await.unwrap(), Some(1));
        assert!(!failed.try_next().await.unwrap_err().is_retryable());
        assert_eq!(failed.try_next().await.unwrap(), None);
        assert_eq!(failed.next_token(), Some("a"));
        assert_eq!(tokens(&service), ["", "a"]);
        // Whoever knows better continues with another stream.
        let token = failed.next_token().map(str::to_owned);
        let rest = service.client().call(List { token }).collect_all().await;
        assert_eq!(rest.unwrap(), [2]);
    }
}

#[tokio::test]
async fn a_loop_that_ignores_errors_ends() {
    let service = Service::new();
    service.on(|_: &List| true).reply(Reply::new(503));
    let mut items = items(&service);
    let mut errors = 0;
    while items.try_next().await.transpose().is_some() {
        errors += 1;
    }
    assert_eq!(errors, 10);
    assert_eq!(service.requests().len(), 10);
    assert!(items.try_next().await.unwrap().is_none());
    // Only failures of the same page count.
    let outage = |page: i64| {
        let failures = (0..9).map(|_| Reply::new(503));
        let next = if page < 3 {
            page.to_string()
        } else {
            String::new()
        };
        failures.chain([reply(&[page], next)])
    };
    let service = replies((1..=3).flat_map(outage));
    let mut items = self::items(&service);
    let mut seen = Vec::new();
    while let Some(next) = items.try_next().await.transpose() {
        seen.extend(next.ok());
    }
    assert_eq!(seen, [1, 2, 3]);
}

#[tokio::test]
async fn the_next_token_loses_no_item() {
    for ahead in [false, true] {
        let service = service([page(&[1, 2], "a"), page(&[], "b"), page(&[3, 4], "")]);
        let mut items = items(&service);
        if ahead {
            items = items.prefetch();
        }
        let mut places = vec![(None, items.next_token().map(str::to_owned))];
        while let Some(item) = items.try_next().await.unwrap() {
            places.push((Some(item), items.next_token().map(str::to_owned)));
        }
        let token = |token: &str| Some(token.to_owned());
        assert_eq!(
            places,
            [
                (None, None),
                (Some(1), None),
                (Some(2), token("a")),
                (Some(3), token("b")),
                (Some(4), None),
            ]
        );
    }
    // A stream that begins in the middle knows its place from the start.
    let service = service([page(&[1, 2], "b")]);
    let token = Some("a".to_owned());
    let mut items = service.client().call(List { token }).stream();
    assert_eq!(items.next_token(), Some("a"));
    items.try_next().await.unwrap();
    assert_eq!(items.next_token(), Some("a"));
}

#[tokio::test]
async fn a_failed_collection_contains_what_was_collected() {
    let service = replies([reply(&[1, 2], "a"), reply(&[3], "b"), Reply::new(403)]);
    let call = service.client().call(List::default());
    let failed = call.clone().collect_all().await.unwrap_err();
    assert_eq!(failed.items, [1, 2, 3]);
    assert_eq!(failed.next_token.as_deref(), Some("b"));
    assert!(failed.error.is_forbidden());
    assert_eq!(
        failed.to_string(),
        "list: 403 Forbidden; 3 items were collected before"
    );
    let service = replies([Reply::new(403), Reply::new(403)]);
    let call = service.client().call(List::default());
    let failed = call.clone().collect_up_to(9).await.unwrap_err();
    assert_eq!(failed.to_string(), "list: 403 Forbidden");
    let questioned: Result<_, Error<Value>> = async { Ok(call.collect_all().await?) }.await;
    assert!(questioned.unwrap_err().is_forbidden());
}

#[tokio::test(start_paused = true)]
async fn the_next_page_is_prefetched() {
    let delay = Duration::from_secs(1);
    let pages = [reply(&[1, 2], "a"), reply(&[3], "b"), reply(&[4], "")];
    let service = replies(pages.map(|page| page.after(delay)));
    let mut items = items(&service).prefetch();
    let start = tokio::time::Instant::now();
    let mut seen = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        // As long as the service takes.
        tokio::time::sleep(delay).await;
        seen.push((item, service.requests().len()));
    }
    assert_eq!(seen, [(1, 2), (2, 2), (3, 3), (4, 3)]);
    // Without it, the pages alone take three seconds and the items four.
    assert_eq!(start.elapsed(), 5 * delay);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_is_prefetched_keeps_nothing_from_other_calls() {
    let delay = Duration::from_secs(1);
    let pages = [reply(&[1, 2], "a"), reply(&[3, 4], "b"), reply(&[5], "")];
    let service = replies(pages.map(|page| page.after(delay)));
    service
        .on(|_: &DeleteUser| true)
        .reply(Reply::new(200).json(json!({})));
    let client = service.builder().max_concurrent_calls(1).build().unwrap();
    let mut items = client.call(List::default()).stream().prefetch();
    let mut seen = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        client.delete_user("u").await.unwrap();
        seen.push(item);
    }
    assert_eq!(seen, [1, 2, 3, 4, 5]);
    // A stream that is dropped leaves no request behind.
    let service = replies([reply(&[1], "a"), Reply::hang()]);
    service
        .on(|_: &DeleteUser| true)
        .reply(Reply::new(200).json(json!({})));
    let client = service.builder().max_concurrent_calls(1).build().unwrap();
    let mut items = client.call(List::default()).stream().prefetch();
    items.try_next().await.unwrap();
    tokio::time::sleep(delay).await;
    assert_eq!(tokens(&service), ["", "a"]);
    drop(items);
    client.delete_user("u").with_timeout(delay).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_page_that_was_prefetched_in_vain_is_requested_again() {
    let pages = [reply(&[1, 2], "a"), Reply::hang(), reply(&[3], "")];
    let service = replies(pages);
    let mut items = items(&service).prefetch();
    for expected in [1, 2, 3] {
        assert_eq!(items.try_next().await.unwrap(), Some(expected));
        // Longer than the timeout of a call.
        tokio::time::sleep(Duration::from_secs(100)).await;
    }
    assert_eq!(tokens(&service), ["", "a", "a"]);
    // What cannot pass is reported in its place.
    let service = replies([reply(&[1, 2], "a"), Reply::new(403)]);
    let mut items = self::items(&service).prefetch();
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(items.try_next().await.unwrap(), Some(2));
    assert!(items.try_next().await.unwrap_err().is_forbidden());
    assert_eq!(items.try_next().await.unwrap(), None);
}
