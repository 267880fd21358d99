// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod kind;
mod node;
mod node_id;
mod problem;
mod problem_code;

pub use kind::Kind;
pub use node::Node;
pub use node_id::NodeId;
pub use problem::Problem;
pub use problem_code::ProblemCode;
