//! [`JsonObject`]: an object with any members.

use std::fmt;
use std::ops::Index;

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Error, Serialize, Serializer};
use serde_json::map::{IntoIter, Iter, Map};
use serde_json::{Value, from_slice};

use super::json::to_text;

/// A JSON object literal: `json_object!({"text": "Hello", "buttons": [1, 2]})`.
#[macro_export]
macro_rules! json_object {
    ({ $($members:tt)* }) => {
        $crate::JsonObject::from($crate::serde_json::json!({ $($members)* }))
    };
}

/// A JSON object with any members.
///
/// ```
/// # use openapi_client_runtime::{JsonObject, json_object};
/// let mut payload = json_object!({"text": "Hello", "sizes": [1, 2]});
/// payload.insert("title", "Greeting");
/// assert_eq!(payload["sizes"][1], 2);
/// assert!(payload["missing"].is_null());
///
/// let pairs: JsonObject = [("text", "Hi")].into_iter().collect();
/// assert_eq!(pairs.get("text").and_then(|text| text.as_str()), Some("Hi"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct JsonObject {
    members: Map<String, Value>,
    /// The reason why the value of the caller is not an object. Whoever writes this object gets it as an error.
    problem: Option<Box<str>>,
}

impl JsonObject {
    /// An empty object.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a value as a JSON object: a struct that implements `Serialize`, a map, or a list of pairs of a name and a
    /// value.
    ///
    /// Anything else, and a value that cannot be serialized, gives an object without members that cannot be sent: the
    /// call fails with an `EncodeError` that has the name of the input and the reason.
    pub fn encode<T: Serialize + ?Sized>(value: &T) -> Self {
        // JSON text is what is sent. `serde_json::to_value` would change an `f32` on the way.
        match to_text(value).and_then(|text| from_slice::<Value>(&text)) {
            Ok(Value::Array(items)) if !is_dynamic::<T>() => {
                let pairs = items
                    .iter()
                    .cloned()
                    .map(pair)
                    .collect::<Option<Map<_, _>>>();
                pairs.map_or_else(|| Value::Array(items).into(), Self::from)
            }
            Ok(value) => value.into(),
            Err(error) => Self::invalid(&error.to_string()),
        }
    }

    fn invalid(problem: &str) -> Self {
        Self {
            members: Map::new(),
            problem: Some(problem.into()),
        }
    }

    /// The reason why the value that was given is not an object.
    #[cfg_attr(not(feature = "call-json"), allow(dead_code, reason = "for settings"))]
    pub(crate) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members.get(name)
    }

    /// The value of a member, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.members.get_mut(name)
    }

    /// Sets a member, and returns its previous value.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.members.insert(name.into(), value.into())
    }

    /// Removes a member, and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.members.remove(name)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// The names of the members.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.members.keys()
    }

    /// The members: pairs of a name and a value.
    pub fn iter(&self) -> Iter<'_> {
        self.members.iter()
    }

    /// The number of members.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

impl From<Map<String, Value>> for JsonObject {
    fn from(members: Map<String, Value>) -> Self {
        Self {
            members,
            problem: None,
        }
    }
}

/// A value that is not an object cannot be sent, as with [`JsonObject::encode`].
impl From<Value> for JsonObject {
    fn from(value: Value) -> Self {
        let kind = match value {
            Value::Object(members) => return members.into(),
            Value::Array(_) => "an array",
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
        };
        Self::invalid(&format!("{kind} is not an object"))
    }
}

/// Whether a type is `Value`, which may hold any array, or a list of them. A list of pairs always holds pairs.
fn is_dynamic<T: ?Sized>() -> bool {
    let name = std::any::type_name::<T>();
    name.contains(std::any::type_name::<Value>()) && !name.contains('(')
}

/// The name and value in an array of two.
fn pair(item: Value) -> Option<(String, Value)> {
    let Value::Array(item) = item else {
        return None;
    };
    match <[Value; 2]>::try_from(item) {
        Ok([Value::String(name), value]) => Some((name, value)),
        _ => None,
    }
}

impl From<JsonObject> for Map<String, Value> {
    fn from(object: JsonObject) -> Self {
        object.members
    }
}

impl From<JsonObject> for Value {
    fn from(object: JsonObject) -> Self {
        Value::Object(object.members)
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for JsonObject {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut object = Self::new();
        object.extend(members);
        object
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for JsonObject {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, members: I) {
        let members = members.into_iter();
        self.members
            .extend(members.map(|(name, value)| (name.into(), value.into())));
    }
}

impl IntoIterator for JsonObject {
    type Item = (String, Value);
    type IntoIter = IntoIter;

    fn into_iter(self) -> IntoIter {
        self.members.into_iter()
    }
}

impl<'a> IntoIterator for &'a JsonObject {
    type Item = (&'a String, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// The value of a member; null if it is missing.
impl Index<&str> for JsonObject {
    type Output = Value;

    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&Value::Null)
    }
}

impl PartialEq<Value> for JsonObject {
    fn eq(&self, other: &Value) -> bool {
        self.problem.is_none() && other.as_object() == Some(&self.members)
    }
}

impl PartialEq<JsonObject> for Value {
    fn eq(&self, other: &JsonObject) -> bool {
        other == self
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Some(problem) => write!(f, "JsonObject({problem})"),
            None => f.debug_map().entries(self).finish(),
        }
    }
}

impl Serialize for JsonObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.problem {
            Some(problem) => Err(S::Error::custom(problem)),
            None => self.members.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for JsonObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::from)
    }
}
