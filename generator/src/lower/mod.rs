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
mod schema;
mod security;
mod server;
mod stream;
mod types;
mod union;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use serde_json::json;

use crate::api::Api;
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::{Document, Pointer};

use composed::Part;
use object::Pending;
use types::Types;

/// Reads the whole document. Problems are reported, and what they are about is left out of the result.
pub(crate) fn lower(document: &Document, reporter: &Reporter) -> Api {
    let root = document.root();
    let mut lowering = Lowering {
        reporter,
        types: Types::default(),
        pending: VecDeque::new(),
        depth: 0,
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
    api.server = server::lower(&root, reporter);
    api.credentials = security::credentials(&root, reporter);
    api.security = security::requirements(&root, &api.credentials, reporter).unwrap_or_default();
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
    lowering.is_secured = !api.credentials.is_empty();
    api.operations = lowering.operations(&root, &api);
    api.types = lowering.types.finish();
    access::settle(&mut api);
    if api.server.url.is_none() && root.get("servers").is_none() {
        let mut servers = api.operations.iter().map(|operation| &operation.server);
        api.server.url = servers.find_map(Clone::clone);
        for operation in &mut api.operations {
            operation
                .server
                .take_if(|server| Some(&*server) == api.server.url.as_ref());
        }
    }
    if api.operations.is_empty() && !reporter.has_errors() {
        reporter.error(
            Code::NoOperations,
            &root.pointer,
            "the document has no operation",
            "add a path with an operation to `paths`",
        );
    }
    api
}

/// What the parts of this stage share.
struct Lowering<'r, 'd> {
    reporter: &'r Reporter,
    types: Types,
    /// Objects that have an id already and are read when what refers to them is done, so that a long chain of references
    /// needs no deep stack.
    pending: VecDeque<Pending<'d>>,
    /// How deep the schema that is being read lies in others.
    depth: usize,
    /// What schemas are put together from, which is asked for again and again.
    parts: RefCell<HashMap<Pointer, Rc<[Part<'d>]>>>,
    /// Whether a schema is put together from more others than can be read in good time.
    too_many_parts: Cell<bool>,
    /// Whether there are security schemes that the client knows.
    is_secured: bool,
}
