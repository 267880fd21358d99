//! Text for a shell.

/// An argument that a shell passes on unchanged.
pub(crate) fn quoted(text: &str) -> String {
    let is_plain = |each: char| each.is_alphanumeric() || "-_./:@%+=,".contains(each);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn only_unusual_arguments_are_quoted() {
        for (text, expected) in [
            ("../api.yaml", "../api.yaml"),
            ("pétstore.json", "pétstore.json"),
            ("my api.yaml", "'my api.yaml'"),
            ("path: GET /a/{b}/**", "'path: GET /a/{b}/**'"),
            ("it's $HOME", r"'it'\''s $HOME'"),
            (">=0.1", "'>=0.1'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
