//! Recordings as a service.

use std::fs;
use std::path::Path;

use botpress_runtime::operations::{CreateUser, GetUser};
use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::testing::Service;
use botpress_runtime::{Client, Error, ErrorKind};
use serde_json::{Value, json};

use crate::user;

const URL: &str = "https://api.botpress.cloud/v1/chat/users";

/// A request for a user, and the response with it.
fn get(id: &str) -> Value {
    entry(
        &json!({"method": "GET", "url": format!("{URL}/{id}")}),
        &json!({"user": user(id)}),
    )
}

fn entry(request: &Value, response: &Value) -> Value {
    let content = json!({"size": 1, "mimeType": "application/json", "text": response.to_string()});
    json!({"request": request, "response": {"status": 200, "headers": [], "content": content}})
}

fn har(entries: &[Value]) -> String {
    json!({"log": {"version": "1.2", "entries": entries}}).to_string()
}

fn service(entries: &[Value]) -> Service {
    Service::from_har(&har(entries))
        .unwrap()
        .unmatched_as_errors()
}

/// The error of a call without a recording.
fn miss<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_recording_is_found_by_its_request_and_used_once() -> Result<(), Error> {
    let mut renamed = get("user_1");
    renamed["response"]["content"]["text"] =
        json!({"user": {"id": "user_1", "name": "Ada", "tags": {}, "createdAt": "2026-01-31T12:00:00Z", "updatedAt": "2026-01-31T12:00:00Z"}})
            .to_string()
            .into();
    let service = service(&[get("user_1"), get("user_2"), renamed]);
    let client = service.client();
    assert_eq!(client.get_user("user_2").await?.user.id, "user_2");
    assert_eq!(service.calls::<GetUser>()[0].request.id, "user_2");
    assert_eq!(client.get_user("user_1").await?.user.name, None);
    assert_eq!(
        client.get_user("user_1").await?.user.name.as_deref(),
        Some("Ada")
    );
    let message = miss(client.get_user("user_2").await);
    assert!(
        message.ends_with(
            "the service has no recording for this call of `getUser`: GET https://api.botpress.cloud/v1/chat/users/user_2\n\
             - entries[1], GET /v1/chat/users/user_2, matches, but was already used"
        ),
        "{message}"
    );
    Ok(())
}

/// A browser does not retry, so its recording of a failure has one entry.
#[tokio::test(start_paused = true)]
async fn a_retried_call_gets_its_recording_again() {
    for status in [502, 0] {
        let mut failed = get("user_1");
        failed["response"]["status"] = status.into();
        for service in [service(&[failed.clone()]), service(&[failed]).in_order()] {
            let client = service.client();
            let error = client.get_user("user_1").await.unwrap_err();
            assert_eq!(error.status(), (status > 0).then_some(502), "{error}");
            assert!(service.requests().len() > 1);
            // Another call does not.
            let message = miss(client.get_user("user_1").await);
            assert!(
                message.ends_with("matches, but was already used"),
                "{message}"
            );
        }
    }
}

/// Some proxies write the bytes that the service has sent.
#[tokio::test]
async fn content_that_is_still_compressed_is_named() {
    let mut compressed = get("user_1");
    compressed["response"]["headers"] = json!([{"name": "content-encoding", "value": "gzip"}]);
    compressed["response"]["content"]["encoding"] = "base64".into();
    compressed["response"]["content"]["text"] = "H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==".into();
    let client = service(&[compressed]).client();
    let message = miss(client.get_user("user_1").await);
    let expected =
        "matches, but its `content.text` is still compressed: export the file with decoded content";
    assert!(message.ends_with(expected), "{message}");
}

/// `fetch` sends it as a program writes it, apart from the most frequent methods.
#[tokio::test]
async fn a_method_may_be_in_lower_case() -> Result<(), Error> {
    let mut lower = get("user_1");
    lower["request"]["method"] = "get".into();
    service(&[lower]).client().get_user("user_1").await?;
    Ok(())
}

#[tokio::test]
async fn recordings_can_be_limited_to_their_order() -> Result<(), Error> {
    let client = service(&[get("user_1"), get("user_2"), get("user_3")])
        .in_order()
        .client();
    client.get_user("user_2").await?;
    let message = miss(client.get_user("user_1").await);
    let expected = "\n- entries[0], GET /v1/chat/users/user_1, matches, but is before the last one that was used";
    assert!(message.ends_with(expected), "{message}");
    client.get_user("user_3").await?;
    Ok(())
}

#[tokio::test]
async fn the_nearest_recording_and_the_first_difference_are_named() {
    let list = |query: &str| {
        let request = json!({"method": "GET", "url": format!("{URL}{query}")});
        entry(&request, &json!({"users": [], "meta": {}}))
    };
    let create = |body: Value| {
        let body = json!({"mimeType": "application/json", "text": body.to_string()});
        let request = json!({"method": "POST", "url": URL, "postData": body});
        entry(&request, &json!({"user": user("user_1")}))
    };
    let service = service(&[
        get("user_9"),
        list("?nextToken=a%2Fb&tags.color=red"),
        create(json!({"tags": {}, "name": "Ada", "pictureUrl": "p"})),
        create(json!({"tags": {"a": "1"}, "name": "Ada"})),
    ]);
    let client = service.client();
    let message = miss(client.get_user("user_1").await);
    assert!(
        message.ends_with(
            "\n- entries[0], GET /v1/chat/users/user_9, has path /v1/chat/users/user_9 instead of /v1/chat/users/user_1"
        ),
        "{message}"
    );
    let message = miss(client.list_users().next_token("a/b").await);
    assert!(
        message.ends_with(", has query parameter `tags.color`: `red` instead of none"),
        "{message}"
    );
    let message = miss(client.create_user([("a", "2")]).name("Ada").await);
    assert!(
        message.ends_with(
            "\n- entries[3], POST /v1/chat/users, has body \"1\" instead of \"2\" at $.tags.a"
        ),
        "{message}"
    );
    let message = miss(client.delete_user("user_9").await);
    assert!(
        message.contains("entries[0]") && message.ends_with("has method GET instead of DELETE"),
        "{message}"
    );
}

#[tokio::test]
async fn rules_come_before_recordings_and_both_are_explained() -> Result<(), Error> {
    let service = service(&[get("user_1"), get("user_2")]);
    service
        .on(|call: &GetUser| call.id == "user_1")
        .respond_error(404, json!({"type": "ResourceNotFound"}));
    let client = service.client();
    assert!(client.get_user("user_1").await.unwrap_err().is_not_found());
    assert_eq!(client.get_user("user_2").await?.user.id, "user_2");
    let message = miss(client.get_user("user_3").await);
    assert!(
        message.contains("no rule and no recording for this call"),
        "{message}"
    );
    assert!(
        message.contains("\n- the rule at ") && message.contains("\n- entries[0], "),
        "{message}"
    );
    Ok(())
}

#[tokio::test]
async fn an_export_of_a_browser_is_understood() -> Result<(), Error> {
    let mut answered = get("user_1");
    answered["response"]["headers"] = json!([
        {"name": ":status", "value": "200"},
        {"name": "Content-Encoding", "value": "br"},
        {"name": "x-request-id", "value": "r1"},
    ]);
    let content = &mut answered["response"]["content"];
    // Base64 of `{"user":1}`, which is not valid.
    content["text"] = "eyJ1c2VyIjoxfQ==".into();
    content["encoding"] = "base64".into();
    let mut blocked = get("user_2");
    blocked["response"] = json!({"status": 0, "headers": []});
    let mut without_content = get("user_3");
    without_content["response"]["content"] = json!({"size": 200, "mimeType": "application/json"});
    let unrelated = json!({"request": {"method": "GET", "url": "data:image/png;base64,AA=="}, "response": {"status": 200}});
    let service = service(&[unrelated, answered, blocked, without_content]);
    let client = service
        .builder()
        .retry(botpress_runtime::runtime::RetryPolicy::none())
        .build()
        .unwrap();

    let error = client.get_user("user_1").await.unwrap_err();
    let ErrorKind::Decode { response, .. } = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(response.body(), &b"{\"user\":1}"[..]);
    assert_eq!(response.headers()["x-request-id"], "r1");
    assert_eq!(response.headers()["content-type"], "application/json");
    assert!(client.get_user("user_2").await.unwrap_err().is_transport());
    let message = miss(client.get_user("user_3").await);
    assert!(
        message.ends_with(
            "matches, but its response has no `content.text`: export the file with content"
        ),
        "{message}"
    );
    Ok(())
}

#[tokio::test]
async fn a_body_is_compared_by_meaning() -> Result<(), Error> {
    let body = json!({"mimeType": "application/json", "text": "{\"name\": \"Ada\", \"tags\": {}}"});
    let request = json!({"method": "POST", "url": URL, "postData": body});
    let service = service(&[entry(&request, &json!({"user": user("user_1")}))]);
    service.client().create_user([]).name("Ada").await?;
    assert_eq!(service.calls::<CreateUser>().len(), 1);
    assert_eq!(service.requests().len(), 1);
    Ok(())
}

#[test]
fn a_broken_file_is_reported_with_the_path_of_the_problem() {
    let mut entries = [get("user_1"), get("user_2")];
    let problem = |text: &str| Service::from_har(text).unwrap_err().to_string();
    for (text, expected) in [
        ("{", "EOF while parsing an object at line 1 column 1"),
        ("{}", "$.log is missing"),
        (
            r#"{"log": {"version": "2.0"}}"#,
            "$.log.version is not a version of HAR that is known, such as `1.2`",
        ),
        (
            r#"{"log": {"version": "1.2", "entries": {}}}"#,
            "$.log.entries is not an array",
        ),
    ] {
        assert_eq!(problem(text), expected);
    }
    for (pointer, value, expected) in [
        (
            "/request/url",
            json!("/users"),
            "$.log.entries[1].request.url is not a URL: relative URL without a base",
        ),
        (
            "/request/method",
            json!(null),
            "$.log.entries[1].request.method is missing",
        ),
        (
            "/response/status",
            json!("200"),
            "$.log.entries[1].response.status is not a number from 0",
        ),
        (
            "/response/status",
            json!(20),
            "$.log.entries[1].response.status is not an HTTP status",
        ),
        (
            "/response/headers",
            json!([{"name": "a b", "value": ""}]),
            "$.log.entries[1].response.headers[0] is not a valid header",
        ),
        (
            "/response/content/text",
            json!(1),
            "$.log.entries[1].response.content.text is not a string",
        ),
    ] {
        entries[1] = get("user_2");
        *entries[1].pointer_mut(pointer).unwrap() = value;
        assert_eq!(problem(&har(&entries)), expected);
    }
}

#[tokio::test]
async fn files_of_other_programs_are_read() {
    let mut lost = get("user_1");
    let mut cookies = get("user_2");
    let mut lines = get("user_3");
    // Without padding, and in two lines.
    let text = "eyJ1c2VyIjp7ImlkIjoidXNlcl8zIiwiY3JlYXRlZEF0IjoiMjAyNC0wMS0wMVQwMDowM\r\nDowMFoiLCJ1cGRhdGVkQXQiOiIyMDI0LTAxLTAxVDAwOjAwOjAwWiIsInRhZ3MiOnt9fX0";
    lines["response"]["content"]["text"] = json!(text);
    lines["response"]["content"]["encoding"] = json!("base64");
    cookies["response"]["headers"] = json!([{"name": "set-cookie", "value": "a=1\nb=2"}]);
    for no_status in [json!(-1), json!(0), json!(null)] {
        lost["response"]["status"] = no_status;
        let text = format!(
            "\u{feff}{}",
            har(&[lost.clone(), cookies.clone(), lines.clone()])
        );
        let client = Service::from_har(&text).unwrap().client();
        let call = client.get_user("user_1").with_retry(RetryPolicy::none());
        assert!(call.await.unwrap_err().is_transport());
        let response = client
            .get_user("user_2")
            .send_with_response()
            .await
            .unwrap();
        let cookies: Vec<_> = response.headers().get_all("set-cookie").iter().collect();
        assert_eq!(cookies, ["a=1", "b=2"]);
        client.get_user("user_3").await.unwrap();
    }
}

#[tokio::test]
async fn a_file_can_be_a_service() -> Result<(), Error> {
    let recordings = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    let path = recordings.join("recorded/getUser.har");
    let client: Client = Service::from_har_file(path).unwrap().client();
    assert_eq!(
        client.get_user("01HZX0ID").await?.user.id,
        "01HZX0ID_ABCDEFGHJKMNPQRSTVW"
    );

    let missing = recordings.join("none.har");
    let problem = Service::from_har_file(&missing).unwrap_err().to_string();
    let found = fs::read_to_string(&missing).unwrap_err();
    assert_eq!(
        problem,
        format!("{}: cannot be read: {found}", missing.display())
    );
    let readme = recordings.join("README.md");
    let problem = Service::from_har_file(&readme).unwrap_err().to_string();
    assert!(
        problem.starts_with(&format!("{}: expected value at line 1", readme.display())),
        "{problem}"
    );
    Ok(())
}
