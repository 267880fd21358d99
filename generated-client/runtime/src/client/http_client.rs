//! The HTTP client that sends requests.

use std::sync::Arc;

use reqwest::{Request, Url, redirect};

use super::ConfigError;
use super::error::Failure;
use super::http_settings::CheckedHttpSettings;
use super::loopback::{is_loopback, is_loopback_by_hosts};
use super::proxy::{is_proxy_set, proxy_of, proxy_of_client};
use super::transport_error::{Route, innermost};

/// An HTTP client, and what is known about its connections.
#[derive(Clone)]
pub(super) struct HttpClient {
    inner: reqwest::Client,
    /// The base URL, for which the route is known; `None` if all requests have this route.
    base: Option<Url>,
    route: Route,
    /// The client for requests to this machine, if others may go through a proxy.
    direct: Option<reqwest::Client>,
}

impl HttpClient {
    /// Prepares connections to a service.
    pub(super) fn new(base_url: &str, settings: &CheckedHttpSettings) -> Result<Self, ConfigError> {
        let configured = |is_direct| {
            // The call itself follows redirects, because it knows the method and the origin.
            let mut http = reqwest::Client::builder().redirect(redirect::Policy::none());
            if is_direct {
                http = http.no_proxy();
            }
            settings.apply(http)
        };
        let build = |is_direct| {
            let built = configured(is_direct)
                .build()
                .or_else(|error| without_tls(configured(is_direct), base_url).ok_or(error));
            built.map_err(|error| {
                let cause = innermost(&error).to_string();
                let cause = cause.trim_start_matches("unexpected error: ");
                let problem =
                    format!("is not set, and TLS cannot be set up without it: {cause}{ADVICE}");
                ConfigError::new("http_client", problem)
            })
        };
        if settings.has_proxy() {
            return Ok(Self {
                inner: build(false)?,
                base: None,
                route: settings.route.clone(),
                direct: None,
            });
        }
        let base = Url::parse(base_url).ok();
        let is_here = base.as_ref().is_some_and(is_here);
        let proxy = if is_here { None } else { proxy_of(base_url)? };
        // A proxy from the environment is meant for other hosts and must not see the token. Operations may have servers of
        // their own.
        let direct = is_proxy_set().then(|| build(true)).transpose()?;
        Ok(Self {
            inner: build(false)?,
            base,
            route: Route {
                proxy,
                ..settings.route.clone()
            },
            direct,
        })
    }

    /// An HTTP client that the caller has configured. Fails if it follows redirects.
    pub(super) fn custom(inner: reqwest::Client, base_url: &str) -> Result<Self, &'static str> {
        if follows_redirects(&inner) {
            return Err(FOLLOWS);
        }
        let route = Route {
            connect_timeout: None,
            proxy: proxy_of_client(&inner, base_url),
        };
        Ok(Self {
            inner,
            base: None,
            route,
            direct: None,
        })
    }

    /// An HTTP client for a client that does not use the network. It cannot connect to any name.
    #[cfg(feature = "testing")]
    pub(super) fn unconnected() -> Self {
        Self {
            base: None,
            inner: super::unconnected::client(),
            route: Route::default(),
            direct: None,
        }
    }

    pub(super) async fn execute(&self, request: Request) -> Result<reqwest::Response, Failure> {
        let direct = self.direct.as_ref();
        let direct = direct.filter(|_| self.is_direct(request.url()));
        let url = request.url().clone();
        let sent = direct.unwrap_or(&self.inner).execute(request).await;
        sent.map_err(|error| {
            let route = Route {
                proxy: self.proxy(&url),
                ..self.route.clone()
            };
            Failure::of_http(error, &route)
        })
    }

    /// Whether a request to this URL stays on this machine.
    fn is_direct(&self, url: &Url) -> bool {
        if self.is_base(url) {
            self.route.proxy.is_none()
        } else {
            is_here(url)
        }
    }

    fn is_base(&self, url: &Url) -> bool {
        let base = self.base.as_ref();
        base.is_some_and(|base| base.origin() == url.origin())
    }

    /// The proxy on the way to a URL.
    pub(super) fn proxy(&self, url: &Url) -> Option<Arc<str>> {
        if self.base.is_none() || self.is_base(url) {
            return self.route.proxy.clone();
        }
        // One that is not valid is not used.
        let proxy = || proxy_of(url.as_str()).ok().flatten();
        if is_here(url) { None } else { proxy() }
    }
}

/// Whether a URL refers to this machine.
fn is_here(url: &Url) -> bool {
    is_loopback(url) || is_loopback_by_hosts(url)
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
pub(super) fn untrusting(http: reqwest::ClientBuilder) -> reqwest::Result<reqwest::Client> {
    #[cfg(feature = "rustls")]
    let http = http.tls_certs_only([]);
    http.build()
}
