// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod create_ticket;
mod put_node;
mod set_state;

pub use create_ticket::{CreateTicket, CreateTicketArchived, CreateTicketCall};
pub use put_node::PutNode;
pub use set_state::{SetState, SetStateResponse};
