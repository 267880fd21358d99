// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Trees
//!
//! - [`plant`](crate::Client::plant):
//!   Plants a tree, which grows.
//!
//! # Pulls
//!
//! - [`pull`](crate::Client::pull):
//!   Asks for a change.
//!
//! # Vehicles
//!
//! - [`park`](crate::Client::park):
//!   Parks a vehicle of some kind.
//!
//! # Stamps
//!
//! - [`stamp`](crate::Client::stamp):
//!   Stamps something.
//!
//! # Reviews
//!
//! - [`review`](crate::Client::review):
//!   A body that is a definition by way of a list of one has its name.

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
