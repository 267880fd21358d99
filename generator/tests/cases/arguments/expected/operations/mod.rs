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
//! # States
//!
//! - [`set_state`](crate::Client::set_state):
//!   Sets a state.

mod create_ticket;
mod set_state;

pub use create_ticket::{CreateTicket, CreateTicketArchived, CreateTicketCall};
pub use set_state::{SetState, SetStateResponse};
