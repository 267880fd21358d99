//! The fields of objects other than schemas. Those that OpenAPI does not define are reported.

use super::Lowering;
use crate::diagnostics::{Code, Help, nearest};
use crate::document::Node;

/// Help for something that OpenAPI does not define.
pub(super) const NO_EFFECT: &str = "it has no effect: fix its spelling, or remove it";

/// The fields of a kind of object, in any version of OpenAPI.
pub(super) struct Fields {
    /// The kind of object, in words.
    of: &'static str,
    pub(super) names: &'static [&'static str],
}

const DOCUMENT: Fields = Fields {
    of: "document",
    names: &[
        "$self",
        "components",
        "externalDocs",
        "info",
        "jsonSchemaDialect",
        "openapi",
        "paths",
        "security",
        "servers",
        "tags",
        "webhooks",
    ],
};

const INFO: Fields = Fields {
    of: "info",
    names: &[
        "contact",
        "description",
        "license",
        "summary",
        "termsOfService",
        "title",
        "version",
    ],
};

const COMPONENTS: Fields = Fields {
    of: "components",
    names: &[
        "callbacks",
        "examples",
        "headers",
        "links",
        "mediaTypes",
        "parameters",
        "pathItems",
        "requestBodies",
        "responses",
        "schemas",
        "securitySchemes",
    ],
};

const TAG: Fields = Fields {
    of: "tag",
    names: &[
        "description",
        "externalDocs",
        "kind",
        "name",
        "parent",
        "summary",
    ],
};

const SERVER: Fields = Fields {
    of: "server",
    names: &["description", "name", "url", "variables"],
};

const SECURITY_SCHEME: Fields = Fields {
    of: "security scheme",
    names: &[
        "$ref",
        "bearerFormat",
        "deprecated",
        "description",
        "flows",
        "in",
        "name",
        "oauth2MetadataUrl",
        "openIdConnectUrl",
        "scheme",
        "summary",
        "type",
    ],
};

pub(super) const DISCRIMINATOR: Fields = Fields {
    of: "discriminator",
    names: &["defaultMapping", "mapping", "propertyName"],
};

pub(super) const OPERATION: Fields = Fields {
    of: "operation",
    names: &[
        "callbacks",
        "deprecated",
        "description",
        "externalDocs",
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "security",
        "servers",
        "summary",
        "tags",
    ],
};

/// The fields of a path item that are not operations.
pub(super) const PATH_ITEM: Fields = Fields {
    of: "path item",
    names: &["parameters", "summary", "description", "servers"],
};

pub(super) const PARAMETER: Fields = Fields {
    of: "parameter",
    names: &[
        "allowEmptyValue",
        "allowReserved",
        "content",
        "deprecated",
        "description",
        "example",
        "examples",
        "explode",
        "in",
        "name",
        "required",
        "schema",
        "style",
    ],
};

pub(super) const REQUEST_BODY: Fields = Fields {
    of: "request body",
    names: &["content", "description", "required"],
};

pub(super) const RESPONSE: Fields = Fields {
    of: "response",
    names: &["content", "description", "headers", "links", "summary"],
};

pub(super) const MEDIA_TYPE: Fields = Fields {
    of: "media type",
    names: &["encoding", "example", "examples", "itemSchema", "schema"],
};

pub(super) const ENCODING: Fields = Fields {
    of: "encoding",
    names: &[
        "allowReserved",
        "contentType",
        "explode",
        "headers",
        "style",
    ],
};

/// The message for an unknown name, with a suggestion if a known one is similar.
pub(super) fn unknown<'k>(
    what: &str,
    name: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> String {
    let near = nearest(name, known).map(|near| format!("; did you mean `{near}`?"));
    format!("unknown {what} `{name}`{}", near.unwrap_or_default())
}

impl<'d> Lowering<'_, 'd> {
    /// Reports the fields of an object that OpenAPI does not define.
    pub(super) fn check_fields(&self, node: &Node<'d>, fields: &Fields) {
        for key in node.keys() {
            if !key.starts_with("x-") && !fields.names.contains(&key) {
                self.unknown_field(&node.clone(), key, fields, &[]);
            }
        }
    }

    /// The same for the objects that describe the document as a whole.
    pub(super) fn check_document_fields(&self, root: &Node<'d>) {
        let components = root.get("components");
        for (node, fields) in [(Some(root), &DOCUMENT), (components.as_ref(), &COMPONENTS)] {
            let Some(node) = node else { continue };
            let is_known = |key: &str| key.starts_with("x-") || fields.names.contains(&key);
            let unknown: Vec<&str> = node.keys().filter(|key| !is_known(key)).collect();
            if unknown.is_empty() {
                continue;
            }
            // Definitions for references may be anywhere.
            let text = root.value.to_string();
            for key in unknown {
                let target = format!(
                    "\"#{}/",
                    node.pointer.join(key).to_string().trim_start_matches('#')
                );
                if !text.contains(&target) {
                    self.unknown_field(node, key, fields, &[]);
                }
            }
        }
        let lists = [("tags", &TAG), ("servers", &SERVER)];
        for (key, fields) in lists {
            for node in root.items_of(key) {
                self.check_fields(&node, fields);
            }
        }
        if let Some(info) = root.get("info") {
            self.check_fields(&info, &INFO);
        }
        let schemes = components
            .as_ref()
            .and_then(|components| components.get("securitySchemes"));
        for (_, scheme) in schemes.iter().flat_map(Node::members) {
            self.check_fields(&scheme, &SECURITY_SCHEME);
        }
    }

    /// Reports a field of an object; `others` are known in addition.
    pub(super) fn unknown_field(
        &self,
        node: &Node<'d>,
        key: &str,
        fields: &Fields,
        others: &[&str],
    ) {
        let known = fields.names.iter().chain(others).copied();
        self.reporter.warning(
            Code::UnknownKeyword,
            &node.pointer.join(key),
            unknown(&format!("{} field", fields.of), key, known),
            Help::new(NO_EFFECT).remove(),
        );
    }
}
