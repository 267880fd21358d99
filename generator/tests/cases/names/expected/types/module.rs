// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::object;

/// `日本`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct 日本 {
    /// `ⓐ`
    pub empty: Option<String>,
}

object!(日本 {
    optional empty: "ⓐ",
});
