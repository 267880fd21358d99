//! A bot that greets the users of a conversation by name, and its tests, which need neither an account nor a network.
//!
//! ```text
//! cargo run --example bot -- CONVERSATION_ID BOT_USER_ID
//! cargo test --example bot
//! ```

use std::time::Duration;

use botpress_runtime::types::{ConversationId, Message, MessageDirection, UserId};
use botpress_runtime::{Client, Error, json_object};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(conversation), Some(user)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bot CONVERSATION_ID BOT_USER_ID".into());
    };
    let bot = Bot::new(Client::from_env()?, user);
    println!("{:?}", bot.answer_all(&conversation.into()).await?);
    Ok(())
}

struct Bot {
    client: Client,
    user: UserId,
}

/// The result of a message.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    Sent,
    /// The user does not exist any more.
    NoUser,
    /// Too many calls, even after the retries of the client.
    Later(Duration),
    /// The connection was lost. A second answer would be worse than none.
    MaybeSent,
}

impl Bot {
    fn new(client: Client, user: impl Into<UserId>) -> Self {
        let user = user.into();
        Self { client, user }
    }

    /// Answers each message of a user in a conversation, up to the one that has to wait.
    async fn answer_all(&self, id: &ConversationId) -> Result<Vec<Answer>, Error> {
        let mut messages = self.client.list_messages().conversation_id(id).stream();
        let mut answers = Vec::new();
        while let Some(message) = messages.try_next().await? {
            if message.direction == MessageDirection::Incoming {
                answers.push(self.answer(&message).await?);
            }
            if let Some(Answer::Later(_)) = answers.last() {
                break;
            }
        }
        Ok(answers)
    }

    async fn answer(&self, message: &Message) -> Result<Answer, Error> {
        let user = match self.client.get_user(&message.user_id).await {
            Ok(response) => response.user,
            Err(error) if error.is_not_found() => return Ok(Answer::NoUser),
            Err(error) => return Err(error),
        };
        let name = user.name.as_deref().unwrap_or("stranger");
        let payload = json_object!({ "text": format!("Hello, {name}!") });
        let id = &message.conversation_id;
        let call = self
            .client
            .create_message(payload, &self.user, id, "text", []);
        match call.await {
            Ok(_) => Ok(Answer::Sent),
            Err(error) if error.is_rate_limited() => {
                Ok(Answer::Later(error.retry_after().unwrap_or_default()))
            }
            Err(error) if error.is_transport() => Ok(Answer::MaybeSent),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use botpress_runtime::operations::{CreateMessage, GetUser, ListMessages};
    use botpress_runtime::testing::{Reply, Service, value};
    use botpress_runtime::types::{Message, User};
    use serde_json::{Value, json};

    use super::*;

    const TIME: &str = "2026-01-31T12:00:00Z";

    fn bot(service: &Service) -> Bot {
        Bot::new(service.client(), "bot")
    }

    fn user(name: &str) -> User {
        value(json!({
            "id": "user_1", "createdAt": TIME, "updatedAt": TIME, "tags": {}, "name": name,
        }))
    }

    fn message(id: &str) -> Message {
        value(json!({
            "id": id, "createdAt": TIME, "updatedAt": TIME, "type": "text", "direction": "incoming",
            "payload": {"text": "Hi"}, "userId": "user_1", "conversationId": "conv_1", "tags": {},
        }))
    }

    fn error(kind: &str) -> Value {
        json!({"type": kind, "message": "made up"})
    }

    /// A service that knows one user and accepts messages.
    fn service() -> Service {
        let service = Service::new();
        service
            .on(|call: &GetUser| call.id == "user_1")
            .respond(json!({"user": user("Ada")}));
        service
    }

    fn accept_messages(service: &Service) {
        service
            .on(|_: &CreateMessage| true)
            .respond(json!({"message": message("msg_2")}));
    }

    #[tokio::test]
    async fn a_user_is_greeted_by_name() {
        let service = service();
        accept_messages(&service);
        let answer = bot(&service).answer(&message("msg_1")).await.unwrap();
        assert_eq!(answer, Answer::Sent);
        let calls = service.calls::<CreateMessage>();
        assert_eq!(calls[0].request.conversation_id, "conv_1");
        assert_eq!(
            calls[0].sent.json()["payload"],
            json!({"text": "Hello, Ada!"})
        );
    }

    #[tokio::test]
    async fn a_user_that_does_not_exist_gets_no_answer() {
        let service = Service::new();
        service
            .on(|_: &GetUser| true)
            .respond_error(404, error("ResourceNotFound"));
        let answer = bot(&service).answer(&message("msg_1")).await.unwrap();
        assert_eq!(answer, Answer::NoUser);
        assert_eq!(service.calls::<CreateMessage>().len(), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn a_short_rate_limit_is_waited_for() {
        let service = service();
        service
            .on(|_: &CreateMessage| true)
            .respond_error(429, error("RateLimited"))
            .header("retry-after", "20")
            .times(2)
            .then()
            .respond(json!({"message": message("msg_2")}));
        let start = tokio::time::Instant::now();
        let answer = bot(&service).answer(&message("msg_1")).await.unwrap();
        assert_eq!(answer, Answer::Sent);
        assert_eq!(service.calls::<CreateMessage>().len(), 3);
        assert!(start.elapsed() >= Duration::from_secs(40));
    }

    #[tokio::test(start_paused = true)]
    async fn a_long_rate_limit_ends_the_round() {
        let service = service();
        service
            .on(|_: &CreateMessage| true)
            .respond_error(429, error("RateLimited"))
            .header("retry-after", "3600");
        service
            .on(|_: &ListMessages| true)
            .respond(json!({"messages": [message("msg_1"), message("msg_2")], "meta": {}}));
        let answers = bot(&service).answer_all(&"conv_1".into()).await.unwrap();
        assert_eq!(answers, [Answer::Later(Duration::from_secs(3600))]);
    }

    #[tokio::test]
    async fn no_message_is_sent_twice() {
        let service = service();
        service
            .on(|_: &CreateMessage| true)
            .reply(Reply::lost_connection());
        let answer = bot(&service).answer(&message("msg_1")).await.unwrap();
        assert_eq!(answer, Answer::MaybeSent);
        assert_eq!(service.calls::<CreateMessage>().len(), 1);
    }

    #[tokio::test]
    async fn any_valid_response_is_handled() {
        for seed in 0..100 {
            let bot = bot(&Service::new().sampled(seed));
            let answers = bot.answer_all(&"conv_1".into()).await.unwrap();
            let is_sent = |answer: &Answer| *answer == Answer::Sent;
            assert!(answers.iter().all(is_sent), "seed {seed}: {answers:?}");
        }
    }

    #[tokio::test]
    async fn messages_of_all_pages_are_answered() {
        let service = service();
        accept_messages(&service);
        service
            .on(|call: &ListMessages| call.next_token.is_none())
            .respond(json!({"messages": [message("msg_1")], "meta": {"nextToken": "2"}}));
        service
            .on(|call: &ListMessages| call.next_token.as_deref() == Some("2"))
            .respond(json!({"messages": [message("msg_2")], "meta": {}}));
        let answers = bot(&service).answer_all(&"conv_1".into()).await.unwrap();
        assert_eq!(answers, [Answer::Sent, Answer::Sent]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_that_breaks_off_is_an_error_after_the_answers_before_it() {
        let service = service();
        accept_messages(&service);
        service
            .on(|call: &ListMessages| call.next_token.is_none())
            .respond(json!({"messages": [message("msg_1")], "meta": {"nextToken": "2"}}));
        service.on(|_: &ListMessages| true).reply(
            Reply::new(200)
                .chunk("{\"messages\": [")
                .then_lose_connection(),
        );
        let error = bot(&service)
            .answer_all(&"conv_1".into())
            .await
            .unwrap_err();
        assert!(error.is_transport(), "{error}");
        assert_eq!(service.calls::<CreateMessage>().len(), 1);
        // The client has tried the second page four times.
        assert_eq!(service.calls::<ListMessages>().len(), 5);
    }
}
