//! Whatever a stream contains, reading ends with its end or an error, and does not depend on where its pieces begin.

#![no_main]

use botpress_runtime::Client;
use botpress_runtime::testing::Service;
use botpress_runtime_fuzz::{Response, TOKEN, check_message, run};
use libfuzzer_sys::fuzz_target;
use openapi_client_runtime::codegen::RequestParts;
use openapi_client_runtime::{EventStream, JsonStream, Operation, Request};
use serde_json::Value;

/// An operation without inputs that responds with a stream.
macro_rules! operation {
    ($name:ident -> $stream:ident, $path:literal, $media_type:literal) => {
        #[derive(Clone, Debug)]
        struct $name;

        impl Request for $name {
            type Response = $stream<Value, Value>;
            type Error = Value;

            const OPERATION: Operation = Operation::get(stringify!($name), $path);

            fn encode(&self, parts: &mut RequestParts) {
                parts.accept($media_type);
            }
        }
    };
}

operation!(Events -> EventStream, "/events", "text/event-stream");
operation!(Lines -> JsonStream, "/lines", "application/jsonl");

/// The values, and the text of the error at the end.
async fn read(client: &Client, are_events: bool, input: &[u8]) -> (Vec<String>, Option<String>) {
    let mut values = Vec::new();
    macro_rules! read {
        ($request:expr) => {
            match client.call($request).await {
                Ok(mut stream) => loop {
                    match stream.try_next().await {
                        Ok(Some(value)) => values.push(format!("{value:?}")),
                        Ok(None) => break None,
                        Err(error) => {
                            check_message(&error, input);
                            break Some(format!("{}", error.kind()));
                        }
                    }
                },
                Err(error) => {
                    check_message(&error, input);
                    Some(String::new())
                }
            }
        };
    }
    let error = if are_events {
        read!(Events)
    } else {
        read!(Lines)
    };
    (values, error)
}

fuzz_target!(|input: &[u8]| {
    let Some((choice, input)) = input.split_first() else {
        return;
    };
    let Some(response) = Response::parse(input) else {
        return;
    };
    let in_pieces = |size: usize| {
        let reply = response.reply(size);
        let service = Service::new();
        let same = reply.clone();
        service
            .on(|_: &Events| true)
            .reply_with(move |_| same.clone());
        service
            .on(|_: &Lines| true)
            .reply_with(move |_| reply.clone());
        // A line that is ignored counts towards the limit only while it arrives, so no input is that long.
        let builder = service.builder().token(TOKEN).bot_id("bot_1");
        let client = builder.max_response_body(1_000_000).build().unwrap();
        run(read(&client, choice % 2 == 0, input))
    };
    let whole = in_pieces(response.body.len());
    // A text of a JSON sequence is complete at the end of a line, if that has arrived alone. What follows it is an error then.
    if whole.1.is_some() && response.body.contains(&0x1e) {
        return;
    }
    let pieces = in_pieces(usize::from(choice / 2 % 8) + 1);
    assert_eq!(whole, pieces);
});
