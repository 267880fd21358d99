//! Settings of connections: certificate authorities, a proxy, the pool.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use botpress_runtime::runtime::{ConfigError, RetryPolicy, reqwest};
use botpress_runtime::{Client, ClientBuilder};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::{Echo, builder};
use test_server::{Reply, Server};

const AUTHORITY: &[u8] = include_bytes!("certificates/authority.pem");
const CERTIFICATE: &[u8] = include_bytes!("certificates/server.pem");
const KEY: &[u8] = include_bytes!("certificates/server.key");

/// The base URL of a service whose certificate the test authority has signed.
fn with_tls() -> String {
    let certificate = CertificateDer::from_pem_slice(CERTIFICATE).unwrap();
    let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
    let config = ServerConfig::builder().with_no_client_auth();
    let config = config.with_single_cert(vec![certificate], key).unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for socket in listener.incoming() {
            let connection = ServerConnection::new(config.clone()).unwrap();
            let mut stream = StreamOwned::new(connection, socket.unwrap());
            // A client that does not trust the certificate closes the connection.
            if stream.read(&mut [0; 4096]).is_ok() {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
            }
        }
    });
    format!("https://localhost:{port}")
}

fn at(base_url: &str) -> ClientBuilder {
    let builder = Client::builder().base_url(base_url).token("t").bot_id("b");
    builder.retry(RetryPolicy::none())
}

fn error(builder: ClientBuilder) -> ConfigError {
    builder.build().unwrap_err()
}

#[tokio::test]
async fn a_certificate_authority_can_be_added() {
    let base_url = with_tls();
    let trusting = at(&base_url).root_certificate(AUTHORITY).build().unwrap();
    trusting.call(Echo::new("a")).await.unwrap();
    let called = at(&base_url).build().unwrap().call(Echo::new("a")).await;
    let text = called.unwrap_err().to_string();
    assert!(text.contains("certificate"), "{text}");
}

#[test]
fn a_certificate_that_cannot_be_read_is_an_error() {
    let base_url = "https://service.example";
    for (pem, problem) in [
        (
            "MII",
            "has no certificate in the PEM format (`-----BEGIN CERTIFICATE-----`)",
        ),
        (
            "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n",
            "has an invalid certificate: ",
        ),
        (
            "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
            "is not a valid certificate in the PEM format: ",
        ),
    ] {
        let text = error(at(base_url).root_certificate(pem)).to_string();
        let start = format!("the client's setting `root_certificate` {problem}");
        assert!(text.starts_with(&start), "{text}");
    }
    // All certificates of a file are read.
    let bundle = [AUTHORITY, CERTIFICATE].concat();
    at(base_url).root_certificate(bundle).build().unwrap();
}

#[tokio::test]
async fn all_requests_go_through_the_proxy_that_is_set() {
    let proxy = Server::start([Reply::json("{}")]);
    let address = proxy.address;
    // Even to this machine, which a proxy of the environment does not get.
    for base_url in ["http://service.example", "http://127.0.0.1:1"] {
        let builder = at(base_url).proxy(format!("http://user:secret@{address}"));
        builder.build().unwrap().call(Echo::new("a")).await.unwrap();
    }
    let received = proxy.received();
    assert_eq!(received.len(), 2);
    for request in received {
        let credentials = request.header("proxy-authorization");
        assert_eq!(credentials, Some("Basic dXNlcjpzZWNyZXQ="));
    }
}

#[tokio::test]
async fn errors_name_the_proxy_that_is_set_without_its_password() {
    let builder = at("http://service.example").proxy("http://user:secret@127.0.0.1:1");
    let called = builder.build().unwrap().call(Echo::new("a")).await;
    let text = called.unwrap_err().to_string();
    let start = "echo: no connection through the proxy http://127.0.0.1:1 (setting `proxy`): ";
    assert!(
        text.starts_with(start) && !text.contains("secret"),
        "{text}"
    );
}

#[test]
fn a_proxy_that_cannot_be_used_is_an_error() {
    for (url, problem) in [
        ("user:secret", "must "),
        ("http://user:secret@", "must be the URL of a proxy"),
        (
            "socks5://user:secret@127.0.0.1:1",
            "must begin with `http://` or `https://`",
        ),
    ] {
        let error = error(at("http://service.example").proxy(url));
        let text = error.to_string();
        let start = format!("the client's setting `proxy` {problem}");
        assert!(
            text.starts_with(&start) && !text.contains("secret"),
            "{text}"
        );
    }
    at("http://service.example").proxy("").build().unwrap();
}

#[tokio::test]
async fn idle_connections_can_be_limited() {
    let server = Server::answering(|_, _| Reply::json("{}"));
    let client = builder(&server).pool_max_idle_per_host(0).build().unwrap();
    for _ in 0..3 {
        client.call(Echo::new("a")).await.unwrap();
    }
    assert_eq!(server.connections(), 3);
}

#[test]
fn settings_of_connections_conflict_with_a_custom_http_client() {
    let custom = at("http://service.example")
        .http_client(reqwest::Client::new())
        .connect_timeout(Duration::from_secs(1))
        .root_certificate(AUTHORITY)
        .proxy("http://127.0.0.1:1")
        .pool_max_idle_per_host(1);
    let error = error(custom);
    let settings: Vec<_> = error.settings().collect();
    assert_eq!(
        settings,
        [
            "connect_timeout",
            "root_certificate",
            "proxy",
            "pool_max_idle_per_host"
        ]
    );
    assert!(error.to_string().contains("set it on that client"));
}
