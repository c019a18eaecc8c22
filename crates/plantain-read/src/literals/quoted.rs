//! Texts in quotation marks and the words around them that tell their part.

use super::follows::behind;
use super::{Scanner, capitalized, says};
use crate::lexicon::lexicon;
use crate::reader::Use;
use crate::tokens::Sep;
use crate::{Genre, Literal, Origin, Pair, Role};

/// Genres whose texts are names with values.
fn tells_values(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Menu | Genre::Receipt | Genre::Invoice | Genre::Chart | Genre::Dashboard
    )
}

impl Scanner<'_, '_> {
    pub(super) fn quote(&mut self, at: usize) {
        if let Some(split) = self.value_split(at) {
            return self.name_with_value(at, split);
        }
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

    /// Where the value begins in a name that is quoted together with it: "“Margherita 9”, “Funghi 11”", "a gauge “CPU 35%”". A lone
    /// one may be a heading ("“Sales 2024”"), several are a list.
    fn value_split(&self, at: usize) -> Option<usize> {
        let reader = &*self.reader;
        if !tells_values(reader.brief.genre) {
            return None;
        }
        let split_of = |at: usize| {
            let quoted = reader.quoted.get(reader.tokens.get(at)?.quote()?)?;
            let text = reader.prompt.get(quoted.inner.clone())?.trim_end();
            let last = text.rfind(' ')?;
            // "Average basket 27.90 €": the unit may stand apart.
            let before = text[..last].rfind(' ');
            let apart = before.filter(|at| {
                !crate::pairs::is_value(&text[last + 1..])
                    && crate::pairs::is_value(&text[at + 1..])
            });
            let split = apart.unwrap_or(last);
            let (name, value) = (&text[..split], &text[split + 1..]);
            let year = value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit());
            let named = name.chars().any(char::is_alphabetic)
                && !name.ends_with([',', '.'])
                && !name.chars().any(|c| c.is_ascii_digit());
            (named && !year && crate::pairs::is_value(value))
                .then(|| (quoted.inner.start + split, value.ends_with('%')))
        };
        let (split, share) = split_of(at)?;
        let several = || {
            (0..reader.len())
                .filter(|&at| split_of(at).is_some())
                .count()
                > 1
        };
        (share || several()).then_some(split)
    }

    /// Takes a quoted name and its value as two texts.
    fn name_with_value(&mut self, at: usize, split: usize) {
        let Some(quoted) = self.reader.tokens[at].quote() else {
            return;
        };
        let inner = self.reader.quoted[quoted].inner.clone();
        self.reader.mark(at, at + 1, Use::Literal);
        let mut add = |span: crate::Span, role: Role| {
            let text = self.reader.prompt[span.clone()].trim().to_string();
            self.reader.brief.literals.push(Literal {
                text,
                span,
                role,
                origin: Origin::Quoted,
                on_object: None,
            });
            self.reader.brief.literals.len() - 1
        };
        let menu = matches!(
            self.reader.brief.genre,
            Genre::Menu | Genre::Receipt | Genre::Invoice
        );
        let name = add(
            inner.start..split,
            if menu { Role::Item } else { Role::Label },
        );
        let value = add(
            split + 1..inner.end,
            if menu { Role::Price } else { Role::Value },
        );
        self.reader.brief.pair(name, value);
        self.enumerate(name);
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
        // `only "K. Adeyemi" and "Sound design"`: what has no figure costs nothing.
        let priceless = !self.reader.text(at, at + 1).contains(char::is_numeric);
        if priceless
            && self
                .intro
                .as_ref()
                .is_some_and(|intro| intro.role == Role::Price)
        {
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
