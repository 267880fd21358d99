//! Schemas that a short text makes endless work of: chains and diamonds of references, and what is deep in itself.

use serde_json::{Map, Value, json};

use super::dice::Dice;
use super::mutate::Mutator;

type Link = fn(Value, Value) -> Value;

/// How a schema holds the next one, or the next two.
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
        let mut beside = one;
        if let (Some(members), Value::Object(more)) = (
            beside.as_object_mut(),
            json!({"description": "x", "properties": {"a": other}, "type": ["object", "null"]}),
        ) {
            members.extend(more);
        }
        beside
    },
];

const LENGTHS: &[usize] = &[8, 25, 60, 200, 2000];

pub(super) fn plant(this: &mut Mutator<'_, '_>) -> Option<()> {
    let links: Vec<Link> = (0..=this.dice.below(2))
        .filter_map(|_| this.dice.pick(LINKS).copied())
        .collect();
    let length = *this.dice.pick(LENGTHS)?;
    let first = if this.dice.once_in(4) {
        nested(&links, length)
    } else {
        let schemas = chain(&mut this.dice, &links, length);
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

/// Each schema refers to the next, and perhaps to the one after it. The last one may lead back to the first.
fn chain(dice: &mut Dice<'_>, links: &[Link], length: usize) -> Map<String, Value> {
    let skips = dice.below(2);
    let is_circle = dice.once_in(3);
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

/// All in one schema. Where there are two in each, one of them is small.
fn nested(links: &[Link], length: usize) -> Value {
    // Readers give up at some depth.
    let levels = 0..length.min(60);
    levels.fold(json!({"type": "string"}), |inner, level| {
        links[level % links.len()](inner, json!({"type": "integer"}))
    })
}
