//! Recordings of HTTP exchanges (HAR 1.2), and a server on loopback that answers from them.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a test and an example include it, and each uses its part"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use botpress_runtime::API;
use har::v1_2::Entries;
use percent_encoding::percent_decode_str;

/// A request as it was recorded, or as it came over the wire.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    /// The segments of the path, decoded.
    pub path: Vec<String>,
    /// The query parameters, decoded; the values of one name in their order.
    pub query: BTreeMap<String, Vec<String>>,
    /// The headers, with names in lower case.
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Request {
    fn new(method: &str, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut parameters = BTreeMap::<_, Vec<_>>::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // `+` stays a plus: a space has to be `%20` on this service.
            let values = parameters.entry(decoded(name)).or_default();
            values.push(decoded(value));
        }
        Self {
            method: method.to_owned(),
            path: path.split('/').skip(1).map(decoded).collect(),
            query: parameters,
            headers: BTreeMap::new(),
            body: String::new(),
        }
    }

    fn is_answered_by(&self, recording: &Recording) -> bool {
        let recorded = &recording.request;
        self.method == recorded.method && self.path == recorded.path && self.query == recorded.query
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// A recorded exchange.
#[derive(Clone, Debug)]
pub struct Recording {
    /// File, position in it, and what it is: `recorded/getUser.har, entry 1 (fewest inputs)`.
    pub name: String,
    pub request: Request,
    pub response: Response,
    /// JSON pointers to members of the answer that the document does not know.
    pub unknown: Vec<String>,
}

impl Recording {
    /// The recordings of a file, which is named from the folder of recordings on.
    pub fn read(file: &str) -> Vec<Self> {
        Self::read_path(&folder().join(file))
    }

    /// All recordings there are.
    pub fn read_all() -> Vec<Self> {
        let mut recordings = Vec::new();
        for folder in ["constructed", "recorded"].map(|name| folder().join(name)) {
            let files = fs::read_dir(&folder)
                .unwrap()
                .map(|file| file.unwrap().path());
            let mut files: Vec<_> = files.collect();
            files.sort();
            recordings.extend(files.iter().flat_map(|file| Self::read_path(file)));
        }
        recordings
    }

    fn read_path(path: &Path) -> Vec<Self> {
        let file = path.strip_prefix(folder()).unwrap().display();
        let har = har::from_path(path).unwrap_or_else(|error| {
            let cause = std::error::Error::source(&error).map(ToString::to_string);
            panic!("{file}: {error}: {}", cause.unwrap_or_default())
        });
        let har::Spec::V1_2(log) = har.log else {
            panic!("{file}: not HAR 1.2");
        };
        let entries = log.entries.into_iter().enumerate();
        entries
            .map(|(index, entry)| {
                let comment = entry.comment.as_deref().unwrap_or("no comment");
                let name = format!("{file}, entry {} ({comment})", index + 1);
                Self::new(name, entry)
            })
            .collect()
    }

    fn new(name: String, entry: Entries) -> Self {
        let Entries {
            request: recorded,
            response,
            ..
        } = entry;
        let origin = API.base_url.value.unwrap_or_default();
        let Some(target) = recorded.url.strip_prefix(origin) else {
            panic!("{name}: {} is not on {origin}", recorded.url);
        };
        let mut request = Request::new(&recorded.method, target);
        let headers = recorded.headers.into_iter();
        request.headers = headers
            .map(|header| (header.name.to_lowercase(), header.value))
            .collect();
        request.body = recorded
            .post_data
            .and_then(|data| data.text)
            .unwrap_or_default();
        let unknown = response.content.comment.as_deref().unwrap_or_default();
        let unknown = unknown
            .strip_prefix("unknown to the document: ")
            .unwrap_or_default();
        Self {
            unknown: unknown.split_whitespace().map(str::to_owned).collect(),
            request,
            response: Response {
                status: response
                    .status
                    .try_into()
                    .unwrap_or_else(|_| panic!("{name}: no status")),
                headers: response
                    .headers
                    .into_iter()
                    .map(|header| (header.name, header.value))
                    .collect(),
                body: response.content.text.unwrap_or_default(),
            },
            name,
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings")
}

/// Answers each request with the first recording, not used yet, of its method, path and query.
///
/// It runs until the process ends.
pub struct Server {
    url: String,
    state: Arc<Mutex<State>>,
}

/// What is still to be answered, and what came.
#[derive(Debug, Default)]
pub struct State {
    pub unused: Vec<Recording>,
    pub received: Vec<Request>,
}

impl Server {
    pub fn start(recordings: Vec<Recording>) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let state = Arc::new(Mutex::new(State {
            unused: recordings,
            received: Vec::new(),
        }));
        let shared = state.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = shared.clone();
                // A client that hangs up ends its connection, and nothing else.
                thread::spawn(move || serve(&stream, &state).ok());
            }
        });
        Ok(Self { url, state })
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Goes on with other recordings, and gives what has come of the ones before.
    pub fn load(&self, recordings: Vec<Recording>) -> State {
        std::mem::replace(
            &mut *lock(&self.state),
            State {
                unused: recordings,
                received: Vec::new(),
            },
        )
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    fn answer(&mut self, request: Request) -> Response {
        let recording = self
            .unused
            .iter()
            .position(|recording| request.is_answered_by(recording));
        let response = recording.map_or_else(
            || Response {
                status: 501,
                headers: Vec::new(),
                body: format!("no recording is left for this request: {request:?}"),
            },
            |index| self.unused.remove(index).response,
        );
        self.received.push(request);
        response
    }
}

/// Serves one connection until the client closes it.
fn serve(mut stream: &TcpStream, state: &Mutex<State>) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        let Response {
            status,
            headers,
            body,
        } = lock(state).answer(request);
        let mut text = format!("HTTP/1.1 {status} \r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        stream.write_all((text + "\r\n" + &body).as_bytes())?;
    }
    Ok(())
}

fn read_request(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let mut request = Request::new(
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        request
            .headers
            .insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = request
        .headers
        .get("content-length")
        .and_then(|length| length.parse().ok());
    let mut body = vec![0; length.unwrap_or_default()];
    reader.read_exact(&mut body)?;
    request.body = String::from_utf8_lossy(&body).into_owned();
    Ok(Some(request))
}
