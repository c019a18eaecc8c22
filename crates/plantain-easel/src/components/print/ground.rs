//! Grounds: what a theme's ornament set puts behind and around a page's text.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Motif, Node, Shape};

use super::flora;
use super::ornament::{self, FrameStyle};
use super::{Inks, Page, Zone};

/// How much ornament a page takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Texture only.
    Quiet,
    /// Corners and edges.
    Usual,
    /// Where type stands alone and the ornament carries the page.
    Full,
}

/// Returns the ornaments of the theme for a page whose text lies in `clear`.
pub fn dress(page: &Page<'_>, inks: &Inks, clear: Zone, measure: Measure) -> Vec<Node> {
    let plain = page.studio.brief.look.styles.iter().any(|s| s == "minimal");
    let measure = if plain { Measure::Quiet } else { measure };
    let mut rng = page.rng.fork("ground");
    let full = page.full;
    let short = full.w.min(full.h);
    let tint = |t: f32| -> Color { mixed(page, inks.mark, inks.ground, t) };
    let mut out = Vec::new();
    match page.theme.ornament.as_str() {
        _ if measure == Measure::Quiet && page.theme.ornament != "frames" => {}
        "rules" => out.extend(rules(page, inks)),
        "deco" => {
            let near = clear.y < short * 0.2 || clear.bottom() > full.h - short * 0.2;
            let size = if near {
                page.margin * 1.15
            } else {
                short * 0.24
            };
            let color = mixed(page, inks.bold, inks.ground, 0.25);
            out.extend((0..4).map(|corner| ornament::fan(full, size, corner, color)));
        }
        "sun" => out.extend(sun(page, inks, clear)),
        "blobs" => {
            let seed = rng.next_u64() as u32;
            let big = short * 0.62;
            let (left, top) = if rng.chance(0.5) {
                (full.w - big * 0.62, -big * 0.34)
            } else {
                (-big * 0.38, -big * 0.34)
            };
            let low = if left < 0.0 {
                full.w - big * 0.5
            } else {
                -big * 0.42
            };
            let blob = |s: u32| shape(Shape::Blob { seed: s }).role("ornament");
            out.push(blob(seed).bounds(left, top, big, big).fill(tint(0.72)));
            out.push(
                blob(seed ^ 0x51)
                    .bounds(low, full.h - big * 0.5, big * 0.86, big * 0.86)
                    .fill(mixed(page, inks.bold, inks.ground, 0.78)),
            );
        }
        "grid" => {
            let step = (short / 14.0).clamp(18.0, 64.0);
            out.push(ornament::pattern(
                full,
                Motif::Grid,
                mixed(page, inks.bold, inks.ground, 0.84),
                step,
            ));
        }
        "stamp" => out.push(ornament::pattern(
            full,
            Motif::Grain,
            mixed(page, inks.ink, inks.ground, 0.82),
            3.0,
        )),
        "leaves" => out.extend(leaves(page, inks, measure, clear)),
        "brush" => out.extend(brush(page, inks)),
        "confetti" if !is_festive(page) && measure == Measure::Full => {
            out.extend(geometry(page, inks));
        }
        "confetti" if !is_festive(page) => {}
        "confetti" => {
            let count = ((full.w * full.h) / 13_000.0).clamp(10.0, 90.0) as usize;
            out.extend(ornament::confetti(
                full.inset(page.margin * 0.25),
                clear.inset(-page.margin * 0.2),
                count,
                &mut rng,
            ));
        }
        "frames" => {
            let style =
                [FrameStyle::Double, FrameStyle::Corners, FrameStyle::Scooped][rng.below(3)];
            out.extend(ornament::frame(
                full.inset(page.margin * 0.42),
                mixed(page, inks.bold, inks.ground, 0.1),
                style,
            ));
        }
        "stripes" => out.extend(stripes(page, inks)),
        "dots" => out.push(ornament::halftone(
            Zone::new(0.0, full.h * 0.5, full.w, full.h * 0.5),
            (short / 44.0).clamp(8.0, 26.0),
            0,
            tint(0.72),
        )),
        "disc" => {
            let d = short * rng.range(0.5, 0.66);
            let x = if rng.chance(0.5) {
                full.w - d * 0.72
            } else {
                -d * 0.28
            };
            let y = if clear.center().1 < full.h * 0.5 {
                full.h - d * 0.7
            } else {
                -d * 0.3
            };
            let pale = mixed(page, inks.bold, inks.ground, 0.72);
            out.push(ellipse().bounds(x, y, d, d).fill(pale).role("ornament"));
        }
        "moon" => out.extend(moon(page, inks, &mut rng)),
        "snow" => out.extend(snow(page, inks, clear, &mut rng)),
        _ if measure == Measure::Full => out.extend(geometry(page, inks)),
        _ => {}
    }
    out
}

/// Returns a colour moved toward the ground: 0 is the colour, 1 the ground.
pub fn mixed(page: &Page<'_>, color: Color, ground: Rgba, t: f32) -> Color {
    page.theme.resolve(color).mix(ground, t).into()
}

/// Bands along the upper and the lower edge.
fn stripes(page: &Page<'_>, inks: &Inks) -> Vec<Node> {
    let full = page.full;
    let high = (page.margin * 0.16).max(3.0);
    (0..3)
        .flat_map(|i| {
            let at = i as f32 * high * 1.7;
            let color = if i == 1 { inks.mark } else { inks.bold };
            [at, full.h - high - at].map(|y| {
                rect()
                    .bounds(0.0, y, full.w, high)
                    .fill(color)
                    .role("ornament")
            })
        })
        .collect()
}

/// A great pale moon with a few stars.
fn moon(page: &Page<'_>, inks: &Inks, rng: &mut crate::rng::Rng) -> Vec<Node> {
    let full = page.full;
    let d = full.w.min(full.h) * rng.range(0.62, 0.8);
    let x = (full.w - d) * rng.range(0.3, 0.7);
    let pale = mixed(page, inks.bold, inks.ground, 0.86);
    let halo = mixed(page, inks.bold, inks.ground, 0.93);
    let disc = |grow: f32, color: Color| {
        ellipse()
            .bounds(
                x - grow,
                full.h * 0.06 - grow,
                d + 2.0 * grow,
                d + 2.0 * grow,
            )
            .fill(color)
            .role("ornament")
    };
    let mut out = vec![disc(d * 0.08, halo), disc(0.0, pale)];
    for _ in 0..14 {
        let s = page.margin * rng.range(0.06, 0.16);
        out.push(
            shape(Shape::Star {
                points: 4,
                inner: 0.36,
            })
            .bounds(
                rng.range(0.0, full.w - s),
                rng.range(0.0, full.h * 0.7),
                s,
                s,
            )
            .fill(mixed(page, inks.mark, inks.ground, 0.45))
            .role("ornament"),
        );
    }
    out
}

/// Flakes of several sizes around the text.
fn snow(page: &Page<'_>, inks: &Inks, clear: Zone, rng: &mut crate::rng::Rng) -> Vec<Node> {
    let full = page.full;
    let mut out = Vec::new();
    for _ in 0..46 {
        let s = page.margin * rng.range(0.08, 0.3);
        let (x, y) = (rng.range(0.0, full.w - s), rng.range(0.0, full.h - s));
        let covers = x + s > clear.x && x < clear.right() && y + s > clear.y && y < clear.bottom();
        if covers {
            continue;
        }
        out.push(
            shape(Shape::Star {
                points: 6,
                inner: 0.3,
            })
            .bounds(x, y, s, s)
            .fill(mixed(page, inks.mark, inks.ground, 0.62))
            .role("ornament"),
        );
    }
    out
}

fn rules(page: &Page<'_>, inks: &Inks) -> Vec<Node> {
    let full = page.full;
    let weight = (full.w.min(full.h) * 0.011).clamp(3.0, 14.0);
    let m = page.margin;
    vec![
        rect()
            .bounds(m, m * 0.42, full.w - 2.0 * m, weight)
            .fill(inks.bold)
            .role("ornament"),
    ]
}

/// A half sun at the foot, or rays from the middle behind everything.
/// Least room below the text for a sun, as a share of the height: in less it is only a cut disc.
const SUN_ROOM: f32 = 0.2;

fn sun(page: &Page<'_>, inks: &Inks, clear: Zone) -> Vec<Node> {
    let full = page.full;
    let reach = full.w.max(full.h) * 1.2;
    let warm = [
        inks.bold,
        inks.mark,
        mixed(page, inks.bold, inks.ground, 0.4),
        mixed(page, inks.mark, inks.ground, 0.45),
    ];
    let below = full.bottom() - clear.bottom();
    if below > full.h * SUN_ROOM && page.art.is_empty() {
        let radius = (below * 0.86).min(full.w * 0.42);
        return ornament::rings((full.w * 0.5, full.h), radius, &warm);
    }
    let pale = mixed(page, inks.mark, inks.ground, 0.86);
    vec![ornament::rays(
        (full.w * 0.5, full.h * 0.5),
        reach,
        24,
        pale,
    )]
}

/// Foliage in two opposite corners, as large as the text leaves room for; where it leaves too little, none.
fn leaves(page: &Page<'_>, inks: &Inks, measure: Measure, clear: Zone) -> Vec<Node> {
    let full = page.full;
    let short = full.w.min(full.h);
    let mut rng = page.rng.fork("leaves");
    let wanted = short * if measure == Measure::Full { 0.4 } else { 0.3 };
    // The branches of a bouquet keep to the edges: a third of it may lie beside the text.
    let room = |free: f32| (free * 1.5).min(wanted);
    let above = room(clear.y);
    let below = room(full.bottom() - clear.bottom());
    let tints = flora::Tints::of(page, inks);
    let edge = full.inset(-short * 0.02);
    let first = rng.below(2);
    [(first, above), (first + 2, below)]
        .into_iter()
        .filter(|(_, side)| *side >= short * 0.17)
        .map(|(corner, side)| {
            let frame = flora::Frame::corner(edge, side, corner);
            flora::bouquet(frame, &tints, flora::Bloom::None, &mut rng)
        })
        .collect()
}

/// Whether a piece speaks of a feast, on which paper bits may fall.
pub fn is_festive(page: &Page<'_>) -> bool {
    const FEASTS: &[&str] = &[
        "party",
        "birthday",
        "festival",
        "celebrat",
        "carnival",
        "congrat",
        "anniversary",
        "new year",
        "opening",
        "launch",
        "graduation",
        "prom",
        "sale",
        "win",
        "fete",
        "fair",
        "kids",
        "fun",
        "festive",
        "playful",
        "joyful",
        "hooray",
        "baby shower",
        "wedding",
        "confetti",
        "circus",
        "disco",
        "mardi gras",
    ];
    let brief = page.studio.brief;
    let heard = brief.heard();
    FEASTS.iter().any(|word| heard.contains(word))
        || brief
            .look
            .moods
            .iter()
            .any(|m| FEASTS.contains(&m.as_str()))
}

fn brush(page: &Page<'_>, inks: &Inks) -> Vec<Node> {
    let mut rng = page.rng.fork("brush");
    let zone = page.full.inset(page.margin * 0.45);
    let mut d = String::new();
    let (w, h) = (zone.w, zone.h);
    let wobble = |rng: &mut crate::rng::Rng| rng.range(-2.2, 2.2);
    for _ in 0..2 {
        let c = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h), (0.0, 0.0)]
            .map(|(x, y)| (x + wobble(&mut rng), y + wobble(&mut rng)));
        d.push_str(&format!("M{:.1} {:.1} ", c[0].0, c[0].1));
        for pair in c.windows(2) {
            let mid = (
                (pair[0].0 + pair[1].0) * 0.5 + wobble(&mut rng),
                (pair[0].1 + pair[1].1) * 0.5 + wobble(&mut rng),
            );
            d.push_str(&format!(
                "Q{:.1} {:.1} {:.1} {:.1} ",
                mid.0, mid.1, pair[1].0, pair[1].1
            ));
        }
    }
    vec![
        zone.hold(path(d, w, h))
            .stroke(mixed(page, inks.ink, inks.ground, 0.25), 1.8)
            .round()
            .role("ornament"),
    ]
}

/// One large form that leaves the page at a corner: plain themes get their drama from scale.
fn geometry(page: &Page<'_>, inks: &Inks) -> Vec<Node> {
    let full = page.full;
    let mut rng = page.rng.fork("geometry");
    let d = full.w.min(full.h) * rng.range(0.72, 0.92);
    let right = rng.chance(0.6);
    let x = if right { full.w - d * 0.56 } else { -d * 0.44 };
    let y = full.h - d * 0.58;
    let pale = mixed(page, inks.bold, inks.ground, 0.84);
    let ring = shape(Shape::Ring {
        from: 0.0,
        to: 360.0,
        hole: 0.62,
    });
    let form = if rng.chance(0.5) { ellipse() } else { ring };
    vec![form.bounds(x, y, d, d).fill(pale).role("ornament")]
}

/// Returns the soft shadow under something that stands on the foot of a zone.
pub fn contact_shadow(zone: Zone) -> Node {
    let h = (zone.w * 0.05).clamp(3.0, 26.0);
    let w = zone.w * 0.56;
    rect()
        .bounds(zone.x + (zone.w - w) * 0.5, zone.bottom() - h * 0.9, w, h)
        .radius(h * 0.5)
        .fill(Color::Token(Token::Ink, 0.16))
        .shadow(0.0, h * 1.6, Color::Token(Token::Ink, 0.26))
        .role("shadow")
}

/// Returns the backdrop for illustrations and the illustrations themselves.
pub fn stage(page: &Page<'_>, zone: Zone, inks: &Inks) -> Vec<Node> {
    if page.art.is_empty() {
        return Vec::new();
    }
    let mut rng = page.rng.fork("stage");
    let mut out = Vec::new();
    let side = zone.w.min(zone.h);
    let pale = mixed(page, inks.bold, inks.ground, 0.8);
    let few = page.art.len() <= 4;
    let plain = page.studio.brief.look.styles.iter().any(|s| s == "minimal");
    let inner = if few && !plain {
        let plate = super::art::centred(zone, side);
        let form = match page.theme.ornament.as_str() {
            "blobs" | "leaves" | "brush" => shape(Shape::Blob {
                seed: rng.next_u64() as u32,
            }),
            "deco" | "sun" => shape(Shape::Star {
                points: 24,
                inner: 0.9,
            }),
            _ => ellipse(),
        };
        out.push(plate.hold(form).fill(pale).role("ornament"));
        let room = if page.art.len() == 1 {
            side * 0.74
        } else {
            side * 0.9
        };
        let (cx, cy) = zone.center();
        let wide = if page.art.len() == 1 {
            room
        } else {
            (zone.w * 0.96).min(room * page.art.ratio())
        };
        Zone::new(cx - wide * 0.5, cy - room * 0.5, wide, room)
    } else {
        zone
    };
    if page.art.len() == 1 {
        out.push(contact_shadow(inner));
    }
    out.extend(page.art.arrange(inner, &page.theme.manner));
    out
}
