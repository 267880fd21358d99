//! Flat JSON input: parameters and body properties together, under the names of the document.

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::InputError;
use crate::Nullable;
use crate::client::CallSettings;
use crate::client::decode_error::decode_json;
use crate::model::Object;
use crate::model::dropped_members::dropped_members;
use crate::model::json::to_text;

/// A request that can be created from flat JSON input. Generated code implements it.
pub trait FromInput: Sized {
    /// Takes the inputs of the operation.
    fn from_input(input: &mut Input) -> Result<Self, InputError>;
}

/// Flat JSON input, from which an operation takes its inputs.
#[derive(Clone, Debug)]
pub struct Input {
    members: Map<String, Value>,
}

impl Input {
    pub(super) fn new(input: Value) -> Result<Self, InputError> {
        match input {
            Value::Object(members) => Ok(Self { members }),
            _ => Err(InputError::NotAnObject),
        }
    }

    /// The names of the members that are left.
    pub(super) fn names(&self) -> Vec<String> {
        self.members.keys().cloned().collect()
    }

    /// A required member.
    pub fn required<T: DeserializeOwned + Serialize>(
        &mut self,
        name: &'static str,
    ) -> Result<T, InputError> {
        let text = self.take(name).ok_or(InputError::Missing { name })?;
        decode(name, &text)
    }

    /// A member that may be absent or `null`.
    pub fn optional<T: DeserializeOwned + Serialize>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, InputError> {
        self.take(name).map_or(Ok(None), |text| decode(name, &text))
    }

    /// A required member that may be `null`.
    pub fn nullable<T: DeserializeOwned + Serialize>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, InputError> {
        self.required(name)
    }

    /// A member that may be absent, `null` or a value.
    pub fn optional_nullable<T: DeserializeOwned + Serialize>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<Nullable<T>>, InputError> {
        self.take(name).map(|text| decode(name, &text)).transpose()
    }

    /// A body that is one argument, from its members that are present. Some are `renamed` in the input: pairs of the name
    /// in the body and the name in the input.
    ///
    /// A body with additional members takes all other members without a qualified name.
    pub fn object<T: Object + DeserializeOwned + Serialize>(
        &mut self,
        renamed: &[(&'static str, &'static str)],
    ) -> Result<T, InputError> {
        let body = decode_body(self.take_object::<T>(renamed));
        let bare = || {
            let mut names = renamed.iter().map(|(name, _)| *name);
            names.find(|name| self.members.contains_key(*name))
        };
        body.map_err(|error| bare().map_or(error, InputError::unknown))
    }

    /// The same for an optional body, which is absent if all its members are.
    pub fn optional_object<T: Object + DeserializeOwned + Serialize>(
        &mut self,
        renamed: &[(&'static str, &'static str)],
    ) -> Result<Option<T>, InputError> {
        let body = self.take_object::<T>(renamed);
        if body.is_empty() {
            return Ok(None);
        }
        decode_body(body).map(Some)
    }

    fn take_object<T: Object>(
        &mut self,
        renamed: &[(&'static str, &'static str)],
    ) -> Map<String, Value> {
        let mut body = Map::new();
        for member in T::MEMBERS {
            let name = renamed.iter().find(|(renamed, _)| renamed == member);
            let name = name.map_or(*member, |(_, name)| *name);
            let value = self.members.remove(name);
            body.extend(value.map(|value| ((*member).to_owned(), value)));
        }
        if T::OPEN {
            let is_other = |name: &str| {
                let prefix = name.split_once('.').map(|(prefix, _)| prefix);
                prefix.is_some_and(|prefix| ["query", "header", "body"].contains(&prefix))
                    || renamed.iter().any(|(renamed, _)| *renamed == name)
            };
            let left = std::mem::take(&mut self.members);
            let (kept, others) = left.into_iter().partition(|(name, _)| is_other(name));
            self.members = kept;
            body.extend::<Map<_, _>>(others);
        }
        body
    }

    /// The error for a missing member with a qualified name, if the member is there without the qualification.
    pub(super) fn explained(&self, error: InputError) -> InputError {
        let bare = match &error {
            InputError::Missing { name } => name.split_once('.').map(|(_, bare)| bare),
            _ => None,
        };
        match bare.filter(|bare| self.members.contains_key(*bare)) {
            Some(bare) => InputError::unknown(bare),
            None => error,
        }
    }

    fn take(&mut self, name: &str) -> Option<Vec<u8>> {
        self.members
            .remove(name)
            .map(|value| value.to_string().into_bytes())
    }

    /// Takes a header of the client, under its name or its qualified name. `null` is an empty value: whoever writes it must not
    /// get the value of the client.
    pub(super) fn header(&mut self, name: &'static str) -> Result<Option<String>, InputError> {
        let qualified = format!("header.{name}");
        let (qualified, bare) = (self.members.remove(&qualified), self.members.remove(name));
        if qualified.is_some() && bare.is_some() {
            return Err(InputError::Repeated { name });
        }
        match qualified.or(bare) {
            None => Ok(None),
            Some(Value::Null) => Ok(Some(String::new())),
            Some(value) => decode(name, value.to_string().as_bytes()).map(Some),
        }
    }

    /// Adds the remaining members to the call if their names are qualified. Other remaining members are errors.
    pub(super) fn finish(self, settings: &mut CallSettings) -> Result<(), InputError> {
        for (name, value) in self.members {
            match name.split_once('.') {
                Some(("query", parameter)) => {
                    for string in strings(&name, &value)? {
                        settings.query.push((parameter.to_owned(), string));
                    }
                }
                Some(("header", header)) => {
                    let string = strings(&name, &value)?.join(",");
                    settings.headers.push((header.to_owned(), string));
                }
                Some(("body", property)) => settings.add_property(property, &value),
                _ => return Err(InputError::Unknown { name }),
            }
        }
        Ok(())
    }
}

/// A scalar or an array of scalars, as strings in a query or a header.
fn strings(name: &str, value: &Value) -> Result<Vec<String>, InputError> {
    match value {
        Value::Array(items) => items.iter().map(|item| string(name, item)).collect(),
        Value::Null => Ok(Vec::new()),
        scalar => string(name, scalar).map(|string| vec![string]),
    }
}

fn string(name: &str, value: &Value) -> Result<String, InputError> {
    match value {
        Value::String(string) => Ok(string.clone()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        _ => Err(InputError::NotScalar {
            name: name.to_owned(),
        }),
    }
}

fn decode<T: DeserializeOwned + Serialize>(
    name: &'static str,
    text: &[u8],
) -> Result<T, InputError> {
    let value = decode_json(text).map_err(|error| InputError::Invalid { name, error })?;
    match dropped(text, to_text(&value)) {
        None => Ok(value),
        Some(path) => Err(InputError::Unknown {
            name: name.to_owned() + &path,
        }),
    }
}

fn decode_body<T: DeserializeOwned + Serialize>(
    members: Map<String, Value>,
) -> Result<T, InputError> {
    let text = Value::Object(members).to_string().into_bytes();
    let value = decode_json(&text).map_err(InputError::Body)?;
    match dropped(&text, to_text(&value)) {
        None => Ok(value),
        Some(path) => Err(InputError::Unknown {
            name: path.trim_start_matches('.').to_owned(),
        }),
    }
}

/// The path of a member that is lost when the value is decoded. A response may contain unknown members, but in an input
/// they are mistakes.
fn dropped(given: &[u8], kept: serde_json::Result<Vec<u8>>) -> Option<String> {
    let parse = |text: &[u8]| serde_json::from_slice::<Value>(text).ok();
    let mut paths = dropped_members(&parse(given)?, &parse(&kept.ok()?)?);
    (!paths.is_empty()).then(|| paths.swap_remove(0))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    #[test]
    fn input_gives_what_is_asked_for() {
        let mut input =
            Input::new(json!({"a": 1, "b": null, "c": "x", "header.x-h": "q"})).unwrap();
        assert_eq!(input.required::<u8>("a"), Ok(1));
        assert_eq!(
            input.required::<u8>("a"),
            Err(InputError::Missing { name: "a" })
        );
        assert_eq!(input.clone().optional::<u8>("b"), Ok(None));
        assert_eq!(input.clone().nullable::<u8>("b"), Ok(None));
        assert_eq!(input.optional_nullable::<u8>("b"), Ok(Some(Nullable::Null)));
        assert_eq!(input.optional_nullable::<u8>("b"), Ok(None));
        assert_eq!(
            input.nullable::<u8>("b"),
            Err(InputError::Missing { name: "b" })
        );
        assert_eq!(input.header("x-h"), Ok(Some("q".to_owned())));
        assert_eq!(
            input.clone().finish(&mut CallSettings::default()),
            Err(InputError::Unknown {
                name: "c".to_owned()
            })
        );
        let error = input.required::<Vec<u8>>("c").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("invalid input member `c`: invalid type: string \"x\""),
            "{error}"
        );
        assert_eq!(input.finish(&mut CallSettings::default()), Ok(()));
        assert_eq!(Input::new(json!([])).unwrap_err(), InputError::NotAnObject);
    }

    #[test]
    fn a_body_is_made_of_its_members() {
        #[derive(Clone, Debug, PartialEq)]
        struct Closed {
            id: u8,
        }
        crate::object!(Closed { required id: "id" });
        #[derive(Clone, Debug, PartialEq)]
        struct Open {
            id: u8,
            rest: BTreeMap<String, u8>,
        }
        crate::object!(Open { required id: "id", ..rest });

        let renamed = [("id", "body.id")];
        let open = json!({"body.id": 2, "other": 3, "query.q": 4});
        let body: Open = Input::new(open).unwrap().object(&renamed).unwrap();
        let bare = Input::new(json!({"id": 2, "other": 3})).unwrap();
        let name = "id".to_owned();
        assert_eq!(
            bare.clone().object::<Open>(&renamed).unwrap_err(),
            InputError::Unknown { name: name.clone() }
        );
        let missing = InputError::Missing { name: "query.id" };
        assert_eq!(bare.explained(missing), InputError::Unknown { name });
        let rest = BTreeMap::from([("other".to_owned(), 3)]);
        assert_eq!(body, Open { id: 2, rest });
        let mut input = Input::new(json!({"id": 1, "body.id": 2})).unwrap();
        assert_eq!(input.clone().object(&renamed), Ok(Closed { id: 2 }));
        assert_eq!(input.optional_object(&renamed), Ok(Some(Closed { id: 2 })));
        assert_eq!(input.optional_object::<Closed>(&renamed), Ok(None));
        assert!(input.object::<Closed>(&renamed).is_err());
        assert_eq!(
            input.finish(&mut CallSettings::default()),
            Err(InputError::Unknown {
                name: "id".to_owned()
            })
        );
    }

    #[test]
    fn inputs_that_are_not_in_the_document_name_their_location() {
        let mut settings = CallSettings::default();
        let input = json!({"query.n": [1, "a b", true], "header.x-t": "t", "body.a.b": {"c": null}, "query.none": null});
        Input::new(input).unwrap().finish(&mut settings).unwrap();
        let query = [("n", "1"), ("n", "a b"), ("n", "true")];
        assert_eq!(
            settings.query,
            query.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        assert_eq!(settings.headers, [("x-t".to_owned(), "t".to_owned())]);
        assert_eq!(
            settings.properties,
            [("a.b".to_owned(), Ok(json!({"c": null})))]
        );
        let wrong = Input::new(json!({"query.n": {"a": 1}})).unwrap();
        assert_eq!(
            wrong.finish(&mut settings),
            Err(InputError::NotScalar {
                name: "query.n".to_owned()
            })
        );
    }
}
