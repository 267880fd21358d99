//! Types: what a value looks like.

use super::OperationId;

/// A definition in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(pub(crate) usize);

/// A type that has a name of its own.
#[derive(Debug)]
pub(crate) struct TypeDef {
    /// What the document calls it, or words that say where it is: `listUsers response meta`.
    pub(crate) name: String,
    pub(crate) home: TypeHome,
    pub(crate) docs: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) shape: Shape,
}

/// Which file a type belongs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TypeHome {
    /// One of its own.
    Own,
    /// That of the type it is written in.
    Type(TypeId),
    /// That of the operation it is written in.
    Operation(OperationId),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Object(Object),
    Enumeration(Enumeration),
    Union(Union),
    /// A string with a meaning of its own, such as an id.
    Text,
}

impl Shape {
    /// The types that it is made of.
    pub(crate) fn types(&self) -> Vec<&Type> {
        match self {
            Shape::Object(object) => {
                let properties = object.properties.iter().map(|property| &property.ty);
                properties.chain(&object.additional).collect()
            }
            Shape::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Shape::Enumeration(_) | Shape::Text => Vec::new(),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Object {
    pub(crate) properties: Vec<Property>,
    /// What members are that are not listed, if there may be any and the document says so.
    pub(crate) additional: Option<Type>,
    /// Set if the object is the body of errors.
    pub(crate) error: Option<ErrorMembers>,
}

impl Object {
    /// Whether it has no members that it knows.
    pub(crate) fn is_empty(&self) -> bool {
        self.properties.is_empty() && self.additional.is_none()
    }
}

/// Which properties of an error body say what, the first that is there first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ErrorMembers {
    /// The status that belongs to a kind of error, by kind. It goes before what the body or the answer says.
    pub(crate) statuses: Vec<(String, u16)>,
    pub(crate) status: Vec<String>,
    pub(crate) message: Vec<String>,
    pub(crate) kind: Vec<String>,
}

/// A named value of an object. Docs are no part of what it is.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is said by a keyword of its own"
)]
pub(crate) struct Property {
    /// As it is on the wire.
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    /// Whether the document requires it all the same: in one direction only, or without saying what it is.
    pub(crate) demanded: bool,
    pub(crate) nullable: bool,
    pub(crate) deprecated: bool,
    pub(crate) docs: Option<String>,
    pub(crate) limits: Limits,
}

impl PartialEq for Property {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.ty, self.required, self.nullable)
            == (&other.name, &other.ty, other.required, other.nullable)
    }
}

/// Strings that a value is one of; the service may know more.
#[derive(Clone, Debug)]
pub(crate) struct Enumeration {
    pub(crate) values: Vec<EnumerationValue>,
}

impl PartialEq for Enumeration {
    /// The order in which a document lists them means nothing.
    fn eq(&self, other: &Self) -> bool {
        let sorted = |values: &[EnumerationValue]| {
            let mut values: Vec<_> = values.iter().map(|value| value.value.clone()).collect();
            values.sort();
            values
        };
        sorted(&self.values) == sorted(&other.values)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct EnumerationValue {
    pub(crate) value: String,
    pub(crate) docs: Option<String>,
}

/// Types that a value is one of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Union {
    pub(crate) variants: Vec<Variant>,
    /// Name of the property that tells the variants apart, if one does.
    pub(crate) tag: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// Words that name it.
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// Values of the union's tag that stand for it.
    pub(crate) tags: Vec<String>,
}

impl PartialEq for Variant {
    fn eq(&self, other: &Self) -> bool {
        (&self.ty, &self.tags) == (&other.ty, &other.tags)
    }
}

/// What an integer has room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Width {
    I8,
    I16,
    I32,
    #[default]
    I64,
    U8,
    U16,
    U32,
    U64,
}

/// What a value is. Types without a name are written where they are used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Boolean,
    Integer(Width),
    Number,
    Text,
    Timestamp,
    /// A day, without a time.
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
    /// A type of the user's.
    Foreign(Box<Foreign>),
}

/// A type that is not generated, which the document names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Foreign {
    /// Its path in Rust.
    pub(crate) path: String,
    /// What the value is without that.
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

    /// Whether there is a type of the user's in it.
    pub(crate) fn is_foreign(&self) -> bool {
        match self {
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => inner.is_foreign(),
            _ => matches!(self, Type::Foreign(_)),
        }
    }
}

/// Bounds of a value, which the service checks and the docs tell: keywords of JSON Schema and their values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Limits {
    pub(crate) own: serde_json::Map<String, serde_json::Value>,
    /// Those of each item of an array, or of each value of a map.
    pub(crate) each: serde_json::Map<String, serde_json::Value>,
}
