// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::api::Client) that call them:
//!
//! # Accounts
//!
//! - [`get_account`](crate::api::Client::get_account):
//!   `GET /accounts/{address}`
//! - [`set_balance`](crate::api::Client::set_balance):
//!   `PUT /accounts/{address}`
//!
//! # Transfers
//!
//! - [`transfer`](crate::api::Client::transfer):
//!   `POST /transfers`

mod get_account;
mod set_balance;
mod transfer;

pub use get_account::{GetAccount, GetAccountCall};
pub use set_balance::{SetBalance, SetBalanceCall, SetBalanceResponse};
pub use transfer::{Transfer, TransferCall};
