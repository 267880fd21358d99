//! Stand-in until the generator writes this folder.
mod client;
pub mod operations;
pub mod types;

pub use client::API;

/// A call that failed.
pub type Error<E = types::ErrorBody> = crate::runtime::Error<E>;
