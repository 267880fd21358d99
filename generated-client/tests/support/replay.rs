//! A server on loopback that responds with recordings and keeps the requests.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a test and an example include it, and each uses its part"
)]

mod recordings;

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

pub use recordings::{Recording, Request, Response};

/// Responds to each request with the first unused recording of its method, path and query.
///
/// The server runs until the process ends.
pub struct Server {
    url: String,
    state: Arc<Mutex<State>>,
}

struct State {
    unused: Vec<Recording>,
    received: Vec<Request>,
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
                // A client that disconnects ends only its connection.
                thread::spawn(move || serve(&stream, &state).ok());
            }
        });
        Ok(Self { url, state })
    }

    /// The URL that the server listens on.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The requests since the last call.
    pub fn received(&self) -> Vec<Request> {
        std::mem::take(&mut lock(&self.state).received)
    }

    /// Replaces the recordings.
    pub fn load(&self, recordings: Vec<Recording>) {
        lock(&self.state).unused = recordings;
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    fn response(&mut self, request: Request) -> Response {
        let mut unused = self.unused.iter();
        let response = match unused.position(|recording| request.matches(recording)) {
            Some(index) => self.unused.remove(index).response,
            None => Response {
                status: 501,
                headers: Vec::new(),
                body: format!("found no recording for {request:?}"),
            },
        };
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
        } = lock(state).response(request);
        let mut bytes = Vec::new();
        write!(
            bytes,
            "HTTP/1.1 {status} \r\ncontent-length: {}\r\n",
            body.len()
        )?;
        for (name, value) in headers {
            write!(bytes, "{name}: {value}\r\n")?;
        }
        write!(bytes, "\r\n{body}")?;
        stream.write_all(&bytes)?;
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
