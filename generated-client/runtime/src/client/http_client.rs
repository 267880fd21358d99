//! The HTTP client that sends requests.

use std::time::Duration;

use reqwest::{Request, redirect};

use super::error::Failure;
use super::proxy::proxy_of;
use super::transport_error::{Route, innermost};
use super::{ConfigError, validate};

/// An HTTP client, and what is known about its connections.
#[derive(Clone)]
pub(super) struct HttpClient {
    inner: reqwest::Client,
    pub(super) route: Route,
}

impl HttpClient {
    /// Prepares connections to a service.
    pub(super) fn new(
        base_url: &str,
        connect_timeout: Option<Duration>,
    ) -> Result<Self, ConfigError> {
        // A proxy from the environment is meant for other hosts and must not see the token.
        let is_loopback = validate::is_loopback(base_url);
        let proxy = if is_loopback {
            None
        } else {
            proxy_of(base_url)?
        };
        let configured = || {
            // The call itself follows redirects, because it knows the method and the origin.
            let mut http = reqwest::Client::builder().redirect(redirect::Policy::none());
            if is_loopback {
                http = http.no_proxy();
            }
            match connect_timeout {
                Some(timeout) => http.connect_timeout(timeout),
                None => http,
            }
        };
        let inner = configured().build().or_else(|error| {
            without_tls(configured(), base_url).ok_or_else(|| {
                let problem = format!("cannot be set up: {}{ADVICE}", innermost(&error));
                ConfigError::new("TLS", problem)
            })
        });
        Ok(Self {
            inner: inner?,
            route: Route {
                connect_timeout,
                proxy,
            },
        })
    }

    /// An HTTP client that the caller has configured. Fails if it follows redirects.
    pub(super) fn custom(inner: reqwest::Client) -> Result<Self, &'static str> {
        if follows_redirects(&inner) {
            return Err(FOLLOWS);
        }
        Ok(Self {
            inner,
            route: Route::default(),
        })
    }

    pub(super) async fn execute(&self, request: Request) -> Result<reqwest::Response, Failure> {
        let sent = self.inner.execute(request).await;
        sent.map_err(|error| Failure::of_http(error, &self.route))
    }
}

/// An HTTP client that follows redirects may turn a `POST` into a `GET` or repeat it, and calls cannot see that it did.
pub(super) const FOLLOWS: &str = "follows redirects; build it with `redirect::Policy::none()`";

/// Whether an HTTP client follows redirects, as far as its `Debug` text shows it.
fn follows_redirects(http: &reqwest::Client) -> bool {
    const NONE: &str = "redirect_policy: \"Policy(None)\"";
    let shows_none = |http: &reqwest::Client| format!("{http:?}").contains(NONE);
    // Another version of `reqwest` may have another text. Then a call still fails if its response is from another URL.
    let is_shown = || {
        let http = reqwest::Client::builder().redirect(redirect::Policy::none());
        untrusting(http).is_ok_and(|http| shows_none(&http))
    };
    !shows_none(http) && is_shown()
}

const ADVICE: &str = "; install the CA certificates of the system (often the package `ca-certificates`), set \
    SSL_CERT_FILE to a file with certificates, or pass an HTTP client with its own certificates to `http_client`";

/// For a service without TLS, a client that trusts no certificate.
fn without_tls(http: reqwest::ClientBuilder, base_url: &str) -> Option<reqwest::Client> {
    base_url
        .starts_with("http:")
        .then(|| untrusting(http).ok())?
}

/// A client that trusts no certificate. It needs none on this machine.
fn untrusting(http: reqwest::ClientBuilder) -> reqwest::Result<reqwest::Client> {
    #[cfg(feature = "rustls")]
    let http = http.tls_certs_only([]);
    http.build()
}
