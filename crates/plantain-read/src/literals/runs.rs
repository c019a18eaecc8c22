//! Finds where unquoted text begins and ends.

mod breaks;
mod set;

use super::{Scanner, pieces};
use crate::Genre;
use crate::colors::color_at;
use crate::constraints::position_at;
use crate::lexicon::{Policy, lexicon};
use crate::reader::Use;
use crate::tokens::{Case, Kind, Sep};

/// Longest unquoted text, in tokens.
const RUN_TOKENS_MAX: usize = 24;

impl Scanner<'_, '_> {
    /// End of the text that starts at token `at`, if text starts there.
    pub(super) fn run_at(&self, at: usize) -> Option<usize> {
        let reader = &*self.reader;
        let token = &reader.tokens[at];
        if !matches!(token.kind, Kind::Word | Kind::Number) {
            return None;
        }
        // "($M)", "(USD)": a unit, not a text.
        let opened =
            at > 0 && (reader.sep(at - 1, Sep::Open) || at > 1 && reader.sep(at - 2, Sep::Open));
        if opened && reader.sep(at + 1, Sep::Close) && token.key.chars().count() <= 3 {
            return None;
        }
        let introduced = self.intro.as_ref().is_some_and(|intro| {
            intro.used == 0 || intro.policy == Policy::Many && self.at_segment_start(at)
        });
        let explicit = introduced && self.intro.as_ref().is_some_and(|intro| intro.explicit);
        let caseless = reader.is_caseless(at) && token.kind == Kind::Word;
        let starts = if introduced
            && (token.is_capital()
                || explicit
                || caseless
                || token.kind == Kind::Number
                || self.fresh_intro(at))
        {
            !self.is_instruction(at, token.is_capital())
        } else if !self.design {
            false
        } else if token.is_capital() {
            !reader.plain[at]
        } else if self.opens_series(at)
            || pieces::address_end(self, at, reader.clause_end(at)).is_some()
            || self.is_profession(at)
        {
            true
        } else {
            self.content && self.at_segment_start(at) && self.lower_content(at)
        };
        if !starts {
            return None;
        }
        let end = self.run_end(at);
        if !introduced && !self.content && self.is_name_in_prose(at, end) {
            return None;
        }
        (end > at).then_some(end)
    }

    /// The first member of a series without a colon before it: "timeline 1492 Columbus …", "food chain grass → …".
    fn opens_series(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let token = &reader.tokens[at];
        let year = reader.brief.genre == Genre::Timeline
            && token.kind == Kind::Number
            && token.key.len() == 4
            && reader.is_capital(at + 1);
        let chain = at > 0
            && reader.uses[at - 1] == Use::Genre
            && reader.sep(reader.clause_end(at), Sep::Arrow);
        // "Lindenstraße 7, 50674 Köln": a postal code before its town.
        let coded = matches!(
            reader.brief.genre,
            Genre::BusinessCard | Genre::Invitation | Genre::Poster | Genre::Label | Genre::Invoice
        ) && token.kind == Kind::Number
            && (4..=6).contains(&token.key.len())
            && token.key.bytes().all(|b| b.is_ascii_digit())
            && at > 0
            && reader.sep(at - 1, Sep::Comma)
            && reader.is_capital(at + 1);
        year || chain || coded
    }

    /// "Marco Rossi, photographer": on a business card, the words behind the name tell what its bearer does.
    fn is_profession(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let end = reader.clause_end(at);
        reader.brief.genre == Genre::BusinessCard
            && reader
                .brief
                .literals
                .iter()
                .filter(|l| l.span.start < reader.tokens[at].span.start)
                .count()
                == 1
            && at >= 2
            && reader.sep(at - 1, Sep::Comma)
            && reader.uses[at - 2] == Use::Literal
            && reader.is_lower(at)
            && end - at <= 4
            && !self.describes(at, end)
            && lexicon().components.at(&reader.tokens, at).is_none()
    }

    /// "a view of Venice, Italy", "peaks in May": one capitalised word behind a preposition is description.
    fn is_name_in_prose(&self, at: usize, end: usize) -> bool {
        let reader = &*self.reader;
        let single = end == at + 1 && reader.tokens[at].case == Case::Title;
        if !single || at == 0 {
            return false;
        }
        // "a diagram of Cheap, Fast, Good": the words behind the genre are its content.
        if at >= 2 && reader.uses[at - 2] == Use::Genre {
            return false;
        }
        let behind = matches!(
            reader.key(at - 1),
            "of" | "in" | "from" | "to" | "like" | "and" | "on" | "through"
        ) && reader.is_lower(at - 1);
        // The rest of "Venice, Italy".
        let listed = at >= 2
            && reader.sep(at - 1, Sep::Comma)
            && reader.is_free(at - 2)
            && reader.tokens[at - 2].case == Case::Title
            && !reader.plain[at - 2]
            && self.is_name_in_prose(at - 2, at - 1);
        behind || listed
    }

    /// Whether the introduction stands directly before `at`.
    fn fresh_intro(&self, at: usize) -> bool {
        at > 0
            && self.reader.uses[at - 1] == Use::Role
            && self.intro.as_ref().is_some_and(|intro| intro.used == 0)
    }

    fn at_segment_start(&self, at: usize) -> bool {
        let start = self.reader.clause_start(at);
        (start..at).all(|i| {
            matches!(self.reader.key(i), "and" | "&" | "or" | "then" | "the")
                || self.reader.uses[i] == Use::Role
        })
    }

    /// Lower-case (or caseless) content of a list after the genre's colon.
    fn lower_content(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let end = reader.clause_end(at);
        let caseless = reader.is_caseless(at);
        if reader.tokens[at].kind == Kind::Number {
            // "2021 Founded" and, where particles are counted, "6 protons".
            let capital = (at..end).any(|i| reader.is_capital(i));
            let counted = matches!(
                reader.brief.genre,
                Genre::Atom
                    | Genre::Infographic
                    | Genre::Timeline
                    | Genre::Menu
                    | Genre::Label
                    | Genre::Receipt
                    | Genre::Certificate
                    | Genre::BusinessCard
                    | Genre::Ticket
            );
            return capital || counted && !self.describes(at, end);
        }
        let valued = (at..end).any(|i| reader.form(i).is_some());
        if caseless && valued || self.is_printed(at, end) {
            return true;
        }
        let listing = matches!(
            reader.brief.genre,
            Genre::Infographic
                | Genre::FlowChart
                | Genre::Timeline
                | Genre::MindMap
                | Genre::Menu
                | Genre::LabelledDiagram
                | Genre::CrossSection
                | Genre::Cycle
                | Genre::Venn
                | Genre::OrgChart
                | Genre::Kanban
                | Genre::Map
                | Genre::SequenceDiagram
                | Genre::Table
                | Genre::ComparisonTable
                | Genre::BusinessCard
        );
        // "生日贺卡:生日快乐,蛋糕和气球": behind the wish a greeting card names what it shows.
        let shown = caseless
            && reader.brief.genre == Genre::SocialCard
            && at > 0
            && !reader.sep(at - 1, Sep::Colon)
            && crate::copy::is_picture(reader, at, end);
        (listing || caseless) && !shown && !self.describes(at, end)
    }

    /// Lower-case words that printed pieces carry: "handmade", "costume required", "bring your friends!".
    fn is_printed(&self, at: usize, end: usize) -> bool {
        const PRINTED: &[&str] = &[
            "free",
            "entry",
            "required",
            "welcome",
            "only",
            "handmade",
            "homemade",
            "included",
            "available",
            "limited",
            "rsvp",
            "certified",
            "refrigerate",
            "recyclable",
            "vegan",
            "gluten-free",
            "invited",
            "admission",
            "tickets",
            "doors",
            "live",
            "daily",
            "emergency",
        ];
        let reader = &*self.reader;
        let printed = matches!(
            reader.brief.genre,
            Genre::Label
                | Genre::Poster
                | Genre::Invitation
                | Genre::Ticket
                | Genre::Banner
                | Genre::Sale
                | Genre::SocialCard
                | Genre::BusinessCard
                | Genre::Sign
        );
        let exclaims = reader.sep(end, Sep::Mark);
        printed
            && (exclaims || (at..end).any(|i| PRINTED.contains(&reader.key(i))))
            && (at..end).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none())
    }

    /// Whether a lower-case segment describes instead of being text.
    fn describes(&self, at: usize, end: usize) -> bool {
        let reader = &*self.reader;
        (at..end).any(|i| {
            !reader.is_free(i)
                || matches!(
                    reader.key(i),
                    "with"
                        | "on"
                        | "in"
                        | "each"
                        | "showing"
                        | "using"
                        | "any"
                        | "some"
                        | "connected"
                        | "style"
                        | "below"
                        | "above"
                        | "a"
                        | "an"
                        | "illustration"
                        | "icon"
                        | "icons"
                        | "chart"
                        | "arrows"
                        | "draw"
                        | "drawing"
                        | "picture"
                )
                || color_at(&reader.tokens, i).is_some()
                || lexicon().looks.at(&reader.tokens, i).is_some() && end - at == 1
        })
    }

    /// Whether the words at `at` steer the picture ("in big letters", "red", "at the top").
    fn is_instruction(&self, at: usize, capital: bool) -> bool {
        let reader = &*self.reader;
        if capital && !reader.plain[at] {
            return false;
        }
        let counted = crate::numbers::count_at(&reader.tokens, at).is_some_and(|(len, _)| {
            (at + len..at + len + 3)
                .any(|i| reader.is_lower(i) && lexicon().components.at(&reader.tokens, i).is_some())
        });
        if counted && !capital {
            return true;
        }
        let key = reader.key(at);
        let said = self.intro.as_ref().is_some_and(|intro| intro.explicit);
        if position_at(reader, at).is_some()
            || matches!(
                key,
                "with"
                    | "and"
                    | "in"
                    | "on"
                    | "at"
                    | "using"
                    | "below"
                    | "above"
                    | "under"
                    | "which"
                    | "that"
            ) && !(said && capital)
        {
            return true;
        }
        let color = color_at(&reader.tokens, at).is_some_and(|(len, _)| reader.is_sep(at + len));
        let component = lexicon()
            .components
            .at(&reader.tokens, at)
            .is_some_and(|(len, _)| reader.is_sep(at + len) && !said);
        let built = !capital
            && lexicon()
                .components
                .at(&reader.tokens, at)
                .is_some_and(|(len, _)| {
                    matches!(
                        reader.key(at + len),
                        "of" | "with" | "for" | "showing" | "below" | "above"
                    )
                });
        color && !said || component && !capital || built
    }
}

fn is_unspaced_word(reader: &crate::reader::Reader<'_>, at: usize) -> bool {
    reader.prompt[reader.tokens[at].span.clone()]
        .chars()
        .next()
        .is_some_and(crate::tokens::is_unspaced)
}
