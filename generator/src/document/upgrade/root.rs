//! The document as a whole.

use serde_json::{Value, json};

use super::{Members, Upgrade};
use crate::diagnostics::{Code, Help};

/// Supported dialects.
const DIALECTS: &[&str] = &[
    "https://spec.openapis.org/oas/3.1/dialect/",
    "https://spec.openapis.org/oas/3.2/dialect/",
    "https://json-schema.org/draft/2020-12/schema",
];

/// Whether this is a dialect of JSON Schema that this module rewrites.
fn is_known(dialect: &str) -> bool {
    DIALECTS.iter().any(|known| dialect.starts_with(known))
}

impl Upgrade<'_> {
    /// Reports the dialect of a single schema.
    pub(super) fn dialect(&self, schema: &Members) {
        let dialect = schema.get("$schema").and_then(Value::as_str);
        if let Some(dialect) = dialect.filter(|dialect| !is_known(dialect)) {
            let message =
                format!("this schema in the dialect `{dialect}` is read as JSON Schema 2020-12");
            let help = Help::new("check that no keyword has another meaning in it").remove();
            self.warn(Code::Dialect, &self.at.join("$schema"), message, help);
        }
    }

    pub(super) fn root(&mut self, root: &mut Members) {
        root.insert("openapi".to_owned(), json!("3.0.3"));
        // A document may have only webhooks or components.
        root.entry("paths").or_insert_with(|| json!({}));
        if let Some(Value::Object(info)) = root.get_mut("info") {
            self.inside("info", |this| this.info(info));
        }
        if root
            .get("webhooks")
            .and_then(Value::as_object)
            .is_some_and(|webhooks| !webhooks.is_empty())
        {
            let message =
                "webhooks are requests that the API makes: the client has no methods for them";
            let help = "no action needed; the types of their bodies are generated if `components` names them";
            let at = self.at.join("webhooks");
            self.warn(Code::Webhooks, &at, message, Help::new(help).remove());
        }
        let dialect = root.get("jsonSchemaDialect").and_then(Value::as_str);
        if let Some(dialect) = dialect.filter(|dialect| !is_known(dialect)) {
            let message =
                format!("schemas in the dialect `{dialect}` are read as JSON Schema 2020-12");
            let help = Help::new("check that no keyword has another meaning in it").update(
                self.location(&self.at),
                json!({"jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema"}),
            );
            let at = self.at.join("jsonSchemaDialect");
            self.warn(Code::Dialect, &at, message, help);
        }
    }

    /// Makes the summary the first paragraph of the description, unless the description starts with it anyway.
    fn info(&mut self, info: &mut Members) {
        let text = |key: &str| {
            info.get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .trim()
        };
        let (summary, description) = (text("summary"), text("description"));
        if summary.is_empty() || description.starts_with(summary.trim_end_matches('.')) {
            return;
        }
        let description = format!("{summary}\n\n{description}");
        let is_new = !info.contains_key("description");
        info.insert("description".to_owned(), json!(description.trim_end()));
        if is_new {
            self.added(&self.below(&["description"]), &self.below(&["summary"]));
        }
    }
}
