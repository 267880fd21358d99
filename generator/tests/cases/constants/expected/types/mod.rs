// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod button;
mod component;
mod grown;
mod level;
mod lists;
mod mapped_component;
mod nested;
mod optional_tag;
mod outcome;
mod problem;
mod ratio;
mod result2;
mod row;
mod select;
mod size;
mod two_tags;

pub use button::{Button, ButtonType};
pub use component::Component;
pub use grown::{Grown, GrownEmpty, GrownKnown, GrownKnownStatus};
pub use level::Level;
pub use lists::{Lists, ListsDigits, ListsDigitsValuesItem, ListsLetters, ListsLettersValuesItem};
pub use mapped_component::MappedComponent;
pub use nested::{
    Nested, NestedImage, NestedImageMeta, NestedImageMetaFinal, NestedText, NestedTextMeta,
    NestedTextMetaFinal,
};
pub use optional_tag::{
    OptionalTag, OptionalTagOne, OptionalTagOneType, OptionalTagTwo, OptionalTagTwoType,
};
pub use outcome::Outcome;
pub use problem::{Problem, ProblemCode};
pub use ratio::{Ratio, RatioDeleted, RatioLarge, RatioMaybe, RatioWhole};
pub use result2::{Result2, ResultBad, ResultBadOk, ResultGood, ResultGoodOk};
pub use row::{Row, RowType};
pub use select::{Select, SelectType};
pub use size::Size;
pub use two_tags::{
    TwoTags, TwoTagsFirst, TwoTagsFirstA, TwoTagsFirstB, TwoTagsSecond, TwoTagsSecondA,
    TwoTagsSecondB, TwoTagsThird, TwoTagsThirdA, TwoTagsThirdB,
};
