use crate::operations::AddPictures;
use crate::runtime::{ByteStream, Call, EventStream, JsonStream, Upload};
use crate::types::{Problem, Tick};

mod downloads;
mod events;
mod uploads;

#[test]
fn everything_can_be_sent_to_other_threads() {
    fn sent<T: Send + 'static>() {}
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Upload>();
    shared::<Call<AddPictures>>();
    sent::<ByteStream<Problem>>();
    sent::<EventStream<Tick, Problem>>();
    sent::<JsonStream<Tick>>();
}
