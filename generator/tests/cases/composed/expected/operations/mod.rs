// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations: inputs and answer of each.

mod plant;
mod pull;

pub use plant::Plant;
pub use pull::PullRequest;
