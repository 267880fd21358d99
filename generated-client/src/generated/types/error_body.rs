//! Stand-in.
use crate::runtime::{self, Value, object};
use crate::types::ErrorType;

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorBody {
    /// `id`
    pub id: Option<String>,
    /// `code`
    pub code: Option<i64>,
    /// `type`
    pub type_: ErrorType,
    /// `message`
    pub message: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `status`
    pub status: Option<i64>,
    /// `metadata`
    pub metadata: Option<Value>,
}

object!(ErrorBody {
    optional id: "id",
    optional code: "code",
    required type_: "type",
    optional message: "message",
    optional description: "description",
    optional status: "status",
    optional metadata: "metadata",
});

impl runtime::ErrorBody for ErrorBody {
    fn status(&self) -> Option<u16> {
        self.code
            .or(self.status)
            .and_then(|status| status.try_into().ok())
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref().or(self.description.as_deref())
    }

    fn kind(&self) -> Option<&str> {
        Some(self.type_.as_str())
    }
}
