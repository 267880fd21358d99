//! Null where OpenAPI has something optional, as YAML has it after a key without a value. It means that nothing is there.

use serde_json::{Map, Value, json};

use super::bundle::Bundle;
use super::grammar::ObjectKind;
use super::keyword::{Holds, Role, keyword};
use super::scalars::lists;
use crate::diagnostics::{Code, Help, Location, Problem, Reporter};
use crate::source::{Origins, Pointer};

/// Fields in which null may be data.
const DATA: [&str; 3] = ["default", "example", "const"];

/// Fields that may be null without any loss.
const STRINGS: [&str; 5] = [
    "description",
    "externalDocs",
    "operationId",
    "summary",
    "title",
];

/// What happens to null that no value takes the place of.
const IGNORED: &str = "it is ignored";

/// Removes null, with a warning where it replaces more than a string.
pub(super) fn remove(bundle: &mut Bundle, reporter: &Reporter) {
    let Bundle {
        root,
        origins,
        regions,
        ..
    } = bundle;
    let mut nulls = Nulls { origins, reporter };
    let mut visit = |kind: ObjectKind, members: &mut Map<String, Value>, at: &Pointer| {
        nulls.of_object(kind, members, at);
    };
    ObjectKind::Document.walk_mut(root, &mut Pointer::root(), &mut visit);
    for (kind, at) in regions {
        if let Some(value) = at.find_mut(root) {
            kind.walk_mut(value, &mut at.clone(), &mut visit);
        }
    }
}

struct Nulls<'b> {
    origins: &'b mut Origins,
    reporter: &'b Reporter,
}

impl Nulls<'_> {
    fn of_object(&mut self, kind: ObjectKind, members: &mut Map<String, Value>, at: &Pointer) {
        members.retain(|key, value| {
            let may_hold_data = kind != ObjectKind::ServerVariable && DATA.contains(&key.as_str());
            let is_data = key.starts_with("x-") || may_hold_data;
            if !value.is_null() || is_data {
                return true;
            }
            let is_string = STRINGS.contains(&key.as_str())
                || (kind == ObjectKind::Schema
                    && keyword(key).is_some_and(|keyword| keyword.role == Role::Annotation));
            if !is_string {
                self.warn(&at.join(key.as_str()), key, IGNORED);
            }
            false
        });
        for (key, holds, inner) in kind.fields() {
            match (holds, members.get_mut(*key)) {
                (Holds::List, Some(Value::Array(items))) => self.of_list(items, &at.join(*key)),
                (Holds::Map | Holds::Named, Some(Value::Object(named))) => {
                    self.of_map(*inner, named, &at.join(*key));
                }
                _ => {}
            }
        }
        let tags = (kind == ObjectKind::Document).then_some("tags");
        for key in lists(kind).iter().copied().chain(tags) {
            if let Some(Value::Array(items)) = members.get_mut(key) {
                self.of_list(items, &at.join(key));
            }
        }
        if kind == ObjectKind::Schema
            && let Some(Value::Object(discriminator)) = members.get_mut("discriminator")
        {
            let at = at.join("discriminator");
            self.of_texts(discriminator, &at);
            if let Some(Value::Object(mapping)) = discriminator.get_mut("mapping") {
                self.of_texts(mapping, &at.join("mapping"));
            }
        }
        if let (ObjectKind::Schema, Some(Value::Array(types))) = (kind, members.get_mut("type")) {
            for (index, name) in types.iter_mut().enumerate() {
                if name.is_null() {
                    let at = at.join("type").join(index.to_string());
                    self.warn(&at, "type", "it is read as the type `null`");
                    *name = json!("null");
                }
            }
        }
    }

    fn of_list(&mut self, items: &mut Vec<Value>, at: &Pointer) {
        let mut kept = Vec::new();
        for (index, item) in std::mem::take(items).into_iter().enumerate() {
            let from = at.join(index.to_string());
            if item.is_null() {
                self.report(
                    &from,
                    "an item of a list is null, so it is ignored".to_owned(),
                    Help::new("add a value, or remove the item").remove(),
                );
                continue;
            }
            if kept.len() < index {
                let old = self.origins.moved.follow(&from);
                let to = at.join(kept.len().to_string());
                self.origins.moved.insert(&to, old);
            }
            kept.push(item);
        }
        *items = kept;
    }

    /// Members that are useless without a value.
    fn of_texts(&mut self, members: &mut Map<String, Value>, at: &Pointer) {
        members.retain(|key, value| {
            if value.is_null() {
                self.warn(&at.join(key.as_str()), key, IGNORED);
            }
            !value.is_null()
        });
    }

    fn of_map(&mut self, kind: ObjectKind, named: &mut Map<String, Value>, at: &Pointer) {
        // These may be empty. Others are useless without content.
        let may_be_empty = matches!(
            kind,
            ObjectKind::PathItem
                | ObjectKind::Response
                | ObjectKind::Header
                | ObjectKind::MediaType
                | ObjectKind::Encoding
                | ObjectKind::Schema
        );
        named.retain(|name, value| {
            if !value.is_null() || name.starts_with("x-") && kind == ObjectKind::PathItem {
                return true;
            }
            let at = at.join(name.as_str());
            if may_be_empty {
                self.warn(&at, name, "it is read as an empty object");
                *value = json!({});
            } else {
                self.warn(&at, name, IGNORED);
            }
            may_be_empty
        });
    }

    fn warn(&self, at: &Pointer, name: &str, outcome: &str) {
        let message = format!("`{name}` is null, so {outcome}");
        let help = Help::new("add a value after the key, or remove the key");
        let is_ignored = outcome == IGNORED;
        let help = if is_ignored { help.remove() } else { help };
        self.report(at, message, help);
    }

    fn report(&self, at: &Pointer, message: String, help: Help) {
        let (source, pointer) = self.origins.of(at);
        let location = Location::Source(source, pointer);
        self.reporter
            .report(Problem::warning(Code::Null, location, message, help));
    }
}
