// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod create_ticket;
mod set_state;

pub use create_ticket::{CreateTicket, CreateTicketArchived, CreateTicketCall};
pub use set_state::{SetState, SetStateResponse};
