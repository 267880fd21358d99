//! Arguments: types that read well at the call site, and their conversion to the types of fields.

use super::code::Fragment;
use super::context::{Context, Presence};
use crate::api::{Property, Shape, Type};

/// The arguments of a function, and the type parameters that they need.
pub(super) struct Arguments<'a> {
    context: &'a Context<'a>,
    list: Vec<String>,
    type_parameters: Vec<String>,
}

impl<'a> Arguments<'a> {
    /// The arguments of a function, or a method with this receiver.
    pub(super) fn new(context: &'a Context<'a>, receiver: Option<&str>) -> Self {
        Self {
            context,
            list: receiver.map(str::to_owned).into_iter().collect(),
            type_parameters: Vec::new(),
        }
    }

    /// Adds an argument for a value.
    pub(super) fn add(&mut self, name: &str, ty: &Type) {
        let ty = self.argument_type(ty);
        self.list.push(format!("{name}: {ty}"));
    }

    /// Adds an argument for a required value, which may be null.
    pub(super) fn add_required(&mut self, name: &str, property: &Property, boxed: bool) {
        match Presence::of(property) {
            Presence::Nullable if property.ty == Type::FreeObject && !boxed => {
                let into_object = self.context.runtime("IntoNullableJsonObject");
                let marker = self.type_parameter();
                self.list
                    .push(format!("{name}: impl {into_object}<{marker}>"));
            }
            // With `impl Into<…>` inside of an `Option`, the type of `None` could not be inferred.
            Presence::Nullable => {
                let ty = self.context.field_type(property, boxed);
                self.list.push(format!("{name}: {ty}"));
            }
            _ => self.add(name, &property.ty),
        }
    }

    /// The arguments in the order in which they were added.
    pub(super) fn list(&self) -> &[String] {
        &self.list
    }

    /// `pub fn name`, with the type parameters.
    pub(super) fn head(&self, name: &str) -> String {
        if self.type_parameters.is_empty() {
            return format!("pub fn {name}");
        }
        format!("pub fn {name}<{}>", self.type_parameters.join(", "))
    }

    fn argument_type(&mut self, ty: &Type) -> Fragment {
        let context = self.context;
        match Form::of(context, ty) {
            Form::List(item) => {
                let (into_list, item) = (context.runtime("IntoList"), context.ty(item));
                let marker = self.type_parameter();
                Fragment::new(format!("impl {into_list}<{item}, {marker}>"))
            }
            Form::ListOfSame(item) => {
                Fragment::new(format!("impl IntoIterator<Item = {}>", context.ty(item)))
            }
            Form::Map(value) => {
                let (into_map, value) = (context.runtime("IntoMap"), context.ty(value));
                let marker = self.type_parameter();
                Fragment::new(format!("impl {into_map}<{value}, {marker}>"))
            }
            Form::Object => {
                let into_json_object = context.runtime("IntoJsonObject");
                let marker = self.type_parameter();
                Fragment::new(format!("impl {into_json_object}<{marker}>"))
            }
            Form::Converted => Fragment::new(format!("impl Into<{}>", context.ty(ty))),
            Form::Same => context.ty(ty),
        }
    }

    /// `M`, `M2`, …, unless a type of the API has this name.
    fn type_parameter(&mut self) -> String {
        let number = match self.type_parameters.len() {
            0 => String::new(),
            others => (others + 1).to_string(),
        };
        let mut letters = "M".to_owned();
        while self.context.names.is_type(&format!("{letters}{number}")) {
            letters.push('M');
        }
        self.type_parameters.push(letters + &number);
        self.type_parameters.last().cloned().unwrap_or_default()
    }
}

/// How an argument is passed.
enum Form<'t> {
    List(&'t Type),
    /// A list of items that nothing else converts to, so that they can be inferred.
    ListOfSame(&'t Type),
    Map(&'t Type),
    Object,
    Converted,
    Same,
}

impl<'t> Form<'t> {
    fn of(context: &Context<'_>, ty: &'t Type) -> Self {
        match ty {
            Type::Array(item) if context.converts(item) => Form::List(item),
            Type::Array(item) => Form::ListOfSame(item),
            Type::Map(value) => Form::Map(value),
            Type::FreeObject => Form::Object,
            _ if context.converts(ty) => Form::Converted,
            _ => Form::Same,
        }
    }
}

impl Context<'_> {
    /// The value of a field, from the argument's name.
    pub(super) fn argument_value(&self, name: &str, ty: &Type, boxed: bool) -> String {
        let value = match Form::of(self, ty) {
            Form::List(_) => format!("{name}.into_list()"),
            Form::ListOfSame(_) => format!("{name}.into_iter().collect()"),
            Form::Map(_) => format!("{name}.into_map()"),
            Form::Object => format!("{name}.into_json_object()"),
            Form::Converted => format!("{name}.into()"),
            Form::Same => name.to_owned(),
        };
        if boxed {
            format!("Box::new({value})")
        } else {
            value
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
            Presence::Nullable if property.ty == Type::FreeObject && !boxed => {
                format!("{name}.into_nullable_json_object()")
            }
            Presence::Nullable => name.to_owned(),
            _ => self.argument_value(name, &property.ty, boxed),
        }
    }

    /// Whether other types are accepted as well, such as `&str` for strings or integers for numbers.
    fn converts(&self, ty: &Type) -> bool {
        match ty {
            Type::String
            | Type::Number
            | Type::Timestamp
            | Type::Binary
            | Type::Any
            | Type::FreeObject
            | Type::Nullable(_) => true,
            Type::Named(id) => {
                matches!(
                    self.api.type_def(*id).shape,
                    Shape::StringNewtype | Shape::Enumeration(_) | Shape::Union(_)
                )
            }
            _ => false,
        }
    }
}
