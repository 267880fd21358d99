//! JSON Lines, and the JSON text sequences of RFC 7464.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Buf as _, Bytes};
use futures_core::Stream;
use serde_core::de::IgnoredAny;
use serde_core::{Serialize, Serializer};
use serde_json::Value;

use super::call::CallResult;
use super::framed_stream::{Frame, FramedStream, Framer};
use super::page::next;
use super::{Decode, Error, FromResponse, RawResponse, Reading};

/// The JSON values of a response, as they arrive. It is a
/// [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html);
/// [`try_next`](Self::try_next) works without an extension trait.
///
/// Timeouts, limits and errors are those of an [`EventStream`](super::EventStream).
#[must_use = "streams do nothing unless they are polled"]
pub struct JsonStream<T, E = Value>(Box<FramedStream<Lines, T, E>>);

impl<T, E> JsonStream<T, E> {
    /// Sets the longest pause.
    pub fn with_idle_timeout(mut self, timeout: Duration) -> Self {
        self.0.set_idle_timeout(timeout);
        self
    }
}

impl<T: FromResponse, E> JsonStream<T, E> {
    /// The next value, or `None` after the last one.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error<E>> {
        next(self).await
    }
}

impl<T: FromResponse, E> FromResponse for JsonStream<T, E> {
    fn reading(_: u16) -> Reading {
        Reading::AsStream
    }

    fn from_response(response: &RawResponse) -> Decode<Self> {
        FramedStream::of(response).map(|values| Self(Box::new(values)))
    }
}

impl<T, E> Unpin for JsonStream<T, E> {}

impl<T: FromResponse, E> Stream for JsonStream<T, E> {
    type Item = CallResult<T, E>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next(context)
    }
}

/// In JSON, it is the array of all values. An open stream cannot be written.
impl<T: Serialize, E> Serialize for JsonStream<T, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T, E> fmt::Debug for JsonStream<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonStream").finish_non_exhaustive()
    }
}

/// The first byte of a text in a JSON text sequence. It cannot occur in JSON.
const SEPARATOR: u8 = 0x1e;

/// The longest text that is parsed only to find out whether it is complete, in bytes.
const SHORT: usize = 1 << 16;

/// Splits a body at the ends of lines, or at the separators of a JSON text sequence.
#[derive(Default)]
struct Lines {
    text: Vec<u8>,
    is_sequence: bool,
}

impl Framer for Lines {
    type Item<T> = T;

    const PATH: &'static str = "";
    const END: Option<&'static str> = None;

    fn next(&mut self, chunk: &mut Bytes) -> Option<Frame> {
        let is_end = |byte: &u8| matches!(*byte, b'\n' | SEPARATOR);
        while let Some(length) = chunk.iter().position(is_end) {
            self.text.extend_from_slice(&chunk.split_to(length));
            if chunk.get_u8() == SEPARATOR {
                self.is_sequence = true;
            } else if self.is_sequence {
                // The text may have more lines than this one.
                self.text.push(b'\n');
                continue;
            }
            let frame = self.last();
            if frame.is_some() {
                return frame;
            }
        }
        self.text.extend_from_slice(&std::mem::take(chunk));
        // A complete line needs no wait for the next one. A long text is not parsed again and again to find that out.
        let may_be_whole = self.text.len() <= SHORT && self.text.ends_with(b"\n");
        let is_whole = self.is_sequence && may_be_whole && is_json(&self.text);
        if is_whole { self.last() } else { None }
    }

    fn last(&mut self) -> Option<Frame> {
        let mut text = std::mem::take(&mut self.text);
        // The line ending does not belong to the text.
        text.pop_if(|byte| *byte == b'\n');
        let is_blank = text.iter().all(u8::is_ascii_whitespace);
        (!is_blank).then(|| Frame {
            event: None,
            id: None,
            data: text.into(),
        })
    }

    fn kept(&self) -> usize {
        self.text.len()
    }

    fn item<T>(_: Frame, value: T) -> T {
        value
    }
}

fn is_json(text: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(body: &str) -> Vec<String> {
        let body = body.as_bytes();
        let cut = |at: usize| {
            let mut lines = Lines::default();
            let mut texts = Vec::new();
            for chunk in [&body[..at], &body[at..]] {
                let mut chunk = Bytes::copy_from_slice(chunk);
                texts.extend(std::iter::from_fn(|| lines.next(&mut chunk)));
            }
            texts.extend(lines.last());
            let texts = texts.into_iter();
            let texts = texts.map(|frame| String::from_utf8(frame.data.to_vec()).unwrap());
            texts.collect::<Vec<_>>()
        };
        let whole = cut(0);
        for at in 1..=body.len() {
            assert_eq!(cut(at), whole, "cut at {at}");
        }
        whole
    }

    #[test]
    fn a_line_is_a_text() {
        assert_eq!(
            texts("1\n{\"a\":\"ü\"}\r\n\n \n[3"),
            ["1", "{\"a\":\"ü\"}\r", "[3"]
        );
        assert!(texts("").is_empty());
    }

    #[test]
    fn a_text_of_a_sequence_may_have_several_lines() {
        assert_eq!(
            texts("\u{1e}1\n\u{1e}{\n\"a\": 2\n}\n\u{1e}[3\n\u{1e}\u{1e}4"),
            ["1", "{\n\"a\": 2\n}", "[3", "4"]
        );
    }
}
