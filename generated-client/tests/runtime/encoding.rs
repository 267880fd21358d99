//! The requests that calls send.

use botpress_runtime::runtime::codegen::Style;
use botpress_runtime::types::UserId;
use botpress_runtime::{ErrorKind, JsonObject};
use serde::Serialize;
use serde_json::json;

use super::{Echo, List, builder, client};
use test_server::{Reply, Server};

#[tokio::test]
async fn inputs_are_sent_in_their_locations() {
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
async fn an_id_is_accepted_as_a_string() {
    #[derive(Serialize)]
    struct Profile {
        name: &'static str,
    }
    let server = Server::start([Reply::json("{}")]);
    let client = client(&server);
    let id = UserId::new("user_1");
    let profile = &Profile { name: "Ada" };
    for call in [
        client.set_state("user", &id, "profile", profile),
        client.set_state("user", id.clone(), "profile", profile),
    ] {
        // The response is not the one of this operation.
        let _ = call.await;
        let got = server.received().pop().unwrap();
        assert_eq!(got.target, "/v1/chat/states/user/user_1/profile");
        assert!(got.body.contains(r#"{"name":"Ada"}"#), "{}", got.body);
    }
}

#[tokio::test]
async fn members_can_be_added_to_a_whole_body() {
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
async fn invalid_inputs_are_not_sent() {
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
        let ErrorKind::Encode(encode) = error.kind() else {
            panic!("{error}")
        };
        assert_eq!(
            (encode.part(), encode.name(), encode.problem()),
            (
                "path parameter",
                Some("id"),
                "must not be empty, `.` or `..`"
            )
        );
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
    let error = client
        .call(Echo::new("x".repeat(70_000)))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("makes a URL of 70"), "{error}");
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
            error
                .to_string()
                .contains("body property `a` cannot be added"),
            "{error}"
        );
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn an_empty_string_is_not_the_value_of_a_header() {
    let server = Server::start([Reply::json("{}")]);
    let client = client(&server);
    for header in [json!(""), json!(" "), json!("\t "), json!([""])] {
        let request = Echo {
            header,
            ..Echo::new("a")
        };
        let error = client.call(request).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "echo: header `x-thing` must not be empty; nothing was sent"
        );
    }
    assert!(server.received().is_empty());
    // Elsewhere it is a value.
    let request = Echo {
        query: vec![("q", Style::FORM, json!(""))],
        cookie: json!(""),
        body: Some(json!({"b": ""})),
        ..Echo::new("a")
    };
    client.call(request).await.unwrap();
    let got = &server.received()[0];
    assert_eq!(got.target, "/things/a/parts?q=");
    assert_eq!(got.header("cookie"), Some("crumb="));
    assert_eq!(got.body, r#"{"b":""}"#);
}

#[derive(Serialize)]
struct Size {
    size: f32,
}

#[tokio::test]
async fn an_added_member_that_json_does_not_have_is_not_sent() {
    let server = Server::start([Reply::json("{}")]);
    let client = client(&server);
    let call = || client.call(Echo::new("a"));
    let object = JsonObject::from(json!([1]));
    for (call, problem) in [
        (
            call().with_property("x", f64::NAN),
            "NaN is not a number that JSON has",
        ),
        (
            call().with_property("x", vec![1.0, f64::INFINITY]),
            " at $[1]",
        ),
        (
            call().with_property("x", object),
            "an array is not an object",
        ),
    ] {
        let error = call.await.unwrap_err().to_string();
        let start = "echo: body property `x` cannot be encoded: ";
        assert!(
            error.starts_with(start) && error.contains(problem),
            "{error}"
        );
    }
    assert!(server.received().is_empty());
    let call = call().with_property("x", Size { size: 0.1 });
    call.with_property("y", Some("z")).await.unwrap();
    let body = &server.received()[0].body;
    assert_eq!(body, r#"{"always":null,"x":{"size":0.1},"y":"z"}"#);
}

#[tokio::test]
async fn a_whole_number_is_sent_without_a_fraction() {
    let server = Server::start([Reply::json("{}")]);
    let request = Echo {
        query: vec![("n", Style::FORM, json!([60.0, -0.0, 0.5]))],
        body: Some(json!({"n": [60.0, 0.5]})),
        ..Echo::new(7.0)
    };
    client(&server).call(request).await.unwrap();
    let got = &server.received()[0];
    assert_eq!(got.target, "/things/7/parts?n=60&n=0&n=0.5");
    assert_eq!(got.body, r#"{"n":[60,0.5]}"#);
}

#[tokio::test]
async fn an_update_sends_only_the_members_that_were_set() {
    let server = Server::start([Reply::json("{}")]);
    let client = client(&server);
    let call = || client.update_user("user_1");
    // The response is incomplete, which does not matter here.
    for call in [
        call(),
        call().name_null(),
        call().name("n").picture_url_null(),
    ] {
        call.await.unwrap_err();
    }
    let bodies: Vec<_> = server.received().into_iter().map(|got| got.body).collect();
    assert_eq!(
        bodies,
        [
            "{}",
            r#"{"name":null}"#,
            r#"{"name":"n","pictureUrl":null}"#
        ]
    );
}
