//! The properties of an object that is composed of subschemas.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::Lowering;
use super::composed::Subschema;
use super::keywords::ValueKind;
use super::schema::LoweredSchema;
use super::types::{Definition, Scope};
use crate::api::{ConstantKind, DefinedIn, IntegerFormat, Property, Shape, Type};
use crate::diagnostics::{Code, Help, Reported};
use crate::document::{Node, UNIONS};

/// Maximum number of properties of all objects. A property counts for each object that has it.
const MOST_PROPERTIES: usize = 1_000_000;

/// The type of a property that two subschemas describe.
pub(super) enum Choice {
    /// The type in the subschema that was read first.
    Known,
    /// The type in the other subschema.
    Other,
    /// Neither: a type that accepts the values of both.
    Wider(Type),
}

/// A subschema's description of a property.
#[derive(Clone, Copy)]
pub(super) struct Said<'s, 'd> {
    ty: &'s Type,
    schema: &'s Node<'d>,
    /// Whether the subschema is one of several alternatives.
    optional: bool,
}

impl<'s, 'd> Said<'s, 'd> {
    pub(super) fn of(lowered: &'s LoweredSchema, schema: &'s Subschema<'d>) -> Self {
        Self {
            ty: &lowered.ty,
            schema: &schema.node,
            optional: schema.optional,
        }
    }
}

/// The members of an object.
pub(super) struct PropertySet<'d> {
    pub(super) names: HashSet<&'d str>,
    required: HashSet<&'d str>,
    /// Whether it explicitly allows additional ones.
    pub(super) is_open: bool,
}

impl PropertySet<'_> {
    /// Whether it has all members of another one. An alternative must not demand more.
    pub(super) fn holds(&self, other: &Self, all_hold: bool) -> bool {
        let is_wide_enough = self.is_open || !other.is_open;
        let demands_less = all_hold || self.required.is_subset(&other.required);
        is_wide_enough && demands_less && other.names.is_subset(&self.names)
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The properties of all subschemas. A property in several of them is required if one of them requires it, and must match all
    /// of them.
    pub(super) fn properties_of_subschemas(
        &mut self,
        subschemas: &[Subschema<'d>],
        scope: &Scope,
    ) -> Result<Vec<Property>, Reported> {
        self.count_properties(subschemas)?;
        let required = self.required_of(subschemas);
        let others = subschemas
            .split_last()
            .map_or(subschemas, |(_, others)| others);
        for subschema in others {
            if !subschema.node.pointer.is_component_schema() {
                let message = "`x-rust-type` has no effect on a subschema of an object, which is not a separate type";
                self.warn_of_rust_type(Some(&subschema.node), message);
            }
        }
        let mut properties: Vec<Property> = Vec::new();
        let mut positions: HashMap<&'d str, usize> = HashMap::new();
        let mut schemas: Vec<(Node<'d>, bool)> = Vec::new();
        let mut failure = None;
        for subschema in subschemas {
            let of_other = self.scope_of_subschema(subschema, subschemas);
            let inner = of_other.as_ref().unwrap_or(scope);
            for (name, schema) in subschema.node.members_of("properties") {
                let lowered = match self.schema(&schema, &inner.join(name)) {
                    Ok(lowered) => lowered,
                    Err(reported) => {
                        failure = Some(reported);
                        continue;
                    }
                };
                let property = lowered.property(name, required.contains(name));
                match positions.get(name).copied() {
                    None => {
                        positions.insert(name, properties.len());
                        properties.push(property);
                        schemas.push((schema, subschema.optional));
                    }
                    Some(at) => {
                        let known = (&mut properties[at], &mut schemas[at]);
                        let other = (property, (schema, subschema.optional));
                        self.merge(known, other, &scope.join(name));
                    }
                }
            }
        }
        // A property that could not be read is not missing.
        if let Some(reported) = failure {
            return Err(reported);
        }
        let mut listed = positions.into_keys().collect();
        self.add_discriminators(subschemas, &required, &mut listed, &mut properties);
        self.add_unlisted(subschemas, listed, &mut properties);
        Ok(properties)
    }

    /// Counts the properties of an object, and reports the first that is one too many.
    fn count_properties(&mut self, subschemas: &[Subschema<'d>]) -> Result<(), Reported> {
        let properties = |subschema: &Subschema<'d>| subschema.node.member_count("properties");
        self.properties += subschemas.iter().map(properties).sum::<usize>();
        if self.properties <= MOST_PROPERTIES {
            return Ok(());
        }
        let Some(own) = subschemas.last() else {
            return Ok(());
        };
        let reporter = self.reporter;
        let error = self.too_many_properties.get_or_insert_with(|| {
            reporter.error(
                Code::TooDeep,
                &own.node.pointer,
                format!(
                    "with this schema, the objects of the document have more than {MOST_PROPERTIES} properties"
                ),
                "generate a part of the operations with `include`, or share fewer properties with `allOf`",
            )
        });
        Err(*error)
    }

    /// Merges two subschemas' descriptions of a property.
    fn merge(
        &mut self,
        (known, known_schema): (&mut Property, &mut (Node<'d>, bool)),
        (other, schema): (Property, (Node<'d>, bool)),
        scope: &Scope,
    ) {
        let all_hold = !known_schema.1 && !schema.1;
        let types = (&known.ty, &other.ty);
        let Some(ty) = self.shared_values(types, all_hold, scope, &schema.0) else {
            return self.refine(known, known_schema, other, schema);
        };
        let nullable = if all_hold {
            known.nullable && other.nullable
        } else {
            known.nullable || other.nullable
        };
        let docs = other.docs.clone().or(known.docs.take());
        if ty == other.ty {
            *known_schema = schema;
            *known = other;
        }
        known.ty = ty;
        known.nullable = nullable;
        known.docs = docs;
    }

    /// The names of the properties that every value has.
    fn required_of(&self, subschemas: &[Subschema<'d>]) -> HashSet<&'d str> {
        let names = |optional: bool| {
            let subschemas = subschemas
                .iter()
                .filter(move |subschema| subschema.optional == optional);
            let names = subschemas.flat_map(|subschema| subschema.node.list("required"));
            names.filter_map(Value::as_str)
        };
        let choices = subschemas
            .iter()
            .flat_map(|subschema| UNIONS.map(|keyword| subschema.node.items_of(keyword)));
        // A property that every alternative requires is required.
        let always = choices.filter_map(|choice| {
            let alternatives = choice.iter().map(|alternative| self.required(alternative));
            alternatives.reduce(|all, required| &all & &required)
        });
        let always: HashSet<&str> = always.flatten().collect();
        let names_of_alternatives = names(true).filter(|name| always.contains(name));
        names(false).chain(names_of_alternatives).collect()
    }

    /// The scope of a subschema from another definition: its types are named for that definition, and shared with it.
    fn scope_of_subschema(
        &mut self,
        subschema: &Subschema<'d>,
        subschemas: &[Subschema<'d>],
    ) -> Option<Scope> {
        let pointer = &subschema.node.pointer;
        let is_own = subschemas
            .last()
            .is_some_and(|own| own.node.pointer == *pointer);
        if is_own || !pointer.is_component_schema() {
            return None;
        }
        let is_open = matches!(self.types.definition(pointer), Some(Definition::Open));
        let known = (!is_open).then(|| self.definition(&subschema.node))?.ok()?;
        let name = pointer.steps().last().cloned().unwrap_or_default();
        Some(Scope::new(name, DefinedIn::Type(known.ty.named()?)))
    }

    /// Adds properties that are required but not described. They may be anything, and they are optional, because listing them as
    /// required may be a mistake.
    fn add_unlisted(
        &self,
        subschemas: &[Subschema<'d>],
        mut listed: HashSet<&'d str>,
        properties: &mut Vec<Property>,
    ) {
        let mut additional = subschemas
            .iter()
            .filter_map(|subschema| subschema.node.get("additionalProperties"));
        if additional.any(|additional| *additional.value != Value::Bool(false)) {
            return; // One of the undescribed properties.
        }
        let subschemas = subschemas.iter().filter(|subschema| !subschema.optional);
        let required = subschemas.flat_map(|subschema| {
            let names = subschema.node.list("required").iter().enumerate();
            names.map(move |(index, name)| (subschema, index, name))
        });
        for (subschema, index, name) in required {
            let Some(text) = name.as_str() else {
                continue;
            };
            if !listed.insert(text) {
                continue;
            }
            let schema = &subschema.node.pointer;
            let help = Help::new(
                "list it in `properties` if every value has it; otherwise remove it from `required`",
            );
            let help = help.update(schema, json!({"properties": {text: {}}}));
            self.reporter.warning(
                Code::RequiredUnlisted,
                &schema.join("required").join(index.to_string()),
                format!("`{text}` is required but not listed in `properties`: it is optional, and any JSON value is accepted"),
                help,
            );
            properties.push(Property {
                required_in_document: true,
                ..LoweredSchema::of(Type::Any).property(text, false)
            });
        }
    }

    /// The same for a property that is not an enumeration in both.
    fn refine(
        &self,
        known: &mut Property,
        known_schema: &mut (Node<'d>, bool),
        other: Property,
        schema: (Node<'d>, bool),
    ) {
        let docs = other.docs.clone().or(known.docs.take());
        let of_known = Said {
            ty: &known.ty,
            schema: &known_schema.0,
            optional: known_schema.1,
        };
        let of_other = Said {
            ty: &other.ty,
            schema: &schema.0,
            optional: schema.1,
        };
        let all_hold = !known_schema.1 && !schema.1;
        match self.choose(of_known, of_other) {
            Choice::Known if all_hold => {
                let constraints = std::mem::take(&mut known.constraints);
                known.constraints = constraints.and(other.constraints);
                known.ty = self.with_limits(&schema.0, known.ty.clone(), &known.constraints);
                known.deprecated |= other.deprecated;
            }
            Choice::Known => {}
            Choice::Other => {
                let constraints = std::mem::take(&mut known.constraints);
                *known = other;
                if all_hold {
                    let other = std::mem::take(&mut known.constraints);
                    known.constraints = constraints.and(other);
                    known.ty = self.with_limits(&schema.0, known.ty.clone(), &known.constraints);
                }
                *known_schema = schema;
            }
            Choice::Wider(ty) => {
                self.reporter.warning(
                    Code::PropertyConflict,
                    &schema.0.pointer,
                    format!(
                        "subschemas disagree on the type of `{}`: {} is accepted",
                        other.name,
                        ty.wide()
                    ),
                    "use the same type in all of them",
                );
                known.nullable |= other.nullable;
                known.ty = ty;
            }
        }
        known.docs = docs;
    }

    pub(super) fn choose(&self, known: Said<'_, 'd>, other: Said<'_, 'd>) -> Choice {
        // A value must match all subschemas, so the narrower of two types applies. An alternative may not apply at all.
        let all_hold = !known.optional && !other.optional;
        let [of_known, of_other] = if all_hold {
            [Choice::Known, Choice::Other]
        } else {
            [Choice::Other, Choice::Known]
        };
        match (known.ty, other.ty) {
            (_, Type::Any) => return Choice::Known,
            (Type::Any, _) => return Choice::Other,
            (known, other) if known == other => return Choice::Other,
            (Type::String, Type::Timestamp | Type::Date)
            | (Type::Number | Type::Integer(IntegerFormat::I64), Type::Integer(_)) => {
                return of_other;
            }
            (Type::Timestamp | Type::Date, Type::String)
            | (Type::Integer(_), Type::Number | Type::Integer(IntegerFormat::I64)) => {
                return of_known;
            }
            _ => {}
        }
        if let (Some((kind, known)), Some((other_kind, other))) =
            (self.listed(known.ty), self.listed(other.ty))
            && kind == other_kind
        {
            // Unlisted strings and numbers are accepted anyway.
            return if kind == ConstantKind::Boolean {
                Choice::Wider(Type::Boolean)
            } else if known > other {
                Choice::Known
            } else {
                Choice::Other
            };
        }
        if let (Some(known_set), Some(other_set)) = (
            self.property_set(known.schema),
            self.property_set(other.schema),
        ) {
            return if other_set.holds(&known_set, all_hold) {
                self.check_nested_values(other.schema, known.schema, all_hold);
                Choice::Other
            } else if known_set.holds(&other_set, all_hold) {
                self.check_nested_values(known.schema, other.schema, all_hold);
                Choice::Known
            } else {
                Choice::Wider(Type::FreeObject)
            };
        }
        if let (Type::Array(known_item), Type::Array(other_item)) = (known.ty, other.ty)
            && let (Some(known_schema), Some(other_schema)) =
                (self.items(known.schema), self.items(other.schema))
        {
            let known = Said {
                ty: known_item,
                schema: &known_schema,
                ..known
            };
            let other = Said {
                ty: other_item,
                schema: &other_schema,
                ..other
            };
            return match self.choose(known, other) {
                Choice::Wider(item) => Choice::Wider(Type::Array(Box::new(item))),
                choice => choice,
            };
        }
        Choice::Wider(Type::Any)
    }

    /// The number of values listed for a string, number or boolean; `None` for other types.
    fn listed(&self, ty: &Type) -> Option<(ConstantKind, usize)> {
        match ty {
            Type::String => Some((ConstantKind::String, 0)),
            Type::Integer(_) | Type::Number => Some((ConstantKind::Integer, 0)),
            Type::Boolean => Some((ConstantKind::Boolean, 0)),
            Type::Named(id) => match self.types.shape(*id)? {
                Shape::Enumeration(listed) => Some((listed.kind, listed.values.len())),
                Shape::StringNewtype => Some((ConstantKind::String, 0)),
                Shape::Object(_) | Shape::Union(_) => None,
            },
            _ => None,
        }
    }

    /// The members of an object; `None` if the schema is not an object.
    pub(super) fn property_set(&self, schema: &Node<'d>) -> Option<PropertySet<'d>> {
        let schema = self.target(schema).ok()?;
        if self.kind(&schema).ok()? != ValueKind::Object {
            return None;
        }
        let subschemas = self.subschemas(&schema).ok()?;
        let properties = subschemas
            .iter()
            .flat_map(|subschema| subschema.node.members_of("properties"));
        let mut additional = subschemas
            .iter()
            .filter_map(|subschema| subschema.node.get("additionalProperties"));
        Some(PropertySet {
            names: properties.map(|(name, _)| name).collect(),
            required: self.required_of(&subschemas),
            is_open: additional.any(|additional| *additional.value != Value::Bool(false)),
        })
    }

    fn items(&self, schema: &Node<'d>) -> Option<Node<'d>> {
        self.target(schema).ok()?.get("items")
    }
}
