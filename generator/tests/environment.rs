//! `x-env`: each setting of a client is read from its own environment variable.

use openapi_rust_client_generator::{Options, Source, generate};

/// A document whose settings have these members.
fn warnings(server: &str, schemes: [&str; 2], headers: [&str; 2], other: &str) -> Vec<String> {
    let operation = |path: &str, header: &str| {
        format!(
            "  /{path}:\n    {other}\n    get:\n      parameters: [{{name: X-Tenant, in: header, required: true, schema: {{type: string}}{header}}}]\n      operationId: {path}\n      responses: {{'204': {{description: Done.}}}}\n"
        )
    };
    let text = format!(
        "openapi: 3.0.3
info: {{title: Test, version: '1'}}
servers: [{{url: 'https://a.example'{server}}}]
security: [{{a: []}}, {{b: []}}]
components:
  securitySchemes:
    a: {{type: http, scheme: bearer{}}}
    b: {{type: apiKey, in: header, name: X-Key{}}}
paths:
{}{}",
        schemes[0],
        schemes[1],
        operation("x", headers[0]),
        operation("y", headers[1])
    );
    let mut options = Options::default();
    options.trust_document_extensions = true;
    let generated = generate(&Source::new("api.yaml", text), &[], &options);
    let generated = generated.unwrap_or_else(|problems| panic!("{problems}"));
    let warnings = generated.warnings.iter();
    warnings
        .map(|warning| {
            format!(
                "{} {} {}",
                warning.code.as_str(),
                warning.pointer,
                warning.message
            )
        })
        .collect()
}

const A: &str = ", x-env: A";
const B: &str = ", x-env: B";
const C: &str = ", x-env: C";
const D: &str = ", x-env: D";

#[test]
fn settings_with_variables_of_their_own_are_fine() {
    assert_eq!(warnings(A, [B, C], [D, D], ""), [""; 0]);
    assert_eq!(warnings("", [A, ""], ["", ""], ""), [""; 0]);
    // One of the operations may name it for all.
    assert_eq!(warnings("", ["", ""], ["", A], ""), [""; 0]);
}

#[test]
fn a_variable_of_two_settings_is_reported() {
    let scheme = "environment-variable #/components/securitySchemes";
    assert_eq!(
        warnings("", [A, A], ["", ""], ""),
        [format!(
            "{scheme}/b `A` is the environment variable of the security scheme `a`, too"
        )]
    );
    assert_eq!(
        warnings(A, [A, B], ["", ""], ""),
        [format!(
            "{scheme}/a `A` is the environment variable of the base URL, too"
        )]
    );
    let found = warnings("", [A, B], [B, B], "");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("`B` is the environment variable of the security scheme `b`, too"));
}

#[test]
fn a_setting_with_two_variables_is_reported() {
    assert_eq!(
        warnings("", ["", ""], [A, B], ""),
        [
            "environment-variable #/paths/~1y/get/parameters/0/x-env elsewhere, `X-Tenant` is read from `A`, which is used"
        ]
    );
}

#[test]
fn a_variable_of_something_else_is_reported() {
    let found = warnings(
        "",
        ["", ""],
        ["", ""],
        "servers: [{url: 'https://b.example', x-env: A}]",
    );
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].ends_with("servers/0/x-env `x-env` has no effect here"),
        "{found:?}"
    );
    let query = "parameters: [{name: q, in: query, schema: {type: string}, x-env: A}]";
    let found = warnings("", ["", ""], ["", ""], query);
    assert!(
        found[0].contains("parameters/0/x-env `x-env` has no effect"),
        "{found:?}"
    );
    let second = "}, {url: 'https://b.example', x-env: A";
    let found = warnings(second, ["", ""], ["", ""], "");
    assert_eq!(
        found,
        ["unknown-keyword #/servers/1/x-env `x-env` has no effect here"]
    );
}

#[test]
fn a_variable_of_a_header_that_few_operations_have_is_reported() {
    let text = "openapi: 3.0.3
info: {title: Test, version: '1'}
servers: [{url: 'https://a.example'}]
paths:
  /x: {get: {operationId: x, parameters: [{name: X-Tenant, in: header, x-env: A, schema: {type: string}}], responses: {'204': {description: Done.}}}}
  /y: {get: {operationId: y, responses: {'204': {description: Done.}}}}
";
    let mut options = Options::default();
    options.trust_document_extensions = true;
    let generated = generate(&Source::new("api.yaml", text), &[], &options).unwrap();
    let messages: Vec<&str> = generated
        .warnings
        .iter()
        .map(|warning| &*warning.message)
        .collect();
    assert_eq!(
        messages,
        [
            "`x-env` has no effect: `X-Tenant` is not a setting of the client, because too few operations declare it"
        ]
    );
}
