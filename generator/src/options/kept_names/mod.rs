//! Names that were chosen for an earlier version of a document.

mod read;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use serde_json::Value;

use crate::diagnostics::{Diagnostics, Reporter};
use crate::source::{Origins, Source, Sources};

/// The Rust names that were chosen for an earlier version of a document, and the choices that depend on most of its operations:
/// the headers that are settings of the client, and the error type of the crate. Ids of operations without an `operationId` are kept, too,
/// because programs call operations by name. With them, a later version does not rename what
/// both have: otherwise a new property `created_by` would take the name of the field for `createdBy`.
///
/// As text, it is YAML:
///
/// ```yaml
/// client:
///   error: ApiError
///   headers: {x-bot-id: bot_id}
///   presence: {x-bot-id: required}
/// operations:
///   getUser:
///     method: get_user
///     request: GetUser
///     inputs: {path.id: id}
///   GET /users/{}/posts:
///     id: getUsersByIdPosts
///     method: get_users_by_id_posts
/// types:
///   User:
///     name: User
///     members: {createdBy: created_by, id: id}
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptNames(BTreeMap<Owner, BTreeMap<MemberKey, String>>);

/// What has a name.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    owner: Owner,
    member: MemberKey,
}

/// Names may be long, and an owner may have many members, so its name is shared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Client,
    Operation(Arc<str>),
    Type(Arc<str>),
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct MemberKey {
    kind: NameKind,
    /// The member of the owner; empty for a name of the owner itself.
    name: String,
}

/// A kind of name, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameKind {
    /// The name of a type in the document, which is the error type of the crate; empty if there is none.
    ErrorType,
    Header,
    /// Whether the setting for a header is required or optional.
    Presence,
    Credential,
    Feature,
    /// The id of an operation that does not declare one.
    OperationId,
    Method,
    Request,
    Call,
    Response,
    Error,
    Input,
    InputSetter,
    InputNull,
    Type,
    Rest,
    Member,
    Setter,
    Null,
}

/// The sections of the file.
const SECTIONS: [&str; 3] = ["client", "operations", "types"];

/// The section of each kind, its word there, and whether it is for members, of which there may be many.
const KINDS: [(NameKind, &str, &str, bool); 19] = [
    (NameKind::ErrorType, "client", "error", false),
    (NameKind::Header, "client", "headers", true),
    (NameKind::Presence, "client", "presence", true),
    (NameKind::Credential, "client", "credentials", true),
    (NameKind::Feature, "client", "features", true),
    (NameKind::OperationId, "operations", "id", false),
    (NameKind::Method, "operations", "method", false),
    (NameKind::Request, "operations", "request", false),
    (NameKind::Call, "operations", "call", false),
    (NameKind::Response, "operations", "response", false),
    (NameKind::Error, "operations", "error", false),
    (NameKind::Input, "operations", "inputs", true),
    (NameKind::InputSetter, "operations", "setters", true),
    (NameKind::InputNull, "operations", "null-setters", true),
    (NameKind::Type, "types", "name", false),
    (NameKind::Rest, "types", "additional-properties", false),
    (NameKind::Member, "types", "members", true),
    (NameKind::Setter, "types", "setters", true),
    (NameKind::Null, "types", "null-setters", true),
];

impl NameKind {
    fn in_section(section: &str) -> impl Iterator<Item = (Self, &'static str, bool)> {
        let kinds = KINDS.iter().filter(move |kind| kind.1 == section);
        kinds.map(|(kind, _, word, is_of_members)| (*kind, *word, *is_of_members))
    }

    fn word(self) -> (&'static str, bool) {
        let kind = KINDS.iter().find(|kind| kind.0 == self);
        kind.map_or(("", false), |(_, _, word, is_of_members)| {
            (word, *is_of_members)
        })
    }

    fn allows(self, name: &str) -> bool {
        match self {
            Self::ErrorType => true,
            Self::Presence => ["required", "optional"].contains(&name),
            Self::OperationId => !name.trim().is_empty(),
            Self::Feature => {
                let is_allowed = |char: char| char.is_ascii_alphanumeric() || "-_".contains(char);
                !name.is_empty() && name.chars().all(is_allowed)
            }
            _ => syn::parse_str::<syn::Ident>(name).is_ok(),
        }
    }
}

impl Key {
    pub(crate) fn of_client(kind: NameKind, member: &str) -> Self {
        Self::new(Owner::Client, kind, member)
    }

    /// The owner is given by the key of the operation.
    pub(crate) fn of_operation(operation: &str, kind: NameKind) -> Self {
        Self::new(Owner::Operation(operation.into()), kind, "")
    }

    /// The owner is given by the key of the type.
    pub(crate) fn of_type(ty: &str, kind: NameKind) -> Self {
        Self::new(Owner::Type(ty.into()), kind, "")
    }

    /// The names of headers are compared without case.
    fn new(owner: Owner, kind: NameKind, member: &str) -> Self {
        let is_header = match kind {
            NameKind::Header | NameKind::Presence => true,
            NameKind::Input | NameKind::InputSetter | NameKind::InputNull => {
                member.starts_with("header.")
            }
            _ => false,
        };
        let name = if is_header {
            member.to_ascii_lowercase()
        } else {
            member.to_owned()
        };
        Self {
            owner,
            member: MemberKey { kind, name },
        }
    }

    /// The name of a member of the same owner.
    pub(crate) fn with_member(&self, member: &str) -> Self {
        Self::new(self.owner.clone(), self.member.kind, member)
    }

    /// The name of another kind for the same member.
    pub(crate) fn with_kind(&self, kind: NameKind) -> Self {
        Self::new(self.owner.clone(), kind, &self.member.name)
    }
}

const HEADER: &str = "\
# The Rust names of what the document has. They stay the same when the document changes.
# Written when code is generated. A name may be changed here. To have one chosen again, delete it.
";

impl KeptNames {
    /// Reads the text that [`to_yaml`](Self::to_yaml) returned.
    ///
    /// # Errors
    ///
    /// Returns all problems: a text that cannot be parsed, and lines that are not names.
    pub fn read(source: &Source) -> Result<Self, Diagnostics> {
        let reporter = Reporter::default();
        let names = read::read(source, &reporter);
        if !reporter.has_errors() {
            return Ok(names);
        }
        let sources = Sources::new(source, &[], None);
        Err(reporter.locate(&sources, &Origins::default(), &Value::default))
    }

    /// The names as text.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        let mut text = HEADER.to_owned();
        let mut last = "";
        for (owner, names) in &self.0 {
            let (section, title) = match owner {
                Owner::Client => ("client", None),
                Owner::Operation(title) => ("operations", Some(title)),
                Owner::Type(title) => ("types", Some(title)),
            };
            if section != last {
                last = section;
                let _ = writeln!(text, "{section}:");
            }
            if let Some(title) = title {
                let _ = writeln!(text, "  {}:", scalar(title));
            }
            let indent = if title.is_some() { "    " } else { "  " };
            let mut names = names.iter().peekable();
            while let Some((key, name)) = names.next() {
                let (word, is_of_members) = key.kind.word();
                if !is_of_members {
                    let _ = writeln!(text, "{indent}{word}: {}", scalar(name));
                    continue;
                }
                let mut members = vec![(key, name)];
                while let Some(member) = names.next_if(|(other, _)| other.kind == key.kind) {
                    members.push(member);
                }
                let members = members
                    .iter()
                    .map(|(key, name)| format!("{}: {}", scalar(&key.name), scalar(name)));
                let members: Vec<String> = members.collect();
                let _ = writeln!(text, "{indent}{word}: {{{}}}", members.join(", "));
            }
        }
        text
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn has_features(&self) -> bool {
        let names = self.0.get(&Owner::Client);
        names.is_some_and(|names| names.keys().any(|key| key.kind == NameKind::Feature))
    }

    /// The names of operations and types.
    pub(crate) fn without_client(&self) -> Self {
        let mut names = self.clone();
        names.0.remove(&Owner::Client);
        names
    }

    /// The names of what has a name in `others`, too.
    pub(crate) fn only(&self, others: &Self) -> Self {
        let mut names = self.clone();
        names.0.retain(|owner, names| {
            let others = others.0.get(owner);
            names.retain(|key, _| others.is_some_and(|others| others.contains_key(key)));
            !names.is_empty()
        });
        names
    }

    pub(crate) fn get(&self, key: &Key) -> Option<&str> {
        self.0.get(&key.owner)?.get(&key.member).map(String::as_str)
    }

    /// The ids of operations that do not declare one, by the keys of the operations.
    pub(crate) fn operation_ids(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(owner, names)| {
            let Owner::Operation(key) = owner else {
                return None;
            };
            let id = names
                .iter()
                .find(|(member, _)| member.kind == NameKind::OperationId);
            Some((&**key, id?.1.as_str()))
        })
    }

    pub(crate) fn remove(&mut self, key: &Key) -> Option<String> {
        self.0.get_mut(&key.owner)?.remove(&key.member)
    }

    /// Adds a name, unless there is one.
    pub(crate) fn insert(&mut self, key: Key, name: String) {
        let names = self.0.entry(key.owner).or_default();
        names.entry(key.member).or_insert(name);
    }

    pub(crate) fn extend(&mut self, other: Self) {
        for (owner, names) in other.0 {
            self.0.entry(owner).or_default().extend(names);
        }
    }
}

/// A string within a flow mapping: without quotes if every reader of YAML takes it for a string.
fn scalar(text: &str) -> String {
    let is_word = |char: char| char.is_ascii_alphanumeric() || "_-.".contains(char);
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(is_word)
        && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
            .contains(&&*text.to_ascii_lowercase());
    if is_plain {
        return text.to_owned();
    }
    let mut quoted = "\"".to_owned();
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            ' '..='~' => quoted.push(char),
            _ => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(char));
            }
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        let mut names = KeptNames::default();
        let strange = [
            "a",
            "",
            "yes",
            "Null",
            "1",
            "1.5",
            "-",
            "a: b",
            "{x}",
            "a, b",
            "\"",
            "\\",
            "'",
            "é",
            "\u{1}",
            "\u{2028}",
            "\u{1f600}",
            "#",
            "a\nb",
            " ",
            "~",
            "*x",
            "&x",
            "!x",
            "%",
            "@",
            "`",
        ];
        for text in strange {
            names.insert(Key::of_type(text, NameKind::Type), "Name".to_owned());
            for kind in [NameKind::Member, NameKind::Null] {
                names.insert(
                    Key::of_type(text, kind).with_member(text),
                    "name".to_owned(),
                );
            }
            names.insert(
                Key::of_operation(text, NameKind::Input).with_member(text),
                "r#type".to_owned(),
            );
            names.insert(
                Key::of_client(NameKind::Feature, text),
                "user-api".to_owned(),
            );
        }
        names.insert(Key::of_client(NameKind::ErrorType, ""), "a b".to_owned());
        let text = names.to_yaml();
        let read = KeptNames::read(&Source::new("names.yaml", &*text));
        assert_eq!(
            read.unwrap_or_else(|error| panic!("{error}\n{text}")),
            names
        );
    }

    #[test]
    fn each_problem_is_reported_with_a_line_that_is_valid() {
        let text = "
client: {headers: x, presence: {x-a: never}}
types:
  User: {name: 1, members: {a: 'b c', d: d}, colour: red}
operations: []
other: {}
";
        let problems = KeptNames::read(&Source::new("names.yaml", text)).unwrap_err();
        let problems = problems
            .iter()
            .map(|problem| format!("{}\n  {}\n", problem.message, problem.help));
        let expected = "\
\"x\" is not an object with names
  write it like `headers: {userId: user_id}`, or delete it: names that are missing are chosen again
\"never\" is not `required` or `optional`
  write it like `x-a: required`, or delete it: names that are missing are chosen again
1 is not a name in Rust
  write it like `name: GetUser`, or delete it: names that are missing are chosen again
\"b c\" is not a name in Rust
  write it like `a: user_id`, or delete it: names that are missing are chosen again
`colour` is not one of `name`, `additional-properties`, `members`, `setters`, `null-setters`
  write it like `name: User`, or delete it: names that are missing are chosen again
[] is not an object with names
  write it like `getUser: {method: get_user, inputs: {path.id: id}}`, or delete it: names that are missing are chosen again
`other` is not one of `client`, `operations`, `types`
  write it like `operations: {getUser: {method: get_user}}`, or delete it: names that are missing are chosen again
";
        assert_eq!(problems.collect::<String>(), expected);
    }
}
