//! The golden case `types`: types only, with the part of the runtime that they need.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/types/expected/mod.rs"]
mod generated;

pub use generated::types;

use std::collections::BTreeMap;

use openapi_client_runtime::{Nullable, Timestamp, Value};
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};
use types::{Circle, CircleKind, Color, Group, GroupKind, OwnerId, Problem, Shape};

#[test]
fn built_values_equal_decoded_ones() {
    let at: Timestamp = "2024-02-29T12:00:00Z".parse().unwrap();
    let circle = Circle::new(CircleKind::Circle, 1.5, at)
        .color(Color::Red)
        .label_null();
    let group = Group::new(GroupKind::Group)
        .shapes([Shape::from(circle.clone())])
        .parent(Group::new(GroupKind::Group))
        .owner(OwnerId::from("o"));
    let value = json!({
        "kind": "Group",
        "shapes": [{"kind": "Circle", "radius": 1.5, "at": "2024-02-29T12:00:00.000Z", "color": "red", "label": null}],
        "parent": {"kind": "Group"},
        "owner": "o",
    });
    assert_eq!(to_value(&group).unwrap(), value);
    assert_eq!(circle.label, Some(Nullable::Null));
    let shape: Shape = from_value(value).unwrap();
    assert_eq!(shape, Shape::Group(group));
}

#[test]
fn unknown_values_are_kept() {
    let value = json!({"kind": "Star", "points": 5});
    let shape: Shape = from_value(value.clone()).unwrap();
    assert!(matches!(&shape, Shape::Unlisted(Value::Object(_))));
    assert_eq!(to_value(shape).unwrap(), value);
    let open = json!({"kind": "Group", "more": "x"});
    let group: Group = from_value(open.clone()).unwrap();
    assert_eq!(group.additional_properties["more"], "x");
    assert_eq!(to_value(group).unwrap(), open);
    let missing = from_value::<Problem>(json!({"code": 1})).unwrap_err();
    assert_eq!(missing.to_string(), "missing field `message`");
}

#[test]
fn a_type_can_be_flattened_next_to_a_map() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Labeled {
        #[serde(flatten)]
        problem: Problem,
        #[serde(flatten)]
        labels: BTreeMap<String, Value>,
    }

    let value = json!({"message": "m", "code": 7, "more": [1]});
    let labeled: Labeled = from_value(value.clone()).unwrap();
    assert_eq!((labeled.problem.code, labeled.labels.len()), (Some(7), 1));
    assert_eq!(to_value(&labeled).unwrap(), value);
    let missing = from_value::<Labeled>(json!({"code": 7})).unwrap_err();
    assert_eq!(missing.to_string(), "missing field `message`");
}

#[test]
fn a_format_that_is_not_text_keeps_everything() {
    let at: Timestamp = "2024-02-29T12:00:00Z".parse().unwrap();
    let circle = Circle::new(CircleKind::Circle, 1.5, at);
    let group = Group::new(GroupKind::Group)
        .parent(Group::new(GroupKind::from("Set")))
        .additional_properties([("more", "x")]);
    for circle in [
        circle.clone(),
        circle.clone().label_null(),
        circle.label("l").color(Color::from("green")),
    ] {
        let bytes = bincode::serialize(&(&circle, &group)).unwrap();
        let read: (Circle, Group) = bincode::deserialize(&bytes).unwrap();
        assert_eq!(read, (circle, group.clone()));
    }
}

#[test]
fn an_additional_property_does_not_repeat_a_declared_one() {
    let group = Group::new(GroupKind::Group).additional_properties([("kind", "other")]);
    let error = serde_json::to_string(&group).unwrap_err().to_string();
    assert_eq!(
        error,
        "the additional member `kind` is declared, so it has a field of its own"
    );
}
