//! How a client says who it is.

use openapiv3::SecurityScheme;

use crate::api::Bearer;
use crate::diagnostics::Reporter;
use crate::document::Node;

/// The scheme that the document as a whole asks for.
pub(super) fn lower(root: &Node<'_>, reporter: &Reporter) -> Option<Bearer> {
    let required = root
        .get("security")
        .map(|alternatives| alternatives.items())
        .unwrap_or_default();
    let names = required.iter().flat_map(Node::members);
    let schemes = root
        .get("components")
        .and_then(|components| components.get("securitySchemes"));
    let mut bearer = None;
    for (name, requirement) in names {
        let Some(node) = schemes.as_ref().and_then(|schemes| schemes.get(name)) else {
            let message =
                format!("there is no security scheme `{name}` in `components.securitySchemes`");
            reporter.error("unresolved-security", &requirement.pointer, message);
            continue;
        };
        let Some(node) = node.resolve(reporter) else {
            continue;
        };
        let Some(scheme) = node.read::<SecurityScheme>(&[], reporter) else {
            continue;
        };
        let is_bearer = match &scheme {
            SecurityScheme::HTTP { scheme, .. } => scheme.eq_ignore_ascii_case("bearer"),
            // How a token is got is none of the client's business; how it is sent is the same.
            SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => true,
            SecurityScheme::APIKey { .. } => false,
        };
        if is_bearer {
            let environment = node.text("x-env").map(str::to_owned);
            bearer.get_or_insert(Bearer { environment });
        } else {
            reporter.warning(
                "security-scheme",
                &node.pointer,
                "only bearer tokens are settings of the client",
                "give another credential as a header of the client, with `ClientBuilder::header`",
            );
        }
    }
    bearer
}
