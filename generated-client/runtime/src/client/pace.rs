//! The wait for the rate limit of the service: each attempt waits until it fits.

use std::hash::{BuildHasher as _, Hash as _, Hasher as _, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::HeaderValue;
use tokio::sync::{Notify, OwnedMutexGuard};
use tokio::time::{Duration, Instant};

use super::RawResponse;
use super::deadline::before;
use super::error::Failure;
use super::prepared_request::PreparedRequest;
use super::rate_window::{Ended, RateWindow};
use super::security_scheme::Applied;
use super::settings::Settings;

/// The rate limits that the service has described to the clones of a client.
#[derive(Default)]
pub(super) struct Pace {
    /// By hash of the caller.
    lanes: Mutex<Vec<(u64, Arc<Lane>)>>,
    hasher: RandomState,
}

/// The calls of one caller: those that share a rate limit.
#[derive(Default)]
struct Lane {
    /// Locked by the call that is next. It is fair, and a call that is dropped leaves the queue.
    queue: tokio::sync::Mutex<()>,
    /// Locked by the call that is next of those that need a token.
    with_token: Arc<tokio::sync::Mutex<()>>,
    /// Another call has ended.
    changed: Notify,
    window: Mutex<RateWindow>,
}

/// A place in the rate limit, from before a call is sent until its response has begun.
pub(super) struct Place {
    lane: Arc<Lane>,
    ended: Ended,
}

/// The rate limit allows no call before the deadline.
pub(super) struct NoPlace {
    /// The time until the next window, if it is known.
    pub(super) reset: Option<Duration>,
}

impl Pace {
    /// Waits until no other call that needs a token is before this one. It fails at once if the rate limit allows no call before
    /// the deadline.
    pub(super) async fn queue(
        &self,
        request: &PreparedRequest,
        settings: &Settings,
        deadline: Option<Instant>,
    ) -> Result<OwnedMutexGuard<()>, NoPlace> {
        let lane = self.lane_of(request, settings, deadline)?;
        let queue = before(deadline, lane.with_token.clone().lock_owned()).await;
        queue.ok_or_else(|| lane.no_place(Instant::now()))
    }

    /// Waits until the request fits into the rate limit. It fails at once if that is after the deadline.
    pub(super) async fn next(
        &self,
        request: &PreparedRequest,
        settings: &Settings,
        deadline: Option<Instant>,
    ) -> Result<Place, NoPlace> {
        let lane = self.lane_of(request, settings, deadline)?;
        let queue = before(deadline, lane.queue.lock()).await;
        let _queue = queue.ok_or_else(|| lane.no_place(Instant::now()))?;
        loop {
            let now = Instant::now();
            if lane.window().take(now) {
                let lane = lane.clone();
                let ended = Ended::Unsent;
                return Ok(Place { lane, ended });
            }
            lane.check(deadline)?;
            let end = lane.window().end(now).into_iter().chain(deadline).min();
            let changed = lane.changed.notified();
            before(end, changed).await;
        }
    }

    /// The lane of the caller, unless it has no place before the deadline.
    fn lane_of(
        &self,
        request: &PreparedRequest,
        settings: &Settings,
        deadline: Option<Instant>,
    ) -> Result<Arc<Lane>, NoPlace> {
        let lane = self.lane(self.caller(request, settings));
        lane.check(deadline)?;
        Ok(lane)
    }

    /// The hash of whatever tells the service who calls: the credentials and the headers of the client.
    fn caller(&self, request: &PreparedRequest, settings: &Settings) -> u64 {
        let mut hasher = self.hasher.build_hasher();
        let url = &request.url;
        (url.scheme(), url.host_str(), url.port()).hash(&mut hasher);
        let schemes = settings.api.security_schemes.iter();
        let names = schemes.filter_map(|scheme| scheme.kind.header());
        for name in names.chain(settings.api.headers.iter().map(|header| header.name)) {
            let value = request.headers.get(name);
            value.map(HeaderValue::as_bytes).hash(&mut hasher);
        }
        for (_, credential) in settings.credentials.iter() {
            if let Applied::Query(pair) | Applied::Cookie(pair) = credential {
                pair.hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    fn lane(&self, caller: u64) -> Arc<Lane> {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lane)) = lanes.iter().find(|(known, _)| *known == caller) {
            return lane.clone();
        }
        let now = Instant::now();
        lanes.retain(|(_, lane)| {
            let is_waited_for =
                Arc::strong_count(lane) > 1 || Arc::strong_count(&lane.with_token) > 1;
            is_waited_for || lane.window().end(now).is_some()
        });
        let lane = Arc::<Lane>::default();
        lanes.push((caller, lane.clone()));
        lane
    }
}

impl Lane {
    fn window(&self) -> MutexGuard<'_, RateWindow> {
        self.window.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn no_place(&self, now: Instant) -> NoPlace {
        let end = self.window().end(now);
        NoPlace {
            reset: end.map(|end| end - now),
        }
    }

    /// Fails if no place can become free before the deadline.
    fn check(&self, deadline: Option<Instant>) -> Result<(), NoPlace> {
        let now = Instant::now();
        let Some(deadline) = deadline else {
            return Ok(());
        };
        let mut window = self.window();
        let is_late = window.end(now).is_some_and(|end| end >= deadline) && window.is_used_up();
        drop(window);
        if is_late || now >= deadline {
            return Err(self.no_place(now));
        }
        Ok(())
    }
}

impl Place {
    /// Notes that the request may reach the service from now on.
    pub(super) fn sent(&mut self) {
        self.ended = Ended::Unanswered;
    }

    /// Leaves the place, with what the result says about the rate limit.
    pub(super) fn ended(mut self, result: &Result<RawResponse, Failure>) {
        match result {
            Ok(response) => self.ended = Ended::of(response),
            Err(Failure::Transport(error)) if error.is_connect() => self.ended = Ended::Unsent,
            Err(_) => {}
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.lane.window().ended(&self.ended, Instant::now());
        self.lane.changed.notify_one();
    }
}
