//! An enumeration. It is open, because a newer service may know more values.

use super::Item;
use super::code::Lines;
use super::context::Context;
use super::object::deprecation;
use crate::api::{Constant, ConstantKind, Enumeration, TypeId};

pub(super) fn items(context: &Context<'_>, id: TypeId, enumeration: &Enumeration) -> Vec<Item> {
    let definition = definition(context, id, enumeration);
    let wire_form = wire_form(context, id, enumeration);
    vec![Item::Text(definition), Item::Text(wire_form)]
}

fn definition(context: &Context<'_>, id: TypeId, enumeration: &Enumeration) -> String {
    let def = context.api.type_def(id);
    let names = context.names.of_type(id);
    let docs = def.docs.clone();
    let docs = docs.unwrap_or_else(|| format!("Values of `{}`.", Context::member_name(def)));
    let mut lines = Lines::default();
    lines.docs(0, &context.doc_lines(&docs, 0));
    deprecation(&mut lines, 0, def.deprecated);
    let copied = match enumeration.kind {
        ConstantKind::Boolean => "Copy, ",
        ConstantKind::String | ConstantKind::Integer => "",
    };
    lines.line(
        0,
        format_args!("#[derive(Clone, {copied}Debug, PartialEq, Eq, Hash)]"),
    );
    lines.line(0, "#[non_exhaustive]");
    lines.line(0, format_args!("pub enum {} {{", names.ident));
    for (value, variant) in enumeration.values.iter().zip(&names.members) {
        let wire = format!("`{}`", value.value);
        let docs = match &value.docs {
            Some(docs) => format!("{wire}: {docs}"),
            None => wire,
        };
        lines.docs(4, &context.doc_lines(&docs, 4));
        lines.line(4, format_args!("{variant},"));
    }
    let catch_all = &names.catch_all;
    let unknown = match enumeration.kind {
        ConstantKind::String => context.runtime("UnknownValue"),
        ConstantKind::Integer => context.runtime("UnknownNumber"),
        ConstantKind::Boolean => {
            lines.line(4, "/// The value that is not listed.");
            lines.line(4, format_args!("{catch_all},"));
            lines.line(0, "}");
            return lines.into_text();
        }
    };
    lines.line(4, "/// A value that is not listed here; `from` creates it.");
    lines.line(4, format_args!("{catch_all}({unknown}),"));
    lines.line(0, "}");
    lines.into_text()
}

fn wire_form(context: &Context<'_>, id: TypeId, enumeration: &Enumeration) -> String {
    let names = context.names.of_type(id);
    let wire_macro = context.runtime_macro(match enumeration.kind {
        ConstantKind::String => "open_enum",
        ConstantKind::Integer => "open_integer_enum",
        ConstantKind::Boolean => "boolean_constant",
    });
    let members = enumeration.values.iter().zip(&names.members);
    let members = members.map(|(value, variant)| match &value.value {
        Constant::String(string) => format!("{variant}: {string:?}"),
        Constant::Integer(number) => format!("{variant}: {}", literal(*number)),
        Constant::Boolean(boolean) => format!("{variant}: {boolean}"),
    });
    let catch_all = format!("..{}", names.catch_all);
    let members: Vec<String> = members.chain([catch_all]).collect();
    let mut lines = Lines::default();
    lines.literal(0, &format!("{wire_macro}!({}", names.ident), &members, ");");
    lines.into_text()
}

/// An integer as a literal, with separators if it is long: `4_294_967_296`.
fn literal(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "-" } else { "" };
    if digits.len() <= 5 {
        return format!("{sign}{digits}");
    }
    let mut literal = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            literal.push('_');
        }
        literal.push(digit);
    }
    literal
}
