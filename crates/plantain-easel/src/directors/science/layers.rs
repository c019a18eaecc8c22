//! Cross sections in layers: stacked (soil, sea, air, skin) or around a middle (earth, planets, stars).

use plantain_scene::color::{Rgba, Token};

use self::block::stacked;
use self::globe::{globe, rings};
use super::plate::ink;
use super::{CUSTOM, begins, carrier};
use crate::components::diagram::{Entry, Sheet, Way, Words, propose};
use crate::knowledge::{self, Kind as Known};
use crate::studio::{Draft, Studio};

mod block;
mod globe;

/// What the layers belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Earth,
    Sun,
    Soil,
    Ocean,
    Air,
    Skin,
    Forest,
    Trunk,
    Round,
    Any,
}

const KINDS: &[(Kind, &str, &[&str])] = &[
    (
        Kind::Air,
        "Layers of the atmosphere",
        &["atmosph", "atmósfer", "atmosfera"],
    ),
    (
        Kind::Soil,
        "Soil layers",
        &["soil", "suelo", "sol ", "boden", "suolo", "土壌"],
    ),
    (
        Kind::Ocean,
        "Ocean zones",
        &[
            "ocean", "océano", "océan", "ozean", "sea ", "mar ", "meer", "oceano", "海",
        ],
    ),
    (
        Kind::Skin,
        "Layers of the skin",
        &["skin", "piel", "peau", "haut", "pelle", "皮膚"],
    ),
    (
        Kind::Forest,
        "Rainforest layers",
        &["rainforest", "forest", "selva", "bosque", "regenwald"],
    ),
    (
        Kind::Trunk,
        "Inside a tree trunk",
        &[
            "trunk",
            "tree",
            "log",
            "timber",
            "tronco",
            "tronc d'arbre",
            "stamm",
            "baumstamm",
            "holz",
        ],
    ),
    (
        Kind::Round,
        "Layer by layer",
        &[
            "onion",
            "cable",
            "wire",
            "golf ball",
            "baseball",
            "pencil",
            "egg",
            "avocado",
            "peach",
            "cebolla",
            "zwiebel",
            "oignon",
            "cipolla",
        ],
    ),
    (
        Kind::Sun,
        "Inside the sun",
        &["sun", "star", "sol,", "étoile", "stern"],
    ),
    (
        Kind::Earth,
        "Layers of the Earth",
        &[
            "earth",
            "tierra",
            "terre",
            "erde",
            "erdaufbau",
            "terra",
            "planet",
            "globe",
            "moon",
            "mars",
            "地球",
        ],
    ),
];

/// Returns drafts for layers.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let text = carrier(studio.brief);
    let (kind, title) = KINDS
        .iter()
        .find(|(_, _, names)| names.iter().any(|n| begins(&text, n)))
        .map_or((Kind::Any, None), |(kind, title, _)| (*kind, Some(*title)));
    let english = studio.brief.language.0 == "en" && studio.filler;
    let mut words = Words::of(studio.brief).or_title(title.filter(|_| english));
    if words.items.len() < 2
        && studio.filler
        && let Some(topic) = knowledge::find(studio.brief, Known::Parts, false)
    {
        words.sub = words.sub.take().or_else(|| words.items.pop());
        words.items = topic.entries.into_iter().map(Entry::filler).collect();
        words = words.or_title(Some(topic.title));
    }
    // From the outside in, or from the top down.
    let mut order: Vec<Entry> = words.items.iter().map(Entry::stacked).collect();
    if reversed(kind, &order) {
        order.reverse();
    }
    let round = matches!(kind, Kind::Earth | Kind::Sun | Kind::Trunk | Kind::Round);
    let ball = matches!(kind, Kind::Earth | Kind::Sun);
    let ratio = studio.ratio();
    let r = |good: bool, suit: f32| if good { suit } else { 0.0 };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "globe with a cut",
                reason: "A wedge is cut out of the globe, so that every layer shows from the surface to the middle.",
                suits: r(ball, 0.9),
                draw: &|sheet| globe(sheet, &order, kind),
            },
            Way {
                name: "rings",
                reason: "Layers lie around the middle as rings, each with its label.",
                suits: r(round, 0.5),
                draw: &|sheet| rings(sheet, &order, kind),
            },
            Way {
                name: "named layers",
                reason: "Layers lie on each other over the whole width; each carries its name.",
                suits: r(!round, if ratio < 1.4 { 0.85 } else { 0.7 }),
                draw: &|sheet| stacked(sheet, &order, kind, false),
            },
            Way {
                name: "block with callouts",
                reason: "A block is cut out of the ground; labels stand beside it at the height of their layers.",
                suits: r(!round, if ratio > 0.7 { 0.8 } else { 0.4 }),
                draw: &|sheet| stacked(sheet, &order, kind, true),
            },
        ],
    )
}

/// Returns whether the prompt counts from the inside out, or from the ground up.
fn reversed(kind: Kind, order: &[Entry]) -> bool {
    let first = order
        .first()
        .map(|e| e.text.to_lowercase())
        .unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|w| first.contains(w));
    match kind {
        Kind::Earth | Kind::Sun => has(&[
            "inner core",
            "core",
            "núcleo",
            "noyau",
            "innerer",
            "kern",
            "nucleo",
            "内核",
        ]),
        Kind::Air => has(&["tropo", "対流"]),
        Kind::Soil => has(&["bedrock", "roca madre", "grundgestein"]),
        Kind::Ocean => has(&["trench", "abyss", "hadal", "hadopel"]),
        Kind::Skin => has(&["hypoderm", "subcut"]),
        Kind::Forest => has(&["forest floor", "floor"]),
        Kind::Trunk => has(&["pith", "heartwood", "duramen", "médula", "mark", "kernholz"]),
        Kind::Round => has(&["core", "yolk", "pit", "heart", "bud"]),
        Kind::Any => false,
    }
}

/// Returns a colour between stops.
fn ramp(stops: &[u32], t: f32) -> Rgba {
    let last = stops.len() - 1;
    let at = t.clamp(0.0, 1.0) * last as f32;
    let i = (at as usize).min(last.saturating_sub(1));
    ink(stops[i]).mix(ink(stops[(i + 1).min(last)]), at - i as f32)
}

/// Returns the colours of `n` layers from the outside in, or from the top down.
fn colors(sheet: &Sheet<'_>, kind: Kind, n: usize) -> Vec<Rgba> {
    let t = |i: usize| {
        if n < 2 {
            0.0
        } else {
            i as f32 / n.saturating_sub(1) as f32
        }
    };
    let stops: &[u32] = match kind {
        Kind::Earth => &[0x7a5236, 0xb5442b, 0xe5722e, 0xf7a93b, 0xffe08a],
        Kind::Sun => &[0xf2852e, 0xf7a93b, 0xfcc74f, 0xfff0b3],
        Kind::Soil => &[0x3e2c1c, 0x6b4a2b, 0x96703f, 0xb9986a, 0x8d8a84],
        Kind::Ocean => &[0x7fd3ee, 0x3a9bd0, 0x1d64a8, 0x123a77, 0x0a1c45],
        Kind::Air => &[0x10194a, 0x24429a, 0x3f7fd0, 0x83c3ee, 0xc9ebfb],
        Kind::Skin => &[0xf0c4a2, 0xe8998c, 0xd9776f, 0xf5da88, 0xb8504c],
        Kind::Forest => &[0xa8d672, 0x6fb04c, 0x3f8341, 0x2b5a33, 0x5d4327],
        Kind::Trunk => &[0x5b3b22, 0xa9763f, 0xe6c48e, 0xc98f52, 0x8a5a33],
        Kind::Round | Kind::Any => {
            let (a, b) = (sheet.rgb(Token::Accent), sheet.rgb(Token::Canvas));
            return (0..n).map(|i| a.mix(b, 0.72 - 0.66 * t(i))).collect();
        }
    };
    (0..n).map(|i| ramp(stops, t(i))).collect()
}
