//! Calls by name, with JSON input and output.

use std::collections::BTreeSet;

use botpress_runtime::operations::{DeleteConversation, ListConversations, UpdateUser};
use botpress_runtime::runtime::JsonCallError;
use botpress_runtime::testing::{Reply, Service};
use botpress_runtime::{Client, JsonObject};
use serde_json::{Value, json};

/// The operations of the document.
const OPERATIONS: &str = include_str!("../../src/generated/operations.json");

#[tokio::test]
async fn calls_by_name_return_json_and_typed_errors() {
    let service = Service::new();
    service
        .on(|_: &DeleteConversation| true)
        .reply(Reply::new(200).json(json!({"unknown": 1})))
        .then()
        .respond_error(
            404,
            json!({"code": 404, "type": "ResourceNotFound", "message": "gone"}),
        );
    let client = service.client();
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
    assert_eq!(service.requests()[0].header("x-bot-id"), Some("bot-2"));
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
            "delete_conversaton",
            json!({}),
            "unknown operation `delete_conversaton`; did you mean `deleteConversation`?",
        ),
        (
            "get /v1/chat/users/{userId}",
            json!({}),
            "unknown operation `get /v1/chat/users/{userId}`; did you mean `GET /v1/chat/users/{id}`?",
        ),
        (
            "listMessages",
            json!({"conversationid": "a"}),
            "listMessages: unknown input member `conversationid`; did you mean `conversationId`?",
        ),
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
            "deleteConversation: unknown input member `more`; inputs that the document does not declare are named `query.…`, `header.…` or `body.…`",
        ),
        (
            "deleteConversation",
            json!({"id": 7}),
            "deleteConversation: invalid input member `id`: invalid type: integer `7`, expected a string, near `7`",
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
    assert!(matches!(error, JsonCallError::Input { .. }));
    assert!(
        error.to_string().contains("`schedule`") && error.to_string().contains("$.delay"),
        "{error}"
    );
    assert_eq!(service.requests().len(), 2);
}

#[tokio::test]
async fn a_misspelled_input_is_named_where_a_required_one_is_missing() {
    let service = Service::new();
    let client = service.client();
    for (operation, input, message) in [
        (
            "getUser",
            json!({"Id": "a"}),
            "getUser: unknown input member `Id`; did you mean `id`?",
        ),
        (
            "createMessage",
            json!({"type": "text", "payload": {}, "tags": {}, "user_id": "u", "conversationId": "c"}),
            "createMessage: unknown input member `user_id`; did you mean `userId`?",
        ),
        (
            "createMessage",
            json!({"type": "text", "payload": {}, "tags": {}, "conversationId": "c", "schedule": null}),
            "createMessage: missing input member `userId`",
        ),
    ] {
        let error = client.call_json(operation, input).await.unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn prefixed_members_are_sent_in_the_location_of_the_prefix() {
    let service = Service::new();
    service
        .on(|_: &ListConversations| true)
        .respond(json!({"conversations": [], "meta": {}}));
    service
        .on(|_: &UpdateUser| true)
        .reply(Reply::new(200).json(json!({})));
    let client = service.client();
    let input = json!({"channel": "c", "query.ids": ["a b", "c"], "header.x-trace": "t"});
    client.call_json("listConversations", input).await.unwrap();
    let input = json!({"id": "a", "name": "n", "body.note": {"text": null}});
    client.call_json("updateUser", input).await.unwrap_err();
    let requests = service.requests();
    assert_eq!(requests[0].url.path(), "/v1/chat/conversations");
    assert_eq!(requests[0].url.query(), Some("channel=c&ids=a%20b&ids=c"));
    assert_eq!(requests[0].header("x-trace"), Some("t"));
    assert_eq!(requests[1].body, r#"{"name":"n","note":{"text":null}}"#);
}

#[tokio::test]
async fn a_misspelt_member_is_an_error() {
    let service = Service::new();
    let input = json!({"type": "t", "payload": {"any": "thing"}, "schedule": {"dely": 5}});
    let error = service
        .client()
        .call_json("createEvent", input)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("`schedule.dely`"), "{error}");
    assert!(service.requests().is_empty());
}

#[test]
fn the_table_of_operations_has_schemas_of_inputs_and_outputs() {
    let operations = botpress_runtime::operations();
    let schemas: Value = serde_json::from_str(OPERATIONS).unwrap();
    let ids = schemas["operations"].as_object().unwrap().keys();
    let table = operations.iter().map(|named| named.operation().id());
    assert_eq!(
        table.collect::<BTreeSet<_>>(),
        ids.map(String::as_str).collect()
    );
    let named = |id: &str| {
        let mut operations = operations.iter();
        *operations
            .find(|named| named.operation().id() == id)
            .unwrap()
    };
    let create = named("createMessage");
    assert_eq!(
        (
            create.operation().method().as_str(),
            create.operation().path()
        ),
        ("POST", "/v1/chat/messages")
    );
    assert!(create.docs().starts_with("Creates a"), "{}", create.docs());
    let input = create.input_schema();
    assert_eq!(
        input["required"],
        json!(["payload", "userId", "conversationId", "type", "tags"])
    );
    assert_eq!(
        input["properties"]["tags"]["additionalProperties"]["type"],
        "string"
    );
    assert_eq!(
        input["$defs"]["Schedule"]["properties"]["delay"]["type"],
        "integer"
    );
    let expiry = &named("setState").input_schema()["properties"]["expiry"];
    assert_eq!(
        (&expiry["type"], &expiry["minimum"]),
        (&json!(["integer", "null"]), &json!(1))
    );
    for named in operations {
        for schema in [named.input_schema(), named.output_schema()] {
            let text = schema.to_string();
            for reference in text.split("\"#/$defs/").skip(1) {
                let name = reference.split('"').next().unwrap();
                assert!(schema["$defs"][name].is_object(), "{name} of {text}");
            }
        }
    }
}

#[test]
fn an_unknown_setting_suggests_the_one_that_is_meant() {
    for (name, advice) in [
        ("bot_id", "did you mean `botId`?"),
        ("Token", "did you mean `token`?"),
        ("base_url", "did you mean `baseUrl`?"),
        (
            "address",
            "the settings are `baseUrl`, `token`, `credentials`, `retry`, `botId`, `integrationId`, `integrationAlias`",
        ),
    ] {
        let settings = JsonObject::from_iter([(name.to_owned(), json!("x"))]);
        let error = Client::builder().with_settings(&settings).unwrap_err();
        let text = format!("the client's setting `{name}` is not a known setting; {advice}");
        assert_eq!(error.to_string(), text);
    }
}
