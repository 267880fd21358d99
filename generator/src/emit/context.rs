//! The context of every artefact: the model, the names, and the types as they are written in a file.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::code::Fragment;
use super::{Uses, docs};
use crate::analyze::Analysis;
use crate::api::{Api, DefinedIn, IntegerFormat, OperationId, Property, Type, TypeDef, TypeId};
use crate::names::Names;
use crate::options::ModulePath;

pub(super) struct Context<'a> {
    pub(super) api: &'a Api,
    pub(super) analysis: &'a Analysis,
    pub(super) names: &'a Names,
    /// The module through which the files refer to each other.
    pub(super) root: &'a ModulePath,
    /// The name of the crate in code, if it is known.
    pub(super) krate: Option<&'a str>,
    /// The file that is being written. Its own items need no `use`.
    pub(super) file: String,
    pub(super) uses: Uses,
}

/// The path of the runtime in generated code.
pub(super) const RUNTIME: &str = "openapi_client_runtime";
/// The part of the runtime that serves only generated code.
const CODEGEN: &str = "openapi_client_runtime::codegen";
/// The file that defines the client.
pub(super) const CLIENT_FILE: &str = "client.rs";
/// Types that this file defines.
const LOCAL: [&str; 3] = ["Client", "ClientBuilder", "Call"];

pub(super) fn full_path(module: &str, name: &str) -> Fragment {
    Fragment::new(format!("{module}::{name}"))
}

pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

impl Context<'_> {
    /// An item of the runtime for users.
    pub(super) fn runtime(&self, name: &'static str) -> Fragment {
        self.import(RUNTIME, name)
    }

    /// An item of the runtime that serves only generated code.
    pub(super) fn codegen(&self, name: &'static str) -> Fragment {
        self.import(CODEGEN, name)
    }

    /// `Client`, `ClientBuilder` or `Call`, which every client defines itself.
    pub(super) fn local(&self, name: &'static str) -> Fragment {
        if self.file == CLIENT_FILE {
            return Fragment::new(name);
        }
        self.import(&self.root.to_string(), name)
    }

    /// A macro of the runtime, for items that are written as text.
    pub(super) fn runtime_macro(&self, name: &'static str) -> &'static str {
        self.uses.add(CODEGEN, name);
        name
    }

    /// An item by its short name, unless a type of the API has the same name.
    fn import(&self, module: &str, name: &str) -> Fragment {
        if self.names.is_type(name) {
            return full_path(module, name);
        }
        self.uses.add(module, name);
        Fragment::new(name)
    }

    /// A named type, imported unless it is defined in this file.
    pub(super) fn named(&self, id: TypeId) -> Fragment {
        let names = self.names.of_type(id);
        if names.file == self.file {
            return Fragment::new(&*names.ident);
        }
        self.generated(names.folder(), &names.ident)
    }

    /// The request of an operation.
    pub(super) fn request(&self, id: OperationId) -> Fragment {
        self.generated("operations", &self.names.of_operation(id).request)
    }

    /// A type of the API that is defined in another file of this folder.
    pub(super) fn generated(&self, folder: &str, name: &str) -> Fragment {
        let module = self.root.join(folder);
        // The file of the client defines its own types with these names.
        if self.file == CLIENT_FILE && LOCAL.contains(&name) {
            return full_path(&module, name);
        }
        self.uses.add(module, name);
        Fragment::new(name)
    }

    /// The type of a value.
    pub(super) fn ty(&self, ty: &Type) -> Fragment {
        match ty {
            Type::Boolean => Fragment::new("bool"),
            Type::Integer(format) => Fragment::new(integer_name(*format)),
            Type::Number => Fragment::new("f64"),
            Type::String => Fragment::new("String"),
            Type::Timestamp => self.runtime("Timestamp"),
            Type::Date => self.runtime("Date"),
            Type::Binary => self.runtime("Upload"),
            Type::Any => self.runtime("Value"),
            Type::FreeObject => self.runtime("JsonObject"),
            Type::Array(item) => Fragment::new(format!("Vec<{}>", self.ty(item))),
            Type::Map(value) => {
                let value = self.ty(value);
                self.uses.add("std::collections", "BTreeMap");
                Fragment::new(format!("BTreeMap<String, {value}>"))
            }
            Type::Nullable(inner) => self.nullable(&self.ty(inner)),
            Type::Named(id) => self.named(*id),
            // The path was checked when the options were read.
            Type::External(external) => Fragment::new(&*external.path),
        }
    }

    fn nullable(&self, ty: &Fragment) -> Fragment {
        Fragment::new(format!("{}<{ty}>", self.runtime("Nullable")))
    }

    /// The type of a field, which may be optional.
    pub(super) fn field_type(&self, property: &Property, boxed: bool) -> Fragment {
        let ty = self.ty(&property.ty);
        let ty = if boxed {
            Fragment::new(format!("Box<{ty}>"))
        } else {
            ty
        };
        match Presence::of(property) {
            Presence::Required => ty,
            Presence::Optional | Presence::Nullable => Fragment::new(format!("Option<{ty}>")),
            Presence::OptionalNullable => Fragment::new(format!("Option<{}>", self.nullable(&ty))),
        }
    }

    /// The name of a type that has no docs: that of the schema, or of the member that contains it. `kinds[]` is an item of `kinds`.
    pub(super) fn member_name(def: &TypeDef) -> String {
        let mut name = def.name.as_str();
        let mut items = String::new();
        let steps = def.at.steps().iter().rev();
        for _ in steps.take_while(|step| *step == "items") {
            let Some(list) = name.strip_suffix(" item") else {
                break;
            };
            name = list;
            items += "[]";
        }
        if def.defined_in != DefinedIn::OwnFile {
            name = name.rsplit(' ').next().unwrap_or_default();
        }
        name.to_owned() + &items
    }

    /// The path of the generated module outside of its crate, as far as it is known.
    pub(super) fn public_root(&self) -> String {
        let root = self.root.to_string();
        match (self.krate, root.strip_prefix("crate")) {
            (Some(krate), Some(path)) => format!("{krate}{path}"),
            _ => root,
        }
    }

    /// A doc comment, indented by `indent`.
    pub(super) fn docs(&self, text: &str, indent: usize) -> TokenStream {
        doc_attributes(&self.doc_lines(text, indent))
    }

    pub(super) fn doc_lines(&self, text: &str, indent: usize) -> Vec<String> {
        docs::lines(text.trim(), indent, &|target| self.linked(target))
    }

    /// The lines of texts that follow each other. None of them can reach into the next one, such as with a code block that is not
    /// closed.
    pub(super) fn doc_paragraphs(&self, texts: &[&str], indent: usize) -> Vec<String> {
        let texts = texts.iter().map(|text| self.doc_lines(text, indent));
        let texts: Vec<Vec<String>> = texts.filter(|lines| !lines.is_empty()).collect();
        texts.join(&String::new())
    }

    /// The lines of a description and the sentences about its constraints.
    pub(super) fn doc_lines_with(&self, text: &str, sentences: &str, indent: usize) -> Vec<String> {
        let text = text.trim();
        if sentences.is_empty() || docs::has_blocks(text) {
            return self.doc_paragraphs(&[text, sentences], indent);
        }
        let separator = match text.chars().last() {
            None => "",
            Some('.' | '!' | '?' | ':') => " ",
            Some(_) => ". ",
        };
        self.doc_lines(&format!("{text}{separator}{sentences}"), indent)
    }

    /// The target of links such as `#schema_user`, `#/components/schemas/User` and `#operation/getUser`.
    fn linked(&self, target: &str) -> Option<String> {
        let anchor = target.strip_prefix('#')?;
        if let Some(id) = anchor.strip_prefix("operation/") {
            let id = *self.analysis.operations.get(id)?;
            let method = &self.names.of_operation(id).method;
            // A method that may be left out would be a dead link.
            let is_there = self.features(id).is_none();
            return is_there.then(|| format!("{}::Client::{method}", self.root));
        }
        let name = anchor.to_lowercase();
        let prefixes = ["/components/schemas/", "schema_", "schema-", "schema"];
        let id = prefixes
            .iter()
            .find_map(|prefix| self.api.links.get(name.strip_prefix(prefix)?))?;
        let types = self.root.join("types");
        Some(format!("{types}::{}", self.names.of_type(*id).ident))
    }

    pub(super) fn deprecated(deprecated: bool) -> TokenStream {
        if deprecated {
            quote!(#[deprecated])
        } else {
            TokenStream::new()
        }
    }
}

fn integer_name(format: IntegerFormat) -> &'static str {
    match format {
        IntegerFormat::I8 => "i8",
        IntegerFormat::I16 => "i16",
        IntegerFormat::I32 => "i32",
        IntegerFormat::I64 => "i64",
        IntegerFormat::U8 => "u8",
        IntegerFormat::U16 => "u16",
        IntegerFormat::U32 => "u32",
        IntegerFormat::U64 => "u64",
    }
}

/// Whether a value is required, and whether it may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Required,
    Optional,
    Nullable,
    OptionalNullable,
}

impl Presence {
    pub(super) fn of(property: &Property) -> Self {
        Self::new(property.required, property.nullable)
    }

    pub(super) fn new(required: bool, nullable: bool) -> Self {
        match (required, nullable) {
            (true, false) => Presence::Required,
            (false, false) => Presence::Optional,
            (true, true) => Presence::Nullable,
            (false, true) => Presence::OptionalNullable,
        }
    }

    /// The name in the runtime's macros and functions.
    pub(super) fn word(self) -> &'static str {
        match self {
            Presence::Required => "required",
            Presence::Optional => "optional",
            Presence::Nullable => "nullable",
            Presence::OptionalNullable => "optional_nullable",
        }
    }
}

pub(super) fn doc_attributes(lines: &[String]) -> TokenStream {
    let attributes = lines.iter().map(|line| {
        let line = if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        };
        quote!(#[doc = #line])
    });
    quote!(#(#attributes)*)
}
