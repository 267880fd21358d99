//! The golden case `security`: security schemes and their alternatives.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/security/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/security/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use serde_json::json;
use test_server::{Received, Reply, Server};

const SECRETS: [&str; 4] = ["s3cret-key", "s3cret-app", "s3cret-pass", "s3cret-session"];

fn server() -> Server {
    Server::start([Reply::new("204 No Content", &[], "")])
}

fn authorization(got: &Received) -> Option<&str> {
    got.header("authorization")
}

#[tokio::test]
async fn the_first_complete_alternative_is_sent() {
    let server = server();
    let with_keys = Client::builder()
        .base_url(server.url())
        .key(SECRETS[0])
        .app(SECRETS[1])
        .login("me", SECRETS[2])
        .session(SECRETS[3])
        .build()
        .unwrap();
    with_keys.general().await.unwrap();
    with_keys.public().await.unwrap();
    with_keys.basic().await.unwrap();
    let with_token = Client::builder()
        .base_url(server.url())
        .token("t")
        .build()
        .unwrap();
    with_token.general().await.unwrap();
    with_token.public().await.unwrap();
    let session = Client::builder()
        .base_url(server.url())
        .session("a b")
        .allow_missing_settings()
        .build()
        .unwrap();
    session.basic().await.unwrap();

    let got = server.received();
    assert_eq!(got[0].target, "/general?api_key=s3cret-key");
    assert_eq!(
        (got[0].header("x-app"), authorization(&got[0])),
        (Some("s3cret-app"), None)
    );
    assert_eq!(got[1].target, "/public");
    assert_eq!(
        (got[1].header("x-app"), authorization(&got[1])),
        (None, None)
    );
    assert_eq!(authorization(&got[2]), Some("Basic bWU6czNjcmV0LXBhc3M="));
    assert_eq!(got[2].header("cookie"), None);
    assert_eq!(authorization(&got[3]), Some("Bearer t"));
    assert_eq!(authorization(&got[4]), None);
    assert_eq!(got[5].header("cookie"), Some("sid=a%20b"));

    let builder = Client::builder().key(SECRETS[0]).login("me", SECRETS[2]);
    let shown = format!("{with_keys:?} {builder:?} {:?}", with_keys.general());
    assert!(!shown.contains("s3cret"), "{shown}");
}

#[tokio::test]
async fn a_credential_of_the_call_takes_the_place_of_the_client_s() {
    let server = server();
    let builder = Client::builder().base_url(server.url()).app("app");
    let client = builder.key("c").session("c").build().unwrap();
    let sent = || server.received().pop().unwrap();
    client.basic().with_header("cookie", "a=1").await.unwrap();
    assert_eq!(sent().header("cookie"), Some("a=1; sid=c"));
    let input = json!({"header.cookie": "a=1; sid=own"});
    client.call_json("basic", input).await.unwrap();
    assert_eq!(sent().header("cookie"), Some("a=1; sid=own"));
    client.general().with_query("api_key", "own").await.unwrap();
    assert_eq!(sent().target, "/general?api_key=own");
}

#[tokio::test]
async fn a_call_without_its_credentials_is_not_sent() {
    let server = server();
    let builder = Client::builder().base_url(server.url()).app("a");
    assert_eq!(
        builder.clone().build().unwrap_err().to_string(),
        "the client's setting `token` or `key` is not set"
    );
    let client = builder.allow_missing_settings().build().unwrap();
    let text = |error: openapi_client_runtime::Error| error.to_string();
    assert_eq!(
        client.general().await.map_err(text).unwrap_err(),
        "general: the client's setting `token` or `key` is not set"
    );
    assert_eq!(
        client.basic().await.map_err(text).unwrap_err(),
        "basic: the client's setting `login` or `session` is not set"
    );
    assert!(server.received().is_empty());
    // By hand.
    client.general().with_query("api_key", "k").await.unwrap();
    let basic = client
        .basic()
        .with_header("authorization", "Basic bWU6cA==");
    basic.await.unwrap();
    assert_eq!(server.received()[0].header("x-app"), Some("a"));
}

#[tokio::test]
async fn optional_security_is_used_if_it_is_set() {
    let server = server();
    let builder = Client::builder().base_url(server.url());
    let client = builder.clone().allow_missing_settings().build().unwrap();
    client.optional().await.unwrap();
    let client = builder.token("t").build().unwrap();
    client.optional().await.unwrap();
    let got = server.received();
    assert_eq!(authorization(&got[0]), None);
    assert_eq!(authorization(&got[1]), Some("Bearer t"));
}

#[tokio::test]
async fn credentials_can_be_set_as_json() {
    let server = server();
    let settings = json!({
        "baseUrl": server.url(),
        "credentials": {"login": {"username": "me", "password": "p"}, "key": "k", "app": "a"},
    });
    let builder = Client::builder().with_settings(&settings.into());
    let client = builder.unwrap().build().unwrap();
    client.call_json("basic", json!({})).await.unwrap();
    client.call_json("general", json!({})).await.unwrap();
    let got = server.received();
    assert_eq!(authorization(&got[0]), Some("Basic bWU6cA=="));
    assert_eq!(
        (&*got[1].target, got[1].header("x-app")),
        ("/general?api_key=k", Some("a"))
    );
    let unknown = Client::builder().credential("nothing", "x");
    let error = unknown.base_url(server.url()).build().unwrap_err();
    assert_eq!(error.setting(), "nothing");
}

#[tokio::test]
async fn a_client_for_tests_needs_no_settings() {
    let service = testing::Service::new();
    service.on(|_: &operations::General| true).respond(());
    service.on(|_: &operations::Basic| true).respond(());
    service.client().general().await.unwrap();
    let client = service.builder().token("own").build().unwrap();
    client.general().await.unwrap();
    client.basic().await.unwrap();
    let sent = service.requests();
    let authorization = sent
        .iter()
        .map(|sent| sent.header("authorization").unwrap());
    let authorization: Vec<_> = authorization.collect();
    assert_eq!(
        authorization,
        ["Bearer test", "Bearer own", "Basic dGVzdDp0ZXN0"]
    );
    assert_eq!(sent[0].url.as_str(), "http://service.test/general");
}
