//! The operations of the document.

mod create_event;
mod delete_conversation;
mod list_conversations;
mod set_state;
mod update_user;

pub use create_event::{CreateEvent, CreateEventResponse};
pub use delete_conversation::{DeleteConversation, DeleteConversationResponse};
pub use list_conversations::{ListConversations, ListConversationsResponse};
pub use set_state::{SetState, SetStateResponse};
pub use update_user::{UpdateUser, UpdateUserResponse};

#[cfg(feature = "call-json")]
use crate::runtime::NamedOperation;

/// The operations, to be called by name.
#[cfg(feature = "call-json")]
pub const OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateEvent>(),
    NamedOperation::of::<DeleteConversation>(),
    NamedOperation::of::<ListConversations>(),
    NamedOperation::of::<SetState>(),
    NamedOperation::of::<UpdateUser>(),
];
