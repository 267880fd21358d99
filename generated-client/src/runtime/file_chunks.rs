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

/// Bytes that are read at once.
const CHUNK: u64 = 128 * 1024;

/// Reads a file chunk by chunk, on threads that may block.
pub(super) struct FileChunks {
    path: PathBuf,
    /// The file while nobody reads it; `None` at its end.
    file: Option<Take<File>>,
    reading: Option<JoinHandle<Read>>,
}

/// A chunk, and the file behind it.
type Read = io::Result<(Vec<u8>, Take<File>)>;

impl FileChunks {
    /// Opens a file and tells its length, which a pipe or a device has not.
    pub(super) async fn open(path: PathBuf) -> io::Result<(Self, Option<u64>)> {
        let at = path.clone();
        let opened = spawn_blocking(|| {
            let file = File::open(at)?;
            let metadata = file.metadata()?;
            let length = metadata.is_file().then_some(metadata.len());
            io::Result::Ok((file, length))
        });
        let (file, length) = opened.await??;
        // What is added to it from here on comes too late.
        let file = Some(file.take(length.unwrap_or(u64::MAX)));
        let chunks = Self {
            path,
            file,
            reading: None,
        };
        Ok((chunks, length))
    }
}

impl Stream for FileChunks {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(mut file) = self.file.take() {
            self.reading = Some(spawn_blocking(move || {
                let mut chunk = Vec::new();
                file.by_ref().take(CHUNK).read_to_end(&mut chunk)?;
                Ok((chunk, file))
            }));
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
