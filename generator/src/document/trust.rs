//! Extensions that reach the code, its manifest or the environment. A document may come from a stranger, so they count only in
//! overlays, unless the options say that the document is trusted.
//!
//! Overlays may change a document anywhere, so positions do not tell what an overlay wrote. Before overlays are applied, the
//! strings of the document in these extensions are tagged, and whatever has no tag afterwards comes from an overlay.

use std::collections::HashSet;

use serde_json::Value;

use crate::diagnostics::{Code, Location, Problem, Reporter};
use crate::source::{Origins, Pointer};

/// The extensions.
const EXTENSIONS: [&str; 2] = ["x-env", "x-rust-type"];

/// The end of a tagged string. It begins with a character that is not used in strings.
const TAG: &str = "\u{ffff}untrusted";

/// The start of a tagged string that is the JSON text of a value without strings.
const JSON: char = '\u{ffff}';

/// The extensions that count.
#[derive(Debug)]
pub(super) enum Trust {
    /// All of them.
    All,
    /// Those at these nodes of the document, after overlays.
    Nodes(HashSet<Pointer>),
}

impl Trust {
    /// Whether the value of an extension counts. It is the node at this pointer in this source.
    pub(super) fn includes(&self, source: usize, at: &Pointer) -> bool {
        match self {
            Self::All => true,
            Self::Nodes(nodes) => source == 0 && nodes.contains(at),
        }
    }
}

/// Tags the strings in extensions of the document.
pub(super) fn tag(document: &mut Value) {
    walk(document, &mut Pointer::root(), &mut |key, value, _| {
        if EXTENSIONS.contains(&key) {
            let mut has_strings = false;
            strings(value, &mut |string| {
                has_strings = true;
                string.push_str(TAG);
            });
            if !has_strings && is_extension(value) {
                *value = format!("{JSON}{value}{TAG}").into();
            }
            return false;
        }
        true
    });
}

/// Removes the tags. Returns the extensions of overlays.
pub(super) fn untag(document: &mut Value) -> Trust {
    let mut trusted = HashSet::new();
    walk(document, &mut Pointer::root(), &mut |key, value, at| {
        if EXTENSIONS.contains(&key) {
            let mut count = 0;
            let mut is_tagged = false;
            strings(value, &mut |text| {
                count += 1;
                is_tagged |= text.ends_with(TAG);
            });
            if !is_tagged && (count > 0 || is_extension(value)) {
                trusted.insert(at.clone());
            }
            restore(value);
        }
        true
    });
    // Everywhere, because an overlay can copy a string.
    strings(document, &mut |text| {
        if let Some(length) = text.strip_suffix(TAG).map(str::len) {
            text.truncate(length);
        }
    });
    Trust::Nodes(trusted)
}

/// Puts a value back for which its JSON text was tagged.
fn restore(value: &mut Value) {
    let text = value.as_str().and_then(|text| text.strip_prefix(JSON));
    let text = text.and_then(|text| text.strip_suffix(TAG));
    if let Some(original) = text.and_then(|text| serde_json::from_str(text).ok()) {
        *value = original;
    }
}

/// Reports extensions that do not count, in the bundled document.
pub(super) fn report(document: &mut Value, origins: &Origins, trust: &Trust, reporter: &Reporter) {
    if matches!(trust, Trust::All) {
        return;
    }
    walk(document, &mut Pointer::root(), &mut |key, value, at| {
        if !EXTENSIONS.contains(&key) || !is_extension(value) {
            return true;
        }
        let (source, pointer) = origins.of(at);
        if !trust.includes(source, &pointer) {
            let message = format!("`{key}` of the document is ignored, because it is not trusted");
            let help = "write it in an overlay, or set `trust-document-extensions: true` in the options (`--trust-document-extensions`) if \
                 you trust whoever wrote the document";
            let location = Location::Source(source, pointer);
            let problem = Problem::warning(Code::UntrustedExtension, location, message, help);
            reporter.report(problem);
        }
        false
    });
}

/// Whether a value is that of an extension, and not a schema or a header that happens to have its name.
fn is_extension(value: &Value) -> bool {
    let is_part = |key: &str| value.get(key).is_some_and(|value| !value.is_object());
    !value.is_object() || is_part("path") || is_part("crate")
}

/// Calls `visit` for each member of each object, and for those inside its value as long as `visit` returns true.
fn walk(
    value: &mut Value,
    at: &mut Pointer,
    visit: &mut impl FnMut(&str, &mut Value, &Pointer) -> bool,
) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                at.push(key.as_str());
                if visit(key, member, at) {
                    walk(member, at, visit);
                }
                at.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                at.push(index.to_string());
                walk(item, at, visit);
                at.pop();
            }
        }
        _ => {}
    }
}

/// Calls `visit` for each string in a value.
fn strings(value: &mut Value, visit: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(items) => {
            for item in items {
                strings(item, visit);
            }
        }
        Value::Object(members) => {
            for (_, member) in members {
                strings(member, visit);
            }
        }
        _ => {}
    }
}
