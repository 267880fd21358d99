//! One overlay action for many problems of a kind.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Code, OverlayAction};
use crate::source::{NodeKind, Pointer};

/// The fewest problems of a kind that are worth a common action.
const FEWEST: usize = 4;

/// The most actions for the problems of a kind: with more, no action is simpler than the fix of a single problem.
const MOST: usize = 3;

/// The action that fixes a problem: at a node, with an update or the removal of the node.
#[derive(Clone, Debug)]
pub(super) struct Fix {
    pub(super) code: Code,
    pub(super) target: Pointer,
    pub(super) update: Option<Value>,
}

/// A step of the path to several nodes; `None` if it differs.
type Step<'p> = Option<&'p str>;

/// The actions that fix all problems of a kind, for each kind that has few such actions. `document` returns what they apply to.
pub(super) fn actions<'v>(
    fixes: &[Fix],
    document: &dyn Fn() -> &'v Value,
) -> BTreeMap<Code, Vec<OverlayAction>> {
    let mut kinds: BTreeMap<Code, Vec<&Fix>> = BTreeMap::new();
    for fix in fixes {
        kinds.entry(fix.code).or_default().push(fix);
    }
    let of_kind = |(code, fixes): (Code, Vec<&Fix>)| {
        if fixes.len() < FEWEST {
            return None;
        }
        // Nodes of the same depth, with the same change, are likely to have a common path.
        let mut groups: BTreeMap<(usize, String), Vec<&Fix>> = BTreeMap::new();
        for fix in fixes {
            let update = fix.update.as_ref().map(Value::to_string);
            let key = (fix.target.steps().len(), update.unwrap_or_default());
            groups.entry(key).or_default().push(fix);
        }
        let mut actions = Vec::new();
        for group in groups.values() {
            actions.extend(of_group(group, document())?);
        }
        (actions.len() <= MOST).then_some((code, actions))
    };
    kinds.into_iter().filter_map(of_kind).collect()
}

/// The actions for nodes of one depth: one for all, or one for each name of the nodes.
fn of_group(group: &[&Fix], document: &Value) -> Option<Vec<OverlayAction>> {
    if let Some(action) = common(group, document) {
        return Some(vec![action]);
    }
    let mut names: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for fix in group {
        let name = fix.target.steps().last()?;
        names.entry(name).or_default().push(fix);
    }
    if names.len() == 1 || names.len() > MOST {
        return None;
    }
    let actions = names.values().map(|group| common(group, document));
    actions.collect()
}

/// The action whose target selects exactly these nodes.
fn common(group: &[&Fix], document: &Value) -> Option<OverlayAction> {
    let first = group.first()?;
    let steps = first.target.steps().iter().enumerate().map(|(at, step)| {
        let is_common = group.iter().all(|fix| fix.target.steps()[at] == *step);
        is_common.then_some(step.as_str())
    });
    let steps: Vec<Step<'_>> = steps.collect();
    let wanted: BTreeSet<&Pointer> = group.iter().map(|fix| &fix.target).collect();
    let mut selected = Vec::new();
    select(document, &steps, &mut Pointer::root(), &mut selected);
    let is_wanted = |node: &(Pointer, &Value)| wanted.contains(&node.0);
    let (targets, others): (Vec<_>, Vec<_>) = selected.into_iter().partition(is_wanted);
    if targets.len() != wanted.len() {
        return None;
    }
    let mut path = json_path(&first.target, &steps, document)?;
    if !others.is_empty() {
        let filter = filter(first.update.as_ref()?, &targets, &others)?;
        path = format!("{}[?{filter}]", path.strip_suffix(".*")?);
    }
    Some(OverlayAction {
        target: path,
        remove: first.update.is_none(),
        update: first.update.clone(),
    })
}

/// The nodes that a path selects.
fn select<'v>(
    value: &'v Value,
    steps: &[Step<'_>],
    at: &mut Pointer,
    selected: &mut Vec<(Pointer, &'v Value)>,
) {
    let Some((step, rest)) = steps.split_first() else {
        selected.push((at.clone(), value));
        return;
    };
    let mut visit = |name: String, value: &'v Value| {
        if step.is_none_or(|step| step == name) {
            at.push(name);
            select(value, rest, at, selected);
            at.pop();
        }
    };
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                visit(name.clone(), member);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(index.to_string(), item);
            }
        }
        _ => {}
    }
}

/// A path to the first node, with `*` for the steps that differ.
fn json_path(first: &Pointer, steps: &[Step<'_>], document: &Value) -> Option<String> {
    let kinds: Vec<NodeKind> = first.kinds(document)?;
    let mut path = "$".to_owned();
    for (at, step) in steps.iter().enumerate() {
        match step {
            Some(step) => path += &Pointer::root().join(*step).to_json_path(&kinds[at..])[1..],
            None => path += ".*",
        }
    }
    Some(path)
}

/// A filter that tells the targets of an update from other nodes by the member that it sets.
fn filter(
    update: &Value,
    targets: &[(Pointer, &Value)],
    others: &[(Pointer, &Value)],
) -> Option<String> {
    let (name, _) = update.as_object()?.iter().next()?;
    let member = Pointer::root().join(name.as_str());
    let member = format!("@{}", &member.to_json_path(&[NodeKind::Object])[1..]);
    let value = |node: &(Pointer, &'_ Value)| node.1.get(name).cloned();
    let first = value(targets.first()?);
    let is_common = targets.iter().all(|node| value(node) == first)
        && others
            .iter()
            .all(|node| value(node) != first && node.1.is_object());
    match first {
        _ if !is_common => None,
        None => Some(format!("!{member}")),
        Some(Value::String(text)) if text.chars().all(|each| each.is_ascii_alphanumeric()) => {
            Some(format!("{member} == '{text}'"))
        }
        Some(_) => None,
    }
}
