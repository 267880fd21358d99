//! The settings of a client, and what a call needs of them.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use reqwest::Url;

use super::config_error::{NamedSetting, SettingNames};
use super::credentials::Credentials;
use super::http_client::HttpClient;
use super::next_attempt::BeforeAttempt;
use super::pace::Pace;
use super::retry::Hook;
use super::retry_budget::RetryBudget;
use super::security_scheme::Applied;
use super::trace_headers::TraceHeaders;
use super::turns::Turns;
use super::{
    Api, ClientHeader, ConfigError, Operation, RetryPolicy, Security, SecurityScheme, validate,
};

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) api: &'static Api,
    pub(super) http: HttpClient,
    #[cfg(feature = "testing")]
    pub(super) transport: Option<Arc<dyn super::Transport>>,
    /// Without a trailing slash.
    pub(super) base_url: String,
    /// The same, parsed.
    pub(super) parsed_base_url: Url,
    /// Headers of every request.
    pub(super) headers: HeaderMap,
    pub(super) credentials: Credentials,
    pub(super) timeout: Duration,
    pub(super) retry: RetryPolicy,
    /// Shared by all clones.
    pub(super) retry_budget: Arc<RetryBudget>,
    /// Shared by all clones; `None` without a limit.
    pub(super) turns: Option<Turns>,
    /// Shared by all clones; `None` if calls do not wait for the rate limit.
    pub(super) pace: Option<Arc<Pace>>,
    pub(super) on_attempt: Option<Arc<Hook>>,
    pub(super) before_attempt: Option<BeforeAttempt>,
    pub(super) trace_headers: Option<TraceHeaders>,
    pub(super) max_request_body: u64,
    pub(super) max_response_body: u64,
    pub(super) names: SettingNames,
    /// Whether the environment was read.
    pub(super) is_env_read: bool,
}

impl Settings {
    /// Whether attempts wait for a permission.
    pub(super) fn has_limits(&self) -> bool {
        self.pace.is_some() || self.turns.is_some()
    }

    /// The base URL of an operation. Its own server is used unless the caller has set another base URL, which then applies
    /// to all operations. A server that is only a path is on the host of the base URL in any case.
    pub(super) fn base_url_of(&self, operation: Operation) -> Cow<'_, str> {
        let is_default = || {
            let of_document = self.api.base_url.value.map(validate::base_url);
            of_document.and_then(Result::ok).as_deref() == Some(&self.base_url)
        };
        match operation.server() {
            Some(path) if path.starts_with('/') => validate::with_path(&self.base_url, path).into(),
            Some(own) if is_default() => own.into(),
            _ => self.base_url.as_str().into(),
        }
    }

    /// The credentials of the first alternative for which all are set or `given` with the request. Without security comes
    /// last. Fails with all settings that the request needs if one is missing.
    pub(super) fn credentials_of(
        &self,
        operation: Operation,
        has_header: &dyn Fn(&str) -> bool,
        given: &dyn Fn(&SecurityScheme) -> bool,
    ) -> Result<Vec<&Applied>, ConfigError> {
        let alternatives = operation.security().unwrap_or(self.api.security);
        let is_missing =
            |scheme: &SecurityScheme| self.credentials.get(scheme.name).is_none() && !given(scheme);
        let is_satisfied =
            |names: &&&[&str]| self.is_known(names) && !self.api.schemes(names).any(&is_missing);
        let (secured, public) = (
            alternatives.iter().filter(|names| !names.is_empty()),
            alternatives.iter().filter(|names| names.is_empty()),
        );
        let chosen = secured.chain(public).find(is_satisfied);
        let credentials: Vec<_> = chosen
            .copied()
            .unwrap_or_default()
            .iter()
            .filter_map(|name| self.credentials.get(name))
            .collect();
        let is_credential = |header: &ClientHeader| {
            let mut names = credentials
                .iter()
                .filter_map(|credential| credential.header());
            names.any(|name| name.as_str().eq_ignore_ascii_case(header.name))
        };
        let missing_headers: Vec<_> = missing_headers(self.api, has_header)
            .filter(|header| operation.takes(header) && !is_credential(header))
            .map(|header| self.names.header(header))
            .collect();
        let mut missing = match chosen {
            Some(_) => Vec::new(),
            None => self.missing_credentials(alternatives, &is_missing),
        };
        for credentials in &mut missing {
            credentials.extend(missing_headers.clone());
        }
        if missing.is_empty() && !missing_headers.is_empty() {
            missing.push(missing_headers);
        }
        if missing.is_empty() {
            Ok(credentials)
        } else {
            Err(ConfigError::missing(missing, self.is_env_read))
        }
    }

    /// Whether all schemes are there. The generator has reported those that it does not support.
    fn is_known(&self, names: &[&str]) -> bool {
        self.api.schemes(names).count() == names.len()
    }

    /// The credentials that are missing in each alternative; none if one of them cannot be judged.
    fn missing_credentials(
        &self,
        alternatives: Security,
        is_missing: &dyn Fn(&SecurityScheme) -> bool,
    ) -> Vec<Vec<NamedSetting>> {
        let mut missing = Vec::new();
        for names in alternatives {
            if !self.is_known(names) {
                return Vec::new();
            }
            let schemes = self.api.schemes(names).filter(|scheme| is_missing(scheme));
            let settings: Vec<_> = schemes
                .map(|scheme| self.names.credential(scheme))
                .collect();
            if !missing.contains(&settings) {
                missing.push(settings);
            }
        }
        missing
    }
}

/// The required headers of the API that are not there.
pub(super) fn missing_headers(
    api: &'static Api,
    has_header: impl Fn(&str) -> bool,
) -> impl Iterator<Item = &'static ClientHeader> {
    let required = api.headers.iter().filter(|header| header.required);
    required.filter(move |header| !has_header(header.name))
}
