//! The golden case `streams`: streamed requests and responses.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../../cases/streams/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../../cases/streams/expected/tests.rs"]
mod made_up;

mod blocking;
mod compressed;
mod doubles;
mod downloads;
mod events;
mod mutated;
mod recording;
mod uploads;

pub use generated::{Call, Client, ClientBuilder, Error, operations, testing, types};

use openapi_client_runtime::{ByteStream, EventStream, JsonStream, RetryPolicy, Upload};
use operations::AddPictures;
use test_server::Server;
use types::{Problem, Tick};

fn client(server: &Server) -> Client {
    let quick = RetryPolicy::default().min_delay(std::time::Duration::from_millis(1));
    let builder = Client::builder().base_url(server.url()).retry(quick);
    builder.build().unwrap()
}

#[test]
fn everything_can_be_sent_to_other_threads() {
    fn sent<T: Send + 'static>() {}
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Upload>();
    shared::<Call<AddPictures>>();
    sent::<ByteStream<Problem>>();
    sent::<EventStream<Tick, Problem>>();
    sent::<JsonStream<Tick>>();
}
