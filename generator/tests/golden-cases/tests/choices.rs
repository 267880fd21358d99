//! The golden case `choices`: several content types of one body, and operations with unusual responses.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/choices/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/choices/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use openapi_client_runtime::ErrorKind;
use operations::{AddPetResponse, GetLatestResponse, NoteBody};
use serde_json::json;
use test_server::{Reply, Server};
use types::Pet;

const PET: &str = r#"{"id":7,"name":"Rex","1st":true}"#;

fn server() -> (Server, Client) {
    let server = Server::answering(|_, _| Reply::json(PET));
    let client = Client::builder().base_url(server.url()).build().unwrap();
    (server, client)
}

fn sent(server: &Server) -> Vec<(String, String)> {
    let received = server.received();
    let parts = received.iter().map(|got| {
        let media_type = got.header("content-type").unwrap_or_default();
        (media_type.to_owned(), got.body.clone())
    });
    parts.collect()
}

#[tokio::test]
async fn each_kind_of_body_has_a_method() {
    let (server, client) = server();
    let pet = Pet::new("Rex").secret("s").default_("d").n1st(true);
    let response = client.add_pet(pet).await.unwrap();
    let AddPetResponse::Ok(pet) = response else {
        panic!("{response:?}");
    };
    assert_eq!((pet.id, pet.n1st), (Some(7), Some(true)));
    client.add_pet_as_xml("<pet/>").dry(true).await.unwrap();
    client.add_pet_as_form("a b", "s").await.unwrap();
    client.add_pet_as_png("PNG").await.unwrap();
    let sent = sent(&server);
    let pet = r#"{"name":"Rex","secret":"s","default":"d","1st":true}"#;
    assert_eq!(sent[0], ("application/json".to_owned(), pet.to_owned()));
    assert_eq!(sent[1], ("application/xml".to_owned(), "<pet/>".to_owned()));
    assert_eq!(sent[2].1, "name=a%20b&secret=s");
    assert_eq!(sent[3], ("image/png".to_owned(), "PNG".to_owned()));
    let accept = server.received()[0].header("accept").map(str::to_owned);
    assert_eq!(
        accept.as_deref(),
        Some("application/json, text/plain, application/problem+json")
    );
}

#[tokio::test]
async fn a_string_is_read_as_json_or_plain_text() {
    let read = async |media_type: &'static str, body: &'static str| {
        let headers = [("content-type", media_type)];
        let server = Server::start([Reply::new("200 OK", &headers, body)]);
        let client = Client::builder().base_url(server.url()).build().unwrap();
        let log = client.get_log().await.ok();
        let received = server.received().remove(0);
        assert_eq!(
            received.header("accept"),
            Some("application/json, text/plain")
        );
        log
    };
    for text in ["one\ntwo", "\"one\"", "1", ""] {
        for media_type in ["text/plain", "Text/Plain ; charset=utf-8"] {
            assert_eq!(read(media_type, text).await.as_deref(), Some(text));
        }
    }
    let json = r#""one""#;
    for media_type in ["application/json", "application/octet-stream"] {
        assert_eq!(read(media_type, json).await.as_deref(), Some("one"));
    }
    assert_eq!(read("application/yaml", "one").await, None);
}

#[tokio::test]
async fn calls_by_name_choose_by_media_type() {
    let (server, client) = server();
    let pet = json!({"name": "Rex", "secret": "s"});
    for (media_type, input) in [
        ("text/json", pet.clone()),
        ("application/x-www-form-urlencoded", pet.clone()),
        ("Application/XML", json!({"body": "<pet/>"})),
        ("multipart/form-data", json!({"picture": "UE5H"})),
    ] {
        let response = client.call_json_as("addPet", media_type, input).await;
        assert_eq!(response.unwrap()["name"], "Rex", "{media_type}");
    }
    let sent = sent(&server);
    let json = r#"{"name":"Rex","secret":"s"}"#;
    assert_eq!(sent[0], ("text/json".to_owned(), json.to_owned()));
    assert_eq!(sent[1].1, "name=Rex&secret=s");
    assert_eq!(sent[2].1, "<pet/>");
    assert!(sent[3].0.starts_with("multipart/form-data; boundary="));

    let error = client.call_json_as("addPet", "text/csv", pet).await;
    assert_eq!(
        error.unwrap_err().to_string(),
        "addPet: the body cannot be sent as `text/csv`: the document does not list it"
    );
}

#[test]
fn schemas_state_read_only_and_write_only() {
    let operation = generated::operations()
        .iter()
        .find(|named| named.operation().id() == "addPet")
        .unwrap();
    assert_eq!(operation.content_types()[0], "application/json");
    let schema = operation.input_schema();
    assert_eq!(schema["required"], json!(["name", "secret"]));
    assert_eq!(schema["properties"]["id"]["readOnly"], true);
    let output = operation.output_schema();
    let required = &output["$defs"]["Pet"]["required"];
    assert_eq!(required, &json!(["id", "name", "secret"]));
}

#[tokio::test]
async fn additional_properties_of_a_body_are_sent_with_the_others() {
    let server = Server::answering(|_, _| Reply::new("204 No Content", &[], ""));
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let input = json!({"path.id": "a", "body.id": "b", "dry": true, "volume": 11});
    client.call_json("putSettings", input).await.unwrap();
    let got = &server.received()[0];
    // A base URL that the caller sets applies to all operations.
    assert_eq!(got.target, "/settings/a?dry=true");
    assert_eq!(got.body, r#"{"id":"b","volume":11}"#);
    // The second one is similar to an input that is absent.
    for (name, path) in [("volume", "$.volume"), ("drs", "$.drs")] {
        let wrong = json!({"path.id": "a", "body.id": "b", name: "loud"});
        let error = client.call_json("putSettings", wrong).await.unwrap_err();
        assert!(error.to_string().contains(path), "{error}");
    }
    for input in [
        json!({"id": "a"}),
        json!({"id": "a", "body.id": "b"}),
        json!({"path.id": "a", "id": "b", "volume": 1}),
        json!({"path.id": "a", "body.id": "b", "id": "c"}),
    ] {
        let error = client.call_json("putSettings", input).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "putSettings: ambiguous input member `id`; did you mean `path.id` or `body.id`?"
        );
    }
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn head_has_no_body_whatever_the_document_says() {
    let head = [
        ("content-type", "application/json"),
        ("content-length", "9"),
    ];
    let server = Server::answering(move |_, _| Reply::new("200 OK", &head, ""));
    let client = Client::builder().base_url(server.url()).build().unwrap();
    client.has_settings("a").await.unwrap();
}

#[tokio::test]
async fn an_optional_body_may_be_left_out() {
    let server = Server::answering(|_, _| Reply::new("204 No Content", &[], ""));
    let client = Client::builder().base_url(server.url()).build().unwrap();
    client.note().await.unwrap();
    client.note_as_form().await.unwrap();
    client.call_json("note", json!({})).await.unwrap();
    for got in server.received() {
        assert_eq!((got.header("content-type"), got.body.as_str()), (None, ""));
        assert_eq!(got.header("content-length"), Some("0"));
    }
    client.note().body(NoteBody::new("a")).await.unwrap();
    client.note_as_form().text("b").await.unwrap();
    let input = json!({"text": "c", "tags": ["d"]});
    client.call_json("note", input).await.unwrap();
    let sent: Vec<_> = sent(&server).into_iter().skip(3).collect();
    let json = "application/json".to_owned();
    assert_eq!(sent[0], (json.clone(), r#"{"text":"a"}"#.to_owned()));
    assert_eq!(sent[1].1, "text=b");
    assert_eq!(sent[2], (json, r#"{"text":"c","tags":["d"]}"#.to_owned()));
    // An incomplete body is an error.
    let error = client.call_json("note", json!({"tags": []})).await;
    assert!(
        error
            .unwrap_err()
            .to_string()
            .contains("missing field `text`")
    );
}

#[tokio::test]
async fn a_redirect_in_the_document_is_a_response() {
    for (status, is_followed) in [("302 Found", false), ("301 Moved Permanently", true)] {
        let server = Server::start([
            Reply::new(status, &[("location", "/other")], ""),
            Reply::json(PET),
        ]);
        let client = Client::builder().base_url(server.url()).build().unwrap();
        let response = client.get_latest().send_with_response().await.unwrap();
        assert_eq!(server.received().len(), if is_followed { 2 } else { 1 });
        if is_followed {
            assert!(matches!(response.value, GetLatestResponse::Ok(_)));
        } else {
            assert!(matches!(response.value, GetLatestResponse::Found(())));
            assert_eq!(response.headers()["location"], "/other");
        }
    }
}

#[tokio::test]
async fn a_conditional_request_has_a_response_for_304() {
    let server = Server::start([Reply::new("304 Not Modified", &[("etag", "\"1\"")], "")]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let response = client.get_latest().if_none_match("\"1\"").await.unwrap();
    assert_eq!(response, GetLatestResponse::NotModified(()));
    assert_eq!(server.received()[0].header("if-none-match"), Some("\"1\""));
}

#[tokio::test]
async fn content_of_an_undeclared_success_is_not_lost() {
    for (status, body) in [
        ("200 OK", r#"{"b":"x"}"#),
        ("206 Partial Content", "x"),
        ("204 No Content", ""),
    ] {
        let server = Server::start([Reply::new(status, &[], body)]);
        let client = Client::builder().base_url(server.url()).build().unwrap();
        let error = client.get_latest().await.unwrap_err();
        let ErrorKind::Decode { response, .. } = error.kind() else {
            panic!("{error}")
        };
        assert_eq!(response.body(), body);
    }
}

#[tokio::test]
async fn an_operation_in_another_version_is_on_the_same_host() {
    let server = Server::answering(|_, _| Reply::json(PET));
    let base_url = format!("{}/v1", server.url());
    let client = Client::builder().base_url(base_url).build().unwrap();
    client.reset_latest().await.unwrap();
    let _ = client.get_latest().await;
    let received = server.received();
    let targets = received.iter().map(|got| got.target.as_str());
    assert_eq!(targets.collect::<Vec<_>>(), ["/v2/latest", "/v1/latest"]);
}

#[tokio::test]
async fn a_success_with_an_undeclared_status_is_not_an_error() {
    let reply = |body: &str| Reply::new("203 Non-Authoritative", &[], body);
    let server = Server::start([reply(PET), reply("checking")]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let response = client.add_pet(Pet::new("Rex")).await.unwrap();
    assert!(matches!(response, AddPetResponse::Ok(_)), "{response:?}");
    let response = client.add_pet(Pet::new("Rex")).await.unwrap();
    assert!(
        matches!(response, AddPetResponse::Accepted(_)),
        "{response:?}"
    );
}
