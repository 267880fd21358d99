//! JSON objects as structs: [`object!`] maps members to fields.
//!
//! It does what `#[derive(Serialize, Deserialize)]` would, at a fifth of the compile time: the macro writes a list of
//! members, and everything that can be said once is said in the functions here.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::{SerializeMap, Serializer};
use serde_core::{Deserialize, Serialize};

use super::Nullable;

/// A struct that stands for a JSON object; `object!` implements it, with `Serialize` and `Deserialize`.
///
/// Members that the struct does not know are skipped; when a member is repeated, the last one wins.
pub trait Object: Sized {
    /// Names of the members, in the order in which they are written.
    const MEMBERS: &'static [&'static str];

    /// Reads the members.
    ///
    /// `None` if the reader has an error.
    fn read<'de, A: MapAccess<'de>>(members: &mut ObjectReader<A, A::Error>) -> Option<Self>;

    /// Writes the members.
    fn write<M: SerializeMap>(&self, members: &mut ObjectWriter<M>);
}

/// The members of an object that is being read.
///
/// The first error ends the reading and is kept: code that does not have to pass errors on compiles faster. Nor is
/// what is the same for many objects inlined into each of them.
#[derive(Debug)]
pub struct ObjectReader<A, E> {
    access: A,
    names: &'static [&'static str],
    error: Option<E>,
}

impl<'de, A: MapAccess<'de>> ObjectReader<A, A::Error> {
    /// Name of the next member: one of [`Object::MEMBERS`], or empty when it is none of them.
    #[inline(never)]
    pub fn next_name(&mut self) -> Option<&'static str> {
        if self.error.is_some() {
            return None;
        }
        let name = self.access.next_key_seed(MemberName(self.names));
        name.unwrap_or_else(|error| {
            self.error = Some(error);
            None
        })
    }

    /// Reads the value of the member.
    #[inline(never)]
    pub fn value<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) {
        match self.access.next_value() {
            Ok(value) => *slot = Some(value),
            Err(error) => self.error = Some(error),
        }
    }

    /// Passes over the value of a member that is not known.
    #[inline(never)]
    pub fn skip(&mut self) {
        self.value(&mut None::<IgnoredAny>);
    }

    /// Whether all members could be read.
    pub fn complete(&self) -> Option<()> {
        self.error.is_none().then_some(())
    }

    /// What was read for a member that must be there.
    pub fn required<T>(&mut self, name: &'static str, slot: Option<T>) -> Option<T> {
        if slot.is_none() && self.error.is_none() {
            self.error = Some(A::Error::missing_field(name));
        }
        slot
    }

    /// What was read for a member that may be absent; `null` is taken for absent.
    pub fn optional<T>(&mut self, _: &'static str, slot: Option<Option<T>>) -> Option<Option<T>> {
        Some(slot.flatten())
    }

    /// What was read for a member that may be `null`.
    pub fn nullable<T>(&mut self, _: &'static str, slot: Option<Option<T>>) -> Option<Option<T>> {
        Some(slot.flatten())
    }

    /// What was read for a member that may be absent, `null` or a value.
    pub fn optional_nullable<T>(
        &mut self,
        _: &'static str,
        slot: Option<Nullable<T>>,
    ) -> Option<Option<Nullable<T>>> {
        Some(slot)
    }

    /// Why the object could not be read.
    pub fn into_error(self) -> A::Error {
        self.error.unwrap_or_else(|| A::Error::custom("no object"))
    }
}

/// The members of an object that is being written. The first error ends the writing.
#[derive(Debug)]
pub struct ObjectWriter<M: SerializeMap> {
    map: M,
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> ObjectWriter<M> {
    /// Writes a member that is always there.
    #[inline(never)]
    pub fn required<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(name, value);
        }
    }

    /// Writes a member that may be absent.
    pub fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a member that is always there and may be `null`.
    pub fn nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        self.required(name, value);
    }

    /// Writes a member that may be absent, `null` or a value.
    pub fn optional_nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        self.optional(name, value);
    }
}

/// Reads an object from any format of serde.
#[allow(dead_code, reason = "a document may have no object")]
pub(crate) fn read<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes an object to any format of serde.
#[allow(dead_code, reason = "a document may have no object")]
pub(crate) fn write<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // The number of members is not known before they are written, and JSON does not ask.
    let map = serializer.serialize_map(None)?;
    let mut members = ObjectWriter {
        map,
        result: Ok(()),
    };
    object.write(&mut members);
    members.result?;
    members.map.end()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        let mut members = ObjectReader {
            access,
            names: T::MEMBERS,
            error: None,
        };
        T::read(&mut members).ok_or_else(|| members.into_error())
    }
}

/// Reads a name as the static string that equals it, so that the name need not be owned.
struct MemberName(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for MemberName {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for MemberName {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, name: &str) -> Result<&'static str, E> {
        Ok(find(self.0, name))
    }
}

fn find(names: &'static [&'static str], name: &str) -> &'static str {
    names
        .iter()
        .find(|known| **known == name)
        .copied()
        .unwrap_or_default()
}

/// Maps the members of a JSON object to the fields of a struct: `object!(Name { kind field: "member", … })`.
///
/// Kinds: `required` (`T`), `optional` (`Option<T>`: absent, and `null` when read), `nullable` (`Option<T>`, always
/// written, `None` as `null`), `optional_nullable` (`Option<Nullable<T>>`: absent, `null` and value are three states).
/// After the name, `as timestamp` names a function of the runtime through which the field is written.
#[allow(
    unused_macros,
    reason = "which of the macros are used depends on the document"
)]
macro_rules! object {
    ($type:ident { $($kind:ident $field:ident: $name:literal $(as $adapter:ident)?),* $(,)? }) => {
        #[allow(deprecated, reason = "deprecated members are read and written like all others")]
        impl $crate::runtime::Object for $type {
            const MEMBERS: &'static [&'static str] = &[$($name),*];

            fn read<'de, A: ::serde_core::de::MapAccess<'de>>(
                members: &mut $crate::runtime::ObjectReader<A, A::Error>,
            ) -> ::core::option::Option<Self> {
                $(let mut $field = ::core::option::Option::None;)*
                while let ::core::option::Option::Some(name) = members.next_name() {
                    match name {
                        $($name => members.value(&mut $field),)*
                        _ => members.skip(),
                    }
                }
                match (members.complete(), $(members.$kind($name, $field),)*) {
                    (::core::option::Option::Some(()), $(::core::option::Option::Some($field),)*) => ::core::option::Option::Some(Self { $($field,)* }),
                    _ => ::core::option::Option::None,
                }
            }

            fn write<M: ::serde_core::ser::SerializeMap>(
                &self,
                members: &mut $crate::runtime::ObjectWriter<M>,
            ) {
                $(members.$kind($name, &$($crate::runtime::$adapter)?(&self.$field));)*
                let _ = members;
            }
        }

        impl ::serde_core::Serialize for $type {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::object::write(self, serializer)
            }
        }

        impl<'de> ::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::object::read(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no object")]
pub(crate) use object;

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros are for public types")]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;
    use serde_json::{Value, from_str, from_value, json, to_value};

    use super::*;
    use crate::runtime::string::{open_enum, string_newtype};

    #[derive(Clone, Debug, PartialEq)]
    struct Thing {
        id: ThingId,
        kind: Kind,
        at: Option<Timestamp>,
        note: Option<String>,
        until: Option<Nullable<Timestamp>>,
        #[deprecated]
        old: BTreeMap<String, Nullable<i64>>,
    }

    object!(Thing {
        required id: "id",
        optional at: "at" as timestamp,
        required kind: "kind",
        nullable note: "note",
        optional_nullable until: "until" as timestamp,
        required old: "old map",
    });

    #[derive(Clone, Debug, PartialEq)]
    struct Nothing {}

    object!(Nothing {});

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    enum Kind {
        Big,
        Other(String),
    }

    open_enum!(Kind { Big: "big" }, Other);

    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    struct ThingId(String);

    string_newtype!(ThingId);

    #[test]
    fn three_states_are_kept_both_ways() {
        for text in [
            r#"{"id":"a","kind":"big","note":null,"old map":{}}"#,
            r#"{"id":"a","kind":"new","note":"x","until":null,"old map":{"a":null,"b":1}}"#,
            r#"{"id":"a","at":"2024-01-01T00:00:00.000Z","kind":"big","note":null,"until":"2024-01-01T00:00:00.500Z","old map":{}}"#,
        ] {
            let thing: Thing = from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&thing).unwrap(), text);
            // The same by way of a format that is no text.
            assert_eq!(
                from_value::<Thing>(to_value(&thing).unwrap()).unwrap(),
                thing
            );
        }
        assert_eq!(
            Thing::MEMBERS,
            ["id", "at", "kind", "note", "until", "old map"]
        );
    }

    #[test]
    fn tolerates_what_it_can_and_names_what_it_cannot() {
        let text =
            r#"{"id":"a","more":{"x":[1]},"id":"b","\u006bind":"big","at":null,"old map":{}}"#;
        let thing: Thing = from_str(text).unwrap();
        assert_eq!(
            (thing.id.as_str(), thing.kind, thing.at, thing.note),
            ("b", Kind::Big, None, None)
        );
        let error = |value: Value| from_value::<Thing>(value).unwrap_err().to_string();
        assert_eq!(
            error(json!({"id": "a", "old map": {}})),
            "missing field `kind`"
        );
        assert_eq!(
            error(json!({"id": null})),
            "invalid type: null, expected a string"
        );
        assert_eq!(
            error(json!(["a"])),
            "invalid type: sequence, expected an object"
        );
        assert_eq!(from_str::<Nothing>(r#"{"a":1}"#).unwrap(), Nothing {});
        assert_eq!(to_value(Nothing {}).unwrap(), json!({}));
    }

    #[test]
    fn strings_with_a_type() {
        assert_eq!(Kind::from("big"), Kind::Big);
        assert_eq!(
            Kind::from("huge".to_owned()),
            Kind::Other("huge".to_owned())
        );
        assert_eq!(Kind::VALUES, [Kind::Big]);
        assert_eq!(
            format!("{:>4}|{}", Kind::Big, Kind::Other("x".to_owned())),
            " big|x"
        );
        let id = ThingId::new("a");
        assert_eq!(
            (id.to_string(), format!("{id:?}")),
            ("a".to_owned(), r#"ThingId("a")"#.to_owned())
        );
        assert!(id == "a" && id == *"a" && "a".parse().as_ref() == Ok(&id));
        assert_eq!(ThingId::from(&id), id);
        assert_eq!(id.into_string(), "a");
    }
}
