// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Calls each operation, and reads and writes each type, with made-up values.

#![cfg(all(feature = "call-json", feature = "testing"))]
#![cfg_attr(rustfmt, rustfmt_skip)]

use botpress_runtime::operations;
use botpress_runtime::testing::{Samples, Service};
use botpress_runtime::types;

/// The number of different values for each operation and each type.
const SEEDS: u64 = 20;

#[tokio::test]
async fn operations_take_inputs_and_return_responses() {
    for seed in 0..SEEDS {
        let client = Service::new().sampled(seed).client();
        let samples = Samples::new(seed);
        for named in operations() {
            let id = named.operation().id();
            let input = samples.input(id);
            if let Err(error) = client.call_json(id, input.clone()).await {
                panic!("{error}\nseed: {seed}\ninput: {input}");
            }
        }
    }
}

#[test]
fn types_are_read_and_written() {
    for samples in (0..SEEDS).flat_map(|seed| [Samples::new(seed), Samples::arbitrary(seed)]) {
        samples.round_trip::<types::User>("User");
        samples.round_trip::<types::Conversation>("Conversation");
        samples.round_trip::<types::Event>("Event");
        samples.round_trip::<types::EventStatus>("EventStatus");
        samples.round_trip::<types::Message>("Message");
        samples.round_trip::<types::MessageDirection>("MessageDirection");
        samples.round_trip::<types::MessageOrigin>("MessageOrigin");
        samples.round_trip::<types::State>("State");
        samples.round_trip::<types::StateType>("StateType");
        samples.round_trip::<types::Workflow>("Workflow");
        samples.round_trip::<types::WorkflowStatus>("WorkflowStatus");
        samples.round_trip::<types::ServiceError>("ServiceError");
        samples.round_trip::<types::ErrorType>("ErrorType");
        samples.round_trip::<operations::CreateConversationResponse>("CreateConversationResponse");
        samples.round_trip::<types::ConversationSortField>("ConversationSortField");
        samples.round_trip::<types::SortDirection>("SortDirection");
        samples.round_trip::<types::PageMeta>("PageMeta");
        samples.round_trip::<operations::ListConversationsResponse>("ListConversationsResponse");
        samples.round_trip::<operations::GetConversationResponse>("GetConversationResponse");
        samples.round_trip::<operations::UpdateConversationResponse>("UpdateConversationResponse");
        samples.round_trip::<operations::DeleteConversationResponse>("DeleteConversationResponse");
        samples.round_trip::<types::CreatedMeta>("CreatedMeta");
        samples.round_trip::<operations::GetOrCreateConversationResponse>("GetOrCreateConversationResponse");
        samples.round_trip::<operations::ListParticipantsResponse>("ListParticipantsResponse");
        samples.round_trip::<operations::AddParticipantResponse>("AddParticipantResponse");
        samples.round_trip::<operations::GetParticipantResponse>("GetParticipantResponse");
        samples.round_trip::<operations::RemoveParticipantResponse>("RemoveParticipantResponse");
        samples.round_trip::<types::Schedule>("Schedule");
        samples.round_trip::<operations::CreateEventResponse>("CreateEventResponse");
        samples.round_trip::<operations::ListEventsStatus>("ListEventsStatus");
        samples.round_trip::<operations::ListEventsResponse>("ListEventsResponse");
        samples.round_trip::<operations::GetEventResponse>("GetEventResponse");
        samples.round_trip::<operations::CancelScheduledEventResponse>("CancelScheduledEventResponse");
        samples.round_trip::<operations::CreateMessageResponse>("CreateMessageResponse");
        samples.round_trip::<operations::ListMessagesResponse>("ListMessagesResponse");
        samples.round_trip::<operations::GetOrCreateMessageResponse>("GetOrCreateMessageResponse");
        samples.round_trip::<operations::GetMessageResponse>("GetMessageResponse");
        samples.round_trip::<operations::UpdateMessageResponse>("UpdateMessageResponse");
        samples.round_trip::<operations::DeleteMessageResponse>("DeleteMessageResponse");
        samples.round_trip::<operations::InitializeIncomingMessageUser>("InitializeIncomingMessageUser");
        samples.round_trip::<operations::InitializeIncomingMessageConversation>("InitializeIncomingMessageConversation");
        samples.round_trip::<operations::InitializeIncomingMessageMessage>("InitializeIncomingMessageMessage");
        samples.round_trip::<operations::InitializeIncomingMessageResponse>("InitializeIncomingMessageResponse");
        samples.round_trip::<types::ImportedMessage>("ImportedMessage");
        samples.round_trip::<operations::ImportMessagesResponse>("ImportMessagesResponse");
        samples.round_trip::<operations::CreateUserResponse>("CreateUserResponse");
        samples.round_trip::<types::UserRangeField>("UserRangeField");
        samples.round_trip::<types::UserSortField>("UserSortField");
        samples.round_trip::<operations::ListUsersResponse>("ListUsersResponse");
        samples.round_trip::<operations::GetUserResponse>("GetUserResponse");
        samples.round_trip::<operations::UpdateUserResponse>("UpdateUserResponse");
        samples.round_trip::<operations::DeleteUserResponse>("DeleteUserResponse");
        samples.round_trip::<operations::GetOrCreateUserResponse>("GetOrCreateUserResponse");
        samples.round_trip::<operations::SetStateExpiryResponse>("SetStateExpiryResponse");
        samples.round_trip::<types::CachedMeta>("CachedMeta");
        samples.round_trip::<operations::GetStateResponse>("GetStateResponse");
        samples.round_trip::<operations::SetStateResponse>("SetStateResponse");
        samples.round_trip::<operations::PatchStateResponse>("PatchStateResponse");
        samples.round_trip::<operations::GetOrSetStateResponse>("GetOrSetStateResponse");
        samples.round_trip::<operations::CallActionResponse>("CallActionResponse");
        samples.round_trip::<types::RegisterSchedule>("RegisterSchedule");
        samples.round_trip::<operations::ConfigureIntegrationSandboxIdentifiers>("ConfigureIntegrationSandboxIdentifiers");
        samples.round_trip::<operations::ConfigureIntegrationResponse>("ConfigureIntegrationResponse");
        samples.round_trip::<types::InitialWorkflowStatus>("InitialWorkflowStatus");
        samples.round_trip::<operations::CreateWorkflowResponse>("CreateWorkflowResponse");
        samples.round_trip::<operations::ListWorkflowsResponse>("ListWorkflowsResponse");
        samples.round_trip::<operations::GetWorkflowResponse>("GetWorkflowResponse");
        samples.round_trip::<operations::UpdateWorkflowStatus>("UpdateWorkflowStatus");
        samples.round_trip::<operations::UpdateWorkflowResponse>("UpdateWorkflowResponse");
        samples.round_trip::<operations::DeleteWorkflowResponse>("DeleteWorkflowResponse");
        samples.round_trip::<operations::GetOrCreateWorkflowDiscriminateByStatusGroup>("GetOrCreateWorkflowDiscriminateByStatusGroup");
        samples.round_trip::<operations::GetOrCreateWorkflowResponse>("GetOrCreateWorkflowResponse");
        samples.round_trip::<operations::ListTagValuesType>("ListTagValuesType");
        samples.round_trip::<types::TagValue>("TagValue");
        samples.round_trip::<operations::ListTagValuesResponse>("ListTagValuesResponse");
        samples.round_trip::<operations::TrackAnalyticsResponse>("TrackAnalyticsResponse");
        samples.round_trip::<operations::CaptureObservationResponse>("CaptureObservationResponse");
    }
}
