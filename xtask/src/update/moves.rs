//! Operations that moved to another path. They are recognized by their `operationId`.

use std::collections::{BTreeMap, BTreeSet};

use openapi_rust_client_generator::{Code, Diagnostic};
use serde_json::Value;

use super::check::{METHODS, operations};

type Route<'d> = (&'d str, &'static str);

/// What became of the operations of paths that a document no longer has, or has with fewer methods.
pub(super) struct Moves<'d> {
    /// The new path and method of each operation, by the old ones; `None` if it is gone.
    by_route: BTreeMap<Route<'d>, Option<Route<'d>>>,
    /// The paths of the new document.
    paths: BTreeSet<&'d str>,
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
            let moved = moved.map(|(path, method, _)| (*path, *method));
            Some(((path, method), moved))
        });
        Self {
            by_route: by_route.collect(),
            paths: new.iter().map(|(path, ..)| *path).collect(),
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
            let of_part = part.map(|part| self.help(part, &finding.message));
            let mut help = of_part.unwrap_or_default();
            if help.is_empty() {
                help = self.help(&finding.message, &finding.message);
            }
            if !help.is_empty() {
                finding.help = help.join("; ");
            }
        }
    }

    /// The new pointer to a place in an operation that moved.
    pub(super) fn moved(&self, pointer: &str) -> Option<String> {
        let at = |(path, method): Route<'_>| {
            let path = path.replace('~', "~0").replace('/', "~1");
            format!("/paths/{path}/{method}")
        };
        self.by_route.iter().find_map(|(old, new)| {
            let below = pointer.strip_prefix(&at(*old))?;
            let is_part = below.is_empty() || below.starts_with('/');
            is_part.then_some(at((*new)?) + below)
        })
    }

    /// The operations that moved away from an action which still matches others, without those that the help for it names.
    pub(super) fn of_matching(&self, target: &str, help: &[&str]) -> Vec<String> {
        let routes = self.routes(target, target);
        let is_left = |old: &Route<'_>, new: &Route<'_>| {
            let (is_other_path, is_other_method) = (old.0 != new.0, old.1 != new.1);
            (is_other_path && !has(target, new.0))
                || (is_other_method && has_any_method(target) && !has_method(target, new.1))
        };
        let is_named = |old: Route<'_>| {
            let names = [old.0.to_owned(), text(old)].map(|name| format!("`{name}` is "));
            let mut help = help.iter();
            help.any(|help| names.iter().any(|name| help.contains(name)))
        };
        let left = routes.into_iter().filter_map(|(old, new)| {
            let new = new.filter(|new| is_left(&old, new) && !is_named(old))?;
            Some(format!(
                "`{}` is `{}` now: fix the target",
                text(old),
                text(new)
            ))
        });
        left.collect()
    }

    /// What became of the operations on old paths in a text.
    fn help(&self, text_of_path: &str, target: &str) -> Vec<String> {
        let mut moved: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let routes = self.routes(text_of_path, target);
        for (old, new) in &routes {
            let Some(new) = new else {
                continue;
            };
            let is_path = old.1 == new.1 && !self.paths.contains(old.0);
            let (old, new) = if is_path {
                (old.0.to_owned(), new.0.to_owned())
            } else {
                (text(*old), text(*new))
            };
            moved.entry(old).or_default().insert(format!("`{new}`"));
        }
        let gone: BTreeSet<&str> = routes
            .iter()
            .map(|((path, _), _)| *path)
            .filter(|path| {
                let mut same = routes.iter().filter(|(old, _)| old.0 == *path);
                same.all(|(_, new)| new.is_none())
            })
            .collect();
        let moved = moved.into_iter().map(|(old, new)| {
            let new: Vec<String> = new.into_iter().collect();
            format!("`{old}` is {} now: fix the target", new.join(" and "))
        });
        let gone = gone.into_iter().map(|path| {
            format!(
                "delete `{path}`, or fix the target: the document has none of its `operationId`s"
            )
        });
        moved.chain(gone).collect()
    }

    /// The operations on old paths in a text, of those that a target is about, with what became of them.
    fn routes(&self, text: &str, target: &str) -> Vec<(Route<'d>, Option<Route<'d>>)> {
        let has_any = has_any_method(target);
        let routes = self.by_route.iter().filter(|((path, method), _)| {
            has(text, path) && (!has_any || has_method(target, method))
        });
        routes.map(|(old, new)| (*old, *new)).collect()
    }
}

fn has(text: &str, name: &str) -> bool {
    text.contains(&format!("'{name}'")) || text.contains(&format!("\"{name}\""))
}

fn has_any_method(target: &str) -> bool {
    METHODS.iter().any(|method| has_method(target, method))
}

fn has_method(target: &str, method: &str) -> bool {
    let mut segments = target.split(['.', '[', '`']);
    has(target, method) || segments.any(|segment| segment == method)
}

/// `PUT /users/{id}`
fn text((path, method): Route<'_>) -> String {
    format!("{} {path}", method.to_uppercase())
}
