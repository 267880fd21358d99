// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod line;
mod new_order;
mod price;
mod problem;

pub use line::Line;
pub use new_order::NewOrder;
pub use price::Price;
pub use problem::Problem;
