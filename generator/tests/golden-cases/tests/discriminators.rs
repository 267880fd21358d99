//! The golden case `discriminators`: unions in which not all alternatives are references that declare the discriminator.

#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "it is generated as a part of a library"
)]

#[rustfmt::skip] // formatted by the library
#[path = "../../cases/discriminators/expected/mod.rs"]
mod generated;

pub use generated::types;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json, to_value};
use types::{
    Bike, Block, Boat, Car, Cat, Circle, Content, Creature, Dog, Drawing, Event, First, Footer,
    Holder, Image, Join, Length, Light, Line, Listed, ListedFirst, ListedFirstOf, Map, Measure,
    Message, Numbered, One, Only, OrInline, OrList, OrString, Ornament, Part, Pet, Polygon, Record,
    Ring, Round, Shape, Signal, Square, Text, Title, Unit, UnmappedEvent, Vehicle, Versioned,
    Weight, Whole, Wrapped, Zero,
};

/// Reads a value, which must be written unchanged.
fn read<T: DeserializeOwned + Serialize>(value: &Value) -> T {
    let read: T = from_value(value.clone()).unwrap();
    assert_eq!(to_value(&read).unwrap(), *value);
    read
}

/// The name of the variant that a value is read as.
#[expect(clippy::needless_pass_by_value, reason = "calls are shorter")]
fn variant<T: DeserializeOwned + Serialize + std::fmt::Debug>(value: Value) -> String {
    let debug = format!("{:?}", read::<T>(&value));
    debug.split('(').next().unwrap().to_owned()
}

#[test]
fn objects_without_a_name_are_for_the_values_of_no_other() {
    let of = variant::<OrInline>;
    assert_eq!(of(json!({"kind": "Text", "text": "x"})), "Text");
    assert_eq!(of(json!({"kind": "else", "text": "x"})), "Inline");
    assert_eq!(of(json!({"kind": "else", "more": true})), "Inline");
    assert_eq!(of(json!({"more": true})), "Inline");
    let written = to_value(OrInline::from(Text::new().text("x"))).unwrap();
    assert_eq!(written, json!({"kind": "Text", "text": "x"}));
    // Of a known kind, but with a wrong value.
    assert_eq!(of(json!({"kind": "Text", "text": 1})), "Unlisted");
}

#[test]
fn other_types_and_listed_values_are_alternatives_too() {
    let of = variant::<OrString>;
    assert_eq!(of(json!({"tag": "x", "text": "y"})), "Text");
    assert_eq!(of(json!("x")), "String");
    assert_eq!(of(json!({"tag": "z", "text": "y"})), "Unlisted");
    let written = to_value(OrString::from(Text::new())).unwrap();
    assert_eq!(written, json!({"tag": "x"}));

    let of = variant::<OrList>;
    assert_eq!(of(json!([1, 2])), "List");
    assert_eq!(of(json!({"kind": "listed"})), "Listed");
    assert_eq!(of(json!({"kind": "z", "n": 1})), "Other");
    assert_eq!(of(json!({"kind": "join", "text": "y"})), "Join");
    let written = to_value(OrList::from(Join::new())).unwrap();
    assert_eq!(written, json!({"kind": "join"}));

    let of = variant::<Wrapped>;
    assert_eq!(of(json!({"form": "j", "text": "y"})), "Join");
    assert_eq!(of(json!({"form": "a", "text": "y"})), "A");
    assert_eq!(of(json!({"form": "b"})), "Unlisted");
}

#[test]
fn a_single_alternative_and_a_part_keep_the_discriminator() {
    assert_eq!(variant::<Only>(json!({"version": "Text"})), "Text");
    assert_eq!(variant::<Only>(json!({"version": "New"})), "Unlisted");
    assert_eq!(
        to_value(Only::from(Text::new())).unwrap(),
        json!({"version": "Text"})
    );
    let _: Holder = Holder::new().only(Versioned::new("1"));
    let part: Part = read(&json!({"id": "1", "part": "Join", "text": "x"}));
    assert_eq!(part.part.as_deref(), Some("Join"));
    let whole: Whole = read(&json!({"id": "1", "whole": "join", "text": "x"}));
    assert_eq!(whole.whole.as_deref(), Some("join"));
}

#[test]
fn the_discriminator_of_a_map_is_not_one_of_its_values() {
    let of = variant::<Map>;
    assert_eq!(of(json!({"a": 1, "type": "numbers"})), "Numbers");
    assert_eq!(of(json!({"text": "a", "type": "text"})), "Text");
    assert_eq!(of(json!({"a": "b", "type": "numbers"})), "Unlisted");
}

#[test]
fn a_mapping_may_lead_to_alternatives_of_alternatives() {
    fn check<E: DeserializeOwned + Serialize + std::fmt::Debug>() {
        let of = variant::<E>;
        assert_eq!(of(json!({"type": "text", "text": "x"})), "Message");
        assert_eq!(of(json!({"type": "image", "url": "x"})), "Message");
        assert_eq!(of(json!({"type": "video"})), "Unlisted");
    }
    check::<Event>();
    check::<UnmappedEvent>();
    assert_eq!(variant::<Event>(json!({"type": "join"})), "Join");
    assert_eq!(variant::<UnmappedEvent>(json!({"type": "Join"})), "Join");
    let image = Message::from(Image::new().url("x"));
    let event = json!({"type": "image", "url": "x"});
    assert_eq!(
        read::<Event>(&event),
        Event::from(from_value::<Message>(event.clone()).unwrap())
    );
    assert_eq!(to_value(Event::from(image.clone())).unwrap(), event);
    let record = json!({"record": "message", "type": "image", "url": "x"});
    assert_eq!(to_value(Record::from(image)).unwrap(), record);
    assert_eq!(variant::<Record>(record), "Message");
}

#[test]
fn a_discriminator_distinguishes_the_alternatives_of_an_alternative_without_one() {
    let of = variant::<Block>;
    assert_eq!(of(json!({"block": "title", "words": "x"})), "Title");
    assert_eq!(of(json!({"block": "footer", "words": "x"})), "Footer");
    assert_eq!(of(json!({"block": "join"})), "Join");
    let written = to_value(Block::from(Footer::new())).unwrap();
    assert_eq!(written, json!({"block": "footer"}));
    let _: Content = Content::from(Title::new());
}

#[test]
fn the_value_that_is_written_selects_the_alternative() {
    let written = |shape: Shape| to_value(shape).unwrap();
    let circle = written(Shape::Circle(Circle::new().r(1.0)));
    assert_eq!(circle, json!({"kind": "circle", "r": 1.0}));
    let circle = written(Shape::Circle(Circle::new().kind("square")));
    assert_eq!(circle, json!({"kind": "circle"}));
    let square = written(Shape::Square(Square::new(2.0)));
    assert_eq!(square, json!({"kind": "square", "size": 2.0}));
    // The caller chooses one of several values.
    let polygon = |kind: &str| written(Shape::Polygon(Polygon::new(kind).corners(5)));
    assert_eq!(polygon("star"), json!({"kind": "star", "corners": 5}));
    assert_eq!(polygon("polygon"), json!({"kind": "polygon", "corners": 5}));
    assert_eq!(polygon("circle"), json!({"kind": "polygon", "corners": 5}));
    let length = to_value(Measure::Length(Length::new(Unit::Kg))).unwrap();
    assert_eq!(length, json!({"unit": "m"}));
    let weight = to_value(Measure::Weight(Weight::new())).unwrap();
    assert_eq!(weight, json!({"unit": "kg"}));
    let zero = to_value(Numbered::Zero(Zero::new())).unwrap();
    assert_eq!(zero, json!({"n": 0}));
    // Members are written in their order, and the discriminator is the first if it was missing.
    let text = serde_json::to_string(&Numbered::One(One::new().text("a"))).unwrap();
    assert_eq!(text, r#"{"n":1,"text":"a"}"#);
    let kind = ListedFirstOf::from("third");
    let listed = to_value(Listed::First(ListedFirst::new(kind))).unwrap();
    assert_eq!(listed, json!({"of": "third"}));
}

#[test]
fn an_alternative_alone_has_the_value_if_there_is_only_one() {
    assert_eq!(to_value(Circle::new()).unwrap(), json!({"kind": "circle"}));
    assert_eq!(
        to_value(Circle::default()).unwrap(),
        json!({"kind": "circle"})
    );
    assert_eq!(to_value(Cat::new()).unwrap(), json!({"petType": "Cat"}));
    let dog = to_value(Dog::new(true)).unwrap();
    assert_eq!(dog, json!({"petType": "Dog", "barks": true}));
    assert_eq!(to_value(First::new()).unwrap(), json!({"order": "first"}));
    // Others include it, or unions select it by different values.
    assert_eq!(to_value(Pet::new("x")).unwrap(), json!({"petType": "x"}));
    assert_eq!(to_value(Ring::new("x")).unwrap(), json!({"kind": "x"}));
    let round = to_value(Round::Ring(Ring::new("x"))).unwrap();
    assert_eq!(round, json!({"kind": "Ring"}));
    let jewel = to_value(Ornament::Ring(Ring::new("x"))).unwrap();
    assert_eq!(jewel, json!({"kind": "jewel"}));
    assert_eq!(to_value(Light::new("x")).unwrap(), json!({"color": "x"}));
    let red = to_value(Signal::Red(Light::new("x"))).unwrap();
    assert_eq!(red, json!({"color": "red"}));
    // The discriminator of a parent, which maps one value, two or none.
    let car = to_value(Vehicle::Car(Car::new())).unwrap();
    assert_eq!(car, json!({"motion": "car"}));
    let tandem = to_value(Bike::new().motion("tandem")).unwrap();
    assert_eq!(tandem, json!({"motion": "tandem"}));
    assert_eq!(to_value(Boat::new()).unwrap(), json!({}));
    let pet = to_value(Creature::Pet(Pet::new("x"))).unwrap();
    assert_eq!(pet, json!({"petType": "pet"}));
}

#[test]
fn unions_in_unions_write_the_value_of_the_inner_alternative() {
    let square = Drawing::Shape(Shape::Square(Square::new(1.0)));
    let json = json!({"kind": "square", "size": 1.0});
    assert_eq!(to_value(square.clone()).unwrap(), json);
    assert_eq!(to_value(Ornament::Drawing(square)).unwrap(), json);
    let star = Shape::Polygon(Polygon::new("star"));
    let star = to_value(Drawing::Shape(star)).unwrap();
    assert_eq!(star, json!({"kind": "star"}));
    let line = to_value(Drawing::Line(Line::new().kind_null())).unwrap();
    assert_eq!(line, json!({"kind": "Line"}));
}

#[test]
fn values_with_another_discriminator_are_read_as_before() {
    let of = variant::<Shape>;
    assert_eq!(of(json!({"kind": "circle", "r": 1.0})), "Circle");
    assert_eq!(of(json!({"kind": "star", "corners": 5})), "Polygon");
    assert_eq!(of(json!({"kind": "cube", "size": 1.0})), "Unlisted");
    // Without it, the alternative that keeps most is chosen.
    let shape: Shape = from_value(json!({"r": 1.0})).unwrap();
    assert_eq!(
        to_value(shape).unwrap(),
        json!({"kind": "circle", "r": 1.0})
    );
    let square: Square = read(&json!({"kind": "cube", "size": 1.0}));
    assert_eq!(square.kind, "cube");
    let circle: Circle = read(&json!({"r": 1.0}));
    assert_eq!(circle.kind, None);
}
