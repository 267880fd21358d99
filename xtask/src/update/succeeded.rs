//! Recordings of operations whose route another operation has now.

use serde_json::Value;
use xtask::recordings::{Api, Recordings};

use super::moves::Moves;

/// The problem of a recording whose operation has another route.
const MOVED: &str = ": its operation moved: ";

/// The problem of an operation without one.
const MISSING: &str = ": no recording of a success";

/// The problems of the recordings, given the operations and those before. Recordings are found by their route, so
/// those of an operation that moved are not to be compared with the one that has its route now.
pub(super) fn problems(
    recordings: &Recordings,
    api: Api<'_>,
    previous: &Value,
    moves: &Moves<'_>,
) -> Vec<String> {
    let mut problems = recordings.problems(api, previous);
    for id in moves.successors() {
        let mut without = api.schemas.clone();
        let operations = without["operations"].as_object_mut();
        operations.and_then(|operations| operations.shift_remove(id));
        let without = Api {
            schemas: &without,
            ..api
        };
        let others = recordings.problems(without, previous);
        // Those of the operation that moved are recordings of it.
        let is_own = |problem: &str| {
            let rest = problem.strip_prefix(id);
            rest.is_some_and(|rest| rest.starts_with(MISSING))
        };
        problems.retain(|problem| {
            !problem.contains(MISSING) || is_own(problem) || others.contains(problem)
        });
        for problem in others {
            let Some((entry, _)) = problem.rsplit_once(MOVED) else {
                continue;
            };
            if problems.contains(&problem) {
                continue;
            }
            let is_of_entry = |other: &String| {
                let rest = other.strip_prefix(entry);
                rest.is_some_and(|rest| rest.starts_with(": "))
            };
            let at = problems.iter().position(is_of_entry);
            problems.retain(|other| !is_of_entry(other));
            problems.insert(at.unwrap_or_default().min(problems.len()), problem);
        }
        let is_new = previous["operations"].get(id).is_none();
        if is_new && !problems.iter().any(|problem| is_own(problem)) {
            problems.push(format!(
                "{id}{MISSING}; `cargo xtask recordings --missing` writes one to complete"
            ));
        }
    }
    problems
}
