//! Errors of settings, and the names of settings in them.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use super::decode_error::is_visible;
use super::{ClientHeader, SecurityScheme};

/// The names of settings in the caller's terms: methods of the builder, or members of JSON.
#[derive(Clone, Copy)]
pub(super) struct SettingNames {
    pub(super) of: fn(&str) -> String,
    pub(super) of_credential: fn(&SecurityScheme) -> String,
}

impl SettingNames {
    pub(super) fn setting(&self, name: &str, env: Option<&'static str>) -> NamedSetting {
        NamedSetting {
            name: (self.of)(name),
            env,
        }
    }

    pub(super) fn header(&self, header: &ClientHeader) -> NamedSetting {
        self.setting(header.setting, header.env)
    }

    pub(super) fn credential(&self, scheme: &SecurityScheme) -> NamedSetting {
        NamedSetting {
            name: (self.of_credential)(scheme),
            env: scheme.env,
        }
    }
}

/// A setting, and the environment variable that can set it as well.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct NamedSetting {
    name: String,
    env: Option<&'static str>,
}

impl NamedSetting {
    /// The setting has an invalid value.
    pub(super) fn invalid(self, problem: impl Into<String>) -> ConfigError {
        ConfigError(Box::new(vec![Problem {
            alternatives: vec![vec![self]],
            invalid: Some(problem.into()),
            is_env_read: false,
        }]))
    }
}

/// All settings that are missing or invalid. Its `Debug` output is its text.
///
/// ```
/// # use openapi_client_runtime::ConfigError;
/// fn advice(error: &ConfigError) -> String {
///     match error.env() {
///         Some(variable) => format!("set {variable}"),
///         None => format!("check the settings {:?}", error.settings().collect::<Vec<_>>()),
///     }
/// }
/// ```
// An error is the size of a pointer.
#[allow(clippy::box_collection, reason = "a vector is three times as large")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ConfigError(Box<Vec<Problem>>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Problem {
    /// Settings, of which one alternative is needed.
    alternatives: Vec<Vec<NamedSetting>>,
    /// The reason why the value is invalid; `None` if they are not set.
    invalid: Option<String>,
    /// Whether the environment variables are a part of the problem.
    is_env_read: bool,
}

impl ConfigError {
    /// A setting without an environment variable has an invalid value.
    pub(crate) fn new(name: &str, problem: impl Into<String>) -> Self {
        let setting = NamedSetting {
            name: name.to_owned(),
            env: None,
        };
        setting.invalid(problem)
    }

    /// An environment variable that is not a setting of the client has an invalid value.
    pub(super) fn of_variable(variable: &'static str, problem: &str) -> Self {
        let setting = NamedSetting {
            name: variable.to_owned(),
            env: Some(variable),
        };
        setting.invalid(problem)
    }

    /// The service that takes the place of the network refuses a call. No setting is to blame.
    #[cfg(feature = "testing")]
    pub(crate) fn of_service(problem: String) -> Self {
        Self(Box::new(vec![Problem {
            alternatives: Vec::new(),
            invalid: Some(problem),
            is_env_read: false,
        }]))
    }

    /// None of the alternatives is set.
    pub(super) fn missing(alternatives: Vec<Vec<NamedSetting>>, is_env_read: bool) -> Self {
        Self(Box::new(vec![Problem {
            alternatives,
            invalid: None,
            is_env_read,
        }]))
    }

    /// All of these errors in one.
    pub(super) fn all(errors: Vec<Self>) -> Self {
        let mut all = Vec::new();
        for error in errors {
            all.extend(*error.0);
        }
        Self(Box::new(all))
    }

    /// Whether a setting is one of those that are missing or invalid.
    pub(super) fn names(&self, setting: &NamedSetting) -> bool {
        self.named().contains(&setting)
    }

    /// The same error for a value that an environment variable has.
    pub(super) fn of_env(mut self, is_env_read: bool) -> Self {
        for problem in &mut *self.0 {
            problem.is_env_read = is_env_read;
        }
        self
    }

    fn named(&self) -> Vec<&NamedSetting> {
        let mut named = Vec::new();
        for problem in &*self.0 {
            named.extend(problem.named());
        }
        named
    }

    /// The name of the setting: its method on the `ClientBuilder`, or its member if the settings are JSON. If there are
    /// several, it is the first one.
    pub fn setting(&self) -> &str {
        self.settings().next().unwrap_or_default()
    }

    /// The names of all settings that are missing or invalid.
    pub fn settings(&self) -> impl Iterator<Item = &str> {
        self.named().into_iter().map(|setting| &*setting.name)
    }

    /// The environment variable that can also set the [setting](Self::setting).
    pub fn env(&self) -> Option<&'static str> {
        self.named().first()?.env
    }
}

impl Problem {
    fn named(&self) -> Vec<&NamedSetting> {
        let mut named = Vec::new();
        for settings in &self.alternatives {
            named.extend(settings);
        }
        named
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let alternatives = &self.alternatives;
        if let (true, Some(problem)) = (alternatives.is_empty(), &self.invalid) {
            return f.write_str(problem);
        }
        let names = |settings: &Vec<NamedSetting>| {
            let names = settings
                .iter()
                .map(|setting| format!("`{}`", printable(&setting.name)));
            names.collect::<Vec<_>>().join(" and ")
        };
        let listed = alternatives.iter().map(names).collect::<Vec<_>>();
        let is_one = alternatives.iter().all(|settings| settings.len() == 1);
        let (plural, verb) = if is_one { ("", "is") } else { ("s", "are") };
        let is_variable = |setting: &NamedSetting| setting.env == Some(&*setting.name);
        let kind = if self.named().into_iter().all(is_variable) {
            "environment variable"
        } else {
            "client's setting"
        };
        write!(f, "the {kind}{plural} {} ", listed.join(" or "))?;
        match &self.invalid {
            Some(problem) => f.write_str(problem)?,
            None => write!(f, "{verb} not set")?,
        }
        let variables = self.named().into_iter().filter_map(|setting| setting.env);
        match &*variables.filter(|_| self.is_env_read).collect::<Vec<_>>() {
            [] => Ok(()),
            [variable] => write!(f, " (environment variable {variable})"),
            variables => write!(f, " (environment variables {})", variables.join(", ")),
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for ConfigError {}

/// A name of the caller's in a message, on one line.
pub(super) fn printable(name: &str) -> Cow<'_, str> {
    if name.contains(|c| !is_visible(c)) {
        name.escape_debug().to_string().into()
    } else {
        name.into()
    }
}
