// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Calls each operation, and reads and writes each type, with made-up values.

#![cfg(all(feature = "call-json", feature = "testing"))]
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::operations;
use crate::testing::{Samples, Service};
use crate::types;

/// The number of different values for each operation and each type.
const SEEDS: u64 = 20;

#[tokio::test]
async fn operations_take_inputs_and_return_responses() {
    for seed in 0..SEEDS {
        let client = Service::new().sampled(seed).client();
        let samples = Samples::new(seed);
        for named in operations() {
            let id = named.operation().id();
            let input = samples.input(id);
            if let Err(error) = client.call_json(id, input.clone()).await {
                panic!("{error}\nseed: {seed}\ninput: {input}");
            }
        }
    }
}

#[test]
fn types_are_read_and_written() {
    for samples in (0..SEEDS).flat_map(|seed| [Samples::new(seed), Samples::arbitrary(seed)]) {
        samples.round_trip::<types::Problem>("Problem");
        samples.round_trip::<types::ProblemCode>("ProblemCode");
        samples.round_trip::<types::Outcome>("Outcome");
        samples.round_trip::<types::Level>("Level");
        samples.round_trip::<types::Size>("Size");
        samples.round_trip::<types::Ratio>("Ratio");
        samples.round_trip::<types::RatioWhole>("RatioWhole");
        samples.round_trip::<types::RatioLarge>("RatioLarge");
        samples.round_trip::<types::RatioDeleted>("RatioDeleted");
        samples.round_trip::<types::RatioMaybe>("RatioMaybe");
        samples.round_trip::<types::Component>("Component");
        samples.round_trip::<types::Row>("Row");
        samples.round_trip::<types::Button>("Button");
        samples.round_trip::<types::Select>("Select");
        samples.round_trip::<types::RowType>("RowType");
        samples.round_trip::<types::ButtonType>("ButtonType");
        samples.round_trip::<types::SelectType>("SelectType");
        samples.round_trip::<types::MappedComponent>("MappedComponent");
        samples.round_trip::<types::Result2>("Result2");
        samples.round_trip::<types::ResultGood>("ResultGood");
        samples.round_trip::<types::ResultBad>("ResultBad");
        samples.round_trip::<types::ResultGoodOk>("ResultGoodOk");
        samples.round_trip::<types::ResultBadOk>("ResultBadOk");
        samples.round_trip::<types::OptionalTag>("OptionalTag");
        samples.round_trip::<types::OptionalTagOne>("OptionalTagOne");
        samples.round_trip::<types::OptionalTagTwo>("OptionalTagTwo");
        samples.round_trip::<types::OptionalTagOneType>("OptionalTagOneType");
        samples.round_trip::<types::OptionalTagTwoType>("OptionalTagTwoType");
        samples.round_trip::<types::Nested>("Nested");
        samples.round_trip::<types::NestedText>("NestedText");
        samples.round_trip::<types::NestedImage>("NestedImage");
        samples.round_trip::<types::NestedTextMeta>("NestedTextMeta");
        samples.round_trip::<types::NestedImageMeta>("NestedImageMeta");
        samples.round_trip::<types::NestedTextMetaFinal>("NestedTextMetaFinal");
        samples.round_trip::<types::NestedImageMetaFinal>("NestedImageMetaFinal");
        samples.round_trip::<types::TwoTags>("TwoTags");
        samples.round_trip::<types::TwoTagsFirst>("TwoTagsFirst");
        samples.round_trip::<types::TwoTagsSecond>("TwoTagsSecond");
        samples.round_trip::<types::TwoTagsThird>("TwoTagsThird");
        samples.round_trip::<types::TwoTagsFirstA>("TwoTagsFirstA");
        samples.round_trip::<types::TwoTagsFirstB>("TwoTagsFirstB");
        samples.round_trip::<types::TwoTagsSecondA>("TwoTagsSecondA");
        samples.round_trip::<types::TwoTagsSecondB>("TwoTagsSecondB");
        samples.round_trip::<types::TwoTagsThirdA>("TwoTagsThirdA");
        samples.round_trip::<types::TwoTagsThirdB>("TwoTagsThirdB");
        samples.round_trip::<types::Lists>("Lists");
        samples.round_trip::<types::ListsLetters>("ListsLetters");
        samples.round_trip::<types::ListsDigits>("ListsDigits");
        samples.round_trip::<types::ListsLettersValuesItem>("ListsLettersValuesItem");
        samples.round_trip::<types::ListsDigitsValuesItem>("ListsDigitsValuesItem");
        samples.round_trip::<types::Grown>("Grown");
        samples.round_trip::<types::GrownKnown>("GrownKnown");
        samples.round_trip::<types::GrownEmpty>("GrownEmpty");
        samples.round_trip::<types::GrownKnownStatus>("GrownKnownStatus");
        samples.round_trip::<types::NullTag>("NullTag");
        samples.round_trip::<types::NullTagAbsent>("NullTagAbsent");
        samples.round_trip::<types::NullTagPresent>("NullTagPresent");
        samples.round_trip::<types::NullTagPresentKind>("NullTagPresentKind");
        samples.round_trip::<types::NullMember>("NullMember");
        samples.round_trip::<types::NullMemberGone>("NullMemberGone");
        samples.round_trip::<types::NullMemberHere>("NullMemberHere");
        samples.round_trip::<types::NullOptional>("NullOptional");
        samples.round_trip::<types::NullOptionalOff>("NullOptionalOff");
        samples.round_trip::<types::NullOptionalOn>("NullOptionalOn");
        samples.round_trip::<types::NullOptionalOnKind>("NullOptionalOnKind");
        samples.round_trip::<types::ByNumber>("ByNumber");
        samples.round_trip::<types::First>("First");
        samples.round_trip::<types::Second>("Second");
        samples.round_trip::<types::Third>("Third");
        samples.round_trip::<types::FirstK>("FirstK");
        samples.round_trip::<types::ByBoolean>("ByBoolean");
        samples.round_trip::<types::Yes>("Yes");
        samples.round_trip::<types::No>("No");
        samples.round_trip::<types::YesK>("YesK");
        samples.round_trip::<types::NoK>("NoK");
        samples.round_trip::<types::ByFraction>("ByFraction");
        samples.round_trip::<types::ByFractionHalf>("ByFractionHalf");
        samples.round_trip::<types::ByFractionQuarter>("ByFractionQuarter");
        samples.round_trip::<types::ByComposed>("ByComposed");
        samples.round_trip::<types::ByComposedOne>("ByComposedOne");
        samples.round_trip::<types::ByComposedTwo>("ByComposedTwo");
        samples.round_trip::<types::ByComposedOneK>("ByComposedOneK");
        samples.round_trip::<types::KindTwo>("KindTwo");
        samples.round_trip::<types::Kind>("Kind");
        samples.round_trip::<operations::GetComponentDeep>("GetComponentDeep");
    }
}
