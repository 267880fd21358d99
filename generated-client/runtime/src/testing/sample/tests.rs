//! Samples of schemas.

use super::*;

fn schemas(definitions: &Value) -> Schemas {
    Schemas::new(&json!({ "$defs": definitions }).to_string())
}

fn samples(schemas: &Schemas, schema: &Value) -> Vec<Value> {
    let sampler = |seed| Sampler::new(schemas, Direction::Output, seed, []);
    (0..200).map(|seed| sampler(seed).value(schema)).collect()
}

#[test]
fn values_of_schemas_that_refer_to_themselves_end() {
    let tree = json!({
        "type": "object",
        "properties": {
            "next": {"$ref": "#/$defs/Tree"},
            "branches": {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
            "sum": {"$ref": "#/$defs/Sum"},
        },
        "required": ["sum"],
        "additionalProperties": false,
    });
    // The first alternative alone would never end.
    let sum = json!({"anyOf": [
        {"type": "array", "items": {"$ref": "#/$defs/Sum"}, "minItems": 2},
        {"type": "integer"},
    ]});
    let schemas = schemas(&json!({"Tree": tree, "Sum": sum}));
    for value in samples(&schemas, &json!({"$ref": "#/$defs/Tree"})) {
        let text = value.to_string();
        assert!(!text.contains("null"), "{text}");
    }
}

#[test]
fn a_schema_that_requires_itself_ends_with_null() {
    let endless = json!({
        "type": "object",
        "properties": {"self": {"$ref": "#/$defs/Endless"}},
        "required": ["self"],
        "additionalProperties": false,
    });
    let schemas = schemas(&json!({ "Endless": endless }));
    for value in samples(&schemas, &json!({"$ref": "#/$defs/Endless"})) {
        assert!(value.to_string().contains("null"));
    }
}

#[test]
fn deep_and_wide_values_are_complete_or_end() {
    let mut definitions = Map::new();
    for level in 0..100 {
        let inner = json!({"$ref": format!("#/$defs/L{}", level + 1)});
        let schema = json!({"type": "object", "properties": {"next": inner}, "required": ["next"]});
        definitions.insert(format!("L{level}"), schema);
    }
    definitions.insert("L100".to_owned(), json!({"type": "string"}));
    let endless = json!({"$ref": "#/$defs/Twice"});
    let endless = json!({"type": "array", "items": endless, "minItems": 2});
    definitions.insert("Twice".to_owned(), endless);
    let schemas = schemas(&definitions.into());
    let sampler = |seed| Sampler::new(&schemas, Direction::Output, seed, []);
    let deep = sampler(0).value(&json!({"$ref": "#/$defs/L0"}));
    assert!(!deep.to_string().contains("null"));
    let twice = sampler(0).value(&json!({"$ref": "#/$defs/Twice"}));
    assert!(twice.to_string().contains("null"));
}

#[test]
fn samples_reach_all_that_a_schema_allows() {
    let schemas = schemas(&json!({}));
    for (schema, expected) in [
        (
            json!({"enum": ["a", "b", 1]}),
            vec![json!("a"), json!("b"), json!(1)],
        ),
        (
            json!({"type": ["boolean", "null"]}),
            vec![json!(true), json!(false), json!(null)],
        ),
        (
            json!({"type": "integer", "minimum": 254, "maximum": 256}),
            vec![json!(254), json!(255), json!(256)],
        ),
        (
            json!({"type": "integer", "exclusiveMaximum": -96, "multipleOf": 50}),
            vec![json!(-150), json!(-100)],
        ),
        (json!({"type": "string", "maxLength": 0}), vec![json!("")]),
        (
            json!({"type": "string", "maxLength": 0, "anyOf": [{"pattern": "a"}, {"format": "x"}]}),
            vec![json!("")],
        ),
        (
            json!({"type": "integer", "anyOf": [{"minimum": 3, "maximum": 3}, {"minimum": 5, "maximum": 5}]}),
            vec![json!(3), json!(5)],
        ),
        (
            json!({"type": "integer", "enum": [1, 1e23, -1e23]}),
            vec![json!(1)],
        ),
        (
            json!({"type": "array", "items": {"const": 1}, "minItems": 2, "maxItems": 3}),
            vec![json!([1, 1]), json!([1, 1, 1])],
        ),
        (
            json!({"type": "object", "properties": {"a": {"const": 1}}, "additionalProperties": false}),
            vec![json!({}), json!({"a": 1})],
        ),
        (
            json!({"type": "object", "properties": {"a": {"const": 1, "writeOnly": true}}, "additionalProperties": false}),
            vec![json!({})],
        ),
    ] {
        let samples = samples(&schemas, &schema);
        assert!(
            samples.iter().all(|sample| expected.contains(sample)),
            "{schema}: {samples:?}"
        );
        assert!(
            expected.iter().all(|value| samples.contains(value)),
            "{schema}: {samples:?}"
        );
    }
}

#[test]
fn values_with_unlisted_members_have_those_that_the_condition_requires() {
    let schema = json!({
        "type": "object",
        "properties": {"id": {"type": "string"}, "tag": {"type": "string"}},
        "required": [],
        "additionalProperties": {"type": "integer"},
        "if": {"propertyNames": {"enum": ["id", "tag"]}},
        "else": {"required": ["id"]},
    });
    let values = samples(&schemas(&json!({})), &schema);
    let listed = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .all(|name| name == "id" || name == "tag")
    };
    assert!(values.iter().any(|value| value.get("id").is_none()));
    assert!(
        values
            .iter()
            .all(|value| listed(value) || value["id"].is_string())
    );
}
