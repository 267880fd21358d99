//! The golden case `bodies`.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/bodies/expected/mod.rs"]
mod generated;

pub use generated::{Call, Client, ClientBuilder, operations, types};

use operations::UploadAbout;
use serde_json::json;
use test_server::{Reply, Server};

fn server() -> (Server, Client) {
    let server = Server::answering(|_, request| {
        let media_type = request.header("content-type").unwrap_or("text/plain");
        Reply::new("200 OK", &[("content-type", media_type)], &request.body)
    });
    let client = Client::builder().base_url(server.url()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn a_form() {
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
async fn files_and_fields() {
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
async fn text_and_bytes_both_ways() {
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
async fn json_of_another_media_type() {
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
async fn every_style() {
    let (server, client) = server();
    client
        .styles(["a", "b/c"], 5, [1, 2])
        .joined(["x", "y,z"])
        .spaced(["x", "y z"])
        .piped(["x", "y|z"])
        .deep([("k", "v&")])
        .json([("n", 1)])
        .x_pairs([("R", "100"), ("G", "200")])
        .crumb("c; d")
        .await
        .unwrap();
    let got = &server.received()[0];
    assert_eq!(
        got.target,
        "/styles/;matrix=a;matrix=b%2Fc/.5/1,2?joined=x,y%2Cz&spaced=x%20y%20z&piped=x%7Cy%7Cz&deep%5Bk%5D=v%26&json=%7B%22n%22%3A1%7D"
    );
    assert_eq!(got.header("x-pairs"), Some("G=200,R=100"));
    assert_eq!(got.header("cookie"), Some("crumb=c%3B%20d"));
}
