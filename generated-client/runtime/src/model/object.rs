//! JSON objects as structs: [`object!`] maps members to fields.
//!
//! It does what `#[derive(Serialize, Deserialize)]` would, at a fifth of the compile time: the macro writes a list of
//! members, and everything that can be said once is said in the functions here.

use std::collections::BTreeMap;
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
    /// Whether members of other names are kept.
    const OPEN: bool = false;

    /// Reads the members.
    ///
    /// `None` if the reader has an error.
    fn read<'de, A: MapAccess<'de>>(members: &mut ObjectReader<A, A::Error>) -> Option<Self>;

    /// The number of members that `write` writes.
    fn written(&self) -> usize;

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
    names: MemberNames,
    error: Option<E>,
}

/// A member of an object that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// One of [`Object::MEMBERS`].
    Known(&'static str),
    /// Another one; its name is there if the object is [open](Object::OPEN).
    Unknown(Option<String>),
}

impl<'de, A: MapAccess<'de>> ObjectReader<A, A::Error> {
    /// The next member.
    #[inline(never)]
    pub fn next_member(&mut self) -> Option<Member> {
        if self.error.is_some() {
            return None;
        }
        let member = self.access.next_key_seed(self.names);
        member.unwrap_or_else(|error| {
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

    /// Keeps a member that is not known.
    pub fn rest<T: Deserialize<'de>>(
        &mut self,
        rest: &mut BTreeMap<String, T>,
        name: Option<String>,
    ) {
        let mut value = None;
        self.value(&mut value);
        rest.extend(name.zip(value));
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

    /// Writes a member that may be absent. It is written as an option, because formats that are not text read it as one.
    pub fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if value.is_some() {
            self.required(name, value);
        }
    }

    /// Writes members that are not known.
    pub fn rest<T: Serialize>(&mut self, rest: &BTreeMap<String, T>) {
        for (name, value) in rest {
            if self.result.is_ok() {
                self.result = self.map.serialize_entry(name, value);
            }
        }
    }

    /// Writes a member that is always there and may be `null`.
    pub fn nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        self.required(name, value);
    }

    /// Writes a member that may be absent, `null` or a value.
    pub fn optional_nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }
}

/// Reads an object from any format of serde.
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let visitor = ObjectVisitor(PhantomData);
    // A struct takes only its own members, so that it can be flattened into another one next to a map. But formats that
    // are not text expect a struct without names.
    if T::OPEN || !deserializer.is_human_readable() {
        deserializer.deserialize_map(visitor)
    } else {
        deserializer.deserialize_struct("", T::MEMBERS, visitor)
    }
}

/// Writes an object to any format of serde.
pub fn write_object<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let map = serializer.serialize_map(Some(object.written()))?;
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
            names: MemberNames {
                known: T::MEMBERS,
                keep_others: T::OPEN,
            },
            error: None,
        };
        T::read(&mut members).ok_or_else(|| members.into_error())
    }
}

/// Reads a name as the static string that equals it, so that the name need not be owned.
#[derive(Clone, Copy, Debug)]
struct MemberNames {
    known: &'static [&'static str],
    keep_others: bool,
}

impl<'de> DeserializeSeed<'de> for MemberNames {
    type Value = Member;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for MemberNames {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Member, E> {
        let known = self.known.iter().find(|known| **known == name);
        Ok(match known {
            Some(known) => Member::Known(known),
            None => Member::Unknown(self.keep_others.then(|| name.to_owned())),
        })
    }
}

/// Maps the members of a JSON object to the fields of a struct: `object!(Name { kind field: "member", … })`.
///
/// Kinds: `required` (`T`), `optional` (`Option<T>`: absent, and `null` when read), `nullable` (`Option<T>`, always
/// written, `None` as `null`), `optional_nullable` (`Option<Nullable<T>>`: absent, `null` and value are three states).
/// `..field` at the end is a map of the members that have no field.
#[doc(hidden)]
#[macro_export]
macro_rules! object {
    (@is_written optional $field:expr) => { $field.is_some() };
    (@is_written optional_nullable $field:expr) => { $field.is_some() };
    (@is_written $kind:ident $field:expr) => { true };
    (@unknown $members:ident, $name:ident) => {
        { let _ = $name; $members.skip() }
    };
    (@unknown $members:ident, $name:ident, $rest:ident) => {
        $members.rest(&mut $rest, $name)
    };
    ($type:ident { $($kind:ident $field:ident: $name:literal),* $(,)? $(..$rest:ident)? }) => {
        #[allow(deprecated, reason = "deprecated members are read and written like all others")]
        impl $crate::codegen::Object for $type {
            const MEMBERS: &'static [&'static str] = &[$($name),*];
            $(const OPEN: bool = { let _ = stringify!($rest); true };)?

            fn read<'de, A: $crate::codegen::serde_core::de::MapAccess<'de>>(
                members: &mut $crate::codegen::ObjectReader<A, A::Error>,
            ) -> ::core::option::Option<Self> {
                $(let mut $field = ::core::option::Option::None;)*
                $(let mut $rest = ::std::collections::BTreeMap::new();)?
                while let ::core::option::Option::Some(member) = members.next_member() {
                    match member {
                        $($crate::codegen::Member::Known($name) => members.value(&mut $field),)*
                        $crate::codegen::Member::Known(_) => members.skip(),
                        $crate::codegen::Member::Unknown(name) => $crate::object!(@unknown members, name $(, $rest)?),
                    }
                }
                match (members.complete(), $(members.$kind($name, $field),)*) {
                    (::core::option::Option::Some(()), $(::core::option::Option::Some($field),)*) => ::core::option::Option::Some(Self { $($field,)* $($rest,)? }),
                    _ => ::core::option::Option::None,
                }
            }

            fn written(&self) -> usize {
                0 $(+ usize::from($crate::object!(@is_written $kind self.$field)))* $(+ self.$rest.len())?
            }

            fn write<M: $crate::codegen::serde_core::ser::SerializeMap>(
                &self,
                members: &mut $crate::codegen::ObjectWriter<M>,
            ) {
                $(members.$kind($name, &self.$field);)*
                $(members.rest(&self.$rest);)?
                let _ = members;
            }
        }

        impl $crate::codegen::serde_core::Serialize for $type {
            fn serialize<S: $crate::codegen::serde_core::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::codegen::write_object(self, serializer)
            }
        }

        impl $crate::codegen::Model for $type {}

        impl<'de> $crate::codegen::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: $crate::codegen::serde_core::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::codegen::read_object(deserializer)
            }
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros are for public types")]
mod tests {
    use serde_json::{Value, from_str, from_value, json, to_value};

    use super::*;
    use crate::{Timestamp, UnknownValue};
    use crate::{open_enum, string_newtype};

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
        optional at: "at",
        required kind: "kind",
        nullable note: "note",
        optional_nullable until: "until",
        required old: "old map",
    });

    #[derive(Clone, Debug, PartialEq)]
    struct Open {
        empty: Option<i64>,
        rest: BTreeMap<String, Timestamp>,
    }

    object!(Open {
        optional empty: "",
        ..rest
    });

    #[derive(Clone, Debug, PartialEq)]
    struct Nothing {}

    object!(Nothing {});

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    enum Kind {
        Big,
        Other(UnknownValue),
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
    fn an_open_object_keeps_other_members() {
        let text = r#"{"":1,"a":"2024-01-01T00:00:00.000Z","b c":"2024-01-01T00:00:00.000Z"}"#;
        let open: Open = from_str(text).unwrap();
        assert_eq!((open.empty, open.rest.len()), (Some(1), 2));
        assert_eq!(serde_json::to_string(&open).unwrap(), text);
        assert!(from_str::<Open>(r#"{"a":1}"#).is_err());
    }

    #[test]
    fn strings_with_a_type() {
        assert_eq!(Kind::from("big"), Kind::Big);
        let huge = Kind::from("huge".to_owned());
        assert!(matches!(&huge, Kind::Other(value) if value.as_str() == "huge"));
        assert_eq!(Kind::VALUES, [Kind::Big]);
        assert_eq!(
            format!("{:>4}|{huge}|{huge:?}", Kind::Big),
            r#" big|huge|Other("huge")"#
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
