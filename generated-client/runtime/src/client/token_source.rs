//! Bearer tokens that change: a function of the caller returns them, and they are kept until they expire or are rejected.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::Poll;

use http::HeaderValue;
use tokio::runtime::Handle;
use tokio::sync::oneshot::error::TryRecvError;
use tokio::sync::{Mutex, oneshot};
use tokio::time::{Duration, Instant, sleep};
use zeroize::Zeroizing;

use super::hook_error::{HookError, HookResult};
use super::security_scheme::{Applied, Secret};
use super::{RuntimeError, SecuritySchemeKind, background};

pub(super) const SETTING: &str = "token_from";

/// The longest time before its end in which a token is not used. Requests are on their way for a while, and clocks differ.
const MARGIN: Duration = Duration::from_secs(30);
/// The part of the lifetime of a token for which it is not used, if that is less.
const SHARE_OF_MARGIN: u32 = 10;

/// A bearer token, as the function of `token_from` returns it. Its memory is erased, and its `Debug` text does not contain it.
pub struct Token {
    secret: Secret,
    /// When another one is asked for.
    end: Option<Instant>,
}

impl Token {
    /// A token, without the word `Bearer`. It is used until the service rejects it, or until it [expires](Self::expires_in).
    pub fn new(token: impl Into<String>) -> Self {
        let secret = Zeroizing::new(token.into());
        Self { secret, end: None }
    }

    /// The lifetime of the token from now on, such as the `expires_in` of OAuth. Another token is asked for 30 seconds before its
    /// end, or a tenth of the lifetime before it if that is less.
    #[must_use]
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        let margin = MARGIN.min(lifetime / SHARE_OF_MARGIN);
        // Without an end if it is too far away.
        self.end = Instant::now().checked_add(lifetime.saturating_sub(margin));
        self
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expires", &self.end.is_some())
            .finish_non_exhaustive()
    }
}

type Asked = Pin<Box<dyn Future<Output = HookResult<Token>> + Send>>;

/// The function of the caller, and its last token, which all clones of a client share.
pub(super) struct TokenSource {
    function: Box<dyn Fn() -> Asked + Send + Sync>,
    /// Locked while the function runs, so that it runs once at a time.
    last: Mutex<Last>,
    /// The number of the last token that the service rejected.
    rejected: AtomicU64,
    /// How often the function has failed.
    failures: AtomicU64,
    /// Whether the function was called for a token that is not there yet. It stays so if the function fails or is given up.
    is_missing: AtomicBool,
    /// How long the function has run in all calls together, in milliseconds.
    time: AtomicU64,
}

#[derive(Default)]
struct Last {
    known: Option<Known>,
    /// Of the last time that the function was called.
    error: Option<HookError>,
}

/// A token in the form in which it is sent.
#[derive(Clone)]
pub(super) struct Known {
    /// Of each source, starting at 1.
    number: u64,
    pub(super) header: HeaderValue,
    end: Option<Instant>,
    /// Whether it was valid when the function returned it.
    has_lifetime: bool,
}

impl TokenSource {
    pub(super) fn new<F>(function: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = HookResult<Token>> + Send + 'static,
    {
        Self {
            function: Box::new(move || Box::pin(function())),
            last: Mutex::default(),
            rejected: AtomicU64::new(0),
            failures: AtomicU64::new(0),
            is_missing: AtomicBool::new(false),
            time: AtomicU64::new(0),
        }
    }

    /// How often the function has failed. A call that waits fails with the next failure.
    pub(super) fn failures(&self) -> u64 {
        self.failures.load(Ordering::SeqCst)
    }

    /// Whether the function was called for a token and has not returned it.
    pub(super) fn is_missing(&self) -> bool {
        self.is_missing.load(Ordering::SeqCst)
    }

    /// How long the function has run until now, without a run that has not ended.
    pub(super) fn time(&self) -> Duration {
        Duration::from_millis(self.time.load(Ordering::SeqCst))
    }

    /// The last token, or another one if it is not valid any more. It fails if the function has failed since the number of
    /// `failures`. The function has the time of the caller; if the caller is dropped, that of the `limit`.
    pub(super) async fn token(
        self: &Arc<Self>,
        failures: u64,
        limit: Duration,
    ) -> Result<Known, HookError> {
        if let Some(known) = self.valid(&*self.last.lock().await) {
            return Ok(known);
        }
        // In a task, because a token may be lost if the call that asks for it is dropped, and some can be asked for only once.
        let (caller, dropped) = oneshot::channel();
        let source = self.clone();
        let renewed = async move { source.renewed(failures, dropped, limit).await };
        let renewed = background::spawn(&Handle::current(), renewed).await;
        drop(caller);
        let stopped = || HookError::new(SETTING, RuntimeError::ended().into());
        renewed.ok_or_else(stopped)?
    }

    async fn renewed(
        &self,
        failures: u64,
        mut dropped: oneshot::Receiver<()>,
        limit: Duration,
    ) -> Result<Known, HookError> {
        let mut last = self.last.lock().await;
        if let Some(known) = self.valid(&last) {
            return Ok(known);
        }
        // It has failed while this call waited. Otherwise, each call that waits would ask a service that is down.
        if failures != self.failures()
            && let Some(error) = &last.error
        {
            return Err(error.clone());
        }
        let timed_out = || Err(HookError::timed_out(SETTING, limit));
        if matches!(dropped.try_recv(), Err(TryRecvError::Closed)) {
            // Nobody waits for it any more.
            return timed_out();
        }
        self.is_missing.store(true, Ordering::SeqCst);
        let number = last.known.as_ref().map_or(1, |known| known.number + 1);
        let started = Instant::now();
        let mut asked = pin!(self.ask(number));
        let mut given_up = pin!(async {
            let _ = dropped.await;
            sleep(limit.saturating_sub(started.elapsed())).await;
        });
        let asked = poll_fn(|context| match asked.as_mut().poll(context) {
            Poll::Ready(asked) => Poll::Ready(Some(asked)),
            Poll::Pending => given_up.as_mut().poll(context).map(|()| None),
        });
        let asked = asked.await;
        let took = started.elapsed().as_millis();
        let took = u64::try_from(took).unwrap_or(u64::MAX);
        self.time.fetch_add(took, Ordering::SeqCst);
        // Other calls may have more time.
        let Some(asked) = asked else {
            return timed_out();
        };
        match &asked {
            Ok(known) => {
                last.known = Some(known.clone());
                last.error = None;
                self.is_missing.store(false, Ordering::SeqCst);
            }
            Err(error) => {
                last.error = Some(error.clone());
                self.failures.fetch_add(1, Ordering::SeqCst);
            }
        }
        asked
    }

    /// The last token, if it is valid and the function does not run.
    pub(super) fn known(&self) -> Option<Known> {
        self.valid(&*self.last.try_lock().ok()?)
    }

    /// Whether a token has neither expired nor been rejected.
    pub(super) fn is_current(&self, known: &Known) -> bool {
        known.is_valid(self.rejected.load(Ordering::SeqCst))
    }

    fn valid(&self, last: &Last) -> Option<Known> {
        let known = last.known.as_ref();
        known.filter(|known| self.is_current(known)).cloned()
    }

    async fn ask(&self, number: u64) -> Result<Known, HookError> {
        let error = |error| HookError::new(SETTING, error);
        let token = (self.function)().await.map_err(error)?;
        match SecuritySchemeKind::Bearer.apply(&token.secret) {
            Ok(Applied::Header(_, header)) => Ok(Known {
                number,
                header,
                end: token.end,
                has_lifetime: token.end.is_none_or(|end| Instant::now() < end),
            }),
            Ok(_) => Err(error("the token is not a header".into())),
            Err(problem) => Err(error(format!("the token {problem}").into())),
        }
    }
}

impl Known {
    pub(super) fn has_lifetime(&self) -> bool {
        self.has_lifetime
    }

    fn is_valid(&self, rejected: u64) -> bool {
        self.number > rejected && self.end.is_none_or(|end| Instant::now() < end)
    }
}

/// The token of the attempts of a call.
#[derive(Default)]
pub(super) struct TokenUse {
    /// Of the current attempt.
    number: Option<u64>,
    was_rejected: bool,
}

impl TokenUse {
    pub(super) fn begin(&mut self, known: &Known) {
        self.number = Some(known.number);
    }

    /// After status 401: forgets the token of the attempt. Returns whether the call may try another one, once. A service that
    /// rejects that as well rejects any, so it is kept.
    pub(super) fn reject(&mut self, source: Option<&TokenSource>) -> bool {
        let (Some(source), Some(number)) = (source, self.number.take()) else {
            return false;
        };
        let is_first = !std::mem::replace(&mut self.was_rejected, true);
        if is_first {
            source.rejected.fetch_max(number, Ordering::SeqCst);
        }
        is_first
    }
}
