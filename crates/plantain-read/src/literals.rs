//! Finds the strings that must appear letter for letter.
//!
//! Quoted strings are literals everywhere. In a design the prompt also holds unquoted text: after words that introduce
//! it ("title", "venue", "says"), in values by their form, and in runs of capitals.

mod pieces;
mod runs;

use crate::forms::FormKind;
use crate::lexicon::{Policy, RoleWord, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
pub(crate) use pieces::role_of_form;

use crate::{Genre, List, Literal, Origin, Pair, Role};

/// Finds all literals, lists and pairs.
pub(crate) fn read(reader: &mut Reader<'_>) {
    let mut scanner = Scanner {
        design: !reader.is_scene(),
        reader,
        intro: None,
        list: None,
        content: false,
        at: 0,
    };
    scanner.scan();
    crate::screens::order(&mut reader.brief);
    crate::pairs::read(reader);
}

/// Finds "A vs B" before the look words are read, since names may look like styles ("iOS").
pub(crate) fn versus(reader: &mut Reader<'_>) {
    let design = !reader.is_scene();
    Scanner {
        design,
        reader,
        intro: None,
        list: None,
        content: false,
        at: 0,
    }
    .versus();
}

/// The word that introduces the next text.
#[derive(Debug, Clone)]
struct Intro {
    role: Role,
    policy: Policy,
    /// As written, lower case: "revenue", "tabs".
    words: String,
    /// In the words of the prompt, when it is not in English.
    label: Option<String>,
    /// Whether a colon, "says" or "is" follows, so that lower-case text counts too.
    explicit: bool,
    /// Texts it has introduced so far.
    used: usize,
}

struct Scanner<'r, 'a> {
    reader: &'r mut Reader<'a>,
    design: bool,
    intro: Option<Intro>,
    /// Open enumeration: index into `brief.lists`.
    list: Option<usize>,
    /// Whether a colon after the genre opened the content.
    content: bool,
    at: usize,
}

/// Words that say that text follows, in any picture.
fn says(role: Role) -> bool {
    matches!(role, Role::Text)
}

impl Scanner<'_, '_> {
    fn scan(&mut self) {
        while self.at < self.reader.len() {
            let before = self.at;
            self.step();
            debug_assert!(self.at > before);
            self.at = self.at.max(before + 1);
        }
    }

    /// "iOS vs Android", "2025 vs 2026": a title, or in a chart the names of two series.
    fn versus(&mut self) {
        if !self.design {
            return;
        }
        let reader = &*self.reader;
        let Some(at) = (1..reader.len()).find(|&i| {
            matches!(reader.key(i), "vs" | "versus") && reader.is_free(i) && reader.is_free(i - 1)
        }) else {
            return;
        };
        let side = |i: usize| {
            i < reader.len()
                && reader.is_free(i)
                && (reader.is_capital(i) || reader.tokens[i].kind == Kind::Number)
        };
        let number = |i: usize| i < reader.len() && reader.tokens[i].kind == Kind::Number;
        if reader.brief.genre == Genre::Chart && number(at - 1) && number(at + 1) {
            // "visitors 2024 vs 2025": the years are set against each other, not what stands before them.
            self.emit(at - 1, at, Role::Series, Origin::Inferred);
            self.emit(at + 1, at + 2, Role::Series, Origin::Inferred);
            return;
        }
        let mut from = at;
        while from > 0
            && from + 4 > at
            && side(from - 1)
            && !(from < at && reader.tokens[from - 1].kind == Kind::Number)
        {
            from -= 1;
        }
        let mut to = at + 1;
        while to < at + 4 && side(to) {
            to += 1;
        }
        if reader.brief.genre == Genre::ComparisonTable && from == at && to == at + 1 {
            let plain = |i: usize| {
                reader.is_free(i)
                    && reader.tokens[i].is_word()
                    && !lexicon().stops.contains_key(reader.key(i))
            };
            while from > reader.clause_start(at) && from + 2 > at && plain(from - 1) {
                from -= 1;
            }
            to += usize::from(to < reader.len() && plain(to));
        }
        if from == at || to == at + 1 {
            return;
        }
        if reader.brief.genre == Genre::Chart {
            self.emit(from, at, Role::Series, Origin::Inferred);
            self.emit(at + 1, to, Role::Series, Origin::Inferred);
        } else {
            self.emit(from, to, Role::Title, Origin::Inferred);
        }
    }

    fn step(&mut self) {
        let at = self.at;
        if self.reader.tokens[at].is_sep() {
            self.separator(at);
            self.at += 1;
        } else if let Kind::Quote(_) = self.reader.tokens[at].kind
            && self.reader.uses[at] != Use::Literal
        {
            self.quote(at);
        } else if !self.reader.is_free(at) {
            if self.reader.uses[at] == Use::Constraint || self.reader.uses[at] == Use::Genre {
                self.close_list();
            }
            self.at += 1;
        } else if self.is_marker(at) {
            self.marker(at);
        } else if let Some((len, word)) = self.role_at(at) {
            self.introduce(at, len, word);
        } else if self.reader.form(at).is_some() {
            self.form(at);
        } else if self.is_counted_value(at) {
            self.value(at);
        } else if let Some(end) = self.run_at(at) {
            self.run(at, end);
        } else {
            self.at += 1;
        }
    }

    /// "1. Keep a schedule 2. Dim the lights": the number of an item.
    fn is_marker(&self, at: usize) -> bool {
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

    fn marker(&mut self, at: usize) {
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
    fn is_counted_value(&self, at: usize) -> bool {
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

    fn separator(&mut self, at: usize) {
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
        } else if reader.sep(at, Sep::Colon) {
            let opens = self.opens_content(at);
            match &mut self.intro {
                Some(intro) if intro.used == 0 => intro.explicit = true,
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
    fn opens_content(&self, at: usize) -> bool {
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
    fn heading(&mut self, at: usize) {
        let start = self.reader.clause_start(at);
        let quotes = (start..at).any(|i| self.reader.tokens[i].quote().is_some());
        let words = if quotes {
            "value".to_string()
        } else {
            self.reader.keys(start, at)
        };
        if !self.design || words.is_empty() || at - start > 4 && !quotes {
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
    fn tells_a_subject(&self, at: usize) -> bool {
        let reader = &*self.reader;
        let article = matches!(
            reader.key(at),
            "a" | "an" | "the" | "some" | "one" | "two" | "three"
        );
        article && (at..reader.tokens.len()).any(|i| reader.tokens[i].quote().is_some())
    }

    fn close_list(&mut self) {
        self.list = None;
        self.intro = None;
    }

    /// A role word with a text behind it.
    fn role_at(&self, at: usize) -> Option<(usize, RoleWord)> {
        let reader = &*self.reader;
        let (len, &word) = lexicon()
            .roles
            .at_with(&reader.tokens, at, |i| reader.is_free(i))?;
        // "product screenshot": a picture of the product, and not its name.
        let pictured = matches!(
            reader.key(at + len),
            "screenshot"
                | "screenshots"
                | "image"
                | "images"
                | "photo"
                | "photos"
                | "preview"
                | "mockup"
                | "tour"
                | "demo"
                | "shot"
        );
        if pictured && word.role == Role::Brand && reader.is_lower(at + len) {
            return None;
        }
        // What a meter shows is a reading; in a picture of things, "a sign reading OPEN" says so.
        // "a reading room" is no room that says something.
        if reader.key(at) == "reading"
            && (crate::world::is_for_reading(reader, at)
                || matches!(
                    reader.key(at + 1),
                    "room"
                        | "nook"
                        | "corner"
                        | "lamp"
                        | "light"
                        | "chair"
                        | "glasses"
                        | "area"
                        | "bench"
                        | "table"
                        | "list"
                        | "group"
                        | "club"
                        | "girl"
                        | "boy"
                        | "woman"
                        | "man"
                        | "child"
                        | "children"
                        | "kid"
                        | "kids"
                        | "student"
                        | "students"
                        | "person"
                        | "people"
                        | "in"
                        | "on"
                        | "under"
                ))
        {
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
        if !self.design {
            return (says(word.role) || word.role == Role::Title && reader.key(at) != "title")
                .then_some((len, word))
                .filter(|_| self.text_follows(at + len, word));
        }
        if self.named_before(at) {
            return None;
        }
        let opens = at == reader.clause_start(at);
        // "score 42", "ticket price $20": the words are the label of the value.
        let named = at > 0
            && reader.is_free(at - 1)
            && reader.is_lower(at - 1)
            && !lexicon().stops.contains_key(reader.key(at - 1));
        let valued = reader.form(at + len).is_some();
        if valued
            && (word.role == Role::Value
                || named
                    && matches!(
                        word.role,
                        Role::Price | Role::Item | Role::Category | Role::Title
                    ))
        {
            return None;
        }
        let moment = matches!(reader.form(at + len), Some(FormKind::Date | FormKind::Time));
        let travels = matches!(
            reader.brief.genre,
            Genre::BoardingPass | Genre::Ticket | Genre::Invoice | Genre::Receipt | Genre::Map
        );
        let direction = matches!(reader.key(at), "from" | "to") && len == 1;
        if moment && word.role == Role::Place || direction && !travels {
            return None;
        }
        let next = self.skip_connectors(at + len);
        let colon = reader.sep(at + len, Sep::Colon);
        let quote = reader
            .tokens
            .get(next)
            .is_some_and(|token| token.quote().is_some());
        if reader.is_capital(at) && reader.brief.language.0 != "de" {
            let strong = STRONG_TITLE_CASE.contains(&reader.keys(at, at + len).as_str())
                && (reader.is_capital(next) || reader.form(next).is_some());
            let silent = word.policy != Policy::Label;
            return (opens
                && (colon && (silent || !self.content) || quote || silent && strong)
                && (!self.content || !self.in_list() || colon || quote))
                .then_some((len, word));
        }
        (colon || quote || self.text_follows(at + len, word)).then_some((len, word))
    }

    fn in_list(&self) -> bool {
        self.list.is_some()
    }

    /// Skips "is", "says", "with the text" between a role word and its text.
    fn skip_connectors(&self, mut at: usize) -> usize {
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
            CONNECTORS.contains(&self.reader.key(at)) && self.reader.is_lower(at)
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
        while at < from + 6 && (small(at) || self.reader.sep(at, Sep::Colon)) {
            at += 1;
        }
        at
    }

    /// Whether what follows a lower-case role word is its text and not more description.
    fn text_follows(&self, at: usize, word: RoleWord) -> bool {
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
        });
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
    fn lower_text_follows(&self, next: usize, word: RoleWord, direct: bool, said: bool) -> bool {
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
            let spoken =
                said || !matches!(
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
                ) || !lexicon().verbs.contains_key(key) && !key.ends_with('s');
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

    /// "labels nucleus, cell wall, vacuole": short lower-case items parted by commas or "and".
    fn enumerates(&self, at: usize) -> bool {
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

    fn introduce(&mut self, at: usize, len: usize, word: RoleWord) {
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
        self.reader.mark(at, next, Use::Role);
        if section {
            self.emit(at, at + len, Role::Category, Origin::Introduced);
        }
        self.at = next.max(at + len);
    }

    /// "six app icons labelled": the thing before the verb gives the role.
    fn carrier_role(&self, at: usize, word: RoleWord) -> (Role, Policy) {
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

    fn quote(&mut self, at: usize) {
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
    fn role_behind(&self, at: usize) -> Option<Role> {
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
    fn named_before(&self, at: usize) -> bool {
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
    fn next_role(&mut self, at: usize) -> Role {
        let scene = !self.design;
        let fresh = self.intro.as_ref().is_none_or(|intro| intro.used > 0);
        if let Some(role) = self.role_behind(at).filter(|_| fresh) {
            return role;
        }
        // An introduction holds only while nothing but separators and small words stand between.
        if let Some(intro) = &mut self.intro {
            intro.used += 1;
            let world = says(intro.role) && scene;
            return if world { Role::World } else { intro.role };
        }
        let _ = at;
        if scene { Role::World } else { Role::Text }
    }

    /// Pairs a text with the label word that introduced it ("balance '€3,284.17'").
    fn label_of_intro(&mut self, index: usize) {
        let Some(intro) = &self.intro else { return };
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
    fn enumerate(&mut self, index: usize) {
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

    /// A value by its form.
    fn form(&mut self, at: usize) {
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

    fn segment_opens(&self, at: usize) -> bool {
        at == self.reader.clause_start(at)
    }

    /// Emits a value with the lower-case label before it ("monthly revenue $48,200").
    fn value(&mut self, at: usize) {
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
    fn with_offer_words(&self, at: usize) -> (usize, usize) {
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
    fn label_before(&self, at: usize) -> Option<(usize, usize)> {
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

    fn value_role(&mut self, at: usize, labelled: bool) -> Role {
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
    fn priced(&self) -> bool {
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

    /// Adds a literal for tokens `from..to`; returns its index.
    fn emit(&mut self, from: usize, to: usize, role: Role, origin: Origin) -> usize {
        let mut span = self.reader.span(from, to);
        // "Good Morning!" keeps its mark.
        let mut next = to;
        if origin != Origin::Quoted {
            while self.reader.sep(next, Sep::Mark)
                && self.reader.tokens[next].span.start == span.end
            {
                span.end = self.reader.tokens[next].span.end;
                next += 1;
            }
        }
        self.reader.mark(from, next, Use::Literal);
        let text = self.reader.prompt[span.clone()].trim().to_string();
        self.reader.brief.literals.push(Literal {
            text,
            span,
            role,
            origin,
            on_object: None,
        });
        self.reader.brief.literals.len() - 1
    }
}

/// Role words that introduce a text even with a capital.
const STRONG_TITLE_CASE: &[&str] = &[
    "title",
    "headline",
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
fn behind(language: &str) -> bool {
    matches!(language, "zh" | "ja" | "ko" | "hi")
}

fn breaks_label(key: &str) -> bool {
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

/// Returns `words` with a capital first letter.
pub(crate) fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Singular of the last word of a list's kind.
pub(crate) fn singular(words: &str) -> String {
    let words = words.strip_prefix("with ").unwrap_or(words);
    match words
        .strip_suffix("ies")
        .filter(|stem| !stem.ends_with("ser"))
    {
        Some(stem) => format!("{stem}y"),
        None if words.ends_with("ss") || words.ends_with("us") => words.to_string(),
        None if words.ends_with("xes") || words.ends_with("ches") || words.ends_with("shes") => {
            words[..words.len() - 2].to_string()
        }
        None => words.strip_suffix('s').unwrap_or(words).to_string(),
    }
}
