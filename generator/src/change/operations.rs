//! Operations: the methods of the client, and where they are sent.

use super::equal::base_url;
use super::limits::Effect;
use super::{Both, ChangeKind, Differences, Side, words};
use crate::analyze::Condition;
use crate::api::{Body, DeclaredPaging, Operation, OperationId, Property, Security};

impl Differences<'_> {
    pub(super) fn operations(&mut self) {
        let pairs = self.pairs.operations.clone();
        let (old, new) = (self.old, self.new);
        for id in old.api.operation_ids().filter(|id| !pairs.has_old(*id)) {
            self.operation_removed(id);
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

    /// An operation has a method for each kind of its body, so a method that is gone may have been for one of several.
    fn operation_removed(&mut self, id: OperationId) {
        let (old, new) = (self.old, self.new);
        let operation = old.api.operation(id);
        let (item, at) = (item(old, id), operation.at.clone());
        let is_same = |other: &Operation| {
            (other.method.name(), other.template())
                == (operation.method.name(), operation.template())
        };
        let others = self.pairs.operations.iter();
        let others = others.filter(|(before, after)| {
            is_same(old.api.operation(*before)) && is_same(new.api.operation(*after))
        });
        let left: Vec<_> = others
            .map(|(_, other)| (other, new.api.operation(other)))
            .collect();
        let mut with_body = left.iter();
        let with_body = with_body.find(|(_, other)| words::body(other) == words::body(operation));
        if let Some((other, with_body)) = with_body {
            let methods = [(old, id), (new, *other)]
                .map(|(side, id)| side.names.of_operation(id).method.clone());
            let at = Both {
                old: at,
                new: with_body.at.clone(),
            };
            let [before, after] = methods;
            self.differs(ChangeKind::OperationRenamed, item, (before, after), &at);
        } else if left.is_empty() {
            self.gone(ChangeKind::OperationRemoved, item, operation.route(), at);
        } else {
            let body = words::body(operation);
            self.gone(ChangeKind::BodyRemoved, item, body, at.join("requestBody"));
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
            let ids = (&*old.id, &*new.id);
            self.compare(ChangeKind::OperationId, &item, ids, &at);
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
        // An operation without its own has that of the API, which is compared itself.
        if old.server.is_some() || new.server.is_some() {
            let server = |side: &Side<'_>, operation: &Operation| {
                let own = operation.server.clone();
                let url = own.or_else(|| side.api.server.url.clone());
                base_url(&url.unwrap_or_default())
            };
            let servers = (server(self.old, old), server(self.new, new));
            let at = at.join("servers");
            self.compare(ChangeKind::OperationServer, &item, servers, &at);
        }
        if old.security.is_some() || new.security.is_some() {
            let security = (
                old.security.as_ref().unwrap_or(&self.old.api.security),
                new.security.as_ref().unwrap_or(&self.new.api.security),
            );
            let kind = ChangeKind::OperationSecurity;
            self.security(kind, &item, security, &at.join("security"));
        }
        // An empty body is equivalent to none, so the inputs say the rest if only one of the two has a body.
        if old.body.is_some() && new.body.is_some() {
            let bodies = (words::body(old), words::body(new));
            let of_body = at.join("requestBody");
            self.compare(ChangeKind::BodyMediaType, &item, bodies, &of_body);
            self.empty_form(&item, (old, new), &of_body);
            self.limits_of_body(&item, (old, new));
        }
        let headers = |side: &Side<'_>, operation| {
            let without = side.analysis.headers_without(operation);
            let all = side.analysis.client_headers.iter();
            let names = all.map(|header| &*header.property.name);
            let takes: Vec<&str> = names.filter(|name| !without.contains(name)).collect();
            (without.join(", "), takes.join(", "))
        };
        let (left, right) = (headers(self.old, old), headers(self.new, new));
        if !left.0.eq_ignore_ascii_case(&right.0) {
            self.differs(ChangeKind::ClientHeaders, &item, (left.1, right.1), &at);
        }
        self.declared_headers(&item, (old, new));
        let redirects = |operation: &Operation| {
            let statuses = operation.redirects.iter().map(ToString::to_string);
            statuses.collect::<Vec<_>>().join(", ")
        };
        let redirects = (redirects(old), redirects(new));
        let of_responses = at.join("responses");
        self.compare(ChangeKind::Redirects, &item, redirects, &of_responses);
        let idempotency = (words::idempotency(old), words::idempotency(new));
        self.compare(ChangeKind::Idempotency, &item, idempotency, &at);
        let features = (features(self.old, old_id), features(self.new, new_id));
        // With one feature more or without any, it is in all crates that it was in.
        let stays = features.1.is_empty()
            || !features.0.is_empty() && features.0.iter().all(|name| features.1.contains(name));
        if !stays {
            let features = (features.0.join(" or "), features.1.join(" or "));
            self.differs(ChangeKind::Feature, &item, features, &at.join("tags"));
        }
        self.inputs(old_id, new_id, &at);
        self.responses(old_id, new_id, &at);
        self.paging(old_id, new_id, &at);
    }

    /// Compares the headers of the client that the operation declares in another way than most. The setting is sent in any case.
    fn declared_headers(&mut self, item: &str, (old, new): (&Operation, &Operation)) {
        let (left, right) = (self.old, self.new);
        for (index, header) in left.analysis.client_headers.iter().enumerate() {
            let mut others = right.analysis.client_headers.iter();
            let name = &header.property.name;
            let other = others.find(|other| other.property.name.eq_ignore_ascii_case(name));
            let before = header.declared_by(old);
            let before = before.filter(|parameter| header.is(parameter));
            let (Some(before), Some(other)) = (before, other) else {
                continue;
            };
            let Some(after) = other.declared_by(new) else {
                continue;
            };
            let at = Both {
                old: before.at.clone(),
                new: after.at.clone(),
            };
            let (before, after) = (&before.property, &after.property);
            if !other.is_same(after) {
                // One that is required is an input that was not there, and any text was accepted.
                if !after.required && !right.api.is_text(&after.ty) {
                    let text = |side: &Side<'_>, ty| format!("{name}: {}", side.spelled(ty));
                    let types = (text(left, &before.ty), text(right, &after.ty));
                    self.differs(ChangeKind::LimitTightened, item, types, &at);
                }
                continue;
            }
            let setting = format!("ClientBuilder::{}", left.names.of_header(index));
            // Most operations have the same limits.
            self.once(|differences| {
                let [before, after] = differences.limits_of_properties(before, after, &at);
                let effect = Effect {
                    is_sent: true,
                    is_received: false,
                    is_same_type: true,
                };
                differences.limits_of(&setting, (&before, &after), effect, &at);
                differences.inner_limits(&setting, effect, &at);
            });
            let is_of_setting = before.required == header.property.required
                && after.required == other.property.required;
            if !is_of_setting {
                let text = |required: bool| if required { "required" } else { "optional" };
                let presence = [before.required, after.required].map(text);
                let [before, after] = presence.map(|presence| format!("{presence} {name}"));
                self.compare(ChangeKind::Limit, item, (before, after), &at);
            }
        }
    }

    /// Compares security requirements. Credentials that were sent still are if each alternative is left, although others are new.
    pub(super) fn security(
        &mut self,
        kind: ChangeKind,
        item: &str,
        (old, new): (&Security, &Security),
        at: &Both,
    ) {
        let none = [Vec::new()];
        let alternatives = |security: &Security| {
            let security = if security.is_empty() {
                &none[..]
            } else {
                security
            };
            security.to_vec()
        };
        let mut left = alternatives(old);
        for scheme in left.iter_mut().flatten() {
            if let Some(renamed) = self.renamed_schemes.get(scheme) {
                scheme.clone_from(renamed);
            }
        }
        let right = alternatives(new);
        if left == right {
            return;
        }
        // The first alternative with credentials is used. Programs have none for schemes that are new.
        let is_known = |scheme: &String| {
            let mut known = self.old.api.security_schemes.iter();
            known.any(|known| {
                let renamed = self.renamed_schemes.get(&known.name);
                renamed.unwrap_or(&known.name) == scheme
            })
        };
        let mut used = right
            .iter()
            .filter(|alternative| alternative.iter().all(is_known));
        let kind = if left.iter().all(|given| used.next() == Some(given)) {
            ChangeKind::SecurityLoosened
        } else {
            kind
        };
        self.compare(kind, item, (words::security(old), words::security(new)), at);
    }

    /// Compares what is sent for a form of which no field is set.
    fn empty_form(&mut self, item: &str, (old, new): (&Operation, &Operation), at: &Both) {
        let sent = |operation: &Operation| match &operation.body {
            Some(Body::Properties {
                properties,
                required,
                ..
            }) if !properties.iter().any(Property::is_argument) => Some(*required),
            _ => None,
        };
        let text = |is_sent| if is_sent { "an empty form" } else { "no body" };
        if let Some((old, new)) = sent(old).zip(sent(new)) {
            self.compare(ChangeKind::BodySent, item, (text(old), text(new)), at);
        }
    }

    /// Compares the limits of a body that is not a named type, which has its own.
    fn limits_of_body(&mut self, item: &str, (old, new): (&Operation, &Operation)) {
        let schemas = (self.old.body_schema_at(old), self.new.body_schema_at(new));
        let (Some(old), Some(new)) = schemas else {
            return;
        };
        if self.old.is_named_type(&old) || self.new.is_named_type(&new) {
            return;
        }
        let effect = Effect {
            is_sent: true,
            is_received: false,
            is_same_type: true,
        };
        self.limits_of_schemas(item, effect, &Both { old, new });
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
            let operation = side.api.operation(id);
            let response = side.api.object(operation.response()?)?;
            let DeclaredPaging::Token(declared) = &operation.paging else {
                return None;
            };
            let fields = format!(
                "token: {}, next: {}, items: {}",
                declared.parameter,
                declared.next.join("."),
                response.properties[paging.items].name
            );
            Some((side.spelled(&paging.item), fields))
        };
        let item = item(self.old, old_id);
        let at = at.join("x-paging");
        match (paging(self.old, old_id), paging(self.new, new_id)) {
            (None, Some((ty, _))) => {
                let kind = ChangeKind::PagingAdded;
                self.came(kind, item, format!("stream of {ty}"), at.new);
            }
            (Some((ty, _)), None) => {
                let kind = ChangeKind::PagingRemoved;
                self.gone(kind, item, format!("stream of {ty}"), at.old);
            }
            (Some((before, _)), Some((after, _))) if !self.same_type(&before, &after) => {
                self.differs(ChangeKind::PagingType, item, (before, after), &at);
            }
            (Some((_, before)), Some((_, after))) => {
                self.compare(ChangeKind::Paging, &item, (before, after), &at);
            }
            (None, None) => {}
        }
    }
}

/// `Client::list_users`
pub(super) fn item(side: &Side<'_>, id: OperationId) -> String {
    format!("Client::{}", side.names.of_operation(id).method)
}

/// The features that enable an operation; empty if it is always enabled.
pub(super) fn features(side: &Side<'_>, id: OperationId) -> Vec<String> {
    match side.analysis.conditions.of_operation(id) {
        Condition::Any(tags) => tags
            .iter()
            .map(|tag| side.names.of_tag(*tag).to_owned())
            .collect(),
        Condition::Always | Condition::All(_) => Vec::new(),
    }
}
