// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /things/{id}/{type}`

use crate::types::Thing;
use openapi_client_runtime::codegen::open_enum;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoList, Operation, UnknownValue, Value};

/// Inputs of [`Client::replace_thing`](crate::Client::replace_thing).
///
/// A [`ReplaceThingCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplaceThing {
    /// `id`
    pub id: String,
    /// `type`
    pub type_: ReplaceThingType,
    /// `id`
    pub query_id: Option<String>,
    /// `send`
    pub send: Option<bool>,
    /// `clone`
    pub clone: Option<bool>,
    /// `userIDs`
    pub user_ids: Option<Vec<String>>,
    /// `Sent[]`
    pub query_sent: Option<String>,
    /// `Sent<`
    pub sent_less: Option<String>,
    /// `Sent`
    pub sent: Option<String>,
    /// `zone`
    pub zone: Option<ReplaceThingZone>,
    /// `id`
    pub body_id: Option<i64>,
    /// `self`
    pub self_: Option<bool>,
    /// `fooBar`
    pub body_foo_bar: Option<String>,
    /// `foo_bar`
    pub foo_bar: Option<String>,
}

impl ReplaceThing {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>, type_: impl Into<ReplaceThingType>) -> Self {
        Self {
            id: id.into(),
            type_: type_.into(),
            query_id: None,
            send: None,
            clone: None,
            user_ids: None,
            query_sent: None,
            sent_less: None,
            sent: None,
            zone: None,
            body_id: None,
            self_: None,
            body_foo_bar: None,
            foo_bar: None,
        }
    }
}

impl openapi_client_runtime::Request for ReplaceThing {
    type Response = Thing;
    type Error = Value;

    const OPERATION: Operation = Operation::put("replaceThing", "/things/{id}/{type}");

    #[inline]
    fn encode(&self, parts: &mut openapi_client_runtime::codegen::RequestParts) {
        parts.path("id", &self.id);
        parts.path("type", &self.type_);
        parts.query("id", &self.query_id);
        parts.query("send", &self.send);
        parts.query("clone", &self.clone);
        parts.query("userIDs", &self.user_ids);
        parts.query("Sent[]", &self.query_sent);
        parts.query("Sent<", &self.sent_less);
        parts.query("Sent", &self.sent);
        parts.query("zone", &self.zone);
        parts.object();
        parts.optional_property("id", &self.body_id);
        parts.optional_property("self", &self.self_);
        parts.optional_property("fooBar", &self.body_foo_bar);
        parts.optional_property("foo_bar", &self.foo_bar);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReplaceThing {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("path.id")?,
            type_: input.required("type")?,
            query_id: input.optional("query.id")?,
            send: input.optional("send")?,
            clone: input.optional("clone")?,
            user_ids: input.optional("userIDs")?,
            query_sent: input.optional("Sent[]")?,
            sent_less: input.optional("Sent<")?,
            sent: input.optional("Sent")?,
            zone: input.optional("zone")?,
            body_id: input.optional("body.id")?,
            self_: input.optional("self")?,
            body_foo_bar: input.optional("fooBar")?,
            foo_bar: input.optional("foo_bar")?,
        })
    }
}

/// A call of [`Client::replace_thing`](crate::Client::replace_thing).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ReplaceThingCall = crate::Call<ReplaceThing>;

impl crate::Call<ReplaceThing> {
    /// `id`
    pub fn query_id(mut self, query_id: impl Into<String>) -> Self {
        self.request.query_id = Some(query_id.into());
        self
    }

    /// `send`
    pub fn send_(mut self, send: bool) -> Self {
        self.request.send = Some(send);
        self
    }

    /// `clone`
    pub fn clone_(mut self, clone: bool) -> Self {
        self.request.clone = Some(clone);
        self
    }

    /// `userIDs`
    pub fn user_ids<M>(mut self, user_ids: impl IntoList<String, M>) -> Self {
        self.request.user_ids = Some(user_ids.into_list());
        self
    }

    /// `Sent[]`
    pub fn query_sent(mut self, query_sent: impl Into<String>) -> Self {
        self.request.query_sent = Some(query_sent.into());
        self
    }

    /// `Sent<`
    pub fn sent_less(mut self, sent_less: impl Into<String>) -> Self {
        self.request.sent_less = Some(sent_less.into());
        self
    }

    /// `Sent`
    pub fn sent(mut self, sent: impl Into<String>) -> Self {
        self.request.sent = Some(sent.into());
        self
    }

    /// `zone`
    pub fn zone(mut self, zone: impl Into<ReplaceThingZone>) -> Self {
        self.request.zone = Some(zone.into());
        self
    }

    /// `id`
    pub fn body_id(mut self, body_id: i64) -> Self {
        self.request.body_id = Some(body_id);
        self
    }

    /// `self`
    pub fn self_(mut self, self_: bool) -> Self {
        self.request.self_ = Some(self_);
        self
    }

    /// `fooBar`
    pub fn body_foo_bar(mut self, body_foo_bar: impl Into<String>) -> Self {
        self.request.body_foo_bar = Some(body_foo_bar.into());
        self
    }

    /// `foo_bar`
    pub fn foo_bar(mut self, foo_bar: impl Into<String>) -> Self {
        self.request.foo_bar = Some(foo_bar.into());
        self
    }
}

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReplaceThingType {
    /// ``
    Empty,
    /// `+1`
    Plus1,
    /// `-1`
    Minus1,
    /// `self`
    Self_,
    /// `other`
    Other2,
    /// `Other`
    Other,
    /// `1st`
    N1st,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ReplaceThingType {
    Empty: "",
    Plus1: "+1",
    Minus1: "-1",
    Self_: "self",
    Other2: "other",
    Other: "Other",
    N1st: "1st",
    ..Unlisted
});

/// Values of `zone`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReplaceThingZone {
    /// `GMT+1`
    GmtPlus1,
    /// `GMT-1`
    GmtMinus1,
    /// `A-`
    AMinus,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ReplaceThingZone {
    GmtPlus1: "GMT+1",
    GmtMinus1: "GMT-1",
    AMinus: "A-",
    ..Unlisted
});
