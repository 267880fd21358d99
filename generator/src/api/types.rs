//! Types of values.

use std::fmt;

use serde_json::Value;

use super::OperationId;
use crate::format::IntegerFormat;
use crate::source::Pointer;

/// A definition in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(pub(crate) usize);

/// A named type.
#[derive(Debug)]
pub(crate) struct TypeDef {
    /// Its name in the document, or words that describe its location: `listUsers response meta`.
    pub(crate) name: String,
    /// Identifies it in other versions of the document: its name, apart from positions in lists.
    pub(crate) key: String,
    pub(crate) defined_in: DefinedIn,
    pub(crate) docs: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) shape: Shape,
    /// The location of its schema in the document.
    pub(crate) at: Pointer,
}

/// The file that a type is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DefinedIn {
    /// Its own file.
    OwnFile,
    /// The file of the type that contains it.
    Type(TypeId),
    /// The file of the operation that contains it.
    Operation(OperationId),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Object(Object),
    Enumeration(Enumeration),
    Union(Union),
    /// A string with its own type, such as an id.
    StringNewtype,
}

impl Shape {
    /// Whether its values are strings on the wire.
    pub(crate) fn is_string(&self) -> bool {
        match self {
            Shape::Enumeration(enumeration) => enumeration.kind == ConstantKind::String,
            Shape::StringNewtype => true,
            Shape::Object(_) | Shape::Union(_) => false,
        }
    }

    /// The types that it consists of.
    pub(crate) fn types(&self) -> Vec<&Type> {
        match self {
            Shape::Object(object) => {
                let properties = object.properties.iter().map(|property| &property.ty);
                properties.chain(&object.additional).collect()
            }
            Shape::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Shape::Enumeration(_) | Shape::StringNewtype => Vec::new(),
        }
    }
}

/// Constraints do not affect equality.
#[derive(Clone, Debug, Default)]
pub(crate) struct Object {
    pub(crate) properties: Vec<Property>,
    /// The type of additional properties, if the document allows them explicitly.
    pub(crate) additional: Option<Type>,
    pub(crate) additional_constraints: Constraints,
    /// Set if the object is an error body.
    pub(crate) error: Option<ErrorMembers>,
}

impl Object {
    /// Whether it has no known properties.
    pub(crate) fn is_empty(&self) -> bool {
        self.properties.is_empty() && self.additional.is_none()
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        (&self.properties, &self.additional, &self.error)
            == (&other.properties, &other.additional, &other.error)
    }
}

/// The meaning of the properties of an error body. Of several for one meaning, the first that is present is used.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ErrorMembers {
    /// The status of each kind of error. It takes precedence over the status in the body or of the response.
    pub(crate) statuses: Vec<(String, u16)>,
    pub(crate) status: Vec<String>,
    pub(crate) message: Vec<String>,
    pub(crate) kind: Vec<String>,
    /// The id of one error, which the support of the service asks for.
    pub(crate) id: Vec<String>,
}

/// A property of an object. Docs and constraints do not affect equality.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each has its own keyword")]
pub(crate) struct Property {
    /// The name on the wire.
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    /// Whether the document requires it although `required` is false: in one direction only, or without a description.
    pub(crate) required_in_document: bool,
    /// The string that constructors set: the only value by which unions select the object.
    pub(crate) constant: Option<String>,
    pub(crate) nullable: bool,
    pub(crate) deprecated: bool,
    pub(crate) docs: Option<String>,
    pub(crate) constraints: Constraints,
}

impl Property {
    /// Whether a constructor needs a value for it.
    pub(crate) fn is_argument(&self) -> bool {
        self.required && self.constant.is_none()
    }

    /// Whether null is its only value.
    pub(crate) fn is_null(&self) -> bool {
        let listed = self.constraints.own.get("enum");
        listed
            .and_then(Value::as_array)
            .is_some_and(|values| !values.is_empty() && values.iter().all(Value::is_null))
    }
}

impl PartialEq for Property {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.ty, self.required, self.nullable)
            == (&other.name, &other.ty, other.required, other.nullable)
    }
}

/// An open set of values of one kind: the service may use others too.
#[derive(Clone, Debug)]
pub(crate) struct Enumeration {
    pub(crate) kind: ConstantKind,
    pub(crate) values: Vec<EnumerationValue>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConstantKind {
    String,
    Integer,
    /// An enumeration of booleans lists only one of the two.
    Boolean,
}

/// A value that a document lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Constant {
    String(String),
    Integer(i64),
    Boolean(bool),
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Constant::String(string) => f.write_str(string),
            Constant::Integer(number) => number.fmt(f),
            Constant::Boolean(boolean) => boolean.fmt(f),
        }
    }
}

impl Enumeration {
    /// The name of the boolean that it does not list, if it is a boolean constant.
    pub(crate) fn other_boolean(&self) -> Option<&'static str> {
        match self.values.first()?.value {
            Constant::Boolean(true) => Some("False"),
            Constant::Boolean(false) => Some("True"),
            _ => None,
        }
    }
}

impl PartialEq for Enumeration {
    /// The order of the values in the document is not significant.
    fn eq(&self, other: &Self) -> bool {
        let sorted = |values: &[EnumerationValue]| {
            let mut values: Vec<_> = values.iter().map(|value| value.value.clone()).collect();
            values.sort();
            values
        };
        self.kind == other.kind && sorted(&self.values) == sorted(&other.values)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct EnumerationValue {
    pub(crate) value: Constant,
    /// Words for its name, if the document has better ones than the value.
    pub(crate) name: Option<String>,
    pub(crate) docs: Option<String>,
}

/// A value of one of several types.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Union {
    pub(crate) variants: Vec<Variant>,
    /// Name of the property that distinguishes the variants, if there is one.
    pub(crate) discriminator: Option<String>,
    /// The form in which it writes that property; `None` if the variants always have the right value.
    pub(crate) written_as: Option<TagForm>,
}

/// The form of a discriminator in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TagForm {
    String,
    /// A number or a boolean.
    Other,
}

/// An alternative. Its constraints and its name do not affect equality.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// Words for its name.
    pub(crate) name: String,
    /// Identifies it in other versions of the document: its name, apart from its position.
    pub(crate) key: String,
    pub(crate) ty: Type,
    /// The constraints of each alternative with this type. A value meets those of one of them.
    pub(crate) constraints: Vec<Constraints>,
    /// Values of the discriminator that select it, as strings.
    pub(crate) values: Vec<String>,
    /// Whether values that select no other variant may be this one.
    pub(crate) is_rest: bool,
}

impl PartialEq for Variant {
    fn eq(&self, other: &Self) -> bool {
        (&self.ty, &self.values, self.is_rest) == (&other.ty, &other.values, other.is_rest)
    }
}

/// The type of a value. Types without a name are written where they are used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Boolean,
    Integer(IntegerFormat),
    Number,
    String,
    Timestamp,
    /// A date without a time.
    Date,
    /// Bytes to send, outside of JSON.
    Binary,
    /// Any JSON value.
    Any,
    /// Any JSON object.
    FreeObject,
    Array(Box<Type>),
    Map(Box<Type>),
    /// A value or null, inside an array or map.
    Nullable(Box<Type>),
    Named(TypeId),
    /// A user-defined type.
    External(Box<ExternalType>),
}

/// A user-defined type, named by `x-rust-type`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExternalType {
    /// Its path in Rust.
    pub(crate) path: String,
    /// The type that would be generated without it.
    pub(crate) plain: Type,
}

impl Type {
    /// The named type in it, if there is one.
    pub(crate) fn named(&self) -> Option<TypeId> {
        match self {
            Type::Named(id) => Some(*id),
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => inner.named(),
            _ => None,
        }
    }

    /// The number of arrays, maps and nullable values in each other.
    pub(crate) fn nesting(&self) -> usize {
        match self {
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => 1 + inner.nesting(),
            _ => 0,
        }
    }

    /// Words for a type that accepts more than the document says.
    pub(crate) fn wide(&self) -> &'static str {
        match self {
            Type::FreeObject => "any JSON object",
            Type::Array(_) => "a list of anything",
            _ => "any JSON value",
        }
    }

    /// Whether it contains a user-defined type.
    pub(crate) fn is_external(&self) -> bool {
        match self {
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => inner.is_external(),
            _ => matches!(self, Type::External(_)),
        }
    }
}

/// Constraints of a value, which the service checks and the docs state: keywords of JSON Schema and their values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Constraints {
    pub(crate) own: serde_json::Map<String, serde_json::Value>,
    /// The constraints of each item of an array, or of each value of a map, if there are any.
    pub(crate) each: Option<Box<Constraints>>,
}
