//! Functions of the caller that change or refuse an attempt.

use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use botpress_runtime::ErrorKind;
use botpress_runtime::operations::DeleteUser;
use botpress_runtime::runtime::http::HeaderValue;
use botpress_runtime::testing::Service;
use serde_json::json;

use super::{Echo, List, builder, quick};
use test_server::{Reply, Server};

#[tokio::test]
async fn each_attempt_is_changed_anew() {
    let server = Server::start([
        Reply::new("503 Service Unavailable", &[], "{}"),
        Reply::new("307 Temporary Redirect", &[("location", "/moved")], ""),
        Reply::json("null"),
    ]);
    let client = builder(&server).retry(quick());
    let client = client.before_attempt(|mut attempt| async move {
        tokio::task::yield_now().await;
        assert_eq!(
            attempt.headers()["authorization"],
            "Bearer secret-token-0001"
        );
        let signature = format!("{} {}", attempt.number(), attempt.operation().id());
        attempt
            .headers_mut()
            .insert("x-signature", signature.parse()?);
        attempt
            .headers_mut()
            .insert("authorization", "Own key".parse()?);
        attempt.add_query("a b", "c&d");
        Ok(attempt)
    });
    client.build().unwrap().call(List::default()).await.unwrap();

    let received = server.received();
    let targets: Vec<_> = received.iter().map(|request| &*request.target).collect();
    let own = "/list?filter=a%20b&a%20b=c%26d";
    assert_eq!(targets, [own, own, "/moved"]);
    let signatures = received.iter().map(|request| request.header("x-signature"));
    let signatures: Vec<_> = signatures.map(Option::unwrap).collect();
    assert_eq!(signatures, ["1 list", "2 list", "2 list"]);
    let is_own =
        |request: &test_server::Received| request.header("authorization") == Some("Own key");
    assert!(received.iter().all(is_own));
}

#[tokio::test]
async fn a_refused_attempt_is_not_sent_and_not_retried() {
    let server = Server::start([Reply::new("503 Service Unavailable", &[], "{}")]);
    let attempts = Arc::new(AtomicUsize::new(0));
    let count = attempts.clone();
    let client = builder(&server).retry(quick());
    let client = client.before_attempt(move |attempt| {
        count.fetch_add(1, Ordering::Relaxed);
        async move {
            match attempt.number() {
                1 => Ok(attempt),
                _ => Err(std::io::Error::other("closed at night").into()),
            }
        }
    });
    let call = client.build().unwrap().call(List::default());
    let error = call.await.unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("list: the function of `before_attempt` failed: closed at night"),
        "{error}"
    );
    let ErrorKind::Hook(cause) = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(cause.setting(), "before_attempt");
    assert!(cause.cause().unwrap().is::<std::io::Error>());
    assert!(!error.is_retryable() && !error.is_timeout());
    assert_eq!((error.attempts(), attempts.load(Ordering::Relaxed)), (2, 2));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn headers_of_the_connection_cannot_be_changed() {
    let server = Server::start([Reply::json("null")]);
    for name in ["content-length", "transfer-encoding", "host", "connection"] {
        let client = builder(&server).before_attempt(move |mut attempt| async move {
            attempt
                .headers_mut()
                .insert(name, HeaderValue::from_static("1"));
            Ok(attempt)
        });
        let error = client
            .build()
            .unwrap()
            .call(Echo::new("a"))
            .await
            .unwrap_err();
        let problem = format!("it changed the header `{name}`, which ");
        assert!(error.to_string().contains(&problem), "{error}");
    }
    assert!(server.received().is_empty());
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_function_ends_with_the_timeout_of_the_call() {
    let service = Service::new();
    service.on(|_: &DeleteUser| true).respond(json!({}));
    let client = service
        .builder()
        .before_attempt(|_| pending())
        .build()
        .unwrap();
    let call = client.delete_user("u").with_timeout(Duration::from_secs(7));
    let error = call.await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Hook(_)) && error.is_timeout());
    assert_eq!(
        error.to_string(),
        "deleteUser: the function of `before_attempt` did not end before the call's timeout of 7s"
    );
}
