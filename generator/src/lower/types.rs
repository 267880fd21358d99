//! The named types found so far, and the schemas that share one.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{DefinedIn, Shape, Type, TypeDef, TypeId};
use crate::diagnostics::Reported;
use crate::source::Pointer;

use super::schema::LoweredSchema;

/// The location of a schema, for the name and the file of the type that it becomes.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// Words that describe the location: `listUsers response meta`.
    pub(super) name: String,
    /// Identifies the location in other versions of the document: the name, apart from positions in lists.
    pub(super) key: String,
    pub(super) defined_in: DefinedIn,
}

impl Scope {
    pub(super) fn new(name: impl Into<String>, defined_in: DefinedIn) -> Self {
        let name = name.into();
        Self {
            key: name.clone(),
            name,
            defined_in,
        }
    }

    pub(super) fn join(&self, part: &str) -> Self {
        self.join_as(part, part)
    }

    /// The scope of a part with a key that is not its name.
    pub(super) fn join_as(&self, part: &str, key: &str) -> Self {
        Self {
            name: format!("{} {part}", self.name),
            key: format!("{} {key}", self.key),
            defined_in: self.defined_in,
        }
    }

    /// The same location in another file.
    pub(super) fn within(&self, defined_in: DefinedIn) -> Self {
        Self {
            defined_in,
            ..self.clone()
        }
    }
}

/// The state of a schema that is referred to.
#[derive(Clone, Debug)]
pub(super) enum Definition {
    /// It is being read.
    Open,
    Read(LoweredSchema),
    /// It cannot be read, which was reported.
    Damaged(Reported),
}

#[derive(Debug, Default)]
pub(super) struct Types {
    defs: Vec<Option<TypeDef>>,
    /// Schemas that a `$ref` refers to, each of which becomes one type.
    definitions: BTreeMap<Pointer, Definition>,
    /// Types that the document names explicitly, by that name.
    explicit_names: BTreeMap<String, TypeId>,
}

impl Types {
    /// Reserves an id for a type whose shape is set later, because it may refer to itself.
    pub(super) fn reserve(&mut self) -> TypeId {
        self.defs.push(None);
        TypeId(self.defs.len() - 1)
    }

    pub(super) fn define(&mut self, id: TypeId, def: TypeDef) {
        self.defs[id.0] = Some(def);
    }

    /// The type with this explicit name, if it has the same shape; `Err` with the type if it has a different one.
    pub(super) fn explicit_name(
        &mut self,
        name: &str,
        shape: &Shape,
    ) -> Result<Option<TypeId>, TypeId> {
        match self.explicit_names.get(name) {
            None => Ok(None),
            Some(id) => match &self.defs[id.0] {
                Some(def) if self.same_shape(&def.shape, shape, &mut BTreeSet::new()) => {
                    Ok(Some(*id))
                }
                _ => Err(*id),
            },
        }
    }

    /// The definition of a type; `None` while it is being read.
    pub(super) fn def(&self, id: TypeId) -> Option<&TypeDef> {
        self.defs[id.0].as_ref()
    }

    /// The type with this explicit name.
    pub(super) fn claimed(&self, name: &str) -> Option<TypeId> {
        self.explicit_names.get(name).copied()
    }

    pub(super) fn claim_name(&mut self, name: &str, id: TypeId) {
        self.explicit_names.insert(name.to_owned(), id);
    }

    /// Adds docs from a later occurrence, if the first had none.
    pub(super) fn add_docs(&mut self, id: TypeId, docs: Option<&str>) {
        if let Some(Some(def)) = self.defs.get_mut(id.0)
            && def.docs.is_none()
        {
            def.docs = docs.map(str::to_owned);
        }
    }

    /// Adds docs to an inline type whose schema has none.
    pub(super) fn describe(&mut self, ty: &Type, docs: Option<&str>) {
        if let Type::Named(id) = ty
            && self.defs[id.0]
                .as_ref()
                .is_some_and(|def| matches!(def.defined_in, DefinedIn::Operation(_)))
        {
            self.add_docs(*id, docs);
        }
    }

    /// Renames a type that is written inline in an operation.
    pub(super) fn rename(&mut self, ty: &Type, scope: Scope) {
        if let Type::Named(id) = ty
            && let Some(def) = &mut self.defs[id.0]
            && matches!(def.defined_in, DefinedIn::Operation(_))
        {
            (def.name, def.key) = (scope.name, scope.key);
        }
    }

    pub(super) fn shape(&self, id: TypeId) -> Option<&Shape> {
        self.defs[id.0].as_ref().map(|def| &def.shape)
    }

    pub(super) fn definition(&self, pointer: &Pointer) -> Option<&Definition> {
        self.definitions.get(pointer)
    }

    pub(super) fn definitions(&self) -> impl Iterator<Item = (&Pointer, &Definition)> {
        self.definitions.iter()
    }

    pub(super) fn set_definition(&mut self, pointer: Pointer, definition: Definition) {
        self.definitions.insert(pointer, definition);
    }

    pub(super) fn finish(self) -> BTreeMap<TypeId, TypeDef> {
        let blank = || TypeDef {
            name: String::new(),
            key: String::new(),
            defined_in: DefinedIn::OwnFile,
            docs: None,
            deprecated: false,
            shape: Shape::StringNewtype,
            at: Pointer::root(),
        };
        // An id remains without a definition only after a reported problem, and nothing is emitted then.
        self.defs
            .into_iter()
            .enumerate()
            .map(|(index, def)| (TypeId(index), def.unwrap_or_else(blank)))
            .collect()
    }

    /// Compares two shapes. `known` are the pairs of types that are or were compared, which are assumed to be equal.
    fn same_shape(
        &self,
        left: &Shape,
        right: &Shape,
        known: &mut BTreeSet<(TypeId, TypeId)>,
    ) -> bool {
        match (left, right) {
            (Shape::Object(left), Shape::Object(right)) => {
                left.error == right.error
                    && left.properties.len() == right.properties.len()
                    && left
                        .properties
                        .iter()
                        .zip(&right.properties)
                        .all(|(left, right)| {
                            (&left.name, left.required, left.nullable)
                                == (&right.name, right.required, right.nullable)
                                && self.same_type(&left.ty, &right.ty, known)
                        })
            }
            _ => left == right,
        }
    }

    fn same_type(&self, left: &Type, right: &Type, known: &mut BTreeSet<(TypeId, TypeId)>) -> bool {
        match (left, right) {
            (Type::Array(left), Type::Array(right))
            | (Type::Map(left), Type::Map(right))
            | (Type::Nullable(left), Type::Nullable(right)) => self.same_type(left, right, known),
            (Type::Named(left), Type::Named(right)) if left != right => {
                match (&self.defs[left.0], &self.defs[right.0]) {
                    (Some(left_def), Some(right_def)) => {
                        !known.insert((*left, *right))
                            || self.same_shape(&left_def.shape, &right_def.shape, known)
                    }
                    _ => false,
                }
            }
            _ => left == right,
        }
    }
}
