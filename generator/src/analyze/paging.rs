//! Paginated operations.

use crate::api::{Api, OperationId, ParameterLocation, Property, Type};
use crate::diagnostics::{Code, Reporter};

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

/// Checks an operation's `x-paging` against its parameters and its response.
pub(super) fn find(api: &Api, id: OperationId, reporter: &Reporter) -> Option<Paging> {
    let operation = api.operation(id);
    let declared = operation.paging.as_ref()?;
    let report = |message: String| {
        reporter.error(
            Code::Paging,
            &declared.at,
            message,
            "fix the `x-paging` in the document or the overlay that adds it",
        );
    };
    let parameter = operation.parameters.iter().position(|parameter| {
        parameter.location == ParameterLocation::Query
            && parameter.property.name == declared.parameter
            && parameter.property.ty == Type::String
            && !parameter.property.required
    });
    let Some(parameter) = parameter else {
        report(format!(
            "there is no optional query parameter `{}` of type string",
            declared.parameter
        ));
        return None;
    };
    let Some(response) = operation.response() else {
        report("the operation does not return a single type of JSON".to_owned());
        return None;
    };
    let mut next = Vec::new();
    let mut at = response;
    for name in &declared.next {
        let found = at.named().zip(api.object(at)).and_then(|(owner, object)| {
            let property = object
                .properties
                .iter()
                .position(|property| property.name == *name)?;
            Some((owner, property, &object.properties[property]))
        });
        let Some((owner, index, property)) = found else {
            report(format!("the response has no `{}`", declared.next.join(".")));
            return None;
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
        report(format!(
            "`{}` in the response is not a string",
            declared.next.join(".")
        ));
        return None;
    }
    let page = api.object(response)?;
    let is_items = |property: &Property| {
        matches!(property.ty, Type::Array(_))
            && property.required
            && (declared.items.is_empty() || property.name == declared.items)
    };
    let lists: Vec<usize> = (0..page.properties.len())
        .filter(|index| is_items(&page.properties[*index]))
        .collect();
    let [items] = lists[..] else {
        report(format!(
            "the response has {} required arrays that could be the items; name one with `items`",
            lists.len()
        ));
        return None;
    };
    let Type::Array(item) = &page.properties[items].ty else {
        return None;
    };
    Some(Paging {
        parameter,
        next,
        items,
        item: item.as_ref().clone(),
    })
}
