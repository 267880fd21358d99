//! Request bodies.

use super::composed::Part;
use super::keywords::Kind;
use super::types::Scope;
use super::{Lowering, media};
use crate::api::{
    Body, Encoding, Limits, Parameter, ParameterPlace, Property, Shape, Style, StyleKind, Type,
};
use crate::document::{Child, Node};

/// Maximum number of required inputs as separate arguments. With more, calls would be hard to read, so the body becomes one
/// argument.
const MOST_ARGUMENTS: usize = 5;

const CHILDREN: &[(&str, Child)] = &[("content", Child::Object)];

/// A way to send a body.
pub(super) struct Offer<'d> {
    /// The media type that is sent, and equivalent ones.
    pub(super) media_types: Vec<String>,
    media: Node<'d>,
    required: bool,
    docs: Option<String>,
}

impl Offer<'_> {
    /// A body as a single value.
    fn whole(&self, ty: Type, encoding: Encoding) -> Body {
        Body::Whole {
            ty,
            required: self.required,
            docs: self.docs.clone(),
            encoding,
        }
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The ways to send the body of an operation, JSON first; empty if it has no body, `None` if the body cannot be read.
    pub(super) fn offers(&self, operation: &Node<'d>) -> Option<Vec<Offer<'d>>> {
        let Some(node) = operation.get("requestBody") else {
            return Some(Vec::new());
        };
        let node = node.resolve(self.reporter)?;
        let read: openapiv3::RequestBody = node.read(CHILDREN, self.reporter)?;
        let mut content = node.members_of("content");
        content.sort_by_key(|(name, _)| {
            let is_usual = media::essence(name) == "application/json";
            (!is_usual, !media::is_json(name))
        });
        let mut offers: Vec<Offer<'d>> = Vec::new();
        for (name, media) in content {
            let schema = media.value.get("schema");
            let same = offers.iter_mut().find(|offer| {
                let is_json = [name, &offer.media_types[0]]
                    .iter()
                    .all(|name| media::is_json(name) && !media::is_patch(name));
                // A media type range adds nothing to a named media type.
                name.contains('*') || (is_json && offer.media.value.get("schema") == schema)
            });
            match same {
                Some(same) => same.media_types.push(name.to_owned()),
                None => offers.push(Offer {
                    media_types: vec![name.to_owned()],
                    media,
                    required: read.required,
                    docs: read.description.clone(),
                }),
            }
        }
        Some(offers)
    }

    /// The body; `None` if it cannot be expressed.
    pub(super) fn body(
        &mut self,
        offer: &Offer<'d>,
        parameters: &[Parameter],
        scope: &Scope,
    ) -> Option<Body> {
        let media_type = offer.media_types[0].clone();
        let schema = offer.media.get("schema");
        let encoding = Self::encoding(&media_type, &offer.media, schema.as_ref());
        if !matches!(encoding, Encoding::Json(_)) {
            let message =
                format!("`x-rust-type` has no effect on a `{media_type}` body as a whole");
            self.warn_of_rust_type(schema.as_ref(), &message);
        }
        Some(match (encoding, schema) {
            (Encoding::Json(media_type), Some(schema)) => {
                self.json_body(&schema, parameters, scope, offer, media_type)?
            }
            (encoding @ (Encoding::Form(_) | Encoding::Multipart(_)), Some(schema)) => {
                let schema = self.target(&schema)?;
                let kind = self.plain_kind(&schema)?;
                let is_choice =
                    kind == Kind::Union && self.parts(&schema)?.iter().any(Part::is_object);
                if kind != Kind::Object && !is_choice {
                    return Some(offer.whole(Type::Text, Encoding::Text(media_type)));
                }
                let mut properties = self.object_shape(&schema, scope)?.properties;
                if let Encoding::Multipart(media_types) = &encoding {
                    self.set_files(&schema, media_types, &mut properties);
                }
                if !offer.required {
                    for property in &mut properties {
                        property.required = false;
                    }
                }
                Body::Properties {
                    properties,
                    required: offer.required,
                    encoding,
                }
            }
            (encoding @ Encoding::Json(_), None) => offer.whole(Type::Any, encoding),
            (encoding @ Encoding::Text(_), _) => offer.whole(Type::Text, encoding),
            (encoding @ Encoding::Binary(_), _) => offer.whole(Type::Binary, encoding),
            (Encoding::Form(_) | Encoding::Multipart(_), _) => {
                offer.whole(Type::Binary, Encoding::Binary(media_type))
            }
        })
    }

    /// Turns binary properties of a `multipart/form-data` body into files.
    fn set_files(
        &self,
        schema: &Node<'d>,
        media_types: &[(String, String)],
        properties: &mut [Property],
    ) {
        let parts = self.parts(schema).unwrap_or_default();
        for property in properties {
            let schemas = parts
                .iter()
                .filter_map(|part| part.node.get("properties")?.get(&property.name));
            let of_part = media_types.iter().find(|(name, _)| *name == property.name);
            let is_bytes = of_part.is_some_and(|(_, media_type)| media::is_bytes(media_type));
            let ty = match schemas.filter_map(|schema| self.file(&schema)).next_back() {
                Some(ty) => ty,
                None if is_bytes && property.ty == Type::Any => Type::Binary,
                None => continue,
            };
            *property = Property {
                ty,
                // A file is never null, and limits of strings do not apply to it.
                nullable: false,
                limits: Limits::default().with_access_of(property.limits.clone()),
                ..property.clone()
            };
        }
    }

    /// The type of a file or a list of files; `None` if the schema is neither.
    fn file(&self, schema: &Node<'d>) -> Option<Type> {
        if self.is_file(schema) {
            return Some(Type::Binary);
        }
        let parts = self.parts(schema)?;
        let items = parts.iter().find_map(|part| part.node.get("items"))?;
        self.is_file(&items)
            .then(|| Type::Array(Box::new(Type::Binary)))
    }

    /// Whether a schema has no other type than binary.
    fn is_file(&self, schema: &Node<'d>) -> bool {
        let parts = self.parts(schema).unwrap_or_default();
        let mut typed = parts
            .iter()
            .map(|part| &part.node)
            .filter(|node| node.text("type").is_some_and(|name| name != "null"))
            .peekable();
        typed.peek().is_some() && typed.all(media::is_binary)
    }

    fn json_body(
        &mut self,
        schema: &Node<'d>,
        parameters: &[Parameter],
        scope: &Scope,
        offer: &Offer<'d>,
        media_type: String,
    ) -> Option<Body> {
        let encoding = Encoding::Json(media_type);
        let inline = schema.reference().is_none() && schema.text("x-rust-name").is_none();
        let lowered = self.schema(schema, scope)?;
        if inline && let Some(properties) = self.inline_properties(&lowered.ty) {
            let required_parameters = parameters.iter().filter(|parameter| {
                parameter.property.required && parameter.place != ParameterPlace::Header
            });
            let required_properties = properties.iter().filter(|property| property.required);
            let required = required_properties.count();
            // A body that may be omitted as a whole cannot be split into arguments.
            let is_splittable = offer.required || required == 0;
            if is_splittable && required_parameters.count() + required <= MOST_ARGUMENTS {
                self.types.dissolve(&lowered.ty);
                return Some(Body::Properties {
                    properties,
                    // An empty object is equivalent to no body.
                    required: true,
                    encoding,
                });
            }
            self.types.rename(&lowered.ty, &scope.join("body").name);
        }
        Some(offer.whole(lowered.item(), encoding))
    }

    fn encoding(media_type: &str, media: &Node<'d>, schema: Option<&Node<'d>>) -> Encoding {
        let of_properties = media.members_of("encoding");
        let is_binary = schema.is_some_and(media::is_binary);
        let named = media_type.to_owned();
        if media::is_json(media_type) {
            Encoding::Json(named)
        } else if media::is_form(media_type) {
            let styles = of_properties.iter().filter_map(|(name, encoding)| {
                let explode = encoding.get("explode");
                let explode = explode.and_then(|explode| explode.value.as_bool());
                let kind = match encoding.text("style").unwrap_or("form") {
                    "spaceDelimited" => StyleKind::SpaceDelimited,
                    "pipeDelimited" => StyleKind::PipeDelimited,
                    "deepObject" => StyleKind::DeepObject,
                    _ if encoding.text("contentType").is_some_and(media::is_json) => {
                        StyleKind::Json
                    }
                    _ => StyleKind::Form,
                };
                let style = Style {
                    kind,
                    explode: explode.unwrap_or(kind == StyleKind::Form),
                };
                let is_default = kind == StyleKind::Form && style.explode;
                (!is_default).then(|| ((*name).to_owned(), style))
            });
            Encoding::Form(styles.collect())
        } else if media::is_multipart(media_type) {
            let types = of_properties.iter().filter_map(|(name, encoding)| {
                let first = encoding.text("contentType")?.split(',').next()?;
                Some(((*name).to_owned(), media::concrete(first.trim()).to_owned()))
            });
            Encoding::Multipart(types.collect())
        } else if media::is_text(media_type) && !is_binary {
            Encoding::Text(named)
        } else if media::essence(media_type) == "*/*" && !is_binary {
            Encoding::Text("text/plain".to_owned())
        } else {
            Encoding::Binary(media::concrete(media_type).to_owned())
        }
    }

    fn inline_properties(&self, ty: &Type) -> Option<Vec<Property>> {
        let Type::Named(id) = ty else { return None };
        match self.types.shape(*id)? {
            Shape::Object(object) if object.additional.is_none() => Some(object.properties.clone()),
            _ => None,
        }
    }
}
