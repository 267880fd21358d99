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
    fn read<'de, A: MapAccess<'de>>(members: &mut ObjectReader<A>) -> Result<Self, A::Error>;

    /// Writes the members.
    fn write<M: SerializeMap>(&self, members: &mut ObjectWriter<M>) -> Result<(), M::Error>;
}

/// The members of an object that is being read.
#[derive(Debug)]
pub struct ObjectReader<A> {
    access: A,
    names: &'static [&'static str],
}

impl<'de, A: MapAccess<'de>> ObjectReader<A> {
    /// Name of the next member: one of [`Object::MEMBERS`], or empty when it is none of them.
    pub fn next_name(&mut self) -> Result<Option<&'static str>, A::Error> {
        self.access.next_key_seed(MemberName(self.names))
    }

    /// Reads the value of the member.
    pub fn value<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        *slot = Some(self.access.next_value()?);
        Ok(())
    }

    /// Passes over the value of a member that is not known.
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.access.next_value::<IgnoredAny>().map(|_| ())
    }

    /// What was read for a member that must be there.
    pub fn required<T>(&self, name: &'static str, slot: Option<T>) -> Result<T, A::Error> {
        slot.ok_or_else(|| A::Error::missing_field(name))
    }

    /// What was read for a member that may be absent; `null` is taken for absent.
    pub fn optional<T>(&self, _: &'static str, slot: Option<Option<T>>) -> Result<Option<T>, A::Error> {
        Ok(slot.flatten())
    }

    /// What was read for a member that may be `null`; absent is taken for `null`, as services leave out what their
    /// documents require.
    pub fn nullable<T>(&self, _: &'static str, slot: Option<Option<T>>) -> Result<Option<T>, A::Error> {
        Ok(slot.flatten())
    }

    /// What was read for a member that may be absent, `null` or a value.
    pub fn optional_nullable<T>(
        &self,
        _: &'static str,
        slot: Option<Nullable<T>>,
    ) -> Result<Option<Nullable<T>>, A::Error> {
        Ok(slot)
    }
}

/// The members of an object that is being written.
#[derive(Debug)]
pub struct ObjectWriter<M>(M);

impl<M: SerializeMap> ObjectWriter<M> {
    /// Writes a member that is always there.
    pub fn required<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
    }

    /// Writes a member that may be absent.
    pub fn optional<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), M::Error> {
        value
            .as_ref()
            .map_or(Ok(()), |value| self.0.serialize_entry(name, value))
    }

    /// Writes a member that is always there and may be `null`.
    pub fn nullable<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
    }

    /// Writes a member that may be absent, `null` or a value.
    pub fn optional_nullable<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), M::Error> {
        self.optional(name, value)
    }
}

/// Reads an object from any format of serde.
pub(crate) fn read<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes an object to any format of serde.
pub(crate) fn write<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // The number of members is not known before they are written, and JSON does not ask.
    let mut members = ObjectWriter(serializer.serialize_map(None)?);
    object.write(&mut members)?;
    members.0.end()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::read(&mut ObjectReader {
            access,
            names: T::MEMBERS,
        })
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
macro_rules! object {
    ($type:ident { $($kind:ident $field:ident: $name:literal $(as $adapter:ident)?),* $(,)? }) => {
        #[allow(deprecated, reason = "deprecated members are read and written like all others")]
        impl $crate::runtime::Object for $type {
            const MEMBERS: &'static [&'static str] = &[$($name),*];

            fn read<'de, A: ::serde_core::de::MapAccess<'de>>(
                members: &mut $crate::runtime::ObjectReader<A>,
            ) -> Result<Self, A::Error> {
                $(let mut $field = None;)*
                while let Some(name) = members.next_name()? {
                    match name {
                        $($name => members.value(&mut $field)?,)*
                        _ => members.skip()?,
                    }
                }
                Ok(Self { $($field: members.$kind($name, $field)?,)* })
            }

            fn write<M: ::serde_core::ser::SerializeMap>(
                &self,
                members: &mut $crate::runtime::ObjectWriter<M>,
            ) -> Result<(), M::Error> {
                $(members.$kind($name, &$($crate::runtime::$adapter)?(&self.$field))?;)*
                let _ = members;
                Ok(())
            }
        }

        impl ::serde_core::Serialize for $type {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::object::write(self, serializer)
            }
        }

        impl<'de> ::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::object::read(deserializer)
            }
        }
    };
}

pub(crate) use object;
