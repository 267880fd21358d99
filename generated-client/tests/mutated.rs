//! Damaged responses: whatever arrives, a call ends with a value or an error.
//!
//! `FUZZ_SECONDS=3600 cargo test --test mutated` runs for an hour, and `FUZZ_FROM` repeats a case.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::{Client, Error};
use test_server::{Reply, Server, cases, mutated};

const USER: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 207\r\n\r\n\
    {\"user\": {\"id\": \"user_1\", \"createdAt\": \"2024-05-01T10:00:00.000Z\", \"updatedAt\": \"2024-05-01T10:00:00.000Z\", \
    \"tags\": {\"a\": \"b\"}, \"name\": \"Ada\", \"attributes\": {}, \"properties\": {\"x\": \"y\"}, \"pictureUrl\": null}} ";

const LIST: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\
    RateLimit: \"default\";r=9;t=3\r\n\r\n5b\r\n{\"users\": [{\"id\": \"user_1\", \"createdAt\": \"2024-05-01T10:00:00.000Z\", \"updatedAt\": \"2024-05-01\r\n\
    43\r\nT10:00:00.000Z\", \"tags\": {}, null], \"meta\": {\"nextToken\": \"page_2\"}}\r\n0\r\n\r\n";

const ERROR: &str = "HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nContent-Length: 108\r\nRetry-After: 0\r\n\
    RateLimit-Limit: 10\r\nRateLimit-Remaining: 0\r\nRateLimit-Reset: 1\r\n\r\n\
    {\"id\": \"err_1\", \"code\": 429, \"type\": \"RateLimited\", \"message\": \"Too many requests, slow down.\", \"metadata\": {}}  ";

const REDIRECT: &str = "HTTP/1.1 307 Temporary Redirect\r\nLocation: /v1/chat/users/user_2?a=b#c\r\nContent-Length: 0\r\n\r\n";

async fn call(client: &Client, case: u64) -> Result<(), Error> {
    match case % 5 {
        0 => client.get_user("user_1").await.map(drop),
        1 => {
            client.list_users().collect_up_to(20).await?;
            Ok(())
        }
        2 => client.create_user([("a", "b")]).await.map(drop),
        3 => client.delete_user("user_1").await.map(drop),
        _ => client.update_user("user_1").name("Ada").await.map(drop),
    }
}

#[tokio::test]
async fn a_call_ends_with_a_value_or_an_error() {
    let current = Arc::new(AtomicU64::new(0));
    let number = current.clone();
    let server = Server::answering(move |_, _| {
        let case = number.load(Ordering::SeqCst);
        let response = match case / 5 % 4 {
            0 => USER,
            1 => LIST,
            2 => ERROR,
            _ => REDIRECT,
        };
        Reply::cut(mutated(response.as_bytes(), case))
    });
    let client = Client::builder()
        .base_url(server.url())
        .token("secret-token-0001")
        .bot_id("bot_1")
        .timeout(Duration::from_secs(5))
        .max_response_body(10_000)
        .retry(
            RetryPolicy::default()
                .max_retries(1)
                .min_delay(Duration::from_millis(1))
                .without_budget(),
        )
        .build()
        .unwrap();
    for case in cases() {
        current.store(case, Ordering::SeqCst);
        if let Err(error) = call(&client, case).await {
            let text = error.to_string();
            assert!(!text.contains(['\n', '\r', '\0']), "case {case}: {text:?}");
            assert!(!text.contains("secret-token"), "case {case}: {text}");
            assert!(text.len() < 2_000, "case {case}: {} bytes", text.len());
        }
    }
}
