//! Documents in OpenAPI 3.1 and 3.2: the code is the same as for 3.0, and problems are reported where they were written.

use std::collections::BTreeMap;

use openapi_rust_client_generator::{Diagnostic, Options, Source, generate};

/// A document in a version, with one operation that returns `X`, and these schemas.
fn document(version: &str, schemas: &str) -> String {
    format!(
        "\
openapi: {version}
info: {{title: Test, version: '1'}}
paths:
  /x:
    get:
      operationId: getX
      responses:
        '200':
          description: It.
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/X'}}}}}}
components:
  schemas:
{schemas}"
    )
}

fn run(text: &str) -> Result<BTreeMap<String, String>, Vec<Diagnostic>> {
    let generated = generate(&Source::new("api.yaml", text), &[], &Options::default());
    let generated = generated.map_err(|problems| problems.iter().cloned().collect::<Vec<_>>())?;
    let warnings: Vec<Diagnostic> = generated.warnings.iter().cloned().collect();
    if warnings.is_empty() {
        Ok(generated.files)
    } else {
        Err(warnings)
    }
}

/// Asserts that both documents give the same code.
#[track_caller]
fn same(modern: &str, old: &str) {
    let old = run(&document("3.0.3", old)).unwrap();
    for version in ["3.1.0", "3.2.0", "'3.1'", "3.1"] {
        assert_eq!(
            run(&document(version, modern)).as_ref(),
            Ok(&old),
            "{version}"
        );
    }
}

/// Code, position and pointer of each problem.
fn problems(text: &str) -> Vec<(&'static str, String, String)> {
    let problems = run(text).unwrap_err();
    let summary = |problem: Diagnostic| {
        (
            problem.code.as_str(),
            format!("{}:{}", problem.line, problem.column),
            problem.pointer,
        )
    };
    problems.into_iter().map(summary).collect()
}

#[test]
fn null_is_nullable() {
    same(
        "    X:
      type: [object, 'null']
      required: [a]
      properties:
        a: {type: [string, 'null'], maxLength: 3}
        b: {anyOf: [{$ref: '#/components/schemas/Y'}, {type: 'null'}], description: The other.}
        c: {oneOf: [{type: 'null'}, {type: array, items: {type: [integer, 'null']}}]}
        d: {type: [string, 'null'], enum: [p, q, null]}
    Y: {type: object, properties: {x: {type: boolean}}}
",
        "    X:
      type: object
      nullable: true
      required: [a]
      properties:
        a: {type: string, nullable: true, maxLength: 3}
        b: {allOf: [{$ref: '#/components/schemas/Y'}], nullable: true, description: The other.}
        c: {type: array, items: {type: integer, nullable: true}, nullable: true}
        d: {type: string, nullable: true, enum: [p, q, null]}
    Y: {type: object, properties: {x: {type: boolean}}}
",
    );
}

#[test]
fn values_and_limits_are_converted() {
    same(
        "    X:
      $id: https://example.com/x
      $comment: None of these is a type.
      type: object
      properties:
        a: {const: one}
        b: {oneOf: [{const: p, description: The first.}, {const: q}]}
        c: {type: integer, exclusiveMinimum: 0.0, examples: [1, 2]}
        d: {enum: [x, y]}
        e: true
        f: {type: string, contentMediaType: text/plain}
",
        "    X:
      type: object
      properties:
        a: {type: string, enum: [one]}
        b: {type: string, enum: [p, q], x-enum-descriptions: [The first., null]}
        c: {type: integer, minimum: 0, exclusiveMinimum: true, example: 1}
        d: {type: string, enum: [x, y]}
        e: {}
        f: {type: string}
",
    );
}

#[test]
fn arrays_and_maps_are_converted() {
    same(
        "    X:
      type: object
      properties:
        a: {type: array, prefixItems: [{type: number}, {type: number}], items: false}
        b: {type: object, patternProperties: {'^a': {type: string}}, additionalProperties: false}
        c: {type: object, unevaluatedProperties: {type: integer}}
        d: {type: object, description: One or two., dependentRequired: {p: [q]}, properties: {p: {type: string}, q: {type: string}}}
",
        "    X:
      type: object
      properties:
        a: {type: array, items: {type: number}, maxItems: 2, description: 'The items are, in this order: `number`, `number`.'}
        b: {type: object, additionalProperties: {type: string}, description: 'Names match `^a`.'}
        c: {type: object, additionalProperties: {type: integer}}
        d: {type: object, description: \"One or two.\\n\\n`q` is required with `p`.\", properties: {p: {type: string}, q: {type: string}}}
",
    );
}

#[test]
fn siblings_of_references_are_converted() {
    same(
        "    X:
      type: object
      properties:
        a: {$ref: '#/components/schemas/Y', description: The first.}
        b: {$ref: '#/components/schemas/Y/$defs/Z'}
        c: {$ref: '#z'}
    Y:
      type: object
      properties: {a: {type: string}}
      $defs:
        Z: {$anchor: z, type: object, properties: {z: {type: string}}}
",
        "    X:
      type: object
      properties:
        a: {allOf: [{$ref: '#/components/schemas/Y'}], description: The first.}
        b: {$ref: '#/components/schemas/Y/x-a/Z'}
        c: {$ref: '#/components/schemas/Y/x-a/Z'}
    Y:
      type: object
      properties: {a: {type: string}}
      x-a:
        Z: {type: object, properties: {z: {type: string}}}
",
    );
}

#[test]
fn a_parameter_is_described_where_it_is_used() {
    let text = document("3.1.0", "    X: {type: object, properties: {a: {type: string}}}\n")
        .replace("      responses:", "      parameters: [{$ref: '#/components/parameters/p', description: Only here.}]\n      responses:")
        + "  parameters:\n    p: {name: p, in: query, description: Everywhere., schema: {type: [string, 'null']}}\n";
    let files = run(&text).unwrap();
    let operation = &files["operations/get_x.rs"];
    assert!(
        operation.contains("Only here.") && !operation.contains("Everywhere."),
        "{operation}"
    );
}

#[test]
fn problems_are_reported_where_they_were_written() {
    let text = document(
        "3.1.0",
        "    X:
      anyOf:
        - type: 'null'
        - type: object
          properties:
            a: {type: strng}
            b: {$ref: '#/components/schemas/Nowhere', description: Lost.}
",
    );
    let at = "#/components/schemas/X/anyOf/1/properties";
    assert_eq!(
        problems(&text),
        [
            ("unknown-type", "18:17".to_owned(), format!("{at}/a/type")),
            (
                "unresolved-reference",
                "19:17".to_owned(),
                format!("{at}/b/$ref")
            ),
        ]
    );
}

#[test]
fn unsupported_features_are_reported() {
    let text = document("3.2.0", "    X: {type: object, properties: {a: {type: string}}, if: {required: [a]}}\n")
        .replace("    get:\n", "    query: {operationId: find}\n    additionalOperations:\n      COPY: {operationId: copy}\n    get:\n      parameters: [{name: q, in: querystring, content: {}}]\n")
        + "webhooks:\n  seen: {post: {operationId: seen}}\njsonSchemaDialect: https://example.com/dialect\n";
    let codes: Vec<&str> = problems(&text).iter().map(|(code, ..)| *code).collect();
    assert_eq!(
        codes,
        [
            "method",
            "method",
            "query-string",
            "dropped-keyword",
            "webhooks",
            "dialect"
        ]
    );
}

#[test]
fn a_document_without_paths_has_no_operations() {
    let text = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\nwebhooks: {}\n";
    assert_eq!(
        problems(text),
        [("no-operations", "1:1".to_owned(), "#".to_owned())]
    );
}

#[test]
fn other_versions_are_rejected() {
    for version in ["3.3.0", "2.0", "4.0.0", "3", "latest", "3.10.0"] {
        let text = document(version, "    X: {}\n");
        assert_eq!(
            problems(&text),
            [("openapi-version", "1:1".to_owned(), "#/openapi".to_owned())]
        );
    }
}

#[test]
fn schemas_in_files_use_the_dialect_of_their_file() {
    let schema = "$schema: https://json-schema.org/draft/2020-12/schema\ntype: object\nproperties: {a: {type: [string, 'null']}}\n";
    let text = document("3.0.3", "    X: {$ref: x.yaml}\n");
    let source = Source::new("api.yaml", text).with_file("x.yaml", schema);
    let files = generate(&source, &[], &Options::default()).unwrap().files;
    assert!(
        files["types/x.rs"].contains("pub a: Option<Nullable<String>>"),
        "{}",
        files["types/x.rs"]
    );
}
