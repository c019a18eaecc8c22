//! Words to be set that nobody put into quotes: where they end.

use crate::Role;
use crate::instruction::arguments::{colors_at, location_at};
use crate::instruction::commands::change::begins_words;
use crate::instruction::verbs::verb_at;
use crate::instruction::words::Words;
use crate::lexicon::{LookKind, Policy, lexicon};
use crate::tokens::{Kind, Sep};

/// Words to be set as written: a quote, or everything up to a place or the end.
pub(in crate::instruction) fn free_text(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, String)> {
    if at >= to {
        return None;
    }
    if let Some(text) = words.quote(at) {
        return Some((at + 1, text));
    }
    if words.is_sep(at) {
        return None;
    }
    let mut end = at + 1;
    while end < to && !ends_text(words, at, end, to) {
        end += 1;
    }
    while end > at && words.is_sep(end - 1) && !words.sep(end - 1, Sep::Mark) {
        end -= 1;
    }
    let text = words.text(at, end).trim().to_string();
    (!text.is_empty()).then_some((end, text))
}

/// Whether a text that begins at `at` ends before the token at `end`: where it goes, how it is set, or something else is told.
fn ends_text(words: &Words<'_>, at: usize, end: usize, to: usize) -> bool {
    let place = words.is(
        end,
        "at|in|on|below|above|under|beneath|over|across|next|near|to|underneath|top|bottom|left|right|centered|beside|behind",
    ) && !words.is_capital(end)
        && location_at(words, end, to)
            .is_some_and(|(after, _)| words.skip_idle(after, to) >= to || words.is(after, "in") && colors_at(words, after + 1, to).is_some());
    // "Pack before Ship": beside another of the list.
    let beside = words.is(end, "before|after|between")
        && words.is_capital(at)
        && words.is_capital(end + 1)
        && end + 1 < to
        && location_at(words, end, to).is_some_and(|(after, _)| words.skip_idle(after, to) >= to);
    let setting = words.is(end, "in")
        && !words.is_capital(end)
        && (colors_at(words, end + 1, to).is_some()
            || words.is(end + 1, "bold|big|large|small|italic")
            || typeface_at(words, end + 1));
    // "Wednesday and 7 PM to 8 PM": another pair begins.
    let pair = words.is(end, "and|&")
        && (words.is_capital(end + 1)
            || words
                .token(end + 1)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some()))
        && (end + 2..to.min(end + 8)).any(|i| words.is(i, "to|into"));
    // "Mia Fox and workouts to 15"
    let figure = |i: usize| {
        i < to
            && words
                .token(i)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    let valued = words.is(end, "and|&")
        && (end + 2..to.min(end + 5)).any(|i| words.is(i, "to|into") && figure(i + 1));
    // "425,000 and it's 4 bedrooms": something else is said.
    let said = words.is(end, "and|but")
        && words
            .one_of(end + 1, "it's|it is|there are|we have|there is")
            .is_some();
    // "Q3 Results, and sales up 11%": the text was of words with capitals.
    let other = words.is_sep(end)
        && words.is(end + 1, "and")
        && words.is_capital(at)
        && words.is_capital(end - 1)
        && end + 2 < to
        && !words.is_capital(end + 2);
    // "is delayed, show 09:47": the next wish.
    let wish = words.is_sep(end) && !words.is_capital(at) && verb_at(words, end + 1).is_some();
    let idle = words.is(end, "please|pls|thanks|instead|now")
        && (words.skip_idle(end, to) >= to || words.is_sep(end + 1));
    let named = (words.is_sep(end) || words.is(end, "and")) && names_part(words, end + 1, to);
    let mark = words.quote(end).is_some() || words.sep(end, Sep::Arrow);
    place || beside || setting || pair || valued || said || other || wish || idle || named || mark
}

/// Whether a typeface is named here ("script", "a serif font").
fn typeface_at(words: &Words<'_>, at: usize) -> bool {
    let at = words.one_of(at, "a|an").unwrap_or(at);
    let look = lexicon().looks.at(&words.reader.tokens, at);
    look.is_some_and(|(_, (kind, _))| *kind == LookKind::Typeface)
}

/// "…, date 5 May", "… and the price to 20": another part of the design with words of its own.
fn names_part(words: &Words<'_>, at: usize, to: usize) -> bool {
    let at = at + usize::from(words.is(at, "and"));
    let from = words.one_of(at, "the|its|our|my").unwrap_or(at);
    let Some((len, word)) = lexicon().roles.at(&words.reader.tokens, from) else {
        return false;
    };
    let end = from + len;
    let spoken = word.policy == Policy::Silent
        && !matches!(word.role, Role::Text | Role::World | Role::Quote)
        && !words.is_capital(from);
    let value = words.one_of(end, "to|should be|is|as|be").unwrap_or(end);
    let value = value + usize::from(words.sep(value, Sep::Colon));
    spoken
        && value < to
        && (value > end && from > at || begins_words(words, value))
        && words.skip_idle(value, to) < to
}
