// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Status that a workflow starts with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InitialWorkflowStatus {
    /// `pending`
    Pending,
    /// `in_progress`
    InProgress,
    /// `listening`
    Listening,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(InitialWorkflowStatus {
    Pending: "pending",
    InProgress: "in_progress",
    Listening: "listening",
    ..Unlisted
});
