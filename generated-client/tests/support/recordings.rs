//! Recordings of HTTP exchanges, read from HAR 1.2.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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
    pub fn new(method: &str, target: &str) -> Self {
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

    pub fn is_answered_by(&self, recording: &Recording) -> bool {
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

impl Response {
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
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
