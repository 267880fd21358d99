//! Arguments in the forms that callers have: arrays of `&str`, pairs of literals, collections, iterators, structs.
//!
//! `[]` is the reason for these traits. Behind `impl IntoIterator<Item = impl Into<String>>` its item type is unknown, so it
//! does not compile. Here an empty array is an implementation of its own, with a type that is known.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use serde_core::Serialize;
use serde_json::{Map, Value};

use self::length::{Length, NotZero};
use super::JsonObject;

/// The forms of arguments. They keep apart implementations that may overlap as far as the compiler knows, such as those
/// for `Vec` and for all iterators.
mod form {
    #[derive(Debug)]
    pub enum Iterator {}
    #[derive(Debug)]
    pub enum Collection {}
    /// An array that is not empty.
    #[derive(Debug)]
    pub enum Array {}
    #[derive(Debug)]
    pub enum Serialize {}

    /// Only this crate can name the forms, so only this crate can implement the traits of arguments.
    pub trait Sealed<M> {}
    impl<T: ?Sized> Sealed<Iterator> for T {}
    impl<T: ?Sized> Sealed<Collection> for T {}
    impl<T: ?Sized> Sealed<Array> for T {}
    impl<T: ?Sized> Sealed<Serialize> for T {}
}

/// The lengths of arrays that are not empty. Stable Rust has no other way to except 0.
mod length {
    #[derive(Debug)]
    pub struct Length<const N: usize>;

    pub trait NotZero {}

    macro_rules! not_zero {
        ($($length:literal)*) => {
            $(impl NotZero for Length<$length> {})*
        };
    }

    not_zero!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32);
    not_zero!(33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64);
}

/// An argument that becomes a `Vec<V>`: an array, a `Vec`, a slice, a set, or an iterator.
///
/// The items can be of any type that converts to `V`. A list can be passed by reference if its items can be cloned. Arrays
/// can have up to 64 items. For other collections, pass `collection.into_iter()`. For no items, pass `[]`: `vec![]` and
/// `Vec::new()` have items of an unknown type.
///
/// `M` is inferred. It keeps iterators and collections apart.
///
/// ```
/// # use openapi_client_runtime::IntoList;
/// fn list<M>(tags: impl IntoList<String, M>) -> Vec<String> {
///     tags.into_list()
/// }
///
/// let tags = vec!["new".to_owned()];
/// assert_eq!(list(&tags), ["new"]);
/// assert_eq!(list(["new", "paid"]), ["new", "paid"]);
/// assert_eq!(list((1..3).map(|number| format!("tag{number}"))), ["tag1", "tag2"]);
/// assert!(list([]).is_empty());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of values that convert to `{V}`",
    label = "not a list of `{V}`",
    note = "arrays such as `[a, b]` or `[]`, `Vec`s, slices, sets and iterators are accepted",
    note = "for another collection, pass `.into_iter()`; for an `Option`, see `when_some`"
)]
pub trait IntoList<V, M>: form::Sealed<M> {
    /// Collects the items.
    fn into_list(self) -> Vec<V>;
}

/// An argument that becomes a map from strings to values of type `V`: a map, or an array, a `Vec`, a slice or an iterator of
/// pairs.
///
/// The names can be of any type that converts to `String`, and the values of any type that converts to `V`. If a name is
/// repeated, its last value is used. A map can be passed by reference if its names and values can be cloned. Arrays can have
/// up to 64 pairs. For other collections, pass `collection.into_iter()`. For no entries, pass `[]`: `HashMap::new()` has
/// entries of an unknown type.
///
/// `M` is inferred. It keeps iterators and collections apart.
///
/// ```
/// # use std::collections::{BTreeMap, HashMap};
/// # use openapi_client_runtime::IntoMap;
/// fn map<M>(tags: impl IntoMap<String, M>) -> BTreeMap<String, String> {
///     tags.into_map()
/// }
///
/// let tags = HashMap::from([("priority", "high")]);
/// assert_eq!(map(&tags)["priority"], "high");
/// assert_eq!(map([("priority", "high")])["priority"], "high");
/// assert_eq!(map(["a", "b"].into_iter().map(|name| (name, "yes"))).len(), 2);
/// assert!(map([]).is_empty());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a map with values that convert to `{V}`",
    label = "not a map of `{V}`, and not a list of pairs",
    note = "pairs such as `[(\"name\", value)]` or `[]`, maps, and iterators of pairs are accepted",
    note = "for another collection, pass `.into_iter()`; for an `Option`, see `when_some`"
)]
pub trait IntoMap<V, M>: form::Sealed<M> {
    /// Collects the entries. Of several with the same name, the last one counts.
    fn into_map(self) -> BTreeMap<String, V>;
}

/// An argument that becomes a [`JsonObject`]: `json!({…})`, a struct or map that implements `Serialize`, or pairs of names
/// and values.
///
/// A value that is not an object, or cannot be serialized, is reported by the call that sends it, as an `EncodeError` with
/// the name of the input. For an empty object, use [`JsonObject::new`] or `json!({})`.
///
/// `M` is inferred. It keeps iterators and serializable types apart.
///
/// ```
/// # use openapi_client_runtime::{IntoJsonObject, JsonObject};
/// # use serde_json::json;
/// fn object<M>(payload: impl IntoJsonObject<M>) -> JsonObject {
///     payload.into_json_object()
/// }
///
/// assert_eq!(object(json!({"text": "Hi"}))["text"], "Hi");
/// assert_eq!(object([("text", "Hi"), ("lang", "en")])["text"], "Hi");
/// assert_eq!(object([("parts", json!([1, 2]))])["parts"][1], 2);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a JSON object",
    label = "neither a type that implements `Serialize` nor an iterator of pairs",
    note = "`json!({{\"name\": value}})`, a struct that derives `Serialize`, a map, and pairs such as `[(\"name\", value)]` are accepted"
)]
pub trait IntoJsonObject<M>: form::Sealed<M> {
    /// Writes the value as a JSON object.
    fn into_json_object(self) -> JsonObject;
}

/// An argument that becomes a [`JsonObject`] or null: `None`, an `Option<JsonObject>`, `json!({…})`, `json!(null)`, pairs of
/// names and values, or a reference to a struct or map that implements `Serialize`.
///
/// Structs are passed by reference, because `None` has no type of its own: it could be any value that implements `Serialize`.
///
/// ```
/// # use openapi_client_runtime::{IntoNullableJsonObject, JsonObject};
/// # use serde_json::json;
/// fn object<M>(state: impl IntoNullableJsonObject<M>) -> Option<JsonObject> {
///     state.into_nullable_json_object()
/// }
///
/// assert_eq!(object(json!({"step": 2})).unwrap()["step"], 2);
/// assert_eq!(object([("step", 2)]).unwrap()["step"], 2);
/// assert_eq!(object(None), None);
/// assert_eq!(object(json!(null)), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a JSON object or null",
    label = "neither an object nor an `Option<JsonObject>`",
    note = "`json!({{\"name\": value}})`, `None`, pairs such as `[(\"name\", value)]`, and references to structs that derive `Serialize` are accepted"
)]
pub trait IntoNullableJsonObject<M>: form::Sealed<M> {
    /// Writes the value as a JSON object, or returns `None`.
    fn into_nullable_json_object(self) -> Option<JsonObject>;
}

impl<V, T: Into<V>, I: Iterator<Item = T>> IntoList<V, form::Iterator> for I {
    fn into_list(self) -> Vec<V> {
        self.map(Into::into).collect()
    }
}

impl<V, K, W, I> IntoMap<V, form::Iterator> for I
where
    K: Into<String>,
    W: Into<V>,
    I: Iterator<Item = (K, W)>,
{
    fn into_map(self) -> BTreeMap<String, V> {
        self.map(|(name, value)| (name.into(), value.into()))
            .collect()
    }
}

impl<K, W, I> IntoJsonObject<form::Iterator> for I
where
    K: Into<String>,
    W: Into<Value>,
    I: Iterator<Item = (K, W)>,
{
    fn into_json_object(self) -> JsonObject {
        self.collect()
    }
}

impl<T: Serialize> IntoJsonObject<form::Serialize> for T {
    fn into_json_object(self) -> JsonObject {
        JsonObject::encode(&self)
    }
}

impl<K, W, I> IntoNullableJsonObject<form::Iterator> for I
where
    K: Into<String>,
    W: Into<Value>,
    I: Iterator<Item = (K, W)>,
{
    fn into_nullable_json_object(self) -> Option<JsonObject> {
        Some(self.collect())
    }
}

impl<T: Serialize + ?Sized> IntoNullableJsonObject<form::Serialize> for &T {
    fn into_nullable_json_object(self) -> Option<JsonObject> {
        Some(JsonObject::encode(self))
    }
}

impl<K, W, const N: usize> IntoNullableJsonObject<form::Array> for [(K, W); N]
where
    K: Into<String>,
    W: Into<Value>,
{
    fn into_nullable_json_object(self) -> Option<JsonObject> {
        Some(self.into_iter().collect())
    }
}

impl IntoNullableJsonObject<form::Collection> for Option<JsonObject> {
    fn into_nullable_json_object(self) -> Option<JsonObject> {
        self
    }
}

impl IntoNullableJsonObject<form::Collection> for JsonObject {
    fn into_nullable_json_object(self) -> Option<JsonObject> {
        Some(self)
    }
}

impl IntoNullableJsonObject<form::Collection> for Value {
    fn into_nullable_json_object(self) -> Option<JsonObject> {
        (!self.is_null()).then(|| self.into())
    }
}

macro_rules! list {
    ($list:ty $(, $generic:ident)*) => {
        impl<V, T: Into<V> $(, $generic)*> IntoList<V, form::Collection> for $list {
            fn into_list(self) -> Vec<V> {
                self.into_iter().into_list()
            }
        }

        impl<V, T: Clone + Into<V> $(, $generic)*> IntoList<V, form::Collection> for &$list {
            fn into_list(self) -> Vec<V> {
                self.iter().cloned().into_list()
            }
        }
    };
}

macro_rules! pairs {
    ($pairs:ty) => {
        impl<V, K: Into<String>, W: Into<V>> IntoMap<V, form::Collection> for $pairs {
            fn into_map(self) -> BTreeMap<String, V> {
                self.into_iter().into_map()
            }
        }

        impl<V, K: Clone + Into<String>, W: Clone + Into<V>> IntoMap<V, form::Collection>
            for &$pairs
        {
            fn into_map(self) -> BTreeMap<String, V> {
                self.iter().cloned().into_map()
            }
        }
    };
}

macro_rules! map {
    ($map:ty $(, $generic:ident)*) => {
        impl<V, K: Into<String>, W: Into<V> $(, $generic)*> IntoMap<V, form::Collection> for $map {
            fn into_map(self) -> BTreeMap<String, V> {
                self.into_iter().into_map()
            }
        }

        impl<V, K: Clone + Into<String>, W: Clone + Into<V> $(, $generic)*>
            IntoMap<V, form::Collection> for &$map
        {
            fn into_map(self) -> BTreeMap<String, V> {
                let entries = self.iter();
                entries
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .into_map()
            }
        }
    };
}

list!(Vec<T>);
list!(VecDeque<T>);
list!(BTreeSet<T>);
list!(HashSet<T, S>, S);
pairs!(Vec<(K, W)>);
map!(BTreeMap<K, W>);
map!(HashMap<K, W, S>, S);

impl<V, T: Clone + Into<V>> IntoList<V, form::Collection> for &[T] {
    fn into_list(self) -> Vec<V> {
        self.iter().cloned().into_list()
    }
}

impl<V, K: Clone + Into<String>, W: Clone + Into<V>> IntoMap<V, form::Collection> for &[(K, W)] {
    fn into_map(self) -> BTreeMap<String, V> {
        self.iter().cloned().into_map()
    }
}

impl<V, T: Into<V>, const N: usize> IntoList<V, form::Array> for [T; N]
where
    Length<N>: NotZero,
{
    fn into_list(self) -> Vec<V> {
        self.into_iter().into_list()
    }
}

impl<V, T: Clone + Into<V>, const N: usize> IntoList<V, form::Array> for &[T; N]
where
    Length<N>: NotZero,
{
    fn into_list(self) -> Vec<V> {
        self.iter().cloned().into_list()
    }
}

impl<V, K: Into<String>, W: Into<V>, const N: usize> IntoMap<V, form::Array> for [(K, W); N]
where
    Length<N>: NotZero,
{
    fn into_map(self) -> BTreeMap<String, V> {
        self.into_iter().into_map()
    }
}

impl<V, K: Clone + Into<String>, W: Clone + Into<V>, const N: usize> IntoMap<V, form::Array>
    for &[(K, W); N]
where
    Length<N>: NotZero,
{
    fn into_map(self) -> BTreeMap<String, V> {
        self.iter().cloned().into_map()
    }
}

impl<V> IntoList<V, form::Collection> for [V; 0] {
    fn into_list(self) -> Vec<V> {
        Vec::new()
    }
}

impl<V> IntoList<V, form::Collection> for &[V; 0] {
    fn into_list(self) -> Vec<V> {
        Vec::new()
    }
}

impl<V> IntoMap<V, form::Collection> for [(String, V); 0] {
    fn into_map(self) -> BTreeMap<String, V> {
        BTreeMap::new()
    }
}

impl<V> IntoMap<V, form::Collection> for &[(String, V); 0] {
    fn into_map(self) -> BTreeMap<String, V> {
        BTreeMap::new()
    }
}

impl<V> IntoMap<V, form::Collection> for Map<String, Value>
where
    Value: Into<V>,
{
    fn into_map(self) -> BTreeMap<String, V> {
        self.into_iter().into_map()
    }
}

impl<V> IntoMap<V, form::Collection> for JsonObject
where
    Value: Into<V>,
{
    fn into_map(self) -> BTreeMap<String, V> {
        self.into_iter().into_map()
    }
}
