//! Maps the locations of problems in a document to positions in files.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::common::{self, Fix};
use super::problem::{Change, Location, Problem, Reporter};
use super::{Diagnostic, Diagnostics, Excerpt, OverlaidNode, OverlayAction, Severity};
use crate::source::{Lines, NodeKind, Origins, Pointer, Position, Positions, Sources};

/// An action: the index of its overlay, and the pointer to its target.
pub(crate) type Author = (usize, Pointer);

/// A document and its overlays.
pub(crate) trait Overlaid {
    /// The document with its overlays applied, which is the target of further actions.
    fn document(&self) -> Value;

    /// For each node of the document, the action that added it or gave it its value.
    fn authors(&self, nodes: &[&Pointer]) -> Vec<Option<Author>> {
        vec![None; nodes.len()]
    }

    /// For each node, the last action that changed one of its members.
    fn editors(&self, nodes: &[&Pointer]) -> Vec<Option<Author>> {
        vec![None; nodes.len()]
    }

    /// Whether the content of a file looks like a part of an API.
    fn is_api(&self, _content: &Value) -> bool {
        false
    }
}

/// A document without overlays.
impl<F: Fn() -> Value> Overlaid for F {
    fn document(&self) -> Value {
        self()
    }
}

impl Reporter {
    /// Finds each problem in the sources that the nodes of the document come from, which may be overlays.
    pub(crate) fn locate(
        self,
        sources: &Sources<'_>,
        origins: &Origins,
        overlaid: &dyn Overlaid,
    ) -> Diagnostics {
        let mut problems: Vec<Resolved> = self
            .into_problems()
            .into_iter()
            .map(|problem| Resolved::of(problem, origins))
            .collect();
        if sources.has_overlays() {
            attribute(&mut problems, overlaid);
        }
        let positions = sources.all().iter().enumerate().map(|(index, source)| {
            let wanted = problems.iter().flat_map(|problem| problem.wanted(index));
            let mut wanted = wanted.peekable();
            match wanted.peek() {
                Some(_) => Positions::of(source, wanted),
                None => Positions::default(),
            }
        });
        let locator = Locator {
            sources,
            positions: positions.collect(),
            overlaid,
            document: OnceCell::new(),
        };
        let problems = problems.into_iter();
        let mut located: Vec<Located> = problems.map(|problem| locator.locate(problem)).collect();
        located.sort_by_key(|Located { source, at, .. }| (*source, at.line, at.column));
        // A definition that is used in many places is read in each of them, but its problems are reported once.
        // Only the first of many has a search for what was meant, so its help may differ.
        let mut reported = HashSet::new();
        located.retain(|Located { diagnostic, .. }| {
            reported.insert(Diagnostic {
                help: String::new(),
                overlay: None,
                ..diagnostic.clone()
            })
        });
        let fixes = located.iter().filter_map(Located::fix);
        let fixes: Vec<Fix> = fixes.collect();
        let common = common::actions(&fixes, &|| locator.document());
        Diagnostics {
            problems: with_excerpts(located, sources, overlaid),
            common,
        }
    }
}

/// A problem with its source and its pointer in that source.
struct Resolved {
    problem: Problem,
    source: usize,
    pointer: Pointer,
    /// The node of the document, if the source is an overlay that added it.
    node: Option<Pointer>,
    /// An action that changed the node with the problem.
    editor: Option<Author>,
    /// The target of an overlay action, if overlays reach it: they apply only to the document, not to other files.
    target: Option<Pointer>,
}

impl Resolved {
    fn of(problem: Problem, origins: &Origins) -> Self {
        let resolved = |location: &Location| match location {
            Location::Document(pointer) => origins.of(pointer),
            Location::Source(source, pointer) => (*source, pointer.clone()),
            Location::Position { source, .. } => (*source, Pointer::root()),
        };
        let (source, pointer) = resolved(&problem.location);
        let target = problem.help.overlay.as_deref().and_then(|change| {
            let (source, pointer) = match change {
                Change::Update(location, _) | Change::Remove(Some(location)) => resolved(location),
                Change::Remove(None) => (source, pointer.clone()),
            };
            // References may point to an entry of `components`, so it must not be removed.
            let keeps = matches!(change, Change::Remove(_)) && is_component(&pointer);
            (source == 0 && !keeps).then_some(pointer)
        });
        Self {
            problem,
            source,
            pointer,
            node: None,
            editor: None,
            target,
        }
    }

    /// Whether this is a problem of a node of the document, rather than of its text.
    fn is_of_document(&self) -> bool {
        self.source == 0 && !matches!(self.problem.location, Location::Position { .. })
    }

    /// The nodes to find in a source.
    fn wanted(&self, source: usize) -> impl Iterator<Item = &Pointer> {
        let is_here =
            source == self.source && !matches!(self.problem.location, Location::Position { .. });
        let target = self.target.iter().chain(&self.node);
        let target = target.filter(move |_| source == 0);
        let editor = self.editor.iter().filter(move |it| it.0 == source);
        let editor = editor.map(|(_, action)| action);
        let here = is_here.then_some(&self.pointer).into_iter();
        here.chain(target).chain(editor)
    }
}

/// Moves problems of nodes that an overlay added to the action that added them.
fn attribute(problems: &mut [Resolved], overlaid: &dyn Overlaid) {
    let mut problems: Vec<_> = problems
        .iter_mut()
        .filter(|problem| problem.is_of_document())
        .collect();
    if problems.is_empty() {
        return;
    }
    let nodes: Vec<_> = problems.iter().map(|problem| &problem.pointer).collect();
    let authors = overlaid.authors(&nodes);
    for (problem, author) in problems.iter_mut().zip(authors) {
        if let Some((source, action)) = author {
            problem.source = source;
            problem.node = Some(std::mem::replace(&mut problem.pointer, action));
        }
    }
    // An error in the document may be the work of an action next to it.
    problems.retain(|it| it.source == 0 && it.problem.severity == Severity::Error);
    let nodes: Vec<_> = problems.iter().map(|problem| &problem.pointer).collect();
    let editors = overlaid.editors(&nodes);
    for (problem, editor) in problems.iter_mut().zip(editors) {
        problem.editor = editor;
    }
}

struct Located {
    source: usize,
    at: Position,
    diagnostic: Diagnostic,
    /// The target of its overlay action.
    target: Option<Pointer>,
}

impl Located {
    fn fix(&self) -> Option<Fix> {
        let action = self.diagnostic.overlay.as_ref()?;
        Some(Fix {
            code: self.diagnostic.code,
            target: self.target.clone()?,
            update: action.update.clone(),
        })
    }
}

struct Locator<'a, 's> {
    sources: &'a Sources<'s>,
    /// By the index of their source.
    positions: Vec<Positions>,
    overlaid: &'a dyn Overlaid,
    /// The document that overlay actions apply to.
    document: OnceCell<Value>,
}

impl Locator<'_, '_> {
    fn locate(&self, resolved: Resolved) -> Located {
        let Resolved {
            problem,
            source,
            pointer,
            node,
            editor,
            target,
        } = resolved;
        let node = node.map(|node| OverlaidNode {
            file: self.sources.all()[0].name.clone(),
            line: self.positions[0].nearest(&node).line,
            pointer: node.to_string(),
        });
        let at = match problem.location {
            Location::Position { line, column, .. } => Position::new(line, column),
            _ => self.positions[source].nearest(&pointer),
        };
        let mut help = problem.help.text;
        if let Some((source, action)) = editor {
            let file = &self.sources.all()[source].name;
            let line = self.positions[source].nearest(&action).line;
            let editor = format!("; the overlay action at {file}:{line} changes this place");
            help.push_str(&editor);
        }
        let overlay = problem.help.overlay.zip(target.as_ref());
        let overlay = overlay.and_then(|(change, target)| {
            let action = self.action(*change, target)?;
            Some(self.with_names(action, target))
        });
        Located {
            source,
            at,
            target,
            diagnostic: Diagnostic {
                severity: problem.severity,
                code: problem.code,
                message: problem.message,
                file: self.sources.all()[source].name.clone(),
                line: at.line,
                column: at.column,
                pointer: pointer.to_string(),
                node,
                help,
                overlay,
                excerpt: Excerpt::default(),
            },
        }
    }

    /// The action, if its target exists and fits it: any node can be removed, but only an object or an array can be updated.
    fn action(&self, change: Change, target: &Pointer) -> Option<OverlayAction> {
        let kinds = self.kinds(target)?;
        let update = match change {
            Change::Update(_, value) => Some(value),
            Change::Remove(_) => None,
        };
        let has_members = matches!(kinds.last(), Some(NodeKind::Object | NodeKind::Array));
        (has_members || update.is_none()).then(|| OverlayAction {
            target: target.to_json_path(&kinds),
            remove: update.is_none(),
            update,
        })
    }

    /// The same action, on parameters by their names.
    fn with_names(&self, action: OverlayAction, target: &Pointer) -> OverlayAction {
        let has_parameter = target.steps().iter().any(|step| step == "parameters");
        let by_name = has_parameter.then(|| target.to_json_path_in(self.document()));
        match by_name.flatten() {
            Some(target) => OverlayAction { target, ..action },
            None => action,
        }
    }

    fn document(&self) -> &Value {
        self.document.get_or_init(|| self.overlaid.document())
    }

    /// The kinds of the nodes on the path to a target. They are known from the text, unless overlays or aliases are involved.
    fn kinds(&self, target: &Pointer) -> Option<Vec<NodeKind>> {
        let written = self.positions[0].kinds(target);
        written
            .filter(|_| !self.sources.has_overlays())
            .or_else(|| target.kinds(self.document()))
    }
}

/// Whether this is an entry of a section of `components`, which references may point to.
fn is_component(pointer: &Pointer) -> bool {
    matches!(pointer.steps(), [components, _, _] if components == "components")
}

fn with_excerpts(
    located: Vec<Located>,
    sources: &Sources<'_>,
    overlaid: &dyn Overlaid,
) -> Vec<Diagnostic> {
    let mut lines = BTreeMap::new();
    let mut shown = BTreeMap::new();
    let excerpted = located.into_iter().map(
        |Located {
             source,
             at,
             diagnostic,
             ..
         }| {
            let is_shown = shown
                .entry(source)
                .or_insert_with(|| sources.may_be_shown(source, |value| overlaid.is_api(value)));
            if !*is_shown {
                return diagnostic;
            }
            let text = &sources.all()[source].text;
            let lines = lines.entry(source).or_insert_with(|| Lines::of(text));
            Diagnostic {
                excerpt: Excerpt::of(lines, at.line, at.column, at.length),
                ..diagnostic
            }
        },
    );
    excerpted.collect()
}
