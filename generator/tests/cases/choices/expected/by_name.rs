// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

use crate::operations::{
    AddPet, AddPetAsForm, AddPetAsMultipart, AddPetAsPng, AddPetAsXml, GetLatest, GetLog,
    HasSettings, Note, NoteAsForm, PutSettings, ResetLatest,
};
use openapi_client_runtime::NamedOperation;
use openapi_client_runtime::codegen::Schemas;

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<AddPet>(&SCHEMAS)
        .with_content_types("addPet", &["application/json", "text/json"]),
    NamedOperation::of::<AddPetAsXml>(&SCHEMAS)
        .with_content_types("addPet", &["application/xml"]),
    NamedOperation::of::<AddPetAsForm>(&SCHEMAS)
        .with_content_types("addPet", &["application/x-www-form-urlencoded"]),
    NamedOperation::of::<AddPetAsMultipart>(&SCHEMAS)
        .with_content_types("addPet", &["multipart/form-data"]),
    NamedOperation::of::<AddPetAsPng>(&SCHEMAS)
        .with_content_types("addPet", &["image/png"]),
    NamedOperation::of::<ResetLatest>(&SCHEMAS),
    NamedOperation::of::<GetLatest>(&SCHEMAS),
    NamedOperation::of::<GetLog>(&SCHEMAS),
    NamedOperation::of::<PutSettings>(&SCHEMAS),
    NamedOperation::of::<HasSettings>(&SCHEMAS),
    NamedOperation::of::<Note>(&SCHEMAS)
        .with_content_types("note", &["application/json"]),
    NamedOperation::of::<NoteAsForm>(&SCHEMAS)
        .with_content_types("note", &["application/x-www-form-urlencoded"]),
];

/// All operations, with their ids, routes, docs, and JSON Schemas of input and output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
