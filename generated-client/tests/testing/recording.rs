//! `record_to`: what goes over the wire.

use std::sync::{Arc, Mutex};

use botpress_runtime::Client;
use botpress_runtime::operations::{CreateUser, GetUser, ListUsers};
use botpress_runtime::runtime::http::HeaderValue;
use botpress_runtime::testing::{Exchange, Reply, Service, har};
use serde_json::json;

use crate::user;

/// A client of the service, and what is recorded.
fn recorded(service: &Service) -> (Client, Arc<Mutex<Vec<Exchange>>>) {
    let exchanges = Arc::new(Mutex::new(Vec::new()));
    let sink = exchanges.clone();
    let client = service
        .client()
        .record_to(move |exchange| sink.lock().unwrap().push(exchange));
    (client, exchanges)
}

fn chunks(exchange: &Exchange) -> Vec<&[u8]> {
    let response = exchange.response.as_ref().unwrap();
    response.chunks.iter().map(|chunk| &**chunk).collect()
}

#[tokio::test(start_paused = true)]
async fn each_attempt_is_recorded_as_it_was_sent_and_received() {
    let service = Service::new();
    let body = json!({"user": user("user_1")}).to_string();
    let (start, end) = body.split_at(10);
    service
        .on(|_: &CreateUser| true)
        .respond_error(
            429,
            json!({"code": 429, "type": "RateLimited", "message": "Slow.", "id": "1"}),
        )
        .then()
        .reply(
            Reply::new(200)
                .header("content-type", "application/json")
                .chunk(start.to_owned())
                .chunk(end.to_owned()),
        );
    let (client, exchanges) = recorded(&service);
    let created = client.create_user([("a", "b")]).name("Ada").await.unwrap();
    assert_eq!(created.user.id, "user_1");

    let exchanges = exchanges.lock().unwrap();
    let [limited, created] = &**exchanges else {
        panic!("{exchanges:?}");
    };
    assert_eq!(limited.response.as_ref().unwrap().status, 429);
    assert_eq!(chunks(created), [start.as_bytes(), end.as_bytes()]);
    assert_eq!(created.response.as_ref().unwrap().body(), body.as_bytes());
    assert_eq!(created.problem, None);
    assert_eq!(
        created.request.json(),
        json!({"tags": {"a": "b"}, "name": "Ada"})
    );
    assert_eq!(created.request.operation.id(), "createUser");
    assert!(created.request.header("authorization").is_some());
    let seen = service.requests();
    assert_eq!(seen[1].body, created.request.body);
    assert_eq!(seen[1].headers, created.request.headers);
}

#[tokio::test]
async fn failed_attempts_are_recorded_with_their_problem() {
    let service = Service::new();
    service
        .on(|_: &CreateUser| true)
        .reply(Reply::lost_connection());
    service
        .on(|_: &GetUser| true)
        .reply(Reply::new(200).chunk("{").then_lose_connection());
    let (client, exchanges) = recorded(&service);
    client.create_user([]).await.unwrap_err();
    let policy = botpress_runtime::runtime::RetryPolicy::none();
    client
        .get_user("user_1")
        .with_retry(policy)
        .await
        .unwrap_err();
    let exchanges = exchanges.lock().unwrap();
    assert!(exchanges[0].response.is_none());
    assert!(exchanges[0].problem.is_some());
    assert_eq!(chunks(&exchanges[1]), [b"{"]);
    assert!(exchanges[1].problem.is_some());
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_given_up_is_recorded() {
    let service = Service::new();
    service.on(|_: &GetUser| true).reply(Reply::hang());
    let (client, exchanges) = recorded(&service);
    let timeout = std::time::Duration::from_secs(1);
    let call = client.get_user("user_1").with_timeout(timeout);
    call.await.unwrap_err();
    let exchanges = exchanges.lock().unwrap();
    let problem = exchanges[0].problem.as_deref();
    assert_eq!(
        problem,
        Some("the call was given up before there was a response")
    );
}

/// The statuses and bodies that are recorded of a few calls.
async fn calls(service: &Service) -> (String, Vec<Option<(u16, Vec<u8>)>>) {
    let (client, exchanges) = recorded(service);
    client.get_user("a b").await.unwrap();
    client.create_user([("a", "b")]).await.unwrap_err();
    client.list_users().collect_all().await.unwrap();
    let exchanges = exchanges.lock().unwrap();
    let responses = exchanges.iter().map(|exchange| {
        let response = exchange.response.as_ref()?;
        Some((response.status.as_u16(), response.body().to_vec()))
    });
    (har(exchanges.iter()), responses.collect())
}

#[tokio::test(start_paused = true)]
async fn what_is_recorded_can_be_a_service() {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .reply(Reply::new(502).chunk(vec![0xff, 0, 0xfe]))
        .then()
        .respond(json!({"user": user("a b")}));
    service
        .on(|_: &CreateUser| true)
        .reply(Reply::lost_connection());
    service
        .on(|_: &ListUsers| true)
        .respond(json!({"users": [], "meta": {"nextToken": "1/2+3"}}))
        .then()
        .respond(json!({"users": [user("\u{e4}")], "meta": {}}));
    let (text, responses) = calls(&service).await;
    assert_eq!(responses.len(), 5);
    assert!(!text.contains("authorization"), "{text}");
    let replayed = Service::from_har(&text).unwrap().in_order();
    let (again, same) = calls(&replayed).await;
    assert_eq!(same, responses);
    assert_eq!(again, text);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_was_given_up_hangs_again() {
    let service = Service::new();
    service.on(|_: &GetUser| true).reply(Reply::hang());
    let partial = Reply::new(200).chunk("{\"user\": ");
    service.on(|_: &CreateUser| true).reply(partial.then_hang());
    let calls = async |service: &Service| {
        let (client, exchanges) = recorded(service);
        let timeout = std::time::Duration::from_secs(1);
        let got = client.get_user("user_1").with_timeout(timeout).await;
        let created = client.create_user([]).with_timeout(timeout).await;
        for error in [got.unwrap_err(), created.unwrap_err()] {
            assert!(error.is_timeout(), "{error}");
        }
        let exchanges = exchanges.lock().unwrap();
        assert_eq!(chunks(exchanges.last().unwrap()), [b"{\"user\": "]);
        har(exchanges.iter())
    };
    let text = calls(&service).await;
    let replayed = Service::from_har(&text).unwrap();
    assert_eq!(calls(&replayed).await, text);
}

#[tokio::test]
async fn a_recording_has_no_header_that_may_contain_a_credential() {
    let service = Service::new();
    let reply = Reply::new(200).json(json!({"user": user("u")}));
    let reply = reply
        .header("set-cookie", "SECRET")
        .header("x-session", "SECRET")
        .header("location", "https://u:SECRET@a.example/b?token=SECRET");
    service
        .on(|_: &GetUser| true)
        .reply(reply.header("retry-after", "1"));
    let builder = service
        .builder()
        .token("SECRET")
        .header("x-api-key", "SECRET");
    let builder = builder.before_attempt(|mut attempt| async move {
        for name in ["authorization", "cookie", "x-signature"] {
            attempt
                .headers_mut()
                .insert(name, HeaderValue::from_static("SECRET"));
        }
        Ok(attempt)
    });
    let exchanges = Arc::new(Mutex::new(Vec::new()));
    let sink = exchanges.clone();
    let client = builder.build().unwrap();
    let client = client.record_to(move |exchange| sink.lock().unwrap().push(exchange));
    client.get_user("u").await.unwrap();
    let text = har(exchanges.lock().unwrap().iter());
    assert!(!text.contains("SECRET"), "{text}");
    assert!(text.contains("retry-after"), "{text}");
    assert!(text.contains("https://a.example/b\""), "{text}");
}
