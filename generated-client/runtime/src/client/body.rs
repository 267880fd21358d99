//! The body of a request: JSON, a form, or bytes.

use std::borrow::Cow;

use http::HeaderValue;
use serde_json::Value;

use super::payload::Payload;
use super::style::Style;
use super::{EncodeError, Upload};

pub(super) const JSON: &str = "application/json";

/// The body that an operation sends.
#[derive(Clone, Debug, Default)]
pub(super) enum Body {
    #[default]
    None,
    /// A complete JSON text.
    Json(Vec<u8>),
    Bytes(&'static str, Upload),
    /// An object, and the encoding of its members.
    Members(Encoding, Vec<BodyMember>),
}

/// The media type and the content.
pub(super) type SentBody = (HeaderValue, Payload);

/// The usual number of members, for which room is made.
const USUAL_MEMBERS: usize = 8;

/// Encodes the members of a body.
pub(super) type Encoding = fn(&[BodyMember]) -> Result<SentBody, EncodeError>;

#[derive(Clone, Debug)]
pub(super) struct BodyMember {
    pub(super) name: Cow<'static, str>,
    pub(super) content: Content,
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    /// JSON text, and its style in a form.
    Json(Vec<u8>, Style),
    /// JSON text that is written as a part of this media type.
    Part(Vec<u8>, &'static str),
    /// Boxed, so that members of other bodies stay small.
    File(&'static str, Box<Upload>),
}

impl Body {
    /// A body without members.
    pub(super) fn members(encoding: Encoding) -> Self {
        Self::Members(encoding, Vec::with_capacity(USUAL_MEMBERS))
    }

    /// Adds a member to the object in the body, or replaces the member of the same name.
    pub(super) fn set(
        &mut self,
        name: Cow<'static, str>,
        json: Vec<u8>,
        style: Style,
    ) -> Result<(), EncodeError> {
        self.set_content(name, Content::Json(json, style))
    }

    pub(super) fn set_content(
        &mut self,
        name: Cow<'static, str>,
        content: Content,
    ) -> Result<(), EncodeError> {
        let Self::Members(_, members) = self else {
            let problem = "cannot be added: the body of this call is not an object";
            return Err(EncodeError::new("body property", &name, problem));
        };
        match members.iter_mut().find(|member| member.name == name) {
            Some(member) => member.content = content,
            None => members.push(BodyMember { name, content }),
        }
        Ok(())
    }

    /// Adds a member that the document does not declare.
    pub(super) fn set_extra(&mut self, name: &str, value: &Value) -> Result<(), EncodeError> {
        if let Self::Json(json) = self
            && let Ok(Value::Object(mut members)) = serde_json::from_slice(json)
        {
            members.insert(name.to_owned(), value.clone());
            *json = Value::Object(members).to_string().into_bytes();
            return Ok(());
        }
        let json = value.to_string().into_bytes();
        self.set(name.to_owned().into(), json, Style::FIELD)
    }

    pub(super) fn add_file(
        &mut self,
        name: Cow<'static, str>,
        media_type: &'static str,
        file: &Upload,
    ) {
        if let Self::Members(_, members) = self {
            members.push(BodyMember {
                name,
                content: Content::File(media_type, file.clone().into()),
            });
        }
    }

    /// Whether there is a member of this name.
    pub(super) fn contains(&self, name: &str) -> bool {
        match self {
            Self::Members(_, members) => members.iter().any(|member| member.name == name),
            Self::Json(json) => {
                let object = serde_json::from_slice::<Value>(json);
                object.is_ok_and(|object| object.get(name).is_some())
            }
            Self::None | Self::Bytes(..) => false,
        }
    }

    /// Whether nothing is in it. Fields of a form that are null, an empty list or an empty object are not sent.
    pub(super) fn is_empty(&self) -> bool {
        let is_unsent = |member: &BodyMember| {
            let unsent: [&[u8]; 3] = [b"null", b"[]", b"{}"];
            matches!(&member.content, Content::Json(json, _) if unsent.contains(&&**json))
        };
        match self {
            Self::None => true,
            Self::Members(_, members) => members.iter().all(is_unsent),
            Self::Json(_) | Self::Bytes(..) => false,
        }
    }

    /// The body as it is sent; `None` if there is none.
    pub(super) fn finish(self) -> Result<Option<SentBody>, EncodeError> {
        Ok(Some(match self {
            Self::None => return Ok(None),
            Self::Json(text) => (HeaderValue::from_static(JSON), text.into()),
            Self::Bytes(media_type, bytes) => (
                media_type_of(&bytes, media_type)?,
                vec![bytes.source().clone()].into(),
            ),
            Self::Members(encoding, members) => encoding(&members)?,
        }))
    }
}

/// The media type of the upload, or else the one in the document.
pub(super) fn media_type_of(
    bytes: &Upload,
    documented: &'static str,
) -> Result<HeaderValue, EncodeError> {
    match bytes.media_type() {
        Some(own) => HeaderValue::try_from(own)
            .map_err(|_| EncodeError::new("media type", own, "is not a valid header value")),
        None => Ok(media_type_header(documented)),
    }
}

/// A document may declare a media type that is not a valid header value.
pub(super) fn media_type_header(media_type: &str) -> HeaderValue {
    let unknown = HeaderValue::from_static("application/octet-stream");
    HeaderValue::try_from(media_type).unwrap_or(unknown)
}

/// A JSON object.
pub(super) fn object(members: &[BodyMember]) -> Result<SentBody, EncodeError> {
    let length = members.iter().map(|member| match &member.content {
        // With quotes, a colon and a comma.
        Content::Json(value, _) | Content::Part(value, _) => member.name.len() + value.len() + 4,
        Content::File(..) => 0,
    });
    let mut json = Vec::with_capacity(length.sum::<usize>() + 2);
    json.push(b'{');
    for BodyMember { name, content } in members {
        let (Content::Json(value, _) | Content::Part(value, _)) = content else {
            continue;
        };
        if json.len() > 1 {
            json.push(b',');
        }
        serde_json::to_writer(&mut json, &**name)
            .map_err(|error| EncodeError::json("body property", name, error))?;
        json.push(b':');
        json.extend_from_slice(value);
    }
    json.push(b'}');
    Ok((HeaderValue::from_static(JSON), json.into()))
}
