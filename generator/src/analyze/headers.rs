//! Header parameters that are settings of the client.

use std::collections::BTreeMap;

use crate::api::{Api, Parameter, ParameterLocation, Property, Shape, Type};

/// A header that most operations declare in the same way.
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

/// The part of the operations that have to declare a header in the same way: three quarters. With all of them, a new operation
/// without the header would take the setting away.
const SHARE: (usize, usize) = (3, 4);

pub(super) fn find(api: &Api) -> Vec<ClientHeader> {
    // A single operation does not show which headers are common.
    if api.operations.len() < 2 {
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
    let mut found: Vec<(ClientHeader, usize)> = Vec::new();
    // The indices of the headers with a name.
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for parameter in api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters)
    {
        if parameter.location != ParameterLocation::Header || !is_string(&parameter.property.ty) {
            continue;
        }
        let known = by_name.entry(&parameter.property.name).or_default();
        match known.iter().find(|index| found[**index].0.is(parameter)) {
            Some(index) => {
                let (header, uses) = &mut found[*index];
                *uses += 1;
                if header.environment.is_none() {
                    header.environment.clone_from(&parameter.environment);
                }
            }
            None => {
                known.push(found.len());
                let header = ClientHeader {
                    property: parameter.property.clone(),
                    environment: parameter.environment.clone(),
                };
                found.push((header, 1));
            }
        }
    }
    let is_common = |uses: usize| uses * SHARE.1 >= api.operations.len() * SHARE.0;
    found.retain(|(_, uses)| is_common(*uses));
    found.into_iter().map(|(header, _)| header).collect()
}
