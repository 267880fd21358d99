//! The permission to make an attempt, within the limits of the client.

use tokio::time::{Duration, Instant};

use super::error::Failure;
use super::pace::{NoPlace, Place};
use super::prepared_request::PreparedRequest;
use super::settings::Settings;
use super::turns::Turn;
use super::{RawResponse, trace};

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
            trace::waited("wait_for_rate_limit", began.elapsed());
            let place = place.map_err(|NoPlace { reset }| Failure::RateLimited { reset });
            permit.place = Some(place?);
        }
        if let Some(turns) = &settings.turns {
            let began = Instant::now();
            let turn = turns.next(deadline).await;
            trace::waited("max_concurrent_calls", began.elapsed());
            permit.turn = Some(turn.ok_or(Failure::NotSent { timeout })?);
        }
        Ok(permit)
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
