//! The end of a method's docs: its errors, whether a failed call is retried, and an example with its required inputs.

use std::collections::BTreeSet;

use serde_json::Value;

use super::code::Lines;
use super::context::{Context, Presence};
use super::docs;
use crate::api::{Enumeration, IntegerFormat, OperationId, Property, Shape, Status, Type};

/// A member of a map in an example: its name, and its value if that is text.
const ANY_NAME: &str = "\"name\"";
const ANY_TEXT: &str = "\"value\"";

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
    let retried = if operation.is_idempotent() {
        "Retried after failures that may be temporary."
    } else {
        "Retried only on the statuses 425 and 429, and if no connection can be made."
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
    /// Parameters of the example's function, for values that are not created: `pet: crate::types::Pet`.
    given: Vec<String>,
}

impl Values<'_> {
    /// A value for a required input, or the name of a parameter with one.
    fn argument(&mut self, field: &str, property: &Property) -> String {
        if let Some(value) = self.of_property(property, 0) {
            return value;
        }
        // These names are taken.
        let taken = ["client", "response"].contains(&field);
        let name = format!("{field}{}", if taken { "_" } else { "" });
        let mut ty = self.path(&property.ty);
        if property.nullable {
            ty = format!("Option<{ty}>");
        }
        self.given.push(format!("{name}: {ty}"));
        name
    }

    fn of_property(&mut self, property: &Property, depth: usize) -> Option<String> {
        match Presence::of(property) {
            Presence::Nullable if property.ty != Type::FreeObject => Some("None".to_owned()),
            _ => self.of_type(&property.ty, Some(property), depth),
        }
    }

    /// Code for a value that an argument of this type accepts, unless that takes more than literals.
    fn of_type(&mut self, ty: &Type, property: Option<&Property>, depth: usize) -> Option<String> {
        let example = property.and_then(|property| property.constraints.own.get("example"));
        let name = property.map(|property| &*property.name);
        Some(match ty {
            Type::String => text(example, name),
            Type::Any => ANY_TEXT.to_owned(),
            Type::Boolean => "true".to_owned(),
            Type::Integer(format) => integer(*format, example),
            Type::Number => format!("{:?}", example.and_then(Value::as_f64).unwrap_or(1.5)),
            Type::FreeObject => format!("[({ANY_NAME}, {ANY_TEXT})]"),
            Type::Timestamp => {
                let timestamp = format!("{}::runtime::Timestamp", self.krate());
                self.imports.insert(timestamp);
                "\"2026-01-31T09:30:00Z\".parse::<Timestamp>()?".to_owned()
            }
            Type::Array(item) => format!("[{}]", self.of_item(item, depth)?),
            Type::Map(value) => format!("[({ANY_NAME}, {})]", self.of_item(value, depth)?),
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
                        let required = object.properties.iter();
                        let required = required.filter(|property| property.required);
                        let values = required.map(|property| self.of_property(property, depth + 1));
                        let values = values.collect::<Option<Vec<_>>>()?.join(", ");
                        self.imports.insert(self.path(ty));
                        format!("{}::new({values})", names.ident)
                    }
                    Shape::Object(_) | Shape::Union(_) => return None,
                }
            }
            Type::Date | Type::Binary | Type::Nullable(_) | Type::External(_) => return None,
        })
    }

    fn of_item(&mut self, ty: &Type, depth: usize) -> Option<String> {
        match ty {
            // Nothing converts to a list of lists.
            Type::Array(_) | Type::Map(_) | Type::FreeObject => None,
            _ => self.of_type(ty, None, depth),
        }
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
        let parameters: Vec<String> = std::iter::once(client).chain(self.given).collect();
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

fn integer(format: IntegerFormat, example: Option<&Value>) -> String {
    let fits = match format {
        IntegerFormat::I64 => |_: i64| true,
        IntegerFormat::I32 => |number| i32::try_from(number).is_ok(),
        IntegerFormat::U64 => |number| number >= 0,
        IntegerFormat::U32 => |number| u32::try_from(number).is_ok(),
        _ => |_| false,
    };
    let number = example.and_then(Value::as_i64);
    number
        .filter(|number| fits(*number))
        .unwrap_or(1)
        .to_string()
}

/// The index of the value that the document has as an example, or of the first one.
fn listed(enumeration: &Enumeration, example: Option<&Value>) -> usize {
    let mut values = enumeration.values.iter();
    let example = example.and_then(Value::as_str);
    let index =
        example.and_then(|example| values.position(|value| value.value.to_string() == example));
    index.unwrap_or_default()
}
