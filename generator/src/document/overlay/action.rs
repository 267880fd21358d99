//! Applies the actions of an overlay in place.

use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

use super::limits::{self, DEEPEST, MOST_ADDED};
use super::path::{Wanted, alternatives, segment_ends, wanted};
use crate::diagnostics::nearest;
use crate::document::node::kind;

/// An action that was validated.
pub(super) struct Action<'a> {
    pub(super) target: &'a str,
    pub(super) change: Change<'a>,
}

pub(super) enum Change<'a> {
    Remove,
    Update(&'a Value),
    /// Merge the node at a path.
    Copy(&'a str),
}

/// The reason why an action failed.
pub(super) enum Failure {
    /// It matches nothing. An existing name may be similar to one in its target.
    NoMatch(Option<String>),
    /// The document becomes too large or too deep.
    Growth(String),
    /// It needs Overlay 1.1.
    Version(String),
    Other(String),
}

/// The result of an action that was applied.
#[derive(Default)]
pub(super) struct Applied {
    /// Whether the document differs from before.
    pub(super) changed: bool,
    /// The alternatives in the target that match nothing.
    pub(super) unmatched: Vec<Unmatched>,
}

/// A part of a target that matches nothing, although the target does.
pub(super) struct Unmatched {
    pub(super) text: String,
    /// An existing name that is similar to one in this part.
    pub(super) near: Option<String>,
}

/// A step to a node. Nodes are ordered as in the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Index(usize),
    Name(String),
}

/// Applies the actions of an overlay to a document.
pub(super) struct Actions<'d> {
    document: &'d mut Value,
    /// Since Overlay 1.1, targets may be strings, numbers, booleans and null, and an array that is merged into an array is appended
    /// item by item.
    is_1_1: bool,
    /// The bytes that may still be added.
    left: usize,
}

/// The most segments of a path to look for a similar name in.
const MOST_SEGMENTS: usize = 50;

impl<'d> Actions<'d> {
    pub(super) fn new(document: &'d mut Value, is_1_1: bool) -> Self {
        Self {
            document,
            is_1_1,
            left: MOST_ADDED,
        }
    }

    pub(super) fn document(&self) -> &Value {
        self.document
    }

    pub(super) fn apply(&mut self, action: &Action<'_>) -> Result<Applied, Failure> {
        let targets = self.select(action.target)?;
        if targets.is_empty() {
            return Err(Failure::NoMatch(self.near(action.target, action.target)));
        }
        let unmatched = self.unmatched(action.target)?;
        Ok(Applied {
            changed: self.change(action, targets)?,
            unmatched,
        })
    }

    /// Changes the targets. The result is whether the document differs from before.
    fn change(&mut self, action: &Action<'_>, targets: Vec<Vec<Step>>) -> Result<bool, Failure> {
        let mut nodes = targets
            .iter()
            .filter_map(|target| find(self.document, target));
        let primitive = nodes.find(|node| is_primitive(node)).map(kind);
        if let Some(kind) = primitive.filter(|_| !self.is_1_1) {
            let message = format!("a target is {kind}, which only Overlay 1.1 allows");
            return Err(Failure::Version(message));
        }
        let copied;
        let update = match action.change {
            Change::Remove => {
                // From the end, so that the indices of the others stay valid.
                targets
                    .iter()
                    .rev()
                    .for_each(|target| remove(self.document, target));
                return Ok(true);
            }
            Change::Update(update) => update,
            Change::Copy(path) => {
                let sources = self.select(path)?;
                let [source] = sources.as_slice() else {
                    let count = sources.len();
                    let message = format!("`copy` selects {count} nodes instead of one");
                    return Err(Failure::Other(message));
                };
                let found = find(self.document, source).unwrap_or(&Value::Null);
                let size = limits::size(found);
                self.left = self.reserved(&targets, size)?;
                copied = find(self.document, source).cloned().unwrap_or_default();
                &copied
            }
        };
        if let Some(target) = primitive.filter(|_| !is_primitive(update)) {
            let message = format!(
                "a target is {target}, and {} cannot replace it",
                kind(update)
            );
            return Err(Failure::Other(message));
        }
        if let Change::Update(update) = action.change {
            self.left = self.reserved(&targets, limits::size(update))?;
        }
        let mut changed = false;
        for target in targets {
            changed |= match find_mut(self.document, &target) {
                Some(Value::Array(items)) => {
                    match update {
                        Value::Array(more) if self.is_1_1 => {
                            items.extend(more.iter().cloned());
                        }
                        item => items.push(item.clone()),
                    }
                    true
                }
                Some(node) => merge(node, update),
                // An update of a node above replaced it.
                None => true,
            };
        }
        Ok(changed)
    }

    /// The alternatives in a path that match nothing.
    fn unmatched(&self, path: &str) -> Result<Vec<Unmatched>, Failure> {
        let mut unmatched = Vec::new();
        for alternative in alternatives(path) {
            let alone = alternative.alone();
            if self.select(&alone)?.is_empty() {
                unmatched.push(Unmatched {
                    text: alternative.text.to_owned(),
                    near: self.near(&alone, path),
                });
            }
        }
        Ok(unmatched)
    }

    /// An existing name that is similar to the first one in a path that leads nowhere. The path with this name leads somewhere, and
    /// the whole target does not list it already.
    fn near(&self, path: &str, target: &str) -> Option<String> {
        let listed = alternatives(target);
        let is_listed = |name: &str| {
            let quoted = [format!("'{name}'"), format!("\"{name}\"")];
            let mut listed = listed.iter().map(|alternative| alternative.text);
            listed.any(|text| quoted.iter().any(|quoted| text.contains(quoted)))
        };
        let ends = segment_ends(path);
        let mut nodes = Vec::new();
        let ends = ends.windows(2).take(MOST_SEGMENTS);
        for (start, end) in ends.map(|ends| (ends[0], ends[1])) {
            let above = std::mem::replace(&mut nodes, self.select(&path[..end]).ok()?);
            if !nodes.is_empty() {
                continue;
            }
            let segment = &path[start..end];
            let above = above.iter().filter_map(|steps| find(self.document, steps));
            // The path that ends at the root has no segment before it.
            let root = (start == 1).then_some(&*self.document);
            let mut around: Vec<&Value> = above.chain(root).collect();
            if segment.starts_with("..") {
                around = around.into_iter().flat_map(descendants).collect();
            }
            let leads_somewhere = |name: &str, near: &str| {
                let segment = segment.replacen(name, near, 1);
                let path = format!("{}{segment}{}", &path[..start], &path[end..]);
                self.select(&path).is_ok_and(|nodes| !nodes.is_empty())
            };
            let mut names = wanted(segment).into_iter();
            return names.find_map(|wanted| match wanted {
                Wanted::Member(name) => {
                    let objects = around.iter().filter_map(|value| value.as_object());
                    let members = objects.flat_map(|members| members.keys());
                    let others = members.filter(|name| !is_listed(name));
                    let near = nearest(&name, others.map(String::as_str));
                    near.filter(|near| leads_somewhere(&name, near))
                        .map(str::to_owned)
                }
                Wanted::Value { member, value } => {
                    let children = around.iter().flat_map(|value| children(value));
                    let values = children.filter_map(|child| child.get(&member)?.as_str());
                    let others = values.filter(|value| !is_listed(value));
                    let near = nearest(&value, others).filter(|near| *near != value);
                    near.filter(|near| leads_somewhere(&value, near))
                        .map(str::to_owned)
                }
            });
        }
        None
    }

    /// The bytes that are left after an update of some nodes with a value of this size and depth.
    fn reserved(
        &self,
        targets: &[Vec<Step>],
        (bytes, depth): (usize, usize),
    ) -> Result<usize, Failure> {
        let deepest = targets.iter().map(Vec::len).max().unwrap_or_default();
        if deepest + depth > DEEPEST {
            let message = format!("the document becomes deeper than {DEEPEST} levels");
            return Err(Failure::Growth(message));
        }
        let left = self.left.checked_sub(bytes.saturating_mul(targets.len()));
        left.ok_or_else(|| {
            let most = MOST_ADDED >> 20;
            Failure::Growth(format!(
                "the overlay adds more than {most} MiB to the document"
            ))
        })
    }

    /// The nodes that a path selects, each of them once, in the order of the document.
    fn select(&self, path: &str) -> Result<Vec<Vec<Step>>, Failure> {
        let failure = |problem: String| Failure::Other(format!("the path {problem}"));
        limits::check_work(path, self.document).map_err(failure)?;
        let path = JsonPath::parse(path);
        let path = path.map_err(|error| failure(format!("is not a JSONPath: {error}")))?;
        let nodes = path.query_located(self.document);
        let step = |element: &PathElement<'_>| match element {
            PathElement::Name(name) => Step::Name((*name).to_owned()),
            PathElement::Index(index) => Step::Index(*index),
        };
        let nodes = nodes
            .locations()
            .map(|location| location.iter().map(step).collect());
        let mut nodes: Vec<Vec<Step>> = nodes.collect();
        nodes.sort();
        nodes.dedup();
        Ok(nodes)
    }
}

fn find<'v>(root: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    steps.iter().try_fold(root, |value, step| match step {
        Step::Index(index) => value.get(index),
        Step::Name(name) => value.get(name),
    })
}

fn find_mut<'v>(root: &'v mut Value, steps: &[Step]) -> Option<&'v mut Value> {
    steps.iter().try_fold(root, |value, step| match step {
        Step::Index(index) => value.get_mut(index),
        Step::Name(name) => value.get_mut(name),
    })
}

fn remove(root: &mut Value, steps: &[Step]) {
    let Some((last, above)) = steps.split_last() else {
        return;
    };
    match (find_mut(root, above), last) {
        (Some(Value::Object(members)), Step::Name(name)) => {
            members.shift_remove(name);
        }
        (Some(Value::Array(items)), Step::Index(index)) if *index < items.len() => {
            items.remove(*index);
        }
        _ => {}
    }
}

fn is_primitive(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// The values in an object or an array.
fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Object(members) => Box::new(members.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => Box::new(std::iter::empty()),
    }
}

/// A value and all values in it.
fn descendants(value: &Value) -> Vec<&Value> {
    let mut found = vec![value];
    let mut at = 0;
    while at < found.len() {
        found.extend(children(found[at]));
        at += 1;
    }
    found
}

/// Merges objects member by member. Arrays in them are joined, and anything else is replaced. The result is whether the target
/// differs from before.
fn merge(target: &mut Value, update: &Value) -> bool {
    match (target, update) {
        (Value::Object(members), Value::Object(update)) => {
            let mut changed = false;
            for (key, value) in update {
                changed |= match members.get_mut(key) {
                    Some(member) => merge(member, value),
                    None => members.insert(key.clone(), value.clone()).is_none(),
                };
            }
            changed
        }
        (Value::Array(items), Value::Array(more)) => {
            items.extend(more.iter().cloned());
            !more.is_empty()
        }
        (target, update) => {
            let changed = target != update;
            update.clone_into(target);
            changed
        }
    }
}
