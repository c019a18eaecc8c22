//! The illustrations of a printed piece: the objects that the brief names, resolved and arranged in a zone.

use plantain_read::{Arrangement, Component, Genre, ObjectPhrase, RelationKind, SizeWord};
use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::{Content, Node};
use plantain_scene::scene::Direction;

use super::worn::{self, Worn};
use super::{Zone, lead, qr, senses};
use crate::stage::emit::Mood;
use crate::stage::rect::Rect;
use crate::studio::{Note, Studio};
use crate::wardrobe::rgb;

/// Most copies of one object.
const COPIES_MAX: u32 = 60;
/// Copies that stand for "some".
const SOME: u32 = 3;

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
    /// Resolves the brief's objects; what is unknown is reported.
    pub fn of(studio: &Studio<'_>) -> (Self, Vec<Note>) {
        let (mut art, mut notes) = (Self::default(), Vec::new());
        art.mirrored = crate::direction::of(studio.brief) == Direction::Rtl;
        let mut places = vec![None; studio.brief.objects.len()];
        for (index, phrase) in studio
            .brief
            .objects
            .iter()
            .enumerate()
            .filter(|(index, p)| {
                !p.absent && !carrier(studio, &p.noun) && !is_own_face(studio, *index)
            })
        {
            if let Some(kinds) = senses::company(studio, phrase) {
                places[index] = Some(index);
                art.add_company(phrase, index, &kinds);
                continue;
            }
            let noun = senses::sense(studio.brief, &phrase.noun);
            let Some((name, is_icon)) = find(noun) else {
                notes.push(Note {
                    code: "unknown_object",
                    message: format!(
                        "`{}` is not in the illustration set and was left out.",
                        phrase.words
                    ),
                });
                continue;
            };
            places[index] = Some(index);
            if let Some(message) = plantain_art::find_object(noun).and_then(|found| found.note) {
                notes.push(Note {
                    code: "approximated",
                    message,
                });
            }
            // "vegetables: carrot, tomato": the general word is drawn as one of its kinds, which stands there already.
            let general = plantain_art::find_object(noun).is_some_and(|f| !f.exact)
                && studio.brief.objects.iter().enumerate().any(|(other, o)| {
                    other != index
                        && !o.absent
                        && plantain_art::find_object(&o.noun)
                            .is_some_and(|f| f.exact && f.object.name == name)
                });
            if general {
                continue;
            }
            let faced = (index + 1..studio.brief.objects.len()).any(|i| is_own_face(studio, i));
            art.add(phrase, index, (&name, is_icon), faced);
        }
        for described in studio
            .brief
            .described
            .iter()
            .filter(|d| matches!(d.kind, Component::Icon | Component::Photo))
        {
            let known = art
                .pieces
                .iter()
                .any(|p| described.words.contains(p.name.as_str()));
            if let Some((name, is_icon)) =
                find(&described.words).filter(|_| !known && art.pieces.is_empty())
            {
                let phrase = ObjectPhrase {
                    count: Some(described.count.unwrap_or(1)),
                    ..ObjectPhrase::default()
                };
                art.add(&phrase, studio.brief.objects.len(), (&name, is_icon), false);
            }
        }
        art.pieces.extend(qr::piece(studio));
        art.relation = studio.brief.relations.iter().find_map(|r| {
            let known = |i: usize| places.get(i).copied().flatten();
            Some((known(r.subject)?, r.kind, known(r.object)?))
        });
        art.arrangement = studio.brief.objects.iter().find_map(|o| o.arrangement);
        art.worn = worn::find(studio.brief, &art.pieces);
        (art, notes)
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
    pub(super) fn add(
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

    fn vertical(&self) -> Option<(usize, usize, bool)> {
        let (subject, kind, object) = self.relation?;
        match kind {
            RelationKind::Above => Some((subject, object, false)),
            RelationKind::On | RelationKind::Riding => Some((subject, object, true)),
            RelationKind::Below | RelationKind::Under => Some((object, subject, false)),
            _ => None,
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

    fn places(&self, zone: Zone) -> Vec<(usize, Zone)> {
        if self.worn.is_empty() {
            return self.apart(zone);
        }
        // What is worn takes no place of its own.
        let free: Vec<usize> = (0..self.len())
            .filter(|i| self.worn.iter().all(|w| w.child != *i))
            .collect();
        let others = Self {
            pieces: free.iter().map(|i| self.pieces[*i].clone()).collect(),
            relation: self.relation.filter(|(a, _, b)| {
                [a, b]
                    .into_iter()
                    .all(|phrase| free.iter().any(|i| self.pieces[*i].phrase == *phrase))
            }),
            arrangement: self.arrangement,
            worn: Vec::new(),
            mirrored: self.mirrored,
        };
        let mut out = Vec::new();
        for (index, place) in others.apart(zone) {
            out.push((free[index], place));
            for worn in self.worn.iter().filter(|w| w.parent == free[index]) {
                out.push((worn.child, worn.on(place)));
            }
        }
        out
    }

    fn apart(&self, zone: Zone) -> Vec<(usize, Zone)> {
        if let Some((top, bottom, touching)) = self.vertical()
            && self.len() == 2
        {
            return self.stacked(zone, top, bottom, touching);
        }
        if self.arrangement.is_none()
            && self.relation.is_none()
            && let Some(lone) = lead::lone(&self.pieces)
        {
            return lead::around(zone, lone, self.len());
        }
        match self.len() {
            0 => Vec::new(),
            1 => vec![(0, centred(zone, zone.w.min(zone.h)))],
            n if n <= 3 && self.arrangement.is_none() && !self.uniform() => self.group(zone),
            n => self.grid(zone, n),
        }
    }

    fn uniform(&self) -> bool {
        self.len() > 3
            && self
                .pieces
                .iter()
                .all(|p| p.phrase == self.pieces[0].phrase)
    }

    /// One thing above another.
    fn stacked(&self, zone: Zone, top: usize, bottom: usize, touching: bool) -> Vec<(usize, Zone)> {
        let of = |phrase: usize| {
            self.pieces
                .iter()
                .position(|p| p.phrase == phrase)
                .unwrap_or(0)
        };
        let (top, bottom) = (of(top), of(bottom));
        if touching {
            let unit = (zone.h / 1.62).min(zone.w);
            let (cx, base) = (zone.x + zone.w * 0.5, zone.y + (zone.h + unit * 1.62) * 0.5);
            let upper = unit * 0.74;
            return vec![
                (bottom, Zone::new(cx - unit * 0.5, base - unit, unit, unit)),
                (
                    top,
                    Zone::new(cx - upper * 0.5, base - unit * 0.9 - upper, upper, upper),
                ),
            ];
        }
        let unit = (zone.h / 1.5).min(zone.w * 0.92);
        let upper = unit * 0.46;
        let (cx, base) = (zone.x + zone.w * 0.5, zone.y + (zone.h + unit * 1.5) * 0.5);
        vec![
            (
                top,
                Zone::new(
                    cx + (unit * 0.5 - upper).min(zone.w * 0.5 - upper),
                    base - unit * 1.5,
                    upper,
                    upper,
                ),
            ),
            (bottom, Zone::new(cx - unit * 0.5, base - unit, unit, unit)),
        ]
    }

    /// A few things on one base line, the first the largest, a little behind each other.
    fn group(&self, zone: Zone) -> Vec<(usize, Zone)> {
        let order = self.row_order();
        let sizes: Vec<f32> = order
            .iter()
            .map(|&i| {
                self.pieces[i].scale
                    * if i == 0 || self.same_kind_as_first(i) {
                        1.0
                    } else {
                        0.82
                    }
            })
            .collect();
        // Some of a kind make a bouquet: the middle one larger, the others leaning in.
        let bouquet = self.len() == 3
            && self
                .pieces
                .iter()
                .all(|p| p.open && p.phrase == self.pieces[0].phrase);
        let sizes = if bouquet { vec![0.8, 1.2, 0.8] } else { sizes };
        let overlap = if bouquet { 0.2 } else { 0.06 };
        let total: f32 = sizes.iter().sum::<f32>() - overlap * (sizes.len() - 1) as f32;
        let tallest = sizes.iter().fold(0.0_f32, |a, b| a.max(*b));
        let unit = (zone.w / total).min(zone.h / tallest);
        let mut x = zone.x + (zone.w - unit * total) * 0.5;
        let base = zone.y + (zone.h + unit * tallest) * 0.5;
        let mut out = Vec::new();
        for (&index, size) in order.iter().zip(&sizes) {
            let side = unit * size;
            out.push((index, Zone::new(x, base - side, side, side)));
            x += side - overlap * unit;
        }
        // The largest stands in front.
        out.sort_by(|a, b| a.1.w.total_cmp(&b.1.w));
        out
    }

    fn same_kind_as_first(&self, index: usize) -> bool {
        self.pieces[index].phrase == self.pieces[0].phrase
    }

    /// The order from left to right: as the relation says, else the first in the middle of three.
    fn row_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.len()).collect();
        match self.relation {
            Some((subject, RelationKind::RightOf, object)) => {
                order.sort_by_key(|&i| match self.pieces[i].phrase {
                    p if p == object => 0,
                    p if p == subject => 2,
                    _ => 1,
                })
            }
            Some((subject, RelationKind::LeftOf, object)) => {
                order.sort_by_key(|&i| match self.pieces[i].phrase {
                    p if p == subject => 0,
                    p if p == object => 2,
                    _ => 1,
                })
            }
            _ if self.len() == 3 => order.swap(0, 1),
            _ => {}
        }
        order
    }

    /// Rows of equal cells, the last row centred.
    fn grid(&self, zone: Zone, n: usize) -> Vec<(usize, Zone)> {
        let columns = match self.arrangement {
            Some(Arrangement::Rows(rows)) => n.div_ceil((rows as usize).max(1).min(n)),
            Some(Arrangement::Columns(columns)) => (columns as usize).max(1).min(n),
            Some(Arrangement::Row) => n,
            Some(Arrangement::Column) => 1,
            _ => (1..=n)
                .max_by(|a, b| cell(zone, n, *a).total_cmp(&cell(zone, n, *b)))
                .unwrap_or(1),
        };
        let side = cell(zone, n, columns);
        let rows = n.div_ceil(columns);
        let top = zone.y + (zone.h - side * rows as f32) * 0.5;
        (0..n)
            .map(|i| {
                let (r, c) = (i / columns, i % columns);
                let in_row = if r + 1 == rows {
                    n - r * columns
                } else {
                    columns
                };
                let x = zone.x + (zone.w - side * in_row as f32) * 0.5 + side * c as f32;
                let inner = side * 0.88 * self.pieces[i].scale.min(1.0);
                (
                    i,
                    centred(Zone::new(x, top + side * r as f32, side, side), inner),
                )
            })
            .collect()
    }
}

fn cell(zone: Zone, n: usize, columns: usize) -> f32 {
    (zone.w / columns as f32).min(zone.h / n.div_ceil(columns) as f32)
}

/// Returns a square of this side in the middle of a zone.
pub fn centred(zone: Zone, side: f32) -> Zone {
    let (cx, cy) = zone.center();
    Zone::new(cx - side * 0.5, cy - side * 0.5, side, side)
}

impl Piece {
    /// Returns the drawing in its zone, with its face.
    pub fn held(&self, zone: Zone, manner: &str) -> Node {
        if self.code.is_some() {
            return centred(zone, zone.w.min(zone.h)).hold(self.node(manner));
        }
        let Some(mood) = self.mood.filter(|_| !self.is_icon) else {
            return zone.hold(self.node(manner));
        };
        let inner = Zone::new(0.0, 0.0, zone.w, zone.h);
        let face = mood.face(Rect::new(0.0, 0.0, zone.w, zone.h), (zone.w, zone.h));
        zone.hold(stack())
            .child(inner.hold(self.node(manner)))
            .children(face)
    }

    /// Returns the drawing, to be given its bounds.
    pub fn node(&self, manner: &str) -> Node {
        if let Some(text) = &self.code {
            return qr::node(text);
        }
        if self.is_icon {
            let mut node = icon(self.name.clone(), 24.0).role("art").icon_stroke(1.5);
            if let Some(tint) = self.tint {
                node = node.color(tint);
            }
            return node;
        }
        let mut node = object(self.name.clone()).role("art");
        if let Content::Object(object) = &mut node.content {
            object.tint = self.tint.map(Into::into);
            object.materials.clone_from(&self.materials);
            manner.clone_into(&mut object.manner);
        }
        node
    }
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

/// Returns whether a noun names what is printed on, or the business behind it, rather than something to show.
fn carrier(studio: &Studio<'_>, noun: &str) -> bool {
    const PRINTED_ON: &[&str] = &[
        "t-shirt",
        "tshirt",
        "shirt",
        "tee",
        "mug",
        "tote",
        "tote bag",
        "hoodie",
        "sweatshirt",
        "poster",
        "phone case",
    ];
    const ABSTRACT: &[&str] = &[
        "package",
        "offer",
        "deal",
        "discount",
        "company",
        "website",
        "product",
        "service",
        "viewer",
        "customer",
        "promotion",
        "brand",
        "name",
        "item",
        "collection",
        "cover",
        "business",
        "event",
        "cinema",
        "theme",
        "template",
        "layout",
        "style",
        "label",
        "packaging",
        "poster",
        "flyer",
        "banner",
        "sticker",
        "card",
        "sign",
    ];
    let motif = studio.brief.genre == Genre::PrintMotif;
    // "a T-shirt with an octopus that holds a mug": the mug is part of the motif.
    let other = studio.brief.genre_span.as_ref().is_some_and(|span| {
        let named = studio
            .brief
            .prompt
            .get(span.clone())
            .unwrap_or_default()
            .to_lowercase();
        PRINTED_ON.iter().any(|thing| named.contains(thing)) && !named.contains(noun)
    });
    // "neon sign on a brick wall": a sign hangs there, and shows none of it.
    let hung = matches!(studio.brief.genre, Genre::Sign | Genre::Chalkboard)
        && [
            "brick wall",
            "brick",
            "wall",
            "stone wall",
            "wooden wall",
            "easel",
            "fence",
        ]
        .contains(&noun);
    hung || (motif && PRINTED_ON.contains(&noun) && !other)
        || (studio.brief.genre != Genre::Scene && ABSTRACT.contains(&noun))
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
