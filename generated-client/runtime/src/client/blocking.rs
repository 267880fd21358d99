//! Calls in programs without `async`: the calling thread waits for them.
//!
//! Connections and timers need a runtime that goes on between two calls, so there is one for the whole process, in a thread of
//! its own. The future of a call runs in the thread that waits for it.

use std::future::{Future, pending};
use std::sync::{Mutex, PoisonError};
use std::{io, thread};

use futures_core::Stream;
use tokio::runtime::{Builder, Handle};

use super::call_summary::Outcome;
use super::error::Failure;
use super::page::next;
use super::{ByteStream, CallFuture, Error, Items, Pages, Paginated, RuntimeError};
#[cfg(feature = "streams")]
use super::{EventStream, FromResponse, JsonStream};
#[cfg(feature = "call-json")]
use super::{JsonCallError, Value};

/// Waits for a future. A thread that runs a tokio runtime must not wait, because nothing else could run in it.
fn wait<F: Future>(future: F) -> Result<F::Output, RuntimeError> {
    if Handle::try_current().is_ok() {
        return Err(RuntimeError::inside());
    }
    let handle = background().map_err(|error| RuntimeError::unstarted(&error))?;
    Ok(handle.block_on(future))
}

/// The runtime of the process, which starts when it is needed.
fn background() -> io::Result<Handle> {
    static BACKGROUND: Mutex<Option<Handle>> = Mutex::new(None);
    let mut background = BACKGROUND.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*background {
        return Ok(handle.clone());
    }
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let thread = thread::Builder::new().name("api-client".to_owned());
    thread.spawn(move || runtime.block_on(pending::<()>()))?;
    Ok(background.insert(handle).clone())
}

impl<T> CallFuture<T> {
    /// Waits for the result. The methods `send_blocking` and `send_with_response_blocking` of a call do so, too.
    ///
    /// Inside of a tokio runtime, this is an error ([`ErrorKind::Runtime`](super::ErrorKind::Runtime)).
    pub fn wait(self) -> T {
        let finish = self.finish;
        wait(self).unwrap_or_else(|error| finish(Outcome::unsent(Failure::Runtime(error))))
    }
}

/// Waits for a call by name.
#[cfg(feature = "call-json")]
pub fn wait_json(
    call: impl Future<Output = Result<Value, JsonCallError>>,
) -> Result<Value, JsonCallError> {
    wait(call).unwrap_or_else(|error| Err(JsonCallError::Call(error.into())))
}

/// An iterator over a stream, which waits for each item. The method `blocking` of the stream makes it.
///
/// Inside of a tokio runtime, the first item is an error ([`ErrorKind::Runtime`](super::ErrorKind::Runtime)), and there are no
/// others.
#[derive(Debug)]
#[must_use = "iterators do nothing unless they are consumed"]
pub struct Blocking<S> {
    stream: S,
    is_over: bool,
}

impl<S> Blocking<S> {
    /// The stream with the items that are left.
    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: Stream<Item = Result<T, Error<E>>> + Unpin, T, E> Iterator for Blocking<S> {
    type Item = Result<T, Error<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = wait(next(&mut self.stream)).unwrap_or_else(|error| {
            self.is_over = true;
            Err(error.into())
        });
        next.transpose()
    }
}

macro_rules! blocking {
    ($([$($parameters:tt)*] $stream:ty;)+) => {$(
        impl<$($parameters)*> $stream {
            /// An iterator that waits for each item, for programs without `async`.
            pub fn blocking(self) -> Blocking<Self> {
                Blocking { stream: self, is_over: false }
            }
        }
    )+};
}

blocking! {
    [R: Paginated] Items<R>;
    [R: Paginated] Pages<R>;
    [E] ByteStream<E>;
}

#[cfg(feature = "streams")]
blocking! {
    [T: FromResponse, E] EventStream<T, E>;
    [T: FromResponse, E] JsonStream<T, E>;
}
