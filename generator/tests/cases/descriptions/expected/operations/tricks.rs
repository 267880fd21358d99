// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /tricks`

use crate::descriptions::Call;
use crate::descriptions::types::Kind;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::tricks`](crate::descriptions::Client::tricks).
///
/// A [`TricksCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tricks {
    /// ```text
    /// compile_error!()
    /// ```
    pub a: Option<String>,
    /// ```text
    /// compile_error!()
    /// ```
    pub b: Option<String>,
    /// ```text
    /// Code[^a].
    ///
    /// [^a]:
    ///
    ///         compile_error!()
    /// ```
    pub c: Option<String>,
    /// `body`
    pub body: Option<TricksBody>,
}

impl Tricks {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for Tricks {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("tricks", "/tricks");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("a", &self.a);
        parts.query("b", &self.b);
        parts.query("c", &self.c);
        parts.optional_json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Tricks {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            a: input.optional("a")?,
            b: input.optional("b")?,
            c: input.optional("c")?,
            body: input.optional_object(&[])?,
        })
    }
}

/// A call of [`Client::tricks`](crate::descriptions::Client::tricks).
///
/// Setters take values; [`when_some`](crate::descriptions::Call::when_some) takes an `Option`.
pub type TricksCall = Call<Tricks>;

impl Call<Tricks> {
    /// ```text
    /// compile_error!()
    /// ```
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.request.a = Some(a.into());
        self
    }

    /// ```text
    /// compile_error!()
    /// ```
    pub fn b(mut self, b: impl Into<String>) -> Self {
        self.request.b = Some(b.into());
        self
    }

    /// ```text
    /// Code[^a].
    ///
    /// [^a]:
    ///
    ///         compile_error!()
    /// ```
    pub fn c(mut self, c: impl Into<String>) -> Self {
        self.request.c = Some(c.into());
        self
    }

    /// `body`
    pub fn body(mut self, body: TricksBody) -> Self {
        self.request.body = Some(body);
        self
    }
}

/// `body`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TricksBody {
    /// One of:
    pub kind: Kind,
    /// A sentence that is as long as a line of generated code, and after which the next line begins
    /// with ``` compile_error!()
    pub wrapped: Option<String>,
    /// A sentence that is as long as a line of generated code, and after which the next line begins
    /// with ~~~ compile_error!()
    pub tildes: Option<String>,
    /// - ```text
    ///   compile_error!()
    ///   ```
    pub item: Option<String>,
    /// Code:
    ///
    /// ```text
    /// open
    /// ```
    ///
    /// At most 3 characters.
    pub open: Option<String>,
    /// Text \<!-- open
    ///
    /// At most 3 characters.
    pub comment: Option<String>,
    /// - \[ \] ```
    ///   compile_error!()
    pub task: Option<String>,
    /// > ```text
    /// > compile_error!()
    /// > ```
    pub quotation: Option<String>,
    /// Code:
    ///
    /// ```text
    /// compile_error!()
    /// ```
    pub tab: Option<String>,
    /// ```json
    /// compile_error!()
    /// ```
    ///
    /// ```text
    /// ```
    pub language: Option<String>,
    /// compile_error!()
    ///
    /// ```text
    /// compile_error!()
    /// ```
    ///
    /// a
    pub reference: Option<String>,
    /// \<div\>
    /// \\\<img src=x onerror=alert(1)\>
    /// \</div\>
    pub backslash: Option<String>,
    /// \\\<img src=x onerror=alert(1)\>
    pub attribute: Option<String>,
    /// a, \<javascript:alert(1)\>, b
    pub script: Option<String>,
    /// a
    pub data: Option<String>,
    /// \[Vec\], `Vec`, a, [a \[b\] c](https://texts.test), m
    pub item_link: Option<String>,
    /// \[a\](b, \[c, d\], \<e, `f, **g, http://, <https://texts.test/{id}>
    pub broken: Option<String>,
}

object!(TricksBody {
    required kind: "kind",
    optional wrapped: "wrapped",
    optional tildes: "tildes",
    optional item: "item",
    optional open: "open",
    optional comment: "comment",
    optional task: "task",
    optional quotation: "quotation",
    optional tab: "tab",
    optional language: "language",
    optional reference: "reference",
    optional backslash: "backslash",
    optional attribute: "attribute",
    optional script: "script",
    optional data: "data",
    optional item_link: "item_link",
    optional broken: "broken",
});

impl TricksBody {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<Kind>) -> Self {
        Self {
            kind: kind.into(),
            wrapped: None,
            tildes: None,
            item: None,
            open: None,
            comment: None,
            task: None,
            quotation: None,
            tab: None,
            language: None,
            reference: None,
            backslash: None,
            attribute: None,
            script: None,
            data: None,
            item_link: None,
            broken: None,
        }
    }

    /// A sentence that is as long as a line of generated code, and after which the next line begins
    /// with ``` compile_error!()
    #[must_use]
    pub fn wrapped(mut self, wrapped: impl Into<String>) -> Self {
        self.wrapped = Some(wrapped.into());
        self
    }

    /// A sentence that is as long as a line of generated code, and after which the next line begins
    /// with ~~~ compile_error!()
    #[must_use]
    pub fn tildes(mut self, tildes: impl Into<String>) -> Self {
        self.tildes = Some(tildes.into());
        self
    }

    /// - ```text
    ///   compile_error!()
    ///   ```
    #[must_use]
    pub fn item(mut self, item: impl Into<String>) -> Self {
        self.item = Some(item.into());
        self
    }

    /// Code:
    ///
    /// ```text
    /// open
    /// ```
    ///
    /// At most 3 characters.
    #[must_use]
    pub fn open(mut self, open: impl Into<String>) -> Self {
        self.open = Some(open.into());
        self
    }

    /// Text \<!-- open
    ///
    /// At most 3 characters.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// - \[ \] ```
    ///   compile_error!()
    #[must_use]
    pub fn task(mut self, task: impl Into<String>) -> Self {
        self.task = Some(task.into());
        self
    }

    /// > ```text
    /// > compile_error!()
    /// > ```
    #[must_use]
    pub fn quotation(mut self, quotation: impl Into<String>) -> Self {
        self.quotation = Some(quotation.into());
        self
    }

    /// Code:
    ///
    /// ```text
    /// compile_error!()
    /// ```
    #[must_use]
    pub fn tab(mut self, tab: impl Into<String>) -> Self {
        self.tab = Some(tab.into());
        self
    }

    /// ```json
    /// compile_error!()
    /// ```
    ///
    /// ```text
    /// ```
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// compile_error!()
    ///
    /// ```text
    /// compile_error!()
    /// ```
    ///
    /// a
    #[must_use]
    pub fn reference(mut self, reference: impl Into<String>) -> Self {
        self.reference = Some(reference.into());
        self
    }

    /// \<div\>
    /// \\\<img src=x onerror=alert(1)\>
    /// \</div\>
    #[must_use]
    pub fn backslash(mut self, backslash: impl Into<String>) -> Self {
        self.backslash = Some(backslash.into());
        self
    }

    /// \\\<img src=x onerror=alert(1)\>
    #[must_use]
    pub fn attribute(mut self, attribute: impl Into<String>) -> Self {
        self.attribute = Some(attribute.into());
        self
    }

    /// a, \<javascript:alert(1)\>, b
    #[must_use]
    pub fn script(mut self, script: impl Into<String>) -> Self {
        self.script = Some(script.into());
        self
    }

    /// a
    #[must_use]
    pub fn data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// \[Vec\], `Vec`, a, [a \[b\] c](https://texts.test), m
    #[must_use]
    pub fn item_link(mut self, item_link: impl Into<String>) -> Self {
        self.item_link = Some(item_link.into());
        self
    }

    /// \[a\](b, \[c, d\], \<e, `f, **g, http://, <https://texts.test/{id}>
    #[must_use]
    pub fn broken(mut self, broken: impl Into<String>) -> Self {
        self.broken = Some(broken.into());
        self
    }
}
