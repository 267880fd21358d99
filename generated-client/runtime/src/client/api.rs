//! What generated code tells the runtime: the API as a whole, and each operation.

use http::Method;

use super::{SecurityScheme, SecuritySchemeKind};

/// What a client has to know of an API as a whole. Generated code has one constant of it.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    /// Title of the document.
    pub title: &'static str,
    /// Version of the document.
    pub version: &'static str,
    /// Where the service is.
    pub base_url: Setting,
    /// The security schemes.
    pub security_schemes: &'static [SecurityScheme],
    /// What operations ask for that do not say it themselves: the names of security schemes that go together, by alternative.
    pub security: Security,
    /// Header parameters that are set once, on the client.
    pub headers: &'static [ClientHeader],
}

/// The names of security schemes that go together, by alternative.
pub type Security = &'static [&'static [&'static str]];

impl Api {
    /// The security schemes whose credential is a token.
    pub(super) fn bearers(&self) -> impl Iterator<Item = &'static SecurityScheme> {
        let schemes = self.security_schemes.iter();
        schemes.filter(|scheme| scheme.kind == SecuritySchemeKind::Bearer)
    }

    /// Whether there is nothing that operations in general take but a token.
    pub(super) fn requires_token(&self) -> bool {
        let is_bearer = |name: &str| self.bearers().any(|bearer| bearer.name == name);
        !self.security.is_empty()
            && self
                .security
                .iter()
                .all(|names| names.iter().any(|name| is_bearer(name)))
    }
}

/// A setting of the client: where its value comes from when the caller gives none.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// What the document says.
    pub value: Option<&'static str>,
    /// The environment variable, asked before `value` by `ClientBuilder::with_env`.
    pub env: Option<&'static str>,
}

/// A header parameter that operations share, so that it is set once, on the client.
#[derive(Clone, Copy, Debug)]
pub struct ClientHeader {
    /// Name, as the document writes it.
    pub name: &'static str,
    /// Name of its method on the builder.
    pub setting: &'static str,
    /// The environment variable that `ClientBuilder::with_env` asks.
    pub env: Option<&'static str>,
    /// Whether no client can be built without it.
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
}

impl Operation {
    const fn new(id: &'static str, method: &'static Method, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            security: None,
            server: None,
        }
    }

    /// A `GET` operation.
    pub const fn get(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::GET, path)
    }

    /// A `PUT` operation.
    pub const fn put(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::PUT, path)
    }

    /// A `POST` operation.
    pub const fn post(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::POST, path)
    }

    /// A `DELETE` operation.
    pub const fn delete(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::DELETE, path)
    }

    /// A `PATCH` operation.
    pub const fn patch(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::PATCH, path)
    }

    /// A `HEAD` operation, whose response has no body.
    pub const fn head(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::HEAD, path)
    }

    /// An `OPTIONS` operation.
    pub const fn options(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::OPTIONS, path)
    }

    /// A `TRACE` operation.
    pub const fn trace(id: &'static str, path: &'static str) -> Self {
        Self::new(id, &Method::TRACE, path)
    }

    /// The same operation, which asks for other credentials than the API does in general.
    #[must_use]
    pub const fn with_security(self, security: Security) -> Self {
        Self {
            security: Some(security),
            ..self
        }
    }

    /// The same operation, which has a base URL of its own.
    #[must_use]
    pub const fn with_server(self, base_url: &'static str) -> Self {
        Self {
            server: Some(base_url),
            ..self
        }
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

    /// The path template, with `{name}` where a parameter goes.
    pub const fn path(&self) -> &'static str {
        self.path
    }
}
