// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod account;
mod last;
mod problem;

pub use account::Account;
pub use last::Last;
pub use problem::Problem;
