//! The name of a new crate.

use std::fmt;
use std::str::FromStr;

/// A name that is valid for a cargo package and, with `_` for `-`, as an identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrateName(String);

impl CrateName {
    /// Derives a name from the words of any string, in lower case. Prefixes `api` if they alone are not a valid name.
    pub fn from_words(text: &str) -> Self {
        let words = text.split(|each: char| !each.is_ascii_alphanumeric());
        let words: Vec<_> = words
            .filter(|word| !word.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        let name = words.join("-");
        name.parse()
            .unwrap_or_else(|_| Self(format!("api-{name}").trim_end_matches('-').to_owned()))
    }

    /// The crate with this name in code, if it is one of these.
    pub(crate) fn find_in<'a>(
        &self,
        crates: impl IntoIterator<Item = &'a String>,
    ) -> Option<&'a String> {
        let mut crates = crates.into_iter();
        crates.find(|krate| krate.replace('-', "_") == self.in_code())
    }

    /// The identifier of the crate in Rust code.
    pub fn in_code(&self) -> String {
        self.0.replace('-', "_")
    }
}

impl fmt::Display for CrateName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for CrateName {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Err("a crate name starts with a letter, as in `pet-store`");
        }
        if !name
            .chars()
            .all(|each| each.is_ascii_alphanumeric() || matches!(each, '-' | '_'))
        {
            return Err("a crate name has only letters, digits, `-` and `_`, as in `pet-store`");
        }
        if RESERVED.contains(&name) {
            return Err("the name is reserved in Rust; add a word, as in `self-client`");
        }
        Ok(Self(name.to_owned()))
    }
}

/// Keywords, and the names of crates that come with Rust.
const RESERVED: &[&str] = &[
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "core",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "proc-macro",
    "proc_macro",
    "pub",
    "ref",
    "return",
    "self",
    "Self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

#[cfg(test)]
mod tests {
    use super::CrateName;

    #[test]
    fn valid_names_are_accepted() {
        for name in ["a", "pet-store", "pet_store2", "Petstore"] {
            assert_eq!(
                name.parse::<CrateName>().map(|name| name.to_string()),
                Ok(name.to_owned())
            );
        }
        assert_eq!(
            "pet-store".parse::<CrateName>().map(|name| name.in_code()),
            Ok("pet_store".into())
        );
    }

    #[test]
    fn invalid_names_are_rejected() {
        for name in [
            "", "2a", "-a", "_a", "a b", "a/b", "é", "self", "std", "test", "../a",
        ] {
            assert!(name.parse::<CrateName>().is_err(), "{name}");
        }
    }
}
