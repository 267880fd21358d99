// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{boolean_constant, object};

/// `No`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct No {
    /// `k`
    pub k: NoK,
}

object!(No {
    required k: "k",
});

/// Values of `k`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoK {
    /// `false`
    False,
    /// The value that is not listed.
    True,
}

boolean_constant!(NoK {
    False: false,
    ..True
});
