//! The generator's golden case `streams` on this runtime: what is read, and sent, as it comes.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "a crate of its own, made of generated code"
)]

#[rustfmt::skip] // as the library lays it out
#[path = "../../generator/tests/cases/streams/expected/mod.rs"]
mod generated;
#[path = "../src/runtime/mod.rs"]
pub mod runtime;
#[path = "streams/mod.rs"]
mod streams;
mod support;

pub use generated::{API, Error, operations, types};
pub use runtime::Client;

use support::Server;

fn client(server: &Server) -> Client {
    let quick = runtime::RetryPolicy::default().min_delay(std::time::Duration::from_millis(1));
    let builder = Client::builder().base_url(server.url()).retry(quick);
    builder.build().unwrap()
}
