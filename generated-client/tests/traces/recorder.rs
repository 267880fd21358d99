//! A subscriber that records spans and events.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Once;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_core::span::Current;

/// A span or an event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    /// The index of the span in which it is.
    pub(crate) parent: Option<usize>,
    fields: BTreeMap<&'static str, String>,
    /// How often it is held; 0 for a span that is closed, and for an event.
    holders: usize,
    pub(crate) metadata: Option<&'static Metadata<'static>>,
}

impl Entry {
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

impl Visit for Entry {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.fields.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name(), value.to_owned());
    }
}

/// The spans and events of one test, which runs on a thread of its own.
#[derive(Clone, Default)]
pub(crate) struct Recorder(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    /// The least important level that is recorded; `None` is any.
    least: Option<Level>,
    entries: Vec<Entry>,
    entered: Vec<usize>,
}

thread_local! {
    static RECORDER: Recorder = Recorder::default();
}

fn index(id: &Id) -> usize {
    usize::try_from(id.into_u64()).unwrap() - 1
}

impl Recorder {
    /// Each test begins with this. The subscriber is that of all threads, because `tracing` may miss one that is set while other
    /// threads come to a span for the first time.
    pub(crate) fn start() -> Self {
        static SUBSCRIBER: Once = Once::new();
        SUBSCRIBER.call_once(|| tracing::subscriber::set_global_default(Recorders).unwrap());
        let recorder = RECORDER.with(Self::clone);
        recorder.0.take();
        recorder
    }

    /// Records nothing that is less important.
    pub(crate) fn only(&self, least: Level) {
        self.0.borrow_mut().least = Some(least);
    }

    /// The recorded spans and events. All spans must be closed.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let state = self.0.borrow();
        assert!(state.entries.iter().all(|entry| entry.holders == 0));
        state.entries.clone()
    }
}

impl State {
    /// Adds an entry with its parent, which is the current span if it is `contextual`.
    fn add(&mut self, mut entry: Entry, parent: Option<&Id>, contextual: bool) -> Id {
        let current = self.entered.last().copied().filter(|_| contextual);
        entry.parent = parent.map(index).or(current);
        self.entries.push(entry);
        Id::from_u64(self.entries.len() as u64)
    }
}

/// The subscriber of all threads.
struct Recorders;

fn with<T>(change: impl FnOnce(&mut State) -> T) -> T {
    RECORDER.with(|recorder| change(&mut recorder.0.borrow_mut()))
}

impl Subscriber for Recorders {
    fn register_callsite(&self, _metadata: &'static Metadata<'static>) -> Interest {
        // Each test has its own level.
        Interest::sometimes()
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let least = with(|state| state.least.unwrap_or(Level::TRACE));
        metadata.target() == "openapi_client_runtime" && *metadata.level() <= least
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let metadata = attributes.metadata();
        let mut entry = Entry {
            name: metadata.name(),
            holders: 1,
            metadata: Some(metadata),
            ..Entry::default()
        };
        attributes.record(&mut entry);
        with(|state| state.add(entry, attributes.parent(), attributes.is_contextual()))
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        with(|state| values.record(&mut state.entries[index(span)]));
    }

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut entry = Entry {
            metadata: Some(event.metadata()),
            ..Entry::default()
        };
        event.record(&mut entry);
        with(|state| state.add(entry, event.parent(), event.is_contextual()));
    }

    fn enter(&self, span: &Id) {
        with(|state| state.entered.push(index(span)));
    }

    fn exit(&self, span: &Id) {
        let left = with(|state| state.entered.pop());
        assert_eq!(left, Some(index(span)));
    }

    fn clone_span(&self, span: &Id) -> Id {
        with(|state| state.entries[index(span)].holders += 1);
        span.clone()
    }

    fn try_close(&self, span: Id) -> bool {
        with(|state| {
            let entry = &mut state.entries[index(&span)];
            entry.holders -= 1;
            entry.holders == 0
        })
    }

    fn current_span(&self) -> Current {
        with(|state| match state.entered.last() {
            Some(at) => {
                let metadata = state.entries[*at].metadata.unwrap();
                Current::new(Id::from_u64(*at as u64 + 1), metadata)
            }
            None => Current::none(),
        })
    }
}
