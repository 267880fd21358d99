// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Nodes
//!
//! - [`list_nodes`](crate::Client::list_nodes):
//!   Lists nodes.
//! - [`create_node`](crate::Client::create_node):
//!   `POST /nodes`
//! - [`update_node`](crate::Client::update_node):
//!   `PATCH /nodes/{id}`
//! - [`configure_node`](crate::Client::configure_node):
//!   Needs more than five inputs, so that the body is one argument.
//! - [`delete_node`](crate::Client::delete_node):
//!   `DELETE /nodes/{id}`
//!
//! # Status
//!
//! - [`get_status`](crate::Client::get_status):
//!   Takes no tenant, unlike the other operations.

mod configure_node;
mod create_node;
mod delete_node;
mod get_status;
mod list_nodes;
mod update_node;

pub use configure_node::{ConfigureNode, ConfigureNodeBody};
pub use create_node::CreateNode;
pub use delete_node::{DeleteNode, DeleteNodeCall, DeleteNodeResponse};
pub use get_status::GetStatus;
pub use list_nodes::{ListNodes, ListNodesCall, ListNodesResponse, ListNodesResponsePage};
pub use update_node::{UpdateNode, UpdateNodeCall};
