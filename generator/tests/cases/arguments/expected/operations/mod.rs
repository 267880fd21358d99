// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Tickets
//!
//! - [`create_ticket`](crate::Client::create_ticket):
//!   Creates a ticket.
//!
//! # Nodes
//!
//! - [`put_node`](crate::Client::put_node):
//!   Stores a node.
//!
//! # States
//!
//! - [`set_state`](crate::Client::set_state):
//!   Sets a state.

mod create_ticket;
mod put_node;
mod set_state;

pub use create_ticket::{CreateTicket, CreateTicketArchived, CreateTicketCall};
pub use put_node::PutNode;
pub use set_state::{SetState, SetStateResponse};
