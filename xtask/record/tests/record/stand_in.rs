//! A service with a state: users, conversations and messages. It says more than a recording should.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Map, Value, json};

/// The number of resources in a page.
const PAGE: usize = 2;

/// The service, on a port of this machine.
pub(crate) struct StandIn {
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// The resources, with the name of their kind.
    resources: Vec<(String, Value)>,
    created: usize,
    calls: Vec<String>,
    /// Operations that do not respond as they should: method and kind.
    faults: Vec<(String, String, Fault)>,
}

/// The fault of an operation.
#[derive(Clone)]
pub(crate) enum Fault {
    /// It fails with a status, and nothing happens.
    Status(u16),
    /// It does what it is asked for and fails with a status.
    Done(u16),
    /// The response breaks off before a text in its body.
    Cut(&'static str),
    /// There is no response.
    Hang,
    /// The response is another one.
    Changed(fn(&mut Value)),
}

impl StandIn {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state: Arc<Mutex<State>> = Arc::default();
        let shared = state.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = shared.clone();
                // A client that disconnects ends only its connection.
                thread::spawn(move || serve(stream, &state).ok());
            }
        });
        Self { url, state }
    }

    /// Lets calls with a method have a fault for a kind of resource.
    pub(crate) fn fault(&self, method: &str, kind: &str, fault: Fault) {
        let fault = (method.to_owned(), kind.to_owned(), fault);
        self.state.lock().unwrap().faults.push(fault);
    }

    /// The calls that arrived: method and path.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.state.lock().unwrap().calls.clone()
    }

    /// The ids of what exists.
    pub(crate) fn ids(&self) -> Vec<String> {
        let state = self.state.lock().unwrap();
        let resources = state.resources.iter();
        resources
            .map(|(_, resource)| resource["id"].as_str().unwrap().to_owned())
            .collect()
    }
}

fn serve(stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header)?;
            if header.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let mut words = line.split_whitespace();
        let (method, target) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
        let (mut status, mut answer) = state.lock().unwrap().respond(method, target, &body);
        let fault = state.lock().unwrap().fault(method, target);
        if matches!(fault, Some(Fault::Hang)) {
            loop {
                thread::park();
            }
        }
        if let Some(Fault::Changed(change)) = &fault {
            change(&mut answer);
        }
        if let Some(Fault::Done(failure)) = fault {
            (status, answer) = (failure, json!({}));
        }
        let text = answer.to_string();
        let end = match fault {
            Some(Fault::Cut(before)) => text.find(before).unwrap(),
            _ => text.len() / 2,
        };
        let (start, end) = text.split_at(end);
        write!(
            stream,
            "HTTP/1.1 {status} x\r\ncontent-type: application/json; charset=utf-8\r\nset-cookie: session=3f9ac81b77d2e6\r\n\
             x-request-id: 6b1f0a52-91c4-4d0e-a6c1-5a3f6f3f8f11\r\ncontent-length: {}\r\n\r\n{start}",
            text.len()
        )?;
        stream.flush()?;
        if matches!(fault, Some(Fault::Cut(_))) {
            return Ok(());
        }
        stream.write_all(end.as_bytes())?;
    }
}

/// The path below the API, and the name of a kind of resource.
fn route(target: &str) -> (Vec<&str>, String) {
    let path = target.split('?').next().unwrap_or_default();
    let steps: Vec<&str> = path.trim_start_matches("/v1/chat/").split('/').collect();
    let kind = steps[0].trim_end_matches('s').to_owned();
    (steps, kind)
}

impl State {
    fn fault(&self, method: &str, target: &str) -> Option<Fault> {
        let (_, kind) = route(target);
        let mut faults = self.faults.iter();
        let fault = faults.find(|(other, of, _)| other == method && *of == kind);
        fault.map(|(_, _, fault)| fault.clone())
    }

    fn respond(&mut self, method: &str, target: &str, body: &Value) -> (u16, Value) {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        self.calls.push(format!("{method} {path}"));
        let (steps, kind) = route(target);
        let plural = steps[0];
        if let Some(Fault::Status(status)) = self.fault(method, target) {
            let error = if status == 404 {
                "ResourceNotFound"
            } else {
                "Internal"
            };
            return (
                status,
                json!({"code": status, "type": error, "message": "Broken at 10.1.2.3.", "id": "err_1"}),
            );
        }
        match (method, steps.get(1)) {
            ("POST", None) => {
                let resource = self.create(&kind, body);
                (201, object(&kind, resource))
            }
            ("GET", None) => {
                let token = query
                    .split('&')
                    .find_map(|pair| pair.strip_prefix("nextToken="));
                let start: usize = token
                    .and_then(|token| token.rsplit('-').next()?.parse().ok())
                    .unwrap_or(0);
                let all: Vec<Value> = self
                    .resources
                    .iter()
                    .filter(|(other, _)| *other == kind)
                    .map(|(_, resource)| resource.clone())
                    .collect();
                let page: Vec<Value> = all.iter().skip(start).take(PAGE).cloned().collect();
                let mut answer = object(plural, page.into());
                answer["meta"] = if start + PAGE < all.len() {
                    json!({"nextToken": format!("cGFnZQ-{}", start + PAGE)})
                } else {
                    json!({})
                };
                (200, answer)
            }
            (_, Some(id)) => {
                let at = self
                    .resources
                    .iter()
                    .position(|(other, resource)| *other == kind && resource["id"] == **id);
                let Some(at) = at else {
                    let message = format!("No {kind} {id} in the workspace of Ada Lovelace");
                    return (
                        404,
                        json!({"code": 404, "type": "ResourceNotFound", "message": message, "id": "err_2"}),
                    );
                };
                match method {
                    "GET" => (200, object(&kind, self.resources[at].1.clone())),
                    "PUT" => {
                        for (name, value) in body.as_object().into_iter().flatten() {
                            self.resources[at].1[name] = value.clone();
                        }
                        (200, object(&kind, self.resources[at].1.clone()))
                    }
                    _ => {
                        self.resources.remove(at);
                        (200, json!({}))
                    }
                }
            }
            _ => (
                404,
                json!({"code": 404, "type": "RouteNotFound", "message": "No route", "id": "err_3"}),
            ),
        }
    }

    fn create(&mut self, kind: &str, body: &Value) -> Value {
        self.created += 1;
        let number = self.created;
        let mut resource = body.clone();
        resource["id"] = format!("{kind}_01JQZK3V9W8XN7M2P5R4T6Y{number:03}").into();
        let time = format!("2026-11-25T09:{number:02}:07.123Z");
        resource["createdAt"] = time.clone().into();
        resource["updatedAt"] = time.into();
        match kind {
            "user" => {
                resource["pictureUrl"] = "https://photos.example.com/ada.lovelace.png".into();
                resource["email"] = "ada.lovelace@example.com".into();
            }
            "conversation" => {
                resource["integration"] = "telegram".into();
                resource["messageCount"] = 0.into();
            }
            _ => resource["direction"] = "outgoing".into(),
        }
        self.resources.push((kind.to_owned(), resource.clone()));
        resource
    }
}

fn object(name: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(name.to_owned(), value)]))
}
