// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// One of:
///
/// * a
///
///   ```text
///   compile_error!()
///   ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `a`
    A,
    /// ``b`
    B,
    /// `c
    ///
    /// ```text
    /// compile_error!()`
    /// ```
    CCompileError,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(Kind {
    A: "a",
    B: "`b",
    CCompileError: "c\n\n    compile_error!()",
    ..Unlisted
});
