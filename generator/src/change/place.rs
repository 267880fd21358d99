//! Places in the documents.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::{Side, words};
use crate::api::{Constant, Operation};
use crate::source::{Pointer, Positions};

/// A place in a document, or in an overlay of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Place {
    /// Name of the source.
    pub file: String,
    /// Line in that source, from 1.
    pub line: usize,
    /// Column in that line, from 1, in characters.
    pub column: usize,
    /// JSON pointer to the place, as a URI fragment.
    pub pointer: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// The positions of all places that changes mention, found in one pass over each source.
pub(super) struct Places<'a> {
    side: &'a Side<'a>,
    /// By the index of their source.
    positions: Vec<Positions>,
}

impl<'a> Places<'a> {
    pub(super) fn find<'p>(side: &'a Side<'a>, wanted: impl Iterator<Item = &'p Pointer>) -> Self {
        let origins = side.document.origins();
        let wanted: Vec<(usize, Pointer)> = wanted.map(|pointer| origins.of(pointer)).collect();
        let sources = side.sources.all().iter().enumerate();
        let positions = sources.map(|(index, source)| {
            let here = wanted.iter().filter(|(source, _)| *source == index);
            Positions::of(source, here.map(|(_, pointer)| pointer))
        });
        Self {
            side,
            positions: positions.collect(),
        }
    }

    pub(super) fn of(&self, pointer: &Pointer) -> Place {
        let (source, pointer) = self.side.document.origins().of(pointer);
        let position = self.positions[source].nearest(&pointer);
        Place {
            file: self.side.sources.all()[source].name.clone(),
            line: position.line,
            column: position.column,
            pointer: pointer.to_fragment(),
        }
    }
}

impl Side<'_> {
    /// The schema of a property, which may be in a part of the object's schema.
    pub(super) fn property_at(&self, object: &Pointer, name: &str) -> Pointer {
        self.find(object, &|schema| {
            let property = schema.join("properties").join(name);
            property
                .find(self.document.root().value)
                .is_some()
                .then_some(property)
        })
    }

    /// A value in the list of an enumeration.
    pub(super) fn value_at(&self, schema: &Pointer, value: &Constant) -> Pointer {
        self.find(schema, &|schema| {
            let listed = schema.join("enum");
            let values = listed.find(self.document.root().value)?.as_array()?;
            let index = values.iter().position(|listed| match value {
                Constant::String(text) => listed == text,
                Constant::Integer(number) => listed == number,
                Constant::Boolean(boolean) => listed == boolean,
            })?;
            Some(listed.join(index.to_string()))
        })
    }

    /// The content of the body of an operation.
    fn body_at(&self, operation: &Pointer) -> Pointer {
        self.find(&operation.join("requestBody"), &|at| {
            let body = at.find(self.document.root().value)?;
            body.get("content").map(|_| at.join("content"))
        })
    }

    /// The schema of the body of an operation, behind references.
    pub(super) fn body_schema_at(&self, operation: &Operation) -> Option<Pointer> {
        let root = self.document.root().value;
        let content = self.body_at(&operation.at);
        let schema = content.join(words::media_type(operation)?).join("schema");
        let schema = self.resolved(&schema);
        schema.find(root).is_some().then_some(schema)
    }

    /// A schema behind references.
    pub(super) fn resolved(&self, schema: &Pointer) -> Pointer {
        self.find(schema, &|at| {
            let schema = at.find(self.document.root().value)?;
            schema.get("$ref").is_none().then(|| at.clone())
        })
    }

    /// A property of the object in the body of an operation.
    pub(super) fn body_property_at(&self, operation: &Pointer, name: &str) -> Pointer {
        let root = self.document.root().value;
        let body = self.body_at(operation);
        let types = body.find(root).and_then(Value::as_object);
        for media_type in types
            .into_iter()
            .flatten()
            .map(|(media_type, _)| media_type)
        {
            let schema = body.join(media_type).join("schema");
            let found = self.property_at(&schema, name);
            if found != schema {
                return found;
            }
        }
        operation.join("requestBody")
    }

    /// Searches a schema and its parts; the schema itself if there is nothing.
    fn find(&self, schema: &Pointer, at: &dyn Fn(&Pointer) -> Option<Pointer>) -> Pointer {
        let mut open = vec![schema.clone()];
        let mut seen = 0;
        while let Some(pointer) = open.pop() {
            if let Some(found) = at(&pointer) {
                return found;
            }
            seen += 1;
            let Some(value) = pointer.find(self.document.root().value) else {
                continue;
            };
            let target = value.get("$ref").and_then(Value::as_str);
            open.extend(target.and_then(Pointer::from_fragment));
            for keyword in ["allOf", "anyOf", "oneOf"] {
                let parts = value.get(keyword).and_then(Value::as_array);
                let parts = parts.map_or(0, Vec::len);
                open.extend((0..parts).map(|index| pointer.join(keyword).join(index.to_string())));
            }
            // A schema may contain itself.
            if seen > 100 {
                break;
            }
        }
        schema.clone()
    }

    /// A parameter of an operation, which its path may declare as well.
    pub(super) fn parameter_at(&self, operation: &Pointer, location: &str, name: &str) -> Pointer {
        let root = self.document.root();
        let around = operation.parent();
        for owner in [Some(operation), around.as_ref()].into_iter().flatten() {
            let list = owner.join("parameters");
            let count = list.find(root.value).and_then(Value::as_array);
            for index in 0..count.map_or(0, Vec::len) {
                let pointer = list.join(index.to_string());
                let found = self.find(&pointer, &|at| {
                    let value = at.find(root.value)?;
                    let is = |key: &str, expected: &str| {
                        value.get(key).and_then(Value::as_str) == Some(expected)
                    };
                    (is("name", name) && is("in", location)).then(|| at.clone())
                });
                if found
                    .find(root.value)
                    .is_some_and(|value| value.get("name").is_some_and(|found| found == name))
                {
                    return found;
                }
            }
        }
        operation.clone()
    }
}
