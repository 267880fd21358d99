//! The names of all types: those of the document, and those for operations. They share one namespace.

use super::EnumNames;
use super::case;
use super::claims::Claims;
use super::namespace::{Namespace, joined};
use super::reserved::PRELUDE;
use super::status;
use crate::analyze::Analysis;
use crate::api::{Api, DefinedIn, Operation, Response, TypeId};
use crate::options::{KeptNames, Key, NameKind};

pub(super) struct Idents {
    /// The types of the document, in order.
    pub(super) types: Vec<(TypeId, String)>,
    /// The structs of the inputs, by operation.
    pub(super) requests: Vec<String>,
    /// The enums of responses and of errors, by operation.
    pub(super) enums: Vec<[Option<EnumNames>; 2]>,
    /// The types of calls, by operation.
    pub(super) calls: Vec<Option<String>>,
    /// All of them by key, for later versions.
    pub(super) given: KeptNames,
}

impl Idents {
    pub(super) fn choose(api: &Api, analysis: &Analysis, kept: &KeptNames) -> Self {
        let key_of_type = |id| Key::of_type(&api.type_key(id), NameKind::Type);
        let keys = api.operations.iter().flat_map(|operation| {
            let kinds = [
                NameKind::Request,
                NameKind::Call,
                NameKind::Response,
                NameKind::Error,
            ];
            kinds.map(|kind| key(operation, kind))
        });
        let keys = api.type_ids().map(key_of_type).chain(keys);
        let mut idents = Claims::new(Namespace::with(PRELUDE), kept, keys);
        // Types that the document names come before types that are named for their location.
        let idents_of = |idents: &mut Claims, own: bool| -> Vec<(TypeId, String)> {
            let ids = api
                .type_ids()
                .filter(|id| (api.type_def(*id).defined_in == DefinedIn::OwnFile) == own);
            let ids: Vec<TypeId> = ids.collect();
            let names = ids.iter().map(|id| {
                let name = &*api.type_def(*id).name;
                (key_of_type(*id), name, case::pascal(name))
            });
            let names = idents.claim_all(&names.collect::<Vec<_>>());
            ids.into_iter().zip(names).collect()
        };
        let mut all = idents_of(&mut idents, true);
        let requests: Vec<String> = api
            .operations
            .iter()
            .map(|operation| {
                idents.claim(key(operation, NameKind::Request), |idents| {
                    idents.claim_or(case::pascal(&operation.id), "Request")
                })
            })
            .collect();
        let mut enums: Vec<[Option<EnumNames>; 2]> = Vec::new();
        for (operation, request) in api.operations.iter().zip(&requests) {
            // A variant has the responses of its base operation.
            if let Some(base) = operation.variant_of {
                enums.push(enums[base.0].clone());
                continue;
            }
            enums.push(
                [
                    (&operation.successes, NameKind::Response, "Response"),
                    (&operation.errors, NameKind::Error, "Error"),
                ]
                .map(|(responses, kind, word)| {
                    let variants = variants_of(responses)?;
                    let ident = idents.claim(key(operation, kind), |idents| {
                        idents.claim(joined(request, word))
                    });
                    Some(EnumNames { ident, variants })
                }),
            );
        }
        all.extend(idents_of(&mut idents, false));
        all.sort();
        let calls = api.operation_ids().zip(&requests).map(|(id, request)| {
            let mut inputs = analysis.inputs_of(id).iter();
            let has_optional = inputs.any(|input| !input.property.required);
            has_optional.then(|| {
                idents.claim(key(api.operation(id), NameKind::Call), |idents| {
                    idents.claim(joined(request, "Call"))
                })
            })
        });
        let calls: Vec<Option<String>> = calls.collect();
        Self {
            types: all,
            requests,
            enums,
            calls,
            given: idents.into_given(),
        }
    }
}

fn key(operation: &Operation, kind: NameKind) -> Key {
    Key::of_operation(&operation.key, kind)
}

/// The variants for responses, if they differ.
fn variants_of(responses: &[Response]) -> Option<Vec<String>> {
    if responses.len() < 2 {
        return None;
    }
    let mut namespace = Namespace::default();
    let names = responses
        .iter()
        .map(|response| status::variant(response.status));
    Some(names.map(|name| namespace.claim(name)).collect())
}
