//! Proxies from the environment.

use std::time::Duration;

use botpress_runtime::Client;
use botpress_runtime::runtime::codegen::RequestParts;
use botpress_runtime::runtime::reqwest::{NoProxy, Proxy};
use botpress_runtime::runtime::{ConfigError, Operation, Request, RetryPolicy};
use serde_json::Value;

use super::Echo;
use super::secrets::custom_http_client;
use super::settings::sent_from_environment;
use test_server::{Reply, Server};

/// Runs a test in a process of its own, with these proxies.
fn run(test: &str, variables: &[(&str, &str)]) {
    sent_from_environment(&format!("proxies::{test}"), variables);
}

fn client(url: &str) -> Result<Client, ConfigError> {
    let builder = Client::builder().base_url(url).token("t").bot_id("b");
    builder.retry(RetryPolicy::none()).build()
}

#[test]
fn errors_name_the_proxy() {
    run(
        "has_a_closed_proxy",
        &[("HTTP_PROXY", "http://user:secret@127.0.0.1:1")],
    );
    run("has_a_closed_proxy", &[("all_proxy", "127.0.0.1:1")]);
    run(
        "has_a_proxy_of_another_kind",
        &[("ALL_PROXY", "socks5://127.0.0.1:1")],
    );
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn has_a_proxy_of_another_kind() {
    let client = client("http://service.example").unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    let text = error.to_string();
    let proxy = "the proxy socks5://127.0.0.1:1 (environment variable ALL_PROXY, which needs the feature `socks`";
    assert!(text.contains(proxy) && !error.is_retryable(), "{text}");
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn has_a_closed_proxy() {
    let client = client("http://service.example").unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    let text = error.to_string();
    let start = "echo: no connection through the proxy http://127.0.0.1:1 (environment variable ";
    assert!(
        text.starts_with(start) && !text.contains("secret"),
        "{text}"
    );
    assert!(text.contains("refused"), "{text}");
}

#[test]
fn a_proxy_that_requires_credentials_is_not_tried_again() {
    let head = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
    let proxy = Server::start([Reply::cut(head)]);
    run("needs_credentials", &[("HTTPS_PROXY", &proxy.url())]);
    assert_eq!(proxy.received()[0].method, "CONNECT");
    assert_eq!(proxy.received().len(), 1);
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn needs_credentials() {
    let builder = Client::builder().base_url("https://service.example");
    let client = builder.token("t").bot_id("b").build().unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("through the proxy http://127.0.0.1"),
        "{text}"
    );
    assert!(text.ends_with(": proxy authorization required"), "{text}");
}

#[test]
fn proxies_that_cannot_be_used_are_errors() {
    run("has_an_invalid_proxy", &[("HTTPS_PROXY", "http://a b")]);
    run(
        "has_an_invalid_proxy",
        &[("https_proxy", "ftp://127.0.0.1:1")],
    );
    run("has_an_invalid_proxy", &[("ALL_PROXY", "://")]);
}

#[test]
#[ignore = "the child process of a test"]
fn has_an_invalid_proxy() {
    let error = client("https://service.example").unwrap_err();
    assert!(error.setting().to_uppercase().ends_with("S_PROXY") || error.setting() == "ALL_PROXY");
    let variable = error.setting();
    assert_eq!(error.env(), Some(variable));
    assert_eq!(
        error.to_string(),
        format!("the environment variable `{variable}` is not the URL of a proxy")
    );
    // It is not used for this machine.
    client("http://localhost.:1").unwrap();
}

#[test]
fn other_proxies_do_not_matter() {
    run(
        "needs_no_proxy",
        &[("HTTPS_PROXY", "ftp://a"), ("NO_PROXY", "")],
    );
    run(
        "needs_no_proxy",
        &[
            ("ALL_PROXY", "ftp://a"),
            ("NO_PROXY", "example.org, service.example"),
        ],
    );
    run("needs_no_proxy", &[("ALL_PROXY", "")]);
    run(
        "needs_no_proxy",
        &[("HTTP_PROXY", "ftp://a"), ("REQUEST_METHOD", "GET")],
    );
}

#[test]
#[ignore = "the child process of a test"]
fn needs_no_proxy() {
    client("http://service.example").unwrap();
}

#[test]
fn requests_to_this_machine_go_through_no_proxy() {
    run("calls_this_machine", &[("ALL_PROXY", "http://127.0.0.1:1")]);
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn calls_this_machine() {
    let url = std::env::var("BP_API_URL").unwrap();
    for host in [
        "127.0.0.1",
        "127.8.7.6",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "0.0.0.0",
        "localhost.",
        "bot.localhost",
        "localhost6.localdomain6",
    ] {
        let client = client(&url.replace("127.0.0.1", host)).unwrap();
        let error = client.call(Echo::new("a")).await.err();
        // Not every machine connects to all of them.
        let text = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(!text.contains("proxy"), "{host}: {text}");
    }
}

/// An operation on a server of its own, which is this machine.
#[derive(Clone, Debug)]
struct Local;

impl Request for Local {
    type Response = Value;
    type Error = Value;

    const OPERATION: Operation = Operation::get("local", "/a").with_server("http://127.0.0.1:9");

    fn encode(&self, _: &mut RequestParts) {}
}

#[test]
fn a_server_of_an_operation_on_this_machine_is_reached_directly() {
    run(
        "calls_a_local_server",
        &[("ALL_PROXY", "http://127.0.0.1:1")],
    );
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn calls_a_local_server() {
    let builder = Client::builder().token("t").bot_id("b");
    let client = builder.retry(RetryPolicy::none()).build().unwrap();
    let error = client.call(Local).await.unwrap_err().to_string();
    assert!(
        error.starts_with("local: no connection to the service: "),
        "{error}"
    );
    let error = client.call(Echo::new("a")).await.unwrap_err().to_string();
    assert!(error.contains("through the proxy"), "{error}");
}

#[test]
fn a_proxy_that_refuses_the_service_is_not_tried_again() {
    let head = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
    let proxy = Server::start([Reply::cut(head)]);
    run("is_refused", &[("HTTPS_PROXY", &proxy.url())]);
    assert_eq!(proxy.received().len(), 1);
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn is_refused() {
    let builder = Client::builder().base_url("https://service.example");
    let client = builder.token("t").bot_id("b").build().unwrap();
    let text = client.call(Echo::new("a")).await.unwrap_err().to_string();
    let start = "echo: no connection through the proxy http://127.0.0.1";
    assert!(text.starts_with(start), "{text}");
    assert!(
        text.ends_with(": it refuses to connect to the service"),
        "{text}"
    );
}

#[test]
fn responses_of_a_proxy_name_it() {
    let proxy = Server::start([Reply::new("407 Proxy Authentication Required", &[], "")]);
    run(
        "needs_credentials_without_tls",
        &[("HTTP_PROXY", &proxy.url())],
    );
    assert_eq!(proxy.received().len(), 1);
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn needs_credentials_without_tls() {
    let client = client("http://service.example").unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(error.status(), Some(407));
    let text = error.to_string();
    let start =
        "echo: 407 Proxy Authentication Required (the response of the proxy http://127.0.0.1:";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn a_proxy_that_hangs_is_named() {
    let proxy = Server::start([Reply::raw(&["", "x"], Duration::from_secs(60))]);
    for variable in ["HTTP_PROXY", "HTTPS_PROXY"] {
        run("waits_for_a_proxy", &[(variable, &proxy.url())]);
    }
}

#[tokio::test]
#[ignore = "the child process of a test"]
async fn waits_for_a_proxy() {
    let scheme = if std::env::var_os("HTTP_PROXY").is_some() {
        "http"
    } else {
        "https"
    };
    let client = client(&format!("{scheme}://service.example")).unwrap();
    let call = client.call(Echo::new("a"));
    let error = call.with_timeout(Duration::from_millis(100)).await;
    let text = error.unwrap_err().to_string();
    let start = "echo: no complete response within 100ms through the proxy http://127.0.0.1:";
    assert!(text.starts_with(start), "{text}");
}

#[tokio::test]
async fn the_proxy_of_a_custom_http_client_is_named() {
    let none = NoProxy::from_string("example.org");
    let all = || Proxy::all("http://user:secret@127.0.0.1:1").unwrap();
    for (proxy, name) in [
        (
            all(),
            "through the proxy http://127.0.0.1:1 (of the HTTP client): ",
        ),
        (
            all().no_proxy(none),
            "through the proxy http://127.0.0.1:1 (of the HTTP client, if it applies): ",
        ),
    ] {
        let http = custom_http_client().proxy(proxy).build().unwrap();
        let builder = Client::builder().base_url("http://service.example");
        let builder = builder.token("t").bot_id("b").http_client(http);
        let client = builder.retry(RetryPolicy::none()).build().unwrap();
        let error = client.call(Echo::new("a")).await.unwrap_err().to_string();
        assert!(error.contains(name) && !error.contains("secret"), "{error}");
    }
}
