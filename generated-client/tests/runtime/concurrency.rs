//! Calls that are dropped, spawned or concurrent.

use std::time::{Duration, Instant};

use botpress_runtime::operations::{CreateMessage, ListUsers};
use botpress_runtime::runtime::{CallFuture, Items};
use botpress_runtime::{Call, Client, Error};

use serde_json::json;

use super::{Echo, client};
use test_server::{Received, Reply, Server};

#[tokio::test]
async fn a_dropped_call_does_not_affect_others() {
    // The body of the first response never comes.
    let unfinished = ["HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n"];
    let server = Server::start([Reply::raw(&unfinished, Duration::ZERO), Reply::json("2")]);
    let client = client(&server);
    tokio::select! {
        result = client.call(Echo::new("a")).send() => panic!("unexpected response: {result:?}"),
        () = async {
            while server.received().is_empty() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        } => {}
    }
    // The connection of the dropped call is not reused: another call would receive its response.
    let spawned = tokio::spawn(client.call(Echo::new("b")).send());
    assert_eq!(spawned.await.unwrap().unwrap(), 2);
}

/// A response with the path of the request.
fn echo(request: &Received) -> Reply {
    let bot = request.header("x-bot-id");
    Reply::json(json!({ "target": request.target, "bot": bot }).to_string())
}

#[tokio::test]
async fn a_cancelled_call_leaves_nothing_behind() {
    // The server never responds.
    let server = Server::start([Reply::raw(&[], Duration::ZERO)]);
    let client = client(&server);
    for number in 1..=3 {
        tokio::select! {
            result = client.call(Echo::new("a")).send() => panic!("unexpected response: {result:?}"),
            () = async {
                while server.received().len() < number {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            } => {}
        }
        let start = Instant::now();
        while server.open_connections() > 0 {
            assert!(start.elapsed() < Duration::from_secs(60));
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

#[tokio::test]
async fn a_client_makes_a_thousand_concurrent_calls() {
    let server = Server::answering(|_, request| echo(request));
    let client = client(&server);
    let mut calls = tokio::task::JoinSet::new();
    for number in 0..1000 {
        let call = client.call(Echo::new(number));
        calls.spawn(async move { (number, call.await.unwrap()) });
    }
    let responses = calls.join_all().await;
    assert_eq!(responses.len(), 1000);
    for (number, response) in responses {
        assert_eq!(response["target"], format!("/things/{number}/parts"));
    }
    assert_eq!(server.received().len(), 1000);
}

#[tokio::test]
async fn clients_that_differ_in_a_header_share_connections() {
    let server = Server::answering(|_, request| echo(request));
    let client = client(&server);
    for number in 0..20 {
        let other = client.with_bot_id(format!("bot-{number}")).unwrap();
        let response = other.call(Echo::new("a")).await.unwrap();
        assert_eq!(response["bot"], format!("bot-{number}"));
    }
    assert_eq!(server.connections(), 1);
}

#[test]
fn public_types_are_send_and_sync() {
    fn is_send<T: Send + 'static>() {}
    fn is_sync<T: Send + Sync + 'static>() {}
    fn check_send(_: impl Send + 'static) {}
    is_sync::<Client>();
    is_sync::<Error>();
    is_sync::<Call<CreateMessage>>();
    is_send::<CallFuture<Result<(), Error>>>();
    is_send::<Items<ListUsers>>();
    let _ = |client: &Client| check_send(client.list_users().collect_all());
    let _ = |mut users: Items<ListUsers>| check_send(async move { users.try_next().await });
}
