//! Paginated operations.

use serde_json::json;

use crate::api::{
    Api, Body, DeclaredPaging, Operation, OperationId, ParameterLocation, Property, TokenPaging,
    Type,
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
            let paging = check(api, operation, declared);
            let help = "fix the `x-paging` in the document or the overlay that adds it";
            let paging =
                paging.map_err(|problem| reporter.error(Code::Paging, &declared.at, problem, help));
            paging.ok()
        }
        DeclaredPaging::Undeclared => {
            propose(api, operation, reporter);
            None
        }
        DeclaredPaging::Off => None,
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
            if let Err(reason) = check(api, operation, &paging) {
                let is_token = steps(api, response, next).is_ok();
                if is_token && has_list && problem.is_none() {
                    problem = Some((paging, reason));
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

/// The path from the response to the next token; `Err` is the problem.
fn steps(api: &Api, response: &Type, path: &[String]) -> Result<Vec<PagingStep>, String> {
    let mut next = Vec::new();
    let mut at = response;
    for name in path {
        let found = at.named().zip(api.object(at)).and_then(|(owner, object)| {
            let mut properties = object.properties.iter();
            let property = properties.position(|property| property.name == *name)?;
            Some((owner, property, &object.properties[property]))
        });
        let Some((owner, index, property)) = found else {
            return Err(format!("the response has no `{}`", path.join(".")));
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
        return Err(format!("`{path}` in the response is not a string"));
    }
    Ok(next)
}

/// Checks paging against the parameters and the response of its operation; `Err` is the problem.
fn check(api: &Api, operation: &Operation, declared: &TokenPaging) -> Result<Paging, String> {
    let parameter = operation.parameters.iter().position(|parameter| {
        parameter.location == ParameterLocation::Query
            && parameter.property.name == declared.parameter
            && parameter.property.ty == Type::String
            && !parameter.property.required
    });
    let Some(parameter) = parameter else {
        return Err(format!(
            "there is no optional query parameter `{}` of type string",
            declared.parameter
        ));
    };
    let Some(response) = operation.response() else {
        return Err("the operation does not return a single type of JSON".to_owned());
    };
    let next = steps(api, response, &declared.next)?;
    let page = api.object(response);
    let properties = page.map_or(&[][..], |page| page.properties.as_slice());
    let is_items = |property: &Property| {
        matches!(property.ty, Type::Array(_))
            && property.required
            && (declared.items.is_empty() || property.name == declared.items)
    };
    let lists = properties.iter().enumerate();
    let lists = lists.filter(|(_, property)| is_items(property));
    let lists: Vec<(usize, &Property)> = lists.collect();
    match lists[..] {
        [
            (
                items,
                Property {
                    ty: Type::Array(item),
                    ..
                },
            ),
        ] => Ok(Paging {
            parameter,
            next,
            items,
            item: item.as_ref().clone(),
        }),
        _ => Err(format!(
            "the response has {} required arrays that could be the items; name one with `items`",
            lists.len()
        )),
    }
}
