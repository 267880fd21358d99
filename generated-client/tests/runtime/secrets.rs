//! The token is shown nowhere.

use botpress_runtime::Client;

use super::support::{Reply, Server};
use super::{Echo, List, TOKEN, builder};

#[tokio::test]
async fn the_token_is_shown_nowhere() {
    let server = Server::start([Reply::new(
        "401 Unauthorized",
        &[],
        r#"{"type":"Unauthorized"}"#,
    )]);
    let builder = builder(&server);
    let client = builder.clone().build().unwrap();
    let call = client
        .call(Echo::new("a"))
        .with_header("authorization", format!("Bearer {TOKEN}"));
    let shown = format!(
        "{builder:?} {client:?} {call:?} {:?}",
        client.call(List::default()).stream()
    );
    let error = call.await.unwrap_err();
    let wrong = Client::builder()
        .token(format!("{TOKEN}\n"))
        .bot_id("b")
        .build()
        .unwrap_err();
    let shown = format!("{shown} {error} {error:?} {error:#?} {wrong} {wrong:?}");
    assert!(!shown.contains(TOKEN), "{shown}");
    assert!(shown.contains("401"), "{shown}");
}
