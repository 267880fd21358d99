// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! - [`get_component`](crate::Client::get_component):
//!   Reads a component.
//! - [`put_ratio`](crate::Client::put_ratio):
//!   Keeps a ratio.

mod get_component;
mod put_ratio;

pub use get_component::{GetComponent, GetComponentCall, GetComponentDeep};
pub use put_ratio::PutRatio;
