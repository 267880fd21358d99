//! A summary of a document that needs no generation, so it works for a rejected document too.

use serde_json::Value;

use crate::method::Method;
use crate::source::Source;

/// Summary of a document, before overlays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outline {
    /// Its version of OpenAPI or Swagger. A text without one is not an API document.
    pub version: Option<String>,
    /// Number of operations in its paths.
    pub operations: usize,
}

/// Summarizes a document; `None` if its text is neither JSON nor YAML.
pub fn outline(document: &Source) -> Option<Outline> {
    let root = document.to_json()?;
    let version = ["openapi", "swagger"]
        .iter()
        .find_map(|key| root.get(key))
        .map(|version| {
            version
                .as_str()
                .map_or_else(|| version.to_string(), str::to_owned)
        });
    let paths = root.get("paths").and_then(Value::as_object);
    let operations = paths.into_iter().flat_map(|paths| paths.values());
    let operations = operations
        .filter_map(Value::as_object)
        .flat_map(|path| path.keys())
        .filter(|key| Method::is_name(key))
        .count();
    Some(Outline {
        version,
        operations,
    })
}

#[cfg(test)]
mod tests {
    use super::{Outline, outline};
    use crate::source::Source;

    fn of(text: &str) -> Option<Outline> {
        outline(&Source::new("x", text))
    }

    #[test]
    fn versions_and_operations_are_found() {
        let paths = "paths: {/a: {get: {}, parameters: []}, /b: {get: {}, post: {}}, x-c: 1}";
        let found = |version: &str| Outline {
            version: Some(version.into()),
            operations: 3,
        };
        assert_eq!(
            of(&format!("openapi: 3.1.0\n{paths}")),
            Some(found("3.1.0"))
        );
        assert_eq!(of(&format!("swagger: 2.0\n{paths}")), Some(found("2.0")));
    }

    #[test]
    fn texts_that_are_not_api_documents() {
        for text in ["", "[1]", "{\"name\": \"x\"}", "some words"] {
            assert_eq!(of(text), Some(Outline::default()), "{text}");
        }
        assert_eq!(of("{\"openapi\": "), None);
    }
}
