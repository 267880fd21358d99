//! The settings of a client, and what a call needs of them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use super::config_error::{NamedSetting, SettingNames};
use super::http_client::HttpClient;
use super::retry::Hook;
use super::retry_budget::RetryBudget;
use super::security_scheme::Applied;
use super::trace_headers::TraceHeaders;
use super::{Api, ClientHeader, ConfigError, Operation, RetryPolicy, SecurityScheme, validate};

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) api: &'static Api,
    pub(super) http: HttpClient,
    #[cfg(feature = "testing")]
    pub(super) transport: Option<Arc<dyn super::Transport>>,
    /// Without a trailing slash.
    pub(super) base_url: String,
    /// Headers of every request.
    pub(super) headers: HeaderMap,
    /// By name of the security scheme.
    pub(super) credentials: BTreeMap<&'static str, Applied>,
    pub(super) timeout: Duration,
    pub(super) retry: RetryPolicy,
    /// Shared by all clones.
    pub(super) retry_budget: Arc<RetryBudget>,
    pub(super) on_attempt: Option<Arc<Hook>>,
    pub(super) trace_headers: Option<TraceHeaders>,
    pub(super) max_request_body: u64,
    pub(super) max_response_body: u64,
    pub(super) names: SettingNames,
    /// Whether the environment was read.
    pub(super) is_env_read: bool,
}

impl Settings {
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
        headers: &HeaderMap,
        given: impl Fn(&SecurityScheme) -> bool,
    ) -> Result<Vec<&Applied>, ConfigError> {
        let (credentials, missing) = self.credentials_or_missing(operation, given);
        let is_credential = |header: &&ClientHeader| {
            let mut names = credentials
                .iter()
                .filter_map(|credential| credential.header());
            names.any(|name| name.as_str().eq_ignore_ascii_case(header.name))
        };
        let missing_headers: Vec<_> = missing_headers(self.api, headers)
            .filter(|header| operation.takes(header) && !is_credential(header))
            .map(|header| self.names.header(header))
            .collect();
        let mut missing: Vec<_> = missing
            .into_iter()
            .map(|credentials| [credentials, missing_headers.clone()].concat())
            .collect();
        if missing.is_empty() && !missing_headers.is_empty() {
            missing.push(missing_headers);
        }
        if missing.is_empty() {
            Ok(credentials)
        } else {
            Err(ConfigError::missing(missing, self.is_env_read))
        }
    }

    /// The credentials of an operation, or those that are missing in each of its alternatives.
    fn credentials_or_missing(
        &self,
        operation: Operation,
        given: impl Fn(&SecurityScheme) -> bool,
    ) -> (Vec<&Applied>, Vec<Vec<NamedSetting>>) {
        let alternatives = operation.security().unwrap_or(self.api.security);
        let missing = |names: &[&str]| {
            let missing = self.api.schemes(names);
            let missing = missing.filter(|scheme| !self.credentials.contains_key(scheme.name));
            missing.filter(|scheme| !given(scheme)).collect::<Vec<_>>()
        };
        // The generator has reported schemes that it does not support.
        let is_known = |names: &[&str]| self.api.schemes(names).count() == names.len();
        let known = alternatives.iter().copied().filter(|names| is_known(names));
        let mut known: Vec<&[&str]> = known.collect();
        known.sort_by_key(|names| names.is_empty());
        if let Some(names) = known.iter().find(|names| missing(names).is_empty()) {
            let credentials = names.iter().map(|name| self.credentials.get(name));
            return (credentials.flatten().collect(), Vec::new());
        }
        if known.len() < alternatives.len() || known.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let mut named = Vec::new();
        for names in known {
            let missing = missing(names).into_iter();
            let settings: Vec<_> = missing
                .map(|scheme| self.names.credential(scheme))
                .collect();
            if !named.contains(&settings) {
                named.push(settings);
            }
        }
        (Vec::new(), named)
    }
}

/// The required headers of the API that are not there.
pub(super) fn missing_headers(
    api: &'static Api,
    headers: &HeaderMap,
) -> impl Iterator<Item = &'static ClientHeader> {
    let required = api.headers.iter().filter(|header| header.required);
    required.filter(|header| !headers.contains_key(header.name))
}
