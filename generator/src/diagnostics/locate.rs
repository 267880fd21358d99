//! From where problems are in a document to where they are in files.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::problem::{Change, Help, Place, Problem, Reporter};
use super::{Diagnostic, Diagnostics, Excerpt, OverlayAction};
use crate::source::{Lines, Origins, Pointer, Position, Positions, Sources};

impl Reporter {
    /// Finds each problem in the sources that the nodes of the document come from. `overlaid` gives the document as overlays
    /// leave it, which further actions would act on.
    pub(crate) fn locate(
        self,
        sources: &Sources<'_>,
        origins: &Origins,
        overlaid: &dyn Fn() -> Value,
    ) -> Diagnostics {
        let locator = Locator {
            overlaid,
            sources,
            origins,
            positions: sources.all().iter().map(|_| OnceCell::new()).collect(),
            document: OnceCell::new(),
        };
        let problems = self.into_problems().into_iter();
        let mut located: Vec<Located> = problems.map(|problem| locator.locate(problem)).collect();
        located.sort_by_key(|Located { source, at, .. }| (*source, at.line, at.column));
        // A definition that is used in many places is read in each of them; its problems are told once.
        let mut told = HashSet::new();
        located.retain(|located| told.insert(located.diagnostic.clone()));
        with_excerpts(located, sources)
    }
}

struct Located {
    source: usize,
    at: Position,
    diagnostic: Diagnostic,
}

struct Locator<'a, 's> {
    overlaid: &'a dyn Fn() -> Value,
    sources: &'a Sources<'s>,
    origins: &'a Origins,
    positions: Vec<OnceCell<Positions>>,
    /// What overlays' actions are meant for.
    document: OnceCell<Value>,
}

impl Locator<'_, '_> {
    fn locate(&self, problem: Problem) -> Located {
        let (source, pointer) = self.resolved(&problem.place);
        let at = match problem.place {
            Place::Position { line, column, .. } => Position::new(line, column),
            _ => {
                let text = self.sources.all()[source];
                let positions = self.positions[source].get_or_init(|| text.positions());
                positions.nearest(&pointer)
            }
        };
        let Help { text, overlay } = problem.help;
        Located {
            source,
            at,
            diagnostic: Diagnostic {
                severity: problem.severity,
                code: problem.code,
                message: problem.message,
                file: self.sources.all()[source].name.clone(),
                line: at.line,
                column: at.column,
                pointer: pointer.to_string(),
                help: text,
                overlay: overlay.and_then(|change| self.action(&change, &problem.place)),
                excerpt: Excerpt::default(),
            },
        }
    }

    /// The source, and the pointer there.
    fn resolved(&self, place: &Place) -> (usize, Pointer) {
        match place {
            Place::Document(pointer) => self.origins.of(pointer),
            Place::Source(source, pointer) => (*source, pointer.clone()),
            Place::Position { source, .. } => (*source, Pointer::root()),
        }
    }

    /// The action, if overlays reach the place: they are applied to the document alone, and act on objects and arrays.
    fn action(&self, change: &Change, problem: &Place) -> Option<OverlayAction> {
        let (place, update) = match change {
            Change::Update(place, value) => (place, Some(value)),
            Change::Remove(place) => (place.as_ref().unwrap_or(problem), None),
        };
        let (source, pointer) = self.resolved(place);
        if source != 0 {
            return None;
        }
        // References may lead to it.
        if update.is_none() && is_component(&pointer) {
            return None;
        }
        let document = self.document.get_or_init(self.overlaid);
        let target = pointer.find(document)?;
        (target.is_object() || target.is_array()).then(|| OverlayAction {
            target: pointer.to_json_path(document),
            update: update.cloned(),
            remove: update.is_none(),
        })
    }
}

/// Whether this is an entry of a section of `components`, which references lead to.
fn is_component(pointer: &Pointer) -> bool {
    matches!(pointer.steps(), [components, _, _] if components == "components")
}

fn with_excerpts(located: Vec<Located>, sources: &Sources<'_>) -> Diagnostics {
    let mut lines = BTreeMap::new();
    let excerpted = located.into_iter().map(
        |Located {
             source,
             at,
             diagnostic,
         }| {
            let text = &sources.all()[source].text;
            let lines = lines.entry(source).or_insert_with(|| Lines::of(text));
            Diagnostic {
                excerpt: Excerpt::of(lines, at.line, at.column, at.length),
                ..diagnostic
            }
        },
    );
    Diagnostics(excerpted.collect())
}
