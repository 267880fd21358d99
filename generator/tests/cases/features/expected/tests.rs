// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Calls each operation, and reads and writes each type, with made-up values.

#![cfg(all(feature = "call-json", feature = "testing"))]
#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_imports, unused_variables, reason = "types may be behind features")]

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
        samples.round_trip::<types::Status>("Status");
        samples.round_trip::<types::Level>("Level");
        samples.round_trip::<types::Problem>("Problem");
        samples.round_trip::<types::Detail>("Detail");
        #[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
        samples.round_trip::<types::User>("User");
        #[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
        samples.round_trip::<types::Mood>("Mood");
        #[cfg(feature = "admin-tools2")]
        samples.round_trip::<types::Audit>("Audit");
        #[cfg(feature = "admin-tools2")]
        samples.round_trip::<types::AuditKind>("AuditKind");
        #[cfg(all(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
        samples.round_trip::<types::Spare>("Spare");
        #[cfg(feature = "admin-tools2")]
        samples.round_trip::<operations::ListAuditsResponse>("ListAuditsResponse");
    }
}
