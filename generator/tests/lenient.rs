//! Documents that are not quite valid, but whose meaning is clear.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

fn generated(document: &str) -> Generated {
    let found = generate(&Source::new("api.yaml", document), &[], &Options::default());
    found.unwrap_or_else(|problems| panic!("{document}\n{problems}"))
}

/// A document with these members of an operation and these schemas, each on lines of its own.
fn document(operation: &str, schemas: &str) -> String {
    let indented = |text: &str, by: usize| {
        let lines = text.lines().map(|line| " ".repeat(by) + line + "\n");
        lines.collect::<String>()
    };
    format!(
        "openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths:\n  /a:\n    get:\n      operationId: getA\n{}components:\n  schemas:\n    Used: {{type: string, enum: [a]}}\n{}",
        indented(operation, 6),
        indented(schemas, 4)
    )
}

const RESPONSES: &str = "responses: {'204': {description: Done.}}";

fn warnings(generated: &Generated) -> Vec<(&'static str, &str)> {
    let warnings = generated.warnings.iter();
    warnings
        .map(|warning| (warning.code.as_str(), warning.pointer.as_str()))
        .collect()
}

#[test]
fn null_is_the_same_as_nothing() {
    let in_operation = [
        ("parameters:", "parameters"),
        ("requestBody:", "requestBody"),
        ("security:", "security"),
        ("servers:", "servers"),
        ("tags:", "tags"),
        ("callbacks:", "callbacks"),
        ("parameters: [null]", "parameters/0"),
        (
            "parameters: [{name: a, in: query, schema: }]",
            "parameters/0/schema",
        ),
        ("requestBody: {content: }", "requestBody/content"),
        (
            "requestBody: {content: {application/json: }}",
            "requestBody/content/application~1json",
        ),
        (
            "requestBody: {content: {application/json: {schema: }}}",
            "requestBody/content/application~1json/schema",
        ),
    ];
    for (member, pointer) in in_operation {
        let generated = generated(&document(&format!("{member}\n{RESPONSES}"), ""));
        assert_eq!(generated.operations, 1);
        let pointer = format!("#/paths/~1a/get/{pointer}");
        let found = warnings(&generated);
        assert!(found.contains(&("null", &pointer)), "{member}: {found:?}");
    }
    for response in ["'200':", "'200': {description: A., content: }", "default: "] {
        let responses = format!("responses: {{{response}}}");
        assert_eq!(generated(&document(&responses, "")).operations, 1);
    }
    let in_schemas = [
        "A:",
        "A: {type: object, properties: }",
        "A: {type: object, properties: {a: }}",
        "A: {type: object, required: , properties: {a: {}}}",
        "A: {type: object, additionalProperties: }",
        "A: {type: array, items: }",
        "A: {allOf: }",
        "A: {allOf: [null, {type: object}]}",
        "A: {oneOf: [{type: string}, null, {$ref: '#/components/schemas/Used'}]}",
        "A: {type: string, enum: }",
        "A: {type: string, minLength: }",
        "A: {type: }",
        "A: {type: object, discriminator: }",
    ];
    for schema in in_schemas {
        let generated = generated(&document(RESPONSES, schema));
        let found = warnings(&generated);
        assert!(
            found.iter().any(|(code, _)| *code == "null"),
            "{schema}: {found:?}"
        );
        assert!(
            found.iter().all(|(code, _)| *code == "null"),
            "{schema}: {found:?}"
        );
    }
}

#[test]
fn null_around_the_operations_is_the_same_as_nothing() {
    let text = document(RESPONSES, "");
    for (from, to) in [
        ("paths:\n", "paths:\n  /x:\n"),
        ("paths:\n", "servers:\npaths:\n"),
        (
            "paths:\n",
            "servers: [{url: 'https://example.com', variables: }]\npaths:\n",
        ),
        ("paths:\n", "security:\ntags:\npaths:\n"),
        ("    get:\n", "    post:\n    get:\n"),
        (
            "  schemas:\n",
            "  parameters:\n  responses: {A: }\n  securitySchemes: {a: }\n  schemas:\n",
        ),
    ] {
        let generated = generated(&text.replace(from, to));
        assert_eq!(generated.operations, 1, "{to}");
        assert!(warnings(&generated).iter().all(|(code, _)| *code == "null"));
        assert!(!generated.warnings.is_empty(), "{to}");
    }
}

#[test]
fn null_that_means_something_is_kept() {
    let schema = "A:\n  type: object\n  properties:\n    a: {type: string, nullable: true, default: null, example: null, enum: [b, null]}\n    c: {type: string, description: }";
    let generated = generated(&document(RESPONSES, schema));
    assert_eq!(warnings(&generated), []);
    assert!(generated.files["types/a.rs"].contains("Nullable<"));
}

#[test]
fn types_may_be_null_without_quotes() {
    let text = document(
        RESPONSES,
        "A: {type: object, properties: {a: {type: [string, null]}}}",
    );
    let generated = generated(&text.replace("3.0.3", "3.1.0"));
    assert_eq!(
        warnings(&generated),
        [("null", "#/components/schemas/A/properties/a/type/1")]
    );
    assert!(generated.files["types/a.rs"].contains("Nullable<String>"));
}

#[test]
fn nodes_after_a_null_keep_their_locations() {
    let operation = format!(
        "parameters: [null, {{name: a, in: query, style: x, schema: {{type: string}}}}]\n{RESPONSES}"
    );
    let generated = generated(&document(&operation, ""));
    assert_eq!(
        warnings(&generated),
        [
            ("null", "#/paths/~1a/get/parameters/0"),
            ("parameter-style", "#/paths/~1a/get/parameters/1/style")
        ]
    );
}

#[test]
fn a_scalar_is_the_string_that_is_written() {
    let text = document(
        RESPONSES,
        "V: {type: string, enum: [1, 2, 1.10, 1e3, true, 0x1F, a]}",
    );
    let generated = generated(&text);
    let code = &generated.files["types/v.rs"];
    for value in [
        "\"1\"", "\"2\"", "\"1.10\"", "\"1e3\"", "\"true\"", "\"0x1F\"", "\"a\"",
    ] {
        assert!(code.contains(value), "{value}: {code}");
    }
    let codes: Vec<&str> = warnings(&generated).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["enum-value"; 6]);
}

#[test]
fn a_scalar_is_a_string_if_a_combined_schema_says_so() {
    for schema in [
        "{type: string, enum: [1.10, 12345678901234567890123]}",
        "{allOf: [{type: string}, {enum: [1.10, 12345678901234567890123]}]}",
        "{allOf: [{$ref: '#/components/schemas/S'}, {enum: [1.10, 12345678901234567890123]}]}",
        "{type: string, oneOf: [{enum: [1.10]}, {enum: [12345678901234567890123]}]}",
        "{allOf: [{type: string}, {anyOf: [{enum: [1.10]}, {enum: [12345678901234567890123]}]}]}",
    ] {
        let generated = generated(&document(
            RESPONSES,
            &format!("V: {schema}\nS: {{type: string}}"),
        ));
        let code = &generated.files["types/v.rs"];
        for value in ["\"1.10\"", "\"12345678901234567890123\""] {
            assert!(code.contains(value), "{schema} {value}: {code}");
        }
        let codes: Vec<&str> = warnings(&generated).iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, ["enum-value"; 2], "{schema}");
    }
}

#[test]
fn unquoted_strings_lose_nothing() {
    let operation = format!(
        "tags: [1.0]\nsummary: 2024\nparameters: [{{name: 1, in: query, schema: {{type: string, default: 007}}}}]\n{RESPONSES}"
    );
    let text = document(
        &operation,
        "A: {type: object, required: [1], properties: {1: {type: string, pattern: 1}}}",
    );
    let text = text.replace("version: '1'", "version: 1.10").replace(
        "paths:\n",
        "servers: [{url: 'https://{host}:{port}/{v}', variables: {host: {default: example.com}, port: {default: 3001, enum: [3001, 443]}, v: {default: 1.0}}}]\npaths:\n",
    );
    let generated = generated(&text.replace("operationId: getA", "operationId: 404"));
    assert_eq!(warnings(&generated), []);
    assert_eq!(generated.version, "1.10");
    let client = &generated.files["client.rs"];
    assert!(client.contains("https://example.com:3001/1.0"), "{client}");
    assert!(generated.files["operations.json"].contains("\"default\": \"007\""));
}

#[test]
fn a_scalar_of_an_overlay_is_its_value() {
    let overlay = Source::new(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: $.info, update: {version: 2.50}}]\n",
    );
    let document = Source::new("api.yaml", document(RESPONSES, ""));
    let generated = generate(&document, &[overlay], &Options::default()).unwrap();
    assert_eq!(generated.version, "2.5");
}

#[test]
fn an_unsupported_security_scheme_only_counts_where_it_is_used() {
    let text = document(RESPONSES, "").replace(
        "  schemas:\n",
        "  securitySchemes: {cert: {type: mutualTLS}, key: {type: apiKey, in: header, name: X-Key}}\n  schemas:\n",
    );
    let generated = generated(&text);
    assert_eq!(
        warnings(&generated),
        [("security-scheme", "#/components/securitySchemes/cert")]
    );
}

/// The lines of the struct of a schema `A` with one property, and the warnings.
fn field(schemas: &str) -> (String, Vec<String>) {
    let generated = generated(&document(RESPONSES, schemas));
    let code = &generated.files["types/a.rs"];
    let body = code.split("pub struct A {").nth(1).unwrap();
    let warnings = warnings(&generated).into_iter();
    let warnings = warnings.map(|(code, at)| format!("{code} {at}")).collect();
    (body.split('}').next().unwrap().to_owned(), warnings)
}

#[test]
fn a_reference_may_be_nullable() {
    for schemas in [
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/Used', nullable: true}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/B'}}}\nB: {$ref: '#/components/schemas/Used', nullable: true}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/B'}}}\nB: {$ref: '#/components/schemas/C', nullable: true}\nC: {$ref: '#/components/schemas/Used'}",
        "A: {type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/Used', nullable: true}]}}}",
        "A: {type: object, properties: {a: {oneOf: [{$ref: '#/components/schemas/Used', nullable: true}, {type: integer}]}}}",
    ] {
        let (body, warnings) = field(schemas);
        assert!(body.contains("Option<Nullable<"), "{schemas}: {body}");
        assert_eq!(warnings, Vec::<String>::new());
    }
    let (items, _) = field(
        "A: {type: object, properties: {a: {type: array, items: {$ref: '#/components/schemas/Used', nullable: true}}}}",
    );
    assert!(
        items.contains("Vec<Option<Used>>") || items.contains("Vec<Nullable<Used>>"),
        "{items}"
    );
    let whole = document(
        "responses: {'200': {description: A., content: {application/json: {schema: {$ref: '#/components/schemas/A', nullable: true}}}}}",
        "A: {type: object, properties: {a: {type: string}}}",
    );
    let code = &generated(&whole).files["operations/get_a.rs"];
    assert!(code.contains("type Response = Nullable<A>"), "{code}");
}

#[test]
fn annotations_of_a_reference_are_kept_and_constraints_reported() {
    let (body, warnings) = field(
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/Used', description: Why., deprecated: true, readOnly: true, default: a, maxLength: 3, x-note: 1}}}",
    );
    assert!(
        body.contains("/// Why. Default: `\"a\"`. Only in responses."),
        "{body}"
    );
    assert!(body.contains("#[deprecated]"), "{body}");
    assert_eq!(
        warnings,
        ["ref-sibling #/components/schemas/A/properties/a/maxLength"]
    );
}

#[test]
fn siblings_of_other_references_are_reported() {
    let text = document(
        "parameters: [{$ref: '#/components/parameters/P', required: true}]\nresponses: {'200': {$ref: '#/components/responses/R', content: {text/plain: {}}}}",
        "",
    );
    let text = text.replace(
        "  schemas:\n",
        "  parameters: {P: {name: p, in: query, schema: {type: string}}}\n  responses: {R: {description: It.}}\n  schemas:\n",
    );
    let text = text.replace("paths:\n", "paths:\n  /b: {$ref: '#/paths/~1c', get: {responses: {}}}\n  /c: {put: {operationId: putC, responses: {'200': {description: It.}}}}\n");
    let generated = generated(&text.replace("operationId: putC, ", ""));
    assert_eq!(
        generated.operations, 4,
        "operations next to the `$ref` of a path are kept"
    );
    assert_eq!(
        warnings(&generated),
        [
            ("ref-sibling", "#/paths/~1a/get/parameters/0/required"),
            ("ref-sibling", "#/paths/~1a/get/responses/200/content")
        ]
    );
}

#[test]
fn a_path_may_be_an_alias_of_another() {
    let text = document(RESPONSES, "").replace(
        "paths:\n",
        "paths:\n  /b: {$ref: '#/paths/~1a'}\n  /c: {$ref: '#/paths/~1b'}\n",
    );
    let generated = generated(&text);
    assert_eq!(
        warnings(&generated),
        [
            ("duplicate-operation-id", "#/paths/~1b/$ref"),
            ("duplicate-operation-id", "#/paths/~1c/$ref")
        ]
    );
    for method in ["fn get_a(", "fn get_b(", "fn get_c("] {
        assert!(generated.files["client.rs"].contains(method), "{method}");
    }
}

#[test]
fn a_parameter_without_a_name_is_reported_as_that() {
    let text = document(
        &format!("parameters: [{{in: query, schema: {{type: string}}}}]\n{RESPONSES}"),
        "",
    );
    let problems = generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap_err();
    let problem = problems.iter().next().unwrap();
    assert_eq!(problem.message, "this parameter has no `name`");
    assert_eq!(problem.pointer, "#/paths/~1a/get/parameters/0");
}

#[test]
fn an_overlay_is_not_taken_for_a_document() {
    let text = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: []\n";
    let problems = generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap_err();
    assert!(
        problems.to_string().contains("this is an overlay"),
        "{problems}"
    );
}

#[test]
fn a_schema_that_became_the_parts_of_a_form_is_not_a_type() {
    let text = document(
        &format!(
            "requestBody: {{required: true, content: {{multipart/form-data: {{schema: {{$ref: '#/components/schemas/Up'}}}}}}}}\n{RESPONSES}"
        ),
        "Up: {type: object, required: [file], properties: {file: {type: string, format: binary}, level: {$ref: '#/components/schemas/Used'}}}\nBoth: {type: object, properties: {a: {type: string}}}",
    );
    let generated = generated(&text);
    let types: Vec<&str> = generated
        .files
        .keys()
        .filter_map(|path| path.strip_prefix("types/"))
        .collect();
    assert_eq!(types, ["both.rs", "mod.rs", "used.rs"]);
}

#[test]
fn names_of_keywords_have_no_underscore_within() {
    let text = document(
        "parameters: [{name: a, in: query, schema: {type: string}}]\nresponses: {'200': {description: A.}, '201': {description: B., content: {text/plain: {}}}}",
        "Self: {type: object, properties: {a: {type: string}}}",
    );
    let generated = generated(&text.replace("operationId: getA", "operationId: self"));
    let code = &generated.files["operations/self_.rs"];
    for name in [
        "struct SelfRequest",
        "type SelfRequestCall",
        "enum SelfRequestResponse",
    ] {
        assert!(code.contains(name), "{name}: {code}");
    }
}

/// The codes of all problems of a document with these members, and whether it is generated.
fn problems_of(members: &str, operation: &str) -> (Vec<String>, bool) {
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{get: {{operationId: getA, {operation} responses: {{'204': {{description: x}}}}}}}}}}\n{members}\n"
    );
    let found = generate(&Source::new("api.yaml", text), &[], &Options::default());
    let is_generated = found.is_ok();
    let problems = found.map_or_else(|problems| problems, |generated| generated.warnings);
    let codes = problems.iter().map(|problem| problem.code.to_string());
    (codes.collect(), is_generated)
}

#[test]
fn null_in_a_server_or_a_security_scheme_is_reported_once_where_it_is() {
    let server = "servers: [{url: 'https://a.test'}]";
    let scheme =
        |scheme: &str| format!("{server}\ncomponents: {{securitySchemes: {{k: {scheme}}}}}");
    for (members, codes) in [
        (scheme("{type: oauth2, flows: }"), vec!["null"]),
        (scheme("{type: , name: x}"), vec!["security-scheme", "null"]),
        (
            scheme("{type: apiKey, in: , name: x}"),
            vec!["security-scheme", "null"],
        ),
        (
            scheme("{type: http, scheme: }"),
            vec!["security-scheme", "null"],
        ),
        (
            scheme("{type: openIdConnect, openIdConnectUrl: }"),
            vec!["missing", "null"],
        ),
        ("servers: [{url: }]".to_owned(), vec!["null", "server-url"]),
        (
            "servers: [{url: 'https://{a}.test', variables: {a: {default: x}, b: {default: }}}]"
                .to_owned(),
            vec!["invalid", "null"],
        ),
    ] {
        let expected: Vec<String> = codes.into_iter().map(str::to_owned).collect();
        assert_eq!(problems_of(&members, ""), (expected, true), "{members}");
    }
    let bearer = scheme("{type: http, scheme: bearer}");
    for (security, code) in [
        ("[null, {k: []}]", "null"),
        ("[null]", "null"),
        ("[5, {k: []}]", "invalid"),
    ] {
        let operation = format!("security: {security},");
        assert_eq!(
            problems_of(&bearer, &operation),
            (vec![code.to_owned()], true),
            "{security}"
        );
    }
}
