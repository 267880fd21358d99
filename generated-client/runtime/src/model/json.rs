//! JSON output. Everything that is sent is written by the same serializer, so that each type is compiled for one
//! serializer only.

use std::io::{self, Write};

use serde_core::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

use super::number::whole;

/// Writes a value as JSON text. Whole numbers have no fraction, because some services reject `60.0` but accept `60`.
pub(crate) fn to_text<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Vec<u8>> {
    let mut text = Vec::with_capacity(128);
    value.serialize(&mut Serializer::with_formatter(&mut text, WholeNumbers))?;
    Ok(text)
}

struct WholeNumbers;

impl Formatter for WholeNumbers {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        match whole(value) {
            Some(number) => self.write_i64(writer, number),
            None => CompactFormatter.write_f64(writer, value),
        }
    }

    fn write_f32<W: ?Sized + Write>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        if value.fract() == 0.0 {
            self.write_f64(writer, value.into())
        } else {
            CompactFormatter.write_f32(writer, value)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

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
}
