// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod order;
mod read_order;

pub use order::OrderRequest;
pub use read_order::{ReadOrder, ReadOrderId};
