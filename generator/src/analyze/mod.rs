//! What can be said only of the whole API: each part is one walk over it.

mod boxes;
mod conditions;
mod equality;
mod headers;
mod paging;

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Input, Operation, OperationId, Parameter, Type, TypeHome, TypeId};
use crate::diagnostics::Reporter;
use crate::options::{Features, Options};

pub(crate) use conditions::{Condition, Conditions};
pub(crate) use headers::ClientHeader;
pub(crate) use paging::Paging;

/// Findings about an [`Api`].
#[derive(Debug)]
pub(crate) struct Analysis {
    /// Types that a caller builds: they get a constructor and setters.
    pub(crate) inputs: BTreeSet<TypeId>,
    /// Properties and variants, by type and place in it, that hold their value in a `Box`, for otherwise a type would contain itself.
    pub(crate) boxed: BTreeSet<(TypeId, usize)>,
    /// Types that cannot implement `Eq` and `Hash`.
    without_equality: BTreeSet<TypeId>,
    /// Headers that every operation takes: they are set once, on the client.
    pub(crate) client_headers: Vec<ClientHeader>,
    /// Types that are the body of errors.
    pub(crate) errors: BTreeSet<TypeId>,
    /// The body that all errors have, if they all have the same.
    pub(crate) error: Option<Type>,
    /// What is there for which tags.
    pub(crate) conditions: Conditions,
    /// The types by where they are written, in their order.
    at_home: BTreeMap<TypeHome, Vec<TypeId>>,
    paging: Vec<Option<Paging>>,
    /// By operation.
    operation_inputs: Vec<Vec<Input>>,
}

impl Analysis {
    /// The types that are written somewhere.
    pub(crate) fn types_at(&self, home: TypeHome) -> &[TypeId] {
        self.at_home.get(&home).map_or(&[], Vec::as_slice)
    }

    /// Whether values of this type can implement `Eq` and `Hash`.
    pub(crate) fn has_equality(&self, ty: &Type) -> bool {
        match ty.named() {
            Some(id) => !self.without_equality.contains(&id),
            None => equality::has_equality(ty),
        }
    }

    pub(crate) fn paging(&self, id: OperationId) -> Option<&Paging> {
        self.paging[id.0].as_ref()
    }

    /// What a caller gives to an operation, the client's headers left out.
    pub(crate) fn inputs_of(&self, id: OperationId) -> &[Input] {
        &self.operation_inputs[id.0]
    }
}

/// Looks at the API as a whole.
pub(crate) fn analyze(api: &Api, options: &Options, reporter: &Reporter) -> Analysis {
    let client_headers = headers::find(api);
    let is_of_client =
        |parameter: &Parameter| client_headers.iter().any(|header| header.is(parameter));
    let operations = api.operations.iter();
    let operation_inputs = operations.map(|operation| operation.inputs(api, is_of_client));
    let operation_inputs = operation_inputs.collect();
    let error = common_error(api);
    let conditions = match options.features {
        Features::None => Conditions::default(),
        // What the client itself is made of is always there.
        Features::Tags => {
            let headers = client_headers.iter().map(|header| &header.property.ty);
            Conditions::of_tags(api, headers.chain(&error))
        }
    };
    let mut at_home: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for id in api.type_ids() {
        at_home.entry(api.type_def(id).home).or_default().push(id);
    }
    Analysis {
        conditions,
        at_home,
        // Who has types alone may want to build any of them.
        inputs: if api.has_client() {
            api.sent()
        } else {
            api.type_ids().collect()
        },
        boxed: boxes::find(api),
        operation_inputs,
        without_equality: equality::without(api),
        client_headers,
        errors: errors(api),
        error,
        paging: api
            .operation_ids()
            .map(|id| paging::find(api, id, reporter))
            .collect(),
    }
}

fn errors(api: &Api) -> BTreeSet<TypeId> {
    let answers = api
        .operations
        .iter()
        .flat_map(|operation| &operation.errors);
    let types = answers.filter_map(|answer| answer.content.json());
    let named = types.filter(|ty| matches!(ty, Type::Named(_)));
    named.filter_map(Type::named).collect()
}

fn common_error(api: &Api) -> Option<Type> {
    let mut errors = api.operations.iter().map(Operation::error);
    let first = errors.next()??;
    errors
        .all(|error| error == Some(first))
        .then(|| first.clone())
}
