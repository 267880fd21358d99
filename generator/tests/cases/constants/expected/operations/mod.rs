// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod get_component;
mod put_ratio;

pub use get_component::{GetComponent, GetComponentCall, GetComponentDeep};
pub use put_ratio::PutRatio;
