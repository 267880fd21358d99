// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod configure_node;
mod create_node;
mod delete_node;
mod list_nodes;
mod update_node;

pub use configure_node::{ConfigureNode, ConfigureNodeBody};
pub use create_node::CreateNode;
pub use delete_node::{DeleteNode, DeleteNodeCall, DeleteNodeResponse};
pub use list_nodes::{ListNodes, ListNodesCall, ListNodesResponse, ListNodesResponsePage};
pub use update_node::{UpdateNode, UpdateNodeCall};
