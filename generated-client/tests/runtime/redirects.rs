//! Redirects, which the client follows only within the origin.

use super::{Echo, List, client};
use test_server::{Reply, Server};

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
        format!(
            "echo: 307 Temporary Redirect: redirect not followed: {away} (it leads to another port)"
        )
    );
    assert!(other.received().is_empty());

    assert_eq!(client.call(Echo::new("a")).await.unwrap(), 1);
    assert_eq!(server.received()[2].target, "/there?x=1");
    assert_eq!(server.received()[2].body, r#"{"always":null}"#);
    // Following it would turn the POST into a GET.
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "echo: 302 Found: redirect not followed: /there (its status turns the request into a `GET`)"
    );
    assert_eq!(client.call(List::default()).await.unwrap(), 2);
    let error = client.call(Echo::new("a")).await.unwrap_err();
    assert_eq!(error.status(), Some(308));
    assert_eq!(
        error.to_string(),
        "echo: 308 Permanent Redirect: redirect not followed: /loop (it leads back to a URL that was already requested)"
    );
    assert_eq!(server.received().len(), 6 + 2);
}

#[tokio::test]
async fn a_loop_of_several_steps_ends_after_one_round() {
    let server = Server::answering(|index, _| {
        let next = format!("/{}#{index}", index % 3);
        Reply::new("307 Temporary Redirect", &[("location", &next)], "")
    });
    let error = client(&server).call(Echo::new("a")).await.unwrap_err();
    assert!(error.to_string().contains("leads back"), "{error}");
    assert_eq!(server.received().len(), 4);
}

#[tokio::test]
async fn the_number_of_redirects_is_limited() {
    let server = Server::answering(|index, _| {
        let next = format!("/{index}");
        Reply::new("307 Temporary Redirect", &[("location", &next)], "")
    });
    let error = client(&server).call(Echo::new("a")).await.unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("(there were too many redirects)"),
        "{error}"
    );
    assert_eq!(server.received().len(), 11);
}
