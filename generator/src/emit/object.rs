//! An object: its struct and its wire form. Objects that are sent also have a constructor and setters.

use std::fmt::Write as _;

use super::argument::Arguments;
use super::code::Lines;
use super::context::{Context, Presence};
use super::{Item, constraints, error_body};
use crate::api::{Object, Property, Type, TypeId};
use crate::names::SetterNames;

pub(super) fn items(context: &Context<'_>, id: TypeId, object: &Object) -> Vec<Item> {
    let mut items = vec![
        Item::Text(definition(context, id, object)),
        Item::Text(wire_form(context, id, object)),
    ];
    if context.analysis.inputs.contains(&id) {
        items.push(Item::Text(building(context, id, object)));
    }
    if context.analysis.errors.contains(&id) {
        items.push(Item::Code(error_body::of_object(context, id, object)));
    }
    items
}

fn definition(context: &Context<'_>, id: TypeId, object: &Object) -> String {
    let def = context.api.type_def(id);
    let names = context.names.of_type(id);
    let mut lines = Lines::default();
    let docs = def
        .docs
        .clone()
        .unwrap_or_else(|| format!("`{}`", Context::member_name(def)));
    lines.docs(0, &context.doc_lines(&docs, 0));
    deprecation(&mut lines, 0, def.deprecated);
    let sent = context.analysis.inputs.contains(&id);
    let default = if sent {
        default_derive(&object.properties)
    } else {
        ""
    };
    let rest = object.additional.as_ref().zip(names.rest.as_deref());
    let fields = fields(context, id, object, &names.members);
    structure(&mut lines, &names.ident, default, |lines| {
        for field in fields {
            field.definition(context, lines);
        }
        if let Some((ty, rest)) = rest {
            let ty = context.ty(&Type::Map(Box::new(ty.clone())));
            lines.line(4, "/// Members that are not listed, by name.");
            lines.line(4, format_args!("pub {rest}: {ty},"));
        }
    });
    lines.into_text()
}

/// A struct from its attributes to its end. It does not derive `Eq` and `Hash`, which a new field of type `f64` would take away.
pub(super) fn structure(
    lines: &mut Lines,
    name: &str,
    default: &str,
    fields: impl FnOnce(&mut Lines),
) {
    lines.line(
        0,
        format_args!("#[derive(Clone, Debug, {default}PartialEq)]"),
    );
    lines.line(0, "#[non_exhaustive]");
    let mut inner = Lines::default();
    fields(&mut inner);
    let inner = inner.into_text();
    if inner.is_empty() {
        return lines.line(0, format_args!("pub struct {name} {{}}"));
    }
    lines.line(0, format_args!("pub struct {name} {{"));
    lines.line(0, inner);
    lines.line(0, "}");
}

pub(super) fn deprecation(lines: &mut Lines, indent: usize, deprecated: bool) {
    if deprecated {
        lines.line(indent, "#[deprecated]");
    }
}

fn fields<'a>(
    context: &'a Context<'_>,
    id: TypeId,
    object: &'a Object,
    names: &'a [String],
) -> impl Iterator<Item = Field<'a>> {
    let fields = object.properties.iter().zip(names).enumerate();
    fields.map(move |(index, (property, name))| Field {
        property,
        name,
        boxed: context.analysis.boxed.contains(&(id, index)),
        is_json: true,
    })
}

/// A struct derives `Default` if no member is required or has a constant.
pub(super) fn default_derive<'a>(
    properties: impl IntoIterator<Item = &'a Property>,
) -> &'static str {
    let mut properties = properties.into_iter();
    if properties.any(|property| property.required || property.constant.is_some()) {
        ""
    } else {
        "Default, "
    }
}

fn property_docs(context: &Context<'_>, property: &Property) -> Vec<String> {
    let docs = property.docs.clone().or_else(|| {
        // A property that is only a reference cannot have its own description.
        let docs = context.api.type_def(property.ty.named()?).docs.as_deref()?;
        Some(first_sentence(docs).to_owned())
    });
    let docs = docs.unwrap_or_else(|| format!("`{}`", property.name));
    let sentences = constraints::sentences(&property.constraints, &property.ty);
    context.doc_lines_with(&docs, &sentences, 4)
}

fn first_sentence(text: &str) -> &str {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    paragraph
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim_end()
}

/// `object!(User { required id: "id", … });`
fn wire_form(context: &Context<'_>, id: TypeId, object: &Object) -> String {
    let names = context.names.of_type(id);
    let object_macro = context.runtime_macro("object");
    let mut text = format!("{object_macro}!({} {{", names.ident);
    for (property, field) in object.properties.iter().zip(&names.members) {
        let kind = match Presence::of(property) {
            Presence::Nullable if property.is_null() => "null",
            Presence::OptionalNullable if property.is_null() => "optional_null",
            presence => presence.word(),
        };
        // Writing to a string cannot fail.
        let _ = write!(text, "\n    {kind} {field}: {:?},", property.name);
    }
    if let Some(rest) = &names.rest {
        let _ = write!(text, "\n    ..{rest}");
    }
    text.push_str(if object.is_empty() { "});" } else { "\n});" });
    text
}

fn building(context: &Context<'_>, id: TypeId, object: &Object) -> String {
    let names = context.names.of_type(id);
    let fields: Vec<Field<'_>> = fields(context, id, object, &names.members).collect();
    let mut lines = Lines::default();
    lines.line(0, format_args!("impl {} {{", names.ident));
    constructor(context, &mut lines, &fields, names.rest.as_deref());
    for (field, setter) in fields.iter().zip(&names.setters) {
        if !field.property.required {
            field.setters(context, &mut lines, setter, "self", "#[must_use]");
        }
    }
    if let Some((ty, rest)) = object.additional.as_ref().zip(names.rest.as_deref()) {
        let map = Type::Map(Box::new(ty.clone()));
        let mut arguments = Arguments::new(context, Some("mut self"));
        arguments.add(rest, &map);
        lines.blank();
        lines.line(4, "/// Members that are not listed, by name.");
        lines.line(4, "#[must_use]");
        setter(
            &mut lines,
            rest,
            &arguments,
            &format!("self.{rest}"),
            &context.argument_value(rest, &map, false),
        );
    }
    lines.line(0, "}");
    let has_constant = fields.iter().any(|field| field.property.constant.is_some());
    if has_constant && !fields.iter().any(|field| field.property.is_argument()) {
        lines.blank();
        lines.line(0, format_args!("impl Default for {} {{", names.ident));
        lines.line(4, "fn default() -> Self {");
        lines.line(8, "Self::new()");
        lines.line(4, "}");
        lines.line(0, "}");
    }
    lines.into_text()
}

/// A field that callers set.
pub(super) struct Field<'a> {
    pub(super) property: &'a Property,
    pub(super) name: &'a str,
    pub(super) boxed: bool,
    /// Whether it is a part of JSON. Parameters and forms have no null.
    pub(super) is_json: bool,
}

impl Field<'_> {
    /// The public field with its docs.
    pub(super) fn definition(&self, context: &Context<'_>, lines: &mut Lines) {
        lines.docs(4, &property_docs(context, self.property));
        deprecation(lines, 4, self.property.deprecated);
        let ty = context.field_type(self.property, self.boxed);
        lines.line(4, format_args!("pub {}: {ty},", self.name));
    }

    /// The setter of an optional value, and a second one for null if that has its own meaning.
    ///
    /// `owner` has the field. The attribute `must_use` is for types that are not marked themselves, unlike a call.
    pub(super) fn setters(
        &self,
        context: &Context<'_>,
        lines: &mut Lines,
        names: &SetterNames,
        owner: &str,
        must_use: &str,
    ) {
        let property = self.property;
        let attributes = |lines: &mut Lines, docs: &[String]| {
            lines.blank();
            lines.docs(4, docs);
            deprecation(lines, 4, property.deprecated);
            if !must_use.is_empty() {
                lines.line(4, must_use);
            }
        };
        let target = format!("{owner}.{}", self.name);
        let mut arguments = Arguments::new(context, Some("mut self"));
        arguments.add(self.name, &property.ty);
        let value = context.argument_value(self.name, &property.ty, self.boxed);
        attributes(lines, &property_docs(context, property));
        if !property.nullable {
            setter(
                lines,
                &names.value,
                &arguments,
                &target,
                &format!("Some({value})"),
            );
            return;
        }
        let nullable = context.runtime("Nullable");
        let value = format!("Some({nullable}::Value({value}))");
        setter(lines, &names.value, &arguments, &target, &value);
        let name = &property.name;
        let docs = if self.is_json {
            format!("Sets `{name}` to null, which is different from leaving it out.")
        } else {
            format!("Leaves `{name}` out, because only JSON has null.")
        };
        attributes(lines, &context.doc_lines(&docs, 4));
        let null = format!("Some({nullable}::Null)");
        let receiver = Arguments::new(context, Some("mut self"));
        setter(lines, &names.null, &receiver, &target, &null);
    }
}

fn setter(lines: &mut Lines, name: &str, arguments: &Arguments<'_>, target: &str, value: &str) {
    lines.head(4, &arguments.head(name), arguments.list(), " -> Self {");
    lines.assignment(8, target, value);
    lines.line(8, "self");
    lines.line(4, "}");
}

/// `new`, with the required values as arguments.
pub(super) fn constructor(
    context: &Context<'_>,
    lines: &mut Lines,
    fields: &[Field<'_>],
    rest: Option<&str>,
) {
    let mut arguments = Arguments::new(context, None);
    let mut values = Vec::new();
    let mut constants = Vec::new();
    for field in fields {
        let name = field.name;
        if let Some(constant) = &field.property.constant {
            let value = format!("{constant:?}.to_owned()");
            let value = if field.property.required {
                value
            } else {
                format!("Some({value})")
            };
            values.push(format!("{name}: {value}"));
            constants.push(format!("`{}` is `{constant}`", field.property.name));
            continue;
        }
        if !field.property.required {
            values.push(format!("{name}: None"));
            continue;
        }
        let value = context.required_argument_value(name, field.property, field.boxed);
        arguments.add_required(name, field.property, field.boxed);
        values.push(if value == name {
            value
        } else {
            format!("{name}: {value}")
        });
    }
    if let Some(rest) = rest {
        context.uses.add("std::collections", "BTreeMap");
        values.push(format!("{rest}: BTreeMap::new()"));
    }
    let constants = constants.join(", and ");
    if arguments.list().is_empty() && constants.is_empty() {
        lines.line(4, "/// Creates an empty value; nothing is required.");
        lines.line(4, "pub fn new() -> Self {");
        lines.line(8, "Self::default()");
    } else {
        let docs = match (arguments.list(), &*constants) {
            (_, "") => "Creates a value with the required fields.".to_owned(),
            ([], constants) => {
                format!("Creates a value in which {constants}; nothing else is required.")
            }
            (_, constants) => {
                format!("Creates a value with the required fields, in which {constants}.")
            }
        };
        lines.docs(4, &context.doc_lines(&docs, 4));
        // Clippy's limit is seven. Positional arguments make sure that no required value is forgotten.
        if arguments.list().len() > 7 {
            lines.line(4, "#[allow(clippy::too_many_arguments)]");
        }
        lines.head(4, &arguments.head("new"), arguments.list(), " -> Self {");
        lines.literal(8, "Self", &values, "");
    }
    lines.line(4, "}");
}
