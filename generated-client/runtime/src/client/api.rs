//! Descriptions by generated code: the API as a whole, and each operation.

use http::{Method, StatusCode};

use super::{SecurityScheme, SecuritySchemeKind};

/// A description of an API. Generated code has one constant of this type.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    /// The title of the document.
    pub title: &'static str,
    /// The version of the document.
    pub version: &'static str,
    /// The base URL of the service.
    pub base_url: Setting,
    /// The security schemes.
    pub security_schemes: &'static [SecurityScheme],
    /// The default security of operations: alternatives, each with the names of the schemes that it combines.
    pub security: Security,
    /// Header parameters that are set once for all calls, on the client.
    pub headers: &'static [ClientHeader],
}

/// Security alternatives, each with the names of the security schemes that it combines.
pub type Security = &'static [&'static [&'static str]];

impl Api {
    /// The security schemes that take a bearer token.
    pub(super) fn bearers(&self) -> impl Iterator<Item = &'static SecurityScheme> {
        let schemes = self.security_schemes.iter();
        schemes.filter(|scheme| scheme.kind == SecuritySchemeKind::Bearer)
    }

    /// The security schemes with these names.
    pub(super) fn schemes(&self, names: &[&str]) -> impl Iterator<Item = &'static SecurityScheme> {
        let schemes = self.security_schemes;
        let names = names.iter();
        names.filter_map(move |name| schemes.iter().find(|scheme| scheme.name == *name))
    }
}

/// A setting of the client, and its value if the caller sets none.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The default in the document.
    pub value: Option<&'static str>,
    /// The environment variable, which `ClientBuilder::with_env` reads. It takes precedence over `value`.
    pub env: Option<&'static str>,
}

/// A header parameter that operations share, so that it is set once for all calls, on the client.
#[derive(Clone, Copy, Debug)]
pub struct ClientHeader {
    /// The name in the document.
    pub name: &'static str,
    /// The name of the method on the builder.
    pub setting: &'static str,
    /// The environment variable that `ClientBuilder::with_env` reads.
    pub env: Option<&'static str>,
    /// Whether a client must have a value for it.
    pub required: bool,
}

/// An operation of the document: its `operationId`, method and path template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operation {
    id: &'static str,
    method: &'static Method,
    path: &'static str,
    security: Option<Security>,
    server: Option<&'static str>,
    without_headers: &'static [&'static str],
    redirects: &'static [u16],
    // A reference, because an operation is a part of errors.
    idempotency: Option<&'static Idempotency>,
}

/// Whether a repeated request has the same effect as a single one, if the method does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Idempotency {
    /// It has.
    Always,
    /// It has not.
    Never,
    /// It has, because the service recognizes it by a key in this header.
    ByKey(&'static str),
}

impl Operation {
    const fn new(id: &'static str, method: &'static Method, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            security: None,
            server: None,
            without_headers: &[],
            redirects: &[],
            idempotency: None,
        }
    }

    /// A `GET` operation.
    #[doc(hidden)]
    pub const fn get(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::GET, path)
    }

    /// A `PUT` operation.
    #[doc(hidden)]
    pub const fn put(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::PUT, path)
    }

    /// A `POST` operation.
    #[doc(hidden)]
    pub const fn post(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::POST, path)
    }

    /// A `DELETE` operation.
    #[doc(hidden)]
    pub const fn delete(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::DELETE, path)
    }

    /// A `PATCH` operation.
    #[doc(hidden)]
    pub const fn patch(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::PATCH, path)
    }

    /// A `HEAD` operation, whose response has no body.
    #[doc(hidden)]
    pub const fn head(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::HEAD, path)
    }

    /// An `OPTIONS` operation.
    #[doc(hidden)]
    pub const fn options(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::OPTIONS, path)
    }

    /// A `TRACE` operation.
    #[doc(hidden)]
    pub const fn trace(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::TRACE, path)
    }

    /// The same operation with its own security.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_security(self, security: Security) -> Self {
        Self {
            security: Some(security),
            ..self
        }
    }

    /// The same operation with its own base URL.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_server(self, base_url: &'static str) -> Self {
        Self {
            server: Some(base_url),
            ..self
        }
    }

    /// The same operation without some headers of the client, which it does not declare.
    #[doc(hidden)]
    #[must_use]
    pub const fn without_headers(self, names: &'static [&'static str]) -> Self {
        Self {
            without_headers: names,
            ..self
        }
    }

    /// The same operation with these redirects as responses, which are not followed.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_redirects(self, statuses: &'static [u16]) -> Self {
        Self {
            redirects: statuses,
            ..self
        }
    }

    /// The same operation, whose method does not say whether a request can be repeated.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_idempotency(self, idempotency: &'static Idempotency) -> Self {
        Self {
            idempotency: Some(idempotency),
            ..self
        }
    }

    /// Whether a request can be repeated without another effect: by the document, otherwise by the method, as for `GET`, `PUT`
    /// and `DELETE`.
    pub fn is_idempotent(&self) -> bool {
        match self.idempotency {
            None => self.method.is_idempotent(),
            Some(Idempotency::Always | Idempotency::ByKey(_)) => true,
            Some(Idempotency::Never) => false,
        }
    }

    /// The header for the key of a call.
    pub(super) fn idempotency_key(&self) -> Option<&'static str> {
        match self.idempotency {
            Some(Idempotency::ByKey(header)) => Some(header),
            _ => None,
        }
    }

    /// Whether the operation takes this header of the client.
    pub(super) fn takes(&self, header: &ClientHeader) -> bool {
        !self.without_headers.contains(&header.name)
    }

    /// Whether a redirect with this status is a response.
    pub(super) fn responds_with(&self, redirect: StatusCode) -> bool {
        self.redirects.contains(&redirect.as_u16())
    }

    /// Whether a response with this status is successful.
    pub(crate) fn is_success(&self, status: StatusCode) -> bool {
        status.is_success() || self.responds_with(status)
    }

    pub(super) const fn server(&self) -> Option<&'static str> {
        self.server
    }

    pub(super) const fn security(&self) -> Option<Security> {
        self.security
    }

    /// The `operationId`.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The HTTP method.
    pub const fn method(&self) -> &'static Method {
        self.method
    }

    /// The path template, with `{name}` in place of a parameter.
    pub const fn path(&self) -> &'static str {
        self.path
    }
}
