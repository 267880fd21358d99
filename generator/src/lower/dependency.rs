//! The crates of `x-rust-type`, which become dependencies of a new client.

use std::collections::BTreeSet;

use super::Lowering;
use crate::api::Dependency;
use crate::diagnostics::{Code, Reported};
use crate::document::Node;

/// Crates that every program has without a dependency.
const BUILT_IN: [&str; 5] = ["crate", "std", "core", "alloc", "proc_macro"];

/// The crate that every client depends on already.
const RUNTIME: &str = "openapi-client-runtime";

/// The longest name of a crate on crates.io.
const LONGEST: usize = 64;

impl Lowering<'_, '_> {
    /// Records a crate that the code needs.
    pub(super) fn depend(
        &mut self,
        node: &Node<'_>,
        name: String,
        dependency: Dependency,
    ) -> Result<(), Reported> {
        let mut others = self.dependencies.keys().map(String::as_str);
        let other = others.find(|other| *other != name && in_code(other) == in_code(&name));
        let known = self.dependencies.get(&name);
        let conflict = if let Some(other) = other {
            Some((
                format!("`{name}` is called `{other}` elsewhere"),
                "use the same name everywhere",
            ))
        } else if let Some(known) = known.filter(|known| known.version != dependency.version) {
            Some((
                format!(
                    "`{name}` is required in version `{}` elsewhere, but in version `{}` here",
                    known.version, dependency.version
                ),
                "use the same version everywhere",
            ))
        } else {
            None
        };
        if let Some((message, help)) = conflict {
            let at = &node.pointer;
            return Err(self.reporter.error(Code::RustType, at, message, help));
        }
        match self.dependencies.get_mut(&name) {
            Some(known) => known.features.extend(dependency.features),
            None => drop(self.dependencies.insert(name, dependency)),
        }
        Ok(())
    }
}

/// The crate that a type with this path comes from.
pub(super) fn of(node: &Node<'_>, path: &str) -> Result<(String, Dependency), String> {
    let first = path.trim_start_matches("::").split("::").next();
    let first = first.filter(|first| !BUILT_IN.contains(first));
    let name = node.string("crate").or(first);
    let name = name.ok_or("the path does not name a crate, so `crate` must name it")?;
    if !is_crate(name) {
        return Err(format!("`{name}` is not a valid crate name"));
    }
    if in_code(name) == in_code(RUNTIME) {
        return Err(format!("`{name}` is a dependency already; omit it"));
    }
    let version = node.string("version");
    let version = version.ok_or_else(|| format!("`{name}` needs a `version` that is a string"))?;
    if !is_requirement(version) {
        return Err(format!("`{version}` is not a valid crate version"));
    }
    let listed = node.list("features");
    let features = listed.iter().filter_map(|feature| feature.as_str());
    let features: BTreeSet<String> = features.map(str::to_owned).collect();
    let is_list = node
        .get("features")
        .is_none_or(|list| list.value.is_array());
    if !is_list || features.len() != listed.len() {
        return Err("`features` must be a list of different names".to_owned());
    }
    if let Some(feature) = features.iter().find(|feature| !is_feature(feature)) {
        return Err(format!("`{feature}` is not the name of a feature"));
    }
    let dependency = Dependency {
        version: version.to_owned(),
        features,
        pointer: node.pointer.to_string(),
    };
    Ok((name.to_owned(), dependency))
}

/// The name of a crate in Rust code.
fn in_code(name: &str) -> String {
    name.replace('-', "_")
}

fn is_crate(name: &str) -> bool {
    let is_part = |each: char| each.is_ascii_alphanumeric() || "-_".contains(each);
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.len() <= LONGEST
        && name.chars().all(is_part)
        && !BUILT_IN.contains(&&*in_code(name))
        // Keywords are not identifiers.
        && syn::parse_str::<syn::Ident>(&in_code(name)).is_ok()
}

/// Whether a string is the name of a feature of a dependency. Only a package's own features may contain `/` and `:`.
fn is_feature(name: &str) -> bool {
    let is_part = |each: char| each.is_ascii_alphanumeric() || "-_+.".contains(each);
    name.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
        && name.chars().all(is_part)
}

/// Whether a string is a version requirement: `1`, `^1.2`, `>=1.0.0-beta.2, <3`, `1.*`, `*`.
fn is_requirement(text: &str) -> bool {
    text.trim() == "*" || text.split(',').all(|each| is_comparator(each.trim()))
}

fn is_comparator(text: &str) -> bool {
    let operators = [">=", "<=", ">", "<", "=", "^", "~"];
    let version = operators.iter().find_map(|it| text.strip_prefix(it));
    let version = version.unwrap_or(text).trim_start();
    let (version, suffix) = match version.find(['-', '+']) {
        Some(at) => version.split_at(at),
        None => (version, ""),
    };
    let of_suffix = |each: char| each.is_ascii_alphanumeric() || "-.+".contains(each);
    let parts: Vec<&str> = version.split('.').collect();
    let is_number = |part: &str| {
        let is_digits = part.chars().all(|each| each.is_ascii_digit());
        is_digits && part.parse::<u64>().is_ok() && (part == "0" || !part.starts_with('0'))
    };
    let is_part = |(at, part): (usize, &&str)| is_number(part) || at > 0 && *part == "*";
    parts.len() <= 3
        && parts.iter().enumerate().all(is_part)
        && suffix.chars().all(of_suffix)
        && (suffix.is_empty() || parts.len() == 3 && suffix.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_are_those_of_cargo() {
        for text in [
            "1",
            "0.4.2",
            "^1.2",
            "~1",
            "=1.2.3",
            ">=1, <3",
            ">= 1.0.0-beta.2, < 2",
            "1.*",
            "*",
            "1.0.0+build.5",
        ] {
            assert!(is_requirement(text), "{text}");
        }
        for text in [
            "",
            " ",
            "a",
            "1a",
            "1.2.3.4",
            "1,",
            "01",
            "1..2",
            "==1",
            "1-",
            "1.2-beta",
            "1\"",
            "1 2",
            "latest",
            "99999999999999999999",
            "*.1",
        ] {
            assert!(!is_requirement(text), "{text}");
        }
    }

    #[test]
    fn names_are_those_of_cargo() {
        for name in ["a", "x-y", "rust_decimal", &"a".repeat(64)] {
            assert!(is_crate(name), "{name}");
        }
        for name in [
            "",
            "2a",
            "-a",
            "é",
            "a/b",
            "a b",
            "fn",
            "self",
            "std",
            "proc-macro",
            "a\"",
            &"a".repeat(65),
        ] {
            assert!(!is_crate(name), "{name}");
        }
        for name in ["serde", "std-1", "c++20", "_x", "v1.2"] {
            assert!(is_feature(name), "{name}");
        }
        for name in ["", "a/b", "a?/b", "dep:a", "-a", "a b", "\""] {
            assert!(!is_feature(name), "{name}");
        }
    }
}
