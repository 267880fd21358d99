//! Security schemes and requirements.

use openapiv3::{APIKeyLocation, SecurityScheme};
use serde_json::json;

use crate::api::{Credential, CredentialKind, Security};
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::{Child, Node};

/// The security schemes of the document.
pub(super) fn credentials(root: &Node<'_>, reporter: &Reporter) -> Vec<Credential> {
    let schemes = root
        .get("components")
        .and_then(|components| components.get("securitySchemes"));
    let mut credentials = Vec::new();
    for (name, node) in schemes.map(|schemes| schemes.members()).unwrap_or_default() {
        let Some(node) = node.resolve(reporter) else {
            continue;
        };
        let Some(scheme) = node.read::<SecurityScheme>(&[("flows", Child::Object)], reporter)
        else {
            continue;
        };
        let kind = match scheme {
            SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => {
                CredentialKind::Bearer
            }
            SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("basic") => {
                CredentialKind::Basic
            }
            SecurityScheme::HTTP { scheme, .. } => {
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
            SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => {
                CredentialKind::Bearer
            }
            SecurityScheme::APIKey { location, name, .. } => match location {
                APIKeyLocation::Header => CredentialKind::Header(name),
                APIKeyLocation::Query => CredentialKind::Query(name),
                APIKeyLocation::Cookie => CredentialKind::Cookie(name),
            },
        };
        credentials.push(Credential {
            name: name.to_owned(),
            kind,
            environment: node.text("x-env").map(str::to_owned),
        });
    }
    credentials
}

/// The security requirements of the document or an operation, if it declares any.
pub(super) fn requirements(
    owner: &Node<'_>,
    credentials: &[Credential],
    reporter: &Reporter,
) -> Option<Security> {
    let alternatives = owner.get("security")?.items();
    let mut security = Security::new();
    for alternative in alternatives {
        let mut names = Vec::new();
        for (name, requirement) in alternative.members() {
            if credentials.iter().any(|credential| credential.name == name) {
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
