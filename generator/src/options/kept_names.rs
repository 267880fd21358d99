//! Names that were chosen for an earlier version of a document.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostics::{Code, Diagnostics, Location, Problem, Reporter};
use crate::source::{Origins, Pointer, Source, Sources, parse};

/// The Rust names of types and operations that were chosen for an earlier version of a document. With them, a later version does
/// not rename what both have: otherwise a new schema `Foo` would take the name of the type of the schema `foo`.
///
/// As text, it is YAML:
///
/// ```yaml
/// operation listUsers: list_users
/// operation listUsers request: ListUsers
/// type User: User
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptNames(pub(crate) BTreeMap<String, String>);

const HEADER: &str = "\
# The Rust names of operations and types, by their names in the document. They stay the same when the document changes.
# Written when code is generated. To choose another name, delete the line, and use `x-rust-name` or another `operationId`.
";

impl KeptNames {
    /// Reads the text that [`to_yaml`](Self::to_yaml) returned.
    ///
    /// # Errors
    ///
    /// Returns all problems: a text that cannot be parsed, and names that are not valid in Rust.
    pub fn read(source: &Source) -> Result<Self, Diagnostics> {
        let reporter = Reporter::default();
        let names = read(source, &reporter);
        if !reporter.has_errors() {
            return Ok(names);
        }
        let sources = Sources::new(source, &[], None);
        Err(reporter.locate(&sources, &Origins::default(), &Value::default))
    }

    /// The names as text.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        // A map of strings can always be written.
        let body = serde_yaml::to_string(&self.0).unwrap_or_default();
        format!("{HEADER}{body}")
    }
}

fn read(source: &Source, reporter: &Reporter) -> KeptNames {
    let report = |at: Pointer, message: String| {
        let location = Location::Source(0, at);
        let help = "restore the file, or delete the line: the name is chosen again";
        reporter.report(Problem::error(Code::Options, location, message, help));
    };
    let members = match parse(source) {
        Ok(Value::Object(members)) => members,
        Ok(Value::Null) => return KeptNames::default(),
        Ok(_) => {
            report(
                Pointer::root(),
                "the kept names must be an object".to_owned(),
            );
            return KeptNames::default();
        }
        Err(error) => {
            reporter.report(Problem::unreadable(error, 0));
            return KeptNames::default();
        }
    };
    let mut kept = BTreeMap::new();
    for (key, value) in members {
        match value.as_str() {
            Some(name) if syn::parse_str::<syn::Ident>(name).is_ok() => {
                kept.insert(key, name.to_owned());
            }
            _ => report(
                Pointer::root().join(key),
                format!("{value} is not a name in Rust"),
            ),
        }
    }
    KeptNames(kept)
}
