//! Words that introduce a text and tell its part in the picture: "titled", "a button that says".

use super::follows::STRONG_TITLE_CASE;
use super::{Intro, Scanner, among, capitalized, says, singular};
use crate::forms::FormKind;
use crate::lexicon::{Policy, RoleWord, lexicon};
use crate::reader::Use;
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, List, Origin, Pair, Role};

/// Pictures of a product, after its word.
const PICTURES: &str =
    "screenshot screenshots image images photo photos preview mockup tour demo shot";

/// What stands behind "reading" where somebody reads, or something is for it.
const READ_BY: &str = "room nook corner lamp light chair glasses area bench table list group club girl boy woman man child children \
    kid kids student students person people in on under";

impl Scanner<'_, '_> {
    /// A role word with a text behind it.
    pub(super) fn role_at(&self, at: usize) -> Option<(usize, RoleWord)> {
        let reader = &*self.reader;
        let (len, &word) = lexicon()
            .roles
            .at_with(&reader.tokens, at, |i| reader.is_free(i))?;
        if self.is_no_role(at, len, word) {
            return None;
        }
        let word = match reader.key(at) {
            "reading" | "labelled" | "labeled" | "stamped" | "marked"
                if !self.design && len == 1 =>
            {
                RoleWord {
                    role: Role::Text,
                    policy: Policy::Silent,
                }
            }
            _ => word,
        };
        if self.named_before(at) {
            return None;
        }
        if !self.design {
            return (says(word.role) || word.role == Role::Title && reader.key(at) != "title")
                .then_some((len, word))
                .filter(|_| self.text_follows(at + len, word));
        }
        if self.labels_a_value(at, len, word) || self.is_adverb(at, len, word) {
            return None;
        }
        let opens = at == reader.clause_start(at);
        let next = self.skip_connectors(at + len);
        let colon = reader.sep(at + len, Sep::Colon);
        let quote = reader
            .tokens
            .get(next)
            .is_some_and(|token| token.quote().is_some());
        if reader.is_capital(at) && reader.brief.language.0 != "de" {
            // "Name LITTLE FURNACE", "Brand NORTHLIGHT": a word with its capital before one that is all capitals.
            let loud =
                reader.tokens.get(next).is_some_and(|token| {
                    token.case == Case::Upper && token.key.chars().count() > 2
                }) && reader.tokens[at].case == Case::Title;
            let strong = loud
                || STRONG_TITLE_CASE.contains(&reader.keys(at, at + len).as_str())
                    && (reader.is_capital(next) || reader.form(next).is_some());
            let silent = word.policy != Policy::Label;
            return (opens
                && (colon && (silent || !self.content) || quote || silent && strong)
                && (!self.content || !self.in_list() || colon || quote))
                .then_some((len, word));
        }
        (colon || quote || self.text_follows(at + len, word)).then_some((len, word))
    }

    /// "the slogan read more books": one slogan reads, so that "read" is its own word.
    pub(super) fn is_said(&self, at: usize) -> bool {
        self.reader.key(at) == "read"
            && at > 0
            && matches!(
                self.reader.key(at - 1),
                "slogan" | "motto" | "quote" | "phrase" | "headline" | "title" | "tagline"
            )
    }

    /// A word of a role that stands for something else here: "product screenshot" is a picture of the product, "a reading room" no
    /// room that says something.
    fn is_no_role(&self, at: usize, len: usize, word: RoleWord) -> bool {
        let reader = &*self.reader;
        let pictured = word.role == Role::Brand
            && reader.is_lower(at + len)
            && among(PICTURES, reader.key(at + len));
        let read = reader.key(at) == "reading"
            && (crate::world::is_for_reading(reader, at) || among(READ_BY, reader.key(at + 1)));
        // "cacio e pepe": a letter stands for "email" only before one.
        let letter = word.role == Role::Contact
            && reader.key(at).chars().count() == 1
            && !reader.sep(at + len, Sep::Colon)
            && reader.form(at + len).is_none();
        // "circles in a row: 'Collect', 'Turn'": how things stand.
        let arranged =
            reader.key(at) == "row" && at > 0 && matches!(reader.key(at - 1), "a" | "one");
        // "A girl playing a black piano", in scripts without capitals: an instrument and no song.
        let played = reader.key(at) == "playing"
            && reader.is_caseless(at)
            && (at + len..(at + len + 3).min(reader.len()))
                .any(|next| lexicon().nouns.at(&reader.tokens, next).is_some());
        // "certificate kids: …": who it is for, where no tree tells of them.
        let kin = matches!(
            reader.key(at),
            "kids"
                | "children"
                | "parents"
                | "siblings"
                | "grandparents"
                | "grandchildren"
                | "cousins"
        ) && (crate::copy::is_printed(reader.brief.genre)
            || matches!(reader.brief.genre, Genre::Certificate | Genre::Invitation));
        pictured || read || letter || arranged || played || kin || self.is_said(at)
    }

    /// "score 42", "ticket price $20": the words are the label of the value. "from 9:00": a time is no place.
    fn labels_a_value(&self, at: usize, len: usize, word: RoleWord) -> bool {
        let reader = &*self.reader;
        let named = at > 0
            && reader.is_free(at - 1)
            && reader.is_lower(at - 1)
            && !lexicon().stops.contains_key(reader.key(at - 1));
        let counted = matches!(
            word.role,
            Role::Price | Role::Item | Role::Category | Role::Title
        );
        let form = reader.form(at + len);
        // "chips 2.80": on a list of goods the word is one of them.
        let goods = matches!(
            reader.brief.genre,
            Genre::Menu | Genre::Chalkboard | Genre::Receipt | Genre::Invoice | Genre::PriceTag
        );
        let priced = form.is_some()
            || reader
                .tokens
                .get(at + len)
                .is_some_and(|next| next.kind == Kind::Number);
        if goods && priced && matches!(word.role, Role::Item | Role::Badge) {
            return true;
        }
        if form.is_some() && (word.role == Role::Value || named && counted) {
            return true;
        }
        let moment = matches!(form, Some(FormKind::Date | FormKind::Time));
        let travels = matches!(
            reader.brief.genre,
            Genre::BoardingPass | Genre::Ticket | Genre::Invoice | Genre::Receipt | Genre::Map
        );
        let direction = matches!(reader.key(at), "from" | "to") && len == 1;
        moment && word.role == Role::Place || direction && !travels
    }

    pub(super) fn in_list(&self) -> bool {
        self.list.is_some()
    }

    /// Skips "is", "says", "with the text" between a role word and its text.
    pub(super) fn skip_connectors(&self, mut at: usize) -> usize {
        const CONNECTORS: &[&str] = &[
            "is",
            "are",
            "says",
            "say",
            "saying",
            "reads",
            "reading",
            "text",
            "texts",
            "the",
            "words",
            "word",
            "of",
            "to",
            "that",
            "which",
            "called",
            "named",
            "labelled",
            "labeled",
            "like",
            "including",
            "for",
            "as",
            "with",
            "should",
            "be",
            "say:",
            "on",
            "top",
            "at",
            "bottom",
            "it",
            "below",
            "in",
            "center",
            "titled",
            "read",
            "a",
            "an",
            "left",
            "right",
            "stating",
            "showing",
            "being",
            "was",
            "displaying",
            "name",
            "line",
            "lines",
            "side",
            "corner",
            "big",
            "small",
            "large",
            "bold",
        ];
        let from = at;
        let small = |at: usize| {
            !self.is_said(at)
                && CONNECTORS.contains(&self.reader.key(at))
                && self.reader.is_lower(at)
                || self.reader.is_caseless(at)
                    && matches!(
                        self.reader.key(at),
                        "@subj"
                            | "@obj"
                            | "@de"
                            | "~"
                            | "is"
                            | "the"
                            | "of"
                            | "says"
                            | "@says"
                            | "with"
                            | "to"
                            | "@called"
                            | "called"
                            | "titled"
                    )
        };
        at = self.skip_look(at);
        while at < from + 6 && (small(at) || self.reader.sep(at, Sep::Colon)) {
            at += 1;
        }
        at
    }

    /// "Fresh tulips in store now": without a figure behind it the word leads to no price.
    fn is_adverb(&self, at: usize, len: usize, word: RoleWord) -> bool {
        let next = self.skip_connectors(at + len);
        let token = self.reader.tokens.get(next);
        // `only "Sound design"`: a text without figures costs nothing.
        let silent = |token: &crate::tokens::Token| {
            let quote = token.quote().map(|quote| &self.reader.quoted[quote]);
            quote.is_some_and(|quote| {
                let text = &self.reader.prompt[quote.inner.clone()];
                !text.contains(|c: char| c.is_ascii_digit())
            })
        };
        let worded = token.is_none_or(|token| {
            token.is_word() || silent(token) || token.form() == Some(crate::forms::FormKind::Handle)
        });
        len == 1 && word.role == Role::Price && self.reader.key(at) == "now" && worded
    }

    /// "botón azul «Entrar»": what the part looks like stands between its word and its text where adjectives follow.
    fn skip_look(&self, at: usize) -> usize {
        const ADJECTIVES_MAX: usize = 4;
        let looks = |i: usize| {
            (self.reader.is_lower(i) || self.reader.is_caseless(i))
                && (crate::colors::color_at(&self.reader.tokens, i).is_some()
                    || lexicon().adjectives.at(&self.reader.tokens, i).is_some()
                    || matches!(
                        self.reader.key(i),
                        "of" | "color" | "and" | "main" | "primary" | "secondary"
                    ))
        };
        let quoted = |i: usize| {
            self.reader
                .tokens
                .get(i)
                .is_some_and(|token| token.quote().is_some())
        };
        let end = (at..at + ADJECTIVES_MAX).find(|&i| !looks(i)).unwrap_or(at);
        if quoted(end) { end } else { at }
    }

    pub(super) fn introduce(&mut self, at: usize, len: usize, word: RoleWord) {
        let words = self.reader.keys(at, at + len);
        let next = self.skip_connectors(at + len);
        let said = (at + len..next).any(|i| {
            matches!(
                self.reader.key(i),
                "is" | "says"
                    | "saying"
                    | "reads"
                    | "reading"
                    | "labelled"
                    | "labeled"
                    | "called"
                    | "named"
                    | "titled"
            ) || self.reader.sep(i, Sep::Colon)
        });
        // "button labelled", "clock on top reads": the first word knows the role.
        let keep = says(word.role)
            && self
                .intro
                .as_ref()
                .is_some_and(|intro| intro.used == 0 && !says(intro.role));
        self.list = None;
        if keep {
            if let Some(intro) = &mut self.intro {
                intro.explicit = true;
            }
        } else {
            let (role, policy) = self.carrier_role(at, word);
            // "The series is called …" outside of charts is a name.
            let charted = matches!(
                self.reader.brief.genre,
                Genre::Chart | Genre::Dashboard | Genre::Infographic
            );
            let (role, policy) = if role == Role::Series && !charted {
                (Role::Title, Policy::Silent)
            } else {
                (role, policy)
            };
            let words = if matches!(words.as_str(), "labelled" | "labeled") {
                "label".to_string()
            } else {
                words
            };
            let abroad = self.reader.brief.language.0 != "en";
            let label = abroad.then(|| self.reader.text(at, at + len).to_string());
            self.intro = Some(Intro {
                role,
                policy,
                words,
                label,
                explicit: said
                    || says(word.role)
                    || policy == Policy::Many
                        && self.reader.is_lower(next)
                        && self.enumerates(next),
                used: 0,
            });
        }
        let section = self.reader.brief.genre == Genre::Menu
            && self.reader.is_capital(at)
            && self.reader.sep(at + len, Sep::Colon)
            && self
                .intro
                .as_ref()
                .is_some_and(|intro| intro.policy == Policy::Many);
        for i in at..next {
            // What the part looks like was read before.
            if self.reader.uses[i] != Use::Look {
                self.reader.mark(i, i + 1, Use::Role);
            }
        }
        if section {
            self.emit(at, at + len, Role::Category, Origin::Introduced);
        }
        self.at = next.max(at + len);
    }

    /// "six app icons labelled": the thing before the verb gives the role.
    pub(super) fn carrier_role(&self, at: usize, word: RoleWord) -> (Role, Policy) {
        let labelled = says(word.role) || matches!(self.reader.key(at), "labelled" | "labeled");
        if !labelled || at == 0 {
            return (word.role, word.policy);
        }
        let start = self.reader.clause_start(at);
        for i in (start..at)
            .rev()
            .take(4)
            .filter(|&i| self.reader.uses[i] != Use::Genre)
        {
            if let Some((_, carrier)) = lexicon().roles.at(&self.reader.tokens, i)
                && !says(carrier.role)
            {
                let charted = matches!(self.reader.brief.genre, Genre::Chart | Genre::Dashboard);
                let role = if carrier.role == Role::Series && !charted {
                    Role::Title
                } else if carrier.role == Role::World && self.design {
                    word.role
                } else {
                    carrier.role
                };
                let policy = if carrier.policy == Policy::Label {
                    Policy::Silent
                } else {
                    carrier.policy
                };
                let chart = lexicon()
                    .components
                    .at(&self.reader.tokens, i)
                    .is_some_and(|(_, component)| matches!(component, crate::Component::Chart(_)));
                return if chart {
                    (Role::Category, Policy::Many)
                } else {
                    (role, policy)
                };
            }
            if lexicon()
                .components
                .at(&self.reader.tokens, i)
                .is_some_and(|(_, component)| matches!(component, crate::Component::Chart(_)))
                && matches!(self.reader.key(at), "labelled" | "labeled")
            {
                return (Role::Category, Policy::Many);
            }
        }
        if matches!(self.reader.key(at), "named" | "called") && self.design {
            return (
                if matches!(
                    self.reader.brief.genre,
                    Genre::BookCover | Genre::Poster | Genre::AlbumCover
                ) {
                    Role::Title
                } else {
                    Role::Brand
                },
                Policy::Silent,
            );
        }
        (word.role, word.policy)
    }

    /// Pairs a text with the label word that introduced it ("balance '€3,284.17'").
    pub(super) fn label_of_intro(&mut self, index: usize) {
        let Some(intro) = &self.intro else { return };
        // `story sale: "Flash sale"`: on an advertisement the word for the offer names no text.
        let advert = matches!(
            self.reader.brief.genre,
            crate::Genre::Story | crate::Genre::SocialCard | crate::Genre::Banner
        );
        let figure = matches!(intro.role, Role::Value | Role::Price);
        let literal = &mut self.reader.brief.literals[index];
        if advert && figure && !crate::pairs::is_value(&literal.text) {
            literal.role = Role::Text;
            return;
        }
        if intro.policy == Policy::Label && intro.used == 1 && self.design {
            let words = intro.label.clone().unwrap_or_else(|| intro.words.clone());
            let label_text = capitalized(&words);
            self.reader.brief.pairs.push(Pair {
                label: None,
                label_text,
                value: index,
            });
        }
    }

    /// Adds a literal to the open enumeration, or opens one.
    pub(super) fn enumerate(&mut self, index: usize) {
        let kind = match &self.intro {
            Some(intro) if intro.policy == Policy::Many => singular(&intro.words),
            Some(_) => return,
            None if self.content => "item".to_string(),
            None => return,
        };
        let span = self.reader.brief.literals[index].span.clone();
        let lists = &mut self.reader.brief.lists;
        let open = self.list.filter(|&list| lists[list].kind == kind);
        let list = open.unwrap_or_else(|| {
            lists.push(List {
                kind,
                items: Vec::new(),
                span: span.clone(),
            });
            lists.len() - 1
        });
        lists[list].items.push(index);
        lists[list].span.end = span.end;
        self.list = Some(list);
    }

    /// "labels nucleus, cell wall, vacuole": short lower-case items parted by commas or "and".
    pub(super) fn enumerates(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let end = reader.clause_end(at);
        let short = |from: usize, to: usize| {
            to > from
                && to - from <= 3
                && (from..to).all(|i| {
                    reader.is_free(i)
                        && reader.is_lower(i)
                        && !matches!(
                            reader.key(i),
                            "with"
                                | "in"
                                | "on"
                                | "of"
                                | "for"
                                | "at"
                                | "a"
                                | "an"
                                | "the"
                                | "background"
                                | "style"
                        )
                })
        };
        if !reader.sep(end, Sep::Comma) {
            let and = (at + 1..end).find(|&i| reader.key(i) == "and");
            return and.is_some_and(|and| short(at, and) && short(and + 1, end));
        }
        let second = reader.clause_end(end + 1);
        let from = end + 1 + usize::from(reader.key(end + 1) == "and");
        short(at, end)
            && short(from, second.min(from + 3))
            && crate::colors::color_at(&reader.tokens, from).is_none()
    }
}
