//! Settings for one call.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use super::RetryPolicy;

/// Settings for one call.
#[derive(Clone, Default)]
pub struct CallSettings {
    pub(super) timeout: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) properties: Vec<(String, Value)>,
}

#[expect(missing_docs, reason = "described where `client!` calls them")]
impl CallSettings {
    pub fn set_timeout(&mut self, timeout: Duration) {
        self.timeout = Some(timeout);
    }

    pub fn set_retry(&mut self, policy: RetryPolicy) {
        self.retry = Some(policy);
    }

    pub fn add_header(&mut self, name: &str, value: &dyn fmt::Display) {
        self.headers.push((name.to_owned(), value.to_string()));
    }

    pub fn add_query(&mut self, name: &str, value: &dyn fmt::Display) {
        self.query.push((name.to_owned(), value.to_string()));
    }

    pub fn add_property(&mut self, name: &str, value: Value) {
        self.properties.push((name.to_owned(), value));
    }
}

impl fmt::Debug for CallSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers = self.headers.iter().map(|(name, _)| name);
        f.debug_struct("CallSettings")
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            // Only names, because a header may contain a credential.
            .field("headers", &headers.collect::<Vec<_>>())
            .field("query", &self.query)
            .field("properties", &self.properties)
            .finish()
    }
}
