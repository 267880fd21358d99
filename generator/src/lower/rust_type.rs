//! `x-rust-type`: a user-defined type in place of a generated one.
//!
//! It must be `Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static`, like generated types.
//! On the wire, it has its serde representation, in paths and queries too. A response that consists only of it is a `Json<T>`.

use quote::ToTokens;
use serde_json::Value;
use syn::{GenericArgument, PathArguments};

use super::format::string_type;
use super::keywords::ValueKind;
use super::schema::LoweredSchema;
use super::{Lowering, constraints, dependency};
use crate::api::{ExternalType, Type};
use crate::diagnostics::{Code, Reported, unknown};
use crate::document::Node;

/// The extension, for any schema.
const RUST_TYPE: &str = "x-rust-type";

/// Maximum nesting depth of types: far more than anybody writes, and far less than the parser's stack allows.
const DEEPEST: usize = 20;

const HELP: &str = "write the path of a type as generated code can use it: `rust_decimal::Decimal`, `crate::Money`, \
     `std::collections::HashMap<String, crate::Money>`; or `{path, crate, version, features}`, which adds the crate to the \
     `Cargo.toml` of a new client";

const MEMBERS: [&str; 4] = ["path", "crate", "version", "features"];

impl<'d> Lowering<'_, 'd> {
    /// A schema with an `x-rust-type`.
    pub(super) fn external_type(
        &mut self,
        node: &Node<'d>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let Some(rust_type) = node.trusted(RUST_TYPE) else {
            return Ok(lowered);
        };
        let path = self.rust_type(&rust_type)?;
        let target = node.clone().resolve(self.reporter)?;
        let plain = match self.plain_kind(&target)? {
            ValueKind::Boolean => Type::Boolean,
            ValueKind::Integer => self.number_type(&target, true),
            ValueKind::Number => Type::Number,
            ValueKind::String => string_type(&target),
            ValueKind::Array => Type::Array(Box::new(Type::Any)),
            ValueKind::Object => Type::FreeObject,
            ValueKind::Union | ValueKind::Composed | ValueKind::External | ValueKind::Any => {
                Type::Any
            }
        };
        let has_null = target.list("enum").iter().any(Value::is_null);
        Ok(LoweredSchema {
            ty: Type::External(Box::new(ExternalType { path, plain })),
            nullable: lowered.nullable || has_null,
            constraints: constraints::of(target.value),
            ..lowered
        })
    }

    /// The path, in a normalized spelling.
    fn rust_type(&mut self, node: &Node<'d>) -> Result<String, Reported> {
        let error = |at: &Node<'d>, message: String| {
            self.reporter
                .error(Code::RustType, &at.pointer, message, HELP)
        };
        let written = node.get("path").unwrap_or_else(|| node.clone());
        let Some(text) = written.value.as_str() else {
            return Err(error(node, "this does not name a type".to_owned()));
        };
        let path =
            parsed(text).map_err(|problem| error(&written, format!("`{text}` is {problem}")))?;
        let mut unknown_member = None;
        for (key, member) in node.members() {
            if !MEMBERS.contains(&key) {
                unknown_member = Some(error(&member, unknown("member", key, MEMBERS)));
            }
        }
        let has_crate = ["crate", "version", "features"]
            .iter()
            .any(|key| node.has(key));
        if has_crate {
            let dependency = dependency::of(node, &path);
            let (name, dependency) = dependency.map_err(|problem| error(node, problem))?;
            self.depend(node, name, dependency)?;
        }
        unknown_member.map_or(Ok(path), Err)
    }

    /// Warns about an `x-rust-type` that has no effect where its schema is used.
    pub(super) fn warn_of_rust_type(&self, schema: Option<&Node<'d>>, message: &str) {
        let schema = schema.and_then(|schema| schema.clone().resolve(self.reporter).ok());
        if let Some(node) = schema.and_then(|schema| schema.trusted(RUST_TYPE)) {
            let help = "no action needed if that is acceptable; otherwise remove it";
            self.reporter
                .warning(Code::RustType, &node.pointer, message, help);
        }
    }
}

/// Whether a schema has an `x-rust-type`, whatever it refers to.
pub(super) fn is_external(schema: &Node<'_>) -> bool {
    schema.trusted(RUST_TYPE).is_some()
}

/// The last segment of a schema's `x-rust-type`.
pub(super) fn name<'d>(schema: &Node<'d>) -> Option<&'d str> {
    let node = schema.trusted(RUST_TYPE)?;
    let path = node.string("path").or(node.value.as_str())?;
    path.split('<').next()?.rsplit("::").next()
}

/// Parses the path of a type, and rejects anything that is more than a path.
fn parsed(text: &str) -> Result<String, String> {
    if text.matches('<').count() > DEEPEST {
        return Err("nested too deeply".to_owned());
    }
    let ty: syn::Type =
        syn::parse_str(text).map_err(|error| format!("not a Rust type: {error}"))?;
    check(&ty)?;
    let tokens = ty.to_token_stream().to_string();
    Ok(tokens.replace(' ', "").replace(',', ", "))
}

fn check(ty: &syn::Type) -> Result<(), String> {
    let path = match ty {
        syn::Type::Path(ty) if ty.qself.is_none() && ty.attrs.is_empty() => &ty.path,
        _ => return Err("not the path of a Rust type".to_owned()),
    };
    for segment in &path.segments {
        if ["self", "super", "Self"]
            .iter()
            .any(|word| segment.ident == word)
        {
            return Err(format!(
                "relative to one file: `{}` is not allowed",
                segment.ident
            ));
        }
        match &segment.arguments {
            PathArguments::None => {}
            PathArguments::AngleBracketed(generic) => {
                for argument in &generic.args {
                    match argument {
                        GenericArgument::Type(ty) => check(ty)?,
                        _ => {
                            return Err(
                                "not a plain type: only types may appear in `<…>`".to_owned()
                            );
                        }
                    }
                }
            }
            PathArguments::Parenthesized(_) => return Err("a function, not data".to_owned()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::parsed;

    #[test]
    fn paths_of_types_are_normalized() {
        for (text, path) in [
            ("rust_decimal::Decimal", "rust_decimal::Decimal"),
            (" crate :: Money ", "crate::Money"),
            ("::a::b::C", "::a::b::C"),
            ("u64", "u64"),
            ("a::r#type::B", "a::r#type::B"),
            (
                "std::collections::HashMap < String,Vec<a::B> >",
                "std::collections::HashMap<String, Vec<a::B>>",
            ),
            ("a::B /* why */", "a::B"),
        ] {
            assert_eq!(parsed(text).as_deref(), Ok(path));
        }
    }

    #[test]
    fn anything_more_than_a_path_is_rejected() {
        for text in [
            "",
            "1",
            "a b",
            "a::B; fn f() {}",
            "a::B { }",
            "a::B)",
            "a::b!()",
            "&a::B",
            "&'static str",
            "[u8; 4]",
            "(u8, u8)",
            "fn() -> u8",
            "dyn a::B",
            "impl a::B",
            "<a::B as C>::D",
            "a::B<'a>",
            "a::B<3>",
            "a::B<{ 1 }>",
            "a::B<C = D>",
            "a::B<dyn C>",
            "Fn(u8)",
            "self::A",
            "super::A",
            "Self",
            "_",
            "!",
            "a::type::B",
            "#[x] a::B",
            "a::B // ",
            "\"a\"",
        ] {
            assert!(parsed(text).is_err() || text == "a::B // ", "{text}");
        }
        assert!(parsed(&"A<".repeat(100_000)).is_err());
    }
}
