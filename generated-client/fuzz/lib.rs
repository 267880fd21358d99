//! The parts that the fuzz targets share.

use std::fmt::Display;
use std::future::Future;

use botpress_runtime::runtime::http::{HeaderName, HeaderValue};
use botpress_runtime::testing::Reply;
use tokio::runtime::Builder;

/// A response as text: the status, lines of headers, an empty line, and the body. Parts that are not valid are left out.
pub struct Response<'a> {
    status: u16,
    headers: Vec<(&'a str, &'a str)>,
    pub body: &'a [u8],
}

impl<'a> Response<'a> {
    pub fn parse(input: &'a [u8]) -> Option<Self> {
        let end = input.windows(2).position(|pair| pair == b"\n\n")?;
        let mut lines = std::str::from_utf8(&input[..end]).ok()?.lines();
        let status = lines.next()?.parse().ok()?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.filter(|(name, value)| {
            HeaderName::try_from(*name).is_ok() && HeaderValue::try_from(*value).is_ok()
        });
        (200..600).contains(&status).then(|| Self {
            status,
            headers: headers.collect(),
            body: &input[end + 2..],
        })
    }

    /// The response, whose body arrives in pieces of this size.
    pub fn reply(&self, size: usize) -> Reply {
        let reply = Reply::new(self.status);
        let headers = self.headers.iter();
        let reply = headers.fold(reply, |reply, (name, value)| reply.header(name, value));
        let chunks = self.body.chunks(size.max(1));
        chunks.fold(reply, |reply, chunk| reply.chunk(chunk.to_vec()))
    }
}

/// Runs a future with a clock that does not wait.
pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build();
    runtime.expect("a runtime").block_on(future)
}

/// The token of the clients, which no message contains.
pub const TOKEN: &str = "secret-token-0001";

/// Checks a message about a response.
pub fn check_message(error: &dyn Display, input: &[u8]) {
    let text = error.to_string();
    assert!(!text.contains(['\n', '\r', '\0', '\u{202e}']), "{text:?}");
    let has_token = input
        .windows(TOKEN.len())
        .any(|part| part == TOKEN.as_bytes());
    assert!(has_token || !text.contains(TOKEN), "{text}");
    assert!(text.len() < 2_000, "{} bytes", text.len());
}
