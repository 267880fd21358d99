// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod pet;
mod problem;
mod settings;

pub use pet::Pet;
pub use problem::Problem;
pub use settings::Settings;
