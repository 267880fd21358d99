//! Security schemes and requirements.

use openapiv3::APIKeyLocation;
use serde_json::json;

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
        let Ok(scheme) =
            node.read::<openapiv3::SecurityScheme>(&[("flows", Child::Object)], reporter)
        else {
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
            environment: environment::variable(&node, reporter),
        });
    }
    schemes
}

/// The security requirements of the document or an operation, if it declares any.
pub(super) fn requirements(
    owner: &Node<'_>,
    schemes: &[SecurityScheme],
    reporter: &Reporter,
) -> Option<Security> {
    let alternatives = owner.get("security")?.items();
    let mut security = Security::new();
    for alternative in alternatives {
        let mut names = Vec::new();
        for (name, requirement) in alternative.members() {
            if schemes.iter().any(|scheme| scheme.name == name) {
                names.push(name.to_owned());
            } else {
                reporter.warning(
                    Code::UnresolvedSecurity,
                    &requirement.pointer,
                    format!("security scheme `{name}` is not defined or not supported"),
                    Help::new("define it in `components.securitySchemes`, or remove it here")
                        .remove(),
                );
            }
        }
        security.push(names);
    }
    Some(security)
}
