//! Types: objects and their fields, enumerations and their values, unions and their variants.

use super::limits::Effect;
use super::pairs::{Members, Rule};
use super::{Argument, Both, ChangeKind, Differences, Side, optional, words};
use crate::api::{ConstantKind, DefinedIn, Enumeration, Object, Property, Shape, TypeId};

/// A type in both versions.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: TypeId,
    pub(super) new: TypeId,
}

impl Differences<'_> {
    pub(super) fn types(&mut self) {
        let types = self.pairs.types.clone();
        let operations = self.pairs.operations.clone();
        let (old, new) = (self.old, self.new);
        for (id, def) in &old.api.types {
            // An item that is only in one version includes its parts.
            let is_part = match def.defined_in {
                DefinedIn::OwnFile => false,
                DefinedIn::Type(outer) => !types.has_old(outer),
                DefinedIn::Operation(outer) => !operations.has_old(outer),
            };
            if let Some(new) = types.get(*id) {
                self.type_(Pair { old: *id, new });
            } else if !is_part {
                let (item, at) = (old.ident(*id), def.at.clone());
                self.gone(ChangeKind::TypeRemoved, item, words::shape(&def.shape), at);
            }
        }
        for (id, def) in &new.api.types {
            let is_part = match def.defined_in {
                DefinedIn::OwnFile => false,
                DefinedIn::Type(outer) => !types.has_new(outer),
                DefinedIn::Operation(outer) => !operations.has_new(outer),
            };
            if !types.has_new(*id) && !is_part {
                let (item, at) = (new.ident(*id), def.at.clone());
                self.came(ChangeKind::TypeAdded, item, words::shape(&def.shape), at);
            }
        }
    }

    fn type_(&mut self, pair: Pair) {
        let (old, new) = (
            self.old.api.type_def(pair.old),
            self.new.api.type_def(pair.new),
        );
        let at = Both {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let item = self.old.ident(pair.old);
        let names = (item, self.new.ident(pair.new));
        self.compare(ChangeKind::TypeRenamed, item, names, &at);
        let folders = (
            self.old.names.of_type(pair.old).folder(),
            self.new.names.of_type(pair.new).folder(),
        );
        self.compare(ChangeKind::TypeMoved, item, folders, &at);
        self.annotations(
            item,
            (old.docs.as_deref(), new.docs.as_deref()),
            (old.deprecated, new.deprecated),
            &at,
        );
        if old.at.is_component_schema() && new.at.is_component_schema() {
            self.limits_of_schemas(item, self.effect(pair, true), &at);
        }
        match (&old.shape, &new.shape) {
            (Shape::Object(left), Shape::Object(right)) => self.object(pair, left, right, &at),
            (Shape::Enumeration(left), Shape::Enumeration(right)) if left.kind == right.kind => {
                self.enumeration(pair, left, right, &at);
            }
            (Shape::Union(left), Shape::Union(right)) => self.union(pair, left, right, &at),
            (Shape::StringNewtype, Shape::StringNewtype) => {}
            (left, right) => {
                let kinds = (words::shape(left), words::shape(right));
                self.differs(ChangeKind::TypeKind, item, kinds, &at);
            }
        }
    }

    fn object(&mut self, pair: Pair, left: &Object, right: &Object, at: &Both) {
        let item = self.old.ident(pair.old);
        let is_built = self.old.analysis.inputs.contains(&pair.old);
        let stays_built = self.new.analysis.inputs.contains(&pair.new);
        match (is_built, stays_built) {
            (true, false) => self.gone(
                ChangeKind::ConstructorRemoved,
                item,
                format!("{item}::new"),
                at.old.clone(),
            ),
            (false, true) => self.came(
                ChangeKind::ConstructorAdded,
                item,
                format!("{item}::new"),
                at.new.clone(),
            ),
            _ => {}
        }
        let same = self.fields(pair, left, right, at, is_built && stays_built);
        if is_built && stays_built {
            self.order_of_fields(pair, left, right, &same, at);
        }
        let additional = |side: &Side<'_>, object: &Object| {
            let ty = object.additional.as_ref();
            ty.map(|ty| side.spelled(ty)).unwrap_or_default()
        };
        let additional = (additional(self.old, left), additional(self.new, right));
        let field = format!("{item}.additional_properties");
        match (additional.0.is_empty(), additional.1.is_empty()) {
            (true, false) => self.came(
                ChangeKind::AdditionalAdded,
                field,
                additional.1,
                at.new.clone(),
            ),
            (false, true) => self.gone(
                ChangeKind::AdditionalRemoved,
                field,
                additional.0,
                at.old.clone(),
            ),
            (false, false) if !self.same_type(&additional.0, &additional.1) => {
                self.differs(ChangeKind::FieldType, field, additional, at);
            }
            _ => {}
        }
        if left.error != right.error {
            self.differs(ChangeKind::ErrorMembers, item, ("", ""), at);
        }
    }

    /// Compares the fields, and returns the indices of those that are in both versions.
    fn fields(
        &mut self,
        pair: Pair,
        left: &Object,
        right: &Object,
        at: &Both,
        is_built: bool,
    ) -> Vec<(usize, usize)> {
        let (old, new) = (self.old, self.new);
        let names = (old.names.of_type(pair.old), new.names.of_type(pair.new));
        let owner = old.ident(pair.old);
        let ty = |is_old: bool, index: usize| {
            if is_old {
                old.signatures
                    .field(&left.properties[index], old.is_boxed(pair.old, index))
            } else {
                new.signatures
                    .field(&right.properties[index], new.is_boxed(pair.new, index))
            }
        };
        let rules: [Rule<'_, usize>; 4] = [
            &|one, other| left.properties[*one].name == right.properties[*other].name,
            &|one, other| names.0.members[*one] == names.1.members[*other],
            // The type of a renamed field is renamed with it if it is written inline.
            &|one, other| {
                let types = (&left.properties[*one].ty, &right.properties[*other].ty);
                self.pairs.has_inline(old, new, types)
                    && self.same_type(&ty(true, *one), &ty(false, *other))
            },
            // A renamed field has the same type and the same position.
            &|one, other| {
                one == other
                    && left.properties.len() == right.properties.len()
                    && self.same_type(&ty(true, *one), &ty(false, *other))
            },
        ];
        let counts = (left.properties.len(), right.properties.len());
        let members = Members::pair(0..counts.0, 0..counts.1, rules);
        let Members {
            mut same,
            gone,
            came,
        } = members;
        same.sort_unstable();
        for index in gone {
            let item = format!("{owner}.{}", names.0.members[index]);
            let place = old.property_at(&at.old, &left.properties[index].name);
            self.gone(ChangeKind::FieldRemoved, item, ty(true, index), place);
        }
        for (one, other) in &same {
            let fields = (&*names.0.members[*one], &*names.1.members[*other]);
            let types = (ty(true, *one), ty(false, *other));
            let (left, right) = (&left.properties[*one], &right.properties[*other]);
            self.field(owner, fields, (left, right), types, pair, at);
            let setters = (&names.0.setters[*one].value, &names.1.setters[*other].value);
            let has_setters = is_built && !left.required && !right.required;
            if has_setters && fields.0 == fields.1 && setters.0 != setters.1 {
                let item = format!("{owner}::{}", setters.0);
                self.differs(ChangeKind::FieldRenamed, item, (setters.0, setters.1), at);
            }
        }
        for index in came {
            let property = &right.properties[index];
            let kind = if is_built && property.is_argument() {
                ChangeKind::RequiredField
            } else {
                ChangeKind::FieldAdded
            };
            let item = format!("{owner}.{}", names.1.members[index]);
            let place = new.property_at(&at.new, &property.name);
            self.came(kind, item, ty(false, index), place);
        }
        same
    }

    fn field(
        &mut self,
        owner: &str,
        fields: (&str, &str),
        (left, right): (&Property, &Property),
        types: (String, String),
        pair: Pair,
        at: &Both,
    ) {
        let item = format!("{owner}.{}", fields.0);
        let at = Both {
            old: self.old.property_at(&at.old, &left.name),
            new: self.new.property_at(&at.new, &right.name),
        };
        if fields.0 == fields.1 {
            self.compare(
                ChangeKind::WireName,
                &item,
                (&*left.name, &*right.name),
                &at,
            );
        } else {
            self.differs(ChangeKind::FieldRenamed, &item, fields, &at);
        }
        let is_same_type = self.same_type(&types.0, &types.1);
        let is_built = self.old.analysis.inputs.contains(&pair.old)
            && self.new.analysis.inputs.contains(&pair.new);
        let constants = (left.constant.as_deref(), right.constant.as_deref());
        if is_built && left.is_argument() != right.is_argument() {
            let kind = match (left.required, right.required) {
                (false, true) => ChangeKind::FieldRequired,
                (true, false) => ChangeKind::FieldOptional,
                _ => ChangeKind::FieldConstant,
            };
            let text = |constant: Option<&str>, ty| constant.map_or(ty, |text| format!("{text:?}"));
            let values = (text(constants.0, types.0), text(constants.1, types.1));
            self.differs(kind, &item, values, &at);
        } else if !is_same_type {
            let kind = if optional(&types.0).is_some_and(|inner| self.same_type(inner, &types.1)) {
                ChangeKind::FieldPresent
            } else if optional(&types.1).is_some_and(|inner| self.same_type(&types.0, inner)) {
                ChangeKind::FieldAbsent
            } else {
                ChangeKind::FieldType
            };
            self.differs(kind, &item, types, &at);
        } else if is_built && constants.0 != constants.1 {
            let constants = (
                constants.0.unwrap_or_default(),
                constants.1.unwrap_or_default(),
            );
            self.differs(ChangeKind::Constant, &item, constants, &at);
        }
        let effect = self.effect(pair, is_same_type);
        self.property(&item, (left, right), effect, &at);
    }

    /// The use of a type, which its limits depend on.
    fn effect(&self, pair: Pair, is_same_type: bool) -> Effect {
        let (old, new) = (self.old, self.new);
        Effect {
            is_sent: old.sent.contains(&pair.old) && new.sent.contains(&pair.new),
            is_received: old.received.contains(&pair.old) && new.received.contains(&pair.new),
            is_same_type,
        }
    }

    /// Compares the order of the arguments of a constructor.
    fn order_of_fields(
        &mut self,
        pair: Pair,
        left: &Object,
        right: &Object,
        same: &[(usize, usize)],
        at: &Both,
    ) {
        let (old, new) = (self.old, self.new);
        let names = &old.names.of_type(pair.old).members;
        let properties = same.iter().map(|(one, other)| {
            (
                (*one, &left.properties[*one]),
                (*other, &right.properties[*other]),
            )
        });
        let required =
            properties.filter(|((_, left), (_, right))| left.is_argument() && right.is_argument());
        let arguments = required.map(|((one, left), (other, right))| Argument {
            name: names[one].clone(),
            before: (one, old.signatures.field(left, false)),
            after: (other, new.signatures.field(right, false)),
        });
        let item = format!("{}::new", old.ident(pair.old));
        let kinds = (ChangeKind::FieldsReordered, ChangeKind::FieldsSwapped);
        self.order(kinds, &item, arguments.collect(), at);
    }

    fn enumeration(&mut self, pair: Pair, left: &Enumeration, right: &Enumeration, at: &Both) {
        let (old, new) = (self.old, self.new);
        let names = (old.names.of_type(pair.old), new.names.of_type(pair.new));
        if left.kind == ConstantKind::Boolean {
            // There is a variant for the other boolean.
            let values = |enumeration: &Enumeration| {
                let values = enumeration
                    .values
                    .iter()
                    .map(|value| value.value.to_string());
                values.collect::<Vec<_>>().join(", ")
            };
            let item = &names.0.ident;
            self.compare(
                ChangeKind::Constant,
                item,
                (values(left), values(right)),
                at,
            );
            return;
        }
        for (value, name) in left.values.iter().zip(&names.0.members) {
            let item = format!("{}::{name}", names.0.ident);
            let text = value.value.to_string();
            let place = old.value_at(&at.old, &value.value);
            let Some(index) = right
                .values
                .iter()
                .position(|other| other.value == value.value)
            else {
                let taken = names.1.members.iter().position(|other| other == name);
                match taken.map(|taken| &right.values[taken].value) {
                    Some(value) => {
                        let at = Both {
                            old: place,
                            new: new.value_at(&at.new, value),
                        };
                        let values = (text, value.to_string());
                        self.differs(ChangeKind::WireName, item, values, &at);
                    }
                    None => self.gone(ChangeKind::ValueRemoved, item, text, place),
                }
                continue;
            };
            let at = Both {
                old: place,
                new: new.value_at(&at.new, &value.value),
            };
            let renamed = (&**name, &*names.1.members[index]);
            self.compare(ChangeKind::VariantRenamed, &item, renamed, &at);
            let docs = (value.docs.as_deref(), right.values[index].docs.as_deref());
            self.annotations(&item, docs, (false, false), &at);
        }
        for (value, name) in right.values.iter().zip(&names.1.members) {
            let is_known = left.values.iter().any(|other| other.value == value.value);
            if !is_known && !names.0.members.contains(name) {
                let item = format!("{}::{name}", names.1.ident);
                let text = value.value.to_string();
                let place = new.value_at(&at.new, &value.value);
                self.came(ChangeKind::ValueAdded, item, text, place);
            }
        }
        self.catch_all(pair, at);
    }

    pub(super) fn catch_all(&mut self, pair: Pair, at: &Both) {
        let names = (
            self.old.names.of_type(pair.old),
            self.new.names.of_type(pair.new),
        );
        let item = format!("{}::{}", names.0.ident, names.0.catch_all);
        let values = (&*names.0.catch_all, &*names.1.catch_all);
        self.compare(ChangeKind::VariantRenamed, &item, values, at);
    }
}
