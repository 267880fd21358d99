//! Calls that block the thread.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use botpress_runtime::runtime::ErrorKind;
use botpress_runtime::{Call, Client};
use serde_json::json;

use super::{Echo, List, builder, client, quick};
use test_server::{Reply, Server};

#[test]
fn a_call_waits_for_its_response() {
    let server = Server::start([Reply::json(r#"{"a": 1}"#)]);
    let call = client(&server).call(Echo::new("a"));
    assert_eq!(call.clone().send_blocking().unwrap(), json!({"a": 1}));
    let response = call.clone().send_with_response_blocking().unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(call.send().wait().unwrap(), json!({"a": 1}));
}

#[test]
fn calls_have_retries_and_timeouts() {
    let unavailable = Reply::new("503 Service Unavailable", &[], "");
    let server = Server::start([unavailable, Reply::json("{}")]);
    let client = builder(&server).retry(quick()).build().unwrap();
    client.call(List::default()).send_blocking().unwrap();
    assert_eq!(server.received().len(), 2);

    let server = Server::start([Reply::raw(&["", "x"], Duration::from_secs(60))]);
    let call = self::client(&server).call(List::default());
    let call = call.with_timeout(Duration::from_millis(50));
    assert!(call.send_blocking().unwrap_err().is_timeout());
}

#[test]
fn calls_of_several_threads_run_at_once() {
    // No response begins before all requests have arrived.
    let arrived = std::sync::Barrier::new(8);
    let server = Server::answering(move |_, _| {
        arrived.wait();
        Reply::json("{}")
    });
    let client = client(&server);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.call(Echo::new("a")).send_blocking().unwrap());
        }
    });
    assert_eq!(server.received().len(), 8);
}

#[test]
fn a_connection_lives_on_between_calls() {
    let server = Server::answering(|_, _| Reply::json("{}"));
    let client = client(&server);
    for _ in 0..20 {
        client.call(Echo::new("a")).send_blocking().unwrap();
    }
    // The connection of a call may be returned after the next one has begun.
    assert!(server.connections() < 20);
}

/// A service with a list of two pages.
fn list() -> (Server, Call<List>) {
    let pages = [
        r#"{"items": [1, 2], "next": "b"}"#,
        r#"{"items": [3], "next": null}"#,
    ];
    let server = Server::start(pages.map(Reply::json));
    let call = client(&server).call(List::default());
    (server, call)
}

#[test]
fn pages_are_read_as_they_are_needed() {
    let (server, call) = list();
    let mut items = call.stream().blocking();
    assert_eq!(items.next().unwrap().unwrap(), 1);
    assert_eq!(server.received().len(), 1);
    let rest: Result<Vec<i64>, _> = items.collect();
    assert_eq!(rest.unwrap(), [2, 3]);
    assert_eq!(server.received().len(), 2);
    let (_server, call) = list();
    assert_eq!(call.pages().blocking().map(Result::unwrap).count(), 2);
}

#[test]
fn a_body_is_read_chunk_by_chunk() {
    let server = Server::start([Reply::chunked(&["ab", "cd"])]);
    let body = client(&server).call(List::default()).byte_stream().wait();
    let chunks: Result<Vec<_>, _> = body.unwrap().blocking().collect();
    assert_eq!(chunks.unwrap().concat(), b"abcd");
}

#[test]
fn operations_are_called_by_name() {
    let server = Server::start([Reply::new("404 Not Found", &[], "{}")]);
    let client = client(&server);
    let error = client.call_json_blocking("getUser", json!({"id": "a"}));
    assert_eq!(error.unwrap_err().to_json()["status"], 404);
    let error = client.call_json_as_blocking("getUser", "text/plain", json!({"id": "a"}));
    assert_eq!(error.unwrap_err().to_json()["status"], 404);
}

/// The errors of blocking calls of each kind.
fn errors(client: &Client) -> BTreeSet<String> {
    let call = client.call(Echo::new("a")).send_blocking().unwrap_err();
    assert!(matches!(call.kind(), ErrorKind::Runtime(_)), "{call}");
    let mut items = client.call(List::default()).stream().blocking();
    let item = items.next().unwrap().unwrap_err();
    assert!(items.next().is_none());
    let named = client.call_json_blocking("getUser", json!({"id": "a"}));
    let named = named.unwrap_err();
    assert_eq!(named.to_json()["kind"], "runtime");
    let call = call.to_string();
    let call = call.strip_prefix("echo: ").unwrap().to_owned();
    [call, item.to_string(), named.to_string()].into()
}

#[tokio::test]
async fn inside_of_a_runtime_they_are_an_error() {
    let server = Server::start([]);
    let client = client(&server);
    let inside = errors(&client);
    let other = client.clone();
    let elsewhere = tokio::task::spawn_blocking(move || errors(&other));
    assert_eq!(inside, elsewhere.await.unwrap());
    assert_eq!(inside.len(), 1);
    let text = inside.first().unwrap();
    assert!(text.contains("use `.await`"), "{text}");
    assert_eq!(server.received().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_client_may_be_used_with_and_without_blocking() {
    let server = Server::answering(|_, _| Reply::json("{}"));
    let client = client(&server);
    for _ in 0..3 {
        client.call(Echo::new("a")).await.unwrap();
        let call = client.call(Echo::new("a"));
        thread::spawn(|| call.send_blocking().unwrap())
            .join()
            .unwrap();
    }
    assert_eq!(server.received().len(), 6);
}
