//! The permission to make an attempt, within the limits of the client.

use tokio::sync::OwnedMutexGuard;
use tokio::time::{Duration, Instant};

use super::error::Failure;
use super::hook_error::HookError;
use super::pace::{NoPlace, Place};
use super::prepared_request::PreparedRequest;
use super::settings::Settings;
use super::turns::Turn;
use super::{RawResponse, token_source, trace};

const RATE_LIMIT: &str = "wait_for_rate_limit";
const TURNS: &str = "max_concurrent_calls";

/// The right to be the next call with a token that gets a permission.
pub(super) type Queue = OwnedMutexGuard<()>;

/// Dropping it lets another attempt be next.
pub(super) struct Permit {
    place: Option<Place>,
    turn: Option<Turn>,
}

impl Permit {
    /// Waits for the rate limit, and then for a turn. In this order, the first wait keeps no turn from calls that need not wait.
    pub(super) async fn next(
        settings: &Settings,
        request: &PreparedRequest,
        deadline: Option<Instant>,
        timeout: Duration,
    ) -> Result<Self, Failure> {
        let mut permit = Self {
            place: None,
            turn: None,
        };
        if let Some(pace) = &settings.pace {
            let began = Instant::now();
            let place = pace.next(request, settings, deadline).await;
            trace::waited(RATE_LIMIT, began.elapsed());
            permit.place = Some(place.map_err(rate_limited)?);
        }
        if let Some(turns) = &settings.turns {
            let began = Instant::now();
            let turn = turns.next(deadline).await;
            trace::waited(TURNS, began.elapsed());
            permit.turn = Some(turn.ok_or(Failure::NotSent { timeout })?);
        }
        Ok(permit)
    }

    /// Waits behind the calls that wait for a token, and then for their permission. The first of them waits for both, so a call
    /// whose time is over lacks what the first one waits for at that moment.
    pub(super) async fn queue(
        settings: &Settings,
        request: &PreparedRequest,
        deadline: Option<Instant>,
        timeout: Duration,
    ) -> Result<Option<Queue>, Failure> {
        let source = request.token_source.as_ref();
        let time = || source.map_or(Duration::ZERO, |source| source.time());
        let (began, before) = (Instant::now(), time());
        let (limit, queue) = match (&settings.pace, &settings.turns) {
            (Some(pace), _) => {
                let queue = pace.queue(request, settings, deadline).await;
                (RATE_LIMIT, queue.map_err(rate_limited))
            }
            (None, Some(turns)) => {
                let queue = turns.queue(deadline).await;
                (TURNS, queue.ok_or(Failure::NotSent { timeout }))
            }
            (None, None) => return Ok(None),
        };
        let is_over = deadline.is_some_and(|deadline| deadline <= Instant::now());
        let waited = began.elapsed();
        if queue.is_err() && is_over && source.is_some_and(|source| source.is_missing()) {
            trace::waited(token_source::SETTING, waited);
            let error = HookError::timed_out(token_source::SETTING, timeout);
            return Err(Failure::Hook(error));
        }
        let for_token = time().saturating_sub(before).min(waited);
        trace::waited(token_source::SETTING, for_token);
        trace::waited(limit, waited.saturating_sub(for_token));
        queue.map(Some)
    }

    /// Notes that the attempt may reach the service from now on.
    pub(super) fn used(&mut self) {
        if let Some(place) = &mut self.place {
            place.sent();
        }
    }

    /// Notes the result of the attempt. A response that is read as a stream keeps the turn.
    pub(super) fn ended(self, result: &Result<RawResponse, Failure>) {
        if let Some(place) = self.place {
            place.ended(result);
        }
        if let (Ok(response), Some(turn)) = (result, self.turn) {
            response.hold(turn);
        }
    }
}

fn rate_limited(NoPlace { reset }: NoPlace) -> Failure {
    Failure::RateLimited { reset }
}
