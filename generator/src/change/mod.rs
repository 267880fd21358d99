//! The differences between two versions of an API, as programs that use the generated code meet them: computed on the models and
//! the Rust names, not on the text of the documents.

mod alike;
mod alternatives;
mod client;
mod equal;
mod inner_limits;
mod inputs;
mod kind;
mod limits;
mod operations;
mod pairs;
mod parts;
mod place;
mod responses;
mod side;
mod types;
mod unions;
mod words;

use std::collections::BTreeMap;

use serde::Serialize;

pub use kind::{ChangeKind, Verdict};
pub use place::Place;
pub(crate) use side::Side;

use crate::api::Property;
use crate::diagnostics::Diagnostics;
use crate::source::Pointer;
use limits::Effect;
use pairs::Pairs;
use place::Places;

/// One difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The kind of the change, which decides its verdict.
    pub kind: ChangeKind,
    /// The effect on programs that use the generated code.
    pub verdict: Verdict,
    /// The Rust item, by its name in the old version if it has one there: `Client::list_users`, `User.name`.
    pub item: String,
    /// The old value: a type, a name, a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The new value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The place in the old document, if it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Place>,
    /// The place in the new document, if it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Place>,
    /// Instructions for callers; empty if they need not do anything.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub advice: &'static str,
}

/// All differences between two versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// `info.version` of the old document.
    pub old_version: String,
    /// `info.version` of the new document.
    pub new_version: String,
    /// The changes: the worst first, then in the order of the document.
    pub changes: Vec<Change>,
    /// The actions of overlays that match nothing in the old version and in the new one.
    #[serde(skip)]
    pub unmatched: [Diagnostics; 2],
}

impl Comparison {
    /// The verdict on all changes together, which is the worst one; `None` if there are no changes.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        self.changes.iter().map(|change| change.verdict).max()
    }
}

/// Compares two versions.
pub(crate) fn compare(old: &Side<'_>, new: &Side<'_>) -> Comparison {
    let mut differences = Differences {
        pairs: Pairs::find(old, new),
        renamed_schemes: client::renamed_schemes(old.api, new.api),
        old,
        new,
        found: Vec::new(),
    };
    differences.operations();
    differences.types();
    differences.client();
    let found = differences.found;
    let places = [
        Places::find(old, found.iter().filter_map(|change| change.old.as_ref())),
        Places::find(new, found.iter().filter_map(|change| change.new.as_ref())),
    ];
    let changes = found.into_iter().map(|found| Change {
        verdict: found.kind.verdict(),
        advice: found.kind.advice(),
        old: found.old.map(|pointer| places[0].of(&pointer)),
        new: found.new.map(|pointer| places[1].of(&pointer)),
        kind: found.kind,
        item: found.item,
        before: found.before,
        after: found.after,
    });
    let mut changes: Vec<Change> = changes.collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.verdict));
    Comparison {
        old_version: old.api.version.clone(),
        new_version: new.api.version.clone(),
        changes,
        unmatched: <_>::default(),
    }
}

/// The search for differences.
struct Differences<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    pairs: Pairs,
    /// New names of security schemes, by their old names.
    renamed_schemes: BTreeMap<String, String>,
    found: Vec<Found>,
}

/// A difference, with pointers instead of places.
#[derive(Debug)]
struct Found {
    kind: ChangeKind,
    item: String,
    before: Option<String>,
    after: Option<String>,
    old: Option<Pointer>,
    new: Option<Pointer>,
}

/// The places of something that is in both versions.
#[derive(Clone, Debug)]
struct Both {
    old: Pointer,
    new: Pointer,
}

impl Both {
    fn join(&self, step: &str) -> Self {
        Self {
            old: self.old.join(step),
            new: self.new.join(step),
        }
    }
}

impl Differences<'_> {
    /// Something that is only in the old version.
    fn gone(
        &mut self,
        kind: ChangeKind,
        item: impl Into<String>,
        before: impl Into<String>,
        at: Pointer,
    ) {
        self.found.push(Found {
            kind,
            item: item.into(),
            before: Some(before.into()).filter(|text| !text.is_empty()),
            after: None,
            old: Some(at),
            new: None,
        });
    }

    /// Something that is only in the new version.
    fn came(
        &mut self,
        kind: ChangeKind,
        item: impl Into<String>,
        after: impl Into<String>,
        at: Pointer,
    ) {
        self.found.push(Found {
            kind,
            item: item.into(),
            before: None,
            after: Some(after.into()).filter(|text| !text.is_empty()),
            old: None,
            new: Some(at),
        });
    }

    /// Something that is in both versions with different values.
    fn differs(
        &mut self,
        kind: ChangeKind,
        item: impl Into<String>,
        values: (impl Into<String>, impl Into<String>),
        at: &Both,
    ) {
        let (mut before, mut after) = (values.0.into(), values.1.into());
        if before == after && !before.is_empty() {
            // A type of the API took the name of another one.
            before = self.old.canonical(&before, &BTreeMap::new());
            after = self.new.canonical(&after, &BTreeMap::new());
        }
        if before == after {
            (before, after) = <_>::default();
        }
        let has_values = !before.is_empty() || !after.is_empty();
        let value = |text: String| {
            let text = if text.is_empty() {
                "none".to_owned()
            } else {
                text
            };
            has_values.then_some(text)
        };
        self.found.push(Found {
            kind,
            item: item.into(),
            before: value(before),
            after: value(after),
            old: Some(at.old.clone()),
            new: Some(at.new.clone()),
        });
    }

    /// The same, but only if the values do differ.
    fn compare<T: PartialEq + Into<String>>(
        &mut self,
        kind: ChangeKind,
        item: &str,
        values: (T, T),
        at: &Both,
    ) {
        if values.0 != values.1 {
            self.differs(kind, item, values, at);
        }
    }

    /// Compares what any item may have: docs, and the mark that it is deprecated.
    fn annotations(
        &mut self,
        item: &str,
        docs: (Option<&str>, Option<&str>),
        deprecated: (bool, bool),
        at: &Both,
    ) {
        let [before, after] = [docs.0, docs.1].map(Option::unwrap_or_default);
        if !before.split_whitespace().eq(after.split_whitespace()) {
            self.differs(ChangeKind::Description, item, ("", ""), at);
        }
        match deprecated {
            (false, true) => self.differs(ChangeKind::Deprecated, item, ("", ""), at),
            (true, false) => self.differs(ChangeKind::DeprecationRemoved, item, ("", ""), at),
            _ => {}
        }
    }

    /// Compares a property or an input, apart from its name and its type.
    fn property(
        &mut self,
        item: &str,
        (old, new): (&Property, &Property),
        effect: Effect,
        at: &Both,
    ) {
        let docs = (old.docs.as_deref(), new.docs.as_deref());
        self.annotations(item, docs, (old.deprecated, new.deprecated), at);
        // The limits of all parts of an `allOf` are in `constraints`.
        if old.constraints == new.constraints && self.is_unchanged(at) {
            return;
        }
        let [before, after] = self.limits_of_properties(old, new, at);
        self.limits_of(item, (&before, &after), effect, at);
        self.inner_limits(item, effect, at);
    }

    /// Whether both documents have the same here, without references. Most of a document is, so this is quick.
    fn is_unchanged(&self, at: &Both) -> bool {
        let old = at.old.find(self.old.document.root().value);
        let new = at.new.find(self.new.document.root().value);
        old.zip(new)
            .is_some_and(|(old, new)| equal::is_unchanged(old, new))
    }

    /// Compares the order of the arguments that are in both versions.
    fn order(
        &mut self,
        (reordered, swapped): (ChangeKind, ChangeKind),
        item: &str,
        mut arguments: Vec<Argument>,
        at: &Both,
    ) {
        let names = |arguments: &[Argument]| {
            let names = arguments.iter().map(|argument| argument.name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        arguments.sort_by_key(|argument| argument.before.0);
        let before = names(&arguments);
        let types: Vec<String> = arguments
            .iter()
            .map(|argument| argument.before.1.clone())
            .collect();
        arguments.sort_by_key(|argument| argument.after.0);
        let after = names(&arguments);
        let mut pairs = types.iter().zip(&arguments);
        let is_same = pairs.all(|(ty, argument)| self.same_type(ty, &argument.after.1));
        let kind = if is_same { swapped } else { reordered };
        self.compare(kind, item, (before, after), at);
    }

    /// Whether two types are the same for programs, apart from new names of types.
    fn same_type(&self, old: &str, new: &str) -> bool {
        self.old.canonical(old, &self.pairs.renamed) == self.new.canonical(new, &BTreeMap::new())
    }
}

/// An argument that is in both versions, by its name in the old one, with its position and its type in each.
struct Argument {
    name: String,
    before: (usize, String),
    after: (usize, String),
}

/// The type inside of an `Option`.
fn optional(ty: &str) -> Option<&str> {
    ty.strip_prefix("Option<")?.strip_suffix('>')
}
