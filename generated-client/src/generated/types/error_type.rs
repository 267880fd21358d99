//! Stand-in.
use crate::runtime::open_enum;

/// Values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorType {
    /// `Unknown`
    Unknown,
    /// `Internal`
    Internal,
    /// `Unauthorized`
    Unauthorized,
    /// `Forbidden`
    Forbidden,
    /// `PayloadTooLarge`
    PayloadTooLarge,
    /// `InvalidPayload`
    InvalidPayload,
    /// `UnsupportedMediaType`
    UnsupportedMediaType,
    /// `MethodNotFound`
    MethodNotFound,
    /// `ResourceNotFound`
    ResourceNotFound,
    /// `InvalidJsonSchema`
    InvalidJsonSchema,
    /// `InvalidDataFormat`
    InvalidDataFormat,
    /// `InvalidIdentifier`
    InvalidIdentifier,
    /// `RelationConflict`
    RelationConflict,
    /// `ReferenceConstraint`
    ReferenceConstraint,
    /// `ResourceLockedConflict`
    ResourceLockedConflict,
    /// `ResourceGone`
    ResourceGone,
    /// `ReferenceNotFound`
    ReferenceNotFound,
    /// `InvalidQuery`
    InvalidQuery,
    /// `Runtime`
    Runtime,
    /// `AlreadyExists`
    AlreadyExists,
    /// `RateLimited`
    RateLimited,
    /// `PaymentRequired`
    PaymentRequired,
    /// `QuotaExceeded`
    QuotaExceeded,
    /// `LimitExceeded`
    LimitExceeded,
    /// `BreakingChanges`
    BreakingChanges,
    /// `OperationTimeout`
    OperationTimeout,
    /// A value that this crate does not know yet.
    Other(String),
}

open_enum!(
    ErrorType {
        Unknown: "Unknown",
        Internal: "Internal",
        Unauthorized: "Unauthorized",
        Forbidden: "Forbidden",
        PayloadTooLarge: "PayloadTooLarge",
        InvalidPayload: "InvalidPayload",
        UnsupportedMediaType: "UnsupportedMediaType",
        MethodNotFound: "MethodNotFound",
        ResourceNotFound: "ResourceNotFound",
        InvalidJsonSchema: "InvalidJsonSchema",
        InvalidDataFormat: "InvalidDataFormat",
        InvalidIdentifier: "InvalidIdentifier",
        RelationConflict: "RelationConflict",
        ReferenceConstraint: "ReferenceConstraint",
        ResourceLockedConflict: "ResourceLockedConflict",
        ResourceGone: "ResourceGone",
        ReferenceNotFound: "ReferenceNotFound",
        InvalidQuery: "InvalidQuery",
        Runtime: "Runtime",
        AlreadyExists: "AlreadyExists",
        RateLimited: "RateLimited",
        PaymentRequired: "PaymentRequired",
        QuotaExceeded: "QuotaExceeded",
        LimitExceeded: "LimitExceeded",
        BreakingChanges: "BreakingChanges",
        OperationTimeout: "OperationTimeout"
    },
    Other
);
