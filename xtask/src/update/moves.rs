//! Operations that moved to another path. They are recognized by their `operationId`.

use std::collections::{BTreeMap, BTreeSet};

use openapi_rust_client::internal::one_line;
use openapi_rust_client_generator::json_path_member;
use serde_json::Value;

use super::check::{METHODS, operations};
use super::counterparts::id;

type Route<'d> = (&'d str, &'static str);

/// What became of the operations of routes that a document no longer has, or has for another operation.
pub(super) struct Moves<'d> {
    /// The new path and method of each operation, by the old ones; `None` if it is gone.
    by_route: BTreeMap<Route<'d>, Option<Route<'d>>>,
    /// The ids of the operations that have the routes of some of them now.
    successors: BTreeMap<Route<'d>, &'d str>,
    /// The paths of the new document.
    paths: BTreeSet<&'d str>,
}

impl<'d> Moves<'d> {
    pub(super) fn of(previous: &'d Value, document: &'d Value) -> Self {
        let new: Vec<_> = operations(document).collect();
        let mut successors = BTreeMap::new();
        let by_route = operations(previous).filter_map(|(path, method, operation)| {
            let id = id(operation);
            let successor = new
                .iter()
                .find(|(other, same, _)| (*other, *same) == (path, method));
            let mut others = new.iter().filter(|_| id.is_some());
            let moved = others.find(|(.., other)| self::id(other) == id);
            let moved = moved.map(|(path, method, _)| (*path, *method));
            if let Some((.., successor)) = successor {
                // A route that is still there may be that of another operation.
                let is_taken = moved.is_some_and(|moved| moved != (path, method));
                let successor = self::id(successor).filter(|_| is_taken)?;
                successors.insert((path, method), successor);
            }
            Some(((path, method), moved))
        });
        let by_route = by_route.collect();
        Self {
            by_route,
            successors,
            paths: new.iter().map(|(path, ..)| *path).collect(),
        }
    }

    /// The help for the target of a problem, if it is about old paths.
    pub(super) fn explain(&self, message: &str) -> Vec<String> {
        // The part that matches nothing comes first.
        let part = message.split(" in the action on ").next();
        let help = part.map(|part| self.help(part, message));
        let help = help.filter(|help| !help.is_empty());
        help.unwrap_or_else(|| self.help(message, message))
    }

    /// The new target of a place in an operation that moved, if only its path and method changed.
    pub(super) fn target(&self, target: &str) -> Option<String> {
        let at = |(path, method): Route<'_>| format!("$.paths{}.{method}", json_path_member(path));
        self.by_route.iter().find_map(|(old, new)| {
            let below = target.strip_prefix(&at(*old))?;
            let is_part = below.is_empty() || below.starts_with(['.', '[']);
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
            let deleted = format!("delete `'{}'`", old.0);
            let mut help = help.iter();
            help.any(|help| names.iter().any(|name| help.contains(name)) || help.contains(&deleted))
        };
        let left = routes.into_iter().filter_map(|(old, new)| {
            let new = new.filter(|new| is_left(&old, new) && !is_named(old))?;
            let moved = format!("`{}` is `{}` now", text(old), text(new));
            Some(match self.successors.get(&old) {
                Some(other) => {
                    let target = self.target(target);
                    let target = target.map_or_else(String::new, |target| format!(" to `{target}`"));
                    let other = one_line(other);
                    format!("{moved}, and `{other}` has its place, which this action is about now: change the target{target}")
                }
                None => format!("{moved}: fix the target"),
            })
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

/// Whether a text has a quoted name.
pub(super) fn has(text: &str, name: &str) -> bool {
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
