//! Selects some of the operations, with everything that they use. Nothing else is processed, so problems in the rest of the
//! document do not matter.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Bundler;
use crate::diagnostics::{Code, Location, Problem, nearest};
use crate::document::grammar::{ObjectKind, Reference};
use crate::method::{Method, derived_id};
use crate::options::{Options, Selector, Subject};
use crate::source::Pointer;

/// Maximum number of references from path item to path item that are followed.
const LONGEST_CHAIN: usize = 50;

/// Operations, by path and method, that were not selected but stay in the document because others refer to parts of them.
pub(crate) type LeftOut = BTreeSet<(String, String)>;

/// An operation of the document.
struct Found {
    path: String,
    method: String,
    id: String,
    tags: Vec<String>,
    /// The path item and the operation, with references resolved.
    item: Pointer,
    at: Pointer,
    selected: bool,
}

impl Found {
    fn subject(&self) -> Subject<'_> {
        Subject {
            id: self.id.clone(),
            tags: self.tags.iter().map(String::as_str).collect(),
            path: &self.path,
            method: &self.method,
        }
    }
}

impl Bundler<'_, '_> {
    /// Bundles the operations that the options select, and removes everything that they do not use.
    pub(super) fn run_selected(&mut self, options: &Options, file: Option<usize>) -> LeftOut {
        self.place_path_items(options);
        self.place_operations(options);
        let mut found = self.operations();
        for operation in &mut found {
            operation.selected = options.select(&operation.subject());
        }
        self.check_selectors(options, file, &found);
        self.restart();
        if options.types_only {
            self.run_for_types(options, &mut found);
        } else {
            self.start_at(&found);
            self.start_at_schemes(&found);
            self.run();
        }
        self.prune(&found)
    }

    /// With `types_only`, operations serve only to select types.
    fn run_for_types(&mut self, options: &Options, found: &mut [Found]) {
        if options.has_selectors() {
            self.start_at(found);
            let start = self.queue.clone();
            self.run();
            self.seen.retain(|place| !start.contains(place));
        } else {
            self.start_at_schemas();
            self.run();
        }
        for operation in found {
            operation.selected = false;
        }
    }

    /// Moves path items from other files into the document, unless they are left out as a whole.
    fn place_path_items(&mut self, options: &Options) {
        let paths = self.root.get("paths").and_then(Value::as_object);
        let references = paths.into_iter().flatten().filter_map(|(path, item)| {
            let text = item.get("$ref")?.as_str()?.to_owned();
            let wanted = !path.starts_with("x-") && options.may_select_of(path);
            let at = Pointer::root().join("paths").join(path.as_str());
            wanted.then(|| Reference {
                kind: ObjectKind::PathItem,
                at: at.join("$ref"),
                text,
            })
        });
        let references: Vec<Reference> = references.collect();
        for reference in &references {
            self.reference(reference);
        }
    }

    /// Replaces references to operations, which may be in other files, unless they are left out with their path.
    fn place_operations(&mut self, options: &Options) {
        let paths = Pointer::root().join("paths");
        for path in self.names_in(&paths) {
            let is_wanted = !path.starts_with("x-") && options.may_select_of(&path);
            let item = is_wanted.then(|| self.resolved(paths.join(path))).flatten();
            let Some(item) = item else { continue };
            for key in self
                .names_in(&item)
                .iter()
                .filter(|key| Method::is_name(key))
            {
                let at = item.join(key.as_str()).join("$ref");
                let text = at.find(&self.root).and_then(Value::as_str);
                if let Some(text) = text.map(str::to_owned) {
                    let kind = ObjectKind::Operation;
                    self.reference(&Reference { kind, at, text });
                }
            }
        }
    }

    fn operations(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let paths = self.root.get("paths").and_then(Value::as_object);
        for path in paths.into_iter().flat_map(|paths| paths.keys()) {
            let item = Pointer::root().join("paths").join(path.as_str());
            let Some(item) = self.resolved(item).filter(|_| !path.starts_with("x-")) else {
                continue;
            };
            let members = item.find(&self.root).and_then(Value::as_object);
            for (key, operation) in members.into_iter().flatten() {
                if !Method::is_name(key) {
                    continue;
                }
                let id = operation.get("operationId").and_then(Value::as_str);
                let id = id.filter(|id| !id.trim().is_empty());
                let tags = operation.get("tags").and_then(Value::as_array);
                let tags = tags.into_iter().flatten().filter_map(Value::as_str);
                found.push(Found {
                    id: id.map_or_else(|| derived_id(key, path), str::to_owned),
                    tags: tags.map(str::to_owned).collect(),
                    path: path.clone(),
                    method: key.clone(),
                    at: item.join(key.as_str()),
                    item: item.clone(),
                    selected: false,
                });
            }
        }
        found
    }

    /// Follows references within the document.
    fn resolved(&self, at: Pointer) -> Option<Pointer> {
        let mut at = at;
        for _ in 0..LONGEST_CHAIN {
            let reference = at.find(&self.root)?.get("$ref").and_then(Value::as_str);
            let Some(text) = reference else {
                return Some(at);
            };
            at = Pointer::from_fragment(text)?;
        }
        None
    }

    /// Reports selectors that select nothing: they probably name something that was renamed.
    fn check_selectors(&self, options: &Options, file: Option<usize>, found: &[Found]) {
        let mut all_match = true;
        for (list, selectors) in [("include", &options.include), ("exclude", &options.exclude)] {
            for (index, selector) in selectors.iter().enumerate() {
                let selects = |found: &Found| selector.selects(&found.subject());
                if found.iter().any(selects) || self.selects_path(selector) {
                    continue;
                }
                all_match = false;
                let location = options.location_of(list, index, selector);
                let location = match (file, location) {
                    (Some(file), Some(location)) => Location::Source(file, location),
                    _ => Location::Document(Pointer::root().join("paths")),
                };
                let message = format!("`{selector}` in `{list}` selects no operation");
                let help = near(selector, found);
                let problem = Problem::error(Code::UnmatchedSelector, location, message, help);
                self.reporter.report(problem);
            }
        }
        if all_match && options.has_selectors() && !found.iter().any(|found| found.selected) {
            let message = "`include` and `exclude` leave no operations";
            let paths = Pointer::root().join("paths");
            self.reporter
                .error(Code::NoOperations, &paths, message, "select at least one");
        }
    }

    /// Whether the selector is about a path whose path item was not read.
    fn selects_path(&self, selector: &Selector) -> bool {
        let paths = self.root.get("paths").and_then(Value::as_object);
        let mut paths = paths.into_iter().flatten();
        paths.any(|(path, item)| item.get("$ref").is_some() && selector.selects_all_of(path))
    }

    /// Makes the walk start at the nodes that are queued from here on, instead of at the root.
    fn restart(&mut self) {
        self.queue.clear();
        self.seen.clear();
        self.regions.clear();
        self.walks_all = false;
    }

    fn start_at_schemas(&mut self) {
        let schemas = Pointer::root().join("components").join("schemas");
        for name in self.names_in(&schemas) {
            self.look_at(ObjectKind::Schema, schemas.join(name));
        }
    }

    fn names_in(&self, at: &Pointer) -> Vec<String> {
        let members = at.find(&self.root).and_then(Value::as_object);
        let names = members.into_iter().flatten().map(|(name, _)| name.clone());
        names.collect()
    }

    fn start_at(&mut self, found: &[Found]) {
        for operation in found.iter().filter(|operation| operation.selected) {
            self.look_at(ObjectKind::Operation, operation.at.clone());
            let parameters = operation.item.join("parameters");
            let count = parameters.find(&self.root).and_then(Value::as_array);
            for index in 0..count.map_or(0, Vec::len) {
                self.look_at(ObjectKind::Parameter, parameters.join(index.to_string()));
            }
        }
    }

    fn start_at_schemes(&mut self, found: &[Found]) {
        let schemes = Pointer::root().join("components").join("securitySchemes");
        // A scheme that no operation names may apply to all of them.
        let asked = self.schemes(found, |_| true);
        let wanted = self.schemes(found, |operation| operation.selected);
        for name in self.names_in(&schemes) {
            if wanted.contains(&name) || !asked.contains(&name) {
                self.look_at(ObjectKind::SecurityScheme, schemes.join(name));
            }
        }
    }

    /// The security schemes that some of the operations require.
    fn schemes(&self, found: &[Found], among: impl Fn(&Found) -> bool) -> BTreeSet<String> {
        let of_all = self.root.get("security");
        let asked = found
            .iter()
            .filter(|found| among(found))
            .filter_map(|found| found.at.find(&self.root)?.get("security").or(of_all));
        let alternatives = asked.filter_map(Value::as_array).flatten();
        let names = alternatives.filter_map(Value::as_object).flatten();
        names.map(|(name, _)| name.clone()).collect()
    }

    /// Removes everything that the walk did not reach.
    fn prune(&mut self, found: &[Found]) -> LeftOut {
        let seen = self.seen.iter().map(|(_, at)| at.clone());
        let reached: BTreeSet<Pointer> = seen.chain(self.placed.values().cloned()).collect();
        let is_reached = |at: &Pointer| {
            let below = reached.range(at.clone()..).next();
            below.is_some_and(|below| below.steps().starts_with(at.steps()))
        };
        let mut left_out = LeftOut::new();
        for operation in found.iter().filter(|operation| !operation.selected) {
            if is_reached(&operation.at) {
                left_out.insert((operation.path.clone(), operation.method.clone()));
            } else {
                remove(&mut self.root, &operation.at);
            }
        }
        let by_general = found.iter().filter(|found| found.selected).any(|found| {
            let operation = found.at.find(&self.root);
            operation.is_some_and(|operation| operation.get("security").is_none())
        });
        if !by_general {
            remove(&mut self.root, &Pointer::root().join("security"));
        }
        let selected: BTreeSet<&str> = found
            .iter()
            .filter(|found| found.selected)
            .map(|found| found.path.as_str())
            .collect();
        let paths = Pointer::root().join("paths");
        retain(&mut self.root, &paths, |path| {
            selected.contains(path) || is_reached(&paths.join(path))
        });
        let components = Pointer::root().join("components");
        let sections = ObjectKind::Components.fields().iter();
        let sections = sections.map(|(section, _, _)| components.join(*section));
        for section in sections.chain([Pointer::root().join("webhooks")]) {
            retain(&mut self.root, &section, |name| {
                is_reached(&section.join(name))
            });
        }
        left_out
    }
}

impl Options {
    fn select(&self, subject: &Subject<'_>) -> bool {
        let any = |list: &[Selector]| list.iter().any(|selector| selector.selects(subject));
        (self.include.is_empty() || any(&self.include)) && !any(&self.exclude)
    }

    /// Whether any operation of a path could be selected.
    fn may_select_of(&self, path: &str) -> bool {
        let mut include = self.include.iter();
        let mut exclude = self.exclude.iter();
        (self.include.is_empty() || include.any(|selector| selector.may_select_of(path)))
            && !exclude.any(|selector| selector.selects_all_of(path))
    }
}

/// A suggestion of the selector that was probably meant.
fn near(selector: &Selector, found: &[Found]) -> String {
    let candidates = found
        .iter()
        .flat_map(|found| selector.candidates(&found.subject()));
    let candidates: BTreeSet<String> = candidates.collect();
    let (kind, pattern) = selector.parts();
    let near = nearest(pattern, candidates.iter().map(String::as_str));
    // Some frameworks derive ids from the name of a function and the path: `read_item_items__item_id__get`.
    let longer = || {
        candidates
            .iter()
            .find(|candidate| candidate.starts_with(pattern))
    };
    match near.or_else(|| longer().map(String::as_str)) {
        Some(near) => format!("did you mean `{kind}: {near}`? otherwise remove it"),
        None => "fix it, or remove it if it is no longer needed".to_owned(),
    }
}

fn remove(root: &mut Value, at: &Pointer) {
    let holder = at.parent().and_then(|holder| holder.find_mut(root));
    if let (Some(Value::Object(members)), Some(key)) = (holder, at.steps().last()) {
        members.shift_remove(key);
    }
}

/// Keeps only some of the members of an object, if there is one.
fn retain(root: &mut Value, at: &Pointer, keep: impl Fn(&str) -> bool) {
    if let Some(Value::Object(members)) = at.find_mut(root) {
        members.retain(|name, _| keep(name));
    }
}
