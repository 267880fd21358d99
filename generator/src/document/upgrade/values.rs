//! Strings that stand for something else.

use serde_json::{Value, json};

use super::Members;
use super::operations::is_binary;
use super::types::assume;

/// What a string holds, as a format.
pub(super) fn content(schema: &mut Members) {
    let mut take = |key: &str| {
        let value = schema.shift_remove(key);
        value.and_then(|value| value.as_str().map(str::to_ascii_lowercase))
    };
    let (encoding, media_type) = (take("contentEncoding"), take("contentMediaType"));
    schema.shift_remove("contentSchema");
    let format = match encoding.as_deref() {
        Some("base64") => "byte",
        Some("base64url") => "base64url",
        Some("" | "binary" | "identity" | "8bit" | "7bit") | None => match media_type {
            Some(media_type) if is_binary(&media_type) => "binary",
            _ => return,
        },
        Some(_) => return,
    };
    assume(schema, "string");
    if schema.get("type").and_then(Value::as_str) == Some("string") {
        schema.entry("format").or_insert_with(|| json!(format));
    }
}
