//! The settings of a client.

use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

use botpress_runtime::runtime::codegen::RequestParts;
use botpress_runtime::runtime::{Error, ErrorKind, Operation, Request, RetryPolicy};
use botpress_runtime::{Client, ClientBuilder};
use serde_json::{Value, json};

use super::secrets::custom_http_client;
use super::{Echo, TOKEN, builder};
use test_server::{Reply, Server};

#[test]
fn settings_are_checked_when_the_client_is_built() {
    let with = |builder: ClientBuilder| builder.build().unwrap_err();
    let error = with(Client::builder().bot_id("b"));
    // The environment was not read.
    let text = "the client's setting `token` is not set";
    assert_eq!(error.to_string(), text);
    assert_eq!(format!("{error:?} {error:#?}"), format!("{text} {text}"));
    let error = with(Client::builder());
    assert_eq!(
        error.to_string(),
        "the client's settings `token` and `bot_id` are not set"
    );
    assert!(error.settings().eq(["token", "bot_id"]));
    let error = with(Client::builder().token("t").bot_id(""));
    assert_eq!(
        (error.setting(), error.env()),
        ("bot_id", Some("BP_BOT_ID"))
    );
    let error = with(Client::builder().token("t").bot_id("a\r\nx: y"));
    assert_eq!(error.setting(), "bot_id");
    let error = with(Client::builder().token("t").bot_id("b").header("x y", "z"));
    assert_eq!(error.setting(), "x y");
    for url in [
        "localhost",
        "http://a/?q",
        "http://a/#f",
        "http://u:p@a",
        "ftp://a",
    ] {
        assert_eq!(
            with(Client::builder().token("t").bot_id("b").base_url(url)).setting(),
            "base_url",
            "{url}"
        );
    }
    assert_eq!(
        Client::builder()
            .token("t")
            .bot_id("b")
            .base_url("")
            .build()
            .unwrap()
            .base_url(),
        "https://api.botpress.cloud"
    );
    let error: Error = with(Client::builder()).into();
    assert!(matches!(error.kind(), ErrorKind::Config(_)) && error.operation().is_none());
}

#[test]
fn all_wrong_and_missing_settings_are_reported_at_once() {
    let built = |builder: ClientBuilder| builder.build().unwrap_err();
    let error = built(
        Client::builder()
            .base_url("foo")
            .bot_id("a\nb")
            .header("x\ny", "z"),
    );
    let text = error.to_string();
    let problems: Vec<_> = text.split("; ").collect();
    assert_eq!(
        problems,
        [
            "the client's setting `base_url` must begin with `http://` or `https://`",
            "the client's setting `bot_id` contains a line break",
            "the client's setting `x\\ny` is not a valid header name",
            "the client's setting `token` is not set",
        ]
    );
    assert!(error.settings().eq(["base_url", "bot_id", "x\ny", "token"]));
    let error = built(Client::builder().token("Bearer t"));
    let text = "the client's setting `token` begins with `Bearer`, which the client adds; the client's setting `bot_id` is not set";
    assert_eq!(error.to_string(), text);
    let server = Server::start([Reply::json("null")]);
    let client = builder(&server).build().unwrap();
    client.with_token("bearer t").unwrap_err();
}

#[tokio::test]
async fn a_call_names_all_settings_that_it_lacks() {
    let builder = Client::builder().allow_missing_settings();
    let client = builder.build().unwrap();
    let error = client.get_user("u").await.unwrap_err();
    let text = "getUser: the client's settings `token` and `bot_id` are not set";
    assert_eq!(error.to_string(), text);
    let error = client.get_user("u").with_bot_id("b").await.unwrap_err();
    let text = "getUser: the client's setting `token` is not set";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_secret_that_ends_with_a_line_break_is_named() {
    let error = Client::builder().bot_id("b").token("secret\n").build();
    let text = error.unwrap_err().to_string();
    let start = "the client's setting `token` ends with a line break";
    assert!(text.starts_with(start), "{text}");
    let builder = Client::builder()
        .token("t")
        .bot_id("b")
        .header("x", "a\r\nb");
    let text = builder.build().unwrap_err().to_string();
    assert!(text.contains("`x` contains a line break"), "{text}");
}

#[test]
fn clients_can_be_used_after_a_panic() {
    fn check<T: std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
    check::<Client>();
    check::<ClientBuilder>();
    check::<RetryPolicy>();
    check::<botpress_runtime::Call<Echo>>();
}

#[test]
fn settings_by_name_are_checked() {
    let settings = |settings: Value| {
        Client::builder()
            .with_settings(&settings.into())
            .and_then(ClientBuilder::build)
    };
    let good = json!({"baseUrl": "http://a/b/", "token": "t", "botId": "b", "integrationAlias": "i", "integrationId": null, "retry": false});
    assert_eq!(settings(good).unwrap().base_url(), "http://a/b");
    let former = json!({"apiUrl": "http://a", "token": "t", "botId": "b"});
    assert_eq!(settings(former).unwrap().base_url(), "http://a");
    for (wrong, setting) in [
        (json!({"bot_id": "b"}), "bot_id"),
        (json!({"botId": 1}), "botId"),
        (json!({"token": []}), "token"),
        (json!({"baseUrl": 1}), "baseUrl"),
        (json!({"retry": 3}), "retry"),
        (json!("token"), "settings"),
    ] {
        assert_eq!(settings(wrong).unwrap_err().setting(), setting);
    }
}

#[test]
fn all_missing_variables_of_the_environment_are_named() {
    sent_from_environment("settings::lacks_two_variables", &[("BP_BOT_ID", "")]);
    let variables = [("BP_TOKEN", "t\n"), ("BP_BOT_ID", "b")];
    sent_from_environment("settings::has_an_invalid_variable", &variables);
}

#[test]
#[ignore = "the child process of a test"]
fn lacks_two_variables() {
    assert_eq!(
        Client::from_env().unwrap_err().to_string(),
        "the client's settings `token` and `bot_id` are not set (environment variables BP_TOKEN, BP_BOT_ID)"
    );
    let error = Client::builder().with_env().token("t").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the client's setting `bot_id` is not set (environment variable BP_BOT_ID)"
    );
}

#[test]
#[ignore = "the child process of a test"]
fn has_an_invalid_variable() {
    assert_eq!(
        Client::from_env().unwrap_err().to_string(),
        "the client's setting `token` ends with a line break (environment variable BP_TOKEN)"
    );
    // The variable is not used.
    let error = Client::builder().with_env().token("a\nb").build();
    let text = "the client's setting `token` contains a line break";
    assert_eq!(error.unwrap_err().to_string(), text);
}

#[tokio::test]
async fn a_client_without_required_settings_fails_where_they_are_needed() {
    let server = Server::start([Reply::json("null")]);
    let builder = Client::builder().base_url(server.url());
    let client = builder.allow_missing_settings().build().unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "echo: the client's settings `token` and `bot_id` are not set"
    );
    assert!(matches!(error.kind(), ErrorKind::Config(_)));
    let with_token = client.with_token("t").unwrap();
    let error = with_token.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "echo: the client's setting `bot_id` is not set"
    );
    assert!(server.received().is_empty());

    let call = with_token.call(Echo::new("a")).with_bot_id("b");
    call.await.unwrap();
    let call = client.call(Echo::new("a")).with_bot_id("b");
    let by_hand = call.with_header("authorization", "Bearer x");
    by_hand.await.unwrap();
    let input = json!({"id": "u", "x-bot-id": "b"});
    with_token.call_json("deleteUser", input).await.unwrap();
    let error = with_token.call_json("deleteUser", json!({"id": "u"})).await;
    let json = error.unwrap_err().to_json();
    assert_eq!(json["kind"], "config");
    let login = client.call(Login);
    login.with_bot_id("b").await.unwrap();
    assert_eq!(server.received()[3].header("authorization"), None);
    assert_eq!(server.received().len(), 4);
}

/// An operation without security.
#[derive(Clone, Debug)]
struct Login;

impl Request for Login {
    type Response = Value;
    type Error = Value;

    const OPERATION: Operation = Operation::post("login", "/login").with_security(&[]);

    fn encode(&self, _: &mut RequestParts) {}
}

/// Runs a test in a process with these environment variables, and returns the server that received its request.
pub(super) fn sent_from_environment(test: &str, variables: &[(&str, &str)]) -> Server {
    let server = Server::start([Reply::json("null")]);
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", test, "--ignored"])
        .env("BP_API_URL", server.url() + "/base/");
    for variable in ["BP_TOKEN", "BP_BOT_ID", "BP_INTEGRATION_ID"] {
        child.env_remove(variable);
    }
    for variable in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        child.env_remove(variable);
        child.env_remove(variable.to_lowercase());
    }
    let output = child.envs(variables.iter().copied()).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    server
}

#[test]
fn settings_come_from_the_environment() {
    let variables = [
        ("BP_TOKEN", TOKEN),
        ("BP_BOT_ID", "b"),
        ("BP_INTEGRATION_ID", "i"),
    ];
    let server = sent_from_environment("settings::calls_from_env", &variables);
    let got = &server.received()[0];
    assert_eq!(got.target, "/base/things/a/parts");
    assert_eq!(
        got.header("authorization"),
        Some("Bearer secret-token-0001")
    );
    assert_eq!(
        (got.header("x-bot-id"), got.header("x-integration-id")),
        (Some("b"), Some("i"))
    );
}

#[test]
fn explicit_settings_take_precedence_and_empty_variables_are_ignored() {
    let variables = [
        ("BP_TOKEN", TOKEN),
        ("BP_BOT_ID", "b"),
        ("BP_INTEGRATION_ID", ""),
    ];
    let server = sent_from_environment("settings::calls_with_an_explicit_bot", &variables);
    let got = &server.received()[0];
    assert_eq!(
        (got.header("x-bot-id"), got.header("x-integration-id")),
        (Some("explicit"), None)
    );
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn calls_from_env() {
    Client::from_env()
        .unwrap()
        .call(Echo::new("a"))
        .await
        .unwrap();
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn calls_with_an_explicit_bot() {
    let client = Client::builder().with_env().bot_id("explicit").build();
    client.unwrap().call(Echo::new("a")).await.unwrap();
}

/// A listener with a full queue. Linux does not respond to further connections.
#[cfg(target_os = "linux")]
fn full() -> (TcpListener, Vec<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let connect = || TcpStream::connect_timeout(&address, Duration::from_millis(100)).ok();
    let waiting = std::iter::from_fn(connect).take(10_000).collect();
    (listener, waiting)
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn connecting_has_its_own_timeout() {
    let (listener, _waiting) = full();
    let client = Client::builder()
        .base_url(format!("http://{}", listener.local_addr().unwrap()))
        .token("t")
        .bot_id("b")
        .connect_timeout(Duration::from_millis(100))
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    let start = Instant::now();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert!(error.is_transport() && error.is_timeout(), "{error}");
    assert!(error.is_retryable(), "nothing was sent");
    let text = "echo: no connection to the service: connecting took longer than 100ms";
    assert_eq!(error.to_string(), text);
    assert!(start.elapsed() < Duration::from_secs(10));

    let own = custom_http_client().connect_timeout(Duration::from_millis(100));
    let client = Client::builder()
        .base_url(format!("http://{}", listener.local_addr().unwrap()))
        .token("t")
        .bot_id("b")
        .http_client(own.build().unwrap())
        .retry(RetryPolicy::none());
    let call = client.build().unwrap().call(Echo::new("a"));
    let error = call.await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert!(error.to_string().ends_with("a timeout of the HTTP client"));
}

#[cfg(target_os = "linux")]
#[tokio::test(start_paused = true)]
async fn connecting_takes_ten_seconds_at_most_by_default() {
    let (listener, _waiting) = full();
    let client = Client::builder()
        .base_url(format!("http://{}", listener.local_addr().unwrap()))
        .token("t")
        .bot_id("b")
        .retry(RetryPolicy::none());
    let error = client.build().unwrap().call(Echo::new("a")).await;
    let text = "echo: no connection to the service: connecting took longer than 10s";
    assert_eq!(error.unwrap_err().to_string(), text);
}

#[tokio::test]
async fn timeouts_of_a_custom_http_client_are_timeouts() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n";
    for (parts, is_read) in [
        (["", "x"], false),
        ([head, "x"], false),
        ([head, "x"], true),
    ] {
        let server = Server::start([Reply::raw(&parts, Duration::from_secs(60))]);
        let own = custom_http_client();
        let own = if is_read {
            own.read_timeout(Duration::from_millis(100))
        } else {
            own.timeout(Duration::from_millis(100))
        };
        let client = builder(&server)
            .http_client(own.build().unwrap())
            .retry(RetryPolicy::none());
        let call = client.build().unwrap().call(Echo::new("a"));
        let error = call.await.unwrap_err();
        assert!(error.is_timeout() && error.is_transport(), "{error}");
        // The service may have received it.
        assert!(!error.is_retryable());
        let text = "echo: the connection failed: it took longer than a timeout of the HTTP client";
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_service_without_tls_needs_no_ca_certificates() {
    for test in ["reaches_a_service_without_tls", "needs_ca_certificates"] {
        let variables = [
            ("SSL_CERT_FILE", "/dev/null"),
            ("SSL_CERT_DIR", "/dev/null"),
        ];
        sent_from_environment(&format!("settings::{test}"), &variables);
    }
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn reaches_a_service_without_tls() {
    let url = std::env::var("BP_API_URL").unwrap();
    let client = Client::builder().base_url(url).token("t").bot_id("b");
    client.build().unwrap().call(Echo::new("a")).await.unwrap();
}

#[test]
#[ignore = "the child process of a test"]
fn needs_ca_certificates() {
    let error = Client::builder().token("t").bot_id("b").build();
    let text = error.unwrap_err().to_string();
    assert!(text.contains("No CA certificates were loaded"), "{text}");
    assert!(text.contains("SSL_CERT_FILE"), "{text}");
}
