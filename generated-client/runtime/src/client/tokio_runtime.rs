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
