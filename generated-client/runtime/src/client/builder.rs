//! Configuring a client.

use std::fmt;
use std::future::Future;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use zeroize::Zeroizing;

use super::config_error::SettingNames;
use super::hook_error::HookResult;
use super::http_settings::HttpSettings;
use super::next_attempt::{BeforeAttempt, NextAttempt};
use super::retry::Hook;
use super::security_scheme::Secret;
use super::token_source::{Token, TokenSource};
use super::trace_headers::TraceHeaders;
use super::{Api, RetryPolicy};

const MIB: u64 = 1024 * 1024;

/// The part of a builder that is the same for every API. `client!` documents its methods.
#[derive(Clone)]
#[must_use]
pub struct BuilderCore {
    pub(super) api: &'static Api,
    pub(super) user_agent: &'static str,
    pub(super) base_url: Option<String>,
    pub(super) token: Option<Secret>,
    /// In place of the token.
    pub(super) token_source: Option<Arc<TokenSource>>,
    /// By name of the security scheme.
    pub(super) credentials: Vec<(String, Secret)>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) timeout: Duration,
    pub(super) http_settings: HttpSettings,
    pub(super) http: Option<reqwest::Client>,
    #[cfg(feature = "testing")]
    pub(super) transport: Option<Arc<dyn super::Transport>>,
    pub(super) retry: RetryPolicy,
    pub(super) on_attempt: Option<Arc<Hook>>,
    pub(super) before_attempt: Option<BeforeAttempt>,
    pub(super) trace_headers: Option<TraceHeaders>,
    pub(super) max_concurrent_calls: Option<usize>,
    pub(super) waits_for_rate_limit: bool,
    pub(super) max_request_body: u64,
    pub(super) max_response_body: u64,
    pub(super) env: bool,
    pub(super) allows_missing: bool,
    pub(super) names: SettingNames,
}

#[expect(missing_docs, reason = "described where `client!` calls them")]
impl BuilderCore {
    pub fn new(api: &'static Api, user_agent: &'static str) -> Self {
        Self {
            api,
            user_agent,
            base_url: None,
            token: None,
            token_source: None,
            credentials: Vec::new(),
            headers: Vec::new(),
            timeout: Duration::from_secs(60),
            http_settings: HttpSettings::default(),
            http: None,
            #[cfg(feature = "testing")]
            transport: None,
            retry: RetryPolicy::default(),
            on_attempt: None,
            before_attempt: None,
            trace_headers: None,
            max_concurrent_calls: None,
            waits_for_rate_limit: false,
            max_request_body: 100 * MIB,
            max_response_body: 100 * MIB,
            env: false,
            allows_missing: false,
            names: SettingNames {
                of: str::to_owned,
                of_credential: |scheme| scheme.setting.to_owned(),
            },
        }
    }

    pub fn with_env(mut self) -> Self {
        self.env = true;
        self
    }

    pub fn base_url(mut self, url: String) -> Self {
        self.base_url = Some(url);
        self
    }

    pub fn token(mut self, token: String) -> Self {
        self.token = Some(Zeroizing::new(token));
        self.token_source = None;
        self
    }

    pub fn token_from<F>(mut self, function: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = HookResult<Token>> + Send + 'static,
    {
        self.token = None;
        self.token_source = Some(Arc::new(TokenSource::new(function)));
        self
    }

    pub fn credential(mut self, scheme: &str, secret: String) -> Self {
        self.credentials.retain(|(known, _)| known != scheme);
        self.credentials
            .push((scheme.to_owned(), Zeroizing::new(secret)));
        self
    }

    pub fn basic_credential(self, scheme: &str, user: &str, password: &str) -> Self {
        self.credential(scheme, format!("{user}:{password}"))
    }

    pub fn header(mut self, name: &str, value: &dyn fmt::Display) -> Self {
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers
            .push((name.to_ascii_lowercase(), value.to_string()));
        self
    }

    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    pub fn allow_missing_settings(mut self) -> Self {
        self.allows_missing = true;
        self
    }

    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    pub fn on_attempt(mut self, hook: Arc<Hook>) -> Self {
        self.on_attempt = Some(hook);
        self
    }

    pub fn trace_headers(mut self, function: Arc<dyn Fn(&mut HeaderMap) + Send + Sync>) -> Self {
        self.trace_headers = Some(function);
        self
    }

    pub fn before_attempt<F>(
        mut self,
        function: impl Fn(NextAttempt) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = HookResult<NextAttempt>> + Send + 'static,
    {
        self.before_attempt = Some(Arc::new(move |attempt| Box::pin(function(attempt))));
        self
    }

    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    pub fn max_concurrent_calls(mut self, limit: usize) -> Self {
        self.max_concurrent_calls = Some(limit);
        self
    }

    pub fn wait_for_rate_limit(mut self) -> Self {
        self.waits_for_rate_limit = true;
        self
    }

    pub fn max_request_body(mut self, bytes: u64) -> Self {
        self.max_request_body = bytes;
        self
    }

    pub fn max_response_body(mut self, bytes: u64) -> Self {
        self.max_response_body = bytes;
        self
    }
}

// A panic of a hook or of the HTTP client leaves no broken state behind.
impl UnwindSafe for BuilderCore {}
impl RefUnwindSafe for BuilderCore {}

impl fmt::Debug for BuilderCore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Only names, because a header or an unchecked base URL may contain a credential.
        f.debug_struct("ClientBuilder")
            .field("api", &self.api.title)
            .field(
                "headers",
                &self
                    .headers
                    .iter()
                    .map(|(name, _)| name)
                    .collect::<Vec<_>>(),
            )
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
