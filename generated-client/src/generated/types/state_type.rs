//! Stand-in.
use crate::runtime::open_enum;

/// Values.
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
    /// A value that this crate does not know yet.
    Other(String),
}

open_enum!(
    StateType {
        Conversation: "conversation",
        User: "user",
        Bot: "bot",
        Integration: "integration",
        Workflow: "workflow"
    },
    Other
);
