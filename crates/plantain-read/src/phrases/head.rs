//! The noun that a phrase is about, known or not, and what follows it.

use super::{Parser, Phrase, add_adjective, flavour_color, is_place_word, singular_of};
use crate::colors::color_at;
use crate::lexicon::{Noun, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::Kind;

/// Doings whose first word is a thing elsewhere.
const DOINGS: &[(&str, &str)] = &[
    ("apple", "picking"),
    ("bird", "watching"),
    ("dog", "walking"),
    ("horse", "riding"),
    ("ice", "fishing"),
    ("ice", "skating"),
    ("kite", "flying"),
    ("kite", "surfing"),
    ("mountain", "biking"),
    ("mountain", "climbing"),
    ("roller", "skating"),
    ("rock", "climbing"),
    ("star", "gazing"),
    ("wall", "climbing"),
    ("water", "skiing"),
    ("weight", "lifting"),
    ("wind", "surfing"),
];

/// "children ice skating": what they do, although its first word is a thing.
pub(crate) fn doing_at(reader: &Reader<'_>, at: usize) -> bool {
    DOINGS.contains(&(reader.key(at), reader.key(at + 1)))
}

impl Parser<'_, '_> {
    /// Reads the noun and closes the phrase.
    pub(super) fn head(mut self, from: usize) -> Option<Phrase> {
        let reader = self.reader;
        if let Some(noun) = self.whole_of_part() {
            self.object.noun = noun.canonical.to_string();
            self.at += 2;
            return Some(self.finish(from, None, true));
        }
        let free = |i: usize| reader.is_free(i);
        let mut place = None;
        let mut thing = true;
        let noun = loop {
            let led = self.determined || self.modifiers > 0 || self.at > from;
            let noun = reader.noun_at(self.at, led);
            let ground = lexicon()
                .places
                .at_with(&reader.tokens, self.at, free)
                .map(|(len, place)| (len, *place));
            match (noun, ground) {
                (noun, Some((len, ground)))
                    if noun.is_none_or(|(noun_len, _)| len >= noun_len)
                        && (noun.is_none() || !ground.thing || len > 0) =>
                {
                    // A place before another noun is its modifier: "kitchen table", "beach ball".
                    if self.noun_follows(self.at + len) && !ground.thing {
                        self.object
                            .attributes
                            .push(reader.keys(self.at, self.at + len));
                        self.at += len;
                        continue;
                    }
                    place = Some(ground.place);
                    thing = ground.thing;
                    self.at += len;
                    break noun.map_or_else(
                        || Noun {
                            canonical: ground.place,
                            category: "place",
                            plural: false,
                        },
                        |(_, noun)| noun,
                    );
                }
                (Some((len, noun)), _) => {
                    let (len, noun) = self.without_verb(len, noun);
                    let next = self.at + len;
                    if let Some(work) = self.work_of(&noun, next) {
                        self.modify_by_noun(&noun);
                        self.at = next + 1;
                        break work;
                    }
                    if self.noun_follows(next)
                        && !(noun.plural && self.acts_next(next))
                        && !self.goes_home(&noun, next)
                    {
                        self.modify_by_noun(&noun);
                        self.at = next;
                        continue;
                    }
                    self.at = next;
                    break noun;
                }
                (None, _) => return self.unknown_head(from),
            }
        };
        self.object.noun = noun.canonical.to_string();
        self.object.plural = noun.plural || self.object.count.is_some_and(|n| n > 1);
        self.after_head();
        Some(self.finish(from, place, thing))
    }

    /// "a detective in a long coat stands under a lamp": behind one thing, "stands" is what is done and no stand for coats.
    fn without_verb(&self, len: usize, noun: Noun) -> (usize, Noun) {
        let reader = self.reader;
        let last = self.at + len - 1;
        let verb = noun.plural
            && len > 1
            && self.object.count == Some(1)
            && lexicon().verbs.contains_key(reader.key(last))
            && lexicon().relations.at(&reader.tokens, last + 1).is_some();
        match lexicon().nouns.get(&reader.keys(self.at, last)) {
            Some(shorter) if verb => (len - 1, *shorter),
            _ => (len, noun),
        }
    }

    /// "an elephant's back" is the elephant.
    pub(super) fn whole_of_part(&self) -> Option<&'static Noun> {
        let base = self.reader.key(self.at).strip_suffix("'s")?;
        let part = matches!(
            self.reader.key(self.at + 1),
            "back"
                | "head"
                | "hand"
                | "lap"
                | "shoulder"
                | "shoulders"
                | "nose"
                | "tail"
                | "arms"
                | "shell"
                | "side"
                | "paw"
                | "trunk"
                | "roof"
                | "top"
        );
        lexicon().nouns.get(base).filter(|_| part)
    }

    /// "a horse painting above a sofa": behind what it shows, a picture that hangs somewhere is the thing.
    fn work_of(&self, noun: &Noun, at: usize) -> Option<Noun> {
        let reader = self.reader;
        let canonical = match reader.key(at) {
            "painting" => "painting",
            "drawing" => "drawing",
            "photo" | "photograph" => "photo",
            "picture" => "picture",
            "print" => "print",
            _ => return None,
        };
        let hangs = matches!(
            reader.key(at + 1),
            "on" | "above" | "over" | "hangs" | "hanging" | "hung" | "behind" | "beside"
        );
        let shown = matches!(
            noun.category,
            "animal" | "person" | "plant" | "vehicle" | "food"
        );
        (hangs && shown && self.determined).then_some(Noun {
            canonical,
            category: "thing",
            plural: false,
        })
    }

    /// "two seagulls fly above": behind a plural a word that is a verb too is what they do, when a place follows it.
    pub(super) fn acts_next(&self, at: usize) -> bool {
        let reader = self.reader;
        reader.brief.language.0 == "en"
            && lexicon().verbs.contains_key(reader.key(at))
            && (reader.is_sep(at + 1)
                || matches!(reader.key(at + 1), "from" | "off" | "by" | "to" | "for")
                || lexicon().relations.at(&reader.tokens, at + 1).is_some())
    }

    /// "takes the puppy home": behind somebody at the end of a clause, "home" tells the way.
    fn goes_home(&self, noun: &Noun, at: usize) -> bool {
        let reader = self.reader;
        self.determined
            && matches!(noun.category, "animal" | "person")
            && reader.key(at) == "home"
            && (at + 1 == reader.len() || reader.is_sep(at + 1))
    }

    /// Whether another noun follows directly, so that the one before is a modifier.
    pub(super) fn noun_follows(&self, at: usize) -> bool {
        let reader = self.reader;
        if !reader.is_plain(at) || !reader.tokens[at].is_word() || doing_at(reader, at) {
            return false;
        }
        // "Five orange fish underwater": where they are.
        if matches!(
            reader.key(at),
            "underwater" | "indoors" | "outdoors" | "outside"
        ) {
            return false;
        }
        let postposed = matches!(
            reader.brief.language.0.as_str(),
            "es" | "pt" | "fr" | "it" | "ar" | "he"
        );
        if postposed
            && (color_at(&reader.tokens, at).is_some()
                || lexicon().adjectives.at(&reader.tokens, at).is_some())
        {
            return false;
        }
        // A noun never describes the next in these languages.
        if matches!(reader.brief.language.0.as_str(), "ar" | "he" | "hi") {
            return false;
        }
        // "A crescent moon top left": a corner of the page.
        if self.opens_with_ground(at) || crate::constraints::cell_behind(reader, at).is_some() {
            return false;
        }
        let key = reader.key(at);
        let noun = reader.noun_at(at, false).is_some()
            || lexicon()
                .places
                .at(&reader.tokens, at)
                .is_some_and(|(_, place)| !place.thing);
        // "cat | sofa-at sleeps": what a place word follows is a ground of its own.
        let ground = noun && (at + 1..at + 3).any(|i| is_place_word(reader.key(i)));
        let verb = ground
            || lexicon().verbs.contains_key(key) && (key.ends_with("ing") || key.ends_with('s'));
        let color_first =
            color_at(&reader.tokens, at).is_some() && lexicon().nouns.get(key).is_none();
        noun && !verb && !color_first && lexicon().relations.at(&reader.tokens, at).is_none()
    }

    /// "на столе ваза": in a language without articles, what follows the ground at the head of a clause stands on it.
    fn opens_with_ground(&self, at: usize) -> bool {
        let reader = self.reader;
        if !matches!(reader.brief.language.0.as_str(), "ru" | "uk" | "pl") {
            return false;
        }
        let start = reader.clause_start(self.at);
        let led = lexicon()
            .relations
            .at(&reader.tokens, start)
            .is_some_and(|(len, _)| start + len <= self.at);
        let noun = |at: usize| reader.is_plain(at) && reader.noun_at(at, false).is_some();
        // "на шоколадном торте свечи": the first of three describes the second.
        let described = lexicon().adjectives.at(&reader.tokens, at).is_some();
        led && (described || !noun(at + 1))
    }

    /// "chocolate cake", "oak table": the noun before tells the material or colour.
    pub(super) fn modify_by_noun(&mut self, noun: &Noun) {
        let word = noun.canonical;
        let word = if word == "tree" && self.reader.brief.language.0 == "ko" {
            "wooden"
        } else {
            word
        };
        if let Some(adjective) = lexicon().adjectives.get(word) {
            let adjective = adjective.clone();
            self.add_adjective(&adjective);
        } else {
            self.object.attributes.push(word.to_string());
        }
        if self.object.color.is_none()
            && matches!(
                word,
                "chocolate" | "strawberry" | "carrot" | "lemon" | "cherry" | "vanilla"
            )
            && let Some(color) = flavour_color(word)
        {
            self.object.color = Some(color);
        }
    }

    /// A word that is in no table, behind an article or a count, is taken for a noun.
    pub(super) fn unknown_head(mut self, from: usize) -> Option<Phrase> {
        let reader = self.reader;
        let headless = self.determined && self.object.color.is_some() || self.trailing_color();
        let mut last = self.at;
        if !reader.is_scene() {
            return None;
        }
        let opens =
            self.determined || self.modifiers > 0 || reader.clause_start(self.at) == self.at;
        while opens && reader.is_free(last) && last < self.at + 4 && self.is_unknown(last) {
            last += 1;
        }
        if last == self.at {
            return headless.then(|| self.headless(from)).flatten();
        }
        // "glass prism": trailing verbs belong to the sentence, not to the noun.
        let words = reader.keys(self.at, last);
        let word = reader.key(last - 1).to_string();
        let (singular, plural) = singular_of(&word, self.object.count);
        self.object.noun = if last - self.at > 1 {
            words.replace(&word, &singular)
        } else {
            singular
        };
        self.object.plural = plural;
        self.at = last;
        self.after_head();
        Some(self.finish(from, None, true))
    }

    pub(super) fn trailing_color(&self) -> bool {
        self.determined
            && self.reader.is_free(self.at)
            && color_at(&self.reader.tokens, self.at).is_some()
    }

    /// "a red and a blue car": colour now, noun later.
    pub(super) fn headless(mut self, from: usize) -> Option<Phrase> {
        if let Some((len, color)) =
            color_at(&self.reader.tokens, self.at).filter(|_| self.reader.is_free(self.at))
        {
            self.add_color(color);
            self.at += len;
        }
        let joined = matches!(self.reader.key(self.at), "and" | "one" | "ones");
        if self.object.color.is_none() || !joined || from == self.at {
            return None;
        }
        self.at += usize::from(matches!(self.reader.key(self.at), "one" | "ones"));
        let mut phrase = self.finish(from, None, true);
        phrase.headless = true;
        Some(phrase)
    }

    pub(super) fn is_unknown(&self, at: usize) -> bool {
        let reader = self.reader;
        let key = reader.key(at);
        reader.tokens[at].kind == Kind::Word
            && key.chars().any(char::is_alphabetic)
            && !lexicon().stops.contains_key(key)
            && !lexicon().verbs.contains_key(key)
            && lexicon().relations.at(&reader.tokens, at).is_none()
            && lexicon().adjectives.get(key).is_none()
            && (color_at(&reader.tokens, at).is_none() || lexicon().nouns.get(key).is_some())
            && !crate::setting::is_setting_word(key)
            && !key.ends_with("ly")
            && !matches!(
                key,
                "left"
                    | "right"
                    | "top"
                    | "bottom"
                    | "middle"
                    | "center"
                    | "background"
                    | "foreground"
                    | "side"
                    | "front"
                    | "back"
                    | "corner"
                    | "color"
                    | "colour"
                    | "colors"
                    | "rows"
                    | "row"
                    | "style"
                    | "day"
                    | "time"
                    | "way"
                    | "camera"
                    | "detail"
                    | "quality"
                    | "resolution"
                    | "size"
                    | "shape"
                    | "distance"
                    | "late"
                    | "early"
                    | "edge"
                    | "lots"
                    | "kind"
                    | "type"
                    | "piece"
                    | "word"
                    | "words"
                    | "text"
                    | "name"
                    | "-"
            )
    }

    /// Adjectives behind the noun, as in Romance languages ("silla azul") and in tags ("car, red" is left alone).
    pub(super) fn after_head(&mut self) {
        let postposed = matches!(
            self.reader.brief.language.0.as_str(),
            "es" | "pt" | "fr" | "it" | "ar" | "he"
        );
        while postposed && self.reader.is_free(self.at) {
            if matches!(self.reader.key(self.at), "of")
                && color_at(&self.reader.tokens, self.at + 1).is_some()
            {
                self.at += 1;
            }
            if let Some((len, color)) = color_at(&self.reader.tokens, self.at) {
                self.add_color(color);
                self.at += len;
            } else if let Some((len, adjective)) =
                lexicon().adjectives.at(&self.reader.tokens, self.at)
            {
                add_adjective(&mut self.object, &adjective.clone());
                self.at += len;
            } else if matches!(self.reader.key(self.at), "and")
                && (color_at(&self.reader.tokens, self.at + 1).is_some()
                    && !self.noun_follows(self.at + 2))
            {
                self.at += 1;
            } else if self.is_unknown(self.at)
                && self.reader.noun_at(self.at, false).is_none()
                && self.reader.is_free(self.at + 1)
                && (lexicon()
                    .adjectives
                    .at(&self.reader.tokens, self.at + 1)
                    .is_some()
                    || color_at(&self.reader.tokens, self.at + 1).is_some())
            {
                // An unknown adjective between the noun and a known one ("table basse en verre").
                let word = self.reader.key(self.at).to_string();
                self.object.attributes.push(word);
                self.at += 1;
            } else {
                break;
            }
        }
    }

    pub(super) fn finish(
        mut self,
        from: usize,
        place: Option<&'static str>,
        thing: bool,
    ) -> Phrase {
        let object = &mut self.object;
        if self.open && !self.counted {
            object.count = None;
            object.plural = true;
        } else if object.count.is_none() && !object.plural {
            object.count = Some(1);
        } else if object.plural && !self.counted && object.count == Some(1) {
            // "a" before a plural is a slip of the pen; the plural wins when nothing was counted.
            object.count = None;
        }
        let same_form = lexicon()
            .plurals
            .get(object.noun.as_str())
            .is_some_and(|plural| *plural == object.noun);
        let herd = same_form && lexicon().category(&object.noun) == Some("animal");
        if herd
            && !self.determined
            && self.reader.brief.language.0 == "en"
            && (self.modifiers > 0 || (0..from).any(|i| self.reader.uses[i] == Use::Object))
        {
            object.count = None;
            object.plural = true;
        }
        object.span = self.reader.span(from, self.at);
        object.words = self.reader.text(from, self.at).to_string();
        let bare = !self.determined && self.modifiers == 0;
        Phrase {
            object: self.object,
            from,
            to: self.at,
            place,
            thing,
            definite: self.definite || bare,
            headless: false,
        }
    }
}
