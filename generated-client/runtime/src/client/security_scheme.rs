//! Security schemes, and the credentials that they add to a request.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use zeroize::Zeroizing;

use super::base64::encode;
use super::header;
use super::percent::encode as percent_encoded;
use super::token_source::TokenSource;
use super::validate::NOT_SET;

/// A string that is never shown, and erased when it is dropped.
pub(super) type Secret = Zeroizing<String>;

/// A security scheme of a document.
#[derive(Clone, Copy, Debug)]
pub struct SecurityScheme {
    /// The name of the scheme.
    pub name: &'static str,
    /// The name of the method on the builder.
    pub setting: &'static str,
    /// The way its credential is sent.
    pub kind: SecuritySchemeKind,
    /// The environment variable that `ClientBuilder::with_env` reads.
    pub env: Option<&'static str>,
}

impl SecurityScheme {
    /// Whether both schemes have the same setting. All bearer schemes have the setting `token`.
    pub(super) fn shares_setting(&self, other: &Self) -> bool {
        self.setting == other.setting
    }
}

/// The way a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SecuritySchemeKind {
    /// A token in the header `Authorization`.
    Bearer,
    /// User name and password in the header `Authorization`.
    Basic,
    /// A key in a header of this name.
    Header(&'static str),
    /// A key in a query parameter of this name.
    Query(&'static str),
    /// A key in a cookie of this name.
    Cookie(&'static str),
}

/// A credential in the form that is added to a request.
#[derive(Clone)]
pub(super) enum Applied {
    Header(HeaderName, HeaderValue),
    /// `name=value`, percent-encoded.
    Query(Secret),
    Cookie(Secret),
    /// A bearer token that is asked for before each attempt.
    From(Arc<TokenSource>),
}

static OF_TOKENS: HeaderName = AUTHORIZATION;

impl Applied {
    /// The header that it is.
    pub(super) fn header(&self) -> Option<&HeaderName> {
        match self {
            Self::Header(name, _) => Some(name),
            Self::From(_) => Some(&OF_TOKENS),
            Self::Query(_) | Self::Cookie(_) => None,
        }
    }
}

impl SecuritySchemeKind {
    /// The header that it is sent in.
    pub(super) fn header(self) -> Option<&'static str> {
        match self {
            Self::Bearer | Self::Basic => Some("authorization"),
            Self::Header(name) => Some(name),
            Self::Query(_) | Self::Cookie(_) => None,
        }
    }

    /// Converts a token, a key, or a user name and password separated by a colon.
    pub(super) fn apply(self, secret: &str) -> Result<Applied, &'static str> {
        // Surrounding blanks are not part of a header value, and are easily copied by mistake.
        let secret = secret.trim_matches([' ', '\t']);
        if secret.is_empty() {
            return Err(NOT_SET);
        }
        header::line_break(secret)?;
        let scheme = secret.split_whitespace().next().unwrap_or_default();
        if self == Self::Bearer && scheme.eq_ignore_ascii_case("bearer") {
            return Err("begins with `Bearer`, which the client adds");
        }
        let pair = |name: &str| {
            let encoded = Zeroizing::new(percent_encoded(secret));
            Zeroizing::new(format!("{}={}", percent_encoded(name), *encoded))
        };
        Ok(match self {
            Self::Bearer => Applied::Header(AUTHORIZATION, hidden(format!("Bearer {secret}"))?),
            Self::Basic => {
                let text = format!("Basic {}", encode(secret.as_bytes()));
                Applied::Header(AUTHORIZATION, hidden(text)?)
            }
            Self::Header(name) => {
                let (name, _) = header::header(name, "")?;
                Applied::Header(name, hidden(secret.to_owned())?)
            }
            Self::Query(name) => Applied::Query(pair(name)),
            Self::Cookie(name) => Applied::Cookie(pair(name)),
        })
    }
}

/// A header value whose memory is erased when the last client that uses it is dropped.
fn hidden(text: String) -> Result<HeaderValue, &'static str> {
    let bytes = Bytes::from_owner(Zeroizing::new(text.into_bytes()));
    // A header may contain bytes outside of ASCII, but tokens do not.
    let mut value = HeaderValue::from_maybe_shared(bytes)
        .ok()
        .filter(|value| value.to_str().is_ok())
        .ok_or("has a character that is not allowed in a header")?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(kind: SecuritySchemeKind, secret: &str) -> Result<HeaderValue, &'static str> {
        match kind.apply(secret)? {
            Applied::Header(_, value) => Ok(value),
            Applied::Query(pair) | Applied::Cookie(pair) => Ok(pair.parse().unwrap()),
            Applied::From(_) => unreachable!(),
        }
    }

    #[test]
    fn a_credential_is_a_sensitive_header() {
        let value = header(SecuritySchemeKind::Bearer, "secret").unwrap();
        assert_eq!(value, "Bearer secret");
        assert_eq!(format!("{value:?}"), "Sensitive");
        assert_eq!(
            header(SecuritySchemeKind::Bearer, " secret\t").unwrap(),
            "Bearer secret"
        );
        assert_eq!(header(SecuritySchemeKind::Bearer, " "), Err(NOT_SET));
        for twice in ["Bearer secret", " bearer\tsecret", "BEARER"] {
            let error = header(SecuritySchemeKind::Bearer, twice).unwrap_err();
            assert_eq!(error, "begins with `Bearer`, which the client adds");
        }
        assert!(header(SecuritySchemeKind::Bearer, "bearer-1").is_ok());
        assert!(header(SecuritySchemeKind::Header("authorization"), "Bearer secret").is_ok());
        for kind in [
            SecuritySchemeKind::Bearer,
            SecuritySchemeKind::Basic,
            SecuritySchemeKind::Query("key"),
        ] {
            assert_eq!(header(kind, "a\nb"), Err("contains a line break"));
            assert_eq!(header(kind, "a\r\n"), Err("ends with a line break"));
        }
        assert!(header(SecuritySchemeKind::Header("x-key"), "ü").is_err());
        assert_eq!(
            header(SecuritySchemeKind::Basic, "u:p").unwrap(),
            "Basic dTpw"
        );
    }

    #[test]
    fn a_key_elsewhere_is_encoded() {
        assert_eq!(
            header(SecuritySchemeKind::Query("key"), "a&b").unwrap(),
            "key=a%26b"
        );
    }
}
