//! The golden case `schemas`: unions, enumerations as keys, `allOf`, and several responses of one operation.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/schemas/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/schemas/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use std::collections::HashSet;

use openapi_client_runtime::RetryPolicy;
use operations::{FindPetError, FindPetResponse};
use serde_json::{Value, json};
use test_server::{Reply, Server};
use types::{
    Animal, Dog, Letter, Parcel, Pet, Shipment, Thing, ThingEvent, ThingEventStopped,
    ThingEventStoppedType, ThingShade,
};

fn client(server: &Server) -> Client {
    Client::builder()
        .base_url(server.url())
        .retry(RetryPolicy::none())
        .build()
        .unwrap()
}

/// A server that records each body and returns it unchanged.
fn mirror() -> Server {
    Server::answering(|_, request| Reply::json(&request.body))
}

#[tokio::test]
async fn a_tag_selects_the_variant_of_a_union() {
    let client = client(&mirror());
    let dog = Dog::new("Rex").friends([Pet::Unlisted(json!({"kind": "bird", "wings": 2}))]);
    let response = client.add_pet(dog.clone()).await.unwrap();
    assert_eq!(response, Pet::Dog(dog));
    for (pet, is_known) in [
        (
            json!({"kind": "kitten", "lives": 9, "enemy": {"kind": "dog", "name": "Rex"}}),
            true,
        ),
        (json!({"kind": "fish", "fins": [1, null]}), false),
    ] {
        let input = pet.as_object().unwrap().clone();
        let response = client
            .call_json("addPet", json!({ "body": input }))
            .await
            .unwrap();
        assert_eq!(response, pet);
        let pet: Pet = serde_json::from_value(pet).unwrap();
        assert_eq!(matches!(pet, Pet::Cat(_)), is_known);
    }
}

#[test]
fn values_of_an_enumeration_can_be_keys() {
    let shades = ["light", "dusky", "light"].map(ThingShade::from);
    assert_eq!(HashSet::from(shades).len(), 2);
}

#[tokio::test]
async fn all_subschemas_form_one_type() {
    // Required in one subschema, described in another.
    let missing = serde_json::from_value::<Dog>(json!({"kind": "dog"})).unwrap_err();
    assert_eq!(missing.to_string(), "missing field `name`");
    // A single subschema is used directly.
    let animal = Animal::new("dog").name("Rex");
    assert_eq!(Thing::new(1).only(animal.clone()).only, Some(animal));
}

#[tokio::test]
async fn everything_survives() {
    let client = client(&mirror());
    let thing = json!({
        "id": u64::MAX, "day": "2024-02-29", "at": "2024-02-29T12:00:00.000Z", "shade": "dusky",
        "text_or_list": ["a"], "event": {"type": "stopped", "why": "x"}, "number_or_nothing": null,
        "only": {"kind": "dog"}, "any other": -7,
    });
    // An additional property is next to the others.
    let response = client.call_json("replaceThing", thing.clone()).await;
    assert_eq!(response.unwrap(), thing);
    let typed: Thing = serde_json::from_value(thing.clone()).unwrap();
    assert_eq!(typed.shade, Some(ThingShade::from("dusky")));
    assert_eq!(typed.additional_properties["any other"], -7);
    let stopped = ThingEventStopped::new(ThingEventStoppedType::Stopped).why("x");
    assert_eq!(typed.event, Some(ThingEvent::Stopped(stopped)));
    let response = client.replace_thing(typed).await.unwrap();
    assert_eq!(serde_json::to_value(response).unwrap(), thing);
    let started = json!({"type": "started", "on": true, "why": "not known here"});
    let event: ThingEvent = serde_json::from_value(started).unwrap();
    assert!(matches!(event, ThingEvent::Started(_)));
}

#[tokio::test]
async fn the_status_selects_the_response_variant() {
    let server = Server::start([
        Reply::json(r#"{"kind": "cat"}"#),
        Reply::new("202 Accepted", &[], "soon"),
        Reply::new("204 No Content", &[], ""),
        Reply::new("404 Not Found", &[], r#"{"message": "no such pet"}"#),
        Reply::new("409 Conflict", &[], r#"{"title": "it moved"}"#),
        Reply::new("500 Internal Server Error", &[], r#"{"title": "sorry"}"#),
        Reply::new("500 Internal Server Error", &[], "<html>"),
    ]);
    let client = client(&server);
    let find = || client.find_pet(7);
    assert!(matches!(
        find().await.unwrap(),
        FindPetResponse::Ok(Pet::Cat(_))
    ));
    assert!(matches!(find().await.unwrap(), FindPetResponse::Accepted(text) if text == "soon"));
    assert_eq!(find().await.unwrap(), FindPetResponse::NoContent(()));
    let error = find().await.unwrap_err();
    assert!(matches!(error.body(), Some(FindPetError::NotFound(_))));
    assert_eq!(error.to_string(), "findPet: 404 Not Found: no such pet");
    assert!(matches!(
        find().await.unwrap_err().body(),
        Some(FindPetError::ClientError(_))
    ));
    let error = find().await.unwrap_err();
    assert!(matches!(error.body(), Some(FindPetError::Default(_))));
    assert!(error.to_string().ends_with(": sorry"), "{error}");
    assert_eq!(find().await.unwrap_err().body(), None);
    assert_eq!(
        server.received()[0].header("accept"),
        Some("application/json, text/plain, application/problem+json")
    );
}

#[tokio::test]
async fn an_operation_without_an_id_is_named_for_its_route() {
    let server = Server::start([Reply::json(r#"["a"]"#)]);
    let client = client(&server);
    let day = "2024-02-29".parse().unwrap();
    assert_eq!(
        client.get_drafts_by_id_by_day("a b", day).await.unwrap(),
        ["a"]
    );
    let input = json!({"id": "a b", "day": "2024-02-29"});
    for name in ["getDraftsByIdByDay", "GET /drafts/{id}/{day}"] {
        let response: Value = client.call_json(name, input.clone()).await.unwrap();
        assert_eq!(response, json!(["a"]));
    }
    for request in server.received() {
        assert_eq!(request.target, "/drafts/a%20b/2024-02-29");
    }
}

#[test]
fn a_discriminator_that_no_type_declares_is_read_and_written() {
    for json in [
        json!({"form": "letter", "pages": 2}),
        json!({"form": "card", "pages": 1}),
        json!({"form": "parcel", "weight": 0.5}),
    ] {
        let shipment: Shipment = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&shipment).unwrap(), json);
        match shipment {
            Shipment::Letter(letter) => assert_eq!(letter.form.as_deref(), json["form"].as_str()),
            Shipment::Parcel(parcel) => assert_eq!(parcel.weight, Some(0.5)),
            Shipment::Unlisted(other) => panic!("{other}"),
        }
    }
    let new = [
        Shipment::from(Letter::new(3)),
        Shipment::from(Parcel::new().weight(1.5)),
    ];
    assert_eq!(
        serde_json::to_value(new).unwrap(),
        json!([{"form": "letter", "pages": 3}, {"form": "parcel", "weight": 1.5}])
    );
}
