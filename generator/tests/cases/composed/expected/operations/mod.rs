// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations: inputs and answer of each.

mod park;
mod plant;
mod pull;

pub use park::Park;
pub use plant::Plant;
pub use pull::PullRequest;
