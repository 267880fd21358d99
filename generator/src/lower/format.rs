//! `format`. Any value is allowed, so only those are reported that are similar to one with a meaning.

use serde_json::json;

use super::Lowering;
use crate::api::Type;
use crate::diagnostics::{Code, Help, nearest};
use crate::document::Node;
use crate::format::{FORMATS, KnownFormat, Meaning, known};

/// The effect of a schema's format on its type.
pub(super) fn meaning(schema: &Node<'_>) -> Option<Meaning> {
    known(schema.string("format")?)?.meaning
}

/// The type of a string.
pub(super) fn string_type(schema: &Node<'_>) -> Type {
    match meaning(schema) {
        Some(Meaning::Timestamp) => Type::Timestamp,
        Some(Meaning::Date) => Type::Date,
        _ => Type::String,
    }
}

impl<'d> Lowering<'_, 'd> {
    pub(super) fn check_format(&self, node: &Node<'d>) {
        let (Some(format), Some(ty)) = (node.string("format"), node.string("type")) else {
            return;
        };
        if known(format).is_some() {
            return;
        }
        let has_effect =
            |known: &&KnownFormat| known.meaning.is_some() && known.types.contains(&ty);
        let names = FORMATS.iter().filter(has_effect).map(|known| known.name);
        if let Some(near) = nearest(format, names) {
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
