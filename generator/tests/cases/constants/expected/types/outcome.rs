// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Values that are names of the prelude.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// `ok`
    Ok,
    /// `err`
    Err,
    /// `some`
    Some,
    /// `none`
    None,
    /// `self`
    Self_,
    /// `default`
    Default,
    /// `values`
    Values,
    /// `result`
    Result,
    /// `option`
    Option,
    /// `string`
    String,
    /// `from`
    From,
    /// `into`
    Into,
    /// `true`
    True,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(Outcome {
    Ok: "ok",
    Err: "err",
    Some: "some",
    None: "none",
    Self_: "self",
    Default: "default",
    Values: "values",
    Result: "result",
    Option: "option",
    String: "string",
    From: "from",
    Into: "into",
    True: "true",
    ..Unlisted
});
