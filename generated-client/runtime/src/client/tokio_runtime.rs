//! The tokio runtime that a call runs in.

use std::error::Error as StdError;
use std::fmt;

use tokio::runtime::Handle;

/// A call, or a stream, that cannot run where it is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RuntimeError(Problem);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Problem {
    /// There is no runtime.
    Outside,
    /// The runtime in which a call was made ahead has ended.
    Ended,
    /// The thread would wait, although it runs a runtime.
    #[cfg(feature = "blocking")]
    Inside,
    /// The runtime for threads that wait cannot be started, for this reason.
    #[cfg(feature = "blocking")]
    Unstarted(String),
}

#[cfg(feature = "blocking")]
impl RuntimeError {
    pub(super) fn inside() -> Self {
        Self(Problem::Inside)
    }

    pub(super) fn unstarted(error: &std::io::Error) -> Self {
        Self(Problem::Unstarted(error.to_string()))
    }
}

impl RuntimeError {
    pub(super) fn ended() -> Self {
        Self(Problem::Ended)
    }

    pub(super) fn is_ended(&self) -> bool {
        self.0 == Problem::Ended
    }
}

/// Fails outside of a tokio runtime, where timers and connections would panic.
pub(super) fn expect_runtime() -> Result<(), RuntimeError> {
    match Handle::try_current() {
        Ok(_) => Ok(()),
        Err(_) => Err(RuntimeError(Problem::Outside)),
    }
}

impl fmt::Display for RuntimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Problem::Outside => f.write_str(
                "there is no tokio runtime here, which timers and connections need; await it in a program with \
                 `#[tokio::main]` or in `tokio::runtime::Runtime::block_on`, or use the methods of the cargo feature `blocking`",
            ),
            Problem::Ended => f.write_str("the tokio runtime in which the call was made has ended"),
            #[cfg(feature = "blocking")]
            Problem::Inside => f.write_str(
                "this would block the tokio runtime of the thread; use `.await` there (and `Handle::block_on` in \
                 `spawn_blocking`), or a thread of its own",
            ),
            #[cfg(feature = "blocking")]
            Problem::Unstarted(reason) => {
                write!(f, "the runtime for blocking calls cannot be started: {reason}")
            }
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for RuntimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for RuntimeError {}
