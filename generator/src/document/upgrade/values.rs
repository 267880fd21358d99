//! Strings with encoded content.

use serde_json::{Value, json};

use super::operations::is_binary;
use super::types::assume;
use super::{Members, Upgrade};

impl Upgrade<'_> {
    /// Turns the content of a string into a format. For JSON content, the schema is kept as an extension.
    pub(super) fn content(&mut self, schema: &mut Members) {
        let mut take = |key: &str| {
            let value = schema.shift_remove(key);
            value.and_then(|value| value.as_str().map(str::to_ascii_lowercase))
        };
        let (encoding, media_type) = (take("contentEncoding"), take("contentMediaType"));
        let content = schema.shift_remove("contentSchema");
        if encoding.is_none() && media_type.as_deref().is_some_and(is_json) {
            let to = self.below(&["x-contentSchema"]);
            match content {
                Some(_) => self.moved(vec![(self.below(&["contentSchema"]), to)]),
                None => self.added(&to, &self.at.clone()),
            }
            schema.insert("x-contentSchema".to_owned(), content.unwrap_or(json!({})));
        }
        format(schema, encoding.as_deref(), media_type.as_deref());
        // The media type of a part, if the schema is one of a multipart body.
        if let Some(media_type) = media_type.filter(|ty| ty != "application/octet-stream") {
            schema.insert("x-contentMediaType".to_owned(), json!(media_type));
        }
    }
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence == "application/json" || essence.ends_with("+json")
}

fn format(schema: &mut Members, encoding: Option<&str>, media_type: Option<&str>) {
    let format = match encoding {
        Some("base64") => "byte",
        Some("base64url") => "base64url",
        Some("binary") => "binary",
        Some("" | "identity" | "8bit" | "7bit") | None => match media_type {
            Some(media_type) if is_binary(media_type) => "binary",
            _ => return,
        },
        Some(_) => return,
    };
    assume(schema, "string");
    if schema.get("type").and_then(Value::as_str) == Some("string") {
        schema.entry("format").or_insert_with(|| json!(format));
    }
}
