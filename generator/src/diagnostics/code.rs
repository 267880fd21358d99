//! The kinds of problems, all of them.

use std::fmt;

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($(#[doc = $meaning:literal])+ $code:ident = $name:literal,)+) => {
        /// Kind of a problem. Its name is for tools and stays the same, whatever the message says.
        ///
        /// Some kinds are errors in one place and warnings in another, depending on what can be generated all the same.
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
            /// All kinds there are.
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
    // Texts.

    /// the text is neither JSON nor YAML, or it is nested too deep.
    Unreadable = "unreadable",
    /// an object has two members of the same name, so that it is not clear which one holds.
    DuplicateKey = "duplicate-key",
    /// the text is no OpenAPI document.
    NotOpenapi = "not-openapi",
    /// the document is in a version of OpenAPI that is not known.
    OpenapiVersion = "openapi-version",
    /// the document is in Swagger 2.0, which a converter can bring to OpenAPI 3.0.
    Swagger2 = "swagger-2",
    /// an overlay is in a version that is not known.
    OverlayVersion = "overlay-version",
    /// an overlay is not valid, or one of its actions fails or matches nothing.
    Overlay = "overlay",
    /// an option does not exist, or its value does not fit.
    Options = "options",
    /// a selector of the options selects nothing.
    UnmatchedSelector = "unmatched-selector",

    // References.

    /// a reference leads to nothing.
    UnresolvedReference = "unresolved-reference",
    /// references lead in a circle, or what stands in place of one would have no end.
    CircularReference = "circular-reference",
    /// a reference leads to a file that is not at hand.
    ExternalReference = "external-reference",
    /// a reference leads to the network, which is not read.
    RemoteReference = "remote-reference",
    /// a `$dynamicRef` is read as a reference to one schema, though it may lead to others.
    DynamicReference = "dynamic-reference",

    // What a document is made of.

    /// a value is not what OpenAPI asks for at its place.
    Invalid = "invalid",
    /// a member is missing that OpenAPI asks for, and nothing is lost by doing without.
    Missing = "missing",
    /// a member is none that OpenAPI knows at its place, so it has no effect.
    UnknownKeyword = "unknown-keyword",
    /// there is nothing to generate a method from.
    NoOperations = "no-operations",
    /// only types are asked for, and there is none.
    NoTypes = "no-types",
    /// JSON Schema's keyword says more than a type can say, so the service alone checks it.
    DroppedKeyword = "dropped-keyword",
    /// schemas are in a dialect of JSON Schema that is read as the usual one.
    Dialect = "dialect",
    /// webhooks are left out: they are requests that the API makes.
    Webhooks = "webhooks",
    /// callbacks are left out: they are requests that the API makes.
    Callbacks = "callbacks",

    // Servers and security.

    /// the URL of a server is not absolute: every client must be told one, or an operation goes where the others go.
    RelativeServer = "relative-server",
    /// an HTTP authentication is not known.
    SecurityScheme = "security-scheme",
    /// a security requirement names a scheme that is not there, or not known.
    UnresolvedSecurity = "unresolved-security",

    // Operations.

    /// a path is none.
    Path = "path",
    /// an operation is left out, for its method is not supported.
    Method = "method",
    /// two operations have the same `operationId`.
    DuplicateOperationId = "duplicate-operation-id",
    /// a path has a `{name}` without a parameter, or a path parameter is not in its path.
    PathParameter = "path-parameter",
    /// a parameter is listed twice.
    DuplicateParameter = "duplicate-parameter",
    /// a parameter says neither by `schema` nor by `content` what it is.
    NoSchema = "no-schema",
    /// a parameter has a style that its place does not allow, or that is not known.
    ParameterStyle = "parameter-style",
    /// a parameter that is the whole query is left out.
    QueryString = "query-string",
    /// a header parameter is left out, for its name can't be that of a header.
    HeaderName = "header-name",
    /// a header parameter is left out that other parts of the document say.
    IgnoredHeader = "ignored-header",
    /// a response is under a key that is no status.
    Status = "status",
    /// the response of an error is that of success, so errors are not read as it.
    ErrorIsSuccess = "error-is-success",
    /// the data of some events of a stream is JSON and that of others is not, so all of it is given as text.
    EventData = "event-data",

    // Schemas.

    /// a schema's `type` is none, so any JSON value is taken for it.
    UnknownType = "unknown-type",
    /// an enumeration lists a value that its type can't have.
    EnumValue = "enum-value",
    /// a property is required and described nowhere.
    RequiredUnlisted = "required-unlisted",
    /// parts of a schema disagree on the type of a property.
    PropertyConflict = "property-conflict",
    /// parts of a schema disagree on what the value is.
    AllOf = "all-of",
    /// a schema contains itself with no object in between.
    CircularSchema = "circular-schema",
    /// schemas are nested too deep.
    TooDeep = "too-deep",

    // Extensions.

    /// two schemas that differ are given the same name.
    NameConflict = "name-conflict",
    /// an `x-rust-type` is no type, or its place has no use for one.
    RustType = "rust-type",
    /// an `x-error-body` does not fit its schema.
    ErrorBody = "error-body",
    /// an `x-paging` does not fit its operation.
    Paging = "paging",
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
