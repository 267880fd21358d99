//! Applies the actions of an overlay in place.

use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

use super::limits::{self, DEEPEST, MOST_ADDED};

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
    /// It matches nothing.
    NoMatch,
    /// The document becomes too large or too deep.
    Growth(String),
    Other(String),
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
    /// Whether an array that is merged into an array is appended item by item, which is so since Overlay 1.1.
    joins_arrays: bool,
    /// The bytes that may still be added.
    left: usize,
}

impl<'d> Actions<'d> {
    pub(super) fn new(document: &'d mut Value, joins_arrays: bool) -> Self {
        Self {
            document,
            joins_arrays,
            left: MOST_ADDED,
        }
    }

    pub(super) fn apply(&mut self, action: &Action<'_>) -> Result<(), Failure> {
        let targets = self.select(action.target)?;
        if targets.is_empty() {
            return Err(Failure::NoMatch);
        }
        let mut nodes = targets
            .iter()
            .filter_map(|target| find(self.document, target));
        if nodes.any(|node| !node.is_object() && !node.is_array()) {
            let message = "a target is not an object or an array";
            return Err(Failure::Other(message.to_owned()));
        }
        let copied;
        let update = match action.change {
            Change::Remove => {
                // From the end, so that the indices of the others stay valid.
                targets
                    .iter()
                    .rev()
                    .for_each(|target| remove(self.document, target));
                return Ok(());
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
        if let Change::Update(update) = action.change {
            self.left = self.reserved(&targets, limits::size(update))?;
        }
        for target in targets {
            match find_mut(self.document, &target) {
                Some(Value::Array(items)) => match update {
                    Value::Array(more) if self.joins_arrays => items.extend(more.iter().cloned()),
                    item => items.push(item.clone()),
                },
                Some(node) => merge(node, update),
                // An update of a node above replaced it.
                None => {}
            }
        }
        Ok(())
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

/// Merges objects member by member. Arrays in them are joined, and anything else is replaced.
fn merge(target: &mut Value, update: &Value) {
    match (target, update) {
        (Value::Object(members), Value::Object(update)) => {
            for (key, value) in update {
                match members.get_mut(key) {
                    Some(member) => merge(member, value),
                    None => drop(members.insert(key.clone(), value.clone())),
                }
            }
        }
        (Value::Array(items), Value::Array(more)) => items.extend(more.iter().cloned()),
        (target, update) => update.clone_into(target),
    }
}
