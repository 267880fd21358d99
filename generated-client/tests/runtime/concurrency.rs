//! Calls that are dropped, spawned, and many at once.

use std::time::Duration;

use super::support::{Reply, Server};
use super::{Echo, client};

#[tokio::test]
async fn a_dropped_call_does_no_harm() {
    let slow = ["HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n", "1"];
    let server = Server::start([
        Reply::raw(&slow, Duration::from_millis(200)),
        Reply::json("2"),
    ]);
    let client = client(&server);
    let dropped = tokio::time::timeout(
        Duration::from_millis(50),
        client.call(Echo::new("a")).send(),
    )
    .await;
    assert!(dropped.is_err());
    let spawned = tokio::spawn(client.call(Echo::new("b")).send());
    assert_eq!(spawned.await.unwrap().unwrap(), 2);
}
