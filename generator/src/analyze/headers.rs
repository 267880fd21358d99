//! Header parameters that are settings of the client.

use crate::api::{Api, Parameter, ParameterLocation, Property, Shape, Type};

/// A header that every operation declares in the same way.
#[derive(Debug)]
pub(crate) struct ClientHeader {
    pub(crate) property: Property,
    pub(crate) environment: Option<String>,
}

impl ClientHeader {
    pub(super) fn is(&self, parameter: &Parameter) -> bool {
        // The equality of `Property` ignores docs.
        parameter.location == ParameterLocation::Header && parameter.property == self.property
    }
}

pub(super) fn find(api: &Api) -> Vec<ClientHeader> {
    // A single operation does not show which headers are common.
    let [first, others @ ..] = api.operations.as_slice() else {
        return Vec::new();
    };
    if others.is_empty() {
        return Vec::new();
    }
    // The client stores them as strings.
    let is_string = |ty: &Type| {
        let shape = ty.named().map(|id| &api.type_def(id).shape);
        matches!(
            (ty, shape),
            (Type::String, _) | (Type::Named(_), Some(Shape::StringNewtype))
        )
    };
    let headers = first.parameters.iter().filter(|parameter| {
        parameter.location == ParameterLocation::Header && is_string(&parameter.property.ty)
    });
    let headers = headers.map(|parameter| ClientHeader {
        property: parameter.property.clone(),
        environment: parameter.environment.clone(),
    });
    headers
        .filter(|header| {
            let has =
                |parameters: &[Parameter]| parameters.iter().any(|parameter| header.is(parameter));
            others.iter().all(|operation| has(&operation.parameters))
        })
        .collect()
}
