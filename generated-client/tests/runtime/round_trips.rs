//! Inputs arrive at the service as they are, whatever characters they contain.

use botpress_runtime::runtime::codegen::Style;
use botpress_runtime::runtime::{ErrorKind, JsonCallError, RetryPolicy};
use botpress_runtime::testing::Samples;
use botpress_runtime::{Client, operations};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::request::{Request, flat_input};
use super::{Echo, builder};
use test_server::{Received, Reply, Server};

const SEEDS: u64 = 100;

/// A service that fails after it has read a request, and a client of it.
fn failing() -> (Server, Client) {
    let failure = Reply::new("500 Internal Server Error", &[], "{}");
    let server = Server::start([failure]);
    let client = builder(&server).retry(RetryPolicy::none());
    let client = client.build().unwrap();
    (server, client)
}

fn last(server: &Server) -> Received {
    server.received().pop().unwrap()
}

/// Without lists and maps that are empty, which have no form in a query.
fn as_query(input: Value) -> Value {
    let Value::Object(members) = input else {
        return input;
    };
    let is_sent = |value: &Value| *value != json!([]) && *value != json!({});
    let sent = members.into_iter().filter(|(_, value)| is_sent(value));
    Value::Object(sent.collect())
}

#[tokio::test]
async fn inputs_of_every_operation_arrive() {
    for named in operations() {
        let operation = named.operation();
        let (server, client) = failing();
        for seed in 0..SEEDS {
            let input = Samples::arbitrary(seed).input(operation.id());
            let result = client.call_json(operation.id(), input.clone()).await;
            let Err(JsonCallError::Call(error)) = result else {
                panic!("{}: {result:?}", operation.id());
            };
            assert_eq!(error.status(), Some(500), "{error} with {input}");
            let received = last(&server);
            let mut request = Request::new(&received.method, &received.target);
            request.body = received.body;
            assert_eq!(request.method, operation.method().as_str());
            let arrived = flat_input(named, &request).unwrap();
            let has_body = !request.body.is_empty();
            let expected = if has_body { input } else { as_query(input) };
            assert_eq!(arrived, expected, "{}", operation.id());
        }
    }
}

/// A text of any characters that can be a segment of a path.
fn text(seed: u64) -> String {
    let input = Samples::arbitrary(seed).input("getUser");
    input["id"].as_str().unwrap().to_owned()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

#[tokio::test]
async fn texts_arrive_in_paths_queries_and_cookies() {
    let (server, client) = failing();
    for seed in 0..3 * SEEDS {
        let text = text(seed);
        let list = json!([text, "&", text]);
        let echo = Echo {
            query: vec![
                ("one", Style::FORM, json!(text)),
                ("many", Style::FORM, list),
                ("of", Style::DOT_OBJECT, json!({ text.as_str(): text })),
                (
                    "in",
                    Style::DEEP_OBJECT,
                    json!({ text.replace(['[', ']'], ""): text }),
                ),
            ],
            cookie: json!(text),
            ..Echo::new(text.clone())
        };
        let error = client.call(echo).await.unwrap_err();
        assert_eq!(error.status(), Some(500), "{error}");
        let received = last(&server);
        let request = Request::new(&received.method, &received.target);
        assert_eq!(request.path, ["things", &text, "parts"]);
        let of = format!("of.{text}");
        let within = format!("in[{}]", text.replace(['[', ']'], ""));
        assert_eq!(request.query["one"], [&*text]);
        assert_eq!(request.query["many"], [&*text, "&", &text]);
        assert_eq!(request.query[&of], [&*text]);
        assert_eq!(request.query[&within], [&*text]);
        assert_eq!(request.query.len(), 4);
        let cookie = received.header("cookie").unwrap();
        assert_eq!(decoded(cookie), format!("crumb={text}"));
    }
}

#[tokio::test]
async fn texts_arrive_in_headers_or_are_refused() {
    let (server, client) = failing();
    let mut arrived = 0;
    for seed in 0..3 * SEEDS {
        let is_sent = |character: char| matches!(character, ' '..='~' | '\t');
        let mut text = text(seed);
        if seed % 2 == 0 {
            text.retain(is_sent);
        }
        let echo = Echo {
            header: json!(text),
            ..Echo::new("a")
        };
        let error = client.call(echo).await.unwrap_err();
        let is_blank = text.trim_matches([' ', '\t']).is_empty();
        let is_possible = text.chars().all(is_sent) && !is_blank;
        if is_possible {
            assert_eq!(error.status(), Some(500), "{error} with {text:?}");
            // Spaces around a value are not part of it.
            assert_eq!(last(&server).header("x-thing"), Some(text.trim()));
            arrived += 1;
        } else {
            assert!(matches!(error.kind(), ErrorKind::Encode(_)), "{error}");
        }
        assert_eq!(server.received().len(), arrived);
    }
    assert!(arrived > 100);
}
