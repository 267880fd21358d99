// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod get_account;
mod set_balance;
mod transfer;

pub use get_account::{GetAccount, GetAccountCall};
pub use set_balance::{SetBalance, SetBalanceCall, SetBalanceResponse};
pub use transfer::{Transfer, TransferCall};
