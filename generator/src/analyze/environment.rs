//! Environment variables of settings: each setting has its own.

use std::collections::{BTreeMap, BTreeSet};

use super::ClientHeader;
use crate::api::Api;
use crate::diagnostics::{Code, Help, Reporter};
use crate::source::Pointer;

/// The variables that settings are read from, each with the place that names it.
pub(crate) fn variables(api: &Api, headers: &[ClientHeader]) -> BTreeMap<String, Pointer> {
    let root = Pointer::root();
    let server = api.server.environment.iter();
    let server = server.map(|variable| (variable, root.extended(&["servers", "0", "x-env"])));
    let schemes = api.security_schemes.iter().filter_map(|scheme| {
        let at = root.extended(&["components", "securitySchemes", &scheme.name, "x-env"]);
        Some((scheme.environment.as_ref()?, at))
    });
    let parameters = api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters);
    let parameters = parameters.filter_map(|parameter| {
        let header = headers.iter().find(|header| header.is(parameter))?;
        let variable = header.environment.as_ref()?;
        let is_named_here = parameter.environment.as_ref() == Some(variable);
        is_named_here.then(|| (variable, parameter.at.join("x-env")))
    });
    let mut variables = BTreeMap::new();
    for (variable, at) in server.chain(schemes).chain(parameters) {
        variables.entry(variable.clone()).or_insert(at);
    }
    variables
}

/// Reports variables that several settings share, and those that no setting is read from.
pub(super) fn check(api: &Api, headers: &[ClientHeader], reporter: &Reporter) {
    let root = Pointer::root();
    let server = api.server.environment.iter().map(|variable| {
        let at = root.extended(&["servers", "0", "x-env"]);
        (variable, "the base URL".to_owned(), at)
    });
    let schemes = api.security_schemes.iter().filter_map(|scheme| {
        let at = root.extended(&["components", "securitySchemes", &scheme.name]);
        let what = format!("the security scheme `{}`", scheme.name);
        Some((scheme.environment.as_ref()?, what, at))
    });
    let mut settings: BTreeMap<&str, String> = BTreeMap::new();
    let mut claim = |variable, what: String, at: &Pointer| {
        let other = settings.entry(variable).or_insert_with(|| what.clone());
        if *other != what {
            let message = format!("`{variable}` is the environment variable of {other}, too");
            let help =
                "no action needed if both have the same value; otherwise use another variable";
            reporter.warning(Code::EnvironmentVariable, at, message, help);
        }
    };
    for (variable, what, at) in server.chain(schemes) {
        claim(variable, what, &at);
    }
    let mut seen = BTreeSet::new();
    let parameters = api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters);
    for parameter in parameters.filter(|parameter| seen.insert(&parameter.at)) {
        let Some(variable) = &parameter.environment else {
            continue;
        };
        let at = parameter.at.join("x-env");
        let name = &parameter.property.name;
        let header = headers.iter().find(|header| header.is(parameter));
        let of_header = header.and_then(|header| header.environment.as_ref());
        match of_header {
            None => {
                let message = format!(
                    "`x-env` has no effect: `{name}` is not a setting of the client, because too few operations declare it"
                );
                let help = Help::new("remove it, and set the header with each call").remove();
                reporter.warning(Code::EnvironmentVariable, &at, message, help);
            }
            Some(other) if other != variable => {
                let message = format!("elsewhere, `{name}` is read from `{other}`, which is used");
                let help = "use the same variable everywhere";
                reporter.warning(Code::EnvironmentVariable, &at, message, help);
            }
            Some(_) => claim(variable, format!("the header `{name}`"), &at),
        }
    }
}
