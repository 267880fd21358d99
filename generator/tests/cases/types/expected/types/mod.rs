// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod circle;
mod color;
mod group;
mod owner_id;
mod problem;
mod schema;
mod shape;

pub use circle::{Circle, CircleKind};
pub use color::Color;
pub use group::{Group, GroupKind};
pub use owner_id::OwnerId;
pub use problem::Problem;
pub use schema::Schema;
pub use shape::Shape;
