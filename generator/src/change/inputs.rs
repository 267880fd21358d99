//! Inputs of operations: the arguments of methods, and the setters of calls.

use super::limits::Effect;
use super::operations::style_in_words;
use super::pairs::{Members, Rule};
use super::{Both, ChangeKind, Differences, Side, list, operations};
use crate::api::{Input, InputLocation, OperationId, Property, Style};
use crate::source::Pointer;

/// An input with its Rust name.
#[derive(Clone, Copy)]
struct Named<'a> {
    input: &'a Input,
    field: &'a str,
    setter: &'a str,
    index: usize,
}

impl<'a> Named<'a> {
    fn all(side: &Side<'a>, id: OperationId) -> Vec<Self> {
        let names = side.names.of_operation(id);
        let inputs = side.analysis.inputs_of(id).iter();
        let inputs = inputs.zip(&names.fields).zip(&names.setters).enumerate();
        let inputs = inputs.map(|(index, ((input, field), setter))| Self {
            input,
            field,
            setter: &setter.value,
            index,
        });
        inputs.collect()
    }

    fn property(self) -> &'a Property {
        &self.input.property
    }

    fn is_required(self) -> bool {
        self.input.property.required
    }

    fn ty(self, side: &Side<'_>) -> String {
        side.signatures.field(self.property(), false)
    }

    /// `Client::list_users: limit`
    fn item(self, method: &str) -> String {
        format!("{method}({})", self.field)
    }

    fn at(self, side: &Side<'_>, operation: &Pointer) -> Pointer {
        match self.input.location {
            InputLocation::Parameter(location) => {
                side.parameter_at(operation, location.name(), &self.property().name)
            }
            InputLocation::Property => side.body_property_at(operation, &self.property().name),
            InputLocation::Body | InputLocation::Rest => operation.join("requestBody"),
        }
    }
}

impl Differences<'_> {
    pub(super) fn inputs(&mut self, old_id: OperationId, new_id: OperationId, at: &Both) {
        let (old, new) = (self.old, self.new);
        let method = operations::item(old, old_id);
        let rules: [Rule<'_, Named<'_>>; 3] = [
            &|left, right| {
                left.input.location == right.input.location
                    && left.property().name == right.property().name
            },
            &|left, right| left.field == right.field,
            // A renamed input has the same type and the same position.
            &|left, right| {
                left.input.location == right.input.location
                    && left.is_required() == right.is_required()
                    && left.index == right.index
                    && self.same_type(&left.ty(old), &right.ty(new))
            },
        ];
        let inputs = (Named::all(old, old_id), Named::all(new, new_id));
        let Members { same, gone, came } = Members::pair(inputs.0, inputs.1, rules);
        for left in gone {
            let place = left.at(old, &at.old);
            self.gone(
                ChangeKind::InputRemoved,
                left.item(&method),
                left.ty(old),
                place,
            );
        }
        for (left, right) in &same {
            self.input(&method, *left, *right, at);
        }
        for right in came {
            let kind = if right.is_required() {
                ChangeKind::RequiredInput
            } else {
                ChangeKind::OptionalInput
            };
            let place = right.at(new, &at.new);
            self.came(kind, right.item(&method), right.ty(new), place);
        }
        self.order_of_inputs(&method, same, at);
    }

    fn input(&mut self, method: &str, left: Named<'_>, right: Named<'_>, at: &Both) {
        let (old, new) = (self.old, self.new);
        let item = left.item(method);
        let at = Both {
            old: left.at(old, &at.old),
            new: right.at(new, &at.new),
        };
        let names = (left.field.to_owned(), right.field.to_owned());
        let setters = (left.setter.to_owned(), right.setter.to_owned());
        let has_setters = !left.is_required() && !right.is_required();
        if names.0 != names.1 {
            self.differs(ChangeKind::InputRenamed, &item, names.clone(), &at);
        } else if has_setters && setters.0 != setters.1 {
            self.differs(ChangeKind::InputRenamed, &item, setters, &at);
        }
        let types = (left.ty(old), right.ty(new));
        let is_same_type = same_value(&types.0, &types.1, self);
        match (left.is_required(), right.is_required()) {
            (true, false) => self.differs(ChangeKind::InputOptional, &item, types, &at),
            (false, true) => self.differs(ChangeKind::InputRequired, &item, types, &at),
            _ if !self.same_type(&types.0, &types.1) => {
                self.differs(ChangeKind::InputType, &item, types, &at);
            }
            _ => {}
        }
        let locations = (location(left.input), location(right.input));
        if locations.0 != locations.1 {
            self.differs(ChangeKind::InputLocation, &item, locations, &at);
        } else if names.0 == names.1 && left.input.location != InputLocation::Body {
            let names = (left.property().name.clone(), right.property().name.clone());
            self.compare(ChangeKind::WireName, &item, names, &at);
        }
        let styles = (style(left.input.style), style(right.input.style));
        self.compare(ChangeKind::InputStyle, &item, styles, &at);
        let (left, right) = (left.property(), right.property());
        self.annotations(
            &item,
            (left.docs.as_deref(), right.docs.as_deref()),
            (left.deprecated, right.deprecated),
            &at,
        );
        let effect = Effect {
            is_sent: true,
            is_same_type,
        };
        self.limits(&item, (&left.constraints, &right.constraints), effect, &at);
    }

    /// Compares the order of the arguments that are in both versions.
    fn order_of_inputs(&mut self, method: &str, mut same: Vec<(Named<'_>, Named<'_>)>, at: &Both) {
        same.retain(|(left, right)| left.is_required() && right.is_required());
        same.sort_by_key(|(left, _)| left.index);
        let before = same.iter().map(|(left, _)| Argument {
            name: left.field.to_owned(),
            ty: left.ty(self.old),
        });
        let before: Vec<Argument> = before.collect();
        same.sort_by_key(|(_, right)| right.index);
        let after = same.iter().map(|(left, right)| Argument {
            name: left.field.to_owned(),
            ty: right.ty(self.new),
        });
        let after: Vec<Argument> = after.collect();
        let kinds = (ChangeKind::InputsReordered, ChangeKind::InputsSwapped);
        self.order(kinds, method, (&before, &after), at);
    }

    /// Compares the order of arguments that are in both versions.
    pub(super) fn order(
        &mut self,
        (reordered, swapped): (ChangeKind, ChangeKind),
        item: &str,
        (before, after): (&[Argument], &[Argument]),
        at: &Both,
    ) {
        let names = |arguments: &[Argument]| list(arguments.iter().map(|argument| &*argument.name));
        if names(before) == names(after) {
            return;
        }
        let mut pairs = before.iter().zip(after);
        let is_same = pairs.all(|(before, after)| self.same_type(&before.ty, &after.ty));
        let kind = if is_same { swapped } else { reordered };
        self.differs(kind, item, (names(before), names(after)), at);
    }
}

/// An argument, by its name in the old version.
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) ty: String,
}

/// Whether two types are the same, apart from the `Option` of an input that became optional or required.
fn same_value(old: &str, new: &str, differences: &Differences<'_>) -> bool {
    let value = |ty: &str| {
        let inner = ty
            .strip_prefix("Option<")
            .and_then(|ty| ty.strip_suffix('>'));
        inner.unwrap_or(ty).to_owned()
    };
    differences.same_type(&value(old), &value(new))
}

fn location(input: &Input) -> &'static str {
    match input.location {
        InputLocation::Parameter(location) => location.name(),
        InputLocation::Property | InputLocation::Rest | InputLocation::Body => "body",
    }
}

fn style(style: Option<Style>) -> String {
    style.map(style_in_words).unwrap_or_default()
}
