//! The body of a request: JSON, a form, or bytes.

use std::borrow::Cow;

use http::HeaderValue;
use serde_json::Value;

use super::multipart::multipart;
use super::payload::Payload;
use super::style::Style;
use super::{EncodeError, Upload};

pub(super) const JSON: &str = "application/json";

/// A body that operations fill in.
#[derive(Clone, Debug, Default)]
pub(super) enum Body {
    #[default]
    None,
    /// A whole JSON text.
    Json(Vec<u8>),
    Bytes(&'static str, Upload),
    Members(Encoding, Vec<Member>),
}

/// A media type and what is of it.
pub(super) type SentBody = (HeaderValue, Payload);

/// How the members of a body are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Json,
    Form,
    Multipart,
}

#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) name: Cow<'static, str>,
    pub(super) content: Content,
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    /// JSON text, and how a form writes it.
    Json(Vec<u8>, Style),
    File(&'static str, Upload),
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

    pub(super) fn add_file(&mut self, name: &'static str, media_type: &'static str, file: &Upload) {
        if let Self::Members(_, members) = self {
            members.push(Member {
                name: name.into(),
                content: Content::File(media_type, file.clone()),
            });
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::Members(_, members) => members.is_empty(),
            Self::Json(_) | Self::Bytes(..) => false,
        }
    }

    /// What is sent; `None` if there is no body.
    pub(super) fn finish(self) -> Result<Option<SentBody>, EncodeError> {
        let json = HeaderValue::from_static(JSON);
        Ok(Some(match self {
            Self::None => return Ok(None),
            Self::Json(text) => (json, text.into()),
            Self::Bytes(media_type, bytes) => (
                media_type_of(&bytes, media_type)?,
                vec![bytes.source().clone()].into(),
            ),
            Self::Members(Encoding::Json, members) => (json, object(&members).into()),
            Self::Members(Encoding::Form, members) => {
                let media_type = HeaderValue::from_static("application/x-www-form-urlencoded");
                (media_type, form(&members).into())
            }
            Self::Members(Encoding::Multipart, members) => multipart(&members)?,
        }))
    }
}

/// What bytes are said to be, else what the document says of them.
pub(super) fn media_type_of(
    bytes: &Upload,
    documented: &'static str,
) -> Result<HeaderValue, EncodeError> {
    match bytes.media_type() {
        Some(own) => HeaderValue::try_from(own)
            .map_err(|_| EncodeError::new("media type", own, "cannot stand in a header")),
        None => Ok(media_type_header(documented)),
    }
}

/// A document may name a media type that no header can hold.
pub(super) fn media_type_header(media_type: &str) -> HeaderValue {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(body: Body) -> (String, String) {
        let (media_type, payload) = body.finish().unwrap().unwrap();
        (media_type.to_str().unwrap().to_owned(), payload.text())
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
}
