//! JSON objects as structs: [`object!`] maps members to fields.
//!
//! # Why not derive
//!
//! `#[derive(Serialize, Deserialize)]` gives the same JSON, but its expansion repeats for every type what can be written
//! once. The macro only lists the members, and the functions here do the rest. For the types of an API, compared with derive:
//!
//! | | `object!` |
//! |---|---|
//! | `cargo check` | a quarter of the time |
//! | `cargo build` | 0.4 of the time |
//! | `cargo build --release` | a third of the time |
//!
//! No procedural macro has to be built either. The price:
//!
//! - Attributes of serde, such as `rename` or `with`, do not apply. The generator does not need them.
//! - A member name is compared with the expected one, then with each known name in turn. Objects in APIs are small, and values
//!   cost more than names.
//! - Values are read into an `Option` first, like in derived code, but functions are called where derived code is inlined.
//! - The macro is one more thing to understand. Hand-written types next to generated ones can derive as usual.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::{Error as _, SerializeMap, Serializer};
use serde_core::{Deserialize, Serialize};

use super::{Nullable, unlisted};

/// The problem with an additional member that has a field.
pub(crate) const DECLARED: &str = "is declared, so it has a field of its own";

/// A struct that represents a JSON object. `object!` implements it, along with `Serialize` and `Deserialize`.
///
/// Unknown members are skipped. If a member is repeated, the last one wins.
pub trait Object: Sized {
    /// The names of the members, in the order in which they are written.
    const MEMBERS: &'static [&'static str];
    /// Whether other members are kept as well.
    const OPEN: bool = false;

    /// Reads the members.
    ///
    /// Returns `None` if the reader has an error.
    fn read<'de, A: MapAccess<'de>>(members: &mut ObjectReader<A, A::Error>) -> Option<Self>;

    /// The number of members that `write` writes.
    fn written(&self) -> usize;

    /// Writes the members.
    fn write<M: SerializeMap>(&self, members: &mut ObjectWriter<M>);
}

/// The members of an object that is being read.
///
/// Reading stops at the first error, which is kept here: code without error propagation compiles faster. For the same
/// reason, functions that many objects share are not inlined.
#[derive(Debug)]
pub struct ObjectReader<A, E> {
    access: A,
    names: MemberNames,
    error: Option<E>,
}

/// A member of an object that is being read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// One of [`Object::MEMBERS`], by its index.
    Known(usize),
    /// Another one. Its name is kept if the object is [open](Object::OPEN).
    Unknown(Option<String>),
}

impl<'de, A: MapAccess<'de>> ObjectReader<A, A::Error> {
    /// The next member.
    #[inline(never)]
    pub fn next_member(&mut self) -> Option<Member> {
        if self.error.is_some() {
            return None;
        }
        match self.access.next_key_seed(self.names) {
            Ok(member) => {
                if let Some(Member::Known(index)) = member {
                    self.names.expected = index + 1;
                }
                member
            }
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// Reads the value of the member.
    #[inline(never)]
    pub fn value<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) {
        match self.access.next_value() {
            Ok(value) => *slot = Some(value),
            Err(error) => self.error = Some(error),
        }
    }

    /// Skips the value of an unknown member.
    #[inline(never)]
    pub fn skip(&mut self) {
        self.value(&mut None::<IgnoredAny>);
    }

    /// Keeps an unknown member.
    pub fn rest<T: Deserialize<'de>>(
        &mut self,
        rest: &mut BTreeMap<String, T>,
        name: Option<String>,
    ) {
        let mut value = None;
        self.value(&mut value);
        rest.extend(name.zip(value));
    }

    /// Returns `Some` if all members were read.
    pub fn complete(&self) -> Option<()> {
        self.error.is_none().then_some(())
    }

    /// The value of a required member.
    pub fn required<T>(&mut self, name: &'static str, slot: Option<T>) -> Option<T> {
        if slot.is_none() && self.error.is_none() {
            self.error = Some(A::Error::missing_field(name));
        }
        slot
    }

    /// The value of an optional member; `null` counts as absent.
    pub fn optional<T>(&mut self, _: &'static str, slot: Option<Option<T>>) -> Option<Option<T>> {
        Some(slot.flatten())
    }

    /// The value of a member that may be `null`.
    pub fn nullable<T>(&mut self, _: &'static str, slot: Option<Option<T>>) -> Option<Option<T>> {
        Some(slot.flatten())
    }

    /// The value of a member that may be absent, `null` or a value.
    pub fn optional_nullable<T>(
        &mut self,
        _: &'static str,
        slot: Option<Nullable<T>>,
    ) -> Option<Option<Nullable<T>>> {
        Some(slot)
    }

    /// The value of a member that is always `null`. Another value is kept, but speaks against this type.
    pub fn null<T>(&mut self, _: &'static str, slot: Option<Option<T>>) -> Option<Option<T>> {
        let value = slot.flatten();
        if value.is_some() {
            unlisted::note(1);
        }
        Some(value)
    }

    /// The same for a member that may be absent.
    pub fn optional_null<T>(
        &mut self,
        _: &'static str,
        slot: Option<Nullable<T>>,
    ) -> Option<Option<Nullable<T>>> {
        if matches!(slot, Some(Nullable::Value(_))) {
            unlisted::note(1);
        }
        Some(slot)
    }

    /// The error that stopped the reading.
    pub fn into_error(self) -> A::Error {
        self.error
            .unwrap_or_else(|| A::Error::custom("invalid object"))
    }
}

/// The members of an object that is being written. Writing stops at the first error.
#[derive(Debug)]
pub struct ObjectWriter<M: SerializeMap> {
    map: M,
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> ObjectWriter<M> {
    /// Writes a required member.
    #[inline(never)]
    pub fn required<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(name, value);
        }
    }

    /// Writes an optional member. It is written as an option, because binary formats read it as one.
    pub fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if value.is_some() {
            self.required(name, value);
        }
    }

    /// Writes unknown members. A member with a field would be there twice, and readers would take either.
    pub fn rest<T: Serialize>(&mut self, known: &[&str], rest: &BTreeMap<String, T>) {
        for (name, value) in rest {
            if self.result.is_err() {
                return;
            }
            self.result = if known.contains(&name.as_str()) {
                let problem = format!("the additional member `{name}` {DECLARED}");
                Err(M::Error::custom(problem))
            } else {
                self.map.serialize_entry(name, value)
            };
        }
    }

    /// Writes a required member that may be `null`.
    pub fn nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        self.required(name, value);
    }

    /// Writes a member that may be absent, `null` or a value.
    pub fn optional_nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a required member that is always `null`.
    pub fn null<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        self.required(name, value);
    }

    /// Writes a member that is absent or `null`.
    pub fn optional_null<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        self.optional_nullable(name, value);
    }
}

/// Reads an object from any serde format.
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let visitor = ObjectVisitor(PhantomData);
    // A struct takes only its own members, so that it can be flattened into another one next to a map. But binary formats
    // expect a struct without names.
    if T::OPEN || !deserializer.is_human_readable() {
        deserializer.deserialize_map(visitor)
    } else {
        deserializer.deserialize_struct("", T::MEMBERS, visitor)
    }
}

/// Writes an object to any serde format.
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
                expected: 0,
                keep_others: T::OPEN,
            },
            error: None,
        };
        T::read(&mut members).ok_or_else(|| members.into_error())
    }
}

/// Reads a name as the index of the equal known one, so that it does not have to be owned.
#[derive(Clone, Copy, Debug)]
struct MemberNames {
    known: &'static [&'static str],
    /// The index that is tried first. Services usually write members in the order of the document.
    expected: usize,
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
        let is_expected = self.known.get(self.expected) == Some(&name);
        let search = || self.known.iter().position(|known| *known == name);
        let known = is_expected.then_some(self.expected).or_else(search);
        Ok(match known {
            Some(index) => Member::Known(index),
            None => Member::Unknown(self.keep_others.then(|| name.to_owned())),
        })
    }
}

/// Maps the members of a JSON object to the fields of a struct: `object!(Name { kind field: "member", … })`.
///
/// The kinds are `required` (`T`), `optional` (`Option<T>`: absent, or `null` when read), `nullable` (`Option<T>`: always
/// written, `None` as `null`) and `optional_nullable` (`Option<Nullable<T>>`: absent, `null` or a value). `null` and
/// `optional_null` are the same for a member that the document says is always `null`. `..field` at the end is a map of the
/// members without a field.
#[doc(hidden)]
#[macro_export]
macro_rules! object {
    (@is_written optional $field:expr) => { $field.is_some() };
    (@is_written optional_nullable $field:expr) => { $field.is_some() };
    (@is_written optional_null $field:expr) => { $field.is_some() };
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
                    let _index = match member {
                        $crate::codegen::Member::Known(index) => index,
                        $crate::codegen::Member::Unknown(name) => {
                            $crate::object!(@unknown members, name $(, $rest)?);
                            continue;
                        }
                    };
                    // The optimizer counts, and the code compiles faster than comparisons of names.
                    let _next = 0;
                    $(
                        if _index == _next {
                            members.value(&mut $field);
                            continue;
                        }
                        let _next = _next + 1;
                    )*
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
                $(members.rest(Self::MEMBERS, &self.$rest);)?
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
mod tests;
