//! Streams that are compressed although no header says so.

use std::time::Duration;

use openapi_client_runtime::ErrorKind;

use crate::client;
use test_server::{Reply, Server};

const EVENTS: &str = "content-type: text/event-stream\r\n";

#[tokio::test]
async fn a_compressed_stream_that_is_not_declared_is_an_error() {
    let gzip: &[u8] = &[0x1f, 0x8b, 8, 0, b'\n', b'\n', 1, 2];
    let zstd: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd, b'\n', b'\n'];
    for (name, bytes) in [("gzip", gzip), ("zstd", zstd)] {
        for at in 1..bytes.len() {
            let (first, rest) = bytes.split_at(at);
            let server = Server::start([Reply::slow(EVENTS, &[first, rest], Duration::ZERO)]);
            let client = client(&server);
            let mut ticks = client.watch_ticks("A").await.unwrap();
            let error = ticks.try_next().await.unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::Decode { .. }));
            let problem = format!("the body is compressed as `{name}`");
            assert!(error.to_string().contains(&problem), "{at}: {error}");
            assert!(ticks.try_next().await.unwrap().is_none());
            let mut lines = client.export_ticks().await.unwrap();
            let error = lines.try_next().await.unwrap_err();
            assert!(error.to_string().contains(&problem), "{at}: {error}");
            assert!(lines.try_next().await.unwrap().is_none());
        }
    }
}

#[tokio::test]
async fn a_stream_may_begin_like_a_compressed_one() {
    let server = Server::start([Reply::slow("", &["(", "\n1\n"], Duration::ZERO)]);
    let mut lines = client(&server).export_ticks().await.unwrap();
    let error = lines.try_next().await.unwrap_err().to_string();
    assert!(
        error.contains("near `(`") && error.contains("$[0]"),
        "{error}"
    );
    let server = Server::start([Reply::slow(EVENTS, &["("], Duration::ZERO)]);
    let mut ticks = client(&server).watch_ticks("A").await.unwrap();
    assert!(ticks.try_next().await.unwrap().is_none());
}
