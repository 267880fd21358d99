//! The encoding of an operation's inputs: calls that add them to the parts of the request.

use super::context::{Context, Presence};
use super::object::Field;
use crate::api::{
    Body, BodyFormat, Input, InputLocation, MultipartKind, Operation, ParameterLocation, Property,
    Style, StyleKind, Type,
};

/// The media type of a file, if the document has none.
const BYTES: &str = "application/octet-stream";

/// A call that adds something to the parts of a request: the method and its arguments.
pub(super) type Step = (String, Vec<String>);

fn step<const N: usize>(method: impl Into<String>, arguments: [String; N]) -> Step {
    (method.into(), arguments.into())
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn reference(field: &Field<'_>) -> String {
    format!("&self.{}", field.name)
}

/// The calls that add the inputs to the parts of the request: method and arguments.
pub(super) fn steps(
    context: &Context<'_>,
    operation: &Operation,
    fields: &[(&Input, Field<'_>)],
) -> Vec<Step> {
    let mut steps = Vec::new();
    let accepted = operation.accepts.join(", ");
    if !accepted.is_empty() {
        steps.push(step("accept", [quoted(&accepted)]));
    }
    let parameters = fields.iter();
    let parameters =
        parameters.filter(|(input, _)| matches!(input.location, InputLocation::Parameter(_)));
    steps.extend(parameters.map(|(input, field)| parameter(context, input, field)));
    let at = |location: InputLocation| {
        let fields = fields.iter();
        fields.filter(move |(input, _)| input.location == location)
    };
    match &operation.body {
        None => {}
        Some(Body::Properties {
            required,
            required_if_sent,
            format,
            ..
        }) => {
            steps.extend(start(format));
            if !required_if_sent.is_empty() {
                let names = format!("&{required_if_sent:?}");
                steps.push(step("optional_body_with", [names]));
            } else if !required {
                steps.push(step("optional_body", []));
            }
            let properties = at(InputLocation::Property);
            steps.extend(properties.map(|(input, field)| property(context, input, field, format)));
            let rest = at(InputLocation::Rest);
            steps.extend(rest.map(|(input, field)| members(&input.property, field.name, format)));
        }
        Some(Body::Whole {
            required, format, ..
        }) => {
            let mut body = at(InputLocation::Body);
            let is_form = matches!(format, BodyFormat::Form(_) | BodyFormat::Multipart(..));
            if is_form {
                steps.extend(start(format));
                steps.extend((!required).then(|| step("optional_body", [])));
                steps.extend(
                    body.map(|(input, field)| members(&input.property, field.name, format)),
                );
            } else {
                steps.extend(
                    body.next()
                        .map(|(_, field)| whole(format, *required, field.name)),
                );
                steps.extend(json_media_type(format));
            }
        }
    }
    steps
}

fn parameter(context: &Context<'_>, input: &Input, field: &Field<'_>) -> Step {
    let location = match input.location {
        InputLocation::Parameter(location) => location.name(),
        InputLocation::Property | InputLocation::Rest | InputLocation::Body => {
            ParameterLocation::Query.name()
        }
    };
    let (name, value) = (quoted(&input.property.name), reference(field));
    let Some(style) = input.style else {
        return step(location, [name, value]);
    };
    let style = style_path(context, style, location);
    step(format!("{location}_styled"), [name, style, value])
}

fn style_path(context: &Context<'_>, style: Style, location: &str) -> String {
    let ty = context.codegen("Style");
    let constant = style_constant(style, location);
    let reserved = if style.allow_reserved {
        ".with_reserved()"
    } else {
        ""
    };
    format!("{ty}::{constant}{reserved}")
}

/// The start of a body with properties.
fn start(format: &BodyFormat) -> Vec<Step> {
    let start = match format {
        BodyFormat::Form(_) => "form",
        BodyFormat::Multipart(MultipartKind::FormData, ..) => "multipart",
        BodyFormat::Multipart(MultipartKind::Mixed, ..) => "multipart_mixed",
        BodyFormat::Multipart(MultipartKind::Related, ..) => "multipart_related",
        BodyFormat::Json(_) | BodyFormat::Text(_) | BodyFormat::Binary(_) => "object",
    };
    [step(start, [])]
        .into_iter()
        .chain(json_media_type(format))
        .collect()
}

fn property(context: &Context<'_>, input: &Input, field: &Field<'_>, format: &BodyFormat) -> Step {
    let property = &input.property;
    let name = quoted(&property.name);
    let value = reference(field);
    let presence = Presence::of(property);
    let is_optional = matches!(presence, Presence::Optional | Presence::OptionalNullable);
    if let BodyFormat::Multipart(_, types, _) = format {
        let of_part = types.iter().find(|(name, _)| *name == property.name);
        let media_type = of_part.map_or(BYTES, |(_, ty)| ty);
        let is_list = matches!(&property.ty, Type::Array(item) if **item == Type::Binary);
        let files = match (property.ty == Type::Binary, is_list) {
            (true, _) if is_optional => Some(value.clone()),
            (true, _) => Some(format!("[{value}]")),
            (_, true) if is_optional => Some(format!("self.{}.iter().flatten()", field.name)),
            (_, true) => Some(value.clone()),
            _ => None,
        };
        if let Some(files) = files {
            return step("files", [name, quoted(media_type), files]);
        }
        if of_part.is_some() {
            return step("part", [name, quoted(media_type), value]);
        }
    }
    if let BodyFormat::Form(styles) = format
        && let Some((_, style)) = styles.iter().find(|(name, _)| *name == property.name)
    {
        let style = style_path(context, *style, "query");
        return step("property_styled", [name, style, value]);
    }
    let method = if is_optional {
        "optional_property"
    } else {
        "property"
    };
    step(method, [name, value])
}

/// All entries of a map as properties of a form.
fn members(property: &Property, field: &str, format: &BodyFormat) -> Step {
    let Type::Map(value) = &property.ty else {
        return step("members", [format!("&self.{field}")]);
    };
    let is_list = matches!(&**value, Type::Array(item) if **item == Type::Binary);
    if **value != Type::Binary && !is_list {
        return step("members", [format!("&self.{field}")]);
    }
    let mut files = match (property.required, is_list) {
        (true, false) => format!("&self.{field}"),
        (true, true) => format!("self.{field}.iter()"),
        (false, _) => format!("self.{field}.iter().flatten()"),
    };
    if is_list {
        files += ".flat_map(|(name, files)| files.iter().map(move |file| (name, file)))";
    }
    let media_type = match format {
        BodyFormat::Multipart(_, _, Some(media_type)) => media_type,
        _ => BYTES,
    };
    step("file_members", [quoted(media_type), files])
}

/// A JSON media type other than `application/json`.
fn json_media_type(format: &BodyFormat) -> Option<Step> {
    match format {
        BodyFormat::Json(media_type) if media_type != "application/json" => {
            Some(step("content_type", [quoted(media_type)]))
        }
        _ => None,
    }
}

/// A body that is one value.
fn whole(format: &BodyFormat, required: bool, field: &str) -> Step {
    let value = format!("&self.{field}");
    let (media_type, method) = match format {
        BodyFormat::Json(_) | BodyFormat::Form(_) | BodyFormat::Multipart(..) => {
            return step(if required { "json" } else { "optional_json" }, [value]);
        }
        BodyFormat::Text(media_type) => (media_type, "text"),
        BodyFormat::Binary(media_type) => (media_type, "bytes"),
    };
    let value = if required {
        format!("Some({value})")
    } else {
        format!("self.{field}.as_ref()")
    };
    step(method, [quoted(media_type), value])
}

/// The runtime's constant for a style.
fn style_constant(style: Style, location: &str) -> &'static str {
    let is_named = matches!(location, "query" | "cookie");
    match (style.kind, style.explode) {
        (StyleKind::Simple, false) => "SIMPLE",
        (StyleKind::Simple, true) => "SIMPLE_EXPLODED",
        (StyleKind::Label, false) => "LABEL",
        (StyleKind::Label, true) => "LABEL_EXPLODED",
        (StyleKind::Matrix, false) => "MATRIX",
        (StyleKind::Matrix, true) => "MATRIX_EXPLODED",
        (StyleKind::Form, false) => "FORM_JOINED",
        // Exploded values do not need the delimiter.
        (StyleKind::Form | StyleKind::SpaceDelimited | StyleKind::PipeDelimited, true) => "FORM",
        (StyleKind::SpaceDelimited, false) => "SPACE_DELIMITED",
        (StyleKind::PipeDelimited, false) => "PIPE_DELIMITED",
        (StyleKind::DeepObject, _) => "DEEP_OBJECT",
        (StyleKind::DotObject, _) => "DOT_OBJECT",
        (StyleKind::Json, _) if is_named => "JSON",
        (StyleKind::Json, _) => "JSON_VALUE",
    }
}
