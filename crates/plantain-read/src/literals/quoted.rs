//! Texts in quotation marks and the words around them that tell their part.

use super::follows::behind;
use super::{Scanner, capitalized, says};
use crate::lexicon::lexicon;
use crate::reader::Use;
use crate::tokens::Sep;
use crate::{Origin, Pair, Role};

impl Scanner<'_, '_> {
    pub(super) fn quote(&mut self, at: usize) {
        let role = self.next_role(at);
        let label = if self.design
            && self.intro.is_none()
            && crate::pairs::is_value(self.reader.text(at, at + 1))
        {
            self.label_before(at)
        } else {
            None
        };
        let index = self.emit(at, at + 1, role, Origin::Quoted);
        if let Some((from, to)) = label {
            let words = self.reader.label_words(from, to);
            self.reader.brief.pairs.push(Pair {
                label: None,
                label_text: capitalized(&words),
                value: index,
            });
            self.reader.mark(from, to, Use::Role);
        }
        self.label_of_intro(index);
        self.enumerate(index);
        self.at = at + 1;
    }

    /// "「ログイン」ボタン": in some languages the word for the role stands behind the text, or behind several.
    pub(super) fn role_behind(&self, at: usize) -> Option<Role> {
        let reader = &*self.reader;
        if !self.design || !behind(&reader.brief.language.0) {
            return None;
        }
        let mut next = at + 1;
        loop {
            let quote = |at: usize| {
                reader
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.quote().is_some())
            };
            let listed = reader.sep(next, Sep::Comma) && quote(next + 1);
            let small = matches!(
                reader.key(next),
                "~" | "@de"
                    | "@says"
                    | "@called"
                    | "@subj"
                    | "@obj"
                    | "and"
                    | "called"
                    | "says"
                    | "이름의"
            );
            if !(quote(next) || listed || small) {
                break;
            }
            next += 1;
        }
        let (_, word) = lexicon()
            .roles
            .at_with(&reader.tokens, next, |i| reader.is_free(i))?;
        (!says(word.role) && !reader.sep(next + 1, Sep::Colon)).then_some(word.role)
    }

    /// Whether a role word belongs to the text before it.
    pub(super) fn named_before(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let mut before = at;
        while before > 0
            && matches!(
                reader.key(before - 1),
                "~" | "@de" | "@says" | "@called" | "called" | "says"
            )
        {
            before -= 1;
        }
        behind(&reader.brief.language.0)
            && before > 0
            && reader.tokens[before - 1].quote().is_some()
    }

    /// Role of the next text from its introduction, and from its own form.
    pub(super) fn next_role(&mut self, at: usize) -> Role {
        let scene = !self.design;
        let fresh = self.intro.as_ref().is_none_or(|intro| intro.used > 0);
        if let Some(role) = self.role_behind(at).filter(|_| fresh) {
            return role;
        }
        // "photographer 'Leo Marsh' 'leomarsh.com'": one introduction, one text.
        let beside = at > 0 && self.reader.tokens[at - 1].quote().is_some();
        let spent = |intro: &super::Intro| {
            intro.used > 0 && intro.policy != crate::lexicon::Policy::Many && !intro.explicit
        };
        if beside && self.intro.as_ref().is_some_and(spent) {
            self.intro = None;
        }
        // An introduction holds only while nothing but separators and small words stand between.
        if let Some(intro) = &mut self.intro {
            intro.used += 1;
            let world = says(intro.role) && scene;
            return if world { Role::World } else { intro.role };
        }
        if scene { Role::World } else { Role::Text }
    }
}
