//! Types, values and unions.

use serde_json::json;

use super::{schema, schema_with, schemas};

#[test]
fn lists_of_types_become_unions() {
    assert_eq!(
        schema(&json!({"type": ["string"]})),
        json!({"type": "string"})
    );
    assert_eq!(
        schema(&json!({"type": ["string", "null"], "maxLength": 3})),
        json!({"type": "string", "maxLength": 3, "nullable": true})
    );
    assert_eq!(
        schema(&json!({"type": ["integer", "number"]})),
        json!({"type": "number"})
    );
    assert_eq!(
        schema(&json!({"type": ["string", "number", "boolean", "object", "array", "null"]})),
        json!({"nullable": true})
    );
    let several = json!({
        "type": ["string", "integer", "null"],
        "description": "An id.",
        "default": "a",
        "minLength": 1,
        "minimum": 2,
        "format": "int64",
        "minItems": 3
    });
    assert_eq!(
        schema_with(&several, &["minItems"]),
        json!({
            "description": "An id.",
            "default": "a",
            "nullable": true,
            "oneOf": [
                {"type": "string", "minLength": 1},
                {"type": "integer", "minimum": 2, "format": "int64"}
            ]
        })
    );
    for (format, other) in [
        ("uint", "boolean"),
        ("int128", "boolean"),
        ("date", "integer"),
    ] {
        let of_format = if other == "boolean" {
            "integer"
        } else {
            "string"
        };
        assert_eq!(
            schema(&json!({"type": [of_format, other], "format": format})),
            json!({"oneOf": [{"type": of_format, "format": format}, {"type": other}]})
        );
    }
    let with_union = json!({"type": ["string", "array"], "items": {"type": ["string", "null"]}, "oneOf": [{"minLength": 1}, {"minItems": 1}]});
    assert_eq!(
        schema(&with_union),
        json!({
            "oneOf": [{"minLength": 1}, {"minItems": 1}],
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string", "nullable": true}}]
        })
    );
}

#[test]
fn keywords_in_all_of_apply_to_the_parts_of_several_types() {
    let items = |name: &str| json!({"properties": {name: {"type": "string"}}});
    assert_eq!(
        schema(&json!({
            "type": ["array", "object"],
            "items": items("a"),
            "allOf": [{"items": items("b"), "minProperties": 1, "description": "x"}, {"minItems": 1}],
        })),
        json!({
            "allOf": [{"description": "x"}, {}],
            "oneOf": [
                {"type": "array", "items": items("a"), "allOf": [{"items": items("b"), "type": "array"}, {"minItems": 1}]},
                {"type": "object", "allOf": [{"minProperties": 1}]},
            ],
        })
    );
    let only_items = json!({"type": ["array", "object"], "allOf": [{"items": items("b")}]});
    assert_eq!(schema(&only_items).get("allOf"), None);
    schema_with(
        &json!({"type": ["array", "string"], "allOf": [{"minProperties": 1}]}),
        &["allOf/0/minProperties"],
    );
}

#[test]
fn enumerations_of_several_types_are_split() {
    assert_eq!(
        schema(&json!({"type": ["string", "integer", "null"], "enum": ["a", 1, null, "b"]})),
        json!({"nullable": true, "oneOf": [
            {"type": "string", "enum": ["a", "b"]},
            {"type": "integer", "enum": [1]}
        ]})
    );
    assert_eq!(
        schema(&json!({"type": ["string", "integer"], "enum": ["a", "b"]})),
        json!({"type": "string", "enum": ["a", "b"]})
    );
    assert_eq!(
        schema(&json!({"type": ["string", "null"], "enum": ["a", null]})),
        json!({"type": "string", "enum": ["a", null], "nullable": true})
    );
    assert_eq!(
        schema(&json!({"enum": ["a", null]})),
        json!({"enum": ["a", null], "nullable": true, "type": "string"})
    );
    assert_eq!(
        schema(&json!({"enum": [1, 2.5]})),
        json!({"enum": [1, 2.5], "type": "number"})
    );
    assert_eq!(
        schema(&json!({"enum": ["a", 1, null]})),
        json!({"nullable": true, "oneOf": [
            {"type": "string", "enum": ["a"]},
            {"type": "integer", "enum": [1]}
        ]})
    );
}

#[test]
fn null_alone_becomes_an_enumeration() {
    let null = json!({"enum": [null], "nullable": true});
    for alone in [
        json!({"type": "null"}),
        json!({"type": ["null"]}),
        json!({"const": null}),
        json!({"enum": [null]}),
        json!({"type": "null", "const": null}),
        json!({"anyOf": [{"type": "null"}]}),
    ] {
        let upgraded = schema(&alone);
        assert_eq!(
            (
                &upgraded["enum"],
                &upgraded["nullable"],
                upgraded.get("type")
            ),
            (&null["enum"], &null["nullable"], None),
            "{alone}"
        );
    }
    assert_eq!(
        schema(&json!({"type": "null", "description": "Nothing."})),
        json!({"enum": [null], "nullable": true, "description": "Nothing."})
    );
}

#[test]
fn null_in_unions_becomes_nullable() {
    let reference = json!({"$ref": "#/components/schemas/Y"});
    assert_eq!(
        schemas(&json!({"X": {"anyOf": [reference, {"type": "null"}], "title": "x"}, "Y": {}}))["X"],
        json!({"title": "x", "nullable": true, "allOf": [reference]})
    );
    assert_eq!(
        schema(
            &json!({"anyOf": [{"type": "null"}, {"type": "string", "title": "inner", "pattern": "a"}], "title": "outer"})
        ),
        json!({"title": "outer", "nullable": true, "type": "string", "pattern": "a"})
    );
    assert_eq!(
        schema(&json!({"oneOf": [{"type": "string"}, {"type": "null"}, {"type": "integer"}]})),
        json!({"oneOf": [{"type": "string"}, {"type": "integer"}], "nullable": true})
    );
    // Null nested deeper, or by another name.
    assert_eq!(
        schemas(
            &json!({"X": {"anyOf": [{"type": ["string", "null"]}, {"$ref": "#/components/schemas/Nil"}, false, {"type": "integer"}]}, "Nil": {"type": "null"}})
        )["X"],
        json!({"anyOf": [{"type": "string"}, {"type": "integer"}], "nullable": true})
    );
    assert_eq!(
        schema(
            &json!({"anyOf": [{"anyOf": [{"type": "string"}, {"type": "null"}, {"type": "boolean"}]}, {"type": "null"}]})
        ),
        json!({"nullable": true, "anyOf": [{"type": "string"}, {"type": "boolean"}]})
    );
    // If both have the same keyword, both apply.
    assert_eq!(
        schema(
            &json!({"minLength": 1, "anyOf": [{"type": "string", "minLength": 2}, {"type": "null"}]})
        ),
        json!({"minLength": 1, "nullable": true, "allOf": [{"type": "string", "minLength": 2}]})
    );
    // A discriminator keeps its union.
    let discriminator = json!({"propertyName": "kind"});
    assert_eq!(
        schemas(
            &json!({"X": {"oneOf": [reference, {"type": "null"}], "discriminator": discriminator}, "Y": {}})
        )["X"],
        json!({"oneOf": [reference], "discriminator": discriminator, "nullable": true})
    );
}

#[test]
fn constants_become_enumerations() {
    assert_eq!(
        schema(&json!({"const": "a"})),
        json!({"enum": ["a"], "type": "string"})
    );
    assert_eq!(
        schema(&json!({"type": "integer", "const": 1})),
        json!({"type": "integer", "enum": [1]})
    );
    assert_eq!(
        schema(&json!({"const": {"a": 1}})),
        json!({"enum": [{"a": 1}], "type": "object"})
    );
    let listed = json!({"oneOf": [
        {"const": "a", "description": "The first."},
        {"const": "b", "title": "Second"},
        {"const": "c", "title": "c", "type": "string"}
    ]});
    assert_eq!(
        schema(&listed),
        json!({"type": "string", "enum": ["a", "b", "c"], "x-enum-descriptions": ["The first.", "Second", null]})
    );
    let open = json!({"anyOf": [{"const": "a"}, {"type": "string"}, {"type": "null"}]});
    assert_eq!(
        schema(&open),
        json!({"anyOf": [{"enum": ["a"], "type": "string"}, {"type": "string"}], "nullable": true})
    );
    let tagged = json!({"type": "object", "properties": {"kind": {"const": "dog"}}});
    assert_eq!(
        schema(&tagged),
        json!({"type": "object", "properties": {"kind": {"enum": ["dog"], "type": "string"}}})
    );
}

#[test]
fn booleans_as_schemas_become_objects() {
    assert_eq!(
        schema(
            &json!({"type": "object", "properties": {"any": true, "never": false}, "additionalProperties": false})
        ),
        json!({"type": "object", "properties": {"any": {}}, "additionalProperties": false})
    );
    assert_eq!(
        schema(&json!({"type": "array", "items": true})),
        json!({"type": "array", "items": {}})
    );
    assert_eq!(
        schemas(&json!({"X": true, "Y": false})),
        json!({"X": {}, "Y": {"not": {}}})
    );
    assert_eq!(
        schema(&json!({"allOf": [true, false]})),
        json!({"allOf": [{}, {"not": {}}]})
    );
}

#[test]
fn exclusive_limits_become_booleans() {
    assert_eq!(
        schema(&json!({"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 9})),
        json!({"type": "integer", "exclusiveMinimum": true, "exclusiveMaximum": true, "minimum": 0, "maximum": 9})
    );
    assert_eq!(
        schema(
            &json!({"type": "integer", "exclusiveMinimum": 0.0, "maximum": 1.5, "multipleOf": 2.0})
        ),
        json!({"type": "integer", "exclusiveMinimum": true, "minimum": 0, "maximum": 1.5, "multipleOf": 2})
    );
    assert_eq!(
        schema(&json!({"minimum": 5, "exclusiveMinimum": 3})),
        json!({"minimum": 5})
    );
    assert_eq!(
        schema(&json!({"minimum": 3, "exclusiveMinimum": 3})),
        json!({"minimum": 3, "exclusiveMinimum": true})
    );
    assert_eq!(
        schema(&json!({"maximum": 3, "exclusiveMaximum": true})),
        json!({"maximum": 3, "exclusiveMaximum": true})
    );
}

#[test]
fn contents_of_strings_become_formats() {
    assert_eq!(
        schema(
            &json!({"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"})
        ),
        json!({"type": "string", "format": "byte", "x-contentMediaType": "image/png"})
    );
    assert_eq!(
        schema(&json!({"type": "string", "contentEncoding": "binary"})),
        json!({"type": "string", "format": "binary"})
    );
    assert_eq!(
        schema(&json!({"contentMediaType": "application/octet-stream"})),
        json!({"type": "string", "format": "binary"})
    );
    assert_eq!(
        schema(
            &json!({"type": "string", "contentMediaType": "text/csv", "contentSchema": {"const": 1}})
        ),
        json!({"type": "string", "x-contentMediaType": "text/csv"})
    );
    // It is a string in 3.0; the extension keeps the schema for the data of events.
    assert_eq!(
        schema(&json!({"contentMediaType": "application/json", "contentSchema": {"const": 1}})),
        json!({"x-contentSchema": {"enum": [1], "type": "integer"}, "x-contentMediaType": "application/json"})
    );
    assert_eq!(
        schema(&json!({"type": "string", "contentMediaType": "application/problem+json"})),
        json!({"type": "string", "x-contentSchema": {}, "x-contentMediaType": "application/problem+json"})
    );
    assert_eq!(
        schema(&json!({"type": ["string", "null"], "contentEncoding": "base64url"})),
        json!({"type": "string", "nullable": true, "format": "base64url"})
    );
}

#[test]
fn identifiers_are_removed_and_annotations_are_kept() {
    assert_eq!(
        schema(&json!({
            "$id": "https://example.com/x", "$schema": "https://json-schema.org/draft/2020-12/schema", "$anchor": "x",
            "$comment": "Why.", "$vocabulary": {}, "type": "string", "examples": ["a", "b"], "title": "t", "deprecated": true
        })),
        json!({"type": "string", "title": "t", "deprecated": true, "example": "a"})
    );
    assert_eq!(
        schema(&json!({"type": "string", "examples": [], "example": "z"})),
        json!({"type": "string", "example": "z"})
    );
}

#[test]
fn data_that_looks_like_a_schema_is_left_alone() {
    let data = json!({"type": ["string", "null"], "const": 1, "$ref": "#/nowhere"});
    let members = json!({"type": "object", "example": data, "default": data, "enum": [data], "x-a": data, "properties": {"const": {"type": "string"}}});
    assert_eq!(schema(&members), members);
}

#[test]
fn keywords_of_another_type_are_removed() {
    assert_eq!(
        schema_with(
            &json!({"type": "string", "items": {"type": "string"}, "required": ["a"], "minimum": 1, "format": "x"}),
            &["items", "required", "minimum"]
        ),
        json!({"type": "string", "format": "x"})
    );
    assert_eq!(
        schema(&json!({"items": {"type": "string"}})),
        json!({"type": "array", "items": {"type": "string"}})
    );
    assert_eq!(
        schema(&json!({"additionalProperties": {"type": "string"}})),
        json!({"type": "object", "additionalProperties": {"type": "string"}})
    );
}
