//! The service: its rules, its clients, and the calls that it has seen.

use std::fmt;
use std::fs;
use std::marker::PhantomData;
use std::panic::Location;
use std::path::Path;
use std::sync::Arc;

use serde_core::Serialize;

use super::har::{HarError, Recordings};
use super::registry::{Registry, RuleState};
use super::samples::Source;
use super::{ApiClient, IntoRequest, Rule, SeenCall, SentRequest};
use crate::Request;

/// A service in the same process, whose responses a test determines. `C` is the client of the API.
///
/// A clone is the same service.
///
/// [`on`](Self::on) and [`on_request`](Self::on_request) make a [`Rule`], which [responds](Rule::respond) with JSON or a typed
/// value, [with an error](Rule::respond_error), or with [any response](Rule::reply).
#[cfg_attr(
    not(doctest),
    doc = "
```no_run
let service = Service::new();
service.on(|_: &GetUser| true).respond_error(404, json!({\"type\": \"ResourceNotFound\"}));

let client = service.client();
assert_eq!(name(&client, \"user_2\").await?, None);
```"
)]
pub struct Service<C> {
    registry: Arc<Registry>,
    client: PhantomData<fn() -> C>,
}

impl<C: ApiClient> Service<C> {
    /// A service without rules. A call that no rule matches panics.
    #[expect(
        clippy::new_without_default,
        reason = "a service has a state from the start"
    )]
    pub fn new() -> Self {
        Self {
            registry: Arc::default(),
            client: PhantomData,
        }
    }

    /// A service that responds with recordings: the text of a HAR file, as browsers and proxies export it. A recording is found by
    /// method, path, query and body, and used by one call. Of several that match, the first one is used first. If the client retries a recorded failure, each attempt
    /// gets the next one that matches, and the last one again if there is no other.
    ///
    /// Headers and the host are not compared, because they depend on settings of the client. Neither are forms with files.
    /// JSON is compared by meaning. A request without a recording panics with the nearest one and the first difference.
    /// Rules of the service come before its recordings.
    pub fn from_har(text: &str) -> Result<Self, HarError> {
        let recordings = Recordings::read(text)?;
        Ok(Self {
            registry: Arc::new(Registry::of_recordings(recordings)),
            client: PhantomData,
        })
    }

    /// The same for the HAR file at this path.
    pub fn from_har_file(path: impl AsRef<Path>) -> Result<Self, HarError> {
        let path = path.as_ref();
        let text = fs::read_to_string(path).map_err(|error| HarError::unreadable(&error));
        let service = text.and_then(|text| Self::from_har(&text));
        service.map_err(|error| error.in_file(path))
    }

    /// Uses recordings only in the order of the file. Those in between may be left out.
    #[must_use]
    pub fn in_order(self) -> Self {
        if let Some(recordings) = self.registry.recordings() {
            recordings.in_order();
        }
        self
    }

    /// Lets a call that no rule matches fail with an error of the kind `Config`, for programs in which a panic would be lost.
    #[must_use]
    pub fn unmatched_as_errors(self) -> Self {
        self.registry.unmatched_as_errors();
        self
    }

    /// Accepts calls with a value that the enum of an input does not list. Without this, such a call panics, like one that no rule
    /// matches, because the value is a typing error more often than one of a newer service.
    #[must_use]
    pub fn accept_unlisted(self) -> Self {
        self.registry.accept_unlisted();
        self
    }

    /// Makes up a reply to each call that no rule matches: the first success that the document declares, with values that match
    /// its schema. Streams have a few values, and lists end after one or two pages.
    ///
    /// The reply depends only on the seed and on the request, so that a test is the same each time, and calls may be concurrent.
    #[must_use]
    pub fn sampled(self, seed: u64) -> Self {
        self.registry.sample(Source::new(C::schemas(), seed));
        self
    }

    /// A client of this service, with a placeholder for each setting that the API needs.
    ///
    /// # Panics
    ///
    /// If the API needs a setting for which no placeholder is valid.
    pub fn client(&self) -> C {
        C::build(self.builder()).expect("placeholders are valid settings")
    }

    /// Starts to configure a client of this service. The settings that the API needs have placeholders.
    pub fn builder(&self) -> C::Builder {
        let registry = self.registry.clone();
        C::builder_with(|builder| builder.in_process(registry))
    }
}

impl<C> Service<C> {
    /// Starts a rule for calls of one operation, which the type of the argument determines.
    #[track_caller]
    pub fn on<R>(&self, matches: impl Fn(&R) -> bool + Send + Sync + 'static) -> Rule<R>
    where
        R: Request<Response: Serialize>,
    {
        let state = RuleState::new::<R>(Location::caller(), None, matches);
        Rule::new(self.registry.clone(), state)
    }

    /// Starts a rule for calls with exactly these inputs. If no rule matches, the error shows which input differs.
    ///
    /// The inputs are a value such as `GetUser::new("user_1")`, or a call of any client, such as
    /// `client.list_users().tags([("a", "b")])`, whose settings are not compared.
    #[track_caller]
    pub fn on_request<I>(&self, expected: I) -> Rule<I::Request>
    where
        I: IntoRequest<Request: Request<Response: Serialize> + PartialEq>,
    {
        let expected = expected.into_request();
        let shown = format!("{expected:?}");
        let matches = move |call: &I::Request| *call == expected;
        let state = RuleState::new::<I::Request>(Location::caller(), Some(shown), matches);
        Rule::new(self.registry.clone(), state)
    }

    /// The calls of an operation, in the order in which they arrived. A call that was retried appears once for each attempt,
    /// and a page once for each request.
    pub fn calls<R: Request>(&self) -> Vec<SeenCall<R>> {
        let seen = self.registry.seen().into_iter();
        seen.filter_map(|(inputs, sent)| {
            let request = inputs?.inputs().downcast_ref::<R>()?.clone();
            Some(SeenCall { request, sent })
        })
        .collect()
    }

    /// The requests of all operations, in the order in which they arrived.
    pub fn requests(&self) -> Vec<SentRequest> {
        let seen = self.registry.seen().into_iter();
        seen.map(|(_, sent)| sent).collect()
    }
}

impl<C> Clone for Service<C> {
    fn clone(&self) -> Self {
        Self {
            registry: self.registry.clone(),
            client: PhantomData,
        }
    }
}

impl<C> fmt::Debug for Service<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service").finish_non_exhaustive()
    }
}
