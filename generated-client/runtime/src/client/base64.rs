//! Base64, for credentials and for bytes in JSON.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::general_purpose::{PAD, STANDARD};
use base64::engine::{DecodePaddingMode, GeneralPurpose};

/// Other programs leave out the padding.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

pub(crate) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads Base64, perhaps in several lines.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let text: String = text.split_ascii_whitespace().collect();
    LENIENT.decode(text).ok()
}
