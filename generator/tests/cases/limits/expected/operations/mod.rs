// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Codes
//!
//! - [`send_codes`](crate::Client::send_codes):
//!   Sends codes.
//!
//! # Values
//!
//! - [`stream_numbers`](crate::Client::stream_numbers):
//!   Streams numbers.
//!
//! # Value
//!
//! - [`get_value`](crate::Client::get_value):
//!   Gets a value.

mod get_value;
mod send_codes;
mod stream_numbers;

pub use get_value::GetValue;
pub use send_codes::{SendCodes, SendCodesPage};
pub use stream_numbers::StreamNumbers;
