//! Paginated lists.

use botpress_runtime::ErrorKind;
use botpress_runtime::testing::{Reply, Service};
use serde_json::{Value, json};

use super::List;

/// A service that responds with these pages, one after the other.
fn service(pages: impl IntoIterator<Item = Value>) -> Service {
    let service = Service::new();
    for page in pages {
        let rule = service.on(|_: &List| true);
        rule.reply(Reply::new(200).json(page)).times(1);
    }
    service
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
