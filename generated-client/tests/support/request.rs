//! Requests as a service reads them, without the code of the client.

use std::collections::BTreeMap;

use botpress_runtime::runtime::{NamedOperation, Operation, Value};
use percent_encoding::percent_decode_str;
use serde_json::json;

/// A request, recorded or received.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// The segments of the path, decoded.
    pub(crate) path: Vec<String>,
    /// The query parameters, decoded. The values of a name keep their order.
    pub(crate) query: BTreeMap<String, Vec<String>>,
    /// The headers, with names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn new(method: &str, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut parameters = BTreeMap::<_, Vec<_>>::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // `+` stays a plus: this service requires `%20` for a space.
            let values = parameters.entry(decoded(name)).or_default();
            values.push(decoded(value));
        }
        Self {
            method: method.to_owned(),
            path: path.split('/').skip(1).map(decoded).collect(),
            query: parameters,
            headers: BTreeMap::new(),
            body: String::new(),
        }
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

pub(crate) fn segments(operation: Operation) -> impl Iterator<Item = &'static str> {
    operation.path().split('/').skip(1)
}

/// `id`, of the segment `{id}`.
pub(crate) fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// The inputs of a request: parameters and properties of the body in one object, under their names in the schema of the input.
pub(crate) fn flat_input(named: &NamedOperation, request: &Request) -> Result<Value, String> {
    let schema = named.input_schema();
    let mut input = json!({});
    for (template, value) in segments(named.operation()).zip(&request.path) {
        if let Some(name) = parameter(template) {
            let name = qualified(&schema, "path", name);
            input[&name] = typed(&schema, &name, value);
        }
    }
    for (name, values) in &request.query {
        let whole = qualified(&schema, "query", name);
        let is_declared = schema["properties"].get(&whole).is_some();
        match (name.split_once('.').filter(|_| !is_declared), &values[..]) {
            (Some((object, key)), [value]) => {
                input[qualified(&schema, "query", object)][key] = json!(value);
            }
            (_, [value]) => input[&whole] = typed(&schema, &whole, value),
            (_, values) => input[&whole] = json!(values),
        }
    }
    for (name, value) in &request.headers {
        let properties = schema["properties"].as_object().into_iter().flatten();
        let of_header = |input: &&String| {
            let name_of_input = input.strip_prefix("header.").unwrap_or(input);
            name_of_input.eq_ignore_ascii_case(name)
        };
        if let Some(name) = properties.map(|(name, _)| name).find(of_header) {
            input[name] = typed(&schema, name, value);
        }
    }
    if request.body.is_empty() {
        return Ok(input);
    }
    let body: Value = serde_json::from_str(&request.body)
        .map_err(|error| format!("the body is not JSON: {error}"))?;
    match body {
        // `body` is the whole body, or a property of it.
        Value::Object(members)
            if schema["properties"].get("body").is_none() || members.contains_key("body") =>
        {
            for (name, value) in members {
                input[qualified(&schema, "body", &name)] = value;
            }
        }
        body => input["body"] = body,
    }
    Ok(input)
}

/// The name of an input: `path.id` instead of `id`, where other inputs have the same name.
fn qualified(schema: &Value, location: &str, name: &str) -> String {
    let qualified = format!("{location}.{name}");
    let is_declared = schema["properties"].get(&qualified).is_some();
    if is_declared {
        qualified
    } else {
        name.to_owned()
    }
}

/// The value of a parameter that was sent as text.
fn typed(schema: &Value, name: &str, text: &str) -> Value {
    let property = &schema["properties"][name];
    let declared = |wanted: &str| match &property["type"] {
        Value::Array(types) => types.iter().any(|name| name == wanted),
        name => name == wanted,
    };
    if declared("array") {
        return json!([text]);
    }
    let is_scalar = ["integer", "number", "boolean"].into_iter().any(declared);
    let scalar = is_scalar.then(|| serde_json::from_str(text).ok());
    scalar.flatten().unwrap_or_else(|| json!(text))
}
