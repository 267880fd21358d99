//! The only place where Rust names are chosen. Names that are spelled like the document's come first, and the others follow in
//! document order; a later claim of the same name gets a number. So the same document gives the same names, and what a later
//! version adds rarely changes the names of what exists.

mod case;
mod claims;
mod folded;
mod idents;
mod namespace;
mod reserved;
mod status;

pub(crate) use case::camel_case;

use std::collections::{BTreeMap, BTreeSet};

use claims::{Claims, key_of_method, keys_of_methods};
use idents::Idents;
use namespace::Namespace;
use reserved::{
    BUILDER_METHODS, CALL_METHODS, CATCH_ALL, CHANGES, CLIENT_METHODS, FEATURES, MODULES,
};

use crate::analyze::Analysis;
use crate::api::{
    Api, DefinedIn, Input, InputLocation, OperationId, Property, SecuritySchemeKind, Shape, Type,
    TypeId,
};
use crate::diagnostics::Reporter;
use crate::options::KeptNames;

/// The field for additional properties.
const REST: &str = "additional_properties";

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
        given: mut kept_idents,
    } = Idents::choose(api, analysis, kept);
    let mut types = BTreeMap::new();
    let mut modules = Namespace::with(MODULES);
    for (id, ident) in all {
        let module = match api.type_def(id).defined_in {
            DefinedIn::OwnFile => modules.claim(case::module(&ident)),
            DefinedIn::Type(_) | DefinedIn::Operation(_) => String::new(),
        };
        types.insert(id, type_names(api, id, ident, module));
    }
    let mut methods = Claims::new(
        Namespace::with(CLIENT_METHODS),
        &kept.0,
        &keys_of_methods(api),
    );
    let names = api.operations.iter().map(|operation| {
        let id = &*operation.id;
        (key_of_method(operation), id, method_name(id))
    });
    let names_of_methods = methods.claim_all(&names.collect::<Vec<_>>());
    let mut modules = Namespace::with(MODULES);
    let operations = requests
        .into_iter()
        .zip(names_of_methods)
        .zip(enums)
        .zip(calls)
        .zip(api.operation_ids())
        .map(|((((request, method), [responses, errors]), call), id)| {
            let operation = api.operation(id);
            let fields = fields_of(api, analysis.inputs_of(id), &types);
            OperationNames {
                request,
                call,
                method,
                module: modules.claim(case::module(&operation.id)),
                setters: setters(&fields, CALL_METHODS),
                fields,
                responses,
                errors,
            }
        });
    let operations: Vec<_> = operations.collect();
    folded::report(api, &operations, reporter);
    let (headers, credentials) = settings(api, analysis);
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
    let mut features = Namespace::with(FEATURES);
    let tags = analysis.conditions.tags.iter();
    let features = tags.map(|tag| features.claim(case::feature(tag))).collect();
    kept_idents.extend(methods.into_given());
    let mut names = Names {
        kept: KeptNames(kept_idents),
        types,
        operations,
        headers,
        credentials,
        features,
        type_idents,
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

/// The settings of a client: for headers, and for credentials that are not tokens.
fn settings(api: &Api, analysis: &Analysis) -> (Vec<String>, Vec<Option<String>>) {
    let mut settings = Namespace::with(&[BUILDER_METHODS, CHANGES].concat());
    let credentials = api.security_schemes.iter().map(|credential| {
        let is_token = matches!(credential.kind, SecuritySchemeKind::Bearer);
        let name = case::snake(&credential.name);
        (!is_token).then(|| settings.claim_or(name, "_credential"))
    });
    let credentials = credentials.collect();
    let headers = analysis.client_headers.iter().map(|header| {
        let name = header.property.name.to_lowercase();
        let name = name.strip_prefix("x-").unwrap_or(&name);
        settings.claim_or(case::snake(name), "_header")
    });
    (headers.collect(), credentials)
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

/// A setter has the name of its field, unless the type has another method with that name.
fn setters(fields: &[String], reserved: &[&str]) -> Vec<SetterNames> {
    let mut namespace = Namespace::with(reserved);
    let mut values: Vec<SetterNames> = Vec::new();
    for field in fields {
        values.push(SetterNames {
            value: namespace.claim_or(beside_changes(field.clone()), "_"),
            null: String::new(),
        });
    }
    for (names, field) in values.iter_mut().zip(fields) {
        names.null = namespace.claim_or(format!("{}_null", field.trim_end_matches('_')), "_");
    }
    values
}

fn type_names(api: &Api, id: TypeId, ident: String, module: String) -> TypeNames {
    let mut namespace = Namespace::default();
    // The variant for unknown values comes first: a value that a later version lists must not take its name.
    let catch_all = match &api.type_def(id).shape {
        Shape::Enumeration(enumeration) => enumeration.other_boolean().unwrap_or(CATCH_ALL),
        _ => CATCH_ALL,
    };
    let catch_all = namespace.claim(catch_all.to_owned());
    // So does the field for properties that are not listed.
    let rest = match &api.type_def(id).shape {
        Shape::Object(object) => object.additional.as_ref(),
        _ => None,
    };
    let rest = rest.map(|_| namespace.claim(REST.to_owned()));
    let values: Vec<String>;
    let members = match &api.type_def(id).shape {
        Shape::Object(object) => {
            let names = object.properties.iter().map(|property| &*property.name);
            namespace.claim_all(names.map(|name| (name, case::snake(name))))
        }
        Shape::Enumeration(enumeration) => {
            let names = enumeration.values.iter();
            let names = names.map(|value| {
                value
                    .name
                    .clone()
                    .unwrap_or_else(|| value.value.to_string())
            });
            values = names.collect();
            namespace.claim_all(values.iter().map(|name| (&**name, case::pascal(name))))
        }
        Shape::Union(union) => {
            let names = union.variants.iter().map(|variant| &*variant.name);
            namespace.claim_all(names.map(|name| (name, case::pascal(name))))
        }
        Shape::StringNewtype => Vec::new(),
    };
    let setters = match &api.type_def(id).shape {
        Shape::Object(_) => {
            let reserved = ["new", "clone", "default"]
                .into_iter()
                .chain(rest.as_deref());
            setters(&members, &reserved.collect::<Vec<_>>())
        }
        _ => Vec::new(),
    };
    TypeNames {
        ident,
        module,
        file: String::new(),
        members,
        setters,
        catch_all,
        rest,
    }
}

fn fields_of(api: &Api, inputs: &[Input], types: &BTreeMap<TypeId, TypeNames>) -> Vec<String> {
    let mut namespace = Namespace::default();
    let fields = inputs.iter().map(|input| {
        let name = case::snake(&input.property.name);
        match input.location {
            InputLocation::Body => namespace.claim(body_name(api, &input.property, types)),
            InputLocation::Property | InputLocation::Rest => {
                namespace.claim_or_prefixed(name, "body")
            }
            InputLocation::Parameter(location) => {
                namespace.claim_or_prefixed(name, location.name())
            }
        }
    });
    fields.collect()
}

/// `pet: Pet` says more than `body: Pet`.
fn body_name(api: &Api, body: &Property, types: &BTreeMap<TypeId, TypeNames>) -> String {
    match &body.ty {
        Type::Named(id) if api.type_def(*id).defined_in == DefinedIn::OwnFile => {
            case::snake(&types[id].ident)
        }
        _ => "body".to_owned(),
    }
}
