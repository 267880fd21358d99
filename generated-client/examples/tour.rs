//! A tour of the API: create a conversation, list conversations, delete one, and handle an error.
//!
//! ```text
//! cargo run --example tour
//! ```
//!
//! runs without an account, on recorded responses. With `BP_TOKEN` and `BP_BOT_ID` in the environment (and
//! `BP_INTEGRATION_ID`, because a conversation belongs to an integration) the same code calls the service. In that case,
//! replace the channel and the tags below with some that your integration defines.

use botpress_runtime::testing::Service;
use botpress_runtime::types::{ConversationSortField, SortDirection};
use botpress_runtime::{Client, Error};

/// The recorded responses.
const RECORDINGS: &str = include_str!("../tests/recordings/constructed/tour.har");

const CHANNEL: &str = "channel";
const TAGS: [(&str, &str); 1] = [("telegram:id", "1003")];

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = match Client::from_env() {
        Ok(client) => client,
        Err(missing) => {
            println!("No account: {missing}.\nThis tour runs on recorded responses.\n");
            Service::from_har(RECORDINGS)?.client()
        }
    };
    Ok(tour(&client).await?)
}

async fn tour(client: &Client) -> Result<(), Error> {
    // Required inputs are arguments; `.await` sends the call.
    let created = client.create_conversation(CHANNEL, TAGS).await?;
    let id = created.conversation.id;
    println!("Created {id}.");

    // Optional inputs are methods. The stream requests the next page when it needs it.
    println!("The latest conversations:");
    let mut latest = client
        .list_conversations()
        .sort_field(ConversationSortField::CreatedAt)
        .sort_direction(SortDirection::Desc)
        .stream();
    for _ in 0..10 {
        let Some(conversation) = latest.try_next().await? else {
            break;
        };
        println!(
            "  {} of {}, messages: {}",
            conversation.id, conversation.created_at, conversation.message_count
        );
    }

    client.delete_conversation(&id).await?;
    println!("Deleted {id}.");

    // Match on the type of an error to handle the expected ones.
    match client.get_conversation(&id).await {
        Ok(response) => println!("It is still there: {:?}", response.conversation),
        Err(error) if error.is_not_found() => println!("It is gone: {error}"),
        Err(error) => return Err(error),
    }
    Ok(())
}
