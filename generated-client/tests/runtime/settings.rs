//! The settings of a client.

use botpress_runtime::runtime::{Error, ErrorKind};
use botpress_runtime::{Client, ClientBuilder};
use serde_json::{Value, json};

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
        (json!({"retry": 3}), "retry"),
    ] {
        assert_eq!(settings(wrong).unwrap_err().setting(), setting);
    }
}
