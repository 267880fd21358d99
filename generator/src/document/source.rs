//! A text with a name.

use super::parse::DEEPEST;
use super::positions::Positions;

/// A text in YAML or JSON, with the name that problems are reported under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Usually the path of the file, as the user gave it.
    pub name: String,
    /// What the file says.
    pub text: String,
}

impl Source {
    /// A text under a name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
        }
    }

    pub(crate) fn positions(&self) -> Positions {
        Positions::of(&self.text, DEEPEST)
    }
}
