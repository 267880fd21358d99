//! What the runtime makes up for tests is valid, according to an independent implementation of JSON Schema.

use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex};
use botpress_runtime::operations;
use botpress_runtime::testing::{Samples, Service};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{BuilderCore, SampleSchemas};
use openapi_client_runtime::testing::{self, ApiClient};
use serde_json::{Value, json};

const SEEDS: u64 = 100;

/// A type of the golden cases with limits that contradict each other.
const EXCEPTIONS: [&str; 1] = ["composed: Stamp"];

/// A JSON Schema, with formats.
struct Validator {
    schemas: boon::Schemas,
    index: SchemaIndex,
}

impl Validator {
    fn new(schema: Value) -> Self {
        Self::at(schema, "")
    }

    /// A schema inside of a document.
    fn at(document: Value, fragment: &str) -> Self {
        let mut schemas = boon::Schemas::new();
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        compiler.add_resource("schema.json", document).unwrap();
        let place = format!("schema.json{fragment}");
        let index = compiler.compile(&place, &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// The reason why a value is not valid.
    fn problem(&self, value: &Value) -> Option<String> {
        let error = self.schemas.validate(value, self.index).err()?;
        Some(format!("{error:#} in {value}"))
    }
}

#[tokio::test]
async fn inputs_and_responses_of_every_operation_are_valid() {
    for named in operations() {
        let id = named.operation().id();
        let input = Validator::new(named.input_schema());
        let output = Validator::new(named.output_schema());
        for seed in 0..SEEDS {
            let subject = format!("{id} with seed {seed}");
            let made = Samples::new(seed).input(id);
            assert_eq!(input.problem(&made), None, "{subject}");
            let arbitrary = Samples::arbitrary(seed).input(id);
            assert_eq!(input.problem(&arbitrary), None, "{subject}");
            let client = Service::new().sampled(seed).client();
            let response = client.call_json(id, made).await.unwrap();
            assert_eq!(output.problem(&response), None, "{subject}");
        }
    }
}

/// A client of which only the schemas are used.
struct Schemas<const CASE: usize>;

impl<const CASE: usize> ApiClient for Schemas<CASE> {
    type Builder = ();

    fn builder_with(_: impl FnOnce(BuilderCore) -> BuilderCore) {}

    fn build((): ()) -> Result<Self, ConfigError> {
        Ok(Self)
    }

    fn schemas() -> &'static SampleSchemas {
        static SCHEMAS: LazyLock<Vec<SampleSchemas>> = LazyLock::new(|| {
            let texts = CASES.iter().map(|(_, text)| SampleSchemas::new(text));
            texts.collect()
        });
        &SCHEMAS[CASE]
    }
}

macro_rules! cases {
    ($($name:literal)*) => {
        const CASES: &[(&str, &str)] = &[$((
            $name,
            include_str!(concat!("../../../generator/tests/cases/", $name, "/expected/operations.json")),
        )),*];
    };
}

cases! {
    "arguments" "bodies" "choices" "composed" "constants" "control" "limits" "modern" "names" "schemas" "streams" "wire"
}

/// Schemas that do not require what a response leaves out.
fn without_hidden(schema: Value) -> Value {
    match schema {
        Value::Object(mut keywords) => {
            let properties = keywords.get("properties").cloned().unwrap_or_default();
            let is_shown =
                |name: &Value| properties[name.as_str().unwrap_or_default()]["writeOnly"] != true;
            if let Some(Value::Array(required)) = keywords.get_mut("required") {
                required.retain(is_shown);
            }
            let keywords = keywords
                .into_iter()
                .map(|(name, value)| (name, without_hidden(value)));
            Value::Object(keywords.collect())
        }
        Value::Array(items) => items.into_iter().map(without_hidden).collect(),
        other => other,
    }
}

/// The types of a case for which some values are not valid, with the first problem.
fn problems<const CASE: usize>() -> Vec<(String, String)> {
    let (case, text) = CASES[CASE];
    let schemas: Value = serde_json::from_str(text).unwrap();
    let definitions = without_hidden(schemas["$defs"].clone());
    let names = definitions.as_object().unwrap().keys();
    let problem = |name: &String| {
        let schema = json!({"$ref": format!("#/$defs/{name}"), "$defs": definitions});
        let schema = Validator::new(schema);
        let samples = (0..SEEDS).flat_map(|seed| {
            let arbitrary = testing::Samples::arbitrary(seed);
            [testing::Samples::<Schemas<CASE>>::new(seed), arbitrary]
        });
        let mut values = samples.map(|samples| samples.value(name));
        values.find_map(|value| schema.problem(&value))
    };
    let problems = names.filter_map(|name| Some((format!("{case}: {name}"), problem(name)?)));
    problems.collect()
}

#[test]
fn values_of_every_type_of_the_golden_cases_are_valid() {
    let problems = [
        problems::<0>(),
        problems::<1>(),
        problems::<2>(),
        problems::<3>(),
        problems::<4>(),
        problems::<5>(),
        problems::<6>(),
        problems::<7>(),
        problems::<8>(),
        problems::<9>(),
        problems::<10>(),
        problems::<11>(),
    ]
    .concat();
    let names: Vec<&str> = problems.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, EXCEPTIONS, "{problems:#?}");
}

/// The schemas in `operations.json` are made from those of the document, so they may lack something.
#[test]
fn values_match_the_document() {
    const LIMITS: usize = 6;
    let (case, _) = CASES[LIMITS];
    assert_eq!(case, "limits");
    let document = include_str!("../../../generator/tests/cases/limits/openapi.yaml");
    let document: Value = serde_yaml::from_str(document).unwrap();
    let value = Validator::at(document.clone(), "#/components/schemas/Value");
    let of_operation = "#/paths/~1codes/post";
    let page = format!("{of_operation}/parameters/0/schema");
    let page = Validator::at(document.clone(), &page);
    let body = format!("{of_operation}/requestBody/content/application~1json/schema");
    let body = Validator::at(document, &body);
    for seed in 0..SEEDS {
        for samples in [
            testing::Samples::<Schemas<LIMITS>>::new(seed),
            testing::Samples::arbitrary(seed),
        ] {
            assert_eq!(value.problem(&samples.value("Value")), None);
            let input = samples.input("sendCodes");
            assert_eq!(page.problem(&input["page"]), None);
            assert_eq!(body.problem(&input["body"]), None);
        }
    }
}
