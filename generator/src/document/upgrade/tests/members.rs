//! Items of arrays and members of objects.

use serde_json::json;

use super::{schema, schema_with};

#[test]
fn tuples_become_arrays() {
    let point = json!({"type": "array", "prefixItems": [{"type": "number"}, {"type": "number"}], "minItems": 2, "maxItems": 2});
    assert_eq!(
        schema(&point),
        json!({
            "type": "array", "minItems": 2, "maxItems": 2,
            "description": "The items are, in this order: `number`, `number`.",
            "items": {"type": "number"}
        })
    );
    let closed =
        json!({"prefixItems": [{"type": "string"}, {"type": ["integer", "null"]}], "items": false});
    assert_eq!(
        schema(&closed),
        json!({
            "type": "array", "maxItems": 2,
            "description": "The items are, in this order: `string`, a value.",
            "items": {"anyOf": [{"type": "string"}, {"type": "integer"}], "nullable": true}
        })
    );
    let rest =
        json!({"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}});
    assert_eq!(
        schema(&rest),
        json!({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}})
    );
    assert_eq!(
        schema(&json!({"type": "array", "prefixItems": [{"type": "string"}]})),
        json!({"type": "array", "items": {}})
    );
    // The form before JSON Schema 2020-12.
    let old = json!({"type": "array", "items": [{"type": "string"}], "additionalItems": {"type": "integer"}});
    assert_eq!(
        schema(&old),
        json!({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}})
    );
    assert_eq!(
        schema(&json!({"type": "array", "items": false})),
        json!({"type": "array", "items": {}, "maxItems": 0})
    );
    assert_eq!(
        schema(&json!({"type": "array", "unevaluatedItems": {"type": "string"}})),
        json!({"type": "array", "items": {"type": "string"}})
    );
    assert_eq!(
        schema(
            &json!({"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": false})
        ),
        json!({"type": "array", "maxItems": 1, "items": {"type": "string"}})
    );
    assert_eq!(
        schema_with(
            &json!({"type": "array", "contains": {"type": "string"}, "minContains": 2}),
            &["contains"]
        ),
        json!({"type": "array"})
    );
}

#[test]
fn members_by_pattern_become_additional_properties() {
    assert_eq!(
        schema(
            &json!({"type": "object", "patternProperties": {"^a": {"type": "string"}}, "additionalProperties": false})
        ),
        json!({"type": "object", "description": "Names match `^a`.", "additionalProperties": {"type": "string"}})
    );
    assert_eq!(
        schema(
            &json!({"patternProperties": {"^a": {"type": "string"}, "^b": {"type": "integer"}}, "properties": {"c": {}}})
        ),
        json!({
            "type": "object", "description": "Other names match `^a` or `^b`.", "properties": {"c": {}},
            "additionalProperties": {"anyOf": [{"type": "string"}, {"type": "integer"}]}
        })
    );
    assert_eq!(
        schema(
            &json!({"type": "object", "patternProperties": {"^a": {"type": "string"}}, "additionalProperties": true})
        ),
        json!({"type": "object", "additionalProperties": true})
    );
    assert_eq!(
        schema(&json!({"type": "object", "propertyNames": {"pattern": "^a", "type": "string"}})),
        json!({"type": "object", "description": "Names match `^a`."})
    );
    assert_eq!(
        schema(
            &json!({"type": "object", "propertyNames": {"enum": ["a", "b"]}, "description": "It."})
        ),
        json!({"type": "object", "description": "It.\n\nNames are among `a`, `b`."})
    );
    assert_eq!(
        schema_with(
            &json!({"type": "object", "propertyNames": {"not": {}}}),
            &["propertyNames"]
        ),
        json!({"type": "object"})
    );
}

#[test]
fn unevaluated_properties_become_additional_properties() {
    assert_eq!(
        schema(&json!({"type": "object", "unevaluatedProperties": false})),
        json!({"type": "object", "additionalProperties": false})
    );
    assert_eq!(
        schema(&json!({"type": "object", "unevaluatedProperties": {"type": "null"}})),
        json!({"type": "object", "additionalProperties": {"enum": [null], "nullable": true}})
    );
    assert_eq!(
        schema(&json!({"allOf": [{}], "unevaluatedProperties": false})),
        json!({"allOf": [{}]})
    );
    assert_eq!(
        schema_with(
            &json!({"allOf": [{}], "unevaluatedProperties": {"type": "string"}}),
            &["unevaluatedProperties"]
        ),
        json!({"allOf": [{}]})
    );
}

#[test]
fn conditional_keywords_become_descriptions() {
    assert_eq!(
        schema(&json!({"type": "object", "dependentRequired": {"a": ["b", "c"], "d": ["e"]}})),
        json!({"type": "object", "description": "`b` and `c` are required with `a`.\n\n`e` is required with `d`."})
    );
    let conditional = json!({
        "type": "object",
        "properties": {"kind": {"type": "string"}},
        "if": {"properties": {"kind": {"const": "a"}}},
        "then": {"properties": {"kind": {}, "x": {"type": "string"}, "y": {"type": "string"}}, "required": ["x"]},
        "else": {"properties": {"x": {"type": ["integer", "null"]}}}
    });
    assert_eq!(
        schema_with(&conditional, &["if"]),
        json!({"type": "object", "properties": {
            "kind": {"type": "string"},
            "x": {"anyOf": [{"type": "string"}, {"type": "integer"}], "nullable": true},
            "y": {"type": "string"}
        }})
    );
    let dependent = json!({"type": "object", "dependentSchemas": {"a": {"properties": {"b": {"type": "string"}}}}});
    assert_eq!(
        schema_with(&dependent, &["dependentSchemas"]),
        json!({"type": "object", "properties": {"b": {"type": "string"}}})
    );
    let old = json!({"type": "object", "dependencies": {"a": ["b"], "c": {"properties": {"d": {"type": "string"}}}}});
    assert_eq!(
        schema_with(&old, &["dependencies"]),
        json!({"type": "object", "description": "`b` is required with `a`.", "properties": {"d": {"type": "string"}}})
    );
    assert_eq!(
        schema_with(&json!({"then": {"type": "string"}}), &["then"]),
        json!({})
    );
}
