// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{boolean_constant, object, open_integer_enum};
use openapi_client_runtime::{Nullable, UnknownNumber};

/// `Ratio`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ratio {
    /// `value`. One of `0.5`, `1`.
    pub value: f64,
    /// `whole`
    pub whole: Option<RatioWhole>,
    /// `far`. One of `9007199254740993`, `18446744073709551615`.
    pub far: Option<u64>,
    /// `large`
    pub large: Option<RatioLarge>,
    /// `both`. One of `true`, `false`.
    pub both: Option<bool>,
    /// `deleted`
    pub deleted: Option<RatioDeleted>,
    /// `maybe`
    pub maybe: Option<Nullable<RatioMaybe>>,
}

object!(Ratio {
    required value: "value",
    optional whole: "whole",
    optional far: "far",
    optional large: "large",
    optional both: "both",
    optional deleted: "deleted",
    optional_nullable maybe: "maybe",
});

impl Ratio {
    /// Creates a value with the required fields.
    pub fn new(value: impl Into<f64>) -> Self {
        Self {
            value: value.into(),
            whole: None,
            far: None,
            large: None,
            both: None,
            deleted: None,
            maybe: None,
        }
    }

    /// `whole`
    #[must_use]
    pub fn whole(mut self, whole: impl Into<RatioWhole>) -> Self {
        self.whole = Some(whole.into());
        self
    }

    /// `far`. One of `9007199254740993`, `18446744073709551615`.
    #[must_use]
    pub fn far(mut self, far: u64) -> Self {
        self.far = Some(far);
        self
    }

    /// `large`
    #[must_use]
    pub fn large(mut self, large: impl Into<RatioLarge>) -> Self {
        self.large = Some(large.into());
        self
    }

    /// `both`. One of `true`, `false`.
    #[must_use]
    pub fn both(mut self, both: bool) -> Self {
        self.both = Some(both);
        self
    }

    /// `deleted`
    #[must_use]
    pub fn deleted(mut self, deleted: impl Into<RatioDeleted>) -> Self {
        self.deleted = Some(deleted.into());
        self
    }

    /// `maybe`
    #[must_use]
    pub fn maybe(mut self, maybe: impl Into<RatioMaybe>) -> Self {
        self.maybe = Some(Nullable::Value(maybe.into()));
        self
    }

    /// Sets `maybe` to null, which is different from leaving it out.
    #[must_use]
    pub fn maybe_null(mut self) -> Self {
        self.maybe = Some(Nullable::Null);
        self
    }
}

/// Values of `whole`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RatioWhole {
    /// `1`
    N1,
    /// `2`
    N2,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(RatioWhole {
    N1: 1,
    N2: 2,
    ..Unlisted
});

/// Values of `large`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RatioLarge {
    /// `1`
    N1,
    /// `4294967296`
    N4294967296,
    /// `-4294967296`
    Minus4294967296,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(RatioLarge {
    N1: 1,
    N4294967296: 4_294_967_296,
    Minus4294967296: -4_294_967_296,
    ..Unlisted
});

/// Values of `deleted`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RatioDeleted {
    /// `true`
    True,
    /// The value that is not listed.
    False,
}

boolean_constant!(RatioDeleted {
    True: true,
    ..False
});

/// Values of `maybe`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RatioMaybe {
    /// `1`
    N1,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(RatioMaybe { N1: 1, ..Unlisted });
