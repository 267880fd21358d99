//! Recorded streams: they are sent and read as before, and their chunks are kept.

use std::sync::{Arc, Mutex};

use openapi_client_runtime::ErrorKind;
use serde_json::json;
use test_server::Server;

use crate::testing::{self, Exchange, Service};
use crate::uploads::{broken, done, stream};
use crate::{Client, client};

/// The client with a recorder, and what is recorded.
fn recorded(client: &Client) -> (Client, Arc<Mutex<Vec<Exchange>>>) {
    let exchanges = Arc::new(Mutex::new(Vec::new()));
    let sink = exchanges.clone();
    let client = client.record_to(move |exchange| sink.lock().unwrap().push(exchange));
    (client, exchanges)
}

#[tokio::test]
async fn a_recorded_upload_is_the_same_on_the_wire() {
    let server = Server::start([done(), done()]);
    let plain = client(&server);
    let (client, exchanges) = recorded(&plain);
    let upload = || stream(["chunk one, ", "chunk two"]).with_length(20);
    plain.write_file("a", upload()).await.unwrap();
    client.write_file("a", upload()).await.unwrap();
    let received = server.received();
    assert_eq!(received[0].headers, received[1].headers);
    assert_eq!(received[0].body, received[1].body);
    let exchanges = exchanges.lock().unwrap();
    assert_eq!(exchanges[0].request.body, "chunk one, chunk two");
    assert_eq!(exchanges[0].problem, None);
}

#[tokio::test]
async fn the_error_of_a_recorded_upload_is_the_same() {
    let server = Server::start([]);
    let (client, exchanges) = recorded(&client(&server));
    let error = client.write_file("a", broken()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Upload(_)), "{error:?}");
    assert!(error.to_string().ends_with("out of paper"), "{error}");
    let exchanges = exchanges.lock().unwrap();
    assert_eq!(exchanges[0].request.body, "a");
    assert!(exchanges[0].problem.is_some());
}

#[tokio::test]
async fn a_stream_is_recorded_when_it_is_no_longer_read() {
    let service = Service::new();
    let reply = testing::Reply::new(200).event(json!({"price": 1}));
    service
        .on(|_: &crate::operations::WatchTicks| true)
        .reply(reply.event(json!({"price": 2})).then_hang());
    let (client, exchanges) = recorded(&service.client());
    let mut ticks = client.watch_ticks("A").await.unwrap();
    assert!(ticks.try_next().await.unwrap().is_some());
    assert!(exchanges.lock().unwrap().is_empty());
    drop(ticks);
    let exchanges = exchanges.lock().unwrap();
    let response = exchanges[0].response.as_ref().unwrap();
    assert_eq!(response.chunks[0], "data: {\"price\":1}\n\n");
    let problem = exchanges[0].problem.as_deref();
    assert_eq!(problem, Some("the body was not read to its end"));
}
