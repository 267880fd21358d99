//! All kinds of problems.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::nearest;

macro_rules! codes {
    ($($(#[doc = $meaning:literal])+ $code:ident = $name:literal,)+) => {
        /// Kind of a problem. Its name is stable, for use by tools; the message may change.
        ///
        /// Some kinds are errors in one place and warnings in another, depending on what can still be generated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(
                #[doc = concat!("`", $name, "`:")]
                $(#[doc = $meaning])+
                $code,
            )+
        }

        impl Code {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$code),+];

            /// The name: `unresolved-reference`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)+
                }
            }
        }
    };
}

codes! {
    // Sources.

    /// the text is neither valid JSON nor valid YAML, or it is nested too deeply.
    Unreadable = "unreadable",
    /// an object has two members of the same name, so it is not clear which one applies.
    DuplicateKey = "duplicate-key",
    /// the text is not an OpenAPI document.
    NotOpenapi = "not-openapi",
    /// the document is in an unsupported version of OpenAPI.
    OpenapiVersion = "openapi-version",
    /// the document is in Swagger 2.0, which can be converted to OpenAPI 3.0.
    Swagger2 = "swagger-2",
    /// an overlay is in an unsupported version.
    OverlayVersion = "overlay-version",
    /// an overlay is not valid, or one of its actions fails or matches nothing.
    Overlay = "overlay",
    /// one of several names or conditions in the target of an overlay action matches nothing, although the others do.
    UnmatchedName = "unmatched-name",
    /// an overlay action that is optional (`x-optional: true`), or a part of its target, matches nothing.
    OptionalAction = "optional-action",
    /// an overlay action changes nothing, because the document says the same.
    RedundantAction = "redundant-action",
    /// an option does not exist, or its value is invalid.
    Options = "options",
    /// a selector in the options selects nothing.
    UnmatchedSelector = "unmatched-selector",
    /// the options accept a warning that does not occur.
    AcceptedWarning = "accepted-warning",

    // References.

    /// the target of a reference does not exist, or a discriminator leads to a schema that is not one of the alternatives.
    UnresolvedReference = "unresolved-reference",
    /// references form a circle, or replacing one by its target would never end.
    CircularReference = "circular-reference",
    /// a reference leads to a file that is not available, or that the document is not allowed to read.
    ExternalReference = "external-reference",
    /// a reference leads to the network, which is not accessed.
    RemoteReference = "remote-reference",
    /// a member next to a `$ref` is ignored.
    RefSibling = "ref-sibling",
    /// a `$dynamicRef` always resolves to one schema, though it may be meant to resolve to others.
    DynamicReference = "dynamic-reference",

    // The structure of a document.

    /// a value is not valid in OpenAPI where it appears.
    Invalid = "invalid",
    /// a member that OpenAPI requires is missing, but the generator can do without it.
    Missing = "missing",
    /// a member is null, which is the same as if it were absent.
    Null = "null",
    /// OpenAPI does not define this member here, so it has no effect.
    UnknownKeyword = "unknown-keyword",
    /// there are no operations to generate methods from.
    NoOperations = "no-operations",
    /// only types were requested, and there are none.
    NoTypes = "no-types",
    /// a type cannot express this keyword of JSON Schema, so only the service checks it.
    DroppedKeyword = "dropped-keyword",
    /// schemas are in an unknown dialect of JSON Schema, and are read as JSON Schema 2020-12.
    Dialect = "dialect",
    /// webhooks are left out: they are requests that the API makes.
    Webhooks = "webhooks",
    /// callbacks are left out: they are requests that the API makes.
    Callbacks = "callbacks",

    // Servers and security.

    /// the URL of a server is not absolute: every client must set one, or an operation uses the client's. A path is enough for the
    /// server of an operation: it is on the client's host.
    RelativeServer = "relative-server",
    /// the URL of a server is not used, because it has a user name, a password, or characters that do not belong in a URL.
    ServerUrl = "server-url",
    /// a security scheme is not supported.
    SecurityScheme = "security-scheme",
    /// a security requirement names a scheme that is not defined, or not supported.
    UnresolvedSecurity = "unresolved-security",

    // Operations.

    /// a path is not valid.
    Path = "path",
    /// an operation is left out because its method is not supported.
    Method = "method",
    /// two operations have the same `operationId`.
    DuplicateOperationId = "duplicate-operation-id",
    /// operations have ids or paths that give the same name in Rust, so one of them gets another name.
    OperationName = "operation-name",
    /// a name that the document gives to a value has no effect, because an earlier one is kept.
    KeptName = "kept-name",
    /// a path has a `{name}` without a parameter, or a path parameter does not appear in its path.
    PathParameter = "path-parameter",
    /// a parameter is declared twice.
    DuplicateParameter = "duplicate-parameter",
    /// a parameter has neither `schema` nor `content`.
    NoSchema = "no-schema",
    /// a parameter or a property of a form has a style that it cannot have, that is unknown, or that does not describe its nested values.
    ParameterStyle = "parameter-style",
    /// a multipart body is not described as an object of parts, so the caller writes it as a whole.
    Multipart = "multipart",
    /// an `encoding` has no effect, or only a part of it has.
    Encoding = "encoding",
    /// a parameter for the whole query string is left out.
    QueryString = "query-string",
    /// a header parameter is left out because its name is not a valid header name.
    HeaderName = "header-name",
    /// a header parameter is left out because other parts of the document describe this header, or because it belongs to the
    /// connection.
    IgnoredHeader = "ignored-header",
    /// content is left out or its schema is not used: only one kind of content is used, the status has none, or text is described as
    /// an object.
    UnusedContent = "unused-content",
    /// the key of a response is not a valid status.
    Status = "status",
    /// an error response repeats the successful response, so errors are not decoded as it.
    ErrorIsSuccess = "error-is-success",
    /// the data of some events of a stream is JSON and that of others is not, so all data is returned as text.
    EventData = "event-data",

    // Schemas.

    /// the `type` of a schema is unknown, so any JSON value is accepted.
    UnknownType = "unknown-type",
    /// the `format` of a schema is not known, but similar to one that is.
    UnknownFormat = "unknown-format",
    /// no integer type has all values that a schema allows.
    IntegerRange = "integer-range",
    /// an enumeration lists a value that is not of its type, or its values have names that cannot be meant.
    EnumValue = "enum-value",
    /// a property is required, but not described anywhere.
    RequiredUnlisted = "required-unlisted",
    /// subschemas disagree on the type of a property.
    PropertyConflict = "property-conflict",
    /// an alternative has the same properties as an earlier one, so no value is read as it.
    UnreachableAlternative = "unreachable-alternative",
    /// `allOf` combines incompatible types.
    AllOf = "all-of",
    /// a schema contains itself with no object in between.
    CircularSchema = "circular-schema",
    /// schemas are nested too deeply, or combined too often.
    TooDeep = "too-deep",

    // Extensions.

    /// two different schemas have the same name.
    NameConflict = "name-conflict",
    /// an extension that reaches the code, its manifest or the environment is ignored, because the document is not trusted.
    UntrustedExtension = "untrusted-extension",
    /// an `x-env` is not the name of an environment variable, no setting is read from it, or several are.
    EnvironmentVariable = "environment-variable",
    /// an `x-rust-type` is not a type, or has no effect where it appears.
    RustType = "rust-type",
    /// an `x-error-body` does not fit its schema.
    ErrorBody = "error-body",
    /// an `x-paging` does not fit its operation, or an operation that seems to have pages has none.
    Paging = "paging",
    /// a parameter or a schema lacks the type or the name that others like it have.
    Sibling = "sibling",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let mut codes = Self::ALL.iter().copied();
        codes.find(|code| code.as_str() == name).ok_or_else(|| {
            let near = nearest(&name, Self::ALL.iter().map(|code| code.as_str()));
            let near = near.map(|near| format!("; did you mean `{near}`?"));
            D::Error::custom(format!("unknown code `{name}`{}", near.unwrap_or_default()))
        })
    }
}
