//! Access to the nodes of a JSON value by JSON pointer.

use serde_json::Value;

/// The direct children of a value.
pub(super) fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(members) => Box::new(members.values()),
        _ => Box::new(std::iter::empty()),
    }
}

/// The number of nodes, including the value itself.
pub(super) fn size(value: &Value) -> usize {
    1 + children(value).map(size).sum::<usize>()
}

/// Pointers to all nodes, the root first.
pub(super) fn pointers(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(at) = found.get(next).cloned() {
        next += 1;
        match value.pointer(&at) {
            Some(Value::Array(items)) => {
                found.extend((0..items.len()).map(|index| format!("{at}/{index}")));
            }
            Some(Value::Object(members)) => {
                found.extend(members.keys().map(|key| format!("{at}/{}", escaped(key))));
            }
            _ => {}
        }
    }
    found
}

/// The pointer to the parent of a node, and the last step.
pub(super) fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, unescaped(last)))
}

/// The steps of a pointer.
pub(super) fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(unescaped).collect()
}

/// Removes a node and returns it.
pub(super) fn remove(root: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, last) = split(pointer)?;
    match root.pointer_mut(parent)? {
        Value::Object(members) => members.shift_remove(&last),
        Value::Array(items) => {
            let index = last.parse().ok().filter(|index| *index < items.len())?;
            Some(items.remove(index))
        }
        _ => None,
    }
}

/// Gives a member another key and keeps its position among the others.
pub(super) fn rename(root: &mut Value, pointer: &str, key: &str) -> Option<()> {
    let (parent, last) = split(pointer)?;
    let members = root.pointer_mut(parent)?.as_object_mut()?;
    let renamed = std::mem::take(members).into_iter().map(|(old, value)| {
        let new = if old == last { key.to_owned() } else { old };
        (new, value)
    });
    *members = renamed.collect();
    Some(())
}

pub(super) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
