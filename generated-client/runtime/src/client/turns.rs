//! The limit on concurrent calls: each attempt waits for its turn.

use std::sync::Arc;

use tokio::sync::{Mutex, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::deadline::before;

/// The permission to use a connection. Dropping it gives the turn to the attempt that has waited longest.
pub(super) type Turn = OwnedSemaphorePermit;

/// The turns that all clones of a client share.
#[derive(Clone)]
pub(super) struct Turns {
    free: Arc<Semaphore>,
    /// Locked by the call that is next of those that need a token.
    queue: Arc<Mutex<()>>,
}

impl Turns {
    pub(super) fn new(limit: usize) -> Self {
        let free = Semaphore::new(limit.min(Semaphore::MAX_PERMITS));
        Self {
            free: Arc::new(free),
            queue: Arc::default(),
        }
    }

    /// Waits until no other call is before this one; `None` if that is not before the deadline.
    pub(super) async fn queue(&self, deadline: Option<Instant>) -> Option<OwnedMutexGuard<()>> {
        before(deadline, self.queue.clone().lock_owned()).await
    }

    /// Waits for a turn; `None` if there is none before the deadline. A wait that is dropped gives its place back.
    pub(super) async fn next(&self, deadline: Option<Instant>) -> Option<Turn> {
        let turn = before(deadline, self.free.clone().acquire_owned()).await?;
        // Nothing closes the semaphore.
        turn.ok()
    }
}
