//! Objects with properties.

use serde_json::{Value, json};

use super::Lowering;
use super::composed::Subschema;
use super::schema::{LoweredSchema, Site};
use super::types::Scope;
use crate::api::{
    ConstantKind, Constraints, DefinedIn, ErrorMembers, Object, Property, Shape, Type, TypeDef,
    TypeId,
};
use crate::diagnostics::{Code, Help, NO_EFFECT, Reported, unknown};
use crate::document::Node;

/// An object that has an id, but is not read yet.
pub(super) struct Pending<'d> {
    id: TypeId,
    node: Node<'d>,
    scope: Scope,
    lowered: LoweredSchema,
}

impl<'d> Lowering<'_, 'd> {
    /// A map, an object with arbitrary members, or an object with properties; and the constraints of the values of a map.
    pub(super) fn object_type(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: &LoweredSchema,
    ) -> Result<(Type, Constraints), Reported> {
        let subschemas = self.subschemas(node)?;
        let has_properties = subschemas
            .iter()
            .any(|subschema| subschema.node.has_members("properties"));
        let mut additional = subschemas
            .iter()
            .filter_map(|subschema| subschema.node.get("additionalProperties"));
        let is_closed = additional
            .next()
            .is_some_and(|node| *node.value == Value::Bool(false));
        if has_properties || is_closed {
            let ty = self.object(node, site, lowered)?;
            return Ok((ty, Constraints::default()));
        }
        let scope = site.scope.join("value");
        let value = self.shared_content(node, "additionalProperties", &scope)?;
        Ok(match value.map(LoweredSchema::limited_item) {
            None | Some((Type::Any, _)) => (Type::FreeObject, Constraints::default()),
            Some((value, constraints)) => (Type::Map(Box::new(value)), constraints),
        })
    }

    /// Turns an object into a named type.
    fn object(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: &LoweredSchema,
    ) -> Result<Type, Reported> {
        let (scope, is_explicit) = Self::naming(node, site);
        let shared =
            (!is_explicit && node.pointer.is_in_component_schema()).then_some(&node.pointer);
        if let Some(pointer) = site.definition.or(shared) {
            let id = self.reserve(node, pointer, &scope, is_explicit, lowered)?;
            self.pending.push_back(Pending {
                id,
                node: node.clone(),
                scope,
                lowered: lowered.clone(),
            });
            return Ok(Type::Named(id));
        }
        let shape = Shape::Object(self.object_shape(node, &scope)?);
        let docs = lowered.docs.as_deref();
        let id = self.named(node, &scope, is_explicit, docs, shape)?;
        Ok(Type::Named(id))
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
            let is_own = scope.defined_in == DefinedIn::OwnFile;
            let inner = scope.within(if is_own {
                DefinedIn::Type(id)
            } else {
                scope.defined_in
            });
            let Ok(object) = self.object_shape(&node, &inner) else {
                continue;
            };
            let def = TypeDef {
                name: scope.name,
                key: scope.key,
                defined_in: scope.defined_in,
                docs: lowered.docs,
                deprecated: lowered.deprecated && is_own,
                shape: Shape::Object(object),
                at: node.pointer.clone(),
            };
            self.types.define(id, def);
        }
    }

    pub(super) fn object_shape(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
    ) -> Result<Object, Reported> {
        let subschemas = self.subschemas(node)?;
        self.note_inheritance(&subschemas);
        let properties = self.properties_of_subschemas(&subschemas, scope)?;
        let error = subschemas
            .iter()
            .find_map(|subschema| subschema.node.get("x-error-body"));
        let error = error.map(|members| {
            let names = |key: &str| {
                let names = members.list(key).iter().filter_map(Value::as_str);
                names.map(str::to_owned).collect::<Vec<_>>()
            };
            self.check_error_body(&members);
            let statuses = members.members_of("statuses").into_iter();
            let statuses = statuses
                .filter_map(|(kind, status)| Some((kind.to_owned(), status_code(status.value)?)));
            ErrorMembers {
                statuses: statuses.collect(),
                status: names("status"),
                message: names("message"),
                kind: names("kind"),
                id: names("id"),
            }
        });
        if let Some(error) = &error {
            self.check_error_members(node, &properties, error);
        }
        let (additional, additional_constraints) = self.additional(&subschemas, scope)?.unzip();
        Ok(Object {
            properties,
            additional,
            additional_constraints: additional_constraints.unwrap_or_default(),
            error,
        })
    }

    /// The type of additional properties with their constraints; `None` if the document does not allow any explicitly.
    fn additional(
        &mut self,
        subschemas: &[Subschema<'d>],
        scope: &Scope,
    ) -> Result<Option<(Type, Constraints)>, Reported> {
        let any = (Type::Any, Constraints::default());
        let declared = subschemas
            .iter()
            .filter_map(|subschema| subschema.node.get("additionalProperties"))
            .filter(|additional| *additional.value != Value::Bool(false));
        let declared: Vec<Node<'d>> = declared.collect();
        if declared.is_empty() {
            // A discriminator distinguishes schemas that include this one, and those have more properties.
            let own = subschemas.last().map(|subschema| &subschema.node);
            let is_base = own.is_some_and(|own| own.has("discriminator"));
            return Ok(is_base.then_some(any));
        }
        let mut values: Vec<(Type, Constraints)> = Vec::new();
        for additional in declared
            .iter()
            .filter(|additional| additional.value.is_object())
        {
            let (value, constraints) = self
                .schema(additional, &scope.join("value"))?
                .limited_item();
            match values.first() {
                Some((Type::Any, _)) | None => values = vec![(value, constraints)],
                Some((first, _)) if *first == value || value == Type::Any => {}
                Some(_) => {
                    let message = "subschemas disagree on the additional properties: any JSON value is accepted there";
                    let help = Help::new("give them the same type, or remove one").remove();
                    self.reporter.warning(
                        Code::PropertyConflict,
                        &additional.pointer,
                        message,
                        help,
                    );
                    return Ok(Some(any));
                }
            }
        }
        let (value, constraints) = values.pop().unwrap_or(any);
        let keyword = "additionalProperties";
        let value = match subschemas {
            [.., own] => self.with_limits_of_content(value, subschemas, keyword, &own.node),
            [] => value,
        };
        Ok(Some((value, constraints)))
    }

    fn check_error_body(&self, members: &Node<'d>) {
        let names = ["status", "message", "kind", "id"];
        let mut wrong = Vec::new();
        for (key, value) in members.members() {
            match key {
                "statuses" => {
                    let statuses = value.expect_members(self.reporter).into_iter();
                    let statuses = statuses.map(|(_, status)| status);
                    wrong.extend(statuses.filter(|status| status_code(status.value).is_none()));
                }
                key if names.contains(&key) => {
                    let items = value.expect_names(self.reporter).into_iter();
                    wrong.extend(items.filter(|item| !item.value.is_string()));
                }
                key => {
                    let known = names.into_iter().chain(["statuses"]);
                    let message = unknown("member of `x-error-body`", key, known);
                    let help = Help::new(NO_EFFECT).remove();
                    self.reporter
                        .warning(Code::ErrorBody, &value.pointer, message, help);
                }
            }
        }
        for value in wrong {
            let message = format!(
                "`{}` is neither the name of a property nor a status",
                value.value
            );
            let help = "use names in `status`, `message`, `kind` and `id`, and statuses such as 404 in `statuses`";
            self.reporter
                .error(Code::ErrorBody, &value.pointer, message, help);
        }
    }

    fn check_error_members(&self, node: &Node<'d>, properties: &[Property], error: &ErrorMembers) {
        let has_kind = |ty: &Type, kind: ConstantKind| self.kind_of_constants(ty) == Some(kind);
        let is_string = |ty: &Type| *ty == Type::String || has_kind(ty, ConstantKind::String);
        let is_integer =
            |ty: &Type| matches!(ty, Type::Integer(_)) || has_kind(ty, ConstantKind::Integer);
        self.check_error_member(node, properties, &error.status, "integer", is_integer);
        self.check_error_member(node, properties, &error.message, "string", is_string);
        self.check_error_member(node, properties, &error.kind, "string", is_string);
        self.check_error_member(node, properties, &error.id, "string", is_string);
    }

    fn check_error_member(
        &self,
        node: &Node<'d>,
        properties: &[Property],
        names: &[String],
        wanted: &str,
        fits: impl Fn(&Type) -> bool,
    ) {
        let at = node.pointer.join("x-error-body");
        for name in names {
            let known = properties.iter().map(|property| property.name.as_str());
            let (message, help) = match properties.iter().find(|known| known.name == *name) {
                Some(property) if fits(&property.ty) => continue,
                Some(_) => (
                    format!("the property `{name}` is not described as a value of type {wanted}"),
                    Help::new("name another property, or fix the type of this one"),
                ),
                None => (
                    format!("the schema has no property `{name}`"),
                    match self.reporter.nearest(name, known) {
                        Some(near) => Help::new(format!("fix the name (did you mean `{near}`?)")),
                        None => Help::new("name a property of the schema, or add this one").update(
                            &node.pointer,
                            json!({"properties": {name: {"type": wanted}}}),
                        ),
                    },
                ),
            };
            self.reporter.error(Code::ErrorBody, &at, message, help);
        }
    }

    /// The kind of values of an enumeration or string type. These are never deferred, so their shape is known.
    fn kind_of_constants(&self, ty: &Type) -> Option<ConstantKind> {
        let Type::Named(id) = ty else {
            return None;
        };
        match self.types.shape(*id)? {
            Shape::Enumeration(enumeration) => Some(enumeration.kind),
            Shape::StringNewtype => Some(ConstantKind::String),
            Shape::Object(_) | Shape::Union(_) => None,
        }
    }
}

fn status_code(value: &Value) -> Option<u16> {
    let code = u16::try_from(value.as_u64()?).ok()?;
    (100..1000).contains(&code).then_some(code)
}

impl LoweredSchema {
    pub(super) fn property(self, name: &str, required: bool) -> Property {
        Property {
            name: name.to_owned(),
            ty: self.ty,
            required,
            required_in_document: false,
            constant: None,
            nullable: self.nullable,
            deprecated: self.deprecated,
            docs: self.docs,
            constraints: self.constraints,
        }
    }
}
