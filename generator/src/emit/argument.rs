//! Arguments: types that read well at the call site, and their conversion to the types of fields.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::context::{Context, Presence};
use crate::api::{Property, Shape, Type};

impl Context<'_> {
    /// The type of an argument for a value.
    pub(super) fn argument_type(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::Array(item) => {
                let item = self.convertible(item);
                quote!(impl IntoIterator<Item = #item>)
            }
            Type::Map(value) => self.entries(value),
            Type::FreeObject => self.entries(&Type::Any),
            _ => self.convertible(ty),
        }
    }

    /// The value of a field, from the argument's name.
    pub(super) fn argument_value(&self, name: &Ident, ty: &Type, boxed: bool) -> TokenStream {
        let value = match ty {
            Type::Array(_) => {
                let into_list = self.codegen("into_list");
                quote!(#into_list(#name))
            }
            Type::Map(_) | Type::FreeObject => {
                let into_map = self.codegen("into_map");
                quote!(#into_map(#name))
            }
            _ if self.converts(ty) => quote!(#name.into()),
            _ => quote!(#name),
        };
        if boxed {
            quote!(Box::new(#value))
        } else {
            value
        }
    }

    /// The type of an argument for a required value, which may be null.
    pub(super) fn required_argument_type(&self, property: &Property, boxed: bool) -> TokenStream {
        match Presence::of(property) {
            // With `impl Into<…>` inside of an `Option`, the type of `None` could not be inferred.
            Presence::Nullable => self.field_type(property, boxed),
            _ => self.argument_type(&property.ty),
        }
    }

    /// The value of a required field, from the argument's name.
    pub(super) fn required_argument_value(
        &self,
        name: &Ident,
        property: &Property,
        boxed: bool,
    ) -> TokenStream {
        match Presence::of(property) {
            Presence::Nullable => quote!(#name),
            _ => self.argument_value(name, &property.ty, boxed),
        }
    }

    fn entries(&self, value: &Type) -> TokenStream {
        let value = self.convertible(value);
        quote!(impl IntoIterator<Item = (impl Into<String>, #value)>)
    }

    fn convertible(&self, ty: &Type) -> TokenStream {
        let plain = self.ty(ty);
        if self.converts(ty) {
            quote!(impl Into<#plain>)
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
