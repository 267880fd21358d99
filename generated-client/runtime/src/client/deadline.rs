//! Waits that end at a deadline, if there is one.

use std::future::Future;

use tokio::time::{Instant, timeout_at};

/// The output of a future; `None` if it is not ready before the deadline.
pub(super) async fn before<F: Future>(deadline: Option<Instant>, future: F) -> Option<F::Output> {
    match deadline {
        Some(deadline) => timeout_at(deadline, future).await.ok(),
        None => Some(future.await),
    }
}
