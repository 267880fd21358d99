// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{Park, Plant, PullRequest, ReviewRequest, StampRequest};
use crate::types::{OpenPull, Stamp, Tree, Vehicle};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, Setting, client};

/// Composed: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Composed",
    version: "1",
    base_url: Setting {
        value: Some("https://example.org"),
        env: None,
    },
    security_schemes: &[],
    security: &[],
    headers: &[],
};

client!(API, super::by_name);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with the defaults of the document. No setting has an environment variable.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }
}

/// # Trees
impl Client {
    /// Plants a tree, which grows.
    ///
    /// `POST /trees`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Tree;
    ///
    /// let response = client.plant(Tree::new("name")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn plant(&self, tree: Tree) -> Call<Plant> {
        self.call(Plant::new(tree))
    }
}

/// # Pulls
impl Client {
    /// Asks for a change.
    ///
    /// `POST /pulls`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::OpenPull;
    /// use crate::types::OpenPullBy;
    /// use crate::types::PullHead;
    ///
    /// let response = client.pull(OpenPull::new(PullHead::new(), OpenPullBy::Person)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn pull(&self, open_pull: OpenPull) -> Call<PullRequest> {
        self.call(PullRequest::new(open_pull))
    }
}

/// # Vehicles
impl Client {
    /// Parks a vehicle of some kind.
    ///
    /// `POST /vehicles`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Vehicle;
    ///
    /// let response = client.park(Vehicle::new("kind")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn park(&self, vehicle: Vehicle) -> Call<Park> {
        self.call(Park::new(vehicle))
    }
}

/// # Stamps
impl Client {
    /// Stamps something.
    ///
    /// `POST /stamps`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Stamp;
    ///
    /// let response = client.stamp(Stamp::new()).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn stamp(&self, stamp: Stamp) -> Call<StampRequest> {
        self.call(StampRequest::new(stamp))
    }
}

/// # Reviews
impl Client {
    /// A body that is a definition by way of a list of one has its name.
    ///
    /// `POST /reviews`
    ///
    /// Optional inputs: [`ReviewRequestCall`](crate::operations::ReviewRequestCall)
    ///
    /// The document declares the body as optional, although its schema has required properties.
    /// `review` sets it.
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Review;
    ///
    /// client.review().review(Review::new(1)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn review(&self) -> Call<ReviewRequest> {
        self.call(ReviewRequest::new())
    }
}
