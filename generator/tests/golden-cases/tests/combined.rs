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
    AllItem, AlternativesItem, Base, Described, ExtendedItem, Holder, ListOrObject,
    ListOrObjectListItem, ListsItem, MapsValue, NumberLists, Numbers, Tree, TreeKidsItem,
    ValuesValue, Wide, Widened, WordsItem,
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

#[test]
fn the_width_of_an_integer_depends_on_all_limits() {
    let numbers = Numbers::new()
        .apart(5_000_000_000_i64)
        .below(-5_000_000_000_i64)
        .narrow(5_i32)
        .nested(5_000_000_000_i64)
        .either(5_000_000_000_i64)
        .alias(5_000_000_000_i64)
        .unsigned(u64::MAX)
        .largest(u64::MAX)
        .inside(5_i32);
    let read: Numbers = from_value(to_value(&numbers).unwrap()).unwrap();
    assert_eq!(read, numbers);
    let widened = Widened::new()
        .first(5_000_000_000_i64)
        .second(5_000_000_000_i64);
    assert_eq!(widened.first, Some(5_000_000_000));
}

#[test]
fn the_width_of_integers_in_lists_and_maps_depends_on_all_limits() {
    let large = 5_000_000_000_i64;
    let value = json!({
        "referenced": [large],
        "below": [-large],
        "typed": [large],
        "lists": [[large]],
        "either": [large],
        "values": {"k": large},
        "narrow": [5],
        "open": {"name": "x", "k": large},
    });
    let read: NumberLists = from_value(value.clone()).unwrap();
    assert_eq!(to_value(&read).unwrap(), value);
    assert_eq!(read.narrow, Some(vec![5_i32]));
}

#[test]
fn an_all_of_applies_to_each_of_several_types() {
    let list: ListOrObject = from_value(json!([{"a": "x", "b": "y"}])).unwrap();
    assert_eq!(
        list,
        ListOrObject::from(vec![ListOrObjectListItem::new().a("x").b("y")])
    );
    let map: ListOrObject = from_value(json!({"k": 1})).unwrap();
    assert!(matches!(map, ListOrObject::Map(_)));
    let list: Described = from_value(json!(["x"])).unwrap();
    assert_eq!(list, Described::from(vec!["x".to_owned()]));
    let map: Described = from_value(json!({"k": 1})).unwrap();
    assert!(matches!(map, Described::Map(_)));
}
