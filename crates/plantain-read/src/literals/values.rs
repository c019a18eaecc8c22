//! Prices, dates and other forms, with the labels that stand before them.

use super::{Scanner, capitalized, pieces};
use crate::forms::FormKind;
use crate::lexicon::{Policy, lexicon};
use crate::reader::Use;
use crate::{Genre, Origin, Pair, Role};

pub(super) fn breaks_label(key: &str) -> bool {
    lexicon().stops.contains_key(key)
        || matches!(
            key,
            "list"
                | "total:"
                | "shows"
                | "displays"
                | "reads"
                | "offers"
                | "offer"
                | "extra"
                | "save"
                | "worth"
                | "website"
                | "number"
        ) && key != "number"
}

impl Scanner<'_, '_> {
    /// A value by its form.
    pub(super) fn form(&mut self, at: usize) {
        let reader = &*self.reader;
        let kind = reader.form(at);
        self.at = at + 1;
        if matches!(kind, Some(FormKind::Canvas | FormKind::Hex)) {
            return;
        }
        let introduced = self
            .intro
            .as_ref()
            .is_some_and(|intro| intro.used == 0 || intro.policy == Policy::Many);
        if !self.design && !introduced {
            return;
        }
        // "24h change '+3.2%'": the words name the quoted value.
        let end = self.run_end(at);
        if self.segment_opens(at)
            && end > at + 1
            && self
                .reader
                .tokens
                .get(end)
                .is_some_and(|token| token.quote().is_some())
            && (at + 1..end).all(|i| self.reader.is_lower(i))
        {
            return;
        }
        let reader = &*self.reader;
        if matches!(
            reader.key(at + 1),
            "lens" | "film" | "opacity" | "width" | "height" | "zoom" | "margin"
        ) {
            return;
        }
        if self.list.is_some() || self.content || introduced {
            // A segment that begins with a value: "24/7 emergency", "30 minutos al día".
            let end = self.run_end(at);
            if end > at + 1 || introduced {
                self.run(at, end);
                return;
            }
        }
        if self.design
            && self.segment_opens(at)
            && !reader.is_sep(at + 1)
            && at + 1 < reader.len()
            && reader.is_free(at + 1)
            && reader.key(at + 1) != "and"
            && reader.key(at + 1) != "with"
        {
            let end = self.run_end(at);
            self.run(at, end);
            return;
        }
        self.value(at);
    }

    pub(super) fn segment_opens(&self, at: usize) -> bool {
        at == self.reader.clause_start(at)
    }

    /// Emits a value with the lower-case label before it ("monthly revenue $48,200").
    pub(super) fn value(&mut self, at: usize) {
        let (from, to) = self.with_offer_words(at);
        let dated = matches!(
            self.reader.form(at),
            Some(FormKind::Date | FormKind::Time | FormKind::Handle | FormKind::Hashtag)
        );
        let label = if dated { None } else { self.label_before(from) };
        let role = self.value_role(at, label.is_some());
        let index = self.emit(from, to, role, Origin::Form);
        if let Some((label_from, label_to)) = label {
            let words = self.reader.label_words(label_from, label_to);
            self.reader.brief.pairs.push(Pair {
                label: None,
                label_text: capitalized(&words),
                value: index,
            });
            self.reader.mark(label_from, label_to, Use::Role);
        }
        self.enumerate(index);
        self.at = to;
    }

    /// "up to 70% off", "20% discount".
    pub(super) fn with_offer_words(&self, at: usize) -> (usize, usize) {
        let reader = &*self.reader;
        let offer = matches!(reader.form(at), Some(FormKind::Percent | FormKind::Price));
        let mut from = at;
        let mut to = at + 1;
        if offer
            && matches!(
                reader.key(to),
                "off" | "discount" | "cashback" | "sale" | "savings" | "each"
            )
            && reader.is_free(to)
        {
            to += 1;
            if from >= 2 && reader.key(from - 1) == "to" && reader.key(from - 2) == "up" {
                from -= 2;
            } else if from >= 1
                && matches!(reader.key(from - 1), "save" | "extra")
                && reader.is_free(from - 1)
            {
                from -= 1;
            }
        }
        (from, to)
    }

    /// The free lower-case words directly before a value, when they name it.
    pub(super) fn label_before(&self, at: usize) -> Option<(usize, usize)> {
        let reader = &*self.reader;
        let mut to = at;
        while to > 0
            && reader.is_free(to - 1)
            && matches!(reader.key(to - 1), "of" | "is" | "at" | "=" | "to" | "are")
        {
            to -= 1;
        }
        let mut from = to;
        while from > 0
            && from + 5 > to
            && reader.is_free(from - 1)
            && (reader.tokens[from - 1].is_word()
                || reader.form(from - 1) == Some(FormKind::Quantity) && from < to)
            && !breaks_label(reader.key(from - 1))
            && (reader.is_lower(from - 1) || reader.is_caseless(from - 1))
        {
            from -= 1;
        }
        // "(USD)" and the like stand between a label and nothing.
        (from < to).then_some((from, to))
    }

    pub(super) fn value_role(&mut self, at: usize, labelled: bool) -> Role {
        if let Some(intro) = &mut self.intro
            && (intro.used == 0 || intro.policy == Policy::Many)
        {
            intro.used += 1;
            return intro.role;
        }
        let kind = self.reader.form(at);
        if labelled
            && matches!(
                kind,
                Some(FormKind::Price | FormKind::Figure | FormKind::Percent | FormKind::Quantity)
            )
            && !self.priced()
        {
            return Role::Value;
        }
        pieces::role_of_form(kind).unwrap_or(Role::Value)
    }

    /// Whether money in this genre is what things cost.
    pub(super) fn priced(&self) -> bool {
        matches!(
            self.reader.brief.genre,
            Genre::Menu
                | Genre::PriceTag
                | Genre::ProductGrid
                | Genre::Sale
                | Genre::Pricing
                | Genre::Receipt
                | Genre::Invoice
                | Genre::Ticket
                | Genre::Label
                | Genre::Banner
                | Genre::Poster
        )
    }
}
