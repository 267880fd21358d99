// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, open_integer_enum, union};
use openapi_client_runtime::{Nullable, Timestamp, UnknownNumber};
use std::collections::BTreeMap;

/// Values of many kinds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Value {
    /// `list_or_time`
    pub list_or_time: ValueListOrTime,
    /// `code_or_number`
    pub code_or_number: ValueCodeOrNumber,
    /// `both`
    pub both: ValueBoth,
    /// `codes`. Each: exactly 4 characters.
    pub codes: Vec<Nullable<String>>,
    /// `map`. At least 1 member. Values: exactly 4 characters.
    pub map: BTreeMap<String, String>,
    /// `nested`. Each: at most 2 items. Each item of each: at most 2 characters.
    pub nested: Vec<Vec<String>>,
    /// `kind`
    pub kind: ValueKind,
    /// `number`. Either 0 to 100, or 1000 to 1023.
    pub number: i64,
    /// `host`. Either in the format `ipv4`, or in the format `ipv6`.
    pub host: String,
    /// `lists`. Values: at least 2 items. Each item of each value: exactly 4 characters.
    pub lists: BTreeMap<String, Vec<String>>,
    /// `open`
    pub open: ValueOpen,
    /// `either`
    pub either: Option<ValueEither>,
    /// `all`. At least 1 item. Each: exactly 4 characters.
    pub all: Option<Vec<String>>,
}

object!(Value {
    required list_or_time: "list_or_time",
    required code_or_number: "code_or_number",
    required both: "both",
    required codes: "codes",
    required map: "map",
    required nested: "nested",
    required kind: "kind",
    required number: "number",
    required host: "host",
    required lists: "lists",
    required open: "open",
    optional either: "either",
    optional all: "all",
});

/// `list_or_time`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValueListOrTime {
    /// `list`. At least 2 items. Each: at most 9.
    List(Vec<i64>),
    /// `Moment`
    Moment(Timestamp),
    /// A value that this version does not know, unchanged.
    Unlisted(openapi_client_runtime::Value),
}

union!(ValueListOrTime {
    List(Vec<i64>),
    Moment(Timestamp),
    ..Unlisted
});

impl From<Vec<i64>> for ValueListOrTime {
    fn from(value: Vec<i64>) -> Self {
        Self::List(value)
    }
}

impl From<Timestamp> for ValueListOrTime {
    fn from(value: Timestamp) -> Self {
        Self::Moment(value)
    }
}

/// `code_or_number`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValueCodeOrNumber {
    /// `Code`. Exactly 4 characters.
    Code(String),
    /// `integer`. At least 100.
    Integer(i64),
    /// A value that this version does not know, unchanged.
    Unlisted(openapi_client_runtime::Value),
}

union!(ValueCodeOrNumber {
    Code(String),
    Integer(i64),
    ..Unlisted
});

impl From<String> for ValueCodeOrNumber {
    fn from(value: String) -> Self {
        Self::Code(value)
    }
}

impl From<&str> for ValueCodeOrNumber {
    fn from(value: &str) -> Self {
        Self::Code(value.to_owned())
    }
}

impl From<i64> for ValueCodeOrNumber {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// `both`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValueBoth {
    /// `string`. 2 to 3 characters.
    String(String),
    /// `integer`. 7 to 8.
    Integer(i64),
    /// A value that this version does not know, unchanged.
    Unlisted(openapi_client_runtime::Value),
}

union!(ValueBoth {
    String(String),
    Integer(i64),
    ..Unlisted
});

impl From<String> for ValueBoth {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ValueBoth {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<i64> for ValueBoth {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// `3`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ValueKindVariant3 {
    /// `x`
    pub x: ValueKindVariant3X,
}

object!(ValueKindVariant3 {
    required x: "x",
});

/// `kind`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValueKind {
    /// `integer`. At most -1.
    Integer(i64),
    /// `string`
    String(String),
    /// `variant 3`
    Variant3(ValueKindVariant3),
    /// A value that this version does not know, unchanged.
    Unlisted(openapi_client_runtime::Value),
}

union!(ValueKind {
    Integer(i64),
    String(String),
    Variant3(ValueKindVariant3),
    ..Unlisted
});

impl From<i64> for ValueKind {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for ValueKind {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ValueKind {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<ValueKindVariant3> for ValueKind {
    fn from(value: ValueKindVariant3) -> Self {
        Self::Variant3(value)
    }
}

/// `open`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ValueOpen {
    /// `id`. Exactly 4 characters.
    pub id: String,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, i64>,
}

object!(ValueOpen {
    required id: "id",
    ..additional_properties
});

/// `either`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValueEither {
    /// `list`
    List(Vec<String>),
    /// `boolean`
    Boolean(bool),
    /// A value that this version does not know, unchanged.
    Unlisted(openapi_client_runtime::Value),
}

union!(ValueEither {
    List(Vec<String>),
    Boolean(bool),
    ..Unlisted
});

impl From<Vec<String>> for ValueEither {
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

impl From<bool> for ValueEither {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// Values of `x`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValueKindVariant3X {
    /// `4`
    N4,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(ValueKindVariant3X { N4: 4, ..Unlisted });
