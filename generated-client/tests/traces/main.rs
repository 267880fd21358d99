//! Spans and events of calls, and the headers of traces.

mod recorder;

use std::sync::Mutex;
use std::time::Duration;

use botpress_runtime::operations::{CreateMessage, DeleteUser, GetUser};
use botpress_runtime::runtime::http::HeaderValue;
use botpress_runtime::runtime::{RetryPolicy, Token};
use botpress_runtime::testing::{Reply as Canned, Service};
use botpress_runtime::{Client, ClientBuilder, ErrorKind};
use recorder::{Entry, Recorder};
use serde_json::json;
use test_server::{Reply, Server};
use tracing::{Instrument as _, Level};

const TOKEN: &str = "secret-token-0001";

fn builder(server: &Server) -> ClientBuilder {
    let builder = Client::builder().base_url(server.url());
    builder.token(TOKEN).bot_id("bot-1")
}

/// The default policy without delays.
fn quick() -> RetryPolicy {
    RetryPolicy::default().min_delay(Duration::from_millis(1))
}

fn fields<'a>(entry: &'a Entry, names: &[&str]) -> Vec<&'a str> {
    let fields = names.iter().map(|name| entry.field(name));
    fields.map(Option::unwrap_or_default).collect()
}

const OF_RESPONSE: [&str; 4] = [
    "http.response.status_code",
    "http.request.resend_count",
    "error.type",
    "otel.status_code",
];

#[tokio::test]
async fn a_call_is_a_span_with_a_child_for_each_attempt_and_an_event_for_each_wait() {
    let recorder = Recorder::start();
    let server = Server::start([
        Reply::new("503 Service Unavailable", &[], "{}"),
        Reply::json(
            r#"{"user": {"id": "u", "tags": {}, "createdAt": "2026-01-31T12:00:00Z", "updatedAt": "2026-01-31T12:00:00Z"}}"#,
        ),
    ]);
    let client = builder(&server).retry(quick()).build().unwrap();
    client.get_user("u").await.unwrap();
    let [call, first, wait, second] = &recorder.entries()[..] else {
        panic!("{:?}", recorder.entries())
    };
    assert_eq!(
        [call.name, first.name, second.name],
        ["call", "attempt", "attempt"]
    );
    assert_eq!(
        [call.parent, first.parent, wait.parent, second.parent],
        [None, Some(0), Some(0), Some(0)]
    );

    let template = "/v1/chat/users/{id}";
    let names = [
        "otel.name",
        "otel.kind",
        "openapi.operation_id",
        "http.request.method",
        "url.template",
    ];
    assert_eq!(
        fields(call, &names),
        ["getUser", "internal", "getUser", "GET", template]
    );
    assert_eq!(fields(call, &OF_RESPONSE), ["200", "1", "", ""]);

    let (host, port) = server
        .url()
        .rsplit_once(':')
        .map(|(host, port)| (host.to_owned(), port.to_owned()))
        .unwrap();
    let names = [
        "otel.name",
        "otel.kind",
        "http.request.method",
        "url.template",
        "server.address",
        "server.port",
    ];
    let expected = [
        &format!("GET {template}"),
        "client",
        "GET",
        template,
        host.trim_start_matches("http://"),
        &port,
    ];
    for attempt in [first, second] {
        assert_eq!(fields(attempt, &names), expected);
        assert_eq!(attempt.field("http.request.body.size"), Some("0"));
    }
    assert_eq!(fields(first, &OF_RESPONSE), ["503", "", "503", "ERROR"]);
    assert_eq!(fields(second, &OF_RESPONSE), ["200", "1", "", ""]);
    assert_eq!(first.field("http.response.body.size"), Some("2"));
    let names = ["message", "attempt", "http.response.status_code", "reason"];
    let reason = "the service is overloaded or restarts, perhaps while it processed the request";
    assert_eq!(
        fields(wait, &names),
        ["waiting for the next attempt", "1", "503", reason]
    );
    assert!(wait.field("wait_ms").unwrap().parse::<u64>().is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_wait_for_a_limit_of_the_client_is_an_event() {
    let recorder = Recorder::start();
    let service = Service::new();
    let reply = Canned::new(404).after(Duration::from_secs(2));
    service.on(|_: &DeleteUser| true).reply(reply);
    let client = service.builder().max_concurrent_calls(1).build().unwrap();
    let (first, second) = tokio::join!(client.delete_user("a"), client.delete_user("b"));
    assert!(first.is_err() && second.is_err());
    let entries = recorder.entries();
    let waits = entries
        .iter()
        .filter(|entry| entry.field("setting").is_some());
    let waits: Vec<_> = waits.collect();
    assert_eq!(waits.len(), 1);
    let names = ["message", "setting", "wait_ms"];
    assert_eq!(
        fields(waits[0], &names),
        ["waited before an attempt", "max_concurrent_calls", "2000"]
    );
    assert_eq!(entries[waits[0].parent.unwrap()].name, "call");
}

#[tokio::test(start_paused = true)]
async fn a_wait_in_the_queue_for_a_token_is_no_wait_for_a_limit() {
    let recorder = Recorder::start();
    let service = Service::new();
    let reply = Canned::new(404).after(Duration::from_secs(2));
    service.on(|_: &DeleteUser| true).reply(reply);
    let builder = service.builder().max_concurrent_calls(2);
    let builder = builder.token_from(|| async {
        tokio::time::sleep(Duration::from_secs(5)).await;
        Ok(Token::new("t"))
    });
    let client = builder.build().unwrap();
    let call = || client.delete_user("u");
    let (a, b, c, d) = tokio::join!(call(), call(), call(), call());
    assert!([a, b, c, d].iter().all(Result::is_err));
    let entries = recorder.entries();
    let waits = entries
        .iter()
        .filter(|entry| entry.field("setting").is_some());
    let mut waits: Vec<_> = waits
        .map(|wait| fields(wait, &["setting", "wait_ms"]))
        .collect();
    waits.sort_unstable();
    // The third call waits for a turn, the fourth one behind it.
    let (turn, token) = (["max_concurrent_calls", "2000"], ["token_from", "5000"]);
    assert_eq!(waits, [turn, turn, token, token, token, token]);
}

#[tokio::test(start_paused = true)]
async fn a_span_says_why_its_call_failed() {
    let garbage = Canned::new(200).chunk("x");
    for (reply, status, reason, level) in [
        (Canned::new(404), "404", "404", Level::INFO),
        (Canned::new(429), "429", "429", Level::WARN),
        (Canned::new(500), "500", "500", Level::WARN),
        (
            Canned::new(200).json(json!({})),
            "200",
            "decode",
            Level::WARN,
        ),
        (garbage, "200", "decode", Level::WARN),
        (Canned::lost_connection(), "", "transport", Level::WARN),
        (Canned::hang(), "", "timeout", Level::WARN),
    ] {
        let recorder = Recorder::start();
        let service = Service::new();
        service.on(|_: &GetUser| true).reply(reply);
        let call = service.client().get_user("u");
        let error = call.with_retry(RetryPolicy::none()).await.unwrap_err();
        // The span is closed although the error is still there.
        let entries = recorder.entries();
        drop(error);
        assert_eq!(
            fields(&entries[0], &OF_RESPONSE),
            [status, "", reason, "ERROR"]
        );
        // An attempt whose response cannot be decoded has not failed itself.
        let expected = if reason == "decode" {
            ["", ""]
        } else {
            [reason, "ERROR"]
        };
        assert_eq!(fields(&entries[1], &OF_RESPONSE[2..]), expected);
        let event = &entries[2];
        let message = match reason {
            "decode" => "the response cannot be decoded",
            _ => "not retried",
        };
        let names = [
            "message",
            "openapi.operation_id",
            "http.response.status_code",
            "error.type",
        ];
        assert_eq!(fields(event, &names), [message, "getUser", status, reason]);
        assert_eq!(
            (
                event.parent,
                event.metadata.map(|metadata| *metadata.level())
            ),
            (Some(0), Some(level))
        );
        assert_eq!(entries.len(), 3);
        if reason == "404" {
            assert_eq!(
                event.field("reason"),
                Some("the status is not a temporary one")
            );
        }
    }
}

#[tokio::test]
async fn warnings_need_no_spans() {
    let recorder = Recorder::start();
    recorder.only(Level::WARN);
    for reply in [Canned::new(404), Canned::new(500), Canned::new(200)] {
        let service = Service::new();
        service.on(|_: &GetUser| true).reply(reply);
        service.client().get_user("u").await.unwrap_err();
    }
    let entries = recorder.entries();
    let names = ["openapi.operation_id", "error.type"];
    let events: Vec<_> = entries.iter().map(|event| fields(event, &names)).collect();
    assert_eq!(events, [["getUser", "500"], ["getUser", "decode"]]);
}

#[tokio::test]
async fn warnings_are_in_the_span_of_the_caller() {
    let recorder = Recorder::start();
    recorder.only(Level::WARN);
    let span = tracing::warn_span!(target: "openapi_client_runtime", "job");
    for status in [500, 200] {
        let service = Service::new();
        service.on(|_: &GetUser| true).reply(Canned::new(status));
        let call = service.client().get_user("u").send();
        call.instrument(span.clone()).await.unwrap_err();
    }
    drop(span);
    let entries = recorder.entries();
    let parents: Vec<_> = entries.iter().map(|entry| entry.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(0)]);
}

#[tokio::test]
async fn the_span_of_a_stream_ends_when_it_begins() {
    let recorder = Recorder::start();
    let server = Server::start([Reply::chunked(&["1", "2"])]);
    let client = builder(&server).build().unwrap();
    let mut stream = client.delete_user("u").byte_stream().await.unwrap();
    let entries = recorder.entries();
    assert_eq!(fields(&entries[0], &OF_RESPONSE), ["200", "", "", ""]);
    assert_eq!(entries[1].field("http.response.body.size"), None);
    while stream.try_next().await.unwrap().is_some() {}
    assert_eq!(recorder.entries().len(), 2);
}

#[tokio::test]
async fn a_dropped_call_closes_its_spans() {
    let recorder = Recorder::start();
    let server = Server::start([Reply::raw(&[], Duration::ZERO)]);
    let client = builder(&server).build().unwrap();
    let call = client.delete_user("u").send();
    assert!(
        tokio::time::timeout(Duration::from_millis(20), call)
            .await
            .is_err()
    );
    assert_eq!(recorder.entries().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn no_value_of_a_call_is_recorded() {
    const SECRET: &str = "s3cr3t";
    let recorder = Recorder::start();
    let service = Service::new();
    let echo = |status| {
        let reply = Canned::new(status).header("x-echo", SECRET);
        reply.json(json!({"id": SECRET, "type": SECRET, "message": SECRET, "code": 503}))
    };
    for (status, times) in [(200, 1), (404, 1), (503, usize::MAX)] {
        let rule = service.on(|_: &DeleteUser| true);
        rule.reply(echo(status)).times(times);
        let rule = service.on(|_: &CreateMessage| true);
        rule.reply(echo(status)).times(times);
    }
    let client = service.builder().token(SECRET).bot_id(SECRET);
    let client = client.header("x-mine", SECRET).build().unwrap();
    for _ in 0..4 {
        let call = client.delete_user(SECRET).with_query("q", SECRET);
        drop(call.with_header("x-more", SECRET).await);
        let payload = json!({SECRET: SECRET});
        let call = client.create_message(payload, SECRET, SECRET, SECRET, [(SECRET, SECRET)]);
        drop(call.with_property(SECRET, SECRET).await);
    }
    let shown = format!("{:?}", recorder.entries());
    assert!(shown.contains("/v1/chat/users/{id}"), "{shown}");
    assert!(!shown.contains(SECRET), "{shown}");
}

fn with_parent(builder: ClientBuilder) -> Client {
    let number = Mutex::new(0);
    let client = builder.retry(quick()).trace_headers(move |headers| {
        assert!(headers.is_empty());
        let mut number = number.lock().unwrap();
        *number += 1;
        // As a propagator takes it from the current span.
        let span = tracing::Span::current().id().map_or(0, |id| id.into_u64());
        let parent = format!("00-{span:032x}-{:016x}-01", *number);
        headers.insert("traceparent", HeaderValue::try_from(parent).unwrap());
    });
    client.build().unwrap()
}

#[tokio::test]
async fn each_attempt_has_the_headers_of_its_span() {
    let recorder = Recorder::start();
    let busy = Reply::new("429 Too Many Requests", &[], "{}");
    let server = Server::start([busy, Reply::json("{}")]);
    let client = with_parent(builder(&server));
    client.delete_user("u").await.unwrap();
    // A header of the call itself stays.
    let call = client.delete_user("u").with_header("traceparent", "own");
    call.await.unwrap();
    let entries = recorder.entries();
    let spans = entries.iter().enumerate();
    let attempts = spans.filter(|(_, entry)| entry.name == "attempt");
    let ids: Vec<_> = attempts.map(|(at, _)| at + 1).collect();
    let sent: Vec<_> = server.received();
    let sent: Vec<_> = sent
        .iter()
        .map(|request| request.header("traceparent").unwrap())
        .collect();
    let expected = ids
        .iter()
        .enumerate()
        .map(|(at, id)| format!("00-{id:032x}-{:016x}-01", at + 1));
    assert_eq!(sent[..2], expected.take(2).collect::<Vec<_>>());
    assert_eq!(sent[2], "own");
}

#[tokio::test]
async fn headers_of_the_connection_are_not_headers_of_a_trace() {
    let server = Server::start([Reply::json("{}")]);
    let client = builder(&server).trace_headers(|headers| {
        headers.insert("host", HeaderValue::from_static("elsewhere"));
    });
    let client = client.build().unwrap();
    let error = client.delete_user("u").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Config(_)));
    assert_eq!(
        error.to_string(),
        "deleteUser: the client's setting `trace_headers` returned the header `host`, which is a part of the base URL"
    );
    assert!(server.received().is_empty());
}
