//! The beginning of a body: what it shows about the rest.

pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The byte order marks of UTF-16.
const WIDE_MARKS: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// The most bytes of markup that are looked at.
const BEGINNING: usize = 2048;

/// The beginnings of HTML pages that other markup does not have.
const PARTS_OF_PAGES: [&[u8]; 5] = [b"<html", b"<!doctype html", b"<head>", b"<meta ", b"<body"];

/// A text after its byte order mark and blanks.
pub(super) fn text_start(body: &[u8]) -> &[u8] {
    let text = body.strip_prefix(BYTE_ORDER_MARK);
    text.unwrap_or(body).trim_ascii_start()
}

/// Whether a body begins like XML or HTML.
pub(super) fn is_markup(body: &[u8]) -> bool {
    markup(body).is_some()
}

/// Whether a body begins like a page of HTML, perhaps after a comment.
pub(super) fn is_page(body: &[u8]) -> bool {
    let start = markup(body).unwrap_or_default();
    let has = |part: &&[u8]| start.windows(part.len()).any(|window| window == *part);
    PARTS_OF_PAGES.iter().any(has)
}

/// The beginning of a body if that is markup, in lower case. In UTF-16, every other byte is zero.
fn markup(body: &[u8]) -> Option<Vec<u8>> {
    let start = text_start(body);
    let unmarked = WIDE_MARKS.iter().find_map(|mark| start.strip_prefix(*mark));
    let start = unmarked.unwrap_or(start);
    let mut units = start.iter().filter(|byte| **byte != 0);
    if units.find(|byte| !byte.is_ascii_whitespace()) != Some(&b'<') {
        return None;
    }
    let start = start.iter().take(BEGINNING).filter(|byte| **byte != 0);
    Some(start.map(u8::to_ascii_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use http::header::CONTENT_TYPE;
    use http::{HeaderMap, HeaderValue, StatusCode};

    use crate::{FromResponse, RawResponse};

    #[test]
    fn a_page_is_known_in_all_its_forms() {
        let utf_16 = |text: &str, mark: &[u8]| {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            mark.iter().copied().chain(units).collect::<Vec<u8>>()
        };
        let html = "text/html; charset=utf-16";
        let is_refused = |media_type: Option<&'static str>, body: Vec<u8>| {
            let mut headers = HeaderMap::new();
            let media_type = media_type.map(HeaderValue::from_static);
            headers.extend(media_type.map(|media_type| (CONTENT_TYPE, media_type)));
            let response = RawResponse::new(StatusCode::OK, headers, body.into());
            <()>::from_response(&response).is_err()
        };
        for body in [
            "<html><body>Login</body></html>",
            "<!-- comment --> <!DOCTYPE HTML>",
            "<meta http-equiv=\"refresh\" content=\"0; url=/login\">",
            "<head><title>Login</title>",
        ] {
            for mark in ["", "\u{feff}", "\u{feff}\r\n "] {
                let text = format!("{mark}{body}").into_bytes();
                assert!(is_refused(None, text.clone()), "{mark:?}{body}");
                assert!(is_refused(Some("application/json"), text));
            }
            for mark in [&b""[..], b"\xff\xfe"] {
                assert!(is_refused(Some(html), utf_16(body, mark)), "{body}");
                assert!(is_refused(None, utf_16(body, mark)), "{body}");
            }
        }
        let marked = "\u{feff}<p>Login".as_bytes().to_vec();
        assert!(is_refused(Some("text/html"), marked));
        // HTML is the default media type of many servers.
        assert!(!is_refused(Some("text/html"), b"OK".to_vec()));
        assert!(!is_refused(None, b"<result>done</result>".to_vec()));
    }
}
