//! School diagrams: cycles, labelled drawings, cross sections, atoms, food chains, planets.

use plantain_read::{Brief, Genre, Role};
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::diagram::callout::{Callout, Finish, above_and_below, beside, column_width};
use crate::components::diagram::drawing::Frame;
use crate::components::diagram::{Body, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

mod atom;
mod body;
mod cells;
mod circuit;
mod cycle;
mod earth;
mod layers;
mod models;
mod objects;
mod organs;
mod physics;
mod planets;
mod plants;
mod plate;
mod pyramid;
mod water;

use super::flow::graph::Net;
pub use atom::direct as direct_atom;
use objects::OBJECT_PARTS;
use plate::{Plate, places};

/// Themes that suit school books.
pub(crate) const CUSTOM: &[&str] = &[
    "friendly",
    "minimal",
    "pastel",
    "botanical",
    "playful",
    "editorial",
    "sketchbook",
    "mid-century",
    "corporate",
];

/// Drawn subjects; narrower ones stand before wider ones.
const PLATES: &[&Plate] = &[
    &models::WATER,
    &models::CARBON_DIOXIDE,
    &models::METHANE,
    &models::DNA,
    &models::SKELETON,
    &plants::PHOTOSYNTHESIS,
    &cells::PLANT_CELL,
    &cells::ANIMAL_CELL,
    &earth::VOLCANO,
    &physics::STATES,
    &physics::ECLIPSE,
    &physics::GREENHOUSE,
    &organs::NEURON,
    &organs::BRAIN,
    &organs::DIGESTION,
    &organs::LUNGS,
    &body::TOOTH,
    &body::HEART,
    &organs::EAR,
    &body::EYE,
    &plants::FLOWER,
    &plants::LEAF,
    &plants::PLANT,
];

/// A process that comes round to its beginning.
const CYCLE: &[&str] = &[
    "cycle",
    "ciclo",
    "zyklus",
    "kreislauf",
    "循環",
    "循环",
    "круговорот",
    "кругообіг",
    "колообіг",
    "obieg",
    "cykl",
    "döngü",
    "دورة",
    "מחזור",
    "चक्र",
    "순환",
    "metamorphosis",
];
/// Water, of whose cycle there is a picture.
const WATER: &[&str] = &[
    "water",
    "hydrolog",
    "agua",
    "eau",
    "wasser",
    "acqua",
    "água",
    "水",
    "вод",
    "wody",
    "suyun",
    "su döngü",
    "الماء",
    "المياه",
    "המים",
    "जल",
    "물",
];
/// An electric circuit.
const CIRCUIT: &[&str] = &[
    "circuit",
    "circuito",
    "stromkreis",
    "schaltkreis",
    "schaltplan",
    "цеп",
];
/// A pyramid of levels.
const PYRAMID: &[&str] = &[
    "pyramid",
    "pirámide",
    "pyramide",
    "piramide",
    "maslow",
    "hierarchy of needs",
];
/// A chain of who feeds whom.
const FOOD_CHAIN: &[&str] = &[
    "food chain",
    "cadena alimentaria",
    "cadena trófica",
    "nahrungskette",
    "chaîne alimentaire",
    "catena alimentare",
    "食物連鎖",
    "食物链",
];
/// The planets.
const SOLAR_SYSTEM: &[&str] = &[
    "solar system",
    "sistema solar",
    "sonnensystem",
    "système solaire",
    "sistema solare",
    "planets",
    "太陽系",
    "太阳系",
];
/// A cut through layers.
const LAYERS: &[&str] = &[
    "layer",
    "zones",
    "capas",
    "zonas",
    "schichten",
    "zonen",
    "couche",
    "strat",
    "strati",
    "層",
    "horizons",
];

/// Returns drafts for a cycle, a labelled drawing or a cross section.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let brief = studio.brief;
    let carrier = told(brief);
    let says = |words: &[&str]| words.iter().any(|w| begins(&carrier, w));
    let cyclic = brief.genre == Genre::Cycle || says(CYCLE);
    if cyclic && says(WATER) {
        return water::direct(studio);
    }
    if says(CIRCUIT) {
        return circuit::direct(studio);
    }
    if says(PYRAMID) && brief.literals.len() > 1 {
        return pyramid::direct(studio);
    }
    if let Some(net) = Net::of(brief) {
        return cycle::direct_web(studio, &net);
    }
    if says(FOOD_CHAIN) {
        return cycle::direct_chain(studio);
    }
    if cyclic {
        return cycle::direct(studio);
    }
    if says(SOLAR_SYSTEM) {
        return planets::direct(studio);
    }
    let plate = PLATES
        .iter()
        .find(|p| p.names.iter().any(|n| begins(&carrier, n)));
    if plate.is_none() && (brief.genre == Genre::CrossSection || says(LAYERS)) {
        return layers::direct(studio);
    }
    labelled(studio, plate.copied())
}

/// Returns what tells the subject: the words around the texts, a title in quotes, and both in English.
fn told(brief: &Brief) -> String {
    let title = brief.literals.iter().find(|l| l.role == Role::Title);
    let told = format!(
        "{} {}",
        carrier(brief),
        title.map_or(String::new(), |title| title.text.to_lowercase())
    );
    let english = plantain_read::english(&told, &brief.language.0);
    format!("{told} {english}")
}

/// Returns the prompt in lower case without its literals.
pub(crate) fn carrier(brief: &Brief) -> String {
    let mut text = brief.prompt.clone().into_bytes();
    for literal in &brief.literals {
        if let Some(bytes) = text.get_mut(literal.span.clone()) {
            bytes.fill(b' ');
        }
    }
    String::from_utf8(text)
        .unwrap_or_else(|_| brief.prompt.clone())
        .to_lowercase()
}

/// Returns whether a word in the text begins so.
fn begins(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphabetic() && c.is_ascii()) || !word.is_ascii()
    })
}

fn labelled(studio: &Studio<'_>, plate: Option<&'static Plate>) -> Vec<Draft> {
    let english = studio.brief.language.0 == "en";
    let title = plate.map(|p| p.title).filter(|_| english && studio.filler);
    let mut words = Words::of(studio.brief).or_title(title);
    if let Some(plate) = plate.filter(|_| words.items.is_empty() && studio.filler) {
        words.items = plate::told_parts(plate.parts, &studio.brief.prompt, english);
    }
    let n = words.items.len();
    let long = words.texts().map(|t| t.chars().count()).max().unwrap_or(0);
    let ratio = studio.ratio();
    let subject = Subject::of(studio, plate);
    let one = if ratio > 1.5 && n <= 9 { 0.5 } else { 0.0 };
    let wide = plate.is_some_and(|p| p.view.0 > p.view.1 * 0.86);
    // Lines from the sides would cross a very wide drawing.
    let broad = plate.is_some_and(|p| p.view.0 > p.view.1 * 1.5);
    let upright =
        if (wide && ratio < 1.15 || broad && ratio < 2.0) && (3..=8).contains(&n) && long < 24 {
            0.95
        } else {
            0.0
        };
    // Columns at both sides would leave a wide drawing small.
    let small = plate.is_some_and(|p| p.view.0 > p.view.1 * 1.15) && upright > 0.0;
    let sides = if broad || small {
        0.4
    } else if ratio < 0.62 {
        0.5
    } else {
        0.9
    };
    let numbered = if n > 12 || long > 44 || ratio < 0.62 {
        0.8
    } else if (3..=8).contains(&n) && !broad {
        0.74
    } else {
        0.3
    };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "callouts at both sides",
                reason: "The drawing stands in the middle; labels line up at its sides, their lines never cross.",
                suits: sides,
                draw: &|sheet| with_callouts(sheet, &subject, true),
            },
            Way {
                name: "callouts at one side",
                reason: "The drawing takes the left, all labels form one column at the right.",
                suits: one,
                draw: &|sheet| with_callouts(sheet, &subject, false),
            },
            Way {
                name: "callouts above and below",
                reason: "A wide drawing on an upright page takes the full width; its labels stand above and below.",
                suits: upright,
                draw: &|sheet| with_rows(sheet, &subject),
            },
            Way {
                name: "numbered drawing",
                reason: "Numbers on the drawing keep it clear; the names stand in a list.",
                suits: numbered,
                draw: &|sheet| with_numbers(sheet, &subject),
            },
        ],
    )
}

/// What is drawn large, and where its labels point.
enum Subject {
    Plate(&'static Plate),
    /// An object of the illustration set.
    Object(&'static str),
    /// Nothing known: an abstract body.
    Unknown(String),
}

impl Subject {
    fn of(studio: &Studio<'_>, plate: Option<&'static Plate>) -> Self {
        if let Some(plate) = plate {
            return Self::Plate(plate);
        }
        let brief = studio.brief;
        let nouns = brief
            .objects
            .iter()
            .filter(|o| !o.absent)
            .map(|o| o.noun.as_str());
        let topics = brief.topic.iter().map(String::as_str);
        for noun in nouns.chain(topics) {
            if ["part", "diagram", "label", "structure", "section", "cross"].contains(&noun) {
                continue;
            }
            if let Some(found) = plantain_art::find_object(noun).filter(|f| f.exact) {
                return Self::Object(found.object.name);
            }
        }
        let name = brief.objects.first().map(|o| o.words.clone());
        Self::Unknown(
            name.or_else(|| brief.topic.first().cloned())
                .unwrap_or_default(),
        )
    }

    /// Draws the subject in a zone; returns its nodes, the targets of the labels, and whether every label was known.
    fn draw(&self, sheet: &Sheet<'_>, zone: Zone) -> (Vec<Node>, Vec<(f32, f32)>, bool) {
        let entries = &sheet.words.items;
        match self {
            Self::Plate(plate) => {
                let frame = Frame::fit(plate.view.0, plate.view.1, zone);
                let spots = places(plate.parts, entries);
                let known = spots.iter().all(|s| s.1);
                let targets = spots.iter().map(|s| frame.at(s.0.0, s.0.1)).collect();
                ((plate.draw)(&frame), targets, known)
            }
            Self::Object(name) => {
                let side = zone.w.min(zone.h);
                let (x, y) = zone.center();
                let place = Zone::new(x - side * 0.5, y - side * 0.5, side, side);
                let node = place.hold(object(*name)).role("illustration");
                let Some(parts) = OBJECT_PARTS.iter().find(|o| o.0 == *name).map(|o| o.1) else {
                    return (vec![node], scattered(entries.len(), place), false);
                };
                let spots = places(parts, entries);
                let known = spots.iter().all(|s| s.1);
                let targets = spots
                    .iter()
                    .map(|((px, py), _)| (place.x + side * px, place.y + side * py))
                    .collect();
                (vec![node], targets, known)
            }
            Self::Unknown(_) => (
                abstract_body(sheet, zone),
                scattered(entries.len(), zone.inset(zone.w.min(zone.h) * 0.12)),
                false,
            ),
        }
    }

    fn tell(&self, body: Body, known: bool) -> Body {
        match self {
            Self::Plate(_) | Self::Object(_) if known => body,
            Self::Plate(plate) => body.note(
                "approximated",
                format!("Some labels name parts that the drawing \"{}\" does not know; they point to free places of it.", plate.title),
            ),
            Self::Object(name) => body.note(
                "approximated",
                format!("The parts of \"{name}\" are not known one by one; the labels are spread over the drawing in their order."),
            ),
            Self::Unknown(name) => body.note(
                "unknown_object",
                format!("There is no drawing of \"{name}\"; the labels stand around an abstract body."),
            ),
        }
    }
}

/// Returns `n` points spread over a zone, left and right in turn, from top to bottom.
fn scattered(n: usize, zone: Zone) -> Vec<(f32, f32)> {
    (0..n)
        .map(|i| {
            let rows = n.div_ceil(2).max(1) as f32;
            let t = ((i / 2) as f32 + 0.5) / rows;
            let x = if i % 2 == 0 { 0.36 } else { 0.64 };
            (zone.x + zone.w * x, zone.y + zone.h * (0.14 + 0.72 * t))
        })
        .collect()
}

/// Nested soft forms for a subject that nobody has drawn.
fn abstract_body(sheet: &Sheet<'_>, zone: Zone) -> Vec<Node> {
    let side = zone.w.min(zone.h);
    let (x, y) = zone.center();
    [(1.0, 0.82, 11_u32), (0.7, 0.62, 5), (0.36, 0.2, 23)]
        .into_iter()
        .map(|(k, t, seed)| {
            let d = side * k;
            Zone::new(x - d * 0.5, y - d * 0.5, d, d)
                .hold(shape(plantain_scene::node::Shape::Blob { seed }))
                .fill(sheet.mixed(Token::Accent, Token::Canvas, t))
                .role("body")
        })
        .collect()
}

/// Sometimes a soft disc behind a drawing.
fn panel(sheet: &Sheet<'_>, zone: Zone) -> Vec<Node> {
    if sheet.studio.brief.canvas.background.is_some() || sheet.rng.fork("panel").chance(0.5) {
        return Vec::new();
    }
    let ground = sheet.mixed(Token::Accent, Token::Canvas, 0.91);
    let d = zone.w.min(zone.h);
    let (x, y) = zone.center();
    let disc = Zone::new(x - d * 0.5, y - d * 0.5, d, d);
    vec![disc.hold(ellipse()).fill(ground).role("panel")]
}

fn with_rows(sheet: &Sheet<'_>, subject: &Subject) -> Option<Body> {
    let zone = sheet.body;
    let band = (zone.h * 0.13).clamp(48.0, 110.0);
    let art = zone.inset_xy(0.0, band + zone.h * 0.05);
    let (drawn, targets, known) = subject.draw(sheet, art);
    let Subject::Plate(plate) = subject else {
        return None;
    };
    // The rows stand close to the drawing, not at the edges of the page.
    let frame = Frame::fit(plate.view.0, plate.view.1, art);
    let box_ = frame.zone(0.0, 0.0, plate.view.0, plate.view.1);
    let gap = zone.h * 0.05;
    let above = Zone::new(zone.x, (box_.y - gap - band).max(zone.y), zone.w, band);
    let below = Zone::new(
        zone.x,
        (box_.bottom() + gap).min(zone.bottom() - band),
        zone.w,
        band,
    );
    let callouts: Vec<Callout<'_>> = sheet
        .words
        .items
        .iter()
        .zip(&targets)
        .map(|(entry, target)| Callout {
            entry,
            target: *target,
        })
        .collect();
    let mut nodes = drawn;
    nodes.extend(above_and_below(
        sheet,
        &callouts,
        above,
        below,
        Finish::Dot,
        Token::Ink.into(),
    ));
    Some(subject.tell(Body::new(nodes), known))
}

fn with_callouts(sheet: &Sheet<'_>, subject: &Subject, both: bool) -> Option<Body> {
    let zone = sheet.body;
    let entries = &sheet.words.items;
    if entries.is_empty() {
        let (nodes, _, known) = subject.draw(sheet, zone);
        return Some(subject.tell(Body::new(nodes), known));
    }
    let share = if both { 0.25 } else { 0.34 };
    let column = column_width(sheet, entries, 70.0, (zone.w * share).min(360.0));
    let gap = (zone.w * 0.03).max(12.0);
    let (left, art, right) = if both {
        (
            Zone::new(zone.x, zone.y, column, zone.h),
            Zone::new(
                zone.x + column + gap,
                zone.y,
                zone.w - 2.0 * (column + gap),
                zone.h,
            ),
            Zone::new(zone.right() - column, zone.y, column, zone.h),
        )
    } else {
        (
            Zone::new(zone.x, zone.y, 1.0, zone.h),
            Zone::new(zone.x, zone.y, zone.w - column - gap * 2.0, zone.h),
            Zone::new(zone.right() - column, zone.y, column, zone.h),
        )
    };
    if art.w < 90.0 {
        return None;
    }
    let (drawn, targets, known) = subject.draw(sheet, art.inset(art.w.min(art.h) * 0.03));
    let callouts: Vec<Callout<'_>> = entries
        .iter()
        .zip(&targets)
        .map(|(entry, target)| Callout {
            entry,
            target: *target,
        })
        .collect();
    let finish = if sheet.rng.fork("finish").chance(0.5) {
        Finish::Dot
    } else {
        Finish::Ring
    };
    let mut nodes = panel(sheet, art);
    nodes.extend(drawn);
    nodes.extend(beside(
        sheet,
        &callouts,
        left,
        right,
        finish,
        Token::Ink.into(),
    ));
    Some(subject.tell(Body::new(nodes), known))
}

fn with_numbers(sheet: &Sheet<'_>, subject: &Subject) -> Option<Body> {
    let zone = sheet.body;
    let entries = &sheet.words.items;
    let n = entries.len();
    let wide = zone.w > zone.h * 1.25;
    let (art, list) = if wide {
        zone.columns(0.58, zone.w * 0.04)
    } else {
        zone.rows((1.0 - 0.05 * n as f32).clamp(0.5, 0.7), zone.h * 0.03)
    };
    let (drawn, targets, known) = subject.draw(sheet, art.inset(art.w.min(art.h) * 0.04));
    let columns = if !wide && n > 3 { 2 } else { 1 };
    let rows = n.div_ceil(columns).max(1);
    let pitch = (list.h / rows as f32).min(64.0);
    let d = (pitch * 0.62).clamp(22.0, 34.0);
    let w = list.w / columns as f32;
    let look = Lettering::new(FontRole::Heading, 22.0, SIZE_MIN)
        .weight(600)
        .middle()
        .align(Align::Start);
    let size = sheet.fit_all(
        entries.iter().map(|e| e.text.as_str()),
        look,
        w - d - 18.0,
        pitch * 0.92,
        3,
    );
    let mut nodes = panel(sheet, art);
    nodes.extend(drawn);
    let top = list.y
        + if wide {
            (list.h - pitch * rows as f32) * 0.5
        } else {
            0.0
        };
    let ground = sheet.rgb(Token::Accent);
    for (i, (entry, target)) in entries.iter().zip(&targets).enumerate() {
        let mark = (i + 1).to_string();
        let (column, row) = (i / rows, i % rows);
        let x = list.x + w * column as f32;
        let y = top + pitch * row as f32;
        nodes.push(
            Zone::new(
                target.0 - d * 0.5 - 2.5,
                target.1 - d * 0.5 - 2.5,
                d + 5.0,
                d + 5.0,
            )
            .hold(ellipse())
            .fill(Token::Canvas),
        );
        nodes.extend(sheet.badge(&mark, *target, d, ground));
        nodes.extend(sheet.badge(&mark, (x + d * 0.5, y + pitch * 0.5), d, ground));
        nodes.push(sheet.set(
            entry,
            Zone::new(x + d + 12.0, y, w - d - 18.0, pitch),
            look,
            size,
            "callout",
        ));
    }
    Some(subject.tell(Body::new(nodes), known))
}
