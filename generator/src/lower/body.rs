//! Request bodies.

use serde_json::Value;

use super::composed::Subschema;
use super::keywords::ValueKind;
use super::schema::LoweredSchema;
use super::types::Scope;
use super::{Lowering, media};
use crate::api::{
    Body, BodyFormat, Constraints, Parameter, ParameterLocation, Property, Shape, Type,
};
use crate::diagnostics::{Code, Help, Reported};
use crate::document::{Child, Node};

/// Maximum number of required inputs as separate arguments. With more, calls would be hard to read, so the body becomes one
/// argument.
const MOST_ARGUMENTS: usize = 5;

/// The docs of a required property of a form that is optional as a whole.
const REQUIRED_IF_SENT: &str = "Required if any field of the body is set.";

const CHILDREN: &[(&str, Child)] = &[("content", Child::Object)];

/// A way to send a body.
pub(super) struct Offer<'d> {
    /// The media type that is sent, and equivalent ones.
    pub(super) media_types: Vec<String>,
    media: Node<'d>,
    required: bool,
    docs: Option<String>,
    /// Whether the same value can be sent as JSON.
    is_also_json: bool,
}

impl Offer<'_> {
    /// A body as a single value.
    fn whole(&self, ty: Type, format: BodyFormat) -> Body {
        Body::Whole {
            ty,
            required: self.required,
            docs: self.docs.clone(),
            constraints: Constraints::default(),
            format,
        }
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The ways to send the body of an operation, JSON first; empty if it has no body.
    pub(super) fn offers(&self, operation: &Node<'d>) -> Result<Vec<Offer<'d>>, Reported> {
        let Some(node) = operation.get("requestBody") else {
            return Ok(Vec::new());
        };
        let node = node.resolve(self.reporter)?;
        let read: openapiv3::RequestBody = node.read(CHILDREN, self.reporter)?;
        let mut content = node.members_of("content");
        content.sort_by_key(|(name, _)| {
            let is_usual = media::essence(name) == "application/json";
            (!is_usual, !media::is_json(name))
        });
        let mut offers: Vec<Offer<'d>> = Vec::new();
        let is_also_json = |schema: Option<&Value>| {
            let mut json = content.iter().filter(|(name, _)| media::is_json(name));
            json.any(|(_, media)| media.value.get("schema") == schema)
        };
        for (name, media) in content.iter().cloned() {
            self.check_media_type(name, &media);
            let schema = media.value.get("schema");
            let same = offers.iter_mut().find(|offer| {
                let is_json = [name, &offer.media_types[0]]
                    .iter()
                    .all(|name| media::is_json(name) && !media::is_patch(name));
                let has_same_schema = offer.media.value.get("schema") == schema;
                // A media type range adds nothing to a named media type.
                let is_included = media::includes(name, &offer.media_types[0])
                    && (has_same_schema || schema.is_none());
                is_included || (is_json && has_same_schema)
            });
            match same {
                Some(_) if media::is_range(name) => {}
                Some(same) => same.media_types.push(name.to_owned()),
                None => offers.push(Offer {
                    media_types: vec![self.concrete(name, &media)],
                    media,
                    required: read.required,
                    docs: read.description.clone(),
                    is_also_json: is_also_json(schema),
                }),
            }
        }
        Ok(offers)
    }

    /// The body.
    pub(super) fn body(
        &mut self,
        offer: &Offer<'d>,
        parameters: &[Parameter],
        scope: &Scope,
    ) -> Result<Body, Reported> {
        let media_type = offer.media_types[0].clone();
        let schema = offer.media.get("schema");
        let format = self.body_format(&media_type, &offer.media, schema.as_ref());
        if !matches!(format, BodyFormat::Json(_)) {
            let message =
                format!("`x-rust-type` has no effect on a `{media_type}` body as a whole");
            self.warn_of_rust_type(schema.as_ref(), &message);
        }
        Ok(match (format, schema) {
            (BodyFormat::Json(media_type), Some(schema)) => {
                self.json_body(&schema, parameters, scope, offer, media_type)?
            }
            (format @ (BodyFormat::Form(_) | BodyFormat::Multipart(..)), Some(schema)) => {
                self.form_body(&schema, scope, offer, format)?
            }
            (format @ BodyFormat::Json(_), None) => offer.whole(Type::Any, format),
            (format @ BodyFormat::Text(_), _) => {
                if !offer.is_also_json {
                    self.check_plain_content(&offer.media, true);
                }
                offer.whole(Type::String, format)
            }
            (format @ BodyFormat::Binary(_), _) => {
                if media::essence(&offer.media_types[0]).starts_with("multipart/") {
                    self.warn_of_multipart(offer);
                } else if !offer.is_also_json {
                    self.check_plain_content(&offer.media, false);
                }
                offer.whole(Type::Binary, format)
            }
            (format @ (BodyFormat::Form(_) | BodyFormat::Multipart(..)), None) => {
                offer.whole(Type::FreeObject, format)
            }
        })
    }

    fn warn_of_multipart(&self, offer: &Offer<'d>) {
        let message = format!(
            "the parts of a `{}` body are not described as an object: the caller writes the whole body",
            offer.media_types[0]
        );
        let help = "describe an object whose properties are the parts, as `multipart/form-data`, `mixed` or `related`; or give the `Upload` a media type with the boundary";
        self.reporter
            .warning(Code::Multipart, &offer.media.pointer, message, help);
    }

    fn form_body(
        &mut self,
        schema: &Node<'d>,
        scope: &Scope,
        offer: &Offer<'d>,
        format: BodyFormat,
    ) -> Result<Body, Reported> {
        let schema = self.target(schema)?;
        let kind = self.plain_kind(&schema)?;
        let is_choice =
            kind == ValueKind::Union && self.subschemas(&schema)?.iter().any(Subschema::is_object);
        if kind == ValueKind::Any {
            return Ok(offer.whole(Type::FreeObject, format));
        }
        if kind != ValueKind::Object && !is_choice {
            let media_type = offer.media_types[0].clone();
            if let BodyFormat::Form(_) = format {
                return Ok(offer.whole(Type::String, BodyFormat::Text(media_type)));
            }
            self.warn_of_multipart(offer);
            return Ok(offer.whole(Type::Binary, BodyFormat::Binary(media_type)));
        }
        for subschema in self.subschemas(&schema)?.iter() {
            self.flattened.insert(subschema.node.pointer.clone());
        }
        let object = self.object_shape(&schema, scope)?;
        let mut properties = object.properties;
        self.require_discriminators(&self.subschemas(&schema)?, &mut properties);
        let mut rest = object.additional;
        if let BodyFormat::Multipart(_, media_types, _) = &format {
            self.set_files(&schema, media_types, &mut properties);
            let subschemas = self.subschemas(&schema)?;
            let values = subschemas
                .iter()
                .filter_map(|subschema| subschema.node.get("additionalProperties"));
            for values in values {
                match self.file(&values) {
                    Some(file) => {
                        self.warn_of_other_kinds(&values);
                        rest = Some(file);
                    }
                    None => self.warn_of_inner_files(&values),
                }
            }
        }
        if let BodyFormat::Form(styles) = &format {
            let encoding = offer.media.get("encoding");
            for (name, style) in styles {
                let property = properties.iter().find(|property| property.name == *name);
                let encoding = encoding.as_ref().and_then(|encoding| encoding.get(name));
                if let (Some(property), Some(encoding)) = (property, encoding) {
                    self.check_nesting(&encoding, *style, &property.ty);
                }
            }
        }
        let rest = rest.map(|value| match value {
            Type::Any => Type::FreeObject,
            value => Type::Map(Box::new(value)),
        });
        if properties.is_empty() {
            return Ok(offer.whole(rest.unwrap_or(Type::FreeObject), format));
        }
        let mut required_if_sent = Vec::new();
        if !offer.required {
            let is_only = properties.len() == 1 && rest.is_none();
            for property in properties.iter_mut().filter(|property| property.required) {
                property.required = false;
                // An empty list of files is a form without the field.
                let are_files =
                    matches!(&property.ty, Type::Array(item) if matches!(**item, Type::Binary));
                if is_only || are_files || property.is("readOnly") {
                    continue;
                }
                required_if_sent.push(property.name.clone());
                let docs = match property.docs.take() {
                    Some(docs) => docs + "\n\n",
                    None => format!("`{}`. ", property.name),
                };
                property.docs = Some(docs + REQUIRED_IF_SENT);
            }
        }
        let rest = rest.map(|ty| {
            let docs = "All other fields of the form.".to_owned();
            Box::new(Property {
                docs: Some(docs),
                ..LoweredSchema::of(ty).property("additionalProperties", false)
            })
        });
        Ok(Body::Properties {
            properties,
            rest,
            required: offer.required,
            required_if_sent,
            format,
            at: schema.pointer.clone(),
        })
    }

    /// Turns binary properties of a `multipart/form-data` body into files.
    fn set_files(
        &self,
        schema: &Node<'d>,
        media_types: &[(String, String)],
        properties: &mut [Property],
    ) {
        let subschemas = self.subschemas(schema).unwrap_or_default();
        for property in properties {
            let schemas = subschemas
                .iter()
                .filter_map(|subschema| subschema.node.get("properties")?.get(&property.name));
            let of_part = media_types.iter().find(|(name, _)| *name == property.name);
            let is_bytes = of_part.is_some_and(|(_, media_type)| media::is_bytes(media_type));
            let mut ty = None;
            for schema in schemas {
                match self.file(&schema) {
                    Some(file) => {
                        self.warn_of_other_kinds(&schema);
                        ty = Some(file);
                    }
                    None => self.warn_of_inner_files(&schema),
                }
            }
            let ty = match ty {
                Some(ty) => ty,
                None if is_bytes && property.ty == Type::Any => Type::Binary,
                None => continue,
            };
            *property = Property {
                ty,
                // A file is never null, and constraints of strings do not apply to it.
                nullable: false,
                constraints: Constraints::default().with_access_of(property.constraints.clone()),
                ..property.clone()
            };
        }
    }

    /// The type of a file or a list of files; `None` if the schema is neither.
    pub(super) fn file(&self, schema: &Node<'d>) -> Option<Type> {
        let subschemas = self.subschemas(schema).ok()?;
        let mut items = subschemas
            .iter()
            .filter_map(|subschema| subschema.node.get("items"));
        if items.any(|items| self.is_file(&items)) {
            return Some(Type::Array(Box::new(Type::Binary)));
        }
        self.is_file(schema).then_some(Type::Binary)
    }

    /// Whether a value may be binary. A file can also be sent as text.
    fn is_file(&self, schema: &Node<'d>) -> bool {
        let subschemas = self.subschemas(schema).unwrap_or_default();
        subschemas
            .iter()
            .any(|subschema| media::is_binary(&subschema.node))
    }

    /// Reports alternatives to a file that are not files or text.
    fn warn_of_other_kinds(&self, schema: &Node<'d>) {
        for subschema in self.subschemas(schema).unwrap_or_default().iter() {
            let node = &subschema.node;
            match ValueKind::of_siblings(node) {
                ValueKind::Array => match node.get("items") {
                    Some(items) if self.is_file(&items) => {
                        self.warn_of_other_kinds(&items);
                        continue;
                    }
                    _ => {}
                },
                ValueKind::Object => {}
                _ => continue,
            }
            let message = "this is an alternative to a file, so the caller writes it as text";
            let help = "no action needed, or remove it if only files are sent";
            let help = Help::new(help).remove();
            self.reporter
                .warning(Code::Multipart, &node.pointer, message, help);
        }
    }

    /// Reports files inside of a value that is sent as JSON.
    fn warn_of_inner_files(&self, schema: &Node<'d>) {
        for subschema in self.subschemas(schema).unwrap_or_default().iter() {
            let node = &subschema.node;
            let values = ["additionalProperties", "items"];
            let values = values.iter().filter_map(|key| node.get(key));
            let properties = node.members_of("properties").into_iter();
            let file = values
                .chain(properties.map(|(_, property)| property))
                .find(|value| self.file(value).is_some());
            if let Some(file) = file {
                let message = "a part that is a map, an object or a list of lists is sent as JSON, so files in it are strings";
                let help = "describe each file as a property of the form, or all of them as its `additionalProperties`";
                self.reporter
                    .warning(Code::Multipart, &file.pointer, message, help);
            }
        }
    }

    fn json_body(
        &mut self,
        schema: &Node<'d>,
        parameters: &[Parameter],
        scope: &Scope,
        offer: &Offer<'d>,
        media_type: String,
    ) -> Result<Body, Reported> {
        let format = BodyFormat::Json(media_type);
        let inline = schema.reference().is_none() && schema.string("x-rust-name").is_none();
        let lowered = self.schema(schema, scope)?;
        if inline && let Some(properties) = self.inline_properties(&lowered.ty) {
            let required_parameters = parameters.iter().filter(|parameter| {
                parameter.property.required && parameter.location != ParameterLocation::Header
            });
            let required_properties = properties.iter().filter(|property| property.required);
            let required = required_properties.count();
            // A body that may be omitted as a whole cannot be split into arguments.
            let is_splittable = offer.required || required == 0;
            if is_splittable && required_parameters.count() + required <= MOST_ARGUMENTS {
                return Ok(Body::Properties {
                    properties,
                    rest: None,
                    // An empty object is equivalent to no body.
                    required: true,
                    required_if_sent: Vec::new(),
                    format,
                    at: schema.pointer.clone(),
                });
            }
            self.types.rename(&lowered.ty, scope.join("body"));
        }
        let (ty, constraints) = lowered.limited_item();
        Ok(Body::Whole {
            ty,
            required: offer.required,
            docs: offer.docs.clone(),
            constraints,
            format,
        })
    }

    fn inline_properties(&self, ty: &Type) -> Option<Vec<Property>> {
        let Type::Named(id) = ty else { return None };
        match self.types.shape(*id)? {
            Shape::Object(object) if object.additional.is_none() => Some(object.properties.clone()),
            _ => None,
        }
    }
}
