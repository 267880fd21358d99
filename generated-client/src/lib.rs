//! Client for the Botpress Runtime API: conversations, messages, users, events, states, workflows.
//!
#![doc = include_str!("generated/about.md")]
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
//!     Err(error) if error.is_not_found() => println!("it was already deleted"),
//!     Err(error) => return Err(error.into()),
//!     Ok(_) => println!("deleted"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Settings
//!
//! [`Client::builder`] sets credentials, timeouts, headers, retries and everything else that a client needs.
//! [`build`](ClientBuilder::build) reports all settings that are missing, and each that is invalid:
//!
//! ```no_run
//! # // For every API.
//! use std::time::Duration;
//! use botpress_runtime::{Client, ConfigError};
//!
//! # fn client() -> Result<(), ConfigError> {
//! let client = Client::builder()
//!     .with_env()
//!     .timeout(Duration::from_secs(30))
//!     .user_agent("my-program/1.0")
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # Calls
//!
//! Each operation is a method of [`Client`]; the module [`operations`](mod@operations) lists them by resource. Required inputs
//! are arguments; optional inputs are setters of the [`Call`] that the method returns. A call is a value: it can be read,
//! cloned, and given a timeout, a header, or an input that this crate does not know yet. It is sent when it is awaited, on any
//! tokio runtime. Where a future is needed, such as in `tokio::spawn`, [`send`](Call::send) makes one, which borrows nothing.
//! [`send_with_response`](Call::send_with_response) returns status, headers and the raw body together with the decoded
//! response.
//!
//! # Arguments
//!
//! Arguments take the forms in which callers have their values. Ids and enums can be strings; a string is not checked, so
//! prefer the variants of an enum to their names. Lists are arrays, collections or
//! iterators, and maps are pairs or maps: [`IntoList`](runtime::IntoList), [`IntoMap`](runtime::IntoMap). `[]` is none
//! (`vec![]` would need a type). Free-form objects are whatever implements `Serialize` as an object
//! ([`IntoJsonObject`](runtime::IntoJsonObject)). Where `None` is accepted as well, structs are passed by reference
//! ([`IntoNullableJsonObject`](runtime::IntoNullableJsonObject)). Responses have them as [`JsonObject`]:
//!
//! ```
//! use botpress_runtime::operations::CreateMessage;
//! use serde::{Deserialize, Serialize};
//! use serde_json::json;
//!
//! #[derive(Serialize, Deserialize)]
//! struct Choice {
//!     text: String,
//!     options: Vec<Answer>,
//! }
//!
//! #[derive(Serialize, Deserialize)]
//! struct Answer {
//!     label: String,
//!     value: String,
//! }
//!
//! let payload = json!({
//!     "text": "Shall we?",
//!     "options": [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}],
//! });
//! let tags = [("priority", "high")];
//! let message = CreateMessage::new(payload, "user_1", "conv_1", "choice", tags);
//! assert_eq!(message.payload["options"][1]["value"], "no");
//!
//! let choice: Choice = message.payload.decode()?;
//! assert_eq!(choice.options[0].label, "Yes");
//! let message = CreateMessage::new(choice, "user_1", "conv_1", "choice", []);
//! assert_eq!(message.payload["text"], "Shall we?");
//! # Ok::<_, botpress_runtime::runtime::DecodeError>(())
//! ```
//!
//! Setters take values, not an `Option`: for one, the compiler says that `String: From<Option<String>>` is not satisfied. If a
//! value may be absent, [`when_some`](Call::when_some) calls the setter for it. It takes an `Option` or a reference to one:
//!
//! ```no_run
//! # async fn run(client: &botpress_runtime::Client) -> Result<(), botpress_runtime::Error> {
//! let name: Option<String> = None;
//! client.update_user("user_1").when_some(&name, |call, name| call.name(name)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! With the trait [`WhenSome`], the types of the API and builders have this method, too.
//!
//! # Ids
//!
//! Ids are separate types, so that they cannot be confused. Strings convert to them:
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
//! client.list_participants(&user.id).await?; // a `UserId` is not a `ConversationId`
//! # Ok(())
//! # }
//! ```
//!
//! # Null
//!
//! Some inputs accept a value, `null`, or nothing at all, with three different meanings: call `.name("Ada")`,
//! `.name_null()`, or neither. In responses, such a member is an `Option` of a [`Nullable`].
//!
//! # Pages
//!
//! Where lists are returned in pages, `.stream()` iterates over the items of all pages, and `.pages()` over the pages.
//! `.collect_all()` and `.collect_up_to(n)` read items into a `Vec`. Both streams implement `futures_core::Stream` and also
//! have a method `try_next`, so that no other crate is needed.
//!
//! A list does not have to start again after an error. If the error may pass ([`is_retryable`](runtime::Error::is_retryable)),
//! a stream that is polled again requests the same page again, up to ten times. [`next_token`](runtime::Items::next_token) is
//! the place from which the same call continues later, or in another program. `.collect_all()` and `.collect_up_to(n)` return
//! a [`CollectError`](runtime::CollectError) with the items until the failure, which `?` turns into an [`Error`] (see
//! [errors of your own](#errors-of-your-own)).
//! [`prefetch`](runtime::Items::prefetch) requests the next page while the items of a page are used.
//!
//! # Errors
//!
//! [`Error`] says in which phase a call failed. Its text is one line with the operation and the cause. If the service
//! responded with an error, `status()`, `body()` and methods like `is_not_found()` give the details, and
//! [`id()`](runtime::Error::id) is what the support of the service asks for, if its errors have ids. A 404 that is the page of
//! a proxy is not [`is_not_found`](runtime::Error::is_not_found), because it says nothing about the object. After retries, the
//! text also says how many [attempts](runtime::Error::attempts) there were in how much [time](runtime::Error::elapsed).
//!
//! ```no_run
//! # // For every API.
//! # async fn run(client: &botpress_runtime::Client) {
//! match client.get_user("user_1").await {
//!     Ok(response) => println!("{response:?}"),
//!     Err(error) if error.is_not_found() => println!("it does not exist"),
//!     Err(error) if error.is_timeout() => println!("the service is slow"),
//!     Err(error) => match (error.status(), error.body()) {
//!         (Some(status), Some(body)) => println!("status {status}: {body:?}"),
//!         _ => println!("{error}"),
//!     },
//! }
//! # }
//! ```
//!
//! A client that cannot be built returns a [`ConfigError`] with the names of the settings.
//! [`allow_missing_settings`](ClientBuilder::allow_missing_settings) builds a client without them.
//!
//! ## Errors of your own
//!
//! In a function that returns [`Error`], `?` also converts a [`ConfigError`] and a [`CollectError`](runtime::CollectError).
//! An error type of your own has one variant for all of them, and needs `map_err` for these two:
//!
//! ```no_run
//! use botpress_runtime::{Client, Error};
//!
//! enum Failed {
//!     Api(Error),
//! }
//!
//! impl From<Error> for Failed {
//!     fn from(error: Error) -> Self {
//!         Self::Api(error)
//!     }
//! }
//!
//! async fn users() -> Result<usize, Failed> {
//!     let client = Client::from_env().map_err(Error::from)?;
//!     client.get_user("user_1").await?;
//!     Ok(client.list_users().collect_all().await.map_err(Error::from)?.len())
//! }
//! ```
//!
#![doc = include_str!("production.md")]
//!
//! # Newer versions of the service
//!
//! [`API_VERSION`] is the version of the document that this crate was generated from. The service may be newer. Unknown
//! members of a response are skipped, and unknown values of an enum are kept, as are values that fit none of the types of a
//! union: as `Unlisted`, without an error. [`with_query`](Call::with_query) and [`with_property`](Call::with_property) send
//! inputs that have no setter yet.
//!
//! An enum keeps an unknown value in its variant `Unlisted`. A `match` needs an arm for it, and `_` for the variants of later
//! versions of this crate:
//!
//! ```
//! use botpress_runtime::types::WorkflowStatus;
//!
//! fn is_over(status: &WorkflowStatus) -> bool {
//!     match status {
//!         WorkflowStatus::Completed | WorkflowStatus::Failed => true,
//!         WorkflowStatus::Unlisted(newer) => newer.as_str().ends_with("ed"),
//!         _ => false,
//!     }
//! }
//!
//! assert!(is_over(&"rejected".into()));
//! ```
//!
//! # Recipes
//!
//! ## State of a program
//!
//! A [`Client`] is cheap to clone, and its clones share their connections. Create one when the program starts, and keep it in
//! the state of the program. With axum, for example, this is the type of `with_state` and `State`:
//!
//! ```
//! # // For every API.
//! #[derive(Clone)]
//! struct AppState {
//!     client: botpress_runtime::Client,
//! }
//! ```
//!
//! ## Proxies and certificates
//!
//! A proxy and a certificate authority of your own are settings:
//!
//! ```no_run
//! # // For every API.
//! use botpress_runtime::Client;
//!
//! # fn client() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder()
//!     .with_env()
//!     .proxy("http://proxy.internal:3128")
//!     .root_certificate(std::fs::read("ca.pem")?)
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! Without `proxy`, the proxy variables of the environment (`HTTPS_PROXY`, `NO_PROXY`, …) apply, except for base URLs on this
//! machine, which are always reached directly. Anything else, such as a client certificate, is part of an
//! HTTP client of your own, which [`http_client`](ClientBuilder::http_client) takes.
//!
//! ## Compression
//!
//! The features `brotli`, `gzip` and `zstd` add compression. Each request says that the response may be compressed in one of these
//! ways, and bodies are decompressed, also those of errors and streams. `max_response_body` limits the decompressed body.
//! Without the feature, a response that is compressed all the same is an error that names the feature. Of a `gzip` body in
//! several members, which is valid but rare, the HTTP client reads only the first.
//!
//! ## Programs without `async`
//!
//! A program without `async` turns on the feature `blocking`. Its threads wait for calls (`send_blocking`), for the items of
//! lists (`.stream().blocking()`) and for streams (`.byte_stream().wait()?.blocking()`), which are iterators. Connections and timers have a thread of their own, for the whole process:
//!
//! ```no_run
//! # // For every API.
//! use botpress_runtime::Client;
//!
//! # #[cfg(not(feature = "blocking"))]
//! # fn main() {}
//! # #[cfg(feature = "blocking")]
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let client = Client::from_env()?;
//!     let response = client.get_user("user_1").send_blocking()?;
//!     println!("{response:?}");
//!     Ok(())
//! }
//! ```
//!
//! ## Runtimes
//!
//! Calls need a tokio runtime with timers and sockets (`enable_all`). Outside of a runtime they fail with
//! [`ErrorKind::Runtime`], and nothing is sent; in one without timers or sockets, tokio panics. A client can be used in several runtimes, but each of its
//! connections belongs to the runtime in which it was made. When a runtime has ended, others make new connections; a call that
//! was waiting for a response on one of the old ones fails, or is retried, as after any lost connection. The connections of a
//! current-thread runtime only make progress during its `block_on`, so a program with such a runtime and others, or with
//! blocking calls, gives it a client of its own.
//!
//! ## Settings of some calls
//!
//! Settings of a single call or of a group of calls change on a copy, with the same connections:
//!
//! ```no_run
//! # // For every API.
//! use std::time::Duration;
//! use botpress_runtime::Client;
//! use botpress_runtime::runtime::RetryPolicy;
//!
//! # fn run(client: &Client) {
//! let patient = client
//!     .with_timeout(Duration::from_secs(300))
//!     .with_retry(RetryPolicy::default().max_retries(10));
//! # }
//! ```
//!
//! Clients that send other headers are copies as well. A call has these methods, too, but reports an invalid value when it is
//! sent:
//!
//! ```no_run
//! # async fn bots(client: &botpress_runtime::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let support = client.with_bot_id("bot_support")?;
//! let sales = client.with_bot_id("bot_sales")?.with_token("another token")?;
//! let user = client.get_user("user_1").with_bot_id("bot_support").await?;
//! # Ok(())
//! # }
//! ```
//!
//! ## Times
//!
//! Times are [`Timestamp`]s. Text is parsed (`"2026-01-31T12:00:00Z".parse::<Timestamp>()?`), and inputs take anything that
//! converts to a [`Timestamp`], such as the type of [`runtime::jiff`](https://docs.rs/jiff/latest/jiff/):
//!
//! ```no_run
//! use botpress_runtime::runtime::jiff::{Timestamp, ToSpan};
//!
//! # async fn run(client: &botpress_runtime::Client) -> Result<(), botpress_runtime::Error> {
//! let yesterday = Timestamp::now() - 24.hours();
//! let users = client.list_users().after_date(yesterday).collect_all().await?;
//! # Ok(())
//! # }
//! ```
//!
//! ## Retries of your own
//!
//! To retry in your own way, turn retries off and ask the error:
//!
//! ```no_run
//! # // For every API.
//! use std::time::Duration;
//! use botpress_runtime::{Client, runtime::RetryPolicy};
//!
//! # async fn run(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let response = loop {
//!     match client.get_user("user_1").with_retry(RetryPolicy::none()).await {
//!         Ok(response) => break response,
//!         Err(error) if error.is_retryable() => {
//!             let wait = error.retry_after().unwrap_or(Duration::from_secs(1));
//!             tokio::time::sleep(wait).await;
//!         }
//!         Err(error) => return Err(error.into()),
//!     }
//! };
//! # drop(response);
//! # Ok(())
//! # }
//! ```
//!
//! ## Status and headers of a response
//!
//! A single call can have its own settings. The status, the headers and the limits that the service reports are part of
//! its response:
//!
//! ```no_run
//! # // For every API.
//! # use std::time::Duration;
//! # async fn run(client: &botpress_runtime::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let call = client.get_user("user_1");
//! let response = call
//!     .with_timeout(Duration::from_secs(5))
//!     .with_header("x-trace", "on")
//!     .send_with_response()
//!     .await?;
//! println!("{} {:?}", response.status(), response.headers().get("x-request-id"));
//! if let Some(remaining) = response.rate_limit().and_then(|limit| limit.remaining) {
//!     println!("{remaining} calls remain");
//! }
//! # Ok(())
//! # }
//! ```
//!
#![doc = include_str!("testing.md")]
//!
//! # Calls by name
//!
//! With the feature `call-json`, `client.call_json` calls any operation by its operationId, with JSON input and output, and
//! `operations()` lists all of them, for command lines, test tools and agents:
//!
//! ```
//! # // For every API.
//! for named in botpress_runtime::operations() {
//!     let operation = named.operation();
//!     println!("{}: {} {}", operation.id(), operation.method(), operation.path());
//!     println!("{}", named.input_schema());
//! }
//! ```
//!
//! # Features
//!
//! - `rustls` (default): TLS. Without it, only `http://` base URLs can be reached.
//! - `call-json`: any operation by name, with JSON input and output, and the list of operations with JSON Schemas.
//! - `blocking`: calls that block the thread, for programs without `async`.
//! - `brotli`, `gzip`, `zstd`: responses may be compressed in this way.
//! - `testing`: a service in the same process, for tests.
//! - `tracing`: spans and events of calls and their attempts.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[rustfmt::skip] // formatted by the generator
mod generated;

#[cfg(feature = "testing")]
pub use generated::testing;
pub use generated::{API_VERSION, Call, Client, ClientBuilder, Error, operations, types};
pub use openapi_client_runtime as runtime;
#[doc(inline)]
pub use runtime::{
    ConfigError, ErrorKind, JsonObject, Nullable, Timestamp, Value, WhenSome, json_object,
};
