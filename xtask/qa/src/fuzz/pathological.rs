//! Schemas that are short to write and expensive to process: chains and diamonds of references, and deep nesting.

use serde_json::{Map, Value, json};

use super::entropy::Entropy;
use super::mutate::Mutator;

type Link = fn(Value, Value) -> Value;

/// The ways in which a schema contains the next one, or the next two.
const LINKS: &[Link] = &[
    |one, _| json!({"type": "object", "properties": {"a": one}}),
    |one, _| json!({"type": "object", "required": ["a"], "properties": {"a": one}}),
    |one, other| json!({"type": "object", "properties": {"a": one, "b": other}}),
    |one, _| json!({"type": "array", "items": one}),
    |one, _| json!({"type": "object", "additionalProperties": one}),
    |one, _| json!({"not": one}),
    |one, _| json!({"allOf": [one]}),
    |one, _| json!({"oneOf": [one]}),
    |one, other| json!({"allOf": [one, other]}),
    |one, other| json!({"oneOf": [one, other]}),
    |one, other| json!({"anyOf": [one, other, {"type": "null"}]}),
    |one, other| json!({"allOf": [one, {"oneOf": [other, {"type": "object"}]}]}),
    |one, other| json!({"allOf": [one], "oneOf": [other], "properties": {"a": {"type": "string"}}}),
    |one, other| json!({"allOf": [one, {"properties": {"a": other}}]}),
    |one, other| json!({"oneOf": [one, other], "discriminator": {"propertyName": "kind"}}),
    |one, other| json!({"type": "object", "properties": {"a": {"oneOf": [one, other]}}}),
    |one, other| json!({"prefixItems": [one, other]}),
    |one, other| json!({"if": one, "then": other}),
    |one, other| json!({"$defs": {"a": one, "b": other}, "allOf": [{"$ref": "#/$defs/a"}]}),
    |one, other| {
        let mut schema = one;
        if let (Some(members), Value::Object(siblings)) = (
            schema.as_object_mut(),
            json!({"description": "x", "properties": {"a": other}, "type": ["object", "null"]}),
        ) {
            members.extend(siblings);
        }
        schema
    },
];

const LENGTHS: &[usize] = &[8, 25, 60, 200, 2000];

/// Replaces a schema of the document with a pathological one.
pub(super) fn insert(this: &mut Mutator<'_, '_>) -> Option<()> {
    let links: Vec<Link> = (0..=this.entropy.below(2))
        .filter_map(|_| this.entropy.choose(LINKS).copied())
        .collect();
    let length = *this.entropy.choose(LENGTHS)?;
    let first = if this.entropy.one_in(4) {
        nested(&links, length)
    } else {
        let schemas = chain(&mut this.entropy, &links, length);
        let components = this.root.as_object_mut()?;
        let components = components.entry("components").or_insert_with(|| json!({}));
        let components = components.as_object_mut()?;
        let known = components.entry("schemas").or_insert_with(|| json!({}));
        known.as_object_mut()?.extend(schemas);
        reference(0)
    };
    this.put_schema(first)
}

fn reference(index: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/Link{index}")})
}

/// Each schema refers to the next and perhaps to the one after it. The last one may refer back to the first.
fn chain(entropy: &mut Entropy<'_>, links: &[Link], length: usize) -> Map<String, Value> {
    let skips = entropy.below(2);
    let is_circle = entropy.one_in(3);
    let mut schemas: Map<String, Value> = (0..length)
        .map(|index| {
            let link = links[index % links.len()];
            let (one, other) = (index + 1, index + 1 + skips);
            let schema = link(reference(one), reference(other));
            (format!("Link{index}"), schema)
        })
        .collect();
    for end in [length, length + 1] {
        let schema = if is_circle {
            reference(0)
        } else {
            json!({"type": "object", "properties": {"end": {"type": "string"}}})
        };
        schemas.insert(format!("Link{end}"), schema);
    }
    schemas
}

/// All links nested in one schema. Where a link contains two schemas, one of them is small.
fn nested(links: &[Link], length: usize) -> Value {
    // Parsers give up at some depth.
    let levels = 0..length.min(60);
    levels.fold(json!({"type": "string"}), |inner, level| {
        links[level % links.len()](inner, json!({"type": "integer"}))
    })
}
