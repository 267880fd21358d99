//! The only place where Rust names are chosen. Names that are spelled like the document's come first, and the others follow in
//! document order; a later claim of the same name gets a number. So the same document gives the same names. Names that an earlier
//! version gave are kept, so what a later version adds does not change the names of what exists.

mod case;
mod claims;
mod folded;
mod idents;
mod members;
mod namespace;
mod overruled;
mod reserved;
mod status;

pub(crate) use case::camel_case;

use std::collections::{BTreeMap, BTreeSet};

use claims::Claims;
use idents::Idents;
use namespace::Namespace;
use reserved::{BUILDER_METHODS, CHANGES, CLIENT_METHODS, FEATURES, MODULES};

use crate::analyze::Analysis;
use crate::api::{Api, DefinedIn, Operation, OperationId, SecuritySchemeKind, TypeId};
use crate::diagnostics::Reporter;
use crate::options::{KeptNames, Key, NameKind};

/// The names of everything that is generated.
#[derive(Debug)]
pub(crate) struct Names {
    types: BTreeMap<TypeId, TypeNames>,
    operations: Vec<OperationNames>,
    headers: Vec<String>,
    credentials: Vec<Option<String>>,
    features: Vec<String>,
    type_idents: BTreeSet<String>,
    kept: KeptNames,
}

/// The names of a type and its members.
#[derive(Debug)]
pub(crate) struct TypeNames {
    pub(crate) ident: String,
    /// The module that defines it, which is also the name of the file.
    pub(crate) module: String,
    pub(crate) file: String,
    /// Fields of an object or variants of an enumeration, in order.
    pub(crate) members: Vec<String>,
    /// Setters of an object, in the order of the fields.
    pub(crate) setters: Vec<SetterNames>,
    /// The variant of an enumeration or union for unknown values.
    pub(crate) catch_all: String,
    /// The field of an object for additional properties.
    pub(crate) rest: Option<String>,
}

impl TypeNames {
    /// The module that re-exports it.
    pub(crate) fn folder(&self) -> &str {
        self.file.split('/').next().unwrap_or_default()
    }
}

/// The names of an operation and its inputs.
#[derive(Debug)]
pub(crate) struct OperationNames {
    /// The struct of its inputs.
    pub(crate) request: String,
    /// The type of its calls, if there are optional inputs.
    pub(crate) call: Option<String>,
    /// The method of the client.
    pub(crate) method: String,
    pub(crate) module: String,
    /// Fields of the request, in the order of the inputs.
    pub(crate) fields: Vec<String>,
    /// Setters of the call, in the order of the inputs.
    pub(crate) setters: Vec<SetterNames>,
    /// The enum of its success responses, if they differ.
    pub(crate) responses: Option<EnumNames>,
    /// The enum of its error bodies, if they differ.
    pub(crate) errors: Option<EnumNames>,
}

/// The names of an enum with a variant for each response.
#[derive(Clone, Debug)]
pub(crate) struct EnumNames {
    pub(crate) ident: String,
    pub(crate) variants: Vec<String>,
}

/// The names of the methods that set a value.
#[derive(Debug)]
pub(crate) struct SetterNames {
    pub(crate) value: String,
    /// The setter for null, where null is different from an absent value.
    pub(crate) null: String,
}

impl Names {
    pub(crate) fn of_type(&self, id: TypeId) -> &TypeNames {
        &self.types[&id]
    }

    pub(crate) fn of_operation(&self, id: OperationId) -> &OperationNames {
        &self.operations[id.0]
    }

    /// The setting of a client header.
    pub(crate) fn of_header(&self, index: usize) -> &str {
        &self.headers[index]
    }

    /// The settings for credentials that are not tokens, in the order of the security schemes.
    pub(crate) fn credentials(&self) -> &[Option<String>] {
        &self.credentials
    }

    /// The Cargo feature for a tag, by the index of the tag.
    pub(crate) fn of_tag(&self, tag: usize) -> &str {
        &self.features[tag]
    }

    /// The names to keep in later versions of the document.
    pub(crate) fn kept(&self) -> &KeptNames {
        &self.kept
    }

    pub(crate) fn features(&self) -> &[String] {
        &self.features
    }

    /// Whether a type of the API has this name, so that nothing else can be imported under that name.
    pub(crate) fn is_type(&self, name: &str) -> bool {
        self.type_idents.contains(name)
    }
}

/// Chooses all names. Those that are kept from an earlier version come first.
pub(crate) fn choose(
    api: &Api,
    analysis: &Analysis,
    kept: &KeptNames,
    reporter: &Reporter,
) -> Names {
    let Idents {
        types: all,
        requests,
        enums,
        calls,
        mut given,
    } = Idents::choose(api, analysis, kept);
    let mut types = BTreeMap::new();
    let mut modules = Namespace::with(MODULES);
    for (id, ident) in all {
        let module = match api.type_def(id).defined_in {
            DefinedIn::OwnFile => modules.claim(case::module(&ident)),
            DefinedIn::Type(_) | DefinedIn::Operation(_) => String::new(),
        };
        let names = members::of_type(api, id, ident, module, kept, &mut given);
        if !kept.is_empty() {
            overruled::report(api, id, &names, reporter);
        }
        types.insert(id, names);
    }
    let methods = methods(api, kept, &mut given);
    let mut modules = Namespace::with(MODULES);
    let operations = requests
        .into_iter()
        .zip(methods)
        .zip(enums)
        .zip(calls)
        .zip(api.operation_ids())
        .map(|((((request, method), [responses, errors]), call), id)| {
            let inputs = analysis.inputs_of(id);
            let inputs = members::of_operation(api, id, inputs, &types, kept, &mut given);
            OperationNames {
                request,
                call,
                method,
                module: modules.claim(case::module(&api.operation(id).id)),
                fields: inputs.fields,
                setters: inputs.setters,
                responses,
                errors,
            }
        });
    let operations: Vec<_> = operations.collect();
    folded::report(api, &operations, reporter);
    let (headers, credentials) = settings(api, analysis, kept, &mut given);
    let type_idents = types.values().map(|names| names.ident.clone());
    let enums = operations
        .iter()
        .flat_map(|names| [&names.responses, &names.errors]);
    let enums = enums.flatten().map(|names| names.ident.clone());
    let type_idents = type_idents
        .chain(operations.iter().map(|names| names.request.clone()))
        .chain(operations.iter().filter_map(|names| names.call.clone()))
        .chain(enums)
        .collect();
    let features = features(&analysis.conditions.tags, kept, &mut given);
    if let Some(error) = analysis.kept_error(api) {
        given.insert(Key::of_client(NameKind::ErrorType, ""), error);
    }
    let mut names = Names {
        types,
        operations,
        headers,
        credentials,
        features,
        type_idents,
        kept: given,
    };
    names.set_modules(api);
    names
}

impl Names {
    /// Defines a type that is written inside another in that one's module.
    fn set_modules(&mut self, api: &Api) {
        for id in api.type_ids() {
            let mut at = id;
            let (folder, module) = loop {
                match api.type_def(at).defined_in {
                    DefinedIn::OwnFile => break ("types", self.of_type(at).module.clone()),
                    DefinedIn::Type(outer) => at = outer,
                    DefinedIn::Operation(operation) => {
                        break ("operations", self.of_operation(operation).module.clone());
                    }
                }
            };
            if let Some(names) = self.types.get_mut(&id) {
                names.file = format!("{folder}/{module}.rs");
                names.module = module;
            }
        }
    }
}

/// The methods for operations.
fn methods(api: &Api, kept: &KeptNames, given: &mut KeptNames) -> Vec<String> {
    let key = |operation: &Operation| Key::of_operation(&operation.key, NameKind::Method);
    let keys = api.operations.iter().map(key);
    let mut methods = Claims::new(Namespace::with(CLIENT_METHODS), kept, keys);
    let names = api.operations.iter().map(|operation| {
        let id = &*operation.id;
        (key(operation), id, method_name(id))
    });
    let names = methods.claim_all(&names.collect::<Vec<_>>());
    given.extend(methods.into_given());
    // An operation that declares its id has it as its key.
    for operation in api
        .operations
        .iter()
        .filter(|operation| operation.id != operation.key)
    {
        let key = Key::of_operation(&operation.key, NameKind::OperationId);
        given.insert(key, operation.id.clone());
    }
    names
}

/// The settings of a client: for headers, and for credentials that are not tokens.
fn settings(
    api: &Api,
    analysis: &Analysis,
    kept: &KeptNames,
    given: &mut KeptNames,
) -> (Vec<String>, Vec<Option<String>>) {
    let key_of_credential = |name: &str| Key::of_client(NameKind::Credential, name);
    let key_of_header = |name: &str| Key::of_client(NameKind::Header, name);
    let schemes = api.security_schemes.iter();
    let keys = schemes.map(|scheme| key_of_credential(&scheme.name));
    let headers = analysis.client_headers.iter();
    let keys = keys.chain(headers.map(|header| key_of_header(&header.property.name)));
    let reserved = Namespace::with(&[BUILDER_METHODS, CHANGES].concat());
    let mut settings = Claims::new(reserved, kept, keys);
    let credentials = api.security_schemes.iter().map(|credential| {
        let is_token = matches!(credential.kind, SecuritySchemeKind::Bearer);
        (!is_token).then(|| {
            settings.claim(key_of_credential(&credential.name), |settings| {
                settings.claim_or(case::snake(&credential.name), "_credential")
            })
        })
    });
    let credentials = credentials.collect();
    let headers = analysis.client_headers.iter().map(|header| {
        let wire_name = &header.property.name;
        let name = wire_name.to_lowercase();
        let name = name.strip_prefix("x-").unwrap_or(&name);
        settings.claim(key_of_header(wire_name), |settings| {
            settings.claim_or(case::snake(name), "_header")
        })
    });
    let headers = headers.collect();
    given.extend(settings.into_given());
    for header in &analysis.client_headers {
        let key = Key::of_client(NameKind::Presence, &header.property.name);
        given.insert(key, header.presence().to_owned());
    }
    (headers, credentials)
}

/// The Cargo features for tags.
fn features(tags: &[String], kept: &KeptNames, given: &mut KeptNames) -> Vec<String> {
    let key = |tag: &String| Key::of_client(NameKind::Feature, tag);
    let mut features = Claims::new(Namespace::with(FEATURES), kept, tags.iter().map(key));
    let names = tags
        .iter()
        .map(|tag| features.claim(key(tag), |features| features.claim(case::feature(tag))));
    let names = names.collect();
    given.extend(features.into_given());
    names
}

/// The method of an operation, if no other operation has the same name.
fn method_name(id: &str) -> String {
    let name = beside_changes(case::snake(id));
    if CLIENT_METHODS.contains(&&*name) {
        name + "_"
    } else {
        name
    }
}

/// Methods that change a client or a call begin with `with_`. Those for settings depend on the document, so no other method may
/// begin like that.
fn beside_changes(name: String) -> String {
    if name.starts_with("with_") {
        name + "_"
    } else {
        name
    }
}
