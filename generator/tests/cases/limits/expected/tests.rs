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
        samples.round_trip::<types::Value>("Value");
        samples.round_trip::<types::ValueListOrTime>("ValueListOrTime");
        samples.round_trip::<types::ValueCodeOrNumber>("ValueCodeOrNumber");
        samples.round_trip::<types::ValueBoth>("ValueBoth");
        samples.round_trip::<types::ValueKindVariant3>("ValueKindVariant3");
        samples.round_trip::<types::ValueKind>("ValueKind");
        samples.round_trip::<types::ValueOpen>("ValueOpen");
        samples.round_trip::<types::ValueEither>("ValueEither");
        samples.round_trip::<types::ValueKindVariant3X>("ValueKindVariant3X");
        samples.round_trip::<operations::SendCodesPage>("SendCodesPage");
    }
}
