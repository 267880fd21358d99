//! A rate limit of the service as its responses describe it, and the calls that fit into it.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use super::RawResponse;
use super::rate_limit::retry_after;

/// Services state whole seconds, so two statements about a window differ by this much.
const PRECISION: Duration = Duration::from_secs(1);
/// A service that asks for a longer wait is asked again after this time, because it may be a mistake.
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// The calls that are in progress, and those that the service still accepts.
#[derive(Debug, Default)]
pub(super) struct RateWindow {
    /// Calls without a response. The service may have counted them already.
    in_progress: u64,
    known: Option<Known>,
}

#[derive(Debug)]
struct Known {
    /// The number of calls in a whole window.
    limit: u64,
    /// The number of calls left, including those in progress.
    remaining: u64,
    /// `None` in the time between the end of a window and the first response that describes the next one.
    end: Option<Instant>,
}

/// The end of a call.
#[derive(Debug)]
pub(super) enum Ended {
    /// The service has not received it.
    Unsent,
    /// The service may have counted it.
    Unanswered,
    /// It has a response, which may describe the window.
    Answered {
        is_refused: bool,
        stated: Option<Stated>,
    },
}

/// The window that a response describes.
#[derive(Debug)]
pub(super) struct Stated {
    limit: Option<u64>,
    remaining: u64,
    reset: Duration,
}

impl Ended {
    pub(super) fn of(response: &RawResponse) -> Self {
        let limits = response.rate_limit();
        let is_refused = response.status() == StatusCode::TOO_MANY_REQUESTS;
        let (remaining, reset) = if is_refused {
            (Some(0), retry_after(response.headers()))
        } else {
            limits.map_or((None, None), |limits| (limits.remaining, limits.reset))
        };
        let stated = remaining.zip(reset).map(|(remaining, reset)| Stated {
            limit: limits.and_then(|limits| limits.limit),
            remaining,
            reset,
        });
        Self::Answered { is_refused, stated }
    }
}

impl RateWindow {
    /// Counts a call that is about to be sent, if it fits.
    pub(super) fn take(&mut self, now: Instant) -> bool {
        self.proceed(now);
        let fits = self.known.as_ref().is_none_or(|known| {
            // One call finds out about the next window in any case.
            let is_first = known.end.is_none() && self.in_progress == 0;
            is_first || self.in_progress < known.remaining
        });
        self.in_progress += u64::from(fits);
        fits
    }

    /// When the window ends, if it is known.
    pub(super) fn end(&mut self, now: Instant) -> Option<Instant> {
        self.proceed(now);
        self.known.as_ref()?.end
    }

    /// Whether no call fits before the end of the window, even if calls in progress turn out to be counted already.
    pub(super) fn is_used_up(&self) -> bool {
        self.known
            .as_ref()
            .is_some_and(|known| known.remaining == 0)
    }

    /// Takes in what the end of a call says about the window.
    pub(super) fn ended(&mut self, ended: &Ended, now: Instant) {
        self.proceed(now);
        self.in_progress = self.in_progress.saturating_sub(1);
        match ended {
            Ended::Unsent => {}
            Ended::Answered {
                stated: Some(stated),
                is_refused,
            } => self.state(stated, *is_refused, now),
            Ended::Answered {
                stated: None,
                is_refused: false,
            } if self.known.as_ref().is_some_and(|known| known.end.is_none()) => self.known = None,
            Ended::Unanswered | Ended::Answered { .. } => {
                if let Some(known) = &mut self.known {
                    known.remaining = known.remaining.saturating_sub(1);
                }
            }
        }
    }

    fn state(&mut self, stated: &Stated, is_refused: bool, now: Instant) {
        let Some(end) = now.checked_add(stated.reset.min(LONGEST)) else {
            return;
        };
        let old = self.known.as_mut();
        let limit = stated.limit.or(old.as_ref().map(|old| old.limit));
        let old_end = old.as_ref().and_then(|old| old.end);
        match (old, old_end) {
            // It is about the same window. Responses may overtake each other.
            (Some(old), Some(old_end))
                if !is_refused && old_end <= end + PRECISION && end <= old_end + PRECISION =>
            {
                old.remaining = old.remaining.min(stated.remaining);
            }
            // It is about an earlier window.
            (_, Some(old_end)) if !is_refused && end < old_end => {}
            _ => {
                self.known = Some(Known {
                    limit: limit.unwrap_or_else(|| stated.remaining.saturating_add(1)),
                    remaining: stated.remaining,
                    end: Some(end),
                });
            }
        }
    }

    /// After the end of a window, the next one begins, which is assumed to be as large.
    fn proceed(&mut self, now: Instant) {
        if let Some(known) = &mut self.known
            && known.end.is_some_and(|end| end <= now)
        {
            known.remaining = known.limit;
            known.end = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// A response with this number of calls left, and this number of seconds until the next window.
    fn answered(remaining: u64, reset: u64) -> Ended {
        let stated = Stated {
            limit: Some(3),
            remaining,
            reset: Duration::from_secs(reset),
        };
        Ended::Answered {
            is_refused: false,
            stated: Some(stated),
        }
    }

    /// The number of calls that fit now.
    fn fitting(window: &mut RateWindow, now: Instant) -> usize {
        (0..9).take_while(|_| window.take(now)).count()
    }

    #[test]
    fn calls_in_progress_count() {
        let now = Instant::now();
        let mut window = RateWindow::default();
        assert_eq!(fitting(&mut window, now), 9);
        for remaining in [8, 7, 6] {
            window.ended(&answered(remaining, 60), now);
        }
        // Six of them may not be counted yet.
        assert_eq!(fitting(&mut window, now), 0);
        assert!(!window.is_used_up());
        window.ended(&Ended::Unsent, now);
        assert_eq!(fitting(&mut window, now), 1);
        window.ended(&Ended::Unanswered, now);
        assert_eq!(fitting(&mut window, now), 0);
    }

    #[test]
    fn responses_that_overtake_each_other_describe_the_same_window() {
        let now = Instant::now();
        let mut window = RateWindow::default();
        assert_eq!(fitting(&mut window, now), 9);
        window.ended(&answered(0, 60), now);
        window.ended(&answered(5, 60), now);
        window.ended(&answered(5, 59), now);
        assert!(window.is_used_up());
        // This one is about the window before.
        window.ended(&answered(5, 2), now);
        assert_eq!(window.end(now), Some(now + 60 * SECOND));
        assert!(window.is_used_up());
        window.ended(&answered(2, 120), now);
        assert!(!window.is_used_up());
    }

    #[test]
    fn after_its_end_a_window_is_followed_by_one_that_is_as_large() {
        let now = Instant::now();
        let mut window = RateWindow::default();
        assert!(window.take(now));
        window.ended(&answered(0, 60), now);
        assert_eq!(fitting(&mut window, now + 59 * SECOND), 0);
        let now = now + 60 * SECOND;
        assert_eq!(fitting(&mut window, now), 3);
        assert_eq!(window.end(now), None);
        window.ended(&answered(2, 60), now);
        assert_eq!(window.end(now), Some(now + 60 * SECOND));
    }

    #[test]
    fn without_a_limit_one_call_finds_out_about_the_next_window() {
        let now = Instant::now();
        let mut window = RateWindow::default();
        assert!(window.take(now));
        let refused = Ended::Answered {
            is_refused: true,
            stated: Some(Stated {
                limit: None,
                remaining: 0,
                reset: 5 * SECOND,
            }),
        };
        window.ended(&refused, now);
        let now = now + 5 * SECOND;
        assert_eq!(fitting(&mut window, now), 1);
        // The service says nothing any more.
        let silent = Ended::Answered {
            is_refused: false,
            stated: None,
        };
        window.ended(&silent, now);
        assert_eq!(fitting(&mut window, now), 9);
    }

    #[test]
    fn a_limit_of_zero_and_a_wait_without_end_let_a_call_find_out() {
        let now = Instant::now();
        let mut window = RateWindow::default();
        assert!(window.take(now));
        let stated = Stated {
            limit: Some(0),
            remaining: 0,
            reset: Duration::MAX,
        };
        let ended = Ended::Answered {
            is_refused: false,
            stated: Some(stated),
        };
        window.ended(&ended, now);
        assert_eq!(fitting(&mut window, now), 0);
        assert_eq!(fitting(&mut window, now + LONGEST), 1);
    }
}
