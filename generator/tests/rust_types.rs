//! `x-rust-type`: valid values, and places where it has no effect.

use std::collections::BTreeSet;

use openapi_rust_client_generator::{Diagnostic, Generated, Options, Source, generate};

/// Options for a document that is trusted.
fn trusting() -> Options {
    let mut options = Options::default();
    options.trust_document_extensions = true;
    options
}

fn run(schema: &str) -> Result<Generated, Vec<Diagnostic>> {
    let document = format!(
        "openapi: 3.1.0\ninfo: {{title: Test, version: '1'}}\npaths:\n  /a:\n    post:\n      operationId: a\n      requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/B'}}}}}}}}\n      responses: {{'204': {{description: Done.}}}}\ncomponents:\n  schemas:\n    A:\n      {schema}\n    B: {{type: object, properties: {{a: {{$ref: '#/components/schemas/A'}}}}}}\n"
    );
    let found = generate(&Source::new("api.yaml", document), &[], &trusting());
    found.map_err(|found| found.iter().cloned().collect())
}

/// Code, line and column, and message of the only problem.
#[track_caller]
fn problem(schema: &str) -> String {
    let found = match run(schema) {
        Ok(generated) => generated.warnings.iter().cloned().collect(),
        Err(found) => found,
    };
    let [one] = found.as_slice() else {
        panic!("one problem expected: {found:#?}");
    };
    format!("{} {}:{} {}", one.code, one.line, one.column, one.message)
}

#[test]
fn it_replaces_the_type_of_any_kind_of_schema() {
    for schema in [
        "{type: string, x-rust-type: x::Y}",
        "{type: [object, 'null'], properties: {a: {type: string}}, x-rust-type: x::Y}",
        "{type: array, items: {type: string}, x-rust-type: {path: 'x::Y'}}",
        "{oneOf: [{type: string}, {type: integer}], x-rust-type: ' x :: Y '}",
        "{allOf: [{type: object}, {type: object, properties: {a: {type: string}}}], x-rust-type: x::Y}",
        "{enum: [a, b], x-rust-type: x::Y}",
        "{$ref: '#/components/schemas/B', x-rust-type: x::Y}",
        "{x-rust-type: x::Y}",
    ] {
        let generated = run(schema).unwrap_or_else(|found| panic!("{schema} {found:#?}"));
        assert!(
            generated.warnings.is_empty(),
            "{schema} {}",
            generated.warnings
        );
        let b = &generated.files["types/b.rs"];
        assert!(
            b.contains("pub a: Option<x::Y>") || b.contains("pub a: Option<Nullable<x::Y>>"),
            "{b}"
        );
        assert!(!generated.files.contains_key("types/a.rs"));
    }
}

#[test]
fn crates_are_listed_for_the_manifest() {
    let schema = "x-rust-type: {path: 'x_y::Z<std::string::String>', version: '1.2', features: [serde], crate: x-y}";
    let generated = run(schema).unwrap();
    let dependency = &generated.dependencies["x-y"];
    assert_eq!(dependency.version, "1.2");
    assert_eq!(dependency.features, BTreeSet::from(["serde".to_owned()]));
    let generated = run("x-rust-type: {path: 'x::Y', version: '>=1, <3'}").unwrap();
    assert_eq!(generated.dependencies["x"].version, ">=1, <3");
    assert!(run("x-rust-type: x::Y").unwrap().dependencies.is_empty());
}

#[test]
fn invalid_types_are_rejected() {
    assert_eq!(
        problem("x-rust-type: 'x::Y; mod evil {}'"),
        "rust-type 12:7 `x::Y; mod evil {}` is not a Rust type: unexpected token"
    );
    assert_eq!(
        problem("x-rust-type: {path: '&str'}"),
        "rust-type 12:21 `&str` is not the path of a Rust type"
    );
    assert_eq!(
        problem("x-rust-type: 7"),
        "rust-type 12:7 this does not name a type"
    );
    assert_eq!(
        problem("x-rust-type: {path: 'x::Y', versions: '1'}"),
        "rust-type 12:35 unknown member `versions`; did you mean `version`?"
    );
    for (members, message) in [
        ("crate: x", "`x` needs a `version` that is a string"),
        (
            "crate: 'x\" = 1'\n        version: '1'",
            "`x\" = 1` is not a valid crate name",
        ),
        ("version: '1\"'", "`1\"` is not a valid crate version"),
        ("version: 1", "`x` needs a `version` that is a string"),
        (
            "version: '1'\n        features: serde",
            "`features` must be a list of different names",
        ),
    ] {
        let found = problem(&format!(
            "x-rust-type:\n        path: x::Y\n        {members}"
        ));
        assert_eq!(found, format!("rust-type 12:7 {message}"));
    }
    let found = problem("x-rust-type: {path: 'crate::Y', version: '1'}");
    assert!(found.ends_with("`crate` must name it"), "{found}");
}

#[test]
fn two_versions_of_a_crate_are_rejected() {
    let found = problem(
        "properties:\n        a: {x-rust-type: {path: 'x::Y', version: '1'}}\n        b: {x-rust-type: {path: 'x::Z', version: '2'}}",
    );
    assert_eq!(
        found,
        "rust-type 14:13 `x` is required in version `1` elsewhere, but in version `2` here"
    );
}

#[test]
fn a_warning_is_reported_where_it_has_no_effect() {
    let found = problem(
        "{allOf: [{properties: {b: {type: string}}, x-rust-type: x::Y}, {properties: {c: {type: string}}}]}",
    );
    assert_eq!(
        found,
        "rust-type 12:50 `x-rust-type` has no effect on a subschema of an object, which is not a separate type"
    );
    let document = "\
openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a:
    post:
      operationId: a
      requestBody:
        content: {application/x-www-form-urlencoded: {schema: {type: object, x-rust-type: x::Y, properties: {a: {type: string}}}}}
      responses:
        '200': {description: It., content: {text/plain: {schema: {type: string, x-rust-type: x::Y}}}}
        '400': {description: Bad., content: {application/json: {schema: {type: object, x-rust-type: x::Y}}}}
";
    let generated = generate(&Source::new("api.yaml", document), &[], &trusting());
    let reported = generated.unwrap().warnings;
    let reported: Vec<_> = reported
        .iter()
        .map(|reported| (reported.code.as_str(), reported.line))
        .collect();
    assert_eq!(
        reported,
        [("rust-type", 8), ("rust-type", 10), ("rust-type", 11)]
    );
}
