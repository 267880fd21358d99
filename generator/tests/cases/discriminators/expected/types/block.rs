// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Footer, Join, Title};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The discriminator is that of the alternatives of an alternative.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Block {
    /// Where `block` is `title`.
    Title(Title),
    /// Where `block` is `footer`.
    Footer(Footer),
    /// Where `block` is `join`.
    Join(Join),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Block {
    Title(Title): "title",
    Footer(Footer): "footer",
    Join(Join): "join",
    ..Unlisted
} tagged "block");

impl From<Title> for Block {
    fn from(value: Title) -> Self {
        Self::Title(value)
    }
}

impl From<Footer> for Block {
    fn from(value: Footer) -> Self {
        Self::Footer(value)
    }
}

impl From<Join> for Block {
    fn from(value: Join) -> Self {
        Self::Join(value)
    }
}
