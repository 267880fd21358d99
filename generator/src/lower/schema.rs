//! Schema to type.

use std::cell::RefCell;

use serde_json::{Value, json};

use super::difference::difference as difference_of;
use super::enumeration::constants;
use super::format::string_type;
use super::keywords::{CHILDREN, ValueKind};
use super::number::has_integers;
use super::rust_type::is_external;
use super::types::{Definition, Scope};
use super::{Lowering, constraints};
use crate::api::{Constraints, DefinedIn, Shape, Type, TypeDef, TypeId};
use crate::diagnostics::{Code, Help, Reported};
use crate::document::{Node, UNIONS};
use crate::source::Pointer;

/// Maximum depth of schemas in each other. Objects do not count, because their properties are read later. Even a debug build
/// needs no more than the stack of a thread for this depth.
pub(super) const DEEPEST: usize = 64;

/// Maximum number of arrays, maps and nullable values in each other. rustc gives up at about 40.
const MOST_NESTED: usize = 24;

/// A schema's description of a value.
#[derive(Clone, Debug)]
pub(super) struct LoweredSchema {
    pub(super) ty: Type,
    pub(super) nullable: bool,
    pub(super) docs: Option<String>,
    pub(super) deprecated: bool,
    pub(super) constraints: Constraints,
}

impl LoweredSchema {
    /// A type without further information.
    pub(super) fn of(ty: Type) -> Self {
        Self {
            ty,
            nullable: false,
            docs: None,
            deprecated: false,
            constraints: Constraints::default(),
        }
    }

    /// Adds the annotations next to a `$ref`. In OpenAPI 3.0, they are to be ignored, but nobody writes them for that.
    fn add_siblings(&mut self, node: &Node<'_>) {
        self.nullable |= node.flag("nullable");
        self.deprecated |= node.flag("deprecated");
        let docs = self.docs.take();
        self.docs = docs.or_else(|| node.string("description").map(str::to_owned));
        let inner = constraints::of(node.value);
        let outer = std::mem::take(&mut self.constraints);
        self.constraints = inner.with_annotations_of(outer);
    }

    /// A definition as it is used, with the annotations next to the reference.
    fn with_siblings(self, siblings: Self) -> Self {
        // A named type has its own docs and constraints.
        let is_named = matches!(self.ty, Type::Named(_));
        let constraints = if is_named {
            Constraints::default().with_access_of(self.constraints)
        } else {
            self.constraints
        };
        Self {
            ty: self.ty,
            nullable: self.nullable || siblings.nullable,
            docs: siblings.docs.or(self.docs.filter(|_| !is_named)),
            deprecated: self.deprecated || siblings.deprecated,
            constraints: constraints.with_annotations_of(siblings.constraints),
        }
    }

    /// The type of an item or map value, and its constraints.
    pub(super) fn limited_item(mut self) -> (Type, Constraints) {
        let constraints = std::mem::take(&mut self.constraints);
        (self.item(), constraints.without_access())
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

/// A description with another paragraph.
fn described(description: Option<String>, addition: Option<String>) -> Option<String> {
    match (description, addition) {
        (Some(description), Some(addition)) => {
            Some(format!("{}\n\n{addition}", description.trim_end()))
        }
        (description, addition) => description.or(addition),
    }
}

impl<'d> Lowering<'_, 'd> {
    /// Reads a schema where it is used.
    pub(super) fn schema(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
    ) -> Result<LoweredSchema, Reported> {
        // Schemas are read recursively, so that functions of their own keep the frames of this one small.
        if node.reference().is_some() && !is_external(node) {
            let (target, siblings) = self.followed(node)?;
            let lowered = self.definition(&target)?;
            return Ok(lowered.with_siblings(siblings));
        }
        let definition = None;
        let site = Site { scope, definition };
        if !node.pointer.is_in_component_schema() {
            return self.nested(node, site);
        }
        if let Some(Definition::Read(known)) = self.types.definition(&node.pointer) {
            return Ok(known.clone());
        }
        let lowered = self.nested(node, site)?;
        if lowered.ty.named().is_some() {
            self.types
                .set_definition(node.pointer.clone(), Definition::Read(lowered.clone()));
        }
        Ok(lowered)
    }

    /// The target of a reference, and the annotations next to the references on the way to it.
    fn followed(&self, node: &Node<'d>) -> Result<(Node<'d>, LoweredSchema), Reported> {
        let siblings = RefCell::new(LoweredSchema::of(Type::Any));
        let is_end = |node: &Node<'d>| {
            let is_end = is_external(node);
            if !is_end {
                siblings.borrow_mut().add_siblings(node);
            }
            is_end
        };
        let target = node.clone().resolve_until(is_end, self.reporter)?;
        Ok((target, siblings.into_inner()))
    }

    /// Reads a schema inside others, up to the maximum depth. After the outermost one, reads the deferred objects.
    fn nested(&mut self, node: &Node<'d>, site: Site<'_>) -> Result<LoweredSchema, Reported> {
        if self.depth >= DEEPEST {
            return Err(self.reporter.error(
                Code::TooDeep,
                &node.pointer,
                format!("more than {DEEPEST} schemas are nested in each other here, with no object in between"),
                "put an object with a property in between",
            ));
        }
        self.depth += 1;
        let lowered = self.inline(node, site);
        let lowered = lowered.and_then(|lowered| self.with_limited_nesting(node, lowered));
        if self.depth == 1 {
            self.read_pending();
        }
        self.depth -= 1;
        lowered
    }

    /// Refuses arrays and maps inside each other that rustc would refuse.
    fn with_limited_nesting(
        &self,
        node: &Node<'d>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        if lowered.ty.nesting() <= MOST_NESTED {
            return Ok(lowered);
        }
        Err(self.reporter.error(
            Code::TooDeep,
            &node.pointer,
            format!("more than {MOST_NESTED} arrays, maps and nullable values are nested in each other here"),
            "put an object with a property in between",
        ))
    }

    /// Reads a schema that is referred to, which becomes one type however often it is used.
    pub(super) fn definition(&mut self, node: &Node<'d>) -> Result<LoweredSchema, Reported> {
        let node = node.clone().resolve_until(is_external, self.reporter)?;
        match self.types.definition(&node.pointer) {
            Some(Definition::Read(known)) => return Ok(known.clone()),
            Some(Definition::Damaged(reported)) => return Err(*reported),
            Some(Definition::Open) => {
                self.circular(&node);
                return Ok(LoweredSchema::of(Type::Any));
            }
            None => self
                .types
                .set_definition(node.pointer.clone(), Definition::Open),
        }
        let name = node.pointer.steps().last().cloned().unwrap_or_default();
        let scope = Scope::new(name, DefinedIn::OwnFile);
        let site = Site {
            scope: &scope,
            definition: Some(&node.pointer),
        };
        let lowered = self.nested(&node, site);
        let definition = match &lowered {
            Ok(lowered) => Definition::Read(lowered.clone()),
            Err(reported) => Definition::Damaged(*reported),
        };
        self.types.set_definition(node.pointer, definition);
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

    fn inline(&mut self, node: &Node<'d>, site: Site<'_>) -> Result<LoweredSchema, Reported> {
        let lowered = self.annotations(node)?;
        let mut lowered = self.of_kind(self.kind(node)?, node, site, lowered)?;
        if has_integers(&lowered.ty)
            && (node.has_items("allOf") || UNIONS.iter().any(|key| node.has_items(key)))
        {
            let subschemas = self.subschemas(node)?;
            lowered.ty = self.with_limits_of(lowered.ty, &subschemas, node);
        }
        Ok(lowered)
    }

    /// Checks the keywords of a schema, and reads those that do not depend on its kind.
    fn annotations(&self, node: &Node<'d>) -> Result<LoweredSchema, Reported> {
        self.check_keywords(node);
        // Reading it checks the keywords.
        let schema: openapiv3::Schema = node.read(&CHILDREN, self.reporter)?;
        let data = schema.schema_data;
        Ok(LoweredSchema {
            ty: Type::Any,
            nullable: data.nullable,
            docs: described(
                data.description,
                constraints::required_alternatives(node.value),
            ),
            deprecated: data.deprecated,
            constraints: constraints::of(node.value),
        })
    }

    /// Reads a schema that describes a given kind of value.
    pub(super) fn of_kind(
        &mut self,
        kind: ValueKind,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let unlimited = Constraints::default();
        let (ty, each) = match kind {
            ValueKind::Union => return self.union(node, site, lowered),
            ValueKind::Composed => return self.alias_of_subschema(node, site, lowered),
            ValueKind::External => return self.external_type(node, lowered),
            ValueKind::String => return self.string(node, site, lowered),
            ValueKind::Boolean | ValueKind::Integer | ValueKind::Number => {
                if let Some(values) = constants(node, kind) {
                    return self.enumeration(node, site, values, lowered);
                }
                self.check_values(node, kind);
                let ty = match kind {
                    ValueKind::Boolean => Type::Boolean,
                    _ => self.number_type(node, kind == ValueKind::Integer),
                };
                (ty, unlimited)
            }
            ValueKind::Array => self.held(|this| this.array_type(node, site))?,
            ValueKind::Object => self.held(|this| this.object_type(node, site, &lowered))?,
            ValueKind::Any => (Type::Any, unlimited),
        };
        let has_null = node.list("enum").iter().any(Value::is_null);
        Ok(LoweredSchema {
            ty,
            nullable: lowered.nullable || has_null,
            // What a schema says about its items itself comes last.
            constraints: Constraints::default()
                .holding(each)
                .and(lowered.constraints),
            ..lowered
        })
    }

    /// Reads the content of an array or object, which is not an alternative of the unions around it.
    fn held<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let open = std::mem::take(&mut self.open_unions);
        let held = read(self);
        self.open_unions = open;
        held
    }

    fn string(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        if let Some(name) = node.string("x-rust-newtype") {
            let scope = Scope::new(name, DefinedIn::OwnFile);
            let docs = site.definition.and(lowered.docs.as_deref());
            let id = self.named(node, &scope, true, docs, Shape::StringNewtype)?;
            let ty = Type::Named(id);
            return Ok(LoweredSchema { ty, ..lowered });
        }
        if node.has_items("enum") {
            let values = self.strings_of(node);
            return self.enumeration(node, site, values, lowered);
        }
        let ty = string_type(node);
        if ty == Type::String {
            return Ok(LoweredSchema { ty, ..lowered });
        }
        // The length of a string says nothing about the instant that it represents.
        let constraints = Constraints::default().with_annotations_of(lowered.constraints);
        Ok(LoweredSchema {
            ty,
            constraints,
            ..lowered
        })
    }

    /// Defines a type, or finds an earlier one with the same explicit name.
    pub(super) fn named(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        is_explicit: bool,
        docs: Option<&str>,
        shape: Shape,
    ) -> Result<TypeId, Reported> {
        if is_explicit {
            match self.types.explicit_name(&scope.name, &shape) {
                Ok(Some(id)) => {
                    self.types.add_docs(id, docs);
                    return Ok(id);
                }
                Ok(None) => {}
                Err(other) => {
                    return Err(self.name_conflict(node, &scope.name, other, Some(&shape)));
                }
            }
        }
        let id = self.types.reserve();
        if is_explicit {
            self.types.claim_name(&scope.name, id);
        }
        let def = TypeDef {
            name: scope.name.clone(),
            key: scope.key.clone(),
            defined_in: scope.defined_in,
            docs: docs.map(str::to_owned),
            deprecated: node.flag("deprecated") && scope.defined_in == DefinedIn::OwnFile,
            shape,
            at: node.pointer.clone(),
        };
        self.types.define(id, def);
        Ok(id)
    }

    /// Reserves the id of a definition before its content is read, because that may refer to it.
    pub(super) fn reserve(
        &mut self,
        node: &Node<'d>,
        pointer: &Pointer,
        scope: &Scope,
        is_explicit: bool,
        lowered: &LoweredSchema,
    ) -> Result<TypeId, Reported> {
        if let Some(other) = self.types.claimed(&scope.name).filter(|_| is_explicit) {
            return Err(self.name_conflict(node, &scope.name, other, None));
        }
        let id = self.types.reserve();
        if is_explicit {
            self.types.claim_name(&scope.name, id);
        }
        let ty = Type::Named(id);
        let known = LoweredSchema {
            ty,
            ..lowered.clone()
        };
        self.types
            .set_definition(pointer.clone(), Definition::Read(known));
        Ok(id)
    }

    /// Reports that another type has this name. The shape is `None` if it is not known yet.
    fn name_conflict(
        &self,
        node: &Node<'d>,
        name: &str,
        other: TypeId,
        shape: Option<&Shape>,
    ) -> Reported {
        let other = self.types.def(other);
        let place = other.map(|other| format!(" at {}", other.at.to_fragment()));
        let difference = other.zip(shape);
        let difference =
            difference.map(|(other, shape)| format!(": {}", difference_of(shape, &other.shape)));
        let message = format!(
            "a different schema{} is already named `{name}`{}",
            place.unwrap_or_default(),
            difference.unwrap_or_default()
        );
        let help = Help::new("give one of them another name").update(
            &node.pointer,
            json!({"x-rust-name": format!("Other{name}")}),
        );
        // The name may be that of an overlay, while the schema is the document's.
        let at = match node.get("x-rust-name") {
            Some(name) => name.pointer,
            None => node.pointer.clone(),
        };
        self.reporter.error(Code::NameConflict, &at, message, help)
    }

    /// The scope of a type to name, and whether the document names it explicitly.
    pub(super) fn naming(node: &Node<'d>, site: Site<'_>) -> (Scope, bool) {
        match node.string("x-rust-name") {
            Some(name) => (Scope::new(name, DefinedIn::OwnFile), true),
            None => (
                site.scope.clone(),
                site.definition.is_some_and(Pointer::is_component_schema),
            ),
        }
    }
}
