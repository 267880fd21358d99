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

use super::client_core::{ClientCore, Settings};
use super::retry::Hook;
use super::security_scheme::{Applied, Secret};
use super::validate::{self, NOT_SET};
use super::{Api, RetryPolicy, SecuritySchemeKind};

const MIB: u64 = 1024 * 1024;

/// The part of a builder that is the same for every API. `client!` documents its methods.
#[derive(Clone)]
#[must_use]
pub struct BuilderCore {
    pub(super) api: &'static Api,
    user_agent: &'static str,
    base_url: Option<String>,
    token: Option<Secret>,
    /// By name of the security scheme.
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
    /// The name of a setting in the caller's terms.
    pub(super) name: fn(&str) -> String,
}

#[expect(missing_docs, reason = "described where `client!` calls them")]
impl BuilderCore {
    pub fn new(api: &'static Api, user_agent: &'static str) -> Self {
        Self {
            api,
            user_agent,
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
        self
    }

    pub fn credential(mut self, scheme: &str, secret: String) -> Self {
        self.credentials
            .insert(scheme.to_owned(), Zeroizing::new(secret));
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

    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
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

    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
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

    pub fn build(self) -> Result<ClientCore, ConfigError> {
        let base_url = self.checked_base_url()?;
        let headers = self.checked_headers()?;
        let credentials = self.checked_credentials()?;
        let http = self.checked_http(&base_url)?;
        Ok(ClientCore::new(Settings {
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

    /// A value from the environment, if `with_env` was called and the variable is set.
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
                    let problem = "cannot be combined with `http_client`; set it on that client";
                    Err(self.wrong("connect_timeout", None, problem))
                }
            };
        }
        // The call itself follows redirects, because it knows the method and the origin.
        let mut http = reqwest::Client::builder().redirect(redirect::Policy::none());
        // A proxy from the environment is meant for other hosts and must not see the token.
        if validate::is_loopback(base_url) {
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
        validate::base_url(&text).map_err(|problem| self.wrong("base_url", setting.env, problem))
    }

    fn checked_headers(&self) -> Result<HeaderMap, ConfigError> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static(self.user_agent));
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
        let (name, value) = validate::header(self.api, self.name, name, value)?;
        headers.insert(name, value);
        Ok(())
    }

    fn checked_credentials(&self) -> Result<BTreeMap<&'static str, Applied>, ConfigError> {
        let mut applied = BTreeMap::new();
        for credential in self.api.security_schemes {
            let is_bearer = credential.kind == SecuritySchemeKind::Bearer;
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
        let names = self.api.security_schemes.iter().map(|scheme| scheme.name);
        if let Some(unknown) = self
            .credentials
            .keys()
            .find(|name| !names.clone().any(|known| known == *name))
        {
            return Err(self.wrong(unknown, None, "is not a security scheme of this API"));
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

/// A missing or invalid setting.
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

    /// The name of the setting: its method on the `ClientBuilder`, or its member if the settings are JSON.
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
