//! The state of a service: its rules, and the requests that it has received.

use std::any::Any;
use std::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{HeaderName, HeaderValue};

use super::har::Recordings;
use super::miss::{Candidate, Miss};
use super::samples::Source;
use super::{Reply, SentRequest};
use crate::client::{Executed, Failure, Snapshot, Transport};
use crate::{ConfigError, Operation, Request};

/// The inputs of a call, without their type.
type Inputs = dyn Any + Send + Sync;

#[derive(Default)]
pub(super) struct Registry(Mutex<State>);

#[derive(Default)]
struct State {
    rules: Vec<(RuleState, Vec<Answer>)>,
    seen: Vec<(Option<Snapshot>, SentRequest)>,
    unmatched_as_errors: bool,
    accepts_unlisted: bool,
    /// The source of replies to requests that no rule matches.
    recordings: Option<Arc<Recordings>>,
    /// The source of replies to calls that neither a rule nor a recording matches.
    samples: Option<Arc<Source>>,
}

/// Which calls a rule matches.
pub(super) struct RuleState {
    operation: Operation,
    location: &'static Location<'static>,
    matches: Arc<dyn Fn(&Inputs) -> bool + Send + Sync>,
    /// Inputs that match, if some are known.
    matching: Option<String>,
}

impl RuleState {
    pub(super) fn new<R: Request>(
        location: &'static Location<'static>,
        matching: Option<String>,
        matches: impl Fn(&R) -> bool + Send + Sync + 'static,
    ) -> Self {
        let matches = move |inputs: &Inputs| inputs.downcast_ref().is_some_and(&matches);
        Self {
            operation: R::OPERATION,
            location,
            matches: Arc::new(matches),
            matching,
        }
    }
}

/// One of the answers of a rule.
pub(super) struct Answer {
    make: Arc<dyn Fn(&Inputs) -> Reply + Send + Sync>,
    /// How often it is given; `None` without a limit.
    pub(super) times: Option<usize>,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) delay: Duration,
    given: usize,
}

impl Answer {
    pub(super) fn new(make: Arc<dyn Fn(&Inputs) -> Reply + Send + Sync>) -> Self {
        Self {
            make,
            times: None,
            headers: Vec::new(),
            delay: Duration::ZERO,
            given: 0,
        }
    }

    fn is_left(&self) -> bool {
        self.times.is_none_or(|times| self.given < times)
    }

    /// Takes the answer once. The reply is made later, when no lock is held.
    fn take(&mut self) -> impl FnOnce(&Inputs) -> Reply + use<> {
        self.given += 1;
        let (make, headers, delay) = (self.make.clone(), self.headers.clone(), self.delay);
        move |inputs| {
            let mut reply = make(inputs).after(delay);
            for (name, value) in headers {
                reply.set_header(name, value);
            }
            reply
        }
    }
}

impl Registry {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn unmatched_as_errors(&self) {
        self.state().unmatched_as_errors = true;
    }

    pub(super) fn accept_unlisted(&self) {
        self.state().accepts_unlisted = true;
    }

    pub(super) fn of_recordings(recordings: Recordings) -> Self {
        let recordings = Some(Arc::new(recordings));
        Self(Mutex::new(State {
            recordings,
            ..State::default()
        }))
    }

    pub(super) fn recordings(&self) -> Option<Arc<Recordings>> {
        self.state().recordings.clone()
    }

    pub(super) fn sample(&self, source: Source) {
        self.state().samples = Some(Arc::new(source));
    }

    /// Adds a rule with its first answer and returns its number.
    pub(super) fn add_rule(&self, rule: RuleState, answer: Answer) -> usize {
        let rules = &mut self.state().rules;
        rules.push((rule, vec![answer]));
        rules.len() - 1
    }

    pub(super) fn change(&self, rule: usize, change: impl FnOnce(&mut Vec<Answer>)) {
        if let Some((_, answers)) = self.state().rules.get_mut(rule) {
            change(answers);
        }
    }

    pub(super) fn seen(&self) -> Vec<(Option<Snapshot>, SentRequest)> {
        self.state().seen.clone()
    }

    /// The reply of the first rule that matches and has an answer left.
    fn reply(&self, inputs: Option<&Snapshot>, sent: &SentRequest) -> Result<Reply, Box<Miss>> {
        let Some(snapshot) = inputs else {
            return Err(self.miss(None, sent, &[]));
        };
        let (inputs, shown) = (snapshot.inputs(), snapshot.shown());
        let rules = self
            .state()
            .rules
            .iter()
            .map(|(rule, _)| rule.matches.clone())
            .collect::<Vec<_>>();
        let mut used_up = Vec::new();
        for (number, matches) in rules.iter().enumerate() {
            // The lock is not held, so that rules may ask the service.
            if !matches(inputs) {
                continue;
            }
            let taken = {
                let (rule, answers) = &mut self.state().rules[number];
                rule.matching.get_or_insert_with(|| shown.clone());
                answers
                    .iter_mut()
                    .find(|answer| answer.is_left())
                    .map(Answer::take)
            };
            match taken {
                Some(make) => return Ok(make(inputs)),
                None => used_up.push(number),
            }
        }
        Err(self.miss(Some(shown), sent, &used_up))
    }

    /// Fails if a value of the inputs is misspelled.
    fn expect_listed(&self, inputs: Option<&Snapshot>, sent: &SentRequest) -> Result<(), String> {
        let inputs = inputs.filter(|inputs| !inputs.unlisted().is_empty());
        let Some(inputs) = inputs.filter(|_| !self.state().accepts_unlisted) else {
            return Ok(());
        };
        let (id, values) = (sent.operation.id(), inputs.unlisted().join("` and `"));
        let shown = inputs.shown();
        Err(format!(
            "has a call of `{id}` with `{values}`, which the document does not list; `accept_unlisted` accepts it\n{shown}"
        ))
    }

    /// The reply to a request that no rule matches.
    fn other_reply(
        &self,
        mut miss: Box<Miss>,
        inputs: Option<&Snapshot>,
        sent: &SentRequest,
    ) -> Result<Reply, Box<Miss>> {
        if let Some(recordings) = self.recordings() {
            match recordings.reply(inputs, sent) {
                Ok(reply) => return Ok(reply),
                Err(nearest) => miss.nearest_recording = Some(nearest),
            }
        }
        let samples = self.state().samples.clone();
        samples.and_then(|samples| samples.reply(sent)).ok_or(miss)
    }

    fn miss(&self, shown: Option<String>, sent: &SentRequest, used_up: &[usize]) -> Box<Miss> {
        let state = self.state();
        let is_of_operation = |(rule, _): &(RuleState, _)| rule.operation == sent.operation;
        let has_rules = state.rules.iter().any(is_of_operation);
        let candidates = state
            .rules
            .iter()
            .enumerate()
            .map(|(number, (rule, answers))| Candidate {
                operation: rule.operation,
                location: rule.location,
                matching: rule.matching.clone(),
                given: used_up
                    .contains(&number)
                    .then(|| answers.iter().map(|answer| answer.given).sum()),
            });
        Box::new(Miss {
            sent: sent.clone(),
            shown: shown.filter(|_| has_rules),
            candidates: candidates.collect(),
            nearest_recording: None,
        })
    }

    async fn respond(
        &self,
        operation: Operation,
        inputs: Option<&Snapshot>,
        request: reqwest::Request,
    ) -> Result<reqwest::Response, Failure> {
        let sent = SentRequest::receive(operation, request).await;
        let sent = sent.map_err(Failure::of_body)?;
        self.state().seen.push((inputs.cloned(), sent.clone()));
        let reply = self.expect_listed(inputs, &sent).and_then(|()| {
            let reply = self.reply(inputs, &sent);
            let reply = reply.or_else(|miss| self.other_reply(miss, inputs, &sent));
            reply.map_err(|miss| format!("has {miss}"))
        });
        let reply = reply.map_err(|problem| format!("the service {problem}"));
        match reply {
            Ok(reply) => reply.send(sent.url).await,
            Err(problem) if self.state().unmatched_as_errors => {
                Err(Failure::Config(ConfigError::of_service(problem)))
            }
            Err(problem) => panic!("{problem}"),
        }
    }
}

impl Transport for Registry {
    fn keeps_inputs(&self) -> bool {
        true
    }

    fn execute<'a>(
        &'a self,
        operation: Operation,
        inputs: Option<&'a Snapshot>,
        request: reqwest::Request,
    ) -> Executed<'a> {
        Box::pin(self.respond(operation, inputs, request))
    }
}
