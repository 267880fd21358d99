//! Calls that are dropped at each point at which they wait.

use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Mutex;
use std::time::Duration;

use botpress_runtime::operations::{CreateUser, GetUser, ListUsers};
use botpress_runtime::testing::{self, Service};
use botpress_runtime::{Client, ClientBuilder, Error};
use serde_json::{Value, json};
use tokio::runtime::Handle;

use super::{builder, quick};
use test_server::{Received, Reply, Server};

const SECOND: Duration = Duration::from_secs(1);

/// The calls of each kind.
const CALLS: [&str; 5] = ["get", "post", "list", "list ahead", "stream"];

type Running = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// Starts a call of a kind. The name is a part of the request.
fn call(client: &Client, kind: &str, name: String) -> Running {
    let client = client.clone();
    match kind {
        "get" => Box::pin(async move { client.get_user(name).await.map(drop) }),
        "post" => Box::pin(async move { client.create_user([]).name(name).await.map(drop) }),
        "list" => Box::pin(async move {
            let users = client.list_users().conversation_id(name);
            assert_eq!(users.collect_all().await?.len(), 6);
            Ok(())
        }),
        "list ahead" => Box::pin(async move {
            let users = client.list_users().conversation_id(name);
            let mut users = users.stream().prefetch();
            while users.try_next().await?.is_some() {}
            Ok(())
        }),
        "stream" => Box::pin(async move {
            let mut bytes = client.get_user(name).byte_stream().await?;
            while bytes.try_next().await?.is_some() {}
            Ok(())
        }),
        other => panic!("no call of kind {other}"),
    }
}

/// Polls a call at most so many times, and drops it when it waits after that.
async fn polled(mut call: Running, most: usize) -> Option<Result<(), Error>> {
    let mut polls = 0;
    poll_fn(|context| {
        if polls == most {
            return None.into();
        }
        polls += 1;
        let polled = call.as_mut().poll(context).map(Some);
        // It is not woken again.
        if polled.is_pending() && polls == most {
            return None.into();
        }
        polled
    })
    .await
}

/// Drops calls of each kind after each number of polls with which they are not complete.
///
/// The client is usable after each of them.
async fn drop_calls_everywhere(client: &Client, before: impl AsyncFn(usize)) {
    let mut number = 0;
    for kind in CALLS {
        let mut polls = 0;
        loop {
            before(number).await;
            let result = polled(call(client, kind, number.to_string()), polls).await;
            number += 1;
            let check = client.get_user("check").with_timeout(60 * SECOND);
            if let Err(error) = check.await {
                panic!("{error} after {polls} polls of: {kind}");
            }
            match result {
                Some(Ok(())) => break,
                Some(Err(error)) => panic!("{error}"),
                None => polls += 1,
            }
        }
        assert!(polls > 0, "{kind} never waits");
    }
}

fn user(id: &str) -> Value {
    json!({
        "id": id, "tags": {}, "createdAt": "2026-01-31T12:00:00Z", "updatedAt": "2026-01-31T12:00:00Z",
    })
}

/// A page of two users. There are three pages.
fn page(token: Option<&str>) -> Value {
    let next = match token {
        None => json!({"nextToken": "2"}),
        Some("2") => json!({"nextToken": "3"}),
        Some(_) => json!({}),
    };
    json!({"users": [user("1"), user("2")], "meta": next})
}

/// A service that refuses each call once, and sends responses in pieces.
fn server() -> Server {
    let seen: Mutex<HashMap<String, usize>> = Mutex::default();
    Server::answering(move |_, request: &Received| {
        let Received { target, body, .. } = request;
        let is_check = target.ends_with("/check");
        let mut seen = seen.lock().unwrap();
        let attempts = seen.entry(format!("{target} {body}")).or_default();
        *attempts += 1;
        if *attempts == 1 && !is_check {
            return Reply::new("429 Too Many Requests", &[("retry-after", "0")], "{}");
        }
        let json = match request.method.as_str() {
            "GET" if target.contains("/users?") => {
                let token = target.split("nextToken=").nth(1);
                page(token.and_then(|token| token.split('&').next()))
            }
            _ => json!({"user": user("1")}),
        };
        let text = json.to_string();
        let (first, last) = text.split_at(text.len() / 2);
        Reply::slow("", &[first, last], Duration::from_millis(1))
    })
}

async fn over_sockets(change: impl Fn(ClientBuilder) -> ClientBuilder) {
    let server = server();
    let client = change(builder(&server).retry(quick())).build().unwrap();
    drop_calls_everywhere(&client, async |_| ()).await;
    drop(client);
    while server.open_connections() > 0 || Handle::current().metrics().num_alive_tasks() > 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn calls_can_be_dropped_at_every_point() {
    over_sockets(|builder| builder).await;
}

#[tokio::test]
async fn calls_with_limits_can_be_dropped_at_every_point() {
    over_sockets(|builder| builder.max_concurrent_calls(1).wait_for_rate_limit()).await;
}

/// A service that takes a second to respond, and allows one call in ten seconds.
fn slow() -> Service {
    let service = Service::new();
    let delayed = |body: Value| {
        let reply = testing::Reply::new(200).json(body).after(SECOND);
        let reply = reply.header("ratelimit-limit", "1");
        reply
            .header("ratelimit-remaining", "0")
            .header("ratelimit-reset", "10")
    };
    let response = json!({"user": user("1")});
    let get = service.on(|_: &GetUser| true);
    get.reply(delayed(response.clone()));
    service
        .on(|_: &CreateUser| true)
        .reply(delayed(response.clone()));
    let list = service.on(|_: &ListUsers| true);
    list.reply_with(move |call| delayed(page(call.next_token.as_deref())));
    service
}

/// Drops calls while another call is in progress, so that they have to wait for it.
async fn behind_another_call(change: impl Fn(ClientBuilder) -> ClientBuilder) {
    let client = change(slow().builder().timeout(1000 * SECOND))
        .build()
        .unwrap();
    let other = client.clone();
    drop_calls_everywhere(&client, async move |number| {
        tokio::spawn(other.get_user(format!("other-{number}")).send());
        tokio::task::yield_now().await;
    })
    .await;
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

#[tokio::test(start_paused = true)]
async fn calls_that_wait_for_their_turn_can_be_dropped_at_every_point() {
    behind_another_call(|builder| builder.max_concurrent_calls(1)).await;
}

#[tokio::test(start_paused = true)]
async fn calls_that_wait_for_the_rate_limit_can_be_dropped_at_every_point() {
    behind_another_call(ClientBuilder::wait_for_rate_limit).await;
}

#[tokio::test(start_paused = true)]
async fn calls_that_wait_for_both_can_be_dropped_at_every_point() {
    behind_another_call(|builder| builder.max_concurrent_calls(1).wait_for_rate_limit()).await;
}
