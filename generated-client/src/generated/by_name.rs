// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

use crate::operations::{AddParticipant, CallAction, CancelScheduledEvent, CaptureObservation, ConfigureIntegration, CreateConversation, CreateEvent, CreateMessage, CreateUser, CreateWorkflow, DeleteConversation, DeleteMessage, DeleteUser, DeleteWorkflow, GetConversation, GetEvent, GetMessage, GetOrCreateConversation, GetOrCreateMessage, GetOrCreateUser, GetOrCreateWorkflow, GetOrSetState, GetParticipant, GetState, GetUser, GetWorkflow, ImportMessages, InitializeIncomingMessage, ListConversations, ListEvents, ListMessages, ListParticipants, ListTagValues, ListUsers, ListWorkflows, PatchState, RemoveParticipant, SetState, SetStateExpiry, TrackAnalytics, UpdateConversation, UpdateMessage, UpdateUser, UpdateWorkflow};
use openapi_client_runtime::NamedOperation;
use openapi_client_runtime::codegen::Schemas;

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateConversation>(&SCHEMAS),
    NamedOperation::of::<ListConversations>(&SCHEMAS),
    NamedOperation::of::<GetConversation>(&SCHEMAS),
    NamedOperation::of::<UpdateConversation>(&SCHEMAS),
    NamedOperation::of::<DeleteConversation>(&SCHEMAS),
    NamedOperation::of::<GetOrCreateConversation>(&SCHEMAS),
    NamedOperation::of::<ListParticipants>(&SCHEMAS),
    NamedOperation::of::<AddParticipant>(&SCHEMAS),
    NamedOperation::of::<GetParticipant>(&SCHEMAS),
    NamedOperation::of::<RemoveParticipant>(&SCHEMAS),
    NamedOperation::of::<CreateEvent>(&SCHEMAS),
    NamedOperation::of::<ListEvents>(&SCHEMAS),
    NamedOperation::of::<GetEvent>(&SCHEMAS),
    NamedOperation::of::<CancelScheduledEvent>(&SCHEMAS),
    NamedOperation::of::<CreateMessage>(&SCHEMAS),
    NamedOperation::of::<ListMessages>(&SCHEMAS),
    NamedOperation::of::<GetOrCreateMessage>(&SCHEMAS),
    NamedOperation::of::<GetMessage>(&SCHEMAS),
    NamedOperation::of::<UpdateMessage>(&SCHEMAS),
    NamedOperation::of::<DeleteMessage>(&SCHEMAS),
    NamedOperation::of::<InitializeIncomingMessage>(&SCHEMAS),
    NamedOperation::of::<ImportMessages>(&SCHEMAS),
    NamedOperation::of::<CreateUser>(&SCHEMAS),
    NamedOperation::of::<ListUsers>(&SCHEMAS),
    NamedOperation::of::<GetUser>(&SCHEMAS),
    NamedOperation::of::<UpdateUser>(&SCHEMAS),
    NamedOperation::of::<DeleteUser>(&SCHEMAS),
    NamedOperation::of::<GetOrCreateUser>(&SCHEMAS),
    NamedOperation::of::<SetStateExpiry>(&SCHEMAS),
    NamedOperation::of::<GetState>(&SCHEMAS),
    NamedOperation::of::<SetState>(&SCHEMAS),
    NamedOperation::of::<PatchState>(&SCHEMAS),
    NamedOperation::of::<GetOrSetState>(&SCHEMAS),
    NamedOperation::of::<CallAction>(&SCHEMAS),
    NamedOperation::of::<ConfigureIntegration>(&SCHEMAS),
    NamedOperation::of::<CreateWorkflow>(&SCHEMAS),
    NamedOperation::of::<ListWorkflows>(&SCHEMAS),
    NamedOperation::of::<GetWorkflow>(&SCHEMAS),
    NamedOperation::of::<UpdateWorkflow>(&SCHEMAS),
    NamedOperation::of::<DeleteWorkflow>(&SCHEMAS),
    NamedOperation::of::<GetOrCreateWorkflow>(&SCHEMAS),
    NamedOperation::of::<ListTagValues>(&SCHEMAS),
    NamedOperation::of::<TrackAnalytics>(&SCHEMAS),
    NamedOperation::of::<CaptureObservation>(&SCHEMAS),
];

/// All operations that can be called by name, with id, method, path, docs, and JSON Schemas of input and
/// output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
