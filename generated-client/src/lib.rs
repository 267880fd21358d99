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
//!     response => drop(response?),
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
//! [`send_with_response`](Call::send_with_response) returns status, headers and the raw body together with the decoded response.
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
//! # Ids
//!
//! Ids are types of their own that strings turn into by themselves, so that one is not given where another belongs:
//!
//! ```no_run
//! # async fn run(client: &botpress_runtime::Client) -> Result<(), botpress_runtime::Error> {
//! let conversation = client.get_conversation("conv_1").await?.conversation;
//! client.list_participants(&conversation.id).await?;
//! # Ok(())
//! # }
//! ```
//!
//! ```compile_fail,E0277
//! # async fn run(client: &botpress_runtime::Client) -> Result<(), botpress_runtime::Error> {
//! let user = client.get_user("user_1").await?.user;
//! client.list_participants(&user.id).await?; // a `UserId` is no `ConversationId`
//! # Ok(())
//! # }
//! ```
//!
//! # Null
//!
//! Where the API takes a value, `null`, or nothing at all, these are three things: `.name("Ada")`, `.name_null()`, and no
//! call of either. In responses such a member is an `Option` of a [`Nullable`].
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
//! # Retries
//!
//! A call that fails for a reason that may pass is repeated up to three times, where that does nothing twice: `GET`, `PUT`
//! and `DELETE` when the connection is lost and on 429, 502, 503 and 504, `POST` and `PATCH` on 429 and while there is no
//! connection. Waits grow and are jittered, `Retry-After` and `RateLimit-Reset` are heeded, and all of it has the time of
//! one call, 60 seconds. [`RetryPolicy`](runtime::RetryPolicy) changes or ends that for a client or a call;
//! [`on_attempt`](ClientBuilder::on_attempt) sees each attempt.
//!
//! # What is not known yet
//!
//! The service may be newer than this crate. Unknown members of a response are skipped, unknown values of an enum are
//! kept, and [`with_query`](Call::with_query) and [`with_property`](Call::with_property) send what has no setter yet.
//!
//! # Features
//!
//! - `rustls` (default): TLS. Without it only `http://` base URLs can be reached.
//! - `call-json`: any operation by its name, JSON in and JSON out, and the table of operations with JSON Schemas.

#[rustfmt::skip] // it is laid out by the generator
mod generated;

pub use generated::{API, Call, Client, ClientBuilder, Error, operations, types};
pub use openapi_client_runtime as runtime;
pub use runtime::{ConfigError, ErrorKind, JsonObject, Nullable, Timestamp, Value, json_object};
