// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Kind of an error.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorType {
    /// `InvalidPayload`: the body of the request is not as it has to be (400).
    InvalidPayload,
    /// `InvalidJsonSchema`: a JSON schema is not valid (400).
    InvalidJsonSchema,
    /// `InvalidDataFormat`: data does not match its schema (400).
    InvalidDataFormat,
    /// `InvalidIdentifier`: an id is not well-formed (400).
    InvalidIdentifier,
    /// `ReferenceNotFound`: something that the request refers to does not exist (400).
    ReferenceNotFound,
    /// `InvalidQuery`: a query parameter is not as it has to be (400).
    InvalidQuery,
    /// `Runtime`: the bot or integration failed while it ran (400).
    Runtime,
    /// `BreakingChanges`: the change would break what depends on it (400).
    BreakingChanges,
    /// `Unauthorized`: the token is missing, wrong or expired (401).
    Unauthorized,
    /// `PaymentRequired`: the plan of the workspace does not cover it (402).
    PaymentRequired,
    /// `Forbidden`: the token may not do this (403).
    Forbidden,
    /// `QuotaExceeded`: a quota of the workspace is used up (403).
    QuotaExceeded,
    /// `ResourceNotFound`: there is nothing with this id (404).
    ResourceNotFound,
    /// `MethodNotFound`: the path does not take this method (405).
    MethodNotFound,
    /// `RelationConflict`: it is at odds with something it is related to (409).
    RelationConflict,
    /// `ReferenceConstraint`: something else still refers to it (409).
    ReferenceConstraint,
    /// `ResourceLockedConflict`: something else holds it at the moment (409).
    ResourceLockedConflict,
    /// `AlreadyExists`: it exists already (409).
    AlreadyExists,
    /// `ResourceGone`: it existed once, and does no longer (410).
    ResourceGone,
    /// `PayloadTooLarge`: the body of the request is too large (413).
    PayloadTooLarge,
    /// `LimitExceeded`: a limit on size or number is exceeded (413).
    LimitExceeded,
    /// `UnsupportedMediaType`: the content type of the request is not known (415).
    UnsupportedMediaType,
    /// `RateLimited`: too many requests in this window (429).
    RateLimited,
    /// `Unknown`: the service does not know what went wrong (500).
    Unknown,
    /// `Internal`: something went wrong inside of the service (500).
    Internal,
    /// `OperationTimeout`: it took too long (504).
    OperationTimeout,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ErrorType {
    InvalidPayload: "InvalidPayload",
    InvalidJsonSchema: "InvalidJsonSchema",
    InvalidDataFormat: "InvalidDataFormat",
    InvalidIdentifier: "InvalidIdentifier",
    ReferenceNotFound: "ReferenceNotFound",
    InvalidQuery: "InvalidQuery",
    Runtime: "Runtime",
    BreakingChanges: "BreakingChanges",
    Unauthorized: "Unauthorized",
    PaymentRequired: "PaymentRequired",
    Forbidden: "Forbidden",
    QuotaExceeded: "QuotaExceeded",
    ResourceNotFound: "ResourceNotFound",
    MethodNotFound: "MethodNotFound",
    RelationConflict: "RelationConflict",
    ReferenceConstraint: "ReferenceConstraint",
    ResourceLockedConflict: "ResourceLockedConflict",
    AlreadyExists: "AlreadyExists",
    ResourceGone: "ResourceGone",
    PayloadTooLarge: "PayloadTooLarge",
    LimitExceeded: "LimitExceeded",
    UnsupportedMediaType: "UnsupportedMediaType",
    RateLimited: "RateLimited",
    Unknown: "Unknown",
    Internal: "Internal",
    OperationTimeout: "OperationTimeout",
    ..Unlisted
});
