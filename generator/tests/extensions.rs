//! Extensions that are misspelled, or have no effect where they are.

use openapi_rust_client_generator::{Options, Source, generate};

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

#[test]
fn a_value_of_the_wrong_type_is_reported() {
    let schema = |extension: &str| {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths: {{/a: {{get: {{operationId: a, responses: {{'200': {{description: x, \
             content: {{application/json: {{schema: {{type: string, enum: [b], {extension}}}}}}}}}}}}}}}}}\n"
        );
        let generated = generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap();
        let warnings = generated.warnings.iter();
        warnings
            .map(|problem| problem.message.clone())
            .collect::<Vec<_>>()
    };
    for (extension, form) in [
        ("x-rust-name: 1", "a string that is not empty"),
        ("x-rust-name: ''", "a string that is not empty"),
        ("x-rust-newtype: true", "a string that is not empty"),
        ("x-error-body: [a]", "an object"),
        ("x-enum-varnames: B", "an array of strings"),
        ("x-enum-varnames: [1]", "an array of strings"),
        ("x-enum-varnames: {b: B}", "an array of strings"),
        (
            "x-enum-descriptions: B",
            "an array of strings, or an object with a string for each value",
        ),
        (
            "x-enum-descriptions: {b: {}}",
            "an array of strings, or an object with a string for each value",
        ),
    ] {
        let name = extension.split(':').next().unwrap();
        assert_eq!(schema(extension), [format!("`{name}` must be {form}")]);
    }
    for extension in [
        "x-rust-name: B",
        "x-enum-varnames: [B]",
        "x-enum-descriptions: [null]",
        "x-enum-descriptions: {b: A letter.}",
    ] {
        assert_eq!(schema(extension), <[&str; 0]>::default(), "{extension}");
    }
    let paging = "`x-paging` must be an object with `token` and `next`, or false";
    for value in ["true", "null", "token", "[]"] {
        assert_eq!(
            operation(&format!("x-paging: {value}")),
            [paging],
            "{value}"
        );
    }
    assert_eq!(operation("x-paging: false"), <[&str; 0]>::default());
}

/// The messages for an operation.
fn operation(extension: &str) -> Vec<String> {
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths: {{/a: {{get: {{operationId: a, {extension}, responses: {{'204': \
         {{description: x}}}}}}}}}}\n"
    );
    let generated = generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap();
    let warnings = generated.warnings.iter();
    warnings.map(|problem| problem.message.clone()).collect()
}

#[test]
fn values_have_the_docs_and_names_of_several_families_of_tools() {
    for (ty, values, extensions) in [
        (
            "string",
            "[ok, bad]",
            "x-enum-varnames: [Fine, Poor], x-enum-descriptions: [All is well., Not good.]",
        ),
        (
            "string",
            "[ok, bad]",
            "x-enumNames: [Fine, Poor], x-enumDescriptions: {ok: All is well., bad: Not good.}",
        ),
        (
            "string",
            "[ok, bad]",
            "x-enumNames: [Fine, Poor], x-enumDescriptions: [All is well., Not good.]",
        ),
        (
            "string",
            "[ok, bad]",
            "x-enum-varnames: [Fine, Poor], x-enumNames: [A, B], x-enumDescriptions: {bad: Not good., ok: All is well.}",
        ),
        (
            "integer",
            "[0, 1]",
            "x-enumNames: [Fine, Poor], x-enumDescriptions: {'0': All is well., '1': Not good.}",
        ),
        (
            "integer",
            "[0, 1]",
            "x-enumNames: [Fine, Poor], x-enum-descriptions: {0: All is well., 1: Not good.}",
        ),
        (
            "integer",
            "[0, null, 1]",
            "nullable: true, x-enum-varnames: [Fine, null, Poor], x-enumDescriptions: [All is well., null, Not good.]",
        ),
    ] {
        let text = format!(
            "openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths: {{}}
components: {{schemas: {{A: {{type: {ty}, enum: {values}, {extensions}}}}}}}
"
        );
        let mut options = Options::default();
        options.types_only = true;
        let generated = generate(&Source::new("api.yaml", text), &[], &options).unwrap();
        assert!(
            generated.warnings.iter().next().is_none(),
            "{}",
            generated.warnings
        );
        let file = &generated.files["types/a.rs"];
        for expected in [": All is well.\n    Fine,\n", ": Not good.\n    Poor,\n"] {
            assert!(file.contains(expected), "{extensions}\n{file}");
        }
    }
}

#[test]
fn a_key_is_an_input_of_each_call_and_not_a_setting_of_the_client() {
    let client = |operations: [(&str, &str); 4]| {
        let operations = operations.map(|(name, idempotent)| {
            format!(
                "
  /{name}:
    post:
      operationId: {name}
      {idempotent}
      parameters: [{{name: idempotency-key, in: header, required: true, schema: {{type: string}}}}]
      responses: {{'204': {{description: Done.}}}}"
            )
        });
        let operations = operations.concat();
        let text =
            format!("openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths:{operations}\n");
        let source = Source::new("api.yaml", text);
        let mut generated = generate(&source, &[], &Options::default()).unwrap();
        let operation = generated.files.remove("operations/a.rs").unwrap();
        (generated.files.remove("client.rs").unwrap(), operation)
    };
    let key = "x-idempotent: {header: Idempotency-Key}";
    let method = "pub fn a(&self, idempotency_key: impl Into<String>)";
    let (all, _) = client([("a", key), ("b", key), ("c", key), ("d", key)]);
    assert!(all.contains(method), "{all}");
    // The others share a setting, which the operation with the key does not send.
    let (one, a) = client([("a", key), ("b", ""), ("c", ""), ("d", "")]);
    assert!(
        one.contains(method) && one.contains("pub fn b(&self)"),
        "{one}"
    );
    assert!(
        a.contains(".without_headers(&[\"idempotency-key\"])"),
        "{a}"
    );
}
