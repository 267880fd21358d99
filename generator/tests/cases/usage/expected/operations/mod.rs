// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::usage::Client) that call them:
//!
//! # Prices
//!
//! - [`watch_prices`](crate::usage::Client::watch_prices):
//!   `GET /prices`
//!
//! # Queue
//!
//! - [`follow_queue`](crate::usage::Client::follow_queue):
//!   `GET /queue/{name}`
//!
//! # Export
//!
//! - [`export_prices`](crate::usage::Client::export_prices):
//!   `GET /export`
//!
//! # Invoices
//!
//! - [`download_invoice`](crate::usage::Client::download_invoice):
//!   `GET /invoices/{id}`
//! - [`upload_invoice`](crate::usage::Client::upload_invoice):
//!   `PUT /invoices/{id}`
//! - [`replace_draft`](crate::usage::Client::replace_draft):
//!   `PUT /invoices/{id}/draft`
//! - [`attach`](crate::usage::Client::attach):
//!   `POST /invoices/{id}/attachments`
//! - [`attach_later`](crate::usage::Client::attach_later):
//!   `PUT /invoices/{id}/attachments`
//!
//! # Orders
//!
//! - [`create_order`](crate::usage::Client::create_order):
//!   `POST /orders`
//! - [`replace_order`](crate::usage::Client::replace_order):
//!   `PUT /orders`

mod attach;
mod attach_later;
mod create_order;
mod download_invoice;
mod export_prices;
mod follow_queue;
mod replace_draft;
mod replace_order;
mod upload_invoice;
mod watch_prices;

pub use attach::Attach;
pub use attach_later::{AttachLater, AttachLaterCall};
pub use create_order::{CreateOrder, CreateOrderCall};
pub use download_invoice::DownloadInvoice;
pub use export_prices::ExportPrices;
pub use follow_queue::{FollowQueue, FollowQueueResponse};
pub use replace_draft::{ReplaceDraft, ReplaceDraftCall};
pub use replace_order::{ReplaceOrder, ReplaceOrderCall};
pub use upload_invoice::UploadInvoice;
pub use watch_prices::WatchPrices;
