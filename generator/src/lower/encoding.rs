//! `encoding`: how the properties of forms are sent.

use std::collections::HashSet;

use serde_json::json;

use super::composed::Subschema;
use super::keywords::ValueKind;
use super::{Lowering, media};
use crate::api::{BodyFormat, ParameterLocation, Style, StyleKind};
use crate::diagnostics::{Code, Help, NO_EFFECT, nearest};
use crate::document::Node;

/// As many properties are compared with a name that is none of them.
const MOST_COMPARED: usize = 100;

impl<'d> Lowering<'_, 'd> {
    pub(super) fn body_format(
        &self,
        media_type: &str,
        media: &Node<'d>,
        schema: Option<&Node<'d>>,
    ) -> BodyFormat {
        self.check_encoding(media_type, media, schema);
        let of_properties = media.members_of("encoding");
        let is_binary = schema.is_some_and(media::is_binary);
        let named = media_type.to_owned();
        if media::is_json(media_type) {
            BodyFormat::Json(named)
        } else if media::is_form(media_type) {
            let styles = of_properties.iter().filter_map(|(name, encoding)| {
                let style = self.style_of_property(encoding)?;
                Some(((*name).to_owned(), style))
            });
            BodyFormat::Form(styles.collect())
        } else if let Some(kind) = media::multipart(media_type) {
            let types = of_properties.iter().filter_map(|(name, encoding)| {
                let first = encoding.string("contentType")?.split(',').next()?;
                Some(((*name).to_owned(), media::concrete(first.trim()).to_owned()))
            });
            let mut types: Vec<(String, String)> = types.collect();
            for (name, media_type) in self.types_of_parts(schema) {
                if types.iter().all(|(known, _)| *known != name) {
                    types.push((name, media_type));
                }
            }
            BodyFormat::Multipart(kind, types, self.type_of_other_parts(schema))
        } else if media::is_text(media_type) && !is_binary {
            BodyFormat::Text(named)
        } else {
            BodyFormat::Binary(named)
        }
    }

    /// The media type of content, as its schema suggests if it is a range.
    pub(super) fn concrete(&self, media_type: &str, media: &Node<'d>) -> String {
        let schema = media.get("schema");
        let kind = schema
            .filter(|_| media::is_range(media_type))
            .and_then(|schema| {
                let schema = self.target(&schema).ok()?;
                let kind = self.plain_kind(&schema).ok()?;
                (kind != ValueKind::Any && !media::is_binary(&schema)).then_some(kind)
            });
        media::concrete_for(media_type, kind).to_owned()
    }

    /// Reports that content other than JSON and forms is not made from, or read as, the object or list that its schema describes.
    pub(super) fn check_plain_content(&self, media: &Node<'d>, is_text: bool) {
        let Some(schema) = media.get("schema") else {
            return;
        };
        let kind = self
            .target(&schema)
            .and_then(|target| self.plain_kind(&target));
        let is_structure = match kind {
            Ok(ValueKind::Object | ValueKind::Array) => true,
            Ok(ValueKind::Union) => {
                let subschemas = self.subschemas(&schema).unwrap_or_default();
                subschemas.iter().any(Subschema::is_object)
            }
            _ => false,
        };
        if !is_structure {
            return;
        }
        let media_type = media.pointer.steps().last();
        let media_type = media_type.map_or("", String::as_str);
        let (content, correct) = if is_text {
            ("text that is", "`type: string`")
        } else {
            ("bytes that are", "`type: string` and `format: binary`")
        };
        let message = format!(
            "`{media_type}` content is {content} neither encoded nor decoded, but its schema describes an object or a list"
        );
        let help = format!("use `application/json` if it is JSON, or else {correct}");
        self.reporter
            .warning(Code::UnusedContent, &schema.pointer, message, help);
    }

    /// Reports a name of content that is not a media type.
    pub(super) fn check_media_type(&self, name: &str, media: &Node<'d>) {
        if media::is_valid(name) {
            return;
        }
        let message = format!("`{name}` is not a valid media type");
        let help = match name.trim() {
            "xml" | "yaml" | "pdf" | "zip" => format!("rename it to `application/{}`", name.trim()),
            "html" | "csv" => format!("rename it to `text/{}`", name.trim()),
            "text" | "txt" => "rename it to `text/plain`".to_owned(),
            _ => {
                "rename it: a media type has a type and a subtype, as `application/json`".to_owned()
            }
        };
        self.reporter
            .warning(Code::Invalid, &media.pointer, message, help);
    }

    /// The media types that schemas of properties declare.
    fn types_of_parts(&self, schema: Option<&Node<'d>>) -> Vec<(String, String)> {
        let subschemas = schema.and_then(|schema| self.subschemas(schema).ok());
        let subschemas = subschemas.iter().flat_map(|subschemas| subschemas.iter());
        let properties = subschemas.flat_map(|subschema| subschema.node.members_of("properties"));
        let types = properties
            .filter_map(|(name, property)| Some((name.to_owned(), self.type_of_part(&property)?)));
        types.collect()
    }

    /// The media type that the schema of a property, or of its items, declares.
    fn type_of_part(&self, schema: &Node<'d>) -> Option<String> {
        let of_value = |schema: &Node<'d>| {
            let subschemas = self.subschemas(schema).ok()?;
            let mut types = subschemas
                .iter()
                .filter_map(|subschema| subschema.node.string("x-contentMediaType"));
            types.next()
        };
        let item = || of_value(&self.target(schema).ok()?.get("items")?);
        of_value(schema).or_else(item).map(str::to_owned)
    }

    /// The media type that the schema of additional properties declares. It is sent with files only.
    fn type_of_other_parts(&self, schema: Option<&Node<'d>>) -> Option<String> {
        let subschemas = self.subschemas(schema?).ok()?;
        let mut values = subschemas
            .iter()
            .filter_map(|subschema| subschema.node.get("additionalProperties"));
        let (values, media_type) =
            values.find_map(|values| Some((values.clone(), self.type_of_part(&values)?)))?;
        if self.file(&values).is_some() {
            return Some(media::concrete(&media_type).to_owned());
        }
        let message =
            format!("parts with other names are not sent as `{media_type}`, but as text or JSON");
        let help = "name the properties that need this media type";
        self.reporter
            .warning(Code::Encoding, &values.pointer, message, help);
        None
    }

    /// The style of a property of a form; `None` without `style` and `explode`, where objects are JSON.
    fn style_of_property(&self, encoding: &Node<'d>) -> Option<Style> {
        let (default_name, default) = StyleKind::default_of(ParameterLocation::Query);
        let kind = match encoding.string("style") {
            None if encoding.has("explode") => default,
            None if encoding.string("contentType").is_some_and(media::is_json) => StyleKind::Json,
            None if encoding.flag("allowReserved") => default,
            None => return None,
            Some(name) => StyleKind::named(name, ParameterLocation::Query).unwrap_or_else(|| {
                let message = format!(
                    "a property of a form cannot have the style `{name}`; using the default"
                );
                let help = Help::new("fix the style")
                    .update(&encoding.pointer, json!({"style": default_name}));
                let at = encoding.pointer.join("style");
                self.reporter
                    .warning(Code::ParameterStyle, &at, message, help);
                default
            }),
        };
        Some(Style {
            allow_reserved: encoding.flag("allowReserved"),
            ..kind.with_explode_of(encoding)
        })
    }

    /// Reports the parts of `encoding` that have no effect.
    fn check_encoding(&self, media_type: &str, media: &Node<'d>, schema: Option<&Node<'d>>) {
        let node = media.get("encoding");
        let Some(node) = node.filter(|_| media.has_members("encoding")) else {
            return;
        };
        let warn = |at: &Node<'d>, message: String, help: &str| {
            self.reporter.warning(
                Code::Encoding,
                &at.pointer,
                message,
                Help::new(help).remove(),
            );
        };
        let is_multipart = media::multipart(media_type).is_some();
        if !is_multipart && !media::is_form(media_type) {
            let message = format!("`encoding` applies to forms, but not to `{media_type}`");
            return warn(&node, message, "it has no effect, so it can be removed");
        }
        let names = schema.and_then(|schema| self.closed_names(schema));
        let known = names
            .as_ref()
            .map(|names| names.iter().copied().collect::<HashSet<_>>());
        for (name, encoding) in node.expect_members(self.reporter) {
            if let (Some(names), Some(known)) = (&names, &known)
                && !known.contains(name)
            {
                // All of these names come from the document, and there may be very many.
                let near = nearest(name, names.iter().copied().take(MOST_COMPARED));
                let near = near.map(|near| format!("; did you mean `{near}`?"));
                let near = near.unwrap_or_default();
                let message = format!("`encoding` of `{name}`, which is not a property{near}");
                warn(&encoding, message, NO_EFFECT);
                continue;
            }
            // With these, the media type does not count.
            let has_style = encoding.has("style") || encoding.has("explode");
            if let Some(content_type) = encoding.get("contentType").filter(|_| !has_style)
                && self.is_object_in_form(schema, name)
                && let Some(media_type) = content_type.value.as_str()
                && !media_type.split(',').any(media::is_json)
            {
                let message = format!(
                    "`{name}` is an object, so it is sent as JSON and not as `{media_type}`"
                );
                let help = "use `application/json`, or describe the property as a string that the caller writes";
                warn(&content_type, message, help);
            }
            if is_multipart {
                self.check_style_of_part(name, &encoding, schema);
            }
            if let Some(headers) = encoding.get("headers").filter(|_| is_multipart) {
                let message = format!("headers of the part `{name}` are not sent");
                warn(
                    &headers,
                    message,
                    "no action needed if the service can do without them",
                );
            }
        }
    }

    /// Reports a style of a part, unless its parts are the same without it.
    fn check_style_of_part(&self, name: &str, encoding: &Node<'d>, form: Option<&Node<'d>>) {
        let is_object = self.is_object_in_form(form, name);
        for (key, default) in [
            ("style", json!("form")),
            ("explode", json!(true)),
            ("allowReserved", json!(false)),
        ] {
            let is_same = |value: &Node<'d>| {
                *value.value == default && !(is_object && key != "allowReserved")
            };
            let Some(value) = encoding.get(key).filter(|value| !is_same(value)) else {
                continue;
            };
            let message = format!(
                "`{key}` of the part `{name}` is not used: each item of a list is a part, an object is JSON, and nothing is escaped"
            );
            let help = Help::new(
                "no action needed if the service accepts that, or describe the property as a string that the caller writes",
            );
            self.reporter
                .warning(Code::Encoding, &value.pointer, message, help.remove());
        }
    }

    /// Whether a property of a form is an object, or a list of objects.
    fn is_object_in_form(&self, form: Option<&Node<'d>>, name: &str) -> bool {
        let find = || {
            let subschemas = self.subschemas(form?).ok()?;
            let mut properties = subschemas
                .iter()
                .filter_map(|subschema| subschema.node.get("properties")?.get(name));
            let property = self.target(&properties.next()?).ok()?;
            let item = property.get("items");
            let value = item.map_or(Ok(property), |item| self.target(&item)).ok()?;
            self.plain_kind(&value).ok()
        };
        find() == Some(ValueKind::Object)
    }

    /// The names of the properties of an object, unless it may have others.
    fn closed_names(&self, schema: &Node<'d>) -> Option<Vec<&'d str>> {
        let subschemas = self.subschemas(schema).ok()?;
        let is_open = subschemas.iter().any(|subschema| {
            let additional = subschema.node.get("additionalProperties");
            additional.is_some_and(|additional| additional.value.as_bool() != Some(false))
        });
        let names = subschemas
            .iter()
            .flat_map(|subschema| subschema.node.members_of("properties"));
        (!is_open).then(|| names.map(|(name, _)| name).collect())
    }
}
