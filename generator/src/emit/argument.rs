//! Arguments: types that read well at the call site, and their conversion to the types of fields.

use super::code::Code;
use super::context::{Context, Presence};
use crate::api::{Property, Shape, Type};

impl Context<'_> {
    /// The type of an argument for a value.
    pub(super) fn argument_type(&self, ty: &Type) -> Code {
        match ty {
            Type::Array(item) => {
                let item = self.convertible(item);
                Code::new(format!("impl IntoIterator<Item = {item}>"))
            }
            Type::Map(value) => self.entries(value),
            Type::FreeObject => self.entries(&Type::Any),
            _ => self.convertible(ty),
        }
    }

    /// The value of a field, from the argument's name.
    pub(super) fn argument_value(&self, name: &str, ty: &Type, boxed: bool) -> String {
        let value = match ty {
            Type::Array(_) => format!("{}({name})", self.codegen("into_list")),
            Type::Map(_) | Type::FreeObject => format!("{}({name})", self.codegen("into_map")),
            _ if self.converts(ty) => format!("{name}.into()"),
            _ => name.to_owned(),
        };
        if boxed {
            format!("Box::new({value})")
        } else {
            value
        }
    }

    /// The type of an argument for a required value, which may be null.
    pub(super) fn required_argument_type(&self, property: &Property, boxed: bool) -> Code {
        match Presence::of(property) {
            // With `impl Into<…>` inside of an `Option`, the type of `None` could not be inferred.
            Presence::Nullable => self.field_type(property, boxed),
            _ => self.argument_type(&property.ty),
        }
    }

    /// The value of a required field, from the argument's name.
    pub(super) fn required_argument_value(
        &self,
        name: &str,
        property: &Property,
        boxed: bool,
    ) -> String {
        match Presence::of(property) {
            Presence::Nullable => name.to_owned(),
            _ => self.argument_value(name, &property.ty, boxed),
        }
    }

    fn entries(&self, value: &Type) -> Code {
        let value = self.convertible(value);
        Code::new(format!(
            "impl IntoIterator<Item = (impl Into<String>, {value})>"
        ))
    }

    fn convertible(&self, ty: &Type) -> Code {
        let plain = self.ty(ty);
        if self.converts(ty) {
            Code::new(format!("impl Into<{plain}>"))
        } else {
            plain
        }
    }

    /// Whether other types are accepted as well, such as `&str` for strings or integers for numbers.
    fn converts(&self, ty: &Type) -> bool {
        match ty {
            Type::Text
            | Type::Number
            | Type::Timestamp
            | Type::Binary
            | Type::Any
            | Type::Nullable(_) => true,
            Type::Named(id) => {
                matches!(
                    self.api.type_def(*id).shape,
                    Shape::StringNewtype | Shape::Union(_)
                )
            }
            _ => false,
        }
    }
}
