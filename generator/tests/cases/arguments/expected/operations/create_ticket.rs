// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /tickets`

use crate::Call;
use crate::types::{Channel, IntoMap, M, Option2, Priority, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, boolean_constant};
use openapi_client_runtime::{
    IntoJsonObject, IntoList, JsonObject, Nullable, Operation, Request, Value,
};
use std::collections::BTreeMap;

/// Inputs of [`Client::create_ticket`](crate::Client::create_ticket).
///
/// A [`CreateTicketCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateTicket {
    /// `notify`
    pub notify: Option<Vec<UserId>>,
    /// `channels`
    pub channels: Option<Vec<Channel>>,
    /// `counts`
    pub counts: Option<Vec<u64>>,
    /// `payload`
    pub payload: JsonObject,
    /// `priority`
    pub priority: Priority,
    /// `tags`
    pub tags: BTreeMap<String, String>,
    /// `watchers`
    pub watchers: Vec<UserId>,
    /// `channel`
    pub channel: Option<Channel>,
    /// `archived`
    pub archived: Option<CreateTicketArchived>,
    /// `state`
    pub state: Option<Nullable<JsonObject>>,
    /// `rows`
    pub rows: Option<Vec<JsonObject>>,
    /// `sizes`
    pub sizes: Option<BTreeMap<String, i64>>,
    /// `scores`
    pub scores: Option<BTreeMap<String, f64>>,
    /// `channels`
    pub body_channels: Option<BTreeMap<String, Channel>>,
    /// `options`
    pub options: Option<BTreeMap<String, Option2>>,
    /// `choices`
    pub choices: Option<Vec<Option2>>,
    /// It has the name of a trait that arguments use.
    pub extra: Option<IntoMap>,
    /// `when_some`
    pub when_some: Option<String>,
    /// It has the name of a type parameter.
    pub parts: Option<Vec<M>>,
}

impl CreateTicket {
    /// Creates a value with the required fields.
    pub fn new<MM, M2, M3>(
        payload: impl IntoJsonObject<MM>,
        priority: impl Into<Priority>,
        tags: impl openapi_client_runtime::IntoMap<String, M2>,
        watchers: impl IntoList<UserId, M3>,
    ) -> Self {
        Self {
            notify: None,
            channels: None,
            counts: None,
            payload: payload.into_json_object(),
            priority: priority.into(),
            tags: tags.into_map(),
            watchers: watchers.into_list(),
            channel: None,
            archived: None,
            state: None,
            rows: None,
            sizes: None,
            scores: None,
            body_channels: None,
            options: None,
            choices: None,
            extra: None,
            when_some: None,
            parts: None,
        }
    }
}

impl Request for CreateTicket {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("createTicket", "/tickets");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("notify", &self.notify);
        parts.query("channels", &self.channels);
        parts.query("counts", &self.counts);
        parts.object();
        parts.property("payload", &self.payload);
        parts.property("priority", &self.priority);
        parts.property("tags", &self.tags);
        parts.property("watchers", &self.watchers);
        parts.optional_property("channel", &self.channel);
        parts.optional_property("archived", &self.archived);
        parts.optional_property("state", &self.state);
        parts.optional_property("rows", &self.rows);
        parts.optional_property("sizes", &self.sizes);
        parts.optional_property("scores", &self.scores);
        parts.optional_property("channels", &self.body_channels);
        parts.optional_property("options", &self.options);
        parts.optional_property("choices", &self.choices);
        parts.optional_property("extra", &self.extra);
        parts.optional_property("when_some", &self.when_some);
        parts.optional_property("parts", &self.parts);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateTicket {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            notify: input.optional("notify")?,
            channels: input.optional("query.channels")?,
            counts: input.optional("counts")?,
            payload: input.required("payload")?,
            priority: input.required("priority")?,
            tags: input.required("tags")?,
            watchers: input.required("watchers")?,
            channel: input.optional("channel")?,
            archived: input.optional("archived")?,
            state: input.optional_nullable("state")?,
            rows: input.optional("rows")?,
            sizes: input.optional("sizes")?,
            scores: input.optional("scores")?,
            body_channels: input.optional("body.channels")?,
            options: input.optional("options")?,
            choices: input.optional("choices")?,
            extra: input.optional("extra")?,
            when_some: input.optional("when_some")?,
            parts: input.optional("parts")?,
        })
    }
}

/// A call of [`Client::create_ticket`](crate::Client::create_ticket).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type CreateTicketCall = Call<CreateTicket>;

impl Call<CreateTicket> {
    /// `notify`
    pub fn notify<MM>(mut self, notify: impl IntoList<UserId, MM>) -> Self {
        self.request.notify = Some(notify.into_list());
        self
    }

    /// `channels`
    pub fn channels<MM>(mut self, channels: impl IntoList<Channel, MM>) -> Self {
        self.request.channels = Some(channels.into_list());
        self
    }

    /// `counts`
    pub fn counts(mut self, counts: impl IntoIterator<Item = u64>) -> Self {
        self.request.counts = Some(counts.into_iter().collect());
        self
    }

    /// `channel`
    pub fn channel(mut self, channel: impl Into<Channel>) -> Self {
        self.request.channel = Some(channel.into());
        self
    }

    /// `archived`
    pub fn archived(mut self, archived: impl Into<CreateTicketArchived>) -> Self {
        self.request.archived = Some(archived.into());
        self
    }

    /// `state`
    pub fn state<MM>(mut self, state: impl IntoJsonObject<MM>) -> Self {
        self.request.state = Some(Nullable::Value(state.into_json_object()));
        self
    }

    /// Sets `state` to null, which is different from leaving it out.
    pub fn state_null(mut self) -> Self {
        self.request.state = Some(Nullable::Null);
        self
    }

    /// `rows`
    pub fn rows<MM>(mut self, rows: impl IntoList<JsonObject, MM>) -> Self {
        self.request.rows = Some(rows.into_list());
        self
    }

    /// `sizes`
    pub fn sizes<MM>(mut self, sizes: impl openapi_client_runtime::IntoMap<i64, MM>) -> Self {
        self.request.sizes = Some(sizes.into_map());
        self
    }

    /// `scores`
    pub fn scores<MM>(mut self, scores: impl openapi_client_runtime::IntoMap<f64, MM>) -> Self {
        self.request.scores = Some(scores.into_map());
        self
    }

    /// `channels`
    pub fn body_channels<MM>(
        mut self,
        body_channels: impl openapi_client_runtime::IntoMap<Channel, MM>,
    ) -> Self {
        self.request.body_channels = Some(body_channels.into_map());
        self
    }

    /// `options`
    pub fn options<MM>(
        mut self,
        options: impl openapi_client_runtime::IntoMap<Option2, MM>,
    ) -> Self {
        self.request.options = Some(options.into_map());
        self
    }

    /// `choices`
    pub fn choices(mut self, choices: impl IntoIterator<Item = Option2>) -> Self {
        self.request.choices = Some(choices.into_iter().collect());
        self
    }

    /// It has the name of a trait that arguments use.
    pub fn extra(mut self, extra: IntoMap) -> Self {
        self.request.extra = Some(extra);
        self
    }

    /// `when_some`
    pub fn when_some_(mut self, when_some: impl Into<String>) -> Self {
        self.request.when_some = Some(when_some.into());
        self
    }

    /// It has the name of a type parameter.
    pub fn parts<MM>(mut self, parts: impl IntoList<M, MM>) -> Self {
        self.request.parts = Some(parts.into_list());
        self
    }
}

/// Values of `archived`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateTicketArchived {
    /// `true`
    True,
    /// The value that is not listed.
    False,
}

boolean_constant!(CreateTicketArchived {
    True: true,
    ..False
});
