//! The credentials of an operation, and the settings of the client with them.

use super::context::Context;
use crate::api::OperationId;

/// A sentence about the credentials that an operation needs, if not all operations need the same.
pub(super) fn of_operation(context: &Context<'_>, id: OperationId) -> Option<String> {
    if !context.analysis.credentials_differ {
        return None;
    }
    let (api, root) = (context.api, context.root);
    let schemes = api.security_schemes.iter().zip(context.names.credentials());
    let setting = |name: &String| {
        let (_, setting) = schemes.clone().find(|(scheme, _)| scheme.name == *name)?;
        let setting = setting.as_deref().unwrap_or("token");
        Some(format!("[`{setting}`]({root}::ClientBuilder::{setting})"))
    };
    let alternatives = api.operation(id).security_in(api);
    let needed = alternatives.iter().filter(|names| !names.is_empty());
    let needed = needed.map(|names| {
        let settings: Vec<String> = names.iter().filter_map(setting).collect();
        settings.join(" and ")
    });
    let needed: Vec<String> = needed.collect();
    Some(match needed.join(", or ") {
        none if none.is_empty() => "Sends no credentials.".to_owned(),
        needed if alternatives.iter().any(Vec::is_empty) => {
            format!("Credentials, which are optional: {needed}.")
        }
        needed => format!("Credentials: {needed}."),
    })
}
