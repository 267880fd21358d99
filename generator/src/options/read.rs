//! Options from a file. All problems are reported at once, with their locations.

use serde::Deserialize as _;
use serde_json::{Map, Value, json};

use super::{Options, SelectorError};

use crate::diagnostics::{Code, Diagnostics, Location, Problem, Reporter, nearest};
use crate::source::{Origins, Pointer, Source, Sources, parse};

impl Options {
    /// Reads options from a YAML or JSON file. An empty file gives the defaults.
    ///
    /// # Errors
    ///
    /// Returns all problems: a text that cannot be parsed, unknown options, and invalid values.
    pub fn read(source: &Source) -> Result<Self, Diagnostics> {
        let reporter = Reporter::default();
        match read(source, &reporter) {
            Some(options) if !reporter.has_errors() => Ok(Self {
                file: Some(source.clone()),
                ..options
            }),
            _ => Err(reporter.locate(
                &Sources::new(source, &[], None),
                &Origins::default(),
                &Value::default,
            )),
        }
    }
}

fn read(source: &Source, reporter: &Reporter) -> Option<Options> {
    let report = |at: Pointer, message: String, help: &str| {
        let location = Location::Source(0, at);
        reporter.report(Problem::error(Code::Options, location, message, help));
    };
    let members = match parse(source) {
        Ok(Value::Object(members)) => members,
        Ok(Value::Null) => Map::new(),
        Ok(_) => {
            let message = "options must be an object".to_owned();
            report(Pointer::root(), message, "write options such as `include:`");
            return None;
        }
        Err(error) => {
            reporter.report(Problem::unreadable(error, 0));
            return None;
        }
    };
    let known = json!(Options::default());
    let known: Vec<&str> = known.as_object()?.keys().map(String::as_str).collect();
    for (key, value) in &members {
        let at = Pointer::root().join(key.as_str());
        if known.contains(&key.as_str()) {
            for (at, error) in mistakes(key, value, &at) {
                report(at, format!("`{key}`: {error}"), help(key));
            }
            continue;
        }
        let help = match nearest(key, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("use one of {}", known.join(", ")),
        };
        report(at, format!("unknown option `{key}`"), &help);
    }
    Options::deserialize(Value::Object(members)).ok()
}

/// The errors in the value of an option, item by item if it is a list.
fn mistakes(key: &str, value: &Value, at: &Pointer) -> Vec<(Pointer, String)> {
    let mistake = |value: Value| Options::deserialize(json!({ key: value })).err();
    let Some(whole) = mistake(value.clone()) else {
        return Vec::new();
    };
    // The item of a list that is not written as a list.
    if !value.is_array() && mistake(json!([value])).is_none() {
        let message = format!("it must be a list: write `{key}: {}`", json!([value]));
        return vec![(at.clone(), message)];
    }
    let items = value.as_array().into_iter().flatten().enumerate();
    let of_items = items.filter_map(|(index, item)| {
        let error = mistake(json!([item]))?;
        Some((at.join(index.to_string()), error.to_string()))
    });
    let of_items: Vec<_> = of_items.collect();
    if of_items.is_empty() {
        return vec![(at.clone(), whole.to_string())];
    }
    of_items
}

fn help(key: &str) -> &'static str {
    match key {
        "include" | "exclude" => SelectorError::HELP,
        "features" => "write `none` or `tags`",
        "accepted-warnings" => {
            "write `{code: unknown-format, at: '#/…', reason: …}`, as the warning is reported"
        }
        "root" => "write `crate` or the path of a module in it, such as `crate::api`",
        "types-only" | "trust-document-extensions" => "write `true` or `false`",
        _ => "see the documentation of `Options`",
    }
}
