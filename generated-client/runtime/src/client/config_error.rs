//! Errors of settings.

use std::error::Error as StdError;
use std::fmt;

/// A missing or invalid setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(Box<Wrong>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrong {
    setting: String,
    env: Option<&'static str>,
    problem: String,
}

impl ConfigError {
    pub(super) fn new(
        setting: &str,
        env: Option<&'static str>,
        problem: impl Into<String>,
    ) -> Self {
        Self(Box::new(Wrong {
            setting: setting.to_owned(),
            env,
            problem: problem.into(),
        }))
    }

    /// The name of the setting: its method on the `ClientBuilder`, or its member if the settings are JSON.
    pub fn setting(&self) -> &str {
        &self.0.setting
    }

    /// The environment variable that can also set it.
    pub fn env(&self) -> Option<&'static str> {
        self.0.env
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Wrong {
            setting,
            env,
            problem,
        } = &*self.0;
        write!(f, "the client's setting `{setting}` {problem}")?;
        env.map_or(Ok(()), |env| write!(f, " (environment variable {env})"))
    }
}

impl StdError for ConfigError {}
