//! Documents with many schemas, or with schemas that have many parts.

use serde_json::{Value, json};

use super::{list, map, object, reference, text_type, with_root, with_schemas};

pub(super) fn schemas(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (format!("Schema{at}"), object(json!({"a": text_type()})))
    });
    schemas["Root"] = object(map(size, |at| {
        (format!("p{at}"), reference(&format!("Schema{at}")))
    }));
    with_schemas(schemas)
}

/// Names that are the same in Rust.
pub(super) fn similar_names(size: usize) -> Value {
    let name = |at: usize| format!("Schema{}", "_".repeat(1 + at % 50) + &"-".repeat(at / 50));
    let mut schemas = map(size, |at| (name(at), object(json!({"a": text_type()}))));
    schemas["Root"] = object(map(size, |at| (format!("p{at}"), reference(&name(at)))));
    with_schemas(schemas)
}

/// Chains as long as rustc accepts them.
pub(super) fn chain(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        let next = match at % 40 {
            39 => text_type(),
            _ => reference(&format!("S{}", at + 1)),
        };
        (format!("S{at}"), object(json!({"next": next})))
    });
    schemas[format!("S{size}")] = object(json!({"a": text_type()}));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

pub(super) fn inline_schemas(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("p{at}"), object(json!({"a": text_type()})))
    })))
}

pub(super) fn aliases(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (format!("S{at}"), reference(&format!("S{}", at + 1)))
    });
    schemas[format!("S{size}")] = object(json!({"a": text_type()}));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

pub(super) fn properties(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("property{at}"), text_type())
    })))
}

/// Names that are the same in Rust.
pub(super) fn similar_properties(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (
            "_".repeat(1 + at % 50) + "a" + &"-".repeat(at / 50),
            text_type(),
        )
    })))
}

pub(super) fn required(size: usize) -> Value {
    let mut root = object(map(size, |at| (format!("property{at}"), text_type())));
    root["required"] = list(size, |at| json!(format!("property{at}")));
    with_root(root)
}

pub(super) fn enum_values(size: usize) -> Value {
    with_root(json!({"type": "string", "enum": list(size, |at| json!(format!("value{at}")))}))
}

/// Values whose names are the same in Rust.
pub(super) fn similar_values(size: usize) -> Value {
    let value = |at: usize| json!("-".repeat(1 + at % 50) + "a" + &"!".repeat(at / 50));
    with_root(json!({"type": "string", "enum": list(size, value)}))
}

pub(super) fn integer_values(size: usize) -> Value {
    with_root(json!({"type": "integer", "enum": list(size, |at| json!(at))}))
}

pub(super) fn union(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (
            format!("S{at}"),
            object(json!({format!("p{at}"): text_type()})),
        )
    });
    schemas["Root"] = json!({"oneOf": list(size, |at| reference(&format!("S{at}")))});
    with_schemas(schemas)
}

/// Each object has as many properties as there are variants, divided by ten.
pub(super) fn union_of_objects(size: usize) -> Value {
    let variant = |at: usize| {
        object(map(size / 10, |property| {
            (format!("p{at}_{property}"), text_type())
        }))
    };
    with_root(json!({"oneOf": list(size, variant)}))
}

/// Alternatives that no single property tells apart.
pub(super) fn union_of_alike(size: usize) -> Value {
    let variant = |at: usize| {
        let constant = |name: &str, at: usize| json!({"enum": [format!("{name}{at}")]});
        let inner =
            object(json!({"low": constant("low", at % 10), "high": constant("high", at / 10)}));
        object(json!({"inner": inner, "a": text_type()}))
    };
    with_root(json!({"oneOf": list(size, variant)}))
}

pub(super) fn union_by_tag(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        let kind = json!({"type": "string", "enum": [format!("k{at}")]});
        let mut schema = object(json!({"kind": kind, "a": text_type()}));
        schema["required"] = json!(["kind"]);
        (format!("S{at}"), schema)
    });
    schemas["Root"] = json!({
        "oneOf": list(size, |at| reference(&format!("S{at}"))),
        "discriminator": {"propertyName": "kind"},
    });
    with_schemas(schemas)
}

pub(super) fn union_by_mapping(size: usize) -> Value {
    let mut document = union_by_tag(size);
    document["components"]["schemas"]["Root"]["discriminator"]["mapping"] = map(size, |at| {
        let target = format!("#/components/schemas/S{at}");
        (format!("k{at}"), json!(target))
    });
    document
}

/// Each variant requires as many properties as there are variants, and any of them could tell the variants apart but for
/// the last variant. The length of the document is the square of the size.
pub(super) fn union_by_required(size: usize) -> Value {
    let variant = |at: usize| {
        let kind = json!({"type": "string", "enum": [format!("k{}", at % (size - 1))]});
        let mut schema = object(map(size, |at| (format!("p{at}"), kind.clone())));
        schema["required"] = list(size, |at| json!(format!("p{at}")));
        schema
    };
    with_root(json!({"oneOf": list(size, variant)}))
}

/// Alternatives that require all properties of the object. The length of the document is the square of the size.
pub(super) fn required_by_all(size: usize) -> Value {
    let names = list(size, |at| json!(format!("p{at}")));
    let mut root = object(map(size, |at| (format!("p{at}"), text_type())));
    root["oneOf"] = list(size, |_| json!({"required": names}));
    with_root(root)
}

pub(super) fn union_of_strings(size: usize) -> Value {
    with_root(
        json!({"anyOf": list(size, |at| json!({"type": "string", "enum": [format!("v{at}")]}))}),
    )
}

/// The length of the document is the square of the size.
pub(super) fn unions_of_all(size: usize) -> Value {
    let all = || list(size, |at| reference(&format!("S{at}")));
    let mut schemas = map(size, |at| (format!("S{at}"), json!({"oneOf": all()})));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

/// The length of the document is the square of the size.
pub(super) fn objects_with_all(size: usize) -> Value {
    let all = || map(size, |at| (format!("p{at}"), reference(&format!("S{at}"))));
    let mut schemas = map(size, |at| (format!("S{at}"), object(all())));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

pub(super) fn all_of(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (
            format!("S{at}"),
            object(json!({format!("p{at}"): text_type()})),
        )
    });
    schemas["Root"] = json!({"allOf": list(size, |at| reference(&format!("S{at}")))});
    with_schemas(schemas)
}

/// Each schema adds a property to the one before. All properties of each are written, so the code is longer than linear.
pub(super) fn all_of_chain(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        let own = object(json!({format!("p{at}"): text_type()}));
        (
            format!("S{at}"),
            json!({"allOf": [reference(&format!("S{}", at + 1)), own]}),
        )
    });
    schemas[format!("S{size}")] = object(json!({"a": text_type()}));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

/// As many objects as properties, each with all of them: the length of the code is the square of that of the document, up to the
/// limit of properties.
pub(super) fn shared_properties(size: usize) -> Value {
    let properties = map(size, |at| (format!("p{at}"), text_type()));
    let mut schemas = map(size, |at| {
        let own = object(json!({"own": text_type()}));
        (format!("S{at}"), json!({"allOf": [reference("Base"), own]}))
    });
    schemas["Base"] = object(properties);
    schemas["Root"] = object(map(size, |at| {
        (format!("p{at}"), reference(&format!("S{at}")))
    }));
    with_schemas(schemas)
}

pub(super) fn long_names(size: usize) -> Value {
    let names = ["N_", "Ns", "nN", "日"].map(|piece| piece.repeat(size));
    let properties = map(names.len(), |at| {
        (
            names[at].clone(),
            json!({"type": "string", "enum": [names[at]]}),
        )
    });
    with_root(object(properties))
}

pub(super) fn warnings(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("property{at}"), json!({"type": "unknown"}))
    })))
}

pub(super) fn unknown_keywords(size: usize) -> Value {
    with_root(map(size, |at| (format!("keyword{at}"), json!(1))))
}

pub(super) fn missing_references(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("property{at}"), reference(&format!("Missing{at}")))
    })))
}

pub(super) fn text(piece: &str, size: usize) -> Value {
    let mut root = object(json!({"a": text_type()}));
    root["description"] = json!(piece.repeat(size));
    with_root(root)
}
