//! Proxies that environment variables or the HTTP client of the caller set.

use std::env;
use std::sync::Arc;

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::Url;

use super::ConfigError;

/// The proxy for requests to this base URL, in the words of an error: `the proxy http://…`. The HTTP client reads the same
/// variables, but ignores values that it cannot use.
pub(super) fn proxy_of(base_url: &str) -> Result<Option<Arc<str>>, ConfigError> {
    // In a CGI script, a header of the request could set HTTP_PROXY.
    if env::var_os("REQUEST_METHOD").is_some() {
        return Ok(None);
    }
    let Ok(target) = base_url.parse::<Uri>() else {
        return Ok(None);
    };
    let own = match target.scheme_str() {
        Some("https") => ["HTTPS_PROXY", "https_proxy"],
        _ => ["HTTP_PROXY", "http_proxy"],
    };
    let no_proxy = first_set(["NO_PROXY", "no_proxy"]).map(|(_, value)| value);
    let no_proxy = no_proxy.unwrap_or_default();
    let variables = [own, ["ALL_PROXY", "all_proxy"]].into_iter();
    let mut set = variables
        .filter_map(first_set)
        .filter(|(_, value)| !value.is_empty());
    let Some((variable, value)) = set.next() else {
        return Ok(None);
    };
    let intercept = |proxy: &str| {
        let matcher = Matcher::builder().all(proxy.to_owned());
        matcher.no(no_proxy.clone()).build().intercept(&target)
    };
    if intercept("http://proxy").is_none() {
        return Ok(None);
    }
    let proxy = intercept(&value)
        .ok_or_else(|| ConfigError::of_variable(variable, "is not the URL of a proxy"))?;
    let proxy = proxy.uri();
    // Another crate may turn the feature on.
    let is_http = ["http", "https"].map(Some).contains(&proxy.scheme_str());
    let needed = if is_http {
        ""
    } else {
        ", which needs the feature `socks` of reqwest"
    };
    let url = proxy.to_string();
    let url = url.trim_end_matches('/');
    let text = format!("the proxy {url} (environment variable {variable}{needed})");
    Ok(Some(text.into()))
}

/// The proxy that the caller has set, in the words of an error and without its password. Fails if it is not the URL of a proxy.
pub(super) fn described(proxy: &str) -> Result<Arc<str>, String> {
    const EXAMPLE: &str = "such as `http://proxy.example:3128`";
    let Ok(url) = Url::parse(proxy) else {
        return Err(format!("must be the URL of a proxy, {EXAMPLE}"));
    };
    if !["http", "https"].contains(&url.scheme()) {
        return Err(format!(
            "must begin with `http://` or `https://`, {EXAMPLE}; set a proxy of another kind on a client of your own, with \
             `http_client`"
        ));
    }
    let origin = url.origin().ascii_serialization();
    Ok(format!("the proxy {origin} (setting `proxy`)").into())
}

/// Whether the environment may have a proxy for some requests.
pub(super) fn is_proxy_set() -> bool {
    let variables = [
        ["HTTPS_PROXY", "https_proxy"],
        ["HTTP_PROXY", "http_proxy"],
        ["ALL_PROXY", "all_proxy"],
    ];
    let mut set = variables.into_iter().filter_map(first_set);
    set.any(|(_, value)| !value.is_empty())
}

/// The proxy of the caller's HTTP client for this base URL, as far as its `Debug` text shows it.
pub(super) fn proxy_of_client(http: &reqwest::Client, base_url: &str) -> Option<Arc<str>> {
    let text = format!("{http:?}");
    let (scheme, _) = base_url.split_once(':')?;
    let (_, shown) = text.split_once(&format!("{scheme}: Intercept {{ uri: "))?;
    let url = shown.split_whitespace().next()?.trim_end_matches('/');
    // It may not be the one that is used if there are exceptions or several proxies.
    let is_certain = !text.contains("no: ") && text.matches("Matcher").count() == 1;
    let condition = if is_certain { "" } else { ", if it applies" };
    Some(format!("the proxy {url} (of the HTTP client{condition})").into())
}

/// The first of these environment variables that is set, as the HTTP client reads it.
fn first_set(variables: [&'static str; 2]) -> Option<(&'static str, String)> {
    let values = variables.into_iter();
    let mut values = values.filter_map(|name| Some((name, env::var(name).ok()?)));
    values.next()
}
