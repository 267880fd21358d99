//! Extensions that are misspelled, or have no effect where they are.

use serde_json::{Map, Value};

use super::grammar::ObjectKind;
use crate::diagnostics::{Code, Reporter, nearest};
use crate::source::Pointer;

/// The extensions, each with the objects that it works in, and their name in messages.
const EXTENSIONS: [(&str, &[ObjectKind], &str); 9] = [
    (
        "x-env",
        &[
            ObjectKind::Server,
            ObjectKind::SecurityScheme,
            ObjectKind::Parameter,
        ],
        "a server, a security scheme or a header parameter",
    ),
    ("x-error-body", &[ObjectKind::Schema], "a schema"),
    ("x-enum-descriptions", &[ObjectKind::Schema], "a schema"),
    ("x-enum-varnames", &[ObjectKind::Schema], "a schema"),
    ("x-paging", &[ObjectKind::Operation], "an operation"),
    ("x-rust-name", &[ObjectKind::Schema], "a schema"),
    ("x-rust-newtype", &[ObjectKind::Schema], "a schema"),
    ("x-rust-type", &[ObjectKind::Schema], "a schema"),
    ("x-style", &[ObjectKind::Parameter], "a query parameter"),
];

/// Reports extensions without effect.
pub(super) fn check(root: &Value, reporter: &Reporter) {
    ObjectKind::Document.walk(root, &mut Pointer::root(), &mut |kind, members, at| {
        if EXTENSIONS.iter().any(|(_, kinds, _)| kinds.contains(&kind)) {
            check_members(kind, members, at, reporter);
        }
        true
    });
}

fn check_members(
    kind: ObjectKind,
    members: &Map<String, Value>,
    at: &Pointer,
    reporter: &Reporter,
) {
    for key in members.keys().filter(|key| key.starts_with("x-")) {
        let known = EXTENSIONS.iter().find(|(name, ..)| name == key);
        let (message, help) = match known {
            Some((_, kinds, place)) => {
                if kinds.contains(&kind) {
                    continue;
                }
                let help = format!("move it to {place}, or remove it");
                (format!("`{key}` has no effect here"), help)
            }
            None => {
                // The prefix must not count as a similarity.
                let names = EXTENSIONS.iter().map(|(name, ..)| &name[2..]);
                let Some(near) = nearest(&key[2..], names) else {
                    continue;
                };
                let help =
                    "no action needed if it is meant for another tool; otherwise fix its spelling";
                let message = format!("unknown extension `{key}`; did you mean `x-{near}`?");
                (message, help.to_owned())
            }
        };
        reporter.warning(Code::UnknownKeyword, &at.join(key.as_str()), message, help);
    }
}
