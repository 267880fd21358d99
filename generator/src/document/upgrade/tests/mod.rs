//! Upgraded documents, and the problems that the upgrade reports.

mod members;
mod operations;
mod references;
mod types;

use serde_json::{Value, json};

use crate::diagnostics::Reporter;
use crate::document::Document;
use crate::options::Options;
use crate::source::{Source, Sources};

/// The document as the next stage sees it, and each problem with its code, pointer and line.
fn load(text: &str) -> (Value, Vec<String>) {
    let reporter = Reporter::default();
    let source = Source::new("api.json", text);
    let sources = Sources::new(&source, &[], None);
    let document = Document::load(&sources, &Options::default(), false, &reporter);
    let (root, origins) = document
        .map(|document| (document.root, document.origins))
        .unwrap_or_default();
    let problems = reporter.locate(&sources, &origins, &crate::document::Overlays::of(&sources));
    let found = problems
        .iter()
        .map(|found| format!("{} {} {}", found.code, found.pointer, found.line));
    (root, found.collect())
}

/// A document in 3.1 with these members.
fn document(members: &Value) -> Value {
    let mut root = json!({"openapi": "3.1.0", "info": {"title": "Test", "version": "1"}});
    if let (Value::Object(root), Value::Object(members)) = (&mut root, members) {
        root.extend(members.clone());
    }
    root
}

fn upgraded(members: &Value) -> (Value, Vec<String>) {
    load(&document(members).to_string())
}

/// Upgraded schemas by name, without problems.
#[track_caller]
fn schemas(schemas: &Value) -> Value {
    let (mut root, found) = upgraded(&json!({"components": {"schemas": schemas}}));
    assert_eq!(found, Vec::<String>::new());
    root["components"]["schemas"].take()
}

#[track_caller]
fn schema(schema: &Value) -> Value {
    schemas(&json!({ "X": schema }))["X"].take()
}

/// An upgraded schema, with problems at these locations in it.
#[track_caller]
fn schema_with(schema: &Value, warnings: &[&str]) -> Value {
    let (mut root, found) = upgraded(&json!({"components": {"schemas": {"X": schema}}}));
    let expected: Vec<String> = warnings
        .iter()
        .map(|at| format!("dropped-keyword #/components/schemas/X/{at} 1"))
        .collect();
    assert_eq!(found, expected);
    root["components"]["schemas"]["X"].take()
}
