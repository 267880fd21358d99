//! Settings for one call.

use std::fmt;
use std::time::Duration;

use serde_core::Serialize;
use serde_json::Value;

use super::RetryPolicy;
use crate::model::json::to_text;

/// Settings for one call.
#[derive(Clone, Default)]
pub struct CallSettings {
    pub(super) timeout: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    /// With the reason for each value that cannot be written as JSON.
    pub(super) properties: Vec<(String, Result<Value, String>)>,
    /// Whether these are inputs of a call by name.
    pub(super) is_by_name: bool,
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

    pub fn add_property<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        let value = to_text(value).and_then(|text| serde_json::from_slice(&text));
        let value = value.map_err(|error| error.to_string());
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
            .finish_non_exhaustive()
    }
}
