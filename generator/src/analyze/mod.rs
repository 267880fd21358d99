//! Facts about the API as a whole. Each module makes one pass over it.

mod boxes;
mod conditions;
mod environment;
mod errors;
mod groups;
mod headers;
mod paging;
mod siblings;

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, DefinedIn, Input, Operation, OperationId, Parameter, Type, TypeId};
use crate::diagnostics::Reporter;
use crate::options::{Features, KeptNames, Options};

pub(crate) use conditions::{Condition, Conditions};
pub(crate) use environment::variables;
pub(crate) use groups::Group;
pub(crate) use headers::ClientHeader;
pub(crate) use paging::Paging;

/// Findings about an [`Api`].
#[derive(Debug)]
pub(crate) struct Analysis {
    /// Types that callers build, which get a constructor and setters.
    pub(crate) inputs: BTreeSet<TypeId>,
    /// Properties and variants, by type and index, that need a `Box`, because otherwise a type would contain itself.
    pub(crate) boxed: BTreeSet<(TypeId, usize)>,
    /// Headers that most operations take, which are set once on the client.
    pub(crate) client_headers: Vec<ClientHeader>,
    /// Types of error bodies.
    pub(crate) errors: BTreeSet<TypeId>,
    /// The named type of error body that most operations have, or that of an earlier version.
    pub(crate) error: Option<Type>,
    /// The tags that need each part.
    pub(crate) conditions: Conditions,
    /// The types by the file that they are written in, in order.
    by_file: BTreeMap<DefinedIn, Vec<TypeId>>,
    /// Operations by what they are about.
    pub(crate) groups: Vec<Group>,
    /// Whether some operations need other credentials than others.
    pub(crate) credentials_differ: bool,
    /// Operations by their `operationId`.
    pub(crate) operations: BTreeMap<String, OperationId>,
    paging: Vec<Option<Paging>>,
    /// Inputs by operation.
    operation_inputs: Vec<Vec<Input>>,
}

impl Analysis {
    /// The types that are written in a file.
    pub(crate) fn types_at(&self, defined_in: DefinedIn) -> &[TypeId] {
        self.by_file.get(&defined_in).map_or(&[], Vec::as_slice)
    }

    /// The headers of the client that an operation does not declare. One that it declares in another way is an input of its own,
    /// which replaces the setting where it is given: without it, a program that knows only the setting still sends it. But a key
    /// is always one of the call.
    pub(crate) fn headers_without(&self, operation: &Operation) -> Vec<&str> {
        let headers = self.client_headers.iter();
        let without = headers.filter(|header| {
            header.declared_by(operation).is_none() || operation.has_key_in(&header.property.name)
        });
        without.map(|header| &*header.property.name).collect()
    }

    pub(crate) fn paging(&self, id: OperationId) -> Option<&Paging> {
        self.paging[id.0].as_ref()
    }

    /// The error type for the kept names: its name in the document, an empty text if the error bodies have different types, and
    /// nothing if there are none.
    pub(crate) fn kept_error(&self, api: &Api) -> Option<String> {
        let error = self.error.as_ref().and_then(Type::named);
        error
            .map(|id| api.type_key(id))
            .or_else(|| (!self.errors.is_empty()).then(String::new))
    }

    /// The inputs of an operation, without the client's headers.
    pub(crate) fn inputs_of(&self, id: OperationId) -> &[Input] {
        &self.operation_inputs[id.0]
    }
}

/// Analyzes the API as a whole.
pub(crate) fn analyze(
    api: &Api,
    options: &Options,
    kept: &KeptNames,
    reporter: &Reporter,
) -> Analysis {
    siblings::report(api, reporter);
    let client_headers = headers::find(api, kept);
    environment::check(api, &client_headers, reporter);
    let is_of_client =
        |parameter: &Parameter| client_headers.iter().any(|header| header.is(parameter));
    let operations = api.operations.iter();
    let operation_inputs = operations.map(|operation| {
        operation.inputs(api, |parameter| {
            is_of_client(parameter) && !operation.has_key_in(&parameter.property.name)
        })
    });
    let operation_inputs = operation_inputs.collect();
    let error = errors::common(api, kept);
    let conditions = match options.features {
        Features::None => Conditions::default(),
        // The client itself is always compiled.
        Features::Tags => {
            let headers = client_headers.iter().map(|header| &header.property.ty);
            Conditions::of_tags(api, headers.chain(&error))
        }
    };
    let mut by_file: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for id in api.type_ids() {
        by_file
            .entry(api.type_def(id).defined_in)
            .or_default()
            .push(id);
    }
    let ids = api.operation_ids();
    let operations = ids.map(|id| (api.operation(id).id.clone(), id)).collect();
    Analysis {
        conditions,
        by_file,
        // With types only, users may want to build any of them.
        inputs: if api.has_client() {
            api.sent()
        } else {
            api.type_ids().collect()
        },
        boxed: boxes::find(api),
        operation_inputs,
        client_headers,
        groups: groups::of(api),
        credentials_differ: credentials_differ(api),
        operations,
        errors: errors::all(api),
        error,
        paging: api
            .operation_ids()
            .map(|id| paging::find(api, id, reporter))
            .collect(),
    }
}

fn credentials_differ(api: &Api) -> bool {
    let operations = api.operations.iter();
    let mut security = operations.map(|operation| operation.security_in(api));
    let first = security.next();
    security.any(|other| Some(other) != first)
}
