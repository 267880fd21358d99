//! Replays every recording through the public API, over a real socket: the request is compared with what was recorded,
//! and so is the decoded answer, encoded again.

#[path = "support/replay.rs"]
mod replay;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use botpress_runtime::runtime::{
    ErrorKind, JsonCallError, JsonObject, Operation, Timestamp, Value,
};
use botpress_runtime::types::{
    ConversationSortField, ErrorType, EventStatus, ServiceError, SortDirection, StateType,
    UserRangeField, UserSortField,
};
use botpress_runtime::{API, Client};
use replay::{Recording, Request, Response, Server, State};
use serde_json::json;

/// The headers that the settings of a client make.
const HEADERS: [&str; 4] = [
    "authorization",
    "x-bot-id",
    "x-integration-id",
    "x-integration-alias",
];

/// Fails with a sentence that says what differs.
type Check = Result<(), String>;

#[tokio::test]
async fn every_recording_replays() {
    let mut player = Player::new();
    let mut problems = Vec::new();
    let (mut successes, mut statuses) = (BTreeSet::new(), BTreeSet::new());
    for recording in Recording::read_all() {
        statuses.insert(recording.response.status);
        let check = match operation(&recording.request) {
            Some(operation) => {
                if is_success(&recording.response) {
                    successes.insert(operation.id());
                }
                player.replay(operation, &recording).await
            }
            None => Err("no operation has this method and path".to_owned()),
        };
        problems.extend(
            check
                .err()
                .map(|problem| format!("{}: {problem}", recording.name)),
        );
    }
    let operations = API.operations.iter().map(|named| named.operation().id());
    for id in operations.filter(|id| !successes.contains(id)) {
        problems.push(format!("{id}: no recording of a success"));
    }
    // Every status that the service is known to answer errors with.
    for status in [
        400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 429, 500, 504,
    ] {
        if !statuses.contains(&status) {
            problems.push(format!("status {status}: no recording"));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

struct Player {
    server: Server,
    /// One client for each set of recorded settings: making one takes longer than a call.
    clients: BTreeMap<[String; 4], Client>,
}

impl Player {
    fn new() -> Self {
        let server = Server::start(Vec::new()).unwrap();
        Self {
            server,
            clients: BTreeMap::new(),
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
        same_exchange(&recording.request, &self.server.load(Vec::new()))
            .map_err(|problem| format!("{problem}; the call gave {result:?}"))?;
        same_answer(recording, result)
    }
}

/// The values of [`HEADERS`]; a setting that is empty sends nothing.
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
        .build()
        .unwrap()
}

/// The operation that a request is of: of the templates that fit, the one with the most literal segments.
fn operation(request: &Request) -> Option<Operation> {
    let operations = API.operations.iter().map(|named| named.operation());
    operations
        .filter(|operation| operation.method().as_str() == request.method)
        .filter(|operation| {
            let template: Vec<_> = segments(*operation).collect();
            template.len() == request.path.len()
                && template
                    .iter()
                    .zip(&request.path)
                    .all(|(expected, segment)| parameter(expected).is_some() || expected == segment)
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

/// The inputs that a request was made of: parameters and properties of the body, side by side.
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
        let body = body.map_err(|error| format!("the recorded body is no JSON object: {error}"))?;
        for (name, value) in body {
            input[name] = value;
        }
    }
    Ok(input)
}

/// One request was sent, as recorded, and the recorded answer was used.
fn same_exchange(recorded: &Request, state: &State) -> Check {
    let [sent] = state.received.as_slice() else {
        return Err(format!(
            "{} requests were sent instead of one",
            state.received.len()
        ));
    };
    same("method", &recorded.method, &sent.method)?;
    same("path", &recorded.path, &sent.path)?;
    same("query", &recorded.query, &sent.query)?;
    for name in [
        "authorization",
        "x-bot-id",
        "x-integration-id",
        "x-integration-alias",
    ] {
        same(name, &recorded.headers.get(name), &sent.headers.get(name))?;
    }
    same_body(recorded, sent)?;
    same("unused answers", &0, &state.unused.len())
}

fn same_body(recorded: &Request, sent: &Request) -> Check {
    // The official client sends `{}` with DELETE, where the document has no body.
    if recorded.body.is_empty() || recorded.method == "DELETE" {
        return same("body", "", sent.body.as_str());
    }
    let content_type = sent.headers.get("content-type").map(String::as_str);
    same("content-type", &Some("application/json"), &content_type)?;
    let body =
        json(&sent.body).ok_or_else(|| format!("body: sent {:?}, which is not JSON", sent.body))?;
    same_json("body", &json(&recorded.body).unwrap_or_default(), &body)
}

fn same_answer(recording: &Recording, result: Result<Value, JsonCallError>) -> Check {
    let Recording {
        response, unknown, ..
    } = recording;
    match (is_success(response), json(&response.body), result) {
        (true, Some(mut expected), Ok(answer)) => {
            for pointer in unknown {
                remove(&mut expected, pointer)
                    .ok_or_else(|| format!("there is no {pointer} to be unknown"))?;
            }
            same_json("answer", &expected, &answer)
        }
        (true, None, Err(JsonCallError::Call(error))) => match error.kind() {
            ErrorKind::Decode(failure) => same(
                "raw body",
                response.body.as_bytes(),
                failure.answer().body(),
            ),
            _ => Err(format!("an error of decoding was expected, not {error:?}")),
        },
        (false, body, Err(JsonCallError::Call(error))) => {
            same_error(response, &body.unwrap_or_default(), &error)
        }
        (_, _, result) => Err(format!("the call gave {result:?}")),
    }
}

/// The error tells the status, the headers and the raw body; and type and message, in words, where the body has them.
fn same_error(response: &Response, body: &Value, error: &botpress_runtime::Error<Value>) -> Check {
    let api = error
        .api()
        .ok_or_else(|| format!("an error of the service was expected, not {error:?}"))?;
    let stated = body
        .get("code")
        .or(body.get("status"))
        .and_then(Value::as_u64);
    same(
        "status",
        &stated.unwrap_or(response.status.into()),
        &api.status().into(),
    )?;
    same("HTTP status", &response.status, &api.http_status().as_u16())?;
    same("raw body", response.body.as_str(), &api.text())?;
    for (name, value) in &response.headers {
        let kept = api
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok());
        same(name, &Some(value.as_str()), &kept)?;
    }
    let text = error.to_string();
    let words = ["type", "message", "description"].map(|name| body.get(name));
    match words
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .find(|word| !text.contains(word))
    {
        Some(word) => Err(format!("the error says {text:?}, without {word:?}")),
        None => Ok(()),
    }
}

fn same<T: PartialEq + Debug + ?Sized>(what: &str, recorded: &T, actual: &T) -> Check {
    if recorded == actual {
        return Ok(());
    }
    Err(format!(
        "{what}: {actual:?} instead of the recorded {recorded:?}"
    ))
}

/// Compares what JSON means: a timestamp is its instant, a number its value.
fn same_json(at: &str, recorded: &Value, actual: &Value) -> Check {
    match (recorded, actual) {
        (Value::Object(recorded), Value::Object(actual)) => {
            let names = |object: &JsonObject| object.keys().cloned().collect::<BTreeSet<_>>();
            same(
                &format!("members of {at}"),
                &names(recorded),
                &names(actual),
            )?;
            let mut members = recorded.iter();
            members.try_for_each(|(name, value)| {
                same_json(&format!("{at}.{name}"), value, &actual[name])
            })
        }
        (Value::Array(recorded), Value::Array(actual)) if recorded.len() == actual.len() => {
            let mut items = recorded.iter().zip(actual).enumerate();
            items.try_for_each(|(index, (recorded, actual))| {
                same_json(&format!("{at}[{index}]"), recorded, actual)
            })
        }
        (Value::String(recorded), Value::String(actual)) => {
            match (instant(recorded), instant(actual)) {
                (Some(recorded), Some(actual)) => same(at, &recorded, &actual),
                _ => same(at, recorded, actual),
            }
        }
        (Value::Number(recorded), Value::Number(actual))
            if recorded.as_f64() == actual.as_f64() =>
        {
            Ok(())
        }
        _ => same(at, recorded, actual),
    }
}

fn instant(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

fn remove(value: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, name) = pointer.rsplit_once('/')?;
    value.pointer_mut(parent)?.as_object_mut()?.remove(name)
}

fn is_success(response: &Response) -> bool {
    (200..300).contains(&response.status)
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

    /// The call has sent what is recorded.
    #[track_caller]
    fn check(&self) {
        let check = same_exchange(&self.recording.request, &self.server.load(Vec::new()));
        check.unwrap_or_else(|problem| panic!("{}: {problem}", self.recording.name));
    }
}

#[tokio::test]
async fn typed_call_with_body() {
    let exchange = Exchange::of("recorded/createConversation.har", "fewest inputs");
    let call = exchange
        .client
        .create_conversation("channel", [("telegram:id", "1")]);
    let conversation = call.await.unwrap().conversation;
    exchange.check();
    assert_eq!(conversation.id, "01HZX0ID_ABCDEFGHJKMNPQRSTVW");
    assert_eq!(
        conversation.created_at,
        "2024-02-29T12:34:56.789Z".parse().unwrap()
    );
    assert_eq!(conversation.tags["telegram:id"], "1");
    assert_eq!(conversation.message_count, 7);
}

#[tokio::test]
async fn typed_call_with_filters() {
    let exchange = Exchange::of("recorded/listUsers.har", "all inputs");
    let call = exchange.client.list_users();
    let page = call
        .next_token("next-token-1")
        .conversation_id("conv_01HZX0CONV")
        .tags([("telegram:id", "123456"), ("color", "red")])
        .after_date("2024-01-01T00:00:00Z".parse().unwrap())
        .before_date("2024-12-31T23:59:59.999Z".parse().unwrap())
        .range_field(UserRangeField::CreatedAt)
        .sort_field(UserSortField::CreatedAt)
        .sort_direction(SortDirection::Desc)
        .await
        .unwrap();
    exchange.check();
    assert_eq!(page.users[0].name.as_deref(), Some("my-name"));
    assert_eq!(page.meta.next_token.as_deref(), Some("next-token"));
}

#[tokio::test]
async fn typed_call_with_null() {
    let exchange = Exchange::of("constructed/inputs.har", "null is sent");
    let call = exchange.client.set_state(
        StateType::User,
        "user_01HZX0USER_ABCDEFGHJKMNPQRSTVWX",
        "cart",
        None,
    );
    call.expiry_null().await.unwrap();
    exchange.check();
}

#[tokio::test]
async fn typed_list_of_two_pages() {
    let pages: Vec<_> = Recording::read("constructed/tour.har")
        .drain(1..3)
        .collect();
    let server = Server::start(pages.clone()).unwrap();
    let client = client(&server, &settings(&pages[0].request));
    let list = client
        .list_conversations()
        .sort_field(ConversationSortField::CreatedAt);
    let conversations = list
        .sort_direction(SortDirection::Desc)
        .collect_all()
        .await
        .unwrap();
    assert_eq!(
        conversations
            .iter()
            .map(|conversation| conversation.message_count)
            .collect::<Vec<_>>(),
        [0, 2, 1]
    );
    let state = server.load(Vec::new());
    assert_eq!(state.unused.len(), 0);
    // The filters go with the token.
    assert_eq!(state.received.last().unwrap().query, pages[1].request.query);
}

#[tokio::test]
async fn typed_not_found() {
    let exchange = Exchange::of("constructed/errors.har", "404 ResourceNotFound");
    let error = exchange
        .client
        .delete_conversation("conv_01HZX0CONV_ABCDEFGHJKMNPQRSTVWX")
        .await
        .unwrap_err();
    exchange.check();
    assert!(error.is_not_found());
    let body = error.body().unwrap();
    assert_eq!(body.type_, ErrorType::ResourceNotFound);
    assert_eq!(body.id.as_deref(), Some("err_0012"));
}

#[tokio::test]
async fn typed_error_of_a_proxy() {
    let exchange = Exchange::of("constructed/proxies.har", "502, HTML");
    let error = exchange
        .client
        .get_conversation("conv_01HZX0CONV_ABCDEFGHJKMNPQRSTVWX")
        .await
        .unwrap_err();
    exchange.check();
    assert!(error.is_server_error());
    assert_eq!(error.body(), None);
    assert_eq!(
        error.api().unwrap().text(),
        exchange.recording.response.body
    );
}

#[tokio::test]
async fn typed_value_that_the_document_does_not_know() {
    let exchange = Exchange::of("constructed/newer.har", "unknown value of an enum");
    let answer = exchange
        .client
        .get_event("evt_01HZX0EVENT_ABCDEFGHJKMNPQRSTVWX")
        .await
        .unwrap();
    exchange.check();
    assert_eq!(
        answer.event.status,
        EventStatus::Other("archived".to_owned())
    );
}

/// What is recorded as an error that the service is known to give has a variant of its own.
#[test]
fn known_types_of_errors_are_typed() {
    for Recording { name, response, .. } in Recording::read("constructed/errors.har") {
        let error: ServiceError = serde_json::from_str(&response.body).unwrap();
        assert!(
            !matches!(error.type_, ErrorType::Other(_)),
            "{name}: {:?}",
            error.type_
        );
    }
}
