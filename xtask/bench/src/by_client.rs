//! The calls with the client.

use anyhow::{Result, ensure};
use botpress_runtime::Client;

use crate::Call;

/// Makes a call several times.
pub(crate) async fn run(call: Call, times: usize, url: &str) -> Result<()> {
    let client = Client::builder()
        .base_url(url)
        .token("token-0001")
        .bot_id("bot-0001")
        .build()?;
    for _ in 0..times {
        match call {
            Call::GetUser => {
                let response = client.get_user("user_0001").await?;
                ensure!(response.user.name.is_some());
            }
            Call::CreateMessage => {
                let call = client.create_message(
                    [("text", "Your order has left our warehouse.")],
                    "user_0001",
                    "conv_0001",
                    "text",
                    [("channel", "web")],
                );
                let response = call.await?;
                ensure!(!response.message.payload.is_empty());
            }
            Call::ListSmall | Call::ListMedium | Call::ListLarge => {
                let list = client.list_messages();
                let response = list.conversation_id(call.conversation()).await?;
                ensure!(!response.messages.is_empty());
            }
        }
    }
    Ok(())
}
