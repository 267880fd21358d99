//! Recordings of HTTP exchanges, read from HAR 1.2.
//!
//! `serde_json` suffices for the few members that are replayed. The `har` crate takes longer to build than the client.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use botpress_runtime::Client;
use serde_json::{Value, json};

use super::request::Request;

/// Headers that describe the transfer, which differs in a replay: recorded bodies are neither compressed nor chunked.
const TRANSFER: [&str; 4] = [
    "connection",
    "content-encoding",
    "content-length",
    "transfer-encoding",
];

/// The path of the service's base URL.
static BASE: LazyLock<String> = LazyLock::new(|| {
    let client = Client::builder().allow_missing_settings().build().unwrap();
    path(client.base_url()).trim_end_matches('/').to_owned()
});

/// The part of a URL after the host, which may be another one today.
fn path(url: &str) -> &str {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    rest.find('/').map_or("", |start| &rest[start..])
}

/// A recorded response.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    /// The headers, with names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Response {
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// A recorded exchange.
#[derive(Clone, Debug)]
pub(crate) struct Recording {
    /// The file, the position in it and the comment: `recorded/getUser.har, entry 1 (fewest inputs)`.
    pub(crate) name: String,
    /// A HAR file with this recording alone.
    pub(crate) har: String,
    pub(crate) request: Request,
    pub(crate) response: Response,
    /// JSON pointers to members of the response that are not in the document.
    pub(crate) unknown: Vec<String>,
}

impl Recording {
    /// The recordings of a file, whose path is relative to the folder of recordings.
    pub(crate) fn read(file: &str) -> Vec<Self> {
        Self::read_path(&folder().join(file))
    }

    /// All recordings.
    pub(crate) fn read_all() -> Vec<Self> {
        let mut recordings = Vec::new();
        let folders = ["constructed", "live", "made-up", "recorded", "stand-in"];
        for folder in folders.map(|name| folder().join(name)) {
            // There may be no recordings of some kinds.
            let files = fs::read_dir(&folder).into_iter().flatten();
            let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
            files.sort();
            recordings.extend(files.iter().flat_map(|file| Self::read_path(file)));
        }
        recordings
    }

    fn read_path(path: &Path) -> Vec<Self> {
        let file = path.strip_prefix(folder()).unwrap().display();
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"));
        let har: Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let version = &har["log"]["version"];
        assert!(version == "1.2", "{file}: not HAR 1.2, but {version}");
        let entries = har["log"]["entries"].as_array();
        let entries = entries.unwrap_or_else(|| panic!("{file}: no entries"));
        entries
            .iter()
            .zip(1..)
            .map(|(entry, position)| {
                let comment = entry["comment"].as_str().unwrap_or("no comment");
                Self::new(format!("{file}, entry {position} ({comment})"), entry)
            })
            .collect()
    }

    fn new(name: String, entry: &Value) -> Self {
        let (request, response) = (&entry["request"], &entry["response"]);
        let text = |value: &Value, pointer: &str| {
            let text = value.pointer(pointer).and_then(Value::as_str);
            text.unwrap_or_else(|| panic!("{name}: no text at {pointer}"))
                .to_owned()
        };
        let headers = |value: &Value| -> Vec<_> {
            let headers = value["headers"].as_array().into_iter().flatten();
            headers
                .map(|header| (text(header, "/name").to_lowercase(), text(header, "/value")))
                .filter(|(name, _)| !name.starts_with(':') && !TRANSFER.contains(&name.as_str()))
                .collect()
        };
        let url = text(request, "/url");
        let target = path(&url).strip_prefix(BASE.as_str());
        let target = target.unwrap_or_else(|| panic!("{name}: {url} is not below {}", *BASE));
        let status = response["status"]
            .as_u64()
            .and_then(|status| status.try_into().ok());
        let content = &response["content"];
        let comment = content["comment"].as_str().unwrap_or_default();
        let unknown = comment
            .strip_prefix("unknown to the document: ")
            .unwrap_or_default();
        Self {
            request: Request {
                headers: headers(request).into_iter().collect(),
                body: request["postData"]["text"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                ..Request::new(&text(request, "/method"), target)
            },
            response: Response {
                status: status.unwrap_or_else(|| panic!("{name}: no status")),
                headers: headers(response),
                body: content["text"].as_str().unwrap_or_default().to_owned(),
            },
            unknown: unknown.split_whitespace().map(str::to_owned).collect(),
            har: json!({"log": {"version": "1.2", "entries": [entry]}}).to_string(),
            name,
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings")
}
