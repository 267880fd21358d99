//! Server-sent events, as specified by the WHATWG.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Buf as _, Bytes};
use futures_core::Stream;
use http::header::ACCEPT;
use serde_core::ser::SerializeMap as _;
use serde_core::{Serialize, Serializer};
use serde_json::Value;

use super::beginning::BYTE_ORDER_MARK;
use super::call::{CallResult, start, success, undecodable};
use super::framed_stream::{Frame, FramedStream, Framer};
use super::page::next;
use super::{
    CallFuture, CallSettings, ClientCore, Decode, Error, FromResponse, RawResponse, Reading,
    Request,
};

const MEDIA_TYPE: &str = "text/event-stream";

type Begun<T, E> = CallResult<EventStream<T, E>, E>;

/// Sends a request that asks for server-sent events, and returns them as they arrive.
pub fn event_stream<R: Request, T: FromResponse>(
    client: &ClientCore,
    request: &R,
    mut settings: CallSettings,
) -> CallFuture<Begun<T, R::Error>> {
    settings.add_header(ACCEPT.as_str(), &MEDIA_TYPE);
    let reading = EventStream::<T, R::Error>::reading;
    start(client, request, &settings, reading, |outcome| {
        let (response, end) = success(R::OPERATION, outcome)?;
        EventStream::from_response(&response)
            .map_err(|error| undecodable(R::OPERATION, error, response, end))
    })
}

/// The server-sent events of a response. It is a
/// [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html);
/// [`try_next`](Self::try_next) works without an extension trait.
///
/// The response must begin within the call's timeout. After that, pauses are not limited, unless you set a
/// [limit](Self::with_idle_timeout). The size of each event is limited (`ClientBuilder::max_response_body`), their number
/// is not.
///
/// An event whose data does not match the document is an error with its index (`$[2].data` is in the third event); the
/// following events can still be read. The text `[DONE]` ends the stream, which is a common convention. Any other error
/// also ends it. The stream does not reconnect, because events in between could be lost: make the call again, with the
/// last id if events have ids: `.with_header("Last-Event-ID", id)`.
///
/// Dropping the stream closes the connection.
#[must_use = "streams do nothing unless they are polled"]
pub struct EventStream<T, E = Value>(Box<FramedStream<Events, T, E>>);

impl<T, E> EventStream<T, E> {
    /// Sets the longest pause. Messages that only keep the connection alive end a pause.
    pub fn with_idle_timeout(mut self, timeout: Duration) -> Self {
        self.0.set_idle_timeout(timeout);
        self
    }

    /// The last event id, if the service has sent one.
    pub fn last_event_id(&self) -> Option<&str> {
        let id = self.0.framer.last_id.as_str();
        (!id.is_empty()).then_some(id)
    }

    /// The delay before reconnecting, if the service has sent one.
    pub fn retry(&self) -> Option<Duration> {
        self.0.framer.retry
    }
}

impl<T: FromResponse, E> EventStream<T, E> {
    /// The next event, or `None` after the last one.
    pub async fn try_next(&mut self) -> Result<Option<ServerSentEvent<T>>, Error<E>> {
        next(self).await
    }
}

impl<T: FromResponse, E> FromResponse for EventStream<T, E> {
    fn reading(_: u16) -> Reading {
        Reading::AsStream
    }

    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.expect_media_type(MEDIA_TYPE)?;
        FramedStream::of(response).map(|events| Self(Box::new(events)))
    }
}

impl<T, E> Unpin for EventStream<T, E> {}

impl<T: FromResponse, E> Stream for EventStream<T, E> {
    type Item = CallResult<ServerSentEvent<T>, E>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next(context)
    }
}

/// In JSON, it is the array of all events. An open stream cannot be written.
impl<T: Serialize, E> Serialize for EventStream<T, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T, E> fmt::Debug for EventStream<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("last_event_id", &self.last_event_id())
            .finish_non_exhaustive()
    }
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ServerSentEvent<T> {
    /// The kind of event, if the service names it.
    pub event: Option<String>,
    /// The id of the event, if it has one.
    pub id: Option<String>,
    /// The data of the event.
    pub data: T,
}

impl<T: Serialize> Serialize for ServerSentEvent<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = [("event", &self.event), ("id", &self.id)];
        let members = members
            .iter()
            .filter_map(|(name, value)| Some((name, value.as_ref()?)));
        let mut map = serializer.serialize_map(Some(members.clone().count() + 1))?;
        for (name, value) in members {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("data", &self.data)?;
        map.end()
    }
}

/// Parses the lines of an event stream: <https://html.spec.whatwg.org/multipage/server-sent-events.html>.
#[derive(Default)]
struct Events {
    /// The beginning of an incomplete line.
    line: Vec<u8>,
    /// Whether the previous line ended with CR, so that LF does not end another one.
    after_cr: bool,
    /// Whether a line was read, after which a byte order mark is not skipped.
    begun: bool,
    event: String,
    id: Option<String>,
    /// Each line is followed by LF.
    data: Vec<u8>,
    last_id: String,
    retry: Option<Duration>,
}

impl Framer for Events {
    type Item<T> = ServerSentEvent<T>;

    const PATH: &'static str = ".data";
    // A widespread convention that documents do not mention.
    const END: Option<&'static str> = Some("[DONE]");

    fn next(&mut self, chunk: &mut Bytes) -> Option<Frame> {
        let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        while let Some(length) = chunk.iter().position(is_end) {
            self.line.extend_from_slice(&chunk.split_to(length));
            let end = chunk.get_u8();
            let is_rest_of_end = end == b'\n' && self.after_cr && self.line.is_empty();
            self.after_cr = end == b'\r';
            if is_rest_of_end {
                continue;
            }
            let line = std::mem::take(&mut self.line);
            let frame = self.read(&line);
            if frame.is_some() {
                return frame;
            }
        }
        self.line.extend_from_slice(&std::mem::take(chunk));
        None
    }

    /// An event without a blank line after it is discarded.
    fn last(&mut self) -> Option<Frame> {
        None
    }

    fn kept(&self) -> usize {
        let id = self.id.as_ref().map_or(0, String::len);
        self.line.len() + self.data.len() + self.event.len() + id
    }

    fn item<T>(frame: Frame, data: T) -> ServerSentEvent<T> {
        let Frame { event, id, .. } = frame;
        ServerSentEvent { event, id, data }
    }
}

impl Events {
    fn read(&mut self, mut line: &[u8]) -> Option<Frame> {
        if !std::mem::replace(&mut self.begun, true) {
            line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
        }
        if line.is_empty() {
            return self.dispatch();
        }
        let colon = line.iter().position(|byte| *byte == b':');
        let (field, value) = line.split_at(colon.unwrap_or(line.len()));
        let value = value.strip_prefix(b":").unwrap_or(value);
        let value = value.strip_prefix(b" ").unwrap_or(value);
        let text = || String::from_utf8_lossy(value).into_owned();
        match field {
            b"event" => self.event = text(),
            b"data" => {
                self.data.extend_from_slice(value);
                self.data.push(b'\n');
            }
            b"id" if !value.contains(&0) => self.id = Some(text()),
            b"retry" if value.iter().all(u8::is_ascii_digit) => {
                let milliseconds = text().parse().ok();
                self.retry = milliseconds.map(Duration::from_millis).or(self.retry);
            }
            // A line that starts with a colon is a comment.
            _ => {}
        }
        None
    }

    fn dispatch(&mut self) -> Option<Frame> {
        let (event, id) = (std::mem::take(&mut self.event), self.id.take());
        if let Some(id) = &id {
            self.last_id.clone_from(id);
        }
        let mut data = std::mem::take(&mut self.data);
        // Without data, there is no event.
        data.pop()?;
        let data = String::from_utf8(data)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Some(Frame {
            event: Some(event).filter(|event| !event.is_empty()),
            id,
            data: data.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Cut = (Vec<[Option<String>; 3]>, String, Option<Duration>);

    /// The events of a stream that arrives in two chunks, with the last id and the delay.
    fn cut(text: &[u8], at: usize) -> Cut {
        let mut events = Events::default();
        let mut frames = Vec::new();
        for chunk in [&text[..at], &[], &text[at..]] {
            let mut chunk = Bytes::copy_from_slice(chunk);
            while let Some(Frame { event, id, data }) = events.next(&mut chunk) {
                let data = String::from_utf8(data.to_vec()).unwrap();
                frames.push([event, id, Some(data)]);
            }
            assert!(chunk.is_empty());
        }
        assert_eq!(events.last(), None);
        (frames, events.last_id, events.retry)
    }

    fn events(text: impl AsRef<[u8]>) -> Vec<[Option<String>; 3]> {
        let text = text.as_ref();
        let whole = cut(text, 0);
        for at in 1..=text.len() {
            assert_eq!(cut(text, at), whole, "cut at {at}");
        }
        whole.0
    }

    fn data(text: impl AsRef<[u8]>) -> Vec<String> {
        let data = |[event, id, data]: [Option<String>; 3]| {
            assert_eq!((event, id), (None, None));
            data.unwrap()
        };
        events(text).into_iter().map(data).collect()
    }

    #[test]
    fn lines_end_in_three_ways() {
        for end in ["\n", "\r", "\r\n"] {
            let text = ["data: a", "data: b", "", "data:c", "", ""].join(end);
            assert_eq!(data(text), ["a\nb", "c"], "{end:?}");
        }
        let mixed = "data: a\r\rdata: b\n\r\ndata: c\r\n\n";
        assert_eq!(data(mixed), ["a", "b", "c"]);
    }

    #[test]
    fn examples_of_the_specification_are_read() {
        assert_eq!(data("data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
        let text = ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n";
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            events(text),
            [
                [None, some("1"), some("first event")],
                [None, some(""), some("second event")],
            ]
        );
        assert_eq!(data("data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
        assert_eq!(data("data:test\n\ndata: test\n\n"), ["test", "test"]);
    }

    #[test]
    fn the_last_event_type_applies_and_unknown_fields_are_ignored() {
        let text = "event: a\nevent: b\ndata: 1\n\nevent: c\n\ndata:2\nDATA: 3\n data: 4\nother: 5\nevent:\n\n";
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            events(text),
            [[some("b"), None, some("1")], [None, None, some("2")]]
        );
        let text = b"id: 1\nretry: 10\n\nid: 2\0\nretry: +5\nretry:\nretry: 1e3\n\nid: 3\n";
        let (_, id, retry) = cut(text, 0);
        assert_eq!((id.as_str(), retry), ("1", Some(Duration::from_millis(10))));
        assert_eq!(cut(b"id: 1\n\nid\n\n", 0).1, "");
    }

    #[test]
    fn letters_of_any_length_and_a_mark_at_the_beginning() {
        assert_eq!(data("\u{feff}data: Zürich 日本 🦀\n\n"), ["Zürich 日本 🦀"]);
        assert_eq!(data("data: a\n\n\u{feff}data: b\n\n"), ["a"]);
        assert_eq!(data(b"data: a\xffb\xe6\x97\n\n"), ["a\u{fffd}b\u{fffd}"]);
    }
}
