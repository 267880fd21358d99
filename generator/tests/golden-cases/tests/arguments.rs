//! The golden case `arguments`: the forms in which callers have lists, maps, free-form objects and values of enums.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]
#![allow(
    clippy::needless_borrows_for_generic_args,
    clippy::redundant_closure_for_method_calls,
    clippy::useless_vec,
    reason = "callers write these forms"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/arguments/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/arguments/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use openapi_client_runtime::{JsonObject, WhenSome, json_object};
use operations::{CreateTicket, CreateTicketArchived, SetState};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use test_server::{Reply, Server};
use types::{Channel, IntoMap, M, Option2, Priority, UserId};

/// A struct of the caller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Visit {
    page: String,
    share: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
}

fn visit() -> Visit {
    Visit {
        page: "home".to_owned(),
        share: 0.1,
        from: None,
    }
}

fn client() -> Client {
    Client::builder()
        .base_url("http://localhost")
        .build()
        .unwrap()
}

fn call() -> Call<CreateTicket> {
    client().create_ticket(JsonObject::new(), 1, [], [])
}

#[test]
fn maps_take_any_collection_of_pairs() {
    fn check<M>(tags: impl types_of::Tags<M>) {
        assert_eq!(tags.into_map(), BTreeMap::from([("a".into(), "b".into())]));
    }
    check([("a", "b")]);
    check([("a".to_owned(), "b".to_owned())]);
    check(&[("a", "b")]);
    check(&[("a", "b")][..]);
    check(vec![("a", "b".to_owned())]);
    check(&vec![("a".to_owned(), "b")]);
    check(BTreeMap::from([("a", "b")]));
    check(&BTreeMap::from([("a".to_owned(), "b".to_owned())]));
    check(HashMap::from([("a", "b")]));
    check(&HashMap::from([("a".to_owned(), "b")]));
    check(["a"].into_iter().map(|name| (name, "b")));
    check(std::iter::once((UserId::from("a"), UserId::from("b"))));
    check(Some(("a", "b")).into_iter());
    check([("a", "x"), ("a", "b")]);
    let entries = [("a", "b"); 64];
    check(entries);

    let request = CreateTicket::new(JsonObject::new(), 1, [], []);
    assert!(request.tags.is_empty());
    let call = call()
        .sizes([("a", 1)])
        .scores([("a", 1)])
        .body_channels([("a", "email")])
        .options([("a", Option2::new("l", json!({})))]);
    let request = call.request();
    assert_eq!(request.sizes.as_ref().unwrap()["a"], 1);
    assert_eq!(
        request.scores,
        Some(BTreeMap::from([("a".to_owned(), 1.0)]))
    );
    assert_eq!(request.body_channels.as_ref().unwrap()["a"], Channel::Email);
    let call = call.sizes([]).scores([]).body_channels([]).options([]);
    assert!(call.request().options.as_ref().unwrap().is_empty());
}

/// Maps and lists of the generated methods.
mod types_of {
    pub(super) use openapi_client_runtime::{IntoList, IntoMap};

    pub(super) trait Tags<M>: IntoMap<String, M> {}
    impl<T: IntoMap<String, M>, M> Tags<M> for T {}
    pub(super) trait Users<M>: IntoList<super::UserId, M> {}
    impl<T: IntoList<super::UserId, M>, M> Users<M> for T {}
}

#[test]
fn lists_take_any_collection() {
    fn check<M>(users: impl types_of::Users<M>) {
        assert_eq!(users.into_list(), ["u"]);
    }
    let id = UserId::from("u");
    check(["u"]);
    check([&id]);
    check(&["u"]);
    check(&["u"][..]);
    check(["u".to_owned()]);
    check(vec!["u"]);
    check(vec![id.clone()]);
    check(&vec![id.clone()]);
    check(&vec!["u".to_owned()]);
    check(HashSet::from(["u"]));
    check(&HashSet::from(["u".to_owned()]));
    check(BTreeSet::from(["u"]));
    check(VecDeque::from([id.clone()]));
    check("u v".split(' ').take(1));
    check([id.clone()].iter());
    check(Some("u").into_iter());

    let request = CreateTicket::new(JsonObject::new(), 1, [], [&id]);
    assert_eq!(request.watchers, [id]);
    let call = call()
        .notify(["u"])
        .channels(["chat", "fax"])
        .counts([1, u64::MAX])
        .choices([Option2::new("l", json!({}))])
        .rows([json!({"a": 1}), json!({})])
        .parts([M::from("text")]);
    let request = call.request();
    assert_eq!(
        request.channels,
        Some(vec![Channel::Chat, Channel::from("fax")])
    );
    assert_eq!(request.rows.as_ref().unwrap()[0]["a"], 1);
    let call = call.notify([]).channels([Channel::Chat]).counts([]);
    let call = call.choices([]).rows([]).parts([]);
    assert_eq!(call.request().notify, Some(Vec::new()));
}

#[test]
fn enumerations_take_values_and_constants() {
    let request = |priority: Priority| CreateTicket::new(json!({}), priority, [], []);
    assert_eq!(
        request(Priority::N1),
        CreateTicket::new(json!({}), 1, [], [])
    );
    let call = call().channel("chat").archived(true);
    let same = call.clone().channel(Channel::Chat);
    let same = same.archived(CreateTicketArchived::True);
    assert_eq!(call.request(), same.request());
    assert_eq!(
        call.channel(&Channel::Email).request().channel,
        Some(Channel::Email)
    );
}

#[test]
fn free_form_objects_take_any_serializable_type() {
    #[track_caller]
    fn check<M>(payload: impl openapi_client_runtime::IntoJsonObject<M>) {
        let request = CreateTicket::new(payload, 1, [], []);
        assert_eq!(request.payload, json!({"page": "home", "share": 0.1}));
    }
    check(visit());
    check(&visit());
    check(Some(visit()));
    check(json!({"page": "home", "share": 0.1}));
    check(json_object!({"page": "home", "share": 0.1}));
    check(&json_object!({"page": "home", "share": 0.1}));
    check([("page", json!("home")), ("share", json!(0.1))]);
    check(vec![
        ("page".to_owned(), json!("home")),
        ("share".to_owned(), json!(0.1)),
    ]);
    check(HashMap::from([
        ("page", json!("home")),
        ("share", json!(0.1)),
    ]));
    check(Map::from_iter([
        ("page".to_owned(), json!("home")),
        ("share".to_owned(), json!(0.1)),
    ]));
    let mut names = ["page", "share"].into_iter();
    let values = [json!("home"), json!(0.1)];
    check(
        values
            .into_iter()
            .map_while(|value| Some((names.next()?, value))),
    );

    let call = call().state(visit());
    let call = call.rows([JsonObject::encode(&visit())]);
    let state = call.request().state.as_ref().unwrap().value().unwrap();
    assert_eq!(state.decode::<Visit>().unwrap(), visit());
    let error = json_object!({"page": "home", "share": []}).decode::<Visit>();
    assert_eq!(error.unwrap_err().path(), "$.share");
    assert_eq!(JsonObject::encode(&Vec::<(String, u8)>::new()), json!({}));
    let option = Option2::new("l", visit());
    assert_eq!(option.meta["page"], "home");
}

#[tokio::test]
async fn values_that_are_not_objects_are_not_sent() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("it is broken"))
        }
    }
    let server = Server::answering(|_, _| Reply::json("{}"));
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let new = |payload: JsonObject| client.create_ticket(payload, 1, [], []);
    let call = || new(JsonObject::new());
    for (call, name, problem) in [
        (
            client.create_ticket(5, 1, [], []),
            "payload",
            "a number is not an object",
        ),
        (
            client.create_ticket("text", 1, [], []),
            "payload",
            "a string is not an object",
        ),
        (
            client.create_ticket(json!([1]), 1, [], []),
            "payload",
            "an array is not an object",
        ),
        (
            client.create_ticket(json!([]), 1, [], []),
            "payload",
            "an array is not an object",
        ),
        (
            client.create_ticket(json!([["x", 1], ["x", 2]]), 1, [], []),
            "payload",
            "an array is not an object",
        ),
        (
            client.create_ticket(vec![json!(["x", 1])], 1, [], []),
            "payload",
            "an array is not an object",
        ),
        (
            new(JsonObject::from(json!([["x", 1]]))),
            "payload",
            "an array is not an object",
        ),
        (
            client.create_ticket(HashMap::from([("a", [0.5, f64::NAN])]), 1, [], []),
            "payload",
            "NaN is not a number that JSON has at $.a[1]",
        ),
        (
            call().scores([("low", 0.5), ("high", f64::INFINITY)]),
            "scores",
            "inf is not a number that JSON has at $.high",
        ),
        (
            client.create_ticket(Broken, 1, [], []),
            "payload",
            "it is broken",
        ),
        (
            new(JsonObject::encode(&HashMap::from([([1], 1)]))),
            "payload",
            "key must be a string",
        ),
        (
            call().state(None::<Visit>),
            "state",
            "null is not an object",
        ),
        (
            call().rows([json!({}), json!(true)]),
            "rows",
            "a boolean is not an object",
        ),
    ] {
        let error = call.clone().await.unwrap_err();
        let expected = format!("body property `{name}` cannot be encoded: {problem}");
        assert!(error.to_string().contains(&expected), "{error}");
        // It is still there after a clone.
        assert_eq!(call.await.unwrap_err().to_string(), error.to_string());
    }
    let error = client.set_state("chat", 5).await.unwrap_err();
    let expected = "body cannot be encoded: a number is not an object";
    assert!(error.to_string().contains(expected), "{error}");
    assert!(server.received().is_empty());
    assert!(format!("{:?}", SetState::new("chat", 5)).contains("a number is not an object"));
}

#[tokio::test]
async fn objects_that_may_be_null_take_the_same_and_null() {
    let server = Server::start([Reply::new("204 No Content", &[], "")]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let visit = visit();
    let map = HashMap::from([("page", "home")]);
    for call in [
        client.put_node(json!({"page": "home"}), None),
        client.put_node(json_object!({"page": "home"}), None),
        client.put_node(Some(json_object!({"page": "home"})), None),
        client.put_node([("page", "home")], None),
        client.put_node(map.iter().map(|(name, page)| (*name, *page)), None),
        client.put_node(&map, None),
    ] {
        call.await.unwrap();
        let body = server.received().pop().unwrap().body;
        assert_eq!(body, r#"{"config":{"page":"home"},"label":null}"#);
    }
    client.put_node(&visit, None).await.unwrap();
    for call in [
        client.put_node(None, None),
        client.put_node(json!(null), None),
    ] {
        call.await.unwrap();
        let body = server.received().pop().unwrap().body;
        assert_eq!(body, r#"{"config":null,"label":null}"#);
    }
    let error = client.put_node(json!([]), None).await.unwrap_err();
    assert!(error.to_string().contains("an array is not an object"));
}

#[tokio::test]
async fn objects_are_sent_as_they_are() {
    let server =
        Server::answering(|_, request| Reply::json(format!(r#"{{"state":{}}}"#, request.body)));
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let response = client.set_state("chat", visit()).await.unwrap();
    assert_eq!(server.received()[0].body, r#"{"page":"home","share":0.1}"#);
    assert_eq!(response.state.decode::<Visit>().unwrap(), visit());
    assert_eq!(
        Value::from(response.state),
        json!({"page": "home", "share": 0.1})
    );
}

#[test]
fn names_of_the_document_may_be_those_of_the_runtime() {
    let call = call().extra(IntoMap::new([("a", "b")], [])).when_some_("x");
    let extra = call.request().extra.as_ref().unwrap();
    assert_eq!(extra.tags["a"], "b");
}

#[test]
fn inputs_may_be_options() {
    let (some, none) = (Some("chat"), None::<&str>);
    let call = call()
        .when_some(some, |call, channel| call.channel(channel))
        .when_some(none, |call, user| call.notify([user]));
    assert_eq!(call.request().channel, Some(Channel::Chat));
    assert_eq!(call.request().notify, None);

    // References to options, which can be used again.
    let (channel, users) = (Some("chat".to_owned()), Some(vec!["u".to_owned()]));
    for _ in 0..2 {
        let call = self::call()
            .when_some(&channel, |call, channel| call.channel(channel))
            .when_some(&users, |call, users| call.notify(users));
        assert_eq!(call.request().channel, Some(Channel::Chat));
        assert_eq!(call.request().notify.as_ref().unwrap().len(), 1);
    }
    let option = Option2::new("l", json!({})).when_some(some, Option2::hint);
    assert_eq!(option.hint.as_deref(), Some("chat"));
    let url = Some("http://localhost");
    let builder = Client::builder().when_some(url, ClientBuilder::base_url);
    assert!(builder.build().is_ok());
}
