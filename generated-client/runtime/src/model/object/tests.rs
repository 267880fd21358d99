use serde_json::{Value, from_str, from_value, json, to_value};

use super::*;
use crate::{Timestamp, UnknownValue};
use crate::{open_enum, string_newtype};

#[derive(Clone, Debug, PartialEq)]
struct Thing {
    id: ThingId,
    kind: Kind,
    at: Option<Timestamp>,
    note: Option<String>,
    until: Option<Nullable<Timestamp>>,
    #[deprecated]
    old: BTreeMap<String, Nullable<i64>>,
}

object!(Thing {
    required id: "id",
    optional at: "at",
    required kind: "kind",
    nullable note: "note",
    optional_nullable until: "until",
    required old: "old map",
});

#[derive(Clone, Debug, PartialEq)]
struct Open {
    empty: Option<i64>,
    rest: BTreeMap<String, Timestamp>,
}

object!(Open {
    optional empty: "",
    ..rest
});

#[derive(Clone, Debug, PartialEq)]
struct Nothing {}

object!(Nothing {});

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Big,
    Other(UnknownValue),
}

open_enum!(Kind {
    Big: "big",
    ..Other
});

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct ThingId(String);

string_newtype!(ThingId);

#[test]
fn three_states_are_kept_both_ways() {
    for text in [
        r#"{"id":"a","kind":"big","note":null,"old map":{}}"#,
        r#"{"id":"a","kind":"new","note":"x","until":null,"old map":{"a":null,"b":1}}"#,
        r#"{"id":"a","at":"2024-01-01T00:00:00.000Z","kind":"big","note":null,"until":"2024-01-01T00:00:00.500Z","old map":{}}"#,
    ] {
        let thing: Thing = from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&thing).unwrap(), text);
        // The same with a format that is not text.
        assert_eq!(
            from_value::<Thing>(to_value(&thing).unwrap()).unwrap(),
            thing
        );
    }
    assert_eq!(
        Thing::MEMBERS,
        ["id", "at", "kind", "note", "until", "old map"]
    );
}

#[test]
fn tolerates_what_it_can_and_names_what_it_cannot() {
    let text = r#"{"id":"a","more":{"x":[1]},"id":"b","\u006bind":"big","at":null,"old map":{}}"#;
    let thing: Thing = from_str(text).unwrap();
    assert_eq!(
        (thing.id.as_str(), thing.kind, thing.at, thing.note),
        ("b", Kind::Big, None, None)
    );
    let error = |value: Value| from_value::<Thing>(value).unwrap_err().to_string();
    assert_eq!(
        error(json!({"id": "a", "old map": {}})),
        "missing field `kind`"
    );
    assert_eq!(
        error(json!({"id": null})),
        "invalid type: null, expected a string"
    );
    assert_eq!(
        error(json!(["a"])),
        "invalid type: sequence, expected an object"
    );
    assert_eq!(from_str::<Nothing>(r#"{"a":1}"#).unwrap(), Nothing {});
    assert_eq!(to_value(Nothing {}).unwrap(), json!({}));
}

#[test]
fn an_open_object_keeps_other_members() {
    let text = r#"{"":1,"a":"2024-01-01T00:00:00.000Z","b c":"2024-01-01T00:00:00.000Z"}"#;
    let open: Open = from_str(text).unwrap();
    assert_eq!((open.empty, open.rest.len()), (Some(1), 2));
    assert_eq!(serde_json::to_string(&open).unwrap(), text);
    assert!(from_str::<Open>(r#"{"a":1}"#).is_err());
}

#[test]
fn strings_with_a_type_convert_and_compare_as_strings() {
    assert_eq!(Kind::from("big"), Kind::Big);
    let huge = Kind::from("huge".to_owned());
    assert!(matches!(&huge, Kind::Other(value) if value.as_str() == "huge"));
    assert_eq!(Kind::VALUES, [Kind::Big]);
    assert_eq!(
        format!("{:>4}|{huge}|{huge:?}", Kind::Big),
        r#" big|huge|Other("huge")"#
    );
    let id = ThingId::new("a");
    assert_eq!(
        (id.to_string(), format!("{id:?}")),
        ("a".to_owned(), r#"ThingId("a")"#.to_owned())
    );
    assert!(id == "a" && id == *"a" && "a".parse().as_ref() == Ok(&id));
    assert_eq!(ThingId::from(&id), id);
    assert_eq!(id.into_string(), "a");
}
