// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.
