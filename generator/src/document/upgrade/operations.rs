//! Path items and operations, with their parameters, bodies and responses.

use serde_json::{Value, json};

use super::{Members, Upgrade, is_entry};
use crate::diagnostics::{Code, Help};

const WITHOUT: &str =
    "no action needed if the client can do without it; otherwise describe it as in OpenAPI 3.0";

impl Upgrade<'_> {
    pub(super) fn path_item(&mut self, item: &mut Members) {
        let mut others = Vec::new();
        if item.shift_remove("query").is_some() {
            others.push(("query".to_owned(), self.at.join("query")));
        }
        if let Some(Value::Object(operations)) = item.shift_remove("additionalOperations") {
            let at = self.at.join("additionalOperations");
            let methods = operations.keys();
            others.extend(methods.map(|method| (method.clone(), at.join(method.as_str()))));
        }
        for (method, at) in others {
            let message = format!(
                "the method {} is not supported: this operation is left out",
                method.to_uppercase()
            );
            self.warn(Code::Method, &at, message, Help::new(WITHOUT).remove());
        }
        self.parameters(item);
    }

    pub(super) fn operation(&mut self, operation: &mut Members) {
        self.parameters(operation);
        // No response is described, so none is expected.
        operation
            .entry("responses")
            .or_insert_with(|| json!({"default": {"description": ""}}));
    }

    /// Leaves out parameters for the whole query string, which 3.0 does not have.
    fn parameters(&mut self, owner: &mut Members) {
        let Some(Value::Array(parameters)) = owner.get_mut("parameters") else {
            return;
        };
        let at = self.at.join("parameters");
        let mut moves = Vec::new();
        let mut kept = Vec::new();
        for (index, parameter) in std::mem::take(parameters).into_iter().enumerate() {
            let from = at.join(index.to_string());
            if is_query_string(&parameter) || is_entry(&self.query_strings, &parameter) {
                let message =
                    "a parameter for the whole query string is not supported: it is left out";
                let help = Help::new(WITHOUT).remove();
                self.warn(Code::QueryString, &from, message, help);
                continue;
            }
            moves.push((from, at.join(kept.len().to_string())));
            kept.push(parameter);
        }
        *parameters = kept;
        moves.retain(|(from, to)| from != to);
        self.moved(moves);
    }

    pub(super) fn parameter(&mut self, parameter: &mut Members) {
        if parameter.get("style").and_then(Value::as_str) == Some("cookie") {
            let message =
                "cookies are sent in the style `form`: reserved characters in them are escaped";
            let help = "no action needed if the values have no such characters";
            let help = Help::new(help).update(self.place(&self.at), json!({"style": "form"}));
            self.drop_with_warning(parameter, "style", message, help);
        }
    }

    /// Bytes need no schema.
    pub(super) fn media_type(&mut self, media: &mut Members) {
        let name = self
            .at
            .steps()
            .last()
            .map(String::as_str)
            .unwrap_or_default();
        let says_nothing = match media.get("schema") {
            None => !media.contains_key("itemSchema"),
            Some(Value::Object(schema)) => schema.is_empty(),
            Some(schema) => *schema == Value::Bool(true),
        };
        if says_nothing && is_binary(name) {
            media.insert(
                "schema".to_owned(),
                json!({"type": "string", "format": "binary"}),
            );
        }
    }
}

/// A description is required in 3.0.
pub(super) fn response(response: &mut Members) {
    if !response.contains_key("$ref") && !response.contains_key("description") {
        let summary = response
            .get("summary")
            .cloned()
            .unwrap_or_else(|| json!(""));
        response.insert("description".to_owned(), summary);
    }
}

pub(super) fn is_query_string(parameter: &Value) -> bool {
    parameter.get("in").and_then(Value::as_str) == Some("querystring")
}

/// Whether the content of a media type is binary, not text.
pub(super) fn is_binary(media_type: &str) -> bool {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let Some((kind, name)) = essence.split_once('/') else {
        return false;
    };
    match kind {
        "image" => !name.ends_with("+xml"),
        "audio" | "video" | "font" => true,
        "application" => matches!(
            name,
            "octet-stream" | "pdf" | "zip" | "gzip" | "x-gzip" | "x-tar" | "x-zip-compressed"
        ),
        _ => false,
    }
}
