//! The client does not show the token, and sends it only to the service.

use std::sync::{Arc, Mutex};

use botpress_runtime::Client;
use botpress_runtime::runtime::reqwest;

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
        builder(&server)
            .http_client(custom_http_client().build().unwrap())
            .build(),
    ] {
        let error = client.unwrap().call(List::default()).await.unwrap_err();
        assert_eq!(error.status(), Some(307));
    }
    assert_eq!(other.connections(), 0);
}

/// An HTTP client with the settings that the builder's docs ask for.
pub(crate) fn custom_http_client() -> reqwest::ClientBuilder {
    let none = reqwest::redirect::Policy::none();
    reqwest::Client::builder().no_proxy().redirect(none)
}

#[test]
fn an_http_client_that_follows_redirects_is_refused() {
    use reqwest::redirect::Policy;
    let server = Server::start([Reply::json("{}")]);
    let built = |http: reqwest::ClientBuilder| {
        let client = builder(&server).http_client(http.build().unwrap());
        client.build().map(drop)
    };
    let http = || reqwest::Client::builder().no_proxy();
    for careless in [
        http(),
        http().redirect(Policy::limited(1)),
        http().redirect(Policy::default()),
        http().redirect(Policy::custom(|attempt| attempt.error("no"))),
    ] {
        let error = built(careless).unwrap_err();
        assert_eq!(error.setting(), "http_client");
        let text = "follows redirects; build it with `redirect::Policy::none()`";
        assert!(error.to_string().ends_with(text), "{error}");
    }
    let proxy = reqwest::Proxy::all("http://127.0.0.1:1").unwrap();
    for careful in [http(), http().proxy(proxy), http().referer(false)] {
        built(careful.redirect(Policy::none())).unwrap();
    }
}
