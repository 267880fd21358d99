//! Places in `components`.

use crate::source::Pointer;

impl Pointer {
    /// Whether this is an entry of `components.schemas`, whose key is a name that the document gives.
    pub(crate) fn is_component_schema(&self) -> bool {
        matches!(self.steps(), [components, schemas, _] if components == "components" && schemas == "schemas")
    }

    /// Whether it leads to a schema in `components`, or to something in one.
    pub(crate) fn is_in_component_schema(&self) -> bool {
        matches!(self.steps(), [components, schemas, _, ..] if components == "components" && schemas == "schemas")
    }
}
