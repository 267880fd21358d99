//! Client for the Botpress Runtime API: conversations, messages, users, events, states, workflows.
//!
//! ```no_run
//! use botpress_runtime::Client;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::from_env()?; // BP_TOKEN, BP_BOT_ID, …
//! let mut recent = client.list_conversations().tags([("priority", "high")]).stream();
//! while let Some(conversation) = recent.try_next().await? {
//!     println!("{} on {}", conversation.id, conversation.channel);
//! }
//! match client.delete_conversation("conv_1").await {
//!     Err(error) if error.is_not_found() => println!("it was gone already"),
//!     answer => drop(answer?),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Calls
//!
//! Each operation is a method of [`Client`]. What the API requires is an argument; what is optional is a setter on the
//! [`Call`] that the method returns. A call is a value: it can be read, cloned and given a timeout, a header or an input
//! that this crate does not know yet. It is sent when it is awaited, on any tokio runtime.
//! [`with_response`](Call::with_response) gives status, headers and the raw body beside the decoded answer.
//!
//! Free-form objects, such as the payload of a message, take pairs, a [`JsonObject`], or what [`json_object!`] makes:
//!
//! ```
//! use botpress_runtime::{json_object, operations::CreateMessage};
//!
//! let message = CreateMessage::new(
//!     json_object!({"text": "Shall we?", "options": ["yes", "no"]}),
//!     "user_1", "conv_1", "choice", [("priority", "high")],
//! );
//! assert_eq!(message.payload["options"][1], "no");
//! ```
//!
//! # Pages
//!
//! Lists come page by page. `.stream()` walks the items over all pages, `.pages()` the pages; `.collect_all()` and
//! `.collect_up_to(n)` read them into a `Vec`. Both streams implement `futures_core::Stream`, and have a `try_next` of
//! their own, so that no other crate is needed.
//!
//! # Errors
//!
//! [`Error`] tells in which phase a call failed; its text is one line with the operation and the cause. Where the service
//! answered with an error, `status()`, `body()` and tests like `is_not_found()` say which.
//! A client that cannot be built gives a [`ConfigError`] that names the setting.
//!
//! # What is not known yet
//!
//! The service may be newer than this crate. Unknown members of an answer are skipped, unknown values of an enum are
//! kept, and [`with_query`](Call::with_query) and [`with_property`](Call::with_property) send what has no setter yet.
//!
//! # Features
//!
//! - `rustls` (default): TLS. Without it only `http://` base URLs can be reached.
//! - `call-json`: any operation by its name, JSON in and JSON out.

mod generated;
pub mod runtime;

pub use generated::{API, Error, operations, types};
pub use runtime::{
    Call, Client, ClientBuilder, ConfigError, ErrorKind, JsonObject, Nullable, Timestamp, Value,
};
