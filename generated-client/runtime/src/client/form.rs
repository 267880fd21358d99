//! Form bodies: `application/x-www-form-urlencoded` and `multipart/form-data`.

use http::HeaderValue;
use serde_core::Serialize;
use serde_json::Value;

use super::body::{Body, BodyMember, Content, SentBody};
use super::{EncodeError, RequestParts, Upload, multipart};
use crate::model::object::DECLARED;

impl RequestParts {
    /// Starts an `application/x-www-form-urlencoded` body; [`property`](Self::property) adds to it.
    pub fn form(&mut self) {
        self.body = Body::members(form);
    }

    /// Starts a `multipart/form-data` body; [`property`](Self::property), [`part`](Self::part) and [`files`](Self::files)
    /// add to it.
    pub fn multipart(&mut self) {
        self.body = Body::members(multipart::form_data);
    }

    /// Starts a `multipart/mixed` body of the same parts.
    pub fn multipart_mixed(&mut self) {
        self.body = Body::members(multipart::mixed);
    }

    /// Starts a `multipart/related` body of the same parts.
    pub fn multipart_related(&mut self) {
        self.body = Body::members(multipart::related);
    }

    /// Adds a part of a media type to a multipart body: a string as it is, or anything else as JSON. `null` is not sent.
    pub fn part<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        media_type: &'static str,
        value: &T,
    ) {
        if let Some(json) = self.json_text("body property", name, value) {
            let content = Content::Part(json, media_type);
            let added = self.body.set_content(name.into(), content);
            self.keep(added);
        }
    }

    /// Adds all members of a map or an object to a form. `null` adds none.
    pub fn members<T: Serialize + ?Sized>(&mut self, members: &T) {
        match self.value("body", "", members) {
            None | Some(Value::Null) => {}
            Some(Value::Object(members)) => {
                for (name, value) in members {
                    let added = if self.body.contains(&name) {
                        Err(EncodeError::new("body property", &name, DECLARED))
                    } else {
                        self.body.set_extra(&name, &value)
                    };
                    self.keep(added);
                }
            }
            Some(_) => {
                let problem = "is not an object, so it cannot be sent as a form";
                self.keep(Err(EncodeError::new("body", "", problem)));
            }
        }
    }

    /// Adds a file for each entry of a map to a multipart body.
    pub fn file_members<'a>(
        &mut self,
        media_type: &'static str,
        files: impl IntoIterator<Item = (&'a String, &'a Upload)>,
    ) {
        for (name, file) in files {
            self.body.add_file(name.clone().into(), media_type, file);
        }
    }

    /// Adds files to a multipart body, under one name.
    pub fn files<'a>(
        &mut self,
        name: &'static str,
        media_type: &'static str,
        files: impl IntoIterator<Item = &'a Upload>,
    ) {
        for file in files {
            self.body.add_file(name.into(), media_type, file);
        }
    }
}

#[allow(clippy::unnecessary_wraps, reason = "it is an `Encoding`")]
fn form(members: &[BodyMember]) -> Result<SentBody, EncodeError> {
    let fields = members.iter().filter_map(|member| match &member.content {
        Content::Json(json, style) => {
            let value: Value = serde_json::from_slice(json).ok()?;
            style.write(&member.name, &value)
        }
        Content::Part(..) | Content::File(..) => None,
    });
    let text = fields.collect::<Vec<_>>().join("&").into_bytes();
    let media_type = HeaderValue::from_static("application/x-www-form-urlencoded");
    Ok((media_type, text.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::body::{Encoding, object};
    use crate::client::style::Style;

    fn sent(encoding: Encoding) -> (String, String) {
        let mut body = Body::members(encoding);
        for (name, json, style) in [
            ("a", r#""x & y""#, Style::FORM),
            ("l", "[1,2]", Style::FORM),
            ("o", r#"{"k":{"m":true}}"#, Style::DEEP_OBJECT),
            ("n", "null", Style::FORM),
            ("f", r#"{"k":1}"#, Style::FIELD),
            ("g", r#"[{"k":1},2]"#, Style::FIELD),
            ("h", r#"{"k":1}"#, Style::FORM),
        ] {
            body.set(name.into(), json.into(), style).unwrap();
        }
        let (media_type, payload) = body.finish().unwrap().unwrap();
        (media_type.to_str().unwrap().to_owned(), payload.text())
    }

    #[test]
    fn members_are_written_as_the_media_type_has_it() {
        let (media_type, text) = sent(object);
        assert_eq!(media_type, "application/json");
        assert_eq!(
            text,
            r#"{"a":"x & y","l":[1,2],"o":{"k":{"m":true}},"n":null,"f":{"k":1},"g":[{"k":1},2],"h":{"k":1}}"#
        );
        let (media_type, text) = sent(form);
        assert_eq!(media_type, "application/x-www-form-urlencoded");
        assert_eq!(
            text,
            "a=x%20%26%20y&l=1&l=2&o%5Bk%5D%5Bm%5D=true&f=%7B%22k%22%3A1%7D&g=%7B%22k%22%3A1%7D&g=2&k=1"
        );
    }
}
