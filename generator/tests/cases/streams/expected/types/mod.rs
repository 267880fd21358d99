// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod problem;
mod tick;
mod usage;
mod waiting;
mod word;

pub use problem::Problem;
pub use tick::Tick;
pub use usage::Usage;
pub use waiting::Waiting;
pub use word::Word;
