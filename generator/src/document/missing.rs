//! Files that a document refers to, but that are not attached to it.

use std::collections::BTreeSet;

use super::bundle::{self, Parsed};
use super::version::Version;
use crate::diagnostics::Reporter;
use crate::options::Options;
use crate::source::{Source, Sources, parse};

impl Source {
    /// Names of the files that this document or its attached files refer to, but that are not attached.
    ///
    /// Attaching them may reveal further missing files, so repeat this until it is empty. The result is empty for a text that
    /// cannot be parsed.
    ///
    /// The names come from the document: `../../secret.yaml` is possible. Before reading a file, check that it is in a folder that
    /// the document may read, and use [`with_refused_file`](Self::with_refused_file) if it is not.
    ///
    /// ```
    /// use openapi_rust_client_generator::Source;
    ///
    /// let document = "{openapi: 3.0.3, paths: {/pets: {$ref: paths/pets.yaml}}}";
    /// let mut document = Source::new("api/openapi.yaml", document);
    /// assert_eq!(document.missing_files(), ["api/paths/pets.yaml"]);
    /// document = document.with_file("api/paths/pets.yaml", "{parameters: [{$ref: ../limit.yaml}]}");
    /// assert_eq!(document.missing_files(), ["api/limit.yaml"]);
    /// ```
    pub fn missing_files(&self) -> Vec<String> {
        if !may_refer_to_files(&self.text) {
            return Vec::new();
        }
        let sources = Sources::new(self, &[], None);
        let mut files = Vec::new();
        let mut version = Version::Old;
        for (index, source) in sources.documents() {
            match parse(source) {
                Ok(value) => {
                    if index == 0 {
                        version = Version::of(&value).unwrap_or(version);
                    }
                    files.push(Parsed::new(source, index, value, version));
                }
                Err(_) if index == 0 => return Vec::new(),
                Err(_) => {}
            }
        }
        let bundle = bundle::bundle(files, (&Options::default(), None), &Reporter::default());
        let attached = self.files().iter().map(|file| file.name.as_str());
        let attached: BTreeSet<&str> = attached.collect();
        let missing = bundle.missing.into_iter();
        missing
            .filter(|name| !attached.contains(name.as_str()) && self.refusal(name).is_none())
            .collect()
    }
}

/// Whether a text may refer to a file. Most documents do not, which is visible without parsing them: each `$ref` is followed
/// by a fragment of the same document. The `mapping` of a discriminator may name files too, and texts with escapes are left to
/// the parser.
fn may_refer_to_files(text: &str) -> bool {
    let refers = |rest: &str| {
        let value = rest.trim_start_matches(['"', '\'', ' ', ':', '\t', '\r', '\n']);
        !value.starts_with('#')
    };
    text.contains("mapping")
        || text.contains("\\u")
        || text.contains("\\x")
        || text.split("$ref").skip(1).any(refers)
}

#[cfg(test)]
mod tests {
    use super::may_refer_to_files;

    #[test]
    fn references_within_a_document_need_no_files() {
        for text in [
            "{openapi: 3.0.3}",
            r##"{"a": {"$ref": "#/components/schemas/A"}, "b": {"$ref" : "#/b"}}"##,
            "a:\n  $ref: '#/a'\nb:\n  \"$ref\":\n    \"#/b\"",
        ] {
            assert!(!may_refer_to_files(text), "{text}");
        }
        for text in [
            "{$ref: a.yaml}",
            r##"{"$ref": "#/a", "b": {"$ref": "b.json#/b"}}"##,
            "$ref: !!str '#/a'",
            r#"{"\u0024ref": "a.json"}"#,
            r#""\x24ref": a.json"#,
            "{discriminator: {mapping: {a: a.yaml}}}",
            "$ref: &anchor a.yaml",
        ] {
            assert!(may_refer_to_files(text), "{text}");
        }
    }
}
