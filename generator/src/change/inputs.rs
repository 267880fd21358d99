//! Inputs of operations: the arguments of methods, and the setters of calls.

use super::limits::Effect;
use super::pairs::{Members, Rule};
use super::{Argument, Both, ChangeKind, Differences, Side, operations, optional, words};
use crate::api::{
    Body, Input, InputLocation, Operation, OperationId, ParameterLocation, Property, template_names,
};
use crate::source::Pointer;

/// An input with its Rust name.
#[derive(Clone, Copy)]
struct Named<'a> {
    input: &'a Input,
    field: &'a str,
    setter: &'a str,
    index: usize,
    /// Whether a form that is optional as a whole must have it if it is sent.
    required_if_sent: bool,
}

/// The cases of [`Named::required_if_sent`], in words.
const REQUIRED_IF_SENT: [&str; 2] = ["optional", "required if any field of the body is set"];

impl<'a> Named<'a> {
    fn all(side: &Side<'a>, id: OperationId) -> Vec<Self> {
        let names = side.names.of_operation(id);
        let required_if_sent = side.api.operation(id).required_if_sent();
        let inputs = side.analysis.inputs_of(id).iter();
        let inputs = inputs.zip(&names.fields).zip(&names.setters).enumerate();
        let inputs = inputs.map(|(index, ((input, field), setter))| Self {
            input,
            field,
            setter: &setter.value,
            index,
            required_if_sent: input.location == InputLocation::Property
                && required_if_sent.is_some_and(|names| names.contains(&input.property.name)),
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

    fn is_in_body(self) -> bool {
        !matches!(self.input.location, InputLocation::Parameter(_))
    }

    /// The name on the wire, where the case of a header has no meaning.
    fn wire_name(self) -> String {
        let name = &self.property().name;
        match self.input.location {
            InputLocation::Parameter(ParameterLocation::Header) => name.to_lowercase(),
            _ => name.clone(),
        }
    }

    /// `Client::list_users(limit)`
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

/// A path, with the names of its parameters in the order of their places.
struct Path<'a> {
    template: String,
    names: Vec<&'a str>,
}

impl<'a> Path<'a> {
    fn of(operation: &'a Operation) -> Self {
        Self {
            template: operation.template(),
            names: template_names(&operation.path).collect(),
        }
    }

    /// The first place that an input is sent in; `None` if it is not a path parameter.
    fn position(&self, input: Named<'_>) -> Option<usize> {
        let is_in_path = input.input.location == InputLocation::Parameter(ParameterLocation::Path);
        let mut names = self.names.iter();
        let position = names.position(|name| *name == input.property().name);
        position.filter(|_| is_in_path)
    }

    /// The places that the arguments are sent in.
    fn arguments(&self, inputs: &[Named<'_>]) -> Vec<usize> {
        let inputs = inputs.iter();
        inputs.filter_map(|input| self.position(*input)).collect()
    }
}

impl<'a> Differences<'a> {
    pub(super) fn inputs(&mut self, old_id: OperationId, new_id: OperationId, at: &Both) {
        let (old, new) = (self.old, self.new);
        let method = operations::item(old, old_id);
        let inputs = self.inputs_to_compare(&method, (old_id, new_id), at);
        let operations = (old.api.operation(old_id), new.api.operation(new_id));
        let paths = (Path::of(operations.0), Path::of(operations.1));
        // The same arguments are sent in the same places of the path, so their names were exchanged.
        let is_renamed = paths.0.template == paths.1.template
            && paths.0.arguments(&inputs.0) == paths.1.arguments(&inputs.1);
        let rules: [Rule<'_, Named<'_>>; 4] = [
            &|left, right| match left.input.location {
                InputLocation::Parameter(ParameterLocation::Path) if is_renamed => {
                    right.input.location == left.input.location
                        && paths.0.position(*left) == paths.1.position(*right)
                }
                location => {
                    location == right.input.location && left.wire_name() == right.wire_name()
                }
            },
            &|left, right| left.field == right.field,
            // The type of a renamed input is renamed with it if it is written inline.
            &|left, right| {
                let types = (&left.property().ty, &right.property().ty);
                left.input.location == right.input.location
                    && left.is_required() == right.is_required()
                    && self.pairs.has_inline(old, new, types)
                    && self.same_type(&left.ty(old), &right.ty(new))
            },
            // A renamed input has the same type and the same position.
            &|left, right| {
                left.input.location == right.input.location
                    && left.is_required() == right.is_required()
                    && left.index == right.index
                    && self.same_type(&left.ty(old), &right.ty(new))
            },
        ];
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
            // Programs that use the old name compile if another input of the same type has it now.
            let has_old_name = same.iter().any(|(_, other)| {
                other.field == left.field && self.same_type(&left.ty(old), &other.ty(new))
            });
            let renamed = if has_old_name {
                ChangeKind::InputNamesSwapped
            } else {
                ChangeKind::InputRenamed
            };
            self.input(&method, *left, *right, renamed, at);
        }
        for right in came {
            let kind = if right.is_required() {
                ChangeKind::RequiredInput
            } else {
                ChangeKind::OptionalInput
            };
            let place = right.at(new, &at.new);
            self.came(kind, right.item(&method), right.ty(new), place);
            self.required_if_sent(&right.item(&method), (false, right.required_if_sent), at);
        }
        let is_moved = |(left, right): &(Named<'_>, Named<'_>)| {
            let positions = (paths.0.position(*left), paths.1.position(*right));
            positions.0.is_some() && positions.1.is_some() && positions.0 != positions.1
        };
        if paths.0.template == paths.1.template && same.iter().any(is_moved) {
            let routes = (operations.0.route(), operations.1.route());
            self.differs(ChangeKind::Route, &method, routes, at);
        }
        self.order_of_inputs(&method, same, at);
    }

    /// The inputs of both versions, without those of a body that is one value in one version and properties in the other one.
    fn inputs_to_compare(
        &mut self,
        method: &str,
        ids: (OperationId, OperationId),
        at: &Both,
    ) -> (Vec<Named<'a>>, Vec<Named<'a>>) {
        let (old, new) = (self.old, self.new);
        let mut inputs = (Named::all(old, ids.0), Named::all(new, ids.1));
        let is_whole = |side: &Side<'_>, id| {
            let body = side.api.operation(id).body.as_ref();
            body.map(|body| matches!(body, Body::Whole { .. }))
        };
        let stays = match (is_whole(old, ids.0), is_whole(new, ids.1)) {
            (Some(left), Some(right)) => left == right,
            _ => true,
        };
        if stays || !inputs.0.iter().any(|input| input.is_in_body()) {
            return inputs;
        }
        let list = |side: &Side<'_>, inputs: &mut Vec<Named<'_>>| {
            let of_body = inputs.iter().filter(|input| input.is_in_body());
            let of_body = of_body.map(|input| format!("{}: {}", input.field, input.ty(side)));
            let listed = of_body.collect::<Vec<_>>().join(", ");
            inputs.retain(|input| !input.is_in_body());
            listed
        };
        let bodies = (list(old, &mut inputs.0), list(new, &mut inputs.1));
        let at = at.join("requestBody");
        self.differs(ChangeKind::BodyInputs, method, bodies, &at);
        inputs
    }

    fn input(
        &mut self,
        method: &str,
        left: Named<'_>,
        right: Named<'_>,
        renamed: ChangeKind,
        at: &Both,
    ) {
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
            self.differs(renamed, &item, names.clone(), &at);
        } else if has_setters && setters.0 != setters.1 {
            self.differs(ChangeKind::InputRenamed, &item, setters, &at);
        }
        let types = (left.ty(old), right.ty(new));
        // Apart from the `Option` of an input that became optional or required.
        let is_same_type = {
            let value = |ty: &str| optional(ty).unwrap_or(ty).to_owned();
            self.same_type(&value(&types.0), &value(&types.1))
        };
        match (left.is_required(), right.is_required()) {
            (true, false) => self.differs(ChangeKind::InputOptional, &item, types, &at),
            (false, true) => self.differs(ChangeKind::InputRequired, &item, types, &at),
            _ if !self.same_type(&types.0, &types.1) => {
                let kind = if self.is_nullable_now(&types) {
                    ChangeKind::InputNullable
                } else {
                    ChangeKind::InputType
                };
                self.differs(kind, &item, types, &at);
            }
            _ => {}
        }
        if !left.is_required() && !right.is_required() {
            self.required_if_sent(&item, (left.required_if_sent, right.required_if_sent), &at);
        }
        let locations = (left.input.location.name(), right.input.location.name());
        if locations.0 != locations.1 {
            self.differs(ChangeKind::InputLocation, &item, locations, &at);
        } else if names.0 == names.1 && left.input.location != InputLocation::Body {
            let names = (left.wire_name(), right.wire_name());
            self.compare(ChangeKind::WireName, &item, names, &at);
        }
        let styles = (
            words::style_of(old.api, left.input),
            words::style_of(new.api, right.input),
        );
        let styles = if locations.0 == locations.1 && is_same_type {
            styles
        } else {
            <_>::default()
        };
        self.compare(ChangeKind::InputStyle, &item, styles, &at);
        let effect = Effect {
            is_sent: true,
            is_received: false,
            is_same_type,
        };
        let properties = (left.property(), right.property());
        if left.input.location == InputLocation::Body {
            // Its limits are compared as those of the operation.
            let docs = (properties.0.docs.as_deref(), properties.1.docs.as_deref());
            self.annotations(&item, docs, (false, false), &at);
        } else {
            self.property(&item, properties, effect, &at);
        }
    }

    /// Whether the types of an optional input differ only in null.
    fn is_nullable_now(&self, (old, new): &(String, String)) -> bool {
        let value = |ty: &str| {
            Some(
                optional(ty)?
                    .strip_prefix("Nullable<")?
                    .strip_suffix('>')?
                    .to_owned(),
            )
        };
        optional(old)
            .zip(value(new))
            .is_some_and(|(old, new)| self.same_type(old, &new))
    }

    fn required_if_sent(&mut self, item: &str, required: (bool, bool), at: &Both) {
        let kind = match required {
            (false, true) => ChangeKind::LimitTightened,
            (true, false) => ChangeKind::Limit,
            _ => return,
        };
        let text = |required| REQUIRED_IF_SENT[usize::from(required)].to_owned();
        self.differs(kind, item, (text(required.0), text(required.1)), at);
    }

    fn order_of_inputs(&mut self, method: &str, same: Vec<(Named<'_>, Named<'_>)>, at: &Both) {
        let required = same.into_iter();
        let required = required.filter(|(left, right)| left.is_required() && right.is_required());
        let arguments = required.map(|(left, right)| Argument {
            name: left.field.to_owned(),
            before: (left.index, left.ty(self.old)),
            after: (right.index, right.ty(self.new)),
        });
        let kinds = (ChangeKind::InputsReordered, ChangeKind::InputsSwapped);
        self.order(kinds, method, arguments.collect(), at);
    }
}
