//! Calls of the generated clients against a server.

use build_script::{api, clients::shop, names_for_sale};
use test_server::{Reply, Server};

#[tokio::test]
async fn a_module_at_the_default_path_sends_calls() {
    let server = Server::start([Reply::json(r#"[{"name": "Rex"}, {"name": "Tom"}]"#)]);
    let client = api::Client::builder().base_url(server.url());
    let client = client.build().unwrap();
    assert_eq!(names_for_sale(&client).await.unwrap(), ["Rex", "Tom"]);
    assert_eq!(server.received()[0].target, "/pets?forSale=true");
}

#[tokio::test]
async fn a_module_in_another_module_sends_calls() {
    let server = Server::start([Reply::json(r#"{"pets": 2}"#)]);
    let client = shop::Client::builder().base_url(server.url());
    let order = client.build().unwrap().get_order("one").await.unwrap();
    assert_eq!(order.pets, 2);
    assert_eq!(server.received()[0].target, "/orders/one");
}
