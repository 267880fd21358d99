//! Pointers into `components`.

use crate::source::Pointer;

impl Pointer {
    /// Whether this is an entry of `components.schemas`, whose key is a name given by the document.
    pub(crate) fn is_component_schema(&self) -> bool {
        matches!(self.steps(), [components, schemas, _] if components == "components" && schemas == "schemas")
    }

    /// Whether this is a schema in `components`, or a node inside one.
    pub(crate) fn is_in_component_schema(&self) -> bool {
        matches!(self.steps(), [components, schemas, _, ..] if components == "components" && schemas == "schemas")
    }
}
