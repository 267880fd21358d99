//! Types that are sent.

use std::collections::BTreeSet;

use crate::api::{Api, Body, Type, TypeId};

pub(super) fn find(api: &Api) -> BTreeSet<TypeId> {
    let mut inputs = BTreeSet::new();
    for operation in &api.operations {
        for parameter in &operation.parameters {
            add(api, &parameter.property.ty, &mut inputs);
        }
        match &operation.body {
            None => {}
            Some(Body::Whole { ty, .. }) => add(api, ty, &mut inputs),
            Some(Body::Properties { properties, .. }) => {
                for property in properties {
                    add(api, &property.ty, &mut inputs);
                }
            }
        }
    }
    inputs
}

fn add(api: &Api, ty: &Type, inputs: &mut BTreeSet<TypeId>) {
    let Some(id) = ty.named() else { return };
    if inputs.insert(id) {
        for ty in api.type_def(id).shape.types() {
            add(api, ty, inputs);
        }
    }
}
