//! Multipart forms, RFC 7578.

use serde_json::Value;

use super::body::{BodyMember, Content, JSON, SentBody, media_type_header, media_type_of};
use super::random;
use super::style::plain_text;
use super::upload::Source;
use super::{EncodeError, Upload};

pub(super) fn form_data(members: &[BodyMember]) -> Result<SentBody, EncodeError> {
    multipart("form-data", members)
}

pub(super) fn mixed(members: &[BodyMember]) -> Result<SentBody, EncodeError> {
    multipart("mixed", members)
}

pub(super) fn related(members: &[BodyMember]) -> Result<SentBody, EncodeError> {
    multipart("related", members)
}

/// An array is one part for each item, unless its parts are declared as JSON; objects are JSON.
fn multipart(kind: &str, members: &[BodyMember]) -> Result<SentBody, EncodeError> {
    let mut form = Form {
        // No part contains it by accident or intent.
        boundary: random::token(),
        pieces: Vec::new(),
        text: Vec::new(),
    };
    for BodyMember { name, content } in members {
        match content {
            Content::File(documented, file) => form.file(name, documented, file)?,
            Content::Json(json, _) => form.value(name, json, "text/plain"),
            Content::Part(json, media_type) => form.value(name, json, media_type),
        }
    }
    Ok(form.finish(kind))
}

struct Form {
    boundary: String,
    pieces: Vec<Source>,
    /// Text after the pieces.
    text: Vec<u8>,
}

impl Form {
    fn file(
        &mut self,
        name: &str,
        documented: &'static str,
        file: &Upload,
    ) -> Result<(), EncodeError> {
        let documented = if file.is_text() {
            "text/plain"
        } else {
            documented
        };
        let media_type = media_type_of(file, documented)?;
        let file_name = (!file.is_text()).then(|| file.file_name().unwrap_or("file"));
        self.head(name, file_name, media_type.as_bytes());
        self.flush();
        self.pieces.push(file.source().clone());
        self.text.extend_from_slice(b"\r\n");
        Ok(())
    }

    /// A value, with the media type of its strings.
    fn value(&mut self, name: &str, json: &[u8], media_type: &str) {
        let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
        // Also `application/problem+json`.
        let is_json = media_type.ends_with("json");
        match serde_json::from_slice::<Value>(json) {
            Ok(Value::Null) | Err(_) => {}
            Ok(Value::Array(items)) if !is_json => {
                for item in &items {
                    if is_scalar(item) {
                        self.part(name, media_type, plain_text(item).as_bytes());
                    } else {
                        self.part(name, JSON, item.to_string().as_bytes());
                    }
                }
            }
            Ok(value) if is_scalar(&value) => {
                self.part(name, media_type, plain_text(&value).as_bytes());
            }
            Ok(_) => self.part(name, if is_json { media_type } else { JSON }, json),
        }
    }

    fn part(&mut self, name: &str, media_type: &str, content: &[u8]) {
        let media_type = media_type_header(media_type);
        self.head(name, None, media_type.as_bytes());
        self.text.extend_from_slice(content);
        self.text.extend_from_slice(b"\r\n");
    }

    fn head(&mut self, name: &str, file_name: Option<&str>, media_type: &[u8]) {
        let (boundary, name) = (&self.boundary, quoted(name));
        let file_name = file_name.map(|name| format!("; filename=\"{}\"", quoted(name)));
        let file_name = file_name.unwrap_or_default();
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file_name}\r\nContent-Type: "
        );
        for bytes in [head.as_bytes(), media_type, b"\r\n\r\n"] {
            self.text.extend_from_slice(bytes);
        }
    }

    /// Moves the text to the pieces.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.pieces.push(Source::Bytes(text.into()));
    }

    fn finish(mut self, kind: &str) -> SentBody {
        let end = format!("--{}--\r\n", self.boundary);
        self.text.extend_from_slice(end.as_bytes());
        self.flush();
        let media_type = format!("multipart/{kind}; boundary={}", self.boundary);
        (media_type_header(&media_type), self.pieces.into())
    }
}

/// Escapes a field name as HTML does.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::style::Style;

    fn sent(members: &[BodyMember]) -> (String, Vec<String>) {
        let (media_type, payload) = form_data(members).unwrap();
        let media_type = media_type.to_str().unwrap();
        let boundary = media_type
            .strip_prefix("multipart/form-data; boundary=")
            .unwrap();
        let text = payload.text();
        let delimiter = format!("--{boundary}");
        let parts = text.split(&delimiter).map(str::to_owned);
        (boundary.to_owned(), parts.collect())
    }

    fn value(name: &'static str, json: &str) -> BodyMember {
        let content = Content::Json(json.into(), Style::FORM);
        BodyMember {
            name: name.into(),
            content,
        }
    }

    fn part(name: &'static str, json: &str, media_type: &'static str) -> BodyMember {
        let content = Content::Part(json.into(), media_type);
        BodyMember {
            name: name.into(),
            content,
        }
    }

    #[test]
    fn members_become_parts() {
        let file = Upload::from("a\r\n--b").with_file_name("ü\".png");
        let content = Content::File("image/png", file.into());
        let (_, parts) = sent(&[
            value("a", r#""x & y""#),
            value("l", "[1,2]"),
            value("n", "null"),
            value("p", r#"[{"k":1},[2]]"#),
            value("o", r#"{"k":{"m":true}}"#),
            BodyMember {
                name: "f\"".into(),
                content,
            },
            part("x", r#""<a/>""#, "application/xml"),
            part("y", r#"["a","b"]"#, "text/csv"),
            part("z", r#"["a"]"#, "application/vnd.a+json"),
            part("w", r#"{"k":1}"#, "application/xml"),
        ]);
        assert_eq!(
            parts,
            [
                "",
                "\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain\r\n\r\nx & y\r\n",
                "\r\nContent-Disposition: form-data; name=\"l\"\r\nContent-Type: text/plain\r\n\r\n1\r\n",
                "\r\nContent-Disposition: form-data; name=\"l\"\r\nContent-Type: text/plain\r\n\r\n2\r\n",
                "\r\nContent-Disposition: form-data; name=\"p\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n",
                "\r\nContent-Disposition: form-data; name=\"p\"\r\nContent-Type: application/json\r\n\r\n[2]\r\n",
                "\r\nContent-Disposition: form-data; name=\"o\"\r\nContent-Type: application/json\r\n\r\n{\"k\":{\"m\":true}}\r\n",
                "\r\nContent-Disposition: form-data; name=\"f%22\"; filename=\"ü%22.png\"\r\nContent-Type: image/png\r\n\r\na\r\n--b\r\n",
                "\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Type: application/xml\r\n\r\n<a/>\r\n",
                "\r\nContent-Disposition: form-data; name=\"y\"\r\nContent-Type: text/csv\r\n\r\na\r\n",
                "\r\nContent-Disposition: form-data; name=\"y\"\r\nContent-Type: text/csv\r\n\r\nb\r\n",
                "\r\nContent-Disposition: form-data; name=\"z\"\r\nContent-Type: application/vnd.a+json\r\n\r\n[\"a\"]\r\n",
                "\r\nContent-Disposition: form-data; name=\"w\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n",
                "--\r\n",
            ]
        );
    }

    #[test]
    fn text_in_place_of_a_file_has_no_file_name() {
        let file = |upload: Upload| {
            let member = BodyMember {
                name: "f".into(),
                content: Content::File("image/png", upload.into()),
            };
            sent(&[member]).1.remove(1)
        };
        let text = || Upload::from_text("id");
        assert_eq!(
            file(text()),
            "\r\nContent-Disposition: form-data; name=\"f\"\r\nContent-Type: text/plain\r\n\r\nid\r\n"
        );
        assert!(file(text().with_media_type("text/uri-list")).contains("text/uri-list"));
        assert!(
            file(text().with_file_name("a")).contains("filename=\"a\"\r\nContent-Type: image/png")
        );
    }

    #[test]
    fn a_boundary_is_not_to_be_guessed() {
        let (first, second) = (sent(&[]).0, sent(&[]).0);
        assert_eq!((first.len(), second.len()), (32, 32));
        assert_ne!(first, second);
    }

    #[test]
    fn a_media_type_brings_no_headers() {
        let file = Upload::from("a").with_media_type("text/plain\r\nX-Evil: 1");
        let content = Content::File("image/png", file.into());
        let error = form_data(&[BodyMember {
            name: "f".into(),
            content,
        }])
        .unwrap_err();
        assert!(
            error.to_string().contains("is not a valid header value"),
            "{error}"
        );
    }
}
