//! Values of changes in the words of OpenAPI.

use crate::api::{
    Api, Body, BodyFormat, ConstantKind, Idempotency, Input, InputLocation, MultipartKind,
    Operation, ParameterLocation, Security, SecuritySchemeKind, Shape, Style, StyleKind, Type,
};

/// `BearerAuth, or ApiKey and Tenant`
pub(super) fn security(security: &Security) -> String {
    let alternatives = security.iter().map(|schemes| match schemes.as_slice() {
        [] => "no credentials".to_owned(),
        schemes => schemes.join(" and "),
    });
    match alternatives.collect::<Vec<_>>() {
        none if none.is_empty() => "no credentials".to_owned(),
        some => some.join(", or "),
    }
}

/// `apiKey in header x-key`
pub(super) fn scheme(kind: &SecuritySchemeKind) -> String {
    match kind {
        SecuritySchemeKind::Bearer => "http bearer".to_owned(),
        SecuritySchemeKind::Basic => "http basic".to_owned(),
        SecuritySchemeKind::Header(name) => format!("apiKey in header {}", name.to_lowercase()),
        SecuritySchemeKind::Query(name) => format!("apiKey in query {name}"),
        SecuritySchemeKind::Cookie(name) => format!("apiKey in cookie {name}"),
    }
}

/// Whether a request can be repeated.
pub(super) fn idempotency(operation: &Operation) -> String {
    match &operation.idempotency {
        Idempotency::Key(header) => format!("idempotent by {}", header.to_lowercase()),
        _ if operation.is_idempotent() => "idempotent".to_owned(),
        _ => "not idempotent".to_owned(),
    }
}

/// The media type of the body, if there is one.
pub(super) fn media_type(operation: &Operation) -> Option<&str> {
    let (Body::Properties { format, .. } | Body::Whole { format, .. }) = operation.body.as_ref()?;
    let own = match format {
        BodyFormat::Json(media_type)
        | BodyFormat::Text(media_type)
        | BodyFormat::Binary(media_type) => media_type.as_str(),
        BodyFormat::Form(_) => "application/x-www-form-urlencoded",
        BodyFormat::Multipart(kind, ..) => match kind {
            MultipartKind::FormData => "multipart/form-data",
            MultipartKind::Mixed => "multipart/mixed",
            MultipartKind::Related => "multipart/related",
        },
    };
    Some(operation.media_types.first().map_or(own, String::as_str))
}

/// The accepted media types of responses.
pub(super) fn accepts(operation: &Operation) -> String {
    match operation.accepts.as_slice() {
        [] => "application/json".to_owned(),
        accepts => accepts
            .iter()
            .map(|accepted| normal(accepted))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// A media type without differences that servers do not notice: its case, blanks, and the encoding of JSON, which is always UTF-8.
fn normal(media_type: &str) -> String {
    let media_type = media_type.to_ascii_lowercase();
    let mut parts: Vec<_> = media_type.split(';').map(str::trim).collect();
    if parts
        .first()
        .is_some_and(|essence| essence.ends_with("json"))
    {
        parts.retain(|part| !["", "charset=utf-8", "charset=\"utf-8\""].contains(part));
    }
    parts.join("; ")
}

/// The media type of the body, with the media types and styles of its parts; empty if there is no body.
pub(super) fn body(operation: &Operation) -> String {
    let Some(media_type) = media_type(operation) else {
        return String::new();
    };
    let media_type = normal(media_type);
    let parts: Vec<String> = match &operation.body {
        Some(Body::Properties {
            properties,
            format: BodyFormat::Form(styles),
            ..
        }) => {
            let parts = styles.iter().filter(|(name, of_part)| {
                let mut properties = properties.iter();
                let list = properties.find(|property| property.name == *name);
                let is_list = list.is_some_and(|list| matches!(list.ty, Type::Array(_)));
                // The default of a list.
                !(is_list && style(*of_part) == "style: form, explode: true")
            });
            parts
                .map(|(name, of_part)| format!("{name}: {}", style(*of_part)))
                .collect()
        }
        Some(Body::Properties { format, .. } | Body::Whole { format, .. }) => match format {
            BodyFormat::Multipart(_, types, others) => {
                let parts = types
                    .iter()
                    .map(|(name, of_part)| format!("{name}: {of_part}"));
                let others = others.iter().map(|of_part| format!("others: {of_part}"));
                parts.chain(others).collect()
            }
            _ => Vec::new(),
        },
        None => Vec::new(),
    };
    if parts.is_empty() {
        media_type
    } else {
        format!("{media_type} ({})", parts.join(", "))
    }
}

/// The style of an input; empty if it has none of its own because it is in a body.
pub(super) fn style_of(api: &Api, input: &Input) -> String {
    let InputLocation::Parameter(location) = input.location else {
        return input.style.map(style).unwrap_or_default();
    };
    let ty = &input.property.ty;
    let has_parts = match ty {
        Type::Named(id) => matches!(api.type_def(*id).shape, Shape::Object(_) | Shape::Union(_)),
        Type::Array(_) | Type::Map(_) | Type::Any | Type::FreeObject | Type::External(_) => true,
        _ => false,
    };
    let (kind, explode) = match location {
        ParameterLocation::Path | ParameterLocation::Header => (StyleKind::Simple, false),
        ParameterLocation::Query | ParameterLocation::Cookie => (StyleKind::Form, true),
    };
    let own = input.style.unwrap_or(Style {
        kind,
        explode,
        allow_reserved: false,
    });
    // A single value is written in the same way whether it is exploded or not.
    in_words(own, has_parts)
}

/// `style: form, explode: true`
fn style(style: Style) -> String {
    in_words(style, true)
}

fn in_words(style: Style, with_explode: bool) -> String {
    let name = match style.kind {
        StyleKind::Simple => "simple",
        StyleKind::Label => "label",
        StyleKind::Matrix => "matrix",
        StyleKind::Form => "form",
        StyleKind::SpaceDelimited => "spaceDelimited",
        StyleKind::PipeDelimited => "pipeDelimited",
        StyleKind::DeepObject => "deepObject",
        StyleKind::DotObject => return "x-style: dotObject".to_owned(),
        StyleKind::Json => return "application/json".to_owned(),
    };
    let reserved = if style.allow_reserved {
        ", allowReserved: true"
    } else {
        ""
    };
    let explode = if with_explode {
        format!(", explode: {}", style.explode)
    } else {
        String::new()
    };
    format!("style: {name}{explode}{reserved}")
}

/// The kind of a type.
pub(super) fn shape(shape: &Shape) -> &'static str {
    match shape {
        Shape::Object(_) => "object",
        Shape::Enumeration(enumeration) => match enumeration.kind {
            ConstantKind::String => "enumeration of strings",
            ConstantKind::Integer => "enumeration of integers",
            ConstantKind::Boolean => "enumeration of booleans",
        },
        Shape::Union(_) => "union",
        Shape::StringNewtype => "string",
    }
}
