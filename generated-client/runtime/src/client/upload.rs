//! Bytes to send, which do not have to be in memory.

use std::error::Error as StdError;
use std::fmt;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use serde_core::de::Error as _;
use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::Binary;
use super::base64::{decode, encode};

/// Bytes to send: a body that is not JSON, or a file in a form. They come from memory, a file or a stream.
///
/// Bytes and text convert to it.
///
/// A call is retried according to its [`RetryPolicy`](super::RetryPolicy) if the bytes come from memory or a file. A
/// stream can only be read once, so a call that sends one is never retried, and sending a clone of that call is an error.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    source: Source,
    file_name: Option<String>,
    media_type: Option<String>,
    is_text: bool,
}

impl Upload {
    /// Text in a form, for a part that may be a file or text, such as the URL of a file. It is sent without the name of a file.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self {
            is_text: true,
            ..text.into().into()
        }
    }

    /// The bytes of a file. It is opened when the call is sent, and read as the connection accepts data.
    ///
    /// A form also sends the name of the file.
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name();
        Self {
            file_name: name.map(|name| name.to_string_lossy().into_owned()),
            ..Self::of(Source::File(path))
        }
    }

    /// The chunks of a stream, which is read as the connection accepts data. An error of the stream ends the call.
    ///
    /// Some services need the length in advance: see [`with_length`](Self::with_length).
    pub fn from_stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        let chunks = Converted(Box::pin(stream));
        Self::of(Source::Stream(Once::new(Box::pin(chunks)), None))
    }

    fn of(source: Source) -> Self {
        Self {
            source,
            file_name: None,
            media_type: None,
            is_text: false,
        }
    }

    /// The length of a stream in bytes. Other uploads have a known length.
    #[must_use]
    pub fn with_length(mut self, bytes: u64) -> Self {
        if let Source::Stream(_, length) = &mut self.source {
            *length = Some(bytes);
        }
        self
    }

    /// The name of the file in a form.
    #[must_use]
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The media type, in place of the one in the document.
    #[must_use]
    pub fn with_media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    pub(super) fn file_name(&self) -> Option<&str> {
        self.file_name.as_deref()
    }

    /// Whether it is text, and not a file.
    pub(super) fn is_text(&self) -> bool {
        self.is_text && self.file_name.is_none()
    }

    pub(super) fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }
}

impl From<Bytes> for Upload {
    fn from(bytes: Bytes) -> Self {
        Self::of(Source::Bytes(bytes))
    }
}

macro_rules! from {
    ($($of:ty: $bytes:ident => $into:expr;)*) => {
        $(impl From<$of> for Upload {
            fn from($bytes: $of) -> Self {
                Bytes::from($into).into()
            }
        })*
    };
}

from! {
    Binary: bytes => bytes.into_bytes();
    Vec<u8>: bytes => bytes;
    String: text => text;
    &[u8]: bytes => bytes.to_vec();
    &str: text => text.to_owned();
}

impl<const N: usize> From<&[u8; N]> for Upload {
    fn from(bytes: &[u8; N]) -> Self {
        bytes.as_slice().into()
    }
}

/// In JSON, bytes are Base64 text.
impl<'de> Deserialize<'de> for Upload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = decode(&text).ok_or_else(|| D::Error::custom("invalid Base64"))?;
        Ok(bytes.into())
    }
}

/// Bytes in memory are written as Base64 text. Others cannot be written.
impl Serialize for Upload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.source {
            Source::Bytes(bytes) => serializer.serialize_str(&encode(bytes)),
            _ => Err(S::Error::custom("these bytes are not in memory")),
        }
    }
}

/// The source of the bytes.
#[derive(Clone, PartialEq)]
pub(super) enum Source {
    Bytes(Bytes),
    File(PathBuf),
    /// With its length, if it is known.
    Stream(Once, Option<u64>),
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::File(path) => path.fmt(f),
            Self::Stream(..) => f.write_str("a stream"),
        }
    }
}

/// Chunks that are read on demand.
pub(super) type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

pub(super) type BoxError = Box<dyn StdError + Send + Sync>;

/// A stream that only the first user can take.
#[derive(Clone)]
pub(super) struct Once(Arc<Mutex<Option<Chunks>>>);

impl Once {
    fn new(chunks: Chunks) -> Self {
        Self(Arc::new(Mutex::new(Some(chunks))))
    }

    pub(super) fn take(&self) -> Option<Chunks> {
        let mut chunks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        chunks.take()
    }
}

impl PartialEq for Once {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Converts the items of the caller's stream.
struct Converted<S>(Pin<Box<S>>);

impl<S, B, E> Stream for Converted<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(self.0.as_mut().poll_next(context));
        Poll::Ready(next.map(|chunk| chunk.map(Into::into).map_err(Into::into)))
    }
}
