// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! - [`order`](crate::Client::order):
//!   Everything that OpenAPI 3.1 expresses differently from 3.0.
//! - [`read_order`](crate::Client::read_order):
//!   Reads an order.

mod order;
mod read_order;

pub use order::OrderRequest;
pub use read_order::{ReadOrder, ReadOrderId};
