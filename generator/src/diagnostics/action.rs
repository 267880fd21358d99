//! Overlay actions that fix problems.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

/// An action of an OpenAPI Overlay. It is serialized, and displayed as YAML, in the form that an overlay uses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OverlayAction {
    /// JSONPath of a node in the document: `$.paths['/users'].get`. Only an overlay in version 1.1 can remove a string or a number.
    pub target: String,
    /// The value to merge into the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<Value>,
    /// Whether to remove the target.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub remove: bool,
}

impl fmt::Display for OverlayAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_yaml::to_string(&[self]).map_err(|_| fmt::Error)?;
        f.write_str(text.trim_end())
    }
}
