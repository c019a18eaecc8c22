//! Bullets, numbers, colons and commas: the marks that part texts from each other and open lists.

use super::{Intro, Scanner, pieces};
use crate::lexicon::Policy;
use crate::reader::Use;
use crate::tokens::{Kind, Sep};
use crate::{Genre, Role};

impl Scanner<'_, '_> {
    /// "1. Keep a schedule 2. Dim the lights": the number of an item.
    pub(super) fn is_marker(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let Some(token) = reader.tokens.get(at) else {
            return false;
        };
        let number = token.kind == Kind::Number
            && token.key.len() <= 2
            && token.key.bytes().all(|b| b.is_ascii_digit());
        let closed = reader.sep(at + 1, Sep::Stop) || reader.sep(at + 1, Sep::Close);
        let steps = matches!(
            reader.brief.genre,
            Genre::Infographic | Genre::FlowChart | Genre::Cycle
        ) && reader.is_capital(at + 1);
        let neighbour = |key: &str, step: i32| {
            token
                .key
                .parse::<i32>()
                .is_ok_and(|n| key == (n + step).to_string())
        };
        let ahead = (at + 1..(at + 9).min(reader.len()))
            .any(|i| reader.tokens[i].kind == Kind::Number && neighbour(reader.key(i), 1));
        let behind = (at.saturating_sub(8)..at)
            .any(|i| reader.tokens[i].kind == Kind::Number && neighbour(&reader.tokens[i].key, -1));
        let counted = steps && number && (ahead || behind);
        if self.design && counted && !closed {
            return true;
        }
        // "Caprese 9. Primi: …": an amount that ends a sentence counts nothing.
        let counts = (ahead || behind) && reader.brief.genre != Genre::Menu;
        let first = token.key == "1" || at == 0 || reader.is_sep(at - 1) || counts;
        self.design
            && number
            && closed
            && first
            && reader.tokens.get(at + 2).is_some_and(|next| {
                next.is_word() && (next.is_capital() || at > 0 && reader.is_sep(at - 1))
            })
    }

    pub(super) fn marker(&mut self, at: usize) {
        let open = self
            .intro
            .as_ref()
            .is_some_and(|intro| intro.policy == Policy::Many && intro.explicit);
        if !open {
            self.intro = Some(Intro {
                role: Role::Item,
                policy: Policy::Many,
                words: "item".into(),
                label: None,
                explicit: true,
                used: 0,
            });
        }
        let closed = self.reader.sep(at + 1, Sep::Stop) || self.reader.sep(at + 1, Sep::Close);
        let len = 1 + usize::from(closed);
        self.reader.mark(at, at + len, Use::Role);
        self.at = at + len;
    }

    /// "apples 30, bananas 45": a plain number that closes its clause behind a lower-case name.
    pub(super) fn is_counted_value(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let number = reader.tokens[at].kind == Kind::Number
            && reader.key(at).bytes().all(|b| b.is_ascii_digit());
        let closes = reader.is_sep(at + 1) || matches!(reader.key(at + 1), "and" | "with");
        self.design
            && number
            && closes
            && pieces::data_like(reader.brief.genre)
            && self.label_before(at).is_some()
    }

    pub(super) fn separator(&mut self, at: usize) {
        let reader = &*self.reader;
        if reader.ends_sentence(at) {
            // A colon or an open introduction may be followed by a line break.
            let line = reader.sep(at, Sep::Line);
            if !(line
                && (self.content
                    || self
                        .intro
                        .as_ref()
                        .is_some_and(|intro| intro.used == 0 || intro.policy == Policy::Many)))
            {
                self.intro = None;
                self.content = self.content && reader.sep(at, Sep::Mark);
            }
            self.list = self.list.filter(|_| line || reader.sep(at, Sep::Mark));
        } else if reader.sep(at, Sep::Arrow) {
            self.content = true;
        } else if reader.sep(at, Sep::Colon) && reader.uses[at] == Use::Role {
            // "title: Week 12": the colon led to a text that was read before.
            self.intro = None;
        } else if reader.sep(at, Sep::Colon) {
            let opens = self.opens_content(at);
            match &mut self.intro {
                Some(intro) if intro.used == 0 => intro.explicit = true,
                // `titled "Coffee per day": "Mon" "2"`, "called Second Steep: sencha 4": what a name heads is no name.
                Some(intro) if opens && matches!(intro.role, Role::Title | Role::Brand) => {
                    self.intro = None;
                    self.content = true;
                }
                _ if opens => self.content = true,
                _ => self.heading(at),
            }
        } else if self
            .intro
            .as_ref()
            .is_some_and(|intro| intro.used > 0 && intro.policy != Policy::Many)
        {
            self.intro = None;
        }
    }

    /// A colon after the genre or its topic: what follows is content.
    pub(super) fn opens_content(&self, at: usize) -> bool {
        let start = self.reader.clause_start(at);
        self.design && (start..at).any(|i| matches!(self.reader.uses[i], Use::Genre))
            || self.design
                && at > 0
                && matches!(
                    self.reader.uses[at - 1],
                    Use::Topic | Use::Look | Use::Canvas
                )
            || self.design && start == 0
    }

    /// "Ingredients: …" with an unknown word before the colon: the word is the kind of the list.
    pub(super) fn heading(&mut self, at: usize) {
        let start = self.reader.clause_start(at);
        let quotes = (start..at).any(|i| self.reader.tokens[i].quote().is_some());
        let words = if quotes {
            "value".to_string()
        } else {
            self.reader.keys(start, at)
        };
        // "sugarcane drawing: “Old Mill” …": what is drawn heads no texts.
        let drawn = at > start + 1
            && matches!(
                self.reader.key(at - 1),
                "drawing" | "illustration" | "sketch" | "picture" | "photo" | "engraving" | "motif"
            );
        if !self.design || words.is_empty() || drawn || at - start > 4 && !quotes {
            return;
        }
        self.close_list();
        if self.tells_a_subject(at + 1) {
            return;
        }
        self.intro = Some(Intro {
            role: Role::Text,
            policy: Policy::Many,
            words,
            label: None,
            explicit: true,
            used: 0,
        });
    }

    /// "…: a fox with the words “Stay Wild”": an article and, later, the quoted text. The words between are content.
    pub(super) fn tells_a_subject(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let article = matches!(
            reader.key(at),
            "a" | "an" | "the" | "some" | "one" | "two" | "three"
        );
        article && (at..reader.tokens.len()).any(|i| reader.tokens[i].quote().is_some())
    }

    pub(super) fn close_list(&mut self) {
        self.list = None;
        self.intro = None;
    }
}
