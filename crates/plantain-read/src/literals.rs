//! Finds the strings that must appear letter for letter.
//!
//! Quoted strings are literals everywhere. In a design the prompt also holds unquoted text: after words that introduce
//! it ("title", "venue", "says"), in values by their form, and in runs of capitals.

mod follows;
mod intro;
mod marks;
mod pieces;
mod quoted;
mod runs;
mod values;

use crate::lexicon::{Policy, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Literal, Origin, Role};
pub(crate) use pieces::role_of_form;

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
    reader.brief.order_literals();
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
        // The sets of a Venn diagram stand against each other, too.
        if !self.design || self.reader.brief.genre == crate::Genre::Venn {
            return;
        }
        let reader = &*self.reader;
        let number = |i: usize| i < reader.len() && reader.tokens[i].kind == Kind::Number;
        let against = |i: usize| {
            matches!(reader.key(i), "vs" | "versus") && reader.is_free(i) && reader.is_free(i - 1)
        };
        // "battery 8 vs 6, camera 9 vs 7": figures that are set against each other again and again are no names.
        let figures = (1..reader.len())
            .filter(|&i| against(i) && number(i - 1) && number(i + 1))
            .count();
        let named = |i: usize| figures < 2 || !(number(i - 1) && number(i + 1));
        let Some(at) = (1..reader.len()).find(|&i| against(i) && named(i)) else {
            return;
        };
        let side = |i: usize| {
            i < reader.len()
                && reader.is_free(i)
                && (reader.is_capital(i) || reader.tokens[i].kind == Kind::Number)
        };
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
            // "electric car vs petrol car pros and cons": the second side may have some words up to the kind of picture.
            const SIDE_WORDS_MAX: usize = 3;
            let run = (to..reader.len().min(to + SIDE_WORDS_MAX))
                .take_while(|&i| plain(i))
                .count();
            let end = to + run;
            let closed = end == reader.len()
                || reader.is_sep(end)
                || reader.uses[end] == crate::reader::Use::Genre;
            to += if closed { run } else { run.min(1) };
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

/// Whether `key` is one of the words of a line.
fn among(words: &str, key: &str) -> bool {
    words.split_whitespace().any(|word| word == key)
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
