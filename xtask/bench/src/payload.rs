//! The responses of the service.

use serde_json::{Value, json};

const ID: &str = "msg_01HZX3Y7T8N9Q2R4V6W8A0B2C4D6";

fn message() -> Value {
    json!({
        "id": ID,
        "createdAt": "2026-01-31T09:30:00.000Z",
        "updatedAt": "2026-01-31T09:30:00.000Z",
        "type": "text",
        "payload": {"text": "Your order has left our warehouse this morning.", "language": "en"},
        "direction": "outgoing",
        "userId": ID,
        "conversationId": ID,
        "tags": {"channel": "web", "priority": "normal"}
    })
}

/// A user.
pub(crate) fn user() -> String {
    let user = json!({
        "id": ID,
        "createdAt": "2026-01-31T09:30:00.000Z",
        "updatedAt": "2026-01-31T09:30:00.000Z",
        "tags": {"channel": "web"},
        "name": "Ada Lovelace",
        "pictureUrl": "https://pictures.example/ada.png"
    });
    json!({ "user": user }).to_string()
}

/// A new message.
pub(crate) fn created() -> String {
    json!({ "message": message() }).to_string()
}

/// A list of messages of about 1 KB, 100 KB or 10 MB.
pub(crate) fn list(size: &str) -> String {
    let bytes = match size {
        "large" => 10_000_000,
        "medium" => 100_000,
        _ => 1_000,
    };
    let count = bytes / message().to_string().len();
    let messages = vec![message(); count];
    json!({ "messages": messages, "meta": {} }).to_string()
}
