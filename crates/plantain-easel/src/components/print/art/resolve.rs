//! The objects of a brief as pieces: each by its drawing, as many as were counted.

use plantain_read::{Component, ObjectPhrase, SizeWord};
use plantain_scene::color::Rgba;
use plantain_scene::scene::Direction;

use super::carrier::carrier;
use super::{Art, Piece, find};
use crate::components::print::{arrows, qr, senses, worn};
use crate::stage::emit::Mood;
use crate::studio::{Note, Studio};
use crate::wardrobe::rgb;

/// Most copies of one object.
const COPIES_MAX: u32 = 60;
/// Copies that stand for "some".
const SOME: u32 = 3;

impl Art {
    /// Resolves the brief's objects; what is unknown is reported.
    pub fn of(studio: &Studio<'_>) -> (Self, Vec<Note>) {
        let (mut art, mut notes) = (Self::default(), Vec::new());
        let objects = &studio.brief.objects;
        art.mirrored = crate::direction::of(studio.brief) == Direction::Rtl;
        let placed: Vec<bool> = (0..objects.len())
            .map(|index| {
                !objects[index].absent
                    && !carrier(studio, &objects[index].noun)
                    && !is_own_face(studio, index)
                    && !is_own_ring(studio, index)
                    && art.add_object(studio, index, &mut notes)
            })
            .collect();
        art.add_described(studio);
        arrows::add(&mut art, studio);
        art.pieces.extend(qr::piece(studio));
        art.relation = studio.brief.relations.iter().find_map(|r| {
            let known = |i: usize| placed.get(i).copied().unwrap_or(false).then_some(i);
            Some((known(r.subject)?, r.kind, known(r.object)?))
        });
        art.arrangement = objects.iter().find_map(|o| o.arrangement);
        art.worn = worn::find(studio.brief, &art.pieces);
        (art, notes)
    }

    /// Adds an object of the brief; returns whether it has a drawing.
    fn add_object(&mut self, studio: &Studio<'_>, index: usize, notes: &mut Vec<Note>) -> bool {
        let objects = &studio.brief.objects;
        let phrase = &objects[index];
        if let Some(kinds) = senses::company(studio, phrase) {
            self.add_company(phrase, index, &kinds);
            return true;
        }
        let noun = senses::sense(studio.brief, &phrase.noun);
        // "running man": the drawing of the whole phrase, where there is one.
        let whole = plantain_art::find_object(&phrase.words)
            .filter(|found| found.exact && phrase.words.contains(' '));
        let Some((name, is_icon)) = whole
            .map(|found| (found.object.name.to_owned(), false))
            .or_else(|| whose_head(phrase))
            .or_else(|| find(noun))
        else {
            notes.push(Note {
                code: "unknown_object",
                message: format!(
                    "`{}` is not in the illustration set and was left out.",
                    phrase.words
                ),
            });
            return false;
        };
        if let Some(message) = plantain_art::find_object(noun).and_then(|found| found.note) {
            notes.push(Note {
                code: "approximated",
                message,
            });
        }
        // "vegetables: carrot, tomato": the general word is drawn as one of its kinds, which stands there already.
        let general = plantain_art::find_object(noun).is_some_and(|f| !f.exact)
            && objects.iter().enumerate().any(|(other, o)| {
                other != index
                    && !o.absent
                    && plantain_art::find_object(&o.noun)
                        .is_some_and(|f| f.exact && f.object.name == name)
            });
        if !general {
            let faced = (index + 1..objects.len()).any(|i| is_own_face(studio, i));
            self.add(phrase, index, (&name, is_icon), faced);
        }
        true
    }

    /// Adds the icon or photo that the prompt describes, where it names no thing.
    fn add_described(&mut self, studio: &Studio<'_>) {
        for described in studio
            .brief
            .described
            .iter()
            .filter(|d| matches!(d.kind, Component::Icon | Component::Photo))
        {
            if !self.pieces.is_empty() {
                return;
            }
            if let Some((name, is_icon)) = find(&described.words) {
                let phrase = ObjectPhrase {
                    count: Some(described.count.unwrap_or(1)),
                    ..ObjectPhrase::default()
                };
                self.add(&phrase, studio.brief.objects.len(), (&name, is_icon), false);
            }
        }
    }

    /// Adds a piece of each of these kinds in turn, as many as the phrase counts.
    fn add_company(&mut self, phrase: &ObjectPhrase, index: usize, kinds: &[&str]) {
        let count = phrase.count.unwrap_or(SOME).clamp(1, COPIES_MAX);
        let one = ObjectPhrase {
            count: Some(1),
            ..phrase.clone()
        };
        for name in kinds.iter().cycle().take(count as usize) {
            self.add(&one, index, (name, false), false);
        }
    }

    /// Adds the pieces of a phrase, each by its drawing; `faced` says whether the thing has a face.
    pub(in crate::components::print) fn add(
        &mut self,
        phrase: &ObjectPhrase,
        index: usize,
        (name, is_icon): (&str, bool),
        faced: bool,
    ) {
        let count = phrase
            .count
            .unwrap_or(if phrase.plural { SOME } else { 1 })
            .clamp(1, COPIES_MAX);
        let palette: Vec<Rgba> = phrase
            .color
            .iter()
            .chain(&phrase.more_colors)
            .map(rgb)
            .collect();
        let scale = match phrase.size {
            Some(SizeWord::Tiny) => 0.5,
            Some(SizeWord::Small) => 0.7,
            Some(SizeWord::Large) => 1.25,
            Some(SizeWord::Huge) => 1.5,
            None => 1.0,
        };
        for copy in 0..count as usize {
            let tint = if phrase.each_different && !palette.is_empty() {
                Some(palette[copy % palette.len()])
            } else {
                palette.first().copied()
            };
            self.pieces.push(Piece {
                name: name.to_owned(),
                is_icon,
                tint,
                materials: phrase.materials.clone(),
                phrase: index,
                open: phrase.count.is_none(),
                scale,
                mood: Mood::of(&phrase.attributes)
                    .or(faced.then_some(Mood::Happy))
                    .filter(|_| worn::is_faceless(&phrase.noun)),
                code: None,
            });
        }
    }
}

/// "fox head", "owl silhouette": the animal whose head it is, as no head is drawn without it.
fn whose_head(phrase: &ObjectPhrase) -> Option<(String, bool)> {
    const HEADS: &[&str] = &["head", "face", "silhouette", "portrait", "mascot", "skull"];
    let owner = phrase.words.strip_suffix(phrase.noun.as_str())?.trim_end();
    let animal = plantain_read::category(owner) == Some("animal");
    (HEADS.contains(&phrase.noun.as_str()) && animal).then(|| find(owner))?
}

/// "a planet with rings": the planet is drawn with them.
fn is_own_ring(studio: &Studio<'_>, index: usize) -> bool {
    let objects = &studio.brief.objects;
    objects[index].noun == "ring"
        && objects
            .iter()
            .any(|o| !o.absent && matches!(o.noun.as_str(), "planet" | "saturn"))
}

/// "an avocado with a face", "a sun with a smile": a face that stands behind a thing without one is that thing's own.
fn is_own_face(studio: &Studio<'_>, index: usize) -> bool {
    const FACES: &[&str] = &[
        "face", "smile", "smiley", "eyes", "eye", "mouth", "grin", "cheek", "cheeks",
    ];
    let objects = &studio.brief.objects;
    FACES.contains(&objects[index].noun.as_str())
        && objects[..index]
            .iter()
            .any(|o| !o.absent && worn::is_faceless(&o.noun))
}
