//! The fields of each kind of object. Those that OpenAPI does not define are reported.

mod table;

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::grammar::ObjectKind;
use super::keyword::{Holds, KEYWORDS, keyword};
use crate::diagnostics::{Code, Help, NO_EFFECT, Reporter, unknown};
use crate::source::Pointer;
use table::{COMPONENTS, DOCUMENT, Fields, REFERENCE, of};

/// The help for something that only newer versions define.
pub(crate) const IS_MODERN: &str = "it has no effect: change the version to 3.1, or remove it";

/// The objects that files may contain.
const FILES: [ObjectKind; 9] = [
    ObjectKind::Document,
    ObjectKind::Components,
    ObjectKind::PathItem,
    ObjectKind::Operation,
    ObjectKind::Parameter,
    ObjectKind::RequestBody,
    ObjectKind::Response,
    ObjectKind::Header,
    ObjectKind::Schema,
];

/// Maximum number of levels of names above the objects in a file, as in `components` and `schemas`.
const NAMED_LEVELS: usize = 2;

/// Reports the fields that OpenAPI does not define, in the whole document and in other nodes that references lead to.
pub(super) fn check(
    root: &Value,
    regions: &[(ObjectKind, Pointer)],
    is_modern: bool,
    reporter: &Reporter,
) {
    let mut check = Check {
        root,
        is_modern,
        text: None,
        seen: HashSet::new(),
        reporter,
    };
    let mut visit = |kind: ObjectKind, members: &Map<String, Value>, at: &Pointer| {
        check.of_kind(kind, members, at);
        true
    };
    ObjectKind::Document.walk(root, &mut Pointer::root(), &mut visit);
    for (kind, at) in regions {
        if let Some(value) = at.find(root) {
            kind.walk(value, &mut at.clone(), &mut visit);
        }
    }
}

/// Whether a file looks like a part of an API: an object of OpenAPI, or such objects by name. One with other fields may be
/// anything, such as a list of passwords.
pub(super) fn is_api(content: &Value) -> bool {
    is_api_within(content, NAMED_LEVELS)
}

fn is_api_within(content: &Value, levels: usize) -> bool {
    let Some(members) = content.as_object().filter(|members| !members.is_empty()) else {
        return false;
    };
    let is_of = |kind: ObjectKind| {
        let fields = of(kind);
        members.keys().all(|key| {
            let is_keyword = kind == ObjectKind::Schema && keyword(key).is_some();
            is_keyword || fields.names.contains(&key.as_str()) || key.starts_with("x-")
        })
    };
    let are_named = || {
        levels > 0
            && members
                .values()
                .all(|inner| is_api_within(inner, levels - 1))
    };
    FILES.into_iter().any(is_of) || are_named()
}

struct Check<'c> {
    root: &'c Value,
    is_modern: bool,
    /// The document as JSON, once it is searched.
    text: Option<String>,
    /// The fields that were reported. One region may contain another.
    seen: HashSet<Pointer>,
    reporter: &'c Reporter,
}

impl Check<'_> {
    fn of_kind(&mut self, kind: ObjectKind, members: &Map<String, Value>, at: &Pointer) {
        // What is ignored next to other references is reported where they are resolved.
        if members.get("$ref").is_some_and(Value::is_string) {
            if kind == ObjectKind::Header {
                self.names(&REFERENCE, members, at);
            }
            return;
        }
        let fields = of(kind);
        if kind == ObjectKind::Schema {
            self.keywords(members, at);
        } else {
            self.names(fields, members, at);
        }
        self.inside(fields, members, at);
    }

    fn names(&mut self, fields: &Fields, members: &Map<String, Value>, at: &Pointer) {
        for key in members.keys().filter(|key| !key.starts_with("x-")) {
            if !self.is_modern && fields.modern.contains(&key.as_str()) {
                let message = format!("`{key}` is not a field of OpenAPI 3.0");
                self.report(message, IS_MODERN, &at.join(key.as_str()));
            } else if !fields.names.contains(&key.as_str()) && !self.is_target(fields, key, at) {
                let what = format!("{} field", fields.of);
                let message = unknown(&what, key, fields.names.iter().copied());
                self.report(message, NO_EFFECT, &at.join(key.as_str()));
            }
        }
    }

    fn inside(&mut self, fields: &Fields, members: &Map<String, Value>, at: &Pointer) {
        for (key, holds, inner) in fields.inside {
            let Some(member) = members.get(*key) else {
                continue;
            };
            let at = at.join(*key);
            let inside: Vec<(Pointer, &Value)> = match (holds, member) {
                (Holds::One, member) => vec![(at, member)],
                (Holds::List, Value::Array(items)) => {
                    let items = items.iter().enumerate();
                    items
                        .map(|(index, item)| (at.join(index.to_string()), item))
                        .collect()
                }
                (Holds::Map | Holds::Named, Value::Object(named)) => named
                    .iter()
                    .map(|(name, item)| (at.join(name.as_str()), item))
                    .collect(),
                _ => continue,
            };
            for (at, value) in inside {
                let Value::Object(members) = value else {
                    continue;
                };
                let is_reference = members.get("$ref").is_some_and(Value::is_string);
                if is_reference {
                    self.names(&REFERENCE, members, &at);
                } else {
                    self.names(inner, members, &at);
                    self.inside(inner, members, &at);
                }
            }
        }
    }

    fn keywords(&mut self, members: &Map<String, Value>, at: &Pointer) {
        for key in members.keys().filter(|key| keyword(key).is_none()) {
            if !key.starts_with("x-") {
                let known = KEYWORDS.iter().filter(|keyword| keyword.is_openapi);
                let known = known.map(|keyword| keyword.name);
                let message = unknown("schema keyword", key, known);
                self.report(message, NO_EFFECT, &at.join(key.as_str()));
            }
        }
    }

    /// Whether references may lead into this field. Definitions may be anywhere in the document and in `components`.
    fn is_target(&mut self, fields: &Fields, key: &str, at: &Pointer) -> bool {
        if ![DOCUMENT.of, COMPONENTS.of].contains(&fields.of) {
            return false;
        }
        let text = self.text.get_or_insert_with(|| self.root.to_string());
        let pointer = at.join(key).to_string();
        text.contains(&format!("\"#{}/", pointer.trim_start_matches('#')))
    }

    fn report(&mut self, message: String, help: &str, at: &Pointer) {
        let help = Help::new(help).remove();
        if self.seen.insert(at.clone()) {
            self.reporter
                .warning(Code::UnknownKeyword, at, message, help);
        }
    }
}
