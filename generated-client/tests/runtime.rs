//! The runtime over real sockets: what is the same for every operation.

mod support;

use std::error::Error as _;
use std::time::{Duration, Instant};

use botpress_runtime::runtime::{
    Answer, Decode, Error, ErrorKind, JsonCallError, Operation, Paginated, Parts, Request, Style,
};
use botpress_runtime::{Client, ClientBuilder};
use serde_json::{Value, json};
use support::{Reply, Server};

const TOKEN: &str = "secret-token-0001";

fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .base_url(server.url())
        .token(TOKEN)
        .bot_id("bot-1")
}

fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

/// An operation with a parameter in each place, and an answer of any JSON.
#[derive(Clone, Debug, Default)]
struct Echo {
    path: Value,
    query: Vec<(&'static str, Style, Value)>,
    header: Value,
    cookie: Value,
    body: Option<Value>,
}

impl Echo {
    fn new(path: impl Into<Value>) -> Self {
        Self {
            path: path.into(),
            ..Self::default()
        }
    }
}

impl Request for Echo {
    type Response = Value;
    type Error = Value;

    const OPERATION: Operation = Operation::post("echo", "/things/{id}/parts");

    fn encode(&self, parts: &mut Parts) {
        parts.path("id", &self.path);
        for (name, style, value) in &self.query {
            parts.query_styled(name, *style, value);
        }
        parts.header("x-thing", &self.header);
        parts.cookie("crumb", &self.cookie);
        if let Some(body) = &self.body {
            parts.json(body);
            return;
        }
        parts.object();
        parts.property("always", &None::<u8>);
        parts.optional_property("never", &None::<u8>);
    }

    fn decode(answer: &Answer) -> Decode<Value> {
        answer.json()
    }
}

/// A list of numbers, page by page.
#[derive(Clone, Debug, Default)]
struct List {
    token: Option<String>,
}

impl Request for List {
    type Response = Value;
    type Error = Value;

    const OPERATION: Operation = Operation::get("list", "/list");

    fn encode(&self, parts: &mut Parts) {
        parts.query("filter", "a b");
        parts.query("nextToken", &self.token);
    }

    fn decode(answer: &Answer) -> Decode<Value> {
        answer.json()
    }
}

impl Paginated for List {
    type Item = i64;

    fn resume(&mut self, token: String) {
        self.token = Some(token);
    }

    fn next_token(page: &Value) -> Option<&str> {
        page["next"].as_str()
    }

    fn into_items(page: Value) -> Vec<i64> {
        page["items"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_i64)
            .collect()
    }
}

fn page(items: &[i64], next: impl Into<Value>) -> Reply {
    Reply::json(json!({ "items": items, "next": next.into() }).to_string())
}

#[tokio::test]
async fn everything_goes_where_it_belongs() {
    let server = Server::start([Reply::json("{}")]);
    let client = builder(&server)
        .base_url(server.url() + "/base/path//")
        .header("X-Extra", "yes")
        .build()
        .unwrap();
    let request = Echo {
        path: json!("a/b%2F..?#é\u{1}"),
        query: vec![
            ("q&=+ ", Style::FORM, json!(["x,y", "", "ü"])),
            ("joined", Style::FORM_JOINED, json!(["a,b", 1])),
            ("deep", Style::DEEP_OBJECT, json!({"k[": "v]"})),
            ("tags", Style::DOT_OBJECT, json!({"": "2", "a.b": "1"})),
            ("none", Style::FORM, json!(null)),
        ],
        header: json!(["a", "b c"]),
        cookie: json!("x;y"),
        body: None,
    };
    let call = client
        .call(request)
        .with_query("extra", "1 2")
        .with_property("more", json!({"a": [1]}))
        .with_header("x-extra", 7);
    call.await.unwrap();

    let got = &server.received()[0];
    assert_eq!(got.method, "POST");
    assert_eq!(
        got.target,
        "/base/path/things/a%2Fb%252F..%3F%23%C3%A9%01/parts?q%26%3D%2B%20=x%2Cy&q%26%3D%2B%20=&q%26%3D%2B%20=%C3%BC\
         &joined=a%2Cb,1&deep%5Bk%5B%5D=v%5D&tags.=2&tags.a.b=1&extra=1%202"
    );
    assert_eq!(got.header("x-thing"), Some("a,b c"));
    assert_eq!(got.header("cookie"), Some("crumb=x%3By"));
    assert_eq!(
        got.header("authorization"),
        Some("Bearer secret-token-0001")
    );
    assert_eq!(got.header("x-bot-id"), Some("bot-1"));
    assert_eq!(got.header("x-extra"), Some("7"));
    assert_eq!(got.header("accept"), Some("application/json"));
    assert_eq!(got.header("content-type"), Some("application/json"));
    assert_eq!(got.body, r#"{"always":null,"more":{"a":[1]}}"#);
}

#[tokio::test]
async fn a_whole_body_takes_more_members() {
    let server = Server::start([Reply::json("{}")]);
    let request = Echo {
        body: Some(json!({"a": 1, "b": 2})),
        ..Echo::new("a")
    };
    client(&server)
        .call(request)
        .with_property("a", 3)
        .await
        .unwrap();
    assert_eq!(server.received()[0].body, r#"{"a":3,"b":2}"#);
}

#[tokio::test]
async fn inputs_that_make_no_request_are_not_sent() {
    let server = Server::start([Reply::json("{}")]);
    let client = client(&server);
    for path in [
        json!(""),
        json!("."),
        json!(".."),
        json!(null),
        json!([]),
        json!({}),
    ] {
        let error = client.call(Echo::new(path)).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Encode(_)));
        assert_eq!(
            error.to_string(),
            "echo: path parameter `id` must not be empty, `.` or `..`; nothing was sent"
        );
    }
    let error = client
        .call(Echo::new("a"))
        .with_header("x-thing", "a\nb")
        .await
        .unwrap_err();
    assert!(error.to_string().contains("header `x-thing`"), "{error}");
    let list = Echo {
        body: Some(json!([])),
        ..Echo::new("a")
    };
    for error in [
        client.call(list).with_property("a", 1).await.unwrap_err(),
        client
            .call(List::default())
            .with_property("a", 1)
            .await
            .unwrap_err(),
    ] {
        assert!(
            error.to_string().contains("body property `a` has no place"),
            "{error}"
        );
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_timeout_covers_a_slow_body() {
    let slow = ["HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnu", "ll"];
    let server = Server::start([Reply::raw(&slow, Duration::from_secs(3))]);
    let client = client(&server);
    let start = Instant::now();
    let error = client
        .call(Echo::new("a"))
        .with_timeout(Duration::from_millis(100))
        .await
        .unwrap_err();
    assert!(error.is_timeout() && start.elapsed() < Duration::from_secs(2));
    assert_eq!(error.to_string(), "echo: no complete answer within 100ms");
}

#[tokio::test]
async fn bodies_have_limits() {
    let exact = format!("{:>20}", "null");
    let over = format!("{:>21}", "null");
    let replies = [
        Reply::json(&exact),
        Reply::json(&over),
        Reply::chunked(&[&exact]),
        Reply::chunked(&["     ", &exact[4..]]),
    ];
    let server = Server::start(replies);
    let client = builder(&server)
        .max_response_body(20)
        .max_request_body(20)
        .build()
        .unwrap();
    let call = |text: &str| {
        client.call(Echo {
            body: Some(text.into()),
            ..Echo::new("a")
        })
    };
    for ok in [true, false, true, false] {
        match call("").await {
            Ok(value) => assert!(ok && value.is_null()),
            Err(error) => assert!(
                !ok && matches!(error.kind(), ErrorKind::TooLarge(20)),
                "{error}"
            ),
        }
    }
    assert!(!matches!(
        call(&"x".repeat(18)).await.unwrap_err().kind(),
        ErrorKind::Encode(_)
    ));
    let error = call(&"x".repeat(19)).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("has 21 bytes, more than the limit of 20"),
        "{error}"
    );
    assert_eq!(server.received().len(), 5);
}

#[tokio::test]
async fn redirects_stay_within_the_origin() {
    let other = Server::start([Reply::json("{}")]);
    let away = other.url() + "/steal";
    let server = Server::start([
        Reply::new("307 Temporary Redirect", &[("location", &away)], ""),
        Reply::new("307 Temporary Redirect", &[("location", "/there?x=1")], ""),
        Reply::json("1"),
        Reply::new("302 Found", &[("location", "/there")], ""),
        Reply::new("302 Found", &[("location", "/there")], ""),
        Reply::json("2"),
        Reply::new("308 Permanent Redirect", &[("location", "/loop")], ""),
    ]);
    let client = client(&server);
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(error.status(), Some(307));
    assert_eq!(
        error.to_string(),
        format!("echo: 307 Temporary Redirect: a redirect that is not followed, to {away}")
    );
    assert!(other.received().is_empty());

    assert_eq!(client.call(Echo::new("a")).await.unwrap(), 1);
    assert_eq!(server.received()[2].target, "/there?x=1");
    assert_eq!(server.received()[2].body, r#"{"always":null}"#);
    // It would make a GET of the POST.
    assert_eq!(
        client.call(Echo::new("a")).await.unwrap_err().status(),
        Some(302)
    );
    assert_eq!(client.call(List::default()).await.unwrap(), 2);
    assert_eq!(
        client.call(List::default()).await.unwrap_err().status(),
        Some(308)
    );
    assert_eq!(server.received().len(), 6 + 11);
}

#[tokio::test]
async fn errors_of_the_service() {
    let body = r#"{"id": "err_1", "code": 404, "type": "ResourceNotFound", "message": "No such conversation", "new": 1}"#;
    let older = r#"{"type": "RateLimited", "description": "Slow down", "status": 429}"#;
    let server = Server::start([
        Reply::new("404 Not Found", &[("x-request", "r1")], body),
        Reply::new("400 Bad Request", &[], body),
        Reply::new("429 Too Many Requests", &[], older),
        Reply::new(
            "502 Bad Gateway",
            &[("content-type", "text/html")],
            "<html>\n<h1>502</h1>",
        ),
        Reply::new("500 Internal Server Error", &[], &body[..40]),
        Reply::new("503 Service Unavailable", &[], ""),
    ]);
    let client = client(&server);
    let mut errors = Vec::new();
    for _ in 0..6 {
        errors.push(client.delete_conversation("conv_1").await.unwrap_err());
    }
    let texts: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "deleteConversation: 404 ResourceNotFound: No such conversation",
            "deleteConversation: 404 ResourceNotFound (HTTP status 400): No such conversation",
            "deleteConversation: 429 RateLimited: Slow down",
            "deleteConversation: 502 Bad Gateway: <html> <h1>502</h1>",
            r#"deleteConversation: 500 Internal Server Error: {"id": "err_1", "code": 404, "type": "Re"#,
            "deleteConversation: 503 Service Unavailable",
        ]
    );
    assert!(errors[0].is_not_found() && errors[1].is_not_found() && errors[2].is_rate_limited());
    assert!(
        errors[3..]
            .iter()
            .all(|error| error.is_server_error() && error.body().is_none())
    );
    let api = errors[0].api().unwrap();
    assert_eq!(api.headers()["x-request"], "r1");
    assert_eq!(api.text(), body);
    assert!(size_of_val(&errors[0]) <= size_of::<usize>());
}

#[tokio::test]
async fn an_answer_that_does_not_decode() {
    let body =
        json!({"conversations": [{"id": "a", "createdAt": "yesterday"}], "meta": {}}).to_string();
    let server = Server::start([
        Reply::json(&body),
        Reply::json(r#"{"conversations":[]}"#),
        Reply::json(""),
    ]);
    let client = client(&server);
    let error = client.list_conversations().await.unwrap_err();
    let ErrorKind::Decode(failure) = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(failure.error().path(), "$.conversations[0].createdAt");
    assert!(failure.error().excerpt().starts_with(r#""yesterday""#));
    assert_eq!(failure.answer().body(), body.as_bytes());
    assert!(
        error
            .to_string()
            .starts_with("listConversations: the answer (200 OK) does not decode: "),
        "{error}"
    );
    assert!(error.source().is_some());

    let error = client.list_conversations().await.unwrap_err();
    assert!(
        error.to_string().contains("missing field `meta` at $"),
        "{error}"
    );
    assert!(matches!(
        client.list_conversations().await.unwrap_err().kind(),
        ErrorKind::Decode(_)
    ));
}

#[tokio::test]
async fn unknown_members_and_values_are_no_error() {
    let server = Server::start([
        Reply::json(r#"{"new": {"a": [1, 2]}}"#),
        Reply::json(
            r#"{"conversations":[{"id":"c","createdAt":"2024-01-01T00:00:00Z","updatedAt":"2024-01-01T00:00:00.000Z","channel":"x","integration":"y","tags":{},"messageCount":1,"properties":{"a":null}}],"meta":{"total":1}}"#,
        ),
    ]);
    let client = client(&server);
    let answer = client
        .delete_conversation("conv_1")
        .with_response()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(
        answer.answer().body(),
        r#"{"new": {"a": [1, 2]}}"#.as_bytes()
    );
    assert_eq!(
        client.list_conversations().await.unwrap().conversations[0].id,
        "c"
    );
}

#[tokio::test]
async fn pages_end_at_a_token_that_is_absent_null_or_empty() {
    for end in [json!(null), json!("")] {
        let server = Server::start([page(&[1, 2], "a+/="), page(&[], "b"), page(&[3], end)]);
        assert_eq!(
            client(&server)
                .call(List::default())
                .collect_all()
                .await
                .unwrap(),
            [1, 2, 3]
        );
        let targets: Vec<_> = server
            .received()
            .into_iter()
            .map(|request| request.target)
            .collect();
        assert_eq!(
            targets,
            [
                "/list?filter=a%20b",
                "/list?filter=a%20b&nextToken=a%2B%2F%3D",
                "/list?filter=a%20b&nextToken=b"
            ]
        );
    }
    let server = Server::start([Reply::json(r#"{"items":[1]}"#)]);
    let mut pages = client(&server).call(List::default()).pages();
    assert_eq!(pages.try_next().await.unwrap(), Some(json!({"items": [1]})));
    assert_eq!(pages.try_next().await.unwrap(), None);
    assert_eq!(pages.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn a_repeated_token_is_an_error_and_no_loop() {
    let server = Server::start([page(&[1], "a"), page(&[2], "b"), page(&[3], "a")]);
    let mut items = client(&server).call(List::default()).stream();
    for expected in 1..=3 {
        assert_eq!(items.try_next().await.unwrap(), Some(expected));
    }
    let error = items.try_next().await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::RepeatedPage(token) if token == "a"),
        "{error}"
    );
    assert_eq!(items.try_next().await.unwrap(), None);
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn no_more_pages_are_read_than_it_takes() {
    let server = Server::start([page(&[1, 2], "a"), page(&[3, 4], "b")]);
    let client = client(&server);
    assert!(
        client
            .call(List::default())
            .collect_up_to(0)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(server.received().is_empty());
    assert_eq!(
        client.call(List::default()).collect_up_to(3).await.unwrap(),
        [1, 2, 3]
    );
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_dropped_call_does_no_harm() {
    let slow = ["HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n", "1"];
    let server = Server::start([
        Reply::raw(&slow, Duration::from_millis(200)),
        Reply::json("2"),
    ]);
    let client = client(&server);
    let dropped = tokio::time::timeout(
        Duration::from_millis(50),
        client.call(Echo::new("a")).send(),
    )
    .await;
    assert!(dropped.is_err());
    let spawned = tokio::spawn(client.call(Echo::new("b")).send());
    assert_eq!(spawned.await.unwrap().unwrap(), 2);
}

#[tokio::test]
async fn no_connection() {
    let address = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let client = Client::builder()
        .base_url(format!("http://{address}"))
        .token(TOKEN)
        .bot_id("b")
        .build()
        .unwrap();
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Transport(error) if error.is_connect()),
        "{error:?}"
    );
    assert!(
        error
            .to_string()
            .starts_with("echo: no connection to the service: "),
        "{error}"
    );

    let server = Server::start([Reply::raw(
        &["HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n[1", "", "]"],
        Duration::ZERO,
    )]);
    let client = builder(&server)
        .timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    assert!(client.call(Echo::new("a")).await.is_err());
}

#[tokio::test]
async fn the_token_is_shown_nowhere() {
    let server = Server::start([Reply::new(
        "401 Unauthorized",
        &[],
        r#"{"type":"Unauthorized"}"#,
    )]);
    let builder = builder(&server);
    let client = builder.clone().build().unwrap();
    let call = client
        .call(Echo::new("a"))
        .with_header("authorization", format!("Bearer {TOKEN}"));
    let shown = format!(
        "{builder:?} {client:?} {call:?} {:?}",
        client.call(List::default()).stream()
    );
    let error = call.await.unwrap_err();
    let wrong = Client::builder()
        .token(format!("{TOKEN}\n"))
        .bot_id("b")
        .build()
        .unwrap_err();
    let shown = format!("{shown} {error} {error:?} {error:#?} {wrong} {wrong:?}");
    assert!(!shown.contains(TOKEN), "{shown}");
    assert!(shown.contains("401"), "{shown}");
}

#[test]
fn settings_are_checked_when_the_client_is_built() {
    let with = |builder: ClientBuilder| builder.build().unwrap_err();
    let error = with(Client::builder().bot_id("b"));
    assert_eq!(
        error.to_string(),
        "the client's setting `token` is not set (environment variable BP_TOKEN)"
    );
    let error = with(Client::builder().token("t").bot_id(""));
    assert_eq!(
        (error.setting(), error.env()),
        ("bot_id", Some("BP_BOT_ID"))
    );
    let error = with(Client::builder().token("t").bot_id("a\r\nx: y"));
    assert_eq!(error.setting(), "bot_id");
    let error = with(Client::builder().token("t").bot_id("b").header("x y", "z"));
    assert_eq!(error.setting(), "x y");
    for url in [
        "localhost",
        "http://a/?q",
        "http://a/#f",
        "http://u:p@a",
        "ftp://a",
    ] {
        assert_eq!(
            with(Client::builder().token("t").bot_id("b").base_url(url)).setting(),
            "base_url",
            "{url}"
        );
    }
    assert_eq!(
        Client::builder()
            .token("t")
            .bot_id("b")
            .base_url("")
            .build()
            .unwrap()
            .base_url(),
        "https://api.botpress.cloud"
    );
    let error: Error = with(Client::builder()).into();
    assert!(matches!(error.kind(), ErrorKind::Config(_)) && error.operation().is_none());
}

#[tokio::test]
async fn calls_by_name() {
    let server = Server::start([
        Reply::json(r#"{"unknown":1}"#),
        Reply::new(
            "404 Not Found",
            &[],
            r#"{"code":404,"type":"ResourceNotFound","message":"gone"}"#,
        ),
    ]);
    let client = client(&server);
    let call = async |operation: &str, input: Value| client.call_json(operation, input).await;
    assert_eq!(
        call(
            "deleteConversation",
            json!({"id": "a", "x-bot-id": "bot-2"})
        )
        .await
        .unwrap(),
        json!({})
    );
    assert_eq!(server.received()[0].header("x-bot-id"), Some("bot-2"));
    let error = call("deleteConversation", json!({"id": "a"}))
        .await
        .unwrap_err()
        .to_json();
    assert_eq!(
        (&error["kind"], &error["status"], &error["body"]["message"]),
        (&json!("api"), &json!(404), &json!("gone"))
    );

    for (operation, input, message) in [
        ("nothing", json!({}), "unknown operation `nothing`"),
        (
            "deleteConversation",
            json!([]),
            "deleteConversation: the input must be a JSON object",
        ),
        (
            "deleteConversation",
            json!({}),
            "deleteConversation: missing input member `id`",
        ),
        (
            "deleteConversation",
            json!({"id": "a", "more": 1}),
            "deleteConversation: unknown input member `more`",
        ),
        (
            "deleteConversation",
            json!({"id": 7}),
            "deleteConversation: wrong input member `id`: invalid type: integer `7`, expected a string, near `7`",
        ),
        (
            "deleteConversation",
            json!({"id": ".."}),
            "deleteConversation: path parameter `id` must not be empty, `.` or `..`; nothing was sent",
        ),
    ] {
        assert_eq!(
            call(operation, input).await.unwrap_err().to_string(),
            message
        );
    }
    let error = call(
        "createEvent",
        json!({"type": "t", "payload": {}, "schedule": {"delay": "x"}}),
    )
    .await
    .unwrap_err();
    assert!(matches!(error, JsonCallError::Input(..)));
    assert!(
        error.to_string().contains("`schedule`") && error.to_string().contains("$.delay"),
        "{error}"
    );
    assert_eq!(server.received().len(), 2);
}

#[test]
fn settings_by_name() {
    let settings = |settings: Value| {
        let Value::Object(settings) = settings else {
            unreachable!()
        };
        Client::builder()
            .with_settings(&settings)
            .and_then(ClientBuilder::build)
    };
    let good = json!({"apiUrl": "http://a/b/", "token": "t", "botId": "b", "integrationAlias": "i", "integrationId": null, "retry": false});
    assert_eq!(settings(good).unwrap().base_url(), "http://a/b");
    for (wrong, setting) in [
        (json!({"bot_id": "b"}), "bot_id"),
        (json!({"botId": 1}), "botId"),
        (json!({"token": []}), "token"),
        (json!({"retry": true}), "retry"),
    ] {
        assert_eq!(settings(wrong).unwrap_err().setting(), setting);
    }
}
