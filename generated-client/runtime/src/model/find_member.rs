//! One member of an object, found without writing the others.

use std::fmt;

use serde_core::Serialize;
use serde_core::ser::{Error, Impossible, SerializeMap, SerializeStruct, Serializer};
use serde_json::{Value, to_value};

/// The value of a member; `None` if the object does not have it.
pub(super) fn find_member<T: Serialize + ?Sized>(
    value: &T,
    name: &str,
) -> Result<Option<Value>, NotAnObject> {
    value.serialize(Finder { name })
}

/// The value is not an object, or it cannot be written.
#[derive(Debug)]
pub(super) struct NotAnObject;

impl fmt::Display for NotAnObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an object")
    }
}

impl std::error::Error for NotAnObject {}

impl Error for NotAnObject {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Finder<'a> {
    name: &'a str,
}

/// The members of an object. Their values are not read, so that nested objects cost nothing.
struct Members<'a> {
    name: &'a str,
    is_next: bool,
    found: Option<Value>,
}

impl Members<'_> {
    fn keep<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAnObject> {
        self.found = Some(to_value(value).map_err(|_| NotAnObject)?);
        Ok(())
    }
}

impl SerializeMap for Members<'_> {
    type Ok = Option<Value>;
    type Error = NotAnObject;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotAnObject> {
        self.is_next = self.found.is_none() && to_value(key).is_ok_and(|key| key == *self.name);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAnObject> {
        if self.is_next {
            self.keep(value)?;
        }
        Ok(())
    }

    fn end(self) -> Result<Option<Value>, NotAnObject> {
        Ok(self.found)
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = Option<Value>;
    type Error = NotAnObject;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), NotAnObject> {
        if key == self.name {
            self.keep(value)?;
        }
        Ok(())
    }

    fn end(self) -> Result<Option<Value>, NotAnObject> {
        Ok(self.found)
    }
}

type Never = Impossible<Option<Value>, NotAnObject>;

macro_rules! not_an_object {
    ($($method:ident($($argument:ty),*) -> $ok:ty;)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$ok, NotAnObject> {
            Err(NotAnObject)
        })*
    };
}

impl<'a> Serializer for Finder<'a> {
    type Ok = Option<Value>;
    type Error = NotAnObject;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Members<'a>;
    type SerializeStruct = Members<'a>;
    type SerializeStructVariant = Never;

    not_an_object! {
        serialize_bool(bool) -> Self::Ok;
        serialize_i8(i8) -> Self::Ok;
        serialize_i16(i16) -> Self::Ok;
        serialize_i32(i32) -> Self::Ok;
        serialize_i64(i64) -> Self::Ok;
        serialize_u8(u8) -> Self::Ok;
        serialize_u16(u16) -> Self::Ok;
        serialize_u32(u32) -> Self::Ok;
        serialize_u64(u64) -> Self::Ok;
        serialize_f32(f32) -> Self::Ok;
        serialize_f64(f64) -> Self::Ok;
        serialize_char(char) -> Self::Ok;
        serialize_str(&str) -> Self::Ok;
        serialize_bytes(&[u8]) -> Self::Ok;
        serialize_none() -> Self::Ok;
        serialize_unit() -> Self::Ok;
        serialize_unit_struct(&'static str) -> Self::Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Self::Ok;
        serialize_seq(Option<usize>) -> Never;
        serialize_tuple(usize) -> Never;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Never;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Never;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, NotAnObject> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Self::Ok, NotAnObject> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Self::Ok, NotAnObject> {
        Err(NotAnObject)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'a>, NotAnObject> {
        Ok(Members {
            name: self.name,
            is_next: false,
            found: None,
        })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'a>, NotAnObject> {
        self.serialize_map(None)
    }
}
