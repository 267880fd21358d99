//! Objects with properties.

use super::Lowering;
use super::schema::Lowered;
use super::types::Scope;
use crate::api::{ErrorMembers, Object, Property, Shape, Type, TypeHome};
use crate::document::{Node, Pointer};

impl Lowering<'_> {
    /// An object becomes a type of its own. The id is there before the properties are read, for they may refer to it.
    pub(super) fn object(
        &mut self,
        node: &Node<'_>,
        scope: &Scope,
        definition: Option<&Pointer>,
        lowered: &Lowered,
    ) -> Option<Type> {
        let (scope, given) = Self::naming(node, scope, definition);
        if let Some(pointer) = definition {
            let id = self.types.reserve();
            let known = Lowered {
                ty: Type::Named(id),
                ..lowered.clone()
            };
            self.types.set_definition(pointer.clone(), Some(known));
            let inner = Scope {
                name: scope.name.clone(),
                home: TypeHome::Type(id),
            };
            let object = self.object_shape(node, &inner)?;
            if given {
                self.types.give(&scope.name, id);
            }
            self.types.define(
                id,
                crate::api::TypeDef {
                    name: scope.name,
                    home: TypeHome::Own,
                    docs: lowered.docs.clone(),
                    deprecated: lowered.deprecated,
                    shape: Shape::Object(object),
                },
            );
            return Some(Type::Named(id));
        }
        let before = self.types.count();
        let object = self.object_shape(node, &scope)?;
        let after = self.types.count();
        let id = self.named(
            node,
            &scope,
            given,
            lowered.docs.as_deref(),
            Shape::Object(object),
        )?;
        if id.0 < before && after > before {
            self.types.truncate(before);
        }
        Some(Type::Named(id))
    }

    fn object_shape(&mut self, node: &Node<'_>, scope: &Scope) -> Option<Object> {
        let properties = self.properties(node, scope)?;
        let error = node.get("x-error-body").map(|members| {
            let names = |key: &str| {
                let names = members
                    .get(key)
                    .map(|names| names.items())
                    .unwrap_or_default();
                let names = names.iter().filter_map(|name| name.value.as_str());
                names.map(str::to_owned).collect::<Vec<_>>()
            };
            ErrorMembers {
                status: names("status"),
                message: names("message"),
                kind: names("kind"),
            }
        });
        if let Some(error) = &error {
            let at = node.pointer.join("x-error-body");
            for name in [&error.status, &error.message, &error.kind]
                .into_iter()
                .flatten()
            {
                if properties.iter().all(|property| property.name != *name) {
                    let message = format!("the error body has no property `{name}`");
                    self.reporter.error("unknown-property", &at, message);
                }
            }
        }
        Some(Object { properties, error })
    }

    /// The properties of an object schema, in the document's order. Problems in one do not hide those in the next.
    pub(super) fn properties(&mut self, node: &Node<'_>, scope: &Scope) -> Option<Vec<Property>> {
        let required = node
            .get("required")
            .map(|names| names.items())
            .unwrap_or_default();
        let is_required = |name: &str| {
            required
                .iter()
                .any(|node| node.value.as_str() == Some(name))
        };
        let listed = node
            .get("properties")
            .map(|properties| properties.members())
            .unwrap_or_default();
        for name in &required {
            if let Some(text) = name.value.as_str()
                && listed.iter().all(|(listed, _)| *listed != text)
            {
                self.reporter.warning(
                    "required-unlisted",
                    &name.pointer,
                    format!("`{text}` is required but not listed in `properties`, so there is no way to set or read it"),
                    "list it in `properties`",
                );
            }
        }
        let mut properties = Vec::new();
        let mut complete = true;
        for (name, schema) in &listed {
            match self.schema(schema, &scope.join(name)) {
                Some(lowered) => properties.push(lowered.property(name, is_required(name))),
                None => complete = false,
            }
        }
        complete.then_some(properties)
    }
}

impl Lowered {
    pub(super) fn property(self, name: &str, required: bool) -> Property {
        Property {
            name: name.to_owned(),
            ty: self.ty,
            required,
            nullable: self.nullable,
            deprecated: self.deprecated,
            docs: self.docs,
            limits: self.limits,
        }
    }
}
