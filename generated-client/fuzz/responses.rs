//! Whatever a service responds, a call ends with a value or an error: decoding, errors, pages, headers, redirects.

#![no_main]

use botpress_runtime::operations::{CreateUser, DeleteUser, GetUser, ListUsers, UpdateUser};
use botpress_runtime::testing::Service;
use botpress_runtime_fuzz::{Response, TOKEN, check_message, run};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((choice, input)) = input.split_first() else {
        return;
    };
    let Some(response) = Response::parse(input) else {
        return;
    };
    let reply = response.reply(response.body.len());
    let service = Service::new();
    macro_rules! answer {
        ($($operation:ty),*) => {$(
            let same = reply.clone();
            service.on(|_: &$operation| true).reply_with(move |_| same.clone());
        )*};
    }
    answer!(CreateUser, DeleteUser, GetUser, ListUsers, UpdateUser);
    let builder = service.builder().token(TOKEN).bot_id("bot_1");
    let client = builder
        .max_response_body(10_000)
        .wait_for_rate_limit()
        .build()
        .unwrap();
    let ended = run(async {
        match choice % 5 {
            0 => client.get_user("user_1").await.map(drop),
            1 => match client.list_users().collect_up_to(20).await {
                Ok(_) => Ok(()),
                Err(error) => Err(error.into()),
            },
            2 => client.create_user([("a", "b")]).await.map(drop),
            3 => client.delete_user("user_1").await.map(drop),
            _ => client.update_user("user_1").name("Ada").await.map(drop),
        }
    });
    if let Err(error) = ended {
        check_message(&error, input);
        check_message(&format!("{error:?}"), input);
    }
});
