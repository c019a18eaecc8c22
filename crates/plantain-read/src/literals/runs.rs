//! Finds where unquoted text begins and ends.

use super::{Scanner, pieces, says};
use crate::colors::color_at;
use crate::constraints::{cell_at, position_at};
use crate::lexicon::{Policy, lexicon};
use crate::reader::Use;
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Origin, Role};

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
        (listing || caseless) && !self.describes(at, end)
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

    /// First token after the text that starts at `from`.
    pub(super) fn run_end(&self, from: usize) -> usize {
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
    fn ends_in_particle(&self, from: usize, at: usize) -> bool {
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
    fn bracketed(&self, at: usize) -> Option<usize> {
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

    fn glued(&self, at: usize) -> bool {
        let tokens = &self.reader.tokens;
        at + 1 < tokens.len()
            && tokens[at - 1].span.end == tokens[at].span.start
            && tokens[at].span.end == tokens[at + 1].span.start
    }

    /// Whether the text that began at `from` ends before token `at`.
    fn breaks(&self, from: usize, at: usize, capital: bool) -> bool {
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
        match key {
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

    /// "labeled FRAGILE on a doormat": in a picture of things, capitals end where the sentence goes on.
    fn ends_shouting(&self, from: usize, at: usize) -> bool {
        let reader = &*self.reader;
        let shouted = (from..at).all(|i| {
            reader.tokens[i].case == Case::Upper
                || reader.tokens[i].kind == Kind::Number
                || reader.tokens[i].is_sep()
        });
        !self.design && shouted && reader.tokens[from].case == Case::Upper && reader.is_lower(at)
    }

    /// A lower-case role word with a text behind it ends the text before it.
    fn role_breaks(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let Some((len, word)) = lexicon()
            .roles
            .at_with(&reader.tokens, at, |i| reader.is_free(i))
        else {
            return false;
        };
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
    fn looks_follow(&self, at: usize) -> bool {
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
    fn look_word_breaks(&self, from: usize, at: usize) -> bool {
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

    /// Emits the text in `from..end`, cut into its pieces.
    pub(super) fn run(&mut self, from: usize, end: usize) {
        let end = end.max(from + 1);
        // "every Thursday 20:00"
        let early = from > 0
            && matches!(self.reader.key(from - 1), "every" | "until")
            && self.reader.is_free(from - 1);
        let from = from - usize::from(early);
        let introduced = self
            .intro
            .as_ref()
            .is_some_and(|intro| intro.used == 0 || intro.policy == Policy::Many);
        let origin = if introduced {
            Origin::Introduced
        } else {
            Origin::Inferred
        };
        let mut pieces = super::pieces::cut(self, from, end);
        if self.reader.key(end) == "button"
            && let Some(last) = pieces.last_mut()
        {
            last.role = Some(Role::Button);
        }
        let mut first = true;
        for piece in pieces {
            let role = self.piece_role(&piece, first);
            first = false;
            let index = match piece.value {
                Some(value) => {
                    let label = self.emit(
                        piece.from,
                        piece.to,
                        piece.role.unwrap_or_else(|| self.label_role()),
                        origin,
                    );
                    let value_index = self.emit(
                        value.0,
                        value.1,
                        self.value_role_of(value.0),
                        Origin::Form.min(origin),
                    );
                    let label_text = self.reader.brief.literals[label].text.clone();
                    self.reader.brief.pairs.push(crate::Pair {
                        label: Some(label),
                        label_text,
                        value: value_index,
                    });
                    self.enumerate(label);
                    self.enumerate(value_index);
                    continue;
                }
                None => self.emit(piece.from, piece.to, role, origin),
            };
            if introduced {
                self.label_of_intro(index);
            }
            self.enumerate(index);
        }
        self.at = end;
    }

    fn label_role(&self) -> Role {
        match &self.intro {
            Some(intro) if !matches!(intro.role, Role::Text | Role::Title) => intro.role,
            _ if matches!(
                self.reader.brief.genre,
                Genre::Menu
                    | Genre::ProductGrid
                    | Genre::Receipt
                    | Genre::Invoice
                    | Genre::PriceTag
            ) =>
            {
                Role::Item
            }
            _ if self.reader.brief.genre == Genre::Chart => Role::Category,
            _ => Role::Label,
        }
    }

    fn value_role_of(&self, at: usize) -> Role {
        super::pieces::role_of_form(self.reader.form(at)).unwrap_or(Role::Value)
    }

    fn piece_role(&mut self, piece: &super::pieces::Piece, first: bool) -> Role {
        let address = piece.to == piece.from + 1
            && matches!(
                self.reader.form(piece.from),
                Some(
                    crate::forms::FormKind::Url
                        | crate::forms::FormKind::Email
                        | crate::forms::FormKind::Phone
                )
            );
        if address {
            if let Some(intro) = &mut self.intro {
                intro.used += 1;
            }
            return Role::Contact;
        }
        let fresh = self.intro.as_ref().is_some_and(|intro| {
            intro.policy != Policy::Many && intro.used == 0 && !says(intro.role)
        });
        if let Some(role) = piece.role.filter(|_| !(fresh && first)) {
            if let Some(intro) = &mut self.intro {
                intro.used += 1;
            }
            return role;
        }
        let introduced = match &mut self.intro {
            Some(intro) if intro.policy == Policy::Many || intro.used == 0 && first => {
                intro.used += 1;
                Some(if says(intro.role) && !self.design {
                    Role::World
                } else {
                    intro.role
                })
            }
            _ => None,
        };
        introduced
            .filter(|role| *role != Role::Text)
            .or_else(|| {
                if piece.to == piece.from + 1 {
                    super::pieces::role_of_form(self.reader.form(piece.from))
                } else {
                    None
                }
            })
            .unwrap_or(if self.design { Role::Text } else { Role::World })
    }
}

fn is_unspaced_word(reader: &crate::reader::Reader<'_>, at: usize) -> bool {
    reader.prompt[reader.tokens[at].span.clone()]
        .chars()
        .next()
        .is_some_and(crate::tokens::is_unspaced)
}
