// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod basic;
mod general;
mod optional;
mod public;

pub use basic::Basic;
pub use general::General;
pub use optional::Optional;
pub use public::Public;
