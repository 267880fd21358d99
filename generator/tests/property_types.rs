//! The types of properties.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

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

#[test]
fn an_integer_has_a_type_with_all_its_values() {
    for (schema, expected) in [
        ("{type: integer, format: int32}", "i32"),
        ("{type: integer, format: int32, maximum: 5}", "i32"),
        ("{type: integer, format: int32, maximum: 2147483648}", "i64"),
        (
            "{type: integer, format: int32, maximum: 2147483648, exclusiveMaximum: true}",
            "i32",
        ),
        (
            "{type: integer, format: int32, minimum: 0, maximum: 18446744073709551615}",
            "u64",
        ),
        ("{type: integer, format: int8, minimum: -129}", "i64"),
        ("{type: integer, format: uint32, minimum: -1}", "i64"),
        ("{type: integer, format: uint8, maximum: 256}", "i64"),
        (
            "{type: integer, format: int64, maximum: 9223372036854775807}",
            "i64",
        ),
        (
            "{type: integer, format: int64, maximum: 9223372036854776000}",
            "i64",
        ),
        (
            "{type: integer, format: int64, minimum: -9223372036854776000}",
            "i64",
        ),
        (
            "{type: integer, format: int64, minimum: 0, maximum: 18446744073709551615}",
            "u64",
        ),
        (
            "{type: integer, format: uint64, maximum: 18446744073709552000}",
            "u64",
        ),
        ("{type: integer, maximum: 18446744073709551615}", "u64"),
        ("{type: integer, minimum: 0}", "i64"),
        ("{type: integer, enum: [1, 18446744073709551615]}", "u64"),
        ("{type: integer, enum: [9223372036854775809]}", "u64"),
        ("{type: integer, minimum: 0.5}", "i64"),
        ("{type: number, format: int64}", "i64"),
        ("{type: number, format: int32}", "i32"),
        ("{type: number, format: uint64, minimum: 0}", "u64"),
        ("{type: number, format: int64, multipleOf: 0.01}", "f64"),
        ("{type: number, format: int64, enum: [0.5, 1]}", "f64"),
        ("{type: number, format: double}", "f64"),
        ("{type: number, maximum: 5}", "f64"),
    ] {
        assert_eq!(type_of("3.0.3", schema), expected, "{schema}");
        assert!(generated("3.0.3", schema).warnings.is_empty(), "{schema}");
    }
    assert_eq!(
        type_of(
            "3.1.0",
            "{type: integer, format: int32, exclusiveMaximum: 2147483648}"
        ),
        "i32"
    );
}

#[test]
fn an_integer_without_such_a_type_is_reported() {
    for (schema, expected) in [
        (
            "{type: integer, minimum: -5, maximum: 18446744073709551615}",
            "i64",
        ),
        (
            "{type: integer, format: int64, maximum: 18446744073709551615}",
            "i64",
        ),
        ("{type: integer, minimum: 0, maximum: 1.0e+30}", "u64"),
        ("{type: integer, minimum: -1.0e+30}", "i64"),
        ("{type: integer, enum: [-1, 18446744073709551615]}", "i64"),
        ("{type: integer, enum: [-9223372036854775809]}", "i64"),
    ] {
        assert_eq!(type_of("3.0.3", schema), expected, "{schema}");
        let generated = generated("3.0.3", schema);
        let codes: Vec<_> = generated
            .warnings
            .iter()
            .map(|warning| warning.code.as_str())
            .collect();
        assert_eq!(codes, ["integer-range"; 2], "{schema}");
    }
}

/// The values of the type of a property `a` of a schema `A`, and the codes of the warnings.
#[track_caller]
fn values(schemas: &str) -> (Vec<String>, Vec<&'static str>) {
    let document = format!(
        "openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a:
    post:
      operationId: postA
      requestBody: {{required: true, content: {{application/x-www-form-urlencoded: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}
      responses: {{'204': {{description: Done.}}}}
components:
  schemas:
{schemas}"
    );
    let document = Source::new("api.yaml", document);
    let generated = generate(&document, &[], &Options::default());
    let generated = generated.unwrap_or_else(|problems| panic!("{schemas}:\n{problems}"));
    let schemas: serde_json::Value =
        serde_json::from_str(&generated.files["operations.json"]).unwrap();
    let mut schema = &schemas["operations"]["postA"]["input"]["properties"]["a"];
    if schema["items"].is_object() {
        schema = &schema["items"];
    }
    if let Some(reference) = schema["$ref"].as_str() {
        schema = schemas.pointer(&reference[1..]).unwrap();
    }
    let values = schema["enum"].as_array();
    let values = values.unwrap_or_else(|| panic!("{schema} in {schemas}"));
    let values = values
        .iter()
        .map(|value| value.to_string().replace('"', ""));
    let warnings = generated.warnings.iter();
    (
        values.collect(),
        warnings.map(|warning| warning.code.as_str()).collect(),
    )
}

#[test]
fn a_property_of_alternatives_has_the_values_of_all() {
    for schemas in [
        "    A: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/R'}]}
    P: {type: object, required: [a], properties: {a: {type: string, enum: [x]}, b: {type: string}}}
    R: {type: object, required: [a], properties: {a: {type: string, enum: [y]}, c: {type: string}}}\n",
        "    A: {anyOf: [{type: object, properties: {a: {enum: [x]}}}, {type: object, properties: {a: {enum: [y]}}}]}\n",
        "    A: {type: object, properties: {c: {}}, oneOf: [{properties: {a: {type: string, enum: [x]}}}, {properties: {a: {type: string, enum: [y]}}}]}\n",
        "    A: {type: object, properties: {a: {type: string}}, oneOf: [{properties: {a: {type: string, enum: [x]}}}, {properties: {a: {type: string, enum: [y]}}}]}\n",
        "    A: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/R'}]}
    X: {type: string, enum: [x]}
    P: {type: object, properties: {a: {$ref: '#/components/schemas/X'}}}
    R: {type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/Y'}]}}}
    Y: {type: string, enum: [y]}\n",
        "    A: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/R'}]}
    P: {type: object, properties: {a: {type: array, items: {type: string, enum: [x]}}}}
    R: {type: object, properties: {a: {type: array, items: {type: string, enum: [y, x]}}}}\n",
    ] {
        let (mut found, warnings) = values(schemas);
        found.sort();
        assert_eq!(found, ["x", "y"], "{schemas}");
        assert_eq!(warnings, [""; 0]);
    }
    let (found, _) = values(
        "    A: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/R'}, {$ref: '#/components/schemas/S'}]}
    P: {type: object, properties: {a: {type: integer, enum: [1]}}}
    R: {type: object, properties: {a: {type: integer, enum: [2]}}}
    S: {type: object, properties: {a: {type: integer, enum: [3]}}}\n",
    );
    assert_eq!(found, ["1", "2", "3"]);
}

#[test]
fn a_property_of_all_of_has_the_common_values() {
    for (lists, expected, codes) in [
        (["[x, y]", "[y, z]"], vec!["y"], vec![]),
        (["[x, y, z]", "[y, z]"], vec!["y", "z"], vec![]),
        (["[y]", "[x, y, z]"], vec!["y"], vec![]),
        (["[x]", "[y]"], vec!["x", "y"], vec!["property-conflict"]),
    ] {
        let [one, two] = lists;
        let schemas = format!(
            "    A: {{allOf: [{{$ref: '#/components/schemas/B'}}, {{type: object, properties: {{a: {{type: string, enum: {one}}}}}}}]}}
    B: {{type: object, properties: {{a: {{type: string, enum: {two}}}}}}}\n"
        );
        let (mut found, warnings) = values(&schemas);
        found.sort();
        assert_eq!(
            (found, warnings),
            (expected.into_iter().map(str::to_owned).collect(), codes),
            "{lists:?}"
        );
    }
}

#[test]
fn different_values_of_nested_properties_are_reported() {
    let object = |values: &str| {
        format!(
            "{{type: object, properties: {{n: {{type: object, properties: {{m: {{type: object, properties: {{a: {{type: string, enum: {values}}}}}}}}}}}}}}}"
        )
    };
    for (keyword, one, other, count) in [
        ("anyOf", "[x]", "[y]", 1),
        ("oneOf", "[x, y]", "[y, x]", 0),
        ("allOf", "[x, z]", "[y, z]", 1),
        ("allOf", "[x, y]", "[y]", 0),
    ] {
        let schemas = format!(
            "    A: {{type: object, properties: {{b: {{}}, a: {{enum: [x]}}}}, {keyword}: [{}, {}]}}\n",
            object(one),
            object(other)
        );
        let (_, warnings) = values(&schemas);
        assert_eq!(warnings, vec!["property-conflict"; count], "{schemas}");
    }
}

#[test]
fn enumerations_in_all_of_have_the_common_values() {
    let warnings = |generated: &Generated| generated.warnings.iter().count();
    for (schema, ty, values) in [
        (
            "{allOf: [{type: string, enum: [a, b, c]}, {type: string, enum: [b, c, d]}]}",
            "AA",
            "open_enum!(AA {\n    B: \"b\",\n    C: \"c\",\n    ..Unlisted\n});",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/Level'}, {type: string, enum: [low, lower]}]}",
            "AA",
            "open_enum!(AA {\n    Low: \"low\",\n    ..Unlisted\n});",
        ),
        (
            "{allOf: [{type: integer, enum: [1, 2]}, {type: integer, enum: [2, 3]}, {type: integer, enum: [4, 2]}]}",
            "AA",
            "open_integer_enum!(AA { N2: 2, ..Unlisted });",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/Level'}, {type: string, enum: [high, low, other]}]}",
            "Level",
            "",
        ),
    ] {
        assert_eq!(type_of("3.0.3", schema), ty, "{schema}");
        let generated = generated("3.0.3", schema);
        assert_eq!(warnings(&generated), 0, "{schema}");
        assert!(generated.files["types/a.rs"].contains(values), "{schema}");
    }
    for different in [
        "{allOf: [{type: string, enum: [a]}, {type: string, enum: [b]}]}",
        "{allOf: [{type: string, enum: [a]}, {type: integer, enum: [1]}]}",
    ] {
        assert!(warnings(&generated("3.0.3", different)) > 0, "{different}");
    }
}

#[test]
fn values_of_another_type_are_not_in_the_json_schema() {
    let schema_of = |schema: &str| {
        let generated = generated("3.0.3", schema);
        let mut codes = generated
            .warnings
            .iter()
            .map(|problem| problem.code.as_str());
        assert!(codes.any(|code| code == "enum-value"), "{schema}");
        let text = &generated.files["operations.json"];
        let json: serde_json::Value = serde_json::from_str(text).unwrap();
        json["operations"]["getA"]["input"]["properties"]["q"].clone()
    };
    let integer = schema_of("{type: integer, enum: [1, '2', x]}");
    assert_eq!(integer["enum"], serde_json::json!([1]));
    let list = schema_of("{type: array, items: {type: number, enum: [1.5, '2', x]}}");
    assert_eq!(list["items"]["enum"], serde_json::json!([1.5]));
    let words = schema_of("{type: boolean, enum: [on, off]}");
    assert_eq!(words.get("enum"), None);
}
