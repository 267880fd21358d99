//! The list of fields.

use crate::document::grammar::ObjectKind;
use crate::document::keyword::Holds;

/// The fields of a kind of object, in any version of OpenAPI.
pub(super) struct Fields {
    /// The kind of object, in words.
    pub(super) of: &'static str,
    pub(super) names: &'static [&'static str],
    /// Those of them that have no effect in OpenAPI 3.0.
    pub(super) modern: &'static [&'static str],
    /// The fields that hold objects other than those of the grammar.
    pub(super) inside: &'static [(&'static str, Holds, &'static Fields)],
}

const fn fields(of: &'static str, names: &'static [&'static str]) -> Fields {
    Fields {
        of,
        names,
        modern: &[],
        inside: &[],
    }
}

impl Fields {
    const fn with(self, inside: &'static [(&'static str, Holds, &'static Fields)]) -> Self {
        Self { inside, ..self }
    }

    const fn modern(self, modern: &'static [&'static str]) -> Self {
        Self { modern, ..self }
    }
}

static EXTERNAL_DOCS: Fields = fields("external documentation", &["description", "url"]);

static CONTACT: Fields = fields("contact", &["email", "name", "url"]);

static LICENSE: Fields = fields("license", &["identifier", "name", "url"]);

static TAG: Fields = fields(
    "tag",
    &[
        "description",
        "externalDocs",
        "kind",
        "name",
        "parent",
        "summary",
    ],
)
.with(&[("externalDocs", Holds::One, &EXTERNAL_DOCS)]);

static EXAMPLE: Fields = fields(
    "example",
    &[
        "dataValue",
        "description",
        "externalValue",
        "serializedValue",
        "summary",
        "value",
    ],
);

static LINK: Fields = fields(
    "link",
    &[
        "description",
        "operationId",
        "operationRef",
        "parameters",
        "requestBody",
        "server",
    ],
)
.with(&[("server", Holds::One, &SERVER)]);

static DISCRIMINATOR: Fields = fields(
    "discriminator",
    &["defaultMapping", "mapping", "propertyName"],
);

static XML: Fields = fields(
    "XML",
    &[
        "attribute",
        "name",
        "namespace",
        "nodeType",
        "prefix",
        "wrapped",
    ],
);

static OAUTH_FLOW: Fields = fields(
    "OAuth flow",
    &[
        "authorizationUrl",
        "deviceAuthorizationUrl",
        "refreshUrl",
        "scopes",
        "tokenUrl",
    ],
);

static OAUTH_FLOWS: Fields = fields(
    "OAuth flows",
    &[
        "authorizationCode",
        "clientCredentials",
        "deviceAuthorization",
        "implicit",
        "password",
    ],
)
.with(&[
    ("authorizationCode", Holds::One, &OAUTH_FLOW),
    ("clientCredentials", Holds::One, &OAUTH_FLOW),
    ("deviceAuthorization", Holds::One, &OAUTH_FLOW),
    ("implicit", Holds::One, &OAUTH_FLOW),
    ("password", Holds::One, &OAUTH_FLOW),
]);

/// A reference to something that no code is generated from, and that therefore nothing resolves.
pub(super) static REFERENCE: Fields = fields("reference", &["$ref", "description", "summary"]);

pub(super) static DOCUMENT: Fields = fields(
    "document",
    &[
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
)
.modern(&["jsonSchemaDialect", "webhooks"])
.with(&[
    ("externalDocs", Holds::One, &EXTERNAL_DOCS),
    ("tags", Holds::List, &TAG),
]);

static INFO: Fields = fields(
    "info",
    &[
        "contact",
        "description",
        "license",
        "summary",
        "termsOfService",
        "title",
        "version",
    ],
)
.modern(&["summary"])
.with(&[
    ("contact", Holds::One, &CONTACT),
    ("license", Holds::One, &LICENSE),
]);

static SERVER: Fields = fields("server", &["description", "name", "url", "variables"]);

static SERVER_VARIABLE: Fields = fields("server variable", &["default", "description", "enum"]);

pub(super) static COMPONENTS: Fields = fields(
    "components",
    &[
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
)
.with(&[
    ("examples", Holds::Map, &EXAMPLE),
    ("links", Holds::Map, &LINK),
]);

static PATH_ITEM: Fields = fields(
    "path item",
    &[
        "delete",
        "description",
        "get",
        "head",
        "options",
        "parameters",
        "patch",
        "post",
        "put",
        "servers",
        "summary",
        "trace",
    ],
);

static OPERATION: Fields = fields(
    "operation",
    &[
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
)
.with(&[("externalDocs", Holds::One, &EXTERNAL_DOCS)]);

static PARAMETER: Fields = fields(
    "parameter",
    &[
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
)
.with(&[("examples", Holds::Map, &EXAMPLE)]);

static HEADER: Fields = fields(
    "header",
    &[
        "allowEmptyValue",
        "allowReserved",
        "content",
        "deprecated",
        "description",
        "example",
        "examples",
        "explode",
        "required",
        "schema",
        "style",
    ],
)
.with(&[("examples", Holds::Map, &EXAMPLE)]);

static REQUEST_BODY: Fields = fields("request body", &["content", "description", "required"]);

static RESPONSE: Fields = fields(
    "response",
    &["content", "description", "headers", "links", "summary"],
)
.with(&[("links", Holds::Map, &LINK)]);

static MEDIA_TYPE: Fields = fields(
    "media type",
    &["encoding", "example", "examples", "itemSchema", "schema"],
)
.with(&[("examples", Holds::Map, &EXAMPLE)]);

static ENCODING: Fields = fields(
    "encoding",
    &[
        "allowReserved",
        "contentType",
        "explode",
        "headers",
        "style",
    ],
);

static SECURITY_SCHEME: Fields = fields(
    "security scheme",
    &[
        "bearerFormat",
        "deprecated",
        "description",
        "flows",
        "in",
        "name",
        "oauth2MetadataUrl",
        "openIdConnectUrl",
        "scheme",
        "type",
    ],
)
.with(&[("flows", Holds::One, &OAUTH_FLOWS)]);

/// The keywords of a schema have a list of their own.
static SCHEMA: Fields = fields("schema", &[]).with(&[
    ("discriminator", Holds::One, &DISCRIMINATOR),
    ("externalDocs", Holds::One, &EXTERNAL_DOCS),
    ("xml", Holds::One, &XML),
]);

/// The fields of the objects of the grammar.
pub(super) fn of(kind: ObjectKind) -> &'static Fields {
    match kind {
        ObjectKind::Document => &DOCUMENT,
        ObjectKind::Info => &INFO,
        ObjectKind::Server => &SERVER,
        ObjectKind::ServerVariable => &SERVER_VARIABLE,
        ObjectKind::Components => &COMPONENTS,
        ObjectKind::PathItem => &PATH_ITEM,
        ObjectKind::Operation => &OPERATION,
        ObjectKind::Parameter => &PARAMETER,
        ObjectKind::RequestBody => &REQUEST_BODY,
        ObjectKind::Response => &RESPONSE,
        ObjectKind::Header => &HEADER,
        ObjectKind::MediaType => &MEDIA_TYPE,
        ObjectKind::Encoding => &ENCODING,
        ObjectKind::SecurityScheme => &SECURITY_SCHEME,
        ObjectKind::Schema => &SCHEMA,
    }
}
