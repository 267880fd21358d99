//! The golden case `composed`: `allOf` and types that contain themselves.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/composed/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/composed/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use openapi_client_runtime::Timestamp;
use serde_json::json;
use test_server::{Reply, Server};
use types::{
    Car, OpenPull, OpenPullBy, OpenPullState, PullHead, Review, Stamp, Tree, TreeGrafted, Vehicle,
};

fn mirror() -> (Server, Client) {
    let server = Server::answering(|_, request| Reply::json(&request.body));
    let client = Client::builder().base_url(server.url()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn types_that_contain_themselves_are_finite() {
    let (_server, client) = mirror();
    let right = TreeGrafted::new("right", 7).grafted(TreeGrafted::new("graft", 8).leaf("x"));
    let tree = Tree::new("root")
        .left(Tree::new("left").leaf("green"))
        .right_null()
        .grafted(right);
    assert_eq!(client.plant(tree.clone()).await.unwrap(), tree);
    let json = json!({
        "name": "root", "left": {"name": "left", "leaf": "green"}, "right": null,
        "grafted": {"name": "right", "scar": 7, "grafted": {"name": "graft", "scar": 8, "leaf": "x"}},
    });
    assert_eq!(serde_json::to_value(&tree).unwrap(), json);
    assert_eq!(client.call_json("plant", json.clone()).await.unwrap(), json);
}

#[tokio::test]
async fn a_property_matches_all_subschemas() {
    let (_server, client) = mirror();
    // Only the first subschema describes `sha`.
    let head = PullHead::new().ref_("main").sha("c0ffee");
    let pull = OpenPull::new(head, OpenPullBy::Robot)
        .state(OpenPullState::Open)
        .number(3);
    let response = client.pull(pull.clone()).await.unwrap();
    assert_eq!(response, pull);
    assert_eq!(
        serde_json::to_value(pull).unwrap(),
        json!({"head": {"ref": "main", "sha": "c0ffee"}, "state": "open", "number": 3, "by": "robot"})
    );
    // Every alternative requires it.
    let missing = serde_json::from_value::<OpenPull>(json!({"head": {"ref": "x"}}));
    assert_eq!(missing.unwrap_err().to_string(), "missing field `by`");
}

#[tokio::test]
async fn a_base_type_keeps_the_members_of_its_variants() {
    let (_server, client) = mirror();
    let car = json!({"kind": "car", "doors": 5});
    let response = client.call_json("park", car.clone()).await.unwrap();
    assert_eq!(response, car);
    let vehicle = client.park(Vehicle::new("car")).await.unwrap();
    assert!(vehicle.additional_properties.is_empty());
    let car: Car = serde_json::from_value(car).unwrap();
    assert_eq!(car.doors, Some(5));
}

#[tokio::test]
async fn the_narrower_type_of_two_subschemas_applies() {
    let (server, client) = mirror();
    let at: Timestamp = "2024-02-29T12:00:00.500Z".parse().unwrap();
    let stamp = Stamp::new().at(at).count(3_i32).id("a1");
    assert_eq!(client.stamp(stamp.clone()).await.unwrap(), stamp);
    let json = json!({"shape": {"kind": "round", "radius": 2}});
    assert_eq!(client.call_json("stamp", json.clone()).await.unwrap(), json);

    client.review().review(Review::new(5)).await.unwrap();
    assert_eq!(server.received()[2].body, r#"{"stars":5}"#);
}
