// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod animal;
mod cat;
mod dog;
mod letter;
mod missing;
mod parcel;
mod pet;
mod problem;
mod shipment;
mod thing;

pub use animal::Animal;
pub use cat::Cat;
pub use dog::Dog;
pub use letter::Letter;
pub use missing::Missing;
pub use parcel::Parcel;
pub use pet::Pet;
pub use problem::Problem;
pub use shipment::Shipment;
pub use thing::{
    Thing, ThingEvent, ThingEventStarted, ThingEventStartedType, ThingEventStopped,
    ThingEventStoppedType, ThingShade, ThingTextOrList,
};
