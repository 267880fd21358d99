//! The types of properties whose schemas are composed of others.

use openapi_client_generator::{Generated, Options, Source, generate};

fn generated(version: &str, schema: &str) -> Generated {
    let document = format!(
        "openapi: {version}
info: {{title: Test, version: '1'}}
paths:
  /a: {{get: {{operationId: getA, parameters: [{{name: q, in: query, required: true, schema: {schema}}}], responses: {{'204': {{description: Done.}}}}}}}}
components:
  schemas:
    A: {{type: object, required: [a], properties: {{a: {schema}}}}}
    Other: {{type: object, properties: {{b: {{type: string}}}}}}
    Level: {{type: string, enum: [low, high]}}
"
    );
    let document = Source::new("api.yaml", document);
    let generated = generate(&document, &[], &Options::default());
    generated.unwrap_or_else(|problems| panic!("{schema}:\n{problems}"))
}

/// The type of a property with this schema, which a parameter with it has too.
#[track_caller]
fn type_of(version: &str, schema: &str) -> String {
    let generated = generated(version, schema);
    let of_field = |file: &str, field: &str| {
        let code = &generated.files[file];
        let body = code.split("pub struct").nth(1).unwrap();
        let after = body.split(&format!("pub {field}: ")).nth(1).unwrap();
        after.split(",\n").next().unwrap().to_owned()
    };
    of_field("types/a.rs", "a")
}

#[test]
fn alternatives_that_only_restrict_a_value_keep_its_type() {
    for version in ["3.0.3", "3.1.0"] {
        for (schema, expected) in [
            (
                "{type: string, anyOf: [{format: ipv4}, {format: ipv6}]}",
                "String",
            ),
            (
                "{type: string, oneOf: [{pattern: a}, {maxLength: 3}]}",
                "String",
            ),
            (
                "{type: string, format: date-time, oneOf: [{pattern: a}, {maxLength: 30}]}",
                "Timestamp",
            ),
            (
                "{type: string, enum: [a, b], anyOf: [{pattern: a}, {pattern: b}]}",
                "AA",
            ),
            ("{type: string, anyOf: [{enum: [a]}, {pattern: b}]}", "AA"),
            (
                "{type: integer, format: int32, anyOf: [{minimum: 5}, {maximum: 1}]}",
                "i32",
            ),
            (
                "{type: integer, oneOf: [{multipleOf: 5}, {multipleOf: 3}]}",
                "i64",
            ),
            ("{type: number, anyOf: [{minimum: 5}, {maximum: 1}]}", "f64"),
            (
                "{type: boolean, anyOf: [{enum: [true]}, {title: Not this.}, {example: false}]}",
                "bool",
            ),
            (
                "{type: array, items: {type: string}, anyOf: [{minItems: 5}, {maxItems: 1}]}",
                "Vec<String>",
            ),
            (
                "{type: object, additionalProperties: {type: string}, anyOf: [{minProperties: 5}, {example: {}}, {maxProperties: 1}]}",
                "BTreeMap<String, String>",
            ),
            (
                "{allOf: [{type: string, anyOf: [{format: ipv4}, {format: ipv6}]}]}",
                "String",
            ),
            (
                "{allOf: [{type: string}], anyOf: [{format: ipv4}, {format: ipv6}]}",
                "String",
            ),
            (
                "{allOf: [{type: string}, {anyOf: [{format: ipv4}, {format: ipv6}]}]}",
                "String",
            ),
            (
                "{allOf: [{type: integer, format: int32}, {oneOf: [{minimum: 5}, {maximum: 1}]}]}",
                "i32",
            ),
            (
                "{allOf: [{$ref: '#/components/schemas/Level'}, {anyOf: [{pattern: a}, {pattern: b}]}]}",
                "Level",
            ),
            ("{anyOf: [{pattern: a}, {minimum: 3}]}", "Value"),
        ] {
            assert_eq!(type_of(version, schema), expected, "{version} {schema}");
        }
    }
    for (schema, expected) in [
        (
            "{type: [string, 'null'], anyOf: [{format: ipv4}, {format: ipv6}]}",
            "Option<String>",
        ),
        (
            "{type: [integer, 'null'], anyOf: [{minimum: 5}, {const: 1}]}",
            "Option<i64>",
        ),
        (
            "{type: string, anyOf: [{contentEncoding: base64}, {format: uri}]}",
            "String",
        ),
        (
            "{type: string, oneOf: [{const: a}, {const: b}, {pattern: c}]}",
            "AA",
        ),
    ] {
        assert_eq!(type_of("3.1.0", schema), expected, "{schema}");
    }
}
