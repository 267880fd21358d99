//! The server that a client talks to where nothing else is set.

use serde_json::json;

use crate::api::Server;
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::Node;

pub(super) fn lower(root: &Node<'_>, reporter: &Reporter) -> Server {
    let servers = root.items_of("servers");
    let Some(node) = servers.first() else {
        return Server::default();
    };
    let Some(server) = node.read::<openapiv3::Server>(&[], reporter) else {
        return Server::default();
    };
    let mut url = server.url;
    for (name, variable) in server.variables.into_iter().flatten() {
        url = url.replace(&format!("{{{name}}}"), &variable.default);
    }
    // A relative URL is relative to where the document was loaded from, which nobody knows here.
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme));
    let absolute = rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(['{', '?', '#'])
    });
    if !absolute {
        reporter.warning(
            Code::RelativeServer,
            &node.pointer.join("url"),
            format!("`{url}` is no base URL, so every client must be told one"),
            Help::new("give the absolute URL of the service, without a query")
                .update(&node.pointer, json!({"url": "https://api.example.com"})),
        );
    }
    Server {
        url: absolute.then_some(url),
        environment: node.text("x-env").map(str::to_owned),
    }
}
