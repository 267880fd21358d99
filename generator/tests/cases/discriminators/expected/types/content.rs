// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Footer, Title};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// Nothing but the discriminator of another union distinguishes the alternatives.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// `Title`
    Title(Title),
    /// `Footer`
    Footer(Footer),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Content {
    Title(Title),
    Footer(Footer),
    ..Unlisted
});

impl From<Title> for Content {
    fn from(value: Title) -> Self {
        Self::Title(value)
    }
}

impl From<Footer> for Content {
    fn from(value: Footer) -> Self {
        Self::Footer(value)
    }
}
