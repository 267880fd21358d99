// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Kind of resource that a state belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StateType {
    /// `conversation`
    Conversation,
    /// `user`
    User,
    /// `bot`
    Bot,
    /// `integration`
    Integration,
    /// `workflow`
    Workflow,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(StateType {
    Conversation: "conversation",
    User: "user",
    Bot: "bot",
    Integration: "integration",
    Workflow: "workflow",
    ..Unlisted
});
