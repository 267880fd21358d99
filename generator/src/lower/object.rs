//! Objects with properties.

use super::Lowering;
use super::schema::Lowered;
use super::types::Scope;
use crate::api::{ErrorMembers, Object, Property, Shape, Type, TypeDef, TypeHome, TypeId};
use crate::document::{Node, Pointer};

/// An object that has an id, and is still to be read.
pub(super) struct Pending<'d> {
    id: TypeId,
    node: Node<'d>,
    name: String,
    lowered: Lowered,
}

impl<'d> Lowering<'_, 'd> {
    /// An object becomes a type of its own. The id is there before the properties are read, for they may refer to it.
    pub(super) fn object(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        definition: Option<&Pointer>,
        lowered: &Lowered,
    ) -> Option<Type> {
        let (scope, given) = Self::naming(node, scope, definition);
        if let Some(pointer) = definition {
            if given && self.types.is_given(&scope.name) {
                self.name_conflict(node, &scope.name);
                return None;
            }
            let id = self.types.reserve();
            if given {
                self.types.give(&scope.name, id);
            }
            let known = Lowered {
                ty: Type::Named(id),
                ..lowered.clone()
            };
            self.types.set_definition(pointer.clone(), Some(known));
            let name = scope.name;
            self.pending.push_back(Pending {
                id,
                node: node.clone(),
                name,
                lowered: lowered.clone(),
            });
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

    /// Reads the objects that were put off.
    pub(super) fn read_pending(&mut self) {
        while let Some(Pending {
            id,
            node,
            name,
            lowered,
        }) = self.pending.pop_front()
        {
            let inner = Scope {
                name: name.clone(),
                home: TypeHome::Type(id),
            };
            let Some(object) = self.object_shape(&node, &inner) else {
                continue;
            };
            let def = TypeDef {
                name,
                home: TypeHome::Own,
                docs: lowered.docs,
                deprecated: lowered.deprecated,
                shape: Shape::Object(object),
            };
            self.types.define(id, def);
        }
    }

    fn object_shape(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Object> {
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
            let statuses = members.get("statuses").map(|statuses| statuses.members());
            let statuses = statuses
                .unwrap_or_default()
                .into_iter()
                .filter_map(|(kind, status)| {
                    Some((kind.to_owned(), u16::try_from(status.value.as_u64()?).ok()?))
                });
            ErrorMembers {
                statuses: statuses.collect(),
                status: names("status"),
                message: names("message"),
                kind: names("kind"),
            }
        });
        if let Some(error) = &error {
            self.check_error_members(node, &properties, error);
        }
        Some(Object { properties, error })
    }

    fn check_error_members(&self, node: &Node<'d>, properties: &[Property], error: &ErrorMembers) {
        let at = node.pointer.join("x-error-body");
        let is_text = |ty: &Type| *ty == Type::Text || self.is_string(ty);
        let is_integer = |ty: &Type| *ty == Type::Integer;
        self.check_error_member(&at, properties, &error.status, "an integer", is_integer);
        self.check_error_member(&at, properties, &error.message, "a string", is_text);
        self.check_error_member(&at, properties, &error.kind, "a string", is_text);
    }

    fn check_error_member(
        &self,
        at: &Pointer,
        properties: &[Property],
        names: &[String],
        what: &str,
        fits: impl Fn(&Type) -> bool,
    ) {
        for name in names {
            let property = properties.iter().find(|property| property.name == *name);
            let both = |property: &Property| !property.required && property.nullable;
            if !property.is_some_and(|property| fits(&property.ty) && !both(property)) {
                let message = format!("the error body has no property `{name}` that is {what}");
                let help = "name properties of the schema; one that may be both absent and null can't serve";
                self.reporter
                    .error_with_help("error-body", at, message, help);
            }
        }
    }

    /// Whether a type is a string on the wire. An enumeration is never put off, so its shape is known.
    fn is_string(&self, ty: &Type) -> bool {
        let shape = ty.named().and_then(|id| self.types.shape(id));
        matches!(
            (ty, shape),
            (Type::Named(_), Some(Shape::Enumeration(_) | Shape::Text))
        )
    }

    /// The properties of an object schema, in the document's order. Problems in one do not hide those in the next.
    pub(super) fn properties(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Vec<Property>> {
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
