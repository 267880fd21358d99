// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Ticks
//!
//! - [`watch_ticks`](crate::Client::watch_ticks):
//!   Prices of a symbol, as they change.
//!
//! # Log
//!
//! - [`follow_log`](crate::Client::follow_log):
//!   `GET /log`
//!
//! # Chat
//!
//! - [`chat`](crate::Client::chat):
//!   `POST /chat`
//!
//! # Export
//!
//! - [`export_ticks`](crate::Client::export_ticks):
//!   `GET /export`
//!
//! # Files
//!
//! - [`read_file`](crate::Client::read_file):
//!   `GET /files/{name}`
//! - [`write_file`](crate::Client::write_file):
//!   `PUT /files/{name}`
//!
//! # Albums
//!
//! - [`add_pictures`](crate::Client::add_pictures):
//!   `POST /albums`

mod add_pictures;
mod chat;
mod export_ticks;
mod follow_log;
mod read_file;
mod watch_ticks;
mod write_file;

pub use add_pictures::{AddPictures, AddPicturesCall};
pub use chat::{Chat, ChatResponseEvent};
pub use export_ticks::{ExportTicks, ExportTicksError};
pub use follow_log::{FollowLog, FollowLogResponse};
pub use read_file::ReadFile;
pub use watch_ticks::WatchTicks;
pub use write_file::WriteFile;
