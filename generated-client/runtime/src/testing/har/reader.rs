//! Reading JSON with the path of each value, for errors.

use serde_json::Value;

use super::HarError;

/// A value and its path, such as `$.log.entries[3].request`.
#[derive(Clone)]
pub(super) struct At<'a> {
    value: &'a Value,
    path: String,
}

impl<'a> At<'a> {
    pub(super) fn root(value: &'a Value) -> Self {
        let path = "$".to_owned();
        Self { value, path }
    }

    /// Its path in the log, such as `entries[3]`.
    pub(super) fn place(&self) -> &str {
        self.path.trim_start_matches("$.log.")
    }

    pub(super) fn error(&self, problem: &str) -> HarError {
        HarError::new(format!("{} {problem}", self.path))
    }

    /// A member that may be absent or null.
    pub(super) fn optional(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        let path = format!("{}.{name}", self.path);
        Some(Self { value, path })
    }

    pub(super) fn member(&self, name: &str) -> Result<Self, HarError> {
        self.optional(name).ok_or_else(|| {
            let path = format!("{}.{name}", self.path);
            HarError::new(format!("{path} is missing"))
        })
    }

    pub(super) fn items(&self) -> Result<Vec<Self>, HarError> {
        let items = self.value.as_array();
        let items = items.ok_or_else(|| self.error("is not an array"))?.iter();
        let at = |(index, value)| Self {
            value,
            path: format!("{}[{index}]", self.path),
        };
        Ok(items.enumerate().map(at).collect())
    }

    pub(super) fn text(&self) -> Result<&'a str, HarError> {
        let text = self.value.as_str();
        text.ok_or_else(|| self.error("is not a string"))
    }

    pub(super) fn number(&self) -> Result<u64, HarError> {
        let number = self.value.as_u64();
        number.ok_or_else(|| self.error("is not a number from 0"))
    }

    /// Whether it is one of these numbers.
    pub(super) fn is(&self, numbers: &[i64]) -> bool {
        self.value
            .as_i64()
            .is_some_and(|number| numbers.contains(&number))
    }

    /// The text of a member; empty if it is absent.
    pub(super) fn text_or_empty(&self, name: &str) -> Result<&'a str, HarError> {
        self.optional(name).map_or(Ok(""), |member| member.text())
    }

    /// The names and values of a list of headers, which may be absent.
    pub(super) fn headers(&self) -> Result<Vec<(Self, &'a str, &'a str)>, HarError> {
        let Some(headers) = self.optional("headers") else {
            return Ok(Vec::new());
        };
        let headers = headers.items()?.into_iter();
        let pairs = headers.map(|header| {
            let (name, value) = (
                header.member("name")?.text()?,
                header.member("value")?.text()?,
            );
            Ok((header, name, value))
        });
        pairs.collect()
    }
}
