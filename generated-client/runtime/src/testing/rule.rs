//! Rules: which calls get which replies.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

use serde_core::Serialize;

use super::registry::{Answer, Registry, RuleState};
use super::reply::header;
use super::{Reply, fixture};
use crate::Request;

/// A rule that needs an answer. [`Service::on`](super::Service::on) starts one.
#[must_use = "a rule without an answer does nothing"]
pub struct Rule<R> {
    registry: Arc<Registry>,
    /// The rule before it has its first answer.
    state: Option<RuleState>,
    /// Its number after that.
    number: usize,
    request: PhantomData<fn(&R)>,
}

/// A rule with an answer. The answer repeats, unless [`times`](Self::times) or [`then`](Self::then) limits it.
pub struct Answered<R> {
    registry: Arc<Registry>,
    number: usize,
    request: PhantomData<fn(&R)>,
}

impl<R: Request<Response: Serialize>> Rule<R> {
    pub(super) fn new(registry: Arc<Registry>, state: RuleState) -> Self {
        Self {
            registry,
            state: Some(state),
            number: 0,
            request: PhantomData,
        }
    }

    /// Responds with this value as JSON and with status 200. The value is JSON, a response that the test has made, or
    /// anything else that implements `Serialize`.
    ///
    /// # Panics
    ///
    /// If the JSON does not fit the response of the operation, or has members or values of enums that the document does not
    /// declare. The message has the path. [`Reply`] has responses that differ from the document.
    #[track_caller]
    pub fn respond(self, body: impl Serialize) -> Answered<R> {
        self.respond_with_status(200, body)
    }

    /// Responds like [`respond`](Self::respond), with another status of success.
    ///
    /// # Panics
    ///
    /// Like [`respond`](Self::respond), and if the status is not a success.
    #[track_caller]
    pub fn respond_with_status(self, status: u16, body: impl Serialize) -> Answered<R> {
        self.reply(fixture::response::<R>(status, &body))
    }

    /// Responds with an error.
    ///
    /// # Panics
    ///
    /// If the body does not fit the type of the operation's errors, if it states another status, or if it has members or values
    /// of enums that the document does not declare.
    #[track_caller]
    pub fn respond_error(self, status: u16, body: impl Serialize) -> Answered<R> {
        self.reply(fixture::error_response::<R>(status, &body))
    }

    /// Responds with what a function makes of the inputs. It is checked like the value of [`respond`](Self::respond), when
    /// the call is made.
    ///
    /// # Panics
    ///
    /// In the call, like [`respond`](Self::respond). The message has the place of the rule.
    #[track_caller]
    pub fn respond_with<T: Serialize>(
        self,
        body: impl Fn(&R) -> T + Send + Sync + 'static,
    ) -> Answered<R> {
        let location = Location::caller();
        self.reply_with(
            move |call| match fixture::try_response::<R>(200, &body(call)) {
                Ok(reply) => reply,
                Err(problem) => panic!("{problem} (the rule at {location})"),
            },
        )
    }

    /// Sends this reply.
    pub fn reply(self, reply: Reply) -> Answered<R> {
        self.reply_with(move |_| reply.clone())
    }

    /// Sends the reply that a function makes of the inputs.
    pub fn reply_with(self, reply: impl Fn(&R) -> Reply + Send + Sync + 'static) -> Answered<R> {
        let make = move |inputs: &(dyn Any + Send + Sync)| match inputs.downcast_ref() {
            Some(inputs) => reply(inputs),
            None => unreachable!("a rule only matches calls of its operation"),
        };
        let answer = Answer::new(Arc::new(make));
        let number = match self.state {
            Some(state) => self.registry.add_rule(state, answer),
            None => {
                self.registry
                    .change(self.number, |answers| answers.push(answer));
                self.number
            }
        };
        Answered {
            registry: self.registry,
            number,
            request: PhantomData,
        }
    }
}

#[expect(
    clippy::return_self_not_must_use,
    reason = "the service already has the rule"
)]
impl<R> Answered<R> {
    /// Gives the answer this many times. After that, the rule gives its next answer, or matches no more calls.
    pub fn times(self, times: usize) -> Self {
        self.change(|answer| answer.times = Some(times));
        self
    }

    /// Adds a header to the answer, in place of one of the same name.
    ///
    /// # Panics
    ///
    /// If the name or the value is invalid.
    #[track_caller]
    pub fn header(self, name: &str, value: &str) -> Self {
        let header = header(name, value);
        self.change(|answer| answer.headers.push(header));
        self
    }

    /// Lets the answer begin after this time.
    pub fn after(self, delay: Duration) -> Self {
        self.change(|answer| answer.delay = delay);
        self
    }

    /// Starts the next answer of the rule. The answer before it is given once, unless [`times`](Self::times) was called.
    pub fn then(self) -> Rule<R> {
        self.change(|answer| answer.times = answer.times.or(Some(1)));
        Rule {
            registry: self.registry,
            state: None,
            number: self.number,
            request: PhantomData,
        }
    }

    fn change(&self, change: impl FnOnce(&mut Answer)) {
        self.registry.change(self.number, |answers| {
            if let Some(answer) = answers.last_mut() {
                change(answer);
            }
        });
    }
}

impl<R> fmt::Debug for Rule<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").finish_non_exhaustive()
    }
}

impl<R> fmt::Debug for Answered<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answered").finish_non_exhaustive()
    }
}
