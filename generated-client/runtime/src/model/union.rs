//! Values of one of several types: [`union!`] defines how to choose the type.

use std::borrow::Cow;

use serde_core::de::DeserializeOwned;
use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::dropped_members::dropped_members;
use super::find_member::find_member;
use super::json::to_text;
use super::number::whole;
use super::unlisted;

/// An enum of the types that a JSON value can have. `union!` implements it, along with `Serialize` and `Deserialize`.
///
/// If a member identifies the variant, that member decides. Otherwise the variant that keeps most of the value is chosen,
/// and the first one of equals. A value that an enum does not list counts half as much as a member that is dropped, and one
/// that differs from a constant counts more than all of them. A value that fits no variant is kept as it is.
pub trait Union: Sized {
    /// The name of the member that identifies the variant, if there is one.
    const TAG: Option<&'static str>;
    /// Whether that member is written, whatever the value in a variant says.
    const WRITES_TAG: bool = false;
    /// Whether that member is a string, rather than a number or a boolean.
    const TAG_IS_TEXT: bool = true;

    /// Tries each variant.
    fn read(reader: &mut UnionReader<'_, Self>);

    /// The variant for a value that fits no other.
    fn other(value: Value) -> Self;
}

/// A value that is being read as one of several types.
#[derive(Debug)]
pub struct UnionReader<'a, U> {
    value: &'a Value,
    /// The value as JSON text: types are already compiled for reading text, because responses are read that way.
    text: Vec<u8>,
    tag: Option<Cow<'a, str>>,
    /// Whether a variant has this tag.
    is_known: bool,
    /// Whether the tag is that of no variant, so that variants without tags are tried.
    tries_untagged: bool,
    best: Option<Match<U>>,
}

/// A variant that a value fits.
#[derive(Debug)]
struct Match<U> {
    union: U,
    /// The cost of the members that it drops and of the values that its enums do not list.
    cost: usize,
    unlisted: usize,
}

impl<U: Union> UnionReader<'_, U> {
    /// Tries a variant, which has these tags.
    pub fn variant<T: DeserializeOwned + Serialize>(&mut self, tags: &[&str], make: fn(T) -> U) {
        if let Some(tag) = &self.tag {
            if !tags.contains(&&**tag) {
                return;
            }
            self.is_known = true;
        }
        self.attempt(make);
    }

    /// Tries a variant for values whose tag is that of no other variant.
    pub fn untagged<T: DeserializeOwned + Serialize>(&mut self, make: fn(T) -> U) {
        if self.tag.is_none() || self.tries_untagged {
            self.attempt(make);
        }
    }

    fn attempt<T: DeserializeOwned + Serialize>(&mut self, make: fn(T) -> U) {
        let least = self.best.as_ref().map_or(usize::MAX, |best| best.cost);
        if least == 0 {
            return;
        }
        let (mut read, mut unlisted) =
            unlisted::counted(|| serde_json::from_slice::<T>(&self.text));
        // A map with values of another type cannot have the tag among them.
        if read.is_err()
            && let Some(text) = self.without_added_tag()
        {
            (read, unlisted) = unlisted::counted(|| serde_json::from_slice::<T>(&text));
        }
        let Ok(read) = read else {
            return;
        };
        let dropped = self.dropped(to_text(&read));
        let cost = dropped
            .saturating_mul(unlisted::OF_DROPPED)
            .saturating_add(unlisted);
        if cost < least {
            self.best = Some(Match {
                union: make(read),
                cost,
                unlisted,
            });
        }
    }

    /// The text without the tag, if the union adds it when it writes a variant.
    fn without_added_tag(&self) -> Option<Vec<u8>> {
        let name = U::TAG.filter(|_| U::WRITES_TAG && self.tag.is_some())?;
        let members = self.value.as_object()?.iter();
        let members = members.filter(|(member, _)| *member != name);
        let members: Map<String, Value> = members
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        serde_json::to_vec(&members).ok()
    }

    fn dropped(&self, kept: serde_json::Result<Vec<u8>>) -> usize {
        let kept = kept.and_then(|text| serde_json::from_slice(&text));
        kept.map_or(usize::MAX - 1, |kept| {
            dropped_members(self.value, &kept).len()
        })
    }
}

/// Reads a union from any serde format.
pub fn read_union<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let mut reader = UnionReader {
        value: &value,
        text: value.to_string().into_bytes(),
        tag: U::TAG.and_then(|tag| tag_text(value.get(tag)?)),
        is_known: false,
        tries_untagged: false,
        best: None,
    };
    U::read(&mut reader);
    if reader.tag.is_some() && !reader.is_known {
        reader.tries_untagged = true;
        U::read(&mut reader);
    }
    let best = reader.best;
    // For a union around this one.
    unlisted::add(best.as_ref().map_or(1, |best| best.unlisted));
    Ok(best.map_or_else(|| U::other(value), |best| best.union))
}

/// Writes a variant with these tags. If the union writes the tag, it is one of these: the first one, if the variant has no tag
/// or that of another variant.
pub fn write_variant<U: Union, T: Serialize, S: Serializer>(
    value: &T,
    tags: &[&str],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (true, Some(name), Some(first)) = (U::WRITES_TAG, U::TAG, tags.first()) else {
        return value.serialize(serializer);
    };
    let is_right = |tag: &Value| tag_text(tag).is_some_and(|tag| tags.contains(&&*tag));
    // Most values have the right tag, and are written without a copy.
    let is_wrong = find_member(value, name).is_ok_and(|tag| !tag.as_ref().is_some_and(is_right));
    if !is_wrong {
        return value.serialize(serializer);
    }
    let tag = match serde_json::from_str(first) {
        Ok(tag) if !U::TAG_IS_TEXT => tag,
        _ => Value::from(*first),
    };
    match serde_json::to_value(value).map_err(S::Error::custom)? {
        Value::Object(mut members) => {
            members.remove(name);
            let others = members.iter().map(|(name, value)| (&**name, value));
            // Some services read it only if it is the first member.
            serializer.collect_map([(name, &tag)].into_iter().chain(others))
        }
        _ => value.serialize(serializer),
    }
}

/// The text of a string, number or boolean. `2.0` is the same as `2`.
fn tag_text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Bool(boolean) => Some(Cow::Owned(boolean.to_string())),
        Value::Number(number) => {
            let whole = number.as_f64().filter(|_| number.is_f64()).and_then(whole);
            Some(Cow::Owned(whole.map_or_else(
                || number.to_string(),
                |whole| whole.to_string(),
            )))
        }
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Makes an enum the union of its variants' types: `union!(Name { Variant(Type): "tag" | "tag", …, ..Unlisted } by "member")`,
/// where `Unlisted(Value)` is the last variant of the enum. Tags and `by` are omitted if no member identifies the variant;
/// `tagged` instead of `by` writes the member, as JSON with `as json` at the end. `Variant(Type) untagged` is for all other tags.
#[doc(hidden)]
#[macro_export]
macro_rules! union {
    (@tag) => { ::core::option::Option::None };
    (@tag $tag:literal) => { ::core::option::Option::Some($tag) };
    (@writes) => { false };
    (@writes $tag:literal) => { true };
    (@is_text) => { true };
    (@is_text json) => { false };
    (@read $reader:ident $type:ty, $make:expr, [$($value:literal),*]) => {
        $reader.variant::<$type>(&[$($value),*], $make)
    };
    (@read $reader:ident $type:ty, $make:expr, [] untagged) => {
        $reader.untagged::<$type>($make)
    };
    ($union:ident { $($variant:ident($type:ty) $(: $($value:literal)|+)? $($untagged:ident)?,)* ..$other:ident } $(by $tag:literal)? $(tagged $added:literal $(as $form:ident)?)?) => {
        impl $crate::codegen::Union for $union {
            const TAG: ::core::option::Option<&'static str> = $crate::union!(@tag $($tag)? $($added)?);
            const WRITES_TAG: bool = $crate::union!(@writes $($added)?);
            const TAG_IS_TEXT: bool = $crate::union!(@is_text $($($form)?)?);

            fn read(reader: &mut $crate::codegen::UnionReader<'_, Self>) {
                $($crate::union!(@read reader $type, Self::$variant, [$($($value),+)?] $($untagged)?);)*
            }

            fn other(value: $crate::Value) -> Self {
                Self::$other(value)
            }
        }

        impl $crate::codegen::serde_core::Serialize for $union {
            fn serialize<S: $crate::codegen::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => {
                        $crate::codegen::write_variant::<Self, _, _>(value, &[$($($value),+)?], serializer)
                    })*
                    Self::$other(value) => value.serialize(serializer),
                }
            }
        }

        impl $crate::codegen::Model for $union {}

        impl<'de> $crate::codegen::serde_core::Deserialize<'de> for $union {
            fn deserialize<D: $crate::codegen::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::codegen::read_union(deserializer)
            }
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros are for public types")]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{from_value, json, to_value};

    use super::*;
    use crate::object;

    #[derive(Clone, Debug, PartialEq)]
    struct Cat {
        kind: String,
        lives: Option<i64>,
    }

    object!(Cat { required kind: "kind", optional lives: "lives" });

    #[derive(Clone, Debug, PartialEq)]
    struct Dog {
        kind: String,
        name: Option<String>,
        friends: Option<Vec<Pet>>,
    }

    object!(Dog { required kind: "kind", optional name: "name", optional friends: "friends" });

    #[derive(Clone, Debug, PartialEq)]
    enum Pet {
        Cat(Cat),
        Dog(Box<Dog>),
        Name(String),
        Other(Value),
    }

    union!(Pet { Cat(Cat), Dog(Box<Dog>), Name(String), ..Other });

    #[derive(Clone, Debug, PartialEq)]
    enum Tagged {
        Cat(Cat),
        Dog(Box<Dog>),
        Other(Value),
    }

    union!(Tagged { Cat(Cat): "cat" | "kitten", Dog(Box<Dog>): "dog", ..Other } by "kind");

    fn kind_of(value: &Value) -> &'static str {
        let pet: Pet = from_value(value.clone()).unwrap();
        assert_eq!(to_value(&pet).unwrap(), *value);
        match pet {
            Pet::Cat(_) => "cat",
            Pet::Dog(_) => "dog",
            Pet::Name(_) => "name",
            Pet::Other(_) => "other",
        }
    }

    #[test]
    fn the_variant_that_keeps_most_is_chosen() {
        assert_eq!(kind_of(&json!({"kind": "x"})), "cat");
        assert_eq!(kind_of(&json!({"kind": "x", "lives": 7})), "cat");
        assert_eq!(kind_of(&json!({"kind": "x", "name": "Rex"})), "dog");
        let friends = json!([{"kind": "x", "lives": 9}, "Tom", 7]);
        assert_eq!(kind_of(&json!({"kind": "x", "friends": friends})), "dog");
        assert_eq!(kind_of(&json!("Tom")), "name");
    }

    #[test]
    fn values_that_fit_no_variant_are_kept() {
        for value in [json!(7), json!({"lives": 1}), json!(null), json!([])] {
            assert_eq!(kind_of(&value), "other");
        }
    }

    #[test]
    fn a_tag_selects_the_variant() {
        let read = |value: Value| from_value::<Tagged>(value).unwrap();
        let kitten = json!({"kind": "kitten", "name": "Tom"});
        assert!(matches!(read(kitten), Tagged::Cat(cat) if cat.kind == "kitten"));
        assert!(matches!(
            read(json!({"kind": "dog", "lives": 1})),
            Tagged::Dog(_)
        ));
        // An unknown kind is kept as it is.
        let bird = json!({"kind": "bird", "lives": 1});
        assert_eq!(read(bird.clone()), Tagged::Other(bird));
    }

    #[derive(Clone, Debug, PartialEq)]
    enum Written {
        Cat(Cat),
        Dog(Dog),
        Other(Value),
    }

    union!(Written { Cat(Cat): "cat" | "kitten", Dog(Dog): "dog", ..Other } tagged "kind");

    #[derive(Clone, Debug, PartialEq)]
    struct Row {
        kind: Option<f64>,
        above: Option<Box<Component>>,
    }

    object!(Row { optional kind: "kind", optional above: "above" });

    #[derive(Clone, Debug, PartialEq)]
    enum Component {
        Row(Row),
        Names(BTreeMap<String, String>),
        List(Vec<String>),
        Other(Value),
    }

    union!(Component { Row(Row): "1" | "2", Names(BTreeMap<String, String>): "true", List(Vec<String>), ..Other } tagged "kind" as json);

    #[test]
    fn the_tag_that_is_written_selects_the_variant() {
        let written = |kind: &str| {
            let kind = kind.to_owned();
            let cat = Written::Cat(Cat {
                kind,
                lives: Some(7),
            });
            serde_json::to_string(&cat).unwrap()
        };
        assert_eq!(written("kitten"), r#"{"kind":"kitten","lives":7}"#);
        assert_eq!(written("cat"), r#"{"kind":"cat","lives":7}"#);
        assert_eq!(written("dog"), r#"{"kind":"cat","lives":7}"#);
        let bird = json!({"kind": "bird"});
        assert_eq!(to_value(Written::Other(bird.clone())).unwrap(), bird);
    }

    #[test]
    fn a_tag_may_be_a_number_or_a_boolean() {
        let row = |kind, above| Component::Row(Row { kind, above });
        let json = |component| serde_json::to_string(&component).unwrap();
        assert_eq!(json(row(Some(2.0), None)), r#"{"kind":2.0}"#);
        assert_eq!(json(row(Some(3.0), None)), r#"{"kind":1}"#);
        let inner = Some(Box::new(row(None, None)));
        assert_eq!(json(row(None, inner)), r#"{"kind":1,"above":{"kind":1}}"#);
        let names = Component::Names(BTreeMap::from([("a".to_owned(), "b".to_owned())]));
        assert_eq!(json(names), r#"{"kind":true,"a":"b"}"#);
        assert_eq!(json(Component::List(vec!["a".to_owned()])), r#"["a"]"#);
    }

    #[test]
    fn deep_values_are_written_in_time() {
        let mut component = Component::Row(Row {
            kind: Some(1.0),
            above: None,
        });
        for _ in 0..100 {
            let above = Some(Box::new(component));
            component = Component::Row(Row {
                kind: Some(2.0),
                above,
            });
        }
        assert!(serde_json::to_string(&component).is_ok());
    }
}
