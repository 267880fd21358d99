//! The end of a method's docs: its errors, whether a failed call is retried, and an example with its required inputs.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::code::Lines;
use super::context::{Context, Presence};
use super::docs;
use crate::api::{
    Enumeration, Idempotency, IntegerFormat, Object, OperationId, Property, Shape, Status, Type,
    TypeId, Union,
};

/// A member of a map in an example: its name, and its value if that is text.
const ANY_NAME: &str = "\"name\"";
const ANY_TEXT: &str = "\"value\"";

/// The most items of a list in an example.
const MOST_ITEMS: usize = 3;

/// The longest text of the document in an example.
const MOST_CHARACTERS: usize = 40;

/// The most objects in each other that an example creates.
const MOST_NESTED: usize = 3;

/// The columns of an example in one line.
const LINE_WIDTH: usize = 90;

/// The errors of an operation, and when a call is retried.
pub(super) fn errors(context: &Context<'_>, id: OperationId, indent: usize) -> Vec<String> {
    let text = error_text(context, id);
    docs::lines(&text, indent, &|target| Some(target.to_owned()))
}

fn error_text(context: &Context<'_>, id: OperationId) -> String {
    let operation = context.api.operation(id);
    let names = context.names.of_operation(id);
    let retried = match &operation.idempotency {
        Idempotency::Key(header) => &format!(
            "Retried after failures that may be temporary, with the same key in the header `{header}`. Set that header with \
             `with_header` to repeat the call yourself."
        ),
        _ if operation.is_idempotent() => "Retried after failures that may be temporary.",
        _ => "Retried only on the statuses 425 and 429, and if no connection can be made.",
    };
    let (folder, ident) = match (&names.errors, operation.error().and_then(Type::named)) {
        (Some(names), _) => ("operations", &names.ident),
        (None, Some(id)) => {
            let names = context.names.of_type(id);
            (names.folder(), &names.ident)
        }
        (None, None) => return retried.to_owned(),
    };
    let statuses = operation.errors.iter().map(|error| match error.status {
        Status::Code(code) => code.to_string(),
        Status::Class(class) => format!("{class}xx"),
        Status::Default => "any other".to_owned(),
    });
    let statuses: Vec<String> = statuses.collect();
    let statuses = match operation.errors.as_slice() {
        [only] if only.status == Status::Default => String::new(),
        _ => format!(" (status {})", statuses.join(", ")),
    };
    let root = context.root;
    format!("Errors: [`{ident}`]({root}::{folder}::{ident}){statuses}. {retried}")
}

/// An example of a call. It compiles if the name of the crate is known.
pub(super) fn example(context: &Context<'_>, id: OperationId) -> Vec<String> {
    let operation = context.api.operation(id);
    let names = context.names.of_operation(id);
    let mut values = Values {
        context,
        root: context.public_root(),
        imports: BTreeSet::new(),
        given: Vec::new(),
    };
    let inputs = context.analysis.inputs_of(id).iter().zip(&names.fields);
    let required = inputs.filter(|(input, _)| input.property.required);
    let arguments: Vec<String> = required
        .map(|(input, field)| values.argument(field, &input.property))
        .collect();
    let (target, end) = match context.analysis.paging(id) {
        Some(_) => ("let items = ", ".collect_up_to(100).await?;"),
        None if operation.has_content() => ("let response = ", ".await?;"),
        None => ("", ".await?;"),
    };
    values.code(target, &names.method, &arguments, end)
}

/// The values of an example, and what they need.
struct Values<'a> {
    context: &'a Context<'a>,
    root: String,
    /// Paths of types that are mentioned.
    imports: BTreeSet<String>,
    /// Names and types of the parameters of the example's function, for values that are not created.
    given: Vec<(String, String)>,
}

impl Values<'_> {
    /// A value for a required input, or the name of a parameter with one.
    fn argument(&mut self, field: &str, property: &Property) -> String {
        let imports = self.imports.clone();
        if let Some(value) = self.of_property(property, 0) {
            return value;
        }
        // Those of a value that is only known in part.
        self.imports = imports;
        // These names are taken.
        let taken = ["client", "response"].contains(&field);
        let name = format!("{field}{}", if taken { "_" } else { "" });
        let mut ty = self.path(&property.ty);
        if property.nullable {
            ty = format!("Option<{ty}>");
        }
        self.given.push((name.clone(), ty));
        name
    }

    fn of_property(&mut self, property: &Property, depth: usize) -> Option<String> {
        match Presence::of(property) {
            Presence::Nullable if property.ty != Type::FreeObject => Some("None".to_owned()),
            _ => self.of_type(&property.ty, &Hints::of(property), depth),
        }
    }

    /// Code for a value that an argument of this type accepts, unless that takes more than a line.
    fn of_type(&mut self, ty: &Type, hints: &Hints<'_>, depth: usize) -> Option<String> {
        let Hints { example, name, .. } = *hints;
        Some(match ty {
            Type::String => text(example, name),
            Type::Any => ANY_TEXT.to_owned(),
            Type::Boolean => example.and_then(Value::as_bool).unwrap_or(true).to_string(),
            Type::Integer(format) => integer(*format, hints),
            Type::Number => format!("{:?}", number(hints)),
            Type::FreeObject => format!("[({ANY_NAME}, {ANY_TEXT})]"),
            Type::Timestamp => {
                let timestamp = self.runtime("Timestamp");
                format!("\"2026-01-31T09:30:00Z\".parse::<{timestamp}>()?")
            }
            Type::Date => {
                let date = self.runtime("Date");
                format!("\"2026-01-31\".parse::<{date}>()?")
            }
            Type::Binary => {
                let upload = self.runtime("Upload");
                format!("{upload}::from_path(\"path/to/file\")")
            }
            Type::Array(item) => {
                let examples = example.and_then(Value::as_array).map(Vec::as_slice);
                let examples = examples.filter(|examples| examples.len() <= MOST_ITEMS);
                let items = match examples {
                    Some(examples @ [_, ..]) => {
                        let examples = examples.iter().map(Some);
                        let items =
                            examples.map(|example| self.of_item(item, hints, example, depth));
                        items.collect::<Option<Vec<_>>>()?.join(", ")
                    }
                    _ => self.of_item(item, hints, None, depth)?,
                };
                format!("[{items}]")
            }
            Type::Map(value) => {
                format!(
                    "[({ANY_NAME}, {})]",
                    self.of_item(value, hints, None, depth)?
                )
            }
            Type::Named(id) => {
                let context = self.context;
                let names = context.names.of_type(*id);
                match &context.api.type_def(*id).shape {
                    Shape::StringNewtype => text(example, name),
                    Shape::Enumeration(enumeration) => {
                        let variant = names.members.get(listed(enumeration, example))?;
                        let value = format!("{}::{variant}", names.ident);
                        self.imports.insert(self.path(ty));
                        value
                    }
                    Shape::Object(object) if depth < MOST_NESTED => {
                        let values = self.of_members(object, None, depth)?;
                        self.imports.insert(self.path(ty));
                        format!("{}::new({values})", names.ident)
                    }
                    Shape::Union(union) => {
                        let mut variants = 0..union.variants.len();
                        let value = variants.find_map(|index| {
                            let value = self.of_variant(*id, union, index, depth)?;
                            Some(format!(
                                "{}::{}({value})",
                                names.ident, names.members[index]
                            ))
                        })?;
                        self.imports.insert(self.path(ty));
                        value
                    }
                    Shape::Object(_) => return None,
                }
            }
            Type::Nullable(_) | Type::External(_) => return None,
        })
    }

    /// The values of the required members of an object. One of them may be the tag by which a union selects it.
    fn of_members(
        &mut self,
        object: &Object,
        tag: Option<(&str, &Value)>,
        depth: usize,
    ) -> Option<String> {
        let required = object.properties.iter();
        let required = required.filter(|property| property.is_argument());
        let values = required.map(|property| match tag {
            Some((name, value)) if name == property.name => {
                let hints = Hints {
                    example: Some(value),
                    ..Hints::of(property)
                };
                self.of_type(&property.ty, &hints, depth + 1)
            }
            _ => self.of_property(property, depth + 1),
        });
        Some(values.collect::<Option<Vec<_>>>()?.join(", "))
    }

    /// The value in a variant of a union, if it is an object: nothing is converted there.
    fn of_variant(
        &mut self,
        id: TypeId,
        union: &Union,
        index: usize,
        depth: usize,
    ) -> Option<String> {
        let context = self.context;
        let variant = &union.variants[index];
        let object = variant.ty.named()?;
        let is_boxed = context.analysis.boxed.contains(&(id, index));
        let Shape::Object(members) = &context.api.type_def(object).shape else {
            return None;
        };
        if is_boxed || depth >= MOST_NESTED {
            return None;
        }
        let tag = variant
            .values
            .first()
            .map(|value| Value::from(value.as_str()));
        let tag = union.discriminator.as_deref().zip(tag.as_ref());
        let imports = self.imports.clone();
        match self.of_members(members, tag, depth + 1) {
            Some(values) => {
                self.imports.insert(self.path(&variant.ty));
                Some(format!(
                    "{}::new({values})",
                    context.names.of_type(object).ident
                ))
            }
            None => {
                self.imports = imports;
                None
            }
        }
    }

    fn of_item(
        &mut self,
        ty: &Type,
        hints: &Hints<'_>,
        example: Option<&Value>,
        depth: usize,
    ) -> Option<String> {
        let hints = Hints {
            example: example.or_else(|| hints.each?.get("example")),
            limits: hints.each,
            ..Hints::default()
        };
        match ty {
            // Nothing converts to a list of lists.
            Type::Array(_) | Type::Map(_) | Type::FreeObject => None,
            _ => self.of_type(ty, &hints, depth),
        }
    }

    /// A type of the runtime: its name, or its path if the API has one of the same name.
    fn runtime(&mut self, name: &str) -> String {
        let path = format!("{}::runtime::{name}", self.krate());
        if self.context.names.is_type(name) {
            return path;
        }
        self.imports.insert(path);
        name.to_owned()
    }

    /// A type with its full path.
    fn path(&self, ty: &Type) -> String {
        let runtime = |name: &str| format!("{}::runtime::{name}", self.krate());
        match ty {
            Type::Boolean | Type::Integer(_) | Type::Number | Type::String => {
                self.context.ty(ty).to_string()
            }
            Type::Timestamp => runtime("Timestamp"),
            Type::Date => runtime("Date"),
            Type::Binary => runtime("Upload"),
            Type::Any => runtime("Value"),
            Type::FreeObject => runtime("JsonObject"),
            Type::Array(item) => format!("Vec<{}>", self.path(item)),
            Type::Map(value) => {
                let value = self.path(value);
                format!("std::collections::BTreeMap<String, {value}>")
            }
            Type::Nullable(inner) => format!("{}<{}>", runtime("Nullable"), self.path(inner)),
            Type::Named(id) => {
                let names = self.context.names.of_type(*id);
                format!("{}::{}::{}", self.root, names.folder(), names.ident)
            }
            Type::External(external) => external.path.clone(),
        }
    }

    fn krate(&self) -> &str {
        self.root.split("::").next().unwrap_or_default()
    }

    fn code(self, target: &str, method: &str, arguments: &[String], end: &str) -> Vec<String> {
        let client = format!("client: {}::Client", self.root);
        let given = self.given.iter().map(|(name, ty)| format!("{name}: {ty}"));
        let parameters: Vec<String> = std::iter::once(client).chain(given).collect();
        let mut lines = Lines::default();
        let attribute = if self.context.krate.is_some() {
            "no_run"
        } else {
            "ignore"
        };
        lines.line(0, format_args!("```{attribute}"));
        let (parameters, result) = (
            parameters.join(", "),
            "std::result::Result<(), Box<dyn std::error::Error>>",
        );
        lines.line(
            0,
            format_args!("# async fn example({parameters}) -> {result} {{"),
        );
        for path in &self.imports {
            lines.line(0, format_args!("use {path};"));
        }
        if !self.imports.is_empty() {
            lines.blank();
        }
        for (name, ty) in &self.given {
            lines.line(0, format_args!("// `{name}` is a `{ty}`."));
        }
        let joined = arguments.join(", ");
        let one_line = format!("{target}client.{method}({joined}){end}");
        if one_line.chars().count() <= LINE_WIDTH {
            lines.line(0, one_line);
        } else {
            lines.line(0, format_args!("{target}client"));
            lines.call(4, &format!(".{method}"), arguments, "");
            lines.line(4, end);
        }
        lines.line(0, "# Ok(())");
        lines.line(0, "# }");
        lines.line(0, "```");
        lines.into_text().lines().map(str::to_owned).collect()
    }
}

/// The text that the document has as an example, or else the name of the input, if they are harmless in a doc comment.
fn text(example: Option<&Value>, name: Option<&str>) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || char == ' ' || char.is_ascii_graphic();
    let is_harmless =
        |text: &&str| text.chars().count() <= MOST_CHARACTERS && text.chars().all(is_plain);
    let example = example.and_then(Value::as_str).filter(is_harmless);
    let text = example.or(name.filter(is_harmless));
    text.map_or_else(|| ANY_TEXT.to_owned(), |text| format!("{text:?}"))
}

/// What the document says about the value of an input.
#[derive(Clone, Copy, Default)]
struct Hints<'a> {
    example: Option<&'a Value>,
    name: Option<&'a str>,
    limits: Option<&'a Map<String, Value>>,
    /// The limits of the items, if it is a list or a map.
    each: Option<&'a Map<String, Value>>,
}

impl<'a> Hints<'a> {
    fn of(property: &'a Property) -> Self {
        let constraints = &property.constraints;
        Self {
            example: constraints.own.get("example"),
            name: Some(&property.name),
            limits: Some(&constraints.own),
            each: Some(&constraints.each),
        }
    }

    /// A number within the limits, as near as possible to this one.
    fn within(&self, usual: f64) -> f64 {
        let limit = |keyword| self.limits?.get(keyword)?.as_f64();
        let least = limit("minimum").or_else(|| Some(limit("exclusiveMinimum")? + 1.0));
        let most = limit("maximum").or_else(|| Some(limit("exclusiveMaximum")? - 1.0));
        let number = least.map_or(usual, |least| usual.max(least));
        most.map_or(number, |most| number.min(most))
    }
}

fn number(hints: &Hints<'_>) -> f64 {
    let example = hints.example.and_then(Value::as_f64);
    example.unwrap_or_else(|| hints.within(1.5))
}

fn integer(format: IntegerFormat, hints: &Hints<'_>) -> String {
    let fits = match format {
        IntegerFormat::I64 => |_: i64| true,
        IntegerFormat::I32 => |number| i32::try_from(number).is_ok(),
        IntegerFormat::U64 => |number| number >= 0,
        IntegerFormat::U32 => |number| u32::try_from(number).is_ok(),
        _ => |_| false,
    };
    let example = hints.example.and_then(Value::as_i64);
    let within = || {
        let number = hints.within(1.0);
        // Such as `1e3`, which is an integer.
        let text = format!("{number:.0}");
        text.parse().ok().filter(|_| number.fract() == 0.0)
    };
    let number = example.or_else(within).filter(|number| fits(*number));
    number.unwrap_or(1).to_string()
}

/// The index of the value that the document has as an example, or of the first one.
fn listed(enumeration: &Enumeration, example: Option<&Value>) -> usize {
    let mut values = enumeration.values.iter();
    let example = example.and_then(Value::as_str);
    let index =
        example.and_then(|example| values.position(|value| value.value.to_string() == example));
    index.unwrap_or_default()
}
