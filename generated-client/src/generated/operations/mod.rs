// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Conversations
//!
//! - [`create_conversation`](crate::Client::create_conversation):
//!   Creates a [`Conversation`](crate::types::Conversation).
//! - [`list_conversations`](crate::Client::list_conversations):
//!   Lists [`Conversation`](crate::types::Conversation) objects, the most recent first.
//! - [`get_conversation`](crate::Client::get_conversation):
//!   Returns a [`Conversation`](crate::types::Conversation) by its id.
//! - [`update_conversation`](crate::Client::update_conversation):
//!   Changes a [`Conversation`](crate::types::Conversation).
//! - [`delete_conversation`](crate::Client::delete_conversation):
//!   Deletes a [`Conversation`](crate::types::Conversation) and its messages for good.
//! - [`get_or_create_conversation`](crate::Client::get_or_create_conversation):
//!   Returns the [`Conversation`](crate::types::Conversation) that has the given tags, or creates
//!   it.
//! - [`list_participants`](crate::Client::list_participants):
//!   Lists the participants of a [`Conversation`](crate::types::Conversation).
//! - [`add_participant`](crate::Client::add_participant):
//!   Adds a user to the participants of a [`Conversation`](crate::types::Conversation).
//! - [`get_participant`](crate::Client::get_participant):
//!   Returns one participant of a [`Conversation`](crate::types::Conversation).
//! - [`remove_participant`](crate::Client::remove_participant):
//!   Removes a user from the participants of a [`Conversation`](crate::types::Conversation).
//!
//! # Events
//!
//! - [`create_event`](crate::Client::create_event):
//!   Creates an [`Event`](crate::types::Event).
//! - [`list_events`](crate::Client::list_events):
//!   Lists [`Event`](crate::types::Event) objects, the most recent first.
//! - [`get_event`](crate::Client::get_event):
//!   Returns an [`Event`](crate::types::Event) by its id.
//! - [`cancel_scheduled_event`](crate::Client::cancel_scheduled_event):
//!   Cancels a scheduled [`Event`](crate::types::Event) for good.
//!
//! # Messages
//!
//! - [`create_message`](crate::Client::create_message):
//!   Creates a [`Message`](crate::types::Message).
//! - [`list_messages`](crate::Client::list_messages):
//!   Lists [`Message`](crate::types::Message) objects, the most recent first.
//! - [`get_or_create_message`](crate::Client::get_or_create_message):
//!   Returns the [`Message`](crate::types::Message) that has the given tags, or creates it.
//! - [`get_message`](crate::Client::get_message):
//!   Returns a [`Message`](crate::types::Message) by its id.
//! - [`update_message`](crate::Client::update_message):
//!   Changes the tags and the payload of a [`Message`](crate::types::Message).
//! - [`delete_message`](crate::Client::delete_message):
//!   Deletes a [`Message`](crate::types::Message) for good.
//! - [`import_messages`](crate::Client::import_messages):
//!   Imports each [`Message`](crate::types::Message) that has no match among the existing ones.
//!
//! # Initialize incoming message
//!
//! - [`initialize_incoming_message`](crate::Client::initialize_incoming_message):
//!   Sets up a user and a conversation and sends a message to the conversation.
//!
//! # Users
//!
//! - [`create_user`](crate::Client::create_user):
//!   Creates a [`User`](crate::types::User).
//! - [`list_users`](crate::Client::list_users):
//!   Lists [`User`](crate::types::User) objects, the most recent first.
//! - [`get_user`](crate::Client::get_user):
//!   Returns a [`User`](crate::types::User) by its id.
//! - [`update_user`](crate::Client::update_user):
//!   Changes a [`User`](crate::types::User).
//! - [`delete_user`](crate::Client::delete_user):
//!   Deletes a [`User`](crate::types::User) for good.
//! - [`get_or_create_user`](crate::Client::get_or_create_user):
//!   Returns the [`User`](crate::types::User) that has the given tags, or creates it.
//!
//! # States
//!
//! - [`set_state_expiry`](crate::Client::set_state_expiry):
//!   Changes the expiry of a [`State`](crate::types::State).
//! - [`get_state`](crate::Client::get_state):
//!   Returns a [`State`](crate::types::State) by its type, id and name.
//! - [`set_state`](crate::Client::set_state):
//!   Sets a [`State`](crate::types::State), overwriting the one that is there.
//! - [`patch_state`](crate::Client::patch_state):
//!   Changes the parts of a [`State`](crate::types::State) that the body sets.
//! - [`get_or_set_state`](crate::Client::get_or_set_state):
//!   Returns a [`State`](crate::types::State), or creates it if it does not exist.
//!
//! # Actions
//!
//! - [`call_action`](crate::Client::call_action):
//!   Runs an action and returns its output.
//!
//! # Integrations
//!
//! - [`configure_integration`](crate::Client::configure_integration):
//!   Configures the integration that makes the call.
//!
//! # Workflows
//!
//! - [`create_workflow`](crate::Client::create_workflow):
//!   Creates a [`Workflow`](crate::types::Workflow).
//! - [`list_workflows`](crate::Client::list_workflows):
//!   Lists [`Workflow`](crate::types::Workflow) objects, the most recent first.
//! - [`get_workflow`](crate::Client::get_workflow):
//!   Returns a [`Workflow`](crate::types::Workflow) by its id.
//! - [`update_workflow`](crate::Client::update_workflow):
//!   Changes a [`Workflow`](crate::types::Workflow).
//! - [`delete_workflow`](crate::Client::delete_workflow):
//!   Deletes a [`Workflow`](crate::types::Workflow) for good.
//! - [`get_or_create_workflow`](crate::Client::get_or_create_workflow):
//!   Returns the [`Workflow`](crate::types::Workflow) that has the given tags, or creates it.
//!
//! # Tags
//!
//! - [`list_tag_values`](crate::Client::list_tag_values):
//!   Lists the values that a tag of the bot has.
//!
//! # Analytics
//!
//! - [`track_analytics`](crate::Client::track_analytics):
//!   Counts occurrences of an event in the analytics of the bot.
//!
//! # Observations
//!
//! - [`capture_observation`](crate::Client::capture_observation):
//!   Records an observation that was made while the bot ran.

mod add_participant;
mod call_action;
mod cancel_scheduled_event;
mod capture_observation;
mod configure_integration;
mod create_conversation;
mod create_event;
mod create_message;
mod create_user;
mod create_workflow;
mod delete_conversation;
mod delete_message;
mod delete_user;
mod delete_workflow;
mod get_conversation;
mod get_event;
mod get_message;
mod get_or_create_conversation;
mod get_or_create_message;
mod get_or_create_user;
mod get_or_create_workflow;
mod get_or_set_state;
mod get_participant;
mod get_state;
mod get_user;
mod get_workflow;
mod import_messages;
mod initialize_incoming_message;
mod list_conversations;
mod list_events;
mod list_messages;
mod list_participants;
mod list_tag_values;
mod list_users;
mod list_workflows;
mod patch_state;
mod remove_participant;
mod set_state;
mod set_state_expiry;
mod track_analytics;
mod update_conversation;
mod update_message;
mod update_user;
mod update_workflow;

pub use add_participant::{AddParticipant, AddParticipantResponse};
pub use call_action::{CallAction, CallActionResponse};
pub use cancel_scheduled_event::{CancelScheduledEvent, CancelScheduledEventResponse};
pub use capture_observation::{
    CaptureObservation, CaptureObservationCall, CaptureObservationResponse,
};
pub use configure_integration::{
    ConfigureIntegration, ConfigureIntegrationCall, ConfigureIntegrationResponse,
    ConfigureIntegrationSandboxIdentifiers,
};
pub use create_conversation::{
    CreateConversation, CreateConversationCall, CreateConversationResponse,
};
pub use create_event::{CreateEvent, CreateEventCall, CreateEventResponse};
pub use create_message::{CreateMessage, CreateMessageCall, CreateMessageResponse};
pub use create_user::{CreateUser, CreateUserCall, CreateUserResponse};
pub use create_workflow::{CreateWorkflow, CreateWorkflowCall, CreateWorkflowResponse};
pub use delete_conversation::{DeleteConversation, DeleteConversationResponse};
pub use delete_message::{DeleteMessage, DeleteMessageResponse};
pub use delete_user::{DeleteUser, DeleteUserResponse};
pub use delete_workflow::{DeleteWorkflow, DeleteWorkflowResponse};
pub use get_conversation::{GetConversation, GetConversationResponse};
pub use get_event::{GetEvent, GetEventResponse};
pub use get_message::{GetMessage, GetMessageResponse};
pub use get_or_create_conversation::{
    GetOrCreateConversation, GetOrCreateConversationCall, GetOrCreateConversationResponse,
};
pub use get_or_create_message::{
    GetOrCreateMessage, GetOrCreateMessageCall, GetOrCreateMessageResponse,
};
pub use get_or_create_user::{GetOrCreateUser, GetOrCreateUserCall, GetOrCreateUserResponse};
pub use get_or_create_workflow::{
    GetOrCreateWorkflow, GetOrCreateWorkflowCall, GetOrCreateWorkflowDiscriminateByStatusGroup,
    GetOrCreateWorkflowResponse,
};
pub use get_or_set_state::{GetOrSetState, GetOrSetStateCall, GetOrSetStateResponse};
pub use get_participant::{GetParticipant, GetParticipantResponse};
pub use get_state::{GetState, GetStateResponse};
pub use get_user::{GetUser, GetUserResponse};
pub use get_workflow::{GetWorkflow, GetWorkflowResponse};
pub use import_messages::{ImportMessages, ImportMessagesResponse};
pub use initialize_incoming_message::{
    InitializeIncomingMessage, InitializeIncomingMessageCall, InitializeIncomingMessageConversation,
    InitializeIncomingMessageMessage, InitializeIncomingMessageResponse,
    InitializeIncomingMessageUser,
};
pub use list_conversations::{ListConversations, ListConversationsCall, ListConversationsResponse};
pub use list_events::{ListEvents, ListEventsCall, ListEventsResponse, ListEventsStatus};
pub use list_messages::{ListMessages, ListMessagesCall, ListMessagesResponse};
pub use list_participants::{ListParticipants, ListParticipantsCall, ListParticipantsResponse};
pub use list_tag_values::{
    ListTagValues, ListTagValuesCall, ListTagValuesResponse, ListTagValuesType,
};
pub use list_users::{ListUsers, ListUsersCall, ListUsersResponse};
pub use list_workflows::{ListWorkflows, ListWorkflowsCall, ListWorkflowsResponse};
pub use patch_state::{PatchState, PatchStateResponse};
pub use remove_participant::{RemoveParticipant, RemoveParticipantResponse};
pub use set_state::{SetState, SetStateCall, SetStateResponse};
pub use set_state_expiry::{SetStateExpiry, SetStateExpiryResponse};
pub use track_analytics::{TrackAnalytics, TrackAnalyticsResponse};
pub use update_conversation::{
    UpdateConversation, UpdateConversationCall, UpdateConversationResponse,
};
pub use update_message::{UpdateMessage, UpdateMessageCall, UpdateMessageResponse};
pub use update_user::{UpdateUser, UpdateUserCall, UpdateUserResponse};
pub use update_workflow::{
    UpdateWorkflow, UpdateWorkflowCall, UpdateWorkflowResponse, UpdateWorkflowStatus,
};
