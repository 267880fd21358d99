//! Numbers: the smallest type that `format` allows and that has all values.

use serde_json::Value;

use super::Lowering;
use super::composed::Subschema;
use super::format::meaning;
use crate::api::{Constraints, IntegerFormat, Type};
use crate::diagnostics::Code;
use crate::document::Node;
use crate::format::Meaning;
use IntegerFormat::{I8, I16, I32, I64, U8, U16, U32, U64};

/// The least and the greatest value.
type Range = (i128, i128);

pub(super) fn range(format: IntegerFormat) -> Range {
    match format {
        I8 => (i8::MIN.into(), i8::MAX.into()),
        I16 => (i16::MIN.into(), i16::MAX.into()),
        I32 => (i32::MIN.into(), i32::MAX.into()),
        I64 => (i64::MIN.into(), i64::MAX.into()),
        U8 => (0, u8::MAX.into()),
        U16 => (0, u16::MAX.into()),
        U32 => (0, u32::MAX.into()),
        U64 => (0, u64::MAX.into()),
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The type of a number. A number with the format of an integer is an integer.
    pub(super) fn number_type(&self, node: &Node<'d>, is_integer: bool) -> Type {
        let format = match meaning(node) {
            Some(Meaning::Integer(format)) => Some(format),
            _ => None,
        };
        let is_whole = |key: &str| {
            node.get(key)
                .is_none_or(|limit| integer(limit.value).is_some())
        };
        let mut listed = node.list("enum").iter().filter(|value| !value.is_null());
        let is_integer = is_integer
            || format.is_some()
                && is_whole("multipleOf")
                && listed.all(|value| integer(value).is_some());
        if !is_integer {
            return Type::Number;
        }
        self.integer_type(node, format, limits(node))
    }

    /// A type whose integers have all values that the schemas of the value allow, also those in lists and maps.
    pub(super) fn with_limits_of(
        &self,
        ty: Type,
        schemas: &[Subschema<'d>],
        at: &Node<'d>,
    ) -> Type {
        let content = |ty: Box<Type>, keyword: &str| {
            Box::new(self.with_limits_of_content(*ty, schemas, keyword, at))
        };
        match ty {
            Type::Integer(known) => self.wide_integer(known, schemas, at),
            Type::Nullable(ty) => Type::Nullable(Box::new(self.with_limits_of(*ty, schemas, at))),
            Type::Array(item) => Type::Array(content(item, "items")),
            Type::Map(value) => Type::Map(content(value, "additionalProperties")),
            ty => ty,
        }
    }

    /// The same for the type of the items of an array, or of the values of a map.
    pub(super) fn with_limits_of_content(
        &self,
        ty: Type,
        schemas: &[Subschema<'d>],
        keyword: &str,
        at: &Node<'d>,
    ) -> Type {
        if !has_integers(&ty) {
            return ty;
        }
        let mut contents = Vec::new();
        for schema in schemas {
            let Some(content) = schema.node.get(keyword) else {
                continue;
            };
            let parts = self.subschemas(&content).unwrap_or_default();
            contents.extend(parts.iter().map(|part| Subschema {
                node: part.node.clone(),
                optional: part.optional || schema.optional,
            }));
        }
        self.with_limits_of(ty, &contents, at)
    }

    fn wide_integer(
        &self,
        known: IntegerFormat,
        subschemas: &[Subschema<'d>],
        at: &Node<'d>,
    ) -> Type {
        let limits = |optional: bool| {
            let subschemas = subschemas
                .iter()
                .filter(move |subschema| subschema.optional == optional);
            subschemas.map(|subschema| limits(&subschema.node))
        };
        // All limits hold, but only one of those of alternatives.
        let least = limits(false).filter_map(|(least, _)| least).max();
        let least = least.or(limits(true).filter_map(|(least, _)| least).min());
        let greatest = limits(false).filter_map(|(_, greatest)| greatest).min();
        let greatest = greatest.or(limits(true).filter_map(|(_, greatest)| greatest).max());
        if wide_enough(known, (least, greatest)) {
            return Type::Integer(known);
        }
        let has_format = |subschema: &Subschema<'d>| {
            matches!(meaning(&subschema.node), Some(Meaning::Integer(_)))
        };
        let format = subschemas.iter().any(has_format).then_some(known);
        self.integer_type(at, format, (least, greatest))
    }

    /// The type of an integer property with the constraints of several schemas, if that is wider.
    pub(super) fn with_limits(&self, at: &Node<'d>, ty: Type, constraints: &Constraints) -> Type {
        let bound = |key: &str| constraints.own.get(key).and_then(limit);
        let least = bound("minimum").or(bound("exclusiveMinimum").map(|least| least + 1));
        let greatest = bound("maximum").or(bound("exclusiveMaximum").map(|greatest| greatest - 1));
        match ty {
            Type::Integer(known) if !wide_enough(known, (least, greatest)) => {
                self.integer_type(at, Some(known), (least, greatest))
            }
            ty => ty,
        }
    }

    fn integer_type(
        &self,
        at: &Node<'d>,
        format: Option<IntegerFormat>,
        (least, greatest): (Option<i128>, Option<i128>),
    ) -> Type {
        // Without a format and a minimum, nothing suggests negative values.
        let of_format = format.map(range);
        let low = least.or(of_format.map(|(low, _)| low)).unwrap_or(0);
        let high = greatest.or(of_format.map(|(_, high)| high)).unwrap_or(0);
        let fits = |format: &IntegerFormat| {
            let (min, max) = range(*format);
            min <= low && high <= max
        };
        let formats = [format.unwrap_or(I64), I64, U64];
        let chosen = formats.into_iter().find(fits).unwrap_or_else(|| {
            let chosen = if low < 0 { I64 } else { U64 };
            let (min, max) = range(chosen);
            let message = format!(
                "no integer of 64 bits has all values from {low} to {high}: only those from {min} to {max} can be read"
            );
            let help = "narrow the limits, or use `type: number` if the values need not be exact";
            self.reporter
                .warning(Code::IntegerRange, &at.pointer, message, help);
            chosen
        });
        Type::Integer(chosen)
    }
}

/// Whether a type is that of integers, or of lists or maps of them.
pub(super) fn has_integers(ty: &Type) -> bool {
    match ty {
        Type::Integer(_) => true,
        Type::Nullable(inner) | Type::Array(inner) | Type::Map(inner) => has_integers(inner),
        _ => false,
    }
}

/// Whether a format has the least and the greatest value that are known.
fn wide_enough(format: IntegerFormat, (least, greatest): (Option<i128>, Option<i128>)) -> bool {
    let (min, max) = range(format);
    least.is_none_or(|least| min <= least) && greatest.is_none_or(|greatest| greatest <= max)
}

/// The least and the greatest value that limits and values of a schema mention.
fn limits(node: &Node<'_>) -> (Option<i128>, Option<i128>) {
    let limit = |key: &str| node.get(key).and_then(|node| limit(node.value));
    let listed: Vec<i128> = node.list("enum").iter().filter_map(listed).collect();
    if let (Some(least), Some(greatest)) = (listed.iter().min(), listed.iter().max()) {
        return (Some(*least), Some(*greatest));
    }
    let greatest = limit("maximum").map(|limit| limit - i128::from(node.flag("exclusiveMaximum")));
    let least = limit("minimum").map(|limit| limit + i128::from(node.flag("exclusiveMinimum")));
    (least, greatest)
}

/// The value of an integer, however large.
fn integer(value: &Value) -> Option<i128> {
    let exact = value.as_i64().map(i128::from);
    let exact = exact.or(value.as_u64().map(i128::from));
    let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "larger ones become the largest"
    )]
    let approximate = number as i128;
    Some(exact.unwrap_or(approximate))
}

/// The same for a value of an enumeration. Where the least integer of 64 bits is not exact, it is the nearest double of a lesser one.
fn listed(value: &Value) -> Option<i128> {
    const LEAST: i128 = i64::MIN as i128;
    let number = integer(value)?;
    let is_less = number == LEAST && !value.is_i64();
    Some(if is_less { LEAST - 1 } else { number })
}

/// The same for a limit. The limits of 64 bits are often written as the nearest double, one or a few hundred too large.
fn limit(value: &Value) -> Option<i128> {
    const BITS_63: f64 = 9_223_372_036_854_775_808.0;
    const BITS_64: f64 = 18_446_744_073_709_551_616.0;
    let is = |bits: f64| value.as_f64() == Some(bits);
    if is(BITS_63) {
        Some(i64::MAX.into())
    } else if is(BITS_64) {
        Some(u64::MAX.into())
    } else {
        integer(value)
    }
}
