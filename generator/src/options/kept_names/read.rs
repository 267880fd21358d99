//! Reads the kept names.

use serde_json::{Map, Value};

use super::{KeptNames, Key, NameKind, Owner, SECTIONS, scalar};
use crate::diagnostics::{Code, Location, Problem, Reporter};
use crate::source::{Pointer, Source, parse};

pub(super) fn read(source: &Source, reporter: &Reporter) -> KeptNames {
    let mut reader = Reader {
        names: KeptNames::default(),
        reporter,
    };
    reader.file(source);
    reader.names
}

struct Reader<'r> {
    names: KeptNames,
    reporter: &'r Reporter,
}

impl Reader<'_> {
    fn report(&self, at: &Pointer, message: String, line: &str) {
        let location = Location::Source(0, at.clone());
        let help = format!(
            "write it like `{line}`, or delete it: names that are missing are chosen again"
        );
        self.reporter
            .report(Problem::error(Code::Options, location, message, help));
    }

    fn file(&mut self, source: &Source) {
        let root = match parse(source) {
            Ok(Value::Null) => return,
            Ok(root) => root,
            Err(error) => {
                self.reporter.report(Problem::unreadable(error, 0));
                return;
            }
        };
        let line = "operations: {getUser: {method: get_user}}";
        let Some(sections) = self.object(&root, &Pointer::root(), line) else {
            return;
        };
        for (section, value) in sections {
            let at = Pointer::root().join(section.as_str());
            let owner = match section.as_str() {
                "client" => {
                    self.item(&Owner::Client, "client", value, &at);
                    continue;
                }
                "operations" => |title: &str| Owner::Operation(title.into()),
                "types" => |title: &str| Owner::Type(title.into()),
                _ => {
                    let sections = SECTIONS.map(|section| format!("`{section}`")).join(", ");
                    let message = format!("`{section}` is not one of {sections}");
                    self.report(&at, message, line);
                    continue;
                }
            };
            let line = match section.as_str() {
                "types" => "User: {name: User, members: {createdAt: created_at}}",
                _ => "getUser: {method: get_user, inputs: {path.id: id}}",
            };
            for (title, item) in self.object(value, &at, line).into_iter().flatten() {
                self.item(&owner(title), section, item, &at.join(title.as_str()));
            }
        }
    }

    /// The names of the client, an operation or a type.
    fn item(&mut self, owner: &Owner, section: &str, value: &Value, at: &Pointer) {
        let words = NameKind::in_section(section);
        let words: Vec<_> = words.map(|(_, word, _)| format!("`{word}`")).collect();
        let line = match owner {
            Owner::Client => "headers: {x-tenant-id: tenant_id}",
            Owner::Operation(_) => "method: get_user",
            Owner::Type(_) => "name: User",
        };
        for (word, value) in self.object(value, at, line).into_iter().flatten() {
            let at = at.join(word.as_str());
            let kind = NameKind::in_section(section).find(|(_, known, _)| known == word);
            match kind {
                None => {
                    let message = format!("`{word}` is not one of {}", words.join(", "));
                    self.report(&at, message, line);
                }
                Some((kind, _, false)) => {
                    self.name(Key::new(owner.clone(), kind, ""), word, value, &at);
                }
                Some((kind, _, true)) => {
                    let line = format!("{word}: {{userId: user_id}}");
                    for (member, value) in self.object(value, &at, &line).into_iter().flatten() {
                        let key = Key::new(owner.clone(), kind, member);
                        self.name(key, member, value, &at.join(member.as_str()));
                    }
                }
            }
        }
    }

    fn name(&mut self, key: Key, title: &str, value: &Value, at: &Pointer) {
        match value.as_str() {
            Some(name) if key.member.kind.allows(name) => self.names.insert(key, name.to_owned()),
            _ => {
                let example = match key.member.kind {
                    NameKind::Feature => "user-api",
                    NameKind::Presence => "required",
                    NameKind::Type | NameKind::Request => "GetUser",
                    NameKind::OperationId => "getUsersById",
                    _ => "user_id",
                };
                let line = format!("{}: {example}", scalar(title));
                let what = match key.member.kind {
                    NameKind::Feature => "the name of a Cargo feature",
                    NameKind::OperationId => "the id of an operation",
                    NameKind::Presence => "`required` or `optional`",
                    _ => "a name in Rust",
                };
                self.report(at, format!("{value} is not {what}"), &line);
            }
        }
    }

    fn object<'v>(
        &self,
        value: &'v Value,
        at: &Pointer,
        line: &str,
    ) -> Option<&'v Map<String, Value>> {
        let members = value.as_object();
        if members.is_none() {
            self.report(at, format!("{value} is not an object with names"), line);
        }
        members
    }
}
