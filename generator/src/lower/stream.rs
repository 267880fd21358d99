//! Responses that are a sequence of values: server-sent events, JSON Lines and JSON text sequences.

use super::keywords::ValueKind;
use super::schema::{LoweredSchema, Site};
use super::types::Scope;
use super::{Lowering, media};
use crate::api::{Constraints, Content, Shape, Type};
use crate::diagnostics::{Code, Reported};
use crate::document::Node;

/// The fields of an event, as OpenAPI 3.2 names them.
const FIELDS: &[&str] = &["data", "event", "id", "retry"];

impl<'d> Lowering<'_, 'd> {
    /// The values of a response with their constraints, if its media type is that of a stream.
    pub(super) fn stream(
        &mut self,
        media_type: &str,
        media: &Node<'d>,
        scope: &Scope,
    ) -> Result<Option<(Content, Constraints)>, Reported> {
        let named = media_type.to_owned();
        Ok(if media::is_events(media_type) {
            let scope = scope.join("event");
            let (ty, constraints) = match self.item_schema(media) {
                Some(schema) => self.event_data(&schema, &scope)?,
                None => (Type::String, Constraints::default()),
            };
            Some((Content::Events(named, ty), constraints))
        } else if media::is_json_lines(media_type) {
            let scope = scope.join("item");
            let (ty, constraints) = match self.item_schema(media) {
                Some(schema) => self.schema(&schema, &scope)?.limited_item(),
                None => (Type::Any, Constraints::default()),
            };
            Some((Content::Lines(named, ty), constraints))
        } else {
            None
        })
    }

    /// The schema of each value. `schema` is meant to describe the array of all values, but before OpenAPI 3.2, most documents
    /// describe a single value.
    fn item_schema(&self, media: &Node<'d>) -> Option<Node<'d>> {
        if let Some(schema) = media.get("itemSchema") {
            return Some(schema);
        }
        let schema = media.get("schema")?;
        let all = self.target(&schema).ok()?;
        let is_array = self.kind(&all).ok()? == ValueKind::Array;
        let items = all.get("items").filter(|_| is_array);
        Some(items.unwrap_or(schema))
    }

    /// The type of an event's data with its constraints: JSON, unless the document says that it is any string.
    fn event_data(
        &mut self,
        schema: &Node<'d>,
        scope: &Scope,
    ) -> Result<(Type, Constraints), Reported> {
        let text = (Type::String, Constraints::default());
        let mut schemas = self.data_of_events(schema);
        if schemas.is_empty() {
            schemas.push(schema.clone());
        }
        let mut json: Vec<Node<'d>> = Vec::new();
        let mut has_string = false;
        for data in schemas {
            let target = self.target(&data)?;
            let content = target.get("x-contentSchema");
            let kind = self.kind(&target)?;
            if content.is_none() && matches!(kind, ValueKind::String | ValueKind::Any) {
                has_string = true;
                continue;
            }
            let data = content.unwrap_or(data);
            if !json.iter().any(|known| known.value == data.value) {
                json.push(data);
            }
        }
        if has_string && !json.is_empty() {
            self.reporter.warning(
                Code::EventData,
                &schema.pointer,
                "the data of some of these events is JSON, and that of others is not: all data is returned as text",
                "no action needed if the program parses the JSON itself",
            );
        }
        let (ty, constraints) = match json.as_slice() {
            _ if has_string => return Ok(text),
            [only] => self.schema(only, scope)?.limited_item(),
            _ => {
                let site = Site {
                    scope,
                    definition: None,
                };
                self.one_of(json, schema, site, LoweredSchema::of(Type::Any))?
                    .limited_item()
            }
        };
        let is_string = match &ty {
            Type::Named(id) => self.types.shape(*id).is_some_and(Shape::is_string),
            ty => matches!(ty, Type::String | Type::Timestamp | Type::Date),
        };
        // It has no quotation marks, as it would have in JSON.
        Ok(if is_string { text } else { (ty, constraints) })
    }

    /// The schemas of the data, if the schema describes whole events. The alternatives take precedence over what applies to all
    /// events.
    fn data_of_events(&self, schema: &Node<'d>) -> Vec<Node<'d>> {
        let mut schemas = Vec::new();
        let mut all_have_data = true;
        for subschema in self.subschemas(schema).unwrap_or_default().iter() {
            let properties = subschema.node.members_of("properties");
            if properties.iter().any(|(name, _)| !FIELDS.contains(name)) {
                return Vec::new();
            }
            let data = properties.iter().find(|(name, _)| *name == "data");
            all_have_data &= data.is_some() || properties.is_empty() || !subschema.optional;
            schemas.extend(data.map(|(_, data)| (subschema.optional, data.clone())));
        }
        let alternatives_have_data = all_have_data && schemas.iter().any(|(optional, _)| *optional);
        schemas.retain(|(optional, _)| *optional || !alternatives_have_data);
        schemas.into_iter().map(|(_, data)| data).collect()
    }
}
