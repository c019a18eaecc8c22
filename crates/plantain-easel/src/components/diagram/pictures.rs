//! Pictures for words: the thing that a text names, in the colour that it tells, or an icon.

use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::{Content, Node};

use super::Sheet;
use crate::components::print::Zone;

impl Sheet<'_> {
    /// Returns an illustration for a word, inside a zone: an object, else an icon in `ink`; none for words without either.
    pub fn picture(&self, word: &str, zone: Zone, ink: Rgba) -> Option<Node> {
        let found = plantain_art::find_object(word).filter(|found| found.exact);
        if let Some(found) = found {
            let mut node = zone.hold(object(found.object.name)).role("illustration");
            if let Content::Object(object) = &mut node.content {
                object.manner.clone_from(&self.theme.manner);
            }
            return Some(node);
        }
        plantain_art::find_icon(word).map(|found| centred(found.name, zone, ink))
    }

    /// As [`Sheet::picture`], for a text of several words: the whole, else its last word that can be shown.
    pub fn picture_of(&self, text: &str, zone: Zone, ink: Rgba) -> Option<Node> {
        let clean: String = text
            .chars()
            .map(|c| {
                if c.is_alphanumeric() || c == '-' {
                    c
                } else {
                    ' '
                }
            })
            .collect();
        self.picture(text, zone, ink).or_else(|| {
            clean
                .split_whitespace()
                .rev()
                .filter(|word| word.chars().count() > 2)
                .find_map(|word| self.picture(word, zone, ink))
        })
    }

    /// As [`Sheet::picture`], for a sentence: the first thing in it that can be shown, else the first word that an icon is named
    /// by; few words are taken as a whole.
    pub fn picture_told(&self, text: &str, zone: Zone, ink: Rgba) -> Option<Node> {
        const WHOLE_WORDS_MAX: usize = 3;
        const WORD_CHARS_MIN: usize = 3;
        let words: Vec<&str> = text
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .filter(|word| !word.is_empty())
            .collect();
        let color = self.color_told(&words);
        let whole = words.len() <= WHOLE_WORDS_MAX && color.is_none();
        let thing = |phrase: &str| {
            let long = phrase.chars().count() >= WORD_CHARS_MIN;
            long && plantain_art::find_object(phrase).is_some_and(|found| found.exact)
        };
        let pairs = words.windows(2).map(|pair| pair.join(" "));
        let singles = words.iter().map(|word| word.to_string());
        let wholes = whole.then(|| text.to_owned()).into_iter();
        let shown = wholes
            .chain(pairs)
            .chain(singles)
            .find(|phrase| thing(phrase));
        if whole && shown.is_none() {
            return self.picture(text, zone, ink);
        }
        let named = || {
            words
                .iter()
                .filter(|word| word.chars().count() > WORD_CHARS_MIN)
                .find(|word| plantain_art::find_icon_named(word).is_some())
                .map(|word| word.to_string())
        };
        let shown = shown.or_else(named)?;
        let mut node = self.picture(&shown, zone, ink)?;
        // "Orange juice" is a thing of its own, not juice that is dyed.
        let apart = words.first().is_some_and(|first| !shown.starts_with(first));
        if let (Content::Object(object), true) = (&mut node.content, apart) {
            object.tint = color.map(Into::into);
        }
        Some(node)
    }

    /// Returns an icon for a sentence: for all of it, else for the first of its words that names one.
    pub fn icon_told(&self, text: &str, zone: Zone, ink: Rgba) -> Option<Node> {
        let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
        let name = plantain_art::find_icon(text)
            .map(|found| found.name)
            .or_else(|| {
                words
                    .filter(|word| word.chars().count() > 3)
                    .find_map(|word| plantain_art::find_icon_named(word).map(|found| found.name))
            })?;
        Some(centred(name, zone, ink))
    }

    /// "Green bins for glass": the colour that leads the words for a thing.
    fn color_told(&self, words: &[&str]) -> Option<Rgba> {
        let (first, rest) = words.split_first()?;
        let language = &self.studio.brief.language.0;
        let [r, g, b] = plantain_read::color_of(first, language).filter(|_| !rest.is_empty())?;
        Some(Rgba::rgb(r, g, b))
    }
}

/// An icon in the middle of a zone.
fn centred(name: &str, zone: Zone, ink: Rgba) -> Node {
    let side = zone.w.min(zone.h) * 0.8;
    let (x, y) = zone.center();
    icon(name, side)
        .color(ink)
        .at(x - side * 0.5, y - side * 0.5)
        .role("icon")
}
