//! A program that uses everything public in a generated crate: it calls each method with values of the exact types, reads each
//! field as its exact type, and matches each variant. It is written from the generated Rust alone, so that it is independent of the
//! comparison that it checks.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use quote::ToTokens;
use syn::{
    Fields, FnArg, GenericArgument, GenericParam, ImplItem, Item, ItemImpl, ItemUse, PathArguments,
    ReturnType, Signature, Type, TypeParamBound, Visibility,
};

/// The program for a crate called `api`, from the files of the crate.
pub(super) fn consumer(files: &BTreeMap<String, String>) -> anyhow::Result<String> {
    let mut text = "#![allow(warnings)]\n\nfn any<T>() -> T {\n    panic!()\n}\n".to_owned();
    for (path, code) in files {
        let is_rust = Path::new(path)
            .extension()
            .is_some_and(|extension| extension == "rs");
        if !is_rust || path.ends_with("/mod.rs") || path == "by_name.rs" {
            continue;
        }
        let file = syn::parse_file(code)?;
        let is_root = path == "mod.rs";
        let module = if is_root {
            "root".to_owned()
        } else {
            path.trim_end_matches(".rs").replace('/', "_")
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\nmod {module} {{");
        let folder = path.split('/').next().filter(|_| path.contains('/'));
        let own = folder.map_or_else(|| "api".to_owned(), |folder| format!("api::{folder}"));
        let _ = writeln!(text, "    use super::any;\n    use {own}::*;");
        let mut uses = Uses {
            text: String::new(),
            number: 0,
            generics: "",
        };
        // The root imports only what it exports, which is imported already.
        let items = file.items.iter();
        for item in items.filter(|item| !is_root || !matches!(item, Item::Use(_))) {
            uses.item(item);
        }
        text += &uses.text.replace("crate ::", "api ::");
        text += "}\n";
    }
    Ok(text + "\nfn main() {}\n")
}

struct Uses {
    text: String,
    number: usize,
    /// The type parameters of functions: `<R>`.
    generics: &'static str,
}

impl Uses {
    /// Adds a function with these parameters and this body.
    fn function(&mut self, parameters: &str, body: &str) {
        self.number += 1;
        let _ = writeln!(
            self.text,
            "    fn f{}{}({parameters}) {{ {body} }}",
            self.number, self.generics
        );
    }

    fn item(&mut self, item: &Item) {
        match item {
            // Calls by name are not compiled, and all features of the crate are on.
            Item::Use(import) if !is_by_name(import) => {
                let _ = writeln!(self.text, "    use {};", text(&import.tree));
            }
            Item::Struct(item) => {
                if is_public(&item.vis) {
                    let body = format!("let {} {{ .. }} = value;", item.ident);
                    self.function(&format!("value: {}", item.ident), &body);
                }
                let Fields::Named(fields) = &item.fields else {
                    return;
                };
                for field in fields.named.iter().filter(|field| is_public(&field.vis)) {
                    if let Some(name) = &field.ident {
                        let body = format!("let _: &{} = &value.{name};", text(&field.ty));
                        self.function(&format!("value: {}", item.ident), &body);
                    }
                }
            }
            Item::Enum(item) if is_public(&item.vis) => {
                for variant in &item.variants {
                    let (name, variant_name) = (&item.ident, &variant.ident);
                    let body = match &variant.fields {
                        Fields::Unnamed(held) => {
                            let ty = held.unnamed.first().map(|held| text(&held.ty));
                            let ty = ty.unwrap_or_default();
                            format!(
                                "if let {name}::{variant_name}(held) = value {{ let _: {ty} = held; }}"
                            )
                        }
                        _ => format!("if let {name}::{variant_name} = value {{}}"),
                    };
                    self.function(&format!("value: {name}"), &body);
                }
            }
            Item::Type(item) if is_public(&item.vis) => {
                // `Error<E = Problem>` is used with its default.
                let ty = text(&item.ty);
                let defaults = item.generics.type_params().filter_map(|param| {
                    Some((param.ident.to_string(), text(&param.default.as_ref()?.1)))
                });
                let ty = defaults.fold(ty, |ty, (name, default)| {
                    let after =
                        |end: &str| (format!("< {name} {end}"), format!("< {default} {end}"));
                    let [only, last] = [after(">"), after(",")];
                    ty.replace(&only.0, &only.1).replace(&last.0, &last.1)
                });
                let body = format!("let _: {ty} = value;");
                self.function(&format!("value: {}", item.ident), &body);
            }
            Item::Impl(item) => self.implementation(item),
            Item::Macro(item) if item.mac.path.is_ident("client") => {
                for token in item.mac.tokens.clone() {
                    self.client_part(&token.to_string());
                }
            }
            _ => {}
        }
    }

    /// Uses the methods that only some clients have.
    fn client_part(&mut self, name: &str) {
        match name {
            "tokens" => {
                self.function(
                    "value: api::ClientBuilder",
                    "let _: api::ClientBuilder = value.token(any::<String>());",
                );
                self.function(
                    "value: api::Client",
                    "let _ = value.with_token(any::<String>());",
                );
            }
            "streams" => {
                self.generics = "<R: openapi_client_runtime::Request + 'static>";
                self.function(
                    "value: api::Call<R>",
                    "let _ = value.event_stream::<openapi_client_runtime::JsonObject>();",
                );
                self.generics = "";
            }
            _ => {}
        }
    }

    fn implementation(&mut self, item: &ItemImpl) {
        let ty = text(&item.self_ty);
        let generic = item
            .generics
            .params
            .iter()
            .any(|param| matches!(param, GenericParam::Type(_)));
        let Some((path, _)) = &item.trait_ else {
            self.generics = if generic { "<R>" } else { "" };
            for member in &item.items {
                if let ImplItem::Fn(function) = member
                    && is_public(&function.vis)
                {
                    self.method(&ty, &function.sig);
                }
            }
            self.generics = "";
            return;
        };
        let name = path
            .segments
            .last()
            .map(|segment| segment.ident.to_string());
        match name.as_deref() {
            Some("Request" | "Paginated") => {
                for member in &item.items {
                    if let ImplItem::Type(associated) = member {
                        let path = text(path);
                        let parameters = format!("value: <{ty} as {path}>::{}", associated.ident);
                        let body = format!("let _: {} = value;", text(&associated.ty));
                        self.function(&parameters, &body);
                    }
                }
            }
            Some("From") => {
                if let Some(PathArguments::AngleBracketed(arguments)) =
                    path.segments.last().map(|segment| &segment.arguments)
                    && let Some(from) = arguments.args.first()
                {
                    self.function(
                        &format!("value: {}", text(from)),
                        &format!("let _: {ty} = value.into();"),
                    );
                }
            }
            _ => {}
        }
    }

    /// Calls a function with values of the exact types.
    fn method(&mut self, ty: &str, signature: &Signature) {
        let mut receiver = None;
        let mut arguments = Vec::new();
        for input in &signature.inputs {
            match input {
                FnArg::Receiver(_) => receiver = Some(()),
                FnArg::Typed(argument) => {
                    arguments.push(format!("any::<{}>()", value_type(&argument.ty)));
                }
            }
        }
        let arguments = arguments.join(", ");
        let result = match &signature.output {
            ReturnType::Type(_, result) => text(result).replace("Self", ty),
            ReturnType::Default => "()".to_owned(),
        };
        let name = &signature.ident;
        match receiver {
            Some(()) => self.function(
                &format!("value: {ty}"),
                &format!("let _: {result} = value.{name}({arguments});"),
            ),
            None => self.function(
                "",
                &format!("let _: {result} = <{ty}>::{name}({arguments});"),
            ),
        }
    }
}

/// The type of a value that is passed for an argument of this type.
fn value_type(ty: &Type) -> String {
    let Type::ImplTrait(bounds) = ty else {
        return text(ty);
    };
    let Some(TypeParamBound::Trait(bound)) = bounds.bounds.first() else {
        return text(ty);
    };
    let Some(segment) = bound.path.segments.last() else {
        return text(ty);
    };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return text(ty);
    };
    let first = arguments.args.first().map(|argument| match argument {
        GenericArgument::AssocType(item) => text(&item.ty),
        other => text(other),
    });
    let first = first.unwrap_or_default();
    match segment.ident.to_string().as_str() {
        "IntoList" | "IntoIterator" => format!("Vec<{first}>"),
        "IntoMap" => format!("std::collections::BTreeMap<String, {first}>"),
        "IntoNullableJsonObject" => "Option<openapi_client_runtime::JsonObject>".to_owned(),
        "IntoJsonObject" => "openapi_client_runtime::JsonObject".to_owned(),
        _ => first,
    }
}

fn is_by_name(import: &ItemUse) -> bool {
    let mut attributes = import.attrs.iter();
    attributes.any(|attribute| text(attribute).contains("call-json"))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
