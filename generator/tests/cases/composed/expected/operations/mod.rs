// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod park;
mod plant;
mod pull;
mod review;
mod stamp;

pub use park::Park;
pub use plant::Plant;
pub use pull::PullRequest;
pub use review::{ReviewRequest, ReviewRequestCall};
pub use stamp::StampRequest;
