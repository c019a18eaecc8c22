//! Noun phrases with their own adjectives.

mod head;

pub(crate) use head::doing_at;

use crate::colors::color_at;
use crate::lexicon::{Adjective, lexicon};
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::{Arrangement, Color, ObjectPhrase, Position};

/// Most things in a table of rows and columns.
const GRID_MAX: u32 = 60;

/// Adjectives in one phrase, at most.
const MODIFIERS_MAX: usize = 12;

/// A noun phrase that was read.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub object: ObjectPhrase,
    pub from: usize,
    pub to: usize,
    /// The place it names instead of a thing.
    pub place: Option<&'static str>,
    /// Whether it is also a thing ("pond").
    pub thing: bool,
    /// Whether it refers to something known ("the dog", bare "dog").
    pub definite: bool,
    /// "a red and a blue car": the noun comes later.
    pub headless: bool,
}

/// Reads the noun phrase that starts at token `at`.
pub(crate) fn phrase_at(reader: &Reader<'_>, at: usize) -> Option<Phrase> {
    let mut parser = Parser {
        reader,
        at,
        object: ObjectPhrase::default(),
        determined: false,
        definite: false,
        open: false,
        counted: false,
        modifiers: 0,
    };
    parser.determiners();
    parser.modifiers();
    parser.head(at)
}

struct Parser<'r, 'a> {
    reader: &'r Reader<'a>,
    at: usize,
    object: ObjectPhrase,
    /// An article, a count or "some" stands before.
    determined: bool,
    definite: bool,
    /// "some", "several": the count stays open.
    open: bool,
    counted: bool,
    modifiers: usize,
}

impl Parser<'_, '_> {
    fn key(&self, ahead: usize) -> &str {
        if self.reader.is_free(self.at + ahead) {
            self.reader.key(self.at + ahead)
        } else {
            ""
        }
    }

    fn determiners(&mut self) {
        for _ in 0..6 {
            if let Some(len) = self.tabled() {
                self.at += len;
                continue;
            }
            if let Some((len, n)) = count_at(&self.reader.tokens, self.at)
                .filter(|&(len, _)| (0..len).all(|i| self.reader.is_free(self.at + i)))
            {
                self.object.count = Some(n);
                self.counted = true;
                self.determined = true;
                self.at += len;
                continue;
            }
            if let Some(len) = self.portion() {
                self.at += len;
                continue;
            }
            match self.key(0) {
                key if is_link(key) && self.counted => {}
                "half" if matches!(self.key(1), "a" | "an" | "of" | "the") => {}
                "a" | "an" | "another" | "every" | "each" if !self.counted => {
                    if let Some(len) = self.collective() {
                        self.at += len;
                        continue;
                    }
                    self.object.count = Some(1);
                    self.determined = true;
                }
                "the" | "his" | "her" | "its" | "their" | "my" | "our" | "your" | "this"
                | "that" | "these" | "those" => {
                    self.determined = true;
                    self.definite = self.key(0) == "the";
                    self.at += 1;
                    if let Some(len) = self.collective() {
                        self.at += len;
                    }
                    continue;
                }
                "some" | "several" | "many" | "few" | "lots" | "various" | "multiple"
                | "numerous" | "assorted" | "countless" | "all" | "both" => {
                    self.open = true;
                    self.determined = true;
                    if self.key(0) == "both" {
                        self.object.count = Some(2);
                        self.counted = true;
                    } else {
                        self.object.count = None;
                    }
                    self.at += 1;
                    if matches!(self.key(0), "of" | "the") {
                        self.at += 1;
                    }
                    continue;
                }
                "exactly" | "just" | "only" | "about" | "around" | "approximately"
                    if count_at(&self.reader.tokens, self.at + 1).is_some() => {}
                "of" if self.counted => {}
                _ => match self.collective() {
                    Some(len) => {
                        self.at += len;
                        continue;
                    }
                    None => return,
                },
            }
            self.at += 1;
        }
    }

    /// "two slices of bread": portions of something keep their count.
    fn portion(&mut self) -> Option<usize> {
        let skip = usize::from(matches!(self.key(0), "a" | "an"));
        let portion = match self.key(skip) {
            "slice" | "slices" => "sliced",
            // Grapes are drawn as the bunch that they hang in.
            "bunch" | "cluster" | "bunches" | "clusters"
                if matches!(self.key(skip + 2), "grape" | "grapes") =>
            {
                ""
            }
            "piece" | "pieces" | "scoop" | "scoops" | "bar" | "bars" | "sheet" | "sheets"
            | "wedge" | "wedges" | "chunk" | "chunks" | "loaf" | "loaves" | "head" | "heads"
            | "ear" | "ears" | "sprig" | "sprigs" | "strip" | "strips" | "rasher" | "rashers"
            | "clove" | "cloves" | "stick" | "sticks" | "cob" | "cobs" | "lump" | "lumps" => "",
            _ => return None,
        };
        let known = matches!(
            (self.key(skip), self.key(skip + 2)),
            ("slice", "pizza" | "cake" | "pie")
        );
        if self.key(skip + 1) != "of" || known && self.counted {
            return None;
        }
        if skip == 1 && !self.counted {
            self.object.count = Some(1);
            self.counted = true;
        }
        if !portion.is_empty() {
            self.object.attributes.push(portion.to_string());
        }
        self.determined = true;
        Some(skip + 2)
    }

    /// "a flock of", "row of", "pile of": a quantity word; sets the arrangement it implies.
    fn collective(&mut self) -> Option<usize> {
        let skip = usize::from(matches!(self.key(0), "a" | "an"));
        let mut word_at = skip;
        while matches!(
            self.key(word_at),
            "small" | "large" | "big" | "long" | "huge" | "tall" | "whole" | "neat" | "single"
        ) {
            word_at += 1;
        }
        let arrangement = match self.key(word_at) {
            "rows" if self.counted => return self.rows_of(word_at),
            "row" | "line" | "rows" | "queue" => Some(Arrangement::Row),
            "column" => Some(Arrangement::Column),
            "stack" | "stacks" | "tower" => Some(Arrangement::Stack),
            "pile" | "heap" | "piles" | "mound" | "pyramid" => Some(Arrangement::Pile),
            "circle" => Some(Arrangement::Circle),
            "grid" => Some(Arrangement::Grid),
            // A crowd alone is one; "a crowd of six people" is six.
            "crowd" if count_at(&self.reader.tokens, self.at + word_at + 2).is_none() => {
                return None;
            }
            "crowd" => None,
            "flock" | "herd" | "group" | "bunch" | "swarm" | "school" | "pack" | "collection"
            | "set" | "cluster" | "lot" | "lots" | "variety" | "family" | "litter" | "number"
            | "plenty" | "handful" | "array" | "assortment" | "series" | "pride" | "colony"
            | "bundle" | "caravan" | "convoy" | "fleet" | "brood" | "gaggle" | "troop"
            | "string" | "field-full" => None,
            _ => return None,
        };
        if self.key(word_at + 1) != "of" {
            return None;
        }
        self.object.arrangement = self.object.arrangement.or(arrangement);
        self.open = true;
        self.determined = true;
        self.object.count = None;
        // "A grid of 3x3 dots"
        let tabled = arrangement == Some(Arrangement::Grid);
        let table = tabled.then(|| self.table(word_at + 2)).flatten();
        Some(word_at + 2 + table.unwrap_or(0))
    }

    /// "Three rows of four chairs" are twelve; returns the tokens up to the thing.
    fn rows_of(&mut self, word_at: usize) -> Option<usize> {
        let rows = self.object.count?;
        let at = self.at + word_at + 2;
        let each = (self.key(word_at + 1) == "of").then(|| count_at(&self.reader.tokens, at))??;
        let all = rows
            .checked_mul(each.1)
            .filter(|n| (1..=GRID_MAX).contains(n))?;
        self.object.arrangement = Some(Arrangement::Rows(rows));
        self.object.count = Some(all);
        Some(word_at + 2 + each.0)
    }

    /// "3x4", "3 by 4": so many things in so many rows; returns the tokens that say so.
    fn table(&mut self, ahead: usize) -> Option<usize> {
        let at = self.at + ahead;
        let joined = self.key(ahead).split_once(['x', '×']);
        let (len, rows, columns) = match joined {
            Some((rows, columns)) => (1, rows.parse().ok()?, columns.parse().ok()?),
            None => {
                let (len, rows) = count_at(&self.reader.tokens, at)?;
                if !matches!(self.reader.key(at + len), "by" | "x" | "×") {
                    return None;
                }
                let (more, columns) = count_at(&self.reader.tokens, at + len + 1)?;
                (len + 1 + more, rows, columns)
            }
        };
        let all: u32 = rows
            .checked_mul(columns)
            .filter(|n| (1..=GRID_MAX).contains(n))?;
        self.object.arrangement = Some(Arrangement::Rows(rows));
        self.object.count = Some(all);
        self.counted = true;
        self.determined = true;
        Some(len)
    }

    /// "3x4 grid of stars": returns the tokens before the noun.
    fn tabled(&mut self) -> Option<usize> {
        let skip = usize::from(matches!(self.key(0), "a" | "an" | "the"));
        let len = (1..=3).find(|len| {
            matches!(self.key(skip + len), "grid" | "matrix" | "array")
                && self.key(skip + len + 1) == "of"
        })?;
        (self.table(skip)? == len).then_some(skip + len + 2)
    }

    fn modifiers(&mut self) {
        while self.modifiers < MODIFIERS_MAX && self.modifier() {
            self.modifiers += 1;
            // "big, red and shiny balloon"
            let joined = matches!(self.key(0), "and" | "&")
                || self.reader.sep(self.at, crate::tokens::Sep::Comma);
            if joined && self.is_modifier(self.at + 1) && self.continues_after_modifier(self.at + 1)
            {
                self.at += 1;
            }
        }
    }

    /// "The left dog": which side a thing stands on, told before its noun. "The left hand" is a part of somebody.
    fn side(&self) -> Option<Position> {
        const PARTS: &[&str] = &[
            "hand", "arm", "leg", "foot", "eye", "ear", "wing", "paw", "shoulder", "cheek", "knee",
            "shoe", "sleeve",
        ];
        let position = match self.key(0) {
            "left" | "leftmost" | "left-hand" => Position::Left,
            "right" | "rightmost" | "right-hand" => Position::Right,
            _ => return None,
        };
        let fits = self.definite && self.object.position.is_none() && self.reader.is_scene();
        let (_, noun) = self.reader.noun_at(self.at + 1, true).filter(|_| fits)?;
        (!PARTS.contains(&noun.canonical)).then_some(position)
    }

    /// "Differently colored scarves", "a different-coloured hat": tokens that say so before a noun.
    fn of_many_colors(&self) -> Option<usize> {
        let colored = |key: &str| matches!(key, "color" | "colour" | "colored" | "coloured");
        let len = match self.key(0).split_once('-') {
            Some(("different" | "differently" | "various", word)) if colored(word) => 1,
            None if matches!(self.key(0), "different" | "differently" | "various")
                && colored(self.key(1)) =>
            {
                2
            }
            _ => return None,
        };
        self.continues(self.at + len).then_some(len)
    }

    fn is_modifier(&self, at: usize) -> bool {
        self.reader.is_free(at)
            && (color_at(&self.reader.tokens, at).is_some()
                || lexicon().adjectives.at(&self.reader.tokens, at).is_some())
    }

    /// Whether after the adjective at `at` the phrase goes on to a noun, without an article between.
    fn continues_after_modifier(&self, at: usize) -> bool {
        let len = color_at(&self.reader.tokens, at)
            .map(|(len, _)| len)
            .or_else(|| {
                lexicon()
                    .adjectives
                    .at(&self.reader.tokens, at)
                    .map(|(len, _)| len)
            })
            .unwrap_or(1);
        self.continues(at + len) || self.runs_on(at + len)
    }

    /// "red, blue and green balloons": behind a colour, others in a list that ends in "and" go on to the noun.
    fn runs_on(&self, at: usize) -> bool {
        let reader = self.reader;
        let mut at = at;
        while reader.sep(at, crate::tokens::Sep::Comma) {
            let joined = usize::from(matches!(reader.key(at + 1), "and" | "&"));
            let Some((len, _)) = color_at(&reader.tokens, at + 1 + joined) else {
                return false;
            };
            at += 1 + joined + len;
            let last = if joined == 1 {
                Some(at)
            } else if matches!(reader.key(at), "and" | "&") {
                color_at(&reader.tokens, at + 1).map(|(len, _)| at + 1 + len)
            } else {
                None
            };
            if let Some(noun) = last {
                return reader.noun_at(noun, true).is_some();
            }
        }
        false
    }

    /// Takes one adjective; false when the noun begins.
    fn modifier(&mut self) -> bool {
        let reader = self.reader;
        if is_link(self.key(0)) && self.modifiers > 0 {
            self.at += 1;
            return true;
        }
        if let Some(position) = self.side() {
            self.object.position = Some(position);
            self.at += 1;
            return true;
        }
        if let Some(len) = self.of_many_colors() {
            self.object.each_different = true;
            self.at += len;
            return true;
        }
        let at = self.at;
        if !reader.is_free(at) {
            return false;
        }
        let noun = reader.noun_at(at, self.determined || self.modifiers > 0);
        let place_at = |at: usize| {
            lexicon()
                .places
                .at_with(&reader.tokens, at, |i| reader.is_free(i))
                .map_or(0, |(len, _)| len)
        };
        // "small town square": the longer place begins behind the adjective.
        let place_len = match (place_at(at), place_at(at + 1)) {
            (len, next) if next + 1 > len && next > 1 => 0,
            (len, _) => len,
        };
        let noun_len = noun.map_or(0, |(len, _)| len).max(place_len);
        if let Some((len, color)) = color_at(&reader.tokens, at)
            && len >= noun_len
            && (self.continues(at + len) || self.runs_on(at + len))
        {
            self.add_color(color);
            self.at += len;
            return true;
        }
        if let Some((len, adjective)) = lexicon()
            .adjectives
            .at_with(&reader.tokens, at, |i| reader.is_free(i))
            && len >= noun_len
            && (self.continues(at + len) || noun_len == 0 && self.coordinated(at + len))
        {
            self.add_adjective(&adjective.clone());
            self.at += len;
            return true;
        }
        if noun_len > 0 || self.whole_of_part().is_some() {
            return false;
        }
        // Participles and unknown words before a known noun: "smiling banana", "exploding star".
        let word = reader.tokens[at].is_word();
        let opened = self.determined
            || self.modifiers > 0
            || reader.key(at).ends_with("ing")
            || reader.key(at).ends_with("ed");
        let stop = lexicon().stops.contains_key(reader.key(at));
        if word && opened && !stop && self.known_noun_within(at + 1, 2) && !self.is_finite_verb(at)
        {
            self.object.attributes.push(reader.key(at).to_string());
            self.at += 1;
            return true;
        }
        false
    }

    /// "old and rusty car": another adjective is joined here.
    fn coordinated(&self, at: usize) -> bool {
        matches!(self.reader.key(at), "and" | "&")
            && self.is_modifier(at + 1)
            && self.continues_after_modifier(at + 1)
            || self.reader.sep(at, crate::tokens::Sep::Comma)
                && self.is_modifier(at + 1)
                && self.continues_after_modifier(at + 1)
    }

    fn is_finite_verb(&self, at: usize) -> bool {
        let key = self.reader.key(at);
        lexicon().verbs.contains_key(key) && !key.ends_with("ing") && !key.ends_with("ed")
    }

    /// Whether token `at` carries the phrase on: an adjective, a colour, a noun or an unknown word.
    fn continues(&self, at: usize) -> bool {
        let reader = self.reader;
        if !reader.is_free(at) || !reader.tokens[at].is_word() {
            // "red and white tent"
            return false;
        }
        let key = reader.key(at);
        if is_link(key) {
            return self.continues(at + 1);
        }
        if matches!(key, "and" | "&") {
            return self.is_modifier(at + 1) && self.continues_after_modifier(at + 1);
        }
        if reader.noun_at(at, false).is_some() || lexicon().places.at(&reader.tokens, at).is_some()
        {
            return true;
        }
        if lexicon().stops.contains_key(key)
            || lexicon().relations.at(&reader.tokens, at).is_some()
            || crate::setting::is_setting_word(key)
        {
            return false;
        }
        if color_at(&reader.tokens, at).is_some()
            || lexicon().adjectives.at(&reader.tokens, at).is_some()
        {
            return true;
        }
        !lexicon().verbs.contains_key(key) && reader.is_scene() || self.known_noun_within(at + 1, 1)
    }

    fn known_noun_within(&self, at: usize, reach: usize) -> bool {
        let links = (at..at + 2)
            .take_while(|&i| is_link(self.reader.key(i)))
            .count();
        for next in at + links..at + links + reach {
            if !self.reader.is_free(next)
                || lexicon().stops.contains_key(self.reader.key(next))
                || !self.reader.tokens[next].is_word()
            {
                return false;
            }
            if self.reader.noun_at(next, true).is_some()
                || lexicon().places.at(&self.reader.tokens, next).is_some()
            {
                return true;
            }
        }
        false
    }

    fn add_color(&mut self, color: Color) {
        if self.object.color.is_none() {
            self.object.color = Some(color);
        } else {
            self.object.more_colors.push(color);
        }
    }

    fn add_adjective(&mut self, adjective: &Adjective) {
        add_adjective(&mut self.object, adjective);
    }
}

/// Place words that follow their noun.
fn is_place_word(key: &str) -> bool {
    matches!(
        key,
        "@on" | "@in" | "@under" | "@left" | "@right" | "@front" | "@behind" | "@next" | "@between"
    )
}

/// Words between an adjective or a count and its noun (的, の, measure words).
fn is_link(key: &str) -> bool {
    matches!(key, "~" | "@de" | "@cl")
}

/// Adds one adjective to a phrase.
pub(crate) fn add_adjective(object: &mut ObjectPhrase, adjective: &Adjective) {
    match adjective {
        Adjective::Size(size) => object.size = Some(*size),
        Adjective::Shape(shape) => object.shape = Some((*shape).to_string()),
        Adjective::Material(material) => object.materials.push((*material).to_string()),
        // Words that only tell things apart say nothing about how they look.
        Adjective::Attribute(
            "other" | "another" | "own" | "certain" | "different" | "various" | "several"
            | "typical",
        ) => {}
        Adjective::Attribute(word) => object.attributes.push((*word).to_string()),
    }
}

fn flavour_color(word: &str) -> Option<Color> {
    let name = match word {
        "chocolate" => "brown",
        "strawberry" | "cherry" => "pink",
        "carrot" => "orange",
        "lemon" => "yellow",
        _ => "cream",
    };
    lexicon().colors.get(name).map(|&(name, rgb)| Color {
        name: name.into(),
        rgb,
    })
}

/// Guesses the singular of an unknown noun.
fn singular_of(word: &str, count: Option<u32>) -> (String, bool) {
    if count == Some(1)
        || word.len() < 4
        || !word.ends_with('s')
        || word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is")
    {
        return (word.to_string(), count.is_some_and(|n| n > 1));
    }
    (crate::literals::singular(word), true)
}
