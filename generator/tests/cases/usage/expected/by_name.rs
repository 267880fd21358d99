// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

use crate::usage::operations::{
    Attach, AttachLater, CreateOrder, DownloadInvoice, ExportPrices, FollowQueue, ReplaceDraft,
    ReplaceOrder, UploadInvoice, WatchPrices,
};
use openapi_client_runtime::NamedOperation;
use openapi_client_runtime::codegen::Schemas;

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<WatchPrices>(&SCHEMAS),
    NamedOperation::of::<FollowQueue>(&SCHEMAS),
    NamedOperation::of::<ExportPrices>(&SCHEMAS),
    NamedOperation::of::<DownloadInvoice>(&SCHEMAS),
    NamedOperation::of::<UploadInvoice>(&SCHEMAS),
    NamedOperation::of::<ReplaceDraft>(&SCHEMAS),
    NamedOperation::of::<Attach>(&SCHEMAS),
    NamedOperation::of::<AttachLater>(&SCHEMAS),
    NamedOperation::of::<CreateOrder>(&SCHEMAS),
    NamedOperation::of::<ReplaceOrder>(&SCHEMAS),
];

/// All operations, with their ids, routes, docs, and JSON Schemas of input and output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
