// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::PullHead;
use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::{object, open_enum};

/// Describes some properties in more detail, and leaves out the others.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OpenPull {
    /// Where it comes from.
    pub head: PullHead,
    /// `state`
    pub state: Option<OpenPullState>,
    /// `number`
    pub number: Option<i64>,
    /// `by`
    pub by: OpenPullBy,
    /// `why`
    pub why: Option<String>,
}

object!(OpenPull {
    required head: "head",
    optional state: "state",
    optional number: "number",
    required by: "by",
    optional why: "why",
});

impl OpenPull {
    /// Creates a value with the required fields.
    pub fn new(head: PullHead, by: impl Into<OpenPullBy>) -> Self {
        Self {
            head,
            state: None,
            number: None,
            by: by.into(),
            why: None,
        }
    }

    /// `state`
    #[must_use]
    pub fn state(mut self, state: impl Into<OpenPullState>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// `number`
    #[must_use]
    pub fn number(mut self, number: i64) -> Self {
        self.number = Some(number);
        self
    }

    /// `why`
    #[must_use]
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }
}

/// Values of `state`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OpenPullState {
    /// `open`
    Open,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(OpenPullState {
    Open: "open",
    ..Unlisted
});

/// Values of `by`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OpenPullBy {
    /// `person`
    Person,
    /// `robot`
    Robot,
    /// `cron`
    Cron,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(OpenPullBy {
    Person: "person",
    Robot: "robot",
    Cron: "cron",
    ..Unlisted
});
