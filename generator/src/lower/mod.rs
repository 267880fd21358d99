//! Document to API. This is the only stage that knows both. From here on, everything that OpenAPI can express in many ways has
//! one representation.

mod access;
mod body;
mod composed;
mod constant_tags;
mod constraints;

mod dependency;
mod depth;
mod difference;
mod discriminator;
mod encoding;
mod enumeration;
mod environment;
mod format;
mod header;
mod intersection;
mod keywords;
mod media;
mod number;
mod object;
mod operation;
mod parameter;
mod properties;
mod response;
mod rust_type;
mod schema;
mod security;
mod server;
mod shared_content;
mod shared_values;
mod stream;
mod style;
mod tags;
mod types;
mod union;
mod unreachable;

pub(crate) use constraints::of as constraints_of;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::rc::Rc;

use serde_json::json;

use crate::api::{Api, Dependency, ExternalDocs, TypeId};
use crate::diagnostics::{Code, Help, Reported, Reporter};
use crate::document::{Document, LeftOut, Node};
use crate::options::{KeptNames, Options};
use crate::source::Pointer;

use composed::Subschema;
use constant_tags::Inheritance;
use object::Pending;
use types::{Definition, Types};

/// Reads the whole document. Nodes with problems are reported, and left out of the result.
pub(crate) fn lower(
    document: &Document,
    options: &Options,
    kept: &KeptNames,
    reporter: &Reporter,
) -> Api {
    let root = document.root();
    let mut lowering = Lowering {
        reporter,
        kept,
        left_out: document.left_out(),
        types: Types::default(),
        pending: VecDeque::new(),
        dependencies: BTreeMap::new(),
        depth: 0,
        open_unions: Vec::new(),
        flattened: BTreeSet::new(),
        combined: BTreeSet::new(),
        inheritance: Inheritance::default(),
        subschemas: RefCell::default(),
        too_many_subschemas: Cell::default(),
        properties: 0,
        too_many_properties: None,
        is_secured: false,
    };
    let mut api = Api::default();
    if let Some(info) = root.get("info") {
        if let Ok(info) = info.read::<openapiv3::Info>(&[], reporter) {
            // The title is a part of sentences and headings.
            api.title = info.title.split_whitespace().collect::<Vec<_>>().join(" ");
            api.version = info.version;
            api.description = info.description.unwrap_or_default();
        }
    } else {
        let help = Help::new("add it").update(
            &root.pointer,
            json!({"info": {"title": "API", "version": "1"}}),
        );
        reporter.error(
            Code::Invalid,
            &root.pointer,
            "the document has no `info`",
            help,
        );
    }
    api.external_docs = external_docs(&root);
    let mut named = BTreeSet::new();
    if let Some(schemas) = root
        .get("components")
        .and_then(|components| components.get("schemas"))
    {
        for (name, schema) in schemas.expect_members(reporter) {
            let lowered = lowering.definition(&schema);
            if let Some(id) = lowered.ok().and_then(|lowered| lowered.ty.named()) {
                api.links.insert(name.to_lowercase(), id);
                named.insert(id);
            }
        }
    }
    if !options.types_only {
        lowering.client(&root, &mut api);
    }
    // Their types would be unused, and wrong for files.
    for pointer in &lowering.flattened {
        if let Some(Definition::Read(lowered)) = lowering.types.definition(pointer)
            && let Some(id) = lowered.ty.named()
        {
            named.remove(&id);
        }
    }
    let pointers = lowering.pointers();
    let inheritance = lowering.inheritance;
    api.types = lowering.types.finish();
    api.dependencies = lowering.dependencies;
    // The constants first: a discriminator that is only declared here is not a part of the schema.
    constant_tags::settle(&mut api, &inheritance);
    tags::declare(&mut api, reporter);
    let (sent, received) = (api.sent(), api.received());
    // Nothing uses a type that turned out to exist already, or whose properties became inputs of an operation.
    let used = api.with_dependencies(&(&named | &sent) | &received);
    api.types.retain(|id, _| used.contains(id));
    api.links.retain(|_, id| used.contains(id));
    depth::check(&api, &pointers, reporter);
    unreachable::check(&api, &received, reporter);
    access::settle(&mut api, &sent, &received);
    if api.server.url.is_none() && !root.has("servers") {
        let servers = api.operations.iter();
        let mut servers = servers.filter_map(|operation| operation.server.as_ref());
        api.server.url = servers.find(|url| !url.starts_with('/')).cloned();
        for operation in &mut api.operations {
            operation
                .server
                .take_if(|server| Some(&*server) == api.server.url.as_ref());
        }
    }
    check_not_empty(&api, options, &root, reporter);
    api
}

/// Reports a document that nothing is generated for.
fn check_not_empty(api: &Api, options: &Options, root: &Node<'_>, reporter: &Reporter) {
    let nothing = if options.types_only {
        api.types.is_empty().then_some((
            Code::NoTypes,
            "the document has no schema in `components` to generate a type from",
            "add the schemas that need types to `components.schemas`",
        ))
    } else {
        api.operations.is_empty().then_some((
            Code::NoOperations,
            "the document has no operations",
            "add a path with an operation to `paths`, or generate only types with `--types-only`, which is `types-only: true` \
             in the options",
        ))
    };
    if let Some((code, message, help)) = nothing.filter(|_| !reporter.has_errors()) {
        reporter.error(code, &root.pointer, message, help);
    }
}

/// The place of further documentation, if it can be a link.
fn external_docs(root: &Node<'_>) -> Option<ExternalDocs> {
    let docs = root.get("externalDocs")?;
    let url = docs.string("url")?.trim();
    let is_link = ["https://", "http://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
        && url
            .chars()
            .all(|char| char.is_ascii_graphic() && !"<>\\`".contains(char));
    is_link.then(|| ExternalDocs {
        description: docs.string("description").map(str::to_owned),
        url: url.to_owned(),
    })
}

impl<'d> Lowering<'_, 'd> {
    /// Reads everything except the schemas in `components`.
    fn client(&mut self, root: &Node<'d>, api: &mut Api) {
        let reporter = self.reporter;
        api.server = server::lower(root, reporter);
        api.security_schemes = security::schemes(root, reporter);
        api.security =
            security::requirements(root, &api.security_schemes, reporter).unwrap_or_default();
        self.is_secured = !api.security_schemes.is_empty();
        for tag in root.items_of("tags") {
            if let Some((name, text)) = tag.string("name").zip(tag.string("description")) {
                api.tags.insert(name.to_owned(), text.to_owned());
            }
        }
        api.operations = self.operations(root, api);
    }
}

/// State that the modules of this stage share.
struct Lowering<'r, 'd> {
    reporter: &'r Reporter,
    kept: &'r KeptNames,
    left_out: &'d LeftOut,
    types: Types,
    /// Objects that already have an id, but are read only after the schemas that refer to them, so that a long chain of
    /// references needs no deep stack.
    pending: VecDeque<Pending<'d>>,
    /// Crates of types named by `x-rust-type`.
    dependencies: BTreeMap<String, Dependency>,
    /// The nesting depth of the schema that is being read.
    depth: usize,
    /// Unions that are being read, each one an alternative of the one before.
    open_unions: Vec<Pointer>,
    /// Schemas whose properties became inputs of an operation.
    flattened: BTreeSet<Pointer>,
    inheritance: Inheritance<'d>,
    /// Enumerations with the values of several others.
    combined: BTreeSet<TypeId>,
    /// Cache of the subschemas of composed schemas.
    subschemas: RefCell<HashMap<Pointer, Rc<[Subschema<'d>]>>>,
    /// Set if a schema is composed of too many others.
    too_many_subschemas: Cell<Option<Reported>>,
    /// The number of properties of all objects. Objects that share properties make it larger than the document.
    properties: usize,
    /// Set if there are too many of them.
    too_many_properties: Option<Reported>,
    /// Whether there are security schemes that the client supports.
    is_secured: bool,
}
