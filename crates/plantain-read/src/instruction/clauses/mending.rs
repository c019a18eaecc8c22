//! What was said to be wrong, and what is right.

use super::Clauses;
use crate::instruction::additions::free_text;
use crate::instruction::commands;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::verbs::{Verb, leading_verb_at};
use crate::instruction::{Change, Item, Location, Referent, Target};

impl Clauses<'_, '_> {
    /// "remove the vase and put a candle": what is put where no place is told takes the place of what went.
    pub(super) fn in_its_place(&mut self, verb: Option<Verb>, changes: &mut [Change]) {
        let [Change::Add { item, at }] = &*changes else {
            return;
        };
        let things = matches!(item, Item::Things(_)) && *at == Location::default();
        let gone = match self.out.steps.last().map(|step| &step.change) {
            Some(Change::Remove(target)) if matches!(target.what, Referent::Thing(_)) => {
                target.clone()
            }
            _ => return,
        };
        if verb == Some(Verb::Put) && things {
            let with = item.clone();
            self.out.steps.pop();
            changes[0] = Change::Replace { target: gone, with };
        }
    }

    /// Reads a clause that says what is wrong, or what is right instead; returns its end.
    pub(super) fn about_a_mistake(&mut self, from: usize, to: usize) -> Option<usize> {
        if let Some(end) = self.misspelling(from, to) {
            self.context.misspelt = Some(self.words.span(from, end));
            return Some(end);
        }
        if let Some((end, change)) = self.respelt(from, to) {
            self.push(vec![change], from, end);
            return Some(end);
        }
        if let Some((end, target)) = self.wrong(from, to) {
            self.context.blamed = Some((target, self.words.span(from, end)));
            return Some(end);
        }
        let (end, change) = self.righted(from, to)?;
        self.push(vec![change], from, end);
        Some(end)
    }

    /// "it isn't free any more": what is said here is what the next clause takes away.
    pub(super) fn outdated(&mut self, from: usize, to: usize) -> Option<usize> {
        let words = self.words;
        let cut = (from + 1..to).find(|&at| words.is_sep(at)).unwrap_or(to);
        let old = words.one_of(from, "isn't|is not|aren't|are not|it's not|not|no longer|it isn't|it is not|we're not|we are not|there's no|there is no")?;
        let end = (old + 1..cut).find_map(|at| {
            let end = words.one_of(at, "any more|anymore|any longer|now")?;
            (end >= cut).then_some(at)
        });
        let end = end.or_else(|| words.is(from, "no").then_some(cut))?;
        let goes = |at: usize| {
            matches!(
                leading_verb_at(words, words.skip_wish(at, to)),
                Some((_, Verb::Remove | Verb::Take))
            )
        };
        // What follows may be another sentence.
        let follows = cut + 1 < words.len() && (cut..=cut + 1).any(goes);
        if old >= end || !follows {
            return None;
        }
        let target = Target {
            what: Referent::Text(words.text(old, end).to_string()),
            words: words.text(old, end).to_string(),
            span: words.span(old, end),
            ..Target::default()
        };
        self.context.target = Some(target);
        Some(cut)
    }

    /// "typo!! PRAK should be PARK": what is written now, and how it is to be written.
    pub(super) fn spelt(&mut self, change: &mut Change) {
        if self.context.misspelt.is_none() {
            return;
        }
        if let Change::SetValue {
            label: Some(old),
            to,
        } = change
        {
            *change = Change::SetText {
                target: Target {
                    what: Referent::Text(old.clone()),
                    words: old.clone(),
                    ..Target::default()
                },
                from: Some(old.clone()),
                to: to.clone(),
            };
        }
        if matches!(change, Change::SetText { .. } | Change::Respell { .. }) {
            self.context.misspelt = None;
        }
    }

    /// "the date is wrong": what it is; the right one has yet to be said.
    fn wrong(&self, from: usize, to: usize) -> Option<(usize, Target)> {
        let words = self.words;
        let (end, target) = target_at(words, from, to, Reach::Full)?;
        let said = words.one_of(end, "is|are|was|has|looks")?;
        let end = words.one_of(
            said,
            "wrong|incorrect|not right|not correct|outdated|out of date|misspelled|misspelt|mistaken|a typo|an error|a mistake",
        )?;
        (end <= to && (end == to || words.is_sep(end) || words.is(end, "and|it|should|so")))
            .then_some((end, target))
    }

    /// "typo!!", "there is a spelling mistake": where it is, the right words will say.
    fn misspelling(&self, from: usize, to: usize) -> Option<usize> {
        let words = self.words;
        let led = words
            .one_of(from, "is a|is|there is a|there's a|there is|that's a|i see a|i found a|small|little|oops|a")
            .unwrap_or(from);
        let end = words.one_of(
            led,
            "typo|small typo|spelled wrong|spelt wrong|spelled wrongly|spelled incorrectly|misspelled|misspelt|wrong spelling|it's misspelled|\
                it's spelled wrong|it is misspelled|the spelling is wrong|the spelling is off|spelling mistake|spelling error|misspelling|typing error|typo in it|typo there",
        )?;
        let end = words
            .one_of(
                end,
                "from me|on my side|by me|of mine|my bad|my fault|sorry",
            )
            .unwrap_or(end);
        (end >= to || words.is_sep(end)).then_some(end.min(to))
    }

    /// "it should say Strawberry" behind "typo": the text that is most like these words.
    fn respelt(&mut self, from: usize, to: usize) -> Option<(usize, Change)> {
        let words = self.words;
        self.context.misspelt.as_ref()?;
        let value = words.one_of(
            from,
            "it should say|it should be|it should read|should be|should say|should read|it's|it is|must be|correct is|write|make it|it must say|it must be",
        )?;
        let (end, to) = free_text(words, value, to)?;
        self.context.misspelt = None;
        Some((end, Change::Respell { to }))
    }

    /// "it should be 2027", "40% is right": what stands in the place of what was said to be wrong.
    fn righted(&mut self, from: usize, to: usize) -> Option<(usize, Change)> {
        let words = self.words;
        let (target, _) = self.context.blamed.as_ref()?;
        let led = words.one_of(
            from,
            "it should be|it should say|it should read|it must be|it's|it is|should be|should read|must be|the right one is|correct is|the correct one is|right is|make it|it has to be|change it to",
        );
        let (end, text) = match led {
            Some(value) => free_text(words, value, to)?,
            None => {
                let says = (from + 1..to).find(|&i| words.is(i, "is|would"))?;
                let end = words.one_of(says, "is right|is correct|is the right one|is the correct one|would be right|would be correct")?;
                let (_, text) = free_text(words, from, says)?;
                (end, text)
            }
        };
        let (text, denied, end) = commands::instead_of(words, end, to, text);
        let from_part = denied.or_else(|| match &target.what {
            Referent::Text(part) => Some(part.clone()),
            _ => None,
        });
        let change = match &target.what {
            // "Tuesday was wrong, it should be 110": its figure.
            Referent::Text(label) if is_figure(&text) && !is_figure(label) => Change::SetValue {
                label: Some(label.clone()),
                to: text,
            },
            Referent::Thing(label) => Change::SetValue {
                label: Some(label.clone()),
                to: text,
            },
            _ => Change::SetText {
                target: target.clone(),
                from: from_part,
                to: text,
            },
        };
        self.context.blamed = None;
        Some((end, change))
    }

    /// Holds a correction to what was said to be wrong before.
    pub(super) fn put_right(&mut self, changes: &mut [Change]) {
        let open = |target: &Target| {
            matches!(
                target.what,
                Referent::Same | Referent::AllText | Referent::Picture
            )
        };
        for change in changes {
            if let Change::SetText {
                target, from: None, ..
            } = change
                && open(target)
                && let Some((blamed, _)) = self.context.blamed.take()
            {
                *target = blamed;
            }
        }
    }
}

/// Whether a text begins as a figure does.
fn is_figure(text: &str) -> bool {
    text.trim_start_matches(crate::tokens::is_currency)
        .starts_with(|c: char| c.is_ascii_digit())
}
