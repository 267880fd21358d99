//! The limit on concurrent calls: each attempt waits for its turn.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};

/// The permission to use a connection. Dropping it gives the turn to the attempt that has waited longest.
pub(super) type Turn = OwnedSemaphorePermit;

/// The turns that all clones of a client share.
#[derive(Clone)]
pub(super) struct Turns(Arc<Semaphore>);

impl Turns {
    pub(super) fn new(limit: usize) -> Self {
        Self(Arc::new(Semaphore::new(limit.min(Semaphore::MAX_PERMITS))))
    }

    /// Waits for a turn; `None` if there is none before the deadline. A wait that is dropped gives its place back.
    pub(super) async fn next(&self, deadline: Option<Instant>) -> Option<Turn> {
        let turn = self.0.clone().acquire_owned();
        let turn = match deadline {
            Some(deadline) => timeout_at(deadline, turn).await.ok()?,
            None => turn.await,
        };
        // Nothing closes the semaphore.
        turn.ok()
    }
}
