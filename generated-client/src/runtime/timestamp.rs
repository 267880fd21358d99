//! Timestamps as services read them: RFC 3339 in UTC, with milliseconds.
//!
//! `jiff` writes as few digits of a fraction as it can, none for a whole second; some services refuse that form.
//! What is sent therefore goes through [`timestamp`]; what is received is read by `jiff` as it is.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use serde_core::{Serialize, Serializer};

use super::Nullable;

/// The timestamps in a value in the form in which they are sent: UTC, three to six digits of a fraction, `Z`.
///
/// `value` is a [`Timestamp`], or an [`Option`], [`Nullable`], [`Vec`] or [`BTreeMap`] of such.
pub fn timestamp<T: Timestamps + ?Sized>(value: &T) -> T::Sent {
    value.sent()
}

/// What [`timestamp`] takes.
pub trait Timestamps {
    /// The same shape, of timestamps in the form in which they are sent.
    type Sent: Serialize;

    /// Brings the timestamps into the form in which they are sent.
    fn sent(&self) -> Self::Sent;
}

/// A timestamp in the form in which it is sent.
#[derive(Clone, Copy, Debug)]
pub struct SentTimestamp(Timestamp);

impl Serialize for SentTimestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text(self.0))
    }
}

/// Digits beyond the sixth are cut off, not rounded, so that the text is never later than the timestamp.
fn text(timestamp: Timestamp) -> String {
    let micros = timestamp.subsec_nanosecond() / 1_000;
    let digits = match micros {
        _ if micros % 1_000 == 0 => 3,
        _ if micros % 100 == 0 => 4,
        _ if micros % 10 == 0 => 5,
        _ => 6,
    };
    DateTimePrinter::new()
        .precision(Some(digits))
        .timestamp_to_string(&timestamp)
}

impl Timestamps for Timestamp {
    type Sent = SentTimestamp;

    fn sent(&self) -> Self::Sent {
        SentTimestamp(*self)
    }
}

impl<T: Timestamps> Timestamps for Option<T> {
    type Sent = Option<T::Sent>;

    fn sent(&self) -> Self::Sent {
        self.as_ref().map(T::sent)
    }
}

impl<T: Timestamps> Timestamps for Nullable<T> {
    type Sent = Nullable<T::Sent>;

    fn sent(&self) -> Self::Sent {
        self.value().map(T::sent).into()
    }
}

impl<T: Timestamps> Timestamps for Vec<T> {
    type Sent = Vec<T::Sent>;

    fn sent(&self) -> Self::Sent {
        self.iter().map(T::sent).collect()
    }
}

impl<T: Timestamps> Timestamps for BTreeMap<String, T> {
    type Sent = BTreeMap<String, T::Sent>;

    fn sent(&self) -> Self::Sent {
        self.iter()
            .map(|(name, value)| (name.clone(), value.sent()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(text: &str) -> String {
        super::text(text.parse().unwrap())
    }

    #[test]
    fn three_to_six_digits_of_a_fraction() {
        assert_eq!(sent("2024-01-01T00:00:00Z"), "2024-01-01T00:00:00.000Z");
        assert_eq!(
            sent("2024-01-01T02:00:00.5+02:00"),
            "2024-01-01T00:00:00.500Z"
        );
        assert_eq!(
            sent("2024-01-01T00:00:00.1234Z"),
            "2024-01-01T00:00:00.1234Z"
        );
        assert_eq!(
            sent("2024-01-01T00:00:00.123456Z"),
            "2024-01-01T00:00:00.123456Z"
        );
        assert_eq!(
            sent("2024-12-31T23:59:59.999999999Z"),
            "2024-12-31T23:59:59.999999Z"
        );
    }

    #[test]
    fn keeps_the_shape_of_what_holds_them() {
        let at: Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
        let json = |value: &dyn Fn() -> serde_json::Result<String>| value().unwrap();
        assert_eq!(
            json(&|| serde_json::to_string(&timestamp(&None::<Timestamp>))),
            "null"
        );
        assert_eq!(
            json(&|| serde_json::to_string(&timestamp(&vec![
                Some(Nullable::Value(at)),
                Some(Nullable::Null)
            ]))),
            r#"["2024-01-01T00:00:00.000Z",null]"#
        );
        assert_eq!(
            json(&|| serde_json::to_string(&timestamp(&BTreeMap::from([("a".to_owned(), at)])))),
            r#"{"a":"2024-01-01T00:00:00.000Z"}"#
        );
    }
}
