//! The golden case `combined`: items, values and numbers that several subschemas describe.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/combined/expected/mod.rs"]
mod generated;

pub use generated::types;

use serde_json::{Value, from_value, json, to_value};
use types::{
    AllItem, AlternativesItem, Base, ExtendedItem, Holder, ListsItem, MapsValue, Tree,
    TreeKidsItem, ValuesValue, Wide, WordsItem,
};

/// Reads a holder, which must be written unchanged.
fn read(value: &Value) -> Holder {
    let holder: Holder = from_value(value.clone()).unwrap();
    assert_eq!(to_value(&holder).unwrap(), *value);
    holder
}

#[test]
fn items_have_the_properties_of_all_schemas() {
    let holder = Holder::new()
        .alternatives([AlternativesItem::new().a("x").b(2)])
        .all([AllItem::new(1).a("x")])
        .lists([ListsItem::new().a("x").b("y")])
        .references([Wide::new().id("1").name("x")])
        .extended([ExtendedItem::new("1").more(true)])
        .words(["a", "b"]);
    let value = json!({
        "alternatives": [{"a": "x", "b": 2}],
        "all": [{"a": "x", "b": 1}],
        "lists": [{"a": "x", "b": "y"}],
        "references": [{"id": "1", "name": "x"}],
        "extended": [{"id": "1", "more": true}],
        "words": ["a", "b"],
    });
    assert_eq!(read(&value), holder);
    assert_eq!(holder.words, Some(vec![WordsItem::A, WordsItem::B]));
    let _: Base = Base::new("1");
}

#[test]
fn values_have_the_properties_of_all_schemas() {
    let holder = Holder::new()
        .values([("k", ValuesValue::new().a("x").b(1).c(2))])
        .maps([("k", MapsValue::new().a("x").b("y"))]);
    let value = json!({
        "values": {"k": {"a": "x", "b": 1, "c": 2}},
        "maps": {"k": {"a": "x", "b": "y"}},
    });
    assert_eq!(read(&value), holder);
}

#[test]
fn an_item_may_extend_the_object_that_has_it() {
    let tree = Tree::new().kids([TreeKidsItem::new().name("x").order(1)]);
    let value = json!({"kids": [{"name": "x", "order": 1}]});
    assert_eq!(from_value::<Tree>(value).unwrap(), tree);
}
