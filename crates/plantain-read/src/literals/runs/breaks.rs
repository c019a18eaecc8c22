//! Where unquoted text ends: at marks, words of roles, looks and instructions.

use super::{RUN_TOKENS_MAX, is_unspaced_word};
use crate::colors::color_at;
use crate::constraints::{cell_at, position_at};
use crate::lexicon::{Policy, lexicon};
use crate::literals::{Scanner, says};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Role};

impl Scanner<'_, '_> {
    /// First token after the text that starts at `from`.
    pub(in crate::literals) fn run_end(&self, from: usize) -> usize {
        let reader = &*self.reader;
        let capital = reader.is_capital(from)
            || reader.form(from).is_some()
            || reader.tokens[from].kind == Kind::Number;
        let mut at = from;
        while at < reader.len() && at < from + RUN_TOKENS_MAX {
            if at > from && self.breaks(from, at, capital) {
                break;
            }
            if reader.tokens[at].is_sep() {
                let inside = (reader.sep(at, Sep::Slash) || reader.sep(at, Sep::Other))
                    && at > from
                    && at + 1 < reader.len()
                    && reader.is_free(at + 1)
                    && !reader.is_sep(at + 1);
                let bracket = reader.sep(at, Sep::Open) && self.bracketed(at).is_some();
                let hyphen = reader.sep(at, Sep::Dash) && at > from && self.glued(at);
                if bracket {
                    at = self.bracketed(at).unwrap_or(at + 1);
                    continue;
                }
                if !(inside || hyphen) {
                    break;
                }
            } else if !reader.is_free(at)
                || reader.tokens[at].quote().is_some()
                || matches!(reader.tokens[at].kind, Kind::Emoji)
            {
                break;
            }
            at += 1;
        }
        while at > from + 1
            && !self.ends_in_particle(from, at)
            && (matches!(
                reader.key(at - 1),
                "and"
                    | "with"
                    | "in"
                    | "on"
                    | "the"
                    | "a"
                    | "for"
                    | "by"
                    | "at"
                    | "is"
                    | "of"
                    | "each"
                    | "or"
                    | "as"
            ) && reader.is_lower(at - 1)
                || reader.tokens[at - 1].is_sep() && !reader.sep(at - 1, Sep::Close))
        {
            at -= 1;
        }
        at
    }

    /// "button Sign in", "Log on": the last word belongs to the verb before it, when nothing is told after it.
    pub(super) fn ends_in_particle(&self, from: usize, at: usize) -> bool {
        let reader = &*self.reader;
        let told_after = at < reader.len() && !reader.is_sep(at) && reader.key(at) != "and";
        at == from + 2
            && !told_after
            && matches!(reader.key(at - 1), "in" | "on")
            && matches!(
                reader.key(from),
                "sign" | "log" | "check" | "opt" | "clock" | "turn" | "switch" | "tune" | "plug"
            )
    }

    /// End of a short remark in brackets that belongs to the text ("(340 g)").
    pub(super) fn bracketed(&self, at: usize) -> Option<usize> {
        let close =
            (at + 1..(at + 8).min(self.reader.len())).find(|&i| self.reader.sep(i, Sep::Close))?;
        (at + 1..close)
            .all(|i| {
                self.reader.is_free(i)
                    && !self.reader.tokens[i].is_sep()
                    && self.reader.tokens[i].quote().is_none()
            })
            .then_some(close + 1)
    }

    /// "says good morning with a cactus", "… and a tiny cactus": whether a thing to draw is told here behind words in small
    /// letters, up to the end of the clause.
    fn drawn_beside(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let told = |i: usize| {
            color_at(&reader.tokens, i).is_some()
                || lexicon().adjectives.get(reader.key(i)).is_some()
        };
        let article = matches!(reader.key(at + 1), "a" | "an");
        let mut noun = at + 2;
        while noun < reader.len() && told(noun) {
            noun += 1;
        }
        // "tea and a biscuit" may be words to be set, "and a tiny cactus" is not.
        let beside = match reader.key(at) {
            "with" => self.intro.is_some(),
            "and" | "plus" => self.intro.is_some() && noun > at + 2,
            _ => false,
        };
        let named = lexicon().nouns.at(&reader.tokens, noun);
        let ends = |end: usize| end >= reader.len() || reader.is_sep(end);
        article && beside && named.is_some_and(|(len, _)| ends(noun + len))
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        let tokens = &self.reader.tokens;
        at + 1 < tokens.len()
            && tokens[at - 1].span.end == tokens[at].span.start
            && tokens[at].span.end == tokens[at + 1].span.start
    }

    /// Whether the text that began at `from` ends before token `at`.
    pub(super) fn breaks(&self, from: usize, at: usize, capital: bool) -> bool {
        let reader = &*self.reader;
        if self.is_marker(at) {
            return true;
        }
        let key = reader.key(at);
        if matches!(
            reader.form(at),
            Some(crate::forms::FormKind::Canvas | crate::forms::FormKind::Hex)
        ) {
            return true;
        }
        if reader.is_capital(at) || reader.form(at).is_some() || reader.tokens[at].is_sep() {
            return false;
        }
        // Scripts without spaces and capitals: only separators and words already understood end a text.
        if is_unspaced_word(reader, at) && is_unspaced_word(reader, from) {
            return false;
        }
        let next_capital = reader.is_capital(at + 1)
            || reader.form(at + 1).is_some()
            || reader
                .tokens
                .get(at + 1)
                .is_some_and(|token| token.kind == Kind::Number);
        if position_at(reader, at).is_some() && !next_capital {
            return true;
        }
        if self.role_breaks(at) || self.ends_shouting(from, at) {
            return true;
        }
        // A question or exclamation is one text to its mark.
        let end = reader.clause_end(at);
        if reader.sep(end, Sep::Mark) && !(from..end).any(|i| reader.tokens[i].quote().is_some()) {
            return false;
        }
        if !capital && self.drawn_beside(at) {
            return true;
        }
        match key {
            "with" if self.is_dish(from, at) => false,
            "at" if matches!(
                reader.form(from),
                Some(crate::forms::FormKind::Date | crate::forms::FormKind::Time)
            ) =>
            {
                true
            }
            // "FRESH FIGS 3 for $2"
            "for" if reader.form(at + 1) == Some(crate::forms::FormKind::Price) => false,
            "for" if self.list.is_some() => !next_capital && self.looks_follow(at + 1),
            "from" | "to"
                if matches!(
                    reader.brief.genre,
                    Genre::BoardingPass | Genre::Ticket | Genre::Invoice | Genre::Receipt
                ) =>
            {
                next_capital
            }
            "with" | "featuring" | "using" | "w/" | "plus" | "showing" | "including" | "each"
            | "while" | "where" | "which" => {
                let listed = self.content || self.intro.is_some();
                !next_capital && (capital && !listed || self.looks_follow(at + 1))
            }
            "and" if reader.form(from).is_some() && !self.content => !next_capital,
            // "Title: Miles that help": behind the colon the words are the text.
            "that" | "who" | "during"
                if self.intro.as_ref().is_some_and(|intro| intro.explicit) =>
            {
                false
            }
            "that" | "who" | "during" if capital && !self.content => !next_capital,
            // "Golden Home and its services": the sentence goes on, the name does not.
            "and"
                if capital
                    && !self.content
                    && self.list.is_none()
                    && matches!(
                        reader.key(at + 1),
                        "its"
                            | "their"
                            | "is"
                            | "includes"
                            | "supporting"
                            | "promote"
                            | "the"
                            | "include"
                            | "encourage"
                            | "show"
                            | "showcase"
                    ) =>
            {
                true
            }
            "and" | "&" => !next_capital && self.looks_follow(at + 1),
            "in" | "on" | "over" | "against" | "as" => !next_capital && self.looks_follow(at + 1),
            "next" | "above" | "below" | "under" | "beside" | "behind" => {
                !next_capital && matches!(reader.key(at + 1), "to" | "a" | "the" | "it")
                    || reader.is_sep(at + 1)
            }
            "written" | "printed" | "displayed" | "centered" | "shown" | "surrounded" => true,
            "is" | "should" | "must" | "are" if self.intro.is_none() => {
                !capital || reader.tokens[from].case != Case::Upper
            }
            _ => self.look_word_breaks(from, at),
        }
    }

    /// "Burrata with tomatoes": food behind a dish on a menu is a part of it.
    fn is_dish(&self, from: usize, at: usize) -> bool {
        let reader = &*self.reader;
        let food = lexicon().nouns.at(&reader.tokens, at + 1);
        reader.brief.genre == Genre::Menu
            && reader.is_capital(from)
            && food.is_some_and(|(_, noun)| noun.category == "food")
    }

    /// "labeled FRAGILE on a doormat": in a picture of things, capitals end where the sentence goes on.
    pub(super) fn ends_shouting(&self, from: usize, at: usize) -> bool {
        let reader = &*self.reader;
        let shouted = (from..at).all(|i| {
            reader.tokens[i].case == Case::Upper
                || reader.tokens[i].kind == Kind::Number
                || reader.tokens[i].is_sep()
        });
        !self.design && shouted && reader.tokens[from].case == Case::Upper && reader.is_lower(at)
    }

    /// A lower-case role word with a text behind it ends the text before it.
    pub(super) fn role_breaks(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let Some((len, word)) = lexicon()
            .roles
            .at_with(&reader.tokens, at, |i| reader.is_free(i))
        else {
            return false;
        };
        // "Permit zone B": on a sign the words about places are its own.
        if reader.brief.genre == Genre::Sign && word.role == Role::Place {
            return false;
        }
        let short = matches!(
            reader.key(at),
            "to" | "from"
                | "for"
                | "by"
                | "at"
                | "in"
                | "off"
                | "t"
                | "m"
                | "e"
                | "w"
                | "was"
                | "read"
                | "written"
                | "each"
                | "name"
                | "time"
                | "call"
                | "visit"
                | "web"
                | "starts"
                | "opens"
                | "words"
                | "word"
                | "notes"
                | "code"
                | "weight"
                | "since"
                | "cash"
                | "change"
                | "open"
                | "where"
        ) && len == 1;
        let next = reader.tokens.get(at + len);
        let text = next.is_some_and(|token| {
            token.quote().is_some()
                || token.is_capital()
                || token.is(Sep::Colon)
                || reader.form(at + len).is_some()
                    && (word.policy == Policy::Label
                        || matches!(word.role, Role::Date | Role::Time | Role::Price))
        });
        if matches!(reader.key(at), "call" | "tel" | "phone")
            && reader.form(at + len) == Some(crate::forms::FormKind::Phone)
            && reader.form(self.at).is_some()
        {
            return true;
        }
        if says(word.role) {
            return text
                && matches!(
                    reader.key(at),
                    "says" | "saying" | "reads" | "titled" | "text"
                );
        }
        text && !short && (reader.is_lower(at) || reader.is_caseless(at))
    }

    /// Whether a look, a colour or a described thing follows.
    pub(super) fn looks_follow(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let end = reader.clause_end(at);
        let mut at = at;
        while matches!(
            reader.key(at),
            "a" | "an" | "the" | "some" | "its" | "big" | "small" | "large" | "bold" | "little"
        ) && at < end
        {
            at += 1;
        }
        at < reader.len()
            && (!reader.is_free(at)
                || color_at(&reader.tokens, at).is_some()
                || lexicon().looks.at(&reader.tokens, at).is_some()
                || lexicon().components.at(&reader.tokens, at).is_some()
                || cell_at(reader, at).is_some()
                || crate::numbers::count_at(&reader.tokens, at).is_some()
                || matches!(
                    reader.key(at),
                    "letters" | "font" | "text" | "type" | "capitals" | "caps" | "style"
                )
                || lexicon()
                    .nouns
                    .at(&reader.tokens, at)
                    .is_some_and(|(len, _)| {
                        reader.is_sep(at + len) || reader.key(at + len) == "and"
                    }))
    }

    /// "R. Whitmore green leaves": a lower-case colour or style after capitals is no text.
    pub(super) fn look_word_breaks(&self, from: usize, at: usize) -> bool {
        let reader = &*self.reader;
        // "Pie of orange 3 €": a dish goes on to its price.
        if reader.brief.genre == Genre::Menu
            && (at..reader.clause_end(at))
                .any(|i| reader.form(i) == Some(crate::forms::FormKind::Price))
        {
            return false;
        }
        let titled = (from..at).all(|i| {
            reader.is_capital(i)
                || reader.tokens[i].is_sep()
                || reader.form(i).is_some()
                || matches!(
                    reader.key(i),
                    "of" | "the" | "and" | "&" | "for" | "in" | "de" | "a" | "to" | "by"
                )
        });
        if !titled || from + 1 > at || !reader.is_lower(at) {
            return false;
        }
        let sentence_text = reader.tokens[from].case == Case::Title && at == from + 1;
        let color = color_at(&reader.tokens, at).is_some();
        let look = lexicon().looks.at(&reader.tokens, at).is_some() && !sentence_text;
        let ground = matches!(
            reader.key(at),
            "background"
                | "bg"
                | "font"
                | "letters"
                | "icon"
                | "button"
                | "link"
                | "logo"
                | "border"
                | "style"
        );
        color && (!sentence_text || reader.is_sep(at + 1))
            || look && reader.is_sep(at + 1)
            || ground
    }
}
