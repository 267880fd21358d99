//! Media types and their kinds of content.

use super::format::meaning;
use super::keywords::ValueKind;
use crate::api::MultipartKind;
use crate::document::Node;
use crate::format::Meaning;
use crate::method::capitalized;

/// A media type without parameters such as the charset, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether it has a type and a subtype.
pub(super) fn is_valid(media_type: &str) -> bool {
    let is_token = |text: &str| {
        let is_part = |char: char| char.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(char);
        !text.is_empty() && text.chars().all(is_part)
    };
    let essence = essence(media_type);
    let parts = essence.split_once('/');
    parts.is_some_and(|(kind, name)| is_token(kind) && is_token(name))
}

/// Whether this is a patch format, and not just JSON.
pub(super) fn is_patch(media_type: &str) -> bool {
    essence(media_type).ends_with("patch+json")
}

/// Whether it is a range of media types, such as `text/*`.
pub(super) fn is_range(media_type: &str) -> bool {
    essence(media_type).contains('*')
}

/// Whether a range includes a media type.
pub(super) fn includes(range: &str, media_type: &str) -> bool {
    let (range, media_type) = (essence(range), essence(media_type));
    match range.split_once('*') {
        Some(("", _)) => true,
        Some((start, end)) => media_type.starts_with(start) && media_type.ends_with(end),
        None => range == media_type,
    }
}

/// The media type to send bytes as; media type ranges are replaced.
pub(super) fn concrete(media_type: &str) -> &str {
    if is_range(media_type) {
        "application/octet-stream"
    } else {
        media_type
    }
}

/// The same for values of a kind; `None` if the schema does not say anything about them.
pub(super) fn concrete_for(media_type: &str, kind: Option<ValueKind>) -> &str {
    let essence = essence(media_type);
    let Some((start, end)) = essence.split_once('*') else {
        return media_type;
    };
    match (start, end, kind) {
        (_, "+json", _) => "application/json",
        (_, "+xml", _) => "application/xml",
        ("text/", ..) | ("", _, Some(ValueKind::String)) => "text/plain",
        ("multipart/", ..) => "multipart/form-data",
        ("" | "application/", _, Some(_)) => "application/json",
        _ => "application/octet-stream",
    }
}

pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    ["application/json", "text/json"].contains(&essence.as_str()) || essence.ends_with("+json")
}

pub(super) fn is_text(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.starts_with("text/")
        || essence.ends_with("/xml")
        || essence.ends_with("+xml")
        || [
            "application/yaml",
            "application/x-yaml",
            "application/javascript",
        ]
        .contains(&essence.as_str())
}

pub(super) fn is_form(media_type: &str) -> bool {
    essence(media_type) == "application/x-www-form-urlencoded"
}

/// The kind of a multipart body that can be sent.
pub(super) fn multipart(media_type: &str) -> Option<MultipartKind> {
    match essence(media_type).as_str() {
        "multipart/form-data" => Some(MultipartKind::FormData),
        "multipart/mixed" => Some(MultipartKind::Mixed),
        "multipart/related" => Some(MultipartKind::Related),
        _ => None,
    }
}

/// A word for a media type, to distinguish operations that differ only in it.
pub(super) fn word(media_type: &str) -> String {
    let essence = essence(media_type);
    let kind = essence.split('/').next_back().unwrap_or_default();
    match essence.as_str() {
        _ if is_form(media_type) => "Form".to_owned(),
        "multipart/form-data" => "Multipart".to_owned(),
        "text/plain" => "Text".to_owned(),
        "application/octet-stream" => "Binary".to_owned(),
        _ if kind.contains(char::is_alphanumeric) => capitalized(kind),
        _ => "Bytes".to_owned(),
    }
}

pub(super) fn is_events(media_type: &str) -> bool {
    essence(media_type) == "text/event-stream"
}

/// Whether the content is JSON Lines or a JSON text sequence.
pub(super) fn is_json_lines(media_type: &str) -> bool {
    let essence = essence(media_type);
    let names = [
        "application/json-lines",
        "application/json-seq",
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/x-json-lines",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
    ];
    names.contains(&essence.as_str()) || essence.ends_with("+json-seq")
}

/// Whether content of this media type is neither text nor JSON.
pub(super) fn is_bytes(media_type: &str) -> bool {
    !is_json(media_type) && !is_text(media_type) && !is_form(media_type)
}

/// Whether a schema describes bytes, whatever the media type is.
pub(super) fn is_binary(schema: &Node<'_>) -> bool {
    meaning(schema) == Some(Meaning::Binary) || schema.string("type") == Some("file")
}
