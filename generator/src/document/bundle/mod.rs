//! Bundles files that refer to one another into one document: parts of other files are moved to `components`, and every
//! reference becomes a pointer in this document.

mod identifiers;
mod path;
mod place;
mod select;
mod target;

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::grammar::{ObjectKind, Reference, references};
use super::version::Version;
use crate::diagnostics::{Code, Location, Problem, Reporter};
use crate::options::Options;
use crate::source::Origins;
use crate::source::{Pointer, Source};
use identifiers::Identifiers;
use place::Placed;
pub(crate) use select::LeftOut;

/// A parsed source.
#[derive(Debug)]
pub(super) struct Parsed<'s> {
    pub(super) source: &'s Source,
    /// Its index in the list of sources.
    pub(super) index: usize,
    pub(super) value: Value,
    /// Whether its schemas are JSON Schema.
    pub(super) modern: bool,
}

impl<'s> Parsed<'s> {
    /// The document, or an attached file. A file that does not declare a version has that of the document.
    pub(super) fn new(source: &'s Source, index: usize, value: Value, document: Version) -> Self {
        let is_json_schema = index > 0 && value.get("$schema").is_some();
        let version = Version::of(&value).unwrap_or(document);
        Self {
            modern: is_json_schema || version == Version::Modern,
            source,
            index,
            value,
        }
    }
}

/// A document without references to other files.
#[derive(Debug)]
pub(super) struct Bundle {
    pub(super) root: Value,
    pub(super) origins: Origins,
    /// Nodes that references lead to, but that no walk from the root reaches.
    pub(super) regions: Vec<(ObjectKind, Pointer)>,
    /// Names of files that are referred to but not attached.
    pub(super) missing: BTreeSet<String>,
    pub(super) left_out: LeftOut,
}

/// Bundles the files into the document, which is the first of them. `options` are the options of the run, with their index in
/// the list of sources.
pub(super) fn bundle(
    mut files: Vec<Parsed<'_>>,
    options: (&Options, Option<usize>),
    reporter: &Reporter,
) -> Bundle {
    let mut identifiers = Identifiers::default();
    for (number, file) in files.iter().enumerate().filter(|(_, file)| file.modern) {
        identifiers.collect(number, &path::normal(&file.source.name), &file.value);
    }
    let root = files.first_mut().map(|document| document.value.take());
    let mut bundler = Bundler {
        root: root.unwrap_or_default(),
        files,
        identifiers,
        reporter,
        origins: Origins::default(),
        placed: HashMap::new(),
        seen: HashSet::new(),
        queue: vec![(ObjectKind::Document, Pointer::root())],
        regions: Vec::new(),
        missing: BTreeSet::new(),
        walks_all: true,
        pointed: BTreeSet::new(),
        copied: 0,
        gave_up: false,
    };
    let left_out = match options {
        (options, file) if options.selects() => bundler.run_selected(options, file),
        _ => {
            bundler.run();
            LeftOut::new()
        }
    };
    Bundle {
        left_out,
        root: bundler.root,
        origins: bundler.origins,
        regions: bundler.regions,
        missing: bundler.missing,
    }
}

/// A node of a file: the number of the file, and the pointer in it.
type InFile = (usize, Pointer);

struct Bundler<'s, 'r> {
    /// The document as it grows. The value of the first file is moved here.
    root: Value,
    files: Vec<Parsed<'s>>,
    identifiers: Identifiers,
    reporter: &'r Reporter,
    /// Maps nodes of the document to the files, which are identified by their numbers here.
    origins: Origins,
    /// The places in the document of parts of other files.
    placed: HashMap<InFile, Pointer>,
    /// Regions that are or were in the queue.
    seen: HashSet<(ObjectKind, Pointer)>,
    /// Regions of the document whose references are still to be processed.
    queue: Vec<(ObjectKind, Pointer)>,
    regions: Vec<(ObjectKind, Pointer)>,
    missing: BTreeSet<String>,
    /// Whether the walk from the root covers the whole document.
    walks_all: bool,
    /// The references that were rewritten: they are pointers in the document, whichever file they come from.
    pointed: BTreeSet<Pointer>,
    /// Number of nodes that were copied to further places.
    copied: usize,
    /// Whether copying was stopped because copies would grow without end.
    gave_up: bool,
}

impl Bundler<'_, '_> {
    fn run(&mut self) {
        while let Some((kind, at)) = self.queue.pop() {
            let Some(value) = at.find(&self.root) else {
                continue;
            };
            let mut found = references(kind, value, &at);
            // A definition that `components` names keeps that name wherever it is used. Path items are copied before their
            // operations are replaced, because a copy has the origin of the whole path item.
            found.sort_by_key(|reference| {
                let is_operation = reference.kind == ObjectKind::Operation;
                (is_operation, !is_component(&reference.at))
            });
            for reference in found {
                self.reference(&reference);
            }
        }
        // From here on, sources are identified by their index in the list of sources.
        for (file, _) in self.origins.embedded.values_mut() {
            *file = self.files[*file].index;
        }
        self.shorten_regions();
    }

    fn reference(&mut self, reference: &Reference) {
        if self.pointed.contains(&reference.at) {
            return;
        }
        let (file, from) = self.origins.of(&reference.at);
        let Some(target) = self.target(reference, file, &from) else {
            return;
        };
        if self.is_inlined(reference, file, &target) {
            self.warn_of_operation(reference);
            return self.inline(reference, target);
        }
        match self.place(reference, target) {
            Some(Placed::Here) | None => {}
            Some(Placed::At(pointer)) => {
                self.warn_of_dynamic(reference, file, &pointer);
                self.point(reference, &pointer);
                self.look_at(reference.kind, pointer);
            }
        }
    }

    /// The value of a node of a file.
    fn value(&self, (file, pointer): &InFile) -> Option<&Value> {
        match *file {
            0 => pointer.find(&self.root),
            file => pointer.find(&self.files.get(file)?.value),
        }
    }

    /// Makes a reference point to a place in the document.
    fn point(&mut self, reference: &Reference, to: &Pointer) {
        if Pointer::from_fragment(&reference.text).as_ref() == Some(to)
            && !reference.at.ends_with("$dynamicRef")
        {
            return;
        }
        let Some(holder) = reference.at.parent() else {
            return;
        };
        let key = reference
            .at
            .steps()
            .last()
            .map(String::as_str)
            .unwrap_or_default();
        let origin = self.origins.of(&reference.at);
        let Some(Value::Object(members)) = holder.find_mut(&mut self.root) else {
            return;
        };
        let text = Value::String(to.to_fragment());
        if key != "$dynamicRef" {
            members.insert(key.to_owned(), text);
            self.pointed.insert(reference.at.clone());
            return;
        }
        // The anchors that it could resolve to elsewhere belong to a template; the client uses the one that is written.
        members.shift_remove(key);
        if !members.contains_key("$ref") {
            members.insert("$ref".to_owned(), text);
            let at = holder.join("$ref");
            self.origins.embedded.insert(&at, origin);
            self.pointed.insert(at);
        }
    }

    /// A dynamic reference may resolve to different schemas, depending on what refers to it: this is how templates are filled in.
    fn warn_of_dynamic(&self, reference: &Reference, file: usize, to: &Pointer) {
        let anchor = reference.text.trim_start_matches('#');
        if reference.at.ends_with("$dynamicRef") && self.identifiers.is_ambiguous(anchor, file) {
            let message = format!(
                "dynamic reference `{}` always resolves to {to}, wherever it is used",
                reference.text
            );
            let help = "no action needed if that is intended; otherwise write the schema out";
            let location = self.location_of(reference);
            let problem = Problem::warning(Code::DynamicReference, location, message, help);
            self.reporter.report(problem);
        }
    }

    /// OpenAPI allows references to path items, but not to operations. Documents of several files have them.
    fn warn_of_operation(&self, reference: &Reference) {
        if reference.kind == ObjectKind::Operation {
            let message = format!(
                "OpenAPI does not allow a `$ref` in place of an operation; `{}` is read as one",
                reference.text
            );
            let help = "no action needed, or refer to a whole path item";
            let location = self.location_of(reference);
            let problem = Problem::warning(Code::Invalid, location, message, help);
            self.reporter.report(problem);
        }
    }

    /// Adds a part of the document to the queue, if no walk from the root reaches it.
    fn look_at(&mut self, kind: ObjectKind, at: Pointer) {
        let is_known = ObjectKind::Document.at(at.steps()) == Some(kind);
        if is_known && self.walks_all || at.find(&self.root).is_none() {
            return;
        }
        if !self.walks_all
            && let Some((kind, entry)) = entry_around(&at)
        {
            // A reference to a part of an entry of `components` keeps the whole entry.
            self.look_at(kind, entry);
        }
        if self.seen.insert((kind, at.clone())) {
            if !is_known {
                self.regions.push((kind, at.clone()));
            }
            self.queue.push((kind, at));
        }
    }

    /// Removes regions that are part of others.
    fn shorten_regions(&mut self) {
        self.regions.sort_by_key(|(_, at)| at.steps().len());
        let mut kept: Vec<(ObjectKind, Pointer)> = Vec::new();
        for (kind, at) in std::mem::take(&mut self.regions) {
            let inside = kept.iter().any(|(outer, above)| {
                let rest = at.steps().strip_prefix(above.steps());
                rest.is_some_and(|rest| outer.at(rest) == Some(kind))
            });
            if !inside {
                kept.push((kind, at));
            }
        }
        self.regions = kept;
    }

    fn error(&self, code: Code, reference: &Reference, message: String, help: &str) {
        let location = self.location_of(reference);
        self.reporter
            .report(Problem::error(code, location, message, help));
    }

    fn location_of(&self, reference: &Reference) -> Location {
        let (file, pointer) = self.origins.of(&reference.at);
        Location::Source(self.files[file].index, pointer)
    }
}

/// The entry of `components` that contains a node.
fn entry_around(at: &Pointer) -> Option<(ObjectKind, Pointer)> {
    let [components, section, name, _, ..] = at.steps() else {
        return None;
    };
    let entry = Pointer::root().extended(&[components, section, name]);
    if components != "components" {
        return None;
    }
    let kind = ObjectKind::Document.at(entry.steps())?;
    // The operations of a path item are processed one by one.
    (kind != ObjectKind::PathItem).then_some((kind, entry))
}

/// Whether this is the `$ref` of an entry of `components`.
fn is_component(at: &Pointer) -> bool {
    matches!(at.steps(), [components, _, _, reference] if components == "components" && reference == "$ref")
}
