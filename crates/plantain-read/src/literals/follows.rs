//! Whether what stands behind a word of a role is its text, or the sentence going on.

use super::{Scanner, says};
use crate::Role;
use crate::forms::FormKind;
use crate::lexicon::{Policy, RoleWord, lexicon};
use crate::reader::Use;
use crate::tokens::{Kind, Sep};

/// Role words that introduce a text even with a capital.
pub(super) const STRONG_TITLE_CASE: &[&str] = &[
    "title",
    "headline",
    "names",
    "heading",
    "header",
    "subtitle",
    "tagline",
    "subheading",
    "button",
    "cta",
    "caption",
    "label",
    "labels",
    "columns",
    "text",
    "venue",
    "date",
    "location",
    "author",
    "slogan",
    "fields",
    "tabs",
    "footer",
    "main title",
    "brand name",
    "subheadline",
];

/// Languages in which the word for a role follows its text.
pub(super) fn behind(language: &str) -> bool {
    matches!(language, "zh" | "ja" | "ko" | "hi")
}

impl Scanner<'_, '_> {
    /// Whether what follows a lower-case role word is its text and not more description.
    pub(super) fn text_follows(&self, at: usize, word: RoleWord) -> bool {
        let reader = &*self.reader;
        let next = self.skip_connectors(at);
        let said = (at..next).any(|i| {
            matches!(
                reader.key(i),
                "is" | "says"
                    | "saying"
                    | "reads"
                    | "reading"
                    | "labelled"
                    | "labeled"
                    | "called"
                    | "named"
                    | "titled"
            ) || reader.sep(i, Sep::Colon)
        }) || self.is_said(at);
        let Some(token) = reader.tokens.get(next) else {
            return false;
        };
        let direct = next == at;
        if token.quote().is_some() {
            return true;
        }
        if !reader.is_free(next) {
            return false;
        }
        match token.kind {
            Kind::Form(FormKind::Canvas | FormKind::Hex) => false,
            Kind::Form(_) | Kind::Number => direct || said,
            Kind::Word if token.is_capital() => {
                direct || said || reader.key(next - 1) != "a" && says(word.role)
            }
            Kind::Word if reader.is_caseless(next) => direct || said,
            Kind::Word => self.lower_text_follows(next, word, direct, said),
            _ => false,
        }
    }

    /// Lower-case text needs a strong introduction.
    pub(super) fn lower_text_follows(
        &self,
        next: usize,
        word: RoleWord,
        direct: bool,
        said: bool,
    ) -> bool {
        let reader = &*self.reader;
        let start = reader.clause_start(next);
        let key = reader.key(next);
        let stop = lexicon().stops.contains_key(key);
        let look = crate::colors::color_at(&reader.tokens, next).is_some()
            || lexicon().looks.at(&reader.tokens, next).is_some();
        if says(word.role) {
            let verb = (start..next).any(|i| {
                matches!(
                    reader.key(i),
                    "says"
                        | "saying"
                        | "reads"
                        | "reading"
                        | "stating"
                        | "spelling"
                        | "spells"
                        | "states"
                        | "titled"
                        | "called"
                        | "named"
                        | "labelled"
                        | "labeled"
                        | "words"
                        | "word"
                        | "phrase"
                        | "text"
                        | "entitled"
                        | "say"
                        | "read"
                )
            });
            // "the words stay wild": behind an article a bare verb opens what is said, "the words come out" goes on.
            let opened = reader.key(next.saturating_sub(2)) == "the"
                && matches!(
                    reader.key(next - 1),
                    "words" | "word" | "phrase" | "message" | "slogan" | "text"
                )
                && !["ing", "ed", "s"].iter().any(|end| key.ends_with(end))
                && !matches!(
                    key,
                    "are"
                        | "come"
                        | "appear"
                        | "float"
                        | "stand"
                        | "fly"
                        | "go"
                        | "run"
                        | "be"
                        | "have"
                        | "fall"
                );
            let spoken = said
                || opened
                || !matches!(
                    reader.key(next.saturating_sub(1)),
                    "text"
                        | "words"
                        | "word"
                        | "message"
                        | "phrase"
                        | "letters"
                        | "lettering"
                        | "writing"
                        | "inscription"
                )
                || !lexicon().verbs.contains_key(key) && !key.ends_with('s');
            return verb
                && spoken
                && (direct || said)
                && !(look && stop)
                && !matches!(
                    key,
                    "in" | "on"
                        | "at"
                        | "a"
                        | "an"
                        | "and"
                        | "with"
                        | "to"
                        | "from"
                        | "is"
                        | "above"
                        | "below"
                        | "under"
                        | "by"
                );
        }
        if !self.design || stop || look {
            return false;
        }
        if word.policy == Policy::Many && direct && self.enumerates(next) {
            return true;
        }
        let opens = (start..next).all(|i| {
            reader.uses[i] != Use::Free
                || lexicon().roles.at(&reader.tokens, i).is_some()
                || i + 1 == next
        });
        let single = matches!(
            word.role,
            Role::Title | Role::Subtitle | Role::Button | Role::Brand | Role::Person | Role::Place
        ) && word.policy == Policy::Silent;
        said || single
            && direct
            && opens
            && !reader.is_sep(start)
            && start < next
            && !matches!(reader.key(start), "a" | "an" | "the" | "with" | "and")
    }
}
