//! Path items to operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::keywords::unknown;
use super::response::Answers;
use super::types::Scope;
use super::{Lowering, media, security, server};
use crate::api::{Api, Content, Operation, OperationId, TokenPaging, TypeHome};
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::{Child, Node};
use crate::method::{Method, derived_id};
use crate::source::Pointer;

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

/// All fields of an operation in OpenAPI 3.0.
const KEYWORDS: &[&str] = &[
    "callbacks",
    "deprecated",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "security",
    "servers",
    "summary",
    "tags",
];

/// The fields of a path item in OpenAPI 3.0 that are not operations.
const PATH_ITEM_FIELDS: &[&str] = &["parameters", "summary", "description", "servers"];

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
        let items = items.filter_map(|(_, item)| item.resolve(&Reporter::default()));
        let declared = items.flat_map(|item| item.value.as_object().into_iter().flatten());
        let declared = declared.filter_map(|(_, operation)| operation.get("operationId")?.as_str());
        let mut ids = Ids {
            declared: declared.map(str::to_owned).collect(),
            ..Ids::default()
        };
        for (path, item) in paths
            .expect_members(self.reporter)
            .into_iter()
            .filter(|(path, _)| !path.starts_with("x-"))
        {
            let Some(item) = item.resolve(self.reporter) else {
                continue;
            };
            self.check_path_template(path, &item);
            for (key, node) in item.expect_members(self.reporter) {
                let method = Method::ALL.into_iter().find(|(name, _)| *name == key);
                let Some((_, method)) = method else {
                    self.check_path_item_member(key, &node);
                    continue;
                };
                if self.left_out.contains(&(path.to_owned(), key.to_owned())) {
                    continue;
                }
                if let Some(operation_id) = self.operation_id(&node, method, path, &mut ids) {
                    let id = OperationId(operations.len());
                    let operation = self.operation(id, operation_id, method, path, &item, &node);
                    let security = security::requirements(&node, &api.credentials, self.reporter);
                    let Some(operation) = operation else { continue };
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

    /// Checks a path. It is appended to the base URL, so without the slash it could lead to another host.
    fn check_path_template(&self, path: &str, item: &Node<'d>) {
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
    }

    fn check_path_item_member(&self, key: &str, node: &Node<'d>) {
        if key.starts_with("x-") || PATH_ITEM_FIELDS.contains(&key) {
            return;
        }
        let methods = Method::ALL.iter().map(|(name, _)| *name);
        let known = PATH_ITEM_FIELDS.iter().copied().chain(methods);
        self.reporter.warning(
            Code::UnknownKeyword,
            &node.pointer,
            unknown("path item field", key, known),
            Help::new("it has no effect: fix its spelling, or remove it").remove(),
        );
    }

    /// The `operationId`, or one derived from method and path: `getUsersById`.
    fn operation_id(
        &self,
        node: &Node<'d>,
        method: Method,
        path: &str,
        ids: &mut Ids,
    ) -> Option<String> {
        let Some(id) = node.text("operationId").filter(|id| !id.trim().is_empty()) else {
            return Some(ids.claim(&derived_id(method.name(), path), &node.pointer));
        };
        let at = node.pointer.join("operationId");
        if let Some(first) = ids.taken.get(id) {
            let message = format!("duplicate `operationId` `{id}`, first used at {first}");
            let help = Help::new("give each operation a unique id").update(
                &node.pointer,
                json!({"operationId": ids.free(&derived_id(method.name(), path))}),
            );
            self.reporter
                .error(Code::DuplicateOperationId, &at, message, help);
            return None;
        }
        ids.taken.insert(id.to_owned(), at);
        Some(id.to_owned())
    }

    fn operation(
        &mut self,
        id: OperationId,
        operation_id: String,
        method: Method,
        path: &str,
        item: &Node<'d>,
        node: &Node<'d>,
    ) -> Option<Operation> {
        let read: openapiv3::Operation = node.read(CHILDREN, self.reporter)?;
        if let Some(callbacks) = node.get("callbacks") {
            self.reporter.warning(
                Code::Callbacks,
                &callbacks.pointer,
                "callbacks are requests that the API makes: nothing is generated for them",
                Help::new("no action needed if the client can do without them").remove(),
            );
        }
        for key in node.keys() {
            if !(key.starts_with("x-") || KEYWORDS.contains(&key)) {
                self.reporter.warning(
                    Code::UnknownKeyword,
                    &node.pointer.join(key),
                    unknown("operation field", key, KEYWORDS.iter().copied()),
                    Help::new("it has no effect: fix its spelling, or remove it").remove(),
                );
            }
        }
        let scope = Scope {
            name: operation_id.clone(),
            home: TypeHome::Operation(id),
        };
        let parameters = self.parameters(path, item, node, &scope);
        let offers = self.offers(node);
        let offer = offers.as_ref().and_then(|offers| offers.first());
        let body = offer.map(|offer| self.body(offer, &parameters, &scope));
        let answers = self.answers(node, &scope);
        let paging = self.paging(node);
        let Answers {
            mut successes,
            mut errors,
            mut accepts,
        } = answers?;
        if method == Method::Head {
            // A response to `HEAD` has no body, whatever the document says.
            successes.truncate(1);
            for answer in &mut successes {
                answer.content = Content::Nothing;
            }
            errors.clear();
            accepts.clear();
        }
        let is_choice = offers
            .as_ref()?
            .iter()
            .map(|offer| offer.media_types.len())
            .sum::<usize>()
            > 1;
        let media_types = offer.filter(|_| is_choice);
        let media_types = media_types.map(|offer| offer.media_types.clone());
        Some(Operation {
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
            body: body.map_or(Some(None), |body| body.map(Some))?,
            media_types: media_types.unwrap_or_default(),
            variant_of: None,
            successes,
            errors,
            accepts,
            security: None,
            server: None,
            paging,
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
            let name = ids.claim(&wanted, &node.pointer);
            let scope = Scope {
                name: name.clone(),
                home: TypeHome::Operation(OperationId(base_id.0 + 1 + index)),
            };
            let Some(body) = self.body(&offer, &base.parameters, &scope) else {
                continue;
            };
            let docs = base.docs.as_deref().unwrap_or_default().trim_end();
            variants.push(Operation {
                id: name,
                docs: Some(format!("{docs}\n\nThe body is sent as `{media_type}`.")),
                body: Some(body),
                media_types: offer.media_types.clone(),
                variant_of: Some(base_id),
                paging: None,
                ..base.clone()
            });
        }
        variants
    }

    /// `x-paging: {token: nextToken, next: meta.nextToken, items: users}`. The analysis checks it against the operation.
    fn paging(&self, node: &Node<'d>) -> Option<TokenPaging> {
        let paging = node.get("x-paging")?;
        let (Some(parameter), Some(next)) = (paging.text("token"), paging.text("next")) else {
            self.reporter.error(
                Code::Paging,
                &paging.pointer,
                "`x-paging` needs `token` and `next`",
                "`token` names the query parameter for the token, `next` the response property that holds it",
            );
            return None;
        };
        Some(TokenPaging {
            parameter: parameter.to_owned(),
            next: next.split('.').map(str::to_owned).collect(),
            items: paging.text("items").unwrap_or_default().to_owned(),
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

/// The ids of operations.
#[derive(Default)]
struct Ids {
    /// All ids that the document declares.
    declared: BTreeSet<String>,
    /// The ids in use, with the location of each.
    taken: BTreeMap<String, Pointer>,
}

impl Ids {
    /// An unused id, with a number if necessary.
    fn free(&self, id: &str) -> String {
        let is_taken = |id: &String| self.taken.contains_key(id) || self.declared.contains(id);
        let mut free = id.to_owned();
        let mut number = 2;
        while is_taken(&free) {
            free = format!("{id}{number}");
            number += 1;
        }
        free
    }

    /// The same, and marks it as used at a location.
    fn claim(&mut self, id: &str, at: &Pointer) -> String {
        let id = self.free(id);
        self.taken.insert(id.clone(), at.clone());
        id
    }
}
