// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::ErrorType;
use openapi_client_runtime::codegen::{ErrorBody, error_body, error_status, object};
use openapi_client_runtime::{RawResponse, Value};

/// Why the service refused a call. The `type` decides; the HTTP status may come from a proxy in
/// between.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ServiceError {
    /// Identifies this occurrence of the error; quote it to the support.
    pub id: Option<String>,
    /// HTTP status that belongs to the type.
    pub code: Option<i64>,
    /// Kind of an error.
    pub type_: ErrorType,
    /// Message of the error, for people.
    pub message: Option<String>,
    /// More about it, depending on the type.
    pub metadata: Option<Value>,
    /// Message of the error, in the older form of the body.
    pub description: Option<String>,
    /// HTTP status, in the older form of the body.
    pub status: Option<i64>,
}

object!(ServiceError {
    optional id: "id",
    optional code: "code",
    required type_: "type",
    optional message: "message",
    optional metadata: "metadata",
    optional description: "description",
    optional status: "status",
});

impl ErrorBody for ServiceError {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }

    fn status(&self) -> Option<u16> {
        match self.kind().unwrap_or_default() {
            "InvalidPayload" | "InvalidJsonSchema" | "InvalidDataFormat"
            | "InvalidIdentifier" | "ReferenceNotFound" | "InvalidQuery" | "Runtime"
            | "BreakingChanges" => Some(400),
            "Unauthorized" => Some(401),
            "PaymentRequired" => Some(402),
            "Forbidden" | "QuotaExceeded" => Some(403),
            "ResourceNotFound" => Some(404),
            "MethodNotFound" => Some(405),
            "RelationConflict" | "ReferenceConstraint" | "ResourceLockedConflict"
            | "AlreadyExists" => Some(409),
            "ResourceGone" => Some(410),
            "PayloadTooLarge" | "LimitExceeded" => Some(413),
            "UnsupportedMediaType" => Some(415),
            "RateLimited" => Some(429),
            "Unknown" | "Internal" => Some(500),
            "OperationTimeout" => Some(504),
            _ => None,
        }
            .or_else(|| error_status(self.code))
            .or_else(|| error_status(self.status))
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref().or(self.description.as_deref())
    }

    fn kind(&self) -> Option<&str> {
        Some(self.type_.as_str())
    }

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }
}
