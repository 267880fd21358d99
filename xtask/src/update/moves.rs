//! Operations that moved to another path. They are recognized by their `operationId`.

use std::collections::{BTreeMap, BTreeSet};

use openapi_rust_client_generator::{Code, Diagnostic};
use serde_json::Value;

use super::check::{METHODS, operations};

/// What became of the operations of paths that a document no longer has, or has with fewer methods.
pub(super) struct Moves<'d> {
    /// The new path of each operation, by its old path and method; `None` if it is gone.
    by_route: BTreeMap<(&'d str, &'static str), Option<&'d str>>,
}

impl<'d> Moves<'d> {
    pub(super) fn of(previous: &'d Value, document: &'d Value) -> Self {
        let new: Vec<_> = operations(document).collect();
        let by_route = operations(previous).filter_map(|(path, method, operation)| {
            if new
                .iter()
                .any(|(other, same, _)| (*other, *same) == (path, method))
            {
                return None;
            }
            let id = operation["operationId"].as_str();
            let moved = new
                .iter()
                .find(|(.., other)| id.is_some() && other["operationId"].as_str() == id);
            Some(((path, method), moved.map(|(path, ..)| *path)))
        });
        Self {
            by_route: by_route.collect(),
        }
    }

    /// Names the new paths in the help for actions on the old ones. The help for an action that may stay has nothing else.
    pub(super) fn explain(&self, findings: &mut [Diagnostic]) {
        for finding in findings {
            if finding.code == Code::OptionalAction {
                finding.help.clear();
            }
            // The part that matches nothing comes first.
            let part = finding.message.split(" in the action on ").next();
            let of_part = part.map(|part| self.paths(part, &finding.message));
            let mut paths = of_part.unwrap_or_default();
            if paths.is_empty() {
                paths = self.paths(&finding.message, &finding.message);
            }
            let help = paths.into_iter().map(|(path, moved)| {
                let moved: Vec<String> = moved.iter().map(|path| format!("`{path}`")).collect();
                if moved.is_empty() {
                    format!("delete `{path}`, or fix the target: the document has none of its `operationId`s")
                } else {
                    format!("`{path}` is {} now: fix the target", moved.join(" and "))
                }
            });
            let help: Vec<String> = help.collect();
            if !help.is_empty() {
                finding.help = help.join("; ");
            }
        }
    }

    /// The old paths in a text, each with the new paths of the operations that a target is about.
    fn paths(&self, text: &str, target: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let has = |text: &str, name: &str| {
            text.contains(&format!("'{name}'")) || text.contains(&format!("\"{name}\""))
        };
        let has_method = |method: &str| {
            has(target, method)
                || target
                    .split(['.', '[', '`'])
                    .any(|segment| segment == method)
        };
        let has_any = METHODS.iter().any(|method| has_method(method));
        let mut paths: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for ((path, method), moved) in &self.by_route {
            if has(text, path) && (!has_any || has_method(method)) {
                paths.entry(path).or_default().extend(moved);
            }
        }
        paths
    }
}
