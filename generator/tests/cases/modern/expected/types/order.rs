// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Line, Place};
use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{IntoList, Nullable, UnknownValue, Value};

/// An order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// `kind`
    pub kind: OrderKind,
    /// Null says that there is none.
    pub note: Option<String>,
    /// `lines`
    pub lines: Vec<Line>,
    /// A reference with siblings.
    #[deprecated]
    pub place: Option<Place>,
    /// The items are, in this order: `string`, `string`. At most 2 items.
    pub pair: Option<Vec<String>>,
    /// `share`. More than 0, less than 1.
    pub share: Option<f64>,
    /// `payment`
    pub payment: Option<Nullable<OrderPayment>>,
    /// `host`. Either in the format `ipv4`, or in the format `ipv6`.
    pub host: Option<String>,
    /// `seal`
    pub seal: Option<String>,
}

object!(Order {
    required kind: "kind",
    nullable note: "note",
    required lines: "lines",
    optional place: "place",
    optional pair: "pair",
    optional share: "share",
    optional_nullable payment: "payment",
    optional host: "host",
    optional seal: "seal",
});

impl Order {
    /// Creates a value with the required fields.
    pub fn new(
        kind: impl Into<OrderKind>,
        note: Option<String>,
        lines: impl IntoIterator<Item = Line>,
    ) -> Self {
        Self {
            kind: kind.into(),
            note,
            lines: lines.into_iter().collect(),
            place: None,
            pair: None,
            share: None,
            payment: None,
            host: None,
            seal: None,
        }
    }

    /// A reference with siblings.
    #[deprecated]
    #[must_use]
    pub fn place(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The items are, in this order: `string`, `string`. At most 2 items.
    #[must_use]
    pub fn pair<M>(mut self, pair: impl IntoList<String, M>) -> Self {
        self.pair = Some(pair.into_list());
        self
    }

    /// `share`. More than 0, less than 1.
    #[must_use]
    pub fn share(mut self, share: impl Into<f64>) -> Self {
        self.share = Some(share.into());
        self
    }

    /// `payment`
    #[must_use]
    pub fn payment(mut self, payment: impl Into<OrderPayment>) -> Self {
        self.payment = Some(Nullable::Value(payment.into()));
        self
    }

    /// Sets `payment` to null, which is different from leaving it out.
    #[must_use]
    pub fn payment_null(mut self) -> Self {
        self.payment = Some(Nullable::Null);
        self
    }

    /// `host`. Either in the format `ipv4`, or in the format `ipv6`.
    #[must_use]
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// `seal`
    #[must_use]
    pub fn seal(mut self, seal: impl Into<String>) -> Self {
        self.seal = Some(seal.into());
        self
    }
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderKind {
    /// `order`
    Order,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(OrderKind {
    Order: "order",
    ..Unlisted
});

/// `card`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderPaymentCard {
    /// `by`
    pub by: OrderPaymentCardBy,
    /// `card`
    pub card: String,
}

object!(OrderPaymentCard {
    required by: "by",
    required card: "card",
});

impl OrderPaymentCard {
    /// Creates a value with the required fields.
    pub fn new(by: impl Into<OrderPaymentCardBy>, card: impl Into<String>) -> Self {
        Self {
            by: by.into(),
            card: card.into(),
        }
    }
}

/// `cash`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderPaymentCash {
    /// `by`
    pub by: OrderPaymentCashBy,
}

object!(OrderPaymentCash {
    required by: "by",
});

impl OrderPaymentCash {
    /// Creates a value with the required fields.
    pub fn new(by: impl Into<OrderPaymentCashBy>) -> Self {
        Self { by: by.into() }
    }
}

/// `payment`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrderPayment {
    /// Where `by` is `card`.
    Card(OrderPaymentCard),
    /// Where `by` is `cash`.
    Cash(OrderPaymentCash),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(OrderPayment {
    Card(OrderPaymentCard): "card",
    Cash(OrderPaymentCash): "cash",
    ..Unlisted
} by "by");

impl From<OrderPaymentCard> for OrderPayment {
    fn from(value: OrderPaymentCard) -> Self {
        Self::Card(value)
    }
}

impl From<OrderPaymentCash> for OrderPayment {
    fn from(value: OrderPaymentCash) -> Self {
        Self::Cash(value)
    }
}

/// Values of `by`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderPaymentCardBy {
    /// `card`
    Card,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(OrderPaymentCardBy {
    Card: "card",
    ..Unlisted
});

/// Values of `by`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderPaymentCashBy {
    /// `cash`
    Cash,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(OrderPaymentCashBy {
    Cash: "cash",
    ..Unlisted
});
