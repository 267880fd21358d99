// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{boolean_constant, object};

/// `Yes`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Yes {
    /// `k`
    pub k: YesK,
}

object!(Yes {
    required k: "k",
});

/// Values of `k`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum YesK {
    /// `true`
    True,
    /// The value that is not listed.
    False,
}

boolean_constant!(YesK {
    True: true,
    ..False
});
