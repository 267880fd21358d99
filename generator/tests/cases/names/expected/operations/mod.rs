// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations: inputs and answer of each.

#[cfg(feature = "call-json")]
use crate::runtime::NamedOperation;

mod builder;
mod replace_parts;
mod replace_thing;
mod thing;

pub use builder::Builder;
pub use replace_parts::ReplaceParts;
pub use replace_thing::{ReplaceThing, ReplaceThingType};
pub use thing::ThingRequest;

/// All operations, for calls by name.
#[cfg(feature = "call-json")]
pub(crate) const OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<ReplaceThing>(),
    NamedOperation::of::<Builder>(),
    NamedOperation::of::<ReplaceParts>(),
    NamedOperation::of::<ThingRequest>(),
];
