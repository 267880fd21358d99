//! Alternatives that restrict values instead of describing types: their order means nothing.

use serde_json::{Map, Value, json};

use super::Side;
use super::limits::is_looser;
use super::parts::of_all;
use crate::document::{Role, keyword};
use crate::source::Pointer;

impl Side<'_> {
    /// The alternatives of a schema by what they require of an object, if they restrict it. In an object with properties of its own, the
    /// properties of alternatives are compared as fields.
    pub(super) fn required_alternatives(
        &self,
        schema: &Pointer,
        keyword: &str,
        has_properties: bool,
    ) -> Option<Value> {
        let root = self.document.root().value;
        let list = schema.join(keyword);
        let alternatives = list.find(root)?.as_array()?;
        let mut all = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            if !has_properties && !only_requires(alternative) {
                return None;
            }
            let mut limits = Map::new();
            let mut names: Vec<Value> = Vec::new();
            for part in self.parts(&list.join(index.to_string())) {
                let member = |key: &str| part.find(root)?.get(key);
                let required = member("required").and_then(Value::as_array);
                names.extend(required.into_iter().flatten().cloned());
                if let Some(not) = member("not") {
                    limits.insert("not".to_owned(), not.clone());
                }
            }
            if !names.is_empty() {
                limits.insert("required".to_owned(), names.into());
            }
            all.push(Value::Object(limits));
        }
        let is_free = |limits: &Value| *limits == json!({});
        let restricts = match keyword {
            "anyOf" => !all.iter().any(is_free),
            _ => !all.iter().all(is_free),
        };
        (restricts && !all.is_empty()).then(|| all.into())
    }
}

/// Whether an alternative only requires properties.
fn only_requires(alternative: &Value) -> bool {
    let members = alternative.as_object();
    alternative.get("required").is_some_and(Value::is_array)
        && members.into_iter().flatten().all(|(key, _)| {
            let role = keyword(key).map(|keyword| keyword.role);
            ["required", "type"].contains(&&**key)
                || role.is_none_or(|role| role == Role::Annotation)
        })
}

/// Whether alternatives accept the same values, in any order.
pub(super) fn are_equal(keyword: &str, old: &Value, new: &Value) -> bool {
    let is_same = |one: &Value, other: &Value| is_covered(one, other) && is_covered(other, one);
    have_same(&of_all(old), &of_all(new), |old, new| {
        match (old.as_array(), new.as_array()) {
            // A value that fits an alternative of `oneOf` that is there twice is not accepted.
            (Some(old), Some(new)) => {
                (keyword == "anyOf" || old.len() == new.len()) && have_same(old, new, is_same)
            }
            _ => old == new,
        }
    })
}

/// Whether two lists have the same elements, in any order.
fn have_same<T>(old: &[T], new: &[T], is_same: impl Fn(&T, &T) -> bool) -> bool {
    old.iter()
        .all(|one| new.iter().any(|other| is_same(one, other)))
        && new
            .iter()
            .all(|other| old.iter().any(|one| is_same(one, other)))
}

/// Whether alternatives accept what each of the others accepted.
pub(super) fn accept_all(old: &Value, new: &Value) -> bool {
    let (old, new) = (of_all(old), of_all(new));
    let mut new = new.into_iter().filter_map(Value::as_array);
    new.all(|new| {
        let mut old = old.iter().filter_map(|old| old.as_array());
        old.any(|old| {
            old.iter()
                .all(|one| new.iter().any(|other| is_covered(one, other)))
        })
    })
}

/// Whether an alternative accepts all values that another one accepted.
fn is_covered(old: &Value, new: &Value) -> bool {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else {
        return false;
    };
    let mut keywords = new.iter();
    keywords.all(|(keyword, limit)| {
        old.get(keyword)
            .is_some_and(|old| is_looser(keyword, (Some((keyword, old)), Some((keyword, limit)))))
    })
}
