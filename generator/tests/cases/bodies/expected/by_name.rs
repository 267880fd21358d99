// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

use crate::operations::{
    Attach, MergePatch, ReplacePicture, SendAnything, SendFields, SendFiles, SendForm, SendMap,
    SendParts, SendShape, SendShapes, Styles, UnlistedMembers, Upload, WriteNote,
};
use openapi_client_runtime::NamedOperation;
use openapi_client_runtime::codegen::Schemas;

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<SendForm>(&SCHEMAS),
    NamedOperation::of::<Upload>(&SCHEMAS),
    NamedOperation::of::<SendShapes>(&SCHEMAS),
    NamedOperation::of::<SendShape>(&SCHEMAS),
    NamedOperation::of::<SendMap>(&SCHEMAS),
    NamedOperation::of::<SendFields>(&SCHEMAS),
    NamedOperation::of::<Attach>(&SCHEMAS),
    NamedOperation::of::<SendFiles>(&SCHEMAS),
    NamedOperation::of::<SendParts>(&SCHEMAS),
    NamedOperation::of::<SendAnything>(&SCHEMAS),
    NamedOperation::of::<WriteNote>(&SCHEMAS),
    NamedOperation::of::<ReplacePicture>(&SCHEMAS),
    NamedOperation::of::<MergePatch>(&SCHEMAS),
    NamedOperation::of::<UnlistedMembers>(&SCHEMAS),
    NamedOperation::of::<Styles>(&SCHEMAS),
];

/// All operations, with their ids, routes, docs, and JSON Schemas of input and output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
