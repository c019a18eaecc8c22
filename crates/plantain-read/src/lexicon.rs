//! Vocabulary tables, embedded as text and parsed once.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::tokens::Token;
use crate::{ChartKind, Component, Genre, RelationKind, Role, SizeWord};

/// Phrases of one to some words with a value each, looked up by longest match.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    map: HashMap<String, T>,
    /// Words of the longest phrase that starts with a word.
    longest: HashMap<String, usize>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            map: HashMap::new(),
            longest: HashMap::new(),
        }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; the first meaning given to it stays.
    pub fn insert(&mut self, phrase: &str, value: T) {
        let words = phrase.split_whitespace().count();
        let Some(first) = phrase.split_whitespace().next() else {
            return;
        };
        let longest = self.longest.entry(first.to_string()).or_default();
        *longest = (*longest).max(words);
        self.map.entry(phrase.to_string()).or_insert(value);
    }

    pub fn get(&self, phrase: &str) -> Option<&T> {
        self.map.get(phrase)
    }

    /// Returns the longest phrase that starts at token `at`: its length in tokens and its value.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(usize, &T)> {
        self.at_with(tokens, at, |_| true)
    }

    /// As [`Phrases::at`], for tokens that pass `allowed`.
    pub fn at_with(
        &self,
        tokens: &[Token],
        at: usize,
        allowed: impl Fn(usize) -> bool,
    ) -> Option<(usize, &T)> {
        let first = tokens
            .get(at)
            .filter(|token| token.is_wordlike() && allowed(at))?;
        let longest = *self.longest.get(&first.key)?;
        let mut available = 1;
        while available < longest
            && tokens
                .get(at + available)
                .is_some_and(|token| token.is_wordlike() && allowed(at + available))
        {
            available += 1;
        }
        let mut phrase = String::with_capacity(32);
        for len in (1..=available).rev() {
            phrase.clear();
            for token in &tokens[at..at + len] {
                if !phrase.is_empty() {
                    phrase.push(' ');
                }
                phrase.push_str(&token.key);
            }
            if let Some(value) = self.map.get(&phrase) {
                return Some((len, value));
            }
        }
        None
    }
}

/// What an adjective says about its noun.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Adjective {
    Size(SizeWord),
    Shape(&'static str),
    Material(&'static str),
    Attribute(&'static str),
}

/// Kind of a look word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LookKind {
    Style,
    Mood,
    Typeface,
}

/// How a role word treats itself and the texts after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// An instruction: never printed.
    Silent,
    /// Printed beside its value.
    Label,
    /// Introduces several texts.
    Many,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct RoleWord {
    pub role: Role,
    pub policy: Policy,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct GenreWord {
    pub genre: Genre,
    pub strong: bool,
}

/// A noun of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Noun {
    /// Canonical singular.
    pub canonical: &'static str,
    pub category: &'static str,
    pub plural: bool,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct PlaceWord {
    pub place: &'static str,
    /// Ground that is also drawn as a thing ("pond").
    pub thing: bool,
}

/// All tables.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub nouns: Phrases<Noun>,
    /// Canonical singular to plural.
    pub plurals: HashMap<&'static str, String>,
    pub traits: HashMap<&'static str, Vec<&'static str>>,
    pub places: Phrases<PlaceWord>,
    pub adjectives: Phrases<Adjective>,
    pub verbs: HashMap<String, &'static str>,
    pub relations: Phrases<RelationKind>,
    pub genres: Phrases<GenreWord>,
    pub components: Phrases<Component>,
    pub roles: Phrases<RoleWord>,
    pub looks: Phrases<(LookKind, &'static str)>,
    pub colors: Phrases<(&'static str, [u8; 3])>,
    pub stops: HashMap<&'static str, &'static str>,
    pub carriers: Phrases<()>,
    pub pictures: Phrases<()>,
    /// Emoji to noun.
    pub emoji: HashMap<&'static str, &'static str>,
    pub units: HashMap<&'static str, ()>,
}

/// Returns the English tables, parsed on first use.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::parse)
}

/// Lines of a table without comments, cut at tabs.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

impl Lexicon {
    fn parse() -> Self {
        let mut lexicon = Self::default();
        lexicon.parse_nouns();
        lexicon.parse_verbs();
        for row in rows(include_str!("../lexicon/places.tsv")) {
            for word in row[1].split('|') {
                let (thing, word) = word
                    .strip_prefix('+')
                    .map_or((false, word), |word| (true, word));
                lexicon.places.insert(
                    word,
                    PlaceWord {
                        place: row[0],
                        thing,
                    },
                );
            }
        }
        for row in rows(include_str!("../lexicon/adjectives.tsv")) {
            for word in row[2].split('|') {
                let canonical = if row[1] == "other" { word } else { row[1] };
                lexicon
                    .adjectives
                    .insert(word, adjective(row[0], canonical));
            }
        }
        for row in rows(include_str!("../lexicon/relations.tsv")) {
            let Some(kind) = relation_kind(row[0]) else {
                continue;
            };
            row[1]
                .split('|')
                .for_each(|phrase| lexicon.relations.insert(phrase, kind));
        }
        for row in rows(include_str!("../lexicon/emoji.tsv")) {
            lexicon
                .emoji
                .extend(row[1].split('|').map(|emoji| (emoji, row[0])));
        }
        lexicon.parse_design();
        for row in rows(include_str!("../lexicon/colors.tsv")) {
            let Ok(value) = u32::from_str_radix(row[1], 16) else {
                continue;
            };
            let rgb = [(value >> 16) as u8, (value >> 8) as u8, value as u8];
            row[2]
                .split('|')
                .for_each(|phrase| lexicon.colors.insert(phrase, (row[0], rgb)));
        }
        lexicon
    }

    fn parse_design(&mut self) {
        for row in rows(include_str!("../lexicon/genres.tsv")) {
            let Some(genre) = genre(row[0]) else { continue };
            let word = GenreWord {
                genre,
                strong: row[1] == "strong",
            };
            row[2]
                .split('|')
                .for_each(|phrase| self.genres.insert(phrase, word));
        }
        for row in rows(include_str!("../lexicon/components.tsv")) {
            let Some(component) = component(row[0]) else {
                continue;
            };
            row[1]
                .split('|')
                .for_each(|phrase| self.components.insert(phrase, component));
        }
        for row in rows(include_str!("../lexicon/roles.tsv")) {
            let Some(role) = role(row[0]) else { continue };
            let policy = match row[1] {
                "label" => Policy::Label,
                "many" => Policy::Many,
                _ => Policy::Silent,
            };
            row[2].split('|').for_each(|phrase| {
                self.roles
                    .insert(phrase.trim_end_matches('.'), RoleWord { role, policy })
            });
        }
        for row in rows(include_str!("../lexicon/styles.tsv")) {
            let kind = match row[0] {
                "style" => LookKind::Style,
                "mood" => LookKind::Mood,
                _ => LookKind::Typeface,
            };
            row[2]
                .split('|')
                .for_each(|phrase| self.looks.insert(phrase, (kind, row[1])));
        }
        for row in rows(include_str!("../lexicon/stop.tsv")) {
            for word in row[1].split('|') {
                match row[0] {
                    "carrier" => self.carriers.insert(word, ()),
                    "picture" => self.pictures.insert(word, ()),
                    _ => {}
                }
                self.stops
                    .entry(word.trim_end_matches('.'))
                    .or_insert(row[0]);
            }
        }
        for row in rows(include_str!("../lexicon/units.tsv")) {
            self.units.extend(row[0].split('|').map(|unit| (unit, ())));
        }
    }

    fn parse_nouns(&mut self) {
        let mut category = "";
        let mut synonyms = Vec::new();
        for line in include_str!("../lexicon/nouns.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            if let Some(name) = line.strip_prefix('[') {
                category = name.trim_end_matches(']');
                continue;
            }
            for entry in line
                .split(',')
                .map(str::trim)
                .filter(|entry| !entry.is_empty())
            {
                match entry.split_once(" = ") {
                    Some((word, canonical)) => synonyms.push((word, canonical, category)),
                    None => self.noun(entry, None, category),
                }
            }
        }
        for (word, canonical, category) in synonyms {
            self.noun(word, Some(canonical), category);
        }
        let mut name = "";
        for line in include_str!("../lexicon/traits.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            match line.strip_prefix('[') {
                Some(head) => name = head.trim_end_matches(']'),
                None => line
                    .split(',')
                    .map(str::trim)
                    .for_each(|word| self.traits.entry(word).or_default().push(name)),
            }
        }
    }

    fn noun(
        &mut self,
        entry: &'static str,
        canonical: Option<&'static str>,
        category: &'static str,
    ) {
        let (word, plural) = match entry.split_once('/') {
            Some((word, plural)) => (word, plural.to_string()),
            None => (entry, regular_plural(entry)),
        };
        let canonical = canonical.unwrap_or(word);
        if canonical == word {
            self.plurals.insert(word, plural.clone());
        }
        // "cactuses": people use the regular form of irregular ones, too.
        let regular = regular_plural(word);
        if regular != plural && word != plural && self.nouns.get(&regular).is_none() {
            self.nouns.insert(
                &regular,
                Noun {
                    canonical,
                    category,
                    plural: true,
                },
            );
        }
        // A word that has one form for both numbers counts as a plural without a singular article.
        self.nouns.insert(
            word,
            Noun {
                canonical,
                category,
                plural: false,
            },
        );
        self.nouns.insert(
            &plural,
            Noun {
                canonical,
                category,
                plural: true,
            },
        );
    }

    fn parse_verbs(&mut self) {
        for line in include_str!("../lexicon/verbs.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            for entry in line.split(',').map(str::trim) {
                let mut forms = entry.split('/');
                let Some(base) = forms.next() else { continue };
                self.verbs.entry(base.to_string()).or_insert(base);
                for form in forms {
                    self.verbs.entry(form.to_string()).or_insert(base);
                }
                let stem = base.strip_suffix('e').unwrap_or(base);
                for form in [
                    format!("{base}s"),
                    format!("{stem}ing"),
                    format!("{stem}ed"),
                ] {
                    self.verbs.entry(form).or_insert(base);
                }
            }
        }
    }

    /// Whether a noun has a trait of `traits.txt`, by itself or by its kind.
    pub fn has_trait(&self, noun: &str, name: &str) -> bool {
        let has = |noun: &str| {
            self.traits
                .get(noun)
                .is_some_and(|names| names.contains(&name))
        };
        has(noun) || crate::kinds::kind_of(noun).is_some_and(has)
    }

    /// Category of a noun, or of the kind of thing that it names; of several words the last decides ("old man").
    pub fn category(&self, noun: &str) -> Option<&'static str> {
        let kinds = crate::kinds::kinds().nouns();
        let head = || {
            noun.rsplit_once(' ')
                .and_then(|(_, head)| self.nouns.get(head))
        };
        self.nouns
            .get(noun)
            .or_else(|| kinds.get(noun))
            .or_else(head)
            .map(|noun| noun.category)
    }
}

/// Returns the regular English plural of a noun, of its last word when it has several.
pub(crate) fn regular_plural(word: &str) -> String {
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| word.ends_with(suffix));
    if ends(&["s", "x", "z", "ch", "sh"]) {
        format!("{word}es")
    } else if word.ends_with('y') && !ends(&["ay", "ey", "oy", "uy"]) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ends(&[
        "potato", "tomato", "mango", "volcano", "hero", "mosquito", "buffalo", "flamingo",
    ]) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn adjective(kind: &str, word: &'static str) -> Adjective {
    match (kind, word) {
        ("size", "tiny") => Adjective::Size(SizeWord::Tiny),
        ("size", "small") => Adjective::Size(SizeWord::Small),
        ("size", "huge") => Adjective::Size(SizeWord::Huge),
        ("size", _) => Adjective::Size(SizeWord::Large),
        ("shape", _) => Adjective::Shape(word),
        ("material", _) => Adjective::Material(word),
        _ => Adjective::Attribute(word),
    }
}

/// Builds a function from a variant's name to the variant.
macro_rules! named {
    ($function:ident, $type:ident: $($variant:ident)*) => {
        fn $function(name: &str) -> Option<$type> {
            match name {
                $(stringify!($variant) => Some($type::$variant),)*
                _ => None,
            }
        }
    };
}

named!(relation_kind, RelationKind: On In Above Below Under LeftOf RightOf NextTo InFrontOf Behind Between Around Against Holding Wearing Riding Eating Chasing LookingAt With Larger Smaller Among);
named!(role, Role: Title Subtitle Kicker Body Label Value Price OldPrice Date Time Place Person Brand Button Link Field Tab Badge Caption Column Category Series Axis Callout Item Contact Quote Attribution Small World Text);
named!(chart, ChartKind: Line Area StackedArea Bar GroupedBar StackedBar HorizontalBar Histogram Pie Donut Scatter Gauge Progress Radar Funnel HeatMap Waterfall Gantt Sparkline BoxPlot Bubble Candlestick Treemap Bullet Pyramid);
named!(plain_component, Component: Table Card Sidebar NavBar TabBar SearchBox Button Toggle Form List Avatar Icon Photo Map Calendar Badge Ribbon Border Logo Barcode QrCode Rating Testimonial Footer Hero Features Legend Arrow);
named!(genre, Genre: Dashboard MobileApp PhoneHome Landing Login SignUp Settings ProductGrid Pricing Kanban Inbox Chat AdminTable Form WebPage Chart Poster Banner Sale SocialCard Story Label PriceTag Menu BusinessCard Certificate Invitation BookCover MagazineCover AlbumCover Infographic FlowChart SequenceDiagram OrgChart Timeline MindMap Venn ComparisonTable Table Slide Calendar Receipt Invoice Ticket BoardingPass StampCard Voucher Badge Letter PaperForm Worksheet BingoCard RecipeCard Checklist Sign Chalkboard Logo AppIcon Sticker Pattern Cycle LabelledDiagram CrossSection Atom Map PrintMotif QuoteCard CodeShot Comic Avatar Scene Product Gradient Composed);

fn component(name: &str) -> Option<Component> {
    match name.strip_prefix("Chart:") {
        Some(kind) => chart(kind).map(Component::Chart),
        None => plain_component(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_table_has_a_known_name() {
        for (text, known) in [
            (
                include_str!("../lexicon/genres.tsv"),
                (|name| genre(name).is_some()) as fn(&str) -> bool,
            ),
            (include_str!("../lexicon/components.tsv"), |name| {
                component(name).is_some()
            }),
            (include_str!("../lexicon/roles.tsv"), |name| {
                role(name).is_some()
            }),
            (include_str!("../lexicon/relations.tsv"), |name| {
                relation_kind(name).is_some()
            }),
        ] {
            for row in rows(text) {
                assert!(known(row[0]), "unknown name {}", row[0]);
            }
        }
    }

    #[test]
    fn nouns_have_plurals_and_synonyms() {
        let nouns = &lexicon().nouns;
        for (word, canonical, plural) in [
            ("mice", "mouse", true),
            ("couch", "sofa", false),
            ("presents", "gift", true),
            ("leaves", "leaf", true),
            ("boxes", "box", true),
        ] {
            let noun = nouns.get(word).unwrap_or_else(|| panic!("{word}"));
            assert_eq!((noun.canonical, noun.plural), (canonical, plural), "{word}");
        }
        assert!(nouns.map.len() > 3_000);
    }
}
