//! The client: settings and connections that calls share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use super::{Api, Call, Request};

/// Calls the API. A clone is cheap and uses the same connections.
#[derive(Clone)]
pub struct Client {
    settings: Arc<Settings>,
}

pub(super) struct Settings {
    pub(super) api: &'static Api,
    pub(super) http: reqwest::Client,
    /// Without a slash at the end.
    pub(super) base_url: String,
    /// Headers that go with every request, the credentials among them.
    pub(super) headers: HeaderMap,
    pub(super) timeout: Duration,
    pub(super) max_request_body: u64,
    pub(super) max_response_body: u64,
}

impl Client {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings: Arc::new(settings),
        }
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Starts a call from a request.
    pub fn call<R: Request>(&self, request: R) -> Call<R> {
        Call::new(self.clone(), request)
    }

    /// Where the service is.
    pub fn base_url(&self) -> &str {
        &self.settings.base_url
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.settings.api.title)
            .field("base_url", &self.settings.base_url)
            .field("headers", &self.settings.headers.keys().collect::<Vec<_>>())
            .field("timeout", &self.settings.timeout)
            .finish_non_exhaustive()
    }
}
