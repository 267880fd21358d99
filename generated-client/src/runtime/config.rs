//! Configuring a client.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use http::header::{ACCEPT, HeaderValue, USER_AGENT};
use reqwest::redirect;
use zeroize::Zeroizing;

use super::checks::{self, NOT_SET};
use super::client::{Client, Settings};
use super::credential::{Applied, Secret};
use super::retry::Hook;
use super::{Api, Attempt, CredentialKind, RetryPolicy};

const MIB: u64 = 1024 * 1024;
const USER_AGENT_VALUE: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// Puts a [`Client`] together. What is missing or wrong is an error of [`build`](Self::build), not of the first call.
///
/// An empty value counts as none.
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    pub(super) api: &'static Api,
    base_url: Option<String>,
    token: Option<Secret>,
    /// By the name of the security scheme.
    credentials: BTreeMap<String, Secret>,
    headers: Vec<(String, String)>,
    timeout: Duration,
    connect_timeout: Option<Duration>,
    http: Option<reqwest::Client>,
    retry: RetryPolicy,
    on_attempt: Option<Arc<Hook>>,
    max_request_body: u64,
    max_response_body: u64,
    env: bool,
    /// How a setting is called where the caller set it.
    pub(super) name: fn(&str) -> String,
}

impl ClientBuilder {
    /// Starts with the defaults of the API.
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            base_url: None,
            token: None,
            credentials: BTreeMap::new(),
            headers: Vec::new(),
            timeout: Duration::from_secs(60),
            connect_timeout: None,
            http: None,
            retry: RetryPolicy::default(),
            on_attempt: None,
            max_request_body: 100 * MIB,
            max_response_body: 100 * MIB,
            env: false,
            name: str::to_owned,
        }
    }

    /// Takes what is not set here from the environment.
    pub fn with_env(mut self) -> Self {
        self.env = true;
        self
    }

    /// Where the service is: `http` or `https`, with or without a path.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The bearer token.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(Zeroizing::new(token.into()));
        self
    }

    /// The token or key of a security scheme, by the scheme's name in the document.
    pub fn credential(mut self, scheme: &str, secret: impl Into<String>) -> Self {
        self.credentials
            .insert(scheme.to_owned(), Zeroizing::new(secret.into()));
        self
    }

    /// User name and password of a security scheme `basic`, by the scheme's name in the document.
    pub fn basic_credential(self, scheme: &str, user: &str, password: &str) -> Self {
        self.credential(scheme, format!("{user}:{password}"))
    }

    /// A header that goes with every request; a second value replaces the first.
    pub fn header(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers
            .push((name.to_ascii_lowercase(), value.to_string()));
        self
    }

    /// What the service is told about who calls it. Default: name and version of this crate.
    pub fn user_agent(self, value: impl fmt::Display) -> Self {
        self.header(USER_AGENT.as_str(), value)
    }

    /// How long a call may take, from its start to the last byte of the answer, retries included. An answer that is read as it
    /// comes has this time to begin. Default: 60 seconds.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long connecting may take. Default: as long as the whole call.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Whether and how a call is repeated that failed for a reason that may pass.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Calls this after each attempt of a call, to log or to count. It must not block.
    pub fn on_attempt(mut self, hook: impl Fn(&Attempt<'_>) + Send + Sync + 'static) -> Self {
        self.on_attempt = Some(Arc::new(hook));
        self
    }

    /// Sends through an HTTP client of your own, for what has no setting here: proxies, certificates, DNS, HTTP/2.
    ///
    /// Build it with [`redirect::Policy::none`](reqwest::redirect::Policy::none), of the `reqwest` that
    /// [`runtime`](crate::runtime) has: redirects are followed by the call, within the origin of the service. A client that
    /// follows them itself would send the headers of a call, all but the token, to another host; that call fails then.
    /// It cannot be combined with [`connect_timeout`](Self::connect_timeout), which is a setting of that client.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// How large the body of a request may be, in bytes, wherever they come from. Default: 100 MiB.
    pub fn max_request_body(mut self, bytes: u64) -> Self {
        self.max_request_body = bytes;
        self
    }

    /// How large the body of an answer may be, in bytes; reading stops there. Of one that is read as it comes, this is the
    /// limit of each event. Default: 100 MiB.
    pub fn max_response_body(mut self, bytes: u64) -> Self {
        self.max_response_body = bytes;
        self
    }

    /// Checks the settings and makes the client. That takes milliseconds, and every client has connections of its own:
    /// build one and clone it.
    pub fn build(self) -> Result<Client, ConfigError> {
        let base_url = self.checked_base_url()?;
        let headers = self.checked_headers()?;
        let credentials = self.checked_credentials()?;
        let http = self.checked_http(&base_url)?;
        Ok(Client::new(Settings {
            api: self.api,
            http,
            base_url,
            headers,
            credentials,
            timeout: self.timeout,
            retry: self.retry,
            on_attempt: self.on_attempt,
            max_request_body: self.max_request_body,
            max_response_body: self.max_response_body,
        }))
    }

    /// A value from the environment, if the environment is asked and has one.
    fn env(&self, variable: Option<&str>) -> Option<String> {
        let variable = variable.filter(|_| self.env)?;
        std::env::var(variable)
            .ok()
            .filter(|value| !value.is_empty())
    }

    fn wrong(
        &self,
        setting: &str,
        env: Option<&'static str>,
        problem: impl Into<String>,
    ) -> ConfigError {
        ConfigError::new(&(self.name)(setting), env, problem)
    }

    fn checked_http(&self, base_url: &str) -> Result<reqwest::Client, ConfigError> {
        if let Some(http) = &self.http {
            return match self.connect_timeout {
                None => Ok(http.clone()),
                Some(_) => {
                    let problem = "belongs on the client that `http_client` was given";
                    Err(self.wrong("connect_timeout", None, problem))
                }
            };
        }
        // A redirect is followed by the call itself, which knows the method and the origin.
        let mut http = reqwest::Client::builder().redirect(redirect::Policy::none());
        // A proxy that the environment names serves other hosts, and has no business with the token.
        if checks::is_loopback(base_url) {
            http = http.no_proxy();
        }
        if let Some(timeout) = self.connect_timeout {
            http = http.connect_timeout(timeout);
        }
        http.build()
            .map_err(|error| ConfigError::new("TLS", None, format!("cannot be set up: {error}")))
    }

    fn checked_base_url(&self) -> Result<String, ConfigError> {
        let setting = self.api.base_url;
        let text = self
            .base_url
            .clone()
            .filter(|url| !url.is_empty())
            .or_else(|| self.env(setting.env))
            .or_else(|| setting.value.map(str::to_owned))
            .ok_or_else(|| self.wrong("base_url", setting.env, NOT_SET))?;
        checks::base_url(&text).map_err(|problem| self.wrong("base_url", setting.env, problem))
    }

    fn checked_headers(&self) -> Result<HeaderMap, ConfigError> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static(USER_AGENT_VALUE));
        for (name, value) in self.headers.iter().filter(|(_, value)| !value.is_empty()) {
            self.insert(&mut headers, name, value)?;
        }
        for header in self.api.headers {
            if headers.contains_key(header.name) {
                continue;
            }
            match self.env(header.env) {
                Some(value) => self.insert(&mut headers, header.name, &value)?,
                None if header.required => {
                    return Err(self.wrong(header.setting, header.env, NOT_SET));
                }
                None => {}
            }
        }
        Ok(headers)
    }

    fn insert(&self, headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), ConfigError> {
        let (name, value) = checks::header(self.api, self.name, name, value)?;
        headers.insert(name, value);
        Ok(())
    }

    fn checked_credentials(&self) -> Result<BTreeMap<&'static str, Applied>, ConfigError> {
        let mut applied = BTreeMap::new();
        for credential in self.api.credentials {
            let is_bearer = credential.kind == CredentialKind::Bearer;
            let set = |secret: &&Secret| !secret.is_empty();
            let own = self.credentials.get(credential.name).filter(set);
            let token = self.token.as_ref().filter(|_| is_bearer).filter(set);
            let env = || self.env(credential.env).map(Zeroizing::new);
            let Some(secret) = own.or(token).cloned().or_else(env) else {
                continue;
            };
            let wrong = |problem| {
                let setting = if is_bearer { "token" } else { credential.name };
                self.wrong(setting, credential.env, problem)
            };
            applied.insert(
                credential.name,
                credential.kind.apply(&secret).map_err(wrong)?,
            );
        }
        let names = self
            .api
            .credentials
            .iter()
            .map(|credential| credential.name);
        if let Some(unknown) = self
            .credentials
            .keys()
            .find(|name| !names.clone().any(|known| known == *name))
        {
            return Err(self.wrong(unknown, None, "is no security scheme of this API"));
        }
        let has_token = self
            .api
            .bearers()
            .any(|bearer| applied.contains_key(bearer.name));
        if self.api.requires_token() && !has_token {
            let env = self.api.bearers().find_map(|bearer| bearer.env);
            return Err(self.wrong("token", env, NOT_SET));
        }
        Ok(applied)
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names only: a header may hold a credential, and so may a base URL that has not been checked yet.
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

/// A setting that is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(Box<Wrong>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrong {
    setting: String,
    env: Option<&'static str>,
    problem: String,
}

impl ConfigError {
    pub(super) fn new(
        setting: &str,
        env: Option<&'static str>,
        problem: impl Into<String>,
    ) -> Self {
        Self(Box::new(Wrong {
            setting: setting.to_owned(),
            env,
            problem: problem.into(),
        }))
    }

    /// Name of the setting: that of its method on [`ClientBuilder`], or that of its member where settings came as JSON.
    pub fn setting(&self) -> &str {
        &self.0.setting
    }

    /// The environment variable that can also set it.
    pub fn env(&self) -> Option<&'static str> {
        self.0.env
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Wrong {
            setting,
            env,
            problem,
        } = &*self.0;
        write!(f, "the client's setting `{setting}` {problem}")?;
        env.map_or(Ok(()), |env| write!(f, " (environment variable {env})"))
    }
}

impl StdError for ConfigError {}
