//! Damaged documents: each problem is reported once, with its location, and nothing is generated.

mod overlays;

use openapi_rust_client_generator::{Code, Diagnostic, Options, Severity, Source, generate};

const DOCUMENT: &str = "\
openapi: 3.0.0
info: {title: Test, version: '1'}
paths:
  /users/{id}:
    get:
      operationId: getUser
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: A user.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/User'
components:
  schemas:
    User:
      type: object
      properties:
        name: {type: string}
";

/// The document with one thing replaced.
fn damaged(what: &str, by: &str) -> Vec<Diagnostic> {
    assert!(DOCUMENT.contains(what), "`{what}` is not in the document");
    diagnostics(&DOCUMENT.replacen(what, by, 1), &[])
}

fn diagnostics(document: &str, overlays: &[&str]) -> Vec<Diagnostic> {
    let document = Source::new("api.yaml", document);
    let overlays: Vec<Source> = overlays
        .iter()
        .map(|text| Source::new("overlay.yaml", *text))
        .collect();
    match generate(&document, &overlays, &Options::default()) {
        Ok(generated) => generated.warnings.iter().cloned().collect(),
        Err(diagnostics) => diagnostics.iter().cloned().collect(),
    }
}

/// Code, position and pointer of the only problem, which must have a help text.
fn only(diagnostics: &[Diagnostic]) -> (&'static str, String, &str) {
    let [one] = diagnostics else {
        panic!("one problem expected:\n{diagnostics:#?}")
    };
    (
        one.code.as_str(),
        format!("{}:{}:{}", one.file, one.line, one.column),
        &one.pointer,
    )
}

#[test]
fn the_undamaged_document_has_no_problems() {
    assert_eq!(diagnostics(DOCUMENT, &[]), []);
}

#[test]
fn invalid_yaml_is_located() {
    let found = damaged("paths:\n", "paths: [\n");
    let (code, place, pointer) = only(&found);
    assert_eq!((code, pointer), ("unreadable", "#"));
    assert!(
        place.starts_with("api.yaml:") && place != "api.yaml:1:1",
        "{place}"
    );
}

#[test]
fn invalid_json_is_located() {
    let text = "{\n  \"openapi\": \"3.0.0\",\n  oops\n}";
    let found = generate(&Source::new("api.json", text), &[], &Options::default()).unwrap_err();
    let found: Vec<Diagnostic> = found.iter().cloned().collect();
    assert_eq!(only(&found), ("unreadable", "api.json:3:3".to_owned(), "#"));
}

#[test]
fn columns_are_counted_in_characters() {
    let place = |name: &str, text: &str| {
        let found = generate(&Source::new(name, text), &[], &Options::default()).unwrap_err();
        let found: Vec<Diagnostic> = found.iter().cloned().collect();
        let (line, column) = (found[0].line, found[0].column);
        (
            line,
            column,
            found[0].excerpt.text[found[0].excerpt.marked.clone()].to_owned(),
        )
    };
    let marked = |marked: &str| (2, 8, marked.to_owned());
    assert_eq!(place("a.json", "{\r\n \"日本\": ?}"), marked("?"));
    assert_eq!(place("a.json", "\u{feff}{\n \"日本\": ?}"), marked("?"));
    assert_eq!(place("a.yaml", "a: 1\r\n\"日本\":  }"), marked("}"));
    assert_eq!(place("a.yaml", "a: 1\n\"日本\":  \u{1b}"), marked("\u{1b}"));
}

#[test]
fn yaml_that_is_not_openapi_is_an_error() {
    let found = diagnostics("name: something\nelse: 1\n", &[]);
    assert_eq!(
        only(&found),
        ("not-openapi", "api.yaml:1:1".to_owned(), "#")
    );
}

#[test]
fn swagger_2_names_a_converter() {
    let found = diagnostics(
        "info: {title: Old, version: '1'}\nswagger: '2.0'\npaths: {}\n",
        &[],
    );
    assert_eq!(
        only(&found),
        ("swagger-2", "api.yaml:2:1".to_owned(), "#/swagger")
    );
    assert!(found[0].help.contains("swagger2openapi"));
}

#[test]
fn a_version_that_is_not_supported() {
    let found = damaged("openapi: 3.0.0", "openapi: 4.0.0");
    assert_eq!(
        only(&found),
        ("openapi-version", "api.yaml:1:1".to_owned(), "#/openapi")
    );
}

#[test]
fn an_unresolved_reference_is_located() {
    let found = damaged("schemas/User'", "schemas/Nobody'");
    assert_eq!(
        only(&found),
        (
            "unresolved-reference",
            "api.yaml:15:17".to_owned(),
            "#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/$ref"
        )
    );
}

#[test]
fn circular_references_are_errors() {
    let found = damaged(
        "    User:\n",
        "    User:\n      $ref: '#/components/schemas/Person'\n    Person:\n      $ref: '#/components/schemas/User'\n    Other:\n",
    );
    assert!(
        found
            .iter()
            .all(|problem| problem.code == Code::CircularReference),
        "{found:#?}"
    );
    assert!(!found.is_empty());
}

#[test]
fn a_duplicate_operation_id_is_located() {
    let found = damaged(
        "components:\n",
        "  /people:\n    get: {operationId: getUser, responses: {'200': {description: x}}}\ncomponents:\n",
    );
    assert_eq!(
        only(&found),
        (
            "duplicate-operation-id",
            "api.yaml:17:11".to_owned(),
            "#/paths/~1people/get/operationId"
        )
    );
    assert!(
        found[0]
            .message
            .contains("#/paths/~1users~1{id}/get/operationId")
    );
}

#[test]
fn a_path_parameter_that_is_missing() {
    let found = damaged(
        "        - {name: id, in: path, required: true, schema: {type: string}}\n",
        "        []\n",
    );
    assert_eq!(
        only(&found),
        (
            "path-parameter",
            "api.yaml:5:5".to_owned(),
            "#/paths/~1users~1{id}/get"
        )
    );
}

#[test]
fn a_path_parameter_that_is_not_in_the_path() {
    let found = damaged("/users/{id}:", "/users:");
    assert_eq!(
        only(&found),
        (
            "path-parameter",
            "api.yaml:8:11".to_owned(),
            "#/paths/~1users/get/parameters/0"
        )
    );
}

#[test]
fn a_duplicate_key_is_located() {
    let found = damaged(
        "        name: {type: string}\n",
        "        name: {type: string}\n        name: {type: number}\n",
    );
    assert_eq!(
        only(&found),
        (
            "duplicate-key",
            "api.yaml:22:9".to_owned(),
            "#/components/schemas/User/properties/name"
        )
    );
}

#[test]
fn a_keyword_with_an_invalid_value_is_reported_where_it_is() {
    let found = damaged(
        "name: {type: string}",
        "name: {type: string, maxLength: many}",
    );
    assert_eq!(
        only(&found),
        (
            "invalid",
            "api.yaml:21:30".to_owned(),
            "#/components/schemas/User/properties/name/maxLength"
        )
    );
    let found = damaged("name: {type: string}", "name: {type: strng}");
    assert_eq!(
        only(&found),
        (
            "unknown-type",
            "api.yaml:21:16".to_owned(),
            "#/components/schemas/User/properties/name/type"
        )
    );
    assert_eq!(found[0].severity, Severity::Warning);
}

#[test]
fn the_key_of_the_problem_is_marked_in_its_line() {
    let found = damaged(
        "name: {type: string}",
        "\"n äme\": {type: strng, 'maxLenght': 3}",
    );
    let marked: Vec<&str> = found
        .iter()
        .map(|problem| &problem.excerpt.text[problem.excerpt.marked.clone()])
        .collect();
    assert_eq!(marked, ["type", "'maxLenght'"]);
    assert_eq!(
        found[0].excerpt.text,
        "        \"n äme\": {type: strng, 'maxLenght': 3}"
    );
    // An item has no key.
    let found = damaged("{name: id, in: path,", "{name: id, in: query,");
    let excerpt = &found[0].excerpt;
    assert_eq!(&excerpt.text[excerpt.marked.clone()], "get");
    let twice = "        - {name: id, in: path, required: true, schema: {type: string}}\n";
    let found = damaged(twice, &twice.repeat(2));
    let excerpt = &found[0].excerpt;
    assert_eq!(
        (excerpt.marked.clone(), &excerpt.text[10..15]),
        (10..11, "{name")
    );
}

#[test]
fn a_keyword_without_effect_is_a_warning() {
    let found = damaged("name: {type: string}", "name: {type: string, maxLenght: 3}");
    assert_eq!(only(&found).0, "unknown-keyword");
    assert_eq!(found[0].severity, Severity::Warning);
}

#[test]
fn all_problems_are_reported_at_once() {
    let two = DOCUMENT.replace(
        "name: {type: string}",
        "name: {type: strng}\n        age: {$ref: '#/nowhere'}",
    );
    let codes: Vec<&str> = diagnostics(&two, &[])
        .iter()
        .map(|problem| problem.code.as_str())
        .collect();
    assert_eq!(codes, ["unknown-type", "unresolved-reference"]);
}

#[test]
fn problems_read_well() {
    let found = damaged("schemas/User'", "schemas/Nobody'");
    assert_eq!(
        found[0].to_string(),
        "error[unresolved-reference]: `#/components/schemas/Nobody` does not exist in this document\n  \
         --> api.yaml:15:17 #/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/$ref\n  \
         = help: define it, or fix the `$ref`\n  \
         = overlay: - target: $\n               update:\n                 components:\n                   \
         schemas:\n                     Nobody: {}"
    );
}

#[test]
fn a_path_that_would_lead_to_another_host_is_rejected() {
    let found = damaged("/users/{id}:", ".evil.example/{id}:");
    assert_eq!(
        only(&found),
        (
            "path",
            "api.yaml:4:3".to_owned(),
            "#/paths/.evil.example~1{id}"
        )
    );
}

#[test]
fn values_of_the_wrong_type_are_reported() {
    let found = damaged(
        "        - {name: id, in: path, required: true, schema: {type: string}}\n",
        "        id: path\n",
    );
    assert!(
        found.iter().any(|problem| problem
            .message
            .contains("expected an array, found an object")),
        "{found:#?}"
    );
    let found = damaged(
        "  schemas:\n    User:\n      type: object\n",
        "  schemas: []\n  x:\n      type: object\n",
    );
    assert!(
        found.iter().any(|problem| problem
            .message
            .contains("expected an object, found an array")),
        "{found:#?}"
    );
}

#[test]
fn long_and_circular_definitions_terminate() {
    // A chain of references, a chain of objects, arrays of arrays, and two equal types that contain themselves.
    let chain = |link: &dyn Fn(usize) -> String| {
        let schemas: Vec<String> = (0..2000)
            .map(|index| format!("    A{index}: {}\n", link(index)))
            .collect();
        let schemas = schemas.concat();
        let last = "    A2000: {type: object, properties: {x: {type: string}}}\n";
        diagnostics(&format!("{DOCUMENT}{schemas}{last}"), &[])
    };
    let next = |index: usize| format!("$ref: '#/components/schemas/A{}'", index + 1);
    chain(&|index| format!("{{{}}}", next(index)));
    // rustc does not look this deep: each 50 of them are one error.
    let found = chain(&|index| {
        format!(
            "{{type: object, properties: {{next: {{{}}}}}}}",
            next(index)
        )
    });
    assert!(found.iter().all(|problem| problem.code == Code::TooDeep));
    assert_eq!(found.len(), 39);
    let found = chain(&|index| format!("{{type: array, items: {{{}}}}}", next(index)));
    assert!(found.iter().any(|problem| problem.code == Code::TooDeep));
    let pair = "    P: {type: object, properties: {q: {x-rust-name: Q, type: object, properties: {x: {$ref: '#/components/schemas/X'}}}}}\n    \
                O: {type: object, properties: {q: {x-rust-name: Q, type: object, properties: {x: {$ref: '#/components/schemas/Y'}}}}}\n    \
                X: {type: object, properties: {x: {$ref: '#/components/schemas/X'}}}\n    \
                Y: {type: object, properties: {x: {$ref: '#/components/schemas/Y'}}}\n";
    diagnostics(&format!("{DOCUMENT}{pair}"), &[]);
}
