//! A namespace in which names must be unique.

use std::collections::BTreeMap;

/// Names in use, each with the number for the next claim of the same name.
#[derive(Debug, Default)]
pub(super) struct Namespace(BTreeMap<String, usize>);

/// The number of the second claim of a name.
const SECOND: usize = 2;

impl Namespace {
    pub(super) fn with(reserved: &[&str]) -> Self {
        let reserved = reserved.iter().map(|name| ((*name).to_owned(), SECOND));
        Self(reserved.collect())
    }

    /// Reserves a name; `false` if it is in use.
    pub(super) fn reserve(&mut self, name: &str) -> bool {
        let is_free = !self.0.contains_key(name);
        if is_free {
            self.0.insert(name.to_owned(), SECOND);
        }
        is_free
    }

    pub(super) fn claim(&mut self, name: String) -> String {
        self.first_free([name])
    }

    /// The name, or else the name with the suffix.
    pub(super) fn claim_or(&mut self, name: String, suffix: &str) -> String {
        let other = joined(&name, suffix);
        self.first_free([name, other])
    }

    /// The name, or else the name with the location as a prefix.
    pub(super) fn claim_or_prefixed(&mut self, name: String, location: &str) -> String {
        let other = format!("{location}_{}", name.trim_matches('_'));
        self.first_free([name, other])
    }

    /// The first unused name; if all are in use, the last one with a number.
    fn first_free<const N: usize>(&mut self, names: [String; N]) -> String {
        let last = names[N - 1].clone();
        if let Some(free) = names.into_iter().find(|name| !self.0.contains_key(name)) {
            self.0.insert(free.clone(), SECOND);
            return free;
        }
        let gap = if last.ends_with(char::is_numeric) {
            "_"
        } else {
            ""
        };
        // A number is enough to make the name of a type or variant different from the keyword: `Self2` instead of `Self_2`.
        let is_of_type = last.starts_with(char::is_uppercase);
        let base = if is_of_type {
            last.trim_end_matches('_')
        } else {
            &last
        };
        // Numbers that are in use stay in use.
        let mut number = self.0.get(&last).copied().unwrap_or(SECOND);
        let free = loop {
            let numbered = format!("{base}{gap}{number}");
            number += 1;
            if !self.0.contains_key(&numbered) {
                break numbered;
            }
        };
        self.0.insert(last, number);
        self.0.insert(free.clone(), SECOND);
        free
    }
}

/// The order in which items claim their names, each given as its text in the document and its Rust name: those that are spelled like
/// their text come first, then those that differ only in case and separators, so that another item with the same letters does not
/// take their names.
pub(super) fn exact_first<'t>(names: impl Iterator<Item = (&'t str, &'t str)>) -> Vec<usize> {
    let is_word = |char: char| char.is_ascii_alphanumeric() || "_-".contains(char);
    let keys = names.map(|(text, name)| (text != name, !text.chars().all(is_word)));
    let keys: Vec<(bool, bool)> = keys.collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|index| keys[*index]);
    order
}

/// A name with a suffix. The underscore of a keyword such as `Self_` has no place within a name.
pub(super) fn joined(name: &str, suffix: &str) -> String {
    if suffix.starts_with('_') {
        format!("{name}{suffix}")
    } else {
        format!("{}{suffix}", name.trim_end_matches('_'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_continue_at_the_next_unused_one() {
        let mut namespace = Namespace::with(&["new"]);
        let mut claim = |name: &str| namespace.claim(name.to_owned());
        assert_eq!(claim("a3"), "a3");
        let names = ["a", "a", "a", "a", "a3", "new"].map(&mut claim);
        assert_eq!(names, ["a", "a2", "a4", "a5", "a3_2", "new2"]);
        let names = ["Self_", "Self_", "Self_"].map(|name| namespace.claim(name.to_owned()));
        assert_eq!(names, ["Self_", "Self2", "Self3"]);
        assert_eq!(namespace.claim_or("a".to_owned(), "_"), "a_");
        assert_eq!(namespace.claim_or("a".to_owned(), "_"), "a_2");
    }

    #[test]
    fn very_many_claims_of_one_name_are_fast() {
        let mut namespace = Namespace::default();
        let names = (0..100_000).map(|_| namespace.claim("a".to_owned()));
        assert_eq!(names.last().as_deref(), Some("a100000"));
    }
}
