//! A run for parts of a document keeps the names of the other parts.

use openapi_rust_client_generator::{KeptNames, Options, Source, generate};

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Test, version: '1'}
servers: [{url: 'https://test.test'}]
paths:
  /users/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getUser
      tags: [users]
      parameters: [{name: x-bot-id, in: header, required: true, schema: {type: string}}]
      responses:
        '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
        '400': {$ref: '#/components/responses/Failed'}
    put:
      operationId: putUser
      tags: [users, admin]
      parameters: [{name: x-bot-id, in: header, required: true, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string, nullable: true}}}}}}
      responses:
        '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
        '400': {$ref: '#/components/responses/Failed'}
  /teams:
    get:
      tags: [teams]
      parameters: [{name: range.from, in: query, schema: {type: string}}, {name: x-bot-id, in: header, required: true, schema: {type: string}}]
      responses:
        '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Team'}}}}
components:
  responses:
    Failed: {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Failure'}}}}
  schemas:
    User: {type: object, properties: {name: {type: string}}}
    Team: {type: object, properties: {color: {type: string, enum: [red, blue]}}}
    Failure: {type: object, properties: {message: {type: string}}}
";

/// What people may change in the names of the document.
const EDITS: [(&str, &str); 6] = [
    ("x-bot-id: bot_id", "x-bot-id: bot"),
    ("method: put_user", "method: change_user"),
    ("range.from: range_from", "range.from: since"),
    ("path.id: id", "path.id: user_id"),
    ("red: Red", "red: Scarlet"),
    ("admin: admin", "admin: staff"),
];

const SELECTIONS: [&str; 5] = [
    "include: [{operation: getUser}]",
    "exclude: [{tag: users}]",
    "{include: [{tag: teams}], types-only: true}",
    "types-only: true",
    "features: none",
];

fn options(text: &str) -> Options {
    Options::read(&Source::new("options.yaml", text)).unwrap()
}

fn names(document: &str, options: &Options) -> String {
    let generated = generate(&Source::new("api.yaml", document), &[], options);
    let generated = generated.unwrap_or_else(|found| panic!("{found}"));
    generated.names.to_yaml()
}

fn with_names(options: &str, names: &str) -> Options {
    let mut options = self::options(options);
    options.kept_names = KeptNames::read(&Source::new("names.yaml", names)).unwrap();
    options
}

/// The names of the document, edited.
fn kept() -> String {
    let mut kept = names(DOCUMENT, &options("features: tags"));
    for (from, to) in EDITS {
        assert!(kept.contains(from), "{from} in {kept}");
        kept = kept.replace(from, to);
    }
    kept
}

#[test]
fn a_selection_keeps_all_names() {
    let kept = kept();
    for selection in SELECTIONS {
        let names = names(DOCUMENT, &with_names(selection, &kept));
        assert_eq!(names, kept, "{selection}");
    }
}

#[test]
fn names_of_what_the_document_no_longer_has_go() {
    let kept = kept();
    let document = DOCUMENT
        .replace("range.from", "since")
        .replace("operationId: putUser", "operationId: setUser");
    for selection in SELECTIONS {
        let names = names(&document, &with_names(selection, &kept));
        assert!(!names.contains("range.from"), "{selection}: {names}");
        assert!(!names.contains("putUser"), "{selection}: {names}");
        assert!(names.contains("Scarlet"), "{selection}: {names}");
    }
}

#[test]
fn all_names_stay_if_a_part_that_is_left_out_has_errors() {
    let kept = kept();
    let broken = DOCUMENT.replace("schemas/Team'", "schemas/Nothing'");
    let names = names(
        &broken,
        &with_names("include: [{operation: getUser}]", &kept),
    );
    assert_eq!(names, kept);
}

#[test]
fn a_selection_without_kept_names_has_only_its_own() {
    let names = names(DOCUMENT, &options("include: [{operation: getUser}]"));
    assert!(!names.contains("Team"), "{names}");
}
