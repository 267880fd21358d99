// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod value;

pub use value::{
    Value, ValueBoth, ValueCodeOrNumber, ValueEither, ValueKind, ValueKindVariant3,
    ValueKindVariant3X, ValueListOrTime, ValueOpen,
};
