//! References and origins.

use serde_json::{Value, json};

use super::{load, schemas, upgraded};
use crate::source::Pointer;

#[test]
fn siblings_of_a_reference_move_it_to_all_of() {
    let all = schemas(&json!({
        "A": {"$ref": "#/components/schemas/C", "description": "It.", "type": ["object", "null"]},
        "B": {"$ref": "#/components/schemas/C", "$comment": "No.", "x-a": 1},
        "C": {"type": "object"},
        "D": {"$ref": "#/components/schemas/C", "allOf": [{"type": "object"}]}
    }));
    let reference = json!({"$ref": "#/components/schemas/C"});
    assert_eq!(
        all["A"],
        json!({"description": "It.", "type": "object", "nullable": true, "allOf": [reference]})
    );
    assert_eq!(
        all["B"],
        json!({"$ref": "#/components/schemas/C", "x-a": 1})
    );
    assert_eq!(all["D"], json!({"allOf": [{"type": "object"}, reference]}));
}

#[test]
fn references_follow_moved_nodes() {
    let at = |pointer: &str| format!("#/components/schemas/{pointer}");
    let reference = |pointer: &str| json!({ "$ref": at(pointer) });
    let all = json!({
        "A": {"$defs": {"B": {"type": "string"}}, "definitions": {"C": {"type": "integer"}}, "properties": {
            "b": reference("A/$defs/B"), "c": reference("A/definitions/C"), "d": reference("T/prefixItems/1/properties/x"),
            "e": reference("U/oneOf/2"), "f": reference("P/patternProperties/%5Ea"), "g": reference("M/items"), "h": reference("N/anyOf/0/properties/y")
        }},
        "T": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "object", "properties": {"x": {"type": "boolean"}}}], "items": false},
        "U": {"oneOf": [{"type": "null"}, {"type": "string"}, {"type": "integer"}]},
        "P": {"type": "object", "patternProperties": {"^a": {"type": "string"}}},
        "M": {"type": ["array", "string"], "items": {"type": "number"}},
        "N": {"anyOf": [{"type": "object", "properties": {"y": {"type": "string"}}}, {"type": "null"}]}
    });
    let (root, found) = upgraded(&json!({"components": {"schemas": all}}));
    assert_eq!(found, Vec::<String>::new());
    let properties = &root["components"]["schemas"]["A"]["properties"];
    let lead = |name: &str| {
        let text = properties[name]["$ref"].as_str().unwrap();
        let target = Pointer::from_fragment(text).unwrap().find(&root).cloned();
        (
            text.trim_start_matches("#/components/schemas/").to_owned(),
            target.unwrap_or_default(),
        )
    };
    let leads = |pointer: &str, target: Value| (pointer.to_owned(), target);
    assert_eq!(lead("b"), leads("A/x-$defs/B", json!({"type": "string"})));
    assert_eq!(
        lead("c"),
        leads("A/x-definitions/C", json!({"type": "integer"}))
    );
    assert_eq!(
        lead("d"),
        leads("T/items/anyOf/1/properties/x", json!({"type": "boolean"}))
    );
    assert_eq!(lead("e"), leads("U/oneOf/1", json!({"type": "integer"})));
    assert_eq!(
        lead("f"),
        leads("P/additionalProperties", json!({"type": "string"}))
    );
    assert_eq!(
        lead("g"),
        leads("M/oneOf/0/items", json!({"type": "number"}))
    );
    assert_eq!(
        lead("h"),
        leads("N/properties/y", json!({"type": "string"}))
    );
}

#[test]
fn references_by_name_become_pointers() {
    let all = schemas(&json!({
        "Tree": {
            "$id": "https://example.com/tree", "$dynamicAnchor": "node",
            "$defs": {"leaf": {"$anchor": "leaf", "type": "string"}},
            "properties": {"children": {"items": {"$dynamicRef": "#node"}}, "leaf": {"$ref": "#leaf"}, "def": {"$ref": "#/$defs/leaf"}}
        },
        "Other": {"properties": {"tree": {"$ref": "https://example.com/tree"}, "leaf": {"$ref": "https://example.com/tree#leaf"}}}
    }));
    let refer = |pointer: &str| json!({"$ref": format!("#/components/schemas/{pointer}")});
    assert_eq!(
        all["Tree"]["properties"],
        json!({"children": {"type": "array", "items": refer("Tree")}, "leaf": refer("Tree/x-$defs/leaf"), "def": refer("Tree/x-$defs/leaf")})
    );
    assert_eq!(all["Other"]["properties"]["tree"], refer("Tree"));
    assert_eq!(
        all["Other"]["properties"]["leaf"],
        refer("Tree/x-$defs/leaf")
    );
}

#[test]
fn the_document_can_be_referred_to_by_its_own_name() {
    let (root, found) = upgraded(&json!({
        "openapi": "3.2.0", "$self": "https://example.com/api.json",
        "components": {"schemas": {"A": {"type": "string"}, "B": {"$ref": "https://example.com/api.json#/components/schemas/A"}}}
    }));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(
        root["components"]["schemas"]["B"],
        json!({"$ref": "#/components/schemas/A"})
    );
}

#[test]
fn schemas_in_unusual_places_are_rewritten_too() {
    let (root, found) = upgraded(&json!({
        "components": {"schemas": {"A": {"$ref": "#/definitions/B"}, "C": {"$ref": "#/definitions/B/properties/c"}}},
        "definitions": {"B": {"type": ["object", "null"], "properties": {"c": {"const": 1}}}, "Unused": {"const": 1}}
    }));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(
        root["definitions"]["B"],
        json!({"type": "object", "properties": {"c": {"enum": [1], "type": "integer"}}, "nullable": true})
    );
    assert_eq!(root["definitions"]["Unused"], json!({"const": 1}));
}

#[test]
fn problems_have_the_location_in_the_text() {
    // A problem deep in a moved node.
    let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    X:\n      anyOf:\n      - type: 'null'\n      - prefixItems:\n        - type: string\n        - type: array\n          contains: {type: string}\n";
    let (root, found) = load(text);
    assert_eq!(
        root["components"]["schemas"]["X"],
        json!({"nullable": true, "type": "array", "description": "The items are, in this order: `string`, `array`, then any number of others.", "items": {}})
    );
    assert_eq!(
        found,
        Vec::<String>::new(),
        "a node that was dropped as a whole is not checked"
    );
    let text = format!("{text}        maxItems: 2\n");
    let (_, found) = load(&text);
    assert_eq!(
        found,
        ["dropped-keyword #/components/schemas/X/anyOf/1/prefixItems/1/contains 12"]
    );
}

#[test]
fn templates_are_filled_in_one_way() {
    let list = json!({"$dynamicAnchor": "item", "type": "array", "items": {"$dynamicRef": "#item"}, "$defs": {"default": {"$dynamicAnchor": "item", "type": "string"}}});
    let (root, found) = upgraded(&json!({"components": {"schemas": {"List": list}}}));
    assert_eq!(
        found,
        ["dynamic-reference #/components/schemas/List/items/$dynamicRef 1"]
    );
    let items = &root["components"]["schemas"]["List"]["items"];
    assert_eq!(*items, json!({"$ref": "#/components/schemas/List"}));
}
