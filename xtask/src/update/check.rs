//! Refuses documents that are not to be taken in: damaged ones, and those of another API.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};
use openapi_rust_client::internal::{Messages, one_line, report};
use openapi_rust_client_generator::{Code, Severity, Source};
use serde_json::Value;

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

/// Fails for the document of another API. An API that changes its title keeps its server, and the other way round. That is
/// worth a warning, because two APIs may have the same title.
pub(super) fn same_api(published: &Source, document: &Value, previous: &Value) -> Result<()> {
    let title = |document: &Value| document["info"]["title"].as_str().map(str::to_owned);
    let (Some(new), Some(old)) = (title(document), title(previous)) else {
        return Ok(());
    };
    let (name, servers) = (&published.name, [servers(document), servers(previous)]);
    if !servers[0].is_disjoint(&servers[1]) {
        return Ok(());
    }
    ensure!(
        new == old,
        "{name} is the document of another API: its title is `{}`, the title of {SPEC} is `{}`, and they have no server \
         in common. If it replaces that API, pass `--another-api`; no file was changed",
        one_line(&new),
        one_line(&old)
    );
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
    if found != known {
        report::warning(&format!(
            "{name} has other servers than {SPEC}: {found} in place of {known}; is it the same API?"
        ));
    }
    Ok(())
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
    let published = match fit(published) {
        Ok(published) => published.generated.warnings,
        Err(problems) => problems,
    };
    // Only what has to be fixed first.
    let fatal = [published, problems].into_iter().find_map(|mut problems| {
        problems.retain(|problem| problem.severity == Severity::Error || is_damage(problem.code));
        (!problems.is_empty()).then(|| problems.into_errors())
    });
    messages.conclude(Err(fatal.unwrap_or_default()))?;
    bail!("nothing was generated")
}
