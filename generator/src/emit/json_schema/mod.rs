//! JSON Schemas of inputs and outputs for calls by name, as one JSON text for all operations.

mod types;

use serde_json::{Map, Value, json};

use self::types::{describe, keywords};
use super::HEADER;
use crate::analyze::{Analysis, Condition, Paging};
use crate::api::{
    Api, Content, Input, InputLocation, Operation, Property, Response, SecuritySchemeKind, Shape,
    Status, Type,
};
use crate::names::{Names, camel_case};

/// Contains `client` with the settings, `operations` with `description`, `route`, `input`, `output`, `success` and `paging` of
/// each operation, and their common `$defs`.
pub(crate) fn json_schemas(api: &Api, analysis: &Analysis, names: &Names) -> String {
    let schemas = Schemas { api, names };
    let operations = api.operation_ids().map(|id| {
        let operation = api.operation(id);
        let inputs = analysis.inputs_of(id);
        let mut schema = schemas.operation(operation, inputs);
        if let Condition::Any(tags) = analysis.conditions.of_operation(id) {
            let features = tags.iter().map(|tag| names.of_tag(*tag));
            schema["features"] = features.collect();
        }
        if let Some(paging) = analysis.paging(id) {
            schema["paging"] = schemas.paging(operation, paging);
        }
        (operation.id.clone(), schema)
    });
    let operations: Map<_, _> = operations.collect();
    let definitions = api
        .type_ids()
        .filter(|id| api.type_def(*id).shape != Shape::StringNewtype)
        .map(|id| (names.of_type(id).ident.clone(), schemas.definition(id)));
    let definitions: Map<_, _> = definitions.collect();
    let all = json!({
        "$comment": HEADER.trim_start_matches(['/', ' ']),
        "client": schemas.client(analysis),
        "operations": operations,
        "$defs": definitions,
    });
    // Its keys are strings, so it can be written.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

struct Schemas<'a> {
    api: &'a Api,
    names: &'a Names,
}

impl Schemas<'_> {
    /// The settings of a client, under their names in JSON.
    fn client(&self, analysis: &Analysis) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let url = keywords(json!({ "type": "string", "format": "uri" }));
        properties.insert("baseUrl".to_owned(), url.into());
        let credentials = &self.api.security_schemes;
        let is_bearer = |name: &String| {
            let named = credentials
                .iter()
                .find(|credential| credential.name == *name);
            named.is_some_and(|credential| matches!(credential.kind, SecuritySchemeKind::Bearer))
        };
        if credentials
            .iter()
            .any(|credential| is_bearer(&credential.name))
        {
            properties.insert("token".to_owned(), json!({ "type": "string" }));
            let security = &self.api.security;
            if !security.is_empty() && security.iter().all(|names| names.iter().any(is_bearer)) {
                required.push("token".to_owned());
            }
        }
        let others = credentials
            .iter()
            .filter(|credential| !is_bearer(&credential.name));
        let others =
            others.map(|credential| (credential.name.clone(), credential_schema(&credential.kind)));
        let others: Map<_, _> = others.collect();
        if !others.is_empty() {
            let schema =
                json!({ "type": "object", "properties": others, "additionalProperties": false });
            properties.insert("credentials".to_owned(), schema);
        }
        for (index, header) in analysis.client_headers.iter().enumerate() {
            let name = camel_case(self.names.of_header(index));
            properties.insert(name.clone(), self.property(&header.property));
            if header.property.required {
                required.push(name);
            }
        }
        let retry = json!({ "type": "boolean", "default": true });
        properties.insert("retry".to_owned(), retry);
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
    }

    fn operation(&self, operation: &Operation, inputs: &[Input]) -> Value {
        let mut schema = Map::new();
        describe(&mut schema, operation.docs.as_deref(), operation.deprecated);
        schema.insert("route".to_owned(), operation.route().into());
        if !operation.media_types.is_empty() {
            let media_types = operation.media_types.clone();
            schema.insert("contentTypes".to_owned(), media_types.into());
        }
        schema.insert("input".to_owned(), self.input(operation, inputs));
        schema.insert("output".to_owned(), self.output(&operation.successes));
        let success = operation.successes.first().map(success);
        schema.extend(success.map(|success| ("success".to_owned(), success)));
        schema.into()
    }

    /// The query parameter that takes a page's token, and the path to the next token in the response.
    fn paging(&self, operation: &Operation, paging: &Paging) -> Value {
        let token = &operation.parameters[paging.parameter].property.name;
        let next = paging.next.iter().map(|step| {
            let object = self.api.object(&Type::Named(step.owner));
            object.map(|object| &object.properties[step.property].name)
        });
        json!({ "token": token, "next": next.collect::<Vec<_>>() })
    }

    fn output(&self, responses: &[Response]) -> Value {
        let content = |response: &Response| match &response.content {
            Content::Nothing => json!({ "type": "null" }),
            Content::Json(ty) => self.value(ty, &response.constraints).into(),
            Content::Text(_) => json!({ "type": "string" }),
            Content::Binary(_) => base64(),
            Content::Lines(_, ty) => all("values", &self.value(ty, &response.constraints).into()),
            Content::Events(_, ty) => {
                let text = json!({ "type": "string" });
                let data = self.value(ty, &response.constraints);
                let properties = json!({ "event": text, "id": text, "data": data });
                all(
                    "events",
                    &json!({ "type": "object", "properties": properties, "required": ["data"], "additionalProperties": false }),
                )
            }
        };
        match responses {
            [only] => content(only),
            _ => json!({ "anyOf": responses.iter().map(content).collect::<Vec<_>>() }),
        }
    }

    /// Parameters and members of the body together.
    fn input(&self, operation: &Operation, inputs: &[Input]) -> Value {
        let (mut fields, mut sent_fields) = (Vec::new(), Vec::new());
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut dependent = Map::new();
        let mut sent_with_unlisted = Vec::new();
        let mut additional = Value::Bool(false);
        for input in inputs {
            let is_required = input.property.required;
            let object = self.api.object(&input.property.ty);
            match (&input.members, object) {
                (Some(members), Some(object)) => {
                    if object.additional.is_some() {
                        additional = self.additional(object);
                    }
                    let mut sent = Vec::new();
                    for ((_, flat_name), property) in members.iter().zip(&object.properties) {
                        properties.insert(flat_name.clone(), self.property(property));
                        if is_sent(property) {
                            sent.push(flat_name.clone());
                        }
                    }
                    if is_required {
                        required.extend(sent);
                    } else {
                        let names = members.iter().map(|(_, name)| name);
                        depend(&mut dependent, names, &sent);
                        if object.additional.is_some() {
                            sent_with_unlisted.extend(sent);
                        }
                    }
                }
                _ => {
                    let property = self.property(&input.property);
                    properties.insert(input.flat_name.clone(), property);
                    let is_field = !matches!(input.location, InputLocation::Parameter(_));
                    if let Some(names) = operation.required_if_sent().filter(|_| is_field) {
                        fields.push(input.flat_name.clone());
                        if names.contains(&input.property.name) {
                            sent_fields.push(input.flat_name.clone());
                        }
                    } else if is_sent(&input.property) {
                        required.push(input.flat_name.clone());
                    }
                }
            }
        }
        depend(&mut dependent, fields.iter(), &sent_fields);
        let names: Vec<String> = properties.keys().cloned().collect();
        let mut schema = json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": additional });
        if !dependent.is_empty() {
            schema["dependentRequired"] = dependent.into();
        }
        // Members that are not listed are some of its members, too.
        if !sent_with_unlisted.is_empty() {
            schema["if"] = json!({ "propertyNames": { "enum": names } });
            schema["else"] = json!({ "required": sent_with_unlisted });
        }
        schema
    }
}

/// One of the statuses of a successful response, and the media type of its content.
fn success(response: &Response) -> Value {
    let status = match response.status {
        Status::Code(code) => code,
        Status::Class(class) => u16::from(class) * 100,
        Status::Default => 200,
    };
    let media_type = match &response.content {
        Content::Nothing => return json!({ "status": status }),
        Content::Json(_) => "application/json",
        Content::Text(name)
        | Content::Binary(name)
        | Content::Events(name, _)
        | Content::Lines(name, _) => name,
    };
    json!({ "status": status, "contentType": media_type })
}

/// An optional body is sent if any of its members is given. Then it must have the members that are always sent with it.
fn depend<'n>(
    dependent: &mut Map<String, Value>,
    members: impl Iterator<Item = &'n String>,
    sent: &[String],
) {
    for name in members {
        let others = sent.iter().filter(|other| *other != name);
        let others: Vec<&String> = others.collect();
        if !others.is_empty() {
            dependent.insert(name.clone(), json!(others));
        }
    }
}

/// Whether a request must contain it.
fn is_sent(property: &Property) -> bool {
    let is_read = property.constraints.own.get("readOnly") == Some(&Value::Bool(true));
    (property.required || property.required_in_document) && !is_read
}

fn credential_schema(kind: &SecuritySchemeKind) -> Value {
    let text = json!({ "type": "string" });
    match kind {
        SecuritySchemeKind::Basic => json!({
            "type": "object",
            "properties": { "username": text, "password": text },
            "required": ["username", "password"],
        }),
        _ => text,
    }
}

/// A stream of values.
fn all(what: &str, item: &Value) -> Value {
    let description = format!("All {what} until the service ends the stream.");
    json!({ "type": "array", "items": item, "description": description })
}

/// Bytes as JSON.
fn base64() -> Value {
    let text = json!({ "type": "string", "contentEncoding": "base64" });
    json!({ "type": "object", "properties": { "base64": text }, "required": ["base64"] })
}
