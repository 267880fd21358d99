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
    /// ```
    /// use openapi_client_generator::Source;
    ///
    /// let document = "{openapi: 3.0.3, paths: {/pets: {$ref: paths/pets.yaml}}}";
    /// let mut document = Source::new("api/openapi.yaml", document);
    /// assert_eq!(document.missing_files(), ["api/paths/pets.yaml"]);
    /// document = document.with_file("api/paths/pets.yaml", "{parameters: [{$ref: ../limit.yaml}]}");
    /// assert_eq!(document.missing_files(), ["api/limit.yaml"]);
    /// ```
    pub fn missing_files(&self) -> Vec<String> {
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
            .filter(|name| !attached.contains(name.as_str()))
            .collect()
    }
}
