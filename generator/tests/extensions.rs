//! Extensions that are misspelled, or have no effect where they are.

use openapi_client_generator::{Options, Source, generate};

/// The messages for extensions of an operation, a schema, a server and a parameter.
fn messages(operation: &str, schema: &str, server: &str, parameter: &str) -> Vec<String> {
    let text = format!(
        "openapi: 3.0.3
info: {{title: Test, version: '1'}}
servers: [{{url: 'https://a.example', {server}: A}}]
paths:
  /a:
    get:
      operationId: a
      {operation}: {{}}
      parameters: [{{name: a, in: query, schema: {{type: string}}, {parameter}: 1}}]
      responses: {{'200': {{description: x, content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}}}
components: {{schemas: {{A: {{type: object, {schema}: 1, properties: {{x-pagng: {{type: string}}}}}}}}}}
"
    );
    let source = Source::new("api.yaml", text);
    let generated = generate(&source, &[], &Options::default()).unwrap();
    let warnings = generated.warnings.iter();
    warnings.map(|problem| problem.message.clone()).collect()
}

#[test]
fn a_misspelled_extension_is_reported() {
    for (written, meant) in [
        ("x-pagng", "x-paging"),
        ("x-rust_name", "x-rust-name"),
        ("x-errorBody", "x-error-body"),
    ] {
        let message = format!("unknown extension `{written}`; did you mean `{meant}`?");
        assert_eq!(messages(written, "x-a", "x-a", "x-a"), [&*message]);
        assert_eq!(messages("x-a", written, "x-a", "x-a"), [&*message]);
        assert_eq!(messages("x-a", "x-a", written, "x-a"), [&*message]);
        assert_eq!(messages("x-a", "x-a", "x-a", written), [&*message]);
    }
}

#[test]
fn extensions_of_other_tools_are_not_reported() {
    for other in [
        "x-type",
        "x-internal",
        "x-pagination",
        "x-name",
        "x-tags",
        "x-go-type",
        "x-",
    ] {
        assert_eq!(
            messages(other, other, other, other),
            <[&str; 0]>::default(),
            "{other}"
        );
    }
}

#[test]
fn an_extension_in_the_wrong_place_is_reported() {
    let found = messages("x-rust-name", "x-paging", "x-style", "x-error-body");
    assert_eq!(
        found,
        [
            "`x-style` has no effect here",
            "`x-rust-name` has no effect here",
            "`x-error-body` has no effect here",
            "`x-paging` has no effect here",
        ]
    );
}
