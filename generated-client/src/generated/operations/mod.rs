// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

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
