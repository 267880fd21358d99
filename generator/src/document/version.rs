//! Versions of OpenAPI.

use serde_json::Value;

use crate::diagnostics::{Code, Reported, Reporter};
use crate::source::Pointer;

/// The versions of OpenAPI, as far as they differ here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// 3.0, which the later stages expect.
    Old,
    /// 3.1 and 3.2, whose schemas are JSON Schema.
    Modern,
}

impl Version {
    /// The version that a value declares; `None` if it declares no supported version.
    pub(super) fn of(value: &Value) -> Option<Self> {
        let text = match value.get("openapi")? {
            Value::String(text) => text.clone(),
            // `openapi: 3.1` in YAML.
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        let is = |minor: &str| {
            let rest = text.strip_prefix(minor);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        if is("3.0") {
            Some(Self::Old)
        } else if is("3.1") || is("3.2") {
            Some(Self::Modern)
        } else {
            None
        }
    }

    /// The version of a document, which must declare one.
    pub(super) fn check(root: &Value, reporter: &Reporter) -> Result<Self, Reported> {
        if let Some(version) = Self::of(root) {
            return Ok(version);
        }
        if root.is_null() {
            return Err(reporter.error(
                Code::NotOpenapi,
                &Pointer::root(),
                "this file is empty",
                "choose a document in OpenAPI 3.0, 3.1 or 3.2",
            ));
        }
        let at = |key: &str| Pointer::root().join(key);
        if root.get("swagger").is_some() {
            return Err(reporter.error(
                Code::Swagger2,
                &at("swagger"),
                "this is a Swagger 2.0 document; OpenAPI 3.0, 3.1 or 3.2 is needed",
                "convert it first, for example with `npx swagger2openapi --patch FILE`",
            ));
        }
        if root.get("overlay").is_some() {
            return Err(reporter.error(
                Code::NotOpenapi,
                &at("overlay"),
                "this is an overlay, not an OpenAPI document",
                "pass it with `--overlay`, and with `--spec` the document that it applies to",
            ));
        }
        if root.get("asyncapi").is_some() {
            return Err(reporter.error(
                Code::NotOpenapi,
                &at("asyncapi"),
                "this is an AsyncAPI document, not an OpenAPI document",
                "choose a document in OpenAPI 3.0, 3.1 or 3.2",
            ));
        }
        Err(match root.get("openapi") {
            Some(version @ (Value::String(_) | Value::Number(_))) => {
                let version = version.to_string().replace('"', "");
                reporter.error(
                    Code::OpenapiVersion,
                    &at("openapi"),
                    format!("OpenAPI {version} is not supported; 3.0, 3.1 and 3.2 are"),
                    "convert the document to one of these versions",
                )
            }
            _ => reporter.error(
                Code::NotOpenapi,
                &Pointer::root(),
                "this is not an OpenAPI document: it has no `openapi` version at the top",
                "add `openapi: 3.0.3`, if it is one",
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn versions_are_recognized() {
        let version = |version: Value| Version::of(&json!({ "openapi": version }));
        for old in [json!("3.0"), json!("3.0.4"), json!("3.0.0-rc1"), json!(3.0)] {
            assert_eq!(version(old), Some(Version::Old));
        }
        for modern in [
            json!("3.1.0"),
            json!("3.1.2"),
            json!("3.2.0"),
            json!("3.1"),
            json!(3.2),
        ] {
            assert_eq!(version(modern), Some(Version::Modern));
        }
        for other in [
            json!("3.3.0"),
            json!("3.10.0"),
            json!("2.0"),
            json!("4.0.0"),
            json!(""),
            json!(null),
            json!(3),
        ] {
            assert_eq!(version(other), None);
        }
    }

    #[test]
    fn an_empty_file_is_called_empty() {
        let reporter = Reporter::default();
        assert!(Version::check(&Value::Null, &reporter).is_err());
        let problems = format!("{reporter:?}");
        assert!(problems.contains("this file is empty"), "{problems}");
    }
}
