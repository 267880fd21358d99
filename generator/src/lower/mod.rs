//! Document to API: the one stage that knows both. What OpenAPI says in many ways is said in one way from here on.

mod access;
mod body;
mod composed;
mod enumeration;
mod keywords;
mod limits;
mod media;
mod object;
mod operation;
mod parameter;
mod properties;
mod response;
mod rust_type;
mod schema;
mod security;
mod server;
mod stream;
mod types;
mod union;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;

use serde_json::json;

use crate::api::{Api, Dependency};
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::{Document, LeftOut, Node};
use crate::options::Options;
use crate::source::Pointer;

use composed::Part;
use object::Pending;
use types::Types;

/// Reads the whole document. Problems are reported, and what they are about is left out of the result.
pub(crate) fn lower(document: &Document, options: &Options, reporter: &Reporter) -> Api {
    let root = document.root();
    let mut lowering = Lowering {
        reporter,
        left_out: document.left_out(),
        types: Types::default(),
        pending: VecDeque::new(),
        dependencies: BTreeMap::new(),
        depth: 0,
        open_unions: Vec::new(),
        parts: RefCell::default(),
        too_many_parts: Cell::new(false),
        is_secured: false,
    };
    let mut api = Api::default();
    if let Some(info) = root.get("info") {
        if let Some(info) = info.read::<openapiv3::Info>(&[], reporter) {
            api.title = info.title;
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
    if let Some(schemas) = root
        .get("components")
        .and_then(|components| components.get("schemas"))
    {
        for (name, schema) in schemas.expect_members(reporter) {
            if let Some(id) = lowering
                .definition(&schema)
                .and_then(|lowered| lowered.ty.named())
            {
                api.links.insert(name.to_lowercase(), id);
            }
        }
    }
    if !options.types_only {
        lowering.client(&root, &mut api);
    }
    api.types = lowering.types.finish();
    api.dependencies = lowering.dependencies;
    access::settle(&mut api);
    if api.server.url.is_none() && !root.has("servers") {
        let mut servers = api.operations.iter().map(|operation| &operation.server);
        api.server.url = servers.find_map(Clone::clone);
        for operation in &mut api.operations {
            operation
                .server
                .take_if(|server| Some(&*server) == api.server.url.as_ref());
        }
    }
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
            "add a path with an operation to `paths`",
        ))
    };
    if let Some((code, message, help)) = nothing.filter(|_| !reporter.has_errors()) {
        reporter.error(code, &root.pointer, message, help);
    }
    api
}

impl<'d> Lowering<'_, 'd> {
    /// All but the types that the document names.
    fn client(&mut self, root: &Node<'d>, api: &mut Api) {
        let reporter = self.reporter;
        api.server = server::lower(root, reporter);
        api.credentials = security::credentials(root, reporter);
        api.security = security::requirements(root, &api.credentials, reporter).unwrap_or_default();
        self.is_secured = !api.credentials.is_empty();
        api.operations = self.operations(root, api);
    }
}

/// What the parts of this stage share.
struct Lowering<'r, 'd> {
    reporter: &'r Reporter,
    left_out: &'d LeftOut,
    types: Types,
    /// Objects that have an id already and are read when what refers to them is done, so that a long chain of references
    /// needs no deep stack.
    pending: VecDeque<Pending<'d>>,
    /// Crates that types of the user's come from.
    dependencies: BTreeMap<String, Dependency>,
    /// How deep the schema that is being read lies in others.
    depth: usize,
    /// Unions that are being read, as alternatives of one another.
    open_unions: Vec<Pointer>,
    /// What schemas are put together from, which is asked for again and again.
    parts: RefCell<HashMap<Pointer, Rc<[Part<'d>]>>>,
    /// Whether a schema is put together from more others than can be read in good time.
    too_many_parts: Cell<bool>,
    /// Whether there are security schemes that the client knows.
    is_secured: bool,
}
