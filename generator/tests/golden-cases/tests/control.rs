//! The golden case `control`: a selection of operations, with user-defined types.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/control/expected/mod.rs"]
pub mod api;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/control/expected/tests.rs"]
mod made_up;

use std::net::Ipv4Addr;

use api::Client;
use api::operations::SetBalanceResponse;
use api::types::{Account, Last};
use money::Amount;
use openapi_client_runtime::{Nullable, Value};
use serde_json::json;
use test_server::{Reply, Server};

/// A type that the document names in place of a string.
pub mod money {
    use serde_core::de::Error;
    use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Amount {
        pub cents: i64,
    }

    impl Serialize for Amount {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let text = format!("{}.{:02}", self.cents / 100, self.cents % 100);
            serializer.serialize_str(&text)
        }
    }

    impl<'de> Deserialize<'de> for Amount {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            let cents = text.replacen('.', "", 1).parse();
            let cents = cents.map_err(|_| D::Error::custom("not an amount"))?;
            Ok(Self { cents })
        }
    }
}

const HOME: Ipv4Addr = Ipv4Addr::LOCALHOST;

fn cents(cents: i64) -> Amount {
    Amount { cents }
}

fn client(server: &Server) -> Client {
    let builder = Client::builder().base_url(server.url());
    builder.key("secret").build().unwrap()
}

#[tokio::test]
async fn user_defined_types_work_everywhere() {
    let account = json!({
        "balance": "12.30", "limit": null, "held": {"a": "1.00"}, "last": "0.05", "holder": {"name": "Ada"},
    });
    let server = Server::start([Reply::json(account.to_string())]);
    let call = client(&server).get_account(HOME).at_least(cents(150));
    let call = call.x_limit(cents(7)).near([HOME, Ipv4Addr::UNSPECIFIED]);
    let found: Account = call.await.unwrap();
    let request = server.received().remove(0);
    assert_eq!(
        request.target,
        "/accounts/127.0.0.1?near=127.0.0.1%7C0.0.0.0&at_least=1.50"
    );
    assert_eq!(request.header("x-limit"), Some("0.07"));
    assert_eq!(found.balance, cents(1230));
    assert_eq!(found.limit, Some(Nullable::Null));
    assert_eq!(found.held.as_ref().unwrap()["a"], cents(100));
    assert_eq!(found.last, Some(Last::Amount(cents(5))));
    assert_eq!(found.holder["name"], "Ada");
    assert_eq!(serde_json::to_value(found).unwrap(), account);
}

#[tokio::test]
async fn they_are_bodies_and_responses() {
    let server = Server::answering(|_, request| Reply::json(&request.body));
    let client = client(&server);
    let response = client.set_balance(HOME, cents(995)).await.unwrap();
    assert!(matches!(response, SetBalanceResponse::Ok(balance) if balance.0 == cents(995)));
    let request = server.received().remove(0);
    assert_eq!(request.body, "\"9.95\"");
    assert_eq!(request.header("x-key"), None);

    let server = Server::start([Reply::json("\"3.00\""), Reply::json("\"x\"")]);
    let client = self::client(&server);
    let call = client.transfer(cents(100)).fees([cents(1), cents(2)]);
    assert_eq!(call.clone().await.unwrap().into_inner(), cents(300));
    let error = call.await.unwrap_err();
    assert!(error.to_string().contains("not an amount"), "{error}");
    let request = server.received().remove(0);
    assert_eq!(request.body, r#"{"amount":"1.00","fees":["0.01","0.02"]}"#);
    assert_eq!(request.header("x-key"), Some("secret"));
}

#[tokio::test]
async fn calls_by_name_use_their_json() {
    let server = Server::start([Reply::json("\"3.00\"")]);
    let input = json!({"address": "127.0.0.1", "body": "2.50"});
    let response: Value = client(&server)
        .call_json("setBalance", input)
        .await
        .unwrap();
    assert_eq!(response, "3.00");
    assert_eq!(server.received()[0].body, "\"2.50\"");
    let wrong = json!({"address": "here", "body": "2.50"});
    let error = client(&server).call_json("setBalance", wrong).await;
    assert!(error.is_err());
    let named = api::operations();
    let ids: Vec<_> = named.iter().map(|named| named.operation().id()).collect();
    assert_eq!(ids, ["getAccount", "setBalance", "transfer"]);
    let schema = named[1].input_schema();
    assert_eq!(schema["properties"]["body"]["type"], "string");
}
