//! What can go wrong on the way to the service and back: each fault in the table, for calls of each kind, with retries and
//! without. Checked are the kind of the error, the number of requests that reached the service, and that nothing is left
//! behind.

mod table;

use std::env;
use std::fmt::{self, Debug, Display, Write as _};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::{Client, Error, ErrorKind};
use test_server::Server;
use tokio::runtime::Handle;

use table::{Fault, Outcome, Repeated, Way};

/// The timeout of calls that never get a complete response.
const SHORT: Duration = Duration::from_millis(100);

/// The timeout of all other calls, even on a busy machine.
const LONG: Duration = Duration::from_secs(60);

/// The calls of each kind, each with the name of its operation.
const CALLS: [&str; 5] = [
    "getUser",
    "listUsers",
    "createUser",
    "updateUser",
    "deleteUser",
];

/// Makes a call, and returns how it ended.
async fn call(client: &Client, operation: &str) -> Result<(), Error> {
    match operation {
        "getUser" => client.get_user("user_1").await.map(drop),
        "listUsers" => Ok(client.list_users().collect_up_to(10).await.map(drop)?),
        "createUser" => client.create_user([]).await.map(drop),
        "updateUser" => client.update_user("user_1").name("Ada").await.map(drop),
        "deleteUser" => client.delete_user("user_1").await.map(drop),
        other => panic!("no call of {other}"),
    }
}

fn outcome(result: &Result<(), Error>) -> Outcome {
    match result.as_ref().map_err(Error::kind) {
        Ok(()) => Outcome::Success,
        Err(ErrorKind::Transport(_)) => Outcome::Transport,
        Err(ErrorKind::Timeout { .. }) => Outcome::Timeout,
        Err(ErrorKind::TooLarge { .. }) => Outcome::TooLarge,
        Err(ErrorKind::Decode { .. }) => Outcome::Decode,
        Err(ErrorKind::Api(error)) => Outcome::Api(error.status()),
        Err(other) => panic!("unexpected kind of error: {other:?}"),
    }
}

/// The address of the service, and the number of requests that reach it.
struct Service {
    url: String,
    server: Option<Server>,
    attempts: Arc<AtomicUsize>,
}

impl Service {
    fn with(fault: &Fault) -> Self {
        let server = match &fault.way {
            Way::Reply(reply) => Some(Server::start([reply.clone()])),
            // No test listens on this port.
            Way::Refused => None,
        };
        let url = server.as_ref().map(Server::url);
        Self {
            url: url.unwrap_or_else(|| "http://127.0.0.1:1".to_owned()),
            server,
            attempts: Arc::default(),
        }
    }

    fn client(&self, retry: RetryPolicy, fault: &Fault) -> Client {
        let timeout = if fault.is_endless() { SHORT } else { LONG };
        let attempts = self.attempts.clone();
        let client = Client::builder()
            .base_url(&self.url)
            .token("secret-token-0001")
            .bot_id("bot-1")
            .retry(retry)
            .timeout(timeout)
            .max_response_body(10_000)
            .on_attempt(move |_| {
                attempts.fetch_add(1, Ordering::SeqCst);
            });
        client.build().unwrap()
    }

    /// The requests that reached the service, or were refused.
    fn requests(&self) -> usize {
        match &self.server {
            Some(server) => server.received().len(),
            None => self.attempts.load(Ordering::SeqCst),
        }
    }

    /// Waits until the connections of a client that is gone are closed, and its tasks have ended.
    async fn is_left_alone(&self) {
        let open = || self.server.as_ref().map_or(0, Server::open_connections);
        while open() > 0 || Handle::current().metrics().num_alive_tasks() > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

/// The requests that a call makes, if each of them fails in the same way.
fn expected_requests(fault: &Fault, operation: &str, retries: usize) -> usize {
    let is_repeated = match fault.repeated {
        Repeated::Never => false,
        Repeated::IfIdempotent => operation != "createUser",
        Repeated::Always => true,
    };
    if is_repeated { 1 + retries } else { 1 }
}

/// Makes all calls with one client, and returns what differs from the table.
async fn problems(fault: &Fault, retries: usize) -> Vec<String> {
    let service = Service::with(fault);
    let policy = RetryPolicy::default().min_delay(Duration::from_millis(1));
    let client = service.client(policy.max_retries(retries), fault);
    let mut problems = Vec::new();
    for operation in CALLS {
        let before = service.requests();
        let result = call(&client, operation).await;
        let mut check = |what: &str, found: &dyn Debug, expected: &dyn Debug| {
            let (found, expected) = (format!("{found:?}"), format!("{expected:?}"));
            if found != expected {
                let case = format!("{}: {operation} with {retries} retries", fault.name);
                problems.push(format!("{case}: {what} {found}, not {expected}"));
            }
        };
        let (requests, expected) = (
            service.requests() - before,
            expected_requests(fault, operation, retries),
        );
        // On a busy machine, the time may be up before the server reads the request.
        if !fault.is_endless() {
            check("requests", &requests, &expected);
        }
        check("outcome", &outcome(&result), &fault.outcome(operation));
        if let Err(error) = &result {
            if !fault.is_endless() {
                check("attempts", &error.attempts(), &requests);
            }
            let text = error.to_string();
            let says = text.starts_with(operation) && text.contains(fault.says);
            let leaks = text.contains("secret-token") || text.contains('\n');
            if !says || leaks {
                check("text", &text, &fault.says);
            }
        }
    }
    drop(client);
    service.is_left_alone().await;
    let requests = service.requests();
    if fault.is_endless() && requests > CALLS.len() {
        problems.push(format!("{}: {requests} requests", fault.name));
    }
    problems
}

async fn check(faults: Vec<Fault>) {
    let mut all = Vec::new();
    for fault in faults {
        for retries in [0, 2] {
            all.extend(problems(&fault, retries).await);
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[tokio::test]
async fn connections_that_fail() {
    check(table::connections()).await;
}

#[tokio::test]
async fn heads_that_are_wrong() {
    check(table::heads()).await;
}

#[tokio::test]
async fn bodies_that_are_wrong() {
    check(table::bodies()).await;
}

#[tokio::test]
async fn statuses_of_errors() {
    check(table::statuses()).await;
}

#[tokio::test]
async fn errors_whose_body_does_not_arrive() {
    check(table::incomplete_errors()).await;
}

/// The introduction of the table in `docs/`.
const HEAD: &str = "\
# What calls make of faults

Each fault was tried on raw sockets, for five kinds of call, with two retries and without any. The table shows the outcome,
and how many requests reach the service with two retries if it fails in the same way each time. Without retries it is always
one. A `POST` is only delivered again if the service cannot have processed it. Nothing is left behind: afterwards there is no
open connection and no running task.

Calls that never get a complete response (`timeout`) have a timeout of 100 milliseconds here, which leaves no time for another
attempt. By default it is 60 seconds, and an attempt of which nothing arrives is given up after 15 seconds: a `GET`, list, `PUT`
or `DELETE` is sent again, a `POST` is not. `attempt_timeout` of the retry policy changes that.

`cargo xtask faults` tries all of them and writes this table. `cargo test` does the same without writing, on any machine, so the
table has no date.

| fault | outcome | `GET`, list, `PUT`, `DELETE` | `POST` |
|---|---|---|---|
";

/// After an intended change, `cargo xtask faults` writes the table.
#[test]
fn the_table_in_the_docs_is_up_to_date() {
    let faults = [
        table::connections(),
        table::heads(),
        table::bodies(),
        table::statuses(),
        table::incomplete_errors(),
    ];
    let mut text = HEAD.to_owned();
    for fault in faults.iter().flatten() {
        let requests = |operation| expected_requests(fault, operation, 2);
        let (name, outcome) = (fault.name, fault.outcome("getUser"));
        let (others, post) = (requests("getUser"), requests("createUser"));
        write!(text, "| {name} | {outcome}").unwrap();
        match fault.outcome("deleteUser") {
            same if same == outcome => {}
            other => write!(text, "; `DELETE`: {other}").unwrap(),
        }
        writeln!(text, " | {others} | {post} |").unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/faults.md");
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(path, &text).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == text,
        "docs/faults.md is out of date: run `cargo xtask faults`"
    );
}

impl Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Success => f.write_str("success"),
            Self::Transport => f.write_str("connection error"),
            Self::Timeout => f.write_str("timeout"),
            Self::TooLarge => f.write_str("the body is too large"),
            Self::Decode => f.write_str("the body cannot be decoded"),
            Self::Api(status) => write!(f, "error of the service, status {status}"),
        }
    }
}

#[test]
fn the_table_has_each_fault_once() {
    let all = [
        table::connections(),
        table::heads(),
        table::bodies(),
        table::statuses(),
        table::incomplete_errors(),
    ];
    let mut names: Vec<&str> = all.iter().flatten().map(|fault| fault.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(count >= 40, "{count} faults");
}
