//! Input of a call by name that does not fit.

use std::error::Error as StdError;
use std::fmt;

use crate::DecodeError;
use crate::client::decode_error::Root;

/// Input that does not fit an operation.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputError {
    /// The input is not a JSON object.
    NotAnObject,
    /// The operation does not have this member.
    Unknown {
        /// The name of the member.
        name: String,
    },
    /// The operation does not have this member, but one with a similar name.
    Misspelled {
        /// The name of the member.
        name: String,
        /// The similar name.
        nearest: String,
    },
    /// The operation has several inputs with this name, so their names are qualified.
    Ambiguous {
        /// The names of the inputs, such as `query.v` and `body.v`.
        qualified: Vec<String>,
    },
    /// A header of the client is there with its name and with its qualified name.
    Repeated {
        /// The name of the header.
        name: &'static str,
    },
    /// A required member is missing.
    Missing {
        /// The name of the member.
        name: &'static str,
    },
    /// A member for the query or a header is not a string, number, boolean or an array of these.
    NotScalar {
        /// The name of the member.
        name: String,
    },
    /// A member has a value of the wrong type.
    Invalid {
        /// The name of the member.
        name: &'static str,
        /// The problem.
        error: DecodeError,
    },
    /// The document does not list this media type for the body.
    ContentType {
        /// The media type.
        content_type: String,
    },
    /// The members do not form a valid body.
    Body(DecodeError),
}

impl InputError {
    pub(super) fn unknown(name: &str) -> Self {
        let name = name.to_owned();
        Self::Unknown { name }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject => write!(f, "the input must be a JSON object"),
            Self::Unknown { name } => write!(
                f,
                "unknown input member `{name}`; inputs that the document does not declare are named `query.…`, `header.…` or `body.…`"
            ),
            Self::Misspelled { name, nearest } => {
                write!(
                    f,
                    "unknown input member `{name}`; did you mean `{nearest}`?"
                )
            }
            Self::Ambiguous { qualified } => {
                let name = qualified.first().and_then(|first| first.split_once('.'));
                write!(
                    f,
                    "ambiguous input member `{}`; did you mean `{}`?",
                    name.map_or("", |(_, name)| name),
                    qualified.join("` or `")
                )
            }
            Self::NotScalar { name } => write!(
                f,
                "invalid input member `{name}`: it must be a string, a number, a boolean or an array of these"
            ),
            Self::ContentType { content_type } => write!(
                f,
                "the body cannot be sent as `{content_type}`: the document does not list it"
            ),
            Self::Repeated { name } => write!(
                f,
                "input member `{name}` is given twice: as `{name}` and as `header.{name}`"
            ),
            Self::Missing { name } => write!(f, "missing input member `{name}`"),
            Self::Body(error) => {
                write!(f, "invalid input: ")?;
                error.describe(f, Root::Unnamed)
            }
            Self::Invalid { name, error } => {
                write!(f, "invalid input member `{name}`: ")?;
                error.describe(f, Root::Unnamed)
            }
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for InputError {}
