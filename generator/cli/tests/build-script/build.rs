//! Generates the clients that `src/lib.rs` includes.

use openapi_rust_client::{Build, BuildError};

fn main() -> Result<(), BuildError> {
    Build::new("api/pets.yaml")
        .overlay("api/pets.overlay.yaml")
        .generate()?;
    Build::new("api/shop.yaml")
        .options("api/shop.options.yaml")
        .module("crate::clients::shop")
        .generate()
}
