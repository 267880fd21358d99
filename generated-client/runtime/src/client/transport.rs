//! The place of the network, which a service in the same process can take. Everything before and after it is the same.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::error::Failure;
use super::http_client::HttpClient;
use super::prepared_request::PreparedRequest;
use super::settings::Settings;
use super::{BuilderCore, ClientCore, Operation, Request, SecuritySchemeKind, validate};

/// The receiver of requests in place of the network.
pub(crate) trait Transport: Send + Sync {
    /// Whether it needs the inputs of calls.
    fn keeps_inputs(&self) -> bool;

    /// Responds to one attempt of a call.
    fn execute<'a>(
        &'a self,
        operation: Operation,
        inputs: Option<&'a Snapshot>,
        request: reqwest::Request,
    ) -> Executed<'a>;
}

/// The response to an attempt.
pub(crate) type Executed<'a> =
    Pin<Box<dyn Future<Output = Result<reqwest::Response, Failure>> + Send + 'a>>;

/// Sends a request to the network, or to what a test has put in its place.
pub(super) async fn execute(
    settings: &Settings,
    request: &PreparedRequest,
    operation: Operation,
    sent: reqwest::Request,
) -> Result<reqwest::Response, Failure> {
    match &settings.transport {
        Some(transport) => {
            let inputs = request.inputs.as_ref();
            transport.execute(operation, inputs, sent).await
        }
        None => settings.http.execute(sent).await,
    }
}

/// The network.
struct Network(HttpClient);

impl Transport for Network {
    fn keeps_inputs(&self) -> bool {
        false
    }

    fn execute<'a>(
        &'a self,
        _operation: Operation,
        _inputs: Option<&'a Snapshot>,
        request: reqwest::Request,
    ) -> Executed<'a> {
        Box::pin(self.0.execute(request))
    }
}

impl ClientCore {
    /// The same client with another transport, which is given the present one.
    pub(crate) fn over(
        &self,
        change: impl FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport>,
    ) -> Self {
        self.with(|settings| {
            let network = || Arc::new(Network(settings.http.clone())) as Arc<dyn Transport>;
            let present = settings.transport.take().unwrap_or_else(network);
            settings.transport = Some(change(present));
        })
    }
}

/// A copy of the inputs of a call, with their type.
#[derive(Clone)]
pub(crate) struct Snapshot {
    inputs: Arc<dyn Inputs>,
    /// Those of their values that the document does not list.
    unlisted: Arc<[String]>,
}

/// The inputs of a call, without their type.
trait Inputs: Any + fmt::Debug + Send + Sync {
    fn any(&self) -> &(dyn Any + Send + Sync);
}

impl<R: Request> Inputs for R {
    fn any(&self) -> &(dyn Any + Send + Sync) {
        self
    }
}

impl Snapshot {
    pub(crate) fn new(inputs: impl Request, unlisted: Vec<String>) -> Self {
        Self {
            inputs: Arc::new(inputs),
            unlisted: unlisted.into(),
        }
    }

    /// Whether both are of the same call.
    pub(crate) fn is_same_call(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inputs, &other.inputs)
    }

    pub(crate) fn inputs(&self) -> &(dyn Any + Send + Sync) {
        self.inputs.any()
    }

    /// The values of enums that the document does not list.
    pub(crate) fn unlisted(&self) -> &[String] {
        &self.unlisted
    }

    /// The inputs as their `Debug` text.
    pub(crate) fn shown(&self) -> String {
        format!("{:?}", self.inputs)
    }
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Snapshot")
    }
}

/// The value of settings that a test need not know.
const PLACEHOLDER: &str = "test";

/// The base URL if the document has none.
const BASE_URL: &str = "http://service.test";

impl BuilderCore {
    /// A builder of clients that reach nothing but this service. All settings that the API needs have a value.
    pub(crate) fn in_process(mut self, transport: Arc<dyn Transport>) -> Self {
        let api = self.api;
        self.transport = Some(transport);
        // A default that needs TLS is as good without it, because nothing is sent.
        let default = api.base_url.value.unwrap_or(BASE_URL);
        let plain = default.replacen("https://", "http://", 1);
        let mut urls = [default, &plain, BASE_URL].into_iter();
        let valid = urls.find(|url| validate::base_url(url).is_ok());
        if valid != api.base_url.value {
            self.base_url = valid.map(str::to_owned);
        }
        for scheme in api.security_schemes {
            self = match scheme.kind {
                SecuritySchemeKind::Bearer => self.token(PLACEHOLDER.to_owned()),
                SecuritySchemeKind::Basic => {
                    self.basic_credential(scheme.name, PLACEHOLDER, PLACEHOLDER)
                }
                _ => self.credential(scheme.name, PLACEHOLDER.to_owned()),
            };
        }
        for header in api.headers.iter().filter(|header| header.required) {
            self = self.header(header.name, &PLACEHOLDER);
        }
        self
    }
}
