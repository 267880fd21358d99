// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod line;
mod order;
mod place;

pub use line::Line;
pub use order::{
    Order, OrderKind, OrderPayment, OrderPaymentCard, OrderPaymentCardBy, OrderPaymentCash,
    OrderPaymentCashBy,
};
pub use place::Place;
