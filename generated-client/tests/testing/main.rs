//! The service in the same process: its rules, its fixtures, and what the client makes of its replies.

mod fixtures;
mod har;
mod misses;
mod recording;
mod replies;
mod rules;
mod samples;

use botpress_runtime::testing::value;
use botpress_runtime::types::User;
use serde_json::json;

fn user(id: &str) -> User {
    let time = "2026-01-31T12:00:00Z";
    value(json!({"id": id, "createdAt": time, "updatedAt": time, "tags": {}}))
}

/// The message of a panic.
fn panic_message(result: std::thread::Result<()>) -> String {
    let payload = result.expect_err("it panics");
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => (*payload.downcast::<&str>().unwrap()).to_owned(),
    }
}
