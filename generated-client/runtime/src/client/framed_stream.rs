//! A sequence of values in the body of a response. Each one is decoded as soon as it is complete.

use std::marker::PhantomData;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use std::{iter, vec};

use bytes::{Bytes, BytesMut};
use http::StatusCode;
use serde_core::ser::Error as _;
use serde_core::{Serialize, Serializer};

use super::body_stream::BodyStream;
use super::call::CallResult;
use super::compression::compressed;
use super::error::Failure;
use super::raw_response::SIGNATURES;
use super::{Decode, DecodeError, Error, ErrorKind, FromResponse, RawResponse};

/// Splits a body into frames, each with the text of a value.
pub(super) trait Framer: Default {
    /// A decoded value, with the other fields of its frame.
    type Item<T>;
    /// The path of the value in the JSON of an item.
    const PATH: &'static str;
    /// The text that marks the end instead of a value.
    const END: Option<&'static str>;

    /// Takes bytes from the front of a chunk until a frame is complete, or all of them if none is.
    fn next(&mut self, chunk: &mut Bytes) -> Option<Frame>;

    /// The last frame, which is complete because the body ends.
    fn last(&mut self) -> Option<Frame>;

    /// The number of bytes of the incomplete frame.
    fn kept(&self) -> usize;

    fn item<T>(frame: Frame, value: T) -> Self::Item<T>;
}

/// The text of a value, and the other fields of an event.
#[derive(Debug, PartialEq)]
pub(super) struct Frame {
    pub(super) event: Option<String>,
    pub(super) id: Option<String>,
    pub(super) data: Bytes,
}

/// Values that are still arriving, or that arrived all at once.
pub(super) struct FramedStream<C: Framer, T, E> {
    pub(super) framer: C,
    status: StatusCode,
    /// `None` at the end.
    body_stream: Option<BodyStream>,
    /// Bytes that have arrived and are not split yet.
    chunk: Bytes,
    /// The first bytes, as long as they may be those of a compressed body.
    start: Option<BytesMut>,
    count: usize,
    whole: vec::IntoIter<C::Item<T>>,
    error: PhantomData<fn() -> E>,
}

impl<C: Framer, T: FromResponse, E> FramedStream<C, T, E> {
    /// The values of a response. If the whole body is there, they are all decoded now.
    pub(super) fn of(response: &RawResponse) -> Decode<Self> {
        response.expect_uncompressed()?;
        let mut stream = Self {
            framer: C::default(),
            status: response.status(),
            body_stream: response.take_body_stream(),
            chunk: response.body().clone(),
            start: Some(BytesMut::new()),
            count: 0,
            whole: Vec::new().into_iter(),
            error: PhantomData,
        };
        match &mut stream.body_stream {
            // A pause is normal: there is nothing to report.
            Some(body_stream) => body_stream.idle_timeout = None,
            None => stream.whole = stream.all()?.into_iter(),
        }
        Ok(stream)
    }

    fn all(&mut self) -> Decode<Vec<C::Item<T>>> {
        let Self { framer, chunk, .. } = self;
        let mut frames: Vec<Frame> = iter::from_fn(|| framer.next(chunk)).collect();
        frames.extend(framer.last());
        let values = frames.into_iter().map(|frame| self.decode(frame));
        let values = values.map_while(Result::transpose);
        values.collect::<Result<_, _>>().map_err(|(error, _)| error)
    }

    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<CallResult<C::Item<T>, E>>> {
        if let Some(value) = self.whole.next() {
            return Poll::Ready(Some(Ok(value)));
        }
        let Some(operation) = self
            .body_stream
            .as_ref()
            .map(|body_stream| body_stream.operation)
        else {
            return Poll::Ready(None);
        };
        let next = match ready!(self.poll_frame(context)) {
            Ok(Some(frame)) => self.decode(frame).map_err(|(error, data)| {
                let response = self.response(data);
                ErrorKind::Decode { error, response }
            }),
            Ok(None) => Ok(None),
            Err(failure) => Err(failure.typed()),
        };
        // The values after one that cannot be decoded may be valid.
        if !matches!(next, Ok(Some(_)) | Err(ErrorKind::Decode { .. })) {
            self.body_stream = None;
        }
        let next = next.map_err(|kind| Error::new(operation, kind));
        Poll::Ready(next.transpose())
    }

    /// Returns `None` at the end mark. The data is returned with an error.
    fn decode(&mut self, frame: Frame) -> Result<Option<C::Item<T>>, (DecodeError, Bytes)> {
        let index = self.count;
        self.count += 1;
        match T::from_response(&self.response(frame.data.clone())) {
            Ok(value) => Ok(Some(C::item(frame, value))),
            Err(_) if C::END.is_some_and(|end| frame.data == end) => Ok(None),
            Err(error) => {
                let at = format!("$[{index}]{}", C::PATH);
                Err((error.below(&at), frame.data))
            }
        }
    }
}

impl<C: Framer, T, E> FramedStream<C, T, E> {
    /// The response for a single value.
    fn response(&self, data: Bytes) -> RawResponse {
        RawResponse::frame(self.status, data)
    }

    pub(super) fn set_idle_timeout(&mut self, idle_timeout: Duration) {
        if let Some(body_stream) = &mut self.body_stream {
            body_stream.idle_timeout = Some(idle_timeout);
        }
    }

    fn poll_frame(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Frame>, Failure>> {
        loop {
            let Some(body_stream) = &mut self.body_stream else {
                return Poll::Ready(Ok(None));
            };
            let frame = self.framer.next(&mut self.chunk);
            let length = frame.as_ref().map(|frame| frame.data.len());
            if length.unwrap_or(self.framer.kept()) as u64 > body_stream.limit {
                return Poll::Ready(Err(Failure::TooLarge {
                    limit: body_stream.limit,
                }));
            }
            if frame.is_some() {
                return Poll::Ready(Ok(frame));
            }
            match ready!(body_stream.poll_chunk(context)?) {
                Some(chunk) => {
                    if let Some(failure) = self.take(chunk) {
                        return Poll::Ready(Err(failure));
                    }
                }
                None => {
                    let rest = self.start.take().unwrap_or_default();
                    let frame = self.framer.next(&mut rest.freeze());
                    return Poll::Ready(Ok(frame.or_else(|| self.framer.last())));
                }
            }
        }
    }

    /// Takes a chunk, which is kept at the beginning of the body until it is clear that the body is not compressed. Returns the
    /// failure if it is. Events would just be missing, because a compressed body can be split into lines as well.
    fn take(&mut self, chunk: Bytes) -> Option<Failure> {
        let Some(mut start) = self.start.take() else {
            self.chunk = chunk;
            return None;
        };
        start.extend_from_slice(&chunk);
        let mut signatures = SIGNATURES.iter();
        if let Some((name, _)) = signatures.find(|(_, signature)| start.starts_with(signature)) {
            self.body_stream = None;
            return Some(Failure::Decode {
                error: compressed(name, None),
                response: self.response(start.freeze()),
            });
        }
        let mut signatures = SIGNATURES.iter();
        if signatures.any(|(_, signature)| signature.starts_with(&start)) {
            self.start = Some(start);
        } else {
            self.chunk = start.freeze();
        }
        None
    }
}

/// Values that arrived all at once are an array.
impl<C: Framer<Item<T>: Serialize>, T, E> Serialize for FramedStream<C, T, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.body_stream {
            None => serializer.collect_seq(self.whole.as_slice()),
            Some(_) => Err(S::Error::custom("an open stream cannot be written as JSON")),
        }
    }
}
