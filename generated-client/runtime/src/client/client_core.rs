//! The shared state of a client: settings and connections.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use super::settings::Settings;
use super::{ConfigError, RetryPolicy, SecuritySchemeKind, validate};

/// The part of a client that is the same for every API.
#[derive(Clone)]
pub struct ClientCore {
    settings: Arc<Settings>,
}

impl ClientCore {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings: Arc::new(settings),
        }
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The same client with another token.
    pub fn with_token(&self, token: String) -> Result<Self, ConfigError> {
        let token = Zeroizing::new(token);
        validate::takes_token(self.settings.api, self.settings.names, "token")?;
        let env = self.settings.api.bearers().find_map(|bearer| bearer.env);
        let applied = SecuritySchemeKind::Bearer.apply(&token);
        let applied = applied
            .map_err(|problem| self.settings.names.setting("token", env).invalid(problem))?;
        Ok(self.with(|settings| {
            for bearer in settings.api.bearers() {
                settings.credentials.set(bearer.name, applied.clone());
            }
        }))
    }

    /// The same client with another value of a header. An empty value removes the header, or the credential in it.
    pub fn with_header(&self, name: &str, value: &dyn fmt::Display) -> Result<Self, ConfigError> {
        let value = value.to_string();
        let (name, value) = validate::header(self.settings.api, self.settings.names, name, &value)?;
        Ok(self.with(|settings| {
            if value.is_empty() {
                let credentials = &mut settings.credentials;
                credentials.remove(|credential| credential.header() == Some(&name));
                settings.headers.remove(name);
            } else {
                settings.headers.insert(name, value);
            }
        }))
    }

    /// The same client with another timeout.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        self.with(|settings| settings.timeout = timeout)
    }

    /// The same client with another retry policy.
    #[must_use]
    pub fn with_retry(&self, policy: RetryPolicy) -> Self {
        self.with(|settings| settings.retry = policy)
    }

    pub(super) fn with(&self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::clone(&self.settings);
        change(&mut settings);
        Self::new(settings)
    }

    /// The base URL.
    pub fn base_url(&self) -> &str {
        &self.settings.base_url
    }
}

// A panic of a hook or of the HTTP client leaves no broken state behind.
impl UnwindSafe for ClientCore {}
impl RefUnwindSafe for ClientCore {}

impl fmt::Debug for ClientCore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let credentials = self.settings.credentials.iter();
        f.debug_struct("Client")
            .field("api", &self.settings.api.title)
            .field("base_url", &self.settings.base_url)
            .field("headers", &self.settings.headers.keys().collect::<Vec<_>>())
            .field(
                "credentials",
                &credentials.map(|(name, _)| name).collect::<Vec<_>>(),
            )
            .field("timeout", &self.settings.timeout)
            .field("retry", &self.settings.retry)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::{Api, BuilderCore, Operation, Setting};

    static API: Api = Api {
        title: "Test",
        version: "1",
        base_url: Setting {
            value: Some("http://Example.org/"),
            env: None,
        },
        security_schemes: &[],
        security: &[],
        headers: &[],
    };

    #[test]
    fn an_operation_may_be_elsewhere_unless_the_caller_says_where() {
        const HERE: Operation = Operation::get("here", "/a");
        const ELSEWHERE: Operation = HERE.with_server("http://files.example.org");
        let client = BuilderCore::new(&API, "test/1").build().unwrap();
        let base_url_of =
            |client: &ClientCore, operation| client.settings.base_url_of(operation).into_owned();
        assert_eq!(base_url_of(&client, HERE), "http://example.org");
        assert_eq!(base_url_of(&client, ELSEWHERE), "http://files.example.org");
        let builder = BuilderCore::new(&API, "test/1").base_url("http://localhost:1".to_owned());
        let client = builder.build().unwrap();
        assert_eq!(base_url_of(&client, ELSEWHERE), "http://localhost:1");
    }

    #[test]
    fn a_server_that_is_only_a_path_is_on_the_host_of_the_base_url() {
        let base_url = |base_url: &str, server| {
            let builder = BuilderCore::new(&API, "test/1").base_url(base_url.to_owned());
            let client = builder.build().unwrap();
            let operation = Operation::get("a", "/a").with_server(server);
            client.settings.base_url_of(operation).into_owned()
        };
        assert_eq!(
            base_url("http://example.org/", "/v2"),
            "http://example.org/v2"
        );
        assert_eq!(
            base_url("http://localhost:1/v1", "/v2/"),
            "http://localhost:1/v2"
        );
        assert_eq!(base_url("http://localhost:1/v1", "/"), "http://localhost:1");
        assert_eq!(
            base_url("http://[::1]:1/a/b", "/ä"),
            "http://[::1]:1/%C3%A4"
        );
    }

    #[test]
    fn a_token_that_no_security_scheme_takes_is_an_error() {
        let client = BuilderCore::new(&API, "test/1").build().unwrap();
        let error = client.with_token("t".to_owned()).unwrap_err();
        assert_eq!(error.setting(), "token");
        assert!(
            error
                .to_string()
                .contains("no security scheme that takes a bearer token")
        );
        let builder = BuilderCore::new(&API, "test/1").token("t".to_owned());
        assert_eq!(builder.build().unwrap_err().to_string(), error.to_string());
        assert!(
            BuilderCore::new(&API, "test/1")
                .token(String::new())
                .build()
                .is_ok()
        );
    }
}
