//! Keeps the order of the document that was taken in before. Publishers reorder what means the same, and such a change should not
//! look like one. New members follow the neighbour that they follow in the new document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::facts::rank;
use super::walk::Kind;

/// Lists whose order has no meaning. The first entries of `servers` and `security` are those that the client uses.
const UNORDERED: [&str; 8] = [
    "parameters",
    "required",
    "enum",
    "tags",
    "type",
    "allOf",
    "anyOf",
    "oneOf",
];

/// The facts of a document in the order of those before it.
pub(super) fn kept(facts: Value, before: &Value) -> Value {
    like(facts, before, Kind::DOCUMENT)
}

fn like(value: Value, before: &Value, kind: Kind) -> Value {
    match (value, before) {
        (Value::Object(members), Value::Object(before)) => {
            Value::Object(object(members, before, kind))
        }
        (Value::Array(items), Value::Array(before)) => {
            let mut before = before.iter();
            let items = items.into_iter().map(|item| match before.next() {
                Some(before) => like(item, before, kind.item()),
                None => item,
            });
            items.collect()
        }
        (value, _) => value,
    }
}

fn object(
    mut members: Map<String, Value>,
    before: &Map<String, Value>,
    kind: Kind,
) -> Map<String, Value> {
    // Such as the names of the values of an enumeration, in the same order.
    let has_parallel_list = members
        .iter()
        .any(|(name, value)| name.starts_with("x-") && value.is_array());
    let is_object = matches!(kind, Kind::Object(_));
    let is_unordered = |name: &str| {
        is_object && UNORDERED.contains(&name) && !(name == "enum" && has_parallel_list)
    };
    let old: Vec<String> = before.keys().cloned().collect();
    let new: Vec<String> = members.keys().cloned().collect();
    let mut names = merged(&old, &new);
    if is_object {
        names.sort_by_key(|name| rank(name));
    }
    let members = names.into_iter().filter_map(|name| {
        let value = members.remove(name)?;
        let kind = kind.member(name);
        let value = match (value, before.get(name)) {
            (Value::Array(items), Some(Value::Array(before))) if is_unordered(name) => {
                list(items, before, kind)
            }
            (value, Some(before)) => like(value, before, kind),
            (value, None) => value,
        };
        Some((name.clone(), value))
    });
    members.collect()
}

/// A list whose items are recognised wherever they are.
fn list(items: Vec<Value>, before: &[Value], kind: Kind) -> Value {
    let old = identities(before);
    let mut new = identities(&items);
    // An item that changed takes the place of one that is gone.
    let gone = old.iter().filter(|identity| !new.contains(identity));
    let mut gone = gone.cloned().collect::<Vec<_>>().into_iter();
    for identity in &mut new {
        if !old.contains(identity)
            && let Some(gone) = gone.next()
        {
            *identity = gone;
        }
    }
    let mut before: BTreeMap<_, _> = old.iter().zip(before).collect();
    let mut items: BTreeMap<_, _> = new.iter().zip(items).collect();
    let order = merged(&old, &new).into_iter();
    let items = order.filter_map(|identity| {
        let item = items.remove(identity)?;
        Some(match before.remove(identity) {
            Some(before) => like(item, before, kind.item()),
            None => item,
        })
    });
    items.collect()
}

/// What an item is recognised by, and the number of items before it that are the same.
fn identities(items: &[Value]) -> Vec<(String, usize)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let identities = items.iter().map(|item| {
        let identity = match (item.get("name"), item.get("in")) {
            (Some(name), place) => format!("{name} {}", place.unwrap_or(&Value::Null)),
            _ => unordered(item).to_string(),
        };
        let number = seen.entry(identity.clone()).or_default();
        *number += 1;
        (identity, *number)
    });
    identities.collect()
}

/// The value in an order that depends only on its contents.
fn unordered(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter();
            let members = members.map(|(name, value)| (name.clone(), unordered(value)));
            let members: BTreeMap<String, Value> = members.collect();
            members.into_iter().collect()
        }
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(unordered).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        other => other.clone(),
    }
}

/// The new names: those that are known in their old order, and each of the others after the one that it follows.
fn merged<'n, N: Ord>(old: &'n [N], new: &'n [N]) -> Vec<&'n N> {
    let is_known: BTreeSet<&N> = old.iter().collect();
    let is_kept: BTreeSet<&N> = new.iter().collect();
    let mut followers: BTreeMap<Option<&N>, Vec<&N>> = BTreeMap::new();
    let mut last = None;
    for name in new {
        if is_known.contains(name) {
            last = Some(name);
        } else {
            followers.entry(last).or_default().push(name);
        }
    }
    let mut merged = followers.remove(&None).unwrap_or_default();
    for name in old.iter().filter(|name| is_kept.contains(name)) {
        merged.push(name);
        merged.extend(followers.remove(&Some(name)).unwrap_or_default());
    }
    merged
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn order(value: &Value) -> Vec<&str> {
        let members = value.as_object().unwrap();
        members.keys().map(String::as_str).collect()
    }

    #[test]
    fn new_members_follow_their_neighbours() {
        let before = json!({"components": {"schemas": {"A": {}, "B": {}, "C": {}}}});
        let facts =
            json!({"components": {"schemas": {"N": {}, "C": {}, "D": {}, "E": {}, "A": {}}}});
        let kept = kept(facts, &before);
        assert_eq!(
            order(&kept["components"]["schemas"]),
            ["N", "A", "C", "D", "E"]
        );
    }

    #[test]
    fn keywords_have_a_fixed_order() {
        let before = json!({"components": {"schemas": {"A": {"maxLength": 1, "x-a": 1}}}});
        let facts =
            json!({"components": {"schemas": {"A": {"type": "string", "x-a": 1, "maxLength": 1}}}});
        let kept = kept(facts, &before);
        assert_eq!(
            order(&kept["components"]["schemas"]["A"]),
            ["type", "maxLength", "x-a"]
        );
    }

    #[test]
    fn lists_without_an_order_keep_theirs() {
        let schema = |schema: Value| json!({"components": {"schemas": {"A": schema}}});
        let kept = |facts: Value, before: Value| {
            kept(schema(facts), &schema(before))["components"]["schemas"]["A"].clone()
        };
        assert_eq!(
            kept(
                json!({"enum": ["c", "x", "a"]}),
                json!({"enum": ["a", "b", "c"]})
            ),
            json!({"enum": ["a", "x", "c"]})
        );
        let parallel = json!({"enum": ["b", "a"], "x-enum-varnames": ["B", "A"]});
        let before = json!({"enum": ["a", "b"], "x-enum-varnames": ["A", "B"]});
        assert_eq!(kept(parallel.clone(), before), parallel);
        // A property may have the name of a keyword.
        let property = json!({"properties": {"enum": {"enum": [2, 1]}, "required": {}}});
        let before = json!({"properties": {"required": {}, "enum": {"enum": [1, 2]}}});
        let kept = kept(property, before.clone());
        assert_eq!(kept.to_string(), before.to_string());
    }

    #[test]
    fn servers_keep_the_order_of_the_publisher() {
        let before = json!({"servers": [{"url": "/a"}, {"url": "/b"}]});
        let facts = json!({"servers": [{"url": "/b"}, {"url": "/a"}]});
        assert_eq!(kept(facts.clone(), &before), facts);
    }
}
