//! The items of an array, or the values of a map, that several subschemas describe.

use std::collections::HashSet;
use std::rc::Rc;

use super::Lowering;
use super::composed::Subschema;
use super::keywords::ValueKind;
use super::properties::{Choice, PropertySet, Said};
use super::schema::{LoweredSchema, Site};
use super::types::Scope;
use crate::api::{Constraints, Type};
use crate::diagnostics::{Code, Help, Reported};
use crate::document::Node;

impl<'d> Lowering<'_, 'd> {
    /// The type of an array, and the constraints of its items.
    pub(super) fn array_type(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
    ) -> Result<(Type, Constraints), Reported> {
        let item = self.shared_content(node, "items", &site.scope.join("item"))?;
        let item = item.unwrap_or(LoweredSchema::of(Type::Any));
        let (item, constraints) = item.limited_item();
        Ok((Type::Array(Box::new(item)), constraints))
    }

    /// What the subschemas of an array or map say about its content with `items` or `additionalProperties`; `None` if none of them
    /// does.
    pub(super) fn shared_content(
        &mut self,
        of: &Node<'d>,
        keyword: &str,
        scope: &Scope,
    ) -> Result<Option<LoweredSchema>, Reported> {
        let subschemas = self.subschemas(of)?;
        let schemas = self.contents(&subschemas, keyword);
        let Some((last, others)) = schemas.split_last() else {
            return Ok(None);
        };
        if others.is_empty() {
            return self.schema(&last.node, scope).map(Some);
        }
        if let Some(whole) = self.whole(&schemas) {
            return self.schema(&whole, scope).map(Some);
        }
        let mut known = self.schema(&last.node, scope)?;
        if last.optional {
            known.constraints = Constraints::default();
        }
        let mut known_schema = last;
        for other in others {
            let lowered = self.schema(&other.node, scope)?;
            let all_hold = !known_schema.optional && !other.optional;
            known.nullable = if all_hold {
                known.nullable && lowered.nullable
            } else {
                known.nullable || lowered.nullable
            };
            match self.either(&known, known_schema, &lowered, other, scope) {
                Choice::Known => {}
                Choice::Other => {
                    known.ty = lowered.ty;
                    known_schema = other;
                }
                Choice::Wider(ty) => known.ty = ty,
            }
            if !other.optional {
                known.constraints = known.constraints.and(lowered.constraints);
            }
        }
        Ok(Some(known))
    }

    /// The schemas for the content, each once, without those that merely restrict it.
    fn contents(&self, subschemas: &[Subschema<'d>], keyword: &str) -> Vec<Subschema<'d>> {
        let mut seen = HashSet::new();
        let mut schemas: Vec<Subschema<'d>> = Vec::new();
        for subschema in subschemas {
            let content = subschema.node.get(keyword);
            if let Some(node) = content.filter(|node| node.value.is_object())
                && let Ok(resolved) = node.clone().resolve(self.reporter)
                && seen.insert(resolved.pointer)
            {
                let optional = subschema.optional;
                schemas.push(Subschema { node, optional });
            }
        }
        let says = |schema: &Subschema<'d>| match self.property_set(&schema.node) {
            Some(set) => !set.names.is_empty() || set.is_open,
            None => self
                .target(&schema.node)
                .is_ok_and(|target| !matches!(self.kind(&target), Ok(ValueKind::Any))),
        };
        if schemas.iter().any(says) {
            schemas.retain(says);
        }
        // An alternative may have other content.
        if schemas.iter().all(|schema| schema.optional) {
            schemas.clear();
        }
        schemas
    }

    /// The schema with the properties of all, if they are objects.
    fn whole(&self, schemas: &[Subschema<'d>]) -> Option<Node<'d>> {
        let sets = schemas.iter().map(|schema| self.property_set(&schema.node));
        let sets: Vec<PropertySet<'d>> = sets.collect::<Option<_>>()?;
        let is_inline = |schema: &&Subschema<'d>| {
            let target = self.target(&schema.node);
            target.is_ok_and(|target| target.pointer == schema.node.pointer)
        };
        let inline = schemas.iter().filter(is_inline);
        let Some(own) = inline.max_by_key(|schema| !schema.optional) else {
            let all_hold = schemas.iter().all(|schema| !schema.optional);
            let mut known = sets.iter().zip(schemas);
            let whole = known.find(|(one, _)| sets.iter().all(|set| one.holds(set, all_hold)));
            return whole.map(|(_, schema)| schema.node.clone());
        };
        // The subschemas of all become those of one that is used nowhere else.
        let mut all = Vec::new();
        let others = schemas.iter();
        let others = others.filter(|schema| schema.node.pointer != own.node.pointer);
        for schema in others.chain([own]) {
            let target = self.target(&schema.node).ok()?;
            let parts = self.subschemas(&target).ok()?;
            all.extend(parts.iter().map(|part| Subschema {
                node: part.node.clone(),
                optional: part.optional || schema.optional,
            }));
        }
        let mut subschemas = self.subschemas.borrow_mut();
        subschemas.insert(own.node.pointer.clone(), Rc::from(all));
        Some(own.node.clone())
    }

    fn either(
        &mut self,
        known: &LoweredSchema,
        known_schema: &Subschema<'d>,
        other: &LoweredSchema,
        schema: &Subschema<'d>,
        scope: &Scope,
    ) -> Choice {
        let all_hold = !known_schema.optional && !schema.optional;
        let types = (&known.ty, &other.ty);
        if let Some(ty) = self.shared_values(types, all_hold, scope, &schema.node) {
            return Choice::Wider(ty);
        }
        if all_hold && let Some(ty) = self.narrower(&known.ty, &other.ty) {
            return Choice::Wider(ty);
        }
        let choice = self.choose(Said::of(known, known_schema), Said::of(other, schema));
        if let Choice::Wider(ty) = &choice {
            let message = format!(
                "subschemas disagree on this type: {} is accepted",
                ty.wide()
            );
            let help = Help::new("use the same type in all of them");
            self.reporter
                .warning(Code::PropertyConflict, &schema.node.pointer, message, help);
        }
        choice
    }

    /// Whether a schema describes its items or values, and all of some alternatives do so, too, rather than being types of their own.
    pub(super) fn shares_content(&self, node: &Node<'d>, kinds: &[ValueKind]) -> bool {
        let own = ValueKind::of_siblings(node);
        let keyword = match own {
            ValueKind::Array => "items",
            ValueKind::Object => "additionalProperties",
            _ => return false,
        };
        let content = node.get(keyword).filter(|node| node.value.is_object());
        content.is_some_and(|content| {
            let is_any = match self.property_set(&content) {
                Some(set) => set.names.is_empty() && !set.is_open,
                None => matches!(self.kind(&content), Ok(ValueKind::Any) | Err(_)),
            };
            !is_any && kinds.iter().all(|kind| *kind == own)
        })
    }
}
