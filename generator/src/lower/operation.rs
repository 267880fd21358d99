//! Path items to operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::response::Responses;
use super::types::Scope;
use super::{Lowering, header, media, security, server};
use crate::api::{
    Api, Content, DeclaredPaging, DefinedIn, Idempotency, Operation, OperationId, TokenPaging,
    without_names,
};
use crate::diagnostics::{Code, Help, Location, Problem, Reported, Reporter};
use crate::document::{Child, Node};
use crate::method::{Method, derived_id};
use crate::source::Pointer;

/// The greatest length of a path. Each problem in it repeats the path.
const LONGEST_PATH: usize = 2_000;

/// Fields of an operation that are separate nodes, or that no code is generated from.
const CHILDREN: &[(&str, Child)] = &[
    ("parameters", Child::Left),
    ("requestBody", Child::Left),
    ("responses", Child::Object),
    ("callbacks", Child::Left),
    ("security", Child::Left),
    ("servers", Child::Left),
    ("externalDocs", Child::Left),
];

impl<'d> Lowering<'_, 'd> {
    pub(super) fn operations(&mut self, root: &Node<'d>, api: &Api) -> Vec<Operation> {
        let Some(paths) = root.get("paths") else {
            self.reporter.error(
                Code::Invalid,
                &root.pointer,
                "the document has no `paths`",
                "add them",
            );
            return Vec::new();
        };
        let mut operations = Vec::new();
        let items = paths.members().into_iter();
        let items = items.filter_map(|(_, item)| item.resolve(&Reporter::default()).ok());
        let declared = items.flat_map(|item| item.value.as_object().into_iter().flatten());
        let declared = declared.filter_map(|(_, operation)| operation.get("operationId")?.as_str());
        let kept = self.kept_ids(&paths);
        let mut ids = Ids {
            declared: declared.map(str::to_owned).collect(),
            reserved: kept.values().cloned().collect(),
            kept,
            taken: BTreeMap::new(),
        };
        for (path, item) in paths
            .expect_members(self.reporter)
            .into_iter()
            .filter(|(path, _)| !path.starts_with("x-"))
        {
            let Ok(item) = item.resolve(self.reporter) else {
                continue;
            };
            if self.check_path_template(path, &item).is_err() {
                continue;
            }
            let own = paths.pointer.join(path);
            for (key, node) in item.expect_members(self.reporter) {
                let method = Method::ALL.into_iter().find(|(name, _)| *name == key);
                let Some((_, method)) = method else {
                    continue;
                };
                if self.left_out.contains(&(path.to_owned(), key.to_owned())) {
                    continue;
                }
                let (source, original) = node.origin_of(&node.pointer);
                let item_of_original = original.parent();
                let is_alias = source == 0
                    && item_of_original.as_ref() != Some(&own)
                    && item_of_original.and_then(|item| item.parent()).as_ref()
                        == Some(&paths.pointer);
                if let Ok(operation_id) = self.operation_id(&node, method, path, is_alias, &mut ids)
                {
                    let id = OperationId(operations.len());
                    let operation = self.operation(id, operation_id, method, path, &item, &node);
                    header::check_key(&node, &api.security_schemes, self.reporter);
                    let security =
                        security::requirements(&node, &api.security_schemes, self.reporter);
                    let Ok(operation) = operation else { continue };
                    let server = server::of_operation(&item, &node, self.reporter);
                    let operation = Operation {
                        security: security.filter(|security| *security != api.security),
                        server: server.filter(|server| Some(server) != api.server.url.as_ref()),
                        ..operation
                    };
                    let variants = self.body_variants(id, &operation, &node, &mut ids);
                    operations.push(operation);
                    operations.extend(variants);
                }
            }
        }
        operations
    }

    /// The ids of an earlier version, by key, for operations that still exist.
    fn kept_ids(&self, paths: &Node<'d>) -> BTreeMap<String, String> {
        let mut keys = BTreeSet::new();
        for (path, item) in paths.members() {
            let Ok(item) = item.resolve(&Reporter::default()) else {
                continue;
            };
            for (method, node) in item.members() {
                let id = node.string("operationId").map(str::to_owned);
                keys.extend(id.into_iter().chain([key(method, path)]));
            }
        }
        let ids = self.kept.operation_ids();
        let ids = ids.filter(|(key, _)| {
            let base = key.rsplit_once(" as ").map(|(base, _)| base);
            keys.contains(*key) || base.is_some_and(|base| keys.contains(base))
        });
        ids.map(|(key, id)| (key.to_owned(), id.to_owned()))
            .collect()
    }

    /// Checks a path. It is appended to the base URL, so without the slash it could lead to another host.
    fn check_path_template(&self, path: &str, item: &Node<'d>) -> Result<(), Reported> {
        if path.len() > LONGEST_PATH {
            let message = format!("the path is longer than {LONGEST_PATH} bytes");
            let help = Help::new("shorten the path, or remove it").remove();
            return Err(self
                .reporter
                .error(Code::Path, &item.pointer, message, help));
        }
        if !path.starts_with('/') {
            let message = format!("`{path}` is not a valid path: it must start with `/`");
            let help = Help::new("fix the path, or remove it").remove();
            self.reporter
                .error(Code::Path, &item.pointer, message, help);
        } else if path.contains(['?', '#']) {
            let message = format!(
                "`{path}` is not a valid path: text after `?` is sent as it is, and text after `#` is not sent"
            );
            let help = "fix the path; declare what follows `?` as query parameters";
            self.reporter
                .warning(Code::Path, &item.pointer, message, help);
        }
        Ok(())
    }

    /// The `operationId`, or one derived from method and path: `getUsersById`.
    fn operation_id(
        &self,
        node: &Node<'d>,
        method: Method,
        path: &str,
        is_alias: bool,
        ids: &mut Ids,
    ) -> Result<String, Reported> {
        let Some(id) = node
            .string("operationId")
            .filter(|id| !id.trim().is_empty())
        else {
            let derived = derived_id(method.name(), path);
            let id = ids.claim(&key(method.name(), path), &derived, &node.pointer);
            // An id that was kept may differ from it without another operation that has it.
            if id != derived && ids.is_taken(&derived) {
                let message = format!(
                    "without an `operationId`, this operation has the name `{derived}` of another one, so it is called `{id}`"
                );
                let help = Help::new("give it an `operationId`")
                    .update(&node.pointer, json!({"operationId": id}));
                self.reporter
                    .warning(Code::OperationName, &node.pointer, message, help);
            }
            return Ok(id);
        };
        let at = node.pointer.join("operationId");
        let is_shared = ids
            .taken
            .get(id)
            .is_some_and(|first| node.origin_of(first) == node.origin_of(&at));
        // Two paths have the same path item, so only one of them can have the id.
        if is_alias || is_shared {
            let derived = derived_id(method.name(), path);
            let other = ids.claim(&key(method.name(), path), &derived, &node.pointer);
            let path = Pointer::root().join("paths").join(path);
            // A copy has the location of the shared path item or operation, not of the reference to it.
            let is_copy = node.pointer.steps().starts_with(path.steps());
            let is_item = !is_copy || node.origin_of(&path) != (0, path.clone());
            let holder = if is_item { &path } else { &node.pointer };
            let reference = holder.join("$ref");
            let location = if is_copy {
                Location::Source(0, reference)
            } else {
                Location::Document(reference)
            };
            self.reporter.report(Problem::warning(
                Code::DuplicateOperationId,
                location,
                format!("the operation `{id}` of another path is called `{other}` here"),
                "no action needed, or replace the `$ref` by a copy with another `operationId`",
            ));
            return Ok(other);
        }
        if let Some(first) = ids.taken.get(id) {
            let message = format!("duplicate `operationId` `{id}`, first used at {first}");
            let help = Help::new("give each operation a unique id").update(
                &node.pointer,
                json!({"operationId": ids.free(&derived_id(method.name(), path))}),
            );
            return Err(self
                .reporter
                .error(Code::DuplicateOperationId, &at, message, help));
        }
        ids.taken.insert(id.to_owned(), at);
        Ok(id.to_owned())
    }

    fn operation(
        &mut self,
        id: OperationId,
        operation_id: String,
        method: Method,
        path: &str,
        item: &Node<'d>,
        node: &Node<'d>,
    ) -> Result<Operation, Reported> {
        let read: openapiv3::Operation = node.read(CHILDREN, self.reporter)?;
        if let Some(callbacks) = node.get("callbacks") {
            self.reporter.warning(
                Code::Callbacks,
                &callbacks.pointer,
                "callbacks are requests that the API makes: nothing is generated for them",
                Help::new("no action needed if the client can do without them").remove(),
            );
        }
        let scope = Scope::new(&*operation_id, DefinedIn::Operation(id));
        let parameters = self.parameters(path, item, node, &scope);
        let offers = self.offers(node);
        let offer = offers.as_ref().ok().and_then(|offers| offers.first());
        let body = offer.map(|offer| self.body(offer, &parameters, &scope));
        let responses = self.responses(node, &parameters, &scope);
        let paging = self.paging(node);
        // Not before, so that all problems of an operation are reported.
        let (body, offers) = (body.transpose()?, offers?);
        let Responses {
            mut successes,
            mut errors,
            mut accepts,
            redirects,
        } = responses?;
        if method == Method::Head {
            // A response to `HEAD` has no body, whatever the document says.
            successes.truncate(1);
            for response in &mut successes {
                response.content = Content::Nothing;
            }
            errors.clear();
            accepts.clear();
        }
        let count: usize = offers.iter().map(|offer| offer.media_types.len()).sum();
        let offer = offers.into_iter().next().filter(|_| count > 1);
        let media_types = offer.map(|offer| offer.media_types);
        let is_declared = node.string("operationId") == Some(&*operation_id);
        Ok(Operation {
            key: if is_declared {
                operation_id.clone()
            } else {
                key(method.name(), path)
            },
            id: operation_id,
            method,
            path: path.to_owned(),
            tags: node
                .list("tags")
                .iter()
                .filter_map(|tag| tag.as_str().map(str::to_owned))
                .collect(),
            docs: joined(read.summary, read.description),
            deprecated: read.deprecated,
            parameters,
            body,
            media_types: media_types.unwrap_or_default(),
            variant_of: None,
            successes,
            redirects,
            errors,
            accepts,
            security: None,
            server: None,
            idempotency: Self::idempotency(node),
            paging,
            at: node.pointer.clone(),
        })
    }

    /// Variants of an operation for the other media types of its body.
    fn body_variants(
        &mut self,
        base_id: OperationId,
        base: &Operation,
        node: &Node<'d>,
        ids: &mut Ids,
    ) -> Vec<Operation> {
        let offers = self.offers(node).into_iter().flatten().skip(1);
        let mut variants = Vec::new();
        for (index, offer) in offers.enumerate() {
            let media_type = &offer.media_types[0];
            let wanted = format!("{}As{}", base.id, media::word(media_type));
            let key = format!("{} as {media_type}", base.key);
            let name = ids.claim(&key, &wanted, &node.pointer);
            let id = OperationId(base_id.0 + 1 + index);
            let scope = Scope::new(&*name, DefinedIn::Operation(id));
            let Ok(body) = self.body(&offer, &base.parameters, &scope) else {
                continue;
            };
            let docs = base.docs.as_deref().unwrap_or_default().trim_end();
            variants.push(Operation {
                id: name,
                key,
                docs: Some(format!("{docs}\n\nThe body is sent as `{media_type}`.")),
                body: Some(body),
                media_types: offer.media_types.clone(),
                variant_of: Some(base_id),
                paging: DeclaredPaging::Off,
                ..base.clone()
            });
        }
        variants
    }

    /// `x-idempotent: true`, or `{header: Idempotency-Key}` if repetitions are recognized by a key.
    fn idempotency(node: &Node<'d>) -> Idempotency {
        let Some(declared) = node.get("x-idempotent") else {
            return Idempotency::OfMethod;
        };
        if let Some(is_idempotent) = declared.value.as_bool() {
            return Idempotency::Declared(is_idempotent);
        }
        // Any other value was reported, and an invalid name is.
        let name = declared.string("header").map(str::to_owned);
        name.map_or(Idempotency::OfMethod, Idempotency::Key)
    }

    /// `x-paging: {token: nextToken, next: meta.nextToken, items: users}`, or `false` if an operation has no pages. The analysis
    /// checks it against the operation.
    fn paging(&self, node: &Node<'d>) -> DeclaredPaging {
        let Some(paging) = node.get("x-paging") else {
            return DeclaredPaging::Undeclared;
        };
        if !paging.value.is_object() {
            return DeclaredPaging::Off;
        }
        let (Some(parameter), Some(next)) = (paging.string("token"), paging.string("next")) else {
            self.reporter.error(
                Code::Paging,
                &paging.pointer,
                "`x-paging` needs `token` and `next`",
                "`token` names the query parameter for the token, `next` the response property that holds it",
            );
            return DeclaredPaging::Off;
        };
        DeclaredPaging::Token(TokenPaging {
            parameter: parameter.to_owned(),
            next: next.split('.').map(str::to_owned).collect(),
            items: paging.string("items").unwrap_or_default().to_owned(),
            at: paging.pointer,
        })
    }
}

/// Makes the summary the first paragraph of the description, unless the description starts with it anyway.
fn joined(summary: Option<String>, description: Option<String>) -> Option<String> {
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    match (filled(summary), filled(description)) {
        (Some(summary), Some(description))
            if !description.starts_with(summary.trim_end_matches('.')) =>
        {
            Some(format!("{summary}\n\n{description}"))
        }
        (summary, description) => description.or(summary),
    }
}

/// Identifies an operation without an `operationId` in other versions of the document: `GET /users/{}`.
fn key(method: &str, path: &str) -> String {
    format!("{} {}", method.to_uppercase(), without_names(path))
}

/// The ids of operations.
struct Ids {
    /// All ids that the document declares.
    declared: BTreeSet<String>,
    /// The ids of an earlier version, by the keys of their operations. A program that calls an operation by name must not call
    /// another one later.
    kept: BTreeMap<String, String>,
    /// Those of them that are not in use yet.
    reserved: BTreeSet<String>,
    /// The ids in use, with the location of each.
    taken: BTreeMap<String, Pointer>,
}

impl Ids {
    fn is_taken(&self, id: &str) -> bool {
        self.taken.contains_key(id) || self.declared.contains(id) || self.reserved.contains(id)
    }

    /// An unused id, with a number if necessary.
    fn free(&self, id: &str) -> String {
        let mut free = id.to_owned();
        let mut number = 2;
        while self.is_taken(&free) {
            free = format!("{id}{number}");
            number += 1;
        }
        free
    }

    /// The id of the operation with a key: the kept one, or one that is unused. It is in use at a location from then on.
    fn claim(&mut self, key: &str, id: &str, at: &Pointer) -> String {
        let kept = self.kept.remove(key);
        let kept = kept.filter(|kept| self.reserved.remove(kept) && !self.is_taken(kept));
        let id = kept.unwrap_or_else(|| self.free(id));
        self.taken.insert(id.clone(), at.clone());
        id
    }
}
