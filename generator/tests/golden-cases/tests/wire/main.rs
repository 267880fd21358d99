//! The golden case `wire`, over real sockets: locations of parameters, kinds of bodies, the states
//! of a value, errors, pages. It shows that clients for other documents work too.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../../cases/wire/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../../cases/wire/expected/tests.rs"]
mod made_up;

mod keys;

pub use generated::{Call, Client, ClientBuilder, Error, operations, testing, types};

use openapi_client_runtime::{Nullable, Request, Timestamp};
use serde_json::{Value, json};
use test_server::{Received, Reply, Server};
use types::{Kind, Node, NodeId};

fn client(server: &Server) -> Client {
    let builder = Client::builder()
        .base_url(server.url())
        .token("secret")
        .tenant_id("acme");
    builder.build().unwrap()
}

/// The request that a call sends.
async fn sent<R: Request>(call: impl FnOnce(&Client) -> Call<R>) -> Received {
    let server = Server::start([Reply::json("null")]);
    // The response matches no operation, but only the request matters here.
    let _ = call(&client(&server)).await;
    server.received().remove(0)
}

fn body(received: &Received) -> Value {
    serde_json::from_str(&received.body).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_header_of_most_operations_is_a_setting_that_the_others_do_not_send() {
    let request = sent(Client::get_status).await;
    assert_eq!(request.header("x-tenant-id"), None);
    let server = Server::start([Reply::new("204 No Content", &[], "")]);
    let builder = Client::builder().base_url(server.url()).token("secret");
    let without = builder.allow_missing_settings().build().unwrap();
    without.get_status().await.unwrap();
    let missing = without.list_nodes().await.unwrap_err().to_string();
    assert!(missing.contains("tenant_id"), "{missing}");
}

#[tokio::test]
async fn parameters_are_sent_in_their_locations() {
    let request = sent(|client| {
        client
            .list_nodes()
            .after(at("2024-01-01T00:00:00Z"))
            .kinds([Kind::Leaf, Kind::from("né/w")])
            .labels([("a.b", "c d")])
            .x_trace("t-1")
            .session("s=1")
    })
    .await;
    assert_eq!(request.method, "GET");
    assert_eq!(
        request.target,
        "/nodes?after=2024-01-01T00%3A00%3A00.000Z&kinds=leaf&kinds=n%C3%A9%2Fw&labels.a.b=c%20d"
    );
    assert_eq!(request.header("x-trace"), Some("t-1"));
    assert_eq!(request.header("cookie"), Some("session=s%3D1"));
    assert_eq!(request.header("x-tenant-id"), Some("acme"));
    assert_eq!(request.header("authorization"), Some("Bearer secret"));
    assert_eq!(request.body, "");
}

#[tokio::test]
async fn a_header_that_is_an_input_cannot_be_removed() {
    let server = Server::start([Reply::json("{}")]);
    let builder = Client::builder().base_url(server.url()).token("secret");
    let client = builder.tenant_id("acme").build().unwrap();
    let call = client.list_nodes().x_trace("t-1");
    let error = call.with_header("x-trace", "").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "listNodes: header `x-trace` must not be empty: it is an input of this call; nothing was sent"
    );
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_call_can_override_a_header_of_the_client() {
    let request = sent(|client| client.list_nodes().with_tenant_id("other")).await;
    assert_eq!(request.header("x-tenant-id"), Some("other"));
}

#[tokio::test]
async fn cookies_that_are_set_by_hand_are_sent_with_those_of_the_call() {
    let server = Server::start([Reply::json("null")]);
    let builder = Client::builder().base_url(server.url()).token("secret");
    let builder = builder.tenant_id("acme").header("cookie", "a=1; session=0");
    let client = builder.build().unwrap();
    let calls = [
        (client.list_nodes(), Some("a=1; session=0")),
        (client.list_nodes().session("s"), Some("a=1; session=s")),
        (
            client
                .list_nodes()
                .session("s")
                .with_header("Cookie", "b=2;"),
            Some("b=2; session=s"),
        ),
        (
            client.list_nodes().with_header("cookie", "b=2"),
            Some("b=2"),
        ),
        (
            client.list_nodes().session("s").with_header("cookie", ""),
            Some("session=s"),
        ),
        (client.list_nodes().with_header("cookie", ""), None),
    ];
    for (call, cookies) in calls {
        let _ = call.await;
        let request = server.received().pop().unwrap();
        assert_eq!(request.header("cookie"), cookies);
    }
    let input = json!({"session": "s", "header.cookie": "b=2"});
    let _ = client.call_json("listNodes", input).await;
    let request = server.received().pop().unwrap();
    assert_eq!(request.header("cookie"), Some("b=2; session=s"));
}

#[tokio::test]
async fn an_input_by_name_is_given_once() {
    let server = Server::start([Reply::json("null")]);
    let client = client(&server);
    for (operation, input, name) in [
        (
            "listNodes",
            json!({"cursor": "a", "query.cursor": "b"}),
            "query.cursor",
        ),
        (
            "listNodes",
            json!({"kinds": ["leaf"], "query.kinds": ["x", "y"]}),
            "query.kinds",
        ),
        (
            "listNodes",
            json!({"X-Trace": "a", "header.x-trace": "b"}),
            "header.x-trace",
        ),
        (
            "listNodes",
            json!({"X-Tenant-Id": "a", "header.X-Tenant-Id": "b"}),
            "header.X-Tenant-Id",
        ),
        (
            "createNode",
            json!({"id": "n1", "kind": "leaf", "body.kind": "x"}),
            "body.kind",
        ),
    ] {
        let error = client
            .call_json(operation, input)
            .await
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("is given twice") && error.contains(name),
            "{error}"
        );
    }
    assert!(server.received().is_empty());
    let input = json!({"cursor": null, "query.cursor": ["b", "c"]});
    let _ = client.call_json("listNodes", input).await;
    assert_eq!(server.received()[0].target, "/nodes?cursor=b&cursor=c");
}

#[tokio::test]
async fn a_body_that_nobody_needs_may_be_missing() {
    let head = |headers: &str| format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\nO");
    let stalls = Reply::raw(&[&*head("content-length: 9")], std::time::Duration::ZERO);
    for reply in [
        Reply::cut(head("content-length: 9")),
        Reply::cut(head("transfer-encoding: chunked\r\n\r\n9")),
        Reply::new("200 OK", &[], "x".repeat(2000)),
        stalls,
    ] {
        let server = Server::start([reply]);
        let builder = Client::builder().base_url(server.url()).token("secret");
        let builder = builder.tenant_id("acme").max_response_body(1000);
        let client = builder.build().unwrap();
        let call = client.get_status();
        let limit = std::time::Duration::from_millis(300);
        call.with_timeout(limit).await.unwrap();
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn null_absent_and_value_are_three_states() {
    let request = sent(|client| client.update_node("n1", None)).await;
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("PATCH", "/nodes/n1")
    );
    assert_eq!(body(&request), json!({"parent": null}));
    let request = sent(|client| {
        client
            .update_node("n1", Some(NodeId::new("n0")))
            .title_null()
    })
    .await;
    assert_eq!(body(&request), json!({"parent": "n0", "title": null}));
    let request = sent(|client| {
        client
            .update_node("n1", None)
            .title("x")
            .due(at("2024-02-29T12:00:00.123456789+01:00"))
            .extra([("a", Nullable::Value(1)), ("b", Nullable::Null)])
            .anything(json!([1]))
    })
    .await;
    assert_eq!(
        body(&request),
        json!({
            "parent": null,
            "title": "x",
            "due": "2024-02-29T11:00:00.123456789Z",
            "extra": {"a": 1, "b": null},
            "anything": [1],
        })
    );
}

#[tokio::test]
async fn a_body_of_a_named_type_is_one_argument() {
    let child = Node::new("n2", Kind::Leaf).note_null();
    let node = Node::new("n1", Kind::Branch)
        .child(child)
        .created(at("2024-01-01T00:00:00Z"));
    let request = sent(|client| client.create_node(node)).await;
    assert_eq!(
        body(&request),
        json!({
            "id": "n1",
            "kind": "branch",
            "child": {"id": "n2", "kind": "leaf", "note": null},
            "created": "2024-01-01T00:00:00.000Z",
        })
    );
}

#[tokio::test]
#[expect(deprecated, reason = "it is still sent")]
async fn a_body_that_requires_much_is_one_argument() {
    let body_type = operations::ConfigureNodeBody::new("x", 2, 0.5, true, ["a"]).free([("b", 1)]);
    let request = sent(|client| client.configure_node("n1", body_type)).await;
    assert_eq!(
        body(&request),
        json!({"text": "x", "count": 2, "ratio": 0.5, "flag": true, "list": ["a"], "free": {"b": 1}})
    );
}

#[tokio::test]
async fn an_optional_body_is_sent_if_it_is_set() {
    let request = sent(|client| client.delete_node("n1")).await;
    assert_eq!(
        (request.body.as_str(), request.header("content-type")),
        ("", None)
    );
    let request = sent(|client| client.delete_node("n1").body(["a", "b"])).await;
    assert_eq!(body(&request), json!(["a", "b"]));
}

#[tokio::test]
async fn responses_survive_decoding_and_encoding() {
    let text = json!({
        "nodes": [{"id": "n1", "kind": "new kind", "note": null, "children": [], "created": "2024-01-01T00:00:00.000Z"}],
        "page": {"next": null},
    });
    let server = Server::start([Reply::json(text.to_string())]);
    let page = client(&server).list_nodes().await.unwrap();
    assert_eq!(page.nodes[0].kind, Kind::from("new kind"));
    assert_eq!(page.nodes[0].note, Some(Nullable::Null));
    assert_eq!(serde_json::to_value(&page).unwrap(), text);
}

#[tokio::test]
async fn an_error_body_says_what_went_wrong() {
    let problem = json!({"title": "It is gone.", "status": 404, "code": "gone", "trace": "t1"});
    let headers = [("content-type", "application/problem+json")];
    let server = Server::start([Reply::new("400 Bad Request", &headers, problem.to_string())]);
    let error: Error = client(&server)
        .create_node(Node::new("n1", Kind::Leaf))
        .await
        .unwrap_err();
    // The body takes precedence over the status.
    assert!(error.is_not_found());
    assert!(error.to_string().contains("It is gone."), "{error}");
    assert_eq!(error.body().unwrap().code, Some(types::ProblemCode::Gone));
    assert_eq!(error.id(), Some("t1"));
}

#[tokio::test]
async fn members_of_an_error_body_may_be_absent_or_null() {
    let text = async |problem: Value| {
        let headers = [("content-type", "application/problem+json")];
        let server = Server::start([Reply::new("409 Conflict", &headers, problem.to_string())]);
        let call = client(&server).create_node(Node::new("n1", Kind::Leaf));
        let error = call.await.unwrap_err();
        (error.status(), error.to_string())
    };
    let null =
        json!({"title": "Gone", "status": 404, "detail": null, "cause": null, "original": null});
    let (status, message) = text(null).await;
    assert_eq!(status, Some(404));
    assert!(message.ends_with("Gone"), "{message}");
    let filled = json!({"title": "Gone", "status": 404, "detail": "It is gone.", "original": 410});
    let (status, message) = text(filled).await;
    assert_eq!(status, Some(410));
    assert!(message.ends_with("It is gone."), "{message}");
}

#[tokio::test]
async fn the_token_links_pages() {
    let node = |id: &str| json!({"id": id, "kind": "leaf"});
    let server = Server::start([
        Reply::json(json!({"nodes": [node("n1")], "page": {"next": "a+/="}}).to_string()),
        Reply::json(json!({"nodes": [node("n2")]}).to_string()),
    ]);
    let nodes = client(&server)
        .list_nodes()
        .x_trace("t")
        .collect_all()
        .await
        .unwrap();
    let ids: Vec<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids, ["n1", "n2"]);
    let targets: Vec<String> = server
        .received()
        .into_iter()
        .map(|request| request.target)
        .collect();
    assert_eq!(targets, ["/nodes", "/nodes?cursor=a%2B%2F%3D"]);
    assert!(
        server
            .received()
            .iter()
            .all(|request| request.header("x-trace") == Some("t"))
    );
}

#[tokio::test]
async fn calls_by_name_take_flat_input() {
    let server = Server::start([Reply::json("{\"id\": \"n1\", \"kind\": \"leaf\"}")]);
    let client = client(&server);
    // The properties of an object body are next to the parameters; any other body is `body`.
    let input = json!({"id": "n1", "kind": "leaf", "X-Tenant-Id": "other"});
    let response = client.call_json("createNode", input).await.unwrap();
    assert_eq!(response, json!({"id": "n1", "kind": "leaf"}));
    let _ = client
        .call_json("deleteNode", json!({"id": "n1", "body": ["a"]}))
        .await;
    let mut wrong = Vec::new();
    for (operation, input) in [
        ("nothing", json!({})),
        ("deleteNode", json!({})),
        ("deleteNode", json!({"id": "n1", "oops": 1})),
        ("createNode", json!({"id": "n1", "kind": 1})),
    ] {
        wrong.push(
            client
                .call_json(operation, input)
                .await
                .unwrap_err()
                .to_string(),
        );
    }
    for (error, name) in wrong.iter().zip(["nothing", "id", "oops", "kind"]) {
        assert!(error.contains(name), "{error}");
    }
    let received = server.received();
    assert_eq!(received.len(), 2, "nothing is sent that is wrong");
    assert_eq!(body(&received[0]), json!({"id": "n1", "kind": "leaf"}));
    assert_eq!(received[0].header("x-tenant-id"), Some("other"));
    assert_eq!(body(&received[1]), json!(["a"]));
}

#[tokio::test]
async fn a_client_for_tests_has_a_value_of_each_required_header() {
    let service = testing::Service::new();
    service
        .on(|_: &operations::DeleteNode| true)
        .reply(testing::Reply::new(503));
    let error = service.client().delete_node("a").await.unwrap_err();
    assert_eq!(error.status(), Some(503));
    assert_eq!(service.requests()[0].header("x-tenant-id"), Some("test"));
}
