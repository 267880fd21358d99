//! Minimizes a failing case.

use serde_json::Value;

use super::case::{self, Case, File};
use super::tree;

/// Removes parts of a case as long as it still `fails`.
pub(super) fn shrink(case: Case, fails: &mut dyn FnMut(&Case) -> bool) -> Case {
    let mut shrinker = Shrinker { case, fails };
    shrinker.whole_files();
    for which in 0..shrinker.case.files_mut().len() {
        shrinker.file(which);
    }
    shrinker.case
}

struct Shrinker<'f> {
    case: Case,
    fails: &'f mut dyn FnMut(&Case) -> bool,
}

impl Case {
    fn files_mut(&mut self) -> Vec<&mut File> {
        [&mut self.document]
            .into_iter()
            .chain(&mut self.overlays)
            .chain(&mut self.options)
            .chain(&mut self.files)
            .collect()
    }
}

impl Shrinker<'_> {
    /// Keeps a change of the case if it still fails.
    fn attempt(&mut self, change: impl FnOnce(&mut Case)) -> bool {
        let mut smaller = self.case.clone();
        change(&mut smaller);
        let fails = smaller != self.case && (self.fails)(&smaller);
        if fails {
            self.case = smaller;
        }
        fails
    }

    fn whole_files(&mut self) {
        for index in (0..self.case.overlays.len()).rev() {
            self.attempt(|case| drop(case.overlays.remove(index)));
        }
        self.attempt(|case| case.options = None);
        for index in (0..self.case.files.len()).rev() {
            self.attempt(|case| drop(case.files.remove(index)));
        }
    }

    fn text(&mut self, which: usize) -> String {
        let files = self.case.files_mut();
        files
            .get(which)
            .map(|file| file.text.clone())
            .unwrap_or_default()
    }

    fn attempt_text(&mut self, which: usize, text: String) -> bool {
        self.attempt(|case| {
            if let Some(file) = case.files_mut().into_iter().nth(which) {
                file.text = text;
            }
        })
    }

    fn file(&mut self, which: usize) {
        let text = self.text(which);
        match case::parse(&text) {
            // The text may be reformatted if the failure depends on the tree alone.
            Some(tree) if self.attempt_tree(which, &tree) || written(&tree) == text => {
                self.tree(which, tree);
            }
            _ => self.lines(which),
        }
    }

    fn attempt_tree(&mut self, which: usize, tree: &Value) -> bool {
        self.attempt_text(which, written(tree))
    }

    fn tree(&mut self, which: usize, mut tree: Value) {
        let mut before = usize::MAX;
        while tree::size(&tree) < before {
            before = tree::size(&tree);
            // From the root down, so that one attempt removes as much as possible.
            let mut next = 0;
            while let Some(at) = tree::pointers(&tree).get(next).cloned() {
                self.members(which, &mut tree, &at);
                self.simpler(which, &mut tree, &at);
                next += 1;
            }
        }
    }

    /// Removes members: all at once, then halves, quarters, and so on.
    fn members(&mut self, which: usize, tree: &mut Value, at: &str) {
        let count = |tree: &Value| {
            tree.pointer(at)
                .map_or(0, |node| tree::children(node).count())
        };
        let mut step = count(tree);
        while step > 0 {
            let mut start = 0;
            while start < count(tree) {
                let mut smaller = tree.clone();
                let end = (start + step).min(count(tree));
                match smaller.pointer_mut(at) {
                    Some(Value::Array(items)) => drop(items.drain(start..end)),
                    Some(Value::Object(members)) => {
                        let mut index = 0;
                        members.retain(|_, _| {
                            index += 1;
                            !(start < index && index <= end)
                        });
                    }
                    _ => {}
                }
                if self.attempt_tree(which, &smaller) {
                    *tree = smaller;
                } else {
                    start = end;
                }
            }
            step /= 2;
        }
    }

    /// Replaces a node with one of its members, or a text with a shorter one.
    fn simpler(&mut self, which: usize, tree: &mut Value, at: &str) {
        let Some(node) = tree.pointer(at) else {
            return;
        };
        let candidates: Vec<Value> = match node {
            Value::String(text) if text.len() > 20 => {
                let half = text.chars().count() / 2;
                vec![
                    Value::from("x"),
                    text.chars().take(half).collect::<String>().into(),
                ]
            }
            Value::Object(members) if !at.is_empty() => members
                .values()
                .filter(|value| value.is_object())
                .take(4)
                .cloned()
                .collect(),
            _ => return,
        };
        for candidate in candidates {
            let mut smaller = tree.clone();
            if let Some(node) = smaller.pointer_mut(at) {
                *node = candidate;
            }
            if self.attempt_tree(which, &smaller) {
                *tree = smaller;
                return;
            }
        }
    }

    fn lines(&mut self, which: usize) {
        let mut step = self.text(which).lines().count();
        while step > 0 {
            let mut start = 0;
            loop {
                let text = self.text(which);
                let lines: Vec<_> = text.split_inclusive('\n').collect();
                if start >= lines.len() {
                    break;
                }
                let end = (start + step).min(lines.len());
                let fewer = [&lines[..start], &lines[end..]].concat().concat();
                if !self.attempt_text(which, fewer) {
                    start = end;
                }
            }
            step /= 2;
        }
    }
}

fn written(tree: &Value) -> String {
    format!("{tree:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_reduced_to_what_fails() {
        let file = |name: &str, text: &str| File {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let document = "a: {b: [1, {deep: x}, 2], c: {bad: 1, good: 2}}\nd: [1, 2, 3]\n";
        let case = Case {
            document: file("api.yaml", document),
            overlays: vec![file("overlay.yaml", "bad")],
            options: None,
            files: Vec::new(),
        };
        let small = shrink(case, &mut |case| case.document.text.contains("bad"));
        assert_eq!(
            case::parse(&small.document.text),
            Some(serde_json::json!({"a": {"bad": 1}}))
        );
        assert!(small.overlays.is_empty());
    }

    #[test]
    fn a_text_that_cannot_be_parsed_is_reduced_by_lines() {
        let text = "a: [\nb\nc\nbad\nd\n";
        let document = File {
            name: "api.yaml".to_owned(),
            text: text.to_owned(),
        };
        let case = Case {
            document,
            overlays: Vec::new(),
            options: None,
            files: Vec::new(),
        };
        let small = shrink(case, &mut |case| case.document.text.contains("bad"));
        assert_eq!(small.document.text, "bad\n");
    }
}
