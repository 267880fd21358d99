//! Replies to single attempts: responses, byte by byte if needed, and failures of connections.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};
use reqwest::{ResponseBuilderExt as _, Url};
use serde_core::Serialize;

use super::fixture::{self, http_status, text_of};
use super::reply_body::{Piece, ReplyBody};
use crate::Request;
use crate::client::{Failure, lost_connection, no_connection};

/// The reply to one attempt of a call, down to its bytes. It is sent as it is, even if the document does not allow it.
///
/// The body arrives piece by piece, in the order of the calls of [`chunk`](Self::chunk), [`event`](Self::event) and
/// [`pause`](Self::pause).
#[derive(Clone, Debug)]
#[must_use = "a reply is sent by a rule"]
pub struct Reply {
    delay: Duration,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Response(StatusCode, HeaderMap, Vec<Piece>),
    Hang,
    LostConnection,
    NoConnection,
}

impl Reply {
    fn of_kind(kind: Kind) -> Self {
        let delay = Duration::ZERO;
        Self { delay, kind }
    }

    /// A response without headers and with an empty body.
    ///
    /// # Panics
    ///
    /// If it is not an HTTP status.
    #[track_caller]
    pub fn new(status: u16) -> Self {
        let status = http_status(status);
        Self::of_kind(Kind::Response(status, HeaderMap::new(), Vec::new()))
    }

    /// A successful response of an operation, with status 200.
    ///
    /// # Panics
    ///
    /// Like [`Rule::respond`](super::Rule::respond).
    #[track_caller]
    pub fn response<R: Request<Response: Serialize>>(body: impl Serialize) -> Self {
        fixture::response::<R>(200, &body)
    }

    /// An error response of an operation.
    ///
    /// # Panics
    ///
    /// Like [`Rule::respond_error`](super::Rule::respond_error).
    #[track_caller]
    pub fn error<R: Request>(status: u16, body: impl Serialize) -> Self {
        fixture::error_response::<R>(status, &body)
    }

    /// No response: the attempt is given up for another one, or ends with the timeout of the call.
    pub fn hang() -> Self {
        Self::of_kind(Kind::Hang)
    }

    /// The connection is lost after the request was sent, so that the service may have received it.
    pub fn lost_connection() -> Self {
        Self::of_kind(Kind::LostConnection)
    }

    /// No connection can be made, so that the service cannot have received the request.
    pub fn no_connection() -> Self {
        Self::of_kind(Kind::NoConnection)
    }

    /// Lets the reply begin after this time.
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay += delay;
        self
    }

    /// Adds a header.
    ///
    /// # Panics
    ///
    /// If the name or the value is invalid.
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = header(name, value);
        self.parts().0.append(name, value);
        self
    }

    /// Replaces a header, if the reply is a response.
    pub(super) fn set_header(&mut self, name: HeaderName, value: HeaderValue) {
        if let Kind::Response(_, headers, _) = &mut self.kind {
            headers.insert(name, value);
        }
    }

    /// Adds JSON to the body. It is not compared with the document.
    #[track_caller]
    pub fn json(self, value: impl Serialize) -> Self {
        self.json_text(text_of(&value))
    }

    #[track_caller]
    pub(super) fn json_text(self, text: Vec<u8>) -> Self {
        self.piece_of("application/json", Piece::Chunk(text.into()))
    }

    /// Sets the media type of the body, if it is a valid value of a header.
    pub(super) fn of_media_type(mut self, media_type: &str) -> Self {
        if let Ok(media_type) = HeaderValue::try_from(media_type) {
            self.set_header(CONTENT_TYPE, media_type);
        }
        self
    }

    /// Adds bytes to the body, which arrive together.
    #[track_caller]
    pub fn chunk(mut self, bytes: impl Into<Bytes>) -> Self {
        self.parts().1.push(Piece::Chunk(bytes.into()));
        self
    }

    /// Adds a server-sent event with JSON as its data. [`chunk`](Self::chunk) adds events with other fields.
    #[track_caller]
    pub fn event(self, data: impl Serialize) -> Self {
        let text = [b"data: ", &*text_of(&data), b"\n\n"].concat();
        self.piece_of("text/event-stream", Piece::Chunk(text.into()))
    }

    /// Adds a line of JSON Lines.
    #[track_caller]
    pub fn json_line(self, value: impl Serialize) -> Self {
        let text = [&*text_of(&value), b"\n"].concat();
        self.piece_of("application/jsonl", Piece::Chunk(text.into()))
    }

    /// Adds a pause to the body.
    #[track_caller]
    pub fn pause(mut self, duration: Duration) -> Self {
        self.parts().1.push(Piece::Pause(duration));
        self
    }

    /// Lets the rest of the body never arrive. A stream waits for it without end, even if the time of a test is paused, unless the
    /// client has an idle timeout.
    #[track_caller]
    pub fn then_hang(mut self) -> Self {
        self.parts().1.push(Piece::Hang);
        self
    }

    /// Lets the connection be lost here, in the middle of the body.
    #[track_caller]
    pub fn then_lose_connection(mut self) -> Self {
        self.parts().1.push(Piece::LostConnection);
        self
    }

    /// Adds a piece, and the media type of the body unless there is one.
    #[track_caller]
    fn piece_of(mut self, media_type: &'static str, piece: Piece) -> Self {
        let (headers, pieces) = self.parts();
        let media_type = HeaderValue::from_static(media_type);
        headers.entry(CONTENT_TYPE).or_insert(media_type);
        pieces.push(piece);
        self
    }

    #[track_caller]
    fn parts(&mut self) -> (&mut HeaderMap, &mut Vec<Piece>) {
        match &mut self.kind {
            Kind::Response(_, headers, pieces) => (headers, pieces),
            kind => panic!("a reply of kind `{kind:?}` has no headers and no body"),
        }
    }

    /// The response as the client receives it.
    pub(super) async fn send(self, url: Url) -> Result<reqwest::Response, Failure> {
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
        let (status, headers, pieces) = match self.kind {
            Kind::Response(status, headers, pieces) => (status, headers, pieces),
            Kind::Hang => return std::future::pending().await,
            Kind::LostConnection => return Err(lost_connection().await),
            Kind::NoConnection => return Err(no_connection().await),
        };
        let body = match &*pieces {
            [] => reqwest::Body::default(),
            [Piece::Chunk(only)] => only.clone().into(),
            _ => reqwest::Body::wrap(ReplyBody::new(pieces)),
        };
        let response = http::Response::builder().status(status).url(url);
        let mut response = response.body(body).expect("the status is valid");
        *response.headers_mut() = headers;
        Ok(response.into())
    }
}

#[track_caller]
pub(super) fn header(name: &str, value: &str) -> (HeaderName, HeaderValue) {
    let Ok(name) = HeaderName::try_from(name) else {
        panic!("`{name}` is not a valid name of a header");
    };
    let Ok(value) = HeaderValue::try_from(value) else {
        panic!("`{value}` is not a valid value of a header");
    };
    (name, value)
}
