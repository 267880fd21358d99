//! Null as one item of a list: the rest of the list stays.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

fn generated(document: &str) -> Generated {
    let found = generate(&Source::new("api.yaml", document), &[], &Options::default());
    found.unwrap_or_else(|problems| panic!("{document}\n{problems}"))
}

/// A document with these members of its own, of an operation and these schemas.
fn document(own: &str, operation: &str, schema: &str) -> String {
    format!(
        "
openapi: 3.0.3
info: {{title: Test, version: '1'}}
{own}
paths:
  /a:
    get:
      operationId: getA
      {operation}
      responses: {{'200': {{description: Done., content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}}}
  /b: {{get: {{operationId: getB, tags: [office], responses: {{'204': {{description: Done.}}}}}}}}
components:
  securitySchemes: {{key: {{type: http, scheme: bearer}}}}
  schemas:
    Used: {{type: object, required: [kind], properties: {{kind: {{type: string}}}}}}
    Other: {{type: object, required: [kind], properties: {{kind: {{type: string}}}}}}
    A: {schema}
"
    )
}

/// The result with one warning, that something at a pointer is null.
#[track_caller]
fn with_null(document: &str, pointer: &str) -> Generated {
    let generated = generated(document);
    let warnings = generated.warnings.iter();
    let found: Vec<_> = warnings
        .map(|warning| (warning.code.as_str(), warning.pointer.as_str()))
        .collect();
    assert_eq!(found, [("null", pointer)], "{document}");
    generated
}

#[test]
fn the_other_items_of_an_operation_stay() {
    let operation = "#/paths/~1a/get";
    for (member, null, expected) in [
        ("tags: [shop, null]", "tags/1", "All of the shop."),
        ("tags: [null, shop]", "tags/0", "All of the shop."),
        (
            "parameters: [null, {name: page, in: query, schema: {type: string}}]",
            "parameters/0",
            "page",
        ),
        (
            "servers: [null, {url: 'https://other.example'}]",
            "servers/0",
            "https://other.example",
        ),
        ("security: [null, {key: []}]", "security/0", "&[&[\"key\"]]"),
    ] {
        let text = document(
            "tags: [{name: shop, description: All of the shop.}]",
            member,
            "{type: string}",
        );
        let generated = with_null(&text, &format!("{operation}/{null}"));
        let files: String = generated.files.values().map(String::as_str).collect();
        assert!(files.contains(expected), "{member}");
    }
}

#[test]
fn the_other_items_of_the_document_stay() {
    for (own, null, expected) in [
        (
            "servers: [null, {url: 'https://b.example'}]",
            "#/servers/0",
            "https://b.example",
        ),
        (
            "servers: [{url: 'https://{a}.example', variables: {a: {default: b, enum: [null, b]}}}]",
            "#/servers/0/variables/a/enum/0",
            "https://b.example",
        ),
        (
            "security: [null, {key: []}]",
            "#/security/0",
            "security: &[&[\"key\"]]",
        ),
        (
            "tags: [null, {name: shop, description: All of the shop.}]",
            "#/tags/0",
            "All of the shop.",
        ),
    ] {
        let text = document(own, "tags: [shop]", "{type: string}");
        let generated = with_null(&text, null);
        let files: String = generated.files.values().map(String::as_str).collect();
        assert!(files.contains(expected), "{own}");
    }
}

#[test]
fn the_other_items_of_a_schema_stay() {
    let union =
        "oneOf: [{$ref: '#/components/schemas/Used'}, {$ref: '#/components/schemas/Other'}]";
    for (schema, null, expected) in [
        (
            "{type: object, required: [b, null], properties: {b: {type: string}}}",
            "required/1",
            "pub b: String",
        ),
        (
            "{type: object, required: [null, b], properties: {b: {type: string}}}",
            "required/0",
            "pub b: String",
        ),
        (
            "{allOf: [null, {type: object, properties: {b: {type: string}}}]}",
            "allOf/0",
            "pub b: ",
        ),
        (
            "{oneOf: [null, {type: string}, {type: object, properties: {b: {type: string}}}]}",
            "oneOf/0",
            "String(String)",
        ),
        (
            &format!(
                "{{{union}, discriminator: {{propertyName: kind, mapping: {{x: null, y: Used, z: Other}}}}}}"
            ),
            "discriminator/mapping/x",
            "Used(Used): \"y\"",
        ),
        (
            &format!("{{{union}, discriminator: {{propertyName: kind, mapping: }}}}"),
            "discriminator/mapping",
            "Used(Used): \"Used\"",
        ),
    ] {
        let text = document("", "summary: A.", schema);
        let generated = with_null(&text, &format!("#/components/schemas/A/{null}"));
        let file = &generated.files["types/a.rs"];
        assert!(file.contains(expected), "{schema}\n{file}");
    }
    // Here null is a value.
    let text = document(
        "",
        "summary: A.",
        "{type: string, nullable: true, enum: [b, null]}",
    );
    let generated = generated(&text);
    assert!(
        generated.warnings.iter().next().is_none(),
        "{}",
        generated.warnings
    );
    assert!(generated.files["types/a.rs"].contains("open_enum!(A { B: \"b\""));
}
