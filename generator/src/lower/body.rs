//! Request bodies.

use super::types::Scope;
use super::{Lowering, media};
use crate::api::{Body, Parameter, ParameterPlace, Property, Shape, Type};
use crate::document::{Child, Node};

/// With more required inputs than this, a call would be a riddle: the body becomes one argument.
const MOST_ARGUMENTS: usize = 5;

const CHILDREN: &[(&str, Child)] = &[("content", Child::Empty)];

impl<'d> Lowering<'_, 'd> {
    /// `None` if there is a body that can't be expressed, `Some(None)` if there is none.
    #[expect(
        clippy::option_option,
        reason = "a body may be missing, and it may be wrong"
    )]
    pub(super) fn body(
        &mut self,
        operation: &Node<'d>,
        parameters: &[Parameter],
        scope: &Scope,
    ) -> Option<Option<Body>> {
        let Some(node) = operation.get("requestBody") else {
            return Some(None);
        };
        let node = node.resolve(self.reporter)?;
        let read: openapiv3::RequestBody = node.read(CHILDREN, self.reporter)?;
        let schema = self.json_schema(&node, "request")?;
        let Some(schema) = schema else {
            let message = "only JSON request bodies are supported yet";
            self.reporter
                .error("request-content", &node.pointer.join("content"), message);
            return None;
        };
        let inline = schema.reference().is_none() && schema.text("x-rust-name").is_none();
        let lowered = self.schema(&schema, scope)?;
        if inline && let Some(properties) = self.inline_properties(&lowered.ty) {
            let required_parameters = parameters.iter().filter(|parameter| {
                parameter.property.required && parameter.place != ParameterPlace::Header
            });
            let required_properties = properties.iter().filter(|property| property.required);
            if required_parameters.count() + required_properties.count() <= MOST_ARGUMENTS {
                self.types.dissolve(&lowered.ty);
                return Some(Some(Body::Properties(properties)));
            }
            self.types.rename(&lowered.ty, &scope.join("body").name);
        }
        Some(Some(Body::Json {
            ty: lowered.ty,
            required: read.required,
            docs: read.description,
        }))
    }

    /// The schema of a JSON body. `Some(None)` if it has other content types only.
    #[expect(
        clippy::option_option,
        reason = "a body may be of another content type, and it may be wrong"
    )]
    pub(super) fn json_schema(&self, owner: &Node<'d>, of: &str) -> Option<Option<Node<'d>>> {
        let media = owner
            .get("content")
            .map(|content| content.members())
            .unwrap_or_default();
        let Some((json, node)) = media.iter().find(|(name, _)| media::is_json(name)) else {
            return Some(None);
        };
        for (name, node) in media.iter().filter(|(name, _)| name != json) {
            self.reporter.warning(
                "content-type",
                &node.pointer,
                format!("only `{json}` of this {of} is supported yet, not `{name}`"),
                "nothing, if JSON will do",
            );
        }
        match node.get("schema") {
            Some(schema) => Some(Some(schema)),
            None => {
                self.reporter.error_with_help(
                    "no-schema",
                    &node.pointer,
                    "this content has no schema",
                    "add one; an empty one (`{}`) means any JSON value",
                );
                None
            }
        }
    }

    fn inline_properties(&self, ty: &Type) -> Option<Vec<Property>> {
        let Type::Named(id) = ty else { return None };
        match self.types.shape(*id)? {
            Shape::Object(object) => Some(object.properties.clone()),
            _ => None,
        }
    }
}
