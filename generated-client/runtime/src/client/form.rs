//! Form bodies: `application/x-www-form-urlencoded` and `multipart/form-data`.

use http::HeaderValue;
use serde_json::Value;

use super::body::{Body, Content, Member, SentBody};
use super::multipart::multipart;
use super::{EncodeError, RequestParts, Upload};

impl RequestParts {
    /// Starts an `application/x-www-form-urlencoded` body; [`property`](Self::property) adds to it.
    pub fn form(&mut self) {
        self.body = Body::Members(form, Vec::new());
    }

    /// Starts a `multipart/form-data` body; [`property`](Self::property) and [`files`](Self::files) add to it.
    pub fn multipart(&mut self) {
        self.body = Body::Members(multipart, Vec::new());
    }

    /// Adds files to a `multipart/form-data` body, under one name.
    pub fn files<'a>(
        &mut self,
        name: &'static str,
        media_type: &'static str,
        files: impl IntoIterator<Item = &'a Upload>,
    ) {
        for file in files {
            self.body.add_file(name, media_type, file);
        }
    }
}

#[allow(clippy::unnecessary_wraps, reason = "it is an `Encoding`")]
fn form(members: &[Member]) -> Result<SentBody, EncodeError> {
    let fields = members.iter().filter_map(|member| match &member.content {
        Content::Json(json, style) => {
            let value: Value = serde_json::from_slice(json).ok()?;
            style.write(&member.name, &value)
        }
        Content::File(..) => None,
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
        let mut body = Body::Members(encoding, Vec::new());
        for (name, json, style) in [
            ("a", r#""x & y""#, Style::FORM),
            ("l", "[1,2]", Style::FORM),
            ("o", r#"{"k":{"m":true}}"#, Style::DEEP_OBJECT),
            ("n", "null", Style::FORM),
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
            r#"{"a":"x & y","l":[1,2],"o":{"k":{"m":true}},"n":null}"#
        );
        let (media_type, text) = sent(form);
        assert_eq!(media_type, "application/x-www-form-urlencoded");
        assert_eq!(text, "a=x%20%26%20y&l=1&l=2&o%5Bk%5D%5Bm%5D=true");
    }
}
