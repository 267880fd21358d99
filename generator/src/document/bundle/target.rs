//! Targets of references.

use serde_json::Value;

use super::path::{self, Destination};
use super::{Bundler, InFile};
use crate::diagnostics::Code;
use crate::document::grammar::Reference;
use crate::document::near::{DEFINE, meant, nearest_node};
use crate::source::Pointer;

const BUNDLE: &str =
    "bundle the files into one document first, for example with `npx @redocly/cli bundle FILE`";

impl Bundler<'_, '_> {
    /// The target of a reference that appears at `from` in a file. Reports references that leave the attached files.
    pub(super) fn target(
        &mut self,
        reference: &Reference,
        file: usize,
        from: &Pointer,
    ) -> Option<InFile> {
        let text = reference.text.as_str();
        let (base, fragment) = text.split_once('#').unwrap_or((text, ""));
        if is_mapping(&reference.at) && is_name(text) {
            // The name of a schema, in the file with the mapping.
            let schema = Pointer::root()
                .join("components")
                .join("schemas")
                .join(text);
            let named = (file, schema);
            return (file != 0 && self.value(&named).is_some()).then_some(named);
        }
        let (there, root) = self.base(reference, base, file, from)?;
        if fragment.is_empty() {
            return Some((there, root));
        }
        if let Some(pointer) = Pointer::from_fragment(&format!("#{fragment}")) {
            return Some((there, self.within(there, &root, base, &pointer, from)));
        }
        let near = if there == file { from } else { &root };
        if let Some(pointer) = self.identifiers.anchor(fragment, there, near) {
            return Some((there, pointer.clone()));
        }
        let message = format!("`{text}` does not exist: no schema has the `$anchor` `{fragment}`");
        self.error(Code::UnresolvedReference, reference, message, DEFINE);
        None
    }

    /// The file, or the schema with an `$id`, that the part of a reference before `#` refers to.
    fn base(
        &mut self,
        reference: &Reference,
        base: &str,
        file: usize,
        from: &Pointer,
    ) -> Option<InFile> {
        if base.is_empty() {
            return Some((file, Pointer::root()));
        }
        if let Some(named) = self.identifiers.id(base, file, from) {
            return Some(named.clone());
        }
        let text = &reference.text;
        match path::resolve(&self.files[file].source.name, base) {
            Destination::File(name) => {
                let found = |name: &str| {
                    let mut files = self.files.iter();
                    files.position(|file| path::normal(&file.source.name) == name)
                };
                if let Some(found) = found(&name) {
                    return Some((found, Pointer::root()));
                }
                let refusal = self.files[0].source.refusal(&name);
                let (reason, help) = match refusal {
                    Some(refusal) => (&*refusal.reason, &*refusal.help),
                    None => ("is not available", "put the file there, or fix the `$ref`"),
                };
                let message = format!("`{text}` refers to the file `{name}`, which {reason}");
                self.error(Code::ExternalReference, reference, message, help);
                self.missing.insert(name);
            }
            Destination::Url => {
                let message = format!("`{text}` refers to the network, which is not accessed");
                self.error(Code::RemoteReference, reference, message, BUNDLE);
            }
            Destination::Absolute => {
                let message = format!("`{text}` is not a path relative to this file");
                self.error(Code::ExternalReference, reference, message, BUNDLE);
            }
        }
        None
    }

    /// A pointer is relative to the schema with an `$id` that contains it, but in many documents it is relative to the root.
    fn within(
        &self,
        file: usize,
        root: &Pointer,
        base: &str,
        pointer: &Pointer,
        from: &Pointer,
    ) -> Pointer {
        let rooted = root.extended(pointer.steps());
        if !base.is_empty() || self.value(&(file, rooted.clone())).is_some() {
            return rooted;
        }
        let resource = self.identifiers.resource(file, from);
        let inner = resource.map(|(resource, _)| resource.extended(pointer.steps()));
        inner
            .filter(|inner| self.value(&(file, inner.clone())).is_some())
            .unwrap_or(rooted)
    }

    /// Follows a chain of references to its end. Reports references that are unresolved or circular.
    pub(super) fn end_of_chain(&mut self, reference: &Reference, target: InFile) -> Option<InFile> {
        let mut seen = Vec::new();
        let mut target = target;
        loop {
            let Some(value) = self.value(&target) else {
                self.unresolved(reference, &target);
                return None;
            };
            let Some(next) = value.get("$ref").and_then(Value::as_str) else {
                return Some(target);
            };
            let next = Reference {
                text: next.to_owned(),
                ..reference.clone()
            };
            if seen.contains(&target) {
                let message = format!("`{}` is a circular reference", reference.text);
                let help = "make one of the references point to a definition";
                self.error(Code::CircularReference, reference, message, help);
                return None;
            }
            let (file, from) = match &target {
                (0, pointer) if self.pointed.contains(&pointer.join("$ref")) => {
                    let next = Pointer::from_fragment(&next.text)?;
                    seen.push(std::mem::replace(&mut target, (0, next)));
                    continue;
                }
                // A node of the document may itself come from another file.
                (0, pointer) => self.origins.of(pointer),
                other => other.clone(),
            };
            seen.push(target);
            target = self.target(&next, file, &from)?;
        }
    }

    pub(super) fn unresolved(&self, reference: &Reference, (file, pointer): &InFile) {
        let message = match file {
            0 => format!("`{}` does not exist in this document", reference.text),
            file => {
                let name = &self.files[*file].source.name;
                format!("`{}` does not exist in `{name}`", reference.text)
            }
        };
        let root = self.value(&(*file, Pointer::root()));
        let near = root.and_then(|root| nearest_node(root, pointer, self.reporter));
        let help = near.map(|near| meant(&near.to_fragment()));
        let help = help.as_deref().unwrap_or(DEFINE);
        self.error(Code::UnresolvedReference, reference, message, help);
    }
}

/// Whether a reference is a value in a discriminator's mapping, which may also be the name of a schema.
fn is_mapping(at: &Pointer) -> bool {
    matches!(at.steps(), [.., discriminator, mapping, _] if discriminator == "discriminator" && mapping == "mapping")
}

fn is_name(text: &str) -> bool {
    let is_file = [".yaml", ".yml", ".json"]
        .iter()
        .any(|extension| text.ends_with(extension));
    !text.contains('#') && !is_file && !path::has_scheme(text)
}
