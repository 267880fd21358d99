// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod animal;
mod cat;
mod dog;
mod missing;
mod pet;
mod problem;
mod thing;

pub use animal::Animal;
pub use cat::Cat;
pub use dog::Dog;
pub use missing::Missing;
pub use pet::Pet;
pub use problem::Problem;
pub use thing::{
    Thing, ThingEvent, ThingEventStarted, ThingEventStartedType, ThingEventStopped,
    ThingEventStoppedType, ThingShade, ThingTextOrList,
};
