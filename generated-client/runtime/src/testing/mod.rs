//! A service in the same process, for tests of programs that call an API.
//!
//! Only the network is replaced, so retries, hooks, timeouts, decoding and paging are those of production. Nothing opens a
//! socket or starts a thread. Waits are those of `tokio`, so `tokio::time::pause` skips them.
#![cfg_attr(
    not(doctest),
    doc = "
```no_run
let service = testing::Service::new();
service
    .on(|call: &GetUser| call.id == \"user_1\")
    .respond_error(429, json!({\"type\": \"RateLimited\"}))
    .then()
    .respond(json!({\"user\": user}));
let client = service.client();
assert_eq!(client.get_user(\"user_1\").await?.user.id, \"user_1\");
assert_eq!(service.calls::<GetUser>().len(), 2);
```"
)]
//!
//! Rules are tried in the order in which they were made, like the arms of a `match`. A fixture that does not fit the document
//! panics where the rule is made, with the path of the value.

mod define;
mod fixture;
mod har;
mod miss;
mod recording;
mod registry;
mod reply;
mod reply_body;
mod rule;
mod sample;
mod samples;
mod sent_request;
mod service;

pub use define::{ApiClient, IntoRequest};
pub use fixture::{error, value};
#[doc(hidden)]
pub use har::json_differences;
pub use har::{HarError, har};
#[doc(hidden)]
pub use recording::recorded;
pub use recording::{Exchange, ReceivedResponse};
pub use reply::Reply;
pub use rule::{Answered, Rule};
#[doc(hidden)]
pub use sample::Schemas;
pub use samples::Samples;
pub use sent_request::{SeenCall, SentRequest};
pub use service::Service;
