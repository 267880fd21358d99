//! Server-sent events, JSON Lines and JSON text sequences.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::operations::{ChatResponseEvent, FollowLogResponse};
use crate::types::{Problem, Tick, Waiting};
use crate::{Client, Error, client};
use openapi_client_runtime::{ErrorKind, ServerSentEvent};
use test_server::{Reply, Server};

const EVENTS: &str = "content-type: text/event-stream; charset=utf-8\r\n";
const PAUSE: Duration = Duration::from_millis(200);

fn events(chunks: &[impl AsRef<[u8]>]) -> Reply {
    Reply::slow(EVENTS, chunks, Duration::ZERO)
}

fn tick(price: u32) -> String {
    format!("data: {{\"price\": {price}}}\n\n")
}

async fn prices(client: &Client) -> Result<Vec<i64>, Error<Problem>> {
    let mut ticks = client.watch_ticks("A").await?;
    let mut prices = Vec::new();
    while let Some(tick) = ticks.try_next().await? {
        prices.push(tick.data.price);
    }
    Ok(prices)
}

#[tokio::test]
async fn events_arrive_when_they_are_sent_however_long_it_takes() {
    let ticks: Vec<_> = (0..6).map(tick).collect();
    let server = Server::start([Reply::slow(EVENTS, &ticks, PAUSE)]);
    let client = client(&server);
    let call = client.watch_ticks("A/B").with_timeout(3 * PAUSE);
    let start = Instant::now();
    let mut ticks = call.await.unwrap();
    let first = ticks.try_next().await.unwrap().unwrap();
    assert_eq!(first.data.price, 0);
    assert!(start.elapsed() < 5 * PAUSE, "{:?}", start.elapsed());
    // The whole stream takes longer than the call's timeout.
    let mut count = 1;
    while ticks.try_next().await.unwrap().is_some() {
        count += 1;
    }
    assert!(count == 6 && start.elapsed() >= 6 * PAUSE);
    let got = &server.received()[0];
    assert_eq!(got.target, "/ticks/A%2FB");
    let accept = got.header("accept");
    assert_eq!(accept, Some("text/event-stream, application/json"));
}

#[tokio::test]
async fn events_are_the_same_however_they_are_split_into_chunks() {
    let text = "\u{feff}: Grüße\r\nid: 7\r\nevent: ü\r\ndata: {\"price\":\r\ndata: 1}\r\n\r\ndata: {\"price\": 2}\n\n\
                retry: 50\rdata:{\"price\":3}\r\rid: 8\n\ndata: {\"price\": 4}\n";
    let server = Server::answering(move |index, _| {
        let (first, rest) = text.as_bytes().split_at(index.min(text.len()));
        match index {
            0 => events(&[rest]),
            _ => events(&[first, rest]),
        }
    });
    let client = client(&server);
    for at in 0..text.len() {
        let mut ticks = client.watch_ticks("A").await.unwrap();
        let first = ticks.try_next().await.unwrap().unwrap();
        assert_eq!(
            (
                first.event.as_deref(),
                first.id.as_deref(),
                first.data.price
            ),
            (Some("ü"), Some("7"), 1),
            "cut at {at}"
        );
        for price in [2, 3] {
            let next = ticks.try_next().await.unwrap().unwrap();
            let ServerSentEvent { event, id, .. } = &next;
            assert_eq!(
                (event, id, next.data.price),
                (&None, &None, price),
                "cut at {at}"
            );
        }
        assert_eq!(ticks.last_event_id(), Some("7"));
        // The last one is incomplete.
        assert!(ticks.try_next().await.unwrap().is_none(), "cut at {at}");
        assert_eq!(ticks.last_event_id(), Some("8"));
        assert_eq!(ticks.retry(), Some(Duration::from_millis(50)));
    }
}

#[tokio::test]
async fn errors_are_the_same_as_for_any_call() {
    let gone = r#"{"message": "No such symbol."}"#;
    let server = Server::start([
        Reply::new("503 Service Unavailable", &[], "{}"),
        Reply::new("404 Not Found", &[], gone),
        Reply::new("503 Service Unavailable", &[], "{}"),
        events(&[tick(1)]),
    ]);
    let client = client(&server);
    let error = prices(&client).await.unwrap_err();
    assert!(error.is_not_found());
    let message = &error.body().unwrap().message;
    assert_eq!(message.as_deref(), Some("No such symbol."));
    assert_eq!(prices(&client).await.unwrap(), [1]);
    assert_eq!(server.received().len(), 4);
}

#[tokio::test]
async fn an_invalid_event_is_reported_and_skipped() {
    let wrong = "id: 2\ndata: {\"price\": \"x\"}\n\n".to_owned();
    let server = Server::start([events(&[tick(1), wrong, tick(3)])]);
    let mut ticks = client(&server).watch_ticks("A").await.unwrap();
    assert!(ticks.try_next().await.is_ok());
    let error = ticks.try_next().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "watchTicks: cannot decode the response (200 OK): \
         invalid type: string \"x\", expected i64 at $[1].data.price, near `\"x\"`"
    );
    let ErrorKind::Decode { response, .. } = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(response.body(), "{\"price\": \"x\"}");
    assert_eq!(ticks.last_event_id(), Some("2"));
    assert_eq!(ticks.try_next().await.unwrap().unwrap().data.price, 3);
    assert!(ticks.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn an_event_may_be_as_large_as_a_response() {
    let ticks: Vec<_> = (0..50).map(tick).collect();
    let large = format!("data: {:>60}\n\n", 1);
    let endless: Vec<_> = (0..100).map(|_| "data: 0000000000").collect();
    let server = Server::start([
        events(&ticks),
        events(&[large]),
        events(&[tick(1).as_str(), "data: ", &"0".repeat(60)]),
        events(&endless),
    ]);
    let client = Client::builder().base_url(server.url());
    let client = client.max_response_body(50).build().unwrap();
    assert_eq!(prices(&client).await.unwrap().len(), 50);
    for _ in 0..3 {
        let error = prices(&client).await.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::TooLarge { limit: 50 }),
            "{error}"
        );
    }
}

#[tokio::test]
async fn silence_has_a_limit_only_if_one_is_set() {
    let server = Server::start([Reply::slow(EVENTS, &[tick(1), tick(2)], 5 * PAUSE)]);
    let client = client(&server);
    let watch = || client.watch_ticks("A").with_timeout(2 * PAUSE);
    let mut ticks = watch().await.unwrap().with_idle_timeout(PAUSE);
    let start = Instant::now();
    let error = ticks.try_next().await.unwrap_err();
    assert!(error.is_timeout() && start.elapsed() < 3 * PAUSE);
    assert_eq!(
        error.to_string(),
        "watchTicks: nothing of the response arrived for 200ms"
    );
    assert!(ticks.try_next().await.unwrap().is_none());
    let mut ticks = watch().await.unwrap();
    assert_eq!(ticks.try_next().await.unwrap().unwrap().data.price, 1);
    // A comment is not silence.
    let comments = [":\n", ":\n", ":\n", ":\n", &tick(3)];
    let server = Server::start([Reply::slow(EVENTS, &comments, PAUSE)]);
    let ticks = self::client(&server).watch_ticks("A").await.unwrap();
    let mut ticks = ticks.with_idle_timeout(3 * PAUSE);
    assert_eq!(ticks.try_next().await.unwrap().unwrap().data.price, 3);
}

#[tokio::test]
async fn a_stream_that_is_dropped_closes_the_connection() {
    let ticks: Vec<_> = (0..1000).map(tick).collect();
    let server = Server::start([Reply::slow(EVENTS, &ticks, PAUSE / 10)]);
    let mut ticks = client(&server).watch_ticks("A").await.unwrap();
    ticks.try_next().await.unwrap().unwrap();
    assert_eq!(server.open_connections(), 1);
    drop(ticks);
    let start = Instant::now();
    while server.open_connections() > 0 {
        assert!(start.elapsed() < Duration::from_secs(5));
        tokio::time::sleep(PAUSE / 10).await;
    }
}

#[tokio::test]
async fn a_broken_connection_is_not_reopened() {
    let head = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n{EVENTS}\r\n");
    let event = "id: 41\ndata: {\"price\": 1}\n\n";
    let text = format!("{head}{:x}\r\n{event}\r\n", event.len());
    let server = Server::start([Reply::cut(&text), events(&[tick(2)])]);
    let client = client(&server);
    let mut ticks = client.watch_ticks("A").await.unwrap();
    assert_eq!(ticks.try_next().await.unwrap().unwrap().data.price, 1);
    let error = ticks.try_next().await.unwrap_err();
    assert!(error.is_transport() && error.is_retryable(), "{error}");
    assert!(ticks.try_next().await.unwrap().is_none());
    assert_eq!(server.received().len(), 1);
    let id = ticks.last_event_id().unwrap();
    let again = client.watch_ticks("A").with_header("Last-Event-ID", id);
    let next = again.await.unwrap().try_next().await.unwrap();
    assert_eq!(next.unwrap().data.price, 2);
    assert_eq!(server.received()[1].header("last-event-id"), Some("41"));
}

#[tokio::test]
async fn a_marker_may_end_the_stream() {
    let server = Server::start([
        events(&[tick(1), "data: [DONE]\n\n".to_owned(), tick(2)]),
        events(&["data: [DONE]\n\n"]),
    ]);
    let client = client(&server);
    assert_eq!(prices(&client).await.unwrap(), [1]);
    // If any string is data, the marker is data too.
    let FollowLogResponse::Ok(mut lines) = client.follow_log().await.unwrap() else {
        panic!("no log");
    };
    let line = lines.try_next().await.unwrap().unwrap();
    assert_eq!(line.data, "[DONE]");
}

#[tokio::test]
async fn a_response_that_is_not_an_event_stream_is_an_error() {
    let server = Server::start([Reply::json(r#"{"error": "busy"}"#)]);
    let error = prices(&client(&server)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "watchTicks: cannot decode the response (200 OK): \
         the media type is `application/json` instead of `text/event-stream`"
    );
}

#[tokio::test]
async fn an_event_without_data_is_not_an_empty_object() {
    let server = Server::start([Reply::slow(EVENTS, &["data:\n\ndata: {}\n\n"], PAUSE)]);
    let call = client(&server).watch_ticks("EUR");
    let mut events = call.event_stream::<Value>().await.unwrap();
    let error = events.try_next().await.unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("the data is empty at $[0].data"),
        "{error}"
    );
    assert_eq!(events.try_next().await.unwrap().unwrap().data, json!({}));
}

#[tokio::test]
async fn null_is_not_an_empty_object() {
    let data = "data: null\n\ndata: {\"a\": null, \"b\": 1}\n\n";
    let server = Server::start([Reply::slow(EVENTS, &[data], PAUSE)]);
    let call = client(&server).watch_ticks("EUR");
    let events = call.event_stream::<BTreeMap<String, i64>>();
    let mut events = events.await.unwrap();
    events.try_next().await.unwrap_err();
    let event = events.try_next().await.unwrap().unwrap();
    assert_eq!(event.data, [("b".to_owned(), 1)].into());
}

#[tokio::test]
async fn events_that_are_compressed_are_an_error() {
    let encoded = [
        ("content-type", "text/event-stream"),
        ("content-encoding", "br"),
    ];
    let server = Server::start([Reply::new("200 OK", &encoded, [0xff; 9])]);
    let error = prices(&client(&server)).await.unwrap_err();
    assert!(error.to_string().contains("compressed as `br`"), "{error}");
}

#[tokio::test]
async fn the_status_decides_whether_there_are_events() {
    let server = Server::start([
        Reply::slow(EVENTS, &["data: a\ndata: b\n\n"], PAUSE),
        Reply::new("202 Accepted", &[], r#"{"seconds": 3}"#),
        Reply::new("204 No Content", &[], ""),
    ]);
    let client = client(&server);
    let FollowLogResponse::Ok(mut lines) = client.follow_log().await.unwrap() else {
        panic!("no log");
    };
    let line = lines.try_next().await.unwrap().unwrap();
    assert_eq!(line.data, "a\nb");
    let response = client.follow_log().await.unwrap();
    assert!(matches!(
        response,
        FollowLogResponse::Accepted(Waiting { seconds: 3, .. })
    ));
    let response = client.follow_log().send_with_response().await.unwrap();
    assert_eq!(response.status(), 204);
    assert!(matches!(response.value, FollowLogResponse::NoContent(())));
}

#[tokio::test]
async fn events_of_several_kinds_are_read() {
    let body = "event: word\ndata: {\"word\": \"Hi\"}\n\nevent: usage\ndata: {\"tokens\": 2}\n\n";
    let server = Server::start([events(&[body])]);
    let response = client(&server)
        .chat("Hello")
        .send_with_response()
        .await
        .unwrap();
    assert_eq!(
        response.headers()["content-type"],
        "text/event-stream; charset=utf-8"
    );
    let mut chat = response.value;
    let word = chat.try_next().await.unwrap().unwrap();
    assert_eq!(word.event.as_deref(), Some("word"));
    assert!(matches!(word.data, ChatResponseEvent::Word(word) if word.word == "Hi"));
    let usage = chat.try_next().await.unwrap().unwrap();
    assert!(matches!(usage.data, ChatResponseEvent::Usage(usage) if usage.tokens == 2));
}

#[tokio::test]
async fn events_that_the_document_does_not_describe() {
    let server = Server::start([events(&[tick(5)])]);
    let call = client(&server).read_file("a");
    let mut ticks = call.event_stream::<Tick>().await.unwrap();
    assert_eq!(ticks.try_next().await.unwrap().unwrap().data.price, 5);
    let accepted = server.received()[0].header("accept").map(str::to_owned);
    assert_eq!(accepted.as_deref(), Some("text/event-stream"));
}

#[tokio::test]
async fn json_lines_are_read_as_they_arrive() {
    let lines = ["{\"price\": 1}\n{\"pri", "ce\": 2}\r\n\n", "{\"price\": 3}"];
    let server = Server::start([
        Reply::slow("", &lines, PAUSE),
        Reply::chunked(&["{\"price\": 1}\n{}\n{\"price\": 3}\n"]),
    ]);
    let client = client(&server);
    let mut ticks = client.export_ticks().with_timeout(2 * PAUSE).await.unwrap();
    for price in [1, 2, 3] {
        assert_eq!(ticks.try_next().await.unwrap().unwrap().price, price);
    }
    assert!(ticks.try_next().await.unwrap().is_none());
    let mut ticks = client.export_ticks().await.unwrap();
    assert!(ticks.try_next().await.unwrap().is_some());
    let error = ticks.try_next().await.unwrap_err();
    assert!(
        error.to_string().contains("missing field `price` at $[1]"),
        "{error}"
    );
    assert_eq!(ticks.try_next().await.unwrap().unwrap().price, 3);
    assert_eq!(
        server.received()[0].header("accept"),
        Some("application/jsonl, application/json")
    );
}

#[tokio::test]
async fn calls_by_name_collect_them_in_one_array() {
    let body = format!("id: 1\nevent: a\n{}{}data: {{\"pri", tick(1), tick(2));
    let server = Server::start([
        Reply::slow(EVENTS, &[&body], PAUSE),
        events(&["data: a\n\n"]),
        Reply::chunked(&["{\"price\": 1}\n{\"price\": 2}"]),
        events(&[tick(1), "data: {}\n\n".to_owned()]),
        events(&[tick(1), tick(2)]),
    ]);
    let client = client(&server);
    let watch = json!({"symbol": "A"});
    assert_eq!(
        client.call_json("watchTicks", watch.clone()).await.unwrap(),
        json!([{"event": "a", "id": "1", "data": {"price": 1}}, {"data": {"price": 2}}])
    );
    assert_eq!(
        client.call_json("followLog", json!({})).await.unwrap(),
        json!([{"data": "a"}])
    );
    assert_eq!(
        client.call_json("exportTicks", json!({})).await.unwrap(),
        json!([{"price": 1}, {"price": 2}])
    );
    let error = client.call_json("watchTicks", watch.clone()).await;
    let error = error.unwrap_err().to_json();
    assert_eq!(error["kind"], "decode");
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("missing field `price` at $[1].data"),
        "{message}"
    );
    let small = Client::builder().base_url(server.url());
    let small = small.max_response_body(20).build().unwrap();
    let error = small.call_json("watchTicks", watch).await.unwrap_err();
    assert_eq!(error.to_json()["kind"], "tooLarge");
}

#[test]
fn the_json_schema_describes_the_collected_array() {
    let operations = crate::generated::operations();
    let output = |id: &str| -> Value {
        let named = operations.iter().find(|named| named.operation().id() == id);
        named.unwrap().output_schema()
    };
    let ticks = output("watchTicks");
    assert_eq!(ticks["type"], "array");
    assert_eq!(
        ticks["items"]["properties"]["data"],
        json!({"$ref": "#/$defs/Tick"})
    );
    assert_eq!(ticks["$defs"]["Tick"]["required"], json!(["price"]));
    assert_eq!(output("exportTicks")["items"]["$ref"], "#/$defs/Tick");
}
