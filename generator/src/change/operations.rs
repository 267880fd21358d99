//! Operations: the methods of the client, and where they are sent.

use super::{Both, ChangeKind, Differences, Side};
use crate::analyze::Condition;
use crate::api::{Body, BodyFormat, MultipartKind, Operation, OperationId, Security, Style};

impl Differences<'_> {
    pub(super) fn operations(&mut self) {
        let pairs = self.pairs.operations.clone();
        let (old, new) = (self.old, self.new);
        for id in old.api.operation_ids().filter(|id| !pairs.has_old(*id)) {
            let operation = old.api.operation(id);
            let at = operation.at.clone();
            let kind = ChangeKind::OperationRemoved;
            self.gone(kind, item(old, id), operation.route(), at);
        }
        for (old, new) in pairs.iter() {
            self.operation(old, new);
        }
        for id in new.api.operation_ids().filter(|id| !pairs.has_new(*id)) {
            let operation = new.api.operation(id);
            let at = operation.at.clone();
            let kind = ChangeKind::OperationAdded;
            self.came(kind, item(new, id), operation.route(), at);
        }
    }

    fn operation(&mut self, old_id: OperationId, new_id: OperationId) {
        let (old, new) = (
            self.old.api.operation(old_id),
            self.new.api.operation(new_id),
        );
        let at = Both {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let item = item(self.old, old_id);
        let methods = [(self.old, old_id), (self.new, new_id)]
            .map(|(side, id)| side.names.of_operation(id).method.clone());
        let [before, after] = methods;
        if before == after {
            self.names_of_types(old_id, new_id, &at);
        } else {
            self.differs(ChangeKind::OperationRenamed, &item, (before, after), &at);
        }
        let routes = |operation: &Operation| (operation.method.name(), operation.template());
        if routes(old) != routes(new) {
            self.differs(ChangeKind::Route, &item, (old.route(), new.route()), &at);
        }
        self.annotations(
            &item,
            (old.docs.as_deref(), new.docs.as_deref()),
            (old.deprecated, new.deprecated),
            &at,
        );
        let server = |operation: &Operation| operation.server.clone().unwrap_or_default();
        self.compare(
            ChangeKind::OperationServer,
            &item,
            (server(old), server(new)),
            &at,
        );
        let security = |operation: &Operation| {
            operation
                .security
                .as_ref()
                .map(in_words)
                .unwrap_or_default()
        };
        self.compare(
            ChangeKind::OperationSecurity,
            &item,
            (security(old), security(new)),
            &at,
        );
        self.compare(
            ChangeKind::BodyMediaType,
            &item,
            (body(old), body(new)),
            &at,
        );
        let without = |side: &Side<'_>, operation| {
            let names = side.analysis.headers_without(operation);
            names
                .iter()
                .map(|name| format!("not {name}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let headers = (without(self.old, old), without(self.new, new));
        self.compare(ChangeKind::ClientHeaders, &item, headers, &at);
        let redirects = |operation: &Operation| format!("{:?}", operation.redirects);
        self.compare(
            ChangeKind::Redirects,
            &item,
            (redirects(old), redirects(new)),
            &at,
        );
        let features = (features(self.old, old_id), features(self.new, new_id));
        // With one feature more or without any, it is in all crates that it was in.
        let stays = features.1.is_empty()
            || !features.0.is_empty() && features.0.iter().all(|name| features.1.contains(name));
        if !stays {
            let features = (features.0.join(" or "), features.1.join(" or "));
            self.differs(ChangeKind::Feature, &item, features, &at);
        }
        self.inputs(old_id, new_id, &at);
        self.responses(old_id, new_id, &at);
        self.paging(old_id, new_id, &at);
    }

    /// Compares the names of the types of an operation. They follow from its method, unless other types have these names.
    fn names_of_types(&mut self, old_id: OperationId, new_id: OperationId, at: &Both) {
        let idents = |side: &Side<'_>, id| {
            let names = side.names.of_operation(id);
            let enums = [&names.responses, &names.errors];
            let [responses, errors] = enums.map(|names| Some(names.as_ref()?.ident.clone()));
            [
                Some(names.request.clone()),
                names.call.clone(),
                responses,
                errors,
            ]
        };
        for (before, after) in idents(self.old, old_id)
            .into_iter()
            .zip(idents(self.new, new_id))
        {
            if let (Some(before), Some(after)) = (before, after) {
                self.compare(
                    ChangeKind::TypeRenamed,
                    &before.clone(),
                    (before, after),
                    at,
                );
            }
        }
    }

    fn paging(&mut self, old_id: OperationId, new_id: OperationId, at: &Both) {
        let paging = |side: &Side<'_>, id| {
            let paging = side.analysis.paging(id)?;
            Some(format!("stream of {}", side.spelled(&paging.item)))
        };
        match (paging(self.old, old_id), paging(self.new, new_id)) {
            (None, Some(stream)) => {
                self.came(
                    ChangeKind::PagingAdded,
                    item(self.old, old_id),
                    stream,
                    at.new.clone(),
                );
            }
            (Some(stream), None) => {
                self.gone(
                    ChangeKind::PagingRemoved,
                    item(self.old, old_id),
                    stream,
                    at.old.clone(),
                );
            }
            _ => {}
        }
    }
}

/// `Client::list_users`
pub(super) fn item(side: &Side<'_>, id: OperationId) -> String {
    format!("Client::{}", side.names.of_operation(id).method)
}

/// The features that enable an operation; empty if it is always enabled.
fn features(side: &Side<'_>, id: OperationId) -> Vec<String> {
    match side.analysis.conditions.of_operation(id) {
        Condition::Any(tags) => tags
            .iter()
            .map(|tag| side.names.of_tag(*tag).to_owned())
            .collect(),
        Condition::Always | Condition::All(_) => Vec::new(),
    }
}

/// `BearerAuth, or ApiKey and Tenant`
pub(super) fn in_words(security: &Security) -> String {
    let alternatives = security.iter().map(|schemes| match schemes.as_slice() {
        [] => "nothing".to_owned(),
        schemes => schemes.join(" and "),
    });
    match alternatives.collect::<Vec<_>>() {
        none if none.is_empty() => "nothing".to_owned(),
        some => some.join(", or "),
    }
}

/// The media type of the body, with the media types and styles of its parts.
fn body(operation: &Operation) -> String {
    let Some(Body::Properties { format, .. } | Body::Whole { format, .. }) = &operation.body else {
        return String::new();
    };
    let (media_type, parts) = match format {
        BodyFormat::Json(media_type)
        | BodyFormat::Text(media_type)
        | BodyFormat::Binary(media_type) => (media_type.as_str(), Vec::new()),
        BodyFormat::Form(styles) => {
            let parts = styles.iter();
            let parts = parts.map(|(name, style)| format!("{name}: {}", style_in_words(*style)));
            ("application/x-www-form-urlencoded", parts.collect())
        }
        BodyFormat::Multipart(kind, types, others) => {
            let media_type = match kind {
                MultipartKind::FormData => "multipart/form-data",
                MultipartKind::Mixed => "multipart/mixed",
                MultipartKind::Related => "multipart/related",
            };
            let parts = types
                .iter()
                .map(|(name, of_part)| format!("{name}: {of_part}"));
            let others = others.iter().map(|of_part| format!("others: {of_part}"));
            (media_type, parts.chain(others).collect())
        }
    };
    let media_type = operation
        .media_types
        .first()
        .map_or(media_type, String::as_str);
    if parts.is_empty() {
        media_type.to_owned()
    } else {
        format!("{media_type} ({})", parts.join(", "))
    }
}

/// `Form, exploded`
pub(super) fn style_in_words(style: Style) -> String {
    let explode = if style.explode { ", exploded" } else { "" };
    let reserved = if style.allow_reserved {
        ", with reserved characters"
    } else {
        ""
    };
    format!("{:?}{explode}{reserved}", style.kind)
}
