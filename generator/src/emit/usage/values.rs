//! Code for the values of an example's inputs.

use std::collections::BTreeSet;

use serde_json::Value;

use super::hints::{ANY_TEXT, Hints, integer, listed, literal, number, object_literal, text};
use crate::api::{Object, Property, Shape, Type, TypeId, Union};
use crate::emit::context::{Context, Presence};

/// The name of a member of a map.
const ANY_NAME: &str = "\"name\"";

/// The most items of a list.
const MOST_ITEMS: usize = 3;

/// The most objects in each other that an example creates.
const MOST_NESTED: usize = 3;

/// The values of an example, and what they need.
pub(super) struct Values<'a> {
    context: &'a Context<'a>,
    pub(super) root: String,
    /// Paths of types that are mentioned.
    pub(super) imports: BTreeSet<String>,
    /// Names and types of the parameters of the example's function, for values that are not created.
    pub(super) given: Vec<(String, String)>,
}

impl<'a> Values<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self {
            context,
            root: context.public_root(),
            imports: BTreeSet::new(),
            given: Vec::new(),
        }
    }

    /// A value for an input, or the name of a parameter with one.
    pub(super) fn argument(&mut self, field: &str, property: &Property) -> String {
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
        if property.nullable && property.required {
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
            Type::FreeObject => match example.and_then(object_literal) {
                Some(object) => format!("{}!({object})", self.runtime("json_object")),
                None => format!("[({ANY_NAME}, {ANY_TEXT})]"),
            },
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
                let members = example.and_then(Value::as_object);
                let member = members.filter(|members| members.len() == 1);
                let member = member.and_then(|members| members.iter().next());
                let name = member.and_then(|(name, _)| literal(name));
                let value = self.of_item(value, hints, member.map(|(_, value)| value), depth)?;
                format!("[({}, {value})]", name.as_deref().unwrap_or(ANY_NAME))
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
            example: example.or_else(|| hints.each?.own.get("example")),
            limits: hints.each.map(|each| &each.own),
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
}
