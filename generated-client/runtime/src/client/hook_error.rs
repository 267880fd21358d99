//! Errors of the functions of a caller that run before an attempt.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use tokio::time::Duration;

use super::upload::BoxError;

/// The result of a function of the caller, which may fail with any error.
pub type HookResult<T> = Result<T, BoxError>;

/// The error of a function that runs before an attempt: it has refused the attempt, failed, or taken longer than the call may.
///
/// Its text includes the text of the function's error, so that should not contain secrets.
#[derive(Clone)]
pub struct HookError {
    setting: &'static str,
    cause: Cause,
}

#[derive(Clone)]
enum Cause {
    Error(Arc<dyn StdError + Send + Sync>),
    Timeout(Duration),
}

impl HookError {
    pub(super) fn new(setting: &'static str, error: BoxError) -> Self {
        let cause = Cause::Error(error.into());
        Self { setting, cause }
    }

    pub(super) fn timed_out(setting: &'static str, timeout: Duration) -> Self {
        let cause = Cause::Timeout(timeout);
        Self { setting, cause }
    }

    /// The method of the client's builder that was given the function.
    pub fn setting(&self) -> &str {
        self.setting
    }

    /// The error of the function; `None` if it took too long.
    pub fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.cause {
            Cause::Error(error) => Some(&**error),
            Cause::Timeout(_) => None,
        }
    }

    /// Whether the function took longer than the call may.
    pub fn is_timeout(&self) -> bool {
        matches!(self.cause, Cause::Timeout(_))
    }
}

impl fmt::Display for HookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let setting = self.setting;
        match &self.cause {
            Cause::Error(error) => write!(f, "the function of `{setting}` failed: {error}"),
            Cause::Timeout(timeout) => write!(
                f,
                "the function of `{setting}` did not end before the call's timeout of {timeout:?}"
            ),
        }
    }
}

impl fmt::Debug for HookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for HookError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause()
    }
}
