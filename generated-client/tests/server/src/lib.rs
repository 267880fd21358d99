//! A small HTTP/1.1 server for tests. It sends prepared replies in order and keeps the requests.

#![allow(
    clippy::missing_panics_doc,
    reason = "where it panics, the test has failed"
)]

mod mutate;

pub use mutate::{cases, mutated};

use std::io::{BufRead, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A request that the server received.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// The method: `GET`, ….
    pub method: String,
    /// The path and the query.
    pub target: String,
    /// The headers, with names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, after removing the chunked encoding.
    pub body: String,
}

impl Received {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The bytes of a response in parts, with a pause between two parts.
#[derive(Clone, Debug)]
pub struct Reply {
    parts: Vec<Vec<u8>>,
    pause: Duration,
    /// Whether the server closes the connection afterwards.
    cut: bool,
}

impl Reply {
    /// A reply from a status line without the version, headers and a body.
    pub fn new(status: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let mut head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        let mut bytes = (head + "\r\n").into_bytes();
        bytes.extend_from_slice(body);
        Self {
            parts: vec![bytes],
            pause: Duration::ZERO,
            cut: false,
        }
    }

    /// A reply of status 200 with JSON.
    pub fn json(body: impl AsRef<[u8]>) -> Self {
        Self::new("200 OK", &[("content-type", "application/json")], body)
    }

    /// A chunked reply.
    pub fn chunked(chunks: &[impl AsRef<[u8]>]) -> Self {
        Self::slow("", chunks, Duration::ZERO)
    }

    /// A chunked reply with more headers, and a pause before each chunk and at the end.
    pub fn slow(headers: &str, chunks: &[impl AsRef<[u8]>], pause: Duration) -> Self {
        let head = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n{headers}\r\n");
        let mut parts = vec![head.into_bytes()];
        for chunk in chunks.iter().map(AsRef::as_ref) {
            let length = format!("{:x}\r\n", chunk.len());
            parts.push([length.as_bytes(), chunk, b"\r\n"].concat());
        }
        parts.push(b"0\r\n\r\n".to_vec());
        if pause.is_zero() {
            parts = vec![parts.concat()];
        }
        Self {
            parts,
            pause,
            cut: false,
        }
    }

    /// A reply of raw bytes.
    pub fn raw(parts: &[&str], pause: Duration) -> Self {
        Self {
            parts: parts.iter().map(|part| part.as_bytes().to_vec()).collect(),
            pause,
            cut: false,
        }
    }

    /// A reply of raw bytes, after which the server closes the connection.
    pub fn cut(bytes: impl AsRef<[u8]>) -> Self {
        Self {
            parts: vec![bytes.as_ref().to_vec()],
            pause: Duration::ZERO,
            cut: true,
        }
    }
}

/// A server on a free port. It runs until the end of the process.
pub struct Server {
    /// The address that the server listens on.
    pub address: SocketAddr,
    seen: Arc<Seen>,
}

/// The requests and connections so far.
#[derive(Default)]
struct Seen {
    received: Mutex<Vec<Received>>,
    opened: AtomicUsize,
    closed: AtomicUsize,
}

type ReplyTo = dyn Fn(usize, &Received) -> Reply + Send + Sync;

impl Server {
    /// Sends the first reply to the first request, and so on. The last reply is repeated.
    pub fn start(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies: Vec<_> = replies.into_iter().collect();
        Self::answering(move |index, _| replies.get(index).or(replies.last()).unwrap().clone())
    }

    /// Replies to each request with the result of a function, which gets the number of earlier requests.
    pub fn answering(reply: impl Fn(usize, &Received) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            seen: Arc::default(),
        };
        let seen = server.seen.clone();
        let reply: Arc<ReplyTo> = Arc::new(reply);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (seen, reply) = (seen.clone(), reply.clone());
                seen.opened.fetch_add(1, Ordering::SeqCst);
                thread::spawn(move || {
                    // A client that disconnects ends only its connection.
                    let _ = serve(&stream.unwrap(), &seen, &*reply);
                    seen.closed.fetch_add(1, Ordering::SeqCst);
                });
            }
        });
        server
    }

    /// The base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far.
    pub fn received(&self) -> Vec<Received> {
        self.seen.received.lock().unwrap().clone()
    }

    /// The number of connections so far.
    pub fn connections(&self) -> usize {
        self.seen.opened.load(Ordering::SeqCst)
    }

    /// The number of open connections.
    pub fn open_connections(&self) -> usize {
        self.connections() - self.seen.closed.load(Ordering::SeqCst)
    }
}

/// Serves a connection until the client closes it or disconnects.
fn serve(stream: &TcpStream, seen: &Seen, reply_to: &ReplyTo) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    loop {
        let request = read_request(&mut reader)?;
        let index = {
            let mut received = seen.received.lock().unwrap();
            received.push(request.clone());
            received.len() - 1
        };
        let reply = reply_to(index, &request);
        for (index, part) in reply.parts.iter().enumerate() {
            if index > 0 {
                thread::sleep(reply.pause);
            }
            writer.write_all(part).ok()?;
            writer.flush().ok()?;
        }
        if reply.cut {
            return None;
        }
    }
}

fn read_request(reader: &mut impl BufRead) -> Option<Received> {
    let mut line = String::new();
    reader
        .read_line(&mut line)
        .ok()
        .filter(|length| *length > 0)?;
    let mut words = line.split_whitespace();
    let mut request = Received {
        method: words.next()?.to_owned(),
        target: words.next()?.to_owned(),
        ..Received::default()
    };
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        request
            .headers
            .push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let body = if request.header("transfer-encoding") == Some("chunked") {
        read_chunks(reader)?
    } else {
        let length = request.header("content-length");
        read_bytes(reader, length.map_or(0, |length| length.parse().unwrap()))?
    };
    request.body = String::from_utf8(body).unwrap();
    Some(request)
}

fn read_chunks(reader: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut length = String::new();
        reader.read_line(&mut length).ok()?;
        let length = usize::from_str_radix(length.trim_end(), 16).ok()?;
        body.extend(read_bytes(reader, length)?);
        read_bytes(reader, 2)?;
        if length == 0 {
            return Some(body);
        }
    }
}

fn read_bytes(reader: &mut impl BufRead, length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes).ok()?;
    Some(bytes)
}
