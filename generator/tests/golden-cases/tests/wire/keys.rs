//! Idempotency keys.

use openapi_client_runtime::RetryPolicy;
use serde_json::json;
use test_server::{Reply, Server};

use super::client;
use super::operations::CreateNode;
use super::testing::{Reply as Canned, Service};
use super::types::{Kind, Node};

#[tokio::test]
async fn all_attempts_of_a_call_have_its_key() {
    let busy = Reply::new("503 Service Unavailable", &[], "{}");
    let node = Reply::json(json!({"id": "n1", "kind": "leaf"}).to_string());
    let server = Server::start([busy.clone(), busy, node]);
    let client = client(&server);
    let create = || client.create_node(Node::new("n1", Kind::Leaf));
    create().await.unwrap();
    create().await.unwrap();
    create()
        .with_header("Idempotency-Key", "of-the-caller")
        .await
        .unwrap();
    let received = server.received();
    let keys = received
        .iter()
        .map(|request| request.header("idempotency-key"));
    let keys: Vec<&str> = keys.map(Option::unwrap).collect();
    assert_eq!(keys.len(), 5);
    assert!(keys[0].len() == 32 && keys[0] == keys[1] && keys[1] == keys[2]);
    assert!(keys[3].len() == 32 && keys[3] != keys[0]);
    assert_eq!(keys[4], "of-the-caller");
}

#[tokio::test]
async fn a_call_is_only_repeated_with_its_key() {
    let busy = Reply::new("503 Service Unavailable", &[], "{}");
    let server = Server::start([busy]);
    let client = client(&server);
    let create = || client.create_node(Node::new("n1", Kind::Leaf));
    let error = create()
        .with_header("idempotency-key", "")
        .await
        .unwrap_err();
    assert_eq!((error.attempts(), error.is_retryable()), (1, false));
    // Another call has another key, unless it is one of the caller.
    let once = || create().with_retry(RetryPolicy::none());
    assert!(!once().await.unwrap_err().is_retryable());
    let error = once()
        .with_header("idempotency-key", "k")
        .await
        .unwrap_err();
    assert!(error.is_retryable());
}

#[tokio::test(start_paused = true)]
async fn a_call_that_may_be_done_is_not_made_again_with_another_key() {
    let service = Service::new();
    service
        .on(|_: &CreateNode| true)
        .reply(Canned::lost_connection())
        .then()
        .reply(Canned::new(429));
    let client = service.client();
    let create = || client.create_node(Node::new("n1", Kind::Leaf));
    let error = create().await.unwrap_err();
    assert_eq!((error.attempts(), error.status()), (4, Some(429)));
    assert!(!error.is_retryable());
    let error = create()
        .with_header("idempotency-key", "k")
        .await
        .unwrap_err();
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_function_before_attempts_does_not_change_the_key() {
    let service = Service::new();
    let builder = service.builder().before_attempt(|mut attempt| async move {
        attempt.headers_mut().remove("idempotency-key");
        Ok(attempt)
    });
    let client = builder.build().unwrap();
    let create = client.create_node(Node::new("n1", Kind::Leaf));
    let error = create.await.unwrap_err().to_string();
    let text = "it changed the header `idempotency-key`, which holds the key of the call; set it with `with_header`";
    assert!(error.contains(text), "{error}");
    assert!(service.requests().is_empty());
}
