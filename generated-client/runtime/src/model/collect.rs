//! Conversions for lists and maps in the forms that callers have: arrays of `&str`, pairs of literals, iterators.

/// A JSON object literal: `json_object!({"text": "Hello", "buttons": [1, 2]})`.
#[macro_export]
macro_rules! json_object {
    ({ $($members:tt)* }) => {
        match $crate::serde_json::json!({ $($members)* }) {
            $crate::Value::Object(members) => members,
            // A literal in braces is always an object.
            _ => $crate::JsonObject::new(),
        }
    };
}

/// Collects values of any convertible type.
pub fn into_list<T, L: FromIterator<T>>(items: impl IntoIterator<Item = impl Into<T>>) -> L {
    items.into_iter().map(Into::into).collect()
}

/// Collects pairs of any convertible types.
pub fn into_map<T, M: FromIterator<(String, T)>>(
    entries: impl IntoIterator<Item = (impl Into<String>, impl Into<T>)>,
) -> M {
    entries
        .into_iter()
        .map(|(name, value)| (name.into(), value.into()))
        .collect()
}
