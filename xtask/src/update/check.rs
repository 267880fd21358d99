//! Refuses documents that are not to be taken in: damaged ones, and those of another API.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};
use openapi_rust_client::internal::{Messages, one_line, report};
use openapi_rust_client_generator::{Code, Diagnostic, Severity, Source};
use serde_json::Value;

use super::counterparts::ids;
use super::facts::PROSE;
use super::walk::places;
use crate::fit::{Fitted, fit};
use crate::spec::{SPEC, Spec};

/// Fails for a document without what the lock states, or with a description that is not text, which would be taken for a fact.
pub(super) fn complete(published: &Source, document: &Value) -> Result<()> {
    let name = &published.name;
    for key in ["title", "version"] {
        ensure!(
            !document["info"][key].is_null(),
            "{name} has no `info.{key}`; no file was changed"
        );
    }
    for place in places(document) {
        for key in PROSE {
            let text = place.members.get(key);
            ensure!(
                text.is_none_or(|text| text.is_string() || text.is_null()),
                "{name} has a value at #{}/{key} that is not a string; no file was changed",
                one_line(&place.pointer)
            );
        }
    }
    Ok(())
}

/// The part of the operations of the smaller document that the document of the same API has in common: a quarter. APIs of one
/// publisher often share the server, but not the routes.
const SHARED_ROUTES: usize = 4;

/// Fails for the document of another API: it has few routes in common, or neither the title nor a server. An API that changes
/// only one of the two is worth a warning, because two APIs may have the same title.
pub(super) fn same_api(published: &Source, document: &Value, previous: &Value) -> Result<()> {
    let title = |document: &Value| document["info"]["title"].as_str().map(one_line);
    let (Some(new), Some(old)) = (title(document), title(previous)) else {
        return Ok(());
    };
    let (name, servers) = (&published.name, [servers(document), servers(previous)]);
    let routes = [routes(document), routes(previous)];
    let mut shared = routes[0].intersection(&routes[1]).count();
    if new == old {
        // Such an API may have moved to `/v2`. APIs of one publisher often have ids like `getUser` in common, but not the title.
        let ids = [ids(document), ids(previous)];
        shared = shared.max(ids[0].intersection(&ids[1]).count());
    }
    let fewest = routes[0].len().min(routes[1].len());
    let has_server = !servers[0].is_disjoint(&servers[1]);
    let titles = if new == old {
        format!("it has the title of {SPEC}, `{old}`, but")
    } else {
        format!("its title is `{new}`, the title of {SPEC} is `{old}`, and")
    };
    let advice = "If it replaces that API, pass `--another-api`; no file was changed";
    ensure!(
        shared * SHARED_ROUTES >= fewest,
        "{name} is the document of another API: {titles} they have {shared} of {} operations in common. {advice}",
        routes[1].len()
    );
    ensure!(
        new == old || has_server,
        "{name} is the document of another API: {titles} they have no server in common. {advice}"
    );
    let version = |document: &Value| document["info"]["version"].as_str().map(one_line);
    if let (Some(new), Some(old)) = (version(document), version(previous))
        && is_older(&new, &old)
    {
        report::warning(&format!(
            "{name} has version {new}, which is older than {old} in {SPEC}; is it the newest document?"
        ));
    }
    if new != old {
        report::warning(&format!(
            "{name} has another title than {SPEC}: `{new}` in place of `{old}`; is it the same API?"
        ));
    }
    let [found, known] = servers.map(|urls| {
        let urls: Vec<_> = urls
            .into_iter()
            .map(|url| format!("`{}`", one_line(url)))
            .collect();
        if urls.is_empty() {
            "none".to_owned()
        } else {
            urls.join(", ")
        }
    });
    if !has_server && found != known {
        report::warning(&format!(
            "{name} has other servers than {SPEC}: {found} in place of {known}; is it the same API?"
        ));
    }
    Ok(())
}

pub(super) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The operations of a document, with their paths and methods.
pub(super) fn operations(document: &Value) -> impl Iterator<Item = (&str, &'static str, &Value)> {
    let items = document["paths"].as_object().into_iter().flatten();
    items.flat_map(|(path, item)| {
        let methods = METHODS.into_iter();
        methods.filter_map(move |method| Some((&**path, method, item.get(method)?)))
    })
}

/// The methods and paths of the operations. The names of path parameters are not a part of a route.
fn routes(document: &Value) -> BTreeSet<(String, &str)> {
    let routes = operations(document).map(|(path, method, _)| {
        let segments = path.trim_end_matches('/').split('/');
        let segments = segments.map(|segment| {
            if segment.starts_with('{') {
                "{}"
            } else {
                segment
            }
        });
        (segments.collect::<Vec<_>>().join("/"), method)
    });
    routes.collect()
}

/// Whether a version has a smaller number than another one. Versions that are not numbers with dots have no order.
fn is_older(version: &str, other: &str) -> bool {
    let numbers = |version: &str| {
        let numbers = version.split('.').map(str::parse::<u64>);
        numbers.collect::<Result<Vec<_>, _>>().ok()
    };
    numbers(version)
        .zip(numbers(other))
        .is_some_and(|(version, other)| version < other)
}

fn servers(document: &Value) -> BTreeSet<&str> {
    let servers = document["servers"].as_array().into_iter().flatten();
    servers
        .filter_map(|server| server["url"].as_str())
        .collect()
}

/// The client for the facts of a document. Its problems are reported where they are in the published text.
pub(super) fn undamaged(facts: &Spec, published: &Spec, messages: Messages) -> Result<Fitted> {
    let is_damage = |code: Code| code == Code::Invalid;
    let fitted = fit(facts);
    let is_damaged = match &fitted {
        Ok(fitted) => {
            let mut warnings = fitted.generated.warnings.iter();
            warnings.any(|warning| is_damage(warning.code))
        }
        Err(_) => true,
    };
    let problems = match fitted {
        Ok(fitted) if !is_damaged => return Ok(fitted),
        Ok(fitted) => fitted.generated.warnings,
        Err(problems) => problems,
    };
    let problems_of = |spec: &Spec| match fit(spec) {
        Ok(published) => published.generated.warnings,
        Err(problems) => problems,
    };
    // What is wrong without any overlay is not their fault.
    let alone = Spec {
        prose: None,
        corrections: None,
        ..published.clone()
    };
    // An action fails on null, which is only a warning where no action is on it.
    let mut on_null = problems.iter();
    let is_on_null = on_null.any(|problem| {
        problem.code == Code::Overlay && problem.message.contains("a target is null")
    });
    let is_fatal = |problem: &Diagnostic| {
        problem.severity == Severity::Error
            || is_damage(problem.code)
            || (is_on_null && problem.code == Code::Null)
    };
    // Only what has to be fixed first.
    let candidates = [problems_of(&alone), problems_of(published), problems];
    let fatal = candidates.into_iter().find_map(|mut problems| {
        problems.retain(is_fatal);
        (!problems.is_empty()).then(|| problems.into_errors())
    });
    messages.conclude(Err(fatal.unwrap_or_default()))?;
    bail!("nothing was generated")
}
