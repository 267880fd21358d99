//! The document of the API with its overlays: the operations, their schemas, and what may be recorded of them.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use openapi_rust_client_generator::json_path_member;
use serde_json::{Map, Value};
use xtask::recordings;

pub use recordings::Policy;

/// An OpenAPI document with its overlays applied.
#[derive(Debug)]
pub struct Document {
    root: Value,
    /// The JSON Schemas of the operations of the client; null if it was not generated.
    schemas: Value,
}

/// An operation of the document.
#[derive(Clone, Copy, Debug)]
pub struct Operation<'d> {
    document: &'d Document,
    /// Its `operationId`.
    pub id: &'d str,
    /// Its method, in lower case.
    pub method: &'d str,
    /// Its path, with parameters in braces.
    pub path: &'d str,
    value: &'d Value,
}

/// A schema and where it is.
#[derive(Clone, Debug)]
pub struct Schema<'d> {
    /// The document.
    pub document: &'d Document,
    /// The schema, which is not a reference.
    pub value: &'d Value,
    /// Its JSONPath.
    pub path: String,
}

impl Document {
    /// Reads the document of a workspace.
    pub fn read(root: &Path) -> Result<Self> {
        Ok(Self {
            root: recordings::document(root)?,
            schemas: recordings::schemas(root).unwrap_or_default(),
        })
    }

    /// The document as a value.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The URL of the service.
    pub fn server(&self) -> &str {
        let url = self.root.pointer("/servers/0/url").and_then(Value::as_str);
        url.unwrap_or_default().trim_end_matches('/')
    }

    /// All operations.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        let paths = self.root["paths"].as_object().into_iter().flatten();
        paths.flat_map(move |(path, item)| {
            let members = item.as_object().into_iter().flatten();
            members.filter_map(move |(method, value)| {
                Some(Operation {
                    document: self,
                    id: value.get("operationId")?.as_str()?,
                    method,
                    path,
                    value,
                })
            })
        })
    }

    /// The operation with an id.
    pub fn operation(&self, id: &str) -> Option<Operation<'_>> {
        self.operations().find(|operation| operation.id == id)
    }

    /// The names of all properties.
    pub fn properties(&self) -> BTreeSet<String> {
        fn collect(value: &Value, names: &mut BTreeSet<String>) {
            match value {
                Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
                Value::Object(members) => {
                    let properties = members.get("properties").and_then(Value::as_object);
                    names.extend(properties.into_iter().flat_map(Map::keys).cloned());
                    members.values().for_each(|member| collect(member, names));
                }
                _ => {}
            }
        }
        let mut names = BTreeSet::new();
        collect(&self.root, &mut names);
        names
    }

    /// Follows references.
    fn resolved<'d>(&'d self, mut value: &'d Value, mut path: String) -> (&'d Value, String) {
        for _ in 0..32 {
            let Some(name) = value.get("$ref").and_then(Value::as_str) else {
                break;
            };
            let pointer = name.strip_prefix('#').unwrap_or_default();
            let Some(target) = self.root.pointer(pointer) else {
                break;
            };
            value = target;
            let steps = pointer.split('/').skip(1);
            let steps =
                steps.map(|step| json_path_member(&step.replace("~1", "/").replace("~0", "~")));
            path = format!("${}", steps.collect::<String>());
        }
        (value, path)
    }
}

impl<'d> Operation<'d> {
    /// What may be recorded of it; `None` if the overlay does not say.
    pub fn policy(&self) -> Result<Option<Policy<'d>>> {
        let subject = || format!("`x-record` of {}", self.id);
        let Some(policy) = Policy::of(self.value).with_context(subject)? else {
            return Ok(None);
        };
        let misfits = policy.misfits(self.id, &self.document.schemas, &Value::Null);
        if let Some(misfit) = misfits.into_iter().next() {
            bail!("{}: {misfit}", subject());
        }
        Ok(Some(policy))
    }

    /// The input for a page token, and the JSON pointer to the token of the next page in a response.
    pub fn paging(&self) -> Option<(&'d str, String)> {
        let paging = self.value.get("x-paging")?;
        let next = paging["next"].as_str()?;
        Some((
            paging["token"].as_str()?,
            format!("/{}", next.replace('.', "/")),
        ))
    }

    /// A parameter, by its place and name.
    pub fn parameter(&self, place: &str, name: &str) -> Option<Schema<'d>> {
        let parameters = self.value["parameters"].as_array()?;
        let mut parameters = parameters.iter().map(|parameter| {
            let path = self.json_path("parameters");
            self.document.resolved(parameter, path)
        });
        let is_same = |parameter: &Value| {
            let known = parameter["name"].as_str().unwrap_or_default();
            let is_header = place == "header" && known.eq_ignore_ascii_case(name);
            parameter["in"] == place && (known == name || is_header)
        };
        let (parameter, path) = parameters.find(|(parameter, _)| is_same(parameter))?;
        Some(self.schema(
            parameter.get("schema")?,
            format!("{path}[?@.name == '{name}'].schema"),
        ))
    }

    /// The schema of the request body, if it is JSON.
    pub fn request(&self) -> Option<Schema<'d>> {
        let path = self.json_path("requestBody");
        self.content(self.value.get("requestBody")?, path)
    }

    /// The schema of a response, if it is JSON. A success that the document does not describe has the schema of the one that it
    /// describes.
    pub fn response(&self, status: u16) -> Option<Schema<'d>> {
        let (name, response) = self.described(status).or_else(|| self.success(status))?;
        self.content(
            response,
            self.json_path("responses") + &json_path_member(name),
        )
    }

    /// The JSONPath of one of its keywords.
    pub fn json_path(&self, keyword: &str) -> String {
        let path = json_path_member(self.path);
        format!("$.paths{path}.{}.{keyword}", self.method)
    }

    /// Whether the document describes a response with a status.
    pub fn describes(&self, status: u16) -> bool {
        self.described(status).is_some()
    }

    /// What describes a response with a status. Where the document describes a success, `default` is for failures.
    fn described(&self, status: u16) -> Option<(&'d str, &'d Value)> {
        let code = status.to_string();
        let range = format!("{}XX", status / 100);
        let mut names = vec![code.as_str(), &range];
        if self.success(status).is_none() {
            names.push("default");
        }
        let responses = self.value.get("responses")?.as_object()?;
        let mut names = names.into_iter();
        names.find_map(|name| {
            let (name, response) = responses.get_key_value(name)?;
            Some((name.as_str(), response))
        })
    }

    /// The first success that the document describes, if the status is a success as well.
    pub fn success(&self, status: u16) -> Option<(&'d str, &'d Value)> {
        let responses = self.value.get("responses")?.as_object()?;
        let mut responses = responses.iter().filter(|_| status / 100 == 2);
        let (name, response) = responses.find(|(name, _)| name.starts_with('2'))?;
        Some((name, response))
    }

    /// The headers that the document describes for a response, each with whether it is required.
    pub fn headers(&self, status: u16) -> Vec<(&'d str, bool)> {
        let headers = self.of_response(status, "headers").into_iter();
        let headers = headers.map(|(name, header)| {
            let (header, _) = self.document.resolved(header, String::new());
            (name.as_str(), header["required"] == true)
        });
        headers.collect()
    }

    /// The media types that the document describes for a response.
    pub fn media_types(&self, status: u16) -> Vec<&'d str> {
        let content = self.of_response(status, "content").into_iter();
        content.map(|(name, _)| name.as_str()).collect()
    }

    /// The members of a keyword of the response with a status.
    fn of_response(&self, status: u16, keyword: &str) -> Vec<(&'d String, &'d Value)> {
        let response = self.described(status);
        let members = response.and_then(|(_, response)| {
            let (response, _) = self.document.resolved(response, String::new());
            response.get(keyword)?.as_object()
        });
        members.into_iter().flatten().collect()
    }

    fn content(&self, value: &'d Value, path: String) -> Option<Schema<'d>> {
        let (value, path) = self.document.resolved(value, path);
        let mut content = value.get("content")?.as_object()?.iter();
        let (name, media) = content.find(|(name, _)| name.contains("json"))?;
        let path = format!("{path}.content{}.schema", json_path_member(name));
        Some(self.schema(media.get("schema")?, path))
    }

    fn schema(&self, value: &'d Value, path: String) -> Schema<'d> {
        let (value, path) = self.document.resolved(value, path);
        Schema {
            document: self.document,
            value,
            path,
        }
    }

    /// The schema of an input of a call by name.
    pub fn input(&self, name: &str) -> Option<Schema<'d>> {
        let places = ["path", "query", "header"].into_iter();
        let mut parameters = places.filter_map(|place| self.parameter(place, name));
        parameters.next().or_else(|| self.request()?.property(name))
    }
}

impl<'d> Schema<'d> {
    fn at(&self, value: &'d Value, below: &str) -> Self {
        let (value, path) = self
            .document
            .resolved(value, format!("{}{below}", self.path));
        Self {
            document: self.document,
            value,
            path,
        }
    }

    /// The schemas that are combined in this one, itself included.
    fn parts(&self) -> Vec<Self> {
        let mut parts = vec![self.clone()];
        let combined = self.value["allOf"].as_array().into_iter().flatten();
        for (index, part) in combined.enumerate() {
            parts.extend(self.at(part, &format!(".allOf[{index}]")).parts());
        }
        parts
    }

    /// The alternatives, if there are some.
    pub fn alternatives(&self) -> Vec<Self> {
        let keywords = ["oneOf", "anyOf"].into_iter();
        let alternatives = keywords.flat_map(|keyword| {
            let list = self.value[keyword].as_array().into_iter().flatten();
            list.enumerate()
                .map(move |(index, value)| self.at(value, &format!(".{keyword}[{index}]")))
        });
        alternatives.collect()
    }

    /// The alternative that knows most members of a value; the schema itself if there are none.
    #[must_use]
    pub fn nearest(&self, value: &Value) -> Self {
        let unknown = |schema: &Schema<'_>| {
            let members = value.as_object().into_iter().flatten();
            let members = members.filter(|(name, _)| schema.property(name).is_none());
            (!schema.has_type_of(value), members.count())
        };
        let nearest = self.alternatives().into_iter().min_by_key(unknown);
        nearest.map_or_else(|| self.clone(), |nearest| nearest.nearest(value))
    }

    /// Whether the type of a value is the one of the schema, if it has one.
    pub fn has_type_of(&self, value: &Value) -> bool {
        match (self.keyword("type").and_then(Value::as_str), value) {
            (Some("object"), value) => value.is_object(),
            (Some("array"), value) => value.is_array(),
            (Some("string"), value) => value.is_string(),
            (Some("boolean"), value) => value.is_boolean(),
            (Some("number"), value) => value.is_number(),
            (Some("integer"), value) => {
                let number = value.as_f64();
                number.is_some_and(|number| number.fract() == 0.0)
            }
            _ => true,
        }
    }

    /// The names of the members that it requires, each with the JSONPath of the list.
    pub fn required(&self) -> Vec<(&'d str, String)> {
        let lists = self.parts().into_iter().flat_map(|part| {
            let names = part.value["required"].as_array().into_iter().flatten();
            names.filter_map(move |name| Some((name.as_str()?, format!("{}.required", part.path))))
        });
        lists.collect()
    }

    /// The schema of a property.
    pub fn property(&self, name: &str) -> Option<Self> {
        self.parts().into_iter().find_map(|part| {
            let property = part.value.get("properties")?.get(name)?;
            Some(part.at(property, &format!(".properties{}", json_path_member(name))))
        })
    }

    /// Whether it names its properties.
    pub fn has_properties(&self) -> bool {
        let parts = self.parts().into_iter();
        parts
            .filter_map(|part| part.value.get("properties"))
            .any(Value::is_object)
    }

    /// The schema of other members; `None` if the document knows none.
    pub fn additional(&self) -> Option<Self> {
        self.parts().into_iter().find_map(|part| {
            let additional = part.value.get("additionalProperties")?;
            (additional.is_object() || *additional == Value::Bool(true))
                .then(|| part.at(additional, ".additionalProperties"))
        })
    }

    /// The schema of the items of a list.
    pub fn items(&self) -> Option<Self> {
        let mut parts = self.parts().into_iter();
        parts.find_map(|part| Some(part.at(part.value.get("items")?, ".items")))
    }

    /// The value of a keyword.
    pub fn keyword(&self, name: &str) -> Option<&'d Value> {
        let mut parts = self.parts().into_iter();
        parts.find_map(|part| part.value.get(name))
    }

    /// The type of ids that it describes.
    pub fn id_type(&self) -> Option<&'d str> {
        self.keyword("x-rust-newtype")?.as_str()
    }

    /// Whether it lists a value.
    pub fn lists(&self, value: &Value) -> bool {
        let is_listed = self
            .keyword("enum")
            .and_then(Value::as_array)
            .is_some_and(|values| values.contains(value));
        is_listed || self.keyword("const") == Some(value)
    }
}
