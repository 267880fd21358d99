//! Responses of operations: the types that calls return, and those of error bodies.

use super::{Both, ChangeKind, Differences, Side, operations, words};
use crate::api::{OperationId, Response, Status};
use crate::names::EnumNames;

/// The responses of one outcome, in one version.
struct Outcome<'a> {
    ty: String,
    names: Option<&'a EnumNames>,
    responses: &'a [Response],
    /// The types of the variants.
    types: Vec<String>,
}

impl<'a> Outcome<'a> {
    fn of(side: &Side<'a>, id: OperationId, is_error: bool) -> Self {
        let (operation, names) = (side.api.operation(id), side.names.of_operation(id));
        let types = side.signatures.variants(id, is_error);
        if is_error {
            Self {
                ty: side.signatures.error(id),
                names: names.errors.as_ref(),
                responses: &operation.errors,
                types,
            }
        } else {
            Self {
                ty: side.signatures.response(id),
                names: names.responses.as_ref(),
                responses: &operation.successes,
                types,
            }
        }
    }

    /// The type, which may have a name that another type had.
    fn spelled(&self) -> String {
        match self.names {
            Some(_) => format!("enum {}", self.ty),
            None => self.ty.clone(),
        }
    }

    fn statuses(&self) -> String {
        let statuses = self.responses.iter().map(|response| match response.status {
            Status::Code(code) => code.to_string(),
            Status::Class(class) => format!("{class}XX"),
            Status::Default => "default".to_owned(),
        });
        statuses.collect::<Vec<_>>().join(", ")
    }

    fn variants(&self) -> Vec<(&str, &str)> {
        let names = self
            .names
            .map_or(&[][..], |names| names.variants.as_slice());
        names
            .iter()
            .map(String::as_str)
            .zip(self.types.iter().map(String::as_str))
            .collect()
    }
}

impl Differences<'_> {
    pub(super) fn responses(&mut self, old_id: OperationId, new_id: OperationId, at: &Both) {
        let item = operations::item(self.old, old_id);
        let at = at.join("responses");
        for is_error in [false, true] {
            let old = Outcome::of(self.old, old_id, is_error);
            let new = Outcome::of(self.new, new_id, is_error);
            if !self.same_type(&old.ty, &new.ty) {
                let kind = if is_error {
                    ChangeKind::ErrorType
                } else {
                    ChangeKind::ResponseType
                };
                self.differs(kind, &item, (old.spelled(), new.spelled()), &at);
            } else if old.names.is_some() || new.names.is_some() {
                self.variants_of_statuses(&old, &new, &at);
            } else {
                self.compare(
                    ChangeKind::Status,
                    &item,
                    (old.statuses(), new.statuses()),
                    &at,
                );
            }
        }
        let accepts = |side: &Side<'_>, id| words::accepts(side.api.operation(id));
        let accepts = (accepts(self.old, old_id), accepts(self.new, new_id));
        self.compare(ChangeKind::ResponseMediaType, &item, accepts, &at);
    }

    fn variants_of_statuses(&mut self, old: &Outcome<'_>, new: &Outcome<'_>, at: &Both) {
        let has_stream = |outcome: &Outcome<'_>| {
            outcome
                .responses
                .iter()
                .any(|response| response.content.is_stream())
        };
        if !has_stream(old) && has_stream(new) {
            let values = (
                "with `Clone` and `PartialEq`",
                "without, as it contains a stream",
            );
            self.differs(ChangeKind::ResponseType, &old.ty, values, at);
        }
        let (left, right) = (old.variants(), new.variants());
        for (name, ty) in &left {
            let item = format!("{}::{name}", old.ty);
            match right.iter().find(|(other, _)| other == name) {
                None => self.gone(ChangeKind::StatusRemoved, item, *ty, at.old.clone()),
                Some((_, other)) if !self.same_type(ty, other) => {
                    self.differs(ChangeKind::StatusType, item, (*ty, *other), at);
                }
                Some(_) => {}
            }
        }
        for (name, ty) in &right {
            if !left.iter().any(|(other, _)| other == name) {
                let item = format!("{}::{name}", new.ty);
                self.came(ChangeKind::StatusAdded, item, *ty, at.new.clone());
            }
        }
    }
}
