//! Configuring a client.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use http::header::{ACCEPT, HeaderValue, USER_AGENT};
use zeroize::Zeroizing;

use super::client_core::{ClientCore, Settings};
use super::http_client::HttpClient;
use super::retry::Hook;
use super::security_scheme::{Applied, Secret};
use super::validate::{self, NOT_SET};
use super::{Api, ConfigError, RetryPolicy, SecurityScheme, SecuritySchemeKind};

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
    pub(super) names: SettingNames,
}

/// The names of settings in the caller's terms.
#[derive(Clone, Copy)]
pub(super) struct SettingNames {
    pub(super) of: fn(&str) -> String,
    pub(super) of_credential: fn(&SecurityScheme) -> String,
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
        ConfigError::new(&(self.names.of)(setting), env, problem)
    }

    fn checked_http(&self, base_url: &str) -> Result<HttpClient, ConfigError> {
        if let Some(http) = &self.http {
            return match self.connect_timeout {
                None => Ok(HttpClient::custom(http.clone())),
                Some(_) => {
                    let problem = "cannot be combined with `http_client`; set it on that client";
                    Err(self.wrong("connect_timeout", None, problem))
                }
            };
        }
        HttpClient::new(base_url, self.connect_timeout)
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
        let (name, value) = validate::header(self.api, self.names.of, name, value)?;
        headers.insert(name, value);
        Ok(())
    }

    fn checked_credentials(&self) -> Result<BTreeMap<&'static str, Applied>, ConfigError> {
        let schemes = self.api.security_schemes;
        let mut applied = BTreeMap::new();
        for scheme in schemes {
            let Some(secret) = self.secret(scheme) else {
                continue;
            };
            let wrong = |problem| self.wrong_credential(scheme, problem);
            applied.insert(scheme.name, scheme.kind.apply(&secret).map_err(wrong)?);
        }
        let is_known = |name: &String| schemes.iter().any(|scheme| scheme.name == name);
        if let Some(unknown) = self.credentials.keys().find(|name| !is_known(name)) {
            return Err(self.wrong(unknown, None, "is not a security scheme of this API"));
        }
        let is_set = |required: &&SecurityScheme| {
            let same = schemes
                .iter()
                .filter(|scheme| scheme.shares_setting(required));
            same.map(|scheme| scheme.name)
                .any(|name| applied.contains_key(name))
        };
        let mut required = self.api.required_schemes();
        match required.find(|scheme| !is_set(scheme)) {
            Some(missing) => Err(self.wrong_credential(missing, NOT_SET)),
            None => Ok(applied),
        }
    }

    /// The token or key of a security scheme, if it is set.
    fn secret(&self, scheme: &SecurityScheme) -> Option<Secret> {
        let is_bearer = scheme.kind == SecuritySchemeKind::Bearer;
        let is_set = |secret: &&Secret| !secret.is_empty();
        let own = self.credentials.get(scheme.name).filter(is_set);
        let token = self.token.as_ref().filter(|_| is_bearer).filter(is_set);
        let env = || self.env(scheme.env).map(Zeroizing::new);
        own.or(token).cloned().or_else(env)
    }

    fn wrong_credential(&self, scheme: &SecurityScheme, problem: &str) -> ConfigError {
        ConfigError::new(&(self.names.of_credential)(scheme), scheme.env, problem)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::{Security, Setting};

    const KEY: SecurityScheme = SecurityScheme {
        name: "ApiKey",
        setting: "api_key",
        kind: SecuritySchemeKind::Header("x-key"),
        env: Some("TEST_KEY"),
    };

    const fn bearer(name: &'static str) -> SecurityScheme {
        SecurityScheme {
            name,
            setting: "token",
            kind: SecuritySchemeKind::Bearer,
            env: None,
        }
    }

    const SCHEMES: &[SecurityScheme] = &[KEY, bearer("Login"), bearer("Admin")];

    const fn api(security: Security) -> Api {
        Api {
            title: "Test",
            version: "1",
            base_url: Setting {
                value: Some("http://localhost"),
                env: None,
            },
            security_schemes: SCHEMES,
            security,
            headers: &[],
        }
    }

    #[test]
    fn credentials_that_all_alternatives_need_are_required() {
        static KEY_ONLY: Api = api(&[&["ApiKey"]]);
        static TOKEN: Api = api(&[&["Login", "ApiKey"], &["Admin"]]);
        static OPTIONAL: Api = api(&[&["ApiKey"], &[]]);
        static EITHER: Api = api(&[&["ApiKey"], &["Admin"]]);
        let missing = |api| {
            let error = BuilderCore::new(api, "test/1").build().err()?;
            Some(error.setting().to_owned())
        };
        assert_eq!(missing(&KEY_ONLY).as_deref(), Some("api_key"));
        assert_eq!(missing(&TOKEN).as_deref(), Some("token"));
        assert_eq!(missing(&OPTIONAL), None);
        assert_eq!(missing(&EITHER), None);
        let other = BuilderCore::new(&TOKEN, "test/1").credential("Admin", "x".to_owned());
        assert!(other.build().is_ok());
    }
}
