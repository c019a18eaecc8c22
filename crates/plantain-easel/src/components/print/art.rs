//! The illustrations of a printed piece: the objects that the brief names, resolved and arranged in a zone.

mod carrier;
mod piece;
mod places;
mod resolve;

use plantain_read::{Arrangement, RelationKind};
use plantain_scene::color::Rgba;
use plantain_scene::node::Node;

use super::Zone;
use super::worn::{self, Worn};
use crate::stage::emit::Mood;
use crate::studio::Studio;

/// Everything that is to be illustrated.
#[derive(Debug, Clone, Default)]
pub struct Art {
    pub pieces: Vec<Piece>,
    /// How the first two kinds stand to each other, if the brief says so.
    relation: Option<(usize, RelationKind, usize)>,
    arrangement: Option<Arrangement>,
    /// What sits on another piece instead of beside it.
    worn: Vec<Worn>,
    /// Whether the page will be mirrored, so that the group has to be turned to keep its sides.
    mirrored: bool,
}

/// One drawn thing.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Name in the illustration set, or of an icon.
    pub name: String,
    pub is_icon: bool,
    pub tint: Option<Rgba>,
    pub materials: Vec<String>,
    /// Index of its phrase.
    pub phrase: usize,
    /// Whether the number was left open ("flames").
    pub open: bool,
    /// Relative size.
    pub scale: f32,
    /// The face that a thing without one is to have.
    pub mood: Option<Mood>,
    /// What it says when it is a code to be scanned.
    pub code: Option<String>,
}

impl Art {
    /// Returns the art without the things for which `shown` holds.
    #[must_use]
    pub fn without(&self, studio: &Studio<'_>, shown: impl Fn(&str) -> bool) -> Self {
        let kept = |piece: &&Piece| {
            let noun = studio
                .brief
                .objects
                .get(piece.phrase)
                .map(|o| o.noun.as_str());
            !noun.is_some_and(&shown)
        };
        let pieces: Vec<Piece> = self.pieces.iter().filter(kept).cloned().collect();
        let has = |phrase: usize| pieces.iter().any(|p| p.phrase == phrase);
        let relation = self.relation.filter(|(a, _, b)| has(*a) && has(*b));
        let worn = worn::find(studio.brief, &pieces);
        Self {
            pieces,
            worn,
            relation,
            arrangement: self.arrangement,
            mirrored: self.mirrored,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Returns how wide the arrangement likes to be for its height.
    pub fn ratio(&self) -> f32 {
        match (self.len() - self.worn.len(), self.vertical()) {
            (0 | 1, _) => 1.0,
            (2, Some(_)) => 0.72,
            (2 | 3, _) => 1.7,
            (4..=6, _) => 1.5,
            _ => 1.4,
        }
    }

    /// Arranges everything in a zone. `manner` draws it in the theme's way.
    pub fn arrange(&self, zone: Zone, manner: &str) -> Vec<Node> {
        self.places(zone)
            .into_iter()
            .map(|(index, mut z)| {
                if self.mirrored {
                    z.x = zone.x + zone.right() - z.right();
                }
                self.pieces[index].held(z, manner)
            })
            .collect()
    }

    /// Returns where each thing stands in a zone, what is behind first.
    pub fn spots(&self, zone: Zone) -> Vec<(usize, Zone)> {
        self.places(zone)
    }
}

/// Returns a square of this side in the middle of a zone.
pub fn centred(zone: Zone, side: f32) -> Zone {
    let (cx, cy) = zone.center();
    Zone::new(cx - side * 0.5, cy - side * 0.5, side, side)
}

/// Returns the name of the drawing for a noun, and whether it is only an icon.
pub fn find(noun: &str) -> Option<(String, bool)> {
    // The exact thing as an icon says more than the drawing of another thing.
    let exact = || plantain_art::find_icon(noun).filter(|icon| icon.name == noun.replace(' ', "-"));
    if let Some(found) = plantain_art::find_object(noun) {
        if let Some(icon) = exact().filter(|_| !found.exact) {
            return Some((icon.name.to_owned(), true));
        }
        return Some((found.object.name.to_owned(), false));
    }
    plantain_art::find_icon(noun).map(|icon| (icon.name.to_owned(), true))
}

/// Returns an icon for one of these words.
pub fn find_icon<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<String> {
    words
        .into_iter()
        .find_map(plantain_art::find_icon)
        .map(|icon| icon.name.to_owned())
}
