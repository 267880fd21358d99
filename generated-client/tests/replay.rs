//! Replays every recording through the public API, over a real socket. The test compares the request that the client sends
//! with the recorded one, and the decoded response, encoded again, with the recorded response.

#[path = "support/comparison.rs"]
mod comparison;
#[path = "support/replay.rs"]
mod replay;

use std::collections::{HashMap, HashSet};

use botpress_runtime::Client;
use botpress_runtime::runtime::{
    JsonObject, NamedOperation, Operation, RetryPolicy, Timestamp, Value,
};
use botpress_runtime::types::{
    ConversationSortField, ErrorType, EventStatus, ServiceError, SortDirection, StateType,
    UserRangeField, UserSortField,
};
use comparison::{Check, HEADERS, same_request, same_response};
use replay::{Recording, Request, Server};
use serde_json::json;

/// Every status that the service uses for errors.
const ERRORS: [u16; 13] = [
    400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 429, 500, 504,
];

#[tokio::test]
async fn every_recording_replays() {
    let mut player = Player::new();
    let mut problems = Vec::new();
    let mut succeeding = HashSet::new();
    let mut statuses = HashSet::new();
    for recording in Recording::read_all() {
        let operation = operation(&recording.request);
        statuses.insert(recording.response.status);
        if recording.response.is_success() {
            succeeding.extend(operation);
        }
        let check = match operation {
            Some(operation) => player.replay(operation, &recording).await,
            None => Err("no operation has this method and path".to_owned()),
        };
        if let Err(problem) = check {
            problems.push(format!("{}: {problem}", recording.name));
        }
    }
    for operation in operations().filter(|operation| !succeeding.contains(operation)) {
        problems.push(format!("{}: no recording of a success", operation.id()));
    }
    for status in ERRORS.iter().filter(|status| !statuses.contains(status)) {
        problems.push(format!("status {status}: no recording"));
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

struct Player {
    server: Server,
    /// One client for each set of recorded settings, because building one takes longer than a call.
    clients: HashMap<[String; 4], Client>,
}

impl Player {
    fn new() -> Self {
        let server = Server::start(Vec::new()).unwrap();
        Self {
            server,
            clients: HashMap::new(),
        }
    }

    async fn replay(&mut self, operation: Operation, recording: &Recording) -> Check {
        let input = flat_input(operation, &recording.request)?;
        let settings = settings(&recording.request);
        let client = self
            .clients
            .entry(settings)
            .or_insert_with_key(|settings| client(&self.server, settings));
        self.server.load(vec![recording.clone()]);
        let result = client.call_json(operation.id(), input).await;
        let sent = self.server.received();
        if sent.is_empty() {
            let result = result.map_err(|error| error.to_string());
            return Err(format!("nothing was sent: {result:?}"));
        }
        same_request(&recording.request, &sent)?;
        same_response(recording, result)
    }
}

/// The values of [`HEADERS`]. The client sends no header for an empty setting.
fn settings(request: &Request) -> [String; 4] {
    HEADERS.map(|name| request.headers.get(name).cloned().unwrap_or_default())
}

/// A client that sends these [`HEADERS`].
fn client(
    server: &Server,
    [authorization, bot_id, integration_id, integration_alias]: &[String; 4],
) -> Client {
    Client::builder()
        .base_url(server.url())
        .token(authorization.trim_start_matches("Bearer "))
        .bot_id(bot_id)
        .integration_id(integration_id)
        .integration_alias(integration_alias)
        // A retry would need a second recording.
        .retry(RetryPolicy::none())
        .build()
        .unwrap()
}

fn operations() -> impl Iterator<Item = Operation> {
    botpress_runtime::operations()
        .iter()
        .map(NamedOperation::operation)
}

/// The operation of a request: the one with the fewest path parameters of those whose path template matches.
fn operation(request: &Request) -> Option<Operation> {
    operations()
        .filter(|operation| operation.method().as_str() == request.method)
        .filter(|operation| segments(*operation).count() == request.path.len())
        .filter(|operation| {
            let mut pairs = segments(*operation).zip(&request.path);
            pairs.all(|(expected, segment)| parameter(expected).is_some() || expected == segment)
        })
        .min_by_key(|operation| segments(*operation).filter_map(parameter).count())
}

fn segments(operation: Operation) -> impl Iterator<Item = &'static str> {
    operation.path().split('/').skip(1)
}

/// `id`, of the segment `{id}`.
fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// The inputs of a request: parameters and properties of the body in one object.
fn flat_input(operation: Operation, request: &Request) -> Result<Value, String> {
    let mut input = json!({});
    for (template, value) in segments(operation).zip(&request.path) {
        if let Some(name) = parameter(template) {
            input[name] = json!(value);
        }
    }
    for (name, values) in &request.query {
        match (name.split_once('.'), values.as_slice()) {
            (Some((object, key)), [value]) => input[object][key] = json!(value),
            (_, [value]) => input[name] = json!(value),
            (_, values) => input[name] = json!(values),
        }
    }
    if !request.body.is_empty() {
        let body = serde_json::from_str::<JsonObject>(&request.body);
        let body =
            body.map_err(|error| format!("the recorded body is not a JSON object: {error}"))?;
        for (name, value) in body {
            input[name] = value;
        }
    }
    Ok(input)
}

/// One recorded exchange, for a typed call.
struct Exchange {
    recording: Recording,
    server: Server,
    client: Client,
}

impl Exchange {
    fn of(file: &str, comment: &str) -> Self {
        let mut recordings = Recording::read(file).into_iter();
        let recording =
            recordings.find(|recording| recording.name.ends_with(&format!("({comment})")));
        let recording = recording.unwrap_or_else(|| panic!("{file}: no entry ({comment})"));
        let server = Server::start(vec![recording.clone()]).unwrap();
        let client = client(&server, &settings(&recording.request));
        Self {
            recording,
            server,
            client,
        }
    }

    /// The result of a call, after a check that it sent the recorded request.
    async fn play<T>(&self, call: impl IntoFuture<Output = T>) -> T {
        let result = call.await;
        let sent = self.server.received();
        if let Err(problem) = same_request(&self.recording.request, &sent) {
            panic!("{}: {problem}", self.recording.name);
        }
        result
    }
}

#[tokio::test]
async fn typed_call_sends_a_body() {
    let exchange = Exchange::of("recorded/createConversation.har", "fewest inputs");
    let tags = [("telegram:id", "1")];
    let call = exchange.client.create_conversation("channel", tags);
    let conversation = exchange.play(call).await.unwrap().conversation;
    assert_eq!(conversation.id, "01HZX0ID_ABCDEFGHJKMNPQRSTVW");
    let created_at: Timestamp = "2024-02-29T12:34:56.789Z".parse().unwrap();
    assert_eq!(conversation.created_at, created_at);
    assert_eq!(conversation.tags["telegram:id"], "1");
    assert_eq!(conversation.message_count, 7);
}

#[tokio::test]
async fn typed_call_sends_filters() {
    let exchange = Exchange::of("recorded/listUsers.har", "all inputs");
    let after: Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
    let before: Timestamp = "2024-12-31T23:59:59.999Z".parse().unwrap();
    let call = exchange
        .client
        .list_users()
        .next_token("next-token-1")
        .conversation_id("conv_01HZX0CONV")
        .tags([("telegram:id", "123456"), ("color", "red")])
        .after_date(after)
        .before_date(before)
        .range_field(UserRangeField::CreatedAt)
        .sort_field(UserSortField::CreatedAt)
        .sort_direction(SortDirection::Desc);
    let page = exchange.play(call).await.unwrap();
    assert_eq!(page.users[0].name.as_deref(), Some("my-name"));
    assert_eq!(page.meta.next_token.as_deref(), Some("next-token-1"));
}

#[tokio::test]
async fn typed_call_sends_null() {
    let exchange = Exchange::of("constructed/inputs.har", "null is sent");
    let id = "user_01HZX0USER_ABCDEFGHJKMNPQRSTVWX";
    let client = &exchange.client;
    let call = client.set_state(StateType::User, id, "cart", None);
    exchange.play(call.expiry_null()).await.unwrap();
}

#[tokio::test]
async fn typed_list_reads_two_pages() {
    let tour = Recording::read("constructed/tour.har");
    let [_, first, second, ..] = tour.as_slice() else {
        panic!("the tour has two pages after its first exchange");
    };
    let server = Server::start(vec![first.clone(), second.clone()]).unwrap();
    let list = client(&server, &settings(&first.request))
        .list_conversations()
        .sort_field(ConversationSortField::CreatedAt)
        .sort_direction(SortDirection::Desc);
    let conversations = list.collect_all().await.unwrap();
    let counts: Vec<_> = conversations
        .iter()
        .map(|item| item.message_count)
        .collect();
    assert_eq!(counts, [0, 2, 1]);
    // The request for the second page repeats the filters.
    let received = server.received();
    let queries: Vec<_> = received.iter().map(|request| &request.query).collect();
    assert_eq!(queries, [&first.request.query, &second.request.query]);
}

#[tokio::test]
async fn typed_not_found_is_recognized() {
    let exchange = Exchange::of("constructed/errors.har", "404 ResourceNotFound");
    let call = exchange
        .client
        .delete_conversation("conv_01HZX0CONV_ABCDEFGHJKMNPQRSTVWX");
    let error = exchange.play(call).await.unwrap_err();
    assert!(error.is_not_found());
    let body = error.body().unwrap();
    assert_eq!(body.type_, ErrorType::ResourceNotFound);
    assert_eq!(body.id.as_deref(), Some("err_0012"));
}

#[tokio::test]
async fn typed_error_of_a_proxy_keeps_its_status() {
    let exchange = Exchange::of("constructed/proxies.har", "502, HTML");
    let call = exchange
        .client
        .get_conversation("conv_01HZX0CONV_ABCDEFGHJKMNPQRSTVWX");
    let error = exchange.play(call).await.unwrap_err();
    assert!(error.is_server_error());
    assert_eq!(error.body(), None);
    let text = error.api().unwrap().text();
    assert_eq!(text, exchange.recording.response.body);
}

#[tokio::test]
async fn typed_enum_keeps_a_value_that_is_not_in_the_document() {
    let exchange = Exchange::of("constructed/newer.har", "unknown value of an enum");
    let call = exchange
        .client
        .get_event("evt_01HZX0EVENT_ABCDEFGHJKMNPQRSTVWX");
    let status = exchange.play(call).await.unwrap().event.status;
    assert!(matches!(status, EventStatus::Unlisted(value) if value.as_str() == "archived"));
}

/// Each type of error that the service uses has its own variant.
#[test]
fn known_error_types_have_variants() {
    for recording in Recording::read("constructed/errors.har") {
        let error: ServiceError = serde_json::from_str(&recording.response.body).unwrap();
        let typed = !matches!(error.type_, ErrorType::Unlisted(_));
        assert!(typed, "{}: {:?}", recording.name, error.type_);
    }
}
