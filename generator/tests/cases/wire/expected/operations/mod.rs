// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations: inputs and answer of each.

#[cfg(feature = "call-json")]
use crate::runtime::NamedOperation;

mod configure_node;
mod create_node;
mod delete_node;
mod list_nodes;
mod update_node;

pub use configure_node::{ConfigureNode, ConfigureNodeBody};
pub use create_node::CreateNode;
pub use delete_node::{DeleteNode, DeleteNodeResponse};
pub use list_nodes::{ListNodes, ListNodesResponse, ListNodesResponsePage};
pub use update_node::UpdateNode;

/// All operations, for calls by name.
#[cfg(feature = "call-json")]
pub(crate) const OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<ListNodes>(),
    NamedOperation::of::<CreateNode>(),
    NamedOperation::of::<UpdateNode>(),
    NamedOperation::of::<ConfigureNode>(),
    NamedOperation::of::<DeleteNode>(),
];
