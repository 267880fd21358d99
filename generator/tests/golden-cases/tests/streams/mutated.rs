//! Damaged streams: whatever arrives, reading ends with the stream or an error.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::{Client, client};
use test_server::{Reply, Server, cases, mutated};

const EVENTS: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n\
    : hello\nid: 7\nevent: tick\ndata: {\"price\":\ndata: 1}\n\nretry: 50\ndata: {\"price\": 2}\r\n\r\ndata: [DONE]\n\n";

const LINES: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\n\
    10\r\n{\"price\": 1}\r\n{\"\r\n16\r\nprice\": 2}\n\n{\"price\":3}\r\n0\r\n\r\n";

/// Reads to the end. An error is returned as its text.
async fn read(client: &Client, case: u64) -> Result<(), String> {
    if case.is_multiple_of(2) {
        let ticks = client.watch_ticks("A").await;
        let mut ticks = ticks.map_err(|error| error.to_string())?;
        while ticks
            .try_next()
            .await
            .map_err(|error| error.to_string())?
            .is_some()
        {}
    } else {
        let ticks = client.export_ticks().await;
        let mut ticks = ticks.map_err(|error| error.to_string())?;
        while ticks
            .try_next()
            .await
            .map_err(|error| error.to_string())?
            .is_some()
        {}
    }
    Ok(())
}

#[tokio::test]
async fn reading_ends_with_the_stream_or_an_error() {
    let current = Arc::new(AtomicU64::new(0));
    let number = current.clone();
    let server = Server::answering(move |_, _| {
        let case = number.load(Ordering::SeqCst);
        let response = if case.is_multiple_of(2) {
            EVENTS
        } else {
            LINES
        };
        Reply::cut(mutated(response.as_bytes(), case))
    });
    let client = client(&server);
    for case in cases() {
        current.store(case, Ordering::SeqCst);
        let read = tokio::time::timeout(Duration::from_secs(60), read(&client, case)).await;
        if let Err(text) = read.unwrap_or_else(|_| panic!("case {case} does not end")) {
            assert!(!text.contains(['\n', '\r', '\0']), "case {case}: {text:?}");
        }
    }
}
