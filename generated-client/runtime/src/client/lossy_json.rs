//! Correction of JSON texts that Rust strings cannot represent, although JavaScript writes them.

use super::beginning::BYTE_ORDER_MARK;

/// Removes the byte order mark, and replaces invalid UTF-8 and unpaired surrogates by `U+FFFD`. `JSON.stringify` writes
/// those for a text that was cut in the middle of a character. Returns `None` if the text is unchanged.
pub(super) fn lossy_json(text: &[u8]) -> Option<Vec<u8>> {
    let unmarked = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let valid = String::from_utf8_lossy(unmarked);
    let corrected = without_lone_surrogates(&valid);
    (corrected.as_bytes() != text).then(|| corrected.into_bytes())
}

fn without_lone_surrogates(text: &str) -> String {
    let mut corrected = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        corrected.push_str(before);
        let length = match (unit(escape), unit(escape.get(6..).unwrap_or_default())) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                corrected.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            // The character after a backslash may be a backslash.
            _ => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        corrected.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    corrected + rest
}

/// The UTF-16 unit of an escape such as `\\ud83d` at the beginning of a text.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &[u8], expected: &str) {
        let corrected = lossy_json(text).unwrap();
        assert_eq!(String::from_utf8(corrected).unwrap(), expected);
    }

    #[test]
    fn halves_of_characters_are_replaced() {
        check(br#"["\ud83d"]"#, r#"["\ufffd"]"#);
        check(
            br#"["\ude00\ud83d\ude00\ud83dx"]"#,
            r#"["\ufffd\ud83d\ude00\ufffdx"]"#,
        );
        check(br#"["\\\\ud83d\ud83d\n"]"#, r#"["\\\\ud83d\ufffd\n"]"#);
        check(b"\xef\xbb\xbf[1]", "[1]");
        check(b"[\"\xff\"]", "[\"\u{fffd}\"]");
    }

    #[test]
    fn valid_json_is_unchanged() {
        for text in [
            r#"["\ud83d\ude00\\ud83d\u00e9"]"#,
            "{}",
            "",
            r#"{"a\"#,
            r#"{"a\u12"#,
        ] {
            assert_eq!(lossy_json(text.as_bytes()), None, "{text}");
        }
    }
}
