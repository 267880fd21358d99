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
        samples.round_trip::<types::Thing>("Thing");
        samples.round_trip::<types::ThingKind>("ThingKind");
        samples.round_trip::<types::Option2>("Option2");
        samples.round_trip::<types::Call>("Call");
        samples.round_trip::<types::Request>("Request");
        samples.round_trip::<types::RequestParts>("RequestParts");
        samples.round_trip::<types::ClientBuilder>("ClientBuilder");
        samples.round_trip::<types::Failure>("Failure");
        samples.round_trip::<types::AsRef>("AsRef");
        samples.round_trip::<types::RiBen>("RiBen");
        samples.round_trip::<operations::ReplaceThingType>("ReplaceThingType");
        samples.round_trip::<operations::ReplaceThingZone>("ReplaceThingZone");
    }
}
