//! Streams of a service in the same process, in paused time.

use std::time::Duration;

use openapi_client_runtime::{ErrorKind, Upload};
use serde_json::json;
use tokio::time::Instant;

use super::operations::{ExportTicks, ReadFile, WatchTicks, WriteFile};
use super::testing::{Reply, Service, value};

#[tokio::test(start_paused = true)]
async fn events_arrive_with_pauses_until_the_connection_is_lost() {
    let minute = Duration::from_secs(60);
    let service = Service::new();
    service.on(|call: &WatchTicks| call.symbol == "A").reply(
        Reply::new(200)
            .event(json!({"price": 1}))
            .pause(minute)
            .event(json!({"price": 2}))
            .then_lose_connection(),
    );
    let start = Instant::now();
    let mut ticks = service.client().watch_ticks("A").await.unwrap();
    for price in [1, 2] {
        let tick = ticks.try_next().await.unwrap().unwrap();
        assert_eq!(tick.data, value(json!({"price": price})));
    }
    assert!(start.elapsed() >= minute);
    let error = ticks.try_next().await.unwrap_err();
    assert!(error.is_transport(), "{error}");
    assert!(ticks.try_next().await.unwrap().is_none());
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_hangs_is_ended_by_its_limit() {
    let service = Service::new();
    let reply = Reply::new(200).event(json!({"price": 1})).then_hang();
    service.on(|_: &WatchTicks| true).reply(reply);
    let ticks = service.client().watch_ticks("A").await.unwrap();
    let mut ticks = ticks.with_idle_timeout(Duration::from_secs(300));
    assert!(ticks.try_next().await.unwrap().is_some());
    let error = ticks.try_next().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Stalled { .. }), "{error}");
}

#[tokio::test]
async fn lines_and_errors_of_a_stream_are_answers_as_well() {
    let service = Service::new();
    let line = json!({"price": 1});
    service
        .on(|_: &ExportTicks| true)
        .reply(Reply::new(200).json_line(&line).json_line(&line))
        .then()
        .reply(Reply::new(503));
    let client = service.client();
    let mut ticks = client.export_ticks().await.unwrap();
    let mut count = 0;
    while ticks.try_next().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!(count, 2);
}

#[tokio::test]
async fn uploads_and_downloads_are_bytes() {
    let service = Service::new();
    service.on(|_: &WriteFile| true).respond(());
    service
        .on(|_: &ReadFile| true)
        .reply(Reply::new(200).chunk("PN").chunk("G"));
    let client = service.client();
    client.write_file("a", Upload::from("PNG")).await.unwrap();
    assert_eq!(service.calls::<WriteFile>()[0].sent.body, "PNG");
    assert_eq!(client.read_file("a").await.unwrap().as_bytes(), "PNG");
}

#[test]
#[should_panic(
    expected = "the response of `watchTicks` is a stream; `Reply` has its events or chunks"
)]
fn a_stream_is_not_one_value() {
    Service::new().on(|_: &WatchTicks| true).respond(json!([]));
}

#[test]
#[should_panic(
    expected = "the response of `readFile` is not JSON; `Reply::new(200).chunk(…)` has its content"
)]
fn bytes_are_not_json() {
    Service::new().on(|_: &ReadFile| true).respond("PNG");
}
