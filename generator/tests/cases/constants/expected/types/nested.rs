// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::{boolean_constant, object, union};

/// The tag is inside of a member.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Nested {
    /// `Text`
    Text(NestedText),
    /// `Image`
    Image(NestedImage),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Nested {
    Text(NestedText),
    Image(NestedImage),
    ..Unlisted
});

impl From<NestedText> for Nested {
    fn from(value: NestedText) -> Self {
        Self::Text(value)
    }
}

impl From<NestedImage> for Nested {
    fn from(value: NestedImage) -> Self {
        Self::Image(value)
    }
}

/// `Text`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NestedText {
    /// `meta`
    pub meta: NestedTextMeta,
}

object!(NestedText {
    required meta: "meta",
});

/// `Image`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NestedImage {
    /// `meta`
    pub meta: NestedImageMeta,
}

object!(NestedImage {
    required meta: "meta",
});

/// `meta`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NestedTextMeta {
    /// `final`
    pub final_: NestedTextMetaFinal,
}

object!(NestedTextMeta {
    required final_: "final",
});

/// `meta`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NestedImageMeta {
    /// `final`
    pub final_: NestedImageMetaFinal,
}

object!(NestedImageMeta {
    required final_: "final",
});

/// Values of `final`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NestedTextMetaFinal {
    /// `true`
    True,
    /// The value that is not listed.
    False,
}

boolean_constant!(NestedTextMetaFinal {
    True: true,
    ..False
});

/// Values of `final`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NestedImageMetaFinal {
    /// `false`
    False,
    /// The value that is not listed.
    True,
}

boolean_constant!(NestedImageMetaFinal {
    False: false,
    ..True
});
