// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Status of a workflow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WorkflowStatus {
    /// `pending`
    Pending,
    /// `in_progress`
    InProgress,
    /// `failed`
    Failed,
    /// `completed`
    Completed,
    /// `listening`
    Listening,
    /// `paused`
    Paused,
    /// `timedout`
    Timedout,
    /// `cancelled`
    Cancelled,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(WorkflowStatus {
    Pending: "pending",
    InProgress: "in_progress",
    Failed: "failed",
    Completed: "completed",
    Listening: "listening",
    Paused: "paused",
    Timedout: "timedout",
    Cancelled: "cancelled",
    ..Unlisted
});
