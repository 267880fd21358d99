//! The body of a request: JSON, a form, or bytes.

use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderValue;
use serde_json::Value;

use super::style::{Style, plain_text};
use super::{Binary, EncodeError};

const JSON: &str = "application/json";

/// A body that operations fill in.
#[derive(Clone, Debug, Default)]
pub(super) enum Body {
    #[default]
    None,
    /// A whole JSON text.
    Json(Vec<u8>),
    Bytes(&'static str, Binary),
    Members(Encoding, Vec<Member>),
}

/// A media type and the bytes.
pub(super) type SentBody = (HeaderValue, Bytes);

/// How the members of a body are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Json,
    Form,
    Multipart,
}

#[derive(Clone, Debug)]
pub(super) struct Member {
    name: Cow<'static, str>,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    /// JSON text, and how a form writes it.
    Json(Vec<u8>, Style),
    File(&'static str, Binary),
}

impl Body {
    /// Adds a member to the object in the body, or replaces the one of that name.
    pub(super) fn set(
        &mut self,
        name: Cow<'static, str>,
        json: Vec<u8>,
        style: Style,
    ) -> Result<(), EncodeError> {
        let Self::Members(_, members) = self else {
            let problem = "has no place: the call has no object as its body";
            return Err(EncodeError::new("body property", &name, problem));
        };
        let content = Content::Json(json, style);
        match members.iter_mut().find(|member| member.name == name) {
            Some(member) => member.content = content,
            None => members.push(Member { name, content }),
        }
        Ok(())
    }

    /// Adds a member that the document does not know.
    pub(super) fn set_extra(&mut self, name: &str, value: &Value) -> Result<(), EncodeError> {
        if let Self::Json(json) = self
            && let Ok(Value::Object(mut members)) = serde_json::from_slice(json)
        {
            members.insert(name.to_owned(), value.clone());
            *json = Value::Object(members).to_string().into_bytes();
            return Ok(());
        }
        let json = value.to_string().into_bytes();
        self.set(name.to_owned().into(), json, Style::FORM)
    }

    pub(super) fn add_file(&mut self, name: &'static str, media_type: &'static str, file: &Binary) {
        if let Self::Members(_, members) = self {
            members.push(Member {
                name: name.into(),
                content: Content::File(media_type, file.clone()),
            });
        }
    }

    /// What is sent; `None` if there is no body.
    pub(super) fn finish(self) -> Option<SentBody> {
        let json = HeaderValue::from_static(JSON);
        Some(match self {
            Self::None => return None,
            Self::Json(text) => (json, text.into()),
            Self::Bytes(media_type, bytes) => (media_type_header(media_type), bytes.into_bytes()),
            Self::Members(Encoding::Json, members) => (json, object(&members).into()),
            Self::Members(Encoding::Form, members) => {
                let media_type = HeaderValue::from_static("application/x-www-form-urlencoded");
                (media_type, form(&members).into())
            }
            Self::Members(Encoding::Multipart, members) => {
                let (media_type, bytes) = multipart(&members);
                (media_type_header(&media_type), bytes.into())
            }
        })
    }
}

/// A document may name a media type that no header can hold.
fn media_type_header(media_type: &str) -> HeaderValue {
    let unknown = HeaderValue::from_static("application/octet-stream");
    HeaderValue::try_from(media_type).unwrap_or(unknown)
}

fn object(members: &[Member]) -> Vec<u8> {
    let mut json = vec![b'{'];
    for Member { name, content } in members {
        let Content::Json(value, _) = content else {
            continue;
        };
        if json.len() > 1 {
            json.push(b',');
        }
        json.extend_from_slice(Value::from(&**name).to_string().as_bytes());
        json.push(b':');
        json.extend_from_slice(value);
    }
    json.push(b'}');
    json
}

fn form(members: &[Member]) -> Vec<u8> {
    let fields = members.iter().filter_map(|member| match &member.content {
        Content::Json(json, style) => {
            let value: Value = serde_json::from_slice(json).ok()?;
            style.write(&member.name, &value)
        }
        Content::File(..) => None,
    });
    fields.collect::<Vec<_>>().join("&").into_bytes()
}

/// RFC 7578, with a boundary that stands in none of the parts.
fn multipart(members: &[Member]) -> (String, Vec<u8>) {
    let parts: Vec<Part<'_>> = members.iter().flat_map(Member::parts).collect();
    let is_in = |boundary: &str| {
        parts
            .iter()
            .any(|part| contains(&part.bytes, boundary.as_bytes()))
    };
    let mut boundary = String::from("----part");
    while is_in(&boundary) {
        boundary.push('-');
        boundary.push_str(&boundary.len().to_string());
    }
    let mut bytes = Vec::new();
    for part in &parts {
        let file = if part.is_file {
            "; filename=\"file\""
        } else {
            ""
        };
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"{file}\r\nContent-Type: {}\r\n\r\n",
            quoted(part.name),
            part.media_type
        );
        bytes.extend_from_slice(head.as_bytes());
        bytes.extend_from_slice(&part.bytes);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), bytes)
}

struct Part<'a> {
    name: &'a str,
    media_type: &'a str,
    bytes: Cow<'a, [u8]>,
    is_file: bool,
}

impl Member {
    /// An array of scalars is a part for each item, what is nested is JSON.
    fn parts(&self) -> Vec<Part<'_>> {
        let text = |value: &Value| Part {
            name: &self.name,
            media_type: "text/plain",
            bytes: plain_text(value).into_bytes().into(),
            is_file: false,
        };
        let json = match &self.content {
            Content::File(media_type, bytes) => {
                return vec![Part {
                    name: &self.name,
                    media_type,
                    bytes: Cow::Borrowed(bytes),
                    is_file: true,
                }];
            }
            Content::Json(json, _) => json,
        };
        let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
        match serde_json::from_slice::<Value>(json) {
            Ok(Value::Null) | Err(_) => Vec::new(),
            Ok(Value::Array(items)) if items.iter().all(is_scalar) => {
                items.iter().map(text).collect()
            }
            Ok(value) if is_scalar(&value) => vec![text(&value)],
            Ok(_) => vec![Part {
                name: &self.name,
                media_type: JSON,
                bytes: Cow::Borrowed(json),
                is_file: false,
            }],
        }
    }
}

/// As HTML writes the names of fields.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(body: Body) -> (String, String) {
        let (media_type, bytes) = body.finish().unwrap();
        let media_type = media_type.to_str().unwrap().to_owned();
        (media_type, String::from_utf8(bytes.to_vec()).unwrap())
    }

    fn filled(encoding: Encoding) -> Body {
        let mut body = Body::Members(encoding, Vec::new());
        for (name, json, style) in [
            ("a", r#""x & y""#, Style::FORM),
            ("l", "[1,2]", Style::FORM),
            ("o", r#"{"k":{"m":true}}"#, Style::DEEP_OBJECT),
            ("n", "null", Style::FORM),
        ] {
            body.set(name.into(), json.into(), style).unwrap();
        }
        body
    }

    #[test]
    fn members_are_written_as_the_media_type_has_it() {
        let (media_type, text) = sent(filled(Encoding::Json));
        assert_eq!(media_type, "application/json");
        assert_eq!(
            text,
            r#"{"a":"x & y","l":[1,2],"o":{"k":{"m":true}},"n":null}"#
        );
        let (media_type, text) = sent(filled(Encoding::Form));
        assert_eq!(media_type, "application/x-www-form-urlencoded");
        assert_eq!(text, "a=x%20%26%20y&l=1&l=2&o%5Bk%5D%5Bm%5D=true");
    }

    #[test]
    fn a_boundary_stands_in_no_part() {
        let mut body = filled(Encoding::Multipart);
        body.add_file("f\"", "image/png", &Binary::from("a ----part b"));
        let (media_type, text) = sent(body);
        assert_eq!(media_type, "multipart/form-data; boundary=----part-9");
        let parts: Vec<&str> = text.split("------part-9").collect();
        assert_eq!(parts.len(), 7);
        assert_eq!(
            parts[1],
            "\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain\r\n\r\nx & y\r\n"
        );
        assert!(
            parts[4].ends_with("application/json\r\n\r\n{\"k\":{\"m\":true}}\r\n"),
            "{}",
            parts[4]
        );
        assert!(
            parts[5].contains("name=\"f%22\"; filename=\"file\"\r\nContent-Type: image/png"),
            "{}",
            parts[5]
        );
        assert_eq!(parts[6], "--\r\n");
    }
}
