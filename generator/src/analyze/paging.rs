//! Paginated operations.

use serde_json::json;

use crate::api::{
    Api, Body, DeclaredPaging, Operation, OperationId, ParameterLocation, Property, Shape,
    TokenPaging, Type,
};
use crate::diagnostics::{Code, Help, Reporter};

/// The way to walk the pages of an operation.
#[derive(Debug)]
pub(crate) struct Paging {
    /// Index of the token's parameter in the operation's parameters.
    pub(crate) parameter: usize,
    /// The path of properties from the response to the next token.
    pub(crate) next: Vec<PagingStep>,
    /// Index of the items in the response's properties.
    pub(crate) items: usize,
    pub(crate) item: Type,
}

/// A property, identified by its type's id and its index in that type.
#[derive(Debug)]
pub(crate) struct PagingStep {
    pub(crate) owner: crate::api::TypeId,
    pub(crate) property: usize,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
}

/// The pages of an operation, from its `x-paging`. Without one, an operation that seems to have pages is reported.
pub(super) fn find(api: &Api, id: OperationId, reporter: &Reporter) -> Option<Paging> {
    let operation = api.operation(id);
    match &operation.paging {
        DeclaredPaging::Token(declared) => {
            let paging =
                check(api, operation, declared, reporter).map_err(|Misfit { problem, help }| {
                    reporter.error(Code::Paging, &declared.at, problem, help)
                });
            paging.ok()
        }
        DeclaredPaging::Undeclared => {
            propose(api, operation, reporter);
            None
        }
        DeclaredPaging::Off => None,
    }
}

/// A reason why paging does not fit its operation.
struct Misfit {
    problem: String,
    help: Help,
}

impl Misfit {
    fn new(problem: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            help: Help::new("fix the `x-paging` in the document or the overlay that adds it"),
        }
    }

    fn with(self, help: Help) -> Self {
        Self { help, ..self }
    }
}

/// Parameters that hold the token of a page, without `_` and in lower case.
const TOKENS: [&str; 9] = [
    "continuationtoken",
    "cursor",
    "marker",
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "pagecursor",
    "pagetoken",
    "paginationtoken",
];

/// Reports an operation that takes and returns a token, and so is likely to have pages.
fn propose(api: &Api, operation: &Operation, reporter: &Reporter) {
    let folded = |name: &str| name.replace(['_', '-'], "").to_lowercase();
    let properties = |ty: &Type| {
        api.object(ty)
            .map_or(&[][..], |object| object.properties.as_slice())
    };
    let Some(response) = operation.response() else {
        return;
    };
    let outer = properties(response).iter();
    let inner = outer.clone().flat_map(|outer| {
        let inner = properties(&outer.ty).iter();
        inner.map(|inner| vec![outer.name.clone(), inner.name.clone()])
    });
    let paths: Vec<Vec<String>> = outer
        .map(|outer| vec![outer.name.clone()])
        .chain(inner)
        .collect();
    let has_list = properties(response)
        .iter()
        .any(|property| matches!(property.ty, Type::Array(_)));
    let of_body = match &operation.body {
        Some(Body::Properties { properties, .. }) => properties.as_slice(),
        Some(Body::Whole { ty, .. }) => properties(ty),
        None => &[],
    };
    let parameters = operation.parameters.iter();
    let inputs = parameters.map(|parameter| &parameter.property);
    let mut problem = None;
    for input in inputs.chain(of_body) {
        let token = folded(&input.name);
        if !TOKENS.contains(&&*token) || input.ty != Type::String {
            continue;
        }
        let candidates = paths.iter().filter(|path| {
            let next = path.last().map(|name| folded(name)).unwrap_or_default();
            next.strip_prefix("next").unwrap_or(&next)
                == token.strip_prefix("next").unwrap_or(&token)
        });
        for next in candidates {
            let paging = TokenPaging {
                parameter: input.name.clone(),
                next: next.clone(),
                items: String::new(),
                at: operation.at.clone(),
            };
            if let Err(misfit) = check(api, operation, &paging, reporter) {
                let is_token = steps(api, response, next).is_ok();
                if is_token && has_list && problem.is_none() {
                    problem = Some((paging, misfit.problem));
                }
                continue;
            }
            let (token, next) = (paging.parameter, next.join("."));
            let message = format!(
                "this operation takes and returns a token for pages (`{token}` and `{next}`), but has no `x-paging`"
            );
            let help = Help::new(
                "add it for a stream over all pages, or `x-paging: false` if there are none",
            )
            .update(
                &operation.at,
                json!({"x-paging": {"token": token, "next": next}}),
            );
            reporter.warning(Code::Paging, &operation.at, message, help);
            return;
        }
    }
    if let Some((paging, reason)) = problem {
        let message = format!(
            "this operation takes and returns a token for pages (`{}` and `{}`), but has no `x-paging`, and a plain one would not fit: {reason}",
            paging.parameter,
            paging.next.join(".")
        );
        let help = Help::new(
            "fix the schema if it is wrong, for example with `required` for the list; otherwise, request the pages one by one",
        );
        let help = help.update(&operation.at, json!({"x-paging": false}));
        reporter.warning(Code::Paging, &operation.at, message, help);
    }
}

/// The path from the response to the next token.
fn steps(api: &Api, response: &Type, path: &[String]) -> Result<Vec<PagingStep>, Misfit> {
    let mut next = Vec::new();
    let mut at = response;
    for name in path {
        let found = at.named().zip(api.object(at)).and_then(|(owner, object)| {
            let mut properties = object.properties.iter();
            let property = properties.position(|property| property.name == *name)?;
            Some((owner, property, &object.properties[property]))
        });
        let Some((owner, index, property)) = found else {
            let path = path.join(".");
            return Err(Misfit::new(format!("the response has no `{path}`")));
        };
        next.push(PagingStep {
            owner,
            property: index,
            required: property.required,
            nullable: property.nullable,
        });
        at = &property.ty;
    }
    if *at != Type::String {
        let path = path.join(".");
        let problem = format!("`{path}` in the response is not a string");
        return Err(Misfit::new(problem));
    }
    Ok(next)
}

/// Checks paging against the parameters and the response of its operation.
fn check(
    api: &Api,
    operation: &Operation,
    declared: &TokenPaging,
    reporter: &Reporter,
) -> Result<Paging, Misfit> {
    let parameter = token(api, operation, &declared.parameter, reporter)?;
    let Some(response) = operation.response() else {
        let problem = "the operation does not return a single type of JSON";
        return Err(Misfit::new(problem));
    };
    let next = steps(api, response, &declared.next)?;
    let (items, item) = items(api, response, &declared.items, reporter)?;
    Ok(Paging {
        parameter,
        next,
        items,
        item,
    })
}

/// The index of the token's parameter.
fn token(
    api: &Api,
    operation: &Operation,
    name: &str,
    reporter: &Reporter,
) -> Result<usize, Misfit> {
    let parameters = operation.parameters.iter().enumerate();
    let mut queries =
        parameters.filter(|(_, parameter)| parameter.location == ParameterLocation::Query);
    let found = queries
        .clone()
        .find(|(_, query)| query.property.name == name);
    let Some((index, parameter)) = found else {
        let near = reporter.nearest(
            name,
            queries.by_ref().map(|(_, query)| &*query.property.name),
        );
        let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        let problem = format!("there is no query parameter `{name}`{near}");
        return Err(Misfit::new(problem));
    };
    let named = parameter.property.ty.named().map(|id| api.type_def(id));
    if let Some(newtype) = named.filter(|def| def.shape == Shape::StringNewtype) {
        let problem = format!(
            "the query parameter `{name}` is of type `{}`, but page tokens are plain strings",
            newtype.name
        );
        let help = Help::new("remove its `x-rust-newtype`");
        return Err(Misfit::new(problem).with(help));
    }
    if parameter.property.ty != Type::String {
        let problem = format!(
            "the query parameter `{name}` is not of type string: pages have to be linked by tokens, not by page numbers, offsets or dates"
        );
        let help = "remove the `x-paging`, and request the pages one by one";
        let help = Help::new(help).update(&operation.at, json!({"x-paging": false}));
        return Err(Misfit::new(problem).with(help));
    }
    if parameter.property.required {
        let problem =
            format!("the query parameter `{name}` is required, but the first page has no token");
        let help = Help::new("make it optional, if the service does");
        let help = help.update(&parameter.at, json!({"required": false}));
        return Err(Misfit::new(problem).with(help));
    }
    Ok(index)
}

/// The index of the items in the properties of the response, and the type of one. A name that is empty fits any property.
fn items(
    api: &Api,
    response: &Type,
    name: &str,
    reporter: &Reporter,
) -> Result<(usize, Type), Misfit> {
    let page = api.object(response);
    let properties = page.map_or(&[][..], |page| page.properties.as_slice());
    let fits = |property: &&Property| name.is_empty() || property.name == name;
    let lists = properties.iter().enumerate();
    let lists = lists.filter_map(|(index, property)| match &property.ty {
        Type::Array(item) if fits(&property) => Some((index, property, item.as_ref())),
        _ => None,
    });
    let (required, optional): (Vec<_>, Vec<_>) =
        lists.partition(|(_, property, _)| property.required);
    match (&required[..], &optional[..]) {
        ([(items, _, item)], _) => Ok((*items, (*item).clone())),
        ([], [(_, list, _)]) => {
            let list = &list.name;
            let problem = format!("`{list}` in the response is an array, but not required");
            let at = response.named().map(|id| &api.type_def(id).at);
            let mut help = Help::new("add it to `required`, if each response has it");
            if let Some(at) = at {
                help = help.update(at, json!({"required": [list]}));
            }
            Err(Misfit::new(problem).with(help))
        }
        ([], _) if properties.iter().any(|property| property.name == name) => {
            let problem = format!("`{name}` in the response is not an array");
            Err(Misfit::new(problem))
        }
        ([], []) if !name.is_empty() => {
            let near = reporter.nearest(name, properties.iter().map(|property| &*property.name));
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            let problem = format!("the response has no `{name}`{near}");
            Err(Misfit::new(problem))
        }
        ([], []) => Err(Misfit::new("the response has no array of items")),
        _ => {
            let problem = format!(
                "the response has {} arrays that could be the items",
                required.len().max(optional.len())
            );
            let help = Help::new("name one of them with `items`; it has to be required");
            Err(Misfit::new(problem).with(help))
        }
    }
}
