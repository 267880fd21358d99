// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod button;
mod by_boolean;
mod by_composed;
mod by_fraction;
mod by_number;
mod component;
mod first;
mod grown;
mod kind;
mod kind_two;
mod level;
mod lists;
mod mapped_component;
mod nested;
mod no;
mod null_member;
mod null_optional;
mod null_tag;
mod optional_tag;
mod outcome;
mod problem;
mod ratio;
mod result2;
mod row;
mod second;
mod select;
mod size;
mod third;
mod two_tags;
mod yes;

pub use button::{Button, ButtonType};
pub use by_boolean::ByBoolean;
pub use by_composed::{ByComposed, ByComposedOne, ByComposedOneK, ByComposedTwo};
pub use by_fraction::{ByFraction, ByFractionHalf, ByFractionQuarter};
pub use by_number::ByNumber;
pub use component::Component;
pub use first::{First, FirstK};
pub use grown::{Grown, GrownEmpty, GrownKnown, GrownKnownStatus};
pub use kind::Kind;
pub use kind_two::KindTwo;
pub use level::Level;
pub use lists::{Lists, ListsDigits, ListsDigitsValuesItem, ListsLetters, ListsLettersValuesItem};
pub use mapped_component::MappedComponent;
pub use nested::{
    Nested, NestedImage, NestedImageMeta, NestedImageMetaFinal, NestedText, NestedTextMeta,
    NestedTextMetaFinal,
};
pub use no::{No, NoK};
pub use null_member::{NullMember, NullMemberGone, NullMemberHere};
pub use null_optional::{NullOptional, NullOptionalOff, NullOptionalOn, NullOptionalOnKind};
pub use null_tag::{NullTag, NullTagAbsent, NullTagPresent, NullTagPresentKind};
pub use optional_tag::{
    OptionalTag, OptionalTagOne, OptionalTagOneType, OptionalTagTwo, OptionalTagTwoType,
};
pub use outcome::Outcome;
pub use problem::{Problem, ProblemCode};
pub use ratio::{Ratio, RatioDeleted, RatioLarge, RatioMaybe, RatioWhole};
pub use result2::{Result2, ResultBad, ResultBadOk, ResultGood, ResultGoodOk};
pub use row::{Row, RowType};
pub use second::Second;
pub use select::{Select, SelectType};
pub use size::Size;
pub use third::Third;
pub use two_tags::{
    TwoTags, TwoTagsFirst, TwoTagsFirstA, TwoTagsFirstB, TwoTagsSecond, TwoTagsSecondA,
    TwoTagsSecondB, TwoTagsThird, TwoTagsThirdA, TwoTagsThirdB,
};
pub use yes::{Yes, YesK};
