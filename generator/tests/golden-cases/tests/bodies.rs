//! The golden case `bodies`: content types of bodies, forms and parts, and styles of parameters.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/bodies/expected/mod.rs"]
mod generated;

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/bodies/expected/tests.rs"]
mod made_up;

pub use generated::{Call, Client, ClientBuilder, operations, testing, types};

use operations::UploadAbout;
use serde_json::json;
use test_server::{Reply, Server};
use types::{Circle, Shape, Square};

fn server() -> (Server, Client) {
    let server = Server::answering(|_, request| {
        let media_type = request.header("content-type").unwrap_or("text/plain");
        Reply::new("200 OK", &[("content-type", media_type)], &request.body)
    });
    let client = Client::builder().base_url(server.url()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn a_form_is_encoded() {
    let (server, client) = server();
    let input = json!({
        "name": "x & y", "sizes": [1, 2],
        "card": {"number": "42", "owner": {"city": "Zürich"}},
    });
    client.call_json("sendForm", input).await.unwrap();
    let got = &server.received()[0];
    assert_eq!(
        got.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(
        got.body,
        "name=x%20%26%20y&sizes=1&sizes=2&card%5Bnumber%5D=42&card%5Bowner%5D%5Bcity%5D=Z%C3%BCrich"
    );
}

#[tokio::test]
async fn files_and_fields_become_parts() {
    let (server, client) = server();
    client
        .upload("PNG")
        .more(["one", "two"])
        .about(UploadAbout::new(["a"]))
        .await
        .unwrap();
    let got = &server.received()[0];
    let media_type = got.header("content-type").unwrap();
    let boundary = media_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let part = |head: &str, body: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name={head}\r\n\r\n{body}\r\n")
    };
    let expected = [
        part(
            "\"file\"; filename=\"file\"\r\nContent-Type: image/png",
            "PNG",
        ),
        part(
            "\"more\"; filename=\"file\"\r\nContent-Type: application/octet-stream",
            "one",
        ),
        part(
            "\"more\"; filename=\"file\"\r\nContent-Type: application/octet-stream",
            "two",
        ),
        part(
            "\"about\"\r\nContent-Type: application/json",
            r#"{"tags":["a"]}"#,
        ),
        format!("--{boundary}--\r\n"),
    ];
    assert_eq!(got.body, expected.concat());
    // In calls by name, files are Base64.
    client
        .call_json("upload", json!({"file": "UE5H"}))
        .await
        .unwrap();
    assert!(server.received()[1].body.contains("\r\n\r\nPNG\r\n"));
    let error = client
        .call_json("upload", json!({"file": "no base64!"}))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("`file`"), "{error}");
}

#[tokio::test]
async fn a_media_type_that_contradicts_the_body_is_not_sent() {
    let (server, client) = server();
    let header = "content-type";
    for media_type in [
        "multipart/form-data",
        "application/json",
        "multipart/form-data; boundary=x",
        "",
    ] {
        let error = client.upload("PNG").with_header(header, media_type).await;
        let error = error.unwrap_err().to_string();
        assert!(
            error.contains("whose boundary only the client knows"),
            "{error}"
        );
    }
    let form = json!({"name": "x", "sizes": [1], "header.content-type": "application/json"});
    let error = client.call_json("sendForm", form).await.unwrap_err();
    let problem = "header `content-type` is `application/json`, but the body is written as \
                   `application/x-www-form-urlencoded`";
    assert!(error.to_string().contains(problem), "{error}");
    assert!(server.received().is_empty());
    let form = json!({"name": "x", "sizes": [1], "header.content-type": "application/x-www-form-urlencoded; charset=utf-8"});
    client.call_json("sendForm", form).await.unwrap();
    let picture = client.replace_picture().body("PNG");
    picture.with_header(header, "image/webp").await.unwrap();
    let sent: Vec<_> = server.received();
    assert_eq!(
        sent[0].header(header),
        Some("application/x-www-form-urlencoded; charset=utf-8")
    );
    assert_eq!(sent[1].header(header), Some("image/webp"));
}

#[tokio::test]
async fn text_and_bytes_are_sent_and_received() {
    let (server, client) = server();
    assert_eq!(client.write_note("# Hi").await.unwrap(), "# Hi");
    let picture = client.replace_picture().body("PNG").await.unwrap();
    assert_eq!(picture.as_bytes(), "PNG".as_bytes());
    let by_name = client
        .call_json("replacePicture", json!({"body": "UE5H"}))
        .await
        .unwrap();
    assert_eq!(by_name, json!({"base64": "UE5H"}));
    client.replace_picture().await.unwrap();
    let received = server.received();
    let types: Vec<_> = received
        .iter()
        .map(|got| got.header("content-type"))
        .collect();
    assert_eq!(
        types,
        [
            Some("text/markdown"),
            Some("image/png"),
            Some("image/png"),
            None
        ]
    );
    assert_eq!(received[0].header("accept"), Some("text/markdown"));
}

#[tokio::test]
async fn json_of_another_media_type_keeps_it() {
    let (server, client) = server();
    client.merge_patch().a_null().await.unwrap();
    let got = &server.received()[0];
    assert_eq!(
        got.header("content-type"),
        Some("application/merge-patch+json")
    );
    assert_eq!(got.body, r#"{"a":null}"#);
}

#[tokio::test]
async fn every_style_is_encoded() {
    let (server, client) = server();
    client
        .styles(["a", "b/c"], 5, [1, 2])
        .joined(["x", "y,z"])
        .spaced(["x", "y z"])
        .piped(["x", "y|z"])
        .deep([("k", "v&")])
        .json([("n", 1)])
        .raw("a/b?c=d&e#f'\u{fc}")
        .raws(["x:y", "z@"])
        .x_pairs([("R", "100"), ("G", "200")])
        .crumb("c; d")
        .await
        .unwrap();
    let got = &server.received()[0];
    assert_eq!(
        got.target,
        "/styles/;matrix=a;matrix=b%2Fc/.5/1,2?joined=x,y%2Cz&spaced=x%20y%20z&piped=x%7Cy%7Cz&deep%5Bk%5D=v%26&json=%7B%22n%22%3A1%7D&raw=a/b?c=d%26e%23f%27%C3%BC&raws=x:y,z@"
    );
    assert_eq!(got.header("x-pairs"), Some("G=200,R=100"));
    assert_eq!(got.header("cookie"), Some("crumb=c%3B%20d"));
}

#[tokio::test]
async fn maps_are_forms() {
    let (server, client) = server();
    client.send_map([("a b", "1"), ("c", "&")]).await.unwrap();
    client
        .send_fields()
        .name("x")
        .meta([("k", 1)])
        .pair([("k", 2)])
        .additional_properties([("y", 3), ("z", 4)])
        .await
        .unwrap();
    client.send_fields().await.unwrap();
    let twice = client
        .send_fields()
        .name("x")
        .additional_properties([("name", 1)]);
    let error = twice.await.unwrap_err().to_string();
    assert!(
        error.contains("`name` is declared, so it has a field of its own"),
        "{error}"
    );
    let incomplete = client.send_fields().meta([("k", 1)]);
    let error = incomplete.await.unwrap_err().to_string();
    assert!(
        error.contains("`name` is required if any field of the body is set"),
        "{error}"
    );
    let input = json!({"name": "x", "additionalProperties": {"y": 3}});
    client.call_json("sendFields", input).await.unwrap();
    let bodies: Vec<String> = server.received().into_iter().map(|got| got.body).collect();
    assert_eq!(
        bodies,
        [
            "a%20b=1&c=%26",
            "name=x&meta=%7B%22k%22%3A1%7D&k=2&y=3&z=4",
            "",
            "name=x&y=3"
        ]
    );
}

#[tokio::test]
async fn an_empty_list_of_files_is_a_form_without_the_field() {
    let (server, client) = server();
    client.attach().files([]).note("n").await.unwrap();
    client.attach().files([]).await.unwrap();
    let received = server.received();
    assert!(received[0].body.contains("name=\"note\""));
    assert_eq!(received[1].body, "");
}

/// The body with a short boundary.
fn parts(got: &test_server::Received, kind: &str) -> String {
    let media_type = got.header("content-type").unwrap();
    let boundary = media_type
        .strip_prefix(&format!("multipart/{kind}; boundary="))
        .unwrap();
    got.body.replace(boundary, "B").replace("\r\n", "\n")
}

#[tokio::test]
async fn maps_are_parts() {
    let (server, client) = server();
    client
        .send_files([("a", "one"), ("b", "two")])
        .await
        .unwrap();
    client
        .send_parts("x,y", [1, 2])
        .additional_properties([("more", vec!["three".into()])])
        .await
        .unwrap();
    let anything = json!({"a": "one", "b": {"c": 1}});
    client
        .send_anything()
        .body(anything.as_object().unwrap().clone())
        .await
        .unwrap();
    let input = json!({"body": {"a": "b25l"}});
    client.call_json("sendFiles", input).await.unwrap();
    let received = server.received();
    let head = "--B\nContent-Disposition: form-data; name=";
    let bytes = "Content-Type: application/octet-stream\n\n";
    assert_eq!(
        parts(&received[0], "form-data"),
        format!(
            "{head}\"a\"; filename=\"file\"\n{bytes}one\n{head}\"b\"; filename=\"file\"\n{bytes}two\n--B--\n"
        )
    );
    assert_eq!(
        parts(&received[1], "mixed"),
        format!(
            "{head}\"table\"\nContent-Type: text/csv\n\nx,y\n{head}\"rows\"\nContent-Type: application/json\n\n[1,2]\n{head}\"more\"; filename=\"file\"\n{bytes}three\n--B--\n"
        )
    );
    assert_eq!(
        parts(&received[2], "form-data"),
        format!(
            "{head}\"a\"\nContent-Type: text/plain\n\none\n{head}\"b\"\nContent-Type: application/json\n\n{{\"c\":1}}\n--B--\n"
        )
    );
    assert!(parts(&received[3], "form-data").contains("one"));
}

#[tokio::test]
async fn the_discriminator_is_sent_in_queries_parts_and_forms() {
    let (server, client) = server();
    let circle = Circle::new().r(1);
    let call = client.send_shapes(Shape::Square(Square::new(2)));
    call.near(circle).await.unwrap();
    let got = &server.received()[0];
    assert_eq!(got.target, "/shapes?near%5Bkind%5D=circle&near%5Br%5D=1");
    let part = "\r\n\r\n{\"kind\":\"square\",\"size\":2}\r\n";
    assert!(got.body.contains(part), "{}", got.body);
    // A form has the fields of all alternatives, so the caller says which one it is.
    client.send_shape("circle").r(1).await.unwrap();
    assert_eq!(server.received()[1].body, "kind=circle&r=1");
    // Calls by name need no discriminator if the value fits only one alternative.
    let input = json!({"shape": {"r": 1}, "near": {"kind": "square", "size": 3}});
    client.call_json("sendShapes", input).await.unwrap();
    let got = &server.received()[2];
    assert_eq!(got.target, "/shapes?near%5Bkind%5D=square&near%5Bsize%5D=3");
    assert!(
        got.body.contains("{\"kind\":\"circle\",\"r\":1}"),
        "{}",
        got.body
    );
}
