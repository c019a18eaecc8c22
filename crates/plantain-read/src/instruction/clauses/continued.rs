//! Pieces without a verb that go on with what stood before.

use super::Clauses;
use super::strong::bare_strong;
use crate::instruction::additions::{text_item, tinted_mark};
use crate::instruction::arguments::colors_at;
use crate::instruction::bare;
use crate::instruction::commands::{self, command};
use crate::instruction::predicates::{Parsed, predicates_at};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::verbs::Verb;
use crate::instruction::{Change, Fill, Item, Location, Referent, Target};
use crate::tokens::{Kind, Sep};
use crate::{RelationKind, Role};

impl Clauses<'_, '_> {
    /// "and underneath “Check your Wi-Fi”": more words by those that were just told.
    fn beneath(&self, from: usize) -> Parsed {
        let words = self.words;
        let text = words.quote(from + 1)?;
        let kind = match words.key(from) {
            "underneath" | "below" | "beneath" | "under" => RelationKind::Below,
            "above" | "over" => RelationKind::Above,
            _ => return None,
        };
        let of = match self.out.steps.last().map(|step| &step.change)? {
            Change::SetText { to, .. } => Referent::Text(to.clone()),
            Change::Add {
                item: Item::Text { text, .. },
                ..
            } => Referent::Text(text.clone()),
            _ => return None,
        };
        let target = Target {
            what: of,
            words: words.text(from, from + 1).to_string(),
            ..Target::default()
        };
        let at = Location {
            across: false,
            position: None,
            relation: Some((kind, target)),
        };
        let item = text_item(text);
        Some((from + 2, vec![Change::Add { item, at }]))
    }

    /// A piece without a verb goes on with what stood before: "and bold", "the cat", "add leaves, flowers".
    pub(super) fn continued(&self, from: usize, to: usize) -> Parsed {
        let words = self.words;
        if let Some(found) = bare_strong(words, from, to) {
            return Some(found);
        }
        if let Some(found) = self.said_too(from, to).or_else(|| self.beneath(from)) {
            return Some(found);
        }
        // "drop Bounce, dark mode": a manner of its own.
        if words.is(from, "dark|light|night") && words.is(from + 1, "mode|theme") {
            return None;
        }
        let verb = self.context.verb?;
        // "lose the cloth, just a wooden table": what is to be there instead.
        let left = from > 0 && words.is(from - 1, "just|only") || words.is(from, "just|only");
        let left = left || from > 1 && words.is(from - 2, "just|only");
        if verb == Verb::Remove && left {
            return None;
        }
        // "brighter, then 3": a lone figure says nothing.
        let figure = words
            .token(from)
            .is_some_and(|token| token.kind == Kind::Number);
        if figure && words.skip_idle(from + 1, to) >= to {
            return None;
        }
        // "add April 70, green line": of what is drawn there already.
        if let Some(noun) = tinted_mark(words, from)
            && let Some((end, target)) = target_at(words, noun, to, Reach::Bare)
            && let Some((_, colors)) = colors_at(words, from, noun)
        {
            return Some((end, vec![Change::Recolor { target, colors }]));
        }
        if verb == Verb::Add
            && let Some(found) = bare::retitled(words, from, to)
        {
            return Some(found);
        }
        let whole = |found: &(usize, Vec<Change>)| {
            words.skip_idle(found.0, to) >= to
                || words.is_sep(found.0)
                || words.is(found.0, "and|with")
        };
        match verb {
            Verb::Add | Verb::Put | Verb::Write
                if let Some(found) = self.of_newcomer(from, to).filter(whole) =>
            {
                Some(found)
            }
            Verb::Make | Verb::Change | Verb::Turn => {
                if let Some(found) = self
                    .context
                    .target
                    .as_ref()
                    .and_then(|target| predicates_at(words, from, to, target))
                    .filter(whole)
                {
                    return Some(found);
                }
                let again = match verb {
                    Verb::Change => command(words, verb, from, to).filter(whole),
                    _ => None,
                };
                again.or_else(|| command(words, Verb::Make, from, to).filter(whole))
            }
            Verb::Recolor
            | Verb::Mark
            | Verb::Strike
            | Verb::Cancel
            | Verb::Tick
            | Verb::Remove
            | Verb::Add
            | Verb::Put
            | Verb::Move
            | Verb::Write
            | Verb::Extract
            | Verb::Swap => command(words, verb, from, to).filter(whole),
            // "invert it: black card, white text": a colon tells what comes of it.
            Verb::Tone(..) | Verb::Filter(_) if (0..from).any(|i| words.sep(i, Sep::Colon)) => None,
            Verb::Tone(..)
            | Verb::Filter(_)
            | Verb::Replace
            | Verb::Shift(_)
            | Verb::Rename
            | Verb::Set(_) => command(words, verb, from, to).filter(whole),
            _ => None,
        }
    }

    /// "add the tagline “since 1987”, smaller": what came just now is to look like this.
    pub(super) fn of_newcomer(&self, from: usize, to: usize) -> Parsed {
        let came = match &self.out.steps.last()?.change {
            Change::Add {
                item: Item::Text { .. } | Item::Things(_) | Item::Part { .. },
                ..
            } => Target {
                what: Referent::Same,
                ..Target::default()
            },
            Change::SetBackground(Fill::Pattern(..)) => Target::default(),
            _ => return None,
        };
        let (end, changes) = predicates_at(self.words, from, to, &came)?;
        let of_it = changes.iter().all(|change| {
            matches!(
                change,
                Change::SetType { .. } | Change::Resize { .. } | Change::Recolor { .. }
            )
        });
        of_it.then_some((end, changes))
    }

    /// "the quote to “…” — Sullivan", "by Mies": who said what was just told.
    fn signed(&self, before: &Change, from: usize, to: usize) -> Parsed {
        let words = self.words;
        let quoted = matches!(before, Change::SetText { target, .. } if target.what == Referent::Role(Role::Quote));
        let dashed = from > 0 && words.sep(from - 1, Sep::Dash);
        let led = dashed || from > 0 && words.is(from - 1, "by");
        let start = words.one_of(from, "by").or(led.then_some(from))?;
        let name = (start..to)
            .take_while(|&at| {
                words.is_capital(at) || words.is(at, "van|von|de|der|da|of|the|le|la")
            })
            .count();
        let end = start + name;
        let told = quoted && name > 0 && words.is_capital(start) && words.closes(end, to);
        let target = Target {
            what: Referent::Role(Role::Attribution),
            words: "the author".into(),
            ..Target::default()
        };
        let text = words.text(start, end).to_owned();
        told.then(|| (end, vec![bare::reworded(target, text)]))
    }

    /// "the name should be X, date Y": behind a text that was set anew, another part with its words.
    pub(super) fn said_too(&self, from: usize, to: usize) -> Parsed {
        let words = self.words;
        let before = &self.out.steps.last()?.change;
        if let Some(found) = self.signed(before, from, to) {
            return Some(found);
        }
        if !matches!(before, Change::SetText { .. } | Change::SetValue { .. }) {
            return None;
        }
        let (end, target) = target_at(words, from, to, Reach::Bare)?;
        let figured = matches!(target.what, Referent::Text(_))
            && matches!(before, Change::SetValue { .. })
            && words
                .token(end)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
        if !figured && !matches!(target.what, Referent::Role(_)) || end >= to {
            return None;
        }
        let value = commands::change::skip_to(words, end).unwrap_or(end);
        let told = value > end || commands::change::begins_words(words, end);
        told.then(|| commands::change::new_value(words, value, to, &target, true))
            .flatten()
    }
}
