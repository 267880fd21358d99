//! JSON that breaks off.

use serde_json::Value;

/// The JSON of a text that may break off, without the member or item that is not complete.
pub(crate) fn beginning(text: &[u8]) -> Option<Value> {
    if let Ok(value) = serde_json::from_slice(text) {
        return Some(value);
    }
    // The end of what is complete, and what is open there.
    let mut complete = None;
    let mut open = Vec::new();
    let mut is_string = false;
    let mut is_escaped = false;
    for (at, byte) in text.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            _ if is_string => {}
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b'}' | b']' => drop(open.pop()),
            b',' => complete = Some((at, open.clone())),
            _ => {}
        }
    }
    let (end, open) = complete?;
    let ends = open.into_iter().rev();
    let whole: Vec<u8> = text[..end].iter().copied().chain(ends).collect();
    serde_json::from_slice(&whole).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_complete_is_kept() {
        let text =
            br#"{"user": {"tags": ["a,\\", "]"], "id": "user_1", "name": "Ada"}, "more": [1]}"#;
        let id = |end: usize| {
            let value = beginning(&text[..end])?;
            Some(value.pointer("/user/id")?.clone())
        };
        let complete = text.len() - br#", "name": "Ada"}, "more": [1]}"#.len();
        for end in 0..=complete {
            assert_eq!(id(end), None, "{end}");
        }
        for end in complete + 1..=text.len() {
            assert_eq!(id(end), Some(json!("user_1")), "{end}");
        }
        assert_eq!(beginning(b"<html>, </html>"), None);
    }
}
