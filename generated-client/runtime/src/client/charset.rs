//! Texts in the encodings that responses declare.

use std::borrow::Cow;

/// The characters of windows-1252 that differ from Latin-1: 0x80 to 0x9f. Where one is written, the other is declared.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The names of Latin-1, of what includes it, and of what it includes.
const LATIN: [&str; 6] = [
    "iso-8859-1",
    "iso_8859-1",
    "latin1",
    "windows-1252",
    "cp1252",
    "us-ascii",
];

/// Reads a text of this media type. UTF-8 is read as such, whatever is declared, and Latin-1 and UTF-16 if they are declared.
/// Other bytes become U+FFFD.
pub(super) fn text<'a>(body: &'a [u8], media_type: &str) -> Cow<'a, str> {
    let charset = charset(media_type);
    if let Some(text) = utf_16(body, &charset) {
        return text.into();
    }
    match std::str::from_utf8(body) {
        Ok(text) => text.into(),
        Err(_) if LATIN.contains(&&*charset) => body.iter().copied().map(latin).collect(),
        Err(_) => String::from_utf8_lossy(body),
    }
}

fn charset(media_type: &str) -> String {
    let parameters = media_type.split(';').skip(1);
    let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
    let charset = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    let (_, charset) = charset.unwrap_or_default();
    charset.trim().trim_matches('"').to_ascii_lowercase()
}

fn latin(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf_16(body: &[u8], charset: &str) -> Option<String> {
    if !charset.starts_with("utf-16") {
        return None;
    }
    let (is_little, body) = match body {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        // Without a mark it is big-endian, but most programs write it the other way.
        _ => (charset != "utf-16be", body),
    };
    let (pairs, []) = body.as_chunks::<2>() else {
        return None;
    };
    let unit = if is_little {
        u16::from_le_bytes
    } else {
        u16::from_be_bytes
    };
    let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
    String::from_utf16(&units).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_its_media_type_declares() {
        for media_type in [
            "text/plain; charset=iso-8859-1",
            "text/plain;format=flowed; Charset=\"ISO-8859-1\"",
            "text/csv; charset=windows-1252",
        ] {
            assert_eq!(text(b"gr\xfcn \x80", media_type), "grün €");
            // Some services declare it for all texts.
            assert_eq!(text("grün".as_bytes(), media_type), "grün");
        }
        for unknown in ["text/plain", "text/plain; charset=koi8-r", "; charset", ""] {
            assert_eq!(text(b"gr\xfcn", unknown), "gr\u{fffd}n");
        }
        let wide = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
            let units = "grün".encode_utf16().flat_map(unit);
            mark.iter().copied().chain(units).collect::<Vec<u8>>()
        };
        let read = |body: &[u8], charset: &str| {
            text(body, &format!("text/plain; charset={charset}")).into_owned()
        };
        assert_eq!(read(&wide(b"\xff\xfe", u16::to_le_bytes), "utf-16"), "grün");
        assert_eq!(read(&wide(b"\xfe\xff", u16::to_be_bytes), "UTF-16"), "grün");
        assert_eq!(read(&wide(b"", u16::to_be_bytes), "utf-16be"), "grün");
        assert_eq!(read(&wide(b"", u16::to_le_bytes), "utf-16le"), "grün");
        assert_eq!(read(b"abc", "utf-16"), "abc");
    }
}
