//! The schemas of the document.

mod bot_id;
mod conversation;
mod conversation_id;
mod conversation_sort_field;
mod error_body;
mod error_type;
mod event;
mod event_status;
mod integration_id;
mod page_meta;
mod schedule;
mod sort_direction;
mod state;
mod state_type;
mod user;
mod user_id;

pub use bot_id::BotId;
pub use conversation::Conversation;
pub use conversation_id::ConversationId;
pub use conversation_sort_field::ConversationSortField;
pub use error_body::ErrorBody;
pub use error_type::ErrorType;
pub use event::Event;
pub use event_status::EventStatus;
pub use integration_id::IntegrationId;
pub use page_meta::PageMeta;
pub use schedule::Schedule;
pub use sort_direction::SortDirection;
pub use state::State;
pub use state_type::StateType;
pub use user::User;
pub use user_id::UserId;
