//! Types of values that must have several types at once.

use super::Lowering;
use super::number::range;
use crate::api::{ConstantKind, Shape, Type};

impl Lowering<'_, '_> {
    /// The type of the values that have both types, as far as one of them is a part of the other; `None` if neither is.
    pub(super) fn narrower(&self, one: &Type, other: &Type) -> Option<Type> {
        let inner = |one: &Type, other: &Type| self.narrower(one, other).map(Box::new);
        Some(match (one, other) {
            (Type::Array(one), Type::Array(other)) => Type::Array(inner(one, other)?),
            (Type::Map(one), Type::Map(other)) => Type::Map(inner(one, other)?),
            (Type::Nullable(one), Type::Nullable(other)) => Type::Nullable(inner(one, other)?),
            (Type::Nullable(one), other) | (other, Type::Nullable(one)) => {
                self.narrower(one, other)?
            }
            _ if self.includes(other, one) => one.clone(),
            _ if self.includes(one, other) => other.clone(),
            _ => return None,
        })
    }

    /// Whether each value of `inner` is one of `outer`.
    fn includes(&self, outer: &Type, inner: &Type) -> bool {
        let constants = |ty: &Type| match self.types.shape(ty.named()?)? {
            Shape::Enumeration(enumeration) => Some(enumeration.kind),
            Shape::StringNewtype => Some(ConstantKind::String),
            Shape::Object(_) | Shape::Union(_) => None,
        };
        match (outer, inner) {
            (outer, inner) if outer == inner => true,
            (Type::Any, _)
            | (_, Type::External(_))
            | (Type::Number, Type::Integer(_))
            | (Type::String, Type::Timestamp | Type::Date | Type::Binary)
            | (Type::FreeObject, Type::Map(_)) => true,
            (Type::Integer(outer), Type::Integer(inner)) => {
                let ((low, high), (least, greatest)) = (range(*outer), range(*inner));
                low <= least && greatest <= high
            }
            (Type::String, Type::Named(_)) => constants(inner) == Some(ConstantKind::String),
            (Type::Boolean, Type::Named(_)) => constants(inner) == Some(ConstantKind::Boolean),
            (Type::Integer(_) | Type::Number, Type::Named(_)) => {
                constants(inner) == Some(ConstantKind::Integer)
            }
            _ => false,
        }
    }
}
