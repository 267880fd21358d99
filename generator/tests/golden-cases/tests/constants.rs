//! The golden case `constants`: enumerations, constants, and tags of unions that are not strings.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/constants/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/constants/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use openapi_client_runtime::Nullable;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use test_server::{Reply, Server};
use types::{
    ByBoolean, ByComposed, ByFraction, ByNumber, Component, Grown, Level, Lists, MappedComponent,
    Nested, NullMember, NullOptional, NullTag, OptionalTag, Outcome, Ratio, RatioDeleted,
    RatioLarge, RatioMaybe, RatioWhole, Size, TwoTags,
};

/// Reads a value, and makes sure that nothing of it is lost.
#[allow(
    clippy::needless_pass_by_value,
    reason = "calls with json! read better"
)]
fn read<T: DeserializeOwned + Serialize>(value: Value) -> T {
    let read: T = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), value);
    read
}

#[test]
fn values_may_be_names_of_the_prelude() {
    assert_eq!(read::<Outcome>(json!("err")), Outcome::Err);
    assert_eq!("err".parse(), Ok(Outcome::Err));
    assert_eq!(read::<Outcome>(json!("some")), Outcome::Some);
}

#[test]
fn enumerations_of_numbers_are_open() {
    assert_eq!(read::<Level>(json!(10)), Level::Low);
    assert_eq!(read::<Level>(json!(-1)), Level::Minus1);
    assert_eq!(Level::from(200), Level::N200);
    assert_eq!(Level::Off, 0);
    for unlisted in [json!(7), json!(1.5), json!(u64::MAX)] {
        let level: Level = read(unlisted.clone());
        assert!(matches!(&level, Level::Unlisted(_)), "{level:?}");
        assert_eq!(level.to_string(), unlisted.to_string());
    }
    assert_eq!(serde_json::from_str::<Level>("10.0").unwrap(), Level::Low);
    assert!(serde_json::from_str::<Level>("\"10\"").is_err());
    assert_eq!(read::<Size>(json!(2)), Size::Large);
    let large: RatioLarge = read(json!(4_294_967_296_i64));
    assert_eq!(large, RatioLarge::N4294967296);
    assert_eq!(large.to_string(), "4294967296");
    let ratio = Ratio::new(0.5).whole(RatioWhole::N2).deleted(true);
    let maybe = ratio.clone().maybe(RatioMaybe::N1);
    assert_eq!(
        serde_json::to_value(&maybe).unwrap(),
        json!({"value": 0.5, "whole": 2, "deleted": true, "maybe": 1})
    );
    assert_eq!(maybe.maybe, Some(Nullable::Value(RatioMaybe::N1)));
    assert_eq!(ratio.deleted.map(bool::from), Some(true));
    assert_eq!(read::<RatioDeleted>(json!(false)), RatioDeleted::False);
}

#[test]
fn tags_may_be_numbers_and_booleans() {
    let component = |number: u64| read::<Component>(json!({"type": number, "id": 5}));
    assert!(matches!(component(1), Component::Row(_)));
    assert!(matches!(component(2), Component::Button(_)));
    assert!(matches!(component(5), Component::Select(_)));
    assert!(matches!(component(9), Component::Unlisted(_)));
    let mapped = |value: Value| read::<MappedComponent>(value);
    let button = mapped(json!({"type": 2, "id": 5}));
    assert!(matches!(button, MappedComponent::Button(_)));
    let written_with_fraction = serde_json::from_str(r#"{"type": 2.0, "id": 5}"#).unwrap();
    assert!(matches!(written_with_fraction, MappedComponent::Button(_)));
    let good = read::<types::Result2>(json!({"ok": true, "note": "n"}));
    assert!(matches!(good, types::Result2::Good(_)));
    let bad = read::<types::Result2>(json!({"ok": false, "note": "n"}));
    assert!(matches!(bad, types::Result2::Bad(_)));
}

#[test]
fn a_constant_that_differs_speaks_against_a_variant() {
    let optional = |value: Value| read::<OptionalTag>(value);
    let two = json!({"type": 2, "text": "t"});
    assert!(matches!(optional(two), OptionalTag::Two(_)));
    assert!(matches!(
        optional(json!({"text": "t"})),
        OptionalTag::One(_)
    ));
    // Even if the other variant keeps less.
    let more: OptionalTag =
        serde_json::from_value(json!({"type": 2, "text": "t", "more": "m"})).unwrap();
    assert!(matches!(more, OptionalTag::Two(_)));

    let nested = |is_final: bool| read::<Nested>(json!({"meta": {"final": is_final}}));
    assert!(matches!(nested(true), Nested::Text(_)));
    assert!(matches!(nested(false), Nested::Image(_)));

    let tags = |a: &str, b: &str| read::<TwoTags>(json!({"a": a, "b": b}));
    assert!(matches!(tags("x", "p"), TwoTags::First(_)));
    assert!(matches!(tags("x", "q"), TwoTags::Second(_)));
    assert!(matches!(tags("y", "q"), TwoTags::Third(_)));
}

#[test]
fn null_is_a_tag() {
    let tag = |kind: Value| read::<NullTag>(json!({"kind": kind, "text": "t"}));
    assert!(matches!(tag(json!(null)), NullTag::Absent(_)));
    assert!(matches!(tag(json!("a")), NullTag::Present(_)));
    assert!(matches!(tag(json!("b")), NullTag::Unlisted(_)));
    let member = |kind: Value| read::<NullMember>(json!({"kind": kind, "text": "t"}));
    assert!(matches!(member(json!(null)), NullMember::Gone(_)));
    assert!(matches!(member(json!("a")), NullMember::Here(_)));
    let optional = |kind: Value| read::<NullOptional>(json!({"kind": kind, "text": "t"}));
    assert!(matches!(optional(json!(null)), NullOptional::Off(_)));
    assert!(matches!(optional(json!("a")), NullOptional::On(_)));
    assert!(matches!(optional(json!(3)), NullOptional::On(_)));
    assert!(matches!(
        serde_json::from_value(json!({"kind": "a", "more": "m"})).unwrap(),
        NullOptional::On(_)
    ));
}

#[test]
fn keys_of_mappings_may_be_spelled_in_another_way() {
    let number = |k: Value| serde_json::from_value::<ByNumber>(json!({"k": k})).unwrap();
    assert!(matches!(number(json!(1)), ByNumber::First(_)));
    assert!(matches!(number(json!(2)), ByNumber::Second(_)));
    assert!(matches!(number(json!(2.5)), ByNumber::Third(_)));
    assert!(matches!(number(json!(3)), ByNumber::Unlisted(_)));
    let boolean = |k: bool| read::<ByBoolean>(json!({"k": k}));
    assert!(matches!(boolean(true), ByBoolean::Yes(_)));
    assert!(matches!(boolean(false), ByBoolean::No(_)));
    let fraction = |k: f64| read::<ByFraction>(json!({"k": k}));
    assert!(matches!(fraction(0.5), ByFraction::Half(_)));
    assert!(matches!(fraction(0.25), ByFraction::Quarter(_)));
    let composed = |k: &str| read::<ByComposed>(json!({"k": k}));
    assert!(matches!(composed("one"), ByComposed::One(_)));
    assert!(matches!(composed("two"), ByComposed::Two(_)));
    assert!(matches!(composed("three"), ByComposed::Unlisted(_)));
}

#[test]
fn values_that_are_not_listed_count() {
    let lists = |values: &[&str]| read::<Lists>(json!({"values": values}));
    assert!(matches!(lists(&["a", "b"]), Lists::Letters(_)));
    assert!(matches!(lists(&["1", "2"]), Lists::Digits(_)));
    assert!(matches!(lists(&["1", "b", "2"]), Lists::Digits(_)));
    let grown = read::<Grown>(json!({"status": "c", "text": "t"}));
    assert!(matches!(grown, Grown::Known(_)));
}

#[tokio::test]
async fn constants_are_sent_and_read() {
    let server = Server::answering(|_, request| {
        assert_eq!(request.target, "/components?level=10&deep=true");
        Reply::new(
            "500 Internal Server Error",
            &[],
            r#"{"code": 404, "message": "none"}"#,
        )
    });
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let call = client
        .get_component()
        .level(Level::Low)
        .deep(operations::GetComponentDeep::True);
    let error = call.await.unwrap_err();
    assert_eq!(
        error.api().map(openapi_client_runtime::ApiError::status),
        Some(404)
    );
}
