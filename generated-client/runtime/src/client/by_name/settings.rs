//! Settings of a client as JSON.

use serde_json::{Map, Value};

use super::nearest::nearest;
use crate::client::config_error::SettingNames;
use crate::client::{BuilderCore, SecuritySchemeKind};
use crate::{ConfigError, JsonObject, RetryPolicy};

/// The former name of `baseUrl`, which is still accepted.
const FORMER_BASE_URL: &str = "apiUrl";

#[expect(missing_docs, reason = "described where `client!` calls them")]
impl BuilderCore {
    pub fn with_settings(mut self, settings: &JsonObject) -> Result<Self, ConfigError> {
        self.names = SettingNames {
            of: camel_case,
            of_credential: |scheme| match scheme.kind {
                SecuritySchemeKind::Bearer => "token".to_owned(),
                _ => format!("credentials.{}", scheme.name),
            },
        };
        if let Some(problem) = settings.problem() {
            return Err(ConfigError::new("settings", problem));
        }
        for (name, value) in settings.iter().filter(|(_, value)| !value.is_null()) {
            let header = self
                .api
                .headers
                .iter()
                .find(|header| camel_case(header.setting) == *name);
            self = match (name.as_str(), header, value) {
                ("baseUrl", _, Value::String(url))
                | (FORMER_BASE_URL, None, Value::String(url)) => self.base_url(url.clone()),
                ("token", _, Value::String(token)) => self.token(token.clone()),
                ("credentials", _, Value::Object(credentials)) => {
                    self.with_credentials(credentials)?
                }
                ("retry", _, Value::Bool(true)) => self.retry(RetryPolicy::default()),
                ("retry", _, Value::Bool(false)) => self.retry(RetryPolicy::none()),
                ("retry", ..) => {
                    return Err(ConfigError::new(name, "must be true or false"));
                }
                (_, Some(header), Value::String(value)) => self.header(header.name, value),
                ("baseUrl" | FORMER_BASE_URL | "token", ..) | (_, Some(_), _) => {
                    return Err(ConfigError::new(name, "must be a string"));
                }
                _ => return Err(self.unknown_setting(name)),
            };
        }
        Ok(self)
    }

    /// The error for a name that is not a setting, with the one that is probably meant, or all of them.
    fn unknown_setting(&self, name: &str) -> ConfigError {
        let own = ["baseUrl", "token", "credentials", "retry"].into_iter();
        let takes_token = self.api.bearers().next().is_some();
        let own = own.filter(|name| *name != "token" || takes_token);
        let own = own.map(str::to_owned);
        let headers = self.api.headers.iter();
        let headers = headers.map(|header| camel_case(header.setting));
        let known: Vec<String> = own.chain(headers).collect();
        let advice = match nearest(name, known.iter().cloned()) {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => format!("the settings are `{}`", known.join("`, `")),
        };
        ConfigError::new(name, format!("is not a known setting; {advice}"))
    }

    fn with_credentials(mut self, credentials: &Map<String, Value>) -> Result<Self, ConfigError> {
        for (scheme, value) in credentials {
            let text = |member: &str| value[member].as_str();
            self = match (value.as_str(), text("username"), text("password")) {
                (Some(secret), ..) => self.credential(scheme, secret.to_owned()),
                (None, Some(user), password) => {
                    self.basic_credential(scheme, user, password.unwrap_or_default())
                }
                _ => {
                    let problem = "must be a string, or an object with `username` and `password`";
                    return Err(ConfigError::new(&format!("credentials.{scheme}"), problem));
                }
            };
        }
        Ok(self)
    }
}

/// Converts `bot_id` to `botId`.
fn camel_case(setting: &str) -> String {
    let mut words = setting.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_have_names_in_camel_case() {
        assert_eq!(camel_case("integration_alias"), "integrationAlias");
        assert_eq!(camel_case("token"), "token");
    }
}
