//! Calls by name, JSON in and JSON out.

use botpress_runtime::runtime::JsonCallError;
use serde_json::{Value, json};

use super::client;
use super::support::{Reply, Server};

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
