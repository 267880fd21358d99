//! Settings of the HTTP client that a client makes for itself.

use std::time::Duration;

#[cfg(feature = "rustls")]
use reqwest::Certificate;
use reqwest::{ClientBuilder, Proxy};
use zeroize::Zeroizing;

use super::config_error::SettingNames;
use super::proxy::described;
use super::security_scheme::Secret;
use super::transport_error::{Route, innermost};
use super::{BuilderCore, ConfigError};

/// Connecting takes longer only if packets are lost without an error. A retry may take another route.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Without TLS, there are none.
#[cfg(not(feature = "rustls"))]
type Certificate = std::convert::Infallible;

#[derive(Clone, Default)]
pub(super) struct HttpSettings {
    pub(super) connect_timeout: Option<Duration>,
    /// In PEM.
    root_certificates: Vec<Vec<u8>>,
    /// The URL may have a password.
    proxy: Option<Secret>,
    pool_max_idle_per_host: Option<usize>,
}

/// The same settings after they were checked.
pub(super) struct CheckedHttpSettings {
    pub(super) route: Route,
    #[cfg_attr(not(feature = "rustls"), expect(dead_code, reason = "there are none"))]
    root_certificates: Vec<Certificate>,
    proxy: Option<Proxy>,
    pool_max_idle_per_host: Option<usize>,
}

#[expect(missing_docs, reason = "described where `client!` calls them")]
impl BuilderCore {
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.http_settings.connect_timeout = Some(timeout);
        self
    }

    pub fn root_certificate(mut self, pem: &[u8]) -> Self {
        self.http_settings.root_certificates.push(pem.to_owned());
        self
    }

    pub fn proxy(mut self, url: String) -> Self {
        self.http_settings.proxy = Some(Zeroizing::new(url)).filter(|url| !url.is_empty());
        self
    }

    pub fn pool_max_idle_per_host(mut self, connections: usize) -> Self {
        self.http_settings.pool_max_idle_per_host = Some(connections);
        self
    }
}

impl HttpSettings {
    /// The names of the settings that have a value. The caller's own HTTP client would ignore them.
    pub(super) fn set(&self) -> impl Iterator<Item = &'static str> {
        let settings = [
            ("connect_timeout", self.connect_timeout.is_some()),
            ("root_certificate", !self.root_certificates.is_empty()),
            ("proxy", self.proxy.is_some()),
            (
                "pool_max_idle_per_host",
                self.pool_max_idle_per_host.is_some(),
            ),
        ];
        let set = settings.into_iter().filter(|(_, is_set)| *is_set);
        set.map(|(name, _)| name)
    }

    pub(super) fn checked(&self, names: SettingNames) -> Result<CheckedHttpSettings, ConfigError> {
        let invalid = |name, problem: String| names.setting(name, None).invalid(problem);
        let (proxy, described) = match &self.proxy {
            None => (None, None),
            Some(url) => {
                let described = described(url).map_err(|problem| invalid("proxy", problem))?;
                let proxy = Proxy::all(url.as_str())
                    .map_err(|error| invalid("proxy", innermost(&error).to_string()))?;
                (Some(proxy), Some(described))
            }
        };
        let certificates = self.checked_certificates();
        let root_certificates =
            certificates.map_err(|problem| invalid("root_certificate", problem))?;
        Ok(CheckedHttpSettings {
            route: Route {
                connect_timeout: Some(self.connect_timeout.unwrap_or(CONNECT_TIMEOUT)),
                proxy: described,
            },
            root_certificates,
            proxy,
            pool_max_idle_per_host: self.pool_max_idle_per_host,
        })
    }

    #[cfg(feature = "rustls")]
    fn checked_certificates(&self) -> Result<Vec<Certificate>, String> {
        let mut certificates = Vec::new();
        for pem in &self.root_certificates {
            let invalid = |error: reqwest::Error| {
                let reason = innermost(&error);
                format!("is not a valid certificate in the PEM format: {reason}")
            };
            let found = Certificate::from_pem_bundle(pem).map_err(invalid)?;
            if found.is_empty() {
                return Err(
                    "has no certificate in the PEM format (`-----BEGIN CERTIFICATE-----`)"
                        .to_owned(),
                );
            }
            certificates.extend(found);
        }
        if !certificates.is_empty() {
            // Only a complete client reads them.
            let http = ClientBuilder::new().tls_certs_only(certificates.clone());
            http.build().map_err(|error| {
                let reason = innermost(&error);
                format!("has an invalid certificate: {reason}")
            })?;
        }
        Ok(certificates)
    }

    #[cfg(not(feature = "rustls"))]
    fn checked_certificates(&self) -> Result<Vec<Certificate>, String> {
        if self.root_certificates.is_empty() {
            return Ok(Vec::new());
        }
        Err("needs the cargo feature `rustls`".to_owned())
    }
}

impl CheckedHttpSettings {
    /// Whether the caller has set a proxy, which is used for all requests.
    pub(super) fn has_proxy(&self) -> bool {
        self.proxy.is_some()
    }

    pub(super) fn apply(&self, mut http: ClientBuilder) -> ClientBuilder {
        if let Some(timeout) = self.route.connect_timeout {
            http = http.connect_timeout(timeout);
        }
        #[cfg(feature = "rustls")]
        if !self.root_certificates.is_empty() {
            http = http.tls_certs_merge(self.root_certificates.clone());
        }
        if let Some(proxy) = &self.proxy {
            http = http.proxy(proxy.clone());
        }
        if let Some(connections) = self.pool_max_idle_per_host {
            http = http.pool_max_idle_per_host(connections);
        }
        http
    }
}
