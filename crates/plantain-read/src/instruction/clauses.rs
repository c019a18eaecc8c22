//! Cuts an instruction into clauses and reads each: what is to change, and what is to stay.

mod asides;
mod continued;
mod mending;
mod parsed;
mod settled;
mod strong;

use self::asides::aside;
use self::settled::{
    after_gone, all_but_the_kept, alone_on_nothing, colored_pattern, contradicting,
    counted_by_name, dark_as_a_whole, darker_rim, figure_at_last, gone_anyway, gone_twice,
    gone_with_ground, hold_to_mask, in_width, measured_later, no_step_before, of_the_whole,
    on_ground, on_the_other_side, placed_apart, said_again, told_colors,
};
use self::strong::{announces, bare_strong};
use super::direction;
use super::furnish;
use super::keep;
use super::merging;
use super::predicates::{setting_at, written_on};
use super::targets::{Reach, is_holder, target_at, within_mask};
use super::told::{self, Said};
use super::variety;
use super::verbs::{Verb, leading_verb_at, verb_at};
use super::words::Words;
use crate::instruction::{Change, Instruction, Item, Referent, Step, Target, Which};
use crate::tokens::{Kind, Sep};
use crate::{Component, Span};

/// Steps of one instruction, at most; what follows is unread.
const STEPS_MAX: usize = 200;

/// Pieces that were not understood before the rest is not read any more.
const UNREAD_MAX: usize = 50;

/// Pieces that one clause may be joined from.
const JOINTS_MAX: usize = 8;

/// Words that one clause is read from, at most: longer ones are cut, so that the time stays in proportion.
const CLAUSE_WORDS_MAX: usize = 200;

/// What the clause before was about.
#[derive(Debug, Clone, Default)]
struct Context {
    verb: Option<Verb>,
    target: Option<Target>,
    /// What was said to be wrong, and where that was said; the next clause says what is right.
    blamed: Option<(Target, Span)>,
    /// Where somebody only said that there is a misspelling.
    misspelt: Option<Span>,
}

pub(super) struct Clauses<'w, 'a> {
    words: &'w Words<'a>,
    /// The values of the picture, where they are known.
    said: &'w Said,
    out: Instruction,
    context: Context,
    /// Whether all of it holds inside the mask only.
    masked: bool,
    /// Remarks before the first step: they say why, if anything follows.
    remarks: Vec<Span>,
}

/// Reads all clauses into an instruction.
pub(super) fn read(words: &Words<'_>, said: &Said) -> Instruction {
    let mut clauses = Clauses {
        words,
        said,
        out: Instruction::default(),
        context: Context::default(),
        masked: false,
        remarks: Vec::new(),
    };
    let mut at = 0;
    while at < words.len() {
        if clauses.is_lost() {
            clauses.unread(at, words.len());
            break;
        }
        let end = clauses.sentence_end(at);
        clauses.sentence(at, end);
        at = end + 1;
    }
    let mut out = clauses.out;
    if out.steps.is_empty() {
        out.unread.append(&mut clauses.remarks);
    }
    let context = clauses.context;
    out.unread.extend(context.blamed.map(|(_, said)| said));
    out.unread.extend(context.misspelt);
    if clauses.masked {
        hold_to_mask(&mut out);
    } else {
        dark_as_a_whole(&mut out, words.reader.prompt);
    }
    said_again(&mut out);
    in_width(&mut out, words.reader.prompt);
    after_gone(&mut out);
    counted_by_name(&mut out);
    all_but_the_kept(&mut out);
    gone_anyway(&mut out);
    gone_with_ground(&mut out);
    gone_twice(&mut out);
    figure_at_last(&mut out);
    contradicting(&mut out, words.reader.prompt);
    alone_on_nothing(&mut out);
    of_the_whole(&mut out, words.reader.prompt);
    colored_pattern(&mut out);
    measured_later(&mut out, words.reader.prompt);
    placed_apart(&mut out);
    on_the_other_side(&mut out);
    told_colors(&mut out);
    out.steps.iter_mut().for_each(darker_rim);
    out.steps.iter_mut().for_each(on_ground);
    if out.steps.len() > STEPS_MAX {
        let rest = out.steps.split_off(STEPS_MAX);
        out.unread.extend(rest.into_iter().map(|step| step.span));
    }
    out.unread.sort_by_key(|span| (span.start, span.end));
    out
}

impl Clauses<'_, '_> {
    /// End of the sentence that starts at `at`: a full stop, a line, a semicolon.
    fn sentence_end(&self, at: usize) -> usize {
        (at..self.words.len())
            .find(|&i| {
                [Sep::Stop, Sep::Mark, Sep::Line, Sep::Semi]
                    .into_iter()
                    .any(|sep| self.words.sep(i, sep))
            })
            .unwrap_or(self.words.len())
    }

    /// Whether so much was asked for, or not understood, that no more needs to be read.
    fn is_lost(&self) -> bool {
        self.out.steps.len() > STEPS_MAX || self.out.unread.len() > UNREAD_MAX
    }

    fn sentence(&mut self, from: usize, to: usize) {
        if self.words.is_praise(from, to) {
            return;
        }
        let mut at = from;
        while at < to {
            if self.is_lost() {
                return self.unread(at, to);
            }
            let start = match self.refuses(at, to) {
                true => at,
                false => self.words.skip_wish(at, to),
            };
            let start = match self.words.remark(start) {
                Some(end) => self.words.skip_wish(end, to),
                None => start,
            };
            if start >= to {
                // "brighter, then 3": a figure numbers a step only where one begins.
                let figure = (at..to).find(|&i| {
                    let token = self.words.token(i);
                    token.is_some_and(|token| token.kind == Kind::Number)
                });
                if let Some(figure) = figure.filter(|_| at > from) {
                    self.unread(figure, to);
                }
                return;
            }
            let to = to.min(start + CLAUSE_WORDS_MAX);
            let end = if let Some(end) = self.denied(start, to) {
                end
            } else if let Some(end) = within_mask(self.words, start) {
                self.masked = true;
                end
            } else if let Some(end) = keep::clause_at(self.words, start, to) {
                self.kept(start, end);
                end
            } else {
                let limit = self.clause_limit(start, to);
                self.clause(start, limit)
            };
            at = end.max(start + 1);
        }
    }

    /// "but do not reword the features": "do" is no wish.
    fn refuses(&self, at: usize, to: usize) -> bool {
        let from = at + usize::from(self.words.is(at, "but|and"));
        self.words.one_of(from, "do not").is_some()
            && keep::clause_at(self.words, from, to).is_some()
    }

    /// "yellow, not red", "our colour is blue, use it": what was just said is said again.
    fn denied(&self, at: usize, to: usize) -> Option<usize> {
        let words = self.words;
        let themed = matches!(
            self.out.steps.last().map(|step| &step.change),
            Some(Change::SetTheme(_))
        );
        if let Some(end) = words.one_of(at, "use it|use them|use that|use those|use these|apply it|apply them|apply those|go with those|stick to those|please use those|please use them")
            && themed
            && end >= to
        {
            return Some(end);
        }
        if !words.is(at, "not") || self.out.steps.is_empty() {
            return None;
        }
        let end = (at..to)
            .find(|&i| words.is_sep(i) || words.is(i, "and|but"))
            .unwrap_or(to);
        (end - at <= 3).then_some(end)
    }

    fn kept(&mut self, from: usize, to: usize) {
        self.out.constrains = true;
        match keep::read(self.words, from, to) {
            keep::Kept::Stays(targets) => self.out.keep.extend(targets),
            keep::Kept::Only(target) => self.push(vec![keep::only(target)], from, to),
        }
    }

    /// Where a clause ends at the latest: before a constraint, or before a joint with a verb behind it.
    fn clause_limit(&self, from: usize, to: usize) -> usize {
        let words = self.words;
        let mut at = from + 1;
        while at < to {
            if keep::clause_at(words, at, to).is_some() && !words.is(at, "leave")
                || words.is(at, "while")
            {
                return at;
            }
            let placed = matches!(
                leading_verb_at(words, from),
                Some((_, Verb::Add | Verb::Put | Verb::Write))
            );
            if !placed && within_mask(words, at).is_some() {
                return at;
            }
            // "three plans: add Team"
            if words.sep(at, Sep::Colon)
                && matches!(leading_verb_at(words, at + 1), Some((_, Verb::Add)))
                && crate::numbers::count_at(&words.reader.tokens, from).is_some()
            {
                return at;
            }
            // "without Plus" speaks of a plan.
            let named = words.is(at, "plus") && words.is_capital(at);
            let joint = words.is(at, "and|then|&|+|plus|but|also") && !named
                || words.is_sep(at) && !words.sep(at, Sep::Colon) && !words.sep(at, Sep::Slash);
            if joint {
                let next = words.skip_wish(at + 1, to);
                let verb = next < to && verb_at(words, next).is_some() && !self.is_within(from, at);
                if verb || next < to && keep::clause_at(words, next, to).is_some() {
                    return at;
                }
            }
            at += 1;
        }
        to
    }

    /// Whether "and" at `at` joins what belongs to one verb ("swap A and B").
    fn is_within(&self, from: usize, at: usize) -> bool {
        matches!(leading_verb_at(self.words, from), Some((_, Verb::Swap)))
            && !(from..at).any(|i| self.words.is(i, "and|with|for"))
    }

    /// Reads the clause in `from..to`; returns where the next begins.
    fn clause(&mut self, from: usize, to: usize) -> usize {
        let words = self.words;
        let (verb_len, verb) = match leading_verb_at(words, from) {
            Some((len, verb)) => (len, Some(verb)),
            None => (0, None),
        };
        let said = self
            .passed_over(from, to)
            .or_else(|| self.told(verb, from, to))
            .or_else(|| self.about_a_mistake(from, to));
        if let Some(end) = said {
            return end;
        }
        if verb == Some(Verb::Refuse) {
            self.unread(from, words.len());
            self.out.steps.clear();
            return words.len();
        }
        let Some((verb, (end, mut changes))) = self.parsed(verb.map(|v| (verb_len, v)), from, to)
        else {
            return self.fallen(from, to);
        };
        if announces(words, (from, end), &changes) {
            return end;
        }
        self.put_right(&mut changes);
        self.of_its_kind(&mut changes);
        self.owned(&mut changes);
        self.single(&mut changes);
        self.figured(&mut changes, from, end);
        let end = asides::of_the_hour(words, &mut changes, end);
        let done = self.elaborated(&changes, end, to);
        let end = words.skip_idle(done, to).max(from + 1).min(to);
        self.remember(verb, &changes);
        self.in_its_place(verb, &mut changes);
        self.push(changes, from, end);
        // "red or blue": which of them is nobody's guess.
        if end < to && (done..end).any(|at| words.is(at, "or")) {
            return self.fallen(end, to);
        }
        match self.is_joint(done, end, to) {
            true => end,
            false => self.fallen(end, to),
        }
    }

    /// Passes over a clause that only spells out the step before it.
    fn passed_over(&mut self, from: usize, to: usize) -> Option<usize> {
        // "if it isn't green leave it whatever it is"
        let left = (from..to).any(|at| self.words.is(at, "leave|keep|stay|stays|fine|ignore"));
        if self.words.is(from, "if|unless") && left && !self.out.steps.is_empty() {
            return Some(to);
        }
        if let Some(end) = self.outdated(from, to) {
            return Some(end);
        }
        let begin = self.words.begin(from);
        if let Some(end) = self.words.plain_reason(begin, to).filter(|end| *end > from) {
            return Some(self.remarked(from, end));
        }
        let last = self.out.steps.last();
        let end = aside(self.words, last, from, to)?;
        let loose =
            |change: &Change| matches!(change, Change::SetTheme(_) | Change::SetSetting { .. });
        if last.is_some_and(|step| loose(&step.change)) {
            self.out.asides.push(self.words.span(from, end));
        }
        Some(end)
    }

    /// Passes over a remark up to `end`; one that nothing follows is not understood.
    fn remarked(&mut self, from: usize, end: usize) -> usize {
        if self.out.steps.is_empty() {
            self.remarks.push(self.words.span(from, end));
            if let Some((_, target)) = target_at(self.words, from, end, Reach::Bare) {
                self.context.target = Some(target);
            }
        }
        end
    }

    /// Reads a clause that the texts of the picture settle, or that gives each of several a colour of its own.
    fn told(&mut self, verb: Option<Verb>, from: usize, to: usize) -> Option<usize> {
        let words = self.words;
        if let Some((end, changes)) = told::read(words, self.said, from, to) {
            self.push(changes, from, end);
            return Some(end);
        }
        let laid = furnish::read(words, from, to)
            .or_else(|| direction::read(words, from, to))
            .or_else(|| merging::read(words, from, to));
        if let Some((end, changes)) = laid {
            self.remember(verb, &changes);
            self.push(changes, from, end);
            return Some(end);
        }
        if let Some((end, changes)) = variety::read(words, from, to) {
            self.remember(verb, &changes);
            self.push(changes, from, end);
            return Some(end);
        }
        let goes_on = self.context.verb == Some(Verb::Add);
        if let Some((end, changes)) = told::line(words, self.said, (from, to), goes_on) {
            self.remember(Some(Verb::Add), &changes);
            self.push(changes, from, end);
            return Some(end);
        }
        told::is_leave(words, self.said, from, to)
    }

    /// Whether nothing, or a joint, stands between what was read up to `done` and the next clause at `end`: what is left over
    /// without one is no clause of its own.
    fn is_joint(&self, done: usize, end: usize, to: usize) -> bool {
        const JOINTS: &str = "and|then|&|+|with|but|plus|also|so|while|featuring|now|by";
        let words = self.words;
        end >= to
            || (done.saturating_sub(1)..=end).any(|at| {
                words.is_sep(at)
                    || words.is(at, JOINTS)
                    || matches!(words.text(at, at + 1), "&" | "+")
            })
            || leading_verb_at(words, end).is_some()
            || setting_at(words, end, to).is_some()
    }

    /// "rename Churn to Churn rate and set it to 1.8%": the figure of what was spoken of.
    fn figured(&self, changes: &mut [Change], from: usize, to: usize) {
        let words = self.words;
        let label = match self.out.steps.last().map(|step| &step.change) {
            Some(Change::SetText { to, .. }) => to.clone(),
            Some(Change::SetValue {
                label: Some(label), ..
            }) => label.clone(),
            Some(Change::Mark { target, .. }) => match &target.what {
                Referent::Text(label) => label.clone(),
                _ => return,
            },
            Some(Change::Add {
                item: Item::Part { texts, .. },
                ..
            }) if texts.len() == 1 => texts[0].clone(),
            _ => return,
        };
        if let [Change::SetValue { label: own, .. }] = changes
            && own.is_none()
        {
            *own = Some(label);
            return;
        }
        let [Change::Resize { target, .. } | Change::SetType { target, .. }] = changes else {
            return;
        };
        let set = (from..to).find(|&i| words.is(i, "to") && words.is(i - usize::from(i > 0), "it"));
        let figure = set.map(|at| words.text(at + 1, at + 2).to_string());
        let figure = figure.filter(|text| text.ends_with('%') && !text.starts_with('+'));
        if let (Referent::Same, Some(value)) = (&target.what, figure) {
            changes[0] = Change::SetValue {
                label: Some(label),
                to: value,
            };
        }
    }

    /// "make its box yellow", "its text bold": the box of the text, or the text of the box, that was spoken of.
    fn owned(&self, changes: &mut [Change]) {
        let spoken = match self.out.steps.last().map(|step| &step.change) {
            Some(Change::SetText { to, .. }) => Some(to.clone()),
            _ => match self.context.target.as_ref().map(|target| &target.what) {
                Some(Referent::Text(text)) => Some(text.clone()),
                _ => None,
            },
        };
        for change in changes {
            let (Change::Recolor { target, .. }
            | Change::Resize { target, .. }
            | Change::Remove(target)
            | Change::SetType { target, .. }) = change
            else {
                continue;
            };
            let said = target.words.to_lowercase();
            // "bounce is off, remove that card": the one that the text names.
            if let (Referent::Part { label, .. }, Some(spoken)) = (&mut target.what, &spoken)
                && (said.starts_with("that ") || said.starts_with("this "))
                && label.is_none()
            {
                *label = Some(spoken.clone());
                continue;
            }
            // "it isn't free any more, drop that line": the one that says so.
            if let (Referent::Thing(noun), Some(spoken)) = (&target.what, &spoken)
                && matches!(noun.as_str(), "line" | "row" | "item" | "entry" | "text")
                && said.starts_with("that ")
            {
                target.what = Referent::Text(spoken.clone());
                continue;
            }
            let its = said.starts_with("its ") || said.starts_with("their ");
            if its && target.what == Referent::AllText && target.by.is_none() {
                target.by = self.context.target.as_ref().and_then(written_on);
                continue;
            }
            let held = matches!(&target.what, Referent::Thing(noun) if is_holder(noun));
            if let (true, Some(label)) = (its && held, &spoken) {
                target.what = Referent::Part {
                    kind: Component::Card,
                    label: Some(label.clone()),
                };
            }
        }
    }

    /// "the left circle yellow and the right one blue": another of what was spoken of.
    fn of_its_kind(&self, changes: &mut [Change]) {
        let Some(spoken) = &self.context.target else {
            return;
        };
        let kind = matches!(spoken.what, Referent::Thing(_) | Referent::Part { .. });
        for change in changes {
            let (Change::Recolor { target, .. }
            | Change::Resize { target, .. }
            | Change::SetType { target, .. }) = change
            else {
                continue;
            };
            let another = target.position.is_some() || target.which != Which::Any;
            if kind && another && target.what == Referent::Same {
                target.what = spoken.what.clone();
            }
        }
    }

    /// "make an apple green": one of them, whichever.
    fn single(&self, changes: &mut [Change]) {
        let words = self.words;
        for change in changes {
            let (Change::Recolor { target, .. }
            | Change::Resize { target, .. }
            | Change::Resurface { target, .. }) = change
            else {
                continue;
            };
            let first = (0..words.len()).find(|&i| words.span(i, i + 1).start == target.span.start);
            let any = first.is_some_and(|i| words.is(i, "a|an"))
                && target.which == Which::Any
                && target.position.is_none()
                && target.by.is_none();
            if any && matches!(target.what, Referent::Thing(_)) {
                target.count = target.count.or(Some(1));
            }
        }
    }

    /// A clause that cannot be read: up to the next joint it is unread.
    fn fallen(&mut self, from: usize, to: usize) -> usize {
        let words = self.words;
        let begin = words.begin(from);
        if let Some(end) = words.reason(begin, to).filter(|end| *end > from) {
            return self.remarked(from, end);
        }
        let mut joints = 0;
        for at in from + 1..to {
            let joint = words.sep(at, Sep::Comma) || words.is(at, "and|then");
            if joint {
                joints += 1;
                let next = words.skip_wish(at + 1, to);
                if next < to
                    && (verb_at(words, next).is_some() || bare_strong(words, next, to).is_some())
                    || joints > JOINTS_MAX
                {
                    self.unread(from, at);
                    return at;
                }
            }
        }
        self.unread(from, to);
        to
    }

    fn remember(&mut self, verb: Option<Verb>, changes: &[Change]) {
        if verb.is_some() {
            self.context.verb = verb;
        }
        if let Some(target) = changes.iter().rev().find_map(target_of) {
            self.context.target = Some(target);
        }
    }

    /// Adds steps; what was left of the clause between them is looked at by the caller.
    fn push(&mut self, changes: Vec<Change>, from: usize, to: usize) {
        let span = self.words.span(from, to);
        let first = self.out.steps.is_empty();
        for mut change in changes {
            self.spelt(&mut change);
            if first {
                no_step_before(&mut change);
            }
            self.out.steps.push(Step {
                change,
                span: span.clone(),
            });
        }
    }

    /// Lists the words of `from..to` that say something as unread.
    fn unread(&mut self, from: usize, to: usize) {
        let mut start = None;
        for at in from..to.min(self.words.len()) {
            if !self.words.is_empty_word(at) {
                start.get_or_insert(at);
            }
        }
        let Some(start) = start else { return };
        let mut end = to.min(self.words.len());
        while end > start + 1 && self.words.is_empty_word(end - 1) {
            end -= 1;
        }
        let span: Span = self.words.span(start, end);
        if !span.is_empty() {
            self.out.unread.push(span);
        }
    }
}

/// What a change is about, for "it" in the next clause.
fn target_of(change: &Change) -> Option<Target> {
    Some(match change {
        Change::SetText { target, .. }
        | Change::SetType { target, .. }
        | Change::Recolor { target, .. }
        | Change::Mark { target, .. }
        | Change::Rank { target, .. }
        | Change::Resurface { target, .. }
        | Change::Replace { target, .. }
        | Change::Count { target, .. }
        | Change::Move { target, .. }
        | Change::Resize { target, .. }
        | Change::Align { target, .. }
        | Change::Tone { target, .. }
        | Change::Filter { target, .. } => target.clone(),
        Change::SetBackground(_) => Target {
            what: Referent::Background,
            ..Target::default()
        },
        Change::SetSetting { target, .. } => target.clone(),
        Change::SetTheme(_) | Change::Reshape(_) => Target::default(),
        Change::Add {
            item: Item::Things(object),
            ..
        } => Target {
            what: Referent::Thing(object.noun.clone()),
            words: object.words.clone(),
            span: object.span.clone(),
            ..Target::default()
        },
        _ => return None,
    })
}
