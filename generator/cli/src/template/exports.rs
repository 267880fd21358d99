//! The exports in the `src/lib.rs` of an existing crate, which belongs to its user: what the generated code needs of them, and
//! what it does not have any more.

use std::collections::BTreeSet;

use super::library::ABOUT;

/// The exports that a client needs.
const CLIENT: [&str; 6] = [
    "Call",
    "Client",
    "ClientBuilder",
    "Error",
    "operations",
    "types",
];
const TYPES: [&str; 1] = ["types"];

/// The service for tests, behind the feature of the same name.
const TESTING: &str = "testing";

const GENERATED: &str = "generated";
const RUNTIME: &str = "runtime";

const MODULE: &str = "mod generated;";
const NEW_RUNTIME: &str = "pub use openapi_client_runtime as runtime;";

/// The line of older crates, in which the runtime was a module.
const OLD_RUNTIME: &str = "pub mod runtime;";

/// The lines that generated code needs and the library of a user lacks: its docs, its module and exports.
pub(super) fn missing(library: &str, has_client: bool) -> Vec<String> {
    let imports = imports(library);
    let is_missing = |name: &str| {
        let of_generated = |name: &str| imports.contains(&(GENERATED, name));
        !of_generated(name) && !of_generated("*")
    };
    let needed = needed(has_client).iter();
    let missing: Vec<&str> = needed.copied().filter(|name| is_missing(name)).collect();
    let mut lines = Vec::new();
    let code = code(library);
    // Their attributes, visibility and place are a matter of the user.
    for (line, present) in [
        (ABOUT, vec!["generated/about.md"]),
        (MODULE, vec!["mod generated"]),
        (NEW_RUNTIME, vec!["as runtime", "mod runtime"]),
    ] {
        if !present.iter().any(|text| code.contains(text)) {
            lines.push(line.to_owned());
        }
    }
    if !missing.is_empty() {
        lines.push(format!("pub use generated::{{{}}};", missing.join(", ")));
    }
    if has_client && is_missing(TESTING) {
        lines.push(format!(
            "#[cfg(feature = \"{TESTING}\")] pub use generated::{TESTING};"
        ));
    }
    lines
}

/// The changes that an older library needs, because it names items that are elsewhere or gone. `generated` is the root of the
/// generated module, and `runtime` has the files of the runtime, with its root first.
pub(super) fn outdated<'a>(
    library: &str,
    has_client: bool,
    generated: &str,
    runtime: impl Iterator<Item = &'a str>,
) -> Vec<String> {
    let declared_in_generated = declared(generated);
    let runtime: Vec<&str> = runtime.collect();
    let mut declared_in_runtime = declared(runtime.first().unwrap_or(&""));
    declared_in_runtime.extend(runtime.iter().flat_map(|file| after(file, "macro_rules! ")));
    let mut changes = Vec::new();
    if code(library).contains(OLD_RUNTIME) {
        changes.push(format!(
            "replace `{OLD_RUNTIME}` with `{NEW_RUNTIME}`: the runtime is a crate"
        ));
    }
    for (module, name) in imports(library) {
        let reason = match module {
            GENERATED if !declared_in_generated.contains(name) => "it does not exist any more",
            RUNTIME if needed(has_client).contains(&name) => "it is in `generated`",
            RUNTIME if !declared_in_runtime.contains(name) => "it does not exist any more",
            _ => continue,
        };
        if !["*", "self"].contains(&name) {
            changes.push(format!("remove `{name}` from `use {module}::…`: {reason}"));
        }
    }
    changes
}

fn needed(has_client: bool) -> &'static [&'static str] {
    if has_client { &CLIENT } else { &TYPES }
}

/// A text without its comments.
fn code(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let code: Vec<&str> = text.lines().filter(is_code).collect();
    code.join("\n")
}

/// The items that a library imports from the generated module and the runtime, with the name of the module.
fn imports(library: &str) -> Vec<(&'static str, &str)> {
    let mut imports = Vec::new();
    let mut start = 0;
    for line in library.split_inclusive('\n') {
        let here = start;
        start += line.len();
        let line = line.trim_start().trim_start_matches("pub ");
        let Some(path) = line.strip_prefix("use ") else {
            continue;
        };
        let path = path
            .trim_start_matches("crate::")
            .trim_start_matches("self::");
        let module = match path.split_once("::") {
            Some(("generated", _)) => GENERATED,
            Some(("runtime" | "openapi_client_runtime", _)) => RUNTIME,
            _ => continue,
        };
        // The list may have several lines.
        let statement = library[here..].split(';').next().unwrap_or_default();
        let items = statement
            .split_once(module)
            .and_then(|(_, rest)| rest.split_once("::"));
        let items = items.map_or("", |(_, items)| items.trim());
        let list = items.strip_prefix('{').unwrap_or(items);
        let list = if list.len() < items.len() {
            list
        } else {
            first(items)
        };
        let names = list.split(',').map(|item| first(item.trim()));
        imports.extend(
            names
                .filter(|name| !name.is_empty())
                .map(|name| (module, name)),
        );
    }
    imports
}

/// The name at the beginning of a text.
fn first(text: &str) -> &str {
    let end = text.find(|char: char| !(char.is_alphanumeric() || "_*".contains(char)));
    &text[..end.unwrap_or(text.len())]
}

/// The names after each occurrence of some words.
fn after<'a>(text: &'a str, words: &str) -> impl Iterator<Item = String> + use<'a> {
    let words = words.to_owned();
    let found: Vec<_> = text.split(words.as_str()).skip(1).map(first).collect();
    found.into_iter().map(str::to_owned)
}

/// The names of the public items of a module, and a few more: the names in the paths of its exports.
fn declared(module: &str) -> BTreeSet<String> {
    let code = code(module);
    let mut names = BTreeSet::new();
    for kind in ["mod", "type", "const", "fn", "struct", "enum", "trait"] {
        names.extend(after(&code, &format!("pub {kind} ")));
    }
    for export in code.split("pub use ").skip(1) {
        let export = export.split(';').next().unwrap_or_default();
        let words = export.split(|char: char| !(char.is_alphanumeric() || char == '_'));
        names.extend(words.map(str::to_owned));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::LIBRARY;

    #[test]
    fn exports_that_generated_code_needs_are_missed() {
        let types = format!("{ABOUT}\n{}", include_str!("types.rs"));
        let starter = format!("{ABOUT}\n{LIBRARY}");
        let all = "#![doc = include_str!(\"../src/generated/about.md\")]\npub(crate) mod generated;\npub use generated::*;\npub mod runtime;";
        for (library, has_client) in [(&*starter, true), (&*types, false), (all, true)] {
            assert_eq!(missing(library, has_client), Vec::<String>::new());
        }
        let older = "//! use generated::Call;\npub use generated::{API, Error,\n operations, types};\npub use runtime::{Call, Client};";
        assert_eq!(
            missing(older, true),
            [
                ABOUT,
                MODULE,
                NEW_RUNTIME,
                "pub use generated::{Call, Client, ClientBuilder};",
                "#[cfg(feature = \"testing\")] pub use generated::testing;",
            ]
        );
        let comments = "// mod generated;\n//! as runtime";
        let types = "pub use generated::{types};";
        assert_eq!(
            missing(comments, false),
            [ABOUT, MODULE, NEW_RUNTIME, types]
        );
    }

    #[test]
    fn exports_that_are_elsewhere_or_gone_are_outdated() {
        let generated =
            "pub mod operations;\npub use client::{Call, Client};\npub const API: u8 = 1;";
        let runtime = [
            "pub use model::{JsonObject, Value as Json};\n#[cfg(x)]\npub use {http, reqwest};",
            "#[macro_export]\nmacro_rules! json_object {",
        ];
        let outdated = |library| outdated(library, true, generated, runtime.into_iter());
        let current = "pub use generated::{API,\n    operations};\npub use runtime::{JsonObject, json_object};\nuse runtime::reqwest::{self, Proxy};\npub use openapi_client_runtime as runtime;\nuse std::fmt;\npub use generated::*;";
        assert_eq!(outdated(current), Vec::<String>::new());
        let old = "pub mod runtime;\npub use crate::generated::{API, Gone as X};\npub use runtime::{\n    Client, JsonObject,\n    Old,\n};\n// use runtime::Older;\n";
        assert_eq!(
            outdated(old),
            [
                "replace `pub mod runtime;` with `pub use openapi_client_runtime as runtime;`: the runtime is a crate",
                "remove `Gone` from `use generated::…`: it does not exist any more",
                "remove `Client` from `use runtime::…`: it is in `generated`",
                "remove `Old` from `use runtime::…`: it does not exist any more",
            ]
        );
    }
}
