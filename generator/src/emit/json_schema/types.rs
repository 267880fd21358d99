//! JSON Schemas of types and properties.

use serde_json::{Map, Value, json};

use super::Schemas;
use crate::api::{
    Constant, ConstantKind, Constraints, Object, Property, Shape, Type, TypeDef, TypeId, Variant,
};
use crate::emit::docs::without_dead_links;
use crate::format::{DATE, DATE_TIME};

impl Schemas<'_> {
    pub(super) fn definition(&self, id: TypeId) -> Value {
        let TypeDef {
            shape,
            docs,
            deprecated,
            ..
        } = self.api.type_def(id);
        let mut schema = match shape {
            Shape::Object(object) => self.object(object),
            Shape::Enumeration(enumeration) => {
                let ty = match enumeration.kind {
                    ConstantKind::String => "string",
                    ConstantKind::Integer => "number",
                    ConstantKind::Boolean => "boolean",
                };
                let values = enumeration.values.iter();
                let values: Vec<Value> = values.map(|value| constant(&value.value)).collect();
                keywords(json!({ "type": ty, "enum": values }))
            }
            Shape::Union(union) => {
                let variants = union.variants.iter();
                let variants = variants
                    .flat_map(|variant| self.variant(variant, union.discriminator.as_ref()));
                keywords(json!({ "anyOf": variants.collect::<Vec<_>>() }))
            }
            Shape::StringNewtype => keywords(json!({ "type": "string" })),
        };
        describe(&mut schema, docs.as_deref(), *deprecated);
        schema.into()
    }

    /// The alternatives with the type of a variant, and the values of the discriminator that select it.
    fn variant(&self, variant: &Variant, discriminator: Option<&String>) -> Vec<Value> {
        let constraints = variant.constraints.iter();
        let mut schemas: Vec<_> = constraints
            .map(|constraints| self.value(&variant.ty, constraints))
            .collect();
        // An alternative that does not declare the discriminator does not restrict it.
        let object = self.api.object(&variant.ty);
        let property = object.zip(discriminator).and_then(|(object, name)| {
            let mut properties = object.properties.iter();
            properties.find(|property| property.name == *name)
        });
        if let Some(property) = property.filter(|_| !variant.is_rest) {
            let is_string = match &property.ty {
                Type::Boolean | Type::Integer(_) | Type::Number => false,
                Type::Named(id) => self.api.type_def(*id).shape.is_string(),
                _ => true,
            };
            let values = variant.values.iter().map(|value| {
                let parsed = serde_json::from_str(value).ok().filter(|_| !is_string);
                parsed.unwrap_or_else(|| json!(value))
            });
            let mut values: Vec<Value> = values.collect();
            if values.is_empty() {
                // Only null selects it.
                values.push(Value::Null);
            }
            let values = json!({ &property.name: { "enum": values } });
            for schema in &mut schemas {
                schema.insert("properties".to_owned(), values.clone());
            }
        }
        schemas.into_iter().map(Value::Object).collect()
    }

    fn object(&self, object: &Object) -> Map<String, Value> {
        let properties = object
            .properties
            .iter()
            .map(|property| (property.name.clone(), self.property(property)));
        let properties: Map<_, _> = properties.collect();
        let required = object
            .properties
            .iter()
            .filter(|property| property.required || property.required_in_document);
        let required: Vec<_> = required.map(|property| &property.name).collect();
        keywords(
            json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": self.additional(object) }),
        )
    }

    /// The schema of members that are not listed.
    pub(super) fn additional(&self, object: &Object) -> Value {
        // They are rejected in inputs, and not mentioned in outputs.
        object.additional.as_ref().map_or(Value::Bool(false), |ty| {
            self.value(ty, &object.additional_constraints).into()
        })
    }

    pub(super) fn property(&self, property: &Property) -> Value {
        let mut schema = self.value(&property.ty, &property.constraints);
        if property.nullable {
            schema = or_null(schema);
        }
        describe(&mut schema, property.docs.as_deref(), property.deprecated);
        schema.into()
    }

    /// The schema of a value of this type that meets these constraints.
    pub(super) fn value(&self, ty: &Type, constraints: &Constraints) -> Map<String, Value> {
        let none = Constraints::default();
        let each = constraints.each.as_deref().unwrap_or(&none);
        let mut schema = keywords(match ty {
            Type::Boolean => json!({ "type": "boolean" }),
            Type::Integer(_) => json!({ "type": "integer" }),
            Type::Number => json!({ "type": "number" }),
            Type::String => json!({ "type": "string" }),
            Type::Timestamp => json!({ "type": "string", "format": DATE_TIME }),
            Type::Date => json!({ "type": "string", "format": DATE }),
            Type::Binary => json!({ "type": "string", "contentEncoding": "base64" }),
            Type::Any => json!({}),
            Type::FreeObject => json!({ "type": "object" }),
            Type::Array(item) => json!({ "type": "array", "items": self.value(item, each) }),
            Type::Map(value) => {
                json!({ "type": "object", "additionalProperties": self.value(value, each) })
            }
            Type::Nullable(inner) => return or_null(self.value(inner, constraints)),
            Type::External(external) => return self.value(&external.plain, constraints),
            Type::Named(id) => match &self.api.type_def(*id).shape {
                Shape::StringNewtype => json!({ "type": "string" }),
                _ => json!({ "$ref": format!("#/$defs/{}", self.names.of_type(*id).ident) }),
            },
        });
        // The definition of an enumeration lists its values.
        let own = constraints.own.iter();
        let own = own.filter(|(keyword, _)| *keyword != "enum" || ty.named().is_none());
        schema.extend(own.map(|(keyword, value)| (keyword.clone(), value.clone())));
        schema
    }
}

fn constant(value: &Constant) -> Value {
    match value {
        Constant::String(string) => json!(string),
        Constant::Integer(number) => json!(number),
        Constant::Boolean(boolean) => json!(boolean),
    }
}

pub(super) fn keywords(schema: Value) -> Map<String, Value> {
    match schema {
        Value::Object(keywords) => keywords,
        _ => Map::new(),
    }
}

/// The same schema, but also accepting null.
fn or_null(mut schema: Map<String, Value>) -> Map<String, Value> {
    if let Some(ty @ Value::String(_)) = schema.get_mut("type") {
        *ty = json!([ty, "null"]);
        return schema;
    }
    if schema.is_empty() {
        return schema;
    }
    keywords(json!({ "anyOf": [schema, { "type": "null" }] }))
}

pub(super) fn describe(schema: &mut Map<String, Value>, docs: Option<&str>, deprecated: bool) {
    if let Some(docs) = docs {
        schema.insert(
            "description".to_owned(),
            without_dead_links(docs.trim()).into(),
        );
    }
    if deprecated {
        schema.insert("deprecated".to_owned(), true.into());
    }
}
