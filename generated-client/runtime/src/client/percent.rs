//! Percent-encoding of values in URLs and forms.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All characters except those that RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Those of them that have a meaning within the value of a query parameter.
const SIGNIFICANT: &AsciiSet = &RESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// Percent-encodes all characters except `A-Z a-z 0-9 - . _ ~`.
pub(super) fn encode(text: &str) -> String {
    Cow::from(utf8_percent_encode(text, RESERVED)).into_owned()
}

/// The same, but leaves reserved characters as they are unless they would end the value.
pub(super) fn encode_with_reserved(text: &str) -> String {
    Cow::from(utf8_percent_encode(text, SIGNIFICANT)).into_owned()
}
