//! What a clause asks for: by its verb, by the clause before, or without either.

use super::{Clauses, asides};
use crate::instruction::Change;
use crate::instruction::bare;
use crate::instruction::commands::command;
use crate::instruction::predicates::Parsed;
use crate::instruction::verbs::{Verb, verb_at};

/// What was read, and the verb that it was read by.
type Clause = (Option<Verb>, (usize, Vec<Change>));

impl Clauses<'_, '_> {
    /// Reads a clause that `verb` leads, with the length of its words.
    pub(super) fn parsed(
        &self,
        verb: Option<(usize, Verb)>,
        from: usize,
        to: usize,
    ) -> Option<Clause> {
        let words = self.words;
        if let Some((len, verb)) = verb
            && let Some(found) = command(words, verb, from + len, to)
        {
            return Some((Some(verb), found));
        }
        // "color: blue", "cut flowers": no verb after all.
        let continued = verb.is_none().then(|| self.continued(from, to)).flatten();
        let found = continued.or_else(|| self.nominal(verb, from, to))?;
        Some((None, found))
    }

    /// Reads a clause without its verb, where that says little ("make", "add") or is none.
    fn nominal(&self, verb: Option<(usize, Verb)>, from: usize, to: usize) -> Parsed {
        let words = self.words;
        let idle = match verb {
            Some((len, Verb::Make | Verb::Add | Verb::Apply | Verb::Change)) => Some(len),
            _ => None,
        };
        if idle.is_none() && verb.is_some() && verb_at(words, from).is_some() {
            return None;
        }
        let start = from + idle.unwrap_or(0);
        let begin = words.begin(from);
        let article = begin < from && words.is(from - 1, "the");
        bare::statement(words, start, to)
            .or_else(|| {
                (start > from)
                    .then(|| bare::statement(words, from, to))
                    .flatten()
            })
            .or_else(|| {
                // "and the right one blue": the article belongs to it.
                article
                    .then(|| bare::statement(words, from - 1, to))
                    .flatten()
            })
    }

    /// Returns the end of the words that only elaborate what was read up to `end`.
    pub(super) fn elaborated(&mut self, changes: &[Change], end: usize, to: usize) -> usize {
        const FOR_MAX: usize = 6;
        let words = self.words;
        // "make it 16:9 for the TV screen": what it is for says no more.
        let canvas = matches!(changes, [Change::Reshape(_)]) && words.is(end, "for");
        if canvas && to - end < FOR_MAX && !(end..to).any(|i| words.is_sep(i)) {
            return to;
        }
        // "sketched, like on a whiteboard"
        let spelled = changes
            .last()
            .and_then(|change| asides::spelled_out(words, change, end, to));
        let Some(after) = spelled else { return end };
        if matches!(
            changes.last(),
            Some(Change::SetTheme(_) | Change::SetSetting { .. })
        ) {
            self.out.asides.push(words.span(end, after));
        }
        after
    }
}
