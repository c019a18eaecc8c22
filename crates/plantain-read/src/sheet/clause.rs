//! Clauses of a sheet outside its lists: titles, names, greetings and what leads to a fact.

use super::desk::Desk;
use super::words::{self, fact_at, is_instruction, lead_at, named_kind};
use super::{SectionKind, SheetSection};
use crate::outline::{clauses, is_date, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

impl Desk {
    pub(super) fn titled(&mut self, span: Span) {
        self.fill(words::Slot::Title, span);
    }

    /// "for my salon “Polished” get 20% off": what is quoted stands for itself, and parts the clause.
    fn parted(&mut self, span: &Span) -> bool {
        let inner = self.quoted.iter().find(|q| {
            let mine = span.start <= q.start && q.end <= span.end;
            mine && (q.start - span.start > 2 || span.end - q.end > 2)
        });
        let Some(inner) = inner.cloned() else {
            return false;
        };
        let before = self.lower[span.start..inner.start]
            .trim_end_matches(['"', '“', '„', '«', '‘', '\''])
            .to_owned();
        let before = span.start..span.start + before.len();
        let said = self.lower[before.clone()].trim().to_owned();
        let slot = words::lead_at(
            &format!("{} x", said.rsplit(' ').next().unwrap_or_default()),
            self.genre,
        )
        .or_else(|| words::lead_at(&said, self.genre).filter(|_| words::is_general_lead(&said)));
        match slot {
            Some((_, slot)) => self.fill(slot, inner.clone()),
            None => self.named(inner.clone(), true),
        }
        if slot.is_none()
            && let Some(before) = trimmed(&self.brief.prompt, before)
        {
            self.clause(before);
        }
        if let Some(after) = trimmed(&self.brief.prompt, inner.end..span.end) {
            self.clause(after);
        }
        true
    }

    /// One clause outside lists.
    pub(super) fn clause(&mut self, span: Span) {
        if self.greets(&span) {
            return;
        }
        let text = self.lower[span.clone()].to_owned();
        if self.parted(&span)
            || self.taken(&span)
            || words::is_silent_head(&text) && words::count_in(&text).is_none()
        {
            return;
        }
        // An emoji at an end is a wink, no text.
        let start = span.start + text.len() - words::without_emoji(&text).len();
        if start > span.start {
            return trimmed(&self.brief.prompt, start..span.end)
                .into_iter()
                .for_each(|span| self.clause(span));
        }
        for joint in [
            "and ", "with ", "und ", "mit ", "con ", "avec ", "com ", "plus ",
        ] {
            if let Some(rest) = text.strip_prefix(joint) {
                let rest = span.end - rest.len()..span.end;
                let start = trimmed(&self.brief.prompt, rest);
                return start.into_iter().for_each(|span| self.clause(span));
            }
        }
        let quoted = self.is_quoted(&span);
        if !quoted {
            if let Some(n) = words::count_in(&text) {
                self.sheet.count = self.sheet.count.or(Some(n));
                if words::is_offer(&text) {
                    let line = self.add(span, Role::Subtitle);
                    self.sheet.lines.extend(line);
                }
                return;
            }
            if is_instruction(&text) {
                return;
            }
            if let Some((label, value)) = fact_at(&text) {
                let value = span.start + value..span.end;
                return self.fact(label, value);
            }
            if self.led(&span, &text) {
                return;
            }
        }
        self.named(span, quoted);
    }

    /// "for Bean There worth $75": words that lead to a name, and what follows it.
    fn led(&mut self, span: &Span, text: &str) -> bool {
        let Some((len, slot)) = lead_at(text, self.genre) else {
            return self.split_lead(span, text);
        };
        let from = span.start + len;
        let cut = words::next_lead(&self.lower, from..span.end, self.genre).unwrap_or(span.end);
        if let Some(name) = trimmed(&self.brief.prompt, from..cut) {
            let said = self.lower[name.clone()].to_owned();
            if words::is_amount(&said) {
                self.fill(words::Slot::Amount, name);
            } else if !words::is_general(&self.brief.prompt[name.clone()]) {
                let slot = self.fitting(slot, &name);
                self.fill(slot, words::without_article(&self.brief.prompt, name));
            } else if self.genre == Genre::Voucher && !words::is_own(&said) {
                // What the gift is: "for a balloon ride".
                self.fill(
                    words::Slot::Title,
                    words::without_article(&self.brief.prompt, name),
                );
            } else {
                self.sheet.topic = self.brief.prompt[name].to_owned();
            }
        }
        if let Some(rest) = trimmed(&self.brief.prompt, cut..span.end) {
            self.clause(rest);
        }
        true
    }

    /// "Day Spa valid until 31 Dec": a name before a lead or a fact.
    fn split_lead(&mut self, span: &Span, text: &str) -> bool {
        let cut = text
            .match_indices(' ')
            .map(|(at, _)| at + 1)
            .find(|at| {
                fact_at(&text[*at..]).is_some()
                    || lead_at(&text[*at..], self.genre)
                        .is_some_and(|(_, slot)| slot != words::Slot::Title)
                        && *at > 2
            })
            .filter(|_| !words::is_offer(text));
        let Some(cut) = cut else { return false };
        for part in [span.start..span.start + cut, span.start + cut..span.end] {
            if let Some(part) = trimmed(&self.brief.prompt, part) {
                self.clause(part);
            }
        }
        true
    }

    /// A badge "for DevSummit 2025" names the event, a badge "for Priya Raman" its holder.
    fn fitting(&self, slot: words::Slot, name: &Span) -> words::Slot {
        let text = &self.brief.prompt[name.clone()];
        match slot {
            words::Slot::Person if !words::is_person(text) && self.genre == Genre::Badge => {
                words::Slot::Title
            }
            words::Slot::Issuer if self.sheet.issuer.is_some() => words::Slot::Line,
            other => other,
        }
    }

    /// A clause that nothing leads to: its form and its place tell what it is.
    /// `"Speaker", "Hall C", icy blue`: small letters behind texts that all have capitals or quotes speak to the designer.
    fn directs(&self, text: &str) -> bool {
        const NAMED_MIN: usize = 3;
        let told = &self.brief.literals;
        told.len() >= NAMED_MIN
            && told.iter().all(|l| !l.text.starts_with(char::is_lowercase))
            && !text.contains(|c: char| c.is_ascii_digit() || "@!?%$€£".contains(c))
    }

    fn named(&mut self, span: Span, quoted: bool) {
        use words::Slot;
        let original = self.brief.prompt[span.clone()].to_owned();
        let text = self.lower[span.clone()].to_owned();
        if named_kind(&text) {
            return;
        }
        let named = quoted || original.starts_with(char::is_uppercase);
        if !named && self.directs(&original) {
            return;
        }
        let slot = if self.is_kind(&text) && self.sheet.title.is_none() {
            Slot::Title
        } else if words::is_amount(&text) && self.sheet.amount.is_none() {
            Slot::Amount
        } else if is_date(&text) {
            let at = self.add(span, Role::Date);
            return self.sheet.facts.extend(at.map(|at| (String::new(), at)));
        } else if words::is_contact(&text) || words::is_offer(&text) {
            Slot::Line
        } else {
            match self.genre {
                Genre::Badge
                    if self.sheet.person.is_none()
                        && words::is_person(&original)
                        && !self.tells_person() =>
                {
                    Slot::Person
                }
                Genre::Badge
                    if self.sheet.person.is_none() && self.sheet.title.is_none() && named =>
                {
                    Slot::Title
                }
                Genre::StampCard | Genre::Voucher if self.sheet.issuer.is_none() && named => {
                    Slot::Issuer
                }
                Genre::Badge | Genre::StampCard | Genre::Voucher | Genre::Letter => Slot::Line,
                _ if self.sheet.title.is_none() && (named || self.follows_genre(&span)) => {
                    Slot::Title
                }
                _ => Slot::Line,
            }
        };
        self.fill(slot, span);
    }

    /// "gift certificate, 'Gift Certificate'": whether a text says once more what is asked for.
    fn is_kind(&self, text: &str) -> bool {
        self.genre == Genre::Voucher && self.lower[..self.start].trim_end().ends_with(text)
    }

    /// "3 bananas, 2 eggs. Mash, mix, bake": what follows the amounts behind a full stop is done with them.
    pub(super) fn steps_behind(&mut self) {
        let (Genre::RecipeCard, [all]) = (self.genre, &mut self.sheet.sections[..]) else {
            return;
        };
        let span = |at: usize| self.brief.literals[at].span.clone();
        let counted =
            |at: usize| self.brief.prompt[span(at)].starts_with(|c: char| c.is_ascii_digit());
        let begins = |n: usize| {
            let (before, this) = (span(all.items[n - 1]), span(all.items[n]));
            let stopped = self.brief.prompt[before.end..this.start].contains(['.', '\n']);
            stopped
                && self.brief.prompt[this].starts_with(char::is_uppercase)
                && all.items[n..].iter().all(|&at| !counted(at))
        };
        // "1. stir, 2. rest, 3. fry": what is numbered is done in this order.
        let numbered = |(n, at): (usize, &usize)| {
            let before = self.brief.prompt[..span(*at).start].trim_end();
            before
                .strip_suffix(['.', ')'])
                .is_some_and(|before| before.ends_with(&(n + 1).to_string()))
        };
        if all.items.len() >= 2 && all.items.iter().enumerate().all(numbered) {
            all.kind = SectionKind::Steps;
            return;
        }
        let Some(n) = (2..all.items.len()).find(|&n| begins(n)) else {
            return;
        };
        let amounts = all.items[..n].iter().filter(|&&at| counted(at)).count();
        if amounts * 2 < n {
            return;
        }
        let items = all.items.split_off(n);
        all.kind = SectionKind::Ingredients;
        self.sheet.sections.push(SheetSection {
            head: None,
            kind: SectionKind::Steps,
            items,
        });
    }

    /// "HELLO my name is Jordan": the greeting stands above the name.
    fn greets(&mut self, span: &Span) -> bool {
        const GREETING: &str = "my name is ";
        let found = self.lower[span.clone()].find(GREETING);
        let Some(at) = found.filter(|_| self.genre == Genre::Badge) else {
            return false;
        };
        let name = span.start + at + GREETING.len();
        self.fill(words::Slot::Title, span.start..name - 1);
        self.fill(words::Slot::Person, name..span.end);
        true
    }

    /// "IRON HOUSE, member Dana Wolfe": whether a word tells who holds the badge.
    fn tells_person(&self) -> bool {
        clauses(&self.brief.prompt, self.start)
            .into_iter()
            .any(|clause| {
                lead_at(&self.lower[clause], self.genre)
                    .is_some_and(|(_, slot)| slot == words::Slot::Person)
            })
    }

    /// Whether a clause stands right behind the words for the genre.
    fn follows_genre(&self, span: &Span) -> bool {
        self.brief.prompt[self.start..span.start.max(self.start)]
            .trim()
            .is_empty()
            && span.start > self.start
    }

    fn taken(&self, span: &Span) -> bool {
        self.brief.literals.iter().any(|l| l.meets(span))
    }

    fn is_quoted(&self, span: &Span) -> bool {
        self.brief.prompt[..span.start].ends_with(['"', '“', '„', '«', '‘', '\''])
    }

    /// What was quoted is a text in any case.
    pub(super) fn keep_quoted(&mut self, brief: &Brief) {
        for literal in brief.literals.iter().filter(|l| l.origin == Origin::Quoted) {
            if !self.taken(&literal.span) {
                self.named(literal.span.clone(), true);
            }
        }
    }
}
