//! Places parts of other files in the document.

use serde_json::{Map, Value};

use super::{Bundler, InFile, is_component, path};
use crate::diagnostics::Code;
use crate::document::grammar::{ObjectKind, Reference};
use crate::source::Pointer;

/// Maximum number of copied nodes in total; only a document made for that purpose needs more.
const MOST_COPIED: usize = 250_000;

/// Maximum depth of a place that is copied to: copies may contain references that are replaced by copies in turn.
const DEEPEST: usize = 200;

/// The place of a reference's target in the document.
pub(super) enum Placed {
    /// In place of the reference.
    Here,
    At(Pointer),
}

impl Bundler<'_, '_> {
    /// The place in the document of a reference's target, which is added to the document if it is not part of it yet.
    pub(super) fn place(&mut self, reference: &Reference, target: InFile) -> Option<Placed> {
        let (file, there) = &target;
        if *file == 0 {
            return Some(Placed::At(there.clone()));
        }
        if let Some(known) = self.placed_above(*file, there) {
            return Some(Placed::At(known));
        }
        let Some(value) = self.value(&target).cloned() else {
            self.unresolved(reference, &target);
            return None;
        };
        // A file with anything else is not a part of an API, and must not get into the code.
        if !value.is_object() && !value.is_boolean() {
            let message = format!("`{}` is not an object", reference.text);
            let help = "refer to a part of an OpenAPI document or a JSON Schema";
            self.error(Code::Invalid, reference, message, help);
            return None;
        }
        let entry = reference
            .at
            .parent()
            .filter(|entry| is_component(&reference.at) && self.is_bare(entry));
        let (at, placed) = match entry {
            Some(entry) => {
                *entry.find_mut(&mut self.root)? = value;
                (entry, Placed::Here)
            }
            None => {
                let at = self.add_component(reference.kind, &target, value)?;
                (at.clone(), Placed::At(at))
            }
        };
        self.origins.embedded.insert(&at, target.clone());
        self.placed.insert(target, at.clone());
        self.queue.push((reference.kind, at));
        Some(placed)
    }

    /// The place in the document of a node whose parent was placed there before.
    fn placed_above(&self, file: usize, there: &Pointer) -> Option<Pointer> {
        let mut above = there.clone();
        let mut rest = Vec::new();
        loop {
            let key = (file, above);
            if let Some(placed) = self.placed.get(&key) {
                rest.reverse();
                let pointer = placed.extended(&rest);
                return pointer.find(&self.root).is_some().then_some(pointer);
            }
            above = key.1;
            rest.push(above.pop()?);
        }
    }

    /// Whether an object has no member except its `$ref`.
    fn is_bare(&self, at: &Pointer) -> bool {
        let members = at.find(&self.root).and_then(Value::as_object);
        members.is_some_and(|members| members.len() == 1)
    }

    /// Adds an entry to `components`, under an unused name.
    fn add_component(
        &mut self,
        kind: ObjectKind,
        target: &InFile,
        value: Value,
    ) -> Option<Pointer> {
        let section = kind.section()?;
        let file = &self.files[target.0].source.name;
        let stem = path::stem(file);
        let (around, name) = match target.1.steps().last() {
            Some(name) => (stem, name.as_str()),
            None => (path::folder(file), stem),
        };
        let at = Pointer::root().join("components").join(section);
        let mut entries = &mut self.root;
        for step in at.steps() {
            let members = entries.as_object_mut()?;
            entries = members
                .entry(step.as_str())
                .or_insert_with(|| Value::Object(Map::new()));
        }
        let entries = entries.as_object_mut()?;
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let name = [name.to_owned(), format!("{around}-{name}")]
            .into_iter()
            .chain(numbered)
            .find(|name| !entries.contains_key(name))?;
        entries.insert(name.clone(), value);
        Some(at.join(name))
    }

    /// Whether a reference is replaced by its target: where OpenAPI 3.0 allows no reference, or where the reference has siblings.
    pub(super) fn is_inlined(
        &self,
        reference: &Reference,
        file: usize,
        (there, _): &InFile,
    ) -> bool {
        let holder = reference
            .at
            .parent()
            .and_then(|holder| holder.find(&self.root));
        let members = holder.and_then(Value::as_object);
        match reference.kind {
            ObjectKind::MediaType | ObjectKind::Operation => true,
            ObjectKind::PathItem => {
                let mut others = members.into_iter().flatten();
                *there != 0 || others.any(|(key, _)| key != "$ref" && !key.starts_with("x-"))
            }
            ObjectKind::Parameter
            | ObjectKind::RequestBody
            | ObjectKind::Response
            | ObjectKind::Header => {
                self.files[file].modern
                    && members.is_some_and(|members| members.contains_key("description"))
            }
            _ => false,
        }
    }

    /// Replaces a reference by its target. Siblings of the reference override the members of the target.
    pub(super) fn inline(&mut self, reference: &Reference, target: InFile) {
        // The document is rejected anyway, and trying every reference of a large document would take long.
        if self.gave_up {
            return;
        }
        let Some(target) = self.end_of_chain(reference, target) else {
            return;
        };
        let Some(Value::Object(mut members)) = self.value(&target).cloned() else {
            return self.unresolved(reference, &target);
        };
        let Some(holder) = reference.at.parent() else {
            return;
        };
        let origin = match &target {
            (0, pointer) => self.origins.of(pointer),
            other => other.clone(),
        };
        let sizes = members.values().map(size);
        let (count, depth) = sizes.fold((1, 0), |all, one| (all.0 + one.0, all.1.max(one.1)));
        self.copied += count;
        let is_too_deep = holder.steps().len() + depth > DEEPEST;
        self.gave_up = is_too_deep || self.copied > MOST_COPIED;
        let problem = if self.is_inside(&holder, &origin) {
            "contains itself"
        } else if is_too_deep {
            "is nested more than 200 levels deep"
        } else if self.gave_up {
            "is too large to be copied to every place that refers to it"
        } else {
            ""
        };
        if !problem.is_empty() {
            let message = format!("the target of `{}` {problem}", reference.text);
            let help = "refer to a schema instead";
            return self.error(Code::CircularReference, reference, message, help);
        }
        let own = holder.find_mut(&mut self.root).map(Value::take);
        let overrides = |key: &str| match reference.kind {
            ObjectKind::PathItem | ObjectKind::Operation | ObjectKind::MediaType => key != "$ref",
            _ => key == "description",
        };
        let mut embedded = vec![(holder.clone(), origin)];
        for (key, value) in own.and_then(into_members).into_iter().flatten() {
            if overrides(&key) {
                let at = holder.join(key.as_str());
                embedded.push((at.clone(), self.origins.of(&at)));
                members.insert(key, value);
            }
        }
        if let Some(place) = holder.find_mut(&mut self.root) {
            *place = Value::Object(members);
        }
        if let (0, from) = &target {
            let own = embedded.iter().skip(1).map(|(at, _)| at);
            self.copy_pointed(from, &holder, &own.collect::<Vec<_>>());
        }
        for (at, origin) in embedded {
            self.origins.embedded.insert(&at, origin);
        }
        self.queue.push((reference.kind, holder));
    }
}

impl Bundler<'_, '_> {
    /// A reference that is a pointer in the document is also one in a copy. Parts that were overridden are not copies.
    fn copy_pointed(&mut self, from: &Pointer, to: &Pointer, instead: &[&Pointer]) {
        let pointed = self.pointed.range(from.clone()..);
        let copied = pointed.map_while(|at| at.steps().strip_prefix(from.steps()));
        let copied = copied.map(|rest| to.extended(rest));
        let is_copy = |at: &Pointer| {
            let mut instead = instead.iter();
            !instead.any(|other| at.steps().starts_with(other.steps()))
        };
        let copied: Vec<Pointer> = copied.filter(is_copy).collect();
        self.pointed.extend(copied);
    }

    /// Whether a place is inside a copy of the origin.
    fn is_inside(&self, place: &Pointer, origin: &InFile) -> bool {
        let (file, pointer) = origin;
        let is_native = *file == 0 && place.steps().starts_with(pointer.steps());
        let mut copies = self.origins.embedded.above(place);
        is_native || copies.any(|(copied, rest)| copied == origin && !rest.is_empty())
    }
}

fn into_members(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// The number of nodes of a value, and its depth.
fn size(value: &Value) -> (usize, usize) {
    let sizes = match value {
        Value::Array(items) => items.iter().map(size).collect(),
        Value::Object(members) => members.values().map(size).collect(),
        _ => Vec::new(),
    };
    let sizes = sizes.into_iter();
    sizes.fold((1, 1), |(count, depth), (more, below)| {
        (count + more, depth.max(below + 1))
    })
}
