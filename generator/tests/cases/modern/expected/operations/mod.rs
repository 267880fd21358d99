// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations: inputs and response of each.

mod order;
mod read_order;

pub use order::OrderRequest;
pub use read_order::{ReadOrder, ReadOrderId};
