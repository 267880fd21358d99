//! The same calls as a careful user would write them: reqwest, and types that derive the traits of serde.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Result, ensure};
use botpress_runtime::Timestamp;
use botpress_runtime::runtime::reqwest::{Client, RequestBuilder, redirect};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::Call;

#[derive(Deserialize)]
struct GetUserResponse {
    user: User,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "read like all other members")]
struct User {
    id: String,
    created_at: Timestamp,
    updated_at: Timestamp,
    tags: BTreeMap<String, String>,
    name: Option<String>,
    picture_url: Option<String>,
    properties: Option<BTreeMap<String, String>>,
    attributes: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "read like all other members")]
struct ListMessagesResponse {
    messages: Vec<Message>,
    meta: PageMeta,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "read like all other members")]
struct PageMeta {
    next_token: Option<String>,
}

#[derive(Deserialize)]
struct CreateMessageResponse {
    message: Message,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "read like all other members")]
struct Message {
    id: String,
    created_at: Timestamp,
    updated_at: Timestamp,
    #[serde(rename = "type")]
    type_: String,
    payload: Map<String, Value>,
    direction: Direction,
    user_id: String,
    conversation_id: String,
    tags: BTreeMap<String, String>,
    origin: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Direction {
    Incoming,
    Outgoing,
    #[serde(other)]
    Other,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CreateMessage<'a> {
    payload: Value,
    user_id: &'a str,
    conversation_id: &'a str,
    #[serde(rename = "type")]
    type_: &'a str,
    tags: BTreeMap<&'a str, &'a str>,
}

/// Makes a call several times.
pub(crate) async fn run(call: Call, times: usize, url: &str) -> Result<()> {
    let client = Client::builder()
        .redirect(redirect::Policy::none())
        .timeout(Duration::from_secs(60))
        .build()?;
    for _ in 0..times {
        match call {
            Call::GetUser => {
                let request = client.get(format!("{url}/v1/chat/users/user_0001"));
                let response: GetUserResponse = send(request).await?;
                ensure!(response.user.name.is_some());
            }
            Call::CreateMessage => {
                let message = CreateMessage {
                    payload: json!({"text": "Your order has left our warehouse."}),
                    user_id: "user_0001",
                    conversation_id: "conv_0001",
                    type_: "text",
                    tags: BTreeMap::from([("channel", "web")]),
                };
                let request = client
                    .post(format!("{url}/v1/chat/messages"))
                    .header("content-type", "application/json")
                    .body(serde_json::to_vec(&message)?);
                let response: CreateMessageResponse = send(request).await?;
                ensure!(!response.message.payload.is_empty());
            }
            Call::ListSmall | Call::ListMedium | Call::ListLarge => {
                let conversation = call.conversation();
                let url = format!("{url}/v1/chat/messages?conversationId={conversation}");
                let response: ListMessagesResponse = send(client.get(url)).await?;
                ensure!(!response.messages.is_empty());
            }
        }
    }
    Ok(())
}

async fn send<T: DeserializeOwned>(request: RequestBuilder) -> Result<T> {
    let response = request
        .bearer_auth("token-0001")
        .header("x-bot-id", "bot-0001")
        .header("accept", "application/json")
        .send()
        .await?;
    let body = response.error_for_status()?.bytes().await?;
    Ok(serde_json::from_slice(&body)?)
}
