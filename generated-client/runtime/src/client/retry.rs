//! The attempts of a call, one after the other.

use std::iter::Peekable;
use std::pin::pin;

use backon::ExponentialBackoff;
use http::{HeaderValue, Method};
use tokio::time::{Duration, Instant};

use super::arriving::Arriving;
use super::attempt::{Attempt, Decision, NotRetried};
use super::call_summary::Outcome;
use super::deadline::before;
use super::error::Failure;
use super::next_attempt::{self, Moment};
use super::permit::{Permit, Queue};
use super::prepared_request::PreparedRequest;
use super::rate_limit::retry_after;
use super::retry_class::{Repeat, RetryClass};
use super::send::send;
use super::token_source::{self, Known, TokenUse};
use super::trace::{self, AttemptSpan};
use super::{ClientCore, Operation, RawResponse, Reading, RetryPolicy};

/// A function that observes each attempt.
pub(super) type Hook = dyn Fn(&Attempt<'_>) + Send + Sync;

/// Properties of a call that apply to all its attempts.
pub(super) struct CallContext {
    pub(super) operation: Operation,
    pub(super) policy: RetryPolicy,
    /// For all attempts and waits together.
    pub(super) timeout: Duration,
    /// The status of a response: the one in the body of an error, otherwise the HTTP status.
    pub(super) status_of: fn(&RawResponse) -> u16,
    /// How the body of a successful response with this status is read.
    pub(super) reading: fn(u16) -> Reading,
}

/// Sends a request until it succeeds, or until another attempt is not safe or does not fit into the timeout.
pub(super) async fn run(
    client: &ClientCore,
    request: &PreparedRequest,
    context: &CallContext,
) -> Outcome {
    let started = Instant::now();
    let mut run = Run {
        client,
        request,
        context,
        started,
        delays: context.policy.delays().peekable(),
        number: 0,
        attempt_started: started,
        paid: 0,
        may_be_done: false,
        token: TokenUse::default(),
    };
    loop {
        run.number += 1;
        // The waits belong to the call, so that attempts are as long as their requests.
        let ready = run.ready().await;
        let span = AttemptSpan::new(context.operation, request, run.number);
        let (result, decision) = match ready {
            Ok(ready) => span.run(run.attempt(ready)).await,
            Err((unsent, reason)) => (Err(unsent), Decision::NotRetried(reason)),
        };
        let hook = client.settings().on_attempt.as_ref();
        if hook.is_some() || span.is_recorded() {
            let attempt = Attempt {
                decision: Some(decision),
                ..run.attempted(&result)
            };
            span.ended(&attempt);
            if let Some(hook) = hook {
                hook(&attempt);
            }
        }
        match decision {
            Decision::RetryIn(wait) => {
                tokio::time::sleep(wait).await;
                run.attempt_started = Instant::now();
            }
            Decision::Success | Decision::NotRetried(_) => return run.ended(result),
        }
    }
}

/// How often an attempt gets a token that has expired when it has its permission, although it did not wait for that.
const MAX_ROUNDS: usize = 3;

/// The shortest wait for a permission.
const WAIT: Duration = Duration::from_millis(1);

/// The token and the permission with which an attempt is sent.
#[derive(Default)]
struct Ready {
    token: Option<HeaderValue>,
    permit: Option<Permit>,
}

/// The attempts of a call.
struct Run<'a> {
    client: &'a ClientCore,
    request: &'a PreparedRequest,
    context: &'a CallContext,
    started: Instant,
    /// Before the retries that are left.
    delays: Peekable<ExponentialBackoff>,
    /// The number of the current attempt.
    number: usize,
    attempt_started: Instant,
    /// The tokens that were paid for the next attempt.
    paid: usize,
    /// Whether the service may have processed an earlier attempt.
    may_be_done: bool,
    token: TokenUse,
}

impl<'a> Run<'a> {
    fn ended(self, mut result: Result<RawResponse, Failure>) -> Outcome {
        if let Ok(response) = &mut result
            && self.may_be_done
            && *self.context.operation.method() == Method::DELETE
            && (self.context.status_of)(response) == 404
        {
            response.hint = Some("an earlier attempt may have deleted it".into());
        }
        let mut outcome = Outcome::new(result, self.number, self.started);
        outcome.end.has_own_key = self.request.has_own_key;
        outcome.end.may_be_done = self.may_be_done;
        outcome
    }

    /// Waits for all that an attempt needs before it is sent.
    async fn ready(&mut self) -> Result<Ready, (Failure, NotRetried)> {
        let settings = self.client.settings();
        if self.request.token_source.is_none() && !settings.has_limits() {
            return Ok(Ready::default());
        }
        // In memory of its own, so that calls without these settings stay small.
        Box::pin(self.waited()).await
    }

    async fn waited(&mut self) -> Result<Ready, (Failure, NotRetried)> {
        // Held until both are there, so that a call whose token expires in the queue keeps its place.
        let source = self.request.token_source.as_ref();
        // Before the queue, because a failure fails the calls in it, too.
        let failures = source.map_or(0, |source| source.failures());
        let _queue = self.queue().await.map_err(unready)?;
        let mut rounds = 0;
        loop {
            // The token first: its function may make calls of this client, which need permissions of their own.
            let mut token = self.token(failures).await.map_err(unready)?;
            let started = Instant::now();
            let permit = self.permit().await.map_err(unready)?;
            // The timeout of the call ends the waits.
            rounds += usize::from(started.elapsed() < WAIT);
            if let (Some(source), Some(token)) = (source, &mut token)
                // A token without a lifetime serves the call that has asked for it.
                && token.has_lifetime()
                && !source.is_current(token)
            {
                // It has expired in the meantime. Another call may have asked for the next one.
                match source.known() {
                    Some(known) => *token = known,
                    None if rounds < MAX_ROUNDS => continue,
                    None => {}
                }
            }
            if let Some(token) = &token {
                self.token.begin(token);
            }
            let token = token.map(|token| token.header);
            return Ok(Ready { token, permit });
        }
    }

    /// Waits behind the calls that wait for a token and a permission, if the request needs both.
    async fn queue(&mut self) -> Result<Option<Queue>, Failure> {
        if self.request.token_source.is_none() {
            return Ok(None);
        }
        let settings = self.client.settings();
        let timeout = self.context.timeout;
        let queue = Permit::queue(settings, self.request, self.deadline(), timeout).await;
        let queue = queue.map_err(|unsent| self.unsent(unsent))?;
        self.attempt_started = Instant::now();
        Ok(queue)
    }

    /// Waits for a token if the request needs one that changes.
    async fn token(&mut self, failures: u64) -> Result<Option<Known>, Failure> {
        let Some(source) = &self.request.token_source else {
            return Ok(None);
        };
        let started = Instant::now();
        let moment = self.moment();
        let limit = self.client.settings().timeout;
        let known = moment
            .wait(token_source::SETTING, source.token(failures, limit))
            .await;
        trace::waited(token_source::SETTING, started.elapsed());
        self.attempt_started = Instant::now();
        known.map(Some).map_err(Failure::Hook)
    }

    /// Waits for a permission if there are limits.
    async fn permit(&mut self) -> Result<Option<Permit>, Failure> {
        let settings = self.client.settings();
        if !settings.has_limits() {
            return Ok(None);
        }
        let timeout = self.context.timeout;
        let permit = Permit::next(settings, self.request, self.deadline(), timeout).await;
        let permit = permit.map_err(|unsent| self.unsent(unsent))?;
        self.attempt_started = Instant::now();
        Ok(Some(permit))
    }

    /// The failure of an attempt that has had no permission in time.
    fn unsent(&self, failure: Failure) -> Failure {
        match failure {
            // The service may have received an earlier attempt.
            Failure::NotSent { .. } if self.number > 1 => self.timed_out(),
            failure => failure,
        }
    }

    /// Makes an attempt and decides what follows.
    async fn attempt(&mut self, ready: Ready) -> (Result<RawResponse, Failure>, Decision) {
        let Ready { token, mut permit } = ready;
        let paid = std::mem::take(&mut self.paid);
        let (result, decision) = self.attempt_now(token, permit.as_mut()).await;
        self.refund(paid, &result);
        if let Some(permit) = permit {
            permit.ended(&result);
        }
        (result, decision)
    }

    fn moment(&self) -> Moment {
        Moment {
            operation: self.context.operation,
            number: self.number,
            timeout: self.context.timeout,
            deadline: self.deadline(),
        }
    }

    async fn attempt_now(
        &mut self,
        token: Option<HeaderValue>,
        permit: Option<&mut Permit>,
    ) -> (Result<RawResponse, Failure>, Decision) {
        let (client, request, context) = (self.client, self.request, self.context);
        let deadline = self.deadline();
        let changed = if token.is_some() || client.settings().before_attempt.is_some() {
            let changed = next_attempt::changed(client.settings(), request, self.moment(), token);
            match Box::pin(changed).await {
                Ok(changed) => Some(changed),
                Err(failure) => return self.decided(Err(failure)),
            }
        } else {
            None
        };
        let arriving = Arriving::new();
        let mut sending = pin!(send(
            client,
            request,
            changed.as_ref(),
            context,
            &arriving,
            permit
        ));
        let pause = context.policy.longest_pause(context.timeout);
        let mut may_be_given_up = request.is_sent_at_once();
        // One timer at a time, because each one costs as much as a part of the request.
        // A service that sends interim responses (1xx) without end can delay it, by less than a second in an optimized program.
        // `hyper` reads them in a task of its own, and yields only after 128 reads of the socket (the budget of `tokio`).
        // Neither `reqwest` nor its connector layers give access to that task, its buffer or its socket.
        loop {
            let end_of_pause = || self.end_of_pause(arriving.last(), pause);
            let end = may_be_given_up.then(end_of_pause).flatten();
            let sent = before(end.or(deadline), sending.as_mut()).await;
            match (sent, end) {
                (Some(result), _) => return self.decided(result),
                (None, None) => {
                    let result = given_up(&arriving, self.timed_out());
                    return self.decided(result);
                }
                (None, end) if self.end_of_pause(arriving.last(), pause) != end => {}
                (None, Some(_)) => {
                    let stalled = Failure::Stalled {
                        idle_timeout: pause,
                    };
                    let stalled = given_up(&arriving, stalled);
                    // Without another attempt, this one continues.
                    match self.decide(&stalled) {
                        Decision::NotRetried(_) => may_be_given_up = false,
                        decision => return (stalled, decision),
                    }
                }
            }
        }
    }

    /// The end of the call's timeout; `None` if it is too far away.
    fn deadline(&self) -> Option<Instant> {
        self.started.checked_add(self.context.timeout)
    }

    fn timed_out(&self) -> Failure {
        Failure::Timeout {
            timeout: self.context.timeout,
            proxy: self.client.settings().http.proxy(&self.request.url),
        }
    }

    fn decided(
        &mut self,
        result: Result<RawResponse, Failure>,
    ) -> (Result<RawResponse, Failure>, Decision) {
        let decision = self.decide(&result);
        (result, decision)
    }

    /// When the attempt is given up if nothing arrives, unless there would be too little time for another one. That one has at
    /// least half of the time of the call, so that a service that is just slow can answer it.
    fn end_of_pause(&self, start: Instant, pause: Duration) -> Option<Instant> {
        let end = start.checked_add(pause)?;
        let is_early = end - self.started <= self.context.timeout / 2;
        is_early.then_some(end)
    }

    fn attempted<'r>(&self, result: &'r Result<RawResponse, Failure>) -> Attempt<'r>
    where
        'a: 'r,
    {
        let now = Instant::now();
        Attempt {
            operation: self.context.operation,
            number: self.number,
            status: result.as_ref().ok().map(self.context.status_of),
            result,
            request: self.request,
            duration: now - self.attempt_started,
            elapsed: now - self.started,
            decision: None,
        }
    }

    /// Gives the price of this attempt back if the service is up.
    fn refund(&self, paid: usize, result: &Result<RawResponse, Failure>) {
        let is_answered = matches!(result, Ok(response) if !response.status().is_server_error());
        if is_answered && self.attempted(result).class().repeat == Repeat::Never {
            let budget = &self.client.settings().retry_budget;
            budget.deposit(paid.max(1));
        }
    }

    /// Decides whether there is another attempt, and pays for it. If there is none, it can be asked again.
    fn decide(&mut self, result: &Result<RawResponse, Failure>) -> Decision {
        let attempt = self.attempted(result);
        let class = attempt.class();
        let response = attempt.response();
        if response.is_some_and(|response| response.status().is_success()) {
            return Decision::Success;
        }
        // The service has not processed the request, because it does not know whose it is.
        if attempt.status == Some(401)
            && self.token.reject(self.request.token_source.as_deref())
            && self.request.is_repeatable()
        {
            return Decision::RetryIn(Duration::ZERO);
        }
        let policy = &self.context.policy;
        if let Some(reason) = policy.refusal(&attempt, class) {
            return Decision::NotRetried(reason);
        }
        if !self.request.is_repeatable() {
            return Decision::NotRetried(NotRetried::Stream);
        }
        let Some(&delay) = self.delays.peek() else {
            return Decision::NotRetried(NotRetried::MaxRetries);
        };
        let asked = response.and_then(|response| retry_after(response.headers()));
        // The delay is added, so that clients that were rejected together do not return together.
        let wait = asked.unwrap_or_default().checked_add(delay);
        let end = wait.and_then(|wait| attempt.elapsed.checked_add(wait));
        let Some(wait) = wait.filter(|_| end.is_some_and(|end| end < self.context.timeout)) else {
            return Decision::NotRetried(NotRetried::Timeout);
        };
        // A service that counts calls and says when to come back is not in trouble.
        let is_invited = asked.is_some() && attempt.status == Some(429);
        let cost = if is_invited || !policy.has_budget {
            0
        } else {
            class.cost
        };
        if !self.client.settings().retry_budget.withdraw(cost) {
            return Decision::NotRetried(NotRetried::Budget);
        }
        self.delays.next();
        self.paid = cost;
        self.may_be_done |= class.repeat != Repeat::Always;
        Decision::RetryIn(wait)
    }
}

/// The failure of an attempt that got no token or no permission, and why it is not retried.
fn unready(failure: Failure) -> (Failure, NotRetried) {
    let reason = match &failure {
        Failure::Hook(_) => NotRetried::Permanent(RetryClass::of_failure(&failure).reason),
        _ => NotRetried::Timeout,
    };
    (failure, reason)
}

/// The result of an attempt that is given up. If its status has arrived and says enough, it is the response without the rest
/// of the body.
#[expect(
    clippy::result_large_err,
    reason = "the result of an attempt is moved, not copied"
)]
fn given_up(arriving: &Arriving, failure: Failure) -> Result<RawResponse, Failure> {
    arriving.so_far(&failure).ok_or(failure)
}
