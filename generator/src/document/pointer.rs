//! JSON pointers (RFC 6901), written as URI fragments.

use std::fmt;

/// The way from the root of a document to a node.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pointer(Vec<String>);

impl Pointer {
    pub(crate) fn root() -> Self {
        Self::default()
    }

    /// Reads the fragment of a `$ref`: `#/components/schemas/User`.
    pub(crate) fn from_fragment(reference: &str) -> Option<Self> {
        let path = reference.strip_prefix('#')?;
        if path.is_empty() {
            return Some(Self::root());
        }
        let steps = path.strip_prefix('/')?.split('/');
        let steps = steps.map(|step| percent_decoded(step).replace("~1", "/").replace("~0", "~"));
        Some(Self(steps.collect()))
    }

    pub(crate) fn join(&self, step: impl Into<String>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    pub(crate) fn parent(&self) -> Option<Self> {
        let (_, steps) = self.0.split_last()?;
        Some(Self(steps.to_vec()))
    }

    /// Whether this is an entry of `components.schemas`, whose key is a name that the document gives.
    pub(crate) fn is_component_schema(&self) -> bool {
        matches!(self.0.as_slice(), [components, schemas, _] if components == "components" && schemas == "schemas")
    }

    pub(crate) fn steps(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        for step in &self.0 {
            write!(f, "/{}", step.replace('~', "~0").replace('/', "~1"))?;
        }
        Ok(())
    }
}

/// `%7B` and the like, which a fragment may use; what is no escape stays.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = (bytes[at] == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten();
        let byte = escape
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_and_written() {
        let pointer = Pointer::from_fragment("#/paths/~1users~1%7Bid%7D/get").unwrap();
        assert_eq!(pointer.steps(), ["paths", "/users/{id}", "get"]);
        assert_eq!(pointer.to_string(), "#/paths/~1users~1{id}/get");
        assert_eq!(Pointer::from_fragment("other.yaml#/x"), None);
        assert_eq!(
            Pointer::from_fragment("#/a~01/50%").unwrap().steps(),
            ["a~1", "50%"]
        );
    }
}
