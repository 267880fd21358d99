//! Objects with properties.

use serde_json::Value;

use super::Lowering;
use super::composed::Part;
use super::schema::{Lowered, Site};
use super::types::Scope;
use crate::api::{ErrorMembers, Object, Property, Shape, Type, TypeDef, TypeHome, TypeId};
use crate::diagnostics::Code;
use crate::document::Node;
use crate::source::Pointer;

/// An object that has an id, but is not read yet.
pub(super) struct Pending<'d> {
    id: TypeId,
    node: Node<'d>,
    scope: Scope,
    lowered: Lowered,
}

impl<'d> Lowering<'_, 'd> {
    /// A map, an object with arbitrary members, or an object with properties.
    pub(super) fn object_type(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: &Lowered,
    ) -> Option<Type> {
        let parts = self.parts(node)?;
        let has_properties = parts.iter().any(|part| part.node.has_members("properties"));
        let mut additional = parts
            .iter()
            .filter_map(|part| part.node.get("additionalProperties"));
        let additional = additional.next();
        let is_closed = additional
            .as_ref()
            .is_some_and(|node| *node.value == Value::Bool(false));
        if has_properties || is_closed {
            return self.object(node, site, lowered);
        }
        let value = additional.filter(|node| node.value.is_object());
        let Some(value) = value else {
            return Some(Type::FreeObject);
        };
        let value = self.schema(&value, &site.scope.join("value"))?.item();
        Some(if value == Type::Any {
            Type::FreeObject
        } else {
            Type::Map(Box::new(value))
        })
    }

    /// Turns an object into a named type.
    fn object(&mut self, node: &Node<'d>, site: Site<'_>, lowered: &Lowered) -> Option<Type> {
        let (scope, given) = Self::naming(node, site);
        let shared = (!given && node.pointer.is_in_component_schema()).then_some(&node.pointer);
        if let Some(pointer) = site.definition.or(shared) {
            let id = self.reserve(node, pointer, &scope, given, lowered)?;
            self.pending.push_back(Pending {
                id,
                node: node.clone(),
                scope,
                lowered: lowered.clone(),
            });
            return Some(Type::Named(id));
        }
        let before = self.types.count();
        let shape = Shape::Object(self.object_shape(node, &scope)?);
        let docs = lowered.docs.as_deref();
        let id = self.named_inline(before, node, &scope, given, docs, shape)?;
        Some(Type::Named(id))
    }

    /// Reads the objects that were deferred.
    pub(super) fn read_pending(&mut self) {
        while let Some(Pending {
            id,
            node,
            scope,
            lowered,
        }) = self.pending.pop_front()
        {
            let is_own = scope.home == TypeHome::Own;
            let inner = Scope {
                name: scope.name.clone(),
                home: if is_own {
                    TypeHome::Type(id)
                } else {
                    scope.home
                },
            };
            let Some(object) = self.object_shape(&node, &inner) else {
                continue;
            };
            let def = TypeDef {
                name: scope.name,
                home: scope.home,
                docs: lowered.docs,
                deprecated: lowered.deprecated && is_own,
                shape: Shape::Object(object),
            };
            self.types.define(id, def);
        }
    }

    pub(super) fn object_shape(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Object> {
        let parts = self.parts(node)?;
        let properties = self.properties_of_parts(&parts, scope)?;
        let error = parts.iter().find_map(|part| part.node.get("x-error-body"));
        let error = error.map(|members| {
            let names = |key: &str| {
                let names = members.list(key).iter().filter_map(Value::as_str);
                names.map(str::to_owned).collect::<Vec<_>>()
            };
            let statuses = members.members_of("statuses").into_iter();
            let statuses = statuses.filter_map(|(kind, status)| {
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
        Some(Object {
            properties,
            additional: self.additional(&parts, scope)?,
            error,
        })
    }

    /// The type of additional properties; `Some(None)` if the document does not allow any explicitly.
    #[expect(
        clippy::option_option,
        reason = "there may be none, and its schema may be wrong"
    )]
    fn additional(&mut self, parts: &[Part<'d>], scope: &Scope) -> Option<Option<Type>> {
        let mut said = parts
            .iter()
            .filter_map(|part| part.node.get("additionalProperties"))
            .filter(|additional| *additional.value != Value::Bool(false));
        let Some(additional) = said.next() else {
            // A discriminator distinguishes schemas that include this one, and those have more properties.
            let own = parts.last().map(|part| &part.node);
            let is_base = own.is_some_and(|own| own.has("discriminator"));
            return Some(is_base.then_some(Type::Any));
        };
        match additional.value {
            Value::Object(_) => {
                let value = self.schema(&additional, &scope.join("value"))?;
                Some(Some(value.item()))
            }
            _ => Some(Some(Type::Any)),
        }
    }

    fn check_error_members(&self, node: &Node<'d>, properties: &[Property], error: &ErrorMembers) {
        let at = node.pointer.join("x-error-body");
        let is_text = |ty: &Type| *ty == Type::Text || self.is_string(ty);
        let is_integer = |ty: &Type| matches!(ty, Type::Integer(_));
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
                let help = "name properties of the schema; one that may be both absent and null cannot be used";
                self.reporter.error(Code::ErrorBody, at, message, help);
            }
        }
    }

    /// Whether a type is a string on the wire. Enumerations are never deferred, so their shape is known.
    fn is_string(&self, ty: &Type) -> bool {
        let shape = ty.named().and_then(|id| self.types.shape(id));
        matches!(
            (ty, shape),
            (Type::Named(_), Some(Shape::Enumeration(_) | Shape::Text))
        )
    }
}

impl Lowered {
    pub(super) fn property(self, name: &str, required: bool) -> Property {
        Property {
            name: name.to_owned(),
            ty: self.ty,
            required,
            demanded: false,
            nullable: self.nullable,
            deprecated: self.deprecated,
            docs: self.docs,
            limits: self.limits,
        }
    }
}
