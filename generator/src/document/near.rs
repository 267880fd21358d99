//! Nodes that a broken reference was probably meant for.

use serde_json::{Value, json};

use super::Node;
use crate::diagnostics::Reporter;
use crate::source::Pointer;

/// Help for a reference to something that does not exist and resembles nothing that does.
pub(super) const DEFINE: &str = "define it, or fix the `$ref`";

/// Help for a reference that resembles one to something that exists.
pub(super) fn meant(near: &str) -> String {
    format!("fix the `$ref` (did you mean `{near}`?), or define it")
}

/// The smallest definition of a schema or response that is missing in the document.
pub(super) fn smallest(pointer: &Pointer) -> Option<Value> {
    let [components, section, name] = pointer.steps() else {
        return None;
    };
    let definition = match section.as_str() {
        "schemas" => json!({}),
        "responses" => json!({"description": name}),
        _ => return None,
    };
    (components == "components").then(|| json!({"components": {section: {name: definition}}}))
}

impl<'d> Node<'d> {
    /// Another node of the document.
    pub(crate) fn other(&self, pointer: &Pointer) -> Option<Node<'d>> {
        self.document.node(pointer)
    }

    /// The node that this one refers to by a misspelled pointer, unless it comes from another file, where it has another pointer.
    pub(super) fn nearest(&self, pointer: &Pointer, reporter: &Reporter) -> Option<Pointer> {
        let near = nearest_node(&self.document.root, pointer, reporter)?;
        let is_written = self.origin_of(&near) == (0, near.clone());
        (is_written && near != self.pointer).then_some(near)
    }
}

/// The existing node whose pointer differs from this one only in a misspelled name.
pub(super) fn nearest_node(
    root: &Value,
    pointer: &Pointer,
    reporter: &Reporter,
) -> Option<Pointer> {
    let steps = pointer.steps();
    let known = (0..steps.len()).rev().find_map(|end| {
        let above = Pointer::root().extended(&steps[..end]);
        Some((above.find(root)?.as_object()?, above, end))
    });
    let (members, above, end) = known?;
    let name = reporter.nearest(&steps[end], members.keys().map(String::as_str))?;
    let near = above.join(name).extended(&steps[end + 1..]);
    near.find(root).is_some().then_some(near)
}
