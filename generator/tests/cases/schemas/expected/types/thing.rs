// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Animal;
use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{Date, IntoMap, Nullable, Timestamp, UnknownValue, Value};
use std::collections::BTreeMap;

/// One of everything.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`
    pub id: u64,
    /// `day`
    pub day: Option<Date>,
    /// `at`
    pub at: Option<Timestamp>,
    /// `shade`
    pub shade: Option<ThingShade>,
    /// `text_or_list`
    pub text_or_list: Option<ThingTextOrList>,
    /// `event`
    pub event: Option<ThingEvent>,
    /// `number_or_nothing`
    pub number_or_nothing: Option<Nullable<f64>>,
    /// The animal that it belongs to.
    pub only: Option<Animal>,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, i32>,
}

object!(Thing {
    required id: "id",
    optional day: "day",
    optional at: "at",
    optional shade: "shade",
    optional text_or_list: "text_or_list",
    optional event: "event",
    optional_nullable number_or_nothing: "number_or_nothing",
    optional only: "only",
    ..additional_properties
});

impl Thing {
    /// Creates a value with the required fields.
    pub fn new(id: u64) -> Self {
        Self {
            id,
            day: None,
            at: None,
            shade: None,
            text_or_list: None,
            event: None,
            number_or_nothing: None,
            only: None,
            additional_properties: BTreeMap::new(),
        }
    }

    /// `day`
    #[must_use]
    pub fn day(mut self, day: Date) -> Self {
        self.day = Some(day);
        self
    }

    /// `at`
    #[must_use]
    pub fn at(mut self, at: impl Into<Timestamp>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// `shade`
    #[must_use]
    pub fn shade(mut self, shade: impl Into<ThingShade>) -> Self {
        self.shade = Some(shade.into());
        self
    }

    /// `text_or_list`
    #[must_use]
    pub fn text_or_list(mut self, text_or_list: impl Into<ThingTextOrList>) -> Self {
        self.text_or_list = Some(text_or_list.into());
        self
    }

    /// `event`
    #[must_use]
    pub fn event(mut self, event: impl Into<ThingEvent>) -> Self {
        self.event = Some(event.into());
        self
    }

    /// `number_or_nothing`
    #[must_use]
    pub fn number_or_nothing(mut self, number_or_nothing: impl Into<f64>) -> Self {
        self.number_or_nothing = Some(Nullable::Value(number_or_nothing.into()));
        self
    }

    /// Sets `number_or_nothing` to null, which is different from leaving it out.
    #[must_use]
    pub fn number_or_nothing_null(mut self) -> Self {
        self.number_or_nothing = Some(Nullable::Null);
        self
    }

    /// The animal that it belongs to.
    #[must_use]
    pub fn only(mut self, only: Animal) -> Self {
        self.only = Some(only);
        self
    }

    /// Members that are not listed, by name.
    #[must_use]
    pub fn additional_properties<M>(mut self, additional_properties: impl IntoMap<i32, M>) -> Self {
        self.additional_properties = additional_properties.into_map();
        self
    }
}

/// Values of `shade`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingShade {
    /// `light`
    Light,
    /// `dark`
    Dark,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ThingShade {
    Light: "light",
    Dark: "dark",
    ..Unlisted
});

/// `text_or_list`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingTextOrList {
    /// `string`
    String(String),
    /// `list`
    List(Vec<String>),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ThingTextOrList {
    String(String),
    List(Vec<String>),
    ..Unlisted
});

impl From<String> for ThingTextOrList {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ThingTextOrList {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<String>> for ThingTextOrList {
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

/// `started`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThingEventStarted {
    /// `type`
    pub type_: ThingEventStartedType,
    /// `on`
    pub on: bool,
}

object!(ThingEventStarted {
    required type_: "type",
    required on: "on",
});

impl ThingEventStarted {
    /// Creates a value with the required fields.
    pub fn new(type_: impl Into<ThingEventStartedType>, on: bool) -> Self {
        Self {
            type_: type_.into(),
            on,
        }
    }
}

/// `stopped`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThingEventStopped {
    /// `type`
    pub type_: ThingEventStoppedType,
    /// `why`
    pub why: Option<String>,
}

object!(ThingEventStopped {
    required type_: "type",
    optional why: "why",
});

impl ThingEventStopped {
    /// Creates a value with the required fields.
    pub fn new(type_: impl Into<ThingEventStoppedType>) -> Self {
        Self {
            type_: type_.into(),
            why: None,
        }
    }

    /// `why`
    #[must_use]
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }
}

/// `event`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingEvent {
    /// Where `type` is `started`.
    Started(ThingEventStarted),
    /// Where `type` is `stopped`.
    Stopped(ThingEventStopped),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ThingEvent {
    Started(ThingEventStarted): "started",
    Stopped(ThingEventStopped): "stopped",
    ..Unlisted
} by "type");

impl From<ThingEventStarted> for ThingEvent {
    fn from(value: ThingEventStarted) -> Self {
        Self::Started(value)
    }
}

impl From<ThingEventStopped> for ThingEvent {
    fn from(value: ThingEventStopped) -> Self {
        Self::Stopped(value)
    }
}

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingEventStartedType {
    /// `started`
    Started,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ThingEventStartedType {
    Started: "started",
    ..Unlisted
});

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingEventStoppedType {
    /// `stopped`
    Stopped,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ThingEventStoppedType {
    Stopped: "stopped",
    ..Unlisted
});
