//! JSON output. Everything that is sent is written by the same serializer, so that each type is compiled for one
//! serializer only.
//!
//! It differs from the one of `serde_json` in two ways: whole numbers have no fraction, because some services reject `60.0` but
//! accept `60`, and numbers that JSON does not have are errors instead of null. Errors have the path of the value.

use std::fmt::{self, Display};

use serde_core::ser::{self, Error as _, Serialize, Serializer};
use serde_json::{from_slice, to_vec};

use super::number::whole;

/// Writes a value as JSON text.
pub(crate) fn to_text<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Vec<u8>> {
    let mut text = Vec::with_capacity(128);
    write_text(&mut text, value)?;
    Ok(text)
}

/// Writes a value as JSON text to memory that is there already.
pub(crate) fn write_text<T: Serialize + ?Sized>(
    text: &mut Vec<u8>,
    value: &T,
) -> serde_json::Result<()> {
    let mut writer = Writer {
        text: std::mem::take(text),
    };
    let written = value.serialize(&mut writer);
    *text = writer.text;
    written.map_err(serde_json::Error::custom)
}

/// The step to a member in the path of a value: `.name`, or `["a name"]`.
pub(crate) fn step(name: &str) -> String {
    let is_identifier = name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_');
    if is_identifier {
        format!(".{name}")
    } else {
        format!("[{name:?}]")
    }
}

/// The prefix of structs that stand for JSON text, such as numbers of any length.
const RAW: &str = "$serde_json::private::";

/// A value that cannot be written.
#[derive(Debug)]
struct WriteError {
    problem: String,
    /// The path of the value in the whole text, without `$`.
    path: String,
}

impl WriteError {
    fn below(mut self, step: &str) -> Self {
        self.path.insert_str(0, step);
        self
    }
}

impl ser::Error for WriteError {
    fn custom<T: Display>(problem: T) -> Self {
        Self {
            problem: problem.to_string(),
            path: String::new(),
        }
    }
}

impl ser::StdError for WriteError {}

impl Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)?;
        match self.path.as_str() {
            "" => Ok(()),
            path => write!(f, " at ${path}"),
        }
    }
}

type Written = Result<(), WriteError>;

struct Writer {
    text: Vec<u8>,
}

impl Writer {
    #[expect(
        clippy::unnecessary_wraps,
        reason = "it is the last step of methods that can fail"
    )]
    fn push(&mut self, text: &str) -> Written {
        self.text.extend_from_slice(text.as_bytes());
        Ok(())
    }

    /// Writes a string or a number.
    fn scalar<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        serde_json::to_writer(&mut self.text, value).map_err(WriteError::custom)
    }

    fn open(&mut self, start: &str, end: &'static str) -> Result<Compound<'_>, WriteError> {
        self.push(start)?;
        Ok(Compound {
            writer: self,
            count: 0,
            name: String::new(),
            is_raw: false,
            end,
        })
    }

    fn open_variant(
        &mut self,
        variant: &str,
        start: &str,
        end: &'static str,
    ) -> Result<Compound<'_>, WriteError> {
        self.push("{")?;
        self.scalar(variant)?;
        self.push(":")?;
        self.open(start, end)
    }
}

macro_rules! scalars {
    ($($method:ident($type:ty))*) => {
        $(fn $method(self, value: $type) -> Written {
            self.scalar(&value)
        })*
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    scalars! {
        serialize_bool(bool)
        serialize_i8(i8)
        serialize_i16(i16)
        serialize_i32(i32)
        serialize_i64(i64)
        serialize_i128(i128)
        serialize_u8(u8)
        serialize_u16(u16)
        serialize_u32(u32)
        serialize_u64(u64)
        serialize_u128(u128)
        serialize_char(char)
        serialize_str(&str)
        serialize_bytes(&[u8])
    }

    fn serialize_f32(self, value: f32) -> Written {
        if value.is_finite() && value.fract() != 0.0 {
            // As an `f64`, it would have more digits.
            self.scalar(&value)
        } else {
            self.serialize_f64(value.into())
        }
    }

    fn serialize_f64(self, value: f64) -> Written {
        if !value.is_finite() {
            let problem = format!("{value} is not a number that JSON has");
            return Err(WriteError::custom(problem));
        }
        match whole(value) {
            Some(number) => self.scalar(&number),
            None => self.scalar(&value),
        }
    }

    fn serialize_none(self) -> Written {
        self.push("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.push("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.push("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.scalar(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let mut object = self.open("{", "}")?;
        object.member(variant, value)?;
        object.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a>, WriteError> {
        self.open("[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a>, WriteError> {
        self.open("[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, WriteError> {
        self.open("[", "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, WriteError> {
        self.open_variant(variant, "[", "]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, WriteError> {
        self.open("{", "}")
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'a>, WriteError> {
        let is_raw = name.starts_with(RAW);
        let (start, end) = if is_raw { ("", "") } else { ("{", "}") };
        let object = self.open(start, end)?;
        Ok(Compound { is_raw, ..object })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, WriteError> {
        self.open_variant(variant, "{", "}}")
    }
}

/// An array or object that is being written.
struct Compound<'a> {
    writer: &'a mut Writer,
    /// The number of items or members so far.
    count: usize,
    /// The name of the current entry of a map.
    name: String,
    /// Whether its only member is JSON text.
    is_raw: bool,
    end: &'static str,
}

impl Compound<'_> {
    fn separate(&mut self) -> Written {
        let separator = if self.count == 0 { "" } else { "," };
        self.count += 1;
        self.writer.push(separator)
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.separate()?;
        let written = value.serialize(&mut *self.writer);
        written.map_err(|error| error.below(&format!("[{}]", self.count - 1)))
    }

    /// Writes the name of a member.
    fn begin(&mut self, name: &str) -> Written {
        self.separate()?;
        self.writer.scalar(name)?;
        self.writer.push(":")
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        if self.is_raw {
            let text: String = from_slice(&to_text(value).map_err(WriteError::custom)?)
                .map_err(WriteError::custom)?;
            return self.writer.push(&text);
        }
        self.begin(name)?;
        let written = value.serialize(&mut *self.writer);
        written.map_err(|error| error.below(&step(name)))
    }

    fn close(self) -> Written {
        self.writer.push(self.end)
    }
}

macro_rules! compounds {
    ($($trait:ident::$method:ident: $own:ident($($name:ident: $type:ty)?);)*) => {
        $(impl ser::$trait for Compound<'_> {
            type Ok = ();
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, $($name: $type,)? value: &T) -> Written {
                self.$own($($name,)? value)
            }

            fn end(self) -> Written {
                self.close()
            }
        })*
    };
}

compounds! {
    SerializeSeq::serialize_element: item();
    SerializeTuple::serialize_element: item();
    SerializeTupleStruct::serialize_field: item();
    SerializeTupleVariant::serialize_field: item();
    SerializeStruct::serialize_field: member(name: &'static str);
    SerializeStructVariant::serialize_field: member(name: &'static str);
}

impl ser::SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        let key = to_vec(key).map_err(WriteError::custom)?;
        let key = match key.first() {
            Some(b'"') => from_slice(&key).map_err(WriteError::custom)?,
            // Numbers and booleans become strings.
            Some(b'-' | b'0'..=b'9' | b't' | b'f') => String::from_utf8_lossy(&key).into_owned(),
            _ => return Err(WriteError::custom("key must be a string")),
        };
        self.begin(&key)?;
        self.name = key;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        let written = value.serialize(&mut *self.writer);
        written.map_err(|error| error.below(&step(&self.name)))
    }

    fn end(self) -> Written {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Debug;
    use std::ops::Bound;
    use std::time::Duration;

    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn whole_numbers_have_no_fraction() {
        let value = json!({"a": [60.0, -0.0, 0.5, 1e21, 9_007_199_254_740_991.0, -7.0, u64::MAX]});
        assert_eq!(
            String::from_utf8(to_text(&value).unwrap()).unwrap(),
            r#"{"a":[60,0,0.5,1e+21,9007199254740991,-7,18446744073709551615]}"#
        );
        assert_eq!(to_text(&[0.1_f32, 2.0]).unwrap(), b"[0.1,2]");
    }

    #[test]
    fn other_values_are_written_as_by_serde_json() {
        fn check<T: Serialize + Debug>(value: T) {
            let text = String::from_utf8(to_text(&value).unwrap()).unwrap();
            assert_eq!(text, serde_json::to_string(&value).unwrap(), "{value:?}");
        }
        check(
            json!({"a b": [null, true, "\"\n\u{1}ü", -1, 0.5], "c": {}, "d": [], "e": {"f": [[]]}}),
        );
        check((
            1_u8,
            'x',
            "y",
            Some(2_i16),
            None::<u8>,
            (),
            5_u128,
            i64::MIN,
        ));
        check([Ok::<u8, &str>(1), Err("e")]);
        check([Bound::Included(1), Bound::Unbounded]);
        check(Duration::from_millis(1500));
        check(BTreeMap::from([(1, "a"), (-2, "b")]));
        check(BTreeMap::from([(true, vec![BTreeMap::from([('c', 1)])])]));
        check(BTreeMap::from([("a", 1..2)]));
        assert!(to_text(&BTreeMap::from([((1, 2), 3)])).is_err());
    }

    #[test]
    fn a_number_that_json_does_not_have_is_an_error_with_its_path() {
        let error =
            |value: &dyn Fn() -> serde_json::Result<Vec<u8>>| value().unwrap_err().to_string();
        let problem = "NaN is not a number that JSON has";
        assert_eq!(error(&|| to_text(&f64::NAN)), problem);
        let nested = [BTreeMap::from([(
            "a b",
            vec![Some(1.0), None, Some(f32::NAN)],
        )])];
        let text = format!(r#"{problem} at $[0]["a b"][2]"#);
        assert_eq!(error(&|| to_text(&nested)), text);
        let variant = (1, Ok::<f64, Value>(f64::NEG_INFINITY));
        let text = "-inf is not a number that JSON has at $[1].Ok";
        assert_eq!(error(&|| to_text(&variant)), text);
    }
}
