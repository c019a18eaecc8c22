//! Cards with flowers and foliage: bouquets in the corners, a wreath around the names, a gate of foliage.

use plantain_scene::node::{Align, Node};

use super::invitation::{invite_lead, invite_parts};
use crate::components::print::art::centred;
use crate::components::print::flora::{self, Bloom, Frame, Tints};
use crate::components::print::ground::mixed;
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone};
use crate::directors::composed;
use crate::rng::Rng;

/// Plants that are the dress of a card rather than its picture.
pub fn is_foliage(noun: &str) -> bool {
    const PLANTS: &[&str] = &[
        "leaf",
        "flower",
        "branch",
        "eucalyptus",
        "greenery",
        "fern",
        "bouquet",
        "wreath",
        "petal",
        "blossom",
        "wildflower",
        "rose",
        "peony",
        "vine",
        "foliage",
        "olive branch",
        "twig",
        "garland",
    ];
    noun.split(' ').any(|word| PLANTS.contains(&word)) || PLANTS.contains(&noun)
}

/// Whether everything that is to be drawn is foliage, or nothing is.
fn only_foliage(page: &Page<'_>) -> bool {
    let objects = &page.studio.brief.objects;
    page.art.pieces.iter().all(|piece| {
        // What nobody asked for may go.
        objects
            .get(piece.phrase)
            .is_none_or(|o| is_foliage(&o.noun))
    })
}

/// How well flowers suit a card: 0 where others things are shown, most where they are asked for.
fn likes_flowers(page: &Page<'_>) -> f32 {
    const ASKED: &[&str] = &[
        "floral",
        "flower",
        "botanical",
        "eucalyptus",
        "greenery",
        "leaves",
        "foliage",
        "rose",
        "peon",
        "blossom",
        "wreath",
        "bouquet",
        "lavender",
        "olive branch",
        "laurel",
    ];
    const LOVING: &[&str] = &[
        "wedding",
        "engagement",
        "bridal",
        "anniversary",
        "christening",
        "baptism",
        "mother",
        "mother's",
        "vow",
    ];
    let brief = page.studio.brief;
    if !composed::ordinary(page) || !only_foliage(page) || page.words.rows.len() > 3 {
        return 0.0;
    }
    let heard = brief.heard();
    let plain = brief.look.styles.iter().any(|s| {
        matches!(
            s.as_str(),
            "minimal" | "art deco" | "geometric" | "brutalist" | "swiss" | "neon" | "monochrome"
        )
    });
    let loving = brief
        .topic
        .iter()
        .flat_map(|t| t.split(' '))
        .any(|t| LOVING.contains(&t));
    if ASKED.iter().any(|w| heard.contains(w)) {
        1.3
    } else if loving && !plain {
        1.22
    } else {
        0.0
    }
}

/// Whether blossoms are wanted, or leaves alone.
fn bloom(page: &Page<'_>) -> Bloom {
    let heard = page.studio.brief.heard();
    let says = |words: &[&str]| words.iter().any(|w| heard.contains(w));
    let blooms = says(&[
        "flor", "flower", "rose", "peon", "blossom", "bouquet", "bloom",
    ]);
    let leafy = says(&[
        "eucalyptus",
        "greenery",
        "leaves",
        "foliage",
        "olive",
        "fern",
        "laurel",
        "leaf",
    ]);
    if leafy && !blooms {
        Bloom::None
    } else {
        Bloom::Some
    }
}

/// Sets the words of the card in the middle of a zone.
fn words(page: &Page<'_>, inks: &Inks, zone: Zone, lead: f32) -> Node {
    let short = page.full.w.min(page.full.h);
    page.set_sized(
        &invite_parts(page, inks),
        zone,
        Align::Center,
        0.5,
        (22.0, short * invite_lead(page) * lead),
    )
    .0
}

/// Bouquets in two corners of a zone.
fn bouquets(
    (zone, corners): (Zone, [usize; 2]),
    side: f32,
    bloom: Bloom,
    tints: &Tints,
    rng: &mut Rng,
) -> [Node; 2] {
    corners.map(|corner| flora::bouquet(Frame::corner(zone, side, corner), tints, bloom, rng))
}

/// Bouquets in two opposite corners, the words between them.
pub const BOUQUETS: Archetype = Archetype {
    name: "bouquets",
    reason: "Two bouquets hold the corners and leave a calm field for the names.",
    suits: likes_flowers,
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let tints = Tints::of(page, &inks);
        let mut rng = page.rng.fork("flora");
        let short = page.full.w.min(page.full.h);
        let side = short * 0.46;
        let first = rng.below(2);
        let framed = rng.chance(0.5);
        let mut root = page.root(Tone::Canvas);
        if framed {
            root = root.children(ornament::frame(
                page.full.inset(short * 0.05),
                mixed(page, inks.bold, inks.ground, 0.45),
                FrameStyle::Single,
            ));
        }
        let edge = page
            .full
            .inset(if framed { short * 0.012 } else { -short * 0.02 });
        root = root.children(bouquets(
            (edge, [first, first + 2]),
            side,
            bloom(page),
            &tints,
            &mut rng,
        ));
        let zone = page
            .full
            .inset_xy(page.full.w * 0.13, page.full.h * 0.5 - page.full.h * 0.3);
        root.child(words(page, &inks, zone, 0.92))
    },
};

/// A wreath around the words.
pub const WREATH: Archetype = Archetype {
    name: "wreath",
    reason: "A wreath gathers the names in its middle, as on a seal.",
    suits: |page| {
        let round = (0.6..1.7).contains(&page.ratio());
        let few = page.words.chars() < 110 && page.words.support() <= 5;
        if round && few {
            likes_flowers(page)
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let tints = Tints::of(page, &inks);
        let mut rng = page.rng.fork("flora");
        let d = page.full.w.min(page.full.h) * 0.94;
        let zone = centred(page.full, d);
        // The corners of the text lie within the leaves.
        let inner = centred(zone, d * 0.56).inset_xy(0.0, d * 0.03);
        page.root(Tone::Canvas)
            .child(flora::wreath(zone, &tints, bloom(page), &mut rng))
            .child(words(page, &inks, inner, 1.05))
    },
};

/// Bouquets in both upper corners, lighter foliage below: the card is entered like a garden gate.
pub const GATE: Archetype = Archetype {
    name: "garden gate",
    reason: "Foliage frames the upper edge like a garden gate, and the words stand below it.",
    suits: likes_flowers,
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let tints = Tints::of(page, &inks);
        let mut rng = page.rng.fork("flora");
        let (w, h) = (page.full.w, page.full.h);
        let short = w.min(h);
        let edge = page.full.inset(-short * 0.02);
        let mut root = page.root(Tone::Canvas).children(bouquets(
            (edge, [0, 1]),
            short * 0.42,
            bloom(page),
            &tints,
            &mut rng,
        ));
        let low = page.words.support() <= 6;
        if low {
            root = root.children(bouquets(
                (edge, [2, 3]),
                short * 0.26,
                Bloom::None,
                &tints,
                &mut rng,
            ));
        }
        let top = short * 0.24;
        let foot = if low { short * 0.12 } else { short * 0.06 };
        let zone = Zone::new(w * 0.12, top, w * 0.76, h - top - foot);
        root.child(words(page, &inks, zone, 0.95))
    },
};
