//! Parts of a document that no code is generated from appear in the docs, or are reported.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

/// The result for a type `A` with a schema, which an operation uses with its description.
fn generated(version: &str, schema: &str) -> Generated {
    let text = format!(
        "
openapi: {version}
info: {{title: Test, version: '1'}}
paths:
  /a:
    post:
      operationId: a
      requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}
      responses: {{'204': {{description: Done.}}}}
components: {{schemas: {{A: {schema}}}}}
"
    );
    generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap()
}

fn messages(generated: &Generated) -> Vec<(&str, &str)> {
    let warnings = generated.warnings.iter();
    let messages = warnings.map(|problem| (problem.code.as_str(), problem.message.as_str()));
    messages.collect()
}

const NONE: [(&str, &str); 0] = [];

fn property(schema: &str) -> Generated {
    generated(
        "3.0.3",
        &format!("{{type: object, properties: {{a: {schema}}}}}"),
    )
}

#[test]
fn restrictions_of_alternatives_are_in_the_docs() {
    for (schema, docs) in [
        (
            "{type: string, anyOf: [{format: ipv4}, {format: ipv6}]}",
            "/// `a`. Either in the format `ipv4`, or in the format `ipv6`.",
        ),
        (
            "{type: integer, oneOf: [{maximum: 3}, {minimum: 8, exclusiveMinimum: true, description: x}]}",
            "/// `a`. Either at most 3, or more than 8.",
        ),
        (
            "{type: array, items: {type: string}, maxItems: 9, anyOf: [{maxItems: 2}, {uniqueItems: true}]}",
            "/// `a`. At most 9 items, either at most 2 items, or no duplicate items.",
        ),
        (
            "{oneOf: [{type: string, pattern: a}, {type: string, maxLength: 3}]}",
            "/// `a`. Either matching `a`, or at most 3 characters.",
        ),
    ] {
        let generated = property(schema);
        assert_eq!(messages(&generated), NONE, "{schema}");
        let file = &generated.files["types/a.rs"];
        assert!(file.contains(docs), "{schema}\n{file}");
    }
    let json = property("{type: string, anyOf: [{maxLength: 3}, {pattern: a}]}");
    let json: serde_json::Value = serde_json::from_str(&json.files["operations.json"]).unwrap();
    let listed = &json["operations"]["a"]["input"]["properties"]["a"]["anyOf"];
    assert_eq!(
        *listed,
        serde_json::json!([{"maxLength": 3}, {"pattern": "a"}])
    );
}

#[test]
fn alternatives_of_required_properties_are_in_the_docs() {
    let schema = "{description: A thing., type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}, \
                  anyOf: [{required: [a, b]}, {required: [c]}]}";
    let generated = generated("3.0.3", schema);
    assert_eq!(messages(&generated), NONE);
    let file = &generated.files["types/a.rs"];
    assert!(
        file.contains("/// Required: `a` and `b`, or `c`."),
        "{file}"
    );
}

#[test]
fn restrictions_without_words_are_reported() {
    let message = "these alternatives restrict values in a way that a type cannot express";
    let not = "`not` excludes values in a way that a type cannot express";
    for (schema, message) in [
        (
            "{type: string, anyOf: [{pattern: a}, {not: {enum: [b]}}]}",
            message,
        ),
        (
            "{type: string, oneOf: [{pattern: a}, {}, {description: b}]}",
            message,
        ),
        ("{type: string, not: {enum: [b]}}", not),
        (
            "{type: object, properties: {b: {type: string}}, not: {required: [b]}}",
            not,
        ),
        ("{not: {type: string}}", not),
    ] {
        for version in ["3.0.3", "3.1.0"] {
            let schema = format!("{{type: object, properties: {{a: {schema}}}}}");
            let generated = generated(version, &schema);
            assert_eq!(
                messages(&generated),
                [("dropped-keyword", message)],
                "{schema}"
            );
        }
    }
    let null = generated(
        "3.1.0",
        "{type: object, properties: {a: {not: {type: 'null'}}, b: {not: {}}, c: false}}",
    );
    assert_eq!(messages(&null), NONE);
}

#[test]
fn additional_properties_of_several_subschemas_agree_or_are_reported() {
    let composed = |first: &str, second: &str| {
        let object =
            |additional: &str| format!("{{type: object, additionalProperties: {additional}}}");
        let schema = format!(
            "{{allOf: [{}, {}], properties: {{a: {{type: string}}}}}}",
            object(first),
            object(second)
        );
        let generated = generated("3.0.3", &schema);
        let codes = messages(&generated);
        let codes: Vec<String> = codes.iter().map(|(code, _)| (*code).to_owned()).collect();
        (codes, generated.files["types/a.rs"].clone())
    };
    for (first, second, ty) in [
        (
            "{type: string}",
            "{type: string, maxLength: 3}",
            "BTreeMap<String, String>",
        ),
        ("true", "{type: integer}", "BTreeMap<String, i64>"),
        ("{type: integer}", "{}", "BTreeMap<String, i64>"),
        ("false", "{type: integer}", "BTreeMap<String, i64>"),
    ] {
        let (codes, file) = composed(first, second);
        assert_eq!(codes, <[&str; 0]>::default(), "{first} {second}");
        assert!(file.contains(ty), "{file}");
    }
    let (codes, file) = composed("{type: string}", "{type: integer}");
    assert_eq!(codes, ["property-conflict"]);
    assert!(file.contains("BTreeMap<String, Value>"), "{file}");
}

#[test]
fn fields_that_openapi_does_not_define_are_reported_everywhere() {
    let text = "
openapi: 3.0.3
host: a.example
externalDocs: {url: 'https://a.example'}
info: {title: Test, version: '1', titel: x, contact: {name: x}}
servers: [{url: 'https://a.example', port: 1}]
tags: [{name: a, external: 1}]
shared: {A: {type: string}}
paths:
  /a:
    post:
      operationId: a
      responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components:
  securityScheme: {}
  parts: {B: {type: string}}
  securitySchemes: {k: {type: apiKey, in: header, name: X-K, prefix: K}}
  schemas:
    A:
      oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]
      discriminator: {propertyName: kind, property: kind, mapping: {b: B, c: '#/components/schemas/C', d: '#/components/schemas/D', e: E}}
    B: {type: object, required: [kind], properties: {kind: {type: string}, b: {$ref: '#/components/parts/B'}}}
    C: {type: object, required: [kind], properties: {kind: {type: string}, a: {$ref: '#/shared/A'}}}
    D: {type: object, properties: {kind: {type: string}}}
";
    let generated = generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap();
    let mut pointers: Vec<&str> = generated
        .warnings
        .iter()
        .map(|problem| &*problem.pointer)
        .collect();
    pointers.sort_unstable();
    assert_eq!(
        pointers,
        [
            "#/components/schemas/A/discriminator/mapping/d",
            "#/components/schemas/A/discriminator/mapping/e",
            "#/components/schemas/A/discriminator/property",
            "#/components/securityScheme",
            "#/components/securitySchemes/k/prefix",
            "#/host",
            "#/info/titel",
            "#/servers/0/port",
            "#/tags/0/external",
        ]
    );
}

#[test]
fn annotations_of_any_subschema_are_in_the_docs() {
    for version in ["3.0.3", "3.1.0"] {
        for (schema, docs) in [
            (
                "$ref: '#/components/schemas/B', readOnly: true",
                "Only in responses.",
            ),
            (
                "$ref: '#/components/schemas/B', default: b",
                "Default: `\"b\"`.",
            ),
            (
                "allOf: [{$ref: '#/components/schemas/B'}], default: b",
                "Default: `\"b\"`.",
            ),
            (
                "allOf: [{$ref: '#/components/schemas/B'}, {default: b}, {maxLength: 3}]",
                "At most 3 characters. Default: `\"b\"`.",
            ),
            (
                "allOf: [{$ref: '#/components/schemas/B'}, {writeOnly: true}]",
                "Only in requests.",
            ),
        ] {
            let schema =
                format!("{{type: object, properties: {{a: {{{schema}}}}}}}, B: {{type: string}}");
            let generated = generated(version, &schema);
            assert_eq!(messages(&generated), NONE, "{schema}");
            let file = &generated.files["types/a.rs"];
            let docs = format!("/// `a`. {docs}\n");
            assert!(file.contains(&docs), "{version} {schema}: {file}");
        }
    }
    let restricted = "$ref: '#/components/schemas/B', maxLength: 3";
    let schema =
        format!("{{type: object, properties: {{a: {{{restricted}}}}}}}, B: {{type: string}}");
    let generated = generated("3.1.0", &schema);
    assert!(generated.files["types/a.rs"].contains("/// `a`. At most 3 characters.\n"));
}

#[test]
fn annotations_of_a_property_in_any_subschema_are_in_the_docs() {
    let a = "{type: object, required: [a], properties: {a: {type: string, maxLength: 3}}}";
    for (other, docs) in [
        (
            "{readOnly: true}",
            "At most 3 characters. Only in responses.",
        ),
        (
            "{type: string, default: b}",
            "At most 3 characters. Default: `\"b\"`.",
        ),
    ] {
        for parts in [
            format!("{a}, {{properties: {{a: {other}}}}}"),
            format!("{{properties: {{a: {other}}}}}, {a}"),
        ] {
            let generated = generated("3.0.3", &format!("{{allOf: [{parts}]}}"));
            let file = &generated.files["types/a.rs"];
            assert!(
                file.contains(&format!("/// `a`. {docs}\n")),
                "{parts}: {file}"
            );
        }
    }
}

#[test]
fn keywords_for_other_types_are_reported() {
    for (ty, keyword) in [
        ("string", "required: [a]"),
        ("string", "items: {type: string}"),
        ("string", "properties: {a: {type: string}}"),
        ("integer", "additionalProperties: {type: string}"),
        (
            "array, items: {type: string}",
            "properties: {a: {type: string}}",
        ),
        ("object", "items: {type: string}"),
        ("string", "discriminator: {propertyName: a}"),
    ] {
        for version in ["3.0.3", "3.1.0"] {
            let property = format!("{{type: {ty}, {keyword}}}");
            let generated = generated(
                version,
                &format!("{{type: object, properties: {{p: {property}}}}}"),
            );
            let found = messages(&generated);
            let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
            assert_eq!(codes, ["dropped-keyword"], "{version} {property} {found:?}");
        }
    }
}

#[test]
fn a_schema_in_another_dialect_is_reported() {
    for (dialect, expected) in [
        ("http://json-schema.org/draft-04/schema#", 1),
        ("https://json-schema.org/draft/2020-12/schema", 0),
    ] {
        let property = format!("{{$schema: '{dialect}', type: string}}");
        let generated = generated(
            "3.1.0",
            &format!("{{type: object, properties: {{p: {property}}}}}"),
        );
        let found = messages(&generated);
        let codes = found.iter().filter(|(code, _)| *code == "dialect");
        assert_eq!(codes.count(), expected, "{found:?}");
    }
}

#[test]
fn an_encoding_of_a_response_is_reported() {
    let text = "
openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a:
    get:
      operationId: a
      responses:
        '200': {description: Done., content: {application/json: {schema: {type: object, properties: {b: {type: string}}}, encoding: {b: {contentType: a/b}}}}}
";
    let generated = generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap();
    let codes: Vec<&str> = messages(&generated).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["encoding"]);
}

/// The codes and the places of the warnings about a document.
fn reported(text: &str) -> Vec<(String, String)> {
    let generated = generate(&Source::new("api.yaml", text), &[], &Options::default());
    let warnings = generated.unwrap().warnings;
    let found = warnings.iter();
    found
        .map(|found| (found.code.as_str().to_owned(), found.pointer.clone()))
        .collect()
}

fn place(code: &str, pointer: &str) -> (String, String) {
    (code.to_owned(), pointer.to_owned())
}

#[test]
fn a_flag_next_to_a_reference_that_is_not_a_boolean_is_reported() {
    let text = "openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a: {get: {operationId: a, responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}}}}
components:
  schemas:
    T: {type: object, properties: {a: {$ref: '#/components/schemas/E', nullable: 'true'}, b: {$ref: '#/components/schemas/E', nullable: true}}}
    E: {type: string, enum: [x]}
";
    assert_eq!(
        reported(text),
        [place(
            "invalid",
            "#/components/schemas/T/properties/a/nullable"
        )]
    );
}

#[test]
fn reserved_characters_in_json_of_a_parameter_are_reported() {
    let text = "openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a:
    get:
      operationId: a
      parameters: [{name: q, in: query, allowReserved: true, content: {application/json: {schema: {type: object}}}}]
      responses: {'204': {description: Done.}}
";
    assert_eq!(
        reported(text),
        [place(
            "parameter-style",
            "#/paths/~1a/get/parameters/0/allowReserved"
        )]
    );
}

#[test]
fn only_an_alternative_that_an_earlier_one_hides_is_reported() {
    let reports = |first: &str, later: &str, place: &str| {
        let text = "
openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a:
    post:
      operationId: a
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Received'}}}}}
components:
  schemas:
    Sent: {type: object, properties: {a: {type: string}}}
    Received: {type: object, properties: {a: {type: string}}}
    Unused: {type: object, properties: {a: {type: string}}}
";
        let union = format!("{place}: {{oneOf: [{first}, {later}]}}");
        let old = format!("{place}: {{type: object, properties: {{a: {{type: string}}}}}}");
        let text = text.replace(&old, &union);
        let document = Source::new("api.yaml", text);
        let generated = generate(&document, &[], &Options::default()).unwrap();
        let messages = messages(&generated);
        let codes: Vec<&str> = messages.into_iter().map(|(code, _)| code).collect();
        assert!(
            codes.iter().all(|code| *code == "unreachable-alternative"),
            "{codes:?}"
        );
        codes.len()
    };
    let object = |rest: &str| format!("{{type: object, {rest}}}");
    let plain = object("properties: {k: {type: string}}");
    let required = object("required: [k], properties: {k: {type: string}}");
    let tagged = object("properties: {k: {type: string, enum: [a]}}");
    let nested = object("properties: {n: {type: object, properties: {k: {type: string}}}}");
    let nested_tag = nested.replace("{k: {type: string}}", "{k: {type: string, enum: [a]}}");
    for (first, later, count) in [
        (&plain, &plain, 1),
        (&plain, &required, 1),
        (&required, &plain, 0),
        (&plain, &tagged, 0),
        (&nested, &nested, 1),
        (&nested, &nested_tag, 0),
    ] {
        assert_eq!(reports(first, later, "Received"), count, "{first} {later}");
        assert_eq!(reports(first, later, "Sent"), 0, "{first} {later}");
    }
}

#[test]
fn constraints_of_other_types_are_reported_and_not_in_the_docs() {
    for (ty, keyword) in [("string", "minimum"), ("array", "minLength")] {
        let generated = property(&format!("{{type: {ty}, {keyword}: 3}}"));
        let message = format!("`{keyword}` does not apply to the type `{ty}`, so it has no effect");
        assert_eq!(messages(&generated), [("dropped-keyword", &*message)]);
        assert!(!generated.files["operations.json"].contains(keyword));
    }
    let unique = property("{type: string, uniqueItems: true}");
    assert_eq!(messages(&unique), NONE);
    assert!(!unique.files["types/a.rs"].contains("duplicate"));
}
