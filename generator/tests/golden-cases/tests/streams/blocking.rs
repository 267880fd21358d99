//! Streams that block the thread.

use serde_json::json;

use crate::client;
use test_server::{Reply, Server};

#[test]
fn values_are_iterators() {
    let text = "data: {\"price\": 1}\n\ndata: {\"price\": 2}\n\n";
    let events = Reply::new("200 OK", &[("content-type", "text/event-stream")], text);
    let server = Server::start([events]);
    let ticks = client(&server).watch_ticks("A").send_blocking().unwrap();
    let prices = ticks.blocking().map(|tick| tick.unwrap().data.price);
    assert_eq!(prices.collect::<Vec<_>>(), [1, 2]);
    let any = client(&server).watch_ticks("A").event_stream().wait();
    let any = any.unwrap().blocking().map(|event| event.unwrap().data);
    let expected = [json!({"price": 1}), json!({"price": 2})];
    assert_eq!(any.collect::<Vec<serde_json::Value>>(), expected);
}
