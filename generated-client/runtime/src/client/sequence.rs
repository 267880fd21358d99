//! Values that follow one another in the body of an answer, each decoded as soon as it is complete.

use std::marker::PhantomData;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use std::{iter, vec};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_core::ser::Error as _;
use serde_core::{Serialize, Serializer};

use super::failure::Failure;
use super::incoming::Incoming;
use super::{Answer, CallResult, Decode, DecodeError, DecodeFailure, Error, ErrorKind, FromAnswer};

/// Cuts a body into the texts of values.
pub(super) trait Cutter: Default {
    /// What a value becomes with what comes beside it.
    type Item<T>;
    /// Where the value is in the JSON that is written of an item.
    const PATH: &'static str;
    /// A text that is no value, but the end of them.
    const END: Option<&'static str>;

    /// Takes bytes from the front of a chunk until a piece is complete, or all of them if none is.
    fn next(&mut self, chunk: &mut Bytes) -> Option<Piece>;

    /// What is complete because nothing follows.
    fn last(&mut self) -> Option<Piece>;

    /// How many bytes of a piece it has so far.
    fn kept(&self) -> usize;

    fn item<T>(piece: Piece, value: T) -> Self::Item<T>;
}

/// The text of a value, and what an event has beside it.
#[derive(Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) event: Option<String>,
    pub(super) id: Option<String>,
    pub(super) data: Bytes,
}

/// Values that are still to come, or that came all at once.
pub(super) struct Sequence<C: Cutter, T, E> {
    pub(super) cutter: C,
    status: StatusCode,
    /// `None` at the end.
    incoming: Option<Incoming>,
    /// What has come and is not cut yet.
    chunk: Bytes,
    count: usize,
    whole: vec::IntoIter<C::Item<T>>,
    error: PhantomData<fn() -> E>,
}

impl<C: Cutter, T: FromAnswer, E> Sequence<C, T, E> {
    /// The values of an answer. Of one that has come as a whole, they are all decoded now.
    pub(super) fn of(answer: &Answer) -> Decode<Self> {
        let mut sequence = Self {
            cutter: C::default(),
            status: answer.status(),
            incoming: answer.take_incoming(),
            chunk: answer.body().clone(),
            count: 0,
            whole: Vec::new().into_iter(),
            error: PhantomData,
        };
        match &mut sequence.incoming {
            // Silence means that there is nothing to tell.
            Some(incoming) => incoming.patience = None,
            None => sequence.whole = sequence.all()?.into_iter(),
        }
        Ok(sequence)
    }

    fn all(&mut self) -> Decode<Vec<C::Item<T>>> {
        let Self { cutter, chunk, .. } = self;
        let mut pieces: Vec<Piece> = iter::from_fn(|| cutter.next(chunk)).collect();
        pieces.extend(cutter.last());
        let values = pieces.into_iter().map(|piece| self.decode(piece));
        let values = values.map_while(Result::transpose);
        values.collect::<Result<_, _>>().map_err(|(error, _)| error)
    }

    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<CallResult<C::Item<T>, E>>> {
        if let Some(value) = self.whole.next() {
            return Poll::Ready(Some(Ok(value)));
        }
        let Some(operation) = self.incoming.as_ref().map(|incoming| incoming.operation) else {
            return Poll::Ready(None);
        };
        let next = match ready!(self.poll_piece(context)) {
            Ok(Some(piece)) => self.decode(piece).map_err(|(error, data)| {
                ErrorKind::Decode(DecodeFailure::new(error, self.answer(data)))
            }),
            Ok(None) => Ok(None),
            Err(failure) => Err(failure.into()),
        };
        // What follows a value that does not decode may be as it should.
        if !matches!(next, Ok(Some(_)) | Err(ErrorKind::Decode(_))) {
            self.incoming = None;
        }
        let next = next.map_err(|kind| Error::new(operation, kind));
        Poll::Ready(next.transpose())
    }

    /// `None` if this is no value but the end; what does not decode comes back.
    fn decode(&mut self, piece: Piece) -> Result<Option<C::Item<T>>, (DecodeError, Bytes)> {
        let index = self.count;
        self.count += 1;
        match T::from_answer(&self.answer(piece.data.clone())) {
            Ok(value) => Ok(Some(C::item(piece, value))),
            Err(_) if C::END.is_some_and(|end| piece.data == end) => Ok(None),
            Err(error) => {
                let at = format!("$[{index}]{}", C::PATH);
                Err((error.below(&at), piece.data))
            }
        }
    }
}

impl<C: Cutter, T, E> Sequence<C, T, E> {
    /// A value by itself.
    fn answer(&self, data: Bytes) -> Answer {
        Answer::new(self.status, HeaderMap::new(), data)
    }

    pub(super) fn set_patience(&mut self, patience: Duration) {
        if let Some(incoming) = &mut self.incoming {
            incoming.patience = Some(patience);
        }
    }

    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Piece>, Failure>> {
        loop {
            let Some(incoming) = &mut self.incoming else {
                return Poll::Ready(Ok(None));
            };
            let piece = self.cutter.next(&mut self.chunk);
            let length = piece.as_ref().map(|piece| piece.data.len());
            if length.unwrap_or(self.cutter.kept()) as u64 > incoming.limit {
                return Poll::Ready(Err(Failure::TooLarge(incoming.limit)));
            }
            if piece.is_some() {
                return Poll::Ready(Ok(piece));
            }
            match ready!(incoming.poll_chunk(context)?) {
                Some(chunk) => self.chunk = chunk,
                None => return Poll::Ready(Ok(self.cutter.last())),
            }
        }
    }
}

/// What came all at once is an array.
impl<C: Cutter<Item<T>: Serialize>, T, E> Serialize for Sequence<C, T, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.incoming {
            None => serializer.collect_seq(self.whole.as_slice()),
            Some(_) => Err(S::Error::custom(
                "values that are still to come are no JSON",
            )),
        }
    }
}
