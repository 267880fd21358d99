//! Conversion of API and names to Rust: one small module for each kind of artefact. Nothing here can fail.

mod argument;
mod by_name;
mod client;
mod code;
mod constraints;
mod context;
mod credentials;
mod docs;
mod encoding;
mod enumeration;
mod error_body;
mod example;
mod failures;
mod features;
mod json_schema;
mod modules;
mod object;
mod operation;
mod response;
mod signature;
mod string_newtype;
mod tests;
mod union;
mod usage;
mod uses;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;

use crate::analyze::Analysis;
use crate::api::{Api, Body, BodyFormat, DefinedIn, Operation, OperationId, Shape, TypeId};
use crate::names::Names;
use crate::options::ModulePath;

use context::{CLIENT_FILE, Context};
pub use example::Example;
pub(crate) use example::example;
use json_schema::json_schemas;
pub(crate) use signature::Signatures;
pub(crate) use tests::tests;
pub(crate) use uses::Uses;

/// The most columns of a line of generated code.
const WIDTH: usize = 100;

/// First line of every file, by which tools and people know where it comes from.
pub const HEADER: &str =
    "// @generated from the OpenAPI document by openapi-rust-client. Do not edit.";

/// The file that the docs of a crate include.
const ABOUT_FILE: &str = "about.md";

/// A file before it is formatted.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// The lines of the file's own doc comment.
    pub(crate) docs: Vec<String>,
    pub(crate) uses: Uses,
    pub(crate) items: Vec<Item>,
}

/// One item of a file.
#[derive(Debug)]
pub(crate) enum Item {
    Code(TokenStream),
    /// Code that is already formatted.
    Text(String),
    /// Like `Text`, but without a blank line before it.
    Line(String),
}

/// A file of the crate, which can be written without the others.
#[derive(Clone, Copy, Debug)]
pub(crate) enum File {
    Schemas,
    About,
    Client,
    ByName,
    Root,
    Types,
    Operations,
    Type(TypeId),
    Operation(OperationId),
}

/// The content of a file.
#[derive(Debug)]
pub(crate) enum FileContent {
    Module(Module),
    Text(String),
}

/// Writes the files of a crate, each from the same view of the whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Emitter<'a> {
    pub(crate) api: &'a Api,
    pub(crate) analysis: &'a Analysis,
    pub(crate) names: &'a Names,
    /// The path of the generated module.
    pub(crate) root: &'a ModulePath,
    /// The name of the crate in code, if it is known.
    pub(crate) krate: Option<&'a str>,
}

impl Emitter<'_> {
    /// All files. Those that take the longest come first.
    pub(crate) fn files(&self) -> Vec<File> {
        let types = self.analysis.types_at(DefinedIn::OwnFile).iter();
        let types = types.map(|id| File::Type(*id));
        if !self.api.has_client() {
            let whole = [File::About, File::Root, File::Types];
            return whole.into_iter().chain(types).collect();
        }
        let operations = self.api.operation_ids().map(File::Operation);
        let whole = [
            File::Schemas,
            File::About,
            File::Client,
            File::ByName,
            File::Root,
            File::Types,
            File::Operations,
        ];
        whole.into_iter().chain(types).chain(operations).collect()
    }

    /// The path of a file, and what it consists of.
    pub(crate) fn write(&self, file: File) -> (String, FileContent) {
        let (api, names) = (self.api, self.names);
        match file {
            File::Schemas => {
                let schemas = json_schemas(api, self.analysis, names);
                ("operations.json".to_owned(), FileContent::Text(schemas))
            }
            File::About => {
                let about = modules::about(&self.context(ABOUT_FILE));
                (ABOUT_FILE.to_owned(), FileContent::Text(about))
            }
            File::Client => self.module(CLIENT_FILE, "", client::items),
            File::ByName => {
                let docs = "The operations, for calls by name.";
                self.module("by_name.rs", docs, by_name::items)
            }
            File::Root => {
                let (title, version) = (&api.title, &api.version);
                let docs = format!("Generated from {title} {version}.");
                self.module("mod.rs", &docs, modules::root)
            }
            File::Types => self.module("types/mod.rs", "Types of the API.", modules::types),
            File::Operations => self.module("operations/mod.rs", "", modules::operations),
            File::Type(id) => {
                let file = &names.of_type(id).file;
                self.module(file, "", |context| type_family(context, id))
            }
            File::Operation(id) => {
                let file = format!("operations/{}.rs", names.of_operation(id).module);
                let docs = operation::route(api.operation(id));
                self.module(&file, &docs, |context| operation::items(context, id))
            }
        }
    }

    fn context(&self, file: &str) -> Context<'_> {
        Context {
            api: self.api,
            analysis: self.analysis,
            names: self.names,
            root: self.root,
            krate: self.krate,
            file: file.to_owned(),
            uses: Uses::default(),
        }
    }

    fn module(
        &self,
        file: &str,
        docs: &str,
        items: impl FnOnce(&Context<'_>) -> Vec<Item>,
    ) -> (String, FileContent) {
        let context = self.context(file);
        let items = items(&context);
        let module = Module {
            docs: docs::lines(docs, 0, &|_| None),
            uses: context.uses,
            items,
        };
        (context.file, FileContent::Module(module))
    }
}

/// The features of the runtime that the files need.
pub(crate) fn runtime_features(api: &Api) -> BTreeSet<&'static str> {
    let has_stream = |operation: &Operation| {
        let mut responses = operation.successes.iter().chain(&operation.errors);
        responses.any(|response| response.content.is_stream())
    };
    let has_form = |operation: &Operation| {
        let Some(Body::Properties { format, .. } | Body::Whole { format, .. }) = &operation.body
        else {
            return false;
        };
        matches!(format, BodyFormat::Form(_) | BodyFormat::Multipart(..))
    };
    let features = [
        ("client", api.has_client()),
        ("forms", api.operations.iter().any(has_form)),
        ("streams", api.operations.iter().any(has_stream)),
    ];
    let needed = features.into_iter().filter(|(_, is_needed)| *is_needed);
    needed.map(|(name, _)| name).collect()
}

/// The lines of a doc comment outside of the generated module.
pub(crate) fn description(text: &str) -> String {
    docs::lines(text, 0, &|_| None).join("\n")
}

/// A type and the types that are defined inside of it.
fn type_family(context: &Context<'_>, id: TypeId) -> Vec<Item> {
    let mut items = type_items(context, id);
    items.extend(types_at(context, DefinedIn::Type(id)));
    items
}

/// The types that are defined inside of something else.
fn types_at(context: &Context<'_>, defined_in: DefinedIn) -> Vec<Item> {
    let ids = context.analysis.types_at(defined_in).iter();
    ids.flat_map(|id| type_items(context, *id)).collect()
}

fn type_items(context: &Context<'_>, id: TypeId) -> Vec<Item> {
    let mut items = match &context.api.type_def(id).shape {
        Shape::Object(object) => object::items(context, id, object),
        Shape::Enumeration(enumeration) => enumeration::items(context, id, enumeration),
        Shape::Union(union) => union::items(context, id, union),
        Shape::StringNewtype => string_newtype::items(context, id),
    };
    let is_object = matches!(context.api.type_def(id).shape, Shape::Object(_));
    if !is_object && context.analysis.errors.contains(&id) {
        items.push(Item::Code(error_body::without_members(context, id)));
    }
    items
}
