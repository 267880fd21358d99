//! Members that are there twice. A value in memory has only the last one of them.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The names that an object of a JSON text has more than once.
pub(super) fn repeats(json: &str) -> Vec<String> {
    serde_json::from_str(json).map_or_else(|_| Vec::new(), |Repeats(names)| names)
}

#[derive(Default)]
struct Repeats(Vec<String>);

impl<'de> Deserialize<'de> for Repeats {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Names)
    }
}

struct Names;

impl<'de> Visitor<'de> for Names {
    type Value = Repeats;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Repeats, A::Error> {
        let mut names = BTreeSet::new();
        let mut repeats = Vec::new();
        while let Some((name, Repeats(below))) = members.next_entry::<String, Repeats>()? {
            if !names.insert(name.clone()) {
                repeats.push(name);
            }
            repeats.extend(below);
        }
        Ok(Repeats(repeats))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Repeats, A::Error> {
        let mut repeats = Vec::new();
        while let Some(Repeats(below)) = items.next_element()? {
            repeats.extend(below);
        }
        Ok(Repeats(repeats))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Repeats, E> {
        Ok(Repeats::default())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Repeats, E> {
        Ok(Repeats::default())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Repeats, E> {
        Ok(Repeats::default())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Repeats, E> {
        Ok(Repeats::default())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Repeats, E> {
        Ok(Repeats::default())
    }

    fn visit_unit<E: Error>(self) -> Result<Repeats, E> {
        Ok(Repeats::default())
    }
}
