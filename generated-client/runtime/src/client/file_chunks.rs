//! A file as a stream of chunks.

use std::fs::File;
use std::future::Future;
use std::io::{self, Read as _, Take};
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::task::{JoinHandle, spawn_blocking};

use super::upload::BoxError;

/// The size of a chunk in bytes.
const CHUNK: u64 = 128 * 1024;

/// Reads a file in chunks, on threads that may block.
pub(super) struct FileChunks {
    path: PathBuf,
    /// The file between reads; `None` at its end.
    file: Option<Take<File>>,
    reading: Option<JoinHandle<Read>>,
}

/// A chunk, and the file after it.
type Read = io::Result<(Vec<u8>, Take<File>)>;

impl FileChunks {
    /// Opens a file and returns its length, which pipes and devices do not have.
    pub(super) async fn open(path: PathBuf) -> io::Result<(Self, Option<u64>)> {
        let (_, file) = read(NextRead::Open(path.clone())).await??;
        let length = Some(file.limit()).filter(|length| *length < u64::MAX);
        let chunks = Self {
            path,
            file: Some(file),
            reading: None,
        };
        Ok((chunks, length))
    }
}

impl Stream for FileChunks {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(file) = self.file.take() {
            self.reading = Some(read(NextRead::Chunk(file)));
        }
        let Some(reading) = &mut self.reading else {
            return Poll::Ready(None);
        };
        let read = ready!(Pin::new(reading).poll(context));
        self.reading = None;
        let read = read.map_err(io::Error::from).and_then(|read| read);
        Poll::Ready(match read {
            Err(error) => Some(Err(format!("{}: {error}", self.path.display()).into())),
            Ok((chunk, _)) if chunk.is_empty() => None,
            Ok((chunk, file)) => {
                self.file = Some(file);
                Some(Ok(chunk.into()))
            }
        })
    }
}

/// The next read.
enum NextRead {
    Open(PathBuf),
    Chunk(Take<File>),
}

/// Opens the file, or reads a chunk of it. It is one function, because each kind of task costs compile time.
fn read(next: NextRead) -> JoinHandle<Read> {
    spawn_blocking(|| {
        let mut chunk = Vec::new();
        let file = match next {
            NextRead::Open(path) => {
                let file = File::open(path)?;
                let metadata = file.metadata()?;
                // Data that is added to a file later is not sent.
                let is_file = metadata.is_file();
                file.take(if is_file { metadata.len() } else { u64::MAX })
            }
            NextRead::Chunk(mut file) => {
                file.by_ref().take(CHUNK).read_to_end(&mut chunk)?;
                file
            }
        };
        Ok((chunk, file))
    })
}
