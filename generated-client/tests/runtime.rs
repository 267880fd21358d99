//! The runtime over real sockets, with an API of its own: what is tested here holds for every document.

mod support;

use std::collections::BTreeMap;
use std::error::Error as _;
use std::time::{Duration, Instant};

use botpress_runtime::runtime::{
    Answer, Api, Call, Client, ClientBuilder, Decode, Encode, Error, ErrorBody, ErrorKind, FromInput, Input, InputError,
    JsonCallError, JsonObject, Method, NamedOperation, Nullable, Operation, Paginated, Parts, Request, Style,
};
use serde_json::{Value, json};
use support::{Reply, Server};
