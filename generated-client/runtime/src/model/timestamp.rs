//! Timestamps in the form that services read and write.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::fmt::temporal::{DateTimePrinter, Pieces};
use jiff::tz::Offset;
use serde_core::de::{Error, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time: a [`jiff::Timestamp`](https://docs.rs/jiff/latest/jiff/struct.Timestamp.html) in the form that
/// services read and write.
///
/// It is written in UTC with at least three fractional digits, as JavaScript does, because some services reject other
/// forms. It reads any RFC 3339 time, including the end of the year 9999. A time without an offset is taken as UTC.
///
/// ```
/// # use openapi_client_runtime::{Timestamp, jiff};
/// use jiff::ToSpan; // the module `runtime` of a client has this crate
///
/// let given: Timestamp = "2026-01-31T12:00:00Z".parse()?;
/// assert_eq!(given.to_string(), "2026-01-31T12:00:00.000Z");
///
/// let an_hour_ago = Timestamp::from(jiff::Timestamp::now() - 1.hour());
/// assert!(an_hour_ago > given);
/// # Ok::<_, jiff::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    at: jiff::Timestamp,
    /// Nanoseconds after the last instant of `jiff`, which is a day earlier than the date that services write for "never".
    beyond: i64,
}

impl Timestamp {
    /// The current instant.
    pub fn now() -> Self {
        jiff::Timestamp::now().into()
    }

    /// The instant for calculations. The last hours of the year 9999 become the last instant that `jiff` can represent.
    pub fn to_jiff(self) -> jiff::Timestamp {
        self.at
    }

    /// The date and time in UTC.
    fn in_utc(self) -> DateTime {
        let beyond = jiff::SignedDuration::from_nanos(self.beyond);
        Offset::UTC.to_datetime(self.at).saturating_add(beyond)
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(at: jiff::Timestamp) -> Self {
        Self { at, beyond: 0 }
    }
}

impl From<Timestamp> for jiff::Timestamp {
    /// The same as [`Timestamp::to_jiff`].
    fn from(timestamp: Timestamp) -> Self {
        timestamp.at
    }
}

/// For documents that declare a time as a plain string.
impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.to_string()
    }
}

impl PartialEq<jiff::Timestamp> for Timestamp {
    fn eq(&self, other: &jiff::Timestamp) -> bool {
        *self == Self::from(*other)
    }
}

impl FromStr for Timestamp {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        let error = match text.parse::<jiff::Timestamp>() {
            Ok(at) => return Ok(at.into()),
            Err(error) => error,
        };
        let Ok(pieces) = Pieces::parse(text) else {
            return Err(error);
        };
        let Some(time) = pieces.time() else {
            return Err(error);
        };
        let local = pieces.date().to_datetime(time);
        let offset = pieces.to_numeric_offset().unwrap_or(Offset::UTC);
        if let Ok(at) = offset.to_timestamp(local) {
            return Ok(at.into());
        }
        let last = offset.to_datetime(jiff::Timestamp::MAX);
        match i64::try_from(local.duration_since(last).as_nanos()) {
            Ok(beyond @ 1..) => Ok(Self {
                at: jiff::Timestamp::MAX,
                beyond,
            }),
            _ => Err(error),
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let utc = self.in_utc();
        let nanos = utc.subsec_nanosecond();
        let unneeded = (0..6).take_while(|digits| nanos % 10_i32.pow(digits + 1) == 0);
        let digits = 9 - u8::try_from(unneeded.count()).unwrap_or_default();
        let printer = DateTimePrinter::new().precision(Some(digits));
        f.pad(&(printer.datetime_to_string(&utc) + "Z"))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TimestampVisitor)
    }
}

struct TimestampVisitor;

impl Visitor<'_> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a timestamp")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        let timestamp: Timestamp = text.parse().unwrap();
        assert_eq!(timestamp.to_string(), written);
        assert_eq!(written.parse::<Timestamp>().unwrap(), timestamp);
    }

    #[test]
    fn timestamps_are_written_with_at_least_three_digits() {
        check("2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000Z");
        check("2024-01-01T02:00:00.5+02:00", "2024-01-01T00:00:00.500Z");
        check("2024-01-01T00:00:00.1234Z", "2024-01-01T00:00:00.1234Z");
        check(
            "2024-12-31T23:59:59.999999999Z",
            "2024-12-31T23:59:59.999999999Z",
        );
        check("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z");
    }

    #[test]
    fn the_end_of_the_year_9999_is_an_instant() {
        check("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
        check("9999-12-31T23:59:59+01:00", "9999-12-31T22:59:59.000Z");
        check("9999-12-30T22:00:00.5Z", "9999-12-30T22:00:00.500Z");
        let [never, last] = ["9999-12-31T00:00:00Z", "9999-12-30T22:00:01Z"]
            .map(|text| text.parse::<Timestamp>().unwrap());
        assert!(never > last && last > jiff::Timestamp::MAX.into());
        assert_eq!(jiff::Timestamp::from(never), jiff::Timestamp::MAX);
    }

    #[test]
    fn timestamps_without_an_offset_are_in_utc() {
        check("2024-01-01T00:00:00", "2024-01-01T00:00:00.000Z");
        for text in ["2024-01-01", "yesterday", "", "2024-13-01T00:00:00Z"] {
            assert!(text.parse::<Timestamp>().is_err(), "{text}");
        }
    }

    #[test]
    fn timestamps_convert_to_those_of_jiff() {
        let timestamp: Timestamp = "1970-01-01T00:00:01Z".parse().unwrap();
        assert_eq!(timestamp.to_jiff().as_millisecond(), 1000);
        assert_eq!(timestamp, jiff::Timestamp::from_second(1).unwrap());
        let json = serde_json::to_string(&[timestamp]).unwrap();
        assert_eq!(json, r#"["1970-01-01T00:00:01.000Z"]"#);
        assert_eq!(
            serde_json::from_str::<[Timestamp; 1]>(&json).unwrap(),
            [timestamp]
        );
    }
}
