//! `format`. Any value is allowed, so only those are reported that are similar to one with a meaning.

use super::Lowering;
use crate::diagnostics::{Code, Help, nearest};
use crate::document::Node;
use serde_json::json;

/// Formats that determine the type of a value, with the JSON type.
const DECISIVE: [(&str, &[&str]); 2] = [
    (
        "integer",
        &[
            "int32", "int64", "int8", "int16", "uint32", "uint64", "uint8", "uint16",
        ],
    ),
    ("string", &["date-time", "date", "binary"]),
];

/// Other formats in use that are similar to one of those.
const OTHERS: &[&str] = &[
    "bigint", "data", "int", "int53", "int96", "int128", "int256", "integer", "uint", "uint96",
    "uint128", "uint256", "decimal", "time",
];

impl<'d> Lowering<'_, 'd> {
    pub(super) fn check_format(&self, node: &Node<'d>) {
        let Some(format) = node.string("format") else {
            return;
        };
        let ty = node.string("type");
        let decisive = DECISIVE.iter().find(|(name, _)| ty == Some(*name));
        let Some((_, formats)) = decisive else {
            return;
        };
        if formats.contains(&format) || OTHERS.contains(&format) {
            return;
        }
        if let Some(near) = nearest(format, formats.iter().copied()) {
            self.reporter.warning(
                Code::UnknownFormat,
                &node.pointer.join("format"),
                format!("unknown format `{format}`; did you mean `{near}`?"),
                Help::new("it has no effect: fix its spelling, or remove it")
                    .update(&node.pointer, json!({"format": near})),
            );
        }
    }
}
