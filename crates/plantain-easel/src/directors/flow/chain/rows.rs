//! Rows of a flow: steps, and questions with their answers.

use crate::components::diagram::Entry;

/// One row of a flow.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Row {
    Step(Entry),
    /// A question, and its answers with what follows each.
    Branch(Entry, Vec<(Entry, Option<Entry>)>),
}

impl Row {
    pub fn entry(&self) -> &Entry {
        match self {
            Self::Step(entry) | Self::Branch(entry, _) => entry,
        }
    }

    /// Lines of boxes that it takes.
    pub fn lines(&self) -> usize {
        match self {
            Self::Step(_) => 1,
            Self::Branch(_, arms) => 1 + usize::from(arms.iter().any(|a| a.1.is_some())),
        }
    }

    /// Boxes side by side in its widest line.
    pub fn arms(&self) -> usize {
        match self {
            Self::Step(_) => 1,
            Self::Branch(_, arms) => arms.len(),
        }
    }

    pub fn asks(&self) -> bool {
        matches!(self, Self::Branch(..)) || self.entry().text.trim_end().ends_with(['?', '？'])
    }
}

/// Takes branches apart into steps, for pages without room for arms.
pub(super) fn flat(rows: &[Row]) -> Vec<Row> {
    rows.iter()
        .flat_map(|row| match row {
            Row::Step(entry) => vec![Row::Step(entry.clone())],
            Row::Branch(question, arms) => std::iter::once(Row::Step(question.clone()))
                .chain(arms.iter().flat_map(|(answer, then)| {
                    std::iter::once(Row::Step(answer.clone()))
                        .chain(then.iter().map(|t| Row::Step(t.clone())))
                }))
                .collect(),
        })
        .collect()
}

fn is_answer(entry: &Entry) -> bool {
    plantain_read::is_answer(&entry.text.trim_matches(['.', ':', '!']).to_lowercase())
}

/// Sorts entries into steps and branches.
pub(super) fn rows(entries: &[Entry]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        let entry = &entries[at];
        at += 1;
        let mut arms = Vec::new();
        while at < entries.len() && is_answer(&entries[at]) && arms.len() < 3 {
            let answer = entries[at].clone();
            at += 1;
            let then = entries.get(at).filter(|e| !is_answer(e)).cloned();
            at += usize::from(then.is_some());
            arms.push((answer, then));
        }
        rows.push(if arms.is_empty() {
            Row::Step(entry.clone())
        } else {
            Row::Branch(entry.clone(), arms)
        });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_become_arms() {
        let entries: Vec<Entry> = [
            "Start",
            "Is it raining?",
            "yes",
            "take umbrella",
            "no",
            "wear sunglasses",
            "End",
        ]
        .into_iter()
        .map(Entry::filler)
        .collect();
        let rows = rows(&entries);
        assert_eq!(rows.len(), 3);
        let Row::Branch(_, arms) = &rows[1] else {
            panic!("no branch");
        };
        assert_eq!(arms.len(), 2);
        assert_eq!(
            arms[1].1.as_ref().map(|e| e.text.as_str()),
            Some("wear sunglasses")
        );
    }

    #[test]
    fn order_is_kept_when_a_branch_is_taken_apart() {
        let entries: Vec<Entry> = ["a?", "yes", "b", "no", "c", "d"]
            .into_iter()
            .map(Entry::filler)
            .collect();
        let flat = flat(&rows(&entries));
        let texts: Vec<&str> = flat.iter().map(|r| r.entry().text.as_str()).collect();
        assert_eq!(texts, ["a?", "yes", "b", "no", "c", "d"]);
    }
}
