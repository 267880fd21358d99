//! Settings for one call, and how they are added to its request.

use std::fmt;
use std::time::Duration;

use http::HeaderValue;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName};
use serde_core::Serialize;
use serde_json::Value;

use super::body::Body;
use super::header::essence;
use super::pairs::has_pair;
use super::percent::encode;
use super::style::Style;
use super::{EncodeError, RequestParts, RetryPolicy, header};
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
        let names = |pairs: &[(String, String)]| -> Vec<String> {
            pairs.iter().map(|(name, _)| name.clone()).collect()
        };
        f.debug_struct("CallSettings")
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            // Only names, because a header or a parameter may contain a credential.
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .field("properties", &self.properties)
            .finish_non_exhaustive()
    }
}

impl RequestParts {
    /// Adds the inputs that belong to a single call.
    pub(super) fn add_settings(&mut self, settings: &CallSettings) -> Result<(), EncodeError> {
        if settings.is_by_name {
            self.expect_once(settings)?;
        }
        for (name, value) in &settings.query {
            self.add_query(name, Style::FORM, &Value::from(value.as_str()));
        }
        let inputs = match &*settings.headers {
            [] => Vec::new(),
            _ => self.input_headers().cloned().collect(),
        };
        for (name, value) in &settings.headers {
            self.set_header(name, value.trim_matches([' ', '\t']), &inputs)?;
        }
        for (name, value) in &settings.properties {
            let value = value.as_ref();
            let value =
                value.map_err(|problem| EncodeError::json("body property", name, problem))?;
            self.body.set_extra(name, value)?;
        }
        Ok(())
    }

    /// Fails if an input of a call by name is there with a qualified name as well.
    fn expect_once(&self, settings: &CallSettings) -> Result<(), EncodeError> {
        let twice = |part, location: &str, name: &str| {
            let problem = format!("is given twice: as `{name}` and as `{location}.{name}`");
            Err(EncodeError::new(part, name, problem))
        };
        for (name, _) in &settings.query {
            if has_pair(&self.query, '&', &encode(name)) {
                return twice("query parameter", "query", name);
            }
        }
        for (name, _) in &settings.headers {
            if self
                .input_headers()
                .any(|input| input.as_str().eq_ignore_ascii_case(name))
            {
                return twice("header", "header", name);
            }
        }
        for (name, _) in &settings.properties {
            if self.body.contains(name) {
                return twice("body property", "body", name);
            }
        }
        Ok(())
    }

    /// Sets a header of a single call. An empty value removes it, unless it is one of the `inputs`.
    fn set_header(
        &mut self,
        name: &str,
        text: &str,
        inputs: &[HeaderName],
    ) -> Result<(), EncodeError> {
        let is_upload = matches!(self.body, Body::Bytes(..));
        let parsed = header::by_hand(name, text, is_upload);
        let (parsed, value) =
            parsed.map_err(|problem| EncodeError::new("header", name, problem))?;
        if value.is_empty() && inputs.contains(&parsed) {
            let problem = "must not be empty: it is an input of this call";
            return Err(EncodeError::new("header", name, problem));
        }
        if parsed == CONTENT_TYPE && !is_upload {
            let is_declared = |declared: &HeaderValue| {
                declared
                    .to_str()
                    .is_ok_and(|declared| essence(declared) == essence(text))
            };
            let is_declared = self.headers.get(CONTENT_TYPE).is_some_and(is_declared);
            self.own_media_type = (!is_declared).then(|| text.to_owned());
        }
        self.removed_headers.retain(|removed| *removed != parsed);
        if value.is_empty() {
            self.headers.remove(&parsed);
            self.removed_headers.push(parsed);
        } else {
            self.headers.insert(parsed, value);
        }
        Ok(())
    }

    /// The headers before those that are set by hand.
    fn input_headers(&self) -> impl Iterator<Item = &HeaderName> {
        // The generator adds these two.
        let names = self.headers.keys();
        names.filter(|name| ![ACCEPT, CONTENT_TYPE].contains(name))
    }
}
