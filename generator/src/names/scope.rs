//! A place in which names must differ.

use std::collections::BTreeSet;

/// Names that must differ from each other.
#[derive(Debug, Default)]
pub(super) struct Scope(BTreeSet<String>);

impl Scope {
    pub(super) fn with(reserved: &[&str]) -> Self {
        Self(reserved.iter().map(|name| (*name).to_owned()).collect())
    }

    pub(super) fn claim(&mut self, name: String) -> String {
        self.first_free([name])
    }

    /// The name, or the name with the suffix.
    pub(super) fn claim_or(&mut self, name: String, suffix: &str) -> String {
        let other = format!("{name}{suffix}");
        self.first_free([name, other])
    }

    /// The name, or the name with the place in front.
    pub(super) fn claim_or_prefixed(&mut self, name: String, place: &str) -> String {
        let other = format!("{place}_{}", name.trim_matches('_'));
        self.first_free([name, other])
    }

    /// The first name that is free; if none is, the last one with a number.
    fn first_free<const N: usize>(&mut self, names: [String; N]) -> String {
        let numbered = names[N - 1].clone();
        let numbered = (2..).map(|number| {
            let gap = if numbered.ends_with(|last: char| last.is_numeric()) {
                "_"
            } else {
                ""
            };
            format!("{numbered}{gap}{number}")
        });
        let free = names
            .into_iter()
            .chain(numbered)
            .find(|name| !self.0.contains(name));
        let free = free.unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}
