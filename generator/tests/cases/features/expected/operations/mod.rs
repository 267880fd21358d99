// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Users
//!
#![cfg_attr(feature = "users", doc = "- [`get_user`](crate::Client::get_user):\n  `GET /users/{id}`")]
#![cfg_attr(any(feature = "admin-tools", feature = "users"), doc = "- [`set_user`](crate::Client::set_user):\n  `PUT /users/{id}`")]
#![cfg_attr(any(feature = "admin-tools", feature = "users"), doc = "- [`set_user_as_csv`](crate::Client::set_user_as_csv):\n  The body is sent as `text/csv`.")]
//!
//! # Admin tools
//!
#![cfg_attr(feature = "admin-tools2", doc = "- [`list_audits`](crate::Client::list_audits):\n  `GET /audits`")]
//!
//! # Größe!
//!
#![cfg_attr(any(feature = "default2", feature = "grosse"), doc = "- [`drop_all`](crate::Client::drop_all):\n  `DELETE /größe`")]
//!
//! # Status
//!
//! - [`get_status`](crate::Client::get_status):
//!   `GET /status`

#[cfg(any(feature = "default2", feature = "grosse"))]
mod drop_all;
mod get_status;
#[cfg(feature = "users")]
mod get_user;
#[cfg(feature = "admin-tools2")]
mod list_audits;
#[cfg(any(feature = "admin-tools", feature = "users"))]
mod set_user;
#[cfg(any(feature = "admin-tools", feature = "users"))]
mod set_user_as_csv;

#[cfg(any(feature = "default2", feature = "grosse"))]
pub use drop_all::DropAll;
pub use get_status::GetStatus;
#[cfg(feature = "users")]
pub use get_user::GetUser;
#[cfg(feature = "admin-tools2")]
pub use list_audits::{ListAudits, ListAuditsCall, ListAuditsResponse};
#[cfg(any(feature = "admin-tools", feature = "users"))]
pub use set_user::{SetUser, SetUserCall, SetUserResponse};
#[cfg(any(feature = "admin-tools", feature = "users"))]
pub use set_user_as_csv::{SetUserAsCsv, SetUserAsCsvCall};
