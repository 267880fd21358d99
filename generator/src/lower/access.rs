//! `readOnly` and `writeOnly`: properties that are sent in one direction only.

use crate::api::{Api, Body, Property, Shape};

/// Makes such a property optional in the other direction, even if the schema requires it.
pub(super) fn settle(api: &mut Api) {
    let (sent, received) = (api.sent(), api.received());
    for id in api.type_ids() {
        let Shape::Object(object) = &mut api.types[id.0].shape else {
            continue;
        };
        for property in &mut object.properties {
            let is_unsent = property.is("readOnly") && sent.contains(&id);
            let is_unreceived = property.is("writeOnly") && received.contains(&id);
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
        self.demanded |= self.required;
        self.required = false;
    }

    fn is(&self, access: &str) -> bool {
        let said = self.limits.own.get(access);
        said.and_then(serde_json::Value::as_bool) == Some(true)
    }
}
