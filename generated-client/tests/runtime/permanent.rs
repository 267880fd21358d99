//! Failures that would be the same again: they are not repeated.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use botpress_runtime::runtime::reqwest::Proxy;
use botpress_runtime::{Client, ClientBuilder};

use super::secrets::custom_http_client;
use super::{List, quick};

/// The number of attempts of a `GET`, and the text of its error.
async fn attempts(base_url: String) -> (usize, String) {
    attempts_of(Client::builder().base_url(base_url)).await
}

async fn attempts_of(builder: ClientBuilder) -> (usize, String) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let client = builder
        .token("t")
        .bot_id("b")
        .retry(quick())
        .on_attempt(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
        })
        .build()
        .unwrap();
    let error = client.call(List::default()).await.unwrap_err();
    (count.load(Ordering::SeqCst), error.to_string())
}

/// The URL of a server that sends these bytes on each connection.
fn sending(bytes: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(&bytes);
        }
    });
    format!("http://{address}")
}

#[tokio::test]
async fn a_response_that_is_not_valid_http_is_not_requested_again() {
    let many = "h: 1\r\n".repeat(200);
    for bytes in [
        "\0\u{1}garbage\r\n\r\n".to_owned(),
        "HTTP/1.1 abc OK\r\n\r\n".to_owned(),
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n".to_owned(),
        "HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n".to_owned(),
        format!("HTTP/1.1 200 OK\r\n{many}\r\n"),
        format!("HTTP/1.1 200 OK\r\nh: {}\r\n\r\n", "x".repeat(1 << 20)),
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n".to_owned(),
    ] {
        let (attempts, error) = attempts(sending(bytes.clone().into_bytes())).await;
        let start: String = bytes.chars().take(70).collect();
        assert_eq!(attempts, 1, "{start:?}: {error}");
    }
}

#[tokio::test]
async fn a_response_that_breaks_off_is_requested_again() {
    for bytes in [
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n1",
    ] {
        let (attempts, error) = attempts(sending(bytes.as_bytes().to_vec())).await;
        assert_eq!(attempts, 4, "{bytes:?}: {error}");
    }
}

#[tokio::test]
async fn a_host_that_does_not_exist_is_asked_for_once() {
    let (attempts, error) = attempts("http://no-such-host.invalid".to_owned()).await;
    // Without a name server, whether the host exists is not known.
    let expected = if error.contains("emporary") { 4 } else { 1 };
    assert_eq!(attempts, expected, "{error}");
}

#[tokio::test]
async fn a_proxy_that_cannot_be_used_is_asked_once() {
    let http = custom_http_client().proxy(Proxy::all("gopher://127.0.0.1:1").unwrap());
    let builder = Client::builder().base_url("http://service.invalid");
    let builder = builder.http_client(http.build().unwrap());
    let (attempts, error) = attempts_of(builder).await;
    assert_eq!(attempts, 1, "{error}");
}
