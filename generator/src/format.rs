//! `format`: the values that determine a type, and others in common use. Any other value is allowed too. Every stage from
//! the document on may use them.

use IntegerFormat::{I8, I16, I32, I64, U8, U16, U32, U64};
use Meaning::{Binary, Date, Integer, Timestamp};

pub(crate) const DATE: &str = "date";
pub(crate) const DATE_TIME: &str = "date-time";

const NUMBERS: &[&str] = &["integer", "number"];
const STRINGS: &[&str] = &["string"];
const STRINGS_AND_NUMBERS: &[&str] = &["string", "integer", "number"];

/// A format that this crate knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownFormat {
    pub(crate) name: &'static str,
    /// The types of values that it applies to.
    pub(crate) types: &'static [&'static str],
    /// `None` if it does not affect the generated type.
    pub(crate) meaning: Option<Meaning>,
}

/// The effect of a format on the generated type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Integer(IntegerFormat),
    Timestamp,
    Date,
    Binary,
}

/// The range of an integer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum IntegerFormat {
    I8,
    I16,
    I32,
    #[default]
    I64,
    U8,
    U16,
    U32,
    U64,
}

/// The only list of formats.
pub(crate) const FORMATS: &[KnownFormat] = &[
    meaning("int32", NUMBERS, Integer(I32)),
    meaning("int64", NUMBERS, Integer(I64)),
    meaning("int8", NUMBERS, Integer(I8)),
    meaning("int16", NUMBERS, Integer(I16)),
    meaning("uint32", NUMBERS, Integer(U32)),
    meaning("uint64", NUMBERS, Integer(U64)),
    meaning("uint8", NUMBERS, Integer(U8)),
    meaning("uint16", NUMBERS, Integer(U16)),
    meaning("uint", NUMBERS, Integer(U64)),
    meaning(DATE_TIME, STRINGS, Timestamp),
    meaning(DATE, STRINGS, Date),
    meaning("binary", STRINGS, Binary),
    other("float", NUMBERS),
    other("double", NUMBERS),
    other("double-int", NUMBERS),
    other("sf-integer", NUMBERS),
    other("sf-decimal", NUMBERS),
    other("decimal", STRINGS_AND_NUMBERS),
    other("bigint", STRINGS_AND_NUMBERS),
    other("integer", NUMBERS),
    other("int", NUMBERS),
    other("int53", NUMBERS),
    other("int96", NUMBERS),
    other("int128", NUMBERS),
    other("int256", NUMBERS),
    other("uint96", NUMBERS),
    other("uint128", NUMBERS),
    other("uint256", NUMBERS),
    other("data", STRINGS),
    other("time", STRINGS),
];

const fn meaning(
    name: &'static str,
    types: &'static [&'static str],
    meaning: Meaning,
) -> KnownFormat {
    KnownFormat {
        name,
        types,
        meaning: Some(meaning),
    }
}

/// A format in common use that is similar to one with a meaning, or that applies to numbers.
const fn other(name: &'static str, types: &'static [&'static str]) -> KnownFormat {
    KnownFormat {
        name,
        types,
        meaning: None,
    }
}

pub(crate) fn known(name: &str) -> Option<&'static KnownFormat> {
    FORMATS.iter().find(|format| format.name == name)
}
