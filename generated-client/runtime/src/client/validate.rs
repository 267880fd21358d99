//! Validation of settings: base URLs and headers.

use std::time::Duration;

use http::header::{HeaderName, HeaderValue};
use reqwest::Url;

use super::config_error::SettingNames;
use super::header;
use super::{Api, ClientHeader, ConfigError, RetryPolicy};

pub(super) const NOT_SET: &str = "is not set";

/// Checks a header of every request, without blanks around its value. If it has its own setting, an error names that setting.
pub(super) fn header(
    api: &Api,
    names: SettingNames,
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), ConfigError> {
    let value = value.trim_matches([' ', '\t']);
    let known = api
        .headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case(name));
    let checked = match known {
        Some(header) if value.is_empty() => Err(if_empty(header)),
        _ => header::by_hand(name, value, false),
    };
    checked.map_err(|problem| match known {
        Some(header) => names.header(header).invalid(problem),
        None => ConfigError::new(name, problem),
    })
}

/// The problem of an empty value of a header that has its own setting.
fn if_empty(header: &ClientHeader) -> &'static str {
    if header.required { NOT_SET } else { "is empty" }
}

/// Checks that the API has a security scheme for a bearer token.
pub(super) fn takes_token(api: &Api, names: SettingNames, name: &str) -> Result<(), ConfigError> {
    let setting = names.setting(name, None);
    let problem = "has no effect: the document declares no security scheme that takes a bearer token; set the header \
                   `Authorization` if the service needs one";
    match api.bearers().next() {
        Some(_) => Ok(()),
        None => Err(setting.invalid(problem)),
    }
}

/// Checks that a timeout leaves time.
pub(super) fn timeout(
    name: &str,
    names: SettingNames,
    timeout: Duration,
) -> Result<(), ConfigError> {
    if timeout.is_zero() {
        return Err(names.setting(name, None).invalid("is zero"));
    }
    Ok(())
}

/// Checks that a policy leaves time for an attempt.
pub(super) fn retry(names: SettingNames, policy: &RetryPolicy) -> Result<(), ConfigError> {
    if policy
        .attempt_timeout
        .is_some_and(|timeout| timeout.is_zero())
    {
        let setting = names.setting("retry", None);
        return Err(setting.invalid("has an `attempt_timeout` of zero"));
    }
    Ok(())
}

/// Checks that paths can be appended to a base URL.
pub(super) fn base_url(text: &str) -> Result<String, String> {
    const NO_SCHEME: &str = "must begin with `http://` or `https://`";
    let url = Url::parse(text).map_err(|error| {
        // The parser says that it is relative.
        let has_scheme = text.contains("://");
        let problem = format!("is not a URL: {error}");
        if has_scheme {
            problem
        } else {
            NO_SCHEME.to_owned()
        }
    })?;
    let problem = if !matches!(url.scheme(), "http" | "https") {
        NO_SCHEME
    } else if !url.username().is_empty() || url.password().is_some() {
        "must not contain a user name or password"
    } else if url.query().is_some() {
        "must not have a query"
    } else if url.fragment().is_some() {
        "must not have a fragment"
    } else if cfg!(not(feature = "rustls")) && url.scheme() == "https" {
        "begins with `https://`, which needs the cargo feature `rustls`"
    } else {
        return Ok(url.as_str().trim_end_matches('/').to_owned());
    };
    Err(problem.to_owned())
}

/// A base URL with another path.
pub(super) fn with_path(base_url: &str, path: &str) -> String {
    let path = path.trim_end_matches('/');
    match Url::parse(base_url) {
        Ok(mut url) => {
            url.set_path(path);
            url.as_str().trim_end_matches('/').to_owned()
        }
        Err(_) => format!("{base_url}{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls_are_normalized_or_rejected() {
        assert_eq!(
            base_url("http://localhost:8080").unwrap(),
            "http://localhost:8080"
        );
        assert_eq!(
            base_url("HTTP://Example.com/a//").unwrap(),
            "http://example.com/a"
        );
        for wrong in [
            "",
            "localhost",
            "/v1",
            "ftp://a",
            "file:///etc",
            "http://",
            "http://u@a",
            "http://u:p@a",
            "http://a?",
            "http://a/?x=1",
            "http://a#",
        ] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }
}
