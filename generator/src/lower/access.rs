//! `readOnly` and `writeOnly`: properties that are sent in one direction only.

use std::collections::BTreeSet;

use crate::api::{Api, Body, Property, Shape, TypeId};

/// Makes such a property optional in the other direction, even if the schema requires it.
pub(super) fn settle(api: &mut Api, sent: &BTreeSet<TypeId>, received: &BTreeSet<TypeId>) {
    for (id, def) in &mut api.types {
        let Shape::Object(object) = &mut def.shape else {
            continue;
        };
        for property in &mut object.properties {
            let is_unsent = property.is("readOnly") && sent.contains(id);
            let is_unreceived = property.is("writeOnly") && received.contains(id);
            if is_unsent || is_unreceived {
                property.relax();
            }
        }
    }
    for operation in &mut api.operations {
        if let Some(Body::Properties { properties, .. }) = &mut operation.body {
            for property in properties {
                if property.is("readOnly") {
                    property.relax();
                }
            }
        }
    }
}

impl Property {
    fn relax(&mut self) {
        self.required_in_document |= self.required;
        self.required = false;
    }

    pub(super) fn is(&self, access: &str) -> bool {
        let value = self.constraints.own.get(access);
        value.and_then(serde_json::Value::as_bool) == Some(true)
    }
}
