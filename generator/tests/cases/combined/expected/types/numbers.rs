// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// The width of an integer depends on all of its limits.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Numbers {
    /// `apart`. At most 5000000000.
    pub apart: Option<i64>,
    /// `below`
    pub below: Option<i64>,
    /// `narrow`. At most 5.
    pub narrow: Option<i32>,
    /// `nested`. Less than 5000000000.
    pub nested: Option<i64>,
    /// `either`. Either at most 5000000000, or at least 0.
    pub either: Option<i64>,
    /// `alias`. At most 5000000000.
    pub alias: Option<i64>,
    /// `unsigned`
    pub unsigned: Option<u64>,
    /// `largest`. At most 18446744073709551615.
    pub largest: Option<u64>,
    /// `inside`. Either at most 5, or at least 7.
    pub inside: Option<i32>,
}

object!(Numbers {
    optional apart: "apart",
    optional below: "below",
    optional narrow: "narrow",
    optional nested: "nested",
    optional either: "either",
    optional alias: "alias",
    optional unsigned: "unsigned",
    optional largest: "largest",
    optional inside: "inside",
});

impl Numbers {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `apart`. At most 5000000000.
    #[must_use]
    pub fn apart(mut self, apart: i64) -> Self {
        self.apart = Some(apart);
        self
    }

    /// `below`
    #[must_use]
    pub fn below(mut self, below: i64) -> Self {
        self.below = Some(below);
        self
    }

    /// `narrow`. At most 5.
    #[must_use]
    pub fn narrow(mut self, narrow: i32) -> Self {
        self.narrow = Some(narrow);
        self
    }

    /// `nested`. Less than 5000000000.
    #[must_use]
    pub fn nested(mut self, nested: i64) -> Self {
        self.nested = Some(nested);
        self
    }

    /// `either`. Either at most 5000000000, or at least 0.
    #[must_use]
    pub fn either(mut self, either: i64) -> Self {
        self.either = Some(either);
        self
    }

    /// `alias`. At most 5000000000.
    #[must_use]
    pub fn alias(mut self, alias: i64) -> Self {
        self.alias = Some(alias);
        self
    }

    /// `unsigned`
    #[must_use]
    pub fn unsigned(mut self, unsigned: u64) -> Self {
        self.unsigned = Some(unsigned);
        self
    }

    /// `largest`. At most 18446744073709551615.
    #[must_use]
    pub fn largest(mut self, largest: u64) -> Self {
        self.largest = Some(largest);
        self
    }

    /// `inside`. Either at most 5, or at least 7.
    #[must_use]
    pub fn inside(mut self, inside: i32) -> Self {
        self.inside = Some(inside);
        self
    }
}
