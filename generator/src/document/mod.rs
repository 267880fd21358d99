//! Text to document: reading, overlays, and the first look whether this is a document that can be worked with.

mod node;
mod overlay;
mod parse;
mod pointer;
mod positions;
mod source;
mod tree;

use serde_json::Value;

pub(crate) use node::{Child, Node};
pub(crate) use pointer::Pointer;
pub(crate) use positions::Positions;
pub use source::Source;

use crate::diagnostics::{Place, Problem, Reporter};

/// An OpenAPI document with its overlays applied.
#[derive(Debug)]
pub(crate) struct Document {
    root: Value,
}

impl Document {
    /// Reads the document, applies the overlays, and holds the result against the versions that are supported.
    pub(crate) fn load(sources: &[&Source], reporter: &Reporter) -> Option<Self> {
        let mut values = Vec::new();
        for (index, source) in sources.iter().enumerate() {
            match parse::parse(source, index) {
                Ok(value) => values.push(value),
                Err(problem) => reporter.report(problem),
            }
        }
        if reporter.has_errors() {
            return None;
        }
        let mut values = values.into_iter();
        let mut document = Self {
            root: values.next()?,
        };
        document.check_version(reporter);
        if reporter.has_errors() {
            return None;
        }
        for (index, overlay) in values.enumerate() {
            overlay::apply(&mut document.root, &overlay, index + 1, reporter);
        }
        (!reporter.has_errors()).then_some(document)
    }

    pub(crate) fn root(&self) -> Node<'_> {
        Node {
            document: self,
            value: &self.root,
            pointer: Pointer::root(),
        }
    }

    pub(crate) fn node(&self, pointer: &Pointer) -> Option<Node<'_>> {
        let mut value = &self.root;
        for step in pointer.steps() {
            value = match value {
                Value::Object(members) => members.get(step)?,
                Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(Node {
            document: self,
            value,
            pointer: pointer.clone(),
        })
    }

    fn check_version(&self, reporter: &Reporter) {
        let at = |key: &str| Place::Document(Pointer::root().join(key));
        if self.root.get("swagger").is_some() {
            let message = "this is a Swagger 2.0 document; OpenAPI 3.0 is needed";
            let problem = Problem::error("swagger-2", at("swagger"), message);
            return reporter
                .report(problem.help(
                    "convert it first, for instance with `npx swagger2openapi --patch FILE`",
                ));
        }
        let Some(version) = self.root.get("openapi").and_then(Value::as_str) else {
            let message = "this is no OpenAPI document: it has no `openapi` version at the top";
            let problem = Problem::error("not-openapi", Place::Document(Pointer::root()), message);
            return reporter.report(problem.help("add `openapi: 3.0.3`, if it is one"));
        };
        if version != "3.0" && !version.starts_with("3.0.") {
            let message = format!("OpenAPI {version} is not supported yet; OpenAPI 3.0 is");
            let problem = Problem::error("openapi-version", at("openapi"), message);
            reporter.report(problem.help("bring the document to OpenAPI 3.0"));
        }
    }
}
