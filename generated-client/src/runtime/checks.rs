//! What a setting must be: base URLs, headers, tokens.

use std::net::IpAddr;

use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use reqwest::Url;
use zeroize::Zeroizing;

use super::{Api, ConfigError, parts};

pub(super) const NOT_SET: &str = "is not set";

/// The header of a bearer token, of memory that is wiped when the last client that uses it is gone.
pub(super) fn bearer(token: &str) -> Result<HeaderValue, &'static str> {
    // Blanks around it are no part of a header's value, and easily copied along.
    let token = token.trim_matches([' ', '\t']);
    if token.is_empty() {
        return Err(NOT_SET);
    }
    let value = Zeroizing::new(format!("Bearer {token}").into_bytes());
    // A header may hold bytes beyond ASCII, but no token does: what looks like one is a mistake.
    let mut value = HeaderValue::from_maybe_shared(Bytes::from_owner(value))
        .ok()
        .filter(|value| value.to_str().is_ok())
        .ok_or("has a character that no header can hold")?;
    value.set_sensitive(true);
    Ok(value)
}

/// A header that goes with every request. One that is a setting of its own is told by the name of that setting.
pub(super) fn header(
    api: &Api,
    called: fn(&str) -> String,
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), ConfigError> {
    let known = api
        .headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case(name));
    let header = match known {
        Some(header) if header.required && value.is_empty() => Err(NOT_SET),
        _ => parts::header(name, value.trim_matches([' ', '\t'])),
    };
    header.map_err(|problem| match known {
        Some(header) => ConfigError::new(&called(header.setting), header.env, problem),
        None => ConfigError::new(name, None, problem),
    })
}

/// A base URL to which a path can be appended.
pub(super) fn base_url(text: &str) -> Result<String, String> {
    let url = Url::parse(text).map_err(|error| format!("is not a URL: {error}"))?;
    let problem = if !matches!(url.scheme(), "http" | "https") {
        "must begin with `http://` or `https://`"
    } else if !url.username().is_empty() || url.password().is_some() {
        "must not hold a user name or password"
    } else if url.query().is_some() {
        "must not have a query"
    } else if url.fragment().is_some() {
        "must not have a fragment"
    } else if cfg!(not(feature = "rustls")) && url.scheme() == "https" {
        "begins with `https://`, which needs the feature `rustls` of this crate"
    } else {
        return Ok(url.as_str().trim_end_matches('/').to_owned());
    };
    Err(problem.to_owned())
}

/// Whether a base URL leads to this machine.
pub(super) fn is_loopback(base_url: &str) -> bool {
    let url = Url::parse(base_url).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls() {
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

    #[test]
    fn loopback_addresses() {
        for url in [
            "http://localhost:1/x",
            "http://127.0.0.1",
            "http://127.9.9.9:80",
            "http://[::1]:8080",
        ] {
            assert!(is_loopback(url), "{url}");
        }
        for url in [
            "http://localhost.example.org",
            "http://10.0.0.1",
            "https://api.example.org",
        ] {
            assert!(!is_loopback(url), "{url}");
        }
    }

    #[test]
    fn a_token_is_a_sensitive_header() {
        let value = bearer("secret").unwrap();
        assert_eq!(value, "Bearer secret");
        assert_eq!(format!("{value:?}"), "Sensitive");
        assert_eq!(bearer(" secret\t").unwrap(), "Bearer secret");
        assert_eq!(bearer(" "), Err(NOT_SET));
        assert!(bearer("a\nb").is_err());
        assert!(bearer("ü").is_err());
    }
}
