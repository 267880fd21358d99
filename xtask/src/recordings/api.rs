//! The schemas of the operations, and the document that they are from.

use serde_json::Value;

/// What recordings are compared with.
#[derive(Clone, Copy)]
pub struct Api<'a> {
    /// The JSON Schemas of the operations.
    pub schemas: &'a Value,
    /// The document with its overlays. Null if there is none.
    pub document: &'a Value,
}

impl<'a> Api<'a> {
    /// The operation of the document that these schemas are for.
    pub(super) fn operation(&self, schemas: &Value) -> &'a Value {
        let route = schemas["route"].as_str().and_then(|it| it.split_once(' '));
        let (method, path) = route.unwrap_or_default();
        &self.document["paths"][path][method.to_lowercase()]
    }

    /// The target of a reference, or the value itself.
    fn resolved(&self, value: &'a Value) -> &'a Value {
        let target = value["$ref"].as_str().and_then(|it| it.strip_prefix('#'));
        let target = target.and_then(|target| self.document.pointer(target));
        target.unwrap_or(value)
    }

    /// The JSON Schema of an error with a status that the operation has one for.
    pub(super) fn error(&self, schemas: &Value, status: &Value) -> Option<&'a Value> {
        let responses = self.operation(schemas).get("responses")?;
        let response = self.resolved(responses.get(status.to_string())?);
        let mut content = response.get("content")?.as_object()?.iter();
        let (_, media) = content.find(|(name, _)| name.contains("json"))?;
        media.get("schema")
    }

    /// The content that is not JSON, for which there are no recordings: `its response is text/plain`.
    pub fn other_content(&self, id: &str) -> Option<String> {
        let schemas = &self.schemas["operations"][id];
        let is_other = |name: &&str| !name.contains("json");
        let response = schemas["success"]["contentType"].as_str();
        if let Some(response) = response.filter(is_other) {
            return Some(format!("its response is {response}"));
        }
        let body = self.resolved(&self.operation(schemas)["requestBody"]);
        let content = body["content"].as_object()?;
        let mut names = content.keys().map(String::as_str);
        let first = names.next()?;
        let is_other = is_other(&first) && names.all(|name| is_other(&name));
        is_other.then(|| format!("its request is {first}"))
    }

    /// The base URL of the service, without a slash at the end.
    pub fn server(&self) -> Option<&'a str> {
        let url = self.document.pointer("/servers/0/url")?.as_str()?;
        Some(url.trim_end_matches('/'))
    }
}
