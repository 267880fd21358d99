//! Paginated lists.

use botpress_runtime::ErrorKind;
use serde_json::json;

use super::{List, client, page};
use test_server::{Reply, Server};

#[tokio::test]
async fn pages_end_at_a_token_that_is_absent_null_or_empty() {
    for end in [json!(null), json!("")] {
        let server = Server::start([page(&[1, 2], "a+/="), page(&[], "b"), page(&[3], end)]);
        assert_eq!(
            client(&server)
                .call(List::default())
                .collect_all()
                .await
                .unwrap(),
            [1, 2, 3]
        );
        let targets: Vec<_> = server
            .received()
            .into_iter()
            .map(|request| request.target)
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
    let server = Server::start([Reply::json(r#"{"items":[1]}"#)]);
    let mut pages = client(&server).call(List::default()).pages();
    assert_eq!(pages.try_next().await.unwrap(), Some(json!({"items": [1]})));
    assert_eq!(pages.try_next().await.unwrap(), None);
    assert_eq!(pages.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn a_repeated_token_is_an_error() {
    let server = Server::start([page(&[1], "a"), page(&[2], "b"), page(&[3], "a")]);
    let mut items = client(&server).call(List::default()).stream();
    for expected in 1..=3 {
        assert_eq!(items.try_next().await.unwrap(), Some(expected));
    }
    let error = items.try_next().await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::RepeatedPage { token } if token == "a"),
        "{error}"
    );
    assert_eq!(items.try_next().await.unwrap(), None);
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn pages_are_requested_only_when_needed() {
    let server = Server::start([page(&[1, 2], "a"), page(&[3, 4], "b")]);
    let client = client(&server);
    assert!(
        client
            .call(List::default())
            .collect_up_to(0)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(server.received().is_empty());
    assert_eq!(
        client.call(List::default()).collect_up_to(3).await.unwrap(),
        [1, 2, 3]
    );
    assert_eq!(server.received().len(), 2);
}
