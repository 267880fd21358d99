//! Schema to type.

use serde_json::{Value, json};

use super::keywords::{CHILDREN, Kind};
use super::rust_type::is_foreign;
use super::types::{Definition, Scope};
use super::{Lowering, limits};
use crate::api::{Limits, Shape, Type, TypeDef, TypeHome, TypeId, Width};
use crate::diagnostics::{Code, Help};
use crate::document::Node;
use crate::source::Pointer;

/// Maximum nesting depth of schemas.
const DEEPEST: usize = 100;

/// A schema's description of a value.
#[derive(Clone, Debug)]
pub(super) struct Lowered {
    pub(super) ty: Type,
    pub(super) nullable: bool,
    pub(super) docs: Option<String>,
    pub(super) deprecated: bool,
    pub(super) limits: Limits,
}

impl Lowered {
    /// A type without further information.
    pub(super) fn of(ty: Type) -> Self {
        Self {
            ty,
            nullable: false,
            docs: None,
            deprecated: false,
            limits: Limits::default(),
        }
    }

    /// The type of an item or map value.
    pub(super) fn item(self) -> Type {
        if self.nullable && self.ty != Type::Any {
            Type::Nullable(Box::new(self.ty))
        } else {
            self.ty
        }
    }
}

/// The site of a schema: the scope of its name, and whether it is a definition that others refer to.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) scope: &'a Scope,
    pub(super) definition: Option<&'a Pointer>,
}

impl<'d> Lowering<'_, 'd> {
    /// Reads a schema where it is used.
    pub(super) fn schema(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Lowered> {
        if node.reference().is_some() && !is_foreign(node) {
            let target = node.clone().resolve_until(is_foreign, self.reporter)?;
            let lowered = self.definition(&target)?;
            // A named type has its own docs and limits.
            let is_told = matches!(lowered.ty, Type::Named(_));
            return Some(Lowered {
                docs: lowered.docs.filter(|_| !is_told),
                limits: if is_told {
                    Limits::default().with_access_of(lowered.limits)
                } else {
                    lowered.limits
                },
                ..lowered
            });
        }
        let definition = None;
        let site = Site { scope, definition };
        if !node.pointer.is_in_component_schema() {
            return self.nested(node, site);
        }
        if let Some(Definition::Read(known)) = self.types.definition(&node.pointer) {
            return Some(known.clone());
        }
        let lowered = self.nested(node, site)?;
        if lowered.ty.named().is_some() {
            self.types
                .set_definition(node.pointer.clone(), Definition::Read(lowered.clone()));
        }
        Some(lowered)
    }

    /// Reads a schema inside others, up to the maximum depth. After the outermost one, reads the deferred objects.
    fn nested(&mut self, node: &Node<'d>, site: Site<'_>) -> Option<Lowered> {
        if self.depth >= DEEPEST {
            self.reporter.error(
                Code::TooDeep,
                &node.pointer,
                "schemas are nested too deeply here",
                "move some of them to `components.schemas`, as objects",
            );
            return None;
        }
        self.depth += 1;
        let lowered = self.inline(node, site);
        if self.depth == 1 {
            self.read_pending();
        }
        self.depth -= 1;
        lowered
    }

    /// Reads a schema that is referred to, which becomes one type however often it is used.
    pub(super) fn definition(&mut self, node: &Node<'d>) -> Option<Lowered> {
        let node = node.clone().resolve_until(is_foreign, self.reporter)?;
        match self.types.definition(&node.pointer) {
            Some(Definition::Read(known)) => return Some(known.clone()),
            Some(Definition::Damaged) => return None,
            Some(Definition::Open) => {
                self.circular(&node);
                return Some(Lowered::of(Type::Any));
            }
            None => self
                .types
                .set_definition(node.pointer.clone(), Definition::Open),
        }
        let name = node.pointer.steps().last().cloned().unwrap_or_default();
        let scope = Scope {
            name,
            home: TypeHome::Own,
        };
        let site = Site {
            scope: &scope,
            definition: Some(&node.pointer),
        };
        let lowered = self.nested(&node, site);
        let read = lowered.clone().map(Definition::Read);
        self.types
            .set_definition(node.pointer, read.unwrap_or(Definition::Damaged));
        lowered
    }

    pub(super) fn circular(&self, node: &Node<'d>) {
        self.reporter.warning(
            Code::CircularSchema,
            &node.pointer,
            "this refers to itself with no object in between: any JSON value is accepted there",
            "put an object with a property in between",
        );
    }

    fn inline(&mut self, node: &Node<'d>, site: Site<'_>) -> Option<Lowered> {
        self.check_keywords(node);
        // Reading it checks the keywords.
        let schema: openapiv3::Schema = node.read(CHILDREN, self.reporter)?;
        let data = schema.schema_data;
        let lowered = Lowered {
            ty: Type::Any,
            nullable: data.nullable,
            docs: data.description,
            deprecated: data.deprecated,
            limits: limits::of(node.value),
        };
        self.of_kind(self.kind(node)?, node, site, lowered)
    }

    /// Reads a schema that describes a given kind of value.
    pub(super) fn of_kind(
        &mut self,
        kind: Kind,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: Lowered,
    ) -> Option<Lowered> {
        let ty = match kind {
            Kind::Union => return self.union(node, site, lowered),
            Kind::Composed => return self.alias_of_part(node, site, lowered),
            Kind::Foreign => return self.foreign(node, lowered),
            Kind::Text => return self.text(node, site, lowered),
            Kind::Boolean => Type::Boolean,
            Kind::Integer => Type::Integer(width(node)),
            Kind::Number => Type::Number,
            Kind::Array => self.held(|this| this.array_type(node, site))?,
            Kind::Object => self.held(|this| this.object_type(node, site, &lowered))?,
            Kind::Any => Type::Any,
        };
        let has_null = node.list("enum").iter().any(Value::is_null);
        Some(Lowered {
            ty,
            nullable: lowered.nullable || has_null,
            ..lowered
        })
    }

    fn array_type(&mut self, node: &Node<'d>, site: Site<'_>) -> Option<Type> {
        let item = match node.get("items") {
            Some(items) => self.schema(&items, &site.scope.join("item"))?.item(),
            None => Type::Any,
        };
        Some(Type::Array(Box::new(item)))
    }

    /// Reads the content of an array or object, which is not an alternative of the unions around it.
    fn held<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let open = std::mem::take(&mut self.open_unions);
        let held = read(self);
        self.open_unions = open;
        held
    }

    fn text(&mut self, node: &Node<'d>, site: Site<'_>, lowered: Lowered) -> Option<Lowered> {
        if let Some(name) = node.text("x-rust-newtype") {
            let scope = Scope {
                name: name.to_owned(),
                home: TypeHome::Own,
            };
            let docs = site.definition.and(lowered.docs.as_deref());
            let id = self.named(node, &scope, true, docs, Shape::Text)?;
            let ty = Type::Named(id);
            return Some(Lowered { ty, ..lowered });
        }
        if node.has_items("enum") {
            return self.enumeration(node, site, std::slice::from_ref(node), lowered);
        }
        let ty = match node.text("format") {
            Some("date-time") => Type::Timestamp,
            Some("date") => Type::Date,
            _ => {
                return Some(Lowered {
                    ty: Type::Text,
                    ..lowered
                });
            }
        };
        // The length of a string says nothing about the instant that it represents.
        let limits = Limits::default();
        Some(Lowered {
            ty,
            limits,
            ..lowered
        })
    }

    /// Defines a type, or finds an earlier one with the same explicit name.
    pub(super) fn named(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        given: bool,
        docs: Option<&str>,
        shape: Shape,
    ) -> Option<TypeId> {
        if given {
            match self.types.given(&scope.name, &shape) {
                Ok(Some(id)) => {
                    self.types.add_docs(id, docs);
                    return Some(id);
                }
                Ok(None) => {}
                Err(()) => {
                    self.name_conflict(node, &scope.name);
                    return None;
                }
            }
        }
        let id = self.types.reserve();
        if given {
            self.types.give(&scope.name, id);
        }
        let def = TypeDef {
            name: scope.name.clone(),
            home: scope.home,
            docs: docs.map(str::to_owned),
            deprecated: node.flag("deprecated") && scope.home == TypeHome::Own,
            shape,
        };
        self.types.define(id, def);
        Some(id)
    }

    /// The same for a shape whose inner types were defined since there were `before`: if the shape existed already, so did they.
    pub(super) fn named_inline(
        &mut self,
        before: usize,
        node: &Node<'d>,
        scope: &Scope,
        given: bool,
        docs: Option<&str>,
        shape: Shape,
    ) -> Option<TypeId> {
        let after = self.types.count();
        let id = self.named(node, scope, given, docs, shape)?;
        if id.0 < before && after > before {
            self.types.truncate(before);
        }
        Some(id)
    }

    /// Reserves the id of a definition before its content is read, because that may refer to it.
    pub(super) fn reserve(
        &mut self,
        node: &Node<'d>,
        pointer: &Pointer,
        scope: &Scope,
        given: bool,
        lowered: &Lowered,
    ) -> Option<TypeId> {
        if given && self.types.is_given(&scope.name) {
            self.name_conflict(node, &scope.name);
            return None;
        }
        let id = self.types.reserve();
        if given {
            self.types.give(&scope.name, id);
        }
        let ty = Type::Named(id);
        let known = Lowered {
            ty,
            ..lowered.clone()
        };
        self.types
            .set_definition(pointer.clone(), Definition::Read(known));
        Some(id)
    }

    fn name_conflict(&self, node: &Node<'d>, name: &str) {
        let message = format!("a different schema is already named `{name}`");
        let help = Help::new("give one of them another name").update(
            &node.pointer,
            json!({"x-rust-name": format!("Other{name}")}),
        );
        self.reporter
            .error(Code::NameConflict, &node.pointer, message, help);
    }

    /// The scope of a type to name, and whether the document names it explicitly.
    pub(super) fn naming(node: &Node<'d>, site: Site<'_>) -> (Scope, bool) {
        match node.text("x-rust-name") {
            Some(name) => (
                Scope {
                    name: name.to_owned(),
                    home: TypeHome::Own,
                },
                true,
            ),
            None => (
                site.scope.clone(),
                site.definition.is_some_and(Pointer::is_component_schema),
            ),
        }
    }
}

/// The range of an integer: that of its `format`, or else 64 bits, unsigned if a limit requires it.
pub(super) fn width(node: &Node<'_>) -> Width {
    match node.text("format") {
        Some("int8") => Width::I8,
        Some("int16") => Width::I16,
        Some("int32") => Width::I32,
        Some("uint8") => Width::U8,
        Some("uint16") => Width::U16,
        Some("uint32") => Width::U32,
        Some("uint64" | "uint") => Width::U64,
        _ => {
            let maximum = node.get("maximum").and_then(|node| node.value.as_u64());
            if maximum.is_some_and(|maximum| i64::try_from(maximum).is_err()) {
                Width::U64
            } else {
                Width::I64
            }
        }
    }
}
