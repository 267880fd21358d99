//! Security schemes and requirements.

use openapiv3::APIKeyLocation;
use serde_json::{Value, json};

use super::{environment, header};
use crate::api::{Security, SecurityScheme, SecuritySchemeKind};
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::{Child, Node};

/// The security schemes of the document.
pub(super) fn schemes(root: &Node<'_>, reporter: &Reporter) -> Vec<SecurityScheme> {
    let nodes = root
        .get("components")
        .and_then(|components| components.get("securitySchemes"));
    let mut schemes = Vec::new();
    for (name, node) in nodes.map(|nodes| nodes.members()).unwrap_or_default() {
        let Ok(node) = node.resolve(reporter) else {
            continue;
        };
        let known = ["apiKey", "http", "oauth2", "openIdConnect"];
        let ty = node.string("type");
        if let Some(ty) = ty.filter(|ty| !known.contains(ty)) {
            let help = match ty {
                "mutualTLS" => "set the certificate on the HTTP client that you give to the client",
                _ => "use a type that OpenAPI defines",
            };
            let message = format!("security schemes of the type `{ty}` are not supported");
            let help = Help::new(help);
            reporter.warning(Code::SecurityScheme, &node.pointer, message, help);
            continue;
        }
        if let Some(key) = missing_field(&node) {
            let message = format!("a security scheme without `{key}` is not used");
            let help = format!("add `{key}`, or remove the scheme");
            let help = Help::new(help).remove();
            reporter.warning(Code::SecurityScheme, &node.pointer, message, help);
            continue;
        }
        let children = [("flows", Child::Filled)];
        let Ok(scheme) = node.read::<openapiv3::SecurityScheme>(&children, reporter) else {
            continue;
        };
        let kind = match scheme {
            openapiv3::SecurityScheme::HTTP { scheme, .. }
                if scheme.eq_ignore_ascii_case("bearer") =>
            {
                SecuritySchemeKind::Bearer
            }
            openapiv3::SecurityScheme::HTTP { scheme, .. }
                if scheme.eq_ignore_ascii_case("basic") =>
            {
                SecuritySchemeKind::Basic
            }
            openapiv3::SecurityScheme::HTTP { scheme, .. } => {
                reporter.warning(
                    Code::SecurityScheme,
                    &node.pointer,
                    format!("unsupported HTTP authentication scheme `{scheme}`"),
                    Help::new("set the header `Authorization` on the client; it can be described as an API key").update(
                        &node.pointer,
                        json!({"type": "apiKey", "in": "header", "name": "Authorization"}),
                    ),
                );
                continue;
            }
            // The client does not acquire tokens; it sends them like any bearer token.
            openapiv3::SecurityScheme::OAuth2 { .. }
            | openapiv3::SecurityScheme::OpenIDConnect { .. } => SecuritySchemeKind::Bearer,
            openapiv3::SecurityScheme::APIKey {
                location: APIKeyLocation::Header,
                name,
                ..
            } if !header::is_name(&name) || header::is_of_connection(&name) => {
                let message = format!("a key cannot be sent in a header named `{name}`");
                let help = Help::new("fix the name of the header")
                    .update(&node.pointer, json!({"name": "Authorization"}));
                reporter.warning(Code::SecurityScheme, &node.pointer, message, help);
                continue;
            }
            openapiv3::SecurityScheme::APIKey { location, name, .. } => match location {
                APIKeyLocation::Header => SecuritySchemeKind::Header(name),
                APIKeyLocation::Query => SecuritySchemeKind::Query(name),
                APIKeyLocation::Cookie => SecuritySchemeKind::Cookie(name),
            },
        };
        schemes.push(SecurityScheme {
            name: name.to_owned(),
            kind,
            docs: node.string("description").map(str::to_owned),
            environment: environment::variable(&node, reporter),
        });
    }
    schemes
}

/// The first field that is necessary to send a credential, but missing.
fn missing_field(scheme: &Node<'_>) -> Option<&'static str> {
    let fields: &[&str] = match scheme.string("type") {
        Some("apiKey") => &["in", "name"],
        Some("http") => &["scheme"],
        _ => &["type"],
    };
    let is_object = scheme.value.is_object();
    let missing = fields.iter().find(|field| !scheme.has(field));
    missing.copied().filter(|_| is_object)
}

/// The security requirements of the document or an operation, if it declares any.
pub(super) fn requirements(
    owner: &Node<'_>,
    schemes: &[SecurityScheme],
    reporter: &Reporter,
) -> Option<Security> {
    let alternatives = owner.get("security")?.items();
    let is_empty = alternatives.is_empty();
    let mut security = Vec::new();
    for alternative in alternatives {
        // Null is not an empty object, which would make the credentials optional.
        if !alternative.value.is_object() {
            let (code, found) = match alternative.value {
                Value::Null => (Code::Null, "null"),
                _ => (Code::Invalid, "not an object"),
            };
            let message = format!("a security requirement is {found}, so it is ignored");
            let help = "write `{}` if no credential is necessary, or remove it";
            let help = Help::new(help).remove();
            reporter.warning(code, &alternative.pointer, message, help);
            continue;
        }
        let members = alternative.members();
        let is_only = members.len() == 1;
        let mut names = Vec::new();
        let mut is_complete = true;
        for (name, requirement) in members {
            if schemes.iter().any(|scheme| scheme.name == name) {
                if requirement.value.is_null() {
                    let message = format!("the scopes of `{name}` are null, so there are none");
                    let help = Help::new("write `[]`");
                    reporter.warning(Code::Null, &requirement.pointer, message, help);
                }
                names.push(name.to_owned());
                continue;
            }
            is_complete = false;
            // What is left of the alternative would say that no credential is necessary.
            let at = if is_only { &alternative } else { &requirement };
            let message = format!("security scheme `{name}` is not defined or not supported");
            let help = "define it in `components.securitySchemes`, or remove it here";
            let help = Help::new(help).remove();
            reporter.warning(Code::UnresolvedSecurity, &at.pointer, message, help);
        }
        security.push((names, is_complete));
    }
    // Other alternatives must not become optional because of one that the client cannot send.
    if security.iter().any(|(_, is_complete)| *is_complete) {
        security.retain(|(_, is_complete)| *is_complete);
    }
    let security: Security = security.into_iter().map(|(names, _)| names).collect();
    // Nothing is left of a list in which no item is valid.
    (!security.is_empty() || is_empty).then_some(security)
}
