//! Services and values that are made up from the document.

use std::panic::catch_unwind;

use botpress_runtime::operations::{DeleteUser, GetUser};
use botpress_runtime::runtime::JsonCallError;
use botpress_runtime::testing::{Samples, Service, value};
use botpress_runtime::types::{Message, User};
use botpress_runtime::{Error, operations};
use serde_json::{Value, json};

use crate::{panic_message, user};

/// The result of each operation, called with made-up inputs.
async fn call_all(seed: u64) -> Vec<(&'static str, Result<Value, JsonCallError>)> {
    let client = Service::new().sampled(seed).client();
    let samples = Samples::new(seed);
    let mut results = Vec::new();
    for named in operations() {
        let id = named.operation().id();
        results.push((id, client.call_json(id, samples.input(id)).await));
    }
    results
}

#[tokio::test]
async fn every_operation_gets_a_response_that_fits_its_type() {
    for seed in 0..100 {
        for (id, result) in call_all(seed).await {
            assert!(result.is_ok(), "{id} with seed {seed}: {:?}", result.err());
        }
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_responses() {
    let responses = async |seed| {
        let results = call_all(seed).await.into_iter();
        results
            .map(|(_, result)| result.unwrap())
            .collect::<Vec<_>>()
    };
    let first = responses(1).await;
    assert_eq!(first, responses(1).await);
    assert_ne!(first, responses(2).await);
}

#[tokio::test]
async fn the_same_call_gets_the_same_response_and_another_call_another_one() -> Result<(), Error> {
    let client = Service::new().sampled(1).client();
    let first = client.get_user("user_1").await?.user;
    assert_ne!(client.get_user("user_2").await?.user, first);
    assert_eq!(client.get_user("user_1").await?.user, first);
    Ok(())
}

#[tokio::test]
async fn rules_come_before_samples() -> Result<(), Error> {
    let service = Service::new().sampled(1);
    service
        .on(|call: &GetUser| call.id == "user_1")
        .respond(json!({"user": user("user_1")}));
    let client = service.client();
    assert_eq!(client.get_user("user_1").await?.user.id, "user_1");
    assert_ne!(client.get_user("user_2").await?.user.id, "user_1");
    Ok(())
}

#[tokio::test]
async fn calls_without_rules_are_seen_with_their_inputs() -> Result<(), Error> {
    let service = Service::new().sampled(1);
    assert!(service.calls::<DeleteUser>().is_empty());
    service.client().delete_user("u").await?;
    service.client().get_user("v").await?;
    let calls = service.calls::<DeleteUser>();
    let ids: Vec<_> = calls.iter().map(|call| call.request.id.as_str()).collect();
    assert_eq!(ids, ["u"]);
    assert_eq!(service.calls::<GetUser>().len(), 1);
    Ok(())
}

#[tokio::test]
async fn lists_end_after_one_or_two_pages() -> Result<(), Error> {
    let mut counts = Vec::new();
    for seed in 0..20 {
        let mut pages = Service::new().sampled(seed).client().list_users().pages();
        let mut count = 0;
        while pages.try_next().await?.is_some() {
            count += 1;
        }
        counts.push(count);
    }
    assert!(
        counts.iter().all(|count| [1, 2].contains(count)),
        "{counts:?}"
    );
    assert!(counts.contains(&1) && counts.contains(&2), "{counts:?}");
    Ok(())
}

#[test]
fn values_of_types_can_be_made_up() {
    let samples = Samples::new(1);
    let user: User = value(samples.value("User"));
    assert_eq!(user, value(samples.value("User")));
    assert_ne!(user, value(Samples::new(2).value("User")));
    let _: Message = value(samples.value("Message"));
}

#[test]
fn unknown_names_are_reported() {
    let message = |act: fn()| panic_message(catch_unwind(act));
    assert_eq!(
        message(|| drop(Samples::new(1).input("getUsr"))),
        "the document has no operation `getUsr`"
    );
    assert_eq!(
        message(|| drop(Samples::new(1).value("Usr"))),
        "the API has no type `Usr`"
    );
}
