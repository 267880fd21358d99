//! `x-record` of the operations: whether they may be called.

use std::fs;
use std::future::pending;

use serde_json::Value;
use tempfile::tempdir;
use xtask::recordings::{Api, OPERATIONS, schemas, undecided, without_policy, wrong_policies};
use xtask::{OVERLAYS, SPEC};
use xtask_record::document::Document;
use xtask_record::run::run;
use xtask_record::scenario::Scenario;

use crate::scenarios::{TWO_USERS, client};
use crate::stand_in::StandIn;
use crate::{document, root};

#[tokio::test]
async fn nothing_is_sent_if_a_removal_does_not_exist() {
    let folder = tempdir().unwrap();
    let copied = OVERLAYS.iter().copied().chain([SPEC, OPERATIONS]);
    for path in copied {
        let text = fs::read_to_string(root().join(path)).unwrap();
        let text = text.replace("undo: deleteConversation", "undo: removeConversation");
        let copy = folder.path().join(path);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::write(copy, text).unwrap();
    }
    let document = Document::read(folder.path()).unwrap();
    let service = StandIn::start();
    let scenario = Scenario::parse("x.yaml", TWO_USERS).unwrap();
    let made = run(
        &scenario,
        &document,
        &client(&service),
        pending(),
        pending(),
    )
    .await;
    assert_eq!(
        format!("{:#}", made.unwrap_err()),
        "step 2: `x-record` of createConversation: there is no operation `removeConversation` to remove what it creates: name the one that does"
    );
    assert_eq!(service.calls(), [""; 0]);
}

#[test]
fn the_overlay_says_of_each_operation_whether_it_may_be_recorded() {
    let document = document();
    let api = Api {
        schemas: &schemas(root()).unwrap(),
        document: document.root(),
    };
    let actions = without_policy(api);
    let problem = undecided(actions.len()) + "\n" + &actions.join("\n");
    assert!(actions.is_empty(), "{problem}");
    assert_eq!(wrong_policies(root(), api, &Value::Null), [""; 0]);
}
