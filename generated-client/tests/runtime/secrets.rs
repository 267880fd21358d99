//! The client does not show the token, and sends it only to the service.

use std::sync::{Arc, Mutex};

use botpress_runtime::Client;
use botpress_runtime::runtime::{ErrorKind, RetryPolicy, reqwest};

use super::{Echo, List, TOKEN, builder};
use test_server::{Reply, Server};

#[tokio::test]
async fn the_token_is_never_shown() {
    let server = Server::start([Reply::new(
        "401 Unauthorized",
        &[],
        r#"{"type":"Unauthorized"}"#,
    )]);
    let attempts = Arc::new(Mutex::new(Vec::new()));
    let log = attempts.clone();
    let builder = builder(&server).on_attempt(move |attempt| {
        log.lock().unwrap().push(format!("{attempt:?}"));
    });
    let client = builder.clone().build().unwrap();
    let call = client
        .call(Echo::new("a"))
        .with_header("authorization", format!("Bearer {TOKEN}"));
    let shown = format!(
        "{builder:?} {client:?} {call:?} {:?}",
        client.call(List::default()).stream()
    );
    let error = call.await.unwrap_err();
    let wrong = Client::builder()
        .token(format!("{TOKEN}\n"))
        .bot_id("b")
        .build()
        .unwrap_err();
    let panic = std::panic::catch_unwind(|| {
        let client = Client::builder().token(format!("{TOKEN}\n"));
        client.bot_id("b").build().unwrap()
    });
    let panic = panic.unwrap_err();
    let panic = panic.downcast_ref::<String>().unwrap();
    let attempts = attempts.lock().unwrap().concat();
    let shown =
        format!("{shown} {error} {error:?} {error:#?} {wrong} {wrong:?} {panic} {attempts}");
    assert!(!shown.contains(TOKEN), "{shown}");
    assert!(shown.contains("401"), "{shown}");
}

#[tokio::test]
async fn headers_of_the_client_are_not_sent_to_another_host() {
    let other = Server::start([Reply::json("{}")]);
    let away = other.url();
    let server = Server::start([Reply::new(
        "307 Temporary Redirect",
        &[("location", &away)],
        "",
    )]);
    for client in [
        builder(&server).build(),
        builder(&server).http_client(custom_http_client()).build(),
    ] {
        let error = client.unwrap().call(List::default()).await.unwrap_err();
        assert_eq!(error.status(), Some(307));
    }
    assert_eq!(other.connections(), 0);
}

/// An HTTP client with the settings that the builder's docs ask for.
fn custom_http_client() -> reqwest::Client {
    let none = reqwest::redirect::Policy::none();
    reqwest::Client::builder()
        .no_proxy()
        .redirect(none)
        .build()
        .unwrap()
}

#[tokio::test]
async fn an_http_client_that_turns_a_post_into_a_get_is_detected() {
    let careless = reqwest::Client::builder().no_proxy().build().unwrap();
    for (status, location) in [("302 Found", "/b"), ("303 See Other", "?page=2")] {
        let redirect = Reply::new(status, &[("location", location)], "");
        let server = Server::start([redirect, Reply::json("{}")]);
        let client = builder(&server).http_client(careless.clone()).build();
        let error = client.unwrap().call(Echo::new("a")).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
        assert_eq!(server.received()[1].method, "GET");
        let text = "echo: the client's setting `http_client` followed a redirect";
        assert!(error.to_string().starts_with(text), "{error}");
    }
}

#[tokio::test]
async fn an_http_client_that_follows_redirects_to_another_host_is_detected() {
    let other = Server::start([Reply::json("{}")]);
    let away = other.url();
    let server = Server::start([Reply::new(
        "307 Temporary Redirect",
        &[("location", &away)],
        "",
    )]);
    let careless = reqwest::Client::builder().no_proxy().build().unwrap();
    let client = builder(&server)
        .http_client(careless)
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    let error = client.call(List::default()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
    assert!(error.to_string().contains("`http_client`"), "{error}");
    // Even that host does not receive the token.
    assert_eq!(other.received()[0].header("authorization"), None);
}
