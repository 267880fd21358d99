//! Building a client: its settings are checked, from the builder or the environment.

use std::sync::Arc;

use http::HeaderMap;
use http::header::{ACCEPT, HeaderValue, USER_AGENT};
use reqwest::Url;
use zeroize::Zeroizing;

use super::config_error::NamedSetting;
use super::credentials::Credentials;
use super::http_client::HttpClient;
use super::security_scheme::{Applied, Secret};
use super::settings::{Settings, missing_headers};
use super::token_source::SETTING;
use super::turns::Turns;
use super::validate;
use super::{BuilderCore, ClientCore, ConfigError, SecurityScheme, SecuritySchemeKind};

impl BuilderCore {
    /// Checks the settings and creates the client.
    pub fn build(self) -> Result<ClientCore, ConfigError> {
        let mut errors = Vec::new();
        let base_url = self.checked_base_url().unwrap_or_else(|error| {
            errors.push(error);
            None
        });
        let credentials = self.checked_credentials(&mut errors);
        let headers = self.checked_headers(&mut errors);
        // An invalid setting is not missing.
        let is_invalid = |setting: &NamedSetting| errors.iter().any(|error| error.names(setting));
        let mut missing = Vec::new();
        let mut alternatives = Vec::new();
        if base_url.is_none() {
            missing.push(self.names.setting("base_url", self.api.base_url.env));
        }
        if !self.allows_missing {
            alternatives = self.missing_credentials(&credentials, &headers, &is_invalid);
            if let [only] = &mut *alternatives {
                missing.append(only);
                alternatives.clear();
            }
            let headers = missing_headers(self.api, |name| headers.contains_key(name));
            missing.extend(headers.map(|header| self.names.header(header)));
        }
        missing.retain(|setting| !is_invalid(setting));
        for missing in [alternatives, vec![missing]] {
            if missing.iter().any(|settings| !settings.is_empty()) {
                errors.push(ConfigError::missing(missing, self.env));
            }
        }
        errors.extend(self.timeout_errors());
        if self.max_concurrent_calls == Some(0) {
            let setting = self.names.setting("max_concurrent_calls", None);
            errors.push(setting.invalid("is zero"));
        }
        let http = base_url
            .as_deref()
            .map(|base_url| self.checked_http(base_url));
        let http = http.and_then(|http| http.map_err(|error| errors.push(error)).ok());
        let parsed = base_url.as_deref().and_then(|url| Url::parse(url).ok());
        let (Some(base_url), Some(parsed_base_url), Some(http), []) =
            (base_url, parsed, http, &*errors)
        else {
            return Err(ConfigError::all(errors));
        };
        Ok(ClientCore::new(Settings {
            http,
            #[cfg(feature = "testing")]
            transport: self.transport,
            api: self.api,
            base_url,
            parsed_base_url,
            headers,
            credentials,
            timeout: self.timeout,
            retry: self.retry,
            retry_budget: Arc::default(),
            turns: self.max_concurrent_calls.map(Turns::new),
            pace: self.waits_for_rate_limit.then(Arc::default),
            on_attempt: self.on_attempt,
            before_attempt: self.before_attempt,
            trace_headers: self.trace_headers,
            max_request_body: self.max_request_body,
            max_response_body: self.max_response_body,
            names: self.names,
            is_env_read: self.env,
        }))
    }

    /// A value from the environment, if `with_env` was called and the variable is set.
    fn env(&self, variable: Option<&str>) -> Option<String> {
        let variable = variable.filter(|_| self.env)?;
        std::env::var(variable)
            .ok()
            .filter(|value| !value.is_empty())
    }

    fn timeout_errors(&self) -> impl Iterator<Item = ConfigError> {
        let timeouts = [
            ("timeout", Some(self.timeout)),
            ("connect_timeout", self.http_settings.connect_timeout),
        ];
        let set = timeouts
            .into_iter()
            .filter_map(|(name, set)| Some((name, set?)));
        let errors = set.filter_map(|(name, set)| validate::timeout(name, self.names, set).err());
        errors.chain(validate::retry(self.names, &self.retry).err())
    }

    fn checked_http(&self, base_url: &str) -> Result<HttpClient, ConfigError> {
        #[cfg(feature = "testing")]
        if self.transport.is_some() {
            return Ok(HttpClient::unconnected());
        }
        let Some(http) = &self.http else {
            return HttpClient::new(base_url, &self.http_settings.checked(self.names)?);
        };
        let ignored = self.http_settings.set().map(|name| {
            let problem = "cannot be combined with `http_client`; set it on that client";
            self.names.setting(name, None).invalid(problem)
        });
        let ignored: Vec<_> = ignored.collect();
        if !ignored.is_empty() {
            return Err(ConfigError::all(ignored));
        }
        HttpClient::custom(http.clone(), base_url).map_err(|problem| {
            let setting = self.names.setting("http_client", None);
            setting.invalid(problem)
        })
    }

    fn checked_base_url(&self) -> Result<Option<String>, ConfigError> {
        let default = self.api.base_url;
        let own = self.base_url.clone().filter(|url| !url.is_empty());
        let env = self.env(default.env).filter(|_| own.is_none());
        let is_env = env.is_some();
        let text = own.or(env).or_else(|| default.value.map(str::to_owned));
        let checked = text.map(|text| validate::base_url(&text)).transpose();
        checked.map_err(|problem| {
            let setting = self.names.setting("base_url", default.env);
            setting.invalid(problem).of_env(is_env)
        })
    }

    fn checked_headers(&self, errors: &mut Vec<ConfigError>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static(self.user_agent));
        let mut insert = |name: &str, value: &str, is_env: bool| match validate::header(
            self.api, self.names, name, value,
        ) {
            Ok((name, value)) => drop(headers.insert(name, value)),
            Err(error) => errors.push(error.of_env(is_env)),
        };
        let has_value = |value: &str| !value.trim_matches([' ', '\t']).is_empty();
        for (name, value) in self.headers.iter().filter(|(_, value)| has_value(value)) {
            insert(name, value, false);
        }
        for header in self.api.headers {
            let is_set = |(name, value): &(String, String)| {
                name.eq_ignore_ascii_case(header.name) && has_value(value)
            };
            if !self.headers.iter().any(is_set)
                && let Some(value) = self.env(header.env)
            {
                insert(header.name, &value, true);
            }
        }
        headers
    }

    fn checked_credentials(&self, errors: &mut Vec<ConfigError>) -> Credentials {
        if self.token.as_ref().is_some_and(|token| !token.is_empty()) {
            errors.extend(validate::takes_token(self.api, self.names, "token").err());
        }
        if self.token_source.is_some() {
            errors.extend(validate::takes_token(self.api, self.names, SETTING).err());
        }
        let schemes = self.api.security_schemes;
        let mut applied = Credentials::default();
        for scheme in schemes {
            let own = self.secret(scheme).cloned();
            let source = self.token_source.as_ref().filter(|_| own.is_none());
            if let (SecuritySchemeKind::Bearer, Some(source)) = (scheme.kind, source) {
                applied.set(scheme.name, Applied::From(source.clone()));
                continue;
            }
            let is_env = own.is_none();
            let env = || self.env(scheme.env).map(Zeroizing::new);
            let Some(secret) = own.or_else(env) else {
                continue;
            };
            let setting = self.names.credential(scheme);
            match scheme.kind.apply(&secret) {
                Ok(credential) => applied.set(scheme.name, credential),
                // All bearer schemes have one setting.
                Err(_) if errors.iter().any(|error| error.names(&setting)) => {}
                Err(problem) => errors.push(setting.invalid(problem).of_env(is_env)),
            }
        }
        for (name, _) in &self.credentials {
            if !schemes.iter().any(|scheme| scheme.name == name) {
                let problem = "is not a security scheme of this API";
                errors.push(ConfigError::new(name, problem));
            }
        }
        applied
    }

    /// The token or key of a security scheme, if the caller has set it.
    fn secret(&self, scheme: &SecurityScheme) -> Option<&Secret> {
        let is_bearer = scheme.kind == SecuritySchemeKind::Bearer;
        let mut credentials = self.credentials.iter();
        let own = credentials.find(|(name, _)| name == scheme.name);
        let own = own.map(|(_, secret)| secret);
        let token = self.token.as_ref().filter(|_| is_bearer);
        let mut secrets = [own, token].into_iter().flatten();
        secrets.find(|secret| !secret.is_empty())
    }

    /// The settings that each alternative of the default security lacks; none if one of them is complete.
    fn missing_credentials(
        &self,
        credentials: &Credentials,
        headers: &HeaderMap,
        is_invalid: &dyn Fn(&NamedSetting) -> bool,
    ) -> Vec<Vec<NamedSetting>> {
        let schemes = self.api.security_schemes.iter();
        let set = schemes.filter(|scheme| {
            let header = scheme.kind.header();
            credentials.get(scheme.name).is_some()
                || header.is_some_and(|name| headers.contains_key(name))
        });
        let set: Vec<_> = set.collect();
        let is_set = |required: &SecurityScheme| set.iter().any(|set| set.shares_setting(required));
        let mut missing: Vec<Vec<NamedSetting>> = Vec::new();
        for names in self.api.security {
            let schemes = self.api.schemes(names).filter(|scheme| !is_set(scheme));
            let settings = schemes.map(|scheme| self.names.credential(scheme));
            let settings: Vec<_> = settings.filter(|setting| !is_invalid(setting)).collect();
            // Fewer settings are enough.
            let needs = |all: &[NamedSetting], some: &[NamedSetting]| {
                some.iter().all(|setting| all.contains(setting))
            };
            if !missing.iter().any(|fewer| needs(&settings, fewer)) {
                missing.retain(|more| !needs(more, &settings));
                missing.push(settings);
            }
        }
        missing.retain(|settings| !settings.is_empty());
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::{Api, Security, Setting};

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

    const BASIC: SecurityScheme = SecurityScheme {
        name: "Basic",
        setting: "login",
        kind: SecuritySchemeKind::Basic,
        env: None,
    };

    const SCHEMES: &[SecurityScheme] = &[KEY, bearer("Login"), bearer("Admin"), BASIC];

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
    fn credentials_of_one_alternative_are_required() {
        static KEY_ONLY: Api = api(&[&["ApiKey"]]);
        static TOKEN: Api = api(&[&["Login", "ApiKey"], &["Admin"]]);
        static OPTIONAL: Api = api(&[&["ApiKey"], &[]]);
        static EITHER: Api = api(&[&["ApiKey"], &["Admin"]]);
        static BOTH: Api = api(&[&["ApiKey", "Login"], &["Basic"]]);
        static UNSUPPORTED: Api = api(&[&["ApiKey"], &["Kerberos"]]);
        let missing = |api| {
            let error = BuilderCore::new(api, "test/1").build().err()?;
            Some(error.setting().to_owned())
        };
        assert_eq!(missing(&KEY_ONLY).as_deref(), Some("api_key"));
        assert_eq!(missing(&TOKEN).as_deref(), Some("token"));
        assert_eq!(missing(&OPTIONAL), None);
        assert_eq!(missing(&UNSUPPORTED), None);
        let error = |builder: BuilderCore| Some(builder.build().err()?.to_string());
        let either = BuilderCore::new(&EITHER, "test/1");
        assert_eq!(
            error(either.clone()).as_deref(),
            Some("the client's setting `api_key` or `token` is not set")
        );
        assert_eq!(error(either.clone().allow_missing_settings()), None);
        assert_eq!(error(either.clone().header("Authorization", &"x")), None);
        assert_eq!(
            error(either.clone().token("Bearer t".to_owned())).as_deref(),
            Some("the client's setting `token` begins with `Bearer`, which the client adds")
        );
        assert_eq!(error(either.token("t".to_owned())), None);
        let half = BuilderCore::new(&BOTH, "test/1").credential("ApiKey", "k".to_owned());
        assert_eq!(
            error(half).as_deref(),
            Some("the client's setting `token` or `login` is not set")
        );
        let other = BuilderCore::new(&TOKEN, "test/1").credential("Admin", "x".to_owned());
        assert!(other.build().is_ok());
    }
}
