//! The outgoing body of a request: pieces that are read one after the other.

use std::collections::VecDeque;
use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::EncodeError;
use super::file_chunks::FileChunks;
use super::upload::{BoxError, Chunks, Source};

/// A body that can be sent, and sent again unless it contains a stream.
#[derive(Clone, Debug)]
pub(super) struct Payload(Vec<Source>);

impl From<Vec<Source>> for Payload {
    fn from(pieces: Vec<Source>) -> Self {
        Self(pieces)
    }
}

impl From<Vec<u8>> for Payload {
    fn from(bytes: Vec<u8>) -> Self {
        Self(vec![Source::Bytes(bytes.into())])
    }
}

impl Payload {
    pub(super) fn is_repeatable(&self) -> bool {
        let is_stream = |piece: &Source| matches!(piece, Source::Stream(..));
        !self.0.iter().any(is_stream)
    }

    /// The length in bytes, if the body is in memory.
    pub(super) fn length(&self) -> Option<u64> {
        let lengths = self.0.iter().map(|piece| match piece {
            Source::Bytes(bytes) => Some(bytes.len() as u64),
            _ => None,
        });
        lengths.sum()
    }

    /// Whether the body is in memory and has at most 1 MiB.
    pub(super) fn is_small(&self) -> bool {
        const SMALL: u64 = 1 << 20;
        self.length().is_some_and(|length| length <= SMALL)
    }

    /// Whether the body is known to be empty.
    pub(super) fn is_empty(&self) -> bool {
        let is_nothing = |piece: &Source| matches!(piece, Source::Bytes(bytes) if bytes.is_empty());
        self.0.iter().all(is_nothing)
    }

    /// Prepares the body for one request: opens files and takes streams.
    pub(super) async fn open(&self, limit: u64) -> Result<reqwest::Body, EncodeError> {
        let mut pieces = VecDeque::new();
        let mut length = Some(0);
        for source in &self.0 {
            let piece = Segment::open(source).await?;
            let left = length.zip(piece.left());
            length = left.map(|(sum, left)| left.saturating_add(sum));
            pieces.push_back(piece);
        }
        if let Some(length) = length.filter(|length| *length > limit) {
            let problem = format!("has {length} bytes, more than the limit of {limit}");
            return Err(EncodeError::new("body", "", problem));
        }
        if let [Source::Bytes(bytes)] = &*self.0 {
            return Ok(bytes.clone().into());
        }
        Ok(reqwest::Body::wrap(Outflow {
            pieces,
            length,
            room: limit,
        }))
    }

    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        let bytes = self.0.iter().flat_map(|piece| match piece {
            Source::Bytes(bytes) => bytes.to_vec(),
            _ => panic!("{piece:?} is not in memory"),
        });
        String::from_utf8(bytes.collect()).unwrap()
    }
}

/// A body that is being sent.
struct Outflow {
    pieces: VecDeque<Segment>,
    length: Option<u64>,
    /// The number of bytes that may still be sent.
    room: u64,
}

impl http_body::Body for Outflow {
    type Data = Bytes;
    type Error = UploadError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, UploadError>>> {
        let this = &mut *self;
        while let Some(piece) = this.pieces.front_mut() {
            match ready!(piece.poll_chunk(context)?) {
                None => drop(this.pieces.pop_front()),
                Some(chunk) if chunk.is_empty() => {}
                Some(chunk) => {
                    let room = this.room.checked_sub(chunk.len() as u64);
                    this.room = room.ok_or_else(UploadError::too_large)?;
                    return Poll::Ready(Some(Ok(Frame::data(chunk))));
                }
            }
        }
        Poll::Ready(None)
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map(SizeHint::with_exact).unwrap_or_default()
    }
}

/// A source that is being read.
enum Segment {
    Bytes(Bytes),
    /// With the number of bytes left, if it is known. The lock is there because the HTTP client requires a `Sync` body.
    Chunks(Mutex<Chunks>, Option<u64>),
}

impl Segment {
    async fn open(source: &Source) -> Result<Self, EncodeError> {
        match source {
            Source::Bytes(bytes) => Ok(Self::Bytes(bytes.clone())),
            Source::File(path) => match FileChunks::open(path.clone()).await {
                Ok((chunks, length)) => Ok(Self::Chunks(Mutex::new(Box::pin(chunks)), length)),
                Err(error) => {
                    let problem = format!("cannot be opened: {error}");
                    Err(EncodeError::new("file", &path.to_string_lossy(), problem))
                }
            },
            Source::Stream(stream, length) => match stream.take() {
                Some(chunks) => Ok(Self::Chunks(Mutex::new(chunks), *length)),
                None => {
                    let problem = "is a stream that was already sent";
                    Err(EncodeError::new("body", "", problem))
                }
            },
        }
    }

    fn left(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::Chunks(_, left) => *left,
        }
    }

    fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, UploadError>>> {
        let (chunks, left) = match self {
            Self::Bytes(bytes) => {
                let bytes = std::mem::take(bytes);
                return Poll::Ready((!bytes.is_empty()).then_some(Ok(bytes)));
            }
            Self::Chunks(chunks, left) => (chunks, left),
        };
        let chunks = chunks.get_mut().unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(chunks.as_mut().poll_next(context)).transpose();
        let chunk = chunk.map_err(UploadError::broken)?;
        if let Some(left) = left {
            let rest = match &chunk {
                Some(chunk) => left.checked_sub(chunk.len() as u64),
                None => Some(0).filter(|_| *left == 0),
            };
            *left = rest.ok_or_else(UploadError::wrong_length)?;
        }
        Poll::Ready(chunk.map(Ok))
    }
}

/// An upload that could not be sent completely: reading it failed, it is too large, or its length differs from the
/// announced one.
#[derive(Clone)]
pub struct UploadError {
    problem: &'static str,
    cause: Option<Arc<dyn StdError + Send + Sync>>,
}

impl UploadError {
    /// The error of the file or the stream, if reading it failed.
    pub fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.cause {
            Some(cause) => Some(&**cause),
            None => None,
        }
    }

    fn broken(cause: BoxError) -> Self {
        Self {
            problem: "could not be read completely",
            cause: Some(cause.into()),
        }
    }

    fn wrong_length() -> Self {
        Self {
            problem: "does not have the announced length",
            cause: None,
        }
    }

    fn too_large() -> Self {
        Self {
            problem: "is larger than the limit of the client",
            cause: None,
        }
    }

    /// Finds the upload error that ended a request.
    pub(super) fn in_causes<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a Self> {
        error
            .downcast_ref()
            .or_else(|| Self::in_causes(error.source()?))
    }
}

impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the upload {}", self.problem)?;
        match &self.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text already includes the cause, so `source` returns the cause of that.
impl StdError for UploadError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause()?.source()
    }
}
